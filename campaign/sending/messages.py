"""Bulk insert of messages: one row per reminder or notice and member, made in sets, withdrawn in sets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from campaign.db import insert
from campaign.models import Member, Message, Notice, Reminder, Result
from campaign.reason import Reason
from campaign.sending.duty import is_duty

SIZES = (20, 200, 2000, 20000)
"""Most readers of a mailing of each priority."""
OUT = or_(Message.result == Result.SENT, Message.token.is_not(None), Message.uncertain_at.is_not(None))
"""The mail has left, or is in a sender's hands, or may have left: it cannot be called back."""


def suppress(connection: Connection, which: ColumnElement[bool], *, now: datetime, reason: Reason) -> None:
    """Take back the messages that have not gone out. One that is on the wire this moment may still be marked sent."""
    connection.execute(
        update(Message)
        .where(which, Message.result.is_(None))
        .values(result=Result.SUPPRESSED, settled_at=now, reason=reason, detail="")
    )


def supersede(connection: Connection, *, now: datetime) -> None:
    """Of several reminders of one occurrence that wait for one reader, as after a downtime, the latest alone goes out.

    It is one of those that were marked as planned at ``now``.
    """
    later, of_later, of_earlier = aliased(Reminder), aliased(Message), aliased(Message)
    same = and_(
        later.occurrence_id == Reminder.occurrence_id,
        later.recipients == Reminder.recipients,
        later.mail == Reminder.mail,
        tuple_(later.due_at, later.id) > tuple_(Reminder.due_at, Reminder.id),
    )
    earlier = (
        select(of_earlier.id)
        .join(Reminder, Reminder.id == of_earlier.reminder_id)
        .join(later, same)
        .join(of_later, and_(of_later.reminder_id == later.id, of_later.member_id == of_earlier.member_id))
        .where(later.planned_at == now, of_later.result.is_(None), of_earlier.result.is_(None))
    )
    in_no_hands = Message.token.is_(None), Message.uncertain_at.is_(None)
    suppress(connection, and_(Message.id.in_(earlier), *in_no_hands), now=now, reason=Reason.SUPERSEDED)


def message_columns(
    of: type[Reminder | Notice],
    mark: str,
    thread: ColumnElement[int] | ColumnElement[int | None],
    *,
    now: datetime,
    id_suffix: str,
) -> list[ColumnElement[Any]]:
    """The row of a message of a reminder or notice that was marked as planned, in a query that has Member in it.

    ``mark`` begins the Message-ID; ``thread``: as ``Message.thread_id``. Too late or unwanted, the row is settled from
    the start; duty mail goes to whoever unsubscribed, too.
    """
    late = of.useful_until <= now
    unsubscribed = and_(Member.unsubscribed_at.is_not(None), ~is_duty(of))
    unwanted = or_(unsubscribed, Member.flagged_at.is_not(None))
    number = literal(f"<{mark}") + cast(of.id, String) + literal(".") + cast(Member.id, String)
    moment = literal(now, Message.created_at.type)
    return [
        of.id.label(f"{of.__tablename__}_id"),
        Member.id.label("member_id"),
        (number + literal(id_suffix)).label("message_id"),
        moment.label("created_at"),
        _priority(func.count().over(partition_by=of.id)).label("priority"),
        of.due_at.label("next_at"),
        of.useful_until.label("useful_until"),
        thread.label("thread_id"),
        literal(0).label("attempts"),
        literal(0).label("crashes"),
        case((late, Result.EXPIRED.value), (unwanted, Result.SUPPRESSED.value), else_=null()).label("result"),
        case((or_(late, unwanted), moment), else_=null()).label("settled_at"),
        case(
            (late, Reason.TOO_LATE.value),
            (unsubscribed, Reason.UNSUBSCRIBED.value),
            (Member.flagged_at.is_not(None), Reason.BAD_ADDRESS.value),
            else_="",
        ).label("reason"),
    ]


def _priority(readers: ColumnElement[int]) -> ColumnElement[int]:
    """The class of a mailing by its size: 0 for the smallest, which goes first."""
    return case(*((readers <= size, place) for place, size in enumerate(SIZES)), else_=len(SIZES))


def insert_messages(connection: Connection, queries: Iterable[Select[Any]]) -> int:
    """One message per row that the queries give together, each once, whatever was made before; how many are new."""
    queries = list(queries)
    statement = insert(connection, Message.__table__)  # type: ignore[arg-type]
    columns = queries[0].selected_columns.keys()
    statement = statement.from_select(columns, union_all(*queries), include_defaults=False)
    result = connection.execute(statement.on_conflict_do_nothing(), execution_options={"preserve_rowcount": True})
    return int(result.rowcount)
