"""From a plan document to its duties and proposed events: values in, values out."""
