"""Tables that came out of a PDF with every cell on a line of its own.

Header words one below the other, then rows.

STT / Nội dung / Thời gian / Đơn vị thực hiện / 1 / Tổ chức mít tinh ... / 08/3/2026 / Hội LHPN xã / 2 / ...

Which line belongs to which column says ``alignment``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from campaign.reading.document.alignment import SECTION, aligned
from campaign.reading.document.columns import TIMES, column_named, columns_of
from campaign.reading.document.prices import Line, is_month

_FEWEST_COLUMNS: Final = 3
_MOST_LINES: Final = 12
_LONGEST_NAME: Final = 40
_LONGEST_REST: Final = 20
_MOST_PAGES: Final = 60
_FEWEST_ROWS: Final = 2
_TWICE: Final = ("note", "holder")
_CLOSING = re.compile(
    r"(?:trên đây|nơi nhận|ghi chú:|lưu ý|tổng (?:cộng|kinh phí)|kinh phí:|tm\.|t/m|kt\.|người lập|phụ lục)"
)
_CHAPTER = re.compile(r"[ivx]{1,4}\.\s")
_PAGE = re.compile(r"trang \d+(?:\s*/\s*\d+)?|[-–]\s*\d+\s*[-–]")

Cells = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the places of its cells by the names of their columns."""

    start: int
    end: int
    cells: Cells
    columns: tuple[str, ...]


def rows(lines: list[Line]) -> list[Row]:
    """The rows of all such tables, in order."""
    found: list[Row] = []
    i = 0
    while i < len(lines):
        columns, height = _header(lines, i)
        table = _rows(columns, _body(lines, i, height)) if columns else []
        found += table
        i += max(1, height if table else 1)
        while table and i < len(lines) and lines[i].start < table[-1].end:
            i += 1
    return found


def _header(lines: list[Line], begin: int) -> tuple[tuple[str, ...], int]:
    """The columns named here one below the other and how many lines that takes; none where no table begins."""
    names: list[str] = []
    height = 0
    for line in lines[begin : begin + _MOST_LINES]:
        if names and _goes_on(line):
            height += 1
            continue
        name = column_named(line.folded) if _may_name(line.folded) else ""
        late = name in names or (name == "number" and names)
        if (
            name.startswith("@")
            or (late and name not in _TWICE)
            or (not name and not _is_free(names, lines, begin + height))
        ):
            break
        names.append(name)
        height += 1
    columns = columns_of(tuple(names))
    known = {"what", "inspected"} & set(columns) and TIMES & set(columns)
    enough = len(columns) >= _FEWEST_COLUMNS or columns == ("time", "what")
    return (columns, height) if known and enough else ((), 0)


def _is_free(names: list[str], lines: list[Line], place: int) -> bool:
    """Whether a line may name a column of its own kind ("Hình thức"): one between others that are known."""
    if names[:1] != ["number"] or "" in names or place + 1 >= len(lines) or not _may_name(lines[place].folded):
        return False
    after = lines[place + 1].folded
    return _may_name(after) and column_named(after) not in ("", *names)


def _may_name(folded: str) -> bool:
    return len(folded) < _LONGEST_NAME and not any(sign in "0123456789:.;" for sign in folded.rstrip("."))


def _goes_on(line: Line) -> bool:
    """Whether a line is the rest of a column's name: "Đơn vị" / "thực hiện", "Kinh phí" / "(triệu đồng)"."""
    return len(line.folded) < _LONGEST_REST and (line.text[:1].islower() or line.text[:1] == "(")


def _body(lines: list[Line], begin: int, height: int) -> Iterator[Line]:
    """The lines below a header up to words that close the table, without page numbers and repeated headers."""
    names = [line.folded for line in lines[begin : begin + height]]
    first = i = begin + height
    pages = 0
    while i < len(lines):
        line = lines[i]
        again = pages < _MOST_PAGES and line.folded == names[0] and i > first
        if again and [line.folded for line in lines[i : i + height]] == names:
            i, pages = i + height, pages + 1
            continue
        i += 1
        if _PAGE.fullmatch(line.folded):
            continue
        if closes(line, lines[i] if i < len(lines) else None):
            return
        yield line
        if line.folded.endswith("./."):
            return


def closes(line: Line, below: Line | None) -> bool:
    """Whether a line stands after the table; "II. Tổ chức" heads rows where a number stands below it."""
    heads = below is not None and below.number is not None
    return bool(_CLOSING.match(line.folded)) or (bool(_CHAPTER.match(line.folded)) and not heads)


def _rows(columns: tuple[str, ...], body: Iterable[Line]) -> list[Row]:
    """The rows that the lines make, or none where they make no table."""
    found: list[Row] = []
    section: Line | None = None
    cells: dict[int, list[Line]] = {}
    for line, place, fresh in aligned(columns, body):
        if (fresh or place == SECTION) and cells:
            found.append(_row(columns, cells, section))
            cells = {}
        if place == SECTION:
            section = line if is_month(line.folded) else None
        else:
            cells.setdefault(place, []).append(line)
    if cells:
        found.append(_row(columns, cells, section))
    timed = sum(bool(TIMES & set(row.cells)) for row in found)
    return found if columns[0] == "number" or timed >= _FEWEST_ROWS else []


def _row(columns: tuple[str, ...], filled: dict[int, list[Line]], section: Line | None) -> Row:
    cells: Cells = {}
    for place, lines in filled.items():
        cells.setdefault(columns[place], (lines[0].start, lines[-1].end))
    if section and not TIMES & set(cells):
        cells["time"] = (section.start, section.end)
    ends = [line for lines in filled.values() for line in lines]
    return Row(ends[0].start, ends[-1].end, cells, columns)
