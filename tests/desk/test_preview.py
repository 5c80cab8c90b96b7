"""A preview counts what is later made, says it in the words of the mail, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import func, select
from support.rows import stored

from campaign.audit import Act
from campaign.calendar import planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.db import Database
from campaign.desk import decisions, notices, scheduling, splitting
from campaign.desk.splitting import Reach
from campaign.engine import rendering
from campaign.mailing import texts
from campaign.mailing.composer import Composer
from campaign.mailing.preview import Preview, consequences
from campaign.mailing.texts import Text
from campaign.models import Calendar, Event, Message, Occurrence, Reminder
from tests.desk.conftest import NOW, TRANG
from tests.support.readers import Readers

SUFFIX = ".test@example.org>"
FAR = NOW + timedelta(days=365 * 3)


@pytest.fixture
def foresee(database: Database, agency, app: Flask, config) -> Callable[..., Preview]:
    """The preview of a decision about an event, or about its occurrence on a day."""

    def look(number: int, decide: Callable[..., object], *, on: date | None = None) -> Preview:
        with database.trial() as session:
            work, event = UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number)
            one = occurrence_on(session, on) if on else None

            def taken() -> Event:
                made = decide(work, event, one) if one else decide(work, event)
                return made if isinstance(made, Event) else event

            found = consequences(work, event, one, taken)
        with database.read() as session:
            return found.preview(UnitOfWork(session, NOW, TRANG, agency), Composer(config, rendering(app)))

    return look


def occurrence_on(session, day: date) -> Occurrence:
    return session.scalars(select(Occurrence).where(Occurrence.first_day == day)).one()


@pytest.fixture
def kept(database: Database, agency) -> Callable[..., int]:
    """Stores a draft, confirmed or not, and gives its id."""

    def keep(draft, *, confirm: bool = False) -> int:
        with database.write() as session:
            event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
            if confirm:
                decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
                Readers(session).deliver(NOW)
            return event.id

    return keep


def made_later(database: Database) -> int:
    """How many messages there are once everything fell due."""
    with database.begin() as connection:
        planning.plan_due(connection, now=FAR, id_suffix=SUFFIX)
        notices.plan_due(connection, now=FAR, id_suffix=SUFFIX)
        unsent = Message.result.is_distinct_from("sent")
        return connection.scalar(select(func.count()).select_from(Message).where(unsent))


@pytest.mark.parametrize("invite", [False, True])
def test_confirmation_counts_what_is_made(database, agency, seminar, kept, foresee, *, invite: bool) -> None:
    number = kept(seminar)
    seen = foresee(number, partial(decisions.confirm, invite=invite))
    assert [mail.recipients for mail in seen.mails] == [6] * (2 + invite)
    assert seen.feeds == ("all",)
    with database.write() as session:
        event = session.get(Event, number)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=invite)
    assert made_later(database) == seen.total


def test_confirmation_of_a_series_counts_every_reminder(database, agency, weekly, kept, foresee) -> None:
    number = kept(weekly)
    seen = foresee(number, decisions.confirm)
    with database.write() as session:
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number))
        reminders = session.scalar(select(func.count()).select_from(Reminder))
    assert sum(len(mail.moments) for mail in seen.mails) == reminders > 200
    assert len(seen.mails) == 2


def test_nothing_is_left_of_a_preview(database, weekly, kept, foresee) -> None:
    number = kept(weekly, confirm=True)
    before = stored(database)
    foresee(number, partial(decisions.cancel, reason="Bão số 3", notify=True), on=date(2027, 3, 23))
    foresee(number, partial(decisions.postpone, notify=True))
    assert stored(database) == before


def test_a_preview_inside_a_writing_transaction_is_rolled_back_alone(database, agency, seminar, kept) -> None:
    number = kept(seminar, confirm=True)
    with database.write() as session:
        session.get(Event, number).title = "Tọa đàm mới"
        with database.trial(session) as tried:
            event = tried.get(Event, number)
            assert event.title == "Tọa đàm mới"
            decisions.cancel(UnitOfWork(tried, NOW, TRANG, agency), event, reason="Bão", notify=True)
    with database.read() as session:
        event = session.get(Event, number)
        assert (event.title, event.cancelled_at) == ("Tọa đàm mới", None)


def test_sample_reads_like_a_mail(seminar, kept, foresee) -> None:
    seen = foresee(kept(seminar), partial(decisions.confirm, invite=True))
    invitation, reminder = seen.mails[:2]
    assert invitation.subject == "[Giấy mời] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert reminder.subject.startswith("[Nhắc lịch] Tọa đàm kỷ niệm 8/3")
    assert "Kính gửi đồng chí Nguyễn Thị A," in invitation.text
    assert "trân trọng kính mời đồng chí tham dự" in invitation.text
    assert "Địa điểm: Hội trường, tầng 2\nThành phần: Toàn Sở\n" in invitation.text
    assert "\n\n\n\n" not in invitation.text


def test_sample_has_the_sentences_of_the_agency(database, seminar, kept, foresee) -> None:
    number = kept(seminar)
    with database.write() as session:
        own = Text(opening="Thường trực Ban kính báo:")
        texts.keep(Act(session, NOW, TRANG), "reminder", "vi", own)
    seen = foresee(number, decisions.confirm)
    assert all("Thường trực Ban kính báo:" in mail.text for mail in seen.mails)


def test_move_says_old_and_new_and_counts(database, agency, seminar, kept, foresee) -> None:
    number = kept(seminar, confirm=True)
    to = When(date(2027, 3, 18), None, time(8), time(10))
    seen = foresee(number, partial(decisions.move, occurrence=None, to=to, notify=True))
    change = seen.mails[0]
    assert change.subject == "[Thay đổi] Tọa đàm kỷ niệm 8/3 - 8h00-10h00, thứ Năm, ngày 18/3/2027"
    assert "Thời gian: 14h00-16h30, thứ Ba, ngày 16/3/2027 → 8h00-10h00, thứ Năm, ngày 18/3/2027\n" in change.text
    assert change.when == NOW + agency.window
    assert seen.stopped == 2
    with database.write() as session:
        event = session.get(Event, number)
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, None, to, notify=True)
    assert made_later(database) == seen.total == 18


def test_change_joins_the_notice_that_waits(database, agency, seminar, kept, foresee) -> None:
    number = kept(seminar, confirm=True)
    first, second = (When(date(2027, 3, day), None, time(14), time(16, 30)) for day in (18, 19))
    with database.write() as session:
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), None, first, notify=True)
    at_first = When(seminar.first, None, time(14), time(16, 30))
    onward, back = (
        foresee(number, partial(decisions.move, occurrence=None, to=to, notify=True)) for to in (second, at_first)
    )
    assert "thứ Ba, ngày 16/3/2027 → 14h00-16h30, thứ Sáu, ngày 19/3/2027" in onward.mails[0].text
    assert not any(mail.subject.startswith("[Thay đổi]") for mail in back.mails)
    with database.write() as session:
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), None, second, notify=True)
    assert made_later(database) == onward.total


def test_edit_counts_the_new_audience(database, agency, seminar, kept, foresee, house) -> None:
    number = kept(seminar, confirm=True)
    with database.read() as session:
        event = session.get(Event, number)
        draft = replace(
            scheduling.draft_of(session, event),
            group_ids=frozenset({house.committee}),
            place="Nhà A",
            own_rules=("1 day before",),
        )
        version = event.version
    edit = partial(scheduling.edit, draft=draft, version=version, notify=True)
    seen = foresee(number, edit)
    assert [mail.recipients for mail in seen.mails] == [6, 2]
    assert "Địa điểm: Hội trường, tầng 2 → Nhà A" in seen.mails[0].text
    assert "Thành phần: Toàn Sở → Ban VSTBPN" in seen.mails[0].text
    with database.write() as session:
        edit(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number))
    assert made_later(database) == seen.total


def test_move_of_one_of_a_series_counts(database, agency, weekly, kept, foresee) -> None:
    number = kept(replace(weekly, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4"), confirm=True)
    to, day = When(date(2027, 3, 25), None, time(8), time(9)), date(2027, 3, 23)
    seen = foresee(number, partial(decisions.move, to=to, notify=True), on=day)
    assert "8h00-9h00, thứ Ba, ngày 23/3/2027 → 8h00-9h00, thứ Năm, ngày 25/3/2027" in seen.mails[0].text
    assert seen.stopped == 2
    with database.write() as session:
        event, one = session.get(Event, number), occurrence_on(session, day)
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, one, to, notify=True)
    assert made_later(database) == seen.total == 2 + 8 * 2


@pytest.mark.parametrize("reach", list(Reach))
@pytest.mark.parametrize("values", [{"title": "Họp mới"}, {"first": date(2027, 3, 31), "last": date(2027, 3, 31)}])
def test_edit_of_a_part_counts(database, agency, weekly, kept, foresee, reach: Reach, values: dict) -> None:
    number, day = kept(replace(weekly, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4"), confirm=True), date(2027, 3, 30)
    with database.read() as session:
        event = session.get(Event, number)
        draft = replace(scheduling.draft_of(session, event, occurrence_on(session, day)), **values)
        version = event.version
    edit = partial(splitting.edit_from, draft=draft, version=version, reach=reach, notify=True)
    seen = foresee(number, lambda work, _event, one: edit(work, one), on=day)
    with database.write() as session:
        edit(UnitOfWork(session, NOW, TRANG, agency), occurrence_on(session, day))
    assert seen.mails[0].subject.startswith("[Thay đổi] ")
    assert made_later(database) == seen.total == 2 + 8 * 2
    moved = {Reach.ONE: 2, Reach.LATER: 4, Reach.ALL: 8}
    assert seen.stopped == (moved[reach] if "first" in values else 0)


def test_cancellation_counts_and_stops(database, agency, seminar, kept, foresee) -> None:
    number = kept(seminar, confirm=True)
    seen, quiet = (
        foresee(number, partial(decisions.cancel, reason="Bão số 3", notify=notify)) for notify in (True, False)
    )
    assert (quiet.mails, quiet.stopped) == ((), 2)
    assert seen.mails[0].subject == "[Hủy] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert "Lý do: Bão số 3" in seen.mails[0].text
    with database.write() as session:
        event = session.get(Event, number)
        decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão số 3", notify=True)
    assert made_later(database) == seen.total == 6


def test_postponement_says_so(database, agency, seminar, kept, foresee) -> None:
    number = kept(seminar, confirm=True)
    seen = foresee(number, partial(decisions.postpone, notify=True))
    assert seen.mails[0].subject == "[Hoãn] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert seen.stopped == 2
    with database.write() as session:
        decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), notify=True)
    assert made_later(database) == seen.total == 6


def test_preview_names_calendars_and_conflicts(database, seminar, kept, foresee) -> None:
    kept(seminar, confirm=True)
    number = kept(replace(seminar, title="Hội thảo"))
    with database.write() as session:
        session.add(Calendar(slug="toa-dam", title="Lịch tọa đàm", kinds=["seminar"], groups=[], created_at=NOW))
        session.add(Calendar(slug="hop", title="Lịch họp", kinds=["meeting"], groups=[], created_at=NOW))
    seen = foresee(number, decisions.confirm)
    assert seen.feeds == ("all", "Lịch tọa đàm")
    assert {caution.kind for caution in seen.warnings} == {"room", "speaker", "audience"}
