"""The first page of the desk: what needs a person now, each with its one button."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from support import rows
from support.desk import signed_in
from web.rows import BEFORE, NOW, event

from campaign.desk.attention import end_of_next_month
from campaign.models import Duty, Member, Plan, Reminder, Role
from campaign.sending import metrics, rendering
from campaign.web.desk import SECTIONS

TODAY = "/desk/today"


def text(client, address=TODAY) -> str:
    return client.get(address).get_data(as_text=True)


def test_signing_in_leads_to_today(app):
    assert signed_in(app).get("/signin?to=/").location in (None, TODAY)
    assert 'aria-current="page">Hôm nay' in text(signed_in(app))


def test_new_installation_has_four_steps_that_tick_themselves_off(app, database):
    desk = signed_in(app)
    page = text(desk)
    assert [step in page for step in ("Nhập nhân sự", "Thêm phòng", "Tải kế hoạch", "Gửi thư thử")] == [True] * 4
    with database.write() as session:
        session.add(Member(name="Lê An", address="an@example.org", address_key="an@example.org", created_at=BEFORE))
    page = text(desk)
    assert "Nhập nhân sự" not in page
    assert "Thêm phòng" in page
    with database.write() as session:
        event(session, "Tọa đàm", date(2027, 3, 20))
    assert "Bắt đầu" not in text(desk)


def test_nothing_to_do_is_one_line_and_what_comes_next(app, database):
    with database.write() as session:
        event(session, "Ngày Quốc tế Hạnh phúc", date(2027, 9, 20), kind="commemoration")
    page = text(signed_in(app))
    assert "Không có việc gì chờ đồng chí." in page
    assert "Ngày Quốc tế Hạnh phúc" in page


def test_each_matter_has_its_button(app, database):
    with database.write() as session:
        event(session, "Báo cáo quý", date(2027, 2, 20), kind="report")
        event(session, "Họp đã qua", date(2027, 2, 25), kind="meeting", draft=True)
        event(session, "Tọa đàm tháng này", date(2027, 3, 20), draft=True, place="Hội trường")
        event(session, "Hội thảo xa", date(2027, 9, 20), draft=True)
        event(session, "Tập huấn không phòng", date(2027, 3, 22), kind="training")
        plan = Plan(year=2027, title="Kế hoạch", created_at=BEFORE)
        session.add(plan)
        session.flush()
        quarter = {"expected_start": date(2027, 1, 1), "expected_end": date(2027, 3, 31)}
        later = {"expected_start": date(2027, 7, 1), "expected_end": date(2027, 9, 30)}
        session.add(Duty(plan_id=plan.id, position=1, outline="1", text="Rà soát quy chế", **quarter))
        session.add(Duty(plan_id=plan.id, position=2, outline="2", text="Tổng kết phong trào", **later))
        flagged = {"address": "cu@example.org", "address_key": "cu@example.org", "flagged_at": NOW}
        session.add(Member(name="Trần Cũ", created_at=BEFORE, **flagged))
    page = text(signed_in(app))
    for button, title in (
        ("Ghi nhận đã gửi", "Báo cáo quý"),
        ("Dời lịch…", "Họp đã qua"),
        ("Xác nhận…", "Tọa đàm tháng này"),
        ("Bổ sung", "Tập huấn không phòng"),
        ("Lập hoạt động…", "Rà soát quy chế"),
        ("Sửa địa chỉ", "Trần Cũ"),
    ):
        assert f'{button}<span class="hidden">: {title}</span>' in page
    assert "Hội thảo xa" not in page
    assert "Tổng kết phong trào" not in page


def test_next_month_ends_on_its_last_day():
    days = [date(2027, 1, 31), date(2027, 11, 30), date(2027, 12, 1), date(2028, 1, 1)]
    expected = [date(2027, 2, 28), date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29)]
    assert list(map(end_of_next_month, days)) == expected
    assert all(end_of_next_month(day) - day <= timedelta(days=62) for day in days)


@pytest.mark.requirement("S30")
def test_mail_that_cannot_be_composed_is_an_alarm(app, database, config):
    """Defect 6: whatever keeps the words of a mail from being put together, a person hears of it."""
    with database.write() as session:
        rows.members(session, 2, NOW)
        agency = rows.agency(session, config, "3 working days before")
        rows.event(session, agency, NOW, date(2027, 3, 20), start=time(14))
    with database.write() as session:
        due = session.scalar(select(func.min(Reminder.due_at)))
    assert rows.plan(database, due) == 2

    def broken(*_arguments):
        raise ValueError("no such template")

    rendering.prepare(database, broken, due, 10)
    page = text(signed_in(app))
    assert "2 thư không soạn được" in page
    with database.read() as session:
        gauges = {each.name: each.values for each in metrics.read(session, now=due)}
    assert gauges["messages_uncomposed"] == {"": 2}


@pytest.mark.parametrize("now", [datetime(2027, 11, 2, 2, tzinfo=UTC)])
def test_november_proposes_rolling_over(app, database):
    with database.write() as session:
        event(session, "Tọa đàm", date(2027, 3, 20))
    page = text(signed_in(app))
    assert "Chưa có kế hoạch; 1 hoạt động của năm trước có thể chuyển sang." in page
    assert 'href="/desk/year/2028/roll">Chuyển sang năm 2028' in page
    assert "/desk/year/2028/roll" not in text(signed_in(app, Role.READER))


def test_every_desk_page_belongs_to_one_section(app):
    sections = [blueprints for _first, _name, blueprints in SECTIONS]
    pages = {
        rule.endpoint.partition(".")[0]
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/desk/") and "GET" in (rule.methods or ())
    }
    assert pages - {"search", "downloads"} <= set().union(*sections)
    assert sum(map(len, sections)) == len(set().union(*sections))
