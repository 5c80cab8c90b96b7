"""What the public reads on the calendar pages, as frozen values.

Each function asks a fixed number of questions of the database, however many rows answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam
from sqlalchemy.orm import Session

from campaign.calendar import restdays
from campaign.calendar.public_occurrences import (
    OCCURRENCE,
    PublicOccurrence,
    public,
    public_occurrence,
    public_occurrences,
)
from campaign.calendar.restdays import Stretch
from campaign.kinds import PERIODS
from campaign.models import YearTitle

NEXT = 3
LATER = 200
AHEAD = timedelta(days=366)
SOONEST = (OCCURRENCE.starts_at, OCCURRENCE.id)
Question = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on at this moment, the next few, and all that follows."""

    on_now: tuple[PublicOccurrence, ...]
    next: tuple[PublicOccurrence, ...]
    later: tuple[PublicOccurrence, ...]


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    title: str
    happenings: tuple[PublicOccurrence, ...]

    def of_month(self, month: int) -> list[PublicOccurrence]:
        """Those that begin in the month, or were already on when the year began."""
        first = date(self.year, 1, 1)
        return [each for each in self.happenings if max(each.first_day, first).month == month]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month page: what is named on it, the campaigns that merely go on, what the holiday table says."""

    day: date
    named: tuple[PublicOccurrence, ...]
    going_on: tuple[PublicOccurrence, ...]
    off: Stretch | None
    is_rest: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks, from Monday, that touch the month."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def is_empty(self) -> bool:
        return not any(day.named or day.going_on for week in self.weeks for day in week)


def agenda(session: Session, *, now: datetime, zone: ZoneInfo, limit: int = LATER) -> Agenda:
    """What has not ended yet and begins within a year, soonest first. One question."""
    today = now.astimezone(zone).date()
    values = {"today": today, "now": now, "until": now + AHEAD, "limit": limit}
    rows = _read(session, _ahead(), values)
    on_now = tuple(each for each in rows if each.is_on(now) and not each.cancelled)
    ahead = [each for each in rows if not each.is_on(now) or each.cancelled]
    return Agenda(on_now, tuple(ahead[:NEXT]), tuple(ahead[NEXT:]))


def year(session: Session, year: int, *, today: date) -> Year:
    """The happenings that touch the year, and its title. Two questions."""
    rows = _touching(session, date(year, 1, 1), date(year, 12, 31), today)
    return Year(year, YearTitle.of(session, year), tuple(rows))


def month(session: Session, year: int, month: int, *, today: date) -> Month:
    """The happenings that touch the weeks of the month, and their days off. Two questions."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    monday = first - timedelta(days=first.weekday())
    sunday = last + timedelta(days=6 - last.weekday())
    rows = _touching(session, monday, sunday, today)
    rest = restdays.between(session, monday, sunday)
    days = [monday + timedelta(days=number) for number in range((sunday - monday).days + 1)]
    shown = _by_day(rows, days)
    cells = [Day(day, tuple(shown[day][0]), tuple(shown[day][1]), rest.on(day), rest.is_rest(day)) for day in days]
    return Month(first, tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7)))


def _by_day(
    rows: list[PublicOccurrence], days: list[date]
) -> dict[date, tuple[list[PublicOccurrence], list[PublicOccurrence]]]:
    """What each day names, and the campaigns that go on through it.

    A campaign is named where it begins, on the first day in sight, and on the first of a month.
    """
    shown: dict[date, tuple[list[PublicOccurrence], list[PublicOccurrence]]] = {day: ([], []) for day in days}
    for each in rows:
        day = max(each.first_day, days[0])
        while day <= min(each.last_day, days[-1]):
            goes_on = each.kind in PERIODS and day not in (each.first_day, days[0]) and day.day != 1
            shown[day][goes_on].append(each)
            day += timedelta(days=1)
    return shown


def _touching(session: Session, first: date, last: date, today: date) -> list[PublicOccurrence]:
    return _read(session, _spanning(), {"first": first, "last": last, "today": today})


def _read(session: Session, query: Question, values: dict[str, Any]) -> list[PublicOccurrence]:
    return [public_occurrence(row, PublicOccurrence) for row in session.connection().execute(query, values)]


# Each is put together once: SQLAlchemy then knows it again at a third of the cost.


@cache
def _spanning() -> Question:
    spans = OCCURRENCE.first_day <= bindparam("last"), OCCURRENCE.last_day >= bindparam("first")
    return public_occurrences().where(public(bindparam("today")), *spans).order_by(*SOONEST)


@cache
def _ahead() -> Question:
    within = OCCURRENCE.ends_at > bindparam("now"), OCCURRENCE.starts_at < bindparam("until")
    return public_occurrences().where(public(bindparam("today")), *within).order_by(*SOONEST).limit(bindparam("limit"))
