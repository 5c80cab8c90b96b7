"""Calendar arithmetic without language.

A part of the calendar that may lack its year, and the days it spans.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from campaign.dates import lunar
from campaign.dates.working import WorkingCalendar, seed, seed_working
from campaign.errors import InvalidInput

Unit = Literal["day", "week", "third", "month", "quarter", "half", "year"]
Precision = Literal["day", "month", "quarter", "year"]
Frequency = Literal["yearly", "quarterly", "monthly", "weekly"]
COUNTRY = "VN"
_LEAP_YEAR = 2024
_MONTHS = 12
_WEEK = 7
_DAYS_OF_FULL_WEEKS = 28


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar; without a year it comes back every year."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        short = f"{self.month:02}-{self.day:02}"
        return short if self.year is None else f"{self.year:04}-{short}"

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(day.year, day.month, day.day)

    @property
    def exists(self) -> bool:
        """Whether the calendar has this day; 29/2 without a year has one in some years."""
        if not 1 <= self.month <= _MONTHS:
            return False
        return 1 <= self.day <= calendar.monthrange(self.year or _LEAP_YEAR, self.month)[1]

    def plus(self, days: int) -> Day:
        """So many days later; without a year it stays without one."""
        moved = date(self.year or _LEAP_YEAR, self.month, self.day) + timedelta(days=days)
        return Day(None if self.year is None else moved.year, moved.month, moved.day)


@dataclass(frozen=True, slots=True)
class Part:
    """A day, week of a month, month, quarter, half year or year, as written: what is missing is None.

    ``number`` counts inside the greater unit: day of the month, week of the month (-1 is the last),
    quarter, half. ``plus`` moves a day by so many days, of work where ``working`` ("trong vòng 05 ngày kể
    từ ngày ...").
    """

    unit: Unit
    number: int | None = None
    month: int | None = None
    year: int | None = None
    lunar: bool = False
    plus: int = 0
    working: bool = False

    def within(self, other: Part) -> Part:
        """The part with the month and year it lacks taken from the other end of its range."""
        month = self.month if self.month is not None or self.unit in ("quarter", "half", "year") else other.month
        return replace(self, month=month, year=self.year if self.year is not None else other.year)

    @property
    def first_month(self) -> int | None:
        if self.unit == "quarter" and self.number:
            return 3 * self.number - 2
        if self.unit == "half" and self.number:
            return 6 * self.number - 5
        return 1 if self.unit == "year" else self.month


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included."""

    first: Day
    last: Day

    @property
    def exists(self) -> bool:
        return self.first.exists and self.last.exists


def days_of(part: Part) -> Days | None:
    """The days that a part spans, or None where the calendar has no such part."""
    if part.unit == "day":
        days = _one_day(part)
    elif part.unit == "week":
        days = _week_of_month(part)
    elif part.unit == "third":
        days = _third_of_month(part)
    else:
        days = _whole_months(part)
    return days if days and days.exists else None


def _one_day(part: Part) -> Days | None:
    if part.month is None or part.number is None:
        return None
    if part.lunar:
        return _lunar_day(part)
    day = Day(part.year, part.month, part.number)
    if part.plus and day.exists:
        day = after_working_days(day, part.plus) if part.working else day.plus(part.plus)
    return Days(day, day)


def _lunar_day(part: Part) -> Days | None:
    """The day of the solar year on which a lunar one falls, at UTC+7.

    The last lunar month may fall after New Year.
    """
    if part.year is None or part.month is None or part.number is None:
        return None
    for year in (part.year, part.year - 1):
        try:
            solar = lunar.solar(year, part.month, part.number)
        except InvalidInput:
            continue
        if solar.year == part.year:
            return Days(Day.of(solar), Day.of(solar))
    return None


def _week_of_month(part: Part) -> Days | None:
    """The n-th seven days of the month, so that the second week is always 8 to 14.

    The last is the last seven.
    """
    if part.month is None or part.number is None:
        return None
    length = month_length(part.month, part.year)
    if part.number < 0:
        first, last = length - _WEEK + 1, length
    else:
        first, last = _WEEK * part.number - _WEEK + 1, min(_WEEK * part.number, length)
    if part.number * _WEEK >= _DAYS_OF_FULL_WEEKS + _WEEK:
        first, last = min(_DAYS_OF_FULL_WEEKS + 1, length), length
    return Days(Day(part.year, part.month, first), Day(part.year, part.month, last))


def _third_of_month(part: Part) -> Days | None:
    """The beginning (1 to 10), middle (11 to 20) or end of a month."""
    if part.month is None or part.number is None:
        return None
    first = 10 * part.number - 9
    last = month_length(part.month, part.year) if part.number == 3 else 10 * part.number  # noqa: PLR2004
    return Days(Day(part.year, part.month, first), Day(part.year, part.month, last))


def _whole_months(part: Part) -> Days | None:
    first = part.first_month
    if first is None:
        return None
    last = first + {"month": 0, "quarter": 2, "half": 5, "year": 11}[part.unit]
    return Days(Day(part.year, first, 1), Day(part.year, last, month_length(last, part.year)))


def month_length(month: int, year: int | None) -> int:
    """Days of the month; February without a year has 28, which exist in every year."""
    return calendar.monthrange(year if year is not None else _LEAP_YEAR - 1, month)[1]


def after_working_days(start: Day, count: int) -> Day:
    """The day that many working days after a dated start: neither weekends nor public holidays count."""
    first = date(start.year or _LEAP_YEAR, start.month, start.day)
    last = _working_calendar(first.year).add(first, count)
    return Day(None if start.year is None else last.year, last.month, last.day)


@lru_cache(maxsize=8)
def _working_calendar(year: int) -> WorkingCalendar:
    """That of the country's law, for a term that begins in the year; an agency's own table is not known here."""
    years = year, year + 1
    return WorkingCalendar(seed(COUNTRY, years), seed_working(COUNTRY, years))
