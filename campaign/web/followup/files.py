"""Documents and attached files as downloads."""

from __future__ import annotations

from urllib.parse import quote

from flask import make_response
from werkzeug.wrappers import Response

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"docx": WORD, "xlsx": EXCEL, "csv": "text/csv; charset=utf-8"}


def download(content: bytes, name: str) -> Response:
    """The bytes as a file to keep, never shown in the page; what is no document of ours has no type of its own."""
    answer = make_response(content)
    answer.headers["Content-Type"] = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer
