"""The board's pages before a reader who cannot see, or has a telephone: axe, widths, focus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import expect
from sqlalchemy import select
from support import barriers
from support.desk import person
from web.desk.house import TALK, TRANG, build, confirmed, drafted
from web.rows import NOW

from campaign.access import sessions
from campaign.access.sessions import Browser as Device
from campaign.audit import NOBODY, Act
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.desk import decisions
from campaign.models import Event, Holiday, Occurrence, Role, User

pytestmark = pytest.mark.only("sqlite")
TELEPHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def pages(database, config) -> list[str]:
    """Every page of the board, with something of each state on it."""
    house = build(database, config)
    draft = replace(TALK, title="Hội thảo mới", first=date(2027, 3, 23), group_ids=frozenset({house.staff}))
    late = drafted(database, config, replace(draft, title="Việc quá hạn", first=date(2027, 2, 2)))
    new = drafted(database, config, replace(draft, room_id=house.hall, first=date(2027, 3, 16)))
    drafted(
        database,
        config,
        Draft(kind="visit", title="Tham quan", expected_start=date(2027, 5, 1), expected_end=date(2027, 5, 31)),
    )
    long = drafted(database, config, replace(draft, title="Siêudài" * 40, first=date(2027, 3, 18)))
    week = confirmed(
        database, config, replace(draft, kind="campaign", title="Tuần lễ", rule="FREQ=YEARLY", per_year=True)
    )
    waits = confirmed(database, config, replace(draft, title="Có thư chờ", first=date(2027, 3, 24)))
    with database.write() as session:
        session.add(Holiday(day=date(2027, 3, 16), name="Ngày truyền thống của cơ quan", working=False))
        session.add(Holiday(day=date(2027, 3, 20), name="Làm bù ngày 16/3", working=True))
        told = session.scalars(select(Event).where(Event.uid == waits)).one()
        house_rules = agency_of(session, config)
        decisions.postpone(UnitOfWork(session, NOW, TRANG, house_rules), told, notify=True)
    with database.read() as session:
        one = session.scalars(
            select(Occurrence.id).join(Event, Event.id == Occurrence.event_id).where(Event.uid == week)
        ).first()
    talk = house.talk
    return [
        "/desk/",
        "/desk/?view=week&week=2027-03-16",
        "/desk/?kind=report",
        "/desk/?year=2029",
        f"/desk/events/new?duty={house.duty}&day=2027-03-16",
        f"/desk/events/{new}/edit",
        f"/desk/events/{week}/edit?occurrence=2028-03-23",
        f"/desk/events/{talk}",
        f"/desk/events/{week}",
        f"/desk/events/{waits}",
        "/months/2027-03",
        f"/desk/events/{late}/confirmation",
        f"/desk/events/{talk}/move?day=2027-03-20",
        f"/desk/events/{talk}/move?first=x",
        f"/desk/events/{talk}/postponement",
        f"/desk/events/{talk}/cancellation?reason=bão&tell=1",
        f"/desk/events/{talk}/reopening",
        f"/desk/events/{talk}/duplication",
        f"/desk/events/{long}",
        f"/desk/events/{long}/edit",
        f"/desk/events/{long}/confirmation",
        f"/desk/events/{week}/cancellation",
        f"/desk/occurrences/{one}",
        "/desk/year/2028/roll",
    ]


@pytest.fixture
def opened(app, database, browser, site):
    """Opens a page for an organizer, with these options of a browser."""
    contexts = []

    def come(**options):
        with database.write() as session:
            user = session.get_one(User, person(app, Role.ORGANIZER))
            key = sessions.begin(Act(session, NOW, NOBODY), user, way="link", browser=Device())
        context = browser.new_context(base_url=site, locale="vi-VN", **options)
        context.add_cookies([{"name": "signin", "value": key, "url": site}])
        contexts.append(context)
        return context.new_page()

    yield come
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("viewport", "scheme", "language"),
    [(DESK, "light", "vi"), (TELEPHONE, "dark", "en"), (DESK, "dark", "vi"), (TELEPHONE, "light", "en")],
    ids=["desk", "telephone-by-night", "desk-by-night", "telephone"],
)
def test_pages_have_no_barrier_that_axe_knows_and_fit(opened, pages, site, viewport, scheme, language):
    page = opened(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.context.add_cookies([{"name": "language", "value": language, "url": site}])
    barriers.none_on(page, pages)


def test_errors_take_the_focus_and_lead_to_their_fields(opened, pages):
    page = opened(viewport=DESK)
    page.goto("/desk/events/new")
    page.get_by_label("Ngày và giờ", exact=True).fill("32/13/2027")
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.locator("#trouble")).to_be_focused()
    page.locator("#trouble").get_by_role("link", name="Tên hoạt động").click()
    expect(page.get_by_label("Tên hoạt động")).to_be_focused()
    expect(page.get_by_label("Ngày và giờ", exact=True)).to_have_value("32/13/2027")


def test_kind_brings_its_own_fields(opened, pages):
    page = opened(viewport=DESK)
    page.goto("/desk/events/new")
    expect(page.get_by_label("Báo cáo viên")).to_be_visible()
    page.get_by_label("Loại", exact=True).select_option("report")
    expect(page.get_by_label("Ngày chốt số liệu")).to_be_visible()
    expect(page.get_by_label("Báo cáo viên")).to_be_hidden()
    page.get_by_label("Loại", exact=True).select_option("campaign")
    expect(page.get_by_label("Chủ đề", exact=True)).to_be_visible()
    page.get_by_label("Lặp lại").select_option("yearly")
    expect(page.get_by_label("Xác nhận và đặt chủ đề riêng cho từng năm")).to_be_visible()


def test_preview_follows_its_questions(opened, pages):
    page = opened(viewport=DESK)
    page.goto(next(each for each in pages if each.endswith("/postponement")))
    expect(page.get_by_role("button", name="Hoãn và báo cho 12 người")).to_be_visible()
    page.get_by_label("Không gửi thư").check()
    expect(page.get_by_role("button", name="Hoãn, không báo ai")).to_be_visible()


def test_edit_shows_its_notice_while_typed(opened, pages):
    page = opened(viewport=DESK)
    page.goto(next(each for each in pages if each.endswith("/postponement")).replace("postponement", "edit"))
    page.get_by_label("Ngày và giờ", exact=True).fill("17/3/2027")
    expect(page.get_by_role("button", name="Lưu và báo cho 12 người")).to_be_visible()
    page.locator("[data-about=mail]").get_by_text("Xem nội dung thư").click()
    expect(page.get_by_role("region", name="Nội dung thư: Thư báo thay đổi")).to_contain_text("17/3/2027")
    page.get_by_label("Không gửi thư").check()
    expect(page.get_by_role("button", name="Lưu thay đổi")).to_be_visible()


def test_wrong_answer_is_said_beside_its_field_while_it_is_typed(opened, pages):
    page = opened(viewport=DESK)
    page.goto(next(each for each in pages if "/move?day=" in each))
    start = page.get_by_label("Từ giờ")
    start.fill("25h")
    expect(page.locator("#start-error")).to_contain_text("“25h” chưa phải là giờ")
    expect(start).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".act")).to_have_count(0)
    start.fill("15h")
    expect(page.locator("#start-error")).to_have_count(0)
    expect(start).not_to_have_attribute("aria-invalid", "true")


def test_decision_left_open_past_its_session_asks_to_sign_in(opened, pages):
    page = opened(viewport=DESK)
    page.goto(next(each for each in pages if each.endswith("/postponement")))
    page.context.clear_cookies()
    page.get_by_label("Lý do").fill("bão số 3")
    expect(page.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert "bão số 3" in unquote_plus(unquote_plus(page.url))
