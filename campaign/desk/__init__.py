"""What organizers do: drafts, warnings, decisions, notices, and the next year from this one."""
