"""Editing the holiday table; reminders that counted on a changed day are computed again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import holidays, replanning
from campaign.calendar.series import MIDNIGHT
from campaign.config import Config
from campaign.dates import wording
from campaign.dates.zones import instant
from campaign.errors import InvalidInput, NotFound
from campaign.models import Event, Holiday, Occurrence, Reminder

NEAR = timedelta(days=8)
MONTH = timedelta(days=31)


def one(session: Session, day_id: int) -> Holiday:
    """Raises ``NotFound``."""
    found = session.get(Holiday, day_id)
    if found is None:
        raise NotFound("Không có ngày này trong bảng.")
    return found


def seed(work: Act, year: int, *, config: Config, today: date) -> int:
    """Propose the year's days off; what is in the table stays. How many days are new."""
    before = {row.day for row in holidays.of_year(work.session, year)}
    holidays.fill(work.session, config, [year], today=today)
    made = [row for row in holidays.of_year(work.session, year) if row.day not in before]
    for row in made:
        work.record("create", row, {}, _said(row), title=_title(row))
    if made:
        relay(Act(work.session, work.now, PROGRAM), [row.day for row in made], config=config)
    return len(made)


def keep_up(session: Session, *, config: Config, now: datetime) -> int:
    """The days off of last year to the year after next, as country and configuration give them; how many changed.

    Done again, it changes nothing. What people edited at the desk stays.
    """
    today = now.astimezone(config.zone).date()
    years = range(today.year - 1, today.year + 3)
    before = {row.day: (row.name, row.working) for row in session.scalars(select(Holiday))}
    holidays.fill(session, config, years, today=today)
    after = {row.day: (row.name, row.working) for row in session.scalars(select(Holiday))}
    changed = [day for day in sorted(before.keys() | after.keys()) if before.get(day) != after.get(day)]
    if changed:
        relay(Act(session, now, PROGRAM), changed, config=config)
    return len(changed)


def add(work: Act, day: date, name: str, *, working: bool, config: Config) -> Holiday:
    """One more day off, or a rest day that is worked. Raises ``InvalidInput`` for a day that is in the table."""
    _refuse_twin(work.session, day, None)
    row = Holiday(day=day, name=name, working=working, source=holidays.EDITED)
    work.session.add(row)
    work.session.flush()
    work.record("create", row, {}, _said(row), title=_title(row))
    relay(Act(work.session, work.now, PROGRAM), [day], config=config)
    return row


def change(work: Act, row: Holiday, day: date, name: str, *, working: bool, config: Config) -> None:
    """Another day, name or meaning. Raises ``InvalidInput`` for a day that another row has."""
    old, was = _said(row), row.day
    _refuse_twin(work.session, day, row.id)
    row.day, row.name, row.working = day, name, working
    new = _said(row)
    if old != new:
        row.source = holidays.EDITED
        work.session.flush()
        work.record("edit", row, *audit.differing(old, new), title=_title(row))
        relay(Act(work.session, work.now, PROGRAM), [was, day], config=config)


def remove(work: Act, row: Holiday, *, config: Config) -> None:
    """The day is like any other."""
    work.record("delete", row, _said(row), {}, title=_title(row))
    work.session.delete(row)
    work.session.flush()
    relay(Act(work.session, work.now, PROGRAM), [row.day], config=config)


def relay(work: Act, days: Sequence[date], *, config: Config) -> int:
    """Compute again the reminders of the confirmed events that these days lie near or before; of how many events.

    Only a day between a reminder and its occurrence, or beside them, can move the reminder.
    """
    first = instant(min(days) - NEAR, MIDNIGHT, config.zone)
    last = instant(max(days) + NEAR, MIDNIGHT, config.zone)
    spans = or_(
        and_(Reminder.due_at <= last, Occurrence.ends_at >= first),
        and_(Reminder.due_at >= first, Occurrence.starts_at <= last),
    )
    kept = select(Occurrence.event_id).join(Reminder, Reminder.occurrence_id == Occurrence.id)
    beside = select(Occurrence.event_id).where(Occurrence.starts_at <= last + MONTH, Occurrence.ends_at >= first)
    affected = or_(Event.id.in_(kept.where(Reminder.cancelled_at.is_(None), spans)), Event.id.in_(beside))
    return replanning.follow(work, affected, config=config)


def _refuse_twin(session: Session, day: date, row_id: int | None) -> None:
    twin = session.scalars(select(Holiday).where(Holiday.day == day)).one_or_none()
    if twin and twin.id != row_id:
        raise InvalidInput("Ngày {day} đã có trong bảng: {name}.", day=wording.short_date(day), name=twin.name)


def _said(row: Holiday) -> dict[str, object]:
    return {"day": row.day.isoformat(), "name": row.name, "working": row.working}


def _title(row: Holiday) -> str:
    return f"{wording.short_date(row.day)} {row.name}"
