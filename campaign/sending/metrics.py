"""Metrics of the outbox: counts and ages at this moment, without personal data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from campaign.models import Channel, Heartbeat, Message
from campaign.reason import Reason
from campaign.sending import channel, reconciliation

PENDING = "pending"
PLANNER = "plan"
"""The job whose last heartbeat says that the scheduler runs."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """One measure: its name, what it says, and a value for each label (the empty one for a measure without)."""

    name: str
    meaning: str
    values: dict[str, float]


def read(session: Session, *, now: datetime) -> Iterator[Gauge]:
    """Every measure; ages in seconds, 0 where nothing waits."""
    account = reconciliation.reconcile(session, since=None, until=None, now=now)
    yield Gauge("messages", "Messages by state.", {**account.results, PENDING: account.pending})
    yield from _waiting(session, now)
    yield Gauge(
        "reminders_unplanned", "Reminders long due that were never turned into messages.", _one(account.unplanned)
    )
    yield from _channel(session, now)
    last = session.scalar(select(func.max(Heartbeat.at)).where(Heartbeat.name == PLANNER))
    if last:
        yield Gauge("tick_age_seconds", "Since the clock last planned what is due.", _one(_seconds(last, now)))


def _waiting(session: Session, now: datetime) -> Iterator[Gauge]:
    pending = Message.result.is_(None)
    query = select(
        func.count().filter(Message.next_at <= now),
        func.min(Message.next_at).filter(Message.next_at <= now),
        func.count().filter(and_(Message.attempts > 0, Message.uncertain_at.is_(None))),
        func.count().filter(Message.uncertain_at.is_not(None)),
        func.count().filter(Message.reason == Reason.RENDERING),
    ).where(pending)
    due, oldest, tried, uncertain, uncomposed = session.execute(query).one()
    yield Gauge("messages_due", "Pending messages whose moment has come.", _one(due))
    yield Gauge("oldest_due_seconds", "For how long the oldest of them waits.", _one(_seconds(oldest or now, now)))
    yield Gauge("messages_retrying", "Pending messages that were put off by a server.", _one(tried))
    yield Gauge("messages_uncertain", "Pending messages that a server took without an answer.", _one(uncertain))
    yield Gauge("messages_uncomposed", "Pending messages whose content could not be rendered.", _one(uncomposed))


def _channel(session: Session, now: datetime) -> Iterator[Gauge]:
    row = session.scalar(select(Channel).where(Channel.name == channel.MAIL))
    paused = row is not None and row.paused_until is not None and row.paused_until > now
    held = row is not None and row.held_at is not None
    yield Gauge("mail_paused", "1 while mail rests after trouble with the server.", _one(paused))
    yield Gauge("mail_held", "1 while a person holds all mail.", _one(held))


def _one(value: float) -> dict[str, float]:
    return {"": value}


def _seconds(since: datetime, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds())
