"""Tables that came out of a PDF with every cell on a line of its own.

Header words one below the other, then rows.

STT / Nội dung / Thời gian / Đơn vị thực hiện / 1 / Tổ chức mít tinh ... / 08/3/2026 / Hội LHPN xã / 2 / ...

A row begins with its number; the line that is nothing but a time divides what is done from who does it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.reading.grammar import expressions
from campaign.reading.tables import column_named

_FEWEST_COLUMNS = 3
_LONGEST_ROW = 12
_TIME_WORDS = re.compile(
    r"(?:[\s.,;:()-]|\b(?:trước|từ|đến|ngày|vào|trong|hết|chậm nhất|dự kiến|khoảng|và|cả năm|"
    r"thường xuyên|(?:hằng|hàng) (?:năm|quý|tháng|tuần)|xong|hạn chót|"
    r"sáng|chiều|tối|quý|tháng|năm)\b|\d{1,2}\s?(?:giờ|h)\s?(?:\d{2})?)*"
)
_ALWAYS = (
    "thường xuyên",
    "cả năm",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng tuần",
    "hàng tuần",
)
_TORN = re.compile(r"(?:đến|-|từ|và)\s*$")
_CLOSING = re.compile(r"(?:trang \d|trên đây|nơi nhận|ghi chú|lưu ý|tổng (?:cộng|kinh phí)|kinh phí|[ivx]{1,4}\.\s)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, with its folded words."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the places of its cells: what is done, when, and by whom."""

    start: int
    end: int
    what: tuple[int, int]
    time: tuple[int, int] | None
    holder: tuple[int, int] | None


def rows(lines: list[Line]) -> list[Row]:
    """The rows of all such tables, in order."""
    found: list[Row] = []
    i = 0
    while i < len(lines):
        width = _header(lines, i)
        if width < _FEWEST_COLUMNS:
            i += 1
            continue
        if column_named(lines[i].folded) != "number":
            i = _rows_by_time(lines, i + width, found)
            continue
        i += width
        number = 1
        while i < len(lines) and lines[i].folded.rstrip(".") == str(number):
            end = _row_end(lines, i, number)
            row = _row(lines[i:end])
            if row:
                found.append(row)
            i, number = end, number + 1
    return found


def _header(lines: list[Line], begin: int) -> int:
    """How many header words stand here one below the other; 0 where no table begins."""
    names: list[str] = []
    for line in lines[begin : begin + 8]:
        name = column_named(line.folded) if len(line.folded) < 40 else ""  # noqa: PLR2004
        if not name or name in names or name.startswith("@"):
            break
        names.append(name)
    begins = (names[:1] == ["number"] and {"time", "limit"} & set(names)) or names[:2] == ["time", "what"]
    return len(names) if begins else 0


def _rows_by_time(lines: list[Line], begin: int, found: list[Row]) -> int:
    """The rows of a table whose first column is the time; gives the line after the last of them."""
    i = begin
    while i < len(lines) and (span := _time_lines(lines, i)):
        end = next((j for j in range(i + span, len(lines)) if _time_lines(lines, j) or _closes(lines[j])), len(lines))
        what = lines[i + span : max(i + span + 1, end - 1)]
        holder = lines[end - 1 : end] if end - 1 > i + span else []
        if not what:
            break
        found.append(
            Row(
                lines[i].start,
                lines[end - 1].end,
                (what[0].start, what[-1].end),
                (lines[i].start, lines[i + span - 1].end),
                (holder[0].start, holder[-1].end) if holder else None,
            )
        )
        i = end
    return i


def _time_lines(lines: list[Line], at: int) -> int:
    """How many lines from here say nothing but when: one, or two where a range is torn; 0 for none."""
    if at < len(lines) and _TORN.search(lines[at].folded):
        both = " ".join(line.folded for line in lines[at : at + 2])
        return 2 if _is_time(both) else 0
    return int(at < len(lines) and _is_time(lines[at].folded))


def _closes(line: Line) -> bool:
    return bool(_CLOSING.match(line.folded)) or line.folded.endswith("./.")


def _row_end(lines: list[Line], begin: int, number: int) -> int:
    """The line after a row: the next number, or words that close the table."""
    timed = False
    for i in range(begin + 1, min(len(lines), begin + _LONGEST_ROW)):
        folded = lines[i].folded
        if timed and folded.rstrip(".") == str(number + 1):
            return i
        if _closes(lines[i]):
            return i
        timed = timed or _is_time(folded)
    return min(len(lines), begin + _LONGEST_ROW)


def _row(lines: list[Line]) -> Row | None:
    at = next((i for i, line in enumerate(lines) if i > 1 and _is_time(line.folded)), None)
    if len(lines) < 2:  # noqa: PLR2004
        return None
    last = len(lines) if at is None else at
    what = (lines[1].start, lines[last - 1].end)
    time = None if at is None else (lines[at].start, lines[at].end)
    after = lines[at + 1 :] if at is not None else []
    holder = (after[0].start, after[-1].end) if after else None
    return Row(lines[0].start, lines[-1].end, what, time, holder)


def _is_time(folded: str) -> bool:
    """Whether a line says nothing but when."""
    rest = folded
    for written in reversed(expressions(folded)):
        rest = rest[: written.start] + rest[written.end :]
    return folded in _ALWAYS or (len(rest) < len(folded) and bool(_TIME_WORDS.fullmatch(rest)))
