"""The outbox: messages as rows that are claimed, begun, given back, or found to be of no use any more.

The row is the queue and the only truth. A claim is a token with a lease; whoever holds the token may send and settle,
and a holder that died loses it when the lease ends. Nothing here sends: ``delivery`` does, with these steps.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.db import Database
from campaign.models import Event, MailContent, Member, Message, Occurrence, Reminder, Result
from campaign.reason import Reason
from campaign.sending import channel

MOST_CRASHES = 3


@dataclass(frozen=True, slots=True)
class ContentKey:
    """Which content a message carries: one reminder or notice, in one language, as of one edition of the event."""

    reminder_id: int | None
    notice_id: int | None
    language: str
    edition: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """One message in the hands of one sender: all that stamping and settling need."""

    id: int
    member_id: int
    name: str
    address: str
    language: str
    message_id: str
    dated_at: datetime
    content_id: int
    token: str
    attempts: int
    crashes: int
    is_uncertain: bool
    useful_until: datetime


@dataclass(frozen=True, slots=True)
class Crashed:
    """The program itself stumbled over this message; the neighbours must not suffer."""

    text: str


Moment: TypeAlias = datetime | ColumnElement[datetime]
Compose: TypeAlias = Callable[[Session, ContentKey, datetime], tuple[str, bytes]]

UNTOUCHED = and_(Message.attempts == 0, Message.crashes == 0)
"""No server can have seen the message: its words and its Date may still be newer ones."""


# --- what is there to do -----------------------------------------------------------------------------------------


def waits(now: Moment) -> ColumnElement[bool]:
    """Due, without a result, and in nobody's hands."""
    free = or_(Message.lease_until.is_(None), Message.lease_until <= now)
    return and_(Message.result.is_(None), Message.next_at <= now, free)


def next_ids(now: datetime, limit: int) -> Select[int]:
    ready = and_(waits(now), Message.useful_until > now)
    return select(Message.id).where(ready).order_by(Message.next_at, Message.id).limit(limit)


def _too_late(now: Moment) -> ColumnElement[bool]:
    return and_(waits(now), Message.useful_until <= now)


def _held(now: Moment, *, everything: bool) -> ColumnElement[bool]:
    held = and_(Message.result.is_(None), Message.token.is_not(None))
    return held if everything else and_(held, Message.lease_until <= now)


_NOW = bindparam("now", type_=Message.next_at.type)
_HAS_WORK = select(and_(~channel.is_closed(_NOW), exists().where(waits(_NOW), Message.useful_until > _NOW)))
_IS_UNTIDY = select(or_(exists().where(_held(_NOW, everything=False)), exists().where(_too_late(_NOW))))


def has_work(connection: Connection, *, now: datetime) -> bool:
    """Whether the channel is open and a message could go out now."""
    return bool(connection.scalar(_HAS_WORK, {"now": now}))


def tidy(database: Database, *, now: datetime) -> None:
    """Free what dead senders held, and expire what is of no use any more; a look decides whether anything is to do."""
    with database.read() as session:
        if not session.connection().scalar(_IS_UNTIDY, {"now": now}):
            return
    with database.begin() as connection:
        recover(connection, now=now)
        expire(connection, now=now)


def expire(connection: Connection, *, now: datetime) -> None:
    """Messages that would reach their reader too late end as *expired*, with the last trouble as the reason."""
    why = func.coalesce(func.nullif(Message.reason, ""), Reason.TOO_LATE.value)
    connection.execute(
        update(Message).where(_too_late(now)).values(result=Result.EXPIRED, settled_at=now, token=None, reason=why)
    )


def recover(connection: Connection, *, now: datetime, everything: bool = False) -> None:
    """Free the messages of senders whose lease has ended (``everything``: of all, when no other sender can live).

    A message that three senders died on is put aside, so that it cannot stop the rest.
    """
    held = _held(now, everything=everything)
    poison = update(Message).where(held, Message.crashes >= MOST_CRASHES)
    connection.execute(
        poison.values(result=Result.FAILED, settled_at=now, token=None, reason=Reason.INTERRUPTED, detail="")
    )
    _give_back(connection, held)


def release(connection: Connection, token: str) -> None:
    """Give back what was claimed and not begun; no attempt is spent."""
    _give_back(connection, Message.token == token)


def take_back(connection: Connection, event_id: int) -> None:
    """Out of the hands of senders with what they have not begun: the event's words have changed."""
    reminders = select(Reminder.id).join(Occurrence).where(Occurrence.event_id == event_id)
    _give_back(connection, and_(Message.token.is_not(None), UNTOUCHED, Message.reminder_id.in_(reminders)))


def _give_back(connection: Connection, which: ColumnElement[bool]) -> None:
    connection.execute(update(Message).where(which, Message.result.is_(None)).values(token=None, lease_until=None))


# --- claims ------------------------------------------------------------------------------------------------------


def claim(
    connection: Connection, *, now: datetime, limit: int, lease: timedelta, token: str
) -> tuple[int, list[Claimed]]:
    """Take the next due messages, oldest first: how many were taken, and those of them that can be sent.

    Content and Date are chosen here, and fixed once an attempt has begun. A message whose content is not rendered yet
    (an edit came in the last moment) is left for the next round.
    """
    # In a CTE, for PostgreSQL may run a subquery with LIMIT more than once, and then take more than that.
    ids = next_ids(now, limit).with_for_update(skip_locked=True).cte("next")
    content = _content_id()
    values = {
        "token": token,
        "lease_until": now + lease,
        "dated_at": case((or_(UNTOUCHED, Message.dated_at.is_(None)), now), else_=Message.dated_at),
        "content_id": case((or_(UNTOUCHED, Message.content_id.is_(None)), content), else_=Message.content_id),
    }
    connection.execute(update(Message).where(Message.id.in_(select(ids.c.id))).values(**values))
    taken = connection.execute(_claimed(token)).all()
    return len(taken), [Claimed(*row) for row in taken if row.content_id is not None]


def _content_id() -> ColumnElement[int]:
    edition = func.coalesce(Event.sequence, 0)
    of_reminder = (
        select(MailContent.id)
        .join(Reminder, Reminder.id == MailContent.reminder_id)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Member, Member.id == Message.member_id)
        .where(
            MailContent.reminder_id == Message.reminder_id,
            MailContent.language == Member.language,
            MailContent.edition == edition,
        )
        .correlate(Message)
        .scalar_subquery()
    )
    of_notice = (
        select(MailContent.id)
        .join(Member, Member.id == Message.member_id)
        .where(
            MailContent.notice_id == Message.notice_id,
            MailContent.language == Member.language,
            MailContent.edition == 0,
        )
        .correlate(Message)
        .scalar_subquery()
    )
    return func.coalesce(of_reminder, of_notice)


def _claimed(token: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Message.id,
            Message.member_id,
            Member.name,
            Member.address,
            Member.language,
            Message.message_id,
            Message.dated_at,
            Message.content_id.label("content_id"),
            Message.token,
            Message.attempts,
            Message.crashes,
            Message.uncertain_at.is_not(None),
            Message.useful_until,
        )
        .join(Member, Member.id == Message.member_id)
        .where(Message.token == token, Message.result.is_(None))
        .order_by(Message.next_at, Message.id)
    )


def contents(connection: Connection, claimed: Sequence[Claimed]) -> dict[int, bytes]:
    """The stored content of these messages, each once."""
    ids = {message.content_id for message in claimed}
    return {
        row.id: row.body
        for row in connection.execute(select(MailContent.id, MailContent.body).where(MailContent.id.in_(ids)))
    }


BEGIN = (
    update(Message)
    .where(
        Message.id == bindparam("following"),
        Message.token == bindparam("taker"),
        Message.result.is_(None),
        Message.useful_until > bindparam("moment"),
        ~channel.is_closed(bindparam("moment", type_=Message.next_at.type)),
    )
    .values(crashes=Message.crashes + 1, lease_until=bindparam("until"))
)
"""The last look before sending, which also marks the attempt as begun; it may go ahead where a row is changed.

Whatever takes a message back (a cancelled or moved event, a member who left) settles its row in the same transaction,
so one look at the row is enough; and the channel may have been closed. A mark that is never settled counts as a crash.
"""


def renew(connection: Connection, token: str, *, until: datetime) -> None:
    """A slow server is no dead sender: keep the rest of the claim."""
    held = and_(Message.token == token, Message.result.is_(None))
    connection.execute(update(Message).where(held).values(lease_until=until))
