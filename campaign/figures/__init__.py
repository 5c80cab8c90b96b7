"""What the year came to, in figures: attendance, duties, deadlines, targets and money. Reads only."""
