"""Whatever organizers do in whatever order: nothing is there twice. What readers know is in ``test_truth``."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM
from campaign.calendar import changes, planning
from campaign.calendar.agency import Agency, UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.calendar.when import When
from campaign.config import Config
from campaign.db import Database
from campaign.desk import decisions, notices, scheduling, splitting, undo
from campaign.desk.splitting import Reach
from campaign.errors import CampaignError
from campaign.models import Event, Message, Notice, Occurrence, Reminder
from tests.desk.conftest import NOW, TRANG, group, member

SUFFIX = ".test@example.org>"
FIRST = date(2027, 4, 6)
DAYS = st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n))
NUMBERS = count()
HOURS = st.sampled_from([time(8), time(14)])


@dataclass
class Desk:
    """One event and what happens to it; ``now`` moves on with each act."""

    session: Session
    agency: Agency
    event: Event
    now: datetime = NOW

    @property
    def work(self) -> UnitOfWork:
        return UnitOfWork(self.session, self.now, TRANG, self.agency)

    def occurrence(self, number: int) -> Occurrence | None:
        query = select(Occurrence).where(Occurrence.event_id == self.event.id).order_by(Occurrence.first_day)
        found = self.session.scalars(query).all()
        return found[number % len(found)] if found else None

    def confirm(self, *_: object) -> None:
        decisions.confirm(self.work, self.event)

    def cancel(self, _day: date, _hour: time, number: int) -> None:
        one = self.occurrence(number) if number % 2 else None
        decisions.cancel(self.work, self.event, one, reason="Bão", notify=True)

    def reopen(self, *_: object) -> None:
        decisions.reopen(self.work, self.event, notify=True)

    def postpone(self, *_: object) -> None:
        decisions.postpone(self.work, self.event, notify=True)

    def move(self, day: date, hour: time, number: int) -> None:
        to = When(day, day, hour, hour.replace(hour=hour.hour + 1))
        decisions.move(self.work, self.event, self.occurrence(number), to, notify=True)

    def edit(self, day: date, hour: time, number: int) -> None:
        draft = scheduling.draft_of(self.session, self.event)
        values: dict[str, object] = {"title": f"Họp {number}", "place": f"Nhà {number % 3}"}
        if draft.first and number % 2:
            values |= {"first": day, "last": day, "start": hour, "end": hour.replace(hour=hour.hour + 2)}
        draft = replace(draft, **values)
        scheduling.edit(self.work, self.event, draft, version=self.event.version, notify=True)

    def edit_part(self, day: date, hour: time, number: int) -> None:
        one = self.occurrence(number)
        if one is None:
            return
        draft = replace(
            scheduling.draft_of(self.session, self.event, one),
            first=day,
            last=day,
            start=hour,
            end=hour.replace(hour=hour.hour + 1),
        )
        reach = list(Reach)[number % 3]
        self.event = splitting.edit_from(self.work, one, draft, reach=reach, version=self.event.version, notify=True)

    def undo(self, *_: object) -> None:
        act = undo.possible(UnitOfWork(self.session, self.now, PROGRAM, self.agency), self.event)
        if act:
            undo.undo(self.work, self.event, act.id)

    def wait(self, *_: object) -> None:
        self.now += timedelta(days=1)
        self.tick()

    def tick(self, *_: object) -> None:
        for plan in (planning.plan_due, notices.plan_due):
            plan(self.session.connection(), now=self.now, id_suffix=SUFFIX)
        sent = Message.__table__.update().where(Message.result.is_(None)).values(result="sent", settled_at=self.now)
        self.session.execute(sent)
        self.session.expire_all()


ACTS: list[Callable[..., None]] = [
    Desk.confirm,
    Desk.cancel,
    Desk.reopen,
    Desk.postpone,
    Desk.move,
    Desk.edit,
    Desk.edit_part,
    Desk.undo,
    Desk.wait,
    Desk.tick,
]
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), DAYS, HOURS, st.integers(0, 5)), max_size=12)


@pytest.mark.only("sqlite")
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, is_series=st.booleans())
def test_any_order_of_acts(template: str, tmp_path: Path, steps: list[tuple], is_series: bool) -> None:  # noqa: FBT001
    database = Database(f"sqlite:///{shutil.copy(template, tmp_path / f'{next(NUMBERS)}.db')}")
    with database.write() as session:
        staff = group(session, "Toàn Sở").id
        member(session, 1, (staff,))
        agency = agency_of(session, Config())
        rule = "FREQ=WEEKLY;BYDAY=TU;COUNT=4" if is_series else ""
        draft = Draft(
            kind="meeting",
            title="Họp",
            first=FIRST,
            start=time(8),
            end=time(9),
            rule=rule,
            group_ids=frozenset({staff}),
        )
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
        desk = Desk(session, agency, event)
        desk.confirm()
        for act, day, hour, number in steps:
            desk.now += timedelta(minutes=1)
            try:
                with session.begin_nested():
                    act(desk, day, hour, number)
            except CampaignError:
                session.expire_all()
            hold_true(desk)
        desk.now += timedelta(hours=2)
        desk.tick()
    database.dispose()


def hold_true(desk: Desk) -> None:
    session, event = desk.session, desk.event
    live = session.scalars(select(Reminder).where(Reminder.cancelled_at.is_(None))).all()
    assert (
        max(Counter((row.occurrence_id, row.lead) for row in live if row.planned_at is None).values(), default=1) == 1
    )
    waiting = session.scalars(select(Notice).where(Notice.planned_at.is_(None), Notice.cancelled_at.is_(None))).all()
    assert max(Counter((row.event_id, row.kind == "invitation") for row in waiting).values(), default=1) == 1
    for occurrence in session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)):
        ahead = [row for row in live if row.occurrence_id == occurrence.id and row.planned_at is None]
        assert occurrence.is_live or ahead == []
        assert occurrence.starts_at < occurrence.ends_at
        assert not (event.cancelled_at and occurrence.is_live)
    before = state(session, event)
    changes.rebuild(UnitOfWork(session, desk.now, PROGRAM, desk.agency), event)
    assert state(session, event) == before


def state(session: Session, event: Event) -> tuple[object, ...]:
    """What may not differ when everything derived is made once more."""
    reminders = select(Reminder.id, Reminder.due_at, Reminder.cancelled_at).order_by(Reminder.id)
    occurrences = select(Occurrence.id, Occurrence.starts_at, Occurrence.cancelled_at).order_by(Occurrence.id)
    return (
        event.sequence,
        session.execute(reminders).all(),
        session.execute(occurrences).all(),
        session.scalar(select(func.length(Event.component)).where(Event.id == event.id)),
    )
