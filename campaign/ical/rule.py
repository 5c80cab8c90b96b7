"""Recurrence rules as text (RFC 5545, 3.3.10): which ones we take, and the form of their last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from campaign.errors import InvalidInput

LARGEST_COUNT = 10_000
LARGEST_INTERVAL = 1_000

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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
    return match is not None and (match[1] is None or 1 <= abs(int(match[1])) <= 53)


# Which values each part may have. Parts are written in this order, so equal rules give equal text.
_PARTS: dict[str, Callable[[str], bool]] = {
    "FREQ": _FREQUENCIES.__contains__,
    "UNTIL": lambda text: _UNTIL.fullmatch(text) is not None,
    "COUNT": _between(1, LARGEST_COUNT),
    "INTERVAL": _between(1, LARGEST_INTERVAL),
    "BYMONTH": _between(1, 12),
    "BYWEEKNO": _between(1, 53, negative=True),
    "BYYEARDAY": _between(1, 366, negative=True),
    "BYMONTHDAY": _between(1, 31, negative=True),
    "BYDAY": _numbered_day,
    "BYHOUR": _between(0, 23),
    "BYMINUTE": _between(0, 59),
    "BYSECOND": _between(0, 59),
    "BYSETPOS": _between(1, 366, negative=True),
    "WKST": _WEEKDAYS.__contains__,
}
_SINGLE = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST")
_TIME_OF_DAY = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}


def parse(rule: str) -> dict[str, tuple[str, ...]]:
    """The parts of a rule, each checked, in a fixed order; InvalidInput names the part that is wrong.

    Rules that repeat within a day are refused: a work calendar has no use for them, and one of them can
    fill the memory.
    """
    given: dict[str, tuple[str, ...]] = {}
    for part in filter(None, rule.upper().replace(" ", "").split(";")):
        name, _, values = part.partition("=")
        given[name] = tuple(dict.fromkeys(values.split(",")))
        _check(name, given[name])
    if "FREQ" not in given:
        raise InvalidInput("RRULE thiếu FREQ, ví dụ FREQ=YEARLY.")
    if "COUNT" in given and "UNTIL" in given:
        raise InvalidInput("RRULE chỉ được có COUNT hoặc UNTIL, không được có cả hai.")
    return {name: given[name] for name in _PARTS if name in given}


def _check(name: str, values: tuple[str, ...]) -> None:
    if name == "FREQ" and values not in [(each,) for each in _FREQUENCIES]:
        raise InvalidInput(
            "RRULE chỉ được lặp theo ngày, tuần, tháng hoặc năm (FREQ=DAILY, WEEKLY, MONTHLY, YEARLY), không phải {value}.",
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
    if match is not None:
        parts["UNTIL"] = (f"{_last_day(match, start, zone):%Y%m%d}",)
    return text(parts)


def _drop_time_of_day(parts: dict[str, tuple[str, ...]], start: date | datetime) -> None:
    for name, field in _TIME_OF_DAY.items():
        values = parts.pop(name, None)
        # An all-day series has no time of day; RFC 5545 tells readers to ignore these parts there.
        if (
            values
            and isinstance(start, datetime)
            and [int(each) for each in values] != [getattr(start, field)]
        ):
            raise InvalidInput("RRULE không được lặp nhiều lần trong một ngày ({name}).", name=name)


def _last_day(match: re.Match[str], start: date | datetime, zone: ZoneInfo | None) -> date:
    day, clock, utc = match.groups()
    try:
        last = datetime.strptime(day + (clock or "235959"), "%Y%m%d%H%M%S")  # noqa: DTZ007
    except ValueError:
        raise InvalidInput("UNTIL={value} không phải là một ngày có thật.", value=match[0]) from None
    if not isinstance(start, datetime):
        return last.date()
    if utc and zone is not None:
        last = last.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    if last.time() < start.time():
        return date.fromordinal(last.toordinal() - 1)
    return last.date()


def with_typed_until(rule: str, zone: ZoneInfo | None) -> str:
    """Our rule in the form of the standard: UNTIL has the type of DTSTART (RFC 5545, 3.3.10).

    ``zone`` is None for an all-day series. For a timed one UNTIL is the end of that local day, in UTC: a client
    that takes a UTC time for a local one still shows the last instance.
    """
    parts = parse(rule)
    if zone is not None and "UNTIL" in parts:
        last = datetime.strptime(parts["UNTIL"][0][:8], "%Y%m%d").date()  # noqa: DTZ007
        end = datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC)
        parts["UNTIL"] = (f"{end:%Y%m%dT%H%M%SZ}",)
    return text(parts)
