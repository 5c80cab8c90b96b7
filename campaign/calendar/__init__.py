"""What happens when and for whom: occurrences, reminders, feed bytes, and the changes that move them."""
