"""From an event's schedule to its occurrences: rows up to a rolling horizon, synced when the schedule changes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from campaign.dates.recurrence import Series
from campaign.dates.rule import Rule
from campaign.dates.spans import Span
from campaign.dates.zones import instant, zone
from campaign.models import Event, Notice, Occurrence, Reminder, Response
from campaign.reason import CancelCause

MIDNIGHT = time()
ONE_DAY = timedelta(days=1)
BACKWARDS = timedelta(days=366)
"""How far back the occurrences of a long-running series are kept as rows when it is rebuilt."""
NEAR = timedelta(days=60)
"""A first week of January needs its reminders in the December before."""
NOBODY = ""
"""Who confirmed a year that nobody was asked about in vain: the program."""


def series_of(event: Event) -> Series:
    """The event's recurrence as a value; the event must be scheduled."""
    assert event.first_day
    rule = Rule.parse(event.rule) if event.rule else None
    exceptions = frozenset(map(date.fromisoformat, event.exceptions))
    return Series(event.first_day, event.last_day or event.first_day, rule, exceptions)


def sync_occurrences(
    session: Session,
    event: Event,
    *,
    now: datetime,
    horizon: timedelta,
    unattended: Collection[str] = (),
) -> list[Occurrence]:
    """Bring the event's occurrences in line with its schedule up to the horizon; returns them, in order.

    Of an event that is confirmed year by year, a later year is confirmed without a hand once that year has come, if the
    event's kind is among ``unattended``: the day takes place whether or not somebody gave it a theme in time.

    Only this series is touched. What has a history is never deleted: an occurrence that the series no longer gives
    is cancelled if a mail of it was planned or somebody answered. What is over stays; what was moved keeps its days.
    """
    existing = _occurrences(session, event)
    if event.first_day is None:
        for occurrence in existing:
            _let_go(session, occurrence, now)
        session.flush()
        return _occurrences(session, event)
    wanted = {span.first: span for span in _spans(event, now.date(), horizon)}
    if not event.rule:
        _carry_over(existing, event.first_day)
    kept = {occurrence.original_day: occurrence for occurrence in existing}
    for day, occurrence in kept.items():
        if day not in wanted and occurrence.ends_at > now:
            _let_go(session, occurrence, now)
    begun = [day for day, occurrence in kept.items() if occurrence.confirmed_at]
    for day, span in sorted(wanted.items()):
        occurrence = kept.get(day) or _made(session, event, day)
        _fit(occurrence, event, span)
        follows = event.confirmed_at and event.kind in unattended and any(first < day for first in begun)
        if follows and _has_come(span.first, now.astimezone(zone(event.zone)).date()):
            occurrence.confirm(now=now, by=NOBODY)
    session.flush()
    return _occurrences(session, event)


def shift(session: Session, event: Event, by: timedelta, *, now: datetime) -> None:
    """A series was moved to other days: what is to come goes along, with its themes, answers and reminders.

    Only occurrences on days that the series does not give any more, to days that it gives now.
    """
    if not event.rule or not by:
        return
    coming = [occurrence for occurrence in _occurrences(session, event) if occurrence.ends_at > now]
    held = {occurrence.original_day for occurrence in coming}
    if not held:
        return
    given = {span.first for span in series_of(event).between(min(held) - abs(by), max(held) + abs(by))}
    # One by one, the furthest first: no day may be held by two at any moment.
    for occurrence in sorted(coming, key=lambda found: found.original_day, reverse=by > timedelta()):
        day = occurrence.original_day
        if day not in given and day + by in given - held:
            occurrence.original_day = day + by
            held = held - {day} | {day + by}
            session.flush()


def _occurrences(session: Session, event: Event) -> list[Occurrence]:
    if event.id is None:
        session.flush()
    query = select(Occurrence).where(Occurrence.event_id == event.id).order_by(Occurrence.first_day, Occurrence.id)
    return list(session.scalars(query))


def _has_come(day: date, today: date) -> bool:
    """Whether the year of the day has begun, or the day is near although it is in the next one."""
    return day.year <= today.year or day - today <= NEAR


def _spans(event: Event, today: date, horizon: timedelta) -> list[Span]:
    """The spans to keep as rows: all of a single event, of a series those from a year ago up to the horizon."""
    found = series_of(event)
    if not event.rule:
        return [Span(found.first, found.last)]
    assert event.first_day
    upper = max(today, event.first_day) + horizon
    lower = max(event.first_day, today - BACKWARDS)
    return [span for span in found.between(lower, upper) if span.first >= lower]


def _carry_over(existing: list[Occurrence], day: date) -> None:
    """A single event that is moved to another day keeps its one occurrence, with its answers and its history."""
    if all(occurrence.original_day != day for occurrence in existing):
        for occurrence in existing[-1:]:
            occurrence.original_day = day
            _take_up(occurrence)


def _let_go(session: Session, occurrence: Occurrence, now: datetime) -> None:
    planned = exists().where(Reminder.occurrence_id == occurrence.id, Reminder.planned_at.is_not(None))
    notified = exists().where(Notice.occurrence_id == occurrence.id)
    answered = exists().where(Response.occurrence_id == occurrence.id)
    if occurrence.is_touched or session.scalar(select(or_(planned, notified, answered))):
        occurrence.cancel(now=now, by="", cause=CancelCause.SERIES)
    else:
        session.delete(occurrence)


def _made(session: Session, event: Event, day: date) -> Occurrence:
    occurrence = _blank(event, day)
    session.add(occurrence)
    return occurrence


def _blank(event: Event, day: date) -> Occurrence:
    # Texts at once: the row is read, for the feed, before the database fills its defaults in.
    texts = dict.fromkeys(("title", "theme", "place", "description", "cancel_cause", "cancel_reason"), "")
    return Occurrence(event_id=event.id, original_day=day, slogans=[], **texts)


def _fit(occurrence: Occurrence, event: Event, span: Span) -> None:
    """The state and, unless it was moved on its own, the days and times that the event gives the occurrence."""
    _take_up(occurrence)
    if occurrence.moved_at is None:
        occurrence.first_day, occurrence.last_day = span.first, span.last
        occurrence.start_time, occurrence.end_time = event.start_time, event.end_time
    if event.confirmed_at and not event.per_year and occurrence.confirmed_at is None:
        occurrence.confirmed_at, occurrence.confirmed_by = event.confirmed_at, event.confirmed_by
    if event.cancelled_at:
        cause = CancelCause(event.cancel_cause or CancelCause.PERSON)
        occurrence.cancel(now=event.cancelled_at, by=event.cancelled_by, reason=event.cancel_reason, cause=cause)
    _derive(occurrence, event.zone)


def _take_up(occurrence: Occurrence) -> None:
    """The series gives this day again: what only the series had taken away comes back."""
    if occurrence.cancel_cause == CancelCause.SERIES:
        occurrence.undo_cancellation()


def _derive(occurrence: Occurrence, zone_name: str) -> None:
    """Instants from local days and times. Whole days run from midnight to the midnight after the last."""
    where = zone(zone_name)
    occurrence.starts_at = instant(occurrence.first_day, occurrence.start_time or MIDNIGHT, where)
    if occurrence.is_all_day:
        occurrence.ends_at = instant(occurrence.last_day + ONE_DAY, MIDNIGHT, where)
    elif occurrence.end_time:
        occurrence.ends_at = instant(occurrence.last_day, occurrence.end_time, where)
    else:
        occurrence.ends_at = occurrence.starts_at + timedelta(hours=1)
