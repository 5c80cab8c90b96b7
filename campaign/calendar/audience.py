"""Who an event is for: its groups or everybody, women only if so said, plus and minus named members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select, true, union
from sqlalchemy.orm import Session

from campaign.calendar.draft import Draft
from campaign.models import AudienceGroup, AudienceMember, Event, Member, membership
from campaign.models.member import external_ids
from campaign.paging import limit_of, members_within


def branches(query: Select[*tuple[Any, ...]]) -> list[Select[*tuple[Any, ...]]]:
    """The query, which has Event in it, joined to the members of the event's audience, in three ways to be united.

    Three plain joins instead of one with OR: each can use its index. A member may come out of more than one.
    """
    in_group = and_(AudienceGroup.event_id == Event.id)
    named = and_(AudienceMember.event_id == Event.id, AudienceMember.excluded.is_(False))
    return [
        query.join(AudienceGroup, in_group)
        .join(membership, membership.c.group_id == AudienceGroup.group_id)
        .join(Member, Member.id == membership.c.member_id)
        .where(_meant(), Member.left_at.is_(None)),
        query.join(Member, true()).where(Event.audience_all, _meant(), Member.left_at.is_(None), _is_ours()),
        query.join(AudienceMember, named)
        .join(Member, Member.id == AudienceMember.member_id)
        .where(Member.left_at.is_(None)),
    ]


def _meant() -> ColumnElement[bool]:
    left_out = exists().where(
        AudienceMember.event_id == Event.id, AudienceMember.member_id == Member.id, AudienceMember.excluded
    )
    return and_(or_(Event.women_only.is_(False), Member.sex == "female"), ~left_out)


def _is_ours() -> ColumnElement[bool]:
    """Everybody: of the agency itself."""
    return Member.id.not_in(external_ids())


def is_external(session: Session, member: Member) -> bool:
    """Whether the member is another body."""
    return bool(session.scalar(select(Member.id.in_(external_ids())).where(Member.id == member.id)))


def ids_of(event_id: int) -> Select[int]:
    """The ids of the members whom one event is for, each once."""
    ids = union(*branches(select(Member.id).select_from(Event).where(Event.id == event_id))).subquery()
    return select(ids.c.id)


def events_for(member_id: int) -> Select[tuple[int]]:
    """The ids of the events that one member is meant by."""
    parts = branches(select(Event.id).select_from(Event))
    ids = union(*(part.where(Member.id == member_id) for part in parts)).subquery()
    return select(ids.c.id)


def count(session: Session, draft: Draft) -> int:
    """How many members an event would have that nobody has stored yet: exact, in one query.

    Only those count whom the person may see for whom the session reads.
    """
    seen = members_within(limit_of(session))
    return session.scalar(select(func.count()).select_from(Member).where(meant_by(draft), seen)) or 0


def overlap(session: Session, draft: Draft, event_ids: Iterable[int]) -> dict[int, int]:
    """How many members of the draft's audience each of these events is for as well; events with none are left out."""
    query = select(Event.id.label("event_id"), Member.id.label("member_id")).select_from(Event)
    query = query.where(Event.id.in_(list(event_ids)))
    seen = members_within(limit_of(session))
    both = union(*(branch.where(meant_by(draft), seen) for branch in branches(query))).subquery()
    rows = session.execute(select(both.c.event_id, func.count()).group_by(both.c.event_id)).all()
    return {row[0]: row[1] for row in rows}


def names_in(session: Session, draft: Draft, event_ids: Iterable[int], *, limit: int) -> list[str]:
    """Members of the draft's audience whom these events are for as well, by name, at most ``limit``."""
    query = select(Member.name).select_from(Event).where(Event.id.in_(list(event_ids)))
    seen = members_within(limit_of(session))
    both = union(*(branch.where(meant_by(draft), seen) for branch in branches(query))).subquery()
    return list(session.scalars(select(both.c.name).order_by(both.c.name).limit(limit)))


def meant_by(draft: Draft) -> ColumnElement[bool]:
    """The members whom the draft is for, by the same reading as ``branches``."""
    in_group = Member.id.in_(select(membership.c.member_id).where(membership.c.group_id.in_(draft.group_ids)))
    meant: ColumnElement[bool] = in_group if draft.group_ids else false()
    if draft.audience_all:
        meant = or_(meant, _is_ours())
    if draft.women_only:
        meant = and_(meant, Member.sex == "female")
    included = draft.include_ids - draft.exclude_ids
    if included:
        meant = or_(meant, Member.id.in_(included))
    if draft.exclude_ids:
        meant = and_(meant, Member.id.not_in(draft.exclude_ids))
    return and_(Member.left_at.is_(None), meant)
