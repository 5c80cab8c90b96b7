"""What the public reads on the calendar pages, as frozen values.

Each function asks a fixed number of questions of the database, however many rows answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from campaign.calendar import restdays
from campaign.calendar.public_occurrences import PublicOccurrence, public, public_occurrence, public_occurrences
from campaign.calendar.restdays import RestDays, Stretch
from campaign.models import Kind, Occurrence, Plan

NEXT = 3
LATER = 200
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is on at this moment, the next few, and all that follows."""

    on_now: tuple[PublicOccurrence, ...]
    next: tuple[PublicOccurrence, ...]
    later: tuple[PublicOccurrence, ...]


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    plan: str
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
    within = and_(Occurrence.ends_at > now, Occurrence.starts_at < now + AHEAD)
    rows = _happenings(session, today, within, limit=limit)
    on_now = tuple(each for each in rows if each.is_on(now) and not each.cancelled)
    ahead = [each for each in rows if not each.is_on(now) or each.cancelled]
    return Agenda(on_now, tuple(ahead[:NEXT]), tuple(ahead[NEXT:]))


def year(session: Session, year: int, *, today: date) -> Year:
    """The happenings that touch the year, and the title of its plan. Two questions."""
    rows = _happenings(session, today, _touching(date(year, 1, 1), date(year, 12, 31)))
    plan = session.scalar(select(Plan.title).where(Plan.year == year).order_by(Plan.id.desc()).limit(1))
    return Year(year, plan or "", tuple(rows))


def month(session: Session, year: int, month: int, *, today: date) -> Month:
    """The happenings that touch the weeks of the month, and their days off. Two questions."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    monday = first - timedelta(days=first.weekday())
    sunday = last + timedelta(days=6 - last.weekday())
    rows = _happenings(session, today, _touching(monday, sunday))
    rest = restdays.parsed(session.scalar(select(restdays.aggregated(monday, sunday))))
    days = [_day(rows, monday + timedelta(days=number), monday, rest) for number in range((sunday - monday).days + 1)]
    return Month(first, tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7)))


def _day(rows: list[PublicOccurrence], day: date, monday: date, rest: RestDays) -> Day:
    """A campaign is named where it begins, on the first day in sight, and on the first of a month."""
    here = [each for each in rows if each.first_day <= day <= each.last_day]
    goes_on = [
        each for each in here if each.kind == Kind.CAMPAIGN and day not in (each.first_day, monday) and day.day != 1
    ]
    named = tuple(each for each in here if each not in goes_on)
    return Day(day, named, tuple(goes_on), rest.on(day), rest.is_rest(day))


def _happenings(
    session: Session, today: date, where: ColumnElement[bool], *, limit: int | None = None
) -> list[PublicOccurrence]:
    query = public_occurrences().where(public(today), where).order_by(Occurrence.starts_at, Occurrence.id).limit(limit)
    return [public_occurrence(row, PublicOccurrence) for row in session.execute(query)]


def _touching(first: date, last: date) -> ColumnElement[bool]:
    return and_(Occurrence.first_day <= last, Occurrence.last_day >= first)
