"""iCalendar (RFC 5545, RFC 7986): values to bytes and back."""
