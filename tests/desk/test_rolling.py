"""The year rolls over: drafts on days that suit, nothing sent, nothing doubled."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import func, select

from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.calendar.holidays import fill
from campaign.cli import main
from campaign.desk import decisions, publication, rolling, scheduling
from campaign.desk.attention import attention
from campaign.desk.board import BoardFilter, board
from campaign.desk.decisions import Theme
from campaign.models import Duty, Event, Notice, Occurrence, Plan, Reminder
from tests.desk.conftest import TRANG

NOW = datetime(2026, 1, 5, 2, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 2, tzinfo=UTC)


@pytest.fixture
def agency(session, config):
    fill(session, config, range(2025, 2029), today=NOW.date())
    return agency_of(session, config)


@pytest.fixture
def keep(session, agency):
    def made(kind: str, title: str, first: date | None = None, *, confirm: bool = True, **values: object) -> Event:
        draft = Draft(kind=kind, title=title, first=first, audience_all=True, **values)
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
        if confirm and first and not event.per_year:
            decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
        return event

    return made


def roll(session, agency, year: int = 2027) -> dict[str, Event]:
    ticked = [rolled.event.id for rolled in rolling.propose(session, year, agency) if rolled.tick]
    return {event.title: event for event in rolling.roll(UnitOfWork(session, LATER, TRANG, agency), year, ticked)}


@pytest.mark.parametrize(
    ("kind", "first", "day", "why"),
    [
        ("seminar", date(2026, 5, 12), date(2027, 5, 11), "Cùng thứ trong tuần như năm trước, gần ngày 12/5/2027."),
        ("meeting", date(2026, 4, 30), date(2027, 4, 29), "Cùng thứ"),
        ("commemoration", date(2026, 3, 8), date(2027, 3, 8), "Giữ đúng ngày."),
        ("campaign", date(2026, 6, 1), date(2027, 6, 1), "Giữ đúng ngày."),
        ("activity", date(2026, 2, 10), date(2027, 1, 29), "Tính theo ngày Tết."),
        ("training", date(2026, 1, 28), date(2027, 1, 27), "Cùng thứ"),
        ("seminar", date(2026, 3, 4), date(2027, 3, 3), "Cùng thứ"),
        ("report", date(2026, 6, 10), None, "dự kiến tháng 6/2027"),
    ],
)
def test_day_of_the_new_year(session, agency, keep, kind: str, first: date, day: date | None, why: str) -> None:
    keep(kind, "Việc", first)
    (rolled,) = rolling.propose(session, 2027, agency)
    assert (rolled.day, rolled.tick) == (day, True)
    assert why in str(rolled.why)
    assert day is None or kind in ("commemoration", "campaign") or agency.calendar.is_working(day)


def test_tet_weeks_are_left_free(session, agency, keep) -> None:
    keep("seminar", "Tọa đàm", date(2026, 2, 3))
    (rolled,) = rolling.propose(session, 2027, agency)
    assert (rolled.day, str(rolled.why)) == (date(2027, 1, 26), "Tránh các tuần quanh Tết.")


def test_gathering_stays_before_its_feast(session, agency, keep) -> None:
    keep("commemoration", "Ngày Phụ nữ Việt Nam", date(2026, 10, 20), rule="FREQ=YEARLY")
    keep("activity", "Gặp mặt", date(2026, 10, 19), start=time(16))
    (rolled,) = rolling.propose(session, 2027, agency)
    assert rolled.day == date(2027, 10, 18)
    assert str(rolled.why) == "Gắn với ngày 20/10/2027, vào ngày làm việc."


def test_lunar_feast_takes_its_gathering_along(session, agency, keep) -> None:
    keep("commemoration", "Giỗ Tổ", date(2026, 4, 26), rule="X-LUNAR=YEARLY;BYMONTH=3;BYMONTHDAY=10")
    keep("visit", "Dâng hương", date(2026, 4, 24))
    (rolled,) = rolling.propose(session, 2027, agency)
    assert rolled.day == date(2027, 4, 14)


def test_rolled_year_is_drafts_and_sends_nothing(session, agency, keep, house) -> None:
    month = keep("campaign", "Tháng hành động năm 2026", date(2026, 6, 1), last=date(2026, 6, 30))
    source = keep(
        "seminar",
        "Tọa đàm kỷ niệm 116 năm ngày 8/3/2026",
        date(2026, 6, 9),
        start=time(14),
        end=time(16),
        part_of_id=month.id,
        register_by=date(2026, 6, 2),
        online_url="https://hop.example.org/1",
        group_ids=frozenset({house.staff}),
        room_id=house.hall,
    )
    before = session.scalar(select(func.count()).select_from(Reminder))
    made = roll(session, agency)
    assert set(made) == {"Tháng hành động năm 2027", "Tọa đàm kỷ niệm 117 năm ngày 8/3/2027"}
    campaign, seminar = made["Tháng hành động năm 2027"], made["Tọa đàm kỷ niệm 117 năm ngày 8/3/2027"]
    draft = scheduling.draft_of(session, seminar)
    assert (campaign.first_day, campaign.last_day) == (date(2027, 6, 1), date(2027, 6, 30))
    assert (draft.first, draft.start, draft.end) == (date(2027, 6, 8), time(14), time(16))
    assert (draft.register_by, draft.online_url, draft.room_id) == (date(2027, 6, 1), "", house.hall)
    assert (draft.group_ids, draft.part_of_id, seminar.rolled_from_id) == (
        frozenset({house.staff}),
        campaign.id,
        source.id,
    )
    assert all(event.is_draft and event.component is None for event in made.values())
    assert session.scalar(select(func.count()).select_from(Reminder)) == before
    assert session.scalars(select(Notice)).all() == []


def test_report_dates_and_duty_are_emptied(session, agency, keep) -> None:
    keep(
        "report",
        "Báo cáo 6 tháng",
        date(2026, 6, 10),
        figures_from=date(2025, 12, 15),
        figures_to=date(2026, 6, 14),
        cut_off=date(2026, 6, 14),
        recipient="Ban tỉnh",
    )
    keep(
        "seminar",
        "Tọa đàm quý III",
        expected_start=date(2026, 7, 1),
        expected_end=date(2026, 9, 30),
        precision="quarter",
    )
    reasons = {rolled.event.title: str(rolled.why) for rolled in rolling.propose(session, 2027, agency)}
    assert reasons["Tọa đàm quý III"] == "Năm trước chưa có ngày; dự kiến quý III/2027."
    made = roll(session, agency)
    report, seminar = made["Báo cáo 6 tháng"], made["Tọa đàm quý III"]
    assert (report.first_day, report.figures_from, report.figures_to, report.cut_off) == (None,) * 4
    assert (report.expected_start, report.expected_end, report.precision, report.recipient) == (
        date(2027, 6, 1),
        date(2027, 6, 30),
        "month",
        "Ban tỉnh",
    )
    assert (seminar.expected_start, seminar.expected_end, seminar.precision) == (
        date(2027, 7, 1),
        date(2027, 9, 30),
        "quarter",
    )


def test_roll_twice_doubles_nothing(session, agency, keep) -> None:
    keep("seminar", "Tọa đàm", date(2026, 5, 12))
    keep("training", "Tập huấn", date(2026, 9, 15), last=date(2026, 9, 16))
    assert len(roll(session, agency)) == 2
    assert rolling.propose(session, 2027, agency) == []
    assert roll(session, agency) == {}
    assert session.scalar(select(func.count()).select_from(Event)) == 4
    assert [plan.year for plan in session.scalars(select(Plan))] == [2027]
    following = rolling.propose(session, 2028, agency)
    assert [rolled.tick for rolled in following] == [False, False]
    ids = [rolled.event.id for rolled in following]
    assert len(rolling.roll(UnitOfWork(session, LATER, TRANG, agency), 2028, ids)) == 2


def test_only_the_ticked_are_rolled(session, agency, keep) -> None:
    first, _second = keep("seminar", "Một", date(2026, 5, 12)), keep("seminar", "Hai", date(2026, 5, 19))
    made = rolling.roll(UnitOfWork(session, LATER, TRANG, agency), 2027, [first.id, 999])
    assert [event.title for event in made] == ["Một"]
    assert [rolled.event.title for rolled in rolling.propose(session, 2027, agency)] == ["Hai"]


def test_called_off_and_unconfirmed_are_not_ticked(session, agency, keep) -> None:
    gone = keep("seminar", "Đã hủy", date(2026, 5, 12))
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), gone, reason="Bão", notify=False)
    keep("seminar", "Bản nháp", date(2026, 5, 19), confirm=False)
    proposals = {rolled.event.title: rolled for rolled in rolling.propose(session, 2027, agency)}
    assert [rolled.tick for rolled in proposals.values()] == [False, False]
    assert str(proposals["Đã hủy"].why).startswith("Năm trước đã hủy. Cùng thứ")


def test_series_go_on_by_themselves(session, agency, keep, weekly) -> None:
    month = keep(
        "campaign", "Tháng hành động", date(2025, 11, 15), last=date(2025, 12, 15), rule="FREQ=YEARLY", per_year=True
    )
    keep("meeting", "Giao ban", date(2026, 1, 6), rule="FREQ=WEEKLY;BYDAY=TU")
    this_year = session.scalars(
        select(Occurrence).where(Occurrence.event_id == month.id, Occurrence.first_day == date(2026, 11, 15))
    ).one()
    decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), month, this_year, Theme("Chung tay"))
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), month, this_year)
    keep("seminar", "Lễ phát động", date(2026, 11, 16), part_of_id=month.id)
    proposals = rolling.propose(session, 2027, agency)
    assert [(rolled.event.title, rolled.per_year, rolled.day) for rolled in proposals] == [
        ("Tháng hành động", True, date(2027, 11, 15)),
        ("Lễ phát động", False, date(2027, 11, 15)),
    ]
    made = roll(session, agency)
    assert list(made) == ["Lễ phát động"]
    assert made["Lễ phát động"].part_of_id == month.id
    following = session.scalars(
        select(Occurrence).where(Occurrence.event_id == month.id, Occurrence.first_day == date(2027, 11, 15))
    ).one()
    assert (following.theme, following.confirmed_at) == ("", None)


def test_far_year_has_its_occurrences(session, agency, keep) -> None:
    month = keep("campaign", "Tháng", date(2025, 6, 1), last=date(2025, 6, 30), rule="FREQ=YEARLY", per_year=True)
    rolling.roll(UnitOfWork(session, LATER, TRANG, agency), 2030, [])
    days = session.scalars(select(Occurrence.first_day).where(Occurrence.event_id == month.id)).all()
    assert date(2030, 6, 1) in days


def test_new_plan_is_like_the_old_one(session, agency) -> None:
    session.add(
        Plan(
            year=2026,
            title="Kế hoạch bình đẳng giới năm 2026",
            number="12",
            symbol="KH-SCT",
            signer_name="Trần Quang Minh",
            recipients=["Lưu: VT"],
            created_at=NOW,
        )
    )
    plan = rolling.plan_of(Act(session, LATER, TRANG), 2027)
    assert (plan.title, plan.number, plan.symbol, plan.signer_name, plan.recipients) == (
        "Kế hoạch bình đẳng giới năm 2027",
        "",
        "KH-SCT",
        "Trần Quang Minh",
        ["Lưu: VT"],
    )
    assert rolling.plan_of(Act(session, LATER, TRANG), 2027) is plan


def test_29_february(session, agency, keep) -> None:
    keep("commemoration", "Ngày", date(2028, 2, 29))
    (rolled,) = rolling.propose(session, 2029, agency)
    assert rolled.day == date(2029, 2, 28)


def test_command_rolls_and_says_so(tmp_path, capsys: pytest.CaptureFixture) -> None:
    file = tmp_path / "campaign.toml"
    file.write_text("[server]\nsecret_key = '0123456789abcdef0123456789abcdef'\n", encoding="utf-8")
    arguments = ["--config", str(file), "roll", "2027"]
    with pytest.raises(SystemExit) as end:
        main([*arguments, "--json"])
    assert end.value.code == 0
    assert json.loads(capsys.readouterr().out) == {"year": 2027, "events": []}
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert "Đã lập 0 bản nháp cho năm 2027" in capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        main([*arguments[:-1], "1066"])
    assert end.value.code == 2


def test_days_are_of_the_right_kind(session, agency, keep, seminar) -> None:
    keep("training", "Lớp", date(2026, 9, 17), last=date(2026, 9, 18), start=time(8), end=time(17))
    made = roll(session, agency)["Lớp"]
    assert ((made.last_day - made.first_day).days, made.start_time) == (1, time(8))
    assert agency.calendar.is_working(made.last_day)


def test_undated_draft_belongs_to_the_year_of_its_plan(session, agency, keep) -> None:
    plan = Plan(year=2026, title="Kế hoạch năm 2026", created_at=NOW)
    session.add(plan)
    session.flush()
    duty = Duty(plan_id=plan.id, position=0, text="Tham quan", outline="1")
    session.add(duty)
    session.flush()
    keep("visit", "Tham quan", duty_id=duty.id)
    keep("meeting", "Họp tự thêm")
    keep("meeting", "Họp quý I", expected_start=date(2027, 1, 1), expected_end=date(2027, 3, 31), precision="quarter")
    assert {year: waiting(session, year) for year in (2025, 2026, 2027)} == {
        2025: [],
        2026: ["Họp tự thêm", "Tham quan"],
        2027: ["Họp quý I", "Họp tự thêm"],
    }
    assert [publication.undated(session, year) for year in (2025, 2026, 2027)] == [0, 2, 2]


def test_undated_drafts_are_taken_along(session, agency, keep) -> None:
    keep("meeting", "Họp tự thêm")
    made = roll(session, agency)["Họp tự thêm"]
    assert (made.first_day, made.expected_start, made.precision) == (None, date(2027, 1, 1), "year")
    assert made.expected_end == date(2027, 12, 31)
    assert [waiting(session, year) for year in (2026, 2027)] == [[], ["Họp tự thêm"]]
    assert rolling.propose(session, 2027, agency) == []


def waiting(session, year: int) -> list[str]:
    """The titles of the tray."""
    found = board(session, year, BoardFilter(), now=LATER, today=LATER.date())
    return sorted(each.title for each in found.waiting)


def test_what_may_lie_anywhere_in_the_year_is_no_matter_of_january(session, agency, keep) -> None:
    keep("meeting", "Họp tự thêm", expected_start=date(2027, 1, 1), expected_end=date(2027, 12, 31), precision="year")
    keep("meeting", "Họp quý I", expected_start=date(2027, 1, 1), expected_end=date(2027, 3, 31), precision="quarter")
    shown = {}
    for today in (date(2027, 1, 4), date(2027, 11, 8)):
        now = datetime.combine(today, time(2), UTC)
        whole = board(session, 2027, BoardFilter(), now=now, today=today)
        shown[today] = [each.title for each in attention(session, whole, now=now, today=today).undated]
    assert shown == {date(2027, 1, 4): ["Họp quý I"], date(2027, 11, 8): ["Họp tự thêm", "Họp quý I"]}


def test_rolling_over_is_proposed_from_november_until_it_is_begun(session, agency, keep) -> None:
    keep("meeting", "Họp giao ban", date(2026, 3, 10))
    keep("meeting", "Chưa xác nhận", date(2026, 3, 11), confirm=False)
    days = (date(2026, 10, 31), date(2026, 11, 1), date(2027, 2, 28), date(2027, 3, 1))
    assert [rolling.due(session, day) for day in days] == [None, rolling.Due(2027, 1), rolling.Due(2027, 1), None]
    roll(session, agency)
    assert rolling.due(session, date(2026, 11, 1)) is None
