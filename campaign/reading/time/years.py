"""From a part of the calendar as written to days.

The year and month it lacks come from the text, never from nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from campaign.reading.time.headings import Span
from campaign.reading.time.moments import Moment
from campaign.reading.time.spans import Day, Days, Part, Precision, days_of

_SCHOOL_STARTS = 8
_HALF_A_YEAR = 183
_PRECISIONS: dict[str, Precision] = {
    "day": "day", "week": "day", "third": "day",
    "month": "month", "quarter": "quarter", "half": "month", "year": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Years:
    """What a text says about its year: in its title, as a school year, by its date, by its other dates.

    ``given`` is the year that the caller names for texts that do not say it. ``telling``: news and minutes,
    which speak of what was up to their own day. ``planning``: a plan may name days of its year before it
    was signed.
    """

    title: int | None = None
    school: tuple[int, int] | None = None
    given: int | None = None
    issued: date | None = None
    common: int | None = None
    telling: bool = False
    planning: bool = True

    def of(self, month: int, day: int | None, *, standing: bool) -> int | None:
        """The year of a date without one; a standing rule takes none from the document's own date."""
        if self.school:
            return self.school[0] if month >= _SCHOOL_STARTS else self.school[1]
        if self.title or self.given or standing:
            return self.title or self.given
        if self.issued:
            return self._next_to_issue(month, day or 28)
        return self.common

    def is_past(self, last: Day, *, feast: bool = False) -> bool:
        """Whether a day was over when the text was written."""
        if last.year is None:
            return False
        day = date(last.year, last.month, last.day)
        if self.telling and not self.issued:
            return self.common is not None and last.year < self.common
        if self.issued and self.telling:
            return day <= self.issued
        if self.issued and (not (self.planning or feast) or last.year != self.title):
            return day < self.issued
        return self.title is not None and last.year < self.title and not self.issued

    def is_slip(self, last: Day) -> bool:
        """Whether a day of a plan carries the year before the plan's, which is often a slip of the pen."""
        return self.planning and not self.telling and last.year is not None and last.year + 1 == self.title

    def _next_to_issue(self, month: int, day: int) -> int | None:
        """Notices speak of what comes: a date more than half a year back belongs to the next year."""
        if self.issued is None:
            return None
        year = self.issued.year
        passed = (self.issued - date(year, month, min(day, 28))).days
        return year + 1 if passed > _HALF_A_YEAR else year


@dataclass(frozen=True, slots=True)
class Dated:
    """Resolved days with their precision."""

    days: Days
    precision: Precision


def resolved(moment: Moment, years: Years, *, context: Span | None, standing: bool) -> Dated | None:
    """The days of a moment, or None where its month is not said or the calendar has no such day."""
    first, last = _with_month(moment, context)
    first, last = _with_year(first, last, years, later=moment.later, standing=standing)
    start, end = days_of(first), days_of(last)
    if start is None or end is None:
        return None
    span = Days(start.first, end.last)
    if span.first.year is not None and span.last.year is not None and span.last < span.first:
        return None
    return Dated(span, _precision(first, last))


def _precision(first: Part, last: Part) -> Precision:
    return _PRECISIONS[first.unit if first.unit != "day" else last.unit]


def _with_month(moment: Moment, context: Span | None) -> tuple[Part, Part]:
    first, last = moment.first, moment.last
    if last.month is None and last.unit in ("day", "week", "third") and context and context[0].month:
        last = replace(last, month=context[0].month, year=last.year or context[0].year)
    if first.month is None and first.unit == "day":
        first = replace(first, month=last.month)
        if (first.number or 0) > (last.number or 0) and last.month:
            first = replace(first, month=last.month - 1 or 12)
    year = context[1].year if context else None
    if year and first.year is None and last.year is None:
        first, last = replace(first, year=year), replace(last, year=year)
    return first, last


def _with_year(first: Part, last: Part, years: Years, *, later: int, standing: bool) -> tuple[Part, Part]:
    """Both ends with their year: from each other, then from the text. A range may cross New Year."""
    crosses = _order(first) > _order(last)
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - crosses), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + crosses)
    if first.year is not None:
        return first, last
    month = first.first_month
    year = None if month is None else years.of(month, first.number if first.unit == "day" else None, standing=standing)
    if year is None:
        return first, last
    return replace(first, year=year + later), replace(last, year=year + later + crosses)


def _order(part: Part) -> tuple[int, int]:
    return part.first_month or 0, (part.number or 0) if part.unit in ("day", "week") else 0
