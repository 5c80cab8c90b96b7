"""Search over everything, tone marks or not, on both databases; and the book of acts as pages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import update
from support import rows

from campaign.audit import Act, Author
from campaign.desk import audit_pages
from campaign.desk.audit_pages import AuditFilter
from campaign.directory import groups, members, rooms
from campaign.directory.members import Person
from campaign.models import Duty, Event, Group, Occurrence, Plan, Room
from campaign.pages import searching

BY, OTHER = Author("Hằng", 7), Author("An", 8)
TODAY = date(2027, 3, 1)


@pytest.fixture
def filled(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config)
        board = groups.create(Act(session, now, BY), "Ban Toạ đàm", "body")
        rows.event(session, house, now, date(2027, 4, 8), title="Tọa đàm tháng tư", groups=[board])
        rows.event(session, house, now, date(2027, 3, 8), title="Toạ đàm 8/3", place="Hội trường", groups=[board])
        rows.event(session, house, now - timedelta(days=60), date(2027, 1, 20), title="TỌA ĐÀM đã qua")
        rows.draft(session, now, None, title="Tọa đàm chưa có ngày")
        off = rows.event(session, house, now, date(2027, 5, 8), title="Tọa đàm đã hủy")
        off.cancelled_at = now
        rows.event(session, house, now, date(2027, 6, 8), title="Hội diễn")
        members.create(Act(session, now, BY), Person("Đàm Thị Tọa", "dam@example.org"))
        rooms.create(Act(session, now, BY), rooms.Facts("Phòng tọa đàm", place="tầng 2"))
        plan = Plan(year=2027, title="Kế hoạch", created_at=now)
        session.add(plan)
        session.flush()
        session.add(Duty(plan_id=plan.id, position=1, outline="II.3", text="Tổ chức toạ đàm về bình đẳng giới"))
    return database


def names(database, words, **options):
    with database.read() as session:
        found = searching.search(session, words, today=TODAY, **options)
    return {sort: [hit.name for hit in hits] for sort, hits in found.hits.items()}


@pytest.mark.parametrize("words", ["toa dam", "tọa đàm", "toạ đàm", "TOA ĐAM", "đàm tọa", "to\u0323a \u0111a\u0300m"])
def test_everything_is_found_in_order(filled, words):
    assert names(filled, words) == {
        "event": [
            "Toạ đàm 8/3",
            "Tọa đàm tháng tư",
            "Tọa đàm đã hủy",
            "TỌA ĐÀM đã qua",
            "Tọa đàm chưa có ngày",
        ],
        "member": ["Đàm Thị Tọa"],
        "group": ["Ban Toạ đàm"],
        "room": ["Phòng tọa đàm"],
        "duty": ["Tổ chức toạ đàm về bình đẳng giới"],
    }


def test_states_are_told(filled):
    with filled.read() as session:
        hits = searching.search(session, "toa dam", today=TODAY).hits["event"]
    assert [hit.state for hit in hits] == ["confirmed", "confirmed", "cancelled", "confirmed", "unscheduled"]


def test_place_and_the_words_of_one_year_are_found(filled, now):
    assert names(filled, "hoi truong")["event"] == ["Toạ đàm 8/3"]
    with filled.write() as session:
        event = session.query(Event).filter(Event.title == "Hội diễn").one()
        occurrence = session.query(Occurrence).filter(Occurrence.event_id == event.id).one()
        occurrence.theme = "Áo dài và di sản"
    assert names(filled, "ao dai di san") == {"event": ["Hội diễn"]}


def test_changed_title_is_found_by_its_new_words_only(filled):
    with filled.write() as session:
        session.query(Event).filter(Event.title == "Hội diễn").one().title = "Giao lưu văn nghệ"
    assert names(filled, "giao luu") == {"event": ["Giao lưu văn nghệ"]}
    assert names(filled, "hoi dien") == {}


@pytest.mark.parametrize("words", ["", "a", "%%", "__", "'; DROP TABLE event; --", "\\", "khong co gi"])
def test_nothing_is_found_and_nothing_breaks(filled, words):
    assert names(filled, words) == {}


def test_limited_person_finds_what_is_for_his_groups(filled):
    with filled.read() as session:
        board = session.query(Group).one().id
    found = names(filled, "toa dam", within=frozenset({board}))
    assert {sort: found.get(sort, []) for sort in ("member", "group", "room", "duty")} == {
        "member": [],
        "group": ["Ban Toạ đàm"],
        "room": ["Phòng tọa đàm"],
        "duty": [],
    }
    assert names(filled, "tháng tư", within=frozenset({board})) == {"event": ["Tọa đàm tháng tư"]}
    assert names(filled, "tháng tư", within=frozenset({board + 1})) == {}


def test_search_is_one_question(filled, queries):
    with filled.read() as session, queries() as seen:
        searching.search(session, "toa dam", today=TODAY)
    assert len(seen) == 1


def test_more_than_twenty_are_said(database, now):
    with database.write() as session:
        rows.members(session, 30, now)
    with database.read() as session:
        found = searching.search(session, "nguyen an", today=TODAY)
    assert (found.count, found.more) == (20, frozenset({"member"}))


def test_book_is_filtered_and_paged(database, config, now):
    day = timedelta(days=1)
    with database.write() as session:
        member = members.create(Act(session, now, BY), Person("Lê An", "an@example.org"))
        members.leave(Act(session, now + day, OTHER), member)
        for number in range(70):
            groups.create(Act(session, now + 2 * day, BY), f"Nhóm {number}", "list")
    options = {"zone": config.zone}
    with database.read() as session:
        first, before = audit_pages.listed(session, AuditFilter(), **options)
        second, end = audit_pages.listed(session, AuditFilter(), before=before, **options)
        by_name, _more = audit_pages.listed(session, AuditFilter(name="An"), **options)
        of_member, _more = audit_pages.listed(session, AuditFilter(subject="member", subject_id=member.id), **options)
        in_days, _more = audit_pages.listed(session, AuditFilter(until=date(2027, 3, 1)), **options)
        assert audit_pages.authors(session) == ["An", "Hằng"]
    assert (len(first), len(second), end) == (50, 22, None)
    assert [act.verb for act in by_name] == ["leave"]
    assert [act.verb for act in of_member] == ["leave", "create"]
    assert [act.verb for act in in_days] == ["create"]


def test_limited_person_reads_his_own_acts_and_those_on_his_members(database, config, now):
    with database.write() as session:
        mine, other = rows.members(session, 2, now)
        group = rows.group(session, now, [mine])
        for member in (mine, other):
            members.stop_mail(Act(session, now, BY), member)
        rooms.create(Act(session, now, OTHER), rooms.Facts("Hội trường"))
    with database.read() as session:
        within = frozenset({group.id})
        found, _more = audit_pages.listed(
            session, AuditFilter(), zone=config.zone, within=within, user_id=OTHER.user_id
        )
    assert [(act.subject_type, act.subject_id) for act in found] == [("room", 1), ("member", mine.id)]


def test_book_stays_as_it_was_written(database, now):
    with database.write() as session:
        act = Act(session, now, BY).record("edit", Room(id=1, name="Hội trường"), {}, {})
    with pytest.raises(Exception, match="append-only"), database.write() as session:
        session.execute(update(type(act)).values(by_name="Khác"))
