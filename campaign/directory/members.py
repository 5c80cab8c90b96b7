"""The register of members: found, made, changed, gone and back again; each change is in the audit log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, false, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import changes, revision
from campaign.directory.member_file import key_of
from campaign.errors import InvalidInput, NotFound
from campaign.models import FeedToken, Group, Member, membership
from campaign.paging import Page, Within, has_words, limit_of, members_within, page_of
from campaign.reason import sentence

SUBJECT = "member"
STATES: dict[str, ColumnElement[bool]] = {
    "active": Member.left_at.is_(None),
    "left": Member.left_at.is_not(None),
    "silent": Member.left_at.is_(None) & Member.unsubscribed_at.is_not(None),
    "flagged": Member.left_at.is_(None) & Member.flagged_at.is_not(None),
}


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """What a list of members is to show; ``unit`` and ``group`` are slugs."""

    words: str = ""
    unit: str = ""
    group: str = ""
    state: str = "active"


@dataclass(frozen=True, slots=True)
class Person:
    """All that a form says of a member. ``group_ids`` holds the unit as well, if there is one."""

    name: str
    address: str
    unit_id: int | None = None
    group_ids: frozenset[int] = field(default_factory=frozenset)
    sex: str = ""
    language: str = "vi"

    @property
    def groups(self) -> frozenset[int]:
        return self.group_ids | ({self.unit_id} if self.unit_id else frozenset())


def listed(session: Session, filters: MemberFilter, number: int = 1, *, within: Within = None) -> Page[Member]:
    """The members of the filters by given name, with unit and groups loaded. Two questions."""
    query = select(Member).where(Member.erased_at.is_(None), members_within(within))
    query = query.where(has_words(Member, filters.words))
    if filters.state in STATES:
        query = query.where(STATES[filters.state])
    if filters.unit:
        query = query.where(Member.unit_id == select(Group.id).where(Group.slug == filters.unit).scalar_subquery())
    if filters.group:
        query = query.where(_is_in(Group.slug == filters.group))
    loaded = query.options(joinedload(Member.unit), selectinload(Member.groups))
    return page_of(session, loaded.order_by(Member.sort_key, Member.id), Member.id, number)


def choices(session: Session, *, within: Within = None) -> list[Group]:
    """The groups that members may be put in, or be looked for by."""
    query = select(Group).order_by(Group.kind != "unit", Group.name)
    return list(session.scalars(query if within is None else query.where(Group.id.in_(within))))


def one(session: Session, member_id: int, *, within: Within = None) -> Member:
    """The member with unit and groups. Raises ``NotFound``, also for one whom this person may not see."""
    query = select(Member).where(Member.id == member_id, members_within(within))
    loaded = query.options(joinedload(Member.unit), joinedload(Member.groups))
    found = session.scalars(loaded).unique().one_or_none()
    if found is None:
        raise NotFound("Không tìm thấy người này.")
    return found


def person_of(member: Member) -> Person:
    """The member as a form shows him; unit and groups are loaded."""
    groups = frozenset(group.id for group in member.groups)
    return Person(member.name, member.address, member.unit_id, groups, member.sex, member.language)


def feed_since(session: Session, member_id: int) -> datetime | None:
    """Since when the member has a personal feed; None: has none."""
    mine = FeedToken.member_id == member_id, FeedToken.revoked_at.is_(None)
    return session.scalar(select(func.max(FeedToken.created_at)).where(*mine))


def create(work: Act, person: Person) -> Member:
    """A new member. Raises ``InvalidInput`` when the address belongs to somebody already."""
    _refuse_taken(work.session, person.address, None)
    member = Member(created_at=work.now, address_key=key_of(person.address), groups=[])
    _put(work.session, member, person)
    work.session.add(member)
    work.session.flush()
    names = _names(work.session, person.groups)
    said = {name: _shown(name, value, names) for name, value in _said(person).items()}
    work.record("create", member, {}, said)
    revision.bump(work.session, now=work.now)
    return member


def change(work: Act, member: Member, person: Person) -> None:
    """Bring the member in line with the form; another address is no longer the one that failed."""
    before = person_of(member)
    old, new = _said(before), _said(person)
    if old == new:
        return
    if key_of(person.address) != member.address_key:
        _refuse_taken(work.session, person.address, member.id)
        member.flagged_at, member.flag_reason, member.flag_detail = None, "", ""
    _put(work.session, member, person)
    work.session.flush()
    names = _names(work.session, before.groups | person.groups)
    old, new = (
        {name: _shown(name, value, names) for name, value in said.items()} for said in audit.differing(old, new)
    )
    work.record("edit", member, old, new)
    revision.bump(work.session, now=work.now)


def leave(work: Act, member: Member) -> None:
    """The member no longer works here: no mail, no personal feed, nothing is forgotten."""
    if member.is_active:
        changes.leave(Act(work.session, work.now, PROGRAM), member)
        work.record("leave", member, {"left_at": None}, {"left_at": work.now.isoformat()})


def rejoin(work: Act, member: Member) -> None:
    if member.left_at:
        old = {"left_at": member.left_at.isoformat()}
        member.rejoin()
        work.record("rejoin", member, old, {"left_at": None})
        revision.bump(work.session, now=work.now)


def stop_mail(work: Act, member: Member) -> None:
    """No more reminders, because the member asked for it at the office."""
    if member.unsubscribed_at is None:
        changes.unsubscribe(Act(work.session, work.now, PROGRAM), member)
        work.record("stop mail", member, {}, {"unsubscribed_at": work.now.isoformat()})


def resume_mail(work: Act, member: Member) -> None:
    if member.unsubscribed_at:
        old = {"unsubscribed_at": member.unsubscribed_at.isoformat()}
        member.resubscribe()
        work.record("resume mail", member, old, {"unsubscribed_at": None})


def mend(work: Act, member: Member) -> None:
    """The address that servers refused works again: mail may go there."""
    if member.flagged_at:
        old = {"flag_reason": sentence(member.flag_reason, member.flag_detail)}
        member.flagged_at, member.flag_reason, member.flag_detail = None, "", ""
        work.record("mend address", member, old, {"flag_reason": ""})


def mend_all(work: Act) -> int:
    """Every refused address works again, as when the fault was the mail server's; how many there were."""
    flagged = work.session.scalars(select(Member).where(STATES["flagged"])).all()
    for member in flagged:
        mend(work, member)
    return len(flagged)


def _is_in(which: ColumnElement[bool]) -> ColumnElement[bool]:
    query = select(membership.c.member_id).join(Group, Group.id == membership.c.group_id)
    return exists(query.where(membership.c.member_id == Member.id, which).correlate(Member))


def _refuse_taken(session: Session, address: str, member_id: int | None) -> None:
    others = Member.id != member_id if member_id else ~false()
    taken = session.execute(
        select(Member.name, members_within(limit_of(session))).where(Member.address_key == key_of(address), others)
    ).one_or_none()
    if taken and taken[1]:
        raise InvalidInput("Địa chỉ {address} đã thuộc về {name}.", address=address, name=taken[0])
    if taken:
        raise InvalidInput("Địa chỉ {address} không dùng được ở đây; xin hỏi quản trị viên.", address=address)


def _put(session: Session, member: Member, person: Person) -> None:
    member.name, member.address, member.address_key = person.name, person.address, key_of(person.address)
    member.unit_id, member.sex, member.language = person.unit_id, person.sex, person.language
    member.groups = list(session.scalars(select(Group).where(Group.id.in_(person.groups))))


def _said(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "address": person.address,
        "unit": person.unit_id,
        "groups": sorted(person.groups),
        "sex": person.sex,
        "language": person.language,
    }


def _names(session: Session, ids: Iterable[int]) -> dict[int, str]:
    return {row.id: row.name for row in session.execute(select(Group.id, Group.name).where(Group.id.in_(ids)))}


def _shown(field_name: str, value: Any, names: dict[int, str]) -> Any:  # noqa: ANN401 - as the book keeps it
    """Groups by name: the book outlives them."""
    if field_name == "unit":
        return names.get(value, "")
    return [names[each] for each in value if each in names] if field_name == "groups" else value
