"""The last decision is taken back while its notice still waits: nobody hears of either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from campaign.book import history
from campaign.calendar import planning
from campaign.calendar.when import When
from campaign.desk import decisions, notices, scheduling, undo
from campaign.errors import Conflict
from campaign.models import Event, Message, Notice, Occurrence, Reminder
from tests.desk.conftest import HUNG, NOW, TRANG

MINUTE = timedelta(minutes=1)
SUFFIX = ".test@example.org>"


@pytest.fixture
def event(session, office, seminar) -> Event:
    made = scheduling.create(session, seminar, office=office, now=NOW, by=TRANG)
    decisions.confirm(session, made, office=office, now=NOW, by=TRANG)
    return made


def take_back(session, office, event: Event, *, now=NOW + 2 * MINUTE) -> None:
    act = undo.possible(session, event, office=office, now=now)
    undo.undo(session, event, act.id, office=office, now=now, by=HUNG)


def state(session, event: Event) -> tuple[object, ...]:
    reminders = select(Reminder.lead, Reminder.due_at, Reminder.cancelled_at).order_by(Reminder.due_at)
    occurrences = select(Occurrence.first_day, Occurrence.start_time, Occurrence.cancelled_at, Occurrence.confirmed_at)
    return (
        event.first_day,
        event.start_time,
        event.cancelled_at,
        event.postponed_at,
        event.confirmed_at,
        session.execute(reminders).all(),
        session.execute(occurrences.order_by(Occurrence.first_day)).all(),
    )


def heard(session, *, now) -> int:
    return notices.plan_due(session.connection(), now=now, id_suffix=SUFFIX)


@pytest.mark.parametrize("verb", ["cancel", "postpone", "move"])
def test_undo_is_as_if_nothing_had_been(session, office, event, verb: str) -> None:
    before = state(session, event)
    options = {"office": office, "now": NOW + MINUTE, "by": TRANG, "tell": True}
    if verb == "cancel":
        decisions.cancel(session, event, reason="Bão", **options)
    elif verb == "postpone":
        decisions.postpone(session, event, **options)
    else:
        decisions.move(session, event, None, When(date(2027, 4, 6), None, time(8)), **options)
    assert state(session, event) != before
    take_back(session, office, event)
    assert state(session, event) == before
    assert b"STATUS:CONFIRMED" in event.component
    assert heard(session, now=NOW + timedelta(hours=2)) == 0
    assert [act.verb for act in history.of(session, "event", event.id)][:2] == ["undo", verb]


def test_undone_cancellation_gives_back_what_waited(session, office, event) -> None:
    draft = replace(scheduling.draft_of(session, event), place="Nhà A")
    scheduling.edit(session, event, draft, version=event.version, office=office, now=NOW, by=TRANG, tell=True)
    late = NOW + timedelta(days=12)
    planning.plan_due(session.connection(), now=late, id_suffix=SUFFIX)
    decisions.cancel(session, event, reason="Bão", office=office, now=late, by=TRANG, tell=True)
    assert session.scalar(select(func.count()).where(Message.result.is_(None))) == 0
    assert heard(session, now=late) == 6
    take_back(session, office, event, now=late + MINUTE)
    pending = select(Message.reminder_id, func.count()).where(Message.result.is_(None)).group_by(Message.reminder_id)
    assert [number for _reminder, number in session.execute(pending)] == [6]
    live = session.scalars(select(Notice).where(Notice.cancelled_at.is_(None))).all()
    assert {notice.kind for notice in live if notice.planned_at is None} == {"change"}


def test_one_of_a_series_comes_back(session, office, weekly) -> None:
    event = scheduling.create(session, weekly, office=office, now=NOW, by=TRANG)
    decisions.confirm(session, event, office=office, now=NOW, by=TRANG)
    before = state(session, event)
    one = session.scalars(select(Occurrence).where(Occurrence.first_day == date(2027, 3, 23))).one()
    options = {"office": office, "now": NOW + MINUTE, "by": TRANG, "tell": True}
    decisions.cancel(session, event, one, reason="Nghỉ", **options)
    take_back(session, office, event)
    assert state(session, event) == before
    decisions.move(session, event, one, When(date(2027, 3, 24), None, time(8), time(9)), **options)
    take_back(session, office, event)
    assert state(session, event) == before
    assert heard(session, now=NOW + timedelta(hours=2)) == 0


def test_undo_is_over_with_the_window(session, office, event) -> None:
    decisions.cancel(session, event, reason="Bão", office=office, now=NOW, by=TRANG, tell=True)
    act = undo.possible(session, event, office=office, now=NOW + 10 * MINUTE)
    assert undo.possible(session, event, office=office, now=NOW + 11 * MINUTE) is None
    with pytest.raises(Conflict, match="Không hoàn tác được nữa"):
        undo.undo(session, event, act.id, office=office, now=NOW + 11 * MINUTE, by=HUNG)
    undo.undo(session, event, act.id, office=office, now=NOW + 10 * MINUTE, by=HUNG)
    with pytest.raises(Conflict):
        undo.undo(session, event, act.id, office=office, now=NOW + 10 * MINUTE, by=HUNG)
    assert event.cancelled_at is None
