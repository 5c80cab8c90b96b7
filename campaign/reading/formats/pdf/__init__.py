"""PDF files: words with their places, put back into lines, columns and tables."""
