"""What each reader got, applied in order, is what is so now; and no mail names a state that its reader was never told.

The histories of ``test_any_history`` are a sample here. Thousands of them:

    HISTORIES=3000 python -m pytest tests/desk/test_truth.py -k any_history --db sqlite
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM
from campaign.calendar.agency import Agency, UnitOfWork, agency_of
from campaign.calendar.announced import LIVE, POSTPONED, differences
from campaign.calendar.draft import Draft
from campaign.calendar.when import When, say_series
from campaign.config import Config
from campaign.db import Database
from campaign.desk import decisions, scheduling, splitting, undo
from campaign.desk.splitting import Reach
from campaign.errors import CampaignError
from campaign.models import Event, Group, Message, Notice, Occurrence
from tests.desk.conftest import TRANG, group, member
from tests.support.readers import Read, Readers

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
"""8h00 of a Monday; early enough that nothing becomes urgent or is over within a history."""
FIRST = date(2026, 12, 7)
DAYS = st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n))
HOURS = st.sampled_from([time(8), time(14)])
NUMBERS = count()
HISTORIES = int(os.environ.get("HISTORIES", "25"))
MINUTE = timedelta(minutes=1)
OFF = "không tổ chức"


@dataclass
class Knowledge:
    """What one reader believes, by the words of his mails alone."""

    known: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)

    def read(self, mail: Read) -> None:
        told = {label: pair for label, pair in mail.told.items() if label != "Tình trạng"}
        if mail.mail in ("cancellation", "postponement", "resumption", "change"):
            assert self.known, f"{mail.mail} to somebody who was told nothing"
        self._compare(mail.mail, told)
        if mail.mail == "cancellation" and mail.days:
            self._cross_out(mail)
        elif mail.mail == "cancellation" and not mail.told:
            assert (mail.facts.title, mail.facts.place) == (self.known["Tên"], self.known["Địa điểm"])
            assert mail.facts.when == self.known["Thời gian"]
            self.known["status"] = "off"
        elif mail.mail == "postponement":
            assert mail.facts.when == self.known["Thời gian"]
            self.known |= {"status": "put off", "Thời gian": ""}
            self.days.clear()
        elif mail.mail != "cancellation":
            self._take(mail)

    def _compare(self, name: str, told: dict[str, tuple[str, str]]) -> None:
        """The old side of each change is what he believes; the new side he believes from now on."""
        for label, (old, new) in told.items():
            table = self.days if label.startswith("Buổi") else self.known
            if label in table:
                assert when_of(old) == when_of(table[label]), (label, old, table)
            if label.startswith("Buổi") or name in ("change", "resumption", "reminder", "postponement"):
                table[label] = new

    def _cross_out(self, mail: Read) -> None:
        """Some days of a series are off: the mail says when he believes them to be."""
        for day in mail.days:
            believed = self.days.get(f"Buổi {day:%d/%m/%Y}", f"ngày {day:%d/%m/%Y}")
            assert believed in mail.facts.when
            self.days[f"Buổi {day:%d/%m/%Y}"] = OFF

    def _take(self, mail: Read) -> None:
        said = {"Thời gian": mail.facts.repeats or mail.facts.when}
        if not (mail.facts.repeats and mail.mail == "change"):  # else it is of one day alone
            said |= {"Tên": mail.facts.title, "Địa điểm": mail.facts.place}
        self.known |= said | {"status": "on" if mail.facts.when else "put off"}


def when_of(words: str) -> str:
    """Of a day of a series when it is, or that it is off; the rest is named only where it differs."""
    return OFF if words.startswith(OFF) else words.partition(";")[0]


@dataclass
class Desk:
    session: Session
    agency: Agency
    event: Event
    readers: Readers
    now: datetime = NOW
    knowledge: dict[int, Knowledge] = field(default_factory=dict)

    @property
    def work(self) -> UnitOfWork:
        return UnitOfWork(self.session, self.now, TRANG, self.agency)

    def occurrence(self, number: int) -> Occurrence | None:
        query = select(Occurrence).where(Occurrence.event_id == self.event.id).order_by(Occurrence.original_day)
        found = self.session.scalars(query).all()
        return found[number % len(found)] if found else None

    def edit(self, day: date, hour: time, number: int) -> None:
        draft = scheduling.draft_of(self.session, self.event)
        values: dict[str, object] = {"title": f"Họp {number % 2}", "place": f"Nhà {number % 3}"}
        if draft.first and number % 2 and not draft.rule:
            values |= {"first": day, "last": day, "start": hour, "end": hour.replace(hour=hour.hour + 2)}
        if draft.rule and number % 2:
            values |= {"start": hour, "end": hour.replace(hour=hour.hour + 1)}
        draft = replace(draft, **values)
        scheduling.edit(self.work, self.event, draft, version=self.event.version, notify=True)

    def edit_one(self, day: date, hour: time, number: int) -> None:
        one = self.occurrence(number)
        if one and self.event.rule:
            draft = replace(scheduling.draft_of(self.session, self.event, one), place=f"Phòng {number % 3}", first=day)
            draft = replace(draft, last=day, start=hour, end=hour.replace(hour=hour.hour + 1))
            splitting.edit_from(self.work, one, draft, reach=Reach.ONE, version=self.event.version, notify=True)

    def move(self, day: date, hour: time, number: int) -> None:
        to = When(day, day, hour, hour.replace(hour=hour.hour + 1))
        decisions.move(self.work, self.event, self.occurrence(number), to, notify=True)

    def cancel(self, _day: date, _hour: time, number: int) -> None:
        one = self.occurrence(number) if number % 2 else None
        decisions.cancel(self.work, self.event, one, reason="Bão", notify=True)

    def undo(self, *_: object) -> None:
        act = undo.possible(UnitOfWork(self.session, self.now, PROGRAM, self.agency), self.event)
        if act:
            undo.undo(self.work, self.event, act.id)

    def postpone(self, *_: object) -> None:
        decisions.postpone(self.work, self.event, notify=True, reason="Chưa có phòng")

    def reopen(self, _day: date, _hour: time, number: int) -> None:
        one = self.occurrence(number) if number % 2 else None
        decisions.reopen(self.work, self.event, one, notify=True)

    def minutes(self, _day: date, _hour: time, number: int) -> None:
        self.now += number * 4 * MINUTE
        self.tick()

    def newcomer(self, _day: date, _hour: time, number: int) -> None:
        staff = self.session.scalars(select(Group.id)).one()
        member(self.session, 10 + next(NUMBERS), (staff,), sex="female" if number % 2 else "male")

    def tick(self) -> None:
        for mail in self.readers.deliver(self.now):
            self.knowledge.setdefault(mail.member, Knowledge()).read(mail)


ACTS: list[Callable[..., None]] = [
    Desk.edit,
    Desk.edit_one,
    Desk.move,
    Desk.cancel,
    Desk.undo,
    Desk.postpone,
    Desk.reopen,
    Desk.minutes,
    Desk.minutes,
    Desk.newcomer,
]
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), DAYS, HOURS, st.integers(0, 5)), max_size=12)

MORNING = time(8)
ONE_DAY_OFF = [(Desk.minutes, FIRST, MORNING, 1), (Desk.cancel, FIRST, MORNING, 1)]


@pytest.mark.only("sqlite")
@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, is_series=st.booleans(), invite=st.booleans())
@example(steps=ONE_DAY_OFF, is_series=True, invite=True)
def test_any_history(template: str, tmp_path: Path, steps: list[tuple], is_series: bool, invite: bool) -> None:  # noqa: FBT001
    path = Path(shutil.copy(template, tmp_path / f"{next(NUMBERS)}.db"))
    database = Database(f"sqlite:///{path}")
    with database.write() as session:
        staff = group(session, "Toàn Sở").id
        for number in range(2):
            member(session, number, (staff,))
        agency = agency_of(session, Config())
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), meeting(staff, is_series=is_series))
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=invite)
        desk = Desk(session, agency, event, Readers(session))
        for act, day, hour, number in steps:
            desk.now += MINUTE
            try:
                with session.begin_nested():
                    act(desk, day, hour, number)
                    session.flush()
            except CampaignError:
                session.expire_all()
        desk.now += timedelta(hours=2)
        desk.tick()
        know_the_truth(desk)
    database.dispose()
    path.unlink()


def test_moved_day_of_a_series_that_was_put_off_is_told_from_its_rule() -> None:
    """It was told from a day without hours, which nobody had been told."""
    moved = {"when": ["2026-12-15", "2026-12-15", "08:00", "09:00"], "title": "", "place": "", "cancelled": False}
    monday = {"when": ["2026-12-07", "2026-12-07", "08:00", "09:00"], "rule": "FREQ=WEEKLY;BYDAY=MO"}
    present = {"status": LIVE, "when": monday, "days": {"2026-12-14": moved}}
    found = differences({"status": POSTPONED, "when": None, "days": {}}, present, today=FIRST)
    assert found["2026-12-14"][0]["when"] == ["2026-12-14", "2026-12-14", "08:00", "09:00"]


def meeting(staff: int, *, is_series: bool) -> Draft:
    return Draft(
        kind="meeting",
        title="Họp",
        place="Nhà A",
        first=FIRST,
        start=time(8),
        end=time(9),
        rule="FREQ=WEEKLY;BYDAY=MO;COUNT=4" if is_series else "",
        group_ids=frozenset({staff}),
    )


def know_the_truth(desk: Desk) -> None:
    """Every reader who was told anything believes what is so."""
    session, event = desk.session, desk.event
    assert session.scalars(select(Message).where(Message.result.is_(None))).all() == []
    unsent = Notice.planned_at.is_(None), Notice.cancelled_at.is_(None)
    assert session.scalars(select(Notice).where(*unsent)).all() == []
    when = When.of(event)
    for knowledge in desk.knowledge.values():
        if event.cancelled_at:
            assert knowledge.known["status"] == "off"
            continue
        assert knowledge.known["status"] == ("on" if when else "put off")
        assert (knowledge.known["Tên"], knowledge.known["Địa điểm"]) == (event.title, event.place)
        today = desk.now.date()
        if when and event.rule:
            assert knowledge.known["Thời gian"] == say_series(when, event.rule, "vi", today=today)
            knows_the_days(desk, knowledge)
        elif when:
            assert knowledge.known["Thời gian"] == when.say()


def knows_the_days(desk: Desk, knowledge: Knowledge) -> None:
    """Of the days of a series that he was told of, that they are off, or when they are."""
    for one in desk.session.scalars(select(Occurrence).where(Occurrence.event_id == desk.event.id)):
        day = one.original_day
        believed = knowledge.days.get(f"Buổi {day:%d/%m/%Y}")
        is_off = one.cancelled_at is not None and one.cancel_cause == "person"
        if is_off:
            assert believed
            assert "không tổ chức" in believed
        elif one.moved_at and one.is_live:
            assert believed is None or When.of_occurrence(one).say() in believed or "không" not in believed
