"""A preview counts what is later made, says it in the words of the mail, and never writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from campaign.audit import Act
from campaign.calendar import planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.db import Database
from campaign.desk import decisions, notices, scheduling, splitting
from campaign.desk.splitting import Reach
from campaign.engine import rendering
from campaign.mailing import preview, seriespreview, texts
from campaign.mailing.composer import Composer
from campaign.mailing.texts import Text
from campaign.models import Calendar, Event, Message, Occurrence, Reminder
from tests.desk.conftest import NOW, TRANG

SUFFIX = ".test@example.org>"
FAR = NOW + timedelta(days=365 * 3)


@pytest.fixture
def letters(app: Flask, config) -> Composer:
    return Composer(config, rendering(app))


@pytest.fixture
def kept(database: Database, agency) -> Callable[..., int]:
    """Stores a draft, confirmed or not, and gives its id."""

    def keep(draft, *, confirm: bool = False) -> int:
        with database.write() as session:
            event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
            if confirm:
                decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
            return event.id

    return keep


def made_later(database: Database) -> int:
    """How many messages there are once everything fell due."""
    with database.begin() as connection:
        planning.plan_due(connection, now=FAR, id_suffix=SUFFIX)
        notices.plan_due(connection, now=FAR, id_suffix=SUFFIX)
        return connection.scalar(select(func.count()).select_from(Message))


@pytest.mark.parametrize("invite", [False, True])
def test_confirmation_counts_what_is_made(database, agency, seminar, kept, letters, *, invite: bool) -> None:
    number = kept(seminar)
    with database.read() as session:
        event = session.get(Event, number)
        seen = preview.of_confirmation(session, event, agency=agency, now=NOW, letters=letters, invite=invite)
    assert [mail.recipients for mail in seen.mails] == [6] * (2 + invite)
    assert seen.feeds == ("all",)
    with database.write() as session:
        event = session.get(Event, number)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=invite)
    assert made_later(database) == seen.total


def test_confirmation_of_a_series_counts_every_reminder(database, agency, weekly, kept, letters) -> None:
    number = kept(weekly)
    with database.read() as session:
        seen = preview.of_confirmation(session, session.get(Event, number), agency=agency, now=NOW, letters=letters)
    with database.write() as session:
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number))
        reminders = session.scalar(select(func.count()).select_from(Reminder))
    assert sum(len(mail.moments) for mail in seen.mails) == reminders > 200
    assert len(seen.mails) == 2


def test_sample_reads_like_a_mail(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar)
    with database.read() as session:
        seen = preview.of_confirmation(
            session, session.get(Event, number), agency=agency, now=NOW, letters=letters, invite=True
        )
    invitation, reminder = seen.mails[:2]
    assert invitation.subject == "[Giấy mời] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert reminder.subject.startswith("[Nhắc lịch] Tọa đàm kỷ niệm 8/3")
    assert "Kính gửi đồng chí Nguyễn Thị A," in invitation.text
    assert "trân trọng kính mời đồng chí tham dự" in invitation.text
    assert "Địa điểm: Hội trường, tầng 2\nThành phần: Toàn Sở\n" in invitation.text
    assert "\n\n\n\n" not in invitation.text


def test_sample_has_the_sentences_of_the_agency(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar)
    with database.write() as session:
        own = Text(opening="Thường trực Ban kính báo:")
        texts.keep(Act(session, NOW, TRANG), "reminder", "vi", own)
    with database.read() as session:
        event = session.get(Event, number)
        seen = preview.of_confirmation(session, event, agency=agency, now=NOW, letters=letters)
    assert all("Thường trực Ban kính báo:" in mail.text for mail in seen.mails)


def test_move_says_old_and_new_and_counts(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar, confirm=True)
    to = When(date(2027, 3, 18), None, time(8), time(10))
    with database.read() as session:
        event = session.get(Event, number)
        seen = preview.of_move(session, event, None, to, agency=agency, now=NOW, letters=letters, notify=True)
    change = seen.mails[0]
    assert change.subject == "[Thay đổi] Tọa đàm kỷ niệm 8/3 - 8h00-10h00, thứ Năm, ngày 18/3/2027"
    assert "Thời gian: 14h00-16h30, thứ Ba, ngày 16/3/2027 → 8h00-10h00, thứ Năm, ngày 18/3/2027\n" in change.text
    assert change.when == NOW + agency.window
    assert seen.stopped == 2
    with database.write() as session:
        event = session.get(Event, number)
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, None, to, notify=True)
    assert made_later(database) == seen.total == 18


def test_change_joins_the_notice_that_waits(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar, confirm=True)
    first, second = (When(date(2027, 3, day), None, time(14), time(16, 30)) for day in (18, 19))
    options = {"agency": agency, "now": NOW, "notify": True}
    with database.write() as session:
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), None, first, notify=True)
    with database.read() as session:
        event = session.get(Event, number)
        onward = preview.of_move(session, event, None, second, letters=letters, **options)
        back = preview.of_move(
            session, event, None, When(seminar.first, None, time(14), time(16, 30)), letters=letters, **options
        )
    assert "thứ Ba, ngày 16/3/2027 → 14h00-16h30, thứ Sáu, ngày 19/3/2027" in onward.mails[0].text
    assert not any(mail.subject.startswith("[Thay đổi]") for mail in back.mails)
    with database.write() as session:
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), None, second, notify=True)
    assert made_later(database) == onward.total


def test_edit_counts_the_new_audience(database, agency, seminar, kept, letters, house) -> None:
    number = kept(seminar, confirm=True)
    with database.read() as session:
        event = session.get(Event, number)
        draft = replace(
            scheduling.draft_of(session, event),
            group_ids=frozenset({house.committee}),
            place="Nhà A",
            own_rules=("1 day before",),
        )
        seen = preview.of_edit(session, event, draft, agency=agency, now=NOW, letters=letters, notify=True)
        version = event.version
    assert [mail.recipients for mail in seen.mails] == [2, 2]
    assert "Địa điểm: Hội trường, tầng 2 → Nhà A" in seen.mails[0].text
    assert "Thành phần: Toàn Sở → Ban VSTBPN" in seen.mails[0].text
    with database.write() as session:
        event = session.get(Event, number)
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=version, notify=True)
    assert made_later(database) == seen.total


def test_move_of_one_of_a_series_counts(database, agency, weekly, kept, letters) -> None:
    number = kept(replace(weekly, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4"), confirm=True)
    to = When(date(2027, 3, 25), None, time(8), time(9))
    with database.read() as session:
        event = session.get(Event, number)
        one = session.scalars(select(Occurrence).where(Occurrence.first_day == date(2027, 3, 23))).one()
        seen = preview.of_move(session, event, one, to, agency=agency, now=NOW, letters=letters, notify=True)
    assert "8h00-9h00, thứ Ba, ngày 23/3/2027 → 8h00-9h00, thứ Năm, ngày 25/3/2027" in seen.mails[0].text
    assert seen.stopped == 2
    with database.write() as session:
        event, one = session.get(Event, number), session.get(Occurrence, one.id)
        decisions.move(UnitOfWork(session, NOW, TRANG, agency), event, one, to, notify=True)
    assert made_later(database) == seen.total == 2 + 8 * 2


@pytest.mark.parametrize("reach", list(Reach))
@pytest.mark.parametrize("values", [{"title": "Họp mới"}, {"first": date(2027, 3, 31), "last": date(2027, 3, 31)}])
def test_edit_of_a_part_counts(database, agency, weekly, kept, letters, reach: Reach, values: dict) -> None:
    number = kept(replace(weekly, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4"), confirm=True)
    options = {"agency": agency, "now": NOW, "notify": True, "reach": reach}
    with database.read() as session:
        event = session.get(Event, number)
        one = session.scalars(select(Occurrence).where(Occurrence.first_day == date(2027, 3, 30))).one()
        draft = replace(scheduling.draft_of(session, event, one), **values)
        seen = seriespreview.of_edit_from(session, event, one, draft, letters=letters, **options)
        version = event.version
    with database.write() as session:
        event, one = session.get(Event, number), session.get(Occurrence, one.id)
        work = UnitOfWork(session, NOW, TRANG, agency)
        splitting.edit_from(work, event, one, draft, version=version, reach=reach, notify=True)
    assert seen.mails[0].subject.startswith("[Thay đổi] ")
    assert made_later(database) == seen.total == 2 + 8 * 2
    moved = {Reach.ONE: 2, Reach.LATER: 4, Reach.ALL: 8}
    assert seen.stopped == (moved[reach] if "first" in values else 0)


def test_cancellation_counts_and_stops(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar, confirm=True)
    with database.read() as session:
        event = session.get(Event, number)
        seen = preview.of_cancellation(
            session, event, reason="Bão số 3", agency=agency, now=NOW, letters=letters, notify=True
        )
        quiet = preview.of_cancellation(
            session, event, reason="Bão số 3", agency=agency, now=NOW, letters=letters, notify=False
        )
    assert (quiet.mails, quiet.stopped) == ((), 2)
    assert seen.mails[0].subject == "[Hủy] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert "Lý do: Bão số 3" in seen.mails[0].text
    with database.write() as session:
        event = session.get(Event, number)
        decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão số 3", notify=True)
    assert made_later(database) == seen.total == 6


def test_postponement_says_so(database, agency, seminar, kept, letters) -> None:
    number = kept(seminar, confirm=True)
    with database.read() as session:
        event = session.get(Event, number)
        seen = preview.of_postponement(session, event, agency=agency, now=NOW, letters=letters, notify=True)
    assert seen.mails[0].subject == "[Thay đổi] Tọa đàm kỷ niệm 8/3 - chưa xác định ngày"
    assert "→ chưa xác định (hoãn)" in seen.mails[0].text
    assert seen.stopped == 2
    with database.write() as session:
        decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number), notify=True)
    assert made_later(database) == seen.total == 6


def test_preview_names_calendars_and_conflicts(database, agency, seminar, kept, letters) -> None:
    kept(seminar, confirm=True)
    number = kept(replace(seminar, title="Hội thảo"))
    with database.write() as session:
        session.add(Calendar(slug="toa-dam", title="Lịch tọa đàm", kinds=["seminar"], groups=[], created_at=NOW))
        session.add(Calendar(slug="hop", title="Lịch họp", kinds=["meeting"], groups=[], created_at=NOW))
    with database.read() as session:
        seen = preview.of_confirmation(session, session.get(Event, number), agency=agency, now=NOW, letters=letters)
    assert seen.feeds == ("all", "Lịch tọa đàm")
    assert {caution.kind for caution in seen.warnings} == {"room", "speaker", "audience"}
