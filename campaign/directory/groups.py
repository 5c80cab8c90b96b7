"""The register of groups: units, bodies and lists; who is in them, and what hangs on each of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Exists, delete, exists, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import revision
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.changes import rebuild
from campaign.collation import title_key
from campaign.config import Config
from campaign.db import insert
from campaign.directory.member_file import key_of
from campaign.directory.member_import import make_groups
from campaign.errors import InvalidInput, NotFound
from campaign.models import AudienceGroup, Calendar, Event, Group, Member, Occurrence, membership, user_group
from campaign.models.member import EXTERNAL
from campaign.paging import Page, Within, has_words, members_within, page_of

SUBJECT = "group"
KINDS = ("unit", "body", EXTERNAL, "list")
MOST_FOUND = 30


@dataclass(frozen=True, slots=True)
class Size:
    """A group in the list. ``members``: those at work; ``events``: those to come that are for it."""

    slug: str
    name: str
    kind: str
    members: int
    events: int


@dataclass(frozen=True, slots=True)
class Dependants:
    """What hangs on a group. ``alone``: events to come that would be for nobody without it."""

    members: int
    unit_of: int
    events: tuple[str, ...]
    alone: tuple[str, ...]
    calendars: tuple[str, ...]
    people: int


def listed(session: Session, *, now: datetime, within: Within = None) -> list[Size]:
    """All groups, units first, each kind in the order of the alphabet. One question."""
    at_work = (
        select(func.count())
        .select_from(membership.join(Member.__table__, Member.id == membership.c.member_id))
        .where(membership.c.group_id == Group.id, Member.left_at.is_(None))
        .scalar_subquery()
    )
    coming = select(func.count()).where(AudienceGroup.group_id == Group.id, _is_coming(now)).scalar_subquery()
    query = select(Group.slug, Group.name, Group.kind, at_work, coming)
    rows = session.execute(query if within is None else query.where(Group.id.in_(within)))
    return sorted((Size(*row) for row in rows), key=lambda each: (_place(each.kind), title_key(each.name)))


def one(session: Session, slug: str, *, within: Within = None) -> Group:
    """Raises ``NotFound``, also for a group that this person may not see."""
    found = session.scalars(select(Group).where(Group.slug == slug)).one_or_none()
    if found is None or (within is not None and found.id not in within):
        raise NotFound("Không có nhóm này.")
    return found


def members_of(session: Session, group: Group, number: int = 1) -> Page[Member]:
    """Who is in the group, by given name, with their units. One question."""
    query = select(Member).join(membership, membership.c.member_id == Member.id)
    query = query.where(membership.c.group_id == group.id).options(joinedload(Member.unit))
    return page_of(session, query.order_by(Member.sort_key, Member.id), Member.id, number)


def candidates(session: Session, group: Group, words: str, *, within: Within = None) -> list[Member]:
    """Members at work whom these words find and who are not in the group yet; nobody without words."""
    if not words.strip():
        return []
    inside = exists().where(membership.c.member_id == Member.id, membership.c.group_id == group.id)
    query = select(Member).where(has_words(Member, words), Member.left_at.is_(None), ~inside, members_within(within))
    ordered = query.options(joinedload(Member.unit)).order_by(Member.sort_key, Member.id)
    return list(session.scalars(ordered.limit(MOST_FOUND)))


def create(work: Act, name: str, kind: str) -> Group:
    """A new group without members. Raises ``InvalidInput`` when one is called so already."""
    if not make_groups(Act(work.session, work.now, PROGRAM), [name], kind=kind).made:
        raise InvalidInput("Đã có nhóm tên “{name}”.", name=name)
    group = work.session.scalars(select(Group).where(Group.name == name)).one()
    work.record("create", group, {}, {"name": name, "kind": kind})
    return group


def change(work: Act, group: Group, name: str, kind: str) -> None:
    """Another name or kind. The slug stays: addresses of calendars contain it."""
    old, new = {"name": group.name, "kind": group.kind}, {"name": name, "kind": kind}
    if old == new:
        return
    twins = work.session.execute(select(Group.name).where(Group.id != group.id)).scalars()
    if any(key_of(twin) == key_of(name) for twin in twins):
        raise InvalidInput("Đã có nhóm tên “{name}”.", name=name)
    group.name, group.kind = name, kind
    work.record("edit", group, *audit.differing(old, new))
    revision.bump(work.session, now=work.now)


def add(work: Act, group: Group, ids: Collection[int], *, within: Within = None) -> int:
    """Put members into the group; how many were not in it yet."""
    inside = select(membership.c.member_id).where(membership.c.group_id == group.id)
    wanted = select(Member.id, Member.name).where(Member.id.in_(ids), Member.id.not_in(inside), members_within(within))
    rows = work.session.execute(wanted.order_by(Member.sort_key)).all()
    if rows:
        values = [{"group_id": group.id, "member_id": row.id} for row in rows]
        work.session.execute(insert(work.session, membership).on_conflict_do_nothing(), values)
        work.record("add members", group, {}, {"members": [row.name for row in rows]})
        revision.bump(work.session, now=work.now)
    return len(rows)


def remove(work: Act, group: Group, ids: Collection[int]) -> int:
    """Take members out of the group; they stay members. Whoever has it as his unit has none then."""
    inside = membership.c.group_id == group.id, membership.c.member_id.in_(ids)
    query = select(Member).join(membership, membership.c.member_id == Member.id).where(*inside)
    found = work.session.scalars(query.order_by(Member.sort_key)).all()
    if found:
        work.session.execute(delete(membership).where(*inside))
        for member in found:
            if member.unit_id == group.id:
                member.unit_id = None
        names = [member.name for member in found]
        work.record("remove members", group, {"members": names}, {})
        revision.bump(work.session, now=work.now)
    return len(found)


def dependants(session: Session, group: Group, *, now: datetime) -> Dependants:
    """What a deletion would touch. Three questions."""
    other = aliased(AudienceGroup)
    others = exists().where(other.event_id == Event.id, other.group_id != group.id)
    events = session.execute(
        select(Event.title, others | Event.audience_all)
        .join(AudienceGroup, AudienceGroup.event_id == Event.id)
        .where(AudienceGroup.group_id == group.id, _is_coming(now))
        .order_by(Event.first_day, Event.id)
    ).all()
    counts = session.execute(
        select(
            select(func.count()).where(membership.c.group_id == group.id).scalar_subquery(),
            select(func.count()).where(Member.unit_id == group.id).scalar_subquery(),
            select(func.count()).select_from(user_group).where(user_group.c.group_id == group.id).scalar_subquery(),
        )
    ).one()
    calendars = session.scalars(select(Calendar).order_by(Calendar.title))
    return Dependants(
        members=counts[0],
        unit_of=counts[1],
        events=tuple(title for title, _kept in events),
        alone=tuple(title for title, kept in events if not kept),
        calendars=tuple(each.title for each in calendars if group.slug in each.groups),
        people=counts[2],
    )


def remove_group(work: Act, group: Group, *, config: Config) -> None:
    """Delete the group. Members stay members; events lose a part of their audience and say so in the feeds."""
    touched = select(AudienceGroup.event_id).where(AudienceGroup.group_id == group.id)
    events = work.session.scalars(select(Event).where(Event.id.in_(touched), Event.confirmed_at.is_not(None))).all()
    work.record("delete", group, {"name": group.name, "kind": group.kind}, {})
    work.session.execute(delete(Group).where(Group.id == group.id))
    work.session.expunge(group)
    whole = UnitOfWork(work.session, work.now, work.by, agency_of(work.session, config))
    for event in events:
        rebuild(whole, event)
    revision.bump(work.session, now=work.now)


def _is_coming(now: datetime) -> Exists:
    """Of an audience's event: it is scheduled and not all over."""
    ahead = exists().where(Occurrence.event_id == AudienceGroup.event_id, Occurrence.ends_at > now)
    return ahead.correlate_except(Occurrence)


def _place(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)
