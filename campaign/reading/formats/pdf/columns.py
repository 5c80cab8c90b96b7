"""Printed lines with wide gaps to table rows, and the columns of a letterhead to lines one after the other.

A page is rows of cells, each with its place across the page in characters of usual width.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Final

from campaign.reading.formats import letters
from campaign.reading.formats.tables import sets_text_in_columns

LIST_MARK: Final = re.compile(
    r"(?:[-–—+*•●▪◦]|\(?(?:\d{1,2}|[a-zđ]{1,4}|[IVXLC]+)[.)]|\d+(?:\.\d+)+\.?)(?=\s|[A-ZĐ]|$)"
)
_GAPS: Final = re.compile(r"(?<=\S) +(?=\S)")
WIDE: Final = 3
"""Characters of space that part two columns; words are parted by one."""
_REMEMBERED: Final = 8
"""Rows of a table that are looked at to know its columns."""
_NEAR: Final = 2
"""Characters by which the lines of one cell may begin apart."""


@dataclass(slots=True)
class Cell:
    """A piece of a line that stands apart from the others."""

    start: float
    end: float
    text: str


Row = list[Cell]


def lines_of(rows: list[Row]) -> list[str]:
    """The lines of one page; a row of a table is one line with tabs, even where its cells take several."""
    tidied = [_tidy(row) for row in rows]
    return [line for block in _blocks(list(filter(None, tidied))) for line in block]


def rows_of_text(page: str) -> list[Row]:
    """The rows of a page that is known only as text, with spaces that imitate its gaps."""
    lines = [line for line in page.split("\n") if line.strip()]
    around = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    return [_cells(line, (above, below)) for above, line, below in around]


def _tidy(row: Row) -> Row:
    """The row with sane spaces; a list mark stays with its text."""
    cells = [Cell(cell.start, cell.end, letters.tidy(letters.close_up(cell.text))) for cell in row]
    if len(cells) > 1 and LIST_MARK.fullmatch(cells[0].text):
        cells[:2] = [Cell(cells[0].start, cells[1].end, f"{cells[0].text} {cells[1].text}")]
    return [cell for cell in cells if cell.text]


def _cells(line: str, neighbours: tuple[str, str]) -> Row:
    """The pieces of a line between the gaps of columns."""
    wide = [gap for gap in _wide_gaps(line) if any(_is_open(gap, neighbour) for neighbour in neighbours)]
    starts = [len(line) - len(line.lstrip()), *(end for _, end in wide)]
    ends = [*(start for start, _ in wide), len(line.rstrip())]
    return [Cell(start, end, line[start:end]) for start, end in zip(starts, ends, strict=True)]


def _wide_gaps(line: str) -> list[tuple[int, int]]:
    """Where the line has far more space than its words usually have between them."""
    gaps = [found.span() for found in _GAPS.finditer(line)]
    usual = min((end - start for start, end in gaps), default=1)
    least = max(WIDE, 2 * usual + 1) if usual <= WIDE else WIDE
    return [(start, end) for start, end in gaps if end - start >= least]


def _is_open(gap: tuple[int, int], neighbour: str) -> bool:
    """Whether the gap goes on in this line above or below, as that of a column does."""
    start, end = gap
    return " " * WIDE in neighbour[start:end].ljust(end - start)


def _blocks(rows: list[Row]) -> Iterator[list[str]]:
    """Each run of lines with several columns, down to the next full line, and each run of other lines."""
    for in_columns, block in groupby(_marked(rows), key=lambda marked: marked[0]):
        kept = [row for _, row in block]
        if in_columns and any(sets_text_in_columns(cell.text) for row in kept for cell in row):
            yield _column_by_column(kept)
        else:
            texts = _merged(kept) if in_columns else [[cell.text for cell in row] for row in kept]
            yield ["\t".join(row).rstrip("\t") for row in texts]


def _marked(rows: list[Row]) -> Iterator[tuple[bool, Row]]:
    """Each row and whether it belongs to columns: it has several, or fits into one of those above."""
    above: deque[Row] = deque(maxlen=_REMEMBERED)
    for row in rows:
        if len(row) > 1:
            above.append(row)
        elif all(_column(row[0], known) is None for known in above):
            above.clear()
        yield bool(above), row


def _column(cell: Cell, columns: Row) -> int | None:
    """The column that the cell stands in, if it ends before the next one begins."""
    for place, column in enumerate(columns):
        limit = columns[place + 1].start if place + 1 < len(columns) else None
        inside = limit is None or cell.end < limit
        if abs(cell.start - column.start) <= _NEAR and inside:
            return place
    return None


def _merged(rows: list[Row]) -> list[list[str]]:
    """The texts of each row by column, with all lines of its cells."""
    frame = _frame(rows)
    placed = [_placed(row, frame) for row in rows]
    centred = _is_centred(rows, placed)
    merged: list[list[str]] = []
    above: list[str] = []
    for row, texts in zip(rows, placed, strict=True):
        if texts is None or texts[0]:
            merged.append(_joined(above, texts) if texts else [cell.text for cell in row])
            above = []
        elif above or not merged or (centred and _begins(texts)):
            above = _joined(above, texts)
        else:
            merged[-1] = _joined(merged[-1], texts)
    return [*merged, above] if above else merged


def _frame(rows: list[Row]) -> Row:
    """The row that has the columns of the table: a full one, into which most of the first rows fit."""
    fullest = max(map(len, rows))
    candidates = [row for row in rows if len(row) == fullest][:_REMEMBERED]
    sample = rows[: _REMEMBERED * _REMEMBERED]
    return max(candidates, key=lambda frame: sum(_placed(row, frame) is not None for row in sample))


def _placed(row: Row, frame: Row) -> list[str] | None:
    """The texts of a row in the columns of the fullest one, or None where they stand between these."""
    texts = [""] * len(frame)
    for cell in row:
        place = _column(cell, frame)
        if place is None:
            return None
        texts[place] = cell.text
    return texts


def _is_centred(rows: list[Row], placed: list[list[str] | None]) -> bool:
    """Whether the number of a row stands at half its height: below the head, its text begins above it."""
    _, first, numbered = [*placed, None, None, None][:3]
    above = first is not None and not first[0] and _begins(first)
    return above and numbered is not None and bool(numbered[0]) and not rows[0][0].text.isdigit()


def _begins(texts: list[str]) -> bool:
    """Whether the first text of a line begins like a sentence."""
    return next(filter(None, texts))[0].isupper()


def _joined(texts: list[str], more: list[str]) -> list[str]:
    return [" ".join(filter(None, pair)) for pair in zip_longest(texts, more)]


def _column_by_column(rows: list[Row]) -> list[str]:
    """The left column from top to bottom, then the right one, where the middle of a cell decides."""
    border = min(row[-1].start for row in rows if len(row) > 1)
    cells = [cell for row in rows for cell in row]
    left = [cell.text for cell in cells if cell.start + cell.end < 2 * border]
    return left + [cell.text for cell in cells if cell.start + cell.end >= 2 * border]
