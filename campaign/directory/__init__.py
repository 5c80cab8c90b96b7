"""Members, groups and rooms, and what is brought in from files."""
