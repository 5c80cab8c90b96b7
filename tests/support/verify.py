"""A second look at finished bytes, by plain rules and without the code that made them."""

from __future__ import annotations

import re
from typing import Final

REQUIRED: Final = (
    *("From", "Subject", "To", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "List-ID"),
    *("Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type"),
)
OPTIONAL: Final = ("Reply-To",)
LINE_LIMIT: Final = 998  # octets, RFC 5322 section 2.1.1


def verify(data: bytes) -> None:
    """Raises ValueError unless these are the bytes of one well-formed mail.

    Exactly the expected header fields, each once; CRLF line ends only; no control characters, no long
    lines; a body of two parts.
    """
    if re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n", data) or not data.endswith(b"\r\n"):
        raise ValueError("control character, bare CR or bare LF")
    if any(len(line) > LINE_LIMIT for line in data.split(b"\r\n")):
        raise ValueError(f"a line is longer than {LINE_LIMIT} octets")
    head, _, body = data.partition(b"\r\n\r\n")
    names = [line.partition(b":")[0].decode() for line in head.split(b"\r\n") if not line.startswith(b" ")]
    if sorted(name for name in names if name not in OPTIONAL) != sorted(REQUIRED):
        raise ValueError(f"unexpected header fields: {names}")
    if any(names.count(name) > 1 for name in OPTIONAL):
        raise ValueError(f"repeated header fields: {names}")
    boundary = re.search(rb'\r\nContent-Type: multipart/alternative; boundary="([^"\r\n]+)"', head)
    if not boundary or len(body.split(b"--" + boundary[1])) != 4:
        raise ValueError("not a mail of two parts")
