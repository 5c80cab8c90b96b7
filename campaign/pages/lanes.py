"""Packing for the pictures of the year: spans into lanes where none touches another, and words into a width."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import accumulate

ELLIPSIS = "…"
# Widths of letters in the system's sans faces at 13 px, rounded up.
_WIDTH = 6.8
_NARROW = frozenset("iíìỉĩịjlItfr.,:;|'()[]- –/“”")
_NARROW_WIDTH = 4.0
_WIDE = frozenset("mwMWĐƯƠÔĂÂHNOQGUKX@%")
_WIDE_WIDTH = 9.4


class Lanes:
    """Lanes that fill one by one: each span takes the first lane in which it touches nothing."""

    def __init__(self) -> None:
        self._lanes: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._lanes)

    def place(self, left: float, right: float) -> int:
        """The lane of a new span."""
        for number, taken in enumerate(self._lanes):
            if all(right <= start or end <= left for start, end in taken):
                insort(taken, (left, right))
                return number
        self._lanes.append([(left, right)])
        return len(self._lanes) - 1


def width(text: str) -> float:
    """About how many pixels the text takes in the label size."""
    return sum(map(_letter, text))


def fitted(text: str, room: float) -> str:
    """The text, or as many of its first words (or, of one long word, letters) as fit, with an ellipsis."""
    ends = list(accumulate(map(_letter, text)))
    if not ends or ends[-1] <= room:
        return text
    kept = text[: bisect_right(ends, room - width(ELLIPSIS))]
    if " " in kept and not text[len(kept)].isspace():
        kept = kept.rpartition(" ")[0]
    kept = kept.rstrip(" ,;:–-(“")
    return kept + ELLIPSIS if kept else ""


def _letter(letter: str) -> float:
    return _NARROW_WIDTH if letter in _NARROW else _WIDE_WIDTH if letter in _WIDE else _WIDTH
