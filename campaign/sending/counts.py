"""How many messages ended how: whole days are counted once, by the nightly job, and only the rest when it is asked.

A day is counted when all its messages have ended. The counts outlive the messages, which retention deletes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, insert, literal, or_, select, true, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.dates.zones import instant
from campaign.db import Database
from campaign.models import Message, MessageCount

ONE_DAY = timedelta(days=1)


def counted_until(session: Session) -> datetime | None:
    """The end of the last day that was counted."""
    return session.scalar(select(func.max(MessageCount.until)))


def uncounted(session: Session) -> list[ColumnElement[bool]]:
    """As conditions: the messages that are in no count yet."""
    until = counted_until(session)
    return [Message.created_at >= until] if until else []


def totals(
    session: Session, *, since: datetime | None = None, until: datetime | None = None
) -> tuple[Counter[str], list[ColumnElement[bool]]]:
    """The counted messages of a period by result, and, as conditions, those in no count yet. Bounds: local midnights.

    One query.
    """
    bounds = [MessageCount.until > since] if since else []
    bounds += [MessageCount.until <= until] if until else []
    summed = func.sum(MessageCount.number).filter(*bounds or [true()])
    query = select(MessageCount.result, summed, func.max(MessageCount.until)).group_by(MessageCount.result)
    rows = session.execute(query).all()
    last = max((end for _result, _number, end in rows), default=None)
    uncounted = [Message.created_at >= last] if last else []
    return Counter({result: int(number or 0) for result, number, _end in rows}), uncounted


def of_causes(session: Session, reminders: Sequence[int], notices: Sequence[int]) -> Counter[str]:
    """The counted messages of these reminders and notices by result."""
    return _summed(session, or_(MessageCount.reminder_id.in_(reminders), MessageCount.notice_id.in_(notices)))


def by_reminder(session: Session, reminders: Sequence[int]) -> dict[int, Counter[str]]:
    """All messages of each of these reminders by result, counted or not; "pending": not ended yet. Two queries."""
    found: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    result = func.coalesce(Message.result, "pending")
    rest = select(Message.reminder_id, result, func.count()).where(*uncounted(session))
    kept = select(MessageCount.reminder_id, MessageCount.result, func.sum(MessageCount.number))
    for query, noun, grouped in ((rest, Message, result), (kept, MessageCount, MessageCount.result)):
        of_these = query.where(noun.reminder_id.in_(reminders)).group_by(noun.reminder_id, grouped)
        for number, name, count in session.execute(of_these):
            found[number][name] += int(count)
    return {number: found[number] for number in reminders}


def of_each(session: Session, cause: str, ids: Collection[int]) -> dict[int, Counter[str]]:
    """The messages of each of these reminders or notices by result, "pending" for none.

    ``cause``: "reminder_id" or "notice_id". Three queries.
    """
    found: dict[int, Counter[str]] = defaultdict(Counter)
    counted, made = getattr(MessageCount, cause), getattr(Message, cause)
    days = select(counted, MessageCount.result, func.sum(MessageCount.number)).where(counted.in_(ids))
    rest = select(made, func.coalesce(Message.result, "pending").label("result"))
    if latest := uncounted(session):
        # On their own, for SQLite would rather read all messages of the causes than the few of the last days.
        rest = select(rest.where(*latest).cte("latest").prefix_with("MATERIALIZED"))
    of, result = rest.selected_columns
    rest = rest.where(of.in_(ids)).add_columns(func.count()).group_by(of, result)
    for query in (days.group_by(counted, MessageCount.result), rest):
        for number, state, count in session.execute(query):
            found[number][state] += int(count)
    return found


def count_days(database: Database, *, zone: ZoneInfo, now: datetime) -> None:
    """Count every past day whose messages have all ended, each in a short transaction of its own."""
    is_more = True
    while is_more:
        with database.write() as session:
            is_more = _count_next(session, zone=zone, now=now)


def uncount(connection: Connection, *which: ColumnElement[bool]) -> None:
    """Take ended messages out of the counts, because they are about to be deleted, or to wait again from now on."""
    counted = select(func.max(MessageCount.until)).scalar_subquery()
    columns = Message.reminder_id, Message.notice_id, Message.created_at, Message.result
    query = select(*columns, func.count()).where(*which, Message.created_at < counted).group_by(*columns)
    for reminder_id, notice_id, created_at, result, number in connection.execute(query).all():
        cause = MessageCount.reminder_id == reminder_id if reminder_id else MessageCount.notice_id == notice_id
        day = select(func.min(MessageCount.until)).where(cause, MessageCount.until > created_at).scalar_subquery()
        row = update(MessageCount).where(cause, MessageCount.result == result, MessageCount.until == day)
        connection.execute(row.values(number=MessageCount.number - number))


def _count_next(session: Session, *, zone: ZoneInfo, now: datetime) -> bool:
    """Count the next day that has messages; whether it could be done."""
    first = session.scalar(select(func.min(Message.created_at)).where(*uncounted(session)))
    if first is None:
        return False
    until = instant(first.astimezone(zone).date() + ONE_DAY, time(), zone)
    day = Message.created_at >= first, Message.created_at < until
    is_open = session.scalar(select(Message.id).where(*day, Message.settled_at.is_(None)).limit(1)) is not None
    if until > now - ONE_DAY or is_open:
        return False
    key = Message.reminder_id, Message.notice_id, Message.result
    query = select(*key, literal(until, MessageCount.until.type), func.count()).where(*day).group_by(*key)
    columns = ["reminder_id", "notice_id", "result", "until", "number"]
    session.execute(insert(MessageCount).from_select(columns, query))
    return True


def _summed(session: Session, *which: ColumnElement[bool]) -> Counter[str]:
    query = select(MessageCount.result, func.sum(MessageCount.number)).where(*which).group_by(MessageCount.result)
    return Counter({result: int(number) for result, number in session.execute(query)})
