"""Tables that came out of a PDF with every row run into one line, nothing but single spaces between the cells.

TT Nội dung Thời gian Đơn vị thực hiện / 1 Tổ chức mít tinh ... 08/3/2026 Hội LHPN xã / 2 ...

The header tells the order of the columns, the row's time stands out, and a capital begins the cell of a body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from campaign.reading.document.columns import TIMES, column_named, columns_of
from campaign.reading.document.prices import Line
from campaign.reading.document.stacked import Cells, Row, closes
from campaign.reading.framing import around
from campaign.reading.time.grammar import expressions

_NAME: Final = (
    r"(?:stt|tt|số tt|(?:nội dung|nhiệm vụ|hoạt động|công việc)(?: công việc| công tác| thực hiện| cụ thể| hoạt động)?|"
    r"tên (?:hoạt động|công việc|nhiệm vụ)|việc|thời gian(?: thực hiện| hoàn thành| tổ chức| dự kiến)?|"
    r"thời hạn(?: hoàn thành| thực hiện)?|hạn(?: hoàn thành)?|tiến độ(?: thực hiện)?|thời điểm|"
    r"(?:đơn vị|cơ quan|bộ phận|người|cán bộ) (?:thực hiện|chủ trì|phụ trách|phối hợp|tham mưu)|"
    r"chủ trì|phụ trách|phối hợp|thực hiện|đầu mối|sản phẩm(?: đầu ra)?|kết quả(?: đầu ra)?|ghi chú|địa điểm|"
    r"kinh phí|thành phần|đối tượng|số lượng)"
)
_HEADER: Final = re.compile(rf"{_NAME}(?:\s+{_NAME}){{2,9}}")
_NAMES: Final = re.compile(rf"{_NAME}(?=\s|$)")
_NUMBERED: Final = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_LONGEST_HEADER: Final = 150
_LONGEST_ROW: Final = 12
_BODY: Final = re.compile(
    r"(?<=[^\s,;:(“\"-])\s(?=(?:Ban|Phòng|P\.|Văn phòng|Tổ|Chi|Công đoàn|CĐ|Đoàn|Hội|UBND|Sở|Trung tâm|Các|Khoa|Trạm|"
    r"Đội|CLB|Câu lạc bộ|Ông|Bà|Đ/c|Thanh tra|BCH|BTV|Thường trực|Đài|Trường|Ủy ban|Nhà|Bộ phận|Liên đoàn|Lãnh đạo|"
    r"Cán bộ|Công chức|Toàn|Đồng chí|Chị|Anh|Cô|Thầy)(?!\w))"
)
_LISTED: Final = re.compile(r"(?<![\w/])(?:\d{1,2}\s*(?:,|và|-|đến)\s*)+$")
_NOWHERE: Final = (0, 0)
_PRODUCT: Final = re.compile(
    r"(?<=\s)(?:Báo cáo|Kế hoạch|Quyết định|Danh sách|Biên bản|Lớp|Thông báo|Văn bản|Công văn|Tờ trình|Phiếu|Hội nghị|"
    r"Chương trình|Kết quả|Tài liệu|Hồ sơ|Đề án)(?!\w)"
)
_ALWAYS: Final = re.compile(
    r"(?:Thường xuyên|Cả năm|Đột xuất|Định kỳ(?: (?:hằng|hàng) (?:tháng|quý|năm))?|"
    r"(?:Hằng|Hàng) (?:tháng|quý|năm|tuần))(?!\w)"
)
_BOUND: Final = re.compile(r"(?<!\w)(?:của|cho|với|tại|về|do|qua|các|và|là|cùng|từ|đến|trong|ở|gửi|theo|bởi|,)$")


def flat_rows(lines: list[Line]) -> list[Row]:
    """The rows of all such tables, in order."""
    found: list[Row] = []
    i = 0
    while i < len(lines):
        columns = _columns(lines[i])
        i += 1
        number = 1
        while columns and i < len(lines) and _number(lines[i]) == number:
            end = _row_end(lines, i, number)
            found.append(_row(columns, lines[i:end]))
            i, number = end, number + 1
    return found


def _columns(line: Line) -> tuple[str, ...]:
    """The columns that a line names one after the other; none where it is no header."""
    if (
        len(line.folded) > _LONGEST_HEADER
        or "   " in line.text
        or "\t" in line.text
        or not _HEADER.fullmatch(line.folded)
    ):
        return ()
    names = columns_of(tuple(column_named(match.group()) for match in _NAMES.finditer(line.folded)))
    return names if names[0] == "number" and "what" in names and TIMES & set(names) else ()


def _number(line: Line) -> int | None:
    match = _NUMBERED.match(line.folded)
    return int(match[1]) if match and "\t" not in line.text else None


def _row_end(lines: list[Line], begin: int, number: int) -> int:
    """The line after a row: the next number, a blank line, or words that close the table."""
    last = min(len(lines), begin + _LONGEST_ROW)
    for i in range(begin + 1, last):
        line = lines[i]
        if _number(line) == number + 1 or line.gap or closes(line, lines[i + 1] if i + 1 < len(lines) else None):
            return i
    return last


def _row(columns: tuple[str, ...], lines: list[Line]) -> Row:
    number = _NUMBERED.match(lines[0].folded)
    words = _Words.of(lines, number.end() if number else 0)
    spans = {name: span for name, span in _cells(columns, words).items() if span[0] < span[1]}
    start = lines[0].start
    return Row(start, lines[-1].end, {name: (start + a, start + b) for name, (a, b) in spans.items()}, columns)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a row from ``begin`` on, its lines put one after the other at their distance."""

    text: str
    folded: str
    begin: int

    @classmethod
    def of(cls, lines: list[Line], begin: int) -> _Words:
        text = folded = ""
        for line in lines:
            gap = " " * (line.start - lines[0].start - len(text))
            text, folded = text + gap + line.text, folded + gap + line.folded
        return cls(text, folded, begin)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        inner = self.text[start:end]
        return end - len(inner.lstrip(" ,;-–")), start + len(inner.rstrip(" ,;-–"))


def _cells(columns: tuple[str, ...], words: _Words) -> Cells:
    """The cells of a row: its time, what stands before it, and what stands after it."""
    what, at = columns.index("what"), next(i for i, name in enumerate(columns) if name in TIMES)
    start, end = _time(words, first=at < what, last=at == len(columns) - 1)
    left = columns[1:at]
    cells: Cells = {columns[at]: words.trimmed(start, end)}
    if start >= end:
        left, start = columns[1:], len(words.text)
    cells |= _shared(left, words, words.begin, start)
    if end > start:
        cells |= _shared(columns[at + 1 :], words, end, len(words.text))
    return cells


def _time(words: _Words, *, first: bool, last: bool) -> tuple[int, int]:
    """Where the time of a row stands: at its beginning or end, else before a capital; an empty span for nowhere."""
    spans = [_whole(words, one.start, one.end) for one in expressions(words.folded[words.begin :])]
    spans = sorted([*spans, *(match.span() for match in _ALWAYS.finditer(words.text, words.begin))])
    if first:
        return next(((start, end) for start, end in spans if start <= words.begin + 1), _NOWHERE)
    at_end = [span for span in spans if not words.text[span[1] :].strip(" .")]
    if last:
        return at_end[-1] if at_end else _NOWHERE
    before_capital = [span for span in spans if words.text[span[1] :].lstrip()[:1].isupper()]
    return (before_capital or at_end or spans or [_NOWHERE])[-1]


def _whole(words: _Words, start: int, end: int) -> tuple[int, int]:
    """A time expression with the words that lead to it and the days listed before it, by its place after the number."""
    listed = _LISTED.search(words.folded, words.begin, start + words.begin)
    begin, close = around(words.folded, start + words.begin, end + words.begin)
    return max(words.begin, listed.start() if listed else begin), close


def _shared(columns: tuple[str, ...], words: _Words, start: int, end: int) -> Cells:
    """The words between two places shared out among the columns there: a body's name begins the cell of who does it."""
    named = [name for name in columns if name]
    if not named:
        return {}
    if named[0] != "what" or not {"holder", "partner"} & set(named):
        return {named[0]: words.trimmed(start, end)}
    bodies = [match.end() for match in _BODY.finditer(words.text, start, end)]
    bodies = [place for place in bodies if not _BOUND.search(words.folded[start : place - 1])]
    if not bodies:
        return {"what": words.trimmed(start, end)}
    body = bodies[-1]
    product = _PRODUCT.search(words.text, body, end) if "note" in named else None
    stop = product.start() if product else end
    cells = {"what": words.trimmed(start, body), "holder": words.trimmed(body, stop)}
    return {**cells, "note": words.trimmed(stop, end)} if product else cells
