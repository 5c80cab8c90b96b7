"""Mail: the bytes of a mail and its transport."""
