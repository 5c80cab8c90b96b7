"""The board: what is on it, in which state, what a filter leaves, and what it costs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert
from web.desk.house import TALK, TRANG, confirmed, drafted
from web.rows import NOW, TODAY, ZONE

from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.desk import decisions
from campaign.desk.board import Board, BoardFilter, State, board
from campaign.desk.weekgrid import week_grid
from campaign.models import Event, Holiday, Member, Occurrence
from campaign.pages import yearplan


@pytest.fixture
def look(database):
    def read(year: int = 2027, **wish: object) -> Board:
        with database.read() as session:
            return board(session, year, BoardFilter(**wish), now=NOW, today=TODAY)

    return read


def states(found: Board, title: str) -> set[State]:
    return set(next(each for each in (*found.entries, *found.waiting) if each.title == title).states)


def act(database, config, uid: str, verb, *args, **options):
    with database.write() as session:
        event = session.query(Event).filter_by(uid=uid).one()
        work = UnitOfWork(session, NOW, TRANG, agency_of(session, config))
        return verb(work, event, *args, **options)


def test_states_are_seen_without_opening(database, config, house, look):
    staff = frozenset({house.staff})
    drafted(database, config, Draft(kind="meeting", title="Nháp", first=date(2027, 4, 6), group_ids=staff))
    drafted(
        database, config, Draft(kind="meeting", title="Quá hạn", first=date(2027, 2, 2), place="A", group_ids=staff)
    )
    drafted(
        database,
        config,
        Draft(kind="report", title="Chờ", expected_start=date(2027, 1, 1), expected_end=date(2027, 1, 31)),
    )
    confirmed(database, config, Draft(kind="meeting", title="Không ai", first=date(2027, 4, 7), place="A"))
    off = confirmed(database, config, replace(TALK, title="Hủy", first=date(2027, 4, 8), group_ids=staff))
    act(database, config, off, decisions.cancel, reason="bão", notify=False)
    moved = confirmed(database, config, replace(TALK, title="Dời", first=date(2027, 4, 9), place="A", group_ids=staff))
    act(database, config, moved, decisions.move, None, replace(TALK, first=date(2027, 4, 13)).when, notify=False)
    found = look()
    assert states(found, TALK.title) == {State.CONFIRMED}
    assert states(found, "Nháp") == {State.DRAFT, State.ROOMLESS}
    assert states(found, "Quá hạn") == {State.DRAFT, State.OVERDUE}
    assert states(found, "Chờ") == {State.DRAFT, State.OVERDUE}
    assert states(found, "Không ai") == {State.CONFIRMED, State.UNREMINDED}
    assert states(found, "Hủy") == {State.CANCELLED}
    assert states(found, "Dời") == {State.CONFIRMED, State.MOVED}
    assert found.total == 7
    assert found.counts[State.OVERDUE] == 2


def test_filters_leave_what_suits_and_counts_stay(database, config, house, look):
    with database.write() as session:
        person = session.query(Member).order_by(Member.id).first().id
    meeting = Draft(
        kind="meeting", title="Họp", first=date(2027, 4, 6), group_ids=frozenset({house.committee}), contact_id=person
    )
    drafted(database, config, meeting)
    drafted(database, config, replace(meeting, title="Chưa ngày", first=None, expected_start=date(2027, 5, 1)))
    for wish in ({"kind": "meeting"}, {"group": house.committee}, {"contact": person}, {"state": "draft"}):
        found = look(**wish)
        assert [each.title for each in found.entries] == ["Họp"], wish
        assert [each.title for each in found.waiting] == ["Chưa ngày"], wish
        assert found.total == 3
    assert [each.title for each in look(state="confirmed").entries] == [TALK.title]
    assert look().groups == ((house.committee, "Ban Nữ công"), (house.staff, "Toàn Sở"))
    assert look().people == ((person, "Lê Thị 0"),)


def test_entry_belongs_to_its_month_and_a_neighbour_to_none(database, config, house, look):
    drafted(
        database, config, Draft(kind="meeting", title="Cuối năm", first=date(2026, 12, 30), last=date(2026, 12, 31))
    )
    drafted(database, config, Draft(kind="campaign", title="Qua năm", first=date(2026, 12, 20), last=date(2027, 1, 10)))
    drafted(database, config, Draft(kind="meeting", title="Năm sau", first=date(2028, 1, 3)))
    found = look()
    assert [each.title for each in found.of_month(1)] == ["Qua năm"]
    assert [each.title for each in found.of_month(3)] == [TALK.title]
    week = week_grid(date(2026, 12, 28), found.entries)
    assert [each.title for each in week.long] == ["Qua năm", "Cuối năm"]


def test_duty_is_scheduled_once_an_event_of_it_has_a_day(database, config, house, look):
    (duty,) = look().duties
    assert (duty.dated, duty.undated, duty.is_scheduled) == (0, 0, False)
    waiting = Draft(kind="activity", title="Hội diễn", duty_id=house.duty)
    drafted(database, config, waiting)
    assert look().duties[0].undated == 1
    drafted(database, config, replace(waiting, first=date(2027, 10, 20)))
    assert look().duties[0].is_scheduled
    assert look().title == "Năm bình đẳng giới 2027"
    assert look(2028).duties == ()


def test_page_says_states_in_words_and_links_to_forms(desk, database, config, house):
    drafted(database, config, Draft(kind="meeting", title="Họp muộn", first=date(2027, 2, 2)))
    page = desk.get("/desk/").text
    assert "1 bản nháp" in page
    assert "1 quá hạn" in page
    assert "chưa xếp lịch" in page
    assert f"/desk/events/new?duty={house.duty}" in page
    assert f'data-move="/desk/events/{house.talk}/move"' in page
    week = desk.get("/desk/?view=week&week=2027-03-16").text
    assert 'data-day="2027-03-15"' in week
    assert "14h00-16h30" in week
    assert TALK.title not in desk.get("/desk/?kind=report").text
    assert "Không có hoạt động nào hợp với bộ lọc này" in desk.get("/desk/?kind=report").text


@pytest.mark.parametrize(
    "query",
    ["year=x", "view=week&week=không", "group=x&contact=y&kind=z&state=w", "year=99999", "view=week&week=0001-01-01"],
)
def test_page_takes_any_address(desk, query):
    assert desk.get(f"/desk/?{query}").status_code == 200


def test_limited_organizer_moves_only_what_is_of_his_groups(limited, database, config, house):
    own = drafted(
        database,
        config,
        Draft(kind="meeting", title="Họp", first=date(2027, 4, 6), group_ids=frozenset({house.committee})),
    )
    page = limited.get("/desk/").text
    assert f'data-move="/desk/events/{own}/move"' in page
    assert f'data-move="/desk/events/{house.talk}/move"' not in page
    assert limited.get(f"/desk/events/{house.talk}").status_code == 200
    assert limited.get(f"/desk/events/{house.talk}/edit").status_code == 403


def many(session, number: int) -> None:
    """So many events through the year, each on one day, without the cost of their verbs."""
    rows, days = [], []
    for n in range(number):
        day = date(2027, 1, 1) + timedelta(days=n * 363 // number)
        rows.append(
            {"uid": f"many-{n}@example.org", "kind": "meeting", "title": f"Việc {n}", "first_day": day, "last_day": day,
             "created_at": NOW, "changed_at": NOW, "audience_all": True, "confirmed_at": NOW}
        )  # fmt: skip
        days.append(day)
    ids = session.scalars(insert(Event).returning(Event.id, sort_by_parameter_order=True), rows).all()
    spans = [
        (datetime.combine(day, time(), ZONE), datetime.combine(day + timedelta(days=1), time(), ZONE)) for day in days
    ]
    session.execute(
        insert(Occurrence),
        [
            {"event_id": event_id, "original_day": day, "first_day": day, "last_day": day, "starts_at": span[0],
             "ends_at": span[1], "slogans": [], "confirmed_at": NOW}
            for event_id, day, span in zip(ids, days, spans, strict=True)
        ],
    )  # fmt: skip


@pytest.mark.parametrize("query", ["", "view=week&week=2027-03-16", "state=draft"])
def test_page_asks_six_queries_however_many_rows(desk, database, queries, query):
    asked = []
    for number in (1, 100):
        with database.write() as session:
            session.query(Event).filter(Event.uid.like("many-%")).delete()
            many(session, number)
        with queries() as seen:
            assert desk.get(f"/desk/?{query}").status_code == 200
        asked.append(len([each for each in seen if each.lstrip().startswith("SELECT")]))
    assert asked[0] == asked[1] <= (8 if "week" in query else 6)  # the week also asks for the rooms


@pytest.mark.only("sqlite")
def test_two_thousand_events_are_shown_and_the_strip_stays_low(desk, database, look):
    with database.write() as session:
        many(session, 2000)
    found = look()
    assert found.total == 2002 - 1
    picture = yearplan.strip(found.entries, year=2027, today=TODAY)
    assert picture.lanes <= yearplan.STRIP_LANES
    assert desk.get("/desk/").text.count("Việc ") >= 2000


def test_days_off_are_named_beside_weekends(desk, database):
    with database.write() as session:
        session.add_all(
            [
                Holiday(day=date(2027, 3, 16), name="Ngày truyền thống", working=False),
                Holiday(day=date(2027, 3, 17), name="Ngày truyền thống", working=False),
                Holiday(day=date(2027, 3, 20), name="Làm bù ngày 17/3", working=True),
            ]
        )
    march = desk.get("/desk/?year=2027").text.split('id="month-3"')[1].split("</section>")[0]
    cells = dict(re.findall(r'data-day="2027-03-(\d\d)"([^>]*)>', march))
    assert ('title="Ngày truyền thống"' in cells["16"], "rest off" in cells["16"]) == (True, True)
    assert ("rest" in cells["20"], "worked" in cells["20"], "rest" in cells["21"]) == (False, True, True)
    said = [
        " ".join(re.sub(r"<[^>]+>", "", line).split()) for line in march.split('class="days-off"')[1].split("</li>")
    ]
    assert said[0].endswith("16/3–17/3 Nghỉ: Ngày truyền thống")
    assert said[1] == "T7 20/3 Làm bù ngày 17/3"
    week = desk.get("/desk/?view=week&week=2027-03-16").text
    assert [bool(re.search(f'data-day="2027-03-{day}" class="rest', week)) for day in (15, 16, 17, 20, 21)] == [
        False, True, True, False, True,
    ]  # fmt: skip
    table = week.split('class="week-grid"')[1].split("</table>")[0]
    assert table.count("Nghỉ: <span>Ngày truyền thống</span>") == 2
    assert 'Worked in exchange: <span lang="vi">' in desk.get("/desk/?view=week&week=2027-03-16&lang=en").text
    month = desk.get("/months/2027-03").text
    day = month.split('datetime="2027-03-16"')[0].rsplit("<td", 1)[1], month.split('datetime="2027-03-16"')[1]
    assert ("rest" in day[0], "free" in day[0]) == (True, False)
    assert day[1].split("</td>")[0].count("Nghỉ: <span>Ngày truyền thống</span>") == 1
