"""A document with its recognised places: which stretch of the text belongs to which of its quotes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one line; ``marks`` are the numbers of the quotes that it belongs to, none for plain text.

    ``starts`` and ``ends``: the quotes of which it is the first and the last piece.
    """

    text: str
    marks: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document, counted from 1."""

    number: int
    stretches: tuple[Stretch, ...]


class Places:
    """Finds quotes in a text whatever became of their spaces and line ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets = [place for place, letter in enumerate(text) if not letter.isspace()]
        self._letters = "".join(text[place] for place in self._offsets)
        self._lines = [0]
        self._lines += [place + 1 for place, letter in enumerate(text) if letter == "\n"]

    def find(self, quote: str, line: int) -> tuple[int, int]:
        """Start and end of the quote at or after its line, else anywhere, else of the whole line."""
        start, end = self.line(line)
        letters = "".join(quote.split())
        at = self._letters.find(letters, bisect_left(self._offsets, start)) if letters else -1
        if at < 0 and letters:
            at = self._letters.find(letters)
        if at < 0:
            return start, end
        return self._offsets[at], self._offsets[at + len(letters) - 1] + 1

    def line(self, number: int) -> tuple[int, int]:
        """Start and end of a line, without its end."""
        place = min(max(number, 1), len(self._lines)) - 1
        start = self._lines[place]
        end = self._lines[place + 1] - 1 if place + 1 < len(self._lines) else len(self._text)
        return start, end


def marked(text: str, quotes: Sequence[tuple[str, int]]) -> list[Line]:
    """The document line by line. A quote is its words and the line, from 1, of its first; its place is its mark."""
    places = Places(text)
    spans = [places.find(quote, line) for quote, line in quotes]
    return list(_lines(text, spans))


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    order = sorted(range(len(spans)), key=lambda mark: spans[mark])
    waiting, place = 0, 0
    open_marks: list[int] = []
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        end = place + len(line)
        while waiting < len(order) and spans[order[waiting]][0] <= end:
            open_marks.append(order[waiting])
            waiting += 1
        open_marks = [mark for mark in open_marks if spans[mark][1] > place]
        yield Line(number, tuple(_stretches(line, place, {mark: spans[mark] for mark in open_marks})))
        place = end + 1


def _stretches(line: str, offset: int, spans: dict[int, tuple[int, int]]) -> Iterator[Stretch]:
    end = offset + len(line)
    edges = {edge for span in spans.values() for edge in span if offset < edge < end}
    cuts = [offset, *sorted(edges), end]
    for start, stop in pairwise(cuts):
        marks = tuple(mark for mark, span in spans.items() if span[0] < stop and span[1] > start)
        yield Stretch(
            line[start - offset : stop - offset],
            marks,
            tuple(_where(marks, spans, 0, start)),
            tuple(_where(marks, spans, 1, stop)),
        )


def _where(marks: Iterable[int], spans: dict[int, tuple[int, int]], side: int, edge: int) -> Iterator[int]:
    return (mark for mark in marks if spans[mark][side] == edge)
