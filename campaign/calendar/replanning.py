"""Computing the reminders of many events again after the rules or days off that they follow have changed.

A few events follow in the transaction of the change itself. Of many each is marked (``Outdated``), and the clock syncs
their reminders in short transactions, so that no writer waits long: whatever dies in between, the marks say what is
left. Until its turn a marked event sends no reminder, so none goes out by a rule that holds no more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import accumulate

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM, Act
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.planning import AFTERWARDS, sync_reminders_of
from campaign.config import Config
from campaign.db import Database, insert
from campaign.errors import CampaignError
from campaign.models import Event, Occurrence, Outdated

log = logging.getLogger(__name__)
FEW = 50
"""So many events follow at once, while whoever made the change waits."""
BATCH = 200
"""Events in one transaction of the clock, or fewer: their occurrences shall not be many more than ``MOST``."""
MOST = 600
PAUSE = 0.1
"""Seconds between two transactions, in which those who wait for the database have their turn."""


def follow(work: Act, which: ColumnElement[bool], *, config: Config) -> int:
    """Let the confirmed events of this kind that are not all over follow what has changed; how many there are."""
    ahead = exists().where(Occurrence.event_id == Event.id, Occurrence.ends_at > work.now - AFTERWARDS)
    live = Event.confirmed_at.is_not(None), Event.cancelled_at.is_(None), ahead, which
    ids = work.session.scalars(select(Event.id).where(*live).order_by(Event.id)).all()
    if len(ids) <= FEW:
        events = select(Event).where(Event.id.in_(ids)).order_by(Event.id).with_for_update()
        _replan(
            UnitOfWork(work.session, work.now, PROGRAM, agency_of(work.session, config)),
            list(work.session.scalars(events)),
        )
    else:
        _mark(work.session, ids, work.now)
    return len(ids)


def waiting(session: Session) -> int:
    """How many events are still to be computed again. One query."""
    return session.scalar(select(func.count()).select_from(Outdated)) or 0


def catch_up(
    database: Database, *, config: Config, now: datetime, rest: Callable[[float], bool], most: int = BATCH
) -> int:
    """Sync the reminders of every marked event that nobody holds; returns how many.

    ``rest`` waits so many seconds between two batches of ``most`` events, and says whether to stop.

    A batch that fails is tried event by event; an event that fails alone is reported and left as it is.
    """
    done = 0
    with database.read() as session:
        if not waiting(session):
            return 0
    while number := _batch(database, most, config=config, now=now):
        done += number
        if rest(PAUSE):
            break
    return done


def _batch(database: Database, most: int, *, config: Config, now: datetime) -> int:
    """One transaction: the next marked events, their reminders, their marks. How many marks it took away."""
    ids: list[int] = []
    try:
        with database.write() as session:
            events = _next(session, most)
            ids = [event.id for event in events]
            if ids:
                _replan(UnitOfWork(session, now, PROGRAM, agency_of(session, config)), events)
            return _unmark(session, ids)
    except (CampaignError, SQLAlchemyError, ValueError):
        if len(ids) > 1:
            return _batch(database, 1, config=config, now=now)
        log.exception("reminders of events %s could not be computed again", ids, extra={"action": "replan_failed"})
        with database.write() as session:
            return _unmark(session, ids)


def _next(session: Session, most: int) -> list[Event]:
    """The next marked events that nobody else holds, as many as one transaction bears, ours until it ends."""
    query = select(Event).join(Outdated, Outdated.event_id == Event.id).order_by(Event.id).limit(most)
    events = list(session.scalars(query.with_for_update(skip_locked=True)))
    ids = [event.id for event in events]
    counted = select(Occurrence.event_id, func.count()).where(Occurrence.event_id.in_(ids))
    occurrences = {row[0]: row[1] for row in session.execute(counted.group_by(Occurrence.event_id))}
    before = accumulate((occurrences.get(number, 0) for number in ids), initial=0)
    return [event for event, sum_before in zip(events, before, strict=False) if sum_before < MOST]


def _replan(work: UnitOfWork, events: list[Event]) -> None:
    schedule: dict[Event, list[Occurrence]] = {event: [] for event in events}
    by_id = {event.id: event for event in events}
    query = select(Occurrence).where(Occurrence.event_id.in_(by_id)).order_by(Occurrence.first_day, Occurrence.id)
    for occurrence in work.session.scalars(query.execution_options(populate_existing=True)):
        schedule[by_id[occurrence.event_id]].append(occurrence)
    sync_reminders_of(work, schedule)


def _mark(session: Session, ids: Sequence[int], now: datetime) -> None:
    """A mark that is there is made anew, and so waits for whoever works on it: he may have read what held before."""
    statement = insert(session, Outdated.__table__)  # type: ignore[arg-type]
    statement = statement.on_conflict_do_update(index_elements=["event_id"], set_={"since": now})
    session.execute(statement, [{"event_id": number, "since": now} for number in ids])


def _unmark(session: Session, ids: list[int]) -> int:
    """Take away these marks, or, when none is left to do, those of events that are gone."""
    which = Outdated.event_id.in_(ids) if ids else ~exists().where(Event.id == Outdated.event_id)
    session.execute(delete(Outdated).where(which))
    return len(ids)
