"""The register of members: order, filters, acts and what follows from them."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support import rows

from campaign import audit
from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import personal
from campaign.directory import members
from campaign.directory.members import MemberFilter, Person
from campaign.errors import InvalidInput, NotFound
from campaign.models import Group, Member

BY = Author("Hằng", 7)


def person(name: str, address: str = "", **values) -> Person:
    return Person(name, address or f"{name.rsplit(maxsplit=1)[-1].lower()}@example.org", **values)


def names(page):
    return [member.name for member in page.rows]


def test_list_is_by_given_name_in_vietnamese_order(database, now):
    with database.write() as session:
        for number, name in enumerate(("Trần Ước", "Lê Đức", "Vũ Dung", "Bùi Ánh", "Nguyễn An", "Hồ Dũng")):
            members.create(Act(session, now, BY), person(name, f"m{number}@example.org"))
        found = members.listed(session, MemberFilter())
    assert names(found) == ["Nguyễn An", "Bùi Ánh", "Vũ Dung", "Hồ Dũng", "Lê Đức", "Trần Ước"]


@pytest.mark.parametrize("words", ["thu ha", "THU HÀ", "hà thu", "thu-ha@", "hoà", "hòa"])
def test_words_find_without_tone_marks_and_in_any_order(database, now, words):
    with database.write() as session:
        members.create(Act(session, now, BY), person("Lê Thị Thu Hà Hoà", "thu-ha@example.org"))
        members.create(Act(session, now, BY), person("Trần Văn Bình"))
        assert names(members.listed(session, MemberFilter(words))) == ["Lê Thị Thu Hà Hoà"]


@pytest.mark.parametrize("words", ["%", "_", "\\"])
def test_words_are_no_pattern(database, now, words):
    with database.write() as session:
        members.create(Act(session, now, BY), person("Trần Văn Bình"))
        assert names(members.listed(session, MemberFilter(words))) == []


def test_name_that_changes_is_found_and_sorted_anew(database, now):
    with database.write() as session:
        member = members.create(Act(session, now, BY), person("Nguyễn An"))
        members.create(Act(session, now, BY), person("Lê Bình"))
        members.change(Act(session, now, BY), member, person("Nguyễn Yến", member.address))
    with database.read() as session:
        assert names(members.listed(session, MemberFilter())) == ["Lê Bình", "Nguyễn Yến"]
        assert names(members.listed(session, MemberFilter("yen"))) == ["Nguyễn Yến"]


def test_states_and_groups_filter(database, now):
    with database.write() as session:
        unit = Group(name="Văn phòng", slug="van-phong", kind="unit", created_at=now)
        board = Group(name="Ban nữ công", slug="ban-nu-cong", kind="body", created_at=now)
        session.add_all([unit, board])
        session.flush()
        here = members.create(Act(session, now, BY), person("Lê An", unit_id=unit.id))
        gone = members.create(Act(session, now, BY), person("Lê Bình", group_ids=frozenset({board.id})))
        members.leave(Act(session, now, BY), gone)
        members.stop_mail(Act(session, now, BY), here)
        assert names(members.listed(session, MemberFilter(unit="van-phong"))) == ["Lê An"]
        assert names(members.listed(session, MemberFilter(group="ban-nu-cong"))) == []
        assert names(members.listed(session, MemberFilter(group="ban-nu-cong", state="left"))) == ["Lê Bình"]
        assert names(members.listed(session, MemberFilter(state="silent"))) == ["Lê An"]
        assert names(members.listed(session, MemberFilter(state="all"))) == ["Lê An", "Lê Bình"]


def test_pages_of_fifty_count_all(database, now):
    with database.write() as session:
        rows.members(session, 120, now)
        found = members.listed(session, MemberFilter(), 3)
    assert (len(found.rows), found.count, found.last) == (20, 120, 3)


def test_limited_person_sees_only_his_groups(database, now):
    with database.write() as session:
        mine, other = rows.members(session, 2, now)
        group = rows.group(session, now, [mine])
        within = frozenset({group.id})
        assert [each.id for each in members.listed(session, MemberFilter(), within=within).rows] == [mine.id]
        assert members.one(session, mine.id, within=within).id == mine.id
        with pytest.raises(NotFound):
            members.one(session, other.id, within=within)


def test_address_of_somebody_else_is_refused_whatever_its_case(database, now):
    with database.write() as session:
        members.create(Act(session, now, BY), person("Lê An", "an@example.org"))
        with pytest.raises(InvalidInput, match="đã thuộc về Lê An"):
            members.create(Act(session, now, BY), person("Lê Anh", "AN@example.org"))


def test_change_is_in_the_book_with_names_of_groups(database, now):
    with database.write() as session:
        group = rows.group(session, now)
        member = members.create(Act(session, now, BY), person("Lê An"))
        wanted = person("Lê An", group_ids=frozenset({group.id}))
        members.change(Act(session, now, BY), member, wanted)
        members.change(Act(session, now, BY), member, wanted)
        acts = audit.of(session, "member", member.id)
    assert [(act.verb, act.by_name, act.old, act.new) for act in acts[:-1]] == [
        ("edit", "Hằng", {"groups": []}, {"groups": [group.name]})
    ]


def test_leaving_takes_mail_and_feed_and_return_gives_neither_back(database, config, now):
    rows.seminar(database, config, now, number=1)
    rows.plan(database, now.replace(day=3, hour=2))
    with database.write() as session:
        member = session.scalars(select(Member)).one()
        token = personal.make_token(Act(session, now, PROGRAM), member)
        members.leave(Act(session, now, BY), members.one(session, member.id))
        with pytest.raises(NotFound):
            personal.selection_of(session.connection(), token, config=config)
    assert [message.result for message in rows.messages(database)] == ["suppressed"]
    with database.write() as session:
        members.rejoin(Act(session, now, BY), members.one(session, member.id))
        verbs = [act.verb for act in audit.of(session, "member", member.id)]
    assert [message.result for message in rows.messages(database)] == ["suppressed"]
    assert verbs == ["rejoin", "leave"]


def test_new_address_is_no_longer_flagged(database, now):
    with database.write() as session:
        member = members.create(Act(session, now, BY), person("Lê An", "an@example.org"))
        member.flagged_at, member.flag_reason = now, "server"
        members.change(Act(session, now, BY), member, person("Lê An", "an.le@example.org"))
        assert (member.flagged_at, member.flag_reason) == (None, "")


def test_list_costs_the_same_for_one_and_many(database, now, queries):
    costs = []
    for number in (1, 99):
        with database.write() as session:
            rows.group(session, now, rows.members(session, number, now))
        with database.read() as session, queries() as seen:
            members.listed(session, MemberFilter())
        costs.append(len(seen))
    assert costs == [2, 2]
