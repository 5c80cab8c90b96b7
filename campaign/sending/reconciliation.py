"""Reconciliation: each planned message ended with exactly one result, or is pending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from campaign.models import Message, Notice, Reminder, Result
from campaign.sending import counts

GRACE = timedelta(minutes=5)
"""A reminder that is due is planned by the next tick; later than this, something is wrong."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The messages of a period by result. ``unplanned``: due long ago and never turned into mail."""

    planned: int
    results: dict[str, int]
    pending: int
    unplanned: int
    stray: int

    @property
    def is_exact(self) -> bool:
        return self.planned == sum(self.results.values()) + self.pending and not self.unplanned and not self.stray

    def to_json(self) -> dict[str, object]:
        return {
            "planned": self.planned,
            **self.results,
            "pending": self.pending,
            "unplanned": self.unplanned,
            "stray": self.stray,
            "exact": self.is_exact,
        }


def reconcile(session: Session, *, since: datetime | None, until: datetime | None, now: datetime) -> Reconciliation:
    """Count the messages made in a period by how they ended; both bounds optional local midnights, ``until`` exclusive.

    The session sees one state, so all figures are of the same moment.
    """
    counted, period = counts.totals(session, since=since, until=until)
    period += [Message.created_at >= since] if since else []
    period += [Message.created_at < until] if until else []
    forgotten = _forgotten(Reminder, now) + _forgotten(Notice, now)
    by_result = [func.count().filter(Message.result == result) for result in Result]
    columns = func.count(), func.count().filter(Message.result.is_(None)), func.count().filter(_is_stray()), forgotten
    row = session.execute(select(*columns, *by_result).select_from(Message).where(*period)).one()
    planned, pending, stray, unplanned, *ended = row
    results = {result.value: count + counted[result] for result, count in zip(Result, ended, strict=True)}
    planned += counted.total()
    return Reconciliation(planned=planned, results=results, pending=pending, unplanned=unplanned, stray=stray)


def _forgotten(of: type[Reminder | Notice], now: datetime) -> ColumnElement[int]:
    """How many fell due long ago and never became mail."""
    long_due = and_(of.due_at < now - GRACE, of.planned_at.is_(None), of.cancelled_at.is_(None))
    return select(func.count()).select_from(of).where(long_due).scalar_subquery()


def _is_stray() -> ColumnElement[bool]:
    """A result without its time, or a time without its result."""
    return Message.result.is_(None) != Message.settled_at.is_(None)
