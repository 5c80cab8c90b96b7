"""Reminders of many events follow a change of rules in short steps: exact, resumable, and never by the old rule."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from support import rows

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes, daysoff, planning, reminding, replanning
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.db import Database
from campaign.kinds import Kind
from campaign.models import Event, Holiday, Message, Occurrence, Outdated, Reminder, ReminderRule

BY = Author("Hằng", 7)
SUFFIX = ".test@example.org>"
SINGLE, TOLD = 55, 55
"""Of the single ones one has its own rule; the weekly one is told with the rest."""
LEADS = [Lead.parse("2 days before"), Lead.parse("3 hours before")]


def never(_seconds: float) -> bool:
    return False


@pytest.fixture
def many(database: Database, config: Config, now: datetime) -> None:
    """More seminars than follow at once: fifty and five, one with a rule of its own, and a weekly one."""
    with database.write() as session:
        house = agency_of(session, config)
        for number in range(SINGLE):
            rows.event(
                session,
                house,
                now,
                date(2027, 3, 20) + timedelta(days=number),
                start=time(14),
                end=time(16),
                kind="seminar",
            )
        rows.event(
            session,
            house,
            now,
            date(2027, 3, 9),
            start=time(8),
            end=time(9),
            kind="seminar",
            rule="FREQ=WEEKLY;COUNT=9",
        )
        own = session.scalars(select(Event).order_by(Event.id)).first()
        own.own_rules = True
        session.add(ReminderRule(event_id=own.id, lead="5 days before"))
        session.flush()
        changes.rebuild(UnitOfWork(session, now, PROGRAM, house), own)


def decide(session: Session, config: Config, now: datetime) -> int:
    before = next(each for each in reminding.listed(session, agency_of(session, config)) if each.kind == "seminar")
    return reminding.decide(Act(session, now, BY), Kind.SEMINAR, LEADS, config=config, before=before)


def laid(session: Session) -> list[tuple[int, str, datetime]]:
    query = select(Occurrence.event_id, Reminder.lead, Reminder.due_at).join(Occurrence)
    return [tuple(row) for row in session.execute(query.order_by(Occurrence.event_id, Reminder.due_at))]


def settled_one_by_one(session: Session, config: Config, now: datetime) -> list[tuple[int, str, datetime]]:
    """What the rules give, laid by the way that each single event takes."""
    house = agency_of(session, config)
    for event in session.scalars(select(Event)):
        changes.rebuild(UnitOfWork(session, now, PROGRAM, house), event)
    return laid(session)


def test_many_events_follow_in_steps_and_exactly(database, config, now, many) -> None:
    with database.write() as session:
        before = laid(session)
        assert decide(session, config, now) == TOLD
    with database.read() as session:
        assert (laid(session), replanning.waiting(session)) == (before, TOLD)
    assert replanning.catch_up(database, config=config, now=now, rest=never) == TOLD
    with database.write() as session:
        assert replanning.waiting(session) == 0
        found = laid(session)
        assert {lead for _event, lead, _due in found} == {"5 days before", *map(str, LEADS)}
        assert found == settled_one_by_one(session, config, now)


def test_few_events_follow_at_once(database, config, now, many) -> None:
    with database.write() as session:
        session.execute(delete(Event).where(Event.id > 4))
        assert decide(session, config, now) == 3
        assert replanning.waiting(session) == 0
        assert laid(session) == settled_one_by_one(session, config, now)


def test_steps_go_on_after_an_end_in_between(database, config, now, many) -> None:
    with database.write() as session:
        decide(session, config, now)
    assert replanning.catch_up(database, config=config, now=now, rest=lambda _seconds: True, most=20) == 20
    with database.write() as session:
        assert replanning.waiting(session) == TOLD - 20
        session.execute(delete(Event).where(Event.id == session.scalar(select(func.max(Outdated.event_id)))))
    assert replanning.catch_up(database, config=config, now=now, rest=never) == TOLD - 21
    with database.write() as session:
        assert replanning.waiting(session) == 0
        assert laid(session) == settled_one_by_one(session, config, now)


def test_nothing_goes_out_by_a_rule_that_holds_no_more(database, config, now, many) -> None:
    with database.write() as session:
        decide(session, config, now)
        first = min(due for _event, lead, due in laid(session) if lead != "5 days before")
        assert planning.plan_due(session.connection(), now=first, id_suffix=SUFFIX) == 0
        assert session.scalar(select(func.count()).select_from(Reminder).where(Reminder.planned_at.is_not(None))) == 0
    replanning.catch_up(database, config=config, now=now, rest=never)
    with database.write() as session:
        planning.plan_due(session.connection(), now=first + timedelta(days=90), id_suffix=SUFFIX)
        planned = select(func.count()).select_from(Reminder).where(Reminder.planned_at.is_not(None))
        assert session.scalar(planned) == len(laid(session)) == 1 + 2 * (SINGLE - 1) + 2 * 9
        assert session.scalar(select(func.count()).select_from(Message)) == 0


def test_a_second_change_counts_for_all(database, config, now, many) -> None:
    with database.write() as session:
        decide(session, config, now)
    replanning.catch_up(database, config=config, now=now, rest=lambda _seconds: True, most=20)
    with database.write() as session:
        before = next(each for each in reminding.listed(session, agency_of(session, config)) if each.kind == "seminar")
        assert reminding.reset(Act(session, now, BY), Kind.SEMINAR, config=config, before=before) == TOLD
        assert replanning.waiting(session) == TOLD
    replanning.catch_up(database, config=config, now=now, rest=never)
    with database.write() as session:
        assert laid(session) == settled_one_by_one(session, config, now)


def test_an_event_that_cannot_follow_stops_no_other(database, config, now, many, caplog) -> None:
    with database.write() as session:
        decide(session, config, now)
        broken = session.scalars(select(Outdated.event_id).order_by(Outdated.event_id).offset(2)).first()
        session.get(Event, broken).zone = "Nowhere/Land"
    assert replanning.catch_up(database, config=config, now=now, rest=never) == TOLD
    assert [record.action for record in caplog.records] == ["replan_failed"]
    with database.write() as session:
        assert replanning.waiting(session) == 0
        leads = {lead for event, lead, _due in laid(session) if event != broken}
        assert leads == {"5 days before", *map(str, LEADS)}


def test_days_off_are_followed_as_well(database, config, now, many) -> None:
    with database.write() as session:
        days = [date(2027, 3, 22), date(2027, 5, 3)]
        session.add_all(Holiday(day=day, name="Nghỉ", working=False) for day in days)
        session.flush()
        daysoff.relay(Act(session, now, PROGRAM), days, config=config)
        assert replanning.waiting(session) == SINGLE + 1
    replanning.catch_up(database, config=config, now=now, rest=never)
    with database.write() as session:
        assert laid(session) == settled_one_by_one(session, config, now)


def test_workers_and_a_second_change_do_not_pass_each_other(database, config, now, many) -> None:
    with database.write() as session:
        decide(session, config, now)
        before = next(each for each in reminding.listed(session, agency_of(session, config)) if each.kind == "seminar")
    gate = Barrier(4)

    def act(nth: int) -> int:
        gate.wait()
        if nth:
            return replanning.catch_up(database, config=config, now=now, rest=never, most=7)
        with database.write() as session:
            return reminding.reset(Act(session, now, BY), Kind.SEMINAR, config=config, before=before)

    with ThreadPoolExecutor(4) as pool:
        assert next(pool.map(act, range(4))) == TOLD
    replanning.catch_up(database, config=config, now=now, rest=never)
    with database.write() as session:
        assert replanning.waiting(session) == 0
        assert laid(session) == settled_one_by_one(session, config, now)
