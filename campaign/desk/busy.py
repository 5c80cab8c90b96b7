"""The other events around some days, with what makes them collide with a new one: room, people, audience."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.orm import Session

from campaign.calendar.draft import Draft
from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.calendar.when import When
from campaign.dates.spans import Span
from campaign.dates.zones import instant
from campaign.kinds import ATTENDED, DEADLINES
from campaign.models import Event, Occurrence, Room
from campaign.paging import events_open_to, limit_of

LONGEST_ATTENDED = 7
MOST_SPANS = 60
"""Up to so many spans are asked for one by one; more of them are asked for as one stretch and sifted here."""


@dataclass(frozen=True, slots=True)
class Busy:
    """An occurrence that takes place, as far as others are concerned."""

    event_id: int
    uid: str
    kind: str
    title: str
    when: When
    starts_at: datetime
    ends_at: datetime
    takes_time: bool
    room_id: int | None
    places: frozenset[str]
    speakers: frozenset[str]
    part_of_id: int | None

    def overlaps(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Needs:
    """A draft's own rooms and speakers, in the form in which they are compared."""

    room_id: int | None
    room_name: str
    capacity: int | None
    places: frozenset[str]
    speakers: dict[str, str] = field(hash=False)

    def shares_room(self, other: Busy) -> bool:
        return (self.room_id is not None and self.room_id == other.room_id) or bool(self.places & other.places)

    def shared_speaker(self, other: Busy) -> str | None:
        return next((said for key, said in self.speakers.items() if key in other.speakers), None)


def needs_of(session: Session, draft: Draft) -> Needs:
    """The draft's wishes; one query if it names a room, else none."""
    room = session.get(Room, draft.room_id) if draft.room_id is not None else None
    texts = {draft.place, room.name if room else "", room.text if room else ""}
    return Needs(
        draft.room_id,
        room.name if room else draft.place,
        room.capacity if room else None,
        frozenset(filter(None, map(place_key, texts))),
        {person_key(name): name for name in draft.speakers},
    )


def takes_time(kind: str, first: date, last: date, start: time | None) -> bool:
    """Whether people are kept from anything else meanwhile."""
    if start is not None:
        return kind not in DEADLINES
    return kind in ATTENDED and (last - first).days < LONGEST_ATTENDED


def span_of(when: When, where: ZoneInfo) -> tuple[datetime, datetime]:
    """From which instant to which it lasts; without an end time an hour, as everywhere."""
    last = when.last or when.first
    starts_at = instant(when.first, when.start or MIDNIGHT, where)
    if when.start is None:
        return starts_at, instant(last + ONE_DAY, MIDNIGHT, where)
    return starts_at, instant(last, when.end, where) if when.end else starts_at + timedelta(hours=1)


COLUMNS = (
    Event.id,
    Event.uid,
    Event.kind,
    Event.title,
    Event.place,
    Event.room_id,
    Event.speakers,
    Event.part_of_id,
    Room.name.label("room"),
    Occurrence.title.label("own_title"),
    Occurrence.place.label("own_place"),
    Occurrence.first_day,
    Occurrence.last_day,
    Occurrence.start_time,
    Occurrence.end_time,
    Occurrence.starts_at,
    Occurrence.ends_at,
)


def among(session: Session, spans: Sequence[Span], *, event_id: int | None, where: ZoneInfo) -> list[Busy]:
    """All that happens on these days, but for the event itself; one query."""
    if not spans:
        return []
    asked = spans if len(spans) <= MOST_SPANS else [Span(spans[0].first, max(span.last for span in spans))]
    days = (
        and_(
            Occurrence.starts_at < instant(span.last + ONE_DAY, MIDNIGHT, where),
            Occurrence.ends_at > instant(span.first, MIDNIGHT, where),
        )
        for span in asked
    )
    query = (
        select(*COLUMNS)
        .join(Event, Event.id == Occurrence.event_id)
        .outerjoin(Room, Room.id == Event.room_id)
        .where(Occurrence.cancelled_at.is_(None), Event.cancelled_at.is_(None), or_(*days))
        .where(events_open_to(limit_of(session)))
        .order_by(Occurrence.starts_at, Occurrence.id)
    )
    if event_id is not None:
        query = query.where(Event.id != event_id)
    return [_busy(row) for row in session.execute(query)]


def by_day(others: Iterable[Busy]) -> dict[date, list[Busy]]:
    """What goes on each day, for looking many days up."""
    days: dict[date, list[Busy]] = {}
    for other in others:
        for n in range(other.when.span.days):
            days.setdefault(other.when.first + timedelta(days=n), []).append(other)
    return days


def _busy(row: Row[*tuple[Any, ...]]) -> Busy:
    # A place of its own takes the occurrence out of the event's room.
    places = {row.own_place} if row.own_place else {row.place, row.room or ""}
    return Busy(
        row.id,
        row.uid,
        row.kind,
        row.own_title or row.title,
        When(row.first_day, row.last_day, row.start_time, row.end_time),
        row.starts_at,
        row.ends_at,
        takes_time(row.kind, row.first_day, row.last_day, row.start_time),
        None if row.own_place else row.room_id,
        frozenset(filter(None, map(place_key, places))),
        frozenset(map(person_key, row.speakers)),
        row.part_of_id,
    )


TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ADDRESS = re.compile(
    r"^(?:đ/c|đồng chí|ông|bà|gs\.?|pgs\.?|ts\.?|ths\.?|bs\.?|ls\.?|cn\.?)\s+|^(?:gs|pgs|ts|ths|bs|ls)\."
)
AFTER_NAME = re.compile(r"\s*(?:[,;(]| - ).*$", re.DOTALL)
NOWHERE = re.compile(r"trực tuyến|online|điểm cầu|zoom|teams|meet\b")


def name_key(text: str) -> str:
    """The same for the same words, wherever a tone mark was put within a word; tones themselves do count."""
    return " ".join(map(_word, unicodedata.normalize("NFD", text.casefold()).split()))


def _word(word: str) -> str:
    tones = "".join(mark for mark in word if mark in TONES)
    return "".join(mark for mark in word if mark not in TONES) + tones


@lru_cache(maxsize=4096)
def person_key(text: str) -> str:
    """A speaker without title and office: "TS. Lê Thị Bình, Viện A" and "đ/c Lê Thị Bình" are one."""
    name = AFTER_NAME.sub("", unicodedata.normalize("NFC", text).strip().casefold())
    while (shorter := ADDRESS.sub("", name)) != name:
        name = shorter.strip()
    return name_key(name)


@lru_cache(maxsize=4096)
def place_key(text: str) -> str:
    """A place that only one event can have at a time; empty for what is online or said loosely."""
    words = unicodedata.normalize("NFC", text).casefold()
    return "" if NOWHERE.search(words) else name_key(words)
