"""What is kept of one person, as a copy that the person may have (Law 91/2025/QH15): JSON, and their events as ICS."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from campaign.calendar import feeds
from campaign.calendar.feeds import Selection
from campaign.models import (
    Attendance,
    AuditEntry,
    Award,
    Course,
    Event,
    FeedToken,
    Group,
    Member,
    Message,
    Notice,
    Occurrence,
    Reminder,
    Response,
    SignIn,
    User,
)
from campaign.paging import Within, members_within


@dataclass(frozen=True, slots=True)
class Affected:
    """One person whom a leak concerns, and how much of each sort is kept of them."""

    name: str
    address: str
    unit: str
    responses: int
    attendance: int
    messages: int


def copy_of(session: Session, member: Member) -> dict[str, Any]:
    """Everything about the person; ``member`` with unit and groups loaded. A fixed number of queries."""
    mine = Member.id == member.id
    return {
        "person": {
            **_values(member, "name", "address", "sex", "language", "created_at", "left_at", "unsubscribed_at"),
            **_values(member, "flagged_at", "flag_reason", "flag_detail"),
            "unit": member.unit.name if member.unit else "",
            "groups": sorted(group.name for group in member.groups),
        },
        "responses": _rows(session, _of_occurrences(Response, "answer", "note", "answered_at").where(mine)),
        "attendance": _rows(session, _of_occurrences(Attendance, "state", "noted_at", "noted_by").where(mine)),
        "mails": _rows(session, _mails(member.id)),
        "feeds": _rows(session, select(FeedToken.created_at, FeedToken.revoked_at).where(_is(FeedToken, member))),
        "awards": _rows(
            session, select(Award.form, Award.reason, Award.nominated_on, Award.decision).where(_is(Award, member))
        ),
        "courses": _rows(
            session, select(Course.title, Course.held_by, Course.first_day, Course.last_day).where(_is(Course, member))
        ),
        "in charge of": _rows(session, select(Event.title, Event.first_day).where(Event.contact_id == member.id)),
        "changes": _rows(session, _changes(member)),
        "account": _account(session, member),
    }


def calendar_of(session: Session, member: Member) -> bytes:
    """The events that the person is meant by, as the personal feed has them."""
    return feeds.build(session.connection(), Selection(member.name, None, member_id=member.id)).body


def affected(session: Session, *, until: datetime, within: Within = None) -> Iterable[Affected]:
    """Whose data were there at a moment and still are, or those of some groups: whom to notify of a leak."""
    counted = (
        select(func.count()).where(noun.member_id == Member.id).correlate(Member).scalar_subquery()
        for noun in (Response, Attendance, Message)
    )
    query = (
        select(Member.name, Member.address, func.coalesce(Group.name, ""), *counted)
        .outerjoin(Group, Group.id == Member.unit_id)
        .where(Member.created_at <= until, Member.erased_at.is_(None), members_within(within))
        .order_by(Member.sort_key, Member.id)
    )
    return (Affected(*row) for row in session.execute(query))


def _is(noun: type[FeedToken | Award | Course], member: Member) -> Any:  # noqa: ANN401 - a condition
    return noun.member_id == member.id


def _of_occurrences(noun: type[Response | Attendance], *names: str) -> Select[*tuple[Any, ...]]:
    columns = [getattr(noun, name) for name in names]
    return (
        select(Event.title.label("event"), Occurrence.first_day.label("day"), *columns)
        .select_from(noun)
        .join(Member, Member.id == noun.member_id)
        .join(Occurrence, Occurrence.id == noun.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .order_by(Occurrence.first_day, noun.id)
    )


def _mails(member_id: int) -> Select[*tuple[Any, ...]]:
    about = func.coalesce(Occurrence.event_id, Notice.event_id)
    kind = func.coalesce(Notice.kind, Reminder.mail)
    return (
        select(
            kind.label("mail"),
            Event.title.label("event"),
            Message.created_at,
            Message.result,
            Message.settled_at,
            Message.reason,
            Message.detail,
        )
        .outerjoin(Reminder, Reminder.id == Message.reminder_id)
        .outerjoin(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .outerjoin(Notice, Notice.id == Message.notice_id)
        .outerjoin(Event, Event.id == about)
        .where(Message.member_id == member_id)
        .order_by(Message.id)
    )


def _changes(member: Member) -> Select[*tuple[Any, ...]]:
    """What the audit log says of the person."""
    entry = AuditEntry
    mine = entry.subject_type == Member.__tablename__, entry.subject_id == member.id
    return select(entry.at, entry.by_name, entry.verb, entry.old, entry.new).where(*mine).order_by(entry.id)


def _account(session: Session, member: Member) -> dict[str, Any] | None:
    """The account at the desk with the person's address, and where it was used from."""
    user = session.scalars(select(User).where(User.address_key == member.address_key)).one_or_none()
    if user is None:
        return None
    used = select(SignIn.created_at, SignIn.seen_at, SignIn.way, SignIn.agent, SignIn.network)
    own = _values(user, "name", "address", "language", "created_at", "disabled_at", "last_signed_in_at")
    return {**own, "role": user.role.name.lower(), "sessions": _rows(session, used.where(SignIn.user_id == user.id))}


def _rows(session: Session, query: Select[*tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [_row(row) for row in session.execute(query)]


def _row(row: Row[Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row._mapping.items()}  # noqa: SLF001 - public, whatever its name


def _values(noun: object, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(noun, name)) for name in names}


def _plain(value: Any) -> Any:  # noqa: ANN401 - as JSON keeps it
    return value.isoformat() if isinstance(value, date | datetime) else value
