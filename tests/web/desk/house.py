"""An agency at its desk: a hall, two groups, a seminar that has the hall, and a duty that waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from support.readers import Readers
from web.rows import NOW

from campaign.audit import Author
from campaign.calendar.agency import Agency, UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.config import Config
from campaign.db import Database
from campaign.desk import decisions, notices, scheduling
from campaign.models import Duty, Event, Group, Member, Notice, Occurrence, Plan, Reminder, Room, YearTitle, membership

TRANG = Author("Nguyễn Thị Thu Trang", 7)
TALK = Draft(
    kind="seminar",
    title="Tọa đàm giữ lửa gia đình",
    first=date(2027, 3, 16),
    start=time(14),
    end=time(16, 30),
    speakers=("TS. Lê Thị Bình",),
)


@dataclass(frozen=True)
class House:
    """Ids. ``staff`` has twelve members, eight of them women; ``committee`` three of these."""

    staff: int
    committee: int
    hall: int
    duty: int
    talk: str


def build(database: Database, config: Config) -> House:
    with database.write() as session:
        groups = [
            Group(name=name, slug=slug, created_at=NOW) for name, slug in (("Toàn Sở", "so"), ("Ban Nữ công", "ban"))
        ]
        hall = Room(name="Hội trường", place="tầng 2", capacity=100, created_at=NOW)
        plan = Plan(year=2027, title="Kế hoạch bình đẳng giới năm 2027", created_at=NOW)
        session.add_all([*groups, hall, plan, YearTitle(year=2027, title="Năm bình đẳng giới 2027")])
        session.flush()
        duty = Duty(plan_id=plan.id, position=1, outline="II.4", text="Tổ chức hội diễn văn nghệ chào mừng 20/10.")
        session.add(duty)
        staff, committee = (group.id for group in groups)
        for number in range(12):
            address = f"m{number}@example.org"
            sex = "female" if number < 8 else "male"
            member = Member(name=f"Lê Thị {number}", address=address, address_key=address, sex=sex, created_at=NOW)
            session.add(member)
            session.flush()
            for group in (staff, committee) if number < 3 else (staff,):
                session.execute(membership.insert().values(group_id=group, member_id=member.id))
        house = House(staff, committee, hall.id, duty.id, "")
    return replace(
        house, talk=confirmed(database, config, replace(TALK, room_id=house.hall, group_ids=frozenset({staff})))
    )


def drafted(database: Database, config: Config, draft: Draft) -> str:
    """The UID of a new draft."""
    with database.write() as session:
        agency = agency_of(session, config)
        return scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft).uid


def confirmed(database: Database, config: Config, draft: Draft) -> str:
    with database.write() as session:
        agency = agency_of(session, config)
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
        if event.per_year:
            one = session.scalars(select(Occurrence).where(Occurrence.event_id == event.id).limit(1)).one()
            decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, one)
        else:
            decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
        _invite(session, agency, event)
        return event.uid


def _invite(session: Session, agency: Agency, event: Event) -> None:
    """Everybody has read of it; the notice is put aside, so that tests find those of their own acts alone."""
    notice = notices.note_invitation(UnitOfWork(session, NOW, TRANG, agency), event)
    if notice:
        notice.due_at = NOW
        Readers(session).deliver(NOW)
        notice = session.get_one(Notice, notice.id)
        notice.cancelled_at = NOW


def event_of(database: Database, uid: str) -> Event:
    with database.read() as session:
        return session.scalars(select(Event).where(Event.uid == uid)).one()


def notices_of(database: Database, uid: str, kind: str = "") -> list[Notice]:
    """The event's notices that were not taken back."""
    with database.read() as session:
        query = (
            select(Notice)
            .join(Event, Event.id == Notice.event_id)
            .where(Event.uid == uid, Notice.cancelled_at.is_(None))
        )
        found = session.scalars(query.order_by(Notice.id)).all()
    return [notice for notice in found if kind in ("", notice.kind)]


def reminders_of(database: Database, uid: str) -> list[Reminder]:
    """The event's reminders that still wait."""
    with database.read() as session:
        waiting = Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None)
        query = select(Reminder).join(Occurrence).join(Event, Event.id == Occurrence.event_id)
        return list(session.scalars(query.where(Event.uid == uid, *waiting)))


def fields(house: House, **changes: Any) -> dict[str, Any]:
    """What a browser sends for a sound event."""
    return {
        "kind": "seminar",
        "title": "Hội thảo ứng phó bạo lực gia đình",
        "first": "17/3/2027",
        "start": "14h00",
        "end": "16h30",
        "room_id": str(house.hall),
        "group_ids": [str(house.staff)],
        "often": "",
        "every": "1",
        "rules": "kind",
        "tell": "1",
        **changes,
    }
