"""The registers in a real browser: no barrier, no sideways scrolling, by keyboard, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from support import barriers
from support.desk import person
from web.desk.register_rows import fill
from web.desk.test_register_pages import PAGES
from web.rows import NOW

from campaign.access import sessions
from campaign.access.sessions import Browser as Agent
from campaign.audit import NOBODY, Act
from campaign.models import User
from campaign.web.identity import SIGN_IN

TELEPHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture
def key(app, database, config):
    """The key of a session of an administrator at a filled desk."""
    with database.write() as session:
        fill(session, config)
    number = person(app)
    with database.write() as session:
        return sessions.begin(Act(session, NOW, NOBODY), session.get_one(User, number), way="link", browser=Agent())


def opened(browser, site, key, **options) -> BrowserContext:
    context = browser.new_context(base_url=site, locale="vi-VN", **options)
    context.add_cookies([{"name": SIGN_IN, "value": key, "url": site}])
    return context


@pytest.mark.only("sqlite")
@pytest.mark.parametrize(
    ("viewport", "scheme", "language"),
    [(DESK, "light", "vi"), (TELEPHONE, "dark", "en")],
    ids=["desk-by-day", "telephone-by-night"],
)
def test_registers_have_no_barrier_and_never_scroll_sideways(browser, site, key, viewport, scheme, language):
    # The examiner is put in by the test; the page's own policy would rightly refuse it.
    context = opened(browser, site, key, viewport=viewport, color_scheme=scheme, bypass_csp=True)
    barriers.none_on(context.new_page(), PAGES, language=language)
    context.close()


@pytest.mark.only("sqlite")
def test_slash_goes_to_the_search_box_and_enter_searches(browser, site, key):
    context = opened(browser, site, key, viewport=DESK)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto("/desk/people")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find-anything"
    page.keyboard.type("toa/dam")
    assert page.locator("#find-anything").input_value() == "toa/dam"
    page.locator("#find-anything").fill("toa dam")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/search?q=toa+dam")
    assert "Tọa đàm phòng ngừa bạo lực trên cơ sở giới" in page.locator("main").inner_text()
    context.close()
    assert complaints == []


@pytest.mark.only("sqlite")
def test_list_is_imported_without_scripts(browser, site, key, tmp_path):
    file = tmp_path / "danh-sach.csv"
    file.write_text("Họ và tên,Thư điện tử,Nhóm\nLê An,le.an@example.org,Ban Nữ công\n", encoding="utf-8")
    context = opened(browser, site, key, viewport=TELEPHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/desk/people")
    page.get_by_role("link", name="Nhập danh sách").click()
    page.get_by_label("Tệp .csv hoặc .xlsx").set_input_files(file)
    page.get_by_role("button", name="Tải lên và xem trước").click()
    page.get_by_label("Im lặng").check()
    page.get_by_role("button", name="Nhập: 1 người mới, 0 cập nhật").click()
    assert "Đã nhập: 1 người mới" in page.locator(".said").inner_text()
    page.get_by_role("button", name="Hoàn tác lần nhập này").click()
    assert "Đã hoàn tác: bỏ 1 người mới" in page.locator(".said").inner_text()
    context.close()
