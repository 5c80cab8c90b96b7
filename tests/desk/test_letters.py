"""From an act at the desk to the mail in its reader's hands, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale
from support import rows

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.desk import conflicts, decisions, scheduling, splitting
from campaign.engine import Engine
from campaign.errors import Conflict
from campaign.models import Event, Member, Notice, Occurrence
from campaign.models.message import ANNOUNCEMENT
from campaign.sending.reconciliation import GRACE, reconcile
from campaign.translations import translations
from campaign.web.forms import said
from tests.desk.conftest import HUNG, NOW, TODAY, TRANG

MINUTE = timedelta(minutes=1)


@pytest.fixture
def tick(app: Flask, config, database) -> Callable[[datetime], dict[str, EmailMessage]]:
    """The program started at a moment, a folder for a mail server: gives the mails that go out then, by address."""
    folder = config.path(config.mail.folder)
    seen: set[Path] = set()

    def run(now: datetime) -> dict[str, EmailMessage]:
        engine = Engine(app, config, database, now=lambda: now)
        engine._clockwork.plan()
        engine._clockwork.deliver()
        engine.stop()
        new = set(folder.rglob("*.eml")) - seen
        seen.update(new)
        mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in new]
        return {mail["To"].addresses[0].addr_spec: mail for mail in mails}

    return run


@pytest.fixture
def number(database, agency, seminar, house) -> int:
    with database.write() as session:
        session.get(Member, house.members[1]).language = "en"
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
        return event.id


def text(mail: EmailMessage) -> str:
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def html(mail: EmailMessage) -> str:
    return mail.get_body(("html",)).get_content()


def test_invitation_change_and_cancellation_arrive(database, agency, number, tick) -> None:
    invited = tick(NOW)
    assert len(invited) == 6
    assert invited["m0@example.org"]["Subject"] == (
        "[Giấy mời] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    )
    assert invited["m1@example.org"]["Subject"].startswith("[Invitation] Tọa đàm kỷ niệm 8/3 - 14:00-16:30, Tuesday")
    assert invited["m0@example.org"]["Message-ID"].startswith("<n")

    with database.write() as session:
        event = session.get(Event, number)
        to = When(date(2027, 3, 18), None, time(8), time(10))
        decisions.move(UnitOfWork(session, NOW + MINUTE, TRANG, agency), event, None, to, notify=True)
    assert tick(NOW + 5 * MINUTE) == {}
    changed = tick(NOW + 11 * MINUTE)
    assert len(changed) == 6
    line = "14h00-16h30, thứ Ba, ngày 16/3/2027 → 8h00-10h00, thứ Năm, ngày 18/3/2027"
    assert f"Thời gian: {line}\n" in text(changed["m0@example.org"])
    assert "<del" in html(changed["m0@example.org"])
    assert "Time: 14:00-16:30, Tuesday, 16 Mar 2027 → 08:00-10:00" in text(changed["m1@example.org"])

    with database.write() as session:
        event = session.get(Event, number)
        decisions.cancel(UnitOfWork(session, NOW + 20 * MINUTE, TRANG, agency), event, reason="Bão số 3", notify=True)
    assert tick(NOW + 20 * MINUTE) == {}
    gone = tick(NOW + 30 * MINUTE)
    assert len(gone) == 6
    assert gone["m0@example.org"]["Subject"] == "[Hủy] Tọa đàm kỷ niệm 8/3 - 8h00-10h00, thứ Năm, ngày 18/3/2027"
    assert "Lý do: Bão số 3" in text(gone["m0@example.org"])
    assert "Reason: Bão số 3" in text(gone["m1@example.org"])
    assert tick(NOW + timedelta(days=30)) == {}


def test_postponement_has_a_subject_a_reason_and_a_close_of_its_own(database, agency, number, tick) -> None:
    tick(NOW)
    with database.write() as session:
        work = UnitOfWork(session, NOW, TRANG, agency)
        decisions.postpone(work, session.get(Event, number), notify=True, reason="Chờ ý kiến Sở;  báo sau")
    mail = tick(NOW + 10 * MINUTE)["m0@example.org"]
    assert mail["Subject"] == "[Hoãn] Tọa đàm kỷ niệm 8/3 - 14h00-16h30, thứ Ba, ngày 16/3/2027"
    assert "Lý do: Chờ ý kiến Sở;  báo sau\n" in text(mail)
    assert "Thời gian đã báo: 14h00-16h30, thứ Ba, ngày 16/3/2027" in text(mail)
    for words in ("sắp xếp thời gian tham gia", "thêm vào lịch"):
        assert words not in text(mail)
        assert words not in html(mail)


def test_every_told_field_has_words(database, agency, seminar, house, tick) -> None:
    with database.write() as session:
        draft = replace(seminar, rule="FREQ=WEEKLY;BYDAY=TU;COUNT=3")
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
        number = event.id
    tick(NOW)
    with database.write() as session:
        event = session.get(Event, number)
        changed = replace(
            scheduling.draft_of(session, event),
            title="Tọa đàm <b>",
            place="Nhà A",
            online_url="https://hop.example.org/1",
            speakers=("Bà Trần Thị C",),
            group_ids=frozenset({house.committee}),
            preparation="Tài liệu",
            description="Chương trình mới.",
            register_by=date(2027, 3, 10),
            rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4",
            first=date(2027, 3, 23),
            last=date(2027, 3, 23),
        )
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, changed, version=event.version, notify=True)
    mail = tick(NOW + 10 * MINUTE)["m0@example.org"]
    lines = text(mail).split("\n")
    weekly = "thứ Ba hằng tuần, 14h00-16h30"
    start = next(number for number, line in enumerate(lines) if " → " in line)
    assert lines[start : start + 9] == [
        f"Thời gian: {weekly}, từ ngày 16/3/2027, 3 lần → {weekly}, từ ngày 23/3/2027, 4 lần",
        "Địa điểm: Hội trường, tầng 2 → Nhà A",
        "Tên: Tọa đàm kỷ niệm 8/3 → Tọa đàm <b>",
        "Nội dung: đã cập nhật, xem bên dưới",
        "Trực tuyến: chưa có → https://hop.example.org/1",
        "Chuẩn bị: đã cập nhật, xem bên dưới",
        "Báo cáo viên: TS. Lê Thị Bình → Bà Trần Thị C",
        "Hạn đăng ký: chưa có → 10/3/2027",
        "Thành phần: Toàn Sở → Ban VSTBPN",
    ]
    assert "Tọa đàm &lt;b&gt;" in html(mail)


def test_mail_of_one_of_a_series_names_that_one(database, agency, weekly, tick) -> None:
    with database.write() as session:
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), weekly)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
        number = event.id
    tick(NOW)
    with database.write() as session:
        event = session.get(Event, number)
        one = session.query(Occurrence).filter_by(first_day=date(2027, 4, 6)).one()
        draft = replace(scheduling.draft_of(session, event, one), title="Giao ban mở rộng")
        splitting.edit_from(
            UnitOfWork(session, NOW, TRANG, agency),
            one,
            draft,
            reach=splitting.Reach.ONE,
            version=event.version,
            notify=True,
        )
    mail = tick(NOW + 10 * MINUTE)["m0@example.org"]
    assert mail["Subject"] == "[Thay đổi] Giao ban mở rộng - 8h00-9h00, thứ Ba, ngày 06/4/2027"


def test_warnings_and_refusals_speak_english(app, database, agency, seminar, number) -> None:
    with database.write() as session:
        event = session.get(Event, number)
        (caution,) = [
            found
            for found in conflicts.find(session, seminar, event_id=None, agency=agency, today=TODAY)
            if found.kind == "room"
        ]
        seen, version = scheduling.draft_of(session, event), event.version
        changed = replace(seen, place="Nhà A", capacity=5)
        mine, theirs = (UnitOfWork(session, NOW, by, agency) for by in (HUNG, TRANG))
        scheduling.edit(mine, event, changed, version=version, notify=False)
        with pytest.raises(Conflict) as refused:
            scheduling.edit(theirs, event, replace(seen, title="Khác"), version=version, notify=False)
    assert caution.said.say("en", translations("en").gettext) == (
        "Hội trường is taken by “Tọa đàm kỷ niệm 8/3”, 14:00-16:30, Tuesday, 16 Mar 2027; "
        "choose another room or another time."
    )
    with app.test_request_context(base_url="https://lich.example.org"), force_locale("en"):
        assert said(refused.value) == (
            "Trần Văn Hùng changed “Tọa đàm kỷ niệm 8/3” at 8h00 on 01/3/2027 (places, place); "
            "see the new state and edit again. Nothing was overwritten."
        )


def test_notice_that_nobody_planned_is_found(database, number) -> None:
    """The invitation was due at once; a clock that stands still is no secret."""
    with database.read() as session:
        found = reconcile(session, since=None, until=None, now=NOW + GRACE + timedelta(seconds=1))
    assert (found.unplanned, found.is_exact) == (1, False)


def test_new_members_learn_of_the_calendar_in_their_language(database, tick):
    with database.write() as session:
        for name, language in (("mai", "vi"), ("ann", "en")):
            address = f"{name}@example.org"
            session.add(
                Member(name=name, address=address, address_key=address, language=language, sort_key="", created_at=NOW)
            )
        session.add(Notice(kind=ANNOUNCEMENT, facts={}, created_at=NOW, due_at=NOW, useful_until=NOW + 60 * MINUTE))
    mails = tick(NOW + MINUTE)
    assert sorted(mails) == ["ann@example.org", "mai@example.org"]
    assert "đã có tên trong danh sách nhận lịch" in text(mails["mai@example.org"])
    assert "you are now on the list" in text(mails["ann@example.org"])
    assert all("/u/" in text(mail) and "/my/" in text(mail) for mail in mails.values())
    assert tick(NOW + 2 * MINUTE) == {}


def test_notice_of_a_deadline_asks_for_the_report_and_invites_nobody(database, agency, seminar, tick, house) -> None:
    due = replace(
        seminar, kind="report", title="Báo cáo 6 tháng", start=None, end=None, place="", room_id=None, speakers=(),
        recipient="Sở Nội vụ", via="Văn phòng Sở", figures_from=date(2026, 12, 15), figures_to=date(2027, 6, 14),
    )  # fmt: skip
    with database.write() as session:
        session.get(Member, house.members[1]).language = "en"
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), due)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
    mails = [(mail["Subject"], text(mail)) for mail in tick(NOW + MINUTE).values()]
    assert len(mails) > 1
    for subject, body in mails:
        whole = subject + body
        assert not any(word in whole.lower() for word in ("kính mời", "tham dự", "giấy mời", "invit", "attend"))
        assert "Báo cáo 6 tháng" in subject
        assert all(said in body for said in ("Sở Nội vụ", "Văn phòng Sở"))
    assert any("gửi báo cáo đúng thời hạn" in body and "14/6/2027" in body for _, body in mails)


def test_changes_of_a_deadline_speak_of_a_report(database, agency, seminar, tick, house) -> None:
    """Each reader of the report, the person in charge included, hears of the new date, the delay and the end of it."""
    due = replace(
        seminar, kind="report", title="Báo cáo 6 tháng", first=date(2027, 6, 14), start=None, end=None, room_id=None,
        recipient="Sở Nội vụ", contact_id=house.members[3], group_ids=frozenset(), speakers=(),
        include_ids=frozenset(house.members[:2]),
    )  # fmt: skip
    with database.write() as session:
        session.get(Member, house.members[1]).language = "en"
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), due)
        rows.own_rules(session, event, ("5 working days before", "contact"))
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
        number = event.id
    tick(NOW + MINUTE)
    begun = datetime(2027, 6, 7, 2, tzinfo=UTC)
    assert sorted(tick(begun)) == ["m3@example.org"]
    moved = replace(due, first=date(2027, 6, 21), last=date(2027, 6, 21), recipient="Sở Tài chính")
    acts = {
        "[Thay đổi] Báo cáo 6 tháng - hạn 21/6/2027": (
            lambda work, event: scheduling.edit(work, event, moved, version=event.version, notify=True),
            "báo cáo sau có thay đổi:|Thời hạn: thứ Hai, ngày 14/6|Sở Nội vụ → Sở Tài chính|báo cáo đúng thời hạn",
        ),
        "[Hoãn] Báo cáo 6 tháng - hạn 21/6/2027": (
            lambda work, event: decisions.postpone(work, event, notify=True),
            "báo cáo sau được lùi thời hạn",
        ),
        "[Hủy] Báo cáo 6 tháng": (
            lambda work, event: decisions.cancel(work, event, reason="thay bằng báo cáo quý", notify=True),
            "báo cáo sau không phải gửi như đã báo|Lý do: thay bằng báo cáo quý",
        ),
    }
    for step, (subject, (act, words)) in enumerate(acts.items(), 1):
        at = begun + 60 * MINUTE * step
        with database.write() as session:
            act(UnitOfWork(session, at, TRANG, agency), session.get(Event, number))
        mails = tick(at + 30 * MINUTE)
        assert sorted(mails) == [f"m{reader}@example.org" for reader in (0, 1, 3)]
        assert mails["m3@example.org"]["Subject"] == subject
        for mail in mails.values():
            whole = f"{mail['Subject']}{text(mail)}{html(mail)}".lower()
            attending = ("kính mời", "tham dự", "tham gia", "tổ chức", "hope to see", "following event")
            assert [word for word in attending if word in whole] == []
        assert [each for each in words.split("|") if each not in text(mails["m0@example.org"])] == []
