"""Packing for the pictures of the year: spans into lanes where none touches another, and words into a width."""

from __future__ import annotations

from bisect import insort

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
    return sum(_NARROW_WIDTH if each in _NARROW else _WIDE_WIDTH if each in _WIDE else _WIDTH for each in text)


def fitted(text: str, room: float) -> str:
    """The text, or as many of its first words (or, for one long word, letters) as fit, with an ellipsis."""
    if width(text) <= room:
        return text
    kept = text
    while kept and width(kept + "…") > room:
        kept = kept[:-1]
    cut = kept.rpartition(" ")[0] if " " in kept and not text[len(kept) :].startswith(" ") else kept
    return f"{cut.rstrip(' ,;:–-(“')}…" if cut else ""
