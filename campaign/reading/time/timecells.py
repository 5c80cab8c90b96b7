"""When a row of a table happens: what its time cell says, more freely than a sentence would, and what its note adds.

In a cell that is there for times, "15.4" is a day and "15, 22 và 29/8" are three, which in prose may be numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from campaign.reading.time.clocks import clocks
from campaign.reading.time.moments import Moment
from campaign.reading.time.spans import Part
from campaign.reading.time.times import moments

_DOTTED: Final = re.compile(
    r"(?<![\d.,/-])(?P<d>0?[1-9]|[12]\d|3[01])\.(?=(?:0?[1-9]|1[0-2])(?![\d.,]*\d)|(?:0?[1-9]|1[0-2])\.20\d\d)|"
    r"(?<=\d)\.(?=20\d\d(?!\d))"
)
_DASHED: Final = re.compile(
    r"(?:(?:trước|từ|hết|hạn|ngày|chậm nhất)\s+)*(?P<d>0?[1-9]|[12]\d|3[01])-(?P<m>0?[1-9]|1[0-2])(?:-20\d\d)?"
)
_DAYS_FIRST: Final = re.compile(r"\d{1,2}\s*(?:-|đến|tới|,(?=\s|.*/)|;|và|&)\s*(?:ngày\s+)?\d")
_RANGE: Final = re.compile(r"\s*(?:-|đến|tới)\s*(?:hết\s+)?")
_LASTS: Final = re.compile(
    r"[\s,;(]*(?:và\s+)?(?:kéo dài(?:\s+(?:đến|tới))?|bế mạc|kết thúc|bế giảng|tổng kết)\s*(?:vào\s+|"
    r"hết\s+)*(?:ngày\s+)?"
)
_COARSE: Final = ("month", "quarter", "half", "third")
_SESSIONS: Final = ("sáng", "chiều", "tối", "trưa")
_HANDED_IN: Final = re.compile(
    r"(?<!\w)(?:nộp|gửi|trình|báo cáo|đăng ký|hoàn thành|chốt|quyết toán|lập|xây dựng|ban hành|tổng hợp)(?!\w)"
)
_DEADLINE: Final = re.compile(r"trước|chậm nhất|hạn|muộn nhất|xong|đến hết|hoàn thành")


def moments_of(cells: dict[str, str]) -> list[Moment]:
    """The moments of a row, by its folded cells: those of the time cell, or more exact days that the note gives."""
    limit = "time" not in cells
    cell = cells.get("limit" if limit else "time", "")
    note = cells.get("note", "")
    found = cell_moments(cell)
    if limit and not _are_sessions(cell, found, cells.get("what", "")):
        found = [replace(one, deadline=one.deadline or _is_day(one)) for one in found]
    return _with_clock(_in_session(_exact(found, note), cells.get("clock", "")), note)


def cell_moments(cell: str) -> list[Moment]:
    """The moments that a folded time cell names."""
    cell = _with_slashes(cell)
    lead = ": ngày " if _DAYS_FIRST.match(cell) else ": "
    text = lead + cell
    return _without_frame(_joined(text, list(moments(text, in_time_cell=True))))


def _without_frame(found: list[Moment]) -> list[Moment]:
    """Without the month in which a day of the same cell lies: "tháng 3 (dự kiến 25/3)"."""
    months = {moment.first.month for moment in found if moment.first.unit == "day"}
    return [one for one in found if one.first.unit != "month" or one.first != one.last or one.first.month not in months]


def _with_slashes(cell: str) -> str:
    dashed = _DASHED.fullmatch(cell)
    if dashed:
        place = dashed.end("d")
        return cell[:place] + "/" + cell[place + 1 :].replace("-", "/")
    return _DOTTED.sub(lambda match: (match["d"] or "") + "/", cell)


def _joined(text: str, found: list[Moment]) -> list[Moment]:
    """Months that follow each other are one span, as are two quarters with a dash: the time of one thing."""
    joined: list[Moment] = []
    for moment in found:
        before = joined[-1] if joined else None
        if before and _goes_on(before, moment, text[before.end : moment.start]):
            joined[-1] = replace(before, end=moment.end, last=moment.last, deadline=False)
        else:
            joined.append(moment)
    return joined


def _goes_on(before: Moment, moment: Moment, between: str) -> bool:
    units = {before.first.unit, before.last.unit, moment.first.unit}
    if units == {"day"} and before.first == before.last and _LASTS.fullmatch(between):
        return True
    if units == {"quarter"}:
        return bool(_RANGE.fullmatch(between))
    return units == {"month"} and (before.last.month or 0) + 1 == moment.first.month


def _are_sessions(cell: str, found: list[Moment], what: str) -> bool:
    """Whether a column of limits says when something is held: on several days, or at an hour.

    What is handed in at an hour is due then.
    """
    if _DEADLINE.search(cell):
        return False
    return len(found) > 1 or (any(one.time for one in found) and not _HANDED_IN.search(what))


def _is_day(moment: Moment) -> bool:
    return moment.first == moment.last and moment.first.unit == "day"


def _exact(found: list[Moment], note: str) -> list[Moment]:
    """The days that a note gives ("ngày 10/3") where the time column only has a month or quarter."""
    coarse = bool(found) and all(moment.first.unit in _COARSE for moment in found)
    days = [moment for moment in moments(": " + note) if moment.first.unit == "day"] if coarse and note else []
    return days or found


def _in_session(found: list[Moment], clock: str) -> list[Moment]:
    """The moments in the session that a column of its own names."""
    session = _session(clock)
    return [replace(one, session=one.session or session) for one in found] if session else found


def _session(clock: str) -> str | None:
    return next((name for name in _SESSIONS if name in clock), None)


def _with_clock(found: list[Moment], note: str) -> list[Moment]:
    """The one day of a row with the hour that its note gives: "13h30 - 16h00, xưởng 2"."""
    if len(found) != 1 or not _is_day(found[0]) or found[0].time or moments(note):
        return found
    times = clocks(note)
    return [replace(found[0], time=times[0].time, end_time=times[0].end_time)] if times else found


def of_day(day: Part, clock: str) -> Moment:
    """The moment of a row under the heading of a day, with what its column for the hour says."""
    times = clocks(clock)
    moment = Moment(0, 0, day, day, session=_session(clock))
    return replace(moment, time=times[0].time, end_time=times[0].end_time) if times else moment
