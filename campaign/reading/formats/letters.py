"""Letters as a person reads them: normalised in bounded time, with sane spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LIGATURES: Final = str.maketrans({letter: unicodedata.normalize("NFKC", letter) for letter in "ﬀﬁﬂﬃﬄﬅﬆ"})
_APART: Final = re.compile(r"\s+(?=[\u0300-\u036f])")
_SPACES: Final = re.compile(r"\s+")
_SPACED_LETTERS: Final = re.compile(r"(?<!\S)[^\W\d_](?: {1,4}[^\W\d_]){3,60}(?!\S)")
_PILE: Final = re.compile(r"([^\w\s\x00-\x7f]{30})[^\w\s\x00-\x7f]+")


def nfc(text: str) -> str:
    """The text in NFC, with at most 30 marks on one letter (the bound of UAX #15, 13).

    Putting marks in their canonical order takes time that grows with the square of the pile.
    """
    return unicodedata.normalize("NFC", _PILE.sub(r"\1", text))


def tidy(text: str) -> str:
    """A piece of a printed line: no ligatures, no space before a combining mark, single spaces."""
    return _SPACES.sub(" ", nfc(_APART.sub("", text.translate(_LIGATURES)))).strip()


def close_up(line: str) -> str:
    """``KẾ HOẠCH`` for ``K Ế  H O Ạ C H``; with single spaces throughout it may be a list: left alone."""
    return _SPACED_LETTERS.sub(lambda found: _closed(found[0]), line)


def _closed(spaced: str) -> str:
    if "  " not in spaced:
        return spaced
    return " ".join(word.replace(" ", "") for word in re.split(" {2,}", spaced))
