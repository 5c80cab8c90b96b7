"""What became of each duty of a plan: from what an organizer said of it, else from the events that fulfil it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from campaign.calendar.sentence import Sentence
from campaign.models import Duty, DutyNote, Event, Occurrence, Plan


class State(StrEnum):
    """How far a duty is."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    WAIVED = "waived"


WORDS: Mapping[str, Sentence] = {
    State.NOT_STARTED: Sentence("chưa thực hiện"),
    State.UNDER_WAY: Sentence("đang thực hiện"),
    State.DONE: Sentence("đã hoàn thành"),
    State.WAIVED: Sentence("không thực hiện"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One event of a duty: when it last happened or will happen, and whether that is over or called off."""

    event_id: int
    uid: str
    title: str
    day: date | None
    is_over: bool
    is_cancelled: bool
    is_draft: bool


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty with its state, and what shows it."""

    duty: Duty
    state: State
    events: tuple[Evidence, ...]
    notes: tuple[DutyNote, ...]


def of_plan(session: Session, plan_id: int, *, today: date, duty_id: int | None = None) -> list[DutyState]:
    """Every duty of the plan that still is one, in the order of the document; or ``duty_id`` alone."""
    query = select(Duty).where(Duty.plan_id == plan_id, Duty.dropped_at.is_(None)).order_by(Duty.position)
    duties = session.scalars(query if duty_id is None else query.where(Duty.id == duty_id)).all()
    year = session.scalar(select(Plan.year).where(Plan.id == plan_id)) or today.year
    events = _events(session, [duty.id for duty in duties], year, today)
    notes = _notes(session, [duty.id for duty in duties])
    return [
        DutyState(
            duty, state_of(duty, events.get(duty.id, ())), tuple(events.get(duty.id, ())), tuple(notes.get(duty.id, ()))
        )
        for duty in duties
    ]


def state_of(duty: Duty, events: Sequence[Evidence]) -> State:
    """What somebody said of it; else done when every event that counts is over, under way once one is confirmed."""
    if duty.waived_at:
        return State.WAIVED
    if duty.done_at:
        return State.DONE
    counting = [event for event in events if not event.is_cancelled and not event.is_draft]
    drafts = [event for event in events if event.is_draft]
    if counting and not drafts and all(event.is_over for event in counting):
        return State.DONE
    return State.UNDER_WAY if duty.started_at or counting else State.NOT_STARTED


def _events(session: Session, duty_ids: Sequence[int], year: int, today: date) -> dict[int, list[Evidence]]:
    """The events of these duties, each with its last occurrence of the plan's year, if it has one."""
    in_year = Occurrence.first_day.between(date(year, 1, 1), date(year, 12, 31))
    query = (
        select(Event, Occurrence)
        .outerjoin(Occurrence, and_(Occurrence.event_id == Event.id, in_year))
        .where(Event.duty_id.in_(duty_ids))
        .order_by(Event.first_day, Event.id, Occurrence.first_day)
    )
    found: dict[int, dict[int, Evidence]] = {duty_id: {} for duty_id in duty_ids}
    for event, occurrence in session.execute(query):
        found[event.duty_id or 0][event.id] = _evidence(event, occurrence, today)
    return {duty: list(events.values()) for duty, events in found.items()}


def _evidence(event: Event, occurrence: Occurrence | None, today: date) -> Evidence:
    cancelled = event.cancelled_at is not None or (occurrence is not None and occurrence.cancelled_at is not None)
    return Evidence(
        event_id=event.id,
        uid=event.uid,
        title=event.title,
        day=occurrence.first_day if occurrence else None,
        is_over=occurrence is not None and occurrence.last_day < today,
        is_cancelled=cancelled,
        is_draft=event.is_draft,
    )


def _notes(session: Session, duty_ids: Sequence[int]) -> dict[int, list[DutyNote]]:
    found: dict[int, list[DutyNote]] = {}
    for note in session.scalars(
        select(DutyNote).where(DutyNote.duty_id.in_(duty_ids)).order_by(DutyNote.day, DutyNote.id)
    ):
        found.setdefault(note.duty_id, []).append(note)
    return found
