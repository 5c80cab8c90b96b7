"""What the form of an event edits: a new event, an event, or a series from one of its occurrences on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import request
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.draft import Draft, draft_of
from campaign.models import Event, Occurrence
from campaign.web.session import session


@dataclass(frozen=True, slots=True)
class Subject:
    event: Event | None = None
    occurrence: Occurrence | None = None

    @property
    def event_id(self) -> int | None:
        return self.event.id if self.event else None

    @property
    def is_public(self) -> bool:
        """Whether people count on it, so that they can be notified of a change."""
        return bool(self.event and self.event.confirmed_at and not self.event.cancelled_at)

    def within(self, session: Session) -> Subject:
        """The same in another session."""
        event = session.get_one(Event, self.event.id) if self.event else None
        return Subject(event, session.get_one(Occurrence, self.occurrence.id) if self.occurrence else None)

    def draft(self) -> Draft:
        assert self.event
        return draft_of(session(), self.event, self.occurrence)


def subject_of(event: Event) -> Subject:
    """Of a series the occurrence whose day the address names, if it names one; else the whole."""
    try:
        day = date.fromisoformat(request.args.get("occurrence", ""))
    except ValueError:
        return Subject(event)
    query = select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day == day)
    return Subject(event, session().scalars(query).one_or_none() if event.rule else None)


def only(session: Session, event: Event) -> Occurrence | None:
    """The one occurrence of an event that does not repeat: its theme belongs to the form."""
    if event.rule:
        return None
    return session.scalars(select(Occurrence).where(Occurrence.event_id == event.id).limit(1)).first()
