"""Confirm, move, postpone, call off, take back: each a dated fact with its history and at most one notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import changes, planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import Draft
from campaign.calendar.when import When
from campaign.desk import decisions, notices, scheduling
from campaign.desk.decisions import Theme
from campaign.errors import Conflict, InvalidInput
from campaign.models import Event, Member, Message, Occurrence, Reminder, ReminderRule
from campaign.reason import CancelCause
from tests.desk.conftest import HUNG, NOW, TRANG
from tests.support.readers import SUFFIX, Readers, open_notices

MINUTE = timedelta(minutes=1)


def confirmed(session, agency, draft: Draft, **options) -> Event:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, **options)
    return event


def occurrence_of(session, event: Event) -> Occurrence:
    return session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).first()


def invited(session, agency, draft: Draft) -> tuple[Event, Readers]:
    """Confirmed, and everybody has the invitation."""
    event, readers = confirmed(session, agency, draft, invite=True), Readers(session)
    assert {mail.mail for mail in readers.deliver(NOW)} == {"invitation"}
    return event, readers


def messages(session) -> int:
    return session.scalar(select(func.count()).select_from(Message))


def edit(session, agency, event: Event, *, now=NOW, notify: bool = True, **values) -> None:
    draft = replace(scheduling.draft_of(session, event), **values)
    scheduling.edit(UnitOfWork(session, now, TRANG, agency), event, draft, version=event.version, notify=notify)


def test_confirm_once(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    assert decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event) is True
    assert decisions.confirm(UnitOfWork(session, NOW + MINUTE, HUNG, agency), event) is False
    assert (event.confirmed_at, event.confirmed_by) == (NOW, TRANG.name)
    assert [act.verb for act in audit.of(session, "event", event.id)] == ["confirm", "create"]
    assert b"STATUS:CONFIRMED" in event.component
    assert len(session.scalars(select(Reminder)).all()) == 2
    assert open_notices(session) == []


def test_confirm_with_invitation(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar, invite=True)
    (notice,) = open_notices(session)
    assert (notice.kind, notice.event_id, notice.due_at) == ("invitation", event.id, NOW)
    assert notices.plan_due(session.connection(), now=NOW, id_suffix=SUFFIX) == 6
    assert notices.plan_due(session.connection(), now=NOW, id_suffix=SUFFIX) == 0
    first = session.scalars(select(Message).order_by(Message.member_id)).first()
    assert first.message_id == f"<n{notice.id}.{first.member_id}{SUFFIX}"
    assert first.useful_until == occurrence_of(session, event).ends_at


def test_edits_within_the_window_are_one_notice(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    edit(session, agency, event, start=time(8), end=time(10))
    edit(session, agency, event, now=NOW + 5 * MINUTE, place="Nhà A")
    edit(session, agency, event, now=NOW + 8 * MINUTE, start=time(9), end=time(11))
    assert [notice.due_at for notice in open_notices(session)] == [NOW, NOW + 18 * MINUTE]
    assert readers.deliver(NOW + 17 * MINUTE) == []
    mails = readers.deliver(NOW + 18 * MINUTE)
    assert len(mails) == 6
    assert mails[0].told == {
        "Thời gian": ("14h00-16h30, thứ Ba, ngày 16/3/2027", "9h00-11h00, thứ Ba, ngày 16/3/2027"),
        "Địa điểm": ("Hội trường, tầng 2", "Nhà A"),
    }


def test_edit_after_the_window_is_another_notice(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    edit(session, agency, event, place="Nhà A")
    readers.deliver(NOW + 10 * MINUTE)
    edit(session, agency, event, now=NOW + 11 * MINUTE, place="Nhà B")
    assert readers.deliver(NOW + 21 * MINUTE)[0].told == {"Địa điểm": ("Nhà A", "Nhà B")}


def test_window_does_not_move_for_ever(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar)
    for minute in range(0, 70, 7):
        edit(session, agency, event, now=NOW + minute * MINUTE, place=f"Nhà {minute}")
    (notice,) = open_notices(session)
    assert notice.due_at == NOW + 60 * MINUTE


def test_change_back_is_not_told(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar)
    edit(session, agency, event, place="Nhà A")
    edit(session, agency, event, place="Hội trường, tầng 2")
    assert open_notices(session) == []


def test_tell_nobody_makes_no_notice(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar)
    edit(session, agency, event, notify=False, place="Nhà A")
    assert open_notices(session) == []


def test_silent_edit_keeps_a_waiting_notice_true(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    edit(session, agency, event, place="Nhà A")
    edit(session, agency, event, notify=False, place="Nhà B")
    assert readers.deliver(NOW + 10 * MINUTE)[0].told == {"Địa điểm": ("Hội trường, tầng 2", "Nhà B")}


def test_silent_edit_is_told_with_the_next_change(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    edit(session, agency, event, notify=False, place="Nhà A")
    assert readers.deliver(NOW + 10 * MINUTE) == []
    edit(session, agency, event, now=NOW + 11 * MINUTE, title="Tọa đàm 8/3")
    assert readers.deliver(NOW + 21 * MINUTE)[0].told == {
        "Địa điểm": ("Hội trường, tầng 2", "Nhà A"),
        "Tên": ("Tọa đàm kỷ niệm 8/3", "Tọa đàm 8/3"),
    }


@pytest.mark.parametrize(
    "values", [{"capacity": 40}, {"cost_estimate": Decimal(10)}, {"own_rules": ("1 hour before",)}]
)
def test_organizers_own_affairs_are_not_told(session, agency, seminar, values: dict) -> None:
    event = confirmed(session, agency, seminar)
    edit(session, agency, event, **values)
    assert open_notices(session) == []


def test_draft_and_past_are_not_told(session, agency, seminar) -> None:
    draft = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    edit(session, agency, draft, place="Nhà A")
    past = confirmed(session, agency, replace(seminar, first=date(2027, 2, 2)))
    edit(session, agency, past, place="Nhà A")
    assert open_notices(session) == []


def test_notice_comes_before_the_start(session, agency, seminar) -> None:
    soon = replace(seminar, first=date(2027, 3, 1), start=time(8, 4), end=time(9))
    event = confirmed(session, agency, soon)
    edit(session, agency, event, place="Nhà A")
    assert open_notices(session)[0].due_at == NOW + 4 * MINUTE


def test_member_who_was_reminded_and_left_the_audience_is_told(session, agency, seminar, house) -> None:
    event, readers = confirmed(session, agency, seminar), Readers(session)
    assert len(readers.deliver(NOW + timedelta(days=12))) == 6
    later = NOW + timedelta(days=13)
    edit(session, agency, event, now=later, group_ids=frozenset({house.committee}), start=time(15))
    (notice,) = open_notices(session)
    work = UnitOfWork(session, later, TRANG, agency)
    assert [(each.number, each.mail) for each in notices.readers(work, event, None, since=notice.facts)] == [
        (6, "change")
    ]
    mails = readers.deliver(later + 10 * MINUTE)
    assert len(mails) == 6
    assert mails[0].told["Thành phần"] == ("Toàn Sở", "Ban VSTBPN")


def test_invitation_goes_to_the_audience_alone(session, agency, seminar, house) -> None:
    event = confirmed(session, agency, seminar, invite=True)
    notices.plan_due(session.connection(), now=NOW, id_suffix=SUFFIX)
    session.execute(Message.__table__.update().values(result="sent", settled_at=NOW))
    edit(session, agency, event, notify=False, group_ids=frozenset({house.committee}))
    notices.note_invitation(UnitOfWork(session, NOW + MINUTE, TRANG, agency), event)
    assert notices.plan_due(session.connection(), now=NOW + MINUTE, id_suffix=SUFFIX) == 2


def test_unsubscribed_member_gets_a_settled_row(session, agency, seminar, house) -> None:
    event = confirmed(session, agency, seminar)
    changes.unsubscribe(Act(session, NOW, PROGRAM), session.get(Member, house.members[0]))
    changes.leave(Act(session, NOW, PROGRAM), session.get(Member, house.members[1]))
    edit(session, agency, event, place="Nhà A")
    assert notices.plan_due(session.connection(), now=NOW + 10 * MINUTE, id_suffix=SUFFIX) == 5
    results = session.execute(select(Message.result, func.count()).group_by(Message.result)).all()
    assert sorted(results, key=str) == sorted([("suppressed", 1), (None, 4)], key=str)


def test_cancel_sends_one_notice_and_stops_the_rest(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    edit(session, agency, event, place="Nhà A")
    assert decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão số 3", notify=True) is True
    assert decisions.cancel(UnitOfWork(session, NOW, HUNG, agency), event, reason="Mưa", notify=True) is False
    _invitation, notice = open_notices(session)
    assert (notice.kind, notice.text, notice.due_at) == ("cancellation", "Bão số 3", NOW + 10 * MINUTE)
    live = select(Reminder).where(Reminder.cancelled_at.is_(None))
    assert session.scalars(live).all() == []
    assert readers.deliver(NOW + 9 * MINUTE) == []
    mails = readers.deliver(NOW + 10 * MINUTE)
    assert [(mail.mail, mail.facts.place, mail.reason) for mail in mails] == 6 * [
        ("cancellation", "Hội trường, tầng 2", "Bão số 3")
    ]
    assert b"STATUS:CANCELLED" in event.component


def test_cancel_takes_back_mails_that_wait(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar, invite=True)
    notices.plan_due(session.connection(), now=NOW, id_suffix=SUFFIX)
    decisions.cancel(UnitOfWork(session, NOW + MINUTE, TRANG, agency), event, reason="Bão", notify=False)
    assert set(session.scalars(select(Message.result))) == {"suppressed"}


def test_cancel_needs_a_reason(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar)
    with pytest.raises(InvalidInput, match="lý do"):
        decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason=" ", notify=True)


def test_reopened_event_is_as_it_was_before(session, agency, seminar) -> None:
    """It was a draft until now; then those who had read of the cancellation never learnt that it is on again."""
    event = confirmed(session, agency, seminar)
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão", notify=True)
    work = UnitOfWork(session, NOW + MINUTE, TRANG, agency)
    assert decisions.reopen(work, event, notify=True) is True
    assert decisions.reopen(work, event, notify=True) is False
    assert (event.confirmed_at, event.cancelled_at, open_notices(session)) == (NOW, None, [])
    live = select(func.count()).select_from(Reminder).where(Reminder.cancelled_at.is_(None))
    assert session.scalar(live) == 2
    draft = scheduling.create(work, seminar)
    decisions.cancel(work, draft, reason="Bão", notify=True)
    decisions.reopen(work, draft, notify=True)
    assert (draft.is_draft, draft.cancelled_at) == (True, None)


@pytest.fixture
def called_off(session, agency, weekly) -> tuple[Event, Occurrence]:
    event = confirmed(session, agency, weekly)
    second = session.scalars(select(Occurrence).order_by(Occurrence.first_day).limit(2)).all()[1]
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, second, reason="Nghỉ", notify=True)
    return event, second


def live_reminders(session, occurrence: Occurrence) -> int:
    rows = select(func.count()).select_from(Reminder).where(Reminder.occurrence_id == occurrence.id)
    return session.scalar(rows.where(Reminder.cancelled_at.is_(None)))


def test_reopened_occurrence_is_as_it_was_and_nobody_hears_if_nobody_was_told(session, agency, called_off) -> None:
    event, second = called_off
    assert (live_reminders(session, second), b"EXDATE" in event.component) == (0, True)
    work = UnitOfWork(session, NOW + MINUTE, TRANG, agency)
    assert decisions.reopen(work, event, second, notify=True) is True
    assert decisions.reopen(work, event, second, notify=True) is False
    assert (second.cancelled_at, second.confirmed_at is not None, open_notices(session)) == (None, True, [])
    assert live_reminders(session, second) > 0
    assert (event.cancelled_at, event.is_draft, b"EXDATE" in event.component) == (None, False, False)
    assert audit.last(session, scheduling.SUBJECT, event.id).new["occurrence"] == second.original_day.isoformat()


def test_who_was_told_that_an_occurrence_is_off_is_told_that_it_is_on_again(session, agency, weekly) -> None:
    event, readers = invited(session, agency, weekly)
    second = session.scalars(select(Occurrence).order_by(Occurrence.first_day).limit(2)).all()[1]
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, second, reason="Nghỉ", notify=True)
    assert {mail.mail for mail in readers.deliver(NOW + 10 * MINUTE)} == {"cancellation"}
    event, second = session.get(Event, event.id), session.get(Occurrence, second.id)
    decisions.reopen(UnitOfWork(session, NOW + 11 * MINUTE, TRANG, agency), event, second, notify=True)
    (mail, *_others) = readers.deliver(NOW + 21 * MINUTE)
    assert (mail.mail, mail.told) == (
        "change",
        {"Buổi 23/3/2027": ("không tổ chức (Nghỉ)", "8h00-9h00, thứ Ba, ngày 23/3/2027")},
    )


def test_occurrence_that_the_series_left_out_is_not_reopened(session, agency, called_off) -> None:
    event, second = called_off
    second.cancel_cause = CancelCause.SERIES
    with pytest.raises(InvalidInput, match="quy tắc lặp lại"):
        decisions.reopen(UnitOfWork(session, NOW + MINUTE, TRANG, agency), event, second, notify=True)


def test_move_tells_old_and_new_and_moves_sequence_once(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    occurrence = occurrence_of(session, event)
    to = When(date(2027, 3, 18), None, time(8), time(10))
    assert decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, occurrence, to, notify=True) is True
    assert decisions.move(UnitOfWork(session, NOW, HUNG, agency), event, occurrence, to, notify=True) is False
    assert readers.deliver(NOW + 10 * MINUTE)[0].told["Thời gian"] == (
        "14h00-16h30, thứ Ba, ngày 16/3/2027",
        "8h00-10h00, thứ Năm, ngày 18/3/2027",
    )
    assert event.sequence == 1
    assert [one.id for one in session.scalars(select(Occurrence))] == [occurrence.id]
    dues = {reminder.due_at.date() for reminder in session.scalars(select(Reminder))}
    assert dues == {date(2027, 3, 15), date(2027, 3, 17)}


def test_move_of_one_of_a_series(session, agency, weekly) -> None:
    event, readers = invited(session, agency, weekly)
    occurrence = session.scalars(select(Occurrence).where(Occurrence.first_day == date(2027, 3, 23))).one()
    to = When(date(2027, 3, 24), None, time(8), time(9))
    decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, occurrence, to, notify=True)
    assert readers.deliver(NOW + 10 * MINUTE)[0].told == {
        "Buổi 23/3/2027": ("8h00-9h00, thứ Ba, ngày 23/3/2027", "8h00-9h00, thứ Tư, ngày 24/3/2027")
    }
    assert (occurrence.original_day, occurrence.first_day) == (date(2027, 3, 23), date(2027, 3, 24))
    with pytest.raises(InvalidInput, match="chọn lần"):
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, None, to, notify=True)


def test_move_gives_an_unscheduled_event_its_day(session, agency, seminar) -> None:
    event = scheduling.create(
        UnitOfWork(session, NOW, TRANG, agency), replace(seminar, first=None, start=None, end=None)
    )
    decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, None, When(date(2027, 4, 6)), notify=True)
    assert (event.first_day, occurrence_of(session, event).first_day) == (date(2027, 4, 6), date(2027, 4, 6))


def test_move_with_an_old_version_is_refused(session, agency, seminar) -> None:
    event = confirmed(session, agency, seminar)
    version = event.version
    edit(session, agency, event, place="Nhà A")
    with pytest.raises(Conflict, match="địa điểm"):
        decisions.move(
            UnitOfWork(session, NOW, HUNG, agency),
            event,
            occurrence_of(session, event),
            When(date(2027, 4, 6)),
            notify=True,
            version=version,
        )


def test_postpone_without_a_date(session, agency, seminar) -> None:
    event, readers = invited(session, agency, seminar)
    assert decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), event, notify=True) is True
    assert decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), event, notify=True) is False
    assert (event.is_scheduled, event.is_draft, event.postponed_at, event.component) == (False, False, NOW, None)
    assert session.scalars(select(Reminder)).all() == []
    mails = readers.deliver(NOW + 10 * MINUTE)
    assert [(mail.mail, mail.facts.when) for mail in mails] == 6 * [
        ("postponement", "14h00-16h30, thứ Ba, ngày 16/3/2027")
    ]
    decisions.move(
        UnitOfWork(session, NOW + 20 * MINUTE, TRANG, agency), event, None, When(date(2027, 4, 6)), notify=True
    )
    assert event.postponed_at is None
    assert readers.deliver(NOW + 30 * MINUTE)[0].told == {"Thời gian": ("", "thứ Ba, ngày 06/4/2027")}


def test_cancelling_what_was_put_off_tells_those_who_knew(session, agency, seminar) -> None:
    for confirm, told in ((True, ["invitation", "postponement", "cancellation"]), (False, [])):
        event, readers = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar), Readers(session)
        if confirm:
            decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
            readers.deliver(NOW)
        decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), event, notify=True)
        readers.deliver(NOW + 10 * MINUTE)
        decisions.cancel(UnitOfWork(session, NOW + 20 * MINUTE, TRANG, agency), event, reason="Bão", notify=True)
        readers.deliver(NOW + 30 * MINUTE)
        assert [mail.mail for mail in readers.mails if mail.member == 1] == told


def test_one_year_is_confirmed_and_given_its_theme(session, agency, seminar) -> None:
    month = replace(
        seminar,
        kind="campaign",
        title="Tháng hành động",
        first=date(2026, 11, 15),
        last=date(2026, 12, 15),
        start=None,
        end=None,
        rule="FREQ=YEARLY",
        per_year=True,
    )
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), month)
    with pytest.raises(InvalidInput, match="chọn năm"):
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    this, following = session.scalars(
        select(Occurrence).where(Occurrence.first_day > date(2027, 1, 1)).order_by(Occurrence.first_day).limit(2)
    ).all()
    decisions.give_theme(
        UnitOfWork(session, NOW, TRANG, agency), event, this, Theme("Chung tay", slogans=[" Một ", ""])
    )
    assert decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, this, invite=True) is True
    assert decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, this) is False
    assert (this.theme, this.slogans, following.theme, following.confirmed_at) == ("Chung tay", ["Một"], "", None)
    assert "Chung tay" in event.component.decode().replace("\r\n ", "")
    readers = Readers(session)
    assert len(readers.deliver(NOW)) == 6
    decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), event, this, Theme("Cùng nhau"), notify=True)
    (mail, *_others) = readers.deliver(NOW + 10 * MINUTE)
    assert mail.told == {"Chủ đề": ("Chung tay", "Cùng nhau"), "Khẩu hiệu": ("Một", "")}


def test_one_of_a_series_is_called_off(session, agency, weekly) -> None:
    event, readers = invited(session, agency, weekly)
    first, second = session.scalars(select(Occurrence).order_by(Occurrence.first_day).limit(2)).all()
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, second, reason="Nghỉ", notify=True)
    assert (event.cancelled_at, first.cancelled_at, second.cancelled_at) == (None, None, NOW)
    (mail, *_others) = readers.deliver(NOW + 10 * MINUTE)
    assert (mail.mail, mail.facts.when, mail.reason) == ("cancellation", "8h00-9h00, thứ Ba, ngày 23/3/2027", "Nghỉ")
    assert b"EXDATE" in event.component


@pytest.mark.parametrize("minutes", [0, 5, 9])
@pytest.mark.parametrize("reminding", [False, True])
def test_confirmed_and_cancelled_before_the_tick_nobody_hears_of_either(
    session, agency, seminar, minutes, reminding
) -> None:
    """Defect 21: an invitation that never left needs no cancellation after it."""
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    if reminding:
        made.own_rules = True
        session.add(ReminderRule(event_id=made.id, lead="10 minutes before"))
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made, invite=True)
    later = NOW + timedelta(minutes=minutes)
    decisions.cancel(UnitOfWork(session, later, TRANG, agency), made, reason="Bão số 3", notify=True)
    session.flush()
    planned = 0
    for hours in (0, 1, 24, 24 * 30):
        moment = later + timedelta(hours=hours)
        planned += notices.plan_due(session.connection(), now=moment, id_suffix=".t@example.org>")
        planned += planning.plan_due(session.connection(), now=moment, id_suffix=".t@example.org>")
    assert session.scalars(select(Message).where(Message.result.is_(None))).all() == []
    assert planned == 0
