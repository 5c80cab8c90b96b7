"""Clock times as offices write them: 8h00, 8 giờ 30 phút, 14:00, "từ 8h00 đến 11h30"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = (
    r"(?<![\d/.,:])(?P<{0}h>[01]?\d|2[0-4])\s*"
    r"(?:(?:giờ|h(?![^\W\d])|g(?![^\W\d]))\s?(?P<{0}m>[0-5]\d)?(?!\d)(?:\s?(?:phút|'))?|:(?P<{0}n>[0-5]\d)(?![\d:]))"
)
_CLOCK = re.compile(
    _FORM.format("a")
    + r"(?:(?P<ahalf>\s+rưỡi))?(?:\s*(?P<s>sáng|trưa|chiều|tối))?"
    + r"(?:\s*(?:-|đến|tới)\s*"
    + _FORM.format("b")
    + r"(?:\s*(?P<t>sáng|trưa|chiều|tối))?)?"
)
_HALF_PAST = re.compile(r"(?<![\d/.,:])(?P<h>\d{1,2})\s+(?:giờ\s+)?rưỡi(?:\s+(?P<s>sáng|trưa|chiều|tối))?")
_HOURS_ALONE = re.compile(r"(?:lúc|vào|từ|hồi|khoảng|đúng|trước|nhất|đến|hạn|:)\s*$")
_DURATION = re.compile(r"\s*(?:làm việc|học|/|đồng hồ|mỗi|một|\d)|\s*giảng")
_CLOSES = re.compile(r"\s*(?:[.,;)]?\s*$|:\s)")
_LASTS = re.compile(
    r"(?:(?:thời lượng|số giờ|số tiết|tổng số|thời gian làm bài)\s*:|"
    r"trong|kéo dài|thời lượng|suốt|mỗi buổi|mỗi buổi học)\s*$"
)
_OPENS = re.compile(r"(?:^|[:;,.(–-])\s*$")
_GOES_ON = re.compile(r"\s*(?:,\s+\D|\s+-\s+\D)|:\s|(?:(?<=\s)|\s+)(?:tại|ở|sáng|chiều)\s")
_HOURS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_WORD_HOURS = re.compile(rf"\b({'|'.join(sorted(_HOURS, key=len, reverse=True))})(?=\s+(?:giờ(?! làm)|rưỡi)\b)")
_NOON, _DAY = 12, 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, "HH:MM", and the time it ends where said, with its place in the statement."""

    start: int
    end: int
    time: str
    end_time: str | None


def clocks(folded: str) -> list[Clock]:
    """The clock times of a statement; durations ("2 giờ") are none."""
    folded = _in_figures(folded)
    found: list[Clock] = []
    for match in _CLOCK.finditer(folded):
        minutes = match["am"] or match["an"]
        if minutes is None and not _is_hour(folded, match):
            continue
        start = _said(match["ah"], minutes or ("30" if match["ahalf"] else None), match["s"])
        end = _said(match["bh"], match["bm"] or match["bn"], match["t"] or match["s"]) if match["bh"] else None
        if start:
            found.append(Clock(match.start(), match.end(), start, end))
    for match in _HALF_PAST.finditer(folded):
        half_past = _said(match["h"], "30", match["s"])
        if half_past and not any(clock.start <= match.start() < clock.end for clock in found):
            found.append(Clock(match.start(), match.end(), half_past, None))
    return sorted(found, key=lambda clock: clock.start)


def _in_figures(folded: str) -> str:
    """The statement with its hours in figures ("bảy rưỡi", "sáu giờ"), every other place kept."""
    return _WORD_HOURS.sub(lambda match: f"{_HOURS[match[1]]:<{len(match[1])}}", folded)


def _is_hour(folded: str, match: re.Match[str]) -> bool:
    """Whether an hour without minutes is a time of day.

    Something before it, a session or a day after it says so.
    """
    closes = _CLOSES.match(folded, match.end()) and folded[: match.start()].endswith(", ")
    opens = _OPENS.search(folded, 0, match.start()) and _GOES_ON.match(folded, match.end())
    if match["s"] or match["ahalf"] or match["bh"] or closes:
        return True
    before, after = folded[: match.start()], folded[match.end() :]
    if _DURATION.match(after) or _LASTS.search(before):
        return False
    return bool(
        opens
        or _HOURS_ALONE.search(before)
        or re.match(r"\s*,?\s*(?:(?:ngày|thứ|chủ nhật|cùng ngày)(?!\w)|\d{1,2}/\d)", after)
    )


def _said(hour: str, minutes: str | None, session: str | None) -> str | None:
    value = int(hour)
    if session in ("chiều", "tối") and value < _NOON:
        value += _NOON
    if value >= _DAY:
        return "23:59" if value == _DAY and not int(minutes or 0) else None
    return f"{value:02}:{int(minutes or 0):02}"
