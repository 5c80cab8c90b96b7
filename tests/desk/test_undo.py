"""The last decision is taken back while its notice still waits: nobody hears of either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select, update

from campaign import audit
from campaign.audit import PROGRAM
from campaign.calendar import planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.desk import decisions, notices, scheduling, undo
from campaign.errors import AlreadySent, Conflict
from campaign.models import Event, Message, Notice, Occurrence, Reminder, Result
from tests.desk.conftest import HUNG, NOW, TRANG
from tests.support.readers import Readers

MINUTE = timedelta(minutes=1)
SUFFIX = ".test@example.org>"


@pytest.fixture
def event(session, agency, seminar) -> Event:
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made)
    return made


def take_back(session, agency, event: Event, *, now=NOW + 2 * MINUTE) -> None:
    act = undo.possible(UnitOfWork(session, now, PROGRAM, agency), event)
    assert act
    undo.undo(UnitOfWork(session, now, HUNG, agency), event, act.id)


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
def test_undo_is_as_if_nothing_had_been(session, agency, event, verb: str) -> None:
    before = state(session, event)
    work = UnitOfWork(session, NOW + MINUTE, TRANG, agency)
    if verb == "cancel":
        decisions.cancel(work, event, reason="Bão", notify=True)
    elif verb == "postpone":
        decisions.postpone(work, event, notify=True)
    else:
        decisions.move(work, event, None, When(date(2027, 4, 6), None, time(8)), notify=True)
    assert state(session, event) != before
    take_back(session, agency, event)
    assert state(session, event) == before
    assert b"STATUS:CONFIRMED" in event.component
    assert heard(session, now=NOW + timedelta(hours=2)) == 0
    assert [act.verb for act in audit.of(session, "event", event.id)][:2] == ["undo", verb]


def test_undone_cancellation_gives_back_what_waited(session, agency, event) -> None:
    """The reminders go out after all, and say what has changed since the invitation; so no other mail has to."""
    readers = Readers(session)
    notices.note_invitation(UnitOfWork(session, NOW, TRANG, agency), event)
    readers.deliver(NOW)
    draft = replace(scheduling.draft_of(session, event), place="Nhà A")
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=True)
    late = NOW + timedelta(days=12)
    planning.plan_due(session.connection(), now=late, id_suffix=SUFFIX)
    decisions.cancel(UnitOfWork(session, late, TRANG, agency), event, reason="Bão", notify=True)
    assert session.scalar(select(func.count()).where(Message.result.is_(None))) == 0
    take_back(session, agency, event, now=late + MINUTE)
    mails = readers.deliver(late + timedelta(hours=1))
    assert [(mail.mail, mail.told) for mail in mails] == 6 * [
        ("reminder", {"Địa điểm": ("Hội trường, tầng 2", "Nhà A")})
    ]


def test_one_of_a_series_comes_back(session, agency, weekly) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), weekly)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    before = state(session, event)
    one = session.scalars(select(Occurrence).where(Occurrence.first_day == date(2027, 3, 23))).one()
    work = UnitOfWork(session, NOW + MINUTE, TRANG, agency)
    decisions.cancel(work, event, one, reason="Nghỉ", notify=True)
    take_back(session, agency, event)
    assert state(session, event) == before
    decisions.move(work, event, one, When(date(2027, 3, 24), None, time(8), time(9)), notify=True)
    take_back(session, agency, event)
    assert state(session, event) == before
    assert heard(session, now=NOW + timedelta(hours=2)) == 0


def test_undo_is_over_with_the_window(session, agency, event) -> None:
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão", notify=True)
    act = undo.possible(UnitOfWork(session, NOW + 10 * MINUTE, PROGRAM, agency), event)
    assert undo.possible(UnitOfWork(session, NOW + 11 * MINUTE, PROGRAM, agency), event) is None
    with pytest.raises(Conflict, match="Không hoàn tác được nữa"):
        undo.undo(UnitOfWork(session, NOW + 11 * MINUTE, HUNG, agency), event, act.id)
    undo.undo(UnitOfWork(session, NOW + 10 * MINUTE, HUNG, agency), event, act.id)
    with pytest.raises(Conflict):
        undo.undo(UnitOfWork(session, NOW + 10 * MINUTE, HUNG, agency), event, act.id)
    assert event.cancelled_at is None


def invited(session, agency, seminar) -> Event:
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made, invite=True)
    return made


def test_undone_confirmation_is_a_draft_that_nobody_hears_of(session, agency, seminar) -> None:
    made = invited(session, agency, seminar)
    take_back(session, agency, made)
    assert (made.is_draft, made.confirmed_by, made.component) == (True, "", None)
    assert session.scalars(select(Occurrence.confirmed_at)).all() == [None]
    assert session.scalars(select(Reminder)).all() == []
    assert heard(session, now=NOW + timedelta(hours=2)) == 0
    assert planning.plan_due(session.connection(), now=NOW + timedelta(days=30), id_suffix=SUFFIX) == 0
    act = audit.last(session, "event", made.id)
    assert (act.verb, act.by_name, act.new) == ("undo", HUNG.name, {"confirmed_at": None, "undone": "confirm"})
    assert undo.possible(UnitOfWork(session, NOW + 3 * MINUTE, PROGRAM, agency), made) is None


def test_undone_confirmation_settles_what_waited_and_can_be_confirmed_anew(session, agency, seminar) -> None:
    made = invited(session, agency, seminar)
    assert heard(session, now=NOW) == 6
    take_back(session, agency, made)
    settled = session.execute(
        select(Message.result, Message.reason, func.count()).group_by(Message.result, Message.reason)
    ).all()
    assert settled == [(Result.SUPPRESSED, "confirmation_undone", 6)]
    assert decisions.confirm(UnitOfWork(session, NOW + 5 * MINUTE, TRANG, agency), made, invite=True)
    assert heard(session, now=NOW + 5 * MINUTE) == 6
    assert session.scalar(select(func.count()).select_from(Reminder)) == 2
    assert undo.possible(UnitOfWork(session, NOW + 6 * MINUTE, PROGRAM, agency), made).new["confirmed_at"]


def test_confirmation_is_undone_long_after_the_window_while_no_mail_has_left(session, agency, event) -> None:
    """Also after an edit: the draft keeps what was edited."""
    draft = replace(scheduling.draft_of(session, event), place="Nhà A")
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=True)
    take_back(session, agency, event, now=NOW + timedelta(days=5))
    assert (event.is_draft, event.place) == (True, "Nhà A")
    assert heard(session, now=NOW + timedelta(days=5)) == 0


@pytest.mark.parametrize("state", [{"result": Result.SENT}, {"token": "x"}, {"uncertain_at": NOW}])
def test_confirmation_whose_mail_left_is_cancelled_instead(session, agency, seminar, state) -> None:
    made = invited(session, agency, seminar)
    act = undo.possible(UnitOfWork(session, NOW, PROGRAM, agency), made)
    assert undo.hindrance(UnitOfWork(session, NOW, PROGRAM, agency), made) is None
    heard(session, now=NOW)
    one = select(func.min(Message.id)).scalar_subquery()
    session.execute(update(Message).where(Message.id == one).values(**state))
    assert undo.possible(UnitOfWork(session, NOW, PROGRAM, agency), made) is None
    said = (
        "Không rút lại xác nhận được nữa vì đã gửi giấy mời (1); "
        "nếu không tổ chức nữa, hãy hủy để báo lại cho người nhận."
    )
    assert undo.hindrance(UnitOfWork(session, NOW, PROGRAM, agency), made).message == said
    with pytest.raises(AlreadySent) as refused:
        undo.undo(UnitOfWork(session, NOW + MINUTE, HUNG, agency), made, act.id)
    assert refused.value.message == said
    assert (made.is_draft, session.scalar(select(func.count()).where(Message.result == Result.SUPPRESSED))) == (
        False,
        0,
    )
    assert audit.last(session, "event", made.id).verb == "confirm"
    assert undo.hindrance(UnitOfWork(session, NOW + 11 * MINUTE, PROGRAM, agency), made) is None


def test_what_has_begun_is_not_unconfirmed(session, agency, event) -> None:
    begins = session.scalars(select(Occurrence.starts_at)).one()
    assert undo.possible(UnitOfWork(session, begins - MINUTE, PROGRAM, agency), event)
    assert undo.possible(UnitOfWork(session, begins, PROGRAM, agency), event) is None


def test_one_year_is_unconfirmed_alone(session, agency, seminar) -> None:
    yearly = replace(seminar, rule="FREQ=YEARLY", per_year=True)
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), yearly)
    first, second = session.scalars(select(Occurrence).order_by(Occurrence.first_day)).all()[:2]
    for minute, one in enumerate((first, second)):
        decisions.confirm(UnitOfWork(session, NOW + minute * MINUTE, TRANG, agency), made, one, invite=True)
    take_back(session, agency, made)
    assert (made.is_draft, first.is_live, second.is_live) == (False, True, False)
    assert set(session.scalars(select(Reminder.occurrence_id))) == {first.id}
    assert [
        notice.occurrence_id for notice in session.scalars(select(Notice).where(Notice.cancelled_at.is_(None)))
    ] == [first.id]
    assert b"STATUS:CONFIRMED" in made.component


def test_confirmation_of_the_only_year_makes_the_whole_a_draft(session, agency, seminar) -> None:
    yearly = replace(seminar, rule="FREQ=YEARLY", per_year=True)
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), yearly)
    first = session.scalars(select(Occurrence).order_by(Occurrence.first_day)).first()
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made, first, invite=True)
    take_back(session, agency, made)
    assert (made.is_draft, made.component, first.confirmed_at) == (True, None, None)
    assert heard(session, now=NOW + MINUTE) == 0
