"""Unicode normalisation that cannot be made slow."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PILE: Final = re.compile(r"([^\w\s\x00-\x7f]{30})[^\w\s\x00-\x7f]+")


def nfc(text: str) -> str:
    """The text in NFC, with at most 30 marks on one letter (the bound of UAX #15, 13).

    Putting marks in their canonical order takes time that grows with the square of the pile.
    """
    return unicodedata.normalize("NFC", _PILE.sub(r"\1", text))
