"""The lines of a text, and which of them belong to the printed page and not to what is written on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from campaign.reading.document.flat import flat_rows
from campaign.reading.document.prices import Line
from campaign.reading.document.stacked import Row, rows
from campaign.reading.text import Source, fold

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.;:!?…][\"')\]]*\s*$")
_PAGE_NUMBER = re.compile(r"-?\s*\d{1,3}\s*-?|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?")
_LONGEST_HEAD = 60
_GAPS = re.compile(r"\s{3,}")


def lines_of(source: Source) -> list[Line]:
    """The lines that are not blank, each with whether a blank one stands above it."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(source.text):
        start, end = trimmed(source.folded, match.start(), match.end())
        if start < end:
            gap = source.text.count("\n", last, start) > 1
            found.append(Line(start, end, source.text[start:end], source.folded[start:end], gap))
            last = end
    return found


def torn_rows(lines: list[Line]) -> list[Row]:
    """The rows of the tables that a PDF tore apart: each cell on a line of its own, or each row run into one."""
    return [*rows(lines), *flat_rows(lines)]


def page_lines(source: Source, torn: list[Row]) -> list[tuple[int, int]]:
    """The lines that belong to the printed page.

    Page numbers, and heads and feet that come back beside them.
    """
    lines = [(match.start(), match.end(), _words_of(fold(match.group()))) for match in _LINE.finditer(source.text)]
    lines = [line for line in lines if line[2]]
    numbers = [i for i in _outside(lines, torn) if _PAGE_NUMBER.fullmatch(lines[i][2])]
    beside = {
        lines[j][2]
        for i in numbers
        for j in (i - 1, i + 1)
        if 0 <= j < len(lines) and len(lines[j][2]) < _LONGEST_HEAD and not _ENDED.search(lines[j][2])
    }
    counted = Counter(line for _, _, line in lines)
    heads = {
        line for line in beside if counted[line] > 1 and not _PAGE_NUMBER.fullmatch(line) and len(line.split()) > 1
    }
    printed = {i for i, (_, _, line) in enumerate(lines) if line in heads and "   " not in line}
    return [lines[i][:2] for i in sorted(printed.union(numbers))]


def _outside(lines: list[tuple[int, int, str]], torn: list[Row]) -> list[int]:
    """The places of the lines that stand in no row of a torn table, where a number is the row's or a quantity."""
    found: list[int] = []
    ends = sorted((row.start, row.end) for row in torn)
    for i, (start, end, _) in enumerate(lines):
        row = bisect_right(ends, (end, end)) - 1
        if row < 0 or start >= ends[row][1]:
            found.append(i)
    return found


def _words_of(line: str) -> str:
    """The words of a line; wide gaps, which make a row of a table, stay."""
    return _GAPS.sub("   ", line.strip())


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end
