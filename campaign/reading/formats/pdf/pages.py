"""Pages of printed lines to running text: page furniture goes, lines that clearly continue are joined.

Only certain joins are made; the grammar that reads the text copes with sentences that stay broken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from campaign.reading.formats.pdf import columns

_EDGE: Final = 2
"""Lines at the top and at the foot of a page that may be running headers or footers."""
_SHORT: Final = 3
"""Letters of a line too short to tell a running line from a list mark."""
_LONG: Final = 200
"""Letters that no running line has."""
_PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:trang\s*)?(\d{1,3})(?:\s*(?:/|trên|of)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE
)
_MARKED_NUMBER: Final = re.compile(r"(?:trang\b.*|[-–—].*[-–—])", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d{1,4}")
_CALENDAR: Final = re.compile(r"\b(?:ngày|tuần|tháng|quý|năm|mục|phần|đợt)\s+$", re.IGNORECASE)
"""Before a number that counts something else than pages."""
_OPEN_END: Final = re.compile(r"(?:[-–—,(]|\b(?:ngày|tháng|năm|số|quý|từ|đến|trước|và|của|các))$", re.IGNORECASE)
_CLOSED_END: Final = re.compile(r"[.:!?…]$")
_FULL: Final = 0.85
"""A line is full when the next word would have brought it beyond this share of the usual full line."""
_NARROW: Final = 30
"""Letters of a usual line below which the text is a column of short lines, where none continues for sure."""


def running_text(pages: list[list[str]]) -> str:
    """The text of all pages without page numbers and running lines; a page's end is no end of a paragraph."""
    kept = _without_running_lines(_without_page_numbers(pages))
    return "\n".join(_joined([line for page in kept for line in page]))


def _without_page_numbers(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the number at the top or the foot, where it counts along with the pages."""
    numbers = {(page, at): _number(lines[at]) for page, lines in enumerate(pages) if lines for at in (0, -1)}
    steps = Counter(number - page for (page, _), number in numbers.items() if number is not None)

    def is_number(page: int, at: int) -> bool:
        number = numbers[page, at]
        marked = _MARKED_NUMBER.fullmatch(pages[page][at]) is not None
        return number is not None and (marked or steps[number - page] > 1 or number == page + 1 > 1)

    gone = {(page, at % len(pages[page])) for page, at in numbers if is_number(page, at)}
    return [[line for place, line in enumerate(lines) if (page, place) not in gone] for page, lines in enumerate(pages)]


def _number(line: str) -> int | None:
    """The number of a line that holds nothing else but, perhaps, "Trang" and dashes."""
    found = _PAGE_NUMBER.fullmatch(line)
    return int(found[1]) if found else None


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that most of them have at the same edge, but for the number of the page."""
    edges = {
        (number, place): {(edge, key) for edge in _edges(place, page) for key in _keys(number, page[place])}
        for number, page in enumerate(pages)
        for place in _edge_places(page)
        if _SHORT < len(page[place]) <= _LONG
    }
    seen = Counter(key for number, page in enumerate(pages) for key in _page_keys(edges, number, page))
    enough = max(2, sum(map(bool, pages)) // 2 + 1)
    running = {at for at, keys in edges.items() if any(seen[key] >= enough for key in keys)}
    return [
        [line for place, line in enumerate(page) if (number, place) not in running] for number, page in enumerate(pages)
    ]


_Key = tuple[str, str]


def _edge_places(page: list[str]) -> set[int]:
    return {place for place in (*range(_EDGE), *range(len(page) - _EDGE, len(page))) if 0 <= place < len(page)}


def _page_keys(edges: dict[tuple[int, int], set[_Key]], number: int, page: list[str]) -> set[_Key]:
    return {key for place in _edge_places(page) for key in edges.get((number, place), ())}


def _edges(place: int, page: list[str]) -> set[str]:
    """At the top, at the foot; on a nearly empty page, both."""
    return {edge for edge, there in (("top", place < _EDGE), ("foot", place >= len(page) - _EDGE)) if there}


def _keys(number: int, line: str) -> set[str]:
    """What running lines have in common: their words, but for a number that counts along with the pages."""
    counted = {
        line[: found.start()] + f"{int(found[0]) - number:+}" + line[found.end() :]
        for found in _DIGITS.finditer(line)
        if not _CALENDAR.search(line[: found.start()])
    }
    return {line, *counted}


def _joined(lines: list[str]) -> Iterable[str]:
    width = _usual_width(lines)
    current = ""
    last = ""
    for line in lines:
        if current and _continues(last, line, width):
            current += line if current.endswith("-") and not current.endswith(" -") else f" {line}"
        else:
            if current:
                yield current
            current = line
        last = line
    if current:
        yield current


def _usual_width(lines: list[str]) -> int:
    """The length of a full line: nine tenths of the printed lines are not longer."""
    lengths = sorted(len(line) for line in lines if "\t" not in line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _continues(line: str, following: str, width: int) -> bool:
    if "\t" in line + following:
        return False
    full = len(line) + 1 + len(following.split(" ", 1)[0]) >= width * _FULL
    if width < _NARROW or not full or columns.LIST_MARK.match(following):
        return False
    if line.endswith(";"):
        return following[0].islower()
    started = following[0].islower() or following[0].isdigit() or following[0] == "("
    return not _CLOSED_END.search(line) and (started or bool(_OPEN_END.search(line)))
