"""The content of mails: facts, templates, texts, previews, and the senders of messages and account mails."""
