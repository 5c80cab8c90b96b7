"""Printed lines with wide gaps to table rows, and the columns of a letterhead to lines one after the other.

A page is rows of cells, each with its place across the page in characters of usual width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from campaign.reading.formats import letters
from campaign.reading.formats.tables import sets_text_in_columns

LIST_MARK: Final = re.compile(
    r"(?:[-–—+*•●▪◦]|\(?(?:\d{1,2}|[a-zđ]{1,4}|[IVXLC]+)[.)]|\d+(?:\.\d+)+\.?)(?=\s|[A-ZĐ]|$)"
)
_GAPS: Final = re.compile(r"(?<=\S) +(?=\S)")
WIDE: Final = 3
"""Characters of space that part two columns; words are parted by one."""
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
            yield ["\t".join(cell.text for cell in row) for row in (_merged(kept) if in_columns else kept)]


def _marked(rows: list[Row]) -> Iterator[tuple[bool, Row]]:
    """Each row and whether it belongs to columns: it has several, or fits into one of those above."""
    columns: Row = []
    for row in rows:
        if len(row) > 1:
            columns = row
        elif not (columns and _column(row[0], columns) is not None):
            columns = []
        yield bool(columns), row


def _column(cell: Cell, columns: Row) -> int | None:
    """The column that the cell stands in, if it ends before the next one begins."""
    for place, column in enumerate(columns):
        limit = columns[place + 1].start if place + 1 < len(columns) else None
        inside = limit is None or cell.end < limit
        if abs(cell.start - column.start) <= _NEAR and inside:
            return place
    return None


def _merged(rows: list[Row]) -> list[Row]:
    """Rows with the lines that only continue their cells, none of them in the first column."""
    merged: list[Row] = []
    centred = _is_centred(rows)
    for row in rows:
        if merged and _continues(row, merged[-1]) and not (centred and row[0].text[0].isupper()):
            _append(merged[-1], row)
        elif centred and merged and _continues(merged[-1], row):
            above, merged[-1] = merged[-1], row
            _append(row, above, before=True)
        else:
            merged.append(row)
    return merged


def _is_centred(rows: list[Row]) -> bool:
    """Whether the number of a row stands at half its height: below the head, its text begins above it."""
    head, first, numbered = [*rows, [], [], []][:3]
    return (
        bool(first)
        and not head[0].text.isdigit()
        and first[0].text[0].isupper()
        and _continues(first, numbered)
    )


def _continues(row: Row, other: Row) -> bool:
    """Whether each cell of the row stands in a column of the other, but none in its first."""
    return len(row) < len(other) and all(_column(cell, other) for cell in row)


def _append(row: Row, more: Row, *, before: bool = False) -> None:
    places = [_column(cell, row) or 0 for cell in more]
    for place, cell in zip(places, more, strict=True):
        texts = (cell.text, row[place].text) if before else (row[place].text, cell.text)
        row[place].text = " ".join(texts)


def _column_by_column(rows: list[Row]) -> list[str]:
    """The left column from top to bottom, then the right one, where the middle of a cell decides."""
    border = min(row[-1].start for row in rows if len(row) > 1)
    cells = [cell for row in rows for cell in row]
    left = [cell.text for cell in cells if cell.start + cell.end < 2 * border]
    return left + [cell.text for cell in cells if cell.start + cell.end >= 2 * border]
