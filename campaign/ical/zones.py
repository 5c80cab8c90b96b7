"""Time zones by name, and their VTIMEZONE components (RFC 5545, 3.6.5).

A VTIMEZONE holds only the rule in force today, starting in the past: clients stumble over historic offsets
and over single dates, and a feed has no event from before a change of law. The rule is read from the last
line of the zone's file in the ``tzdata`` package (RFC 9636, 3.3), so every machine writes the same bytes.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from campaign.errors import InvalidInput

HOME = "Asia/Ho_Chi_Minh"
UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "UCT", "Zulu", "Z", "GMT", "Etc/GMT"})

_ALIASES = {"Asia/Saigon": HOME}  # missing from the tables of some clients
_EPOCH_YEAR = 1970
_LAST = 5  # POSIX: the fifth week is the last one

_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_OFFSET = r"[+-]?\d{1,3}(?::\d{2}){0,2}"
_CHANGE = rf"M(\d+)\.(\d)\.(\d)(?:/({_OFFSET}))?"
_POSIX = re.compile(rf"({_NAME})({_OFFSET})(?:({_NAME})({_OFFSET})?,{_CHANGE},{_CHANGE})?")


def zone(name: str) -> ZoneInfo:
    """The zone of this IANA name; InvalidInput when there is none. UTC and old aliases get their one name."""
    try:
        return ZoneInfo("UTC" if name in UTC_NAMES else _ALIASES.get(name, name))
    except (KeyError, ValueError, OSError):
        raise InvalidInput("Không có múi giờ {zone}; cần một tên như Asia/Ho_Chi_Minh.", zone=repr(name)) from None


@dataclass(frozen=True, slots=True)
class _Observance:
    """STANDARD or DAYLIGHT: an offset, and the yearly moment from which it holds (None: always)."""

    name: str
    offset: timedelta
    before: timedelta
    since: tuple[int, int, int, timedelta] | None


@lru_cache(maxsize=256)
def timezone_component(name: str) -> bytes:
    """The VTIMEZONE of a zone as bytes; empty for UTC, which needs none."""
    key = zone(name).key
    if key == "UTC":
        return b""
    observances = _observances(key)
    highest = max(each.offset for each in observances)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{key}"]
    for each in observances:
        kind = "DAYLIGHT" if len(observances) > 1 and each.offset == highest else "STANDARD"
        lines += [f"BEGIN:{kind}", *_rule_lines(each), f"END:{kind}"]
    return "".join(f"{line}\r\n" for line in [*lines, "END:VTIMEZONE"]).encode()


def _observances(key: str) -> list[_Observance]:
    footer = files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes().rsplit(b"\n", 2)[-2].decode()
    match = _POSIX.fullmatch(footer)
    if match is None:
        raise InvalidInput("Múi giờ {zone} không có quy tắc đổi giờ hằng năm.", zone=key)
    name, west, summer_name, summer_west, *changes = match.groups()
    standard = -_duration(west)  # POSIX counts westwards
    if summer_name is None:
        return [_Observance(name.strip("<>"), standard, standard, None)]
    summer = -_duration(summer_west) if summer_west else standard + timedelta(hours=1)
    to_summer, to_standard = _change(changes[:4]), _change(changes[4:])
    return [
        _Observance(name.strip("<>"), standard, summer, to_standard),
        _Observance(summer_name.strip("<>"), summer, standard, to_summer),
    ]


def _duration(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _change(fields: list[str]) -> tuple[int, int, int, timedelta]:
    month, week, weekday, clock = fields
    return int(month), int(week), int(weekday), _duration(clock or "2")


def _rule_lines(observance: _Observance) -> list[str]:
    offsets = [
        f"TZOFFSETFROM:{_offset(observance.before)}",
        f"TZOFFSETTO:{_offset(observance.offset)}",
        f"TZNAME:{observance.name}",
    ]
    if observance.since is None:
        return [f"DTSTART:{_EPOCH_YEAR}0101T000000", *offsets]
    month, week, weekday, clock = observance.since
    # The clock may lie outside the named day (24:00, -1:00): the change is then on another weekday.
    days, rest = divmod(clock, timedelta(days=1))
    month_days = _month_days(month, week, days)
    letters = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")[(weekday + days) % 7]
    first = next(day for day in month_days if date(_EPOCH_YEAR, month, day).isoweekday() % 7 == (weekday + days) % 7)
    start = datetime.combine(date(_EPOCH_YEAR, month, first), time()) + rest
    if days == 0:
        by_day = f"BYDAY={-1 if week == _LAST else week}{letters}"
    else:
        by_day = f"BYDAY={letters};BYMONTHDAY={','.join(map(str, month_days))}"
    return [f"DTSTART:{start:%Y%m%dT%H%M%S}", *offsets, f"RRULE:FREQ=YEARLY;BYMONTH={month};{by_day}"]


def _month_days(month: int, week: int, shift: int) -> range:
    """The seven days of the month among which the change falls; week 5 is the last one."""
    first = calendar.monthrange(_EPOCH_YEAR, month)[1] - 6 if week == _LAST else week * 7 - 6
    return range(first + shift, first + shift + 7)


def _offset(offset: timedelta) -> str:
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}"
