"""The pages in a real browser: on paper, on a telephone, by keyboard, with a screen reader's eyes."""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from support import barriers
from support.barriers import WIDER
from web.rows import BEFORE, NOW, event

from campaign.kinds import Kind
from campaign.models import AudienceGroup, Duty, Group, Plan, YearTitle

PAGES = ("/", "/agenda", "/months/2027-03", "/events/talk@example.org", "/subscribe", "/years/2020", "/khong-co")
TELEPHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
A4_LANDSCAPE = (842, 595)

# Where two marks of the year's picture, or their labels (which are cut off at their frame), cover each other.
COLLISIONS = """() => {
  const origin = document.querySelector('.picture').getBoundingClientRect();
  const frame = part => {
    if (part.tagName !== 'svg') return part.getBoundingClientRect();
    const left = origin.left + part.x.baseVal.value, top = origin.top + part.y.baseVal.value;
    return { left, top, right: left + part.width.baseVal.value, bottom: top + part.height.baseVal.value };
  };
  const boxes = [...document.querySelectorAll('.picture a.mark')].map(link => {
    const parts = [...link.querySelectorAll('.ink, svg')].map(frame);
    return { name: link.querySelector('title').textContent,
      left: Math.min(...parts.map(b => b.left)), right: Math.max(...parts.map(b => b.right)),
      top: Math.min(...parts.map(b => b.top)), bottom: Math.max(...parts.map(b => b.bottom)) };
  });
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b)).map(b => [a.name, b.name]));
}"""


def fill(session) -> None:
    """A year as agencies have it: campaigns, feasts, talks, meetings, reports; long words, and one cancelled."""
    title = "Kế hoạch triển khai công tác bình đẳng giới năm 2027"
    plan = Plan(year=2027, title=title, created_at=BEFORE)
    session.add(YearTitle(year=2027, title=title))
    group = Group(name="Phòng Xây dựng nếp sống văn hóa và gia đình", slug="gia-dinh", kind="unit", created_at=BEFORE)
    session.add_all([plan, group])
    session.flush()
    duty = Duty(plan_id=plan.id, position=1, outline="II.3", text="Tổ chức Tháng hành động vì bình đẳng giới.")
    session.add(duty)
    session.flush()
    month = event(session, "Tháng hành động vì bình đẳng giới", date(2027, 11, 15), date(2027, 12, 15), kind="campaign")
    event(session, "Tuần lễ Áo dài", date(2027, 3, 1), date(2027, 3, 8), kind="campaign")
    talk = event(
        session, "Tọa đàm phòng ngừa, ứng phó với bạo lực trên cơ sở giới tại nơi làm việc", date(2027, 3, 8), None,
        time(14), time(16, 30), uid="talk@example.org", place="Hội trường tầng 3", description="Chia sẻ việc nhà",
        part_of_id=month.id, duty_id=duty.id, online_url="https://hop.example.org/" + "a" * 90,
        links=["https://example.org/tai-lieu"], rule="FREQ=YEARLY", again=(date(2028, 3, 8),),
    )  # fmt: skip
    session.add(AudienceGroup(event_id=talk.id, group_id=group.id))
    for number, kind in enumerate([kind for kind in Kind if kind is not Kind.CAMPAIGN] * 3):
        day = date(2027, 1, 12) + timedelta(days=13 * number)
        event(session, f"Hoạt động dài tên thứ {number} của năm kế hoạch", day, kind=kind, place="Phòng họp 2")
    event(session, "Giao lưu văn nghệ", date(2027, 3, 10), cancelled_at=NOW)


@pytest.fixture
def page(browser, database, site) -> Page:
    """A desk's browser, which complains of everything that the page's policy or scripts refuse."""
    with database.write() as session:
        fill(session)
    context = browser.new_context(base_url=site, viewport=DESK, locale="vi-VN")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield opened
    context.close()
    assert [each for each in complaints if "404 (NOT FOUND)" not in each] == []


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_year_prints_on_one_sheet_with_its_names(page, language):
    page.goto(f"/?lang={language}")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(sheets) == 1
    assert (round(sheets[0].mediabox.width), round(sheets[0].mediabox.height)) == A4_LANDSCAPE
    words = " ".join(sheets[0].extract_text().split())
    assert "Sở Văn hóa tỉnh Bình Minh" in words
    assert "Kế hoạch triển khai công tác bình đẳng giới năm 2027" in words
    assert ("Bản mới nhất: http" if language == "vi" else "Latest version: http") in words


@pytest.mark.only("sqlite")
def test_year_prints_on_one_sheet_however_full(page, database):
    with database.write() as session:
        for number in range(200):
            day = date(2027, 1, 1) + timedelta(days=number * 363 // 200)
            event(session, f"Việc thứ {number}", day, kind=list(Kind)[number % 10])
    page.goto("/")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1
    assert "Bản mới nhất" in sheets[0].extract_text()


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("address", PAGES)
def test_page_never_scrolls_sideways(page, address):
    for width in (320, 390, 768, 1100, 1920):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(address)
        assert page.evaluate(WIDER) == 0, width


CUT = """() => [...document.querySelectorAll('.picture svg text.label')].filter(text =>
  text.getComputedTextLength() > text.parentElement.width.baseVal.value).map(text => text.textContent)"""


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("face", ["DejaVu Sans", "Liberation Sans Narrow"])
def test_year_marks_never_collide_and_no_label_is_cut(page, face):
    for width in (1100, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/")
        page.evaluate("face => document.documentElement.style.setProperty('--sans', face)", face)
        assert page.locator(".picture a.mark").count() == 31
        assert page.evaluate(COLLISIONS) == []
        assert page.evaluate(CUT) == []


@pytest.mark.only("sqlite")
def test_year_prints_on_a3_with_week_numbers_if_asked(page):
    page.goto("/years/2027?paper=a3&weeks=1")
    (sheet,) = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (1191, 842)
    assert " 24 25 26 27 " in " ".join(sheet.extract_text().split())


@pytest.mark.only("sqlite")
def test_todays_line_crosses_no_label(page):
    """What is painted last where the line would cross a label is the label's own ground, not the line."""
    page.goto("/")
    order = page.evaluate(
        "() => [...document.querySelectorAll('.picture .today, .picture a.mark')].map(each => each.className.baseVal)"
    )
    assert order[0] == "today"
    ground = page.locator(".picture a.mark .reach").first.evaluate("each => getComputedStyle(each).fill")
    paper = page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    assert ground == paper


@pytest.mark.only("sqlite")
def test_year_marks_are_reached_by_keyboard_and_say_what_they_are(page):
    page.goto("/")
    marks = page.locator(".picture a.mark").count()
    reached = []
    for _ in range(marks + 60):
        page.keyboard.press("Tab")
        label = page.evaluate("document.activeElement.closest('.picture a.mark')?.querySelector('title').textContent")
        if label:
            reached.append(label)
    assert len(reached) == marks
    assert any(
        "tại nơi làm việc; 14h00-16h30, thứ Hai, ngày 08/3/2027; Hội thảo, tọa đàm" in label for label in reached
    )


@pytest.mark.only("sqlite")
def test_year_skip_links_lead_to_content_and_past_the_picture(page):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.get_by_role("link", name="Bỏ qua hình vẽ, đến danh sách").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "list"


@pytest.mark.only("sqlite")
def test_year_on_a_telephone_is_twelve_rows_that_lead_to_the_list(page):
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
    rows = page.locator(".rows a")
    assert rows.count() == 12
    assert not page.locator(".picture").is_visible()
    assert all(rows.nth(number).bounding_box()["height"] >= 44 for number in range(12))
    rows.nth(10).click()
    assert page.url.endswith("#month-11")
    assert page.locator("#month-11").bounding_box()["y"] < 400


@pytest.mark.only("sqlite")
def test_subscribe_copies_the_address(page, site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.goto("/subscribe")
    button = page.get_by_role("button", name="Chép địa chỉ")
    button.click()
    page.get_by_role("button", name="Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/calendars/all.ics"


@pytest.mark.only("sqlite")
def test_subscribe_filters_change_the_address_at_once(page, site):
    page.goto("/subscribe")
    assert not page.get_by_role("button", name="Áp dụng lựa chọn").is_visible()
    code = page.locator(".qr").inner_html()
    page.get_by_label("Kỷ niệm").check()
    expected = f"{site}/calendars/all.ics?kind=commemoration"
    page.wait_for_function("address => document.querySelector('[data-address]').value === address", arg=expected)
    assert page.get_by_role("link", name="Thiết bị này").get_attribute("href") == "webcal" + expected.removeprefix(
        "http"
    )
    assert page.locator(".qr").inner_html() != code
    assert page.url == f"{site}/subscribe?kind=commemoration"
    page.get_by_role("button", name="Chép địa chỉ").wait_for()


@pytest.mark.only("sqlite")
def test_subscribe_works_without_scripts(browser, database, site):
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto("/subscribe")
    page.get_by_label("Hạn báo cáo").check()
    page.get_by_role("button", name="Áp dụng lựa chọn").click()
    assert page.locator("#feed").input_value() == f"{site}/calendars/all.ics?kind=report"
    assert page.get_by_label("Hạn báo cáo").is_checked()
    context.close()


@pytest.mark.only("sqlite")
def test_language_button_turns_the_page(page):
    page.goto("/months/2027-03")
    page.get_by_role("button", name="English").click()
    assert page.url.endswith("/months/2027-03")
    assert page.locator("h1").inner_text() == "March 2027"
    page.get_by_role("button", name="Tiếng Việt").click()
    assert page.locator("h1").inner_text() == "Tháng 3/2027"


@pytest.mark.only("sqlite")
@pytest.mark.parametrize(
    ("viewport", "scheme", "rules"),
    [(DESK, "light", None), (TELEPHONE, "dark", None), (DESK, "dark", ["color-contrast"])],
    ids=["desk", "telephone", "desk-by-night"],
)
def test_pages_have_no_barrier_that_axe_knows(browser, database, site, viewport, scheme, rules):
    with database.write() as session:
        fill(session)
    # The examiner is put in by the test; the page's own policy would rightly refuse it.
    context = browser.new_context(
        base_url=site, viewport=viewport, color_scheme=scheme, locale="vi-VN", bypass_csp=True
    )
    barriers.none_on(context.new_page(), PAGES, rules=rules)
    context.close()


@pytest.mark.only("sqlite")
def test_hostile_text_runs_nothing_and_asks_for_nothing(page, database):
    payload = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)><svg onload=alert(1)>"
    with database.write() as session:
        session.add(Group(name=payload, slug="nhom", kind="unit", created_at=BEFORE))
        words = dict.fromkeys(("description", "preparation", "place", "organizer", "contact"), payload)
        event(session, payload, date(2027, 3, 9), uid="hostile@example.org", **words)
    for address in ("/", "/agenda", "/months/2027-03", "/events/hostile@example.org", "/subscribe"):
        page.goto(address)
        assert page.get_by_text("onerror=alert(1)").count() > 0
