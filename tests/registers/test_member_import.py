"""Lists become members: in one transaction, once per address, quickly."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event, func, select

from campaign.audit import PROGRAM, Act
from campaign.calendar import revision
from campaign.directory.member_file import Row
from campaign.directory.member_import import find_or_refuse_groups, import_members, make_groups, slug_of
from campaign.errors import InvalidInput
from campaign.models import Group, Member, membership

ANH = Row(2, "Nguyễn Thị Ánh", "anh@example.org", "Văn phòng", ("Ban nữ công", "BCH"), "female", "vi")
BINH = Row(3, "Trần Văn Bình", "binh@example.org", "Phòng Kỹ thuật", (), "male", "en")
HARD_NAMES = [
    f"{start}{letter}{end}"
    for letter in "ẦẤẨẪẬằắẳẵặềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵđĐ"
    for start, end in (
        ("Nguyễn, ", ""),
        ('"', '"'),
        ("=?utf-8?q?", "?="),
        ("=1+", ""),
        ("<b>", "</b>"),
        ("%s{0}\\", "'); DROP TABLE member;--"),
        ("王", "🙂"),
        ("", "\u0301"),
        ("'", "''"),
        (" ", ","),
        ("نور ", ""),
        ("null ", "\\0"),
        ("@", ";"),
        ("#", "--"),
    )
]


def members_of(session):
    return {
        member.address: set(session.scalars(names_of(member)))
        for member in session.scalars(select(Member).order_by(Member.id))
    }


def names_of(member):
    return select(Group.name).join(membership).where(membership.c.member_id == member.id)


def counts(database):
    with database.read() as session:
        return [session.scalar(select(func.count()).select_from(table)) for table in (Member, Group, membership)]


def test_members_their_units_and_groups_are_made(database, now):
    with database.write() as session:
        done = import_members(Act(session, now, PROGRAM), [ANH, BINH])

        assert (done.created, done.updated, done.unchanged) == (2, 0, 0)
        assert done.new_groups == ("Văn phòng", "Phòng Kỹ thuật", "Ban nữ công", "BCH")
        assert members_of(session) == {
            "anh@example.org": {"Văn phòng", "Ban nữ công", "BCH"},
            "binh@example.org": {"Phòng Kỹ thuật"},
        }
        groups = session.execute(select(Group.slug, Group.kind).order_by(Group.id)).all()
        assert [tuple(group) for group in groups] == [
            ("van-phong", "unit"),
            ("phong-ky-thuat", "unit"),
            ("ban-nu-cong", "list"),
            ("bch", "list"),
        ]
        member = session.scalars(select(Member).where(Member.address_key == "anh@example.org")).one()
        assert (member.name, member.sex, member.language, member.created_at) == ("Nguyễn Thị Ánh", "female", "vi", now)
        assert session.get(Group, member.unit_id).name == "Văn phòng"


def test_second_import_changes_nothing(database, now):
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [ANH, BINH])
        before = revision.current(session.connection())
    with database.write() as session:
        done = import_members(Act(session, now + timedelta(days=1), PROGRAM), [ANH, BINH])

        assert (done.created, done.updated, done.unchanged, done.new_groups) == (0, 0, 2, ())
        assert revision.current(session.connection()) == before


def test_member_is_recognised_by_address_however_it_is_written(database, now):
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [ANH])
    with database.write() as session:
        done = import_members(Act(session, now, PROGRAM), [replace(ANH, email="ANH@example.org", name="Nguyễn Ánh")])

        assert (done.created, done.updated) == (0, 1)
        assert [(member.name, member.address) for member in session.scalars(select(Member))] == [
            ("Nguyễn Ánh", "ANH@example.org")
        ]


def test_empty_cells_leave_what_is_known(database, now):
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [ANH])
    with database.write() as session:
        done = import_members(Act(session, now, PROGRAM), [Row(2, ANH.name, ANH.email)])

        assert done.unchanged == 1
        assert members_of(session) == {"anh@example.org": {"Văn phòng", "Ban nữ công", "BCH"}}


def test_replacing_import_is_the_whole_truth_about_its_members(database, now):
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [ANH, BINH])
    with database.write() as session:
        done = import_members(Act(session, now, PROGRAM), [Row(2, ANH.name, ANH.email, "", ("BCH",))], replace=True)
        anh = session.scalars(select(Member).where(Member.address == ANH.email)).one()

        assert (done.updated, anh.unit_id, anh.sex) == (1, None, "")
        assert members_of(session) == {"anh@example.org": {"BCH"}, "binh@example.org": {"Phòng Kỹ thuật"}}


def test_who_had_left_is_taken_back_and_who_unsubscribed_stays_so(database, now):
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [ANH, BINH])
        for member in session.scalars(select(Member)):
            member.leave(now=now)
            member.unsubscribe(now=now)
    with database.write() as session:
        done = import_members(Act(session, now, PROGRAM), [ANH])
        rows = session.execute(select(Member.address, Member.left_at, Member.unsubscribed_at).order_by(Member.id)).all()

        assert done.updated == 1
        assert [tuple(row) for row in rows] == [(ANH.email, None, now), (BINH.email, now, now)]


def test_groups_are_recognised_in_another_case_and_keep_their_kind(database, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["Ban Nữ công"], kind="body")
        done = import_members(
            Act(session, now, PROGRAM), [replace(ANH, unit="văn phòng", groups=("BAN  NỮ CÔNG", "Văn phòng"))]
        )

        assert done.new_groups == ("văn phòng",)
        assert dict(session.execute(select(Group.name, Group.kind)).all()) == {
            "Ban Nữ công": "body",
            "văn phòng": "unit",
        }


def test_names_that_differ_in_marks_alone_get_slugs_of_their_own(database, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["Tổ", "Tô", "Tơ", "!!!"], kind="list")

        assert list(session.scalars(select(Group.slug).order_by(Group.id))) == ["to", "to-2", "to-3", "nhom"]


def test_hard_names_are_kept_letter_by_letter(database, now):
    rows = [Row(number, name, f"m{number}@example.org") for number, name in enumerate(HARD_NAMES)]
    assert len(rows) >= 500
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), rows)
    with database.read() as session:
        assert list(session.scalars(select(Member.name).order_by(Member.id))) == HARD_NAMES


class Interrupted(Exception):
    pass


@pytest.mark.parametrize("statements", [1, 2, 3, 5, 8, 11, 14])
def test_import_that_is_cut_off_leaves_nothing(database, now, statements):
    left = [statements]

    def cut(*_arguments):
        left[0] -= 1
        if left[0] < 0:
            raise Interrupted

    rows = [Row(number, f"A {number}", f"m{number}@example.org", f"P{number % 9}", ("X",)) for number in range(1200)]
    event.listen(database.engine, "before_cursor_execute", cut)
    with pytest.raises(Interrupted), database.write() as session:
        import_members(Act(session, now, PROGRAM), rows)
    event.remove(database.engine, "before_cursor_execute", cut)

    assert counts(database) == [0, 0, 0]


def test_progress_counts_every_row_once(database, now):
    steps = []
    rows = [Row(number, "A", f"m{number}@example.org") for number in range(1201)]
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), rows, progress=steps.append)

    assert (sum(steps), len(steps)) == (1201, 3)


def test_long_list_takes_few_statements(database, now, queries):
    rows = [Row(number, "A", f"m{number}@example.org", f"P{number % 20}", ("X", "Y")) for number in range(2000)]
    with database.write() as session, queries() as seen:
        import_members(Act(session, now, PROGRAM), rows)
    with database.write() as session, queries() as again:
        import_members(Act(session, now, PROGRAM), rows)

    assert len(seen) < 60
    assert len(again) < 15


def test_groups_are_found_by_name_or_slug(database, now):
    with database.write() as session:
        made = make_groups(Act(session, now, PROGRAM), ["Ban nữ công", "Văn phòng"], kind="list")
        found = find_or_refuse_groups(session, ["van-phong", "BAN NỮ CÔNG", "Văn phòng"])

        assert [group.name for group in found] == ["Văn phòng", "Ban nữ công"]
        assert made.made == ("Ban nữ công", "Văn phòng")


def test_unknown_group_is_named_with_its_neighbours(database, now):
    with database.write() as session:
        with pytest.raises(InvalidInput, match=r"Không có nhóm “BCH”\. Chưa có nhóm nào"):
            find_or_refuse_groups(session, ["BCH"])
        make_groups(Act(session, now, PROGRAM), ["Ban nữ công", "Ban VSTBPN", "Văn phòng"], kind="list")
        with pytest.raises(InvalidInput, match=r"Không có nhóm “Ban nu cog”\. Gần nhất: “Ban nữ công”"):
            find_or_refuse_groups(session, ["Văn phòng", "Ban nu cog"])
        with pytest.raises(InvalidInput, match=r"Hiện có: “Ban VSTBPN”, “Ban nữ công”, “Văn phòng”"):
            find_or_refuse_groups(session, ["xyz"])


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Ban Nữ công", "ban-nu-cong"), ("Phòng TC-HC & QT", "phong-tc-hc-qt"), ("Đội 1/2", "doi-1-2"), ("王", "nhom")],
)
def test_slug_is_ascii(name, slug):
    assert slug_of(name) == slug
