"""Word files: paragraphs, numbering and tables from the XML parts."""
