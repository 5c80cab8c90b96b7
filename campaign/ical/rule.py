"""Recurrence rules as text (RFC 5545, 3.3.10): which ones we take, and the form of their last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from campaign.dates.rule import FREQUENCIES, MOST_COUNT, MOST_INTERVAL, WEEKDAYS, split
from campaign.errors import InvalidInput

FIRST_YEAR, LAST_YEAR = 1900, 2200

_WEEKS = 53
_NUMBERED_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


def _between(low: int, high: int, *, negative: bool = False) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        if not re.fullmatch(r"[+-]?\d{1,5}", text):
            return False
        number = int(text)
        return low <= (abs(number) if negative else number) <= high

    return fits


def _numbered_day(text: str) -> bool:
    match = _NUMBERED_DAY.fullmatch(text)
    return match is not None and (match[1] is None or 1 <= abs(int(match[1])) <= _WEEKS)


# Which values each part may have. Parts are written in this order, so equal rules give equal text.
_PARTS: dict[str, Callable[[str], bool]] = {
    "FREQ": FREQUENCIES.__contains__,
    "UNTIL": lambda text: _UNTIL.fullmatch(text) is not None,
    "COUNT": _between(1, MOST_COUNT),
    "INTERVAL": _between(1, MOST_INTERVAL),
    "BYMONTH": _between(1, 12),
    "BYWEEKNO": _between(1, 53, negative=True),
    "BYYEARDAY": _between(1, 366, negative=True),
    "BYMONTHDAY": _between(1, 31, negative=True),
    "BYDAY": _numbered_day,
    "BYHOUR": _between(0, 23),
    "BYMINUTE": _between(0, 59),
    "BYSECOND": _between(0, 59),
    "BYSETPOS": _between(1, 366, negative=True),
    "WKST": WEEKDAYS.__contains__,
}
_SINGLE = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST")
_TIME_OF_DAY = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}


def parse(rule: str) -> dict[str, tuple[str, ...]]:
    """The parts of a rule, each checked, in a fixed order; InvalidInput names the part that is wrong.

    Rules that repeat within a day are refused: a work calendar has no use for them, and one of them can
    fill the memory.
    """
    given: dict[str, tuple[str, ...]] = {}
    for name, values in split(rule).items():
        given[name] = tuple(dict.fromkeys(values.replace(" ", "").split(",")))
        _check(name, given[name])
    if "FREQ" not in given:
        raise InvalidInput("RRULE thiếu FREQ, ví dụ FREQ=YEARLY.")
    if "COUNT" in given and "UNTIL" in given:
        raise InvalidInput("RRULE chỉ được có COUNT hoặc UNTIL, không được có cả hai.")
    return {name: given[name] for name in _PARTS if name in given}


def _check(name: str, values: tuple[str, ...]) -> None:
    if name == "FREQ" and values not in [(each,) for each in FREQUENCIES]:
        raise InvalidInput(
            "RRULE chỉ được lặp theo ngày, tuần, tháng hoặc năm (FREQ=DAILY, WEEKLY, MONTHLY hoặc YEARLY),"
            " không phải {value}.",
            value=_short(values),
        )
    fits = _PARTS.get(name)
    if fits is None or not all(map(fits, values)) or (name in _SINGLE and len(values) != 1):
        raise InvalidInput("RRULE có phần không hợp lệ: {name}={value}.", name=name, value=_short(values))


def _short(values: tuple[str, ...]) -> str:
    text = ",".join(values)
    return text if len(text) <= 60 else text[:60] + "…"  # noqa: PLR2004


def text(parts: dict[str, tuple[str, ...]]) -> str:
    """The rule as it is written after ``RRULE:``."""
    return ";".join(f"{name}={','.join(values)}" for name, values in parts.items())


def with_day_until(rule: str, start: date | datetime, zone: ZoneInfo | None) -> str:
    """A foreign rule in our form: UNTIL is the last day, and the time of day is that of the start.

    ``zone`` is the zone of a timed series. An UNTIL in UTC is the local day on which it falls; when it is
    earlier in that day than the start, the series ends on the day before.
    """
    parts = parse(rule)
    _drop_time_of_day(parts, start)
    match = _UNTIL.fullmatch(parts["UNTIL"][0]) if "UNTIL" in parts else None
    if match is not None and int(match[0][:4]) > LAST_YEAR:
        del parts["UNTIL"]  # "for ever", in the way of some programs
    elif match is not None:
        parts["UNTIL"] = (f"{_last_day(match, start, zone):%Y%m%d}",)
    return text(parts)


def _drop_time_of_day(parts: dict[str, tuple[str, ...]], start: date | datetime) -> None:
    for name, field in _TIME_OF_DAY.items():
        values = parts.pop(name, None)
        # An all-day series has no time of day; RFC 5545 tells readers to ignore these parts there.
        if values and isinstance(start, datetime) and [int(each) for each in values] != [getattr(start, field)]:
            raise InvalidInput("RRULE không được lặp nhiều lần trong một ngày ({name}).", name=name)


def _last_day(match: re.Match[str], start: date | datetime, zone: ZoneInfo | None) -> date:
    day, clock, utc = match.groups()
    last = _real(match[0], day + (clock or "235959"))
    if utc and zone is not None and isinstance(start, datetime):
        last = last.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    early = isinstance(start, datetime) and last.time() < start.time()
    return last.date() - timedelta(days=1) if early else last.date()


def _real(until: str, digits: str) -> datetime:
    """The moment that UNTIL means, in the years in which a plan can lie."""
    moment: datetime | None
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S")  # noqa: DTZ007 - local, or UTC as its caller knows
    except ValueError:
        moment = None
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidInput("UNTIL={value} không phải là một ngày có thật.", value=until)
    return moment


def with_typed_until(rule: str, zone: ZoneInfo | None) -> str:
    """Our rule in the form of the standard: UNTIL has the type of DTSTART (RFC 5545, 3.3.10).

    ``zone`` is None for an all-day series. For a timed one UNTIL is the end of that local day, in UTC: a
    client that takes a UTC time for a local one still shows the last instance.
    """
    parts = parse(rule)
    if zone is not None and "UNTIL" in parts:
        until = parts["UNTIL"][0]
        end = _real(until, until[:8] + "235959").replace(tzinfo=zone).astimezone(UTC)
        parts["UNTIL"] = (f"{end:%Y%m%dT%H%M%SZ}",)
    return text(parts)
