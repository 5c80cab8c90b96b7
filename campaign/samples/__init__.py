"""The sample plan and the sample year, written for the demonstration."""
