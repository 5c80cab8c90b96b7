"""People and events, made through the models as the application makes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.audit import Author
from campaign.calendar import changes, planning, revision
from campaign.calendar.agency import Agency, RuleOf, UnitOfWork, agency_of
from campaign.config import Config
from campaign.db import Database
from campaign.models import AudienceMember, Base, Event, Group, Member, Message, Occurrence, Reminder, ReminderRule

NUMBERS = count(1)


def agency(session: Session, config: Config, *rules: str) -> Agency:
    """The agency's rules; ``rules`` replace those of every kind."""
    found = agency_of(session, config)
    if not rules:
        return found
    own = tuple(RuleOf(planning.Lead.parse(text)) for text in rules)
    return replace(found, rules=dict.fromkeys(found.rules, own), invitation=None)


def members(session: Session, number: int, now: datetime, **values: Any) -> list[Member]:
    made = []
    for key in (next(NUMBERS) for _ in range(number)):
        address = f"an.{key}@example.org"
        values = {"name": f"Nguyễn Thị An {key}", **values}
        made.append(Member(address=address, address_key=address, created_at=now, **values))
    session.add_all(made)
    session.flush()
    return made


def group(session: Session, now: datetime, people: Iterable[Member] = ()) -> Group:
    key = next(NUMBERS)
    made = Group(name=f"Nhóm {key}", slug=f"nhom-{key}", created_at=now, members=list(people))
    session.add(made)
    session.flush()
    return made


def draft(session: Session, now: datetime, first: date | None, last: date | None = None, **values: Any) -> Event:
    """An event, not confirmed; ``start``, ``end``: its clock times; ``groups``, ``plus``, ``minus``: its audience."""
    start, end = values.pop("start", None), values.pop("end", None)
    plus, minus = values.pop("plus", ()), values.pop("minus", ())
    values = {"kind": "seminar", "title": "Tọa đàm gia đình", "audience_all": "groups" not in values, **values}
    made = Event(uid=f"{next(NUMBERS)}@example.org", created_at=now, changed_at=now, **values)
    if first:
        made.schedule(first, last, start, end)
    made.named = [AudienceMember(member_id=member.id) for member in plus]
    made.named += [AudienceMember(member_id=member.id, excluded=True) for member in minus]
    session.add(made)
    session.flush()
    return made


def event(
    session: Session, house: Agency, now: datetime, first: date, last: date | None = None, **values: Any
) -> Event:
    """The same, confirmed, with its occurrences, its reminders and its place in the feeds."""
    made = draft(session, now, first, last, **values)
    changes.confirm(UnitOfWork(session, now, Author("test"), house), made)
    return made


def seminar(database: Database, config: Config, now: datetime, number: int = 3) -> int:
    """A seminar for so many members on 8 March, 14:00-16:30, whose reminder falls due on 3 March at 8:00; its id."""
    with database.write() as session:
        members(session, number, now)
        house = agency(session, config, "3 working days before")
        return event(session, house, now, date(2027, 3, 8), start=time(14), end=time(16, 30)).id


def plan(database: Database, now: datetime) -> int:
    with database.write() as session:
        instance = revision.ensure(session, now=now).instance
        return planning.plan_due(session.connection(), now=now, id_suffix=f".{instance}@example.org>")


def own_rules(session: Session, made: Event, *rules: tuple[str, str]) -> None:
    made.own_rules = True
    session.add_all([ReminderRule(event_id=made.id, lead=lead, recipients=to) for lead, to in rules])
    session.flush()


def occurrences(session: Session, event_id: int) -> list[Occurrence]:
    query = select(Occurrence).where(Occurrence.event_id == event_id).order_by(Occurrence.original_day)
    return list(session.scalars(query))


def reminders(session: Session, event_id: int) -> list[Reminder]:
    query = select(Reminder).join(Occurrence).where(Occurrence.event_id == event_id)
    return list(session.scalars(query.order_by(Reminder.due_at, Reminder.id)))


def messages(database: Database) -> list[Message]:
    with database.read() as session:
        return list(session.scalars(select(Message).order_by(Message.member_id, Message.id)))


def stored(database: Database, *, but: str = "") -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the database, table by table, without the column ``but`` ("table.column")."""
    with database.engine.connect() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(
                    select(*(column for column in table.c if str(column) != but)).order_by(*table.primary_key)
                )
            ]
            for table in Base.metadata.sorted_tables
        }
