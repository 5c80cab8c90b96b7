"""From a file to text: bytes in, a ``Document`` out, for .docx, .pdf and .txt."""
