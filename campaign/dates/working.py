"""Working days: Monday to Friday, less the days off of an editable table, plus days worked in exchange.

The table is data, because Tết and exchanged days are decided anew each year; `seed` only proposes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from campaign.dates import lunar
from campaign.dates.spans import Span
from campaign.errors import InvalidInput

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_BREAK = 366


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Days off with their names, and days that are worked all the same (a Saturday exchanged for a Monday).

    A day in both is worked: the exchange is the later decision.
    """

    holidays: Mapping[date, str] = field(default_factory=dict, hash=False)
    working: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day in self.working or (day.weekday() < _SATURDAY and day not in self.holidays)

    def name(self, day: date) -> str | None:
        """The name of the day off; None on a working day and on an ordinary weekend."""
        return None if day in self.working else self.holidays.get(day)

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`, or before it when n is negative; `day` as it is for 0."""
        step = _DAY if n > 0 else -_DAY
        for _ in range(abs(n)):
            day = self._nearest(day + step, step)
        return day

    def on_or_before(self, day: date) -> date:
        """`day` if it is worked, else the working day before it."""
        return self._nearest(day, -_DAY)

    def on_or_after(self, day: date) -> date:
        """`day` if it is worked, else the next working day."""
        return self._nearest(day, _DAY)

    def count(self, start: date, end: date) -> int:
        """How many working days lie from `start` to `end`, both included; 0 when `end` comes first."""
        if end < start:
            return 0
        weeks, rest = divmod((end - start).days + 1, 7)
        weekdays = 5 * weeks + sum((start.weekday() + n) % 7 < _SATURDAY for n in range(rest))
        listed = (day for day in self.holidays.keys() | self.working if start <= day <= end)
        return weekdays + sum(self.is_working(day) - (day.weekday() < _SATURDAY) for day in listed)

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(_LONGEST_BREAK):
            if self.is_working(day):
                return day
            day += step
        raise InvalidInput("Bảng ngày nghỉ không để lại ngày làm việc nào gần {day}.", day=day.isoformat())


def seed(country: str, years: Iterable[int], language: str = "vi") -> dict[date, str]:
    """A first table of days off of a country (ISO 3166 code), to be edited.

    For Vietnam: the days of Labour Code 2019, Art. 112 with Tết, the days made up for a weekend, and the
    exchanged days already announced; 24 November is among them from 2026. The days around a coming Tết follow
    the usage of recent years and are no more than a proposal.
    """
    wanted = sorted(set(years))
    found = _library(country, wanted, language)
    return {day: found[day] for day in sorted(found) if day.year in wanted}


def seed_working(country: str, years: Iterable[int]) -> frozenset[date]:
    """The weekend days of these years already announced as worked in exchange."""
    wanted = set(years)
    found = _library(country, sorted(wanted), "")
    return frozenset(day for day in found.weekend_workdays if day.year in wanted)


def tet_weeks(year: int) -> Span:
    """The weeks around Tết of `year` to keep free: 23rd of the last lunar month to 15th of the first."""
    return Span(lunar.solar(year - 1, 12, 23), lunar.solar(year, 1, 15))


def _library(country: str, years: list[int], language: str) -> HolidayBase:
    import holidays as library  # noqa: PLC0415 - 0.1 s that most commands do not need

    code = country.strip().upper()
    try:
        spoken = library.country_holidays(code).supported_languages
        known = next((name for name in spoken if name.split("_")[0] == language), None)
        return library.country_holidays(code, years=years, language=known)
    except NotImplementedError as error:
        raise InvalidInput(
            "Không có bảng ngày nghỉ của nước “{country}”; hãy viết mã như VN.", country=country
        ) from error
