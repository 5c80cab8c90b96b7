"""What is older than the configuration says is deleted: ended messages, sign-in sessions, entries of the audit log.

In short transactions, so that neither pages nor mail wait. The counts of messages stay (``sending.counts``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import InstrumentedAttribute

from campaign.config import Retention
from campaign.db import Database
from campaign.models import AuditEntry, Message, SignIn
from campaign.sending import counts

BATCH = 1000
PAUSE = 0.05
"""Seconds between two batches, in which others write."""


def delete_old(database: Database, retention: Retention, *, now: datetime, rest: Callable[[float], object]) -> None:
    """Of messages only those that are counted and of no use any more. ``rest`` waits for so many seconds."""

    def before(days: int) -> datetime:
        return now - timedelta(days=days)

    with database.read() as session:
        counted = counts.counted_until(session)
    if counted:
        ended = Message.settled_at.is_not(None), Message.useful_until < now
        _delete(database, rest, Message.created_at, min(counted, before(retention.messages)), *ended)
    _delete(database, rest, SignIn.seen_at, before(retention.signins))
    _delete(database, rest, AuditEntry.at, before(retention.audit))


def _delete(
    database: Database,
    rest: Callable[[float], object],
    moment: InstrumentedAttribute[datetime],
    until: datetime,
    *which: ColumnElement[bool],
) -> None:
    noun = moment.class_
    oldest = select(noun.id).where(moment < until, *which).order_by(moment).limit(BATCH)
    is_more = True
    while is_more:
        with database.begin(lazy=True) as connection:
            is_more = connection.execute(delete(noun).where(noun.id.in_(oldest))).rowcount == BATCH
        if is_more:
            rest(PAUSE)
