"""The time grammar: written dates, hours and periods, and their days in the calendar."""
