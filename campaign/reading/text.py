"""The document's text in one form: NFC with plain line ends, and beside it a folded copy for comparing.

The folded copy has exactly as many characters as the text, so a place found in one is the same place in the
other: a pattern is matched on the folded copy and quoted from the text. What differs between typists is
levelled there: capitals, tone placement (tọa/toạ), i and y (kì/kỳ), dashes, quotation marks, line ends.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

_LEVEL = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\v\f\u00a0\u2007\u2009\u200a\u202f\u3000\u2028\u2029", " "),
        **dict.fromkeys("‐‑‒–—―−\uf02d", "-"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‘’‚′`", "'"),
        **dict.fromkeys("⁄∕", "/"),
        "：": ":",
        "，": ",",
    }
)
# Letters that fonts of PDF files put in the place of Vietnamese ones, and signs that nobody sees.
_GLYPHS = str.maketrans({"ƣ": "ư", "Ƣ": "Ư", "\ufeff": None, "\u00ad": None, "\u200b": None})
_DETACHED = re.compile(r"(?<=[^\W\d_]) ([\u0300\u0301\u0303\u0309\u0323])")
_TONES = {
    "oa": ("oàoáoảoãoạ", "òaóaỏaõaọa"),
    "oe": ("oèoéoẻoẽoẹ", "òeóeỏeõeọe"),
    "uy": ("uỳuýuỷuỹuỵ", "ùyúyủyũyụy"),
}
_NEW_STYLE = {new[i : i + 2]: old[i : i + 2] for new, old in _TONES.values() for i in range(0, len(new), 2)}
_TONE_PLACE = re.compile(r"(?<!q)(" + "|".join(_NEW_STYLE) + r")(?![a-zà-ỹđ])")
_WORDS = 2000  # what is kept for the next time is a statement, never a whole document
_SHORT_I = dict(zip("ìíỉĩị", "ỳýỷỹỵ", strict=True))
_I_FOR_Y = re.compile(r"(?<![a-zà-ỹđ])(k|t|qu)([ìíỉĩị])(?![a-zà-ỹđ])")


def normalised(text: str) -> str:
    """The text in NFC, with LF at line ends and without a byte order mark or soft hyphens."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_GLYPHS)
    return unicodedata.normalize("NFC", _DETACHED.sub(r"\1", plain))


def fold(text: str) -> str:
    """The text levelled for comparing, character by character: the length never changes."""
    return _fold_words(text) if len(text) < _WORDS else _fold(text)


@lru_cache(maxsize=4096)
def _fold_words(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    levelled = lowered.translate(_LEVEL)
    levelled = _TONE_PLACE.sub(lambda match: _NEW_STYLE[match[1]], levelled)
    return _I_FOR_Y.sub(lambda match: match[1] + _SHORT_I[match[2]], levelled)


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its folded copy and its line starts.

    ``given`` is the text to quote from; in ``text`` and ``folded`` the lines that only belong to the page
    are blank.
    """

    given: str
    text: str
    folded: str = field(repr=False)
    line_starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Source:
        plain = normalised(text)
        starts = (0, *(match.end() for match in re.finditer("\n", plain)))
        return cls(plain, plain, fold(plain), starts)

    def without(self, spans: list[tuple[int, int]]) -> Source:
        """The same source with these spans blank: they can be quoted, but not read."""
        text = self.text
        for start, end in spans:
            text = text[:start] + " " * (end - start) + text[end:]
        return self.read_as(text)

    def read_as(self, text: str) -> Source:
        """The same source to quote from, read as another text of the same length."""
        return Source(self.given, text, fold(text), self.line_starts)

    def line_at(self, position: int) -> int:
        """The number, from 1, of the line that holds this position."""
        return bisect_right(self.line_starts, position)


_LOOSE = re.compile(r"\s+(?=[,;:!?)\]%]|\.(?:\s|$))|(?<=[(\[])\s+|(?<=\d)\s(?=/\s?\d)|(?<=\d/)\s(?=\d)")
_LOOSE_LETTERS = re.compile(r"(?:(?<=\s\s)|^)[A-ZĐÀ-Ỹ](?: [A-ZĐÀ-Ỹ])+(?=\s\s|\s*$)", re.MULTILINE)
_LOOSE_DIGITS = re.compile(r"\b(ngày|trước|đến|từ|hết|nhất)\s(\d)\s(\d)(?=\s?/\s?\d)")
_LOOSE_NUMBER = re.compile(r"(?<=\d)\s([/.:])\s(?=\d)")


def squeezed(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def tidied(text: str) -> str:
    """The text on one line, without the spaces that a scan leaves around signs.

    "20 / 10 / 2026 ." is "20/10/2026."

    Only white space goes, so the letters keep their order: see ``place_of``.
    """
    together = _LOOSE_LETTERS.sub(lambda match: match[0].replace(" ", ""), text)
    joined = _LOOSE_DIGITS.sub(r"\1 \2\3", squeezed(together))
    return _LOOSE.sub("", _LOOSE_NUMBER.sub(r"\1", joined))


def place_of(text: str, start: int, tidy: str, place: int) -> int:
    """Where in ``text``, from ``start`` on, the letter stands that has this place in its tidied copy."""
    letters = sum(not letter.isspace() for letter in tidy[:place])
    at = start
    while at < len(text) and (letters or text[at].isspace()):
        letters -= not text[at].isspace()
        at += 1
    return at
