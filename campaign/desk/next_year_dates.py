"""The day of another year that corresponds to a day: by feast, weekday, working days, and away from Tết."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.sentence import Sentence
from campaign.dates import lunar
from campaign.dates.spans import Span
from campaign.dates.working import WorkingCalendar
from campaign.desk.warnings import in_tet_weeks
from campaign.kinds import FIXED, Kind
from campaign.models import Event, Occurrence

ONE_DAY = timedelta(days=1)
SEARCH = 28
"""So many days to either side: more than the weeks around Tết."""
OTHER_WEEKDAY = 4
"""A day of the same weekday is worth a detour of up to so many days."""
NEAR_FEAST = 7
"""An event so many days or fewer from a feast belongs to it."""


@dataclass(frozen=True, slots=True)
class Almanac:
    """What dates of a new year depend on: its working days, and where last year's feasts fall in it."""

    year: int
    calendar: WorkingCalendar
    feasts: Mapping[date, date]

    def relaid(self, kind: str, first: date, length: timedelta) -> tuple[date, Sentence]:
        """The first day in the new year for what began on ``first`` the year before and lasted ``length`` longer."""
        same = same_day(first, self.year)
        if kind in FIXED:
            return same, Sentence("Giữ đúng ngày.")
        feast = self._feast(first)
        tet = lunar.solar(first.year, 1, 1)
        if in_tet_weeks(first):
            wished = lunar.solar(self.year, 1, 1) + (first - tet)
            return self._nearest(wished, first, length, in_tet=True), Sentence("Tính theo ngày Tết.")
        wished = self.feasts[feast] + (first - feast) if feast else same
        latest = self.feasts[feast] if feast and first <= feast else None
        day = self._nearest(wished, first, length, latest=latest)
        return day, self._why(day, wished, first, feast)

    def _feast(self, day: date) -> date | None:
        """The feast that the day belongs to: the nearest, the coming one before the past one."""
        near = [feast for feast in self.feasts if abs((feast - day).days) <= NEAR_FEAST]
        return min(near, key=lambda feast: (feast < day, abs((feast - day).days)), default=None)

    def _nearest(
        self, wished: date, was: date, length: timedelta, *, latest: date | None = None, in_tet: bool = False
    ) -> date:
        days = [wished + timedelta(days=n) for n in range(-SEARCH, SEARCH + 1)]
        good = [day for day in days if self._is_good(day, length, in_tet=in_tet)]
        early = [day for day in good if latest is None or day <= latest]
        # What hangs on Tết keeps its distance to it, whatever weekday that is.
        weekday = wished.weekday() if in_tet else was.weekday()
        return min(early or good, key=lambda day: _distance(day, wished, weekday), default=wished)

    def _is_good(self, day: date, length: timedelta, *, in_tet: bool) -> bool:
        ends = (day, day + length)
        return all(map(self.calendar.is_working, ends)) and (in_tet or not any(map(in_tet_weeks, ends)))

    def _why(self, day: date, wished: date, was: date, feast: date | None) -> Sentence:
        if feast and day <= self.feasts[feast]:
            return Sentence("Gắn với ngày {feast}, vào ngày làm việc.", feast=self.feasts[feast])
        if day == wished:
            return Sentence("Cùng ngày như năm trước.")
        if in_tet_weeks(wished):
            return Sentence("Tránh các tuần quanh Tết.")
        if day.weekday() == was.weekday():
            return Sentence("Cùng thứ trong tuần như năm trước, gần ngày {wished}.", wished=wished)
        return Sentence("Ngày làm việc gần ngày {wished}.", wished=wished)


def _distance(day: date, wished: date, weekday: int) -> tuple[int, bool]:
    detour = 0 if day.weekday() == weekday else OTHER_WEEKDAY
    return abs((day - wished).days) + detour, day > wished


def almanac(session: Session, year: int, calendar: WorkingCalendar) -> Almanac:
    """One query for the feasts of both years: those that repeat, by their rules, also lunar ones."""
    query = (
        select(Event.id, Occurrence.first_day)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Event.kind == Kind.COMMEMORATION, Event.cancelled_at.is_(None), Occurrence.cancelled_at.is_(None))
        .where(Occurrence.first_day.between(date(year - 1, 1, 1), date(year, 12, 31)))
    )
    days: dict[int, dict[int, date]] = {}
    for event_id, day in session.execute(query):
        days.setdefault(event_id, {})[day.year] = day
    feasts = {
        found[year - 1]: found.get(year, same_day(found[year - 1], year))
        for found in days.values()
        if year - 1 in found
    }
    return Almanac(year, calendar, feasts)


def same_day(day: date, year: int) -> date:
    """The same day and month of another year; 29 February becomes the 28th."""
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def month_of(day: date) -> Span:
    """The whole month of a day."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
