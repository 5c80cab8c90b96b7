"""The pages of plans: reading a file in, going through it, comparing versions."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from desk.plans import FIRST, SECOND
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect
from sample_files import files
from sqlalchemy import func, select
from support import barriers
from support.barriers import WIDER
from support.desk import person, post, signed_in, token
from support.rows import group
from web.conftest import served

from campaign import create_app
from campaign.access import sessions
from campaign.access.sessions import Browser as Seen
from campaign.audit import NOBODY, Act
from campaign.models import Duty, Event, Plan, PlanReading, Proposal, Role, User
from campaign.reading import read
from campaign.web.identity import SIGN_IN, cookie_name

TELEPHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
PLAN = files()["kh.txt"].decode().replace("năm 2020", "năm 2027")
LIKELY = read(PLAN, year=2027).likely
TOTAL = len(LIKELY)


def upload(client: FlaskClient, text: str | bytes = FIRST, name: str = "kh.txt", **fields: object):
    data = text.encode() if isinstance(text, str) else text
    return post(client, "/desk/plans", {"file": (io.BytesIO(data), name), "year": "2027", **fields})


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def proposals(app: Flask) -> list[Proposal]:
    with app.extensions["campaign"].database.read() as session:
        return list(session.scalars(select(Proposal).order_by(Proposal.reading_id, Proposal.position)))


def count(app: Flask, model) -> int:
    with app.extensions["campaign"].database.read() as session:
        return session.scalar(select(func.count()).select_from(model))


def act(client: FlaskClient, proposal: Proposal, noun: str, **fields: object):
    return post(client, f"/desk/plans/readings/{proposal.reading_id}/proposals/{proposal.id}/{noun}", fields)


@pytest.fixture
def client(app) -> FlaskClient:
    return signed_in(app, Role.ORGANIZER)


# Reading in


@pytest.mark.parametrize("name", files())
def test_an_uploaded_plan_is_read_and_waits_for_review(app, client, name):
    answer = upload(client, files()[name], name)
    assert answer.status_code == 303, words(answer)
    page = words(client.get(answer.location))
    assert f"0 trên {TOTAL} mục đã quyết định" in page
    assert "Tháng hành động phòng, chống bạo lực gia đình" in page
    assert "Chỉ tiêu" in page
    assert "Thông tư số 191/2009/TT-BTC" in page
    assert (count(app, Event), count(app, Plan)) == (0, 0)


def test_the_shelf_shows_what_was_read_and_how_far_it_is(app, client):
    assert "Chưa có văn bản nào" in words(client.get("/desk/plans"))
    upload(client)
    act(client, proposals(app)[0], "acceptance")
    page = words(client.get("/desk/plans"))
    assert "Hoạt động vì sự tiến bộ của phụ nữ năm 2027" in page
    assert "1 trên 6 mục đã quyết định" in page


@pytest.mark.parametrize(
    ("data", "name", "year", "sentence"),
    [
        (b"", "trong.txt", "2027", "Tệp không có chữ nào."),
        (b"", "", "2027", "Hãy chọn một tệp."),
        (FIRST.encode(), "kh.txt", "năm nay", "Năm phải là một số như 2027."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cu.doc", "2027", ".docx"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_page(app, client, data, name, year, sentence):
    answer = post(client, "/desk/plans", {"file": (io.BytesIO(data), name), "year": year})
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert count(app, PlanReading) == 0


@pytest.mark.parametrize(
    ("address", "more", "status"),
    [("/desk/plans", 2_000_000, 303), ("/desk/plans", 21_000_000, 413), ("/account/password", 2_000_000, 413)],
)
def test_only_plans_may_be_larger_than_a_common_form(client, address, more, status):
    # Written out here: the test client would leave a temporary file of its own open.
    parts = (
        f'--x\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{token(client)}\r\n'
        f'--x\r\nContent-Disposition: form-data; name="file"; filename="kh.txt"\r\n\r\n{FIRST}{" " * more}\r\n--x--\r\n'
    )
    answer = client.post(address, data=parts.encode(), content_type="multipart/form-data; boundary=x")
    assert answer.status_code == status


def test_the_same_file_leads_to_the_same_review(app, client):
    first = upload(client).location
    assert upload(client).location == first
    assert count(app, PlanReading) == 1


# Deciding


def test_accepting_makes_a_draft_and_goes_on_to_the_next(app, client):
    upload(client)
    first, second, *_ = proposals(app)
    answer = act(client, first, "acceptance")
    assert answer.location.endswith(f"#p-{second.id}")
    with app.extensions["campaign"].database.read() as session:
        event = session.scalars(select(Event)).one()
        assert (event.is_draft, event.quote, event.quote_line) == (True, first.quote, 16)
        assert session.get(Duty, event.duty_id).outline == "II.1"
        assert event.created_by == "Lê Thị Bích Hằng"
    page = words(client.get(answer.location))
    assert "1 trên 6 mục đã quyết định" in page
    assert "Đã nhận : Tọa đàm về kỹ năng cân bằng công việc và gia đình (thứ Ba, ngày 06/4/2027), bản nháp" in page


def test_a_correction_is_saved_or_accepted(app, client):
    upload(client)
    talk = proposals(app)[0]
    form = {"kind": "training", "title": "Tập huấn kỹ năng", "days": "8/4", "hours": "9h00", "audience": ""}
    assert act(client, talk, "correction", **form).location.endswith(f"#p-{talk.id}")
    assert (proposals(app)[0].title, proposals(app)[0].decision) == ("Tập huấn kỹ năng", "")
    act(client, talk, "acceptance", **form | {"title": "Tập huấn kỹ năng sống"})
    with app.extensions["campaign"].database.read() as session:
        event = session.scalars(select(Event)).one()
        assert (event.kind, event.title, str(event.first_day)) == ("training", "Tập huấn kỹ năng sống", "2027-04-08")


def test_a_wrong_correction_keeps_what_was_typed(app, client):
    upload(client)
    form = {"kind": "training", "title": "Tên mới", "days": "hôm nào đó", "hours": "", "audience": "ai cũng được"}
    for noun in ("correction", "acceptance"):
        answer = act(client, proposals(app)[0], noun, **form)
        assert answer.status_code == 400
        page = answer.get_data(as_text=True)
        assert "“hôm nào đó” chưa phải là ngày" in page
        assert 'value="hôm nào đó"' in page
        assert 'value="ai cũng được"' in page
    assert (count(app, Event), count(app, Plan)) == (0, 0)


def test_a_correction_of_what_the_calendar_has_says_what_becomes_of_it(app, client):
    """Linked to the known event a correction changes nothing there: the page must not hide it behind "accept"."""
    upload(client)
    for proposal in proposals(app):
        act(client, proposal, "acceptance")
    event = next(proposal for proposal in proposals(app) if proposal.first_day).event_id
    answer = upload(
        client, FIRST.replace("Hoạt động vì sự tiến bộ của phụ nữ", "Công tác nữ công của công đoàn"), "khac.txt"
    )
    page = client.get(answer.location).text
    matched = [each for each in proposals(app) if each.reading_id == 2 and each.matches_event_id == event]
    assert matched
    form = page.split(f'id="p-{matched[0].id}"')[1].split('class="correct"')[1].split("</form>")[0]
    assert 'name="apart" value="1">Lưu và tạo mục riêng' in form
    assert "Lưu và gắn vào mục đã có" in form
    assert "Lưu và nhận" not in form


def test_skipping_dismissing_merging_and_thinking_again(app, client):
    upload(client)
    talk, month, feast, *_ = proposals(app)
    act(client, talk, "omission")
    act(client, month, "dismissal")
    assert act(client, feast, "merger", into="4").status_code == 303
    assert [each.decision for each in proposals(app)][:3] == ["skipped", "not_duty", "merged"]
    act(client, talk, "reconsideration")
    assert [each.decision for each in proposals(app)][:3] == ["", "not_duty", "merged"]
    assert act(client, talk, "merger", into="99").status_code == 400


def test_a_decided_thing_is_not_decided_over(app, client):
    upload(client)
    talk = proposals(app)[0]
    act(client, talk, "acceptance")
    answer = act(client, talk, "omission")
    assert answer.status_code == 409
    assert "đã được quyết định" in words(answer)


def test_all_that_is_left_is_accepted_at_once(app, client):
    upload(client)
    act(client, proposals(app)[0], "omission")
    assert post(client, "/desk/plans/readings/1/acceptances").status_code == 303
    assert count(app, Event) == 5
    assert "6 trên 6 mục đã quyết định" in words(client.get("/desk/plans/readings/1"))


def test_a_proposal_of_another_reading_is_not_found(app, client):
    upload(client)
    talk = proposals(app)[0]
    assert post(client, f"/desk/plans/readings/99/proposals/{talk.id}/acceptance").status_code == 404
    assert post(client, "/desk/plans/readings/1/proposals/999/omission").status_code == 404
    assert client.get("/desk/plans/readings/99").status_code == 404


def test_a_reader_sees_and_changes_nothing(app, client):
    upload(client)
    reader = signed_in(app, Role.READER)
    page = reader.get("/desk/plans/readings/1")
    assert page.status_code == 200
    assert "/acceptance" not in page.get_data(as_text=True)
    assert act(reader, proposals(app)[0], "acceptance").status_code == 403
    assert upload(reader, SECOND).status_code == 403


def test_an_organizer_of_some_groups_only_looks_on(app, client):
    upload(client)
    with app.extensions["campaign"].database.write() as session:
        some = group(session, app.extensions["campaign"].now()).id
    limited = signed_in(app, Role.ORGANIZER, groups=[some])
    page = limited.get("/desk/plans/readings/1")
    assert page.status_code == 200
    assert "/acceptance" not in page.get_data(as_text=True)
    for noun in ("acceptance", "omission", "dismissal", "reconsideration", "correction"):
        assert act(limited, proposals(app)[0], noun).status_code == 403
    assert [each.decision for each in proposals(app)] == [""] * 6


def test_hostile_words_stay_words(app, client):
    upload(client, FIRST.replace("tại Hội trường", "tại <script>alert(1)</script>"), "<img src=x>.txt")
    page = client.get("/desk/plans/readings/1").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "<img src" not in page


def test_the_page_asks_as_often_for_many_as_for_few(app, client, queries):
    upload(client)
    many = FIRST.replace(
        "3. Họp mặt", "".join(f"3. Tổ chức tọa đàm số {n} ngày {n}/5.\n" for n in range(1, 29)) + "3. Họp mặt"
    )
    upload(client, many.replace("Hoạt động vì", "Công tác vì"))
    asked = []
    for number in (1, 2):
        with queries() as seen:
            assert client.get(f"/desk/plans/readings/{number}").status_code == 200
        asked.append(len(seen))
    assert asked[0] >= asked[1] - 2  # the second is a new version: it also looks for what moved


# Versions


def test_versions_are_compared_and_moves_are_taken_one_by_one(app, client):
    upload(client)
    act(client, proposals(app)[0], "acceptance")
    second = upload(client, SECOND).location
    page = words(client.get(f"{second}/comparison"))
    for sentence in (
        "Giải cầu lông cho đoàn viên",
        "Tham quan, học tập kinh nghiệm tại tỉnh bạn",
        "Dời sang thứ Ba, ngày 13/4/2027",
    ):
        assert sentence in page
    moved = next(each for each in proposals(app) if each.reading_id == 2)
    assert act(client, moved, "relocation").status_code == 303
    with app.extensions["campaign"].database.read() as session:
        assert str(session.scalars(select(Event.first_day)).one()) == "2027-04-13"
    assert "Dời sang" not in words(client.get(f"{second}/comparison"))


def test_a_version_becomes_the_plan_when_somebody_says_so(app, client):
    upload(client)
    act(client, proposals(app)[0], "acceptance")
    upload(client, SECOND)
    assert post(client, "/desk/plans/readings/2/adoption").status_code == 303
    with app.extensions["campaign"].database.read() as session:
        assert session.scalars(select(Plan.source_text)).one() == SECOND


def test_a_first_version_has_nothing_to_be_compared_with(client):
    upload(client)
    assert client.get("/desk/plans/readings/1/comparison").status_code == 404


# The event's page


def test_a_confirmed_event_shows_its_sentence_clause_and_line(app, client):
    upload(client)
    act(client, proposals(app)[0], "acceptance")
    with app.extensions["campaign"].database.write() as session:
        event = session.scalars(select(Event)).one()
        event.confirmed_at = app.extensions["campaign"].now()
        uid, quote = event.uid, event.quote
    page = words(app.test_client().get(f"/events/{uid}"))
    assert quote in page
    assert "Mục II.1, dòng 16, Hoạt động vì sự tiến bộ của phụ nữ năm 2027, 12/KH-SCT" in page


# In a browser


@pytest.fixture
def desk(config, database, now, browser):
    """Opens a browser in which an organizer is signed in; it complains of everything that page or policy refuse."""
    complaints: list[str] = []
    contexts = []

    def make(address: str) -> Flask:
        here = replace(config, server=replace(config.server, base_url=address))
        made.append(create_app(here, database, now=lambda: now))
        return made[0]

    made: list[Flask] = []
    with served(make) as address:
        app = made[0]
        number = person(app, Role.ORGANIZER)
        with database.write() as session:
            key = sessions.begin(Act(session, now, NOBODY), session.get_one(User, number), way="link", browser=Seen())

        def opened(**options: object) -> Page:
            context = browser.new_context(**{"base_url": address, "viewport": DESK, "locale": "vi-VN", **options})
            context.add_cookies([{"name": cookie_name(app, SIGN_IN), "value": key, "url": address}])
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            return page

        yield opened
        for context in contexts:
            context.close()
    assert [each for each in complaints if "400 (BAD REQUEST)" not in each] == []


def read_in(page: Page, folder: Path, text: str = PLAN) -> None:
    """Give the file to the page, as a person does, and wait for the review."""
    path = folder / "ke-hoach.txt"
    path.write_text(text, encoding="utf-8")
    page.goto("/desk/plans")
    page.set_input_files("#file", path)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/desk/plans/readings/*")


@pytest.mark.only("sqlite")
def test_from_upload_to_drafts_by_keyboard(desk, database, tmp_path):
    page = desk()
    read_in(page, tmp_path)
    progress = page.locator("#words")
    expect(progress).to_have_text(f"0 trên {TOTAL} mục đã quyết định")
    first = page.locator(".proposal").first
    first.focus()
    page.keyboard.press("Enter")
    expect(progress).to_have_text(f"1 trên {TOTAL} mục đã quyết định")
    expect(page.locator(".proposal").nth(1)).to_be_focused()
    page.keyboard.press("s")
    expect(progress).to_have_text(f"2 trên {TOTAL} mục đã quyết định")
    expect(page.locator(".proposal").nth(2)).to_be_focused()
    page.keyboard.press("a")
    expect(progress).to_have_text(f"3 trên {TOTAL} mục đã quyết định")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    expect(page.locator(".proposal").nth(4)).to_be_focused()
    page.keyboard.press("x")
    expect(progress).to_have_text(f"4 trên {TOTAL} mục đã quyết định")
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("Hội thao mùa xuân, sân jk")
    page.keyboard.press("Escape")
    expect(page.locator(".proposal").nth(5)).to_be_focused()
    page.keyboard.press("e")
    page.locator("details.correct[open] input[name=days]").fill("20/3")
    page.get_by_role("button", name="Lưu và nhận").click()
    expect(progress).to_have_text(f"5 trên {TOTAL} mục đã quyết định")
    with database.read() as session:
        events = session.scalars(select(Event).order_by(Event.id)).all()
        assert [(e.title, str(e.first_day), e.is_draft, e.quote_line) for e in events] == [
            (LIKELY[0].title, str(LIKELY[0].start), True, LIKELY[0].line),
            (LIKELY[2].title, str(LIKELY[2].start), True, LIKELY[2].line),
            ("Hội thao mùa xuân, sân jk", "2027-03-20", True, LIKELY[5].line),
        ]
        assert all(" ".join(e.quote.split()) in " ".join(PLAN.split()) for e in events)
        assert [session.get(Duty, e.duty_id).line for e in events] == [LIKELY[0].line, LIKELY[2].line, LIKELY[5].line]
    page.goto("/desk")
    expect(page.locator("#tray li", has_text=LIKELY[0].title)).not_to_have_count(0)
    expect(page.locator("main a", has_text="Hội thao mùa xuân, sân jk")).not_to_have_count(0)
    page.locator("main a", has_text="Hội thao mùa xuân, sân jk").first.click()
    expect(page.locator("blockquote")).to_contain_text(LIKELY[5].quote[:20])
    expect(page.locator(".cite").first).to_contain_text(f"dòng {LIKELY[5].line}")
    page.goto("/desk/plans/readings/1")  # taken up again
    expect(progress).to_have_text(f"5 trên {TOTAL} mục đã quyết định")
    expect(page.locator("#proposals .proposal[tabindex='0']")).to_have_attribute("data-waiting", "")


@pytest.mark.only("sqlite")
def test_document_and_proposals_show_each_other(desk, tmp_path):
    page = desk()
    read_in(page, tmp_path)
    proposal = page.locator(".proposal", has_text="Tổ chức sơ kết, tổng kết").first
    proposal.focus()
    on = page.locator("mark.on")
    expect(on).to_have_text("Tổ chức sơ kết, tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ.")
    assert on.evaluate("m => { const b = m.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }")
    page.locator("mark", has_text="Khen thưởng, biểu dương").click()
    expect(page.locator(".proposal", has_text="Khen thưởng, biểu dương").first).to_be_focused()
    expect(on).to_have_text("Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc.")
    number = page.locator(".proposal").nth(3).get_attribute("data-number")
    page.locator(f".paper a.ref >> text=/^{number}$/").first.click()
    expect(page.locator(".proposal").nth(3)).to_be_focused()


@pytest.mark.only("sqlite")
def test_without_scripts_links_and_buttons_do_it_all(desk, database, tmp_path):
    page = desk(java_script_enabled=False, viewport=TELEPHONE)
    read_in(page, tmp_path)
    assert page.locator(".paper").is_visible()
    assert page.locator(".items").is_visible()
    target = page.locator(".paper a.ref").first.get_attribute("href")
    assert page.locator(target).count() == 1
    back = page.locator(".proposal a.see").first.get_attribute("href")
    assert page.locator(back).count() == 1
    page.get_by_role("button", name="Nhận", exact=True).first.click()
    assert page.locator("#words").inner_text() == f"1 trên {TOTAL} mục đã quyết định"
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 1


@pytest.mark.only("sqlite")
def test_on_a_telephone_one_side_is_shown_at_a_time(desk, tmp_path):
    page = desk(viewport=TELEPHONE)
    read_in(page, tmp_path)
    assert [page.locator(part).is_visible() for part in (".items", ".paper")] == [True, False]
    page.locator(".proposal a.see").nth(5).click()
    assert [page.locator(part).is_visible() for part in (".items", ".paper")] == [False, True]
    page.locator("mark", has_text="Khen thưởng").click()
    assert page.locator(".items").is_visible()
    expect(page.locator(".proposal", has_text="Khen thưởng, biểu dương").first).to_be_focused()


@pytest.mark.only("sqlite")
def test_pages_never_scroll_sideways(desk, tmp_path):
    page = desk()
    read_in(page, tmp_path, FIRST)
    page.get_by_role("button", name="Nhận", exact=True).first.click()
    expect(page.locator("#words")).to_have_text("1 trên 6 mục đã quyết định")
    read_in(page, tmp_path, SECOND)
    for address in (
        "/desk/plans",
        "/desk/plans/readings/1",
        "/desk/plans/readings/2",
        "/desk/plans/readings/2/comparison",
    ):
        for width in (320, 390, 768, 1100, 1920):
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(address)
            assert page.evaluate(WIDER) == 0, (address, width)


@pytest.mark.only("sqlite")
@pytest.mark.parametrize(
    ("viewport", "scheme", "locale"), [(DESK, "light", "vi-VN"), (TELEPHONE, "dark", "en-GB"), (DESK, "dark", "en-GB")]
)
def test_pages_have_no_barrier_that_axe_knows(desk, tmp_path, viewport, scheme, locale):
    plain = desk()
    read_in(plain, tmp_path, FIRST)
    plain.get_by_role("button", name="Nhận", exact=True).first.click()
    expect(plain.locator("#words")).to_have_text("1 trên 6 mục đã quyết định")
    read_in(plain, tmp_path, SECOND)
    # The examiner is put in by the test; the page's own policy would rightly refuse it.
    page = desk(viewport=viewport, color_scheme=scheme, locale=locale, bypass_csp=True)
    readings = "/desk/plans/readings"
    barriers.none_on(page, ("/desk/plans", f"{readings}/1", f"{readings}/2", f"{readings}/2/comparison"))


def test_notes_of_the_reader_speak_the_language_of_the_page(app, client):
    address = upload(client, FIRST.encode("utf-8"), "kh.pdf").location
    assert "Tên tệp có đuôi .pdf nhưng nội dung là .txt." in client.get(address).text
    english = client.get(f"{address}?lang=en").text
    assert "ends in .pdf, but its content is .txt." in english.replace("&#39;", "'")
    assert "Tên tệp có đuôi" not in english
