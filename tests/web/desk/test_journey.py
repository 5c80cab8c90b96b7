"""Issue 3's journeys in a real browser: schedule, confirm, move, cancel; roll the year; read and not touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select
from support.desk import person
from support.readers import Readers
from web.desk.house import TALK, build, confirmed, event_of, notices_of, reminders_of
from web.rows import NOW

from campaign.access import accounts, one_time_links, sessions
from campaign.access.sessions import Browser as Device
from campaign.audit import NOBODY, Act, Author
from campaign.models import Event, Message, Purpose, Role, User

TITLE = "Hội thảo phòng, chống bạo lực gia đình"


@pytest.fixture
def house(database, config):
    return build(database, config)


@pytest.fixture
def visitor(browser: Browser, site: str):
    """A page that complains of everything that its policy or scripts refuse."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [each for each in complaints if "403 (FORBIDDEN)" not in each] == []


@pytest.fixture
def enter(app, database, visitor, site) -> Callable[[Role], Page]:
    def come(role: Role) -> Page:
        user_id = person(app, role)
        with database.write() as session:
            user = session.get_one(User, user_id)
            key = sessions.begin(Act(session, NOW, NOBODY), user, way="link", browser=Device())
        visitor.context.add_cookies([{"name": "signin", "value": key, "url": site}])
        return visitor

    return come


def sign_in_by_link(page: Page, database, config) -> None:
    with database.write() as session:
        user = accounts.make(
            Act(session, NOW, Author("test")), name="Trần Thị Mai", address="mai@example.org", role=Role.ORGANIZER
        )
        secret = config.server.secret_key
        link = one_time_links.new(
            Act(session, NOW, NOBODY), Purpose.SIGN_IN, secret=secret, user=user, life=one_time_links.BY_CONSOLE
        )
        token = one_time_links.token_of(link, secret)
    page.goto(f"/signin/link/{token}")
    page.get_by_role("button", name="Vào làm việc").click()


def send_notices(database) -> None:
    """The clock and the sender, when the office's window is over."""
    with database.write() as session:
        Readers(session).deliver(NOW + timedelta(minutes=11))


def mails(database, uid: str, kind: str) -> int:
    ids = [notice.id for notice in notices_of(database, uid, kind)]
    with database.read() as session:
        query = select(func.count()).select_from(Message).where(Message.notice_id.in_(ids))
        return session.scalar(query) or 0


def test_seminar_is_scheduled_confirmed_moved_and_cancelled(visitor, database, config, house):
    page = visitor
    sign_in_by_link(page, database, config)
    page.goto("/desk/")
    page.get_by_role("link", name="Lập hoạt động mới").click()

    # Scheduled on the day of another seminar in the same hall: the form says so, and offers a way out.
    page.get_by_label("Tên hoạt động").fill(TITLE)
    page.get_by_label("Ngày và giờ", exact=True).fill("16.03.2027")
    page.get_by_label("Từ giờ").fill("14h00")
    page.get_by_label("Đến giờ").fill("16h30")
    page.get_by_label("Phòng", exact=True).select_option(label="Hội trường, tầng 2 (100)")
    page.get_by_label("Toàn Sở").check()
    expect(page.locator("#about-room_id")).to_contain_text("Hội trường đã có “Tọa đàm giữ lửa gia đình”")
    expect(page.locator("#about-start")).to_contain_text("12 trong 12 người dự đã có lịch")
    expect(page.locator("output[data-about=heads]")).to_have_text("12 người trong thành phần")
    page.locator("[data-about=slots] button").first.click()
    expect(page.locator("#about-room_id")).to_be_empty()
    expect(page.locator(".caution.warn")).to_have_count(0)
    day = page.get_by_label("Ngày và giờ", exact=True).input_value()
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.locator("h1")).to_have_text(TITLE)
    uid = page.url.rsplit("/", 1)[1].replace("%40", "@")
    assert TITLE not in page.request.get("/calendars/all.ics").text()

    # Confirmed: the button says what will happen, and then it is so.
    page.get_by_role("link", name="Xác nhận…").click()
    page.get_by_text("Xem nội dung thư").first.click()
    expect(page.locator("pre").first).to_contain_text(TITLE)
    page.get_by_role("button", name="Xác nhận và gửi 12 thư mời").click()
    expect(page.get_by_role("status")).to_contain_text("Đã xác nhận")
    assert TITLE in page.request.get("/calendars/all.ics").text().replace("\\,", ",").replace("\r\n ", "")
    waiting = reminders_of(database, uid)
    assert waiting
    send_notices(database)
    assert mails(database, uid, "invitation") == 12

    # Moved: one notice, from the old day to the new one.
    was = event_of(database, uid)
    page.get_by_role("link", name="Dời lịch…").click()
    page.get_by_label("Ngày", exact=True).fill("24/3/2027")
    page.get_by_role("button", name="Dời sang 24/3/2027 và báo cho 12 người").click()
    expect(page.get_by_role("status")).to_contain_text("Đã dời")
    (notice,) = notices_of(database, uid, "change")
    assert notice.facts["when"][0] == was.first_day.isoformat() != "2027-03-24"
    assert {each.due_at for each in reminders_of(database, uid)}.isdisjoint({each.due_at for each in waiting})
    assert day.startswith(f"{was.first_day.day:02}/")
    send_notices(database)
    assert mails(database, uid, "change") == 12

    # Cancelled: one notice, and no reminder is left.
    page.get_by_role("link", name="Hủy…").click()
    page.get_by_label("Lý do hủy").fill("Báo cáo viên bận việc đột xuất.")
    page.get_by_role("button", name="Hủy và báo cho 12 người").click()
    expect(page.get_by_role("status")).to_contain_text("Đã hủy")
    assert len(notices_of(database, uid, "cancellation")) == 1
    assert reminders_of(database, uid) == []
    assert "STATUS:CANCELLED" in page.request.get("/calendars/all.ics").text()


def test_year_is_rolled_over_and_half_of_it_confirmed(enter, database, config, house):
    for number in range(1, 4):
        first = date(2027, 4, 7 * number)
        draft = replace(
            TALK, title=f"Tập huấn {number}", kind="training", first=first, group_ids=frozenset({house.staff})
        )
        confirmed(database, config, draft)
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(Message))
    page = enter(Role.ORGANIZER)
    page.goto("/desk/year/2028/roll")
    boxes = page.get_by_role("checkbox")
    assert boxes.count() == 4
    assert all(boxes.nth(number).is_checked() for number in range(4))
    page.get_by_role("button", name="Lập bản nháp cho các mục đã chọn").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lập 4 bản nháp; chưa gửi gì.")
    with database.read() as session:
        made = session.scalars(select(Event).where(Event.rolled_from_id.is_not(None))).all()
        assert len(made) == 4
        assert not any(event.confirmed_at for event in made)
        assert session.scalar(select(func.count()).select_from(Message)) == before
    for _ in range(2):
        page.get_by_role("link", name="Xác nhận…").first.click()
        page.get_by_label("Chưa gửi giấy mời, chỉ nhắc lịch theo quy tắc").check()
        page.get_by_role("button", name="Xác nhận, chưa gửi giấy mời").click()
        expect(page.locator("h1")).to_have_text("Chuyển sang năm 2028")
    expect(page.get_by_text("2 trong 4 bản nháp đã xác nhận.")).to_be_visible()
    with database.read() as session:
        query = select(func.count()).select_from(Event).where(Event.rolled_from_id.is_not(None))
        assert session.scalar(query.where(Event.confirmed_at.is_not(None))) == 2


def test_reader_sees_everything_and_cannot_touch(enter, house):
    page = enter(Role.READER)
    page.goto("/desk/")
    expect(page.get_by_role("link", name=TALK.title)).to_be_visible()
    assert page.get_by_role("link", name="Lập hoạt động mới").count() == 0
    assert page.locator("[data-move]").count() == 0
    assert page.locator(".shift").count() == 0
    page.get_by_role("link", name=TALK.title).click()
    expect(page.locator("h1")).to_have_text(TALK.title)
    assert page.locator("main button").count() == 0
    for address in (f"/desk/events/{house.talk}/edit", f"/desk/events/{house.talk}/cancellation", "/desk/events/new"):
        assert page.goto(address).status == 403


@pytest.mark.only("sqlite")
def test_dragging_to_another_day_asks_first(enter, database, config, house):
    page = enter(Role.ORGANIZER)
    page.goto("/desk/")
    page.locator(f"[data-move*='{house.talk.split('@')[0]}']").drag_to(page.locator("[data-day='2027-03-18']"))
    expect(page.locator("h1")).to_have_text("Dời lịch")
    expect(page.get_by_label("Ngày", exact=True)).to_have_value("18/3/2027")
    expect(page.get_by_label("Từ giờ")).to_have_value("14h00")
    assert event_of(database, house.talk).first_day == TALK.first
    page.get_by_role("button", name="Dời sang 18/3/2027").click()
    expect(page.get_by_role("status")).to_contain_text("Đã dời")
    assert page.url.split("?")[0].endswith("/desk/")
    page.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("h1")).to_have_text(TALK.title)
    assert event_of(database, house.talk).first_day == TALK.first
    assert notices_of(database, house.talk) == []


@pytest.mark.only("sqlite")
def test_duty_dragged_from_the_tray_opens_the_form_already_filled(enter, house):
    page = enter(Role.ORGANIZER)
    page.goto("/desk/")
    page.locator("[data-move*='duty=']").drag_to(page.locator("[data-day='2027-03-19']"))
    expect(page.locator("h1")).to_have_text("Lập hoạt động mới")
    expect(page.get_by_label("Tên hoạt động")).to_have_value("Tổ chức hội diễn văn nghệ chào mừng 20/10")
    expect(page.get_by_label("Ngày và giờ", exact=True)).to_have_value("19/3/2027")


@pytest.mark.only("sqlite")
def test_desk_works_without_scripts(browser, database, config, site, app, house):
    with database.write() as session:
        user = session.get_one(User, person(app, Role.ORGANIZER))
        key = sessions.begin(Act(session, NOW, NOBODY), user, way="link", browser=Device())
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="vi-VN")
    context.add_cookies([{"name": "signin", "value": key, "url": site}])
    page = context.new_page()
    page.goto("/desk/events/new?day=2027-03-16")
    page.get_by_label("Tên hoạt động").fill(TITLE)
    page.get_by_label("Từ giờ").fill("14:00")
    page.get_by_label("Phòng", exact=True).select_option(label="Hội trường, tầng 2 (100)")
    page.get_by_label("Toàn Sở").check()
    page.get_by_role("button", name="Kiểm tra lịch").click()
    expect(page.locator("#about-room_id")).to_contain_text("Hội trường đã có")
    page.locator("[data-about=slots] button").first.click()
    expect(page.locator("#about-room_id")).to_be_empty()
    expect(page.get_by_label("Tên hoạt động")).to_have_value(TITLE)
    page.get_by_role("button", name="Lưu bản nháp").click()
    page.get_by_role("link", name="Dời lịch…").click()
    page.get_by_label("Ngày", exact=True).fill("25/3/2027")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Dời sang 25/3/2027").click()
    expect(page.get_by_text("25 tháng 3 năm 2027").first).to_be_visible()
    context.close()
