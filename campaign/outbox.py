"""The outbox: messages as rows that are claimed, settled, put off, or found to be of no use any more.

The row is the queue and the only truth. A claim is a token with a lease; whoever holds the token may send and settle,
and a holder that died loses it when the lease ends. Nothing here sends: ``campaign.delivery`` does, with these steps.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.db import Database, insert
from campaign.models import Channel, Event, Letter, Member, Message, Occurrence, Reminder, Result
from campaign.outcome import Accepted, Deferred, Outcome, Refused, Uncertain, Unreachable

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
"""RFC 5321, 4.5.4.1 asks for patience in general; a reminder has its own deadline, so the first tries come sooner."""
UNCERTAIN_WAIT = timedelta(minutes=10)
PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(minutes=15)
MOST_CRASHES = 3
MOST_REFUSALS = 3
CHANNEL = "mail"


@dataclass(frozen=True, slots=True)
class LetterKey:
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
    letter_id: int
    token: str
    attempts: int
    is_uncertain: bool
    useful_until: datetime


@dataclass(frozen=True, slots=True)
class Crashed:
    """The program itself stumbled over this message; the neighbours must not suffer."""

    text: str


Compose = Callable[[Session, LetterKey, datetime], tuple[str, bytes]]


def _ready(now: datetime) -> ColumnElement[bool]:
    free = or_(Message.lease_until.is_(None), Message.lease_until <= now)
    return and_(Message.result.is_(None), Message.next_at <= now, free)


def _next_ids(now: datetime, limit: int) -> Select[int]:
    return select(Message.id).where(_ready(now)).order_by(Message.next_at, Message.id).limit(limit)


# --- before sending --------------------------------------------------------------------------------------------


def tidy(database: Database, *, now: datetime) -> None:
    """Free what dead senders held, and expire what is of no use any more; a look decides whether anything is to do."""
    with database.read() as session:
        stale = session.scalar(select(exists().where(Message.result.is_(None), Message.lease_until <= now)))
        late = session.scalar(select(exists().where(_too_late(now))))
    if stale or late:
        with database.begin() as connection:
            recover(connection, now=now)
            expire(connection, now=now)


def _too_late(now: datetime) -> ColumnElement[bool]:
    return and_(_ready(now), Message.useful_until <= now)


def expire(connection: Connection, *, now: datetime) -> None:
    """Messages that would reach their reader too late end as *expired*, with the last trouble as the reason."""
    why = func.coalesce(func.nullif(Message.reason, ""), "Đã quá muộn khi đến lượt gửi.")
    connection.execute(
        update(Message).where(_too_late(now)).values(result=Result.EXPIRED, settled_at=now, token=None, reason=why)
    )


def recover(connection: Connection, *, now: datetime, everything: bool = False) -> None:
    """Free the messages of senders whose lease has ended (``everything``: of all, when no other sender can live).

    Messages of a claim are sent in order and settled one by one, so the first unsettled one is what the sender died
    on. A message that three senders died on is put aside, so that it cannot stop the rest.
    """
    over: list[ColumnElement[bool]] = [Message.result.is_(None), Message.token.is_not(None)]
    if not everything:
        over.append(Message.lease_until <= now)
    order = (Message.token, Message.next_at, Message.id)
    rows = connection.execute(select(Message.id, Message.token, Message.crashes).where(*over).order_by(*order)).all()
    suspects = {row.token: row for row in reversed(rows)}
    for row in suspects.values():
        values: dict[str, object] = {"crashes": row.crashes + 1}
        if row.crashes + 1 >= MOST_CRASHES:
            values |= {
                "result": Result.FAILED,
                "settled_at": now,
                "reason": "Cách ly: ba lần gửi đều bị ngắt giữa chừng.",
            }
        connection.execute(update(Message).where(Message.id == row.id).values(**values))
    connection.execute(
        update(Message).where(Message.id.in_([row.id for row in rows])).values(token=None, lease_until=None)
    )


def prepare(database: Database, compose: Compose, *, now: datetime, limit: int) -> int:
    """Write the letters that the next messages need and that nobody has written yet; how many were written."""
    with database.read() as session:
        missing = _missing_letters(session, now, limit)
        written = [(key, *compose(session, key, now)) for key in missing]
    if written:
        with database.begin() as connection:
            for key, subject, body in written:
                statement = insert(connection, Letter.__table__).values(  # type: ignore[arg-type]
                    reminder_id=key.reminder_id,
                    notice_id=key.notice_id,
                    language=key.language,
                    edition=key.edition,
                    subject=subject,
                    body=body,
                    created_at=now,
                )
                connection.execute(statement.on_conflict_do_nothing())
    return len(written)


def _missing_letters(session: Session, now: datetime, limit: int) -> list[LetterKey]:
    edition = func.coalesce(Event.sequence, 0)
    query = (
        select(Message.reminder_id, Message.notice_id, Member.language, edition)
        .distinct()
        .join(Member, Member.id == Message.member_id)
        .outerjoin(Reminder, Reminder.id == Message.reminder_id)
        .outerjoin(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .outerjoin(Event, Event.id == Occurrence.event_id)
        .where(Message.id.in_(_next_ids(now, limit)), Message.letter_id.is_(None))
        .where(~exists().where(_letter_of_message(edition)))
    )
    return [LetterKey(*row) for row in session.execute(query)]


def _letter_of_message(edition: ColumnElement[int]) -> ColumnElement[bool]:
    same = or_(Letter.reminder_id == Message.reminder_id, Letter.notice_id == Message.notice_id)
    return and_(same, Letter.language == Member.language, Letter.edition == edition)


def claim(connection: Connection, *, now: datetime, limit: int, lease: timedelta, token: str) -> list[Claimed]:
    """Take the next due messages, oldest first; letter and Date are fixed here, before the first attempt."""
    ids = _next_ids(now, limit).with_for_update(skip_locked=True)
    taken = update(Message).where(Message.id.in_(ids))
    connection.execute(
        taken.values(
            token=token,
            lease_until=now + lease,
            dated_at=func.coalesce(Message.dated_at, now),
            letter_id=func.coalesce(Message.letter_id, _letter_id()),
        ).execution_options(synchronize_session=False)
    )
    # An edit in the last moment asks for a letter that is not written yet: such a message waits for the next round.
    unwritten = and_(Message.token == token, Message.letter_id.is_(None))
    connection.execute(update(Message).where(unwritten).values(token=None, lease_until=None))
    return [Claimed(*row) for row in connection.execute(_claimed(token))]


def _letter_id() -> ColumnElement[int]:
    edition = func.coalesce(Event.sequence, 0)
    of_reminder = (
        select(Letter.id)
        .join(Reminder, Reminder.id == Letter.reminder_id)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Member, Member.id == Message.member_id)
        .where(Letter.reminder_id == Message.reminder_id, Letter.language == Member.language, Letter.edition == edition)
        .correlate(Message)
        .scalar_subquery()
    )
    of_notice = (
        select(Letter.id)
        .join(Member, Member.id == Message.member_id)
        .where(Letter.notice_id == Message.notice_id, Letter.language == Member.language, Letter.edition == 0)
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
            Message.letter_id,
            Message.token,
            Message.attempts,
            Message.uncertain_at.is_not(None),
            Message.useful_until,
        )
        .join(Member, Member.id == Message.member_id)
        .where(Message.token == token, Message.result.is_(None))
        .order_by(Message.next_at, Message.id)
    )


def letters(connection: Connection, claimed: Sequence[Claimed]) -> dict[int, bytes]:
    """The stored letters of these messages, each once."""
    ids = {message.letter_id for message in claimed}
    return {row.id: row.body for row in connection.execute(select(Letter.id, Letter.body).where(Letter.id.in_(ids)))}


_STILL_MINE = select(Message.lease_until).where(
    Message.id == bindparam("id"), Message.token == bindparam("token"), Message.result.is_(None)
)


def lease_of(connection: Connection, message: Claimed) -> datetime | None:
    """The last look before sending: until when the message is still ours, or None.

    Whatever takes a message back (a cancelled or moved event, a member who left) settles its row in the same
    transaction, so one look at the row is enough.
    """
    found = connection.execute(_STILL_MINE, {"id": message.id, "token": message.token})
    return found.scalar_one_or_none()


def renew(connection: Connection, token: str, *, until: datetime) -> None:
    """A slow server is no dead sender: keep the rest of the claim."""
    held = and_(Message.token == token, Message.result.is_(None))
    connection.execute(update(Message).where(held).values(lease_until=until))


# --- after sending ---------------------------------------------------------------------------------------------

_MINE = and_(Message.id == bindparam("message"), Message.token == bindparam("holder"))
_SENT = (
    update(Message)
    .where(_MINE)
    .values(
        result=Result.SENT.value,
        settled_at=bindparam("now"),
        code=bindparam("reply"),
        reason="",
        token=None,
        lease_until=None,
        attempts=Message.attempts + 1,
    )
)


def settle(connection: Connection, message: Claimed, outcome: Outcome | Crashed, *, now: datetime) -> None:
    """Write down what became of one attempt. A sender that lost its claim writes nothing."""
    if isinstance(outcome, Accepted):
        # Even over "suppressed": the mail is out, and the row must say so.
        mark = {"message": message.id, "holder": message.token, "now": now, "reply": outcome.code}
        connection.execute(_SENT, mark)
    elif isinstance(outcome, Unreachable):
        connection.execute(_change(message, reason=outcome.text))
    elif isinstance(outcome, Refused):
        _refuse(connection, message, outcome, now)
    else:
        connection.execute(_put_off(message, outcome, now))


def _change(message: Claimed, **values: object) -> Update:
    mine = and_(Message.id == message.id, Message.token == message.token, Message.result.is_(None))
    return update(Message).where(mine).values(token=None, lease_until=None, **values)


def _put_off(message: Claimed, outcome: Deferred | Uncertain | Crashed, now: datetime) -> Update:
    attempts = message.attempts + 1
    if isinstance(outcome, Deferred):
        return _change(
            message, attempts=attempts, next_at=now + backoff(attempts), code=outcome.code, reason=outcome.text
        )
    if isinstance(outcome, Uncertain):
        if message.is_uncertain:
            reason = f"Hai lần máy chủ thư không trả lời sau khi nhận thư: {outcome.text}"
            return _change(message, attempts=attempts, result=Result.FAILED, settled_at=now, reason=reason)
        again = now + UNCERTAIN_WAIT
        return _change(message, attempts=attempts, next_at=again, uncertain_at=now, reason=outcome.text)
    if attempts >= MOST_CRASHES:
        reason = f"Cách ly: {outcome.text}"
        return _change(message, attempts=attempts, result=Result.FAILED, settled_at=now, reason=reason)
    return _change(message, attempts=attempts, next_at=now + backoff(attempts), reason=outcome.text)


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many attempts; a little scattered, so that a crowd does not come back as one."""
    return BACKOFF[min(attempts, len(BACKOFF)) - 1] * random.uniform(0.9, 1.1)  # noqa: S311 - no secret


def _refuse(connection: Connection, message: Claimed, outcome: Refused, now: datetime) -> None:
    reason = f"{outcome.code} {outcome.text}".strip()
    values: dict[str, Any] = {"result": Result.FAILED, "settled_at": now, "code": outcome.code, "reason": reason}
    connection.execute(_change(message, attempts=message.attempts + 1, **values))
    if outcome.blame == "address":
        refusals = select(func.count()).where(
            Message.member_id == message.member_id,
            Message.result == Result.FAILED,
            Message.code >= 500,  # noqa: PLR2004
        )
        if outcome.enhanced.startswith("5.1.") or (connection.scalar(refusals) or 0) >= MOST_REFUSALS:
            flag = update(Member).where(Member.id == message.member_id, Member.flagged_at.is_(None))
            connection.execute(flag.values(flagged_at=now, flag_reason=reason))


def release(connection: Connection, token: str) -> None:
    """Give back what was claimed and not tried; no attempt is spent."""
    held = and_(Message.token == token, Message.result.is_(None))
    connection.execute(update(Message).where(held).values(token=None, lease_until=None))


# --- the channel -----------------------------------------------------------------------------------------------


def is_open(connection: Connection, *, now: datetime) -> bool:
    """Whether mail may go out now: neither held by a person nor paused after trouble."""
    row = connection.execute(select(Channel.held_at, Channel.paused_until).where(Channel.name == CHANNEL)).one_or_none()
    return row is None or (row.held_at is None and (row.paused_until is None or row.paused_until <= now))


def pause(connection: Connection, *, now: datetime, reason: str) -> None:
    """Rest after trouble with the connection, longer each time; the messages themselves lose nothing."""
    _ensure_channel(connection)
    failures = connection.scalar(select(Channel.failures).where(Channel.name == CHANNEL)) or 0
    rest = min(PAUSE * 2 ** min(failures, 10), LONGEST_PAUSE) * random.uniform(0.9, 1.1)  # noqa: S311 - no secret
    connection.execute(
        update(Channel)
        .where(Channel.name == CHANNEL)
        .values(failures=failures + 1, paused_until=now + rest, reason=reason)
    )


def resume(connection: Connection) -> None:
    """The channel works again."""
    troubled = and_(Channel.name == CHANNEL, Channel.failures > 0)
    connection.execute(update(Channel).where(troubled).values(failures=0, paused_until=None, reason=""))


def hold(connection: Connection, *, now: datetime | None, by: str = "") -> None:
    """Hold all mail from now on, on every machine; ``now=None`` lets it go again."""
    _ensure_channel(connection)
    connection.execute(update(Channel).where(Channel.name == CHANNEL).values(held_at=now, held_by=by))


def _ensure_channel(connection: Connection) -> None:
    statement = insert(connection, Channel.__table__).values(name=CHANNEL, failures=0, reason="", held_by="")  # type: ignore[arg-type]
    connection.execute(statement.on_conflict_do_nothing())
