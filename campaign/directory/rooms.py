"""The register of rooms: one hall serves the whole office, so every event names the room it needs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Exists, delete, exists, func, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import Act
from campaign.collation import title_key
from campaign.directory.member_file import key_of
from campaign.errors import InvalidInput, NotFound
from campaign.models import Event, Occurrence, Room


@dataclass(frozen=True, slots=True)
class Facts:
    """What a form says of a room; ``capacity`` counts seats."""

    name: str
    capacity: int | None = None
    place: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Used:
    """A room in the list, with how many events to come are held in it."""

    room: Room
    events: int


def listed(session: Session, *, now: datetime) -> list[Used]:
    """All rooms by name. One question."""
    coming = select(func.count()).where(Event.room_id == Room.id, _is_coming(now)).scalar_subquery()
    rows = session.execute(select(Room, coming))
    return sorted((Used(*row) for row in rows), key=lambda used: title_key(used.room.name))


def one(session: Session, room_id: int) -> Room:
    """Raises ``NotFound``."""
    found = session.get(Room, room_id)
    if found is None:
        raise NotFound("Không có phòng này.")
    return found


def facts_of(room: Room) -> Facts:
    return Facts(room.name, room.capacity, room.place, room.notes)


def create(work: Act, facts: Facts) -> Room:
    """Raises ``InvalidInput`` when a room is called so already."""
    _refuse_twin(work.session, facts.name, None)
    room = Room(created_at=work.now, **asdict(facts))
    work.session.add(room)
    work.session.flush()
    work.record("create", room, {}, asdict(facts))
    return room


def change(work: Act, room: Room, facts: Facts) -> None:
    """Other facts. Events keep the place that they were announced with until they are edited."""
    old, new = asdict(facts_of(room)), asdict(facts)
    if old == new:
        return
    _refuse_twin(work.session, facts.name, room.id)
    for name, value in new.items():
        setattr(room, name, value)
    work.record("edit", room, *audit.differing(old, new))


def remove(work: Act, room: Room) -> None:
    """Delete the room; its events stay, with their place in words. Raises ``InvalidInput`` while events need it."""
    waiting = work.session.scalar(select(func.count()).where(Event.room_id == room.id, _is_coming(work.now)))
    if waiting:
        raise InvalidInput("Còn {count} hoạt động sắp tới ở phòng này; hãy chuyển phòng trước khi xóa.", count=waiting)
    work.record("delete", room, asdict(facts_of(room)), {})
    work.session.execute(delete(Room).where(Room.id == room.id))
    work.session.expunge(room)


def _refuse_twin(session: Session, name: str, room_id: int | None) -> None:
    for other in session.scalars(select(Room)):
        if other.id != room_id and key_of(other.name) == key_of(name):
            raise InvalidInput("Đã có phòng tên “{name}”.", name=other.name)


def _is_coming(now: datetime) -> Exists:
    return exists().where(Occurrence.event_id == Event.id, Occurrence.ends_at > now, Occurrence.cancelled_at.is_(None))
