"""Report deadlines: what was due, and whether it was filed on time, late, or not yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from campaign.calendar.sentence import Sentence
from campaign.kinds import DEADLINES
from campaign.models import AudienceGroup, Event, Filing, Group, Occurrence, Reminder
from campaign.sending import counts

AHEAD, BACK = timedelta(days=120), timedelta(days=366)
"""How far the lists of reports reach from today."""


class State(StrEnum):
    """Where a report stands by a given day."""

    OPEN = "open"
    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"


WORDS: Mapping[str, Sentence] = {
    State.OPEN: Sentence("chưa đến hạn"),
    State.ON_TIME: Sentence("đúng hạn"),
    State.LATE: Sentence("gửi sau hạn"),
    State.MISSING: Sentence("quá hạn, chưa gửi"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The part of one unit, due on the inner day; or the agency's own report, due on the outer one (no unit)."""

    unit_id: int | None
    unit: str
    due: date
    filing: Filing | None
    state: State


@dataclass(frozen=True, slots=True)
class Deadline:
    """One report that was due."""

    occurrence: Occurrence
    event: Event
    own: Part
    units: tuple[Part, ...]

    def part_of(self, unit_id: int | None) -> Part | None:
        """The part of this unit; None: it has none to file."""
        return next((part for part in self.units if part.unit_id == unit_id), None)

    @property
    def missing_units(self) -> tuple[Part, ...]:
        return tuple(part for part in self.units if part.filing is None)


def state_of(due: date, filing: Filing | None, today: date) -> State:
    """On the day itself is on time."""
    if filing is not None:
        return State.ON_TIME if filing.filed_on <= due else State.LATE
    return State.MISSING if today > due else State.OPEN


def between(session: Session, first: date, last: date, *, today: date) -> list[Deadline]:
    """The live report deadlines that fall in these days, both included."""
    live = Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None), Event.cancelled_at.is_(None)
    query = (
        select(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .options(contains_eager(Occurrence.event))
        .where(Event.kind.in_(DEADLINES), Occurrence.last_day.between(first, last), *live)
        .order_by(Occurrence.last_day, Occurrence.id)
    )
    return [of_occurrence(session, row.event, row, today=today) for row in session.scalars(query)]


def of_unit(session: Session, unit_id: int, *, today: date) -> list[Deadline]:
    """The live reports that this unit files a part of: those of the last year and of the next months."""
    found = between(session, today - BACK, today + AHEAD, today=today)
    return [one for one in found if one.part_of(unit_id)]


def of_occurrence(session: Session, event: Event, occurrence: Occurrence, *, today: date) -> Deadline:
    """One report with the parts of the units that it is for."""
    filings = {row.unit_id: row for row in session.scalars(select(Filing).where(Filing.occurrence_id == occurrence.id))}
    units = session.execute(
        select(Group.id, Group.name)
        .join(AudienceGroup, AudienceGroup.group_id == Group.id)
        .where(AudienceGroup.event_id == event.id, Group.kind == "unit")
        .order_by(Group.name)
    ).all()
    inner = event.units_due or occurrence.last_day
    return Deadline(
        occurrence,
        event,
        _part(None, "", occurrence.last_day, filings, today),
        tuple(_part(row.id, row.name, inner, filings, today) for row in units),
    )


def steps(session: Session, occurrence: Occurrence) -> list[tuple[Reminder, Counter[str]]]:
    """Every reminder of the report in the order of time, with what became of its mails by result."""
    query = select(Reminder).where(Reminder.occurrence_id == occurrence.id).order_by(Reminder.due_at, Reminder.id)
    found = session.scalars(query).all()
    mails = counts.by_reminder(session, [row.id for row in found])
    return [(row, mails[row.id]) for row in found]


def _part(unit_id: int | None, unit: str, due: date, filings: dict[int | None, Filing], today: date) -> Part:
    filing = filings.get(unit_id)
    return Part(unit_id, unit, due, filing, state_of(due, filing, today))
