"""An agency with two groups, a hall and a seminar, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy.orm import Session

from campaign.audit import Author
from campaign.calendar.agency import Agency, agency_of
from campaign.calendar.draft import Draft
from campaign.config import Config
from campaign.db import Database
from campaign.models import Group, Member, Room, membership

NOW = datetime(2027, 3, 1, 1, 0, tzinfo=UTC)
TODAY = date(2027, 3, 1)
TRANG = Author("Nguyễn Thị Thu Trang", 7)
HUNG = Author("Trần Văn Hùng", 8)


@dataclass(frozen=True)
class House:
    """Ids of what the tests stand on. ``staff`` has six members, four of them women; ``committee`` two of the six."""

    staff: int
    committee: int
    members: tuple[int, ...]
    hall: int
    room: int


def group(session: Session, name: str) -> Group:
    made = Group(name=name, slug=name.lower().replace(" ", "-"), created_at=NOW)
    session.add(made)
    session.flush()
    return made


def member(session: Session, number: int, groups: tuple[int, ...] = (), **values: object) -> int:
    address = f"m{number}@example.org"
    made = Member(name=f"Lê Thị {number}", address=address, address_key=address, created_at=NOW, **values)
    session.add(made)
    session.flush()
    for group_id in groups:
        session.execute(membership.insert().values(group_id=group_id, member_id=made.id))
    return made.id


@pytest.fixture
def house(database: Database) -> House:
    with database.write() as session:
        staff, committee = group(session, "Toàn Sở").id, group(session, "Ban VSTBPN").id
        members = tuple(
            member(session, n, (staff, committee) if n < 2 else (staff,), sex="female" if n < 4 else "male")
            for n in range(6)
        )
        hall = Room(name="Hội trường", place="tầng 2", capacity=100, created_at=NOW)
        room = Room(name="Phòng họp số 1", capacity=4, created_at=NOW)
        session.add_all([hall, room])
        session.flush()
        return House(staff, committee, members, hall.id, room.id)


@pytest.fixture
def session(database: Database, house: House) -> Iterator[Session]:
    with database.write() as opened:
        yield opened


@pytest.fixture
def agency(database: Database, house: House, config: Config) -> Agency:
    with database.read() as opened:
        return agency_of(opened, config)


@pytest.fixture
def seminar(house: House) -> Draft:
    """14h00-16h30 on Tuesday, 16 March 2027, in the hall, for all staff."""
    return Draft(
        kind="seminar",
        title="Tọa đàm kỷ niệm 8/3",
        first=date(2027, 3, 16),
        start=time(14),
        end=time(16, 30),
        room_id=house.hall,
        speakers=("TS. Lê Thị Bình",),
        group_ids=frozenset({house.staff}),
    )


@pytest.fixture
def weekly(seminar: Draft, house: House) -> Draft:
    """Every Tuesday, 8h00-9h00, for the committee."""
    return replace(
        seminar,
        kind="meeting",
        title="Giao ban tuần",
        start=time(8),
        end=time(9),
        rule="FREQ=WEEKLY;BYDAY=TU",
        speakers=(),
        group_ids=frozenset({house.committee}),
    )
