"""Rows of a table as statements.

What is done, when, where, by whom, found by the words of the header row.

Rows come as one line each, their cells apart by tabs, bars, or wide gaps. A wide-gap table is only read
where its header is plain. A row that fills a single cell is a heading inside the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.reading.document.columns import TIMES, WEEKDAY_ALONE, column_named, columns_of, is_span, with_limit
from campaign.reading.text import fold

_LONGEST_HEADER = 60
_NEAR = 2
_FIGURES = re.compile(r"\d.*[a-zđ]|[a-zđ].*\d")
_CROSSES = ("x", "✓", "✔", "v", "+", "•", "●", "■")
_ITEM_SIGNS = ("-", "+", "•", "–")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-hđ])\)?|:?-+:?")
_UNDER_TIME = {*TIMES, "finish", "holder", "partner", "clock", ""}
_BAR = re.compile(r"\|")
_TAB = re.compile(r"\t")
_GAP = re.compile(r" {2,}|\t")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of the table being read.

    Their names, and the places where they begin in a wide-gap table.
    """

    columns: tuple[str, ...]
    separator: re.Pattern[str]
    places: tuple[int, ...]


def header(line: str, folded: str) -> Table | None:
    """The table that this line opens, or None where it is no header row."""
    separator = _separator(line)
    if separator is _GAP and "   " not in line:
        return None
    cells = [(place, folded[place : place + len(text)]) for place, text in cells_of(line, separator)]
    if not cells[1:] or any(_is_no_heading(text) for _, text in cells):
        return None
    names = with_limit(tuple(column_named(text) for _, text in cells))
    known = {name for name in names if name}
    if (
        not (known & TIMES or len([name for name in known if name[0] == "@"]) > 1)
        or not known & {"what", "holder", "number", "inspected"}
        or len(known) < len(names) - 1
    ):
        return None
    return Table(columns_of(names), separator, tuple(place for place, _ in cells))


def refined(table: Table, line: str, folded: str) -> Table | None:
    """The table with what a second header row names: "Bắt đầu" and "Kết thúc" under "Thời gian"; None for a row."""
    cells = [folded[place : place + len(text)] for place, text in cells_of(line, table.separator)]
    filled = [text for text in cells if text]
    if table.separator is _GAP or not filled or len(cells) > len(table.columns):
        return None
    if all(_COLUMN_NUMBER.fullmatch(text) for text in filled):
        return table
    names = [column_named(text) if text else "" for text in cells]
    if len(filled) != len([name for name in names if name]) or not set(names) <= _UNDER_TIME:
        return None
    padded = names + [""] * (len(table.columns) - len(names))
    columns = tuple(new or old for new, old in zip(padded, table.columns, strict=True))
    return Table(columns_of(columns), table.separator, table.places)


def _separator(line: str) -> re.Pattern[str]:
    if "|" in line:
        return _BAR
    return _TAB if "\t" in line else _GAP


def _is_no_heading(text: str) -> bool:
    return len(text) > _LONGEST_HEADER or (_FIGURES.search(text) is not None and not is_span(text))


def cells_of(line: str, separator: re.Pattern[str]) -> list[tuple[int, str]]:
    """The cells of a row with the places where they begin."""
    cells: list[tuple[int, str]] = []
    begin = 0
    for match in separator.finditer(line):
        cells.append((begin, line[begin : match.start()]))
        begin = match.end()
    cells.append((begin, line[begin:]))
    if separator is _BAR:
        cells = cells[not cells[0][1].strip() :]
        cells = cells[: len(cells) - (not cells[-1][1].strip())]
    if separator is _GAP:
        cells = [cell for cell in cells if cell[1].strip()]
    return [(place + len(text) - len(text.lstrip()), text.strip()) for place, text in cells]


def is_row(table: Table, line: str) -> bool:
    """Whether a line that does not follow a row still belongs to the table: it has a number, or all cells."""
    cells = cells_of(line, table.separator)
    numbered = table.columns[0] == "number" and cells[0][1].rstrip(".)").isdigit()
    whole = len(cells) == len(table.columns)
    return table.separator is not _GAP and len(cells) > 1 and (numbered or whole)


def row(table: Table, line: str) -> dict[str, str] | None:
    """The cells of a row by column name, or None where the line is no row of this table."""
    cells = cells_of(line, table.separator)
    if len(cells) == 1 and table.columns[0] == "time" and table.separator is _GAP:
        item = cells[0][1].startswith(_ITEM_SIGNS) and cells[0][0] >= table.places[1] - 2
        return {"what": cells[0][1]} if item else None
    if len(cells) < 2:  # noqa: PLR2004
        return None
    if table.separator is _GAP and len(cells) != len(table.columns):
        named = _by_place(table, cells)
    elif len(cells) > len(table.columns) + 1:
        return None
    else:
        named = list(zip(table.columns, (text for _, text in cells), strict=False))
    filled: dict[str, str] = {}
    for name, text in named:
        if name and text:
            filled[name] = f"{filled[name]} {text}" if name in filled else text
    return filled


def _by_place(table: Table, cells: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """Cells of a wide-gap row, each under the header that begins nearest to it."""
    nearest = [_nearest(table.places, place) for place, _ in cells]
    return [(table.columns[i], text) for i, (_, text) in zip(nearest, cells, strict=True)]


def _nearest(places: tuple[int, ...], place: int) -> int:
    return min(range(len(places)), key=lambda i: abs(places[i] - place))


def continues(table: Table, line: str, above: str) -> bool:
    """Whether a line goes on with the row above: it begins no row, and the row has room for its cells."""
    if table.separator is _GAP:
        return _continues_by_place(table, line, above)
    cells, width = cells_of(line, table.separator), len(table.columns)
    first = cells[0][1]
    if table.separator is _BAR or not first or (table.columns[0] == "number" and first.rstrip(".)").isdigit()):
        return False
    wanting = width - len(cells_of(above.replace("\n", " "), table.separator))
    if cells[1:]:
        return len(cells) - 1 <= wanting and (first[0].islower() or table.columns[0] == "number")
    return wanting > 0 and (first[0].islower() or first[0] == "(")


def _continues_by_place(table: Table, line: str, above: str) -> bool:
    """Whether a line of a wide-gap table goes on with the row above: nothing stands in its first column.

    A day may be torn there: "Thứ Hai" and below it the date.
    """
    if len(table.places) < 2:  # noqa: PLR2004
        return False
    indent = len(line) - len(line.lstrip())
    if table.columns[0] != "time":
        return indent > table.places[0] + 1 and indent >= table.places[1] - 2 and table.columns[0] == "number"
    cells = dict(_by_place(table, cells_of(line, _GAP)))
    what = cells.get("what", "")
    if "clock" in cells or what.startswith(_ITEM_SIGNS):
        return False
    if "time" in cells:
        torn = WEEKDAY_ALONE.fullmatch(fold(merged(table, above).get("time", "")))
        return torn is not None and not what[:1].isupper()
    alone = set(cells) <= {"what"} and indent >= table.places[1] - 2
    return alone or what[:1].islower()


def merged(table: Table, lines: str) -> dict[str, str]:
    """The cells of a row that may run over several lines."""
    if table.separator is not _GAP:
        return _marked(row(table, lines.replace("\n", " ")) or {})
    whole: dict[str, str] = {}
    for line in lines.split("\n"):
        for name, text in (row(table, line) or _alone(table, line)).items():
            if text:
                whole[name] = f"{whole[name]} {text}" if name in whole else text
    return _marked(whole)


def _alone(table: Table, line: str) -> dict[str, str]:
    """The one cell of a line, under the header near which it begins, else what is done."""
    place = len(line) - len(line.lstrip())
    nearest = _nearest(table.places, place)
    near = abs(table.places[nearest] - place) <= _NEAR
    return {(table.columns[nearest] if near else "") or "what": line.strip()}


def _marked(cells: dict[str, str]) -> dict[str, str]:
    """The cells with a time where a cross stands in the column of a month or quarter."""
    spans = [name[1:] for name, text in cells.items() if name.startswith("@") and text.lower() in _CROSSES]
    kept = {name: text for name, text in cells.items() if not name.startswith("@")}
    return {**kept, "time": ", ".join(spans)} if spans and "time" not in kept else kept
