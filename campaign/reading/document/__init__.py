"""The document: letterhead, title, paragraphs, tables, headings and sections."""
