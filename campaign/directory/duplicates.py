"""One person who is in the register twice: found by name and address, made one with everything that hangs on both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar import revision
from campaign.dates.written import plain
from campaign.errors import InvalidInput
from campaign.models import (
    Attendance,
    AudienceMember,
    Course,
    Event,
    FeedToken,
    Member,
    Message,
    Response,
    Result,
    membership,
)
from campaign.paging import Within, members_within

MOST_PAIRS = 200
_LONGEST_BUCKET = 20
_PARTS = re.compile(r"[._\-]|\+.*$")


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of one member."""

    id: int
    name: str
    address: str
    unit_id: int | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Pair:
    """Two members who may be one, the older first. ``why``: "name" in one unit, or "address"."""

    first: Known
    second: Known
    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """How much a merger moves to the member that stays."""

    groups: int
    messages: int
    responses: int
    attendance: int


def pairs(session: Session, *, within: Within = None) -> list[Pair]:
    """The members at work who may be in the register twice, at most so many pairs. One question."""
    columns = Member.id, Member.name, Member.address, Member.unit_id, Member.created_at
    query = select(*columns).where(Member.left_at.is_(None), members_within(within)).order_by(Member.id)
    everybody = [Known(*row) for row in session.execute(query)]
    found: dict[tuple[int, int], Pair] = {}
    for why, buckets in (("name", _by_name(everybody)), ("address", _by_address(everybody))):
        for bucket in buckets:
            for first, second in combinations(bucket, 2):
                found.setdefault((first.id, second.id), Pair(first, second, why))
    return sorted(found.values(), key=lambda pair: (plain(pair.first.name), pair.first.id))[:MOST_PAIRS]


def preview(session: Session, gone: Member) -> Moved:
    """What a merger would move, as counts. One question."""
    counts = (
        select(func.count()).where(membership.c.member_id == gone.id).scalar_subquery(),
        *(
            select(func.count()).where(noun.member_id == gone.id).scalar_subquery()
            for noun in (Message, Response, Attendance)
        ),
    )
    return Moved(*session.execute(select(*counts)).one())


def merge(work: Act, keep: Member, gone: Member) -> None:
    """Give all that hangs on one member to the other, then take the one away.

    Where both have the same thing, one is left: the mail that went out, the later answer, what was noted of attendance
    for the member that stays. Raises ``InvalidInput`` for one and the same.
    """
    if keep.id == gone.id:
        raise InvalidInput("Không thể gộp một người với chính người đó.")
    _move_memberships(work.session, keep.id, gone.id)
    _move_audience(work.session, keep.id, gone.id)
    _move_messages(work.session, keep.id, gone.id)
    _move_answers(work.session, keep.id, gone.id)
    work.session.execute(update(Event).where(Event.contact_id == gone.id).values(contact_id=keep.id))
    work.session.execute(delete(FeedToken).where(FeedToken.member_id == gone.id))
    old = {"name": gone.name, "address": gone.address, "id": gone.id, "created_at": gone.created_at.isoformat()}
    new = {"name": keep.name, "address": keep.address}
    work.record("merge", keep, old, new)
    work.session.execute(delete(Member).where(Member.id == gone.id))
    work.session.expunge(gone)
    work.session.refresh(keep)
    revision.bump(work.session, now=work.now)


def _by_name(everybody: Iterable[Known]) -> Iterable[list[Known]]:
    """The same name in the same unit."""
    buckets: dict[object, list[Known]] = defaultdict(list)
    for each in everybody:
        buckets[plain(each.name), each.unit_id].append(each)
    return (bucket[:_LONGEST_BUCKET] for bucket in buckets.values())


def _by_address(everybody: Iterable[Known]) -> Iterable[list[Known]]:
    """Addresses that differ in points, hyphens and what follows a plus, or in their domain while the name is one."""
    buckets: dict[object, list[Known]] = defaultdict(list)
    for each in everybody:
        local, _, domain = each.address.casefold().rpartition("@")
        bare = _PARTS.sub("", local)
        buckets[bare, domain].append(each)
        buckets[bare, plain(each.name)].append(each)
    return (bucket[:_LONGEST_BUCKET] for bucket in buckets.values())


def _move_memberships(session: Session, keep: int, gone: int) -> None:
    mine = select(membership.c.group_id).where(membership.c.member_id == keep)
    theirs = membership.c.member_id == gone
    session.execute(update(membership).where(theirs, membership.c.group_id.not_in(mine)).values(member_id=keep))
    session.execute(delete(membership).where(theirs))


def _move_audience(session: Session, keep: int, gone: int) -> None:
    """Named or left out as the one was, unless an event says something of the other."""
    mine = select(AudienceMember.event_id).where(AudienceMember.member_id == keep)
    theirs = AudienceMember.member_id == gone
    session.execute(update(AudienceMember).where(theirs, AudienceMember.event_id.not_in(mine)).values(member_id=keep))
    session.execute(delete(AudienceMember).where(theirs))


def _move_messages(session: Session, keep: int, gone: int) -> None:
    """Of two mails about the same thing the one that went out stays: nobody is mailed twice."""
    for column in (Message.reminder_id, Message.notice_id):
        sent = select(column).where(Message.member_id == gone, Message.result == Result.SENT, column.is_not(None))
        unsent = Message.member_id == keep, Message.result.is_distinct_from(Result.SENT)
        session.execute(delete(Message).where(*unsent, column.in_(sent)))
        mine = select(column).where(Message.member_id == keep, column.is_not(None))
        free = Message.member_id == gone, column.is_not(None), column.not_in(mine)
        session.execute(update(Message).where(*free).values(member_id=keep))
    session.execute(delete(Message).where(Message.member_id == gone))


def _move_answers(session: Session, keep: int, gone: int) -> None:
    answers = list(session.scalars(select(Response).where(Response.member_id.in_((keep, gone)))))
    latest: dict[int, Response] = {}
    for answer in sorted(answers, key=lambda each: (each.answered_at, each.id)):
        latest[answer.occurrence_id] = answer
    stale = [answer.id for answer in answers if latest[answer.occurrence_id] is not answer]
    session.execute(delete(Response).where(Response.id.in_(stale)))
    session.execute(update(Response).where(Response.member_id == gone).values(member_id=keep))
    mine = select(Attendance.occurrence_id).where(Attendance.member_id == keep)
    theirs = Attendance.member_id == gone
    session.execute(update(Attendance).where(theirs, Attendance.occurrence_id.not_in(mine)).values(member_id=keep))
    session.execute(update(Course).where(Course.member_id == gone).values(member_id=keep))
