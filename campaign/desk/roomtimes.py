"""When the agency's rooms are taken and when they are free within the usual hours of a working day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.collation import title_key
from campaign.dates.spans import Span
from campaign.desk.busy import Busy, among, place_key
from campaign.desk.slots import CLOSE
from campaign.desk.warnings import AFTERNOON, NOON
from campaign.models import Room

HOURS = ((time(8), NOON), (AFTERNOON, CLOSE))
"""Morning and afternoon."""


@dataclass(frozen=True, slots=True)
class RoomDay:
    """What a room is taken by on one day, and its free hours: start and end each."""

    day: date
    taken: tuple[Busy, ...]
    free: tuple[tuple[time, time], ...]

    @property
    def is_free(self) -> bool:
        return self.free == HOURS


@dataclass(frozen=True, slots=True)
class RoomTimes:
    room: Room
    days: tuple[RoomDay, ...]

    def seats(self, heads: int) -> bool:
        """Whether so many people have a seat, as far as the room's seats are known."""
        return self.room.capacity is None or self.room.capacity >= heads


def room_times(
    session: Session, days: Sequence[date], *, where: ZoneInfo, event_id: int | None = None, room_id: int | None = None
) -> list[RoomTimes]:
    """Every room by name, or the one, on these days that follow one another. ``event_id`` is left out. Two queries."""
    chosen = select(Room) if room_id is None else select(Room).where(Room.id == room_id)
    rooms = sorted(session.scalars(chosen), key=lambda room: title_key(room.name))
    others = among(session, [Span(days[0], days[-1])], event_id=event_id, where=where) if rooms else []
    return [RoomTimes(room, tuple(_day(room, day, others) for day in days)) for room in rooms]


def _day(room: Room, day: date, others: Sequence[Busy]) -> RoomDay:
    names = set(filter(None, map(place_key, (room.name, room.text))))
    taken = tuple(
        other
        for other in others
        if other.takes_time
        and other.when.first <= day <= other.when.span.last
        and (other.room_id == room.id or names & other.places)
    )
    free: tuple[tuple[time, time], ...] = HOURS
    for other in taken:
        free = tuple(left for span in free for left in _without(span, _hours(other, day)))
    return RoomDay(day, taken, free)


def _hours(other: Busy, day: date) -> tuple[time, time]:
    """The hours that it takes on that day; without an end an hour."""
    when = other.when
    start = when.start if when.start and day == when.first else time.min
    if when.start is None or day != when.span.last:
        return start, time.max
    return start, when.end or time(min(when.start.hour + 1, 23), when.start.minute)


def _without(span: tuple[time, time], taken: tuple[time, time]) -> list[tuple[time, time]]:
    """What is left of a span of hours."""
    parts = (span[0], min(span[1], taken[0])), (max(span[0], taken[1]), span[1])
    return [part for part in parts if part[0] < part[1]]
