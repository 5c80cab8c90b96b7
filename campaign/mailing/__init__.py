"""What mails say: facts, templates, the letters of reminders, notices and accounts, and their previews."""
