"""The register of groups, and what hangs on each of them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support import rows

from campaign import audit
from campaign.audit import Act, Author
from campaign.directory import groups
from campaign.errors import InvalidInput, NotFound
from campaign.models import AudienceGroup, Event, Group, Member

BY = Author("Hằng", 7)


def test_groups_are_listed_by_kind_and_name_with_sizes(database, config, now):
    with database.write() as session:
        groups.create(Act(session, now, BY), "Đoàn Thanh niên", "body")
        board = groups.create(Act(session, now, BY), "Ban Nữ công", "body")
        groups.create(Act(session, now, BY), "Phòng Ăn", "unit")
        here, gone = rows.members(session, 2, now)
        gone.left_at = now
        groups.add(Act(session, now, BY), board, [here.id, gone.id])
        house = rows.agency(session, config)
        rows.event(session, house, now, date(2027, 3, 20), groups=[board])
        rows.event(session, house, now, date(2027, 2, 20), groups=[board])
        found = groups.listed(session, now=now)
    assert [(each.name, each.members, each.events) for each in found] == [
        ("Phòng Ăn", 0, 0),
        ("Ban Nữ công", 1, 1),
        ("Đoàn Thanh niên", 0, 0),
    ]


def test_name_that_exists_is_refused_whatever_its_case(database, now):
    with database.write() as session:
        groups.create(Act(session, now, BY), "Ban Nữ công", "body")
        other = groups.create(Act(session, now, BY), "Ban khác", "body")
        with pytest.raises(InvalidInput):
            groups.create(Act(session, now, BY), "ban nữ CÔNG", "list")
        with pytest.raises(InvalidInput):
            groups.change(Act(session, now, BY), other, "BAN NỮ CÔNG", "body")


def test_another_name_keeps_the_slug(database, now):
    with database.write() as session:
        group = groups.create(Act(session, now, BY), "Ban Nữ công", "body")
        groups.change(Act(session, now, BY), group, "Ban Nữ công Sở", "list")
        act = audit.of(session, "group", group.id)[0]
        assert (group.slug, group.name, group.kind) == ("ban-nu-cong", "Ban Nữ công Sở", "list")
    assert act.old == {"name": "Ban Nữ công", "kind": "body"}
    assert act.new == {"name": "Ban Nữ công Sở", "kind": "list"}


def test_members_come_and_go_once(database, now):
    with database.write() as session:
        group = groups.create(Act(session, now, BY), "Ban Nữ công", "body")
        one, two = rows.members(session, 2, now)
        one.unit_id = group.id
        assert groups.add(Act(session, now, BY), group, [one.id, two.id, 999]) == 2
        assert groups.add(Act(session, now, BY), group, [one.id]) == 0
        assert [each.id for each in groups.members_of(session, group).rows] == [one.id, two.id]
        assert groups.candidates(session, group, "an") == []
        assert groups.remove(Act(session, now, BY), group, [one.id]) == 1
        assert [each.id for each in groups.candidates(session, group, "nguyen an")] == [one.id]
        assert one.unit_id is None
        verbs = [act.verb for act in audit.of(session, "group", group.id)]
    assert verbs == ["remove members", "add members", "create"]


def test_limited_person_adds_only_members_of_his_groups(database, now):
    with database.write() as session:
        mine, other = rows.members(session, 2, now)
        group, target = rows.group(session, now, [mine]), rows.group(session, now)
        within = frozenset({group.id, target.id})
        assert groups.add(Act(session, now, BY), target, [mine.id, other.id], within=within) == 1
        with pytest.raises(NotFound):
            groups.one(session, rows.group(session, now).slug, within=within)


def test_deletion_says_what_hangs_and_leaves_members_and_events(database, config, now):
    with database.write() as session:
        people = rows.members(session, 3, now)
        group, other = rows.group(session, now, people), rows.group(session, now, people)
        people[0].unit_id = group.id
        house = rows.agency(session, config)
        rows.event(session, house, now, date(2027, 3, 20), title="Chung", groups=[group, other])
        rows.event(session, house, now, date(2027, 3, 21), title="Riêng", groups=[group])
        rows.event(session, house, now, date(2027, 1, 21), title="Đã qua", groups=[group])
        hanging = groups.dependants(session, group, now=now)
        assert (hanging.members, hanging.unit_of, hanging.events, hanging.alone) == (
            3,
            1,
            ("Chung", "Riêng"),
            ("Riêng",),
        )
        groups.remove_group(Act(session, now, BY), group, config=config)
    with database.read() as session:
        assert session.scalars(select(Group.id)).all() == [other.id]
        assert session.scalars(select(Member.unit_id)).all() == [None, None, None]
        assert session.scalars(select(AudienceGroup.group_id)).all() == [other.id]
        assert len(session.scalars(select(Event)).all()) == 3


def test_list_is_one_question(database, now, queries):
    with database.write() as session:
        for _ in range(30):
            rows.group(session, now, rows.members(session, 2, now))
    with database.read() as session, queries() as seen:
        assert len(groups.listed(session, now=now)) == 30
    assert len(seen) == 1
