"""What comes back of the plan: attendance, reports filed, states of duties, values of targets, and what was noted."""
