"""The pages of what comes back: attendance, reports, duties, targets, awards and the like, and the year's figures."""
