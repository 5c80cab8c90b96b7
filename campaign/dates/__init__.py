"""Calendar maths: values in, values out. Reads no clock, no database."""
