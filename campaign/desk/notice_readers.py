"""Whom a notice is for, and what each of them was told last about its event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar import announced
from campaign.calendar.announced import State
from campaign.calendar.audience import meant_by
from campaign.calendar.draft import draft_of
from campaign.dates.zones import zone
from campaign.models import AnnouncedState, Event, Member, Message, Notice, Occurrence
from campaign.models.message import INVITATION, YEAR_PLAN
from campaign.sending.outbox import is_told


@dataclass(frozen=True, slots=True)
class Readers:
    """How many of the readers know the state with the digest ``base``, and which mail they are to get; "" for none."""

    base: str
    number: int
    mail: str


def readers(work: Act, event: Event, one: Occurrence | None, *, since: State) -> list[Readers]:
    """Whom a notice would be sent to now, by what they know of the event, or of this year of it.

    ``since``: how it stood before the first change that the notice tells of. Whoever is about to be invited is told
    by the invitation.
    """
    session, counted = work.session, func.count()
    told = told_about(event.id, event.thread_id or event.id, one.id if one else None).subquery()
    is_series = bool(event.rule) and not event.per_year
    known = func.coalesce(AnnouncedState.digest, "")
    is_reader = or_(
        meant_by(draft_of(session, event)), is_acquainted(told.c.useful_until, work.now, is_series=is_series)
    )
    query = (
        select(known, counted)
        .select_from(Member)
        .outerjoin(told, told.c.member_id == Member.id)
        .outerjoin(AnnouncedState, AnnouncedState.id == told.c.state_id)
        .where(Member.left_at.is_(None), is_reader)
        .group_by(known)
    )
    present = announced.state_of(session, event, one, now=work.now)
    today = work.now.astimezone(zone(event.zone)).date()
    is_invited = _is_invited(session, event)
    found = []
    for base, number in session.execute(query):
        state = announced.kept(session, event.id, one.id if one else None, base)
        mail = announced.mail_for(state, present, since, today=today)
        if mail and not (state is None and is_invited):
            found.append(Readers(base, number, mail))
    return found


def told_about(event_id: int, thread_id: int, occurrence_id: int | None) -> Select[Any]:
    """Of each member the state of the event that he was told last, and until when that mail was of use."""
    place = func.row_number().over(partition_by=Message.member_id, order_by=Message.id.desc()).label("place")
    told = (
        select(Message.member_id, Message.useful_until, AnnouncedState.id.label("state_id"), place)
        .join(AnnouncedState, AnnouncedState.content_id == Message.content_id)
        .where(
            or_(Message.thread_id == thread_id, Message.thread_id.is_(None)),
            is_told(Message),
            AnnouncedState.event_id == event_id,
            AnnouncedState.occurrence_id.is_not_distinct_from(occurrence_id),
        )
        .subquery()
    )
    return select(told).where(told.c.place == 1)


def is_acquainted(until: ColumnElement[datetime], since: datetime, *, is_series: bool) -> ColumnElement[bool]:
    """Of a series: who got a mail that was still of use; for who was of it last year does not count on it."""
    return until > since if is_series else until.is_not(None)


def _is_invited(session: Session, event: Event) -> bool:
    """Whether an invitation, or a mail about the year, is about to tell of the event."""
    unsent = or_(Notice.planned_at.is_(None), exists().where(Message.notice_id == Notice.id, Message.result.is_(None)))
    query = select(Notice.event_id, Notice.facts).where(
        Notice.cancelled_at.is_(None), unsent, or_(Notice.event_id == event.id, Notice.event_id.is_(None))
    )
    query = query.where(Notice.kind.in_((INVITATION, YEAR_PLAN)))
    return any(row.event_id or event.id in row.facts["events"] for row in session.execute(query))
