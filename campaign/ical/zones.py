"""Time zones by name, and their VTIMEZONE components (RFC 5545, 3.6.5).

A VTIMEZONE holds the yearly rule of its zone, starting in the past: clients stumble over historic offsets and over
single dates. The rule is read from the last line of the zone's file in the ``tzdata`` package (RFC 9636, 3.3). Only a
zone whose law changed, or will change, within the years that matter has its changes one by one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from campaign.errors import InvalidInput

HOME = "Asia/Ho_Chi_Minh"
UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "UCT", "Zulu", "Z", "GMT", "Etc/GMT"})

_ALIASES = {"Asia/Saigon": HOME}  # missing from the tables of some clients
_YEARS = range(2020, 2040)  # in which a declared zone must be right
_PAST = datetime(1970, 1, 1)  # noqa: DTZ001 - local
_LAST_WEEK = 5  # POSIX: the fifth week is the last one
_DAY = timedelta(days=1)
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")

_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_OFFSET = r"[+-]?\d{1,3}(?::\d{2}){0,2}"
_CHANGE = rf"M(\d+)\.(\d)\.(\d)(?:/({_OFFSET}))?"
_POSIX = re.compile(rf"{_NAME}{_OFFSET}{_NAME}(?:{_OFFSET})?,{_CHANGE},{_CHANGE}")


def zone(name: str) -> ZoneInfo:
    """The zone of this IANA name; InvalidInput when there is none. UTC and old aliases get their one name."""
    try:
        return ZoneInfo("UTC" if name in UTC_NAMES else _ALIASES.get(name, name))
    except (KeyError, ValueError, OSError):
        raise InvalidInput("Không có múi giờ {zone}; cần một tên như Asia/Ho_Chi_Minh.", zone=repr(name)) from None


@dataclass(frozen=True, slots=True)
class _Observance:
    """STANDARD or DAYLIGHT: an offset and the local time from which it holds, once or (``rule``) every year."""

    start: datetime
    before: timedelta
    offset: timedelta
    name: str
    daylight: bool
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class _YearlyChange:
    """A change as POSIX writes it: ``clock`` after the midnight that begins a weekday of a week of a month."""

    month: int
    week: int
    weekday: int
    clock: timedelta

    def in_year(self, year: int) -> datetime:
        first = datetime(year, self.month, 1)  # noqa: DTZ001 - local
        first += (self.weekday - first.isoweekday()) % 7 * _DAY
        weeks = self.week - 1
        while (first + weeks * 7 * _DAY).month != self.month:
            weeks -= 1
        return first + weeks * 7 * _DAY + self.clock

    @property
    def rule(self) -> str:
        # The clock may lie outside the named day (24:00, -1:00): the change is then on another weekday.
        shift = self.clock // _DAY
        letters = _WEEKDAYS[(self.weekday + shift) % 7]
        if shift == 0:
            days = f"BYDAY={-1 if self.week == _LAST_WEEK else self.week}{letters}"
        else:
            length = calendar.monthrange(_PAST.year, self.month)[1]
            first = (length - 6 if self.week == _LAST_WEEK else self.week * 7 - 6) + shift
            days = f"BYDAY={letters};BYMONTHDAY={','.join(str(day) for day in range(first, first + 7))}"
        return f"FREQ=YEARLY;BYMONTH={self.month};{days}"


@lru_cache(maxsize=256)
def timezone_component(name: str) -> bytes:
    """The VTIMEZONE of a zone as bytes; empty for UTC, which needs none."""
    key = zone(name).key
    if key == "UTC":
        return b""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{key}"]
    for each in _observances(zone(key)):
        kind = "DAYLIGHT" if each.daylight else "STANDARD"
        lines += [
            f"BEGIN:{kind}",
            f"DTSTART:{each.start:%Y%m%dT%H%M%S}",
            f"TZOFFSETFROM:{_offset(each.before)}",
            f"TZOFFSETTO:{_offset(each.offset)}",
            f"TZNAME:{each.name}",
            *([f"RRULE:{each.rule}"] if each.rule else []),
            f"END:{kind}",
        ]
    return "".join(f"{line}\r\n" for line in [*lines, "END:VTIMEZONE"]).encode()


def _observances(zone: ZoneInfo) -> list[_Observance]:
    changes = list(_changes(zone))
    yearly = _yearly_changes(zone.key)
    predicted = sorted(change.in_year(year) for change in yearly for year in _YEARS)
    if changes and [each.start for each in changes] == predicted:
        last = {each.start: each for each in changes}
        return [_from_the_past(last[change.in_year(_YEARS[-1])], change) for change in yearly]
    begin = datetime(_YEARS[0], 1, 1, tzinfo=UTC).astimezone(zone)
    offset = _shift(begin)
    return [_Observance(_PAST, offset, offset, begin.tzname() or "", daylight=False), *changes]


def _from_the_past(found: _Observance, change: _YearlyChange) -> _Observance:
    start = change.in_year(_PAST.year)
    return _Observance(start, found.before, found.offset, found.name, found.daylight, change.rule)


def _changes(zone: ZoneInfo) -> Iterator[_Observance]:
    """Every change of the offset in these years, found by looking at each day and then into it."""
    day, end = datetime(_YEARS[0], 1, 1, tzinfo=UTC), datetime(_YEARS[-1] + 1, 1, 1, tzinfo=UTC)
    before = _shift(day.astimezone(zone))
    while day < end:
        day += _DAY
        after = day.astimezone(zone)
        if _shift(after) != before:
            start = _first_after(day - _DAY, before, zone)
            daylight = _shift(after) > before
            yield _Observance(start, before, _shift(after), after.tzname() or "", daylight)
            before = _shift(after)


def _first_after(day: datetime, before: timedelta, zone: ZoneInfo) -> datetime:
    """The local time, in the offset before it, of the change within the day after ``day``."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        if _shift((day + timedelta(minutes=middle)).astimezone(zone)) == before:
            low = middle
        else:
            high = middle
    return (day + timedelta(minutes=high) + before).replace(tzinfo=None)


def _yearly_changes(key: str) -> list[_YearlyChange]:
    footer = files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes().rsplit(b"\n", 2)[-2].decode()
    match = _POSIX.fullmatch(footer)
    if match is None:
        return []
    fields = match.groups()
    return [
        _YearlyChange(int(month), int(week), int(weekday), _duration(clock or "2"))
        for month, week, weekday, clock in (fields[:4], fields[4:])
    ]


def _duration(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _shift(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)


def _offset(offset: timedelta) -> str:
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}"
