"""Quoted-printable bodies (RFC 2045, section 6.7), each piece of text on its own."""

from __future__ import annotations

import re
from typing import Final

SOFT_BREAK: Final = b"=\r\n"
# What stands as it is: the usual link or plain word. Kept narrow so that one match decides.
_LITERAL = re.compile(r"(?![.F])[ -<>-~]{0,74}[!-<>-~]")
# For str.translate, over octets seen as Latin-1 characters.
_CODES: Final = [
    chr(octet) if octet in range(0x20, 0x7F) and octet != ord("=") else f"={octet:02X}" for octet in range(256)
]
# At most 75 columns, which leaves one for the soft break, and never a cut inside an =XX.
_LINE = re.compile(rb".{1,75}(?<!=)(?<!=.)")


def quoted_printable(text: str) -> bytes:
    """UTF-8 with CRLF line ends and lines of at most 76 columns; may stand between two soft breaks."""
    if _LITERAL.fullmatch(text):
        return text.encode("ascii")
    return b"\r\n".join([_line(line) for line in text.encode().split(b"\n")])


def _line(raw: bytes) -> bytes:
    coded = raw.decode("latin-1").translate(_CODES).encode("ascii")
    if coded.endswith(b" "):
        coded = coded[:-1] + b"=20"
    # Some relays still alter these line starts: a dot by careless stuffing, "From " for the sake of mbox
    # files.
    if coded.startswith((b".", b"From ")):
        coded = b"=%02X" % coded[0] + coded[1:]
    if len(coded) > 75:  # noqa: PLR2004 - see _LINE
        coded = SOFT_BREAK.join(_LINE.findall(coded))
    return coded
