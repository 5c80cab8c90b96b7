"""What a period contained: its occurrences with their state, attendance and money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from campaign.dates.reporting import Period
from campaign.figures import attendance
from campaign.figures.attendance import Count
from campaign.kinds import DEADLINES, Kind
from campaign.models import Event, Occurrence


class State(StrEnum):
    """What became of an occurrence by a given day."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Happened:
    """One occurrence as a report tells it."""

    occurrence_id: int
    event_id: int
    kind: Kind
    title: str
    theme: str
    place: str
    first_day: date
    last_day: date
    state: State
    moved: bool
    cancel_reason: str
    attendance: Count
    duty_id: int | None
    campaign_id: int | None


def in_period(session: Session, period: Period, *, today: date, campaign_id: int | None = None) -> list[Happened]:
    """The confirmed occurrences that began in the period, reports left out, in the order of their days.

    ``campaign_id`` leaves only that campaign and what is part of it.
    """
    query = (
        select(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .options(contains_eager(Occurrence.event))
        .where(Occurrence.first_day.between(period.first, period.last))
        .where(Event.confirmed_at.is_not(None), Occurrence.confirmed_at.is_not(None), Event.kind.not_in(DEADLINES))
        .order_by(Occurrence.first_day, Occurrence.id)
    )
    if campaign_id is not None:
        query = query.where((Event.id == campaign_id) | (Event.part_of_id == campaign_id))
    rows = session.scalars(query).all()
    counts = attendance.by_occurrence(session, [row.id for row in rows])
    return [_happened(row, counts[row.id], today) for row in rows]


def _happened(row: Occurrence, count: Count, today: date) -> Happened:
    event = row.event
    cancelled = row.cancelled_at is not None or event.cancelled_at is not None
    return Happened(
        occurrence_id=row.id,
        event_id=event.id,
        kind=Kind(event.kind),
        title=row.title or event.title,
        theme=row.theme,
        place=row.place or event.place,
        first_day=row.first_day,
        last_day=row.last_day,
        state=State.CANCELLED if cancelled else State.DONE if row.last_day < today else State.PLANNED,
        moved=row.moved_at is not None,
        cancel_reason=row.cancel_reason or event.cancel_reason,
        attendance=count,
        duty_id=event.duty_id,
        campaign_id=event.part_of_id,
    )
