"""What it costs to put a line of a torn table into a column: the less it looks like that column, the more.

The prices only matter against each other: 0 is what one expects, 5 is nearly out of the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from campaign.reading.document.columns import TIMES
from campaign.reading.time.grammar import expressions
from campaign.reading.time.headings import heading_span

NEVER: Final = 1e9

_TIME_WORDS = re.compile(
    r"(?:[\s.,;:()–-]|(?<!\w)(?:trước|từ|đến|ngày|vào|trong|hết|chậm nhất|dự kiến|khoảng|và|cả năm|"
    r"thường xuyên|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|xong|hạn|hạn chót|hoàn thành|lúc|là|các|"
    r"sáng|chiều|tối|quý|tháng|tuần|năm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cả ngày|bắt đầu)(?!\w)|"
    r"\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?|\d{1,2}(?=\s*(?:-|–|đến|,|và)\s*\d))*"
)
_CLOCK = re.compile(r"\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?!\w)")
_ALWAYS = r"(?:thường xuyên|cả năm|đột xuất|định kỳ|trong năm|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày))"
_ALWAYS_ONLY = re.compile(rf"{_ALWAYS}(?:[\s,;()/]+{_ALWAYS})*")
_WEEKDAY = re.compile(r"(?:(?:sáng|chiều|tối)\s+)?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)")
_HINTS_WHEN = re.compile(
    r"(?:khi|ngay sau|sau|trong vòng|trong thời hạn|chưa xác định|dịp|đầu|giữa|cuối|nửa|tuần|trước|trong|"
    r"theo (?:kế hoạch|thông báo|lịch|yêu cầu|tiến độ|hướng dẫn))(?!\w)"
)
_DOTTED = re.compile(r"(?:(?:trước|từ|đến|ngày|hết|hạn)\s+)*\d{1,2}[.-]\d{1,2}(?:[.-]\d{2,4})?")
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_CHAPTER = re.compile(r"(?:[ivx]{1,5}|[a-hđ])(?:[.)]?|[.)]\s.*)")
_TORN = re.compile(r"(?:đến|-|–|từ|và|,|ngày|tháng|trước)\s*$")
_WANTS_MORE = re.compile(r"(?:[,(&/:-]|(?<!\w)(?:và|của|các|cho|về|tại|với|theo|trong|đến|để|do|là|hoặc))\s*$")
_ENDED = (".", ";")
_DASHED = ("-", "+", "•", "*", "–")
_BODY = re.compile(
    r"(?:đ/c|p\.|phòng|ban|văn phòng|chi cục|chi đoàn|chi hội|tổ|hội|đoàn|công đoàn|ubnd|sở|trung tâm|các|bộ phận|"
    r"đơn vị|khoa|trạm|clb|câu lạc bộ|đội|ông|bà|anh|chị|cô|thầy|bch|btv)(?!\w)"
)
_PLACE = re.compile(
    r"(?:tại|phòng|hội trường|trụ sở|nhà|sân|ubnd|trung tâm|xã|phường|huyện|khu|trường|công viên)(?!\w)"
)

_EMPTY: Final = {"note": 0.3, "place": 1.2, "partner": 1.2, "audience": 1.2, "money": 1.2, "holder": 1.5, "": 1.2}
_EMPTY_TIME: Final = 2.0
_SHORT_TIMES: Final = frozenset(("month", "quarter", "week", "clock"))
_SHORT_TIME = re.compile(r"\d|[ivx]+(?!\w)|(?:tháng|quý|tuần|sáng|chiều|tối|trưa|cả ngày)(?!\w)")
_SHORT: Final = 20
_LONG_CELL: Final = 60
_LONG_TIME: Final = 70
_LONGEST_SECTION: Final = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its place, its words, their folded copy, and whether a blank line stands above."""

    start: int
    end: int
    text: str
    folded: str
    gap: bool = False

    @property
    def number(self) -> int | None:
        """The number that the line consists of: "3", "03.", or None."""
        match = _NUMBER.fullmatch(self.folded)
        return int(match[1]) if match else None


@dataclass(slots=True)
class Prices:
    """The prices of one line, with what stands above and below it, in a table of these columns."""

    columns: tuple[str, ...]
    line: Line
    above: Line | None
    below: Line | None
    _number: int | None = field(init=False)
    _timely: float = field(init=False)

    def __post_init__(self) -> None:
        self._number = self.line.number
        self._timely = 5.0 if is_time(self.line.folded) else 0.0

    @property
    def empty(self) -> tuple[float, ...]:
        """The price of leaving each column empty."""
        return _all_empty(self.columns)

    def entered(self, row: int) -> list[float]:
        """The price of beginning a cell with this line, for each column; ``row`` is the number of the last row."""
        return [self._entered(name, row) for name in self.columns]

    def _entered(self, name: str, row: int) -> float:
        line = self.line
        if name == "number":
            return 0.0 if self._number == row + 1 else NEVER
        if name in _SHORT_TIMES:
            return 0.0 if _SHORT_TIME.match(line.folded) and len(line.folded) < _SHORT else 4.0
        if name in TIMES or name == "finish":
            return _as_time(line.folded)
        price = self._timely
        price += self._as_number(row)
        small = line.text[:1].islower() and name not in ("note", "place", "money", "time")
        return price + (1.5 if small else 0.0) + _unlike(name, line.folded)

    def stayed(self, column: int, row: int) -> float:
        """The line goes on with the cell above it."""
        name, line, above = self.columns[column], self.line, self.above
        if name == "number" or above is None:
            return NEVER
        if name in _SHORT_TIMES:
            return 4.0
        if name in TIMES or name == "finish":
            torn = bool(_TORN.search(above.folded)) or is_time(f"{above.folded} {line.folded}")
            return (0.1 if torn else 4.0) + _as_time(line.folded)
        price = self._timely
        return price + self._as_number(row) + _joint(line, above)

    def section(self) -> float:
        """The line heads the rows below it."""
        line, below = self.line, self.below
        if below is None or len(line.folded) > _LONGEST_SECTION:
            return NEVER
        if self.columns[0] == "number" and below.number is None and not _CHAPTER.fullmatch(line.folded):
            return NEVER
        if _CHAPTER.fullmatch(line.folded) or (line.text.isupper() and line.number is None):
            return 0.5
        return 1.0 if is_month(line.folded) else NEVER

    def leaving(self) -> float:
        """The table ends above this line."""
        return 0.5 if self.line.gap else 2.0

    def outside(self, row: int) -> float:
        """The line stands after the table."""
        return 3.0 if self._timely or self._number == row + 1 else 0.0

    def _as_number(self, row: int) -> float:
        number = self._number
        if number is None:
            return 0.0
        return 4.0 if self.columns[0] == "number" and number == row + 1 else 1.0


def is_time(folded: str) -> bool:
    """Whether a line says nothing but when."""
    return _when(folded) == 0


@lru_cache(maxsize=4096)
def _when(folded: str) -> int:
    """0 for a line that is a time, 1 for one that may be, 2 for none."""
    if len(folded) > _LONG_TIME:
        return 2
    if _ALWAYS_ONLY.fullmatch(folded) or _DOTTED.fullmatch(folded):
        return 0
    rest = folded
    for written in reversed(expressions(folded)):
        rest = rest[: written.start] + " " + rest[written.end :]
    said = len(rest) < len(folded) or _CLOCK.match(folded) or _WEEKDAY.match(folded)
    if said and _TIME_WORDS.fullmatch(rest):
        return 0
    return 1 if said or _HINTS_WHEN.match(folded) else 2


def _as_time(folded: str) -> float:
    return (0.0, 1.0, 4.0)[_when(folded)]


def is_month(folded: str) -> bool:
    """Whether a line heads rows by their time: "Tháng 3", "Quý II", "Thứ Hai (08/3)"."""
    span = heading_span(folded)
    return span is not None and span[0].unit in ("month", "quarter", "week", "half", "day")


def _joint(line: Line, above: Line) -> float:
    """The price of two lines in one cell."""
    if line.text.startswith(_DASHED):
        return 0.3
    if above.text.endswith(_ENDED):
        return 1.5
    return 0.2 if line.text[:1].islower() or _WANTS_MORE.search(above.folded) or line.text[:1] in '(“"' else 2.5


def _unlike(name: str, folded: str) -> float:
    """How little a line looks like the first line of such a cell."""
    if name == "what":
        return 0.6 if _BODY.match(folded) and len(folded) < _LONG_CELL // 2 else 0.0
    if name in ("holder", "partner"):
        return (0.0 if _BODY.match(folded) else 0.6) + (2.0 if len(folded) > _LONG_CELL else 0.0)
    if name == "place":
        return 0.0 if _PLACE.match(folded) else 0.6
    if name == "money":
        return 0.0 if folded[:1].isdigit() else 1.5
    return 0.5


@lru_cache(maxsize=64)
def _all_empty(columns: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(_empty(name) for name in columns)


def _empty(name: str) -> float:
    if name in ("number", "what"):
        return NEVER
    return _EMPTY_TIME if name in TIMES or name == "finish" else _EMPTY.get(name, 1.2)
