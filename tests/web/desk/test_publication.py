"""The page that publishes a year: fill in many, look it over, one act."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select
from support.desk import post
from web.desk.house import TALK, drafted, event_of
from web.desk.test_journey import enter, visitor  # noqa: F401
from web.rows import NOW

import campaign.samples
from campaign.calendar import revision
from campaign.desk import notices
from campaign.models import Event, Member, Message, Notice, Role

PAGE = "/desk/plans/2027/publication"


@pytest.fixture
def year(database, config, house) -> list[str]:
    return [
        drafted(database, config, replace(TALK, title="Hội thảo gia đình", first=date(2027, 6, 15))),
        drafted(
            database,
            config,
            replace(
                TALK, kind="report", title="Báo cáo năm", first=date(2027, 12, 10), start=None, end=None, speakers=()
            ),
        ),
    ]


def ids(database, uids) -> list[int]:
    return [event_of(database, uid).id for uid in uids]


def test_year_is_filled_in_and_published_in_one_act(desk, database, house, year):
    shown = desk.get(PAGE).get_data(as_text=True)
    assert "Hội thảo gia đình" in shown
    assert "Chưa có ai trong thành phần" in shown
    wanted = ids(database, year)
    answer = post(desk, f"{PAGE}/settings", {"event": wanted, "audience": "all", "only": "kind:seminar"})
    assert answer.status_code == 303
    assert [event_of(database, uid).audience_all for uid in year] == [True, False]
    shown = desk.get(PAGE).get_data(as_text=True)
    assert "(12 người)" in shown
    with database.read() as session:  # a preview leaves nothing behind
        assert session.scalar(select(func.count()).select_from(Notice).where(Notice.kind == "year_plan")) == 0
    answer = post(desk, PAGE, {"event": wanted, "notify": "1"}, follow_redirects=True)
    assert "Đã công bố 2 hoạt động. 12 người nhận một thư về cả năm." in answer.get_data(as_text=True)
    assert all(event_of(database, uid).confirmed_at for uid in year)


def test_year_bad_input_is_one_sentence_and_changes_nothing(desk, database, house, year):
    wanted = ids(database, year)
    for address, data, sentence in (
        (PAGE, {}, "Hãy chọn ít nhất một hoạt động"),
        (f"{PAGE}/settings", {"event": wanted}, "Hãy chọn thành phần"),
        (f"{PAGE}/settings", {"event": wanted, "audience": "99"}, "Hãy chọn một nhóm"),
        (f"{PAGE}/settings", {"event": wanted, "contact": "Không Ai"}, "Không tìm thấy “Không Ai”"),
    ):
        answer = post(desk, address, data)
        assert answer.status_code == 400
        assert sentence in answer.get_data(as_text=True)
    assert not any(event_of(database, uid).confirmed_at for uid in year)


def test_year_is_published_by_whoever_may_change_everything(desk, limited, reader, house, year):
    assert limited.get(PAGE).status_code == 403
    assert reader.get(PAGE).status_code == 403
    assert PAGE in desk.get("/desk/?year=2027").get_data(as_text=True)


def test_plan_of_2020_goes_live_in_fifteen_clicks_with_one_mail_each(enter, database, house, tmp_path):  # noqa: F811
    text = (Path(campaign.samples.__file__).parent / "plan.txt").read_text(encoding="utf-8")
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(text.replace("2020", "2027"), encoding="utf-8")
    page: Page = enter(Role.ORGANIZER)
    clicks = 0

    def click(what) -> None:
        nonlocal clicks
        what.click()
        clicks += 1

    page.goto("/desk/")
    click(page.get_by_role("link", name="Kế hoạch", exact=True))
    page.get_by_label("Tệp kế hoạch").set_input_files(plan)
    clicks += 2
    click(page.get_by_role("button", name="Đọc văn bản"))
    click(page.get_by_role("button", name=re.compile("Nhận .* mục còn lại")))
    click(page.get_by_role("link", name="Công bố kế hoạch 2027"))
    page.get_by_label("Thành phần").select_option("all")
    clicks += 2
    click(page.get_by_role("button", name="Điền", exact=True))
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    click(page.get_by_role("button", name="Công bố các hoạt động đã chọn"))
    expect(page.get_by_role("status")).to_contain_text("12 người nhận một thư")
    assert clicks <= 15
    with database.write() as session:
        instance = revision.ensure(session, now=NOW).instance
        later = NOW + timedelta(minutes=11)
        notices.plan_due(session.connection(), now=later, id_suffix=f".{instance}@example.org>")
        waiting = select(Message.member_id, func.count()).where(Message.result.is_(None))
        mails = session.execute(waiting.group_by(Message.member_id)).all()
        live = session.scalar(select(func.count()).select_from(Event).where(Event.confirmed_at.is_not(None)))
        assert {row[1] for row in mails} == {1}
        assert len(mails) == session.scalar(select(func.count()).select_from(Member))
    print(f"clicks {clicks}, mails {len(mails)}, events live {live}")
