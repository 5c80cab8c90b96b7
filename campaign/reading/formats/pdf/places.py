"""Where on a page of a .pdf its text stands: pypdf tells the place and width of each piece, we cut the lines.

Neither of pypdf's two ways to text serves Vietnamese: the plain one puts spaces inside words whose letters
come from two fonts, the layout one turns places into columns of characters and tears lines of narrow letters
apart.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from pypdf import PageObject

# pypdf gives places only here; the tests of printed pages fail when another release changes that.
from pypdf._text_extraction._layout_mode import text_show_operations, y_coordinate_groups
from pypdf._text_extraction._layout_mode._fixed_width_page import BTGroup
from pypdf.generic import ArrayObject, ContentStream, StreamObject

from campaign.reading.formats.pdf.columns import WIDE, Cell, Row

_CHARACTER: Final = 0.5
"""Usual width of a character, in heights of its font."""
_SPACE: Final = 0.3
"""Characters of gap that are a space between two words."""
_CELL_MARGINS: Final = 1.2
"""Characters of gap that part two columns where several lines of the page have a piece begin."""
_SEVERAL: Final = 3
_LEAST: Final = 0.8
"""Characters of gap before a place that is known to begin a column."""
_SET_APART: Final = 8
"""Characters of gap that may still be one between two words set apart to fill a narrow column."""
_PARTED: Final = re.compile(" {3,}")


def rows(page: PageObject) -> list[Row]:
    """The lines of a page from top to bottom, cut where the gap is as wide as one between columns."""
    groups = list(_once(_groups(page)))
    heights = [group["font_height"] for group in groups if group["font_height"] > 0]
    if not heights:
        return []
    width = statistics.median(heights) * _CHARACTER
    lines = [[piece for group in line for piece in _pieces(group, width)] for line in _lines(groups)]
    columns = _columns(lines)
    return [_row(line, columns) for line in lines]


def _groups(page: PageObject) -> list[BTGroup]:
    """The pieces of text of a page in the order of its lines."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if not isinstance(contents, ArrayObject | StreamObject):
        return []
    operations = iter(ContentStream(contents, page.pdf, "bytes").operations)
    return text_show_operations(operations, page._layout_mode_fonts())  # noqa: SLF001


def _once(groups: Iterable[BTGroup]) -> Iterator[BTGroup]:
    """Each piece once: bold letters are sometimes the same text printed twice, a hair apart."""
    seen = set()
    for group in groups:
        place = (round(group["tx"]), round(group["ty"]), group["text"])
        if place not in seen:
            seen.add(place)
            yield group


def _lines(groups: list[BTGroup]) -> Iterable[list[BTGroup]]:
    return y_coordinate_groups(groups).values()


def _columns(lines: list[Row]) -> set[int]:
    """The places where several lines begin or go on, one of them after more space than parts words."""
    parted = [
        round(piece.start)
        for line in lines
        for before, piece in pairwise(line)
        if piece.start - before.end >= _CELL_MARGINS
    ]
    starts = Counter([*parted, *(round(line[0].start) for line in lines if line)])
    often = {start for start in parted if sum(starts[near] for near in _around(start)) >= _SEVERAL}
    return {start for start in often if starts[start] == max(starts[start + near] for near in (-2, -1, 0, 1, 2))}


def _around(start: float) -> range:
    return range(round(start) - 1, round(start) + 2)


def _row(pieces: Row, columns: set[int]) -> Row:
    """The cells of one line: pieces joined where no column parts them."""
    row: Row = []
    for piece in pieces:
        gap = piece.start - row[-1].end if row else WIDE
        if not row or _parts(gap, row[-1].start, piece.start, columns):
            row.append(piece)
        else:
            row[-1].text += (" " if gap > _SPACE else "") + piece.text
            row[-1].end = max(row[-1].end, piece.end)
    return row


def _parts(gap: float, cell: float, start: float, columns: set[int]) -> bool:
    """Whether a gap parts columns: any wide one does, but for words set apart to fill a known column."""
    if not columns.isdisjoint(_around(start)):
        return gap >= _LEAST
    inside_column = not columns.isdisjoint(_around(cell)) and columns.isdisjoint(range(round(cell) + 2, round(start)))
    return gap >= (_SET_APART if inside_column else WIDE)


def _pieces(group: BTGroup, width: float) -> Iterator[Cell]:
    """The parts of one piece of text between wide gaps, which pypdf fills with spaces."""
    text, start, end = group["text"], group["tx"] / width, group["displaced_tx"] / width
    step = (end - start) / max(len(text), 1)
    at = 0
    for gap in (*_PARTED.finditer(text), None):
        until = gap.start() if gap else len(text)
        if text[at:until].strip():
            yield Cell(start + at * step, start + until * step, text[at:until])
        at = gap.end() if gap else until
