"""Moments of one statement seen together.

Lists share their sense, neighbours join, clock times find their day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from campaign.reading.time.clocks import Clock, clocks
from campaign.reading.time.spans import Part


@dataclass(frozen=True, slots=True)
class Moment:
    """A span of the calendar that something is to be done in.

    ``start`` and ``end`` are its place in the statement.

    ``weak``: an occasion that yields to any other date; ``named``: it is known by its name only.
    """

    start: int
    end: int
    first: Part
    last: Part
    weak: bool = False
    deadline: bool = False
    time: str | None = None
    end_time: str | None = None
    session: str | None = None
    later: int = 0
    named: bool = False


_LIST = re.compile(r"[\s(),;&-]*(?:và|hoặc)?\s*(?:ngày\s+)?")
_FEAST_LIST = re.compile(r"[\s(),;&-]*(?:và|hoặc)?\s*(?:(?:dịp|ngày|ngày lễ|nhân dịp|kỷ niệm|các ngày)\s+)*")
_BESIDE = re.compile(
    r"(?:[\s,()\-;:]|thứ\s+\w+|chủ nhật|sáng|chiều|tối|trưa|buổi|ngày|cùng|lúc|vào|từ|bắt đầu|"
    r"hồi|khoảng|hết|trước|và|các|đúng)*"
)
_NEXT_DAY = re.compile(r"\s*(?:,|và|;)\s*(?:sáng|chiều|tối|buổi|ngày|cả ngày|\s)*")
_TO = re.compile(r"\b(?:đến|tới)\b|-")


def _in_session(time: str, session: str | None) -> str:
    """The time of day in its session: half past seven "tối" is 19:30."""
    hour = int(time[:2])
    return f"{hour + _NOON:02}{time[2:]}" if session in ("chiều", "tối") and hour < _NOON else time


_NOON = 12
_CLOCK_LED = re.compile(r"(?:từ|lúc|vào|hồi|bắt đầu)\s*$")


def gathered(folded: str, found: list[Moment]) -> list[Moment]:
    """The moments of a folded statement after what stands beside them was taken in."""
    listed = _listed(folded, _named_once(folded, found))
    return _with_clocks(folded, _run_together(folded, listed))


def _named_once(folded: str, found: list[Moment]) -> list[Moment]:
    """A feast's name and its date beside it are one moment: the date."""
    kept: list[Moment] = []
    for moment in found:
        if kept and kept[-1].weak and re.fullmatch(r"[\s(,:-]*(?:ngày\s+)?", folded[kept[-1].end : moment.start]):
            before = kept[-1]
            if (before.first.month, before.first.number) == (moment.first.month, moment.first.number):
                kept[-1] = replace(moment, start=before.start, weak=True)
                continue
        kept.append(moment)
    return kept


def _listed(folded: str, found: list[Moment]) -> list[Moment]:
    """What stands in a list shares its sense: "kỷ niệm 8/3, 20/10", "trước ngày 15/6 và 10/12"."""
    shared: list[Moment] = []
    for moment in found:
        before = shared[-1] if shared else None
        shared.append(_like(before, moment, folded[before.end : moment.start]) if before else moment)
    return shared


def _like(before: Moment, moment: Moment, between: str) -> Moment:
    """A moment that takes over from the one before it in a list that it is an occasion, or a deadline."""
    if before.first != before.last or moment.first != moment.last or moment.first.unit != before.first.unit:
        return moment
    if before.weak and not moment.deadline and _FEAST_LIST.fullmatch(between):
        return replace(moment, weak=True)
    if before.deadline and not moment.weak and _LIST.fullmatch(between):
        return replace(moment, deadline=True)
    return moment


def _run_together(folded: str, found: list[Moment]) -> list[Moment]:
    """Two days that follow each other and are joined by "và" are one span: "chiều 28/9 và sáng 29/9"."""
    joined: list[Moment] = []
    for moment in found:
        before = joined[-1] if joined else None
        if before and _follows(before, moment) and _NEXT_DAY.fullmatch(folded, before.end, moment.start):
            joined[-1] = replace(before, end=moment.end, last=moment.last, session=None)
        else:
            joined.append(moment)
    return joined


def _follows(before: Moment, moment: Moment) -> bool:
    last, first = before.last, moment.first
    plain = not (before.weak or before.deadline or moment.weak or moment.deadline) and last.unit == first.unit == "day"
    return plain and last.month == first.month and (last.number or 0) + 1 == first.number


def _with_clocks(folded: str, found: list[Moment]) -> list[Moment]:
    """Each clock time goes to the moment it stands beside."""
    timed = list(found)
    for clock in clocks(folded):
        days = [i for i, moment in enumerate(timed) if moment.first.unit == "day"]
        near = [i for i in days if _touches(folded, clock, timed[i], alone=len(days) == 1)]
        if near:
            i = min(near, key=lambda i: (timed[i].weak, _gap(clock, timed[i])))
            timed[i] = _at(folded, timed[i], clock)
    return timed


def _gap(clock: Clock, moment: Moment) -> int:
    if clock.end <= moment.start:
        return moment.start - clock.end
    return max(0, clock.start - moment.end)


def _touches(folded: str, clock: Clock, moment: Moment, *, alone: bool) -> bool:
    if moment.start <= clock.start < moment.end:
        return True
    between = folded[clock.end : moment.start] if clock.end <= moment.start else folded[moment.end : clock.start]
    if _BESIDE.fullmatch(between):
        return True
    one_day = moment.first == moment.last
    led = _CLOCK_LED.search(folded, max(0, clock.start - 15), clock.start)
    return alone and not moment.weak and (one_day or bool(led) or clock.end_time is not None)


def _at(folded: str, moment: Moment, clock: Clock) -> Moment:
    inside = moment.first != moment.last and moment.start < clock.start < moment.end
    ends = inside and clock.end_time is None and _TO.search(folded, moment.start, clock.start) is not None
    if ends and moment.end_time is None:
        return replace(moment, end_time=clock.time)
    if moment.time is None:
        return replace(moment, time=_in_session(clock.time, moment.session), end_time=clock.end_time)
    return moment
