"""The iCalendar text layer (RFC 5545, RFC 7986): values to bytes, and bytes to values.

``component`` writes one calendar entry, ``calendar`` joins written entries into a feed, ``reader`` reads
what other programs wrote. Nothing here knows the database, the web or the time of day.
"""
