"""The mail about a published year: what of it concerns the reader, as one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from campaign.calendar import announced
from campaign.calendar.when import When
from campaign.config import Config
from campaign.dates.rule import Rule
from campaign.dates.rule_words import describe
from campaign.models import Event, Notice, Occurrence


@dataclass(frozen=True, slots=True)
class Row:
    """One event in the reader's language; of a series its next occurrence in the year, and how it repeats."""

    when: str
    repeats: str
    title: str
    place: str
    address: str


def values_of(session: Session, notice: Notice, language: str, *, now: datetime, config: Config) -> Mapping[str, Any]:
    """What the templates of the mail ask for."""
    year: int = notice.facts["year"]
    return {
        "year": year,
        "rows": rows_of(session, year, notice.facts["events"], language, now=now, config=config),
        "organisation": config.organisation,
        "language": language,
        "address": config.server.base_url.rstrip("/"),
    }


def rows_of(
    session: Session, year: int, event_ids: Sequence[int], language: str, *, now: datetime, config: Config
) -> list[Row]:
    """What of these events is still to come in the year, in the order of its days; what was called off is left out."""
    base = config.server.base_url.rstrip("/")
    return [
        Row(
            When.of_occurrence(occurrence).say(language),
            describe(Rule.parse(event.rule), language) if event.rule and not event.per_year else "",
            occurrence.title or event.title,
            occurrence.place or event.place,
            "" if event.internal else f"{base}/events/{event.uid}",
        )
        for event, occurrence in _shown(session, year, event_ids, now)
    ]


def states_of(session: Session, notice: Notice, *, now: datetime) -> list[tuple[int, int | None, Mapping[str, Any]]]:
    """Events, years of those that are confirmed year by year, and their states: what the mail announces."""
    return [
        (event.id, one.id if event.per_year else None, announced.state_of(session, event, one, now=now))
        for event, one in _shown(session, notice.facts["year"], notice.facts["events"], now)
    ]


def _shown(session: Session, year: int, event_ids: Sequence[int], now: datetime) -> list[tuple[Event, Occurrence]]:
    """The events of the mail, each with its next occurrence."""
    query = (
        select(Event, Occurrence)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .where(Event.id.in_(event_ids), Event.cancelled_at.is_(None), Occurrence.cancelled_at.is_(None))
        .where(Occurrence.confirmed_at.is_not(None), Occurrence.ends_at > now)
        .where(or_(Event.rule == "", Occurrence.first_day.between(date(year, 1, 1), date(year, 12, 31))))
        .order_by(Occurrence.starts_at.desc(), Event.id)
    )
    first = {event.id: (event, occurrence) for event, occurrence in session.execute(query)}
    return sorted(first.values(), key=lambda each: (each[1].starts_at, each[0].id))
