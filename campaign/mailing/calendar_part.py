"""The calendar part of a mail: what the event has become, as a scheduling message for the reader's calendar program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.agency import Agency, agency_of
from campaign.calendar.entries import entries_of, instance_of
from campaign.calendar.when import When
from campaign.config import Config
from campaign.ical.component import Entry
from campaign.ical.message import message
from campaign.mailer.sealed import slot
from campaign.mailing.matters import Matter
from campaign.models import Event, Notice, Occurrence

SCHEDULING = frozenset({"invitation", "information", "change", "cancellation", "postponement", "resumption"})
"""Notices whose mails have a calendar part, where the event asks for an answer."""


def calendar_part(session: Session, notice: Notice | None, matter: Matter, config: Config) -> str:
    """A REQUEST with what the event is now, or a CANCEL; empty where the reader is asked for no answer."""
    event = matter.event
    if matter.mail not in SCHEDULING or not event.asks_answer:
        return ""
    agency = agency_of(session, config)
    occurrence_id = notice.occurrence_id if notice else None
    one = session.get(Occurrence, occurrence_id) if occurrence_id else _only(session, matter)
    entry = _entry(session, event, one or matter.occurrence, agency) or _withdrawn(event, matter, agency)
    if entry is None:
        return ""
    only = instance_of(event, one) if one and entry.rule else None
    organizer = config.organisation.sender, config.reply_address
    return message(entry, organizer=organizer, attendee=slot("attendee") + "\n", only=only)


def _only(session: Session, matter: Matter) -> Occurrence | None:
    """The one day of a series that the mail is about alone."""
    if len(matter.days) != 1 or set(matter.changes) - set(matter.days) or matter.is_first:
        return None
    day = Occurrence.original_day == date.fromisoformat(matter.days[0])
    return session.scalars(select(Occurrence).where(Occurrence.event_id == matter.event.id, day)).first()


def _entry(session: Session, event: Event, occurrence: Occurrence | None, agency: Agency) -> Entry | None:
    """The entry of the feed that has this occurrence in it."""
    query = select(Occurrence).where(Occurrence.event_id == event.id).order_by(Occurrence.first_day)
    entries = list(entries_of(event, list(session.scalars(query)), agency))
    if len(entries) <= 1 or occurrence is None:
        return next(iter(entries), None)
    return next(entries_of(event, [occurrence], agency), None)


def _withdrawn(event: Event, matter: Matter, agency: Agency) -> Entry | None:
    """What was put off without a day has left the feed; it is cancelled at the time that its readers know."""
    was = matter.shown.get("when")
    if not isinstance(was, list):
        return None
    when = When.from_json(was)
    before = Event(**{name: getattr(event, name) for name in ("uid", "kind", "title", "zone", "place", "online_url")})
    before.rule, before.per_year, before.sequence = "", False, event.sequence
    before.created_at, before.changed_at, before.confirmed_at = event.created_at, event.changed_at, event.changed_at
    before.schedule(when.first, when.last, when.start, when.end)
    at = Occurrence(first_day=when.first, last_day=when.span.last, start_time=when.start, end_time=when.end)
    at.confirmed_at = at.cancelled_at = event.changed_at
    at.original_day, at.title, at.theme, at.place, at.description = when.first, "", "", "", ""
    found = next(entries_of(before, [at], agency), None)
    return replace(found, cancelled=True) if found else None
