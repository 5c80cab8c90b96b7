"""The organizers' desk: drafts, warnings, decisions, notices, the year rolled over."""
