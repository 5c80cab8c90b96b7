"""What text from outside may hold: one function for every input (forms, imported files, commands).

Removed are characters that nobody sees and that programs act on: controls, lone surrogates, noncharacters, marks that
turn the direction of writing, and everything of zero width. Unicode 15, sections 23.2 to 23.8.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

DIRECTION_CONTROLS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
ZERO_WIDTH: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
)
CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
REMOVED: Final = (
    f"{CONTROLS}{DIRECTION_CONTROLS}{ZERO_WIDTH}{NONCHARACTERS}\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"
)

_REMOVED = re.compile(f"[{REMOVED}]")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text in NFC, with LF as its only line end and without what nobody sees. Tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _REMOVED.sub("", _LINE_END.sub("\n", text)))


def printable(text: str) -> str:
    """The text without characters that XML cannot hold (XML 1.0, section 2.2): for documents and spreadsheets."""
    return _NOT_IN_XML.sub("", text)


def is_clean(text: str) -> bool:
    """Whether nothing would be removed; line ends and letters written apart (NFD) are no matter."""
    return _REMOVED.search(text) is None
