"""Occurrences, reminders and feeds of events, and the changes that keep them consistent."""
