"""The mail log as its reader sees it: every mail as it was read, mailings together, and the banner of a hold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select
from support.desk import post
from support.post import Desk
from web.desk.house import TALK, confirmed, drafted, event_of
from web.desk.test_event_form import inputs
from web.rows import NOW

from campaign.desk import notices
from campaign.engine import rendering
from campaign.mailing.composer import Composer
from campaign.models import Event, Message, Occurrence


@pytest.fixture
def sent(app, desk, database, config, house) -> int:
    """A message that was sent, of an invitation to twelve."""
    draft = replace(
        TALK, title="Hội thảo mới", first=date(2027, 3, 23), capacity=40, register_by=date(2027, 3, 19),
        description="Chương trình: khai mạc, thảo luận.", group_ids=frozenset({house.staff}),
    )  # fmt: skip
    uid = drafted(database, config, draft)
    post(desk, f"/desk/events/{uid}/confirmation", {"invite": "1"})
    with database.write() as session:
        notices.plan_due(session.connection(), now=NOW + timedelta(days=1), id_suffix=".test@example.org>")
    composer = Composer(config, rendering(app))
    Desk(database, NOW + timedelta(days=1), compose=composer.compose).deliver()
    with database.read() as session:
        thread = Message.thread_id == event_of(database, uid).id
        return session.scalars(select(Message.id).where(Message.result == "sent", thread).order_by(Message.id)).first()


def test_sent_mail_is_opened_from_the_log_as_its_reader_got_it(desk, sent):
    log = desk.get("/desk/mail").text
    assert f'href="/desk/mail/{sent}"' in log
    page = desk.get(f"/desk/mail/{sent}").text
    assert "[Giấy mời] Hội thảo mới" in page
    letter = desk.get(f"/desk/mail/{sent}/letter")
    assert "Kính gửi đồng chí Lê Thị" in letter.text
    assert "sandbox" in letter.headers["Content-Security-Policy"]
    assert not re.search(r"/(u|my)/[A-Za-z0-9]", letter.text + page)
    assert desk.get("/desk/mail/999999").status_code == 404


def test_invitation_carries_speakers_agenda_capacity_and_registration_deadline(desk, sent):
    page = desk.get(f"/desk/mail/{sent}").text
    for words in ("TS. Lê Thị Bình", "Chương trình: khai mạc", "Số chỗ: 40", "Hạn đăng ký: 19/3/2027"):
        assert words in page


def test_log_groups_by_mailing(desk, sent):
    log = desk.get("/desk/mail").text
    address = re.findall(r'href="(/desk/mail\?mailing=n\d+)">12 thư', log)[0]  # the latest
    one = desk.get(address).text
    assert one.count('class="mail sent"') == 12
    assert "Chỉ thư của một đợt gửi." in one


def test_hold_is_a_banner_on_every_page_of_the_desk(desk, house):
    banner = "Không thư nào đi cho đến khi bấm “Gửi tiếp”."
    pages = ("/desk", f"/desk/events/{house.talk}", "/desk/people", "/desk/plans")
    assert not any(banner in desk.get(page).text for page in pages)
    post(desk, "/desk/mail/hold", {})
    for page in pages:
        assert banner in desk.get(page, follow_redirects=True).text, page
    post(desk, "/desk/mail/release", {})
    assert banner not in desk.get("/desk").text


def test_cancelled_event_offers_no_adding_to_the_calendar(desk, client, house):
    assert "Thêm vào lịch của tôi" in client.get(f"/events/{house.talk}").text
    post(desk, f"/desk/events/{house.talk}/cancellation", {"reason": "bão", "tell": "1"})
    assert "Thêm vào lịch của tôi" not in client.get(f"/events/{house.talk}").text


def test_moving_an_event_moves_its_registration_deadline(desk, database, config, house):
    draft = replace(TALK, register_by=date(2027, 3, 12), group_ids=frozenset({house.staff}))
    uid = confirmed(database, config, draft)
    post(desk, f"/desk/events/{uid}/move", {"first": "23/3/2027", "start": "14h00", "end": "16h30", "tell": "1"})
    assert event_of(database, uid).register_by == date(2027, 3, 19)
    act = re.search(r'name="act" value="(\d+)"', desk.get(f"/desk/events/{uid}").text)[1]
    post(desk, f"/desk/events/{uid}/reversal", {"act": act})
    assert event_of(database, uid).register_by == date(2027, 3, 12)


def test_one_meeting_of_a_series_takes_another_date_and_the_table_says_so(desk, database, config, house):
    weekly = replace(
        TALK, kind="meeting", title="Giao ban", first=date(2027, 3, 9), start=time(8), end=time(9), place="P1",
        rule="FREQ=WEEKLY;BYDAY=TU", speakers=(), group_ids=frozenset({house.staff}),
    )  # fmt: skip
    uid = confirmed(database, config, weekly)
    page = desk.get(f"/desk/events/{uid}/edit?occurrence=2027-03-23").text
    sent = inputs(page) | {"first": "24/3/2027", "last": "24/3/2027", "start": "14h00", "end": "15h00", "reach": "one"}
    answer = post(desk, f"/desk/events/{uid}?occurrence=2027-03-23", sent)
    assert answer.status_code == 303, answer.text
    with database.read() as session:
        query = select(Occurrence).join(Event, Event.id == Occurrence.event_id).where(Event.uid == uid)
        moved = session.scalars(query.where(Occurrence.original_day == date(2027, 3, 23))).one()
        assert (moved.first_day, moved.start_time) == (date(2027, 3, 24), time(14))
    table = desk.get(f"/desk/events/{uid}").text.split('id="series"')[1]
    row = re.search(r"<tr[^>]*>\s*<th scope=\"row\">Thứ Tư, ngày 24/3/2027</th>.*?</tr>", table, re.DOTALL)[0]
    assert re.sub(r"<[^>]+>|\s+", " ", row).split("Sửa")[0].split() == (
        ["Thứ", "Tư,", "ngày", "24/3/2027", "14h00-15h00", "Giao", "ban", "P1", "đã", "xác", "nhận,", "đã", "dời"]
    )
