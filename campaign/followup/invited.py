"""Whom an occurrence is for, each with the answer given."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from campaign.calendar.seats import invited
from campaign.models import Group, Member, Occurrence, Response
from campaign.paging import SIZE, Page


@dataclass(frozen=True, slots=True)
class Invited:
    """One line: ``answer`` is empty while there is none; ``instead_of``: who declined and sends this member."""

    member_id: int
    name: str
    unit: str
    answer: str
    note: str
    instead_of: str
    waiting: int | None


def page(session: Session, occurrence: Occurrence, answer: str | None, number: int) -> Page[Invited]:
    """A page of those who gave this answer ("": none yet; None: whatever it is), by given name. One query.

    Those who wait for a seat stand in the order in which they will get one.
    """
    sender = aliased(Member)
    words = func.coalesce(Response.answer, "")
    query = (
        select(
            Member.id,
            Member.name,
            func.coalesce(Group.name, ""),
            words,
            func.coalesce(Response.note, ""),
            func.coalesce(sender.name, ""),
            Response.waiting,
            func.count().over(),
        )
        .outerjoin(Response, and_(Response.member_id == Member.id, Response.occurrence_id == occurrence.id))
        .outerjoin(Group, Group.id == Member.unit_id)
        .outerjoin(sender, sender.id == Response.for_id)
        .where(Member.id.in_(invited(occurrence.event_id, occurrence.id)))
        .order_by(Response.waiting.is_(None), Response.waiting, Member.sort_key, Member.id)
    )
    if answer is not None:
        query = query.where(words == answer)
    rows = session.execute(query.limit(SIZE).offset((max(number, 1) - 1) * SIZE)).all()
    return Page(tuple(Invited(*row[:-1]) for row in rows), number, rows[0][-1] if rows else 0)
