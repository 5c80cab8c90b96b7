"""The days off within a range of days: weekends, holidays of the table, rest days that are worked in exchange."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from campaign.models import Holiday

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row under one name: off, or (``working``) rest days that are worked."""

    first: date
    last: date
    name: str
    working: bool


@dataclass(frozen=True, slots=True)
class RestDays:
    """The holiday table for the days of a page."""

    named: Mapping[date, Stretch] = field(default_factory=dict, hash=False)

    def on(self, day: date) -> Stretch | None:
        """What the table says of the day; None for a day like any other of its weekday."""
        return self.named.get(day)

    def is_rest(self, day: date) -> bool:
        known = self.named.get(day)
        return not known.working if known else day.weekday() >= SATURDAY

    def by_number(self, year: int, month: int) -> dict[int, Stretch]:
        """The month's days of the table by the number of the day."""
        return {day.day: known for day, known in self.named.items() if (day.year, day.month) == (year, month)}

    def of_month(self, year: int, month: int) -> list[Stretch]:
        """The month's days of the table in their order, neighbours of one name together."""
        found: list[Stretch] = []
        for day in sorted(day for day in self.named if (day.year, day.month) == (year, month)):
            known, before = self.named[day], found[-1] if found else None
            if before and (before.name, before.working, before.last + ONE_DAY) == (known.name, known.working, day):
                found[-1] = Stretch(before.first, day, known.name, known.working)
            else:
                found.append(known)
        return found


def between(session: Session, first: date, last: date) -> RestDays:
    """The table's days of a span."""
    return of(session.connection().execute(_between(), {"first": first, "last": last}).all())


@cache
def _between() -> Select[date, str, bool]:
    query = select(Holiday.day, Holiday.name, Holiday.working)
    return query.where(Holiday.day.between(bindparam("first"), bindparam("last")))


def of(rows: Iterable[tuple[date, str, bool]]) -> RestDays:
    return RestDays({day: Stretch(day, day, name, working) for day, name, working in rows})
