"""On which days a rule lets a series start.

The work depends on the days asked for, never on how long ago the series began: plain daily, weekly, yearly
and lunar rules are computed; for the others dateutil begins at the period of the first day asked for, in
phase with the interval. A COUNT is turned into its last day once, and remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from heapq import merge
from itertools import islice, takewhile
from typing import Final, Literal

from dateutil import rrule

from campaign.dates import lunar
from campaign.dates.rule import Rule

HORIZON = date(2199, 12, 31)
"""No rule is followed beyond this day: rules without an end, and rules that hardly ever meet, stop here."""

_FREQUENCY: Final[dict[str, Literal[0, 1, 2, 3]]] = {"YEARLY": 0, "MONTHLY": 1, "WEEKLY": 2, "DAILY": 3}
"""dateutil's numbers."""
_LUNAR_YEARS = range(lunar.YEARS[0], lunar.YEARS[-1])  # the last lunar year ends after the last solar one


def starts(rule: Rule, first: date, lower: date, upper: date) -> Iterator[date]:
    """The days from `lower` to `upper`, both included, on which a series that began on `first` starts.

    In order. As in RFC 5545, days that do not exist (29 February, 31 June) are left out, not moved. `first`
    itself is among them only if the rule falls on it.
    """
    last = min(upper, HORIZON)
    if rule.until is not None:
        last = min(last, rule.until)
    if rule.count is not None:
        last = min(last, _last_of_count(rule, first))
    if lower > last:
        return iter(())
    return takewhile(lambda day: day <= last, _endless(rule, first, max(first, lower)))


def ended_by_day(rule: Rule, first: date) -> Rule:
    """The rule with UNTIL in place of COUNT, of a series that began on `first`: clients agree on UNTIL alone."""
    if rule.count is None:
        return rule
    return replace(rule, count=None, until=_last_of_count(rule, first))


@lru_cache(maxsize=4096)
def _last_of_count(rule: Rule, first: date) -> date:
    assert rule.count is not None
    days = takewhile(lambda day: day <= HORIZON, _endless(rule, first, first))
    return next(islice(days, rule.count - 1, None), HORIZON)


def _endless(rule: Rule, first: date, lower: date) -> Iterator[date]:
    """The starts on or after `lower`, without COUNT and UNTIL, at least as far as the horizon."""
    if rule.lunar:
        return _lunar(rule, lower)
    if rule.frequency == "WEEKLY" and not rule.by_month:
        return _weekly(rule, first, lower)
    if rule.by_month or rule.by_month_day or rule.by_day or rule.frequency == "MONTHLY":
        return _by_parts(rule, first, lower)
    return _every(rule.interval, first, lower) if rule.frequency == "DAILY" else _yearly(rule, first, lower)


def _every(days: int, origin: date, lower: date) -> Iterator[date]:
    """Every so many days from `origin`, which may lie before `lower`."""
    day = origin + timedelta(days=-(-(lower - origin).days // days) * days)
    step = timedelta(days=days)
    while day <= HORIZON:
        yield day
        day += step


def _weekly(rule: Rule, first: date, lower: date) -> Iterator[date]:
    weekdays = sorted({weekday for _, weekday in rule.by_day} or {first.weekday()})
    monday = first - timedelta(days=first.weekday())
    each = [_every(7 * rule.interval, monday + timedelta(days=weekday), lower) for weekday in weekdays]
    return each[0] if len(each) == 1 else merge(*each)


def _yearly(rule: Rule, first: date, lower: date) -> Iterator[date]:
    leap_day = (first.month, first.day) == (2, 29)
    for year in range(_aligned(rule, first, lower).year, HORIZON.year + 1, rule.interval):
        if leap_day and not _is_leap(year):
            continue
        day = first.replace(year=year)
        if day >= lower:
            yield day


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _lunar(rule: Rule, lower: date) -> Iterator[date]:
    # A lunar year starts in January or February, so a solar date belongs to its own year or the one before.
    for year in range(max(lower.year - 1, _LUNAR_YEARS.start), _LUNAR_YEARS.stop):
        day = lunar.anniversary(year, rule.by_month[0], rule.by_month_day[0])
        if day >= lower:
            yield day


def _by_parts(rule: Rule, first: date, lower: date) -> Iterator[date]:
    whole = _completed(rule, first)
    moments = rrule.rrule(
        _FREQUENCY[whole.frequency],
        dtstart=datetime.combine(_aligned(whole, first, lower), time()),
        interval=whole.interval,
        until=datetime.combine(HORIZON, time()),
        wkst=rrule.MO,
        bymonth=whole.by_month or None,
        bymonthday=whole.by_month_day or None,
        byweekday=[rrule.weekday(weekday, nth or None) for nth, weekday in whole.by_day] or None,
        bysetpos=whole.by_set_pos or None,
    )
    return (moment.date() for moment in moments if moment.date() >= lower)


def _completed(rule: Rule, first: date) -> Rule:
    """The rule with all that it takes from the first day written out, so that it can begin on another."""
    if rule.by_month_day or rule.by_day:
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, by_day=((0, first.weekday()),))
    if rule.frequency == "MONTHLY" or (rule.by_month and rule.frequency == "YEARLY"):
        return replace(rule, by_month_day=(first.day,))
    return rule


def _aligned(rule: Rule, first: date, lower: date) -> date:
    """The first day of the latest period (year, month, week, day) in phase with `first` not after `lower`."""
    if rule.frequency == "YEARLY":
        return date(first.year + _phase_before(lower.year - first.year, rule.interval), 1, 1)
    if rule.frequency == "MONTHLY":
        months = first.year * 12 + first.month - 1
        months += _phase_before(lower.year * 12 + lower.month - 1 - months, rule.interval)
        return date(months // 12, months % 12 + 1, 1)
    if rule.frequency == "WEEKLY":
        monday = first - timedelta(days=first.weekday())
        return monday + timedelta(weeks=_phase_before((lower - monday).days // 7, rule.interval))
    return first + timedelta(days=_phase_before((lower - first).days, rule.interval))


def _phase_before(distance: int, interval: int) -> int:
    return distance // interval * interval
