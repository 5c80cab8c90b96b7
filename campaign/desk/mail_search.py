"""Which messages a search of the mail log finds, newest first, without walking a long history.

One statement with an OR across tables took minutes at a million messages. Here each branch uses an index of its own:
few people by their id, many by walking the newest messages, events by their reminders and notices from the last one
back. Messages are made when their reminder or notice is planned, so a later plan means later ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import TypeAlias

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from campaign.models import Event, Member, Message, Notice, Occurrence, Reminder
from campaign.paging import SIZE, has_words

FEW = 50
"""So many people at most are looked up one by one; more are found soon among the newest messages."""
MOST_PLANS = 500
"""So many reminders and notices at most are looked through for one page."""


Planned: TypeAlias = tuple[datetime | None, datetime | None]
"""Not before the one and not after the other; None is no bound."""
Plan: TypeAlias = tuple[datetime, InstrumentedAttribute[int | None], int]


def latest(
    session: Session, words: str, event: str, conditions: Sequence[ColumnElement[bool]], *, planned: Planned
) -> list[int]:
    """The ids of the newest messages about these words, or of the event with this UID; ``conditions`` on messages."""
    found: set[int] = set()
    if words and not event:
        found.update(_of_people(session, words, conditions))
    which = Event.uid == event if event else has_words(Event, words)
    if event and words and session.scalar(select(Event.id).where(which, has_words(Event, words))) is None:
        conditions = [*conditions, has_words(Member, words)]
    found.update(islice(_of_events(session, which, conditions, planned), SIZE + 1))
    return sorted(found, reverse=True)[: SIZE + 1]


def _messages(conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    query = select(Message.id).join(Member, Member.id == Message.member_id).where(*conditions)
    return query.order_by(Message.id.desc()).limit(SIZE + 1)


def _of_people(session: Session, words: str, conditions: Sequence[ColumnElement[bool]]) -> Sequence[int]:
    people = session.scalars(select(Member.id).where(has_words(Member, words)).limit(FEW + 1)).all()
    who = Message.member_id.in_(people) if len(people) <= FEW else has_words(Member, words)
    return session.scalars(_messages([*conditions, who])).all() if people else []


def _of_events(
    session: Session, which: ColumnElement[bool], conditions: Sequence[ColumnElement[bool]], planned: Planned
) -> Iterator[int]:
    """From the latest plan back, twice as many at a time; plans of one moment are taken together."""
    moments = groupby(_plans(session, which, planned), key=itemgetter(0))
    size = 1
    while batch := [plan for _at, plans in islice(moments, size) for plan in plans]:
        found: list[int] = []
        for column in (Message.reminder_id, Message.notice_id):
            causes = [key for _at, of, key in batch if of is column]
            if causes:
                found += session.scalars(_messages([*conditions, column.in_(causes)]))
        yield from sorted(found, reverse=True)
        size *= 2


def _plans(session: Session, which: ColumnElement[bool], planned: Planned) -> list[Plan]:
    """The latest reminders and notices of these events: when planned, by which column of a message, its id."""
    sources = (
        (Reminder, Message.reminder_id, Reminder.occurrence_id.in_(select(Occurrence.id).join(Event).where(which))),
        (Notice, Message.notice_id, Notice.event_id.in_(select(Event.id).where(which))),
    )
    found: list[Plan] = []
    for cause, column, of_events in sources:
        query = select(cause.planned_at, cause.id).where(
            of_events, cause.planned_at.is_not(None), *_span(cause, planned)
        )
        rows = session.execute(query.order_by(cause.planned_at.desc()).limit(MOST_PLANS))
        found += [(at, column, key) for at, key in rows if at]
    return sorted(found, key=itemgetter(0), reverse=True)


def _span(cause: type[Reminder | Notice], planned: Planned) -> list[ColumnElement[bool]]:
    since, until = planned
    column = cause.planned_at
    return [column.is_not(None), *([column >= since] if since else []), *([column <= until] if until else [])]
