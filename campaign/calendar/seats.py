"""Who comes to an occurrence: answers in figures, until when they may be given, free seats and the waiting list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, exists, func, select, union, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from campaign.audit import Act
from campaign.calendar import revision
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audience import ids_of
from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.dates.zones import instant, zone
from campaign.models import Answer, Event, Member, Notice, Occurrence, Response
from campaign.models.message import SEAT

URGENT = timedelta(hours=24)
"""What is told of something that begins within this time goes at once, also in the quiet hours."""
SEATED, SENT, RELEASED, ASKED = "seated", "sent", "released", "asked"
"""What a notice about a seat says: a seat became free; sent in place of somebody, and no longer; asked for the link."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of one occurrence in figures. ``silent``: invited and without an answer."""

    accepted: int = 0
    tentative: int = 0
    declined: int = 0
    waitlisted: int = 0
    silent: int = 0
    capacity: int | None = None

    def __getitem__(self, answer: str) -> int:
        found: int = getattr(self, answer)
        return found

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else max(0, self.capacity - self.accepted)


def closes_at(event: Event, occurrence: Occurrence | PublicOccurrence) -> datetime:
    """Until when answers are taken: the end of the registration day, at the latest the start.

    Something that lasts whole days may be answered during its first day. The registration day of a series is that of
    its first occurrence.
    """
    where = zone(event.zone)
    start = occurrence.starts_at
    if occurrence.start_time is None:
        start = instant(occurrence.first_day + ONE_DAY, MIDNIGHT, where)
    if event.register_by is None or (event.rule and occurrence.original_day != event.first_day):
        return start
    return min(start, instant(event.register_by + ONE_DAY, MIDNIGHT, where))


def last_moment(event: Event, occurrence: Occurrence) -> datetime:
    """``closes_at`` as people say it: a day ends at 23:59, not at midnight of the next one."""
    closes = closes_at(event, occurrence)
    is_midnight = closes.astimezone(zone(event.zone)).time() == MIDNIGHT
    return closes - timedelta(minutes=1) if is_midnight else closes


def is_open(event: Event, occurrence: Occurrence, *, now: datetime) -> bool:
    return event.asks_answer and occurrence.is_live and now < closes_at(event, occurrence)


def declined(occurrence_id: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """As a condition on ``Member``: the member does not come to this occurrence."""
    mine = Response.occurrence_id == occurrence_id, Response.member_id == Member.id
    return exists().where(*mine, Response.answer == Answer.DECLINED).correlate_except(Response)


def invited(event_id: int, occurrence_id: int) -> Select[int]:
    """The ids of the audience, and of whoever has answered without belonging to it."""
    answered = (
        select(Member.id)
        .join(Response, Response.member_id == Member.id)
        .where(Response.occurrence_id == occurrence_id, Member.left_at.is_(None))
    )
    ids = union(ids_of(event_id), answered).subquery()
    return select(ids.c.id)


def tally(session: Session, event: Event, occurrence: Occurrence) -> Tally:
    """Two queries."""
    of_answer = select(Response.answer, func.count()).where(Response.occurrence_id == occurrence.id)
    found = {str(row[0]): row[1] for row in session.execute(of_answer.group_by(Response.answer))}
    answered = exists().where(Response.occurrence_id == occurrence.id, Response.member_id == Member.id)
    silent = select(func.count()).select_from(Member).where(Member.id.in_(invited(event.id, occurrence.id)), ~answered)
    return Tally(**found, silent=session.scalar(silent) or 0, capacity=event.capacity)


def tally_shown(session: Session, event: Event, occurrence: Occurrence | None) -> Tally | None:
    """The figures, where anybody has been asked."""
    is_asked = occurrence is not None and occurrence.confirmed_at and event.asks_answer
    return tally(session, event, occurrence) if occurrence and is_asked else None


def taken(session: Session, occurrence: Occurrence) -> int:
    """How many seats are taken."""
    return _counts(session, [occurrence.id]).get(occurrence.id, 0)


def fill(work: Act, event: Event) -> list[int]:
    """Give the free seats to those who have waited longest, and tell them; the event is locked. The members' ids."""
    coming = Response.answer == Answer.WAITLISTED, Occurrence.event_id == event.id, Occurrence.starts_at > work.now
    live = Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None)
    query = select(Response, Occurrence).join(Occurrence).where(*coming, *live)
    waiting = work.session.execute(query.order_by(Response.waiting)).all()
    seated = _counts(work.session, {row.Response.occurrence_id for row in waiting}) if waiting else {}
    moved = []
    for response, occurrence in waiting:
        count = seated.get(occurrence.id, 0)
        if event.capacity is None or count < event.capacity:
            response.answer, response.waiting = Answer.ACCEPTED, None
            seated[occurrence.id] = count + 1
            moved.append(response.member_id)
            tell(work, event, occurrence, response.member_id, SEATED)
    return moved


def give_up(work: Act, member: Member) -> None:
    """Whoever leaves takes no seat: those of what is to come go to the waiting lists."""
    held = Response.member_id == member.id, Response.answer != Answer.DECLINED, Occurrence.starts_at > work.now
    events = select(Occurrence.event_id).join(Response, Response.occurrence_id == Occurrence.id).where(*held)
    ids = work.session.scalars(events.distinct().order_by(Occurrence.event_id)).all()
    for event in work.session.scalars(select(Event).where(Event.id.in_(ids)).order_by(Event.id).with_for_update()):
        of_event = select(Occurrence.id).where(Occurrence.event_id == event.id, Occurrence.starts_at > work.now)
        mine = Response.member_id == member.id, Response.occurrence_id.in_(of_event)
        work.session.execute(update(Response).where(*mine).values(answer=Answer.DECLINED, waiting=None))
        fill(work, event)
    if ids:
        revision.bump(work.session, now=work.now)


def tell(work: Act, event: Event, occurrence: Occurrence, member_id: int, case: str) -> None:
    """One mail to one member about a seat; at night only where the event begins within a day."""
    due = work.now
    if isinstance(work, UnitOfWork) and case != ASKED and occurrence.starts_at > work.now + URGENT:
        due = work.agency.sending_time(work.now)
    notice = Notice(
        kind=SEAT,
        event_id=event.id,
        occurrence_id=occurrence.id,
        facts={"members": [member_id]},
        text=case,
        created_at=work.now,
        created_by=work.by.name,
        due_at=due,
        useful_until=max(occurrence.ends_at, due),
    )
    work.session.add(notice)


def _counts(session: Session, occurrence_ids: Iterable[int]) -> dict[int, int]:
    accepted = Response.occurrence_id.in_(occurrence_ids), Response.answer == Answer.ACCEPTED
    query = select(Response.occurrence_id, func.count()).where(*accepted).group_by(Response.occurrence_id)
    return {row[0]: row[1] for row in session.execute(query)}
