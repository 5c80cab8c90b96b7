"""Lists of people: looked at, confirmed by the hash of the same file, all or nothing, undone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support import rows

from campaign import audit
from campaign.audit import Act, Author
from campaign.desk import notices
from campaign.directory import imports, members
from campaign.directory.member_file import read_safely
from campaign.directory.members import Person
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import Group, Import, Member, Message, Notice, Role, User, membership

HEAD = "Họ và tên,Thư điện tử,Đơn vị,Nhóm,Giới tính\n"


@pytest.fixture
def by(database, now):
    with database.write() as session:
        user = User(
            name="Hằng", address="h@example.org", address_key="h@example.org", role=Role.ORGANIZER, created_at=now
        )
        session.add(user)
        session.flush()
    return Author(user.name, user.id)


@pytest.fixture
def other(database, now):
    with database.write() as session:
        user = User(
            name="An", address="a@example.org", address_key="a@example.org", role=Role.ORGANIZER, created_at=now
        )
        session.add(user)
        session.flush()
    return Author(user.name, user.id)


def lines(number: int, unit: str = "Văn phòng") -> str:
    return HEAD + "".join(f"Nguyễn Thị An {n},bn.{n}@example.org,{unit},Ban nữ công,nữ\n" for n in range(number))


def uploaded(database, by, now, text):
    with database.write() as session:
        return imports.upload(Act(session, now, by), read_safely(text.encode()), "ds.csv")


def confirmed(database, by, now, row, **options):
    with database.write() as session:
        return imports.confirm(Act(session, now, by), row.id, row.digest, **{"announce": False, **options})


def count(database, noun=Member):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(noun))


@pytest.mark.requirement("S57")
def test_preview_promises_what_happens_and_changes_nothing(database, by, now):
    with database.write() as session:
        known = Person("Tên cũ", "BN.1@example.org")
        members.create(Act(session, now, by), known)
        members.create(Act(session, now, by), Person("Nguyễn Thị An 2", "bn.2@example.org"))
    row = uploaded(database, by, now, lines(300))
    assert (row.created, row.updated, row.unchanged) == (298, 2, 0)
    assert row.changes["new_groups"] == ["Văn phòng", "Ban nữ công"]
    assert row.changes["first_changed"][0]["name"] == "Tên cũ"
    assert (count(database), count(database, Group)) == (2, 0)
    done = confirmed(database, by, now, row)
    assert (done.created, done.updated, done.unchanged) == (298, 2, 0)
    assert (count(database), count(database, Group)) == (300, 2)
    with database.read() as session:
        assert session.scalar(select(Import.content)) is None


def test_seven_bad_rows_are_named_and_nothing_is_kept(database, by, now):
    text = lines(293) + "".join(f"Lê Văn {n},sai địa chỉ {n},,,\n" for n in range(7))
    with pytest.raises(InvalidInput) as error, database.write() as session:
        imports.upload(Act(session, now, by), read_safely(text.encode()), "ds.csv")
    assert [problem.line for problem in error.value.values["problems"]] == list(range(295, 302))
    assert count(database, Import) == 0


@pytest.mark.requirement("S16")
def test_only_the_one_who_uploaded_confirms_within_an_hour_and_once(database, by, other, now):
    row = uploaded(database, by, now, lines(2))
    with pytest.raises(NotFound):
        confirmed(database, other, now, row)
    with database.read() as session, pytest.raises(NotFound):
        imports.waiting(Act(session, now, other), row.id)
    with pytest.raises(NotFound):
        confirmed(database, by, now + timedelta(hours=1), row)
    assert count(database) == 0
    confirmed(database, by, now, row)
    with pytest.raises(Conflict):
        confirmed(database, by, now, row)
    assert count(database) == 2


@pytest.mark.requirement("S57")
def test_another_hash_is_refused(database, by, now):
    row = uploaded(database, by, now, lines(2))
    with database.write() as session, pytest.raises(Conflict):
        imports.confirm(Act(session, now, by), row.id, "0" * 64, announce=False)
    assert count(database) == 0


def test_new_upload_and_time_end_an_old_one(database, by, other, now):
    uploaded(database, by, now, lines(2))
    uploaded(database, by, now, lines(3))
    assert count(database, Import) == 1
    uploaded(database, other, now + timedelta(hours=2), lines(1))
    assert count(database, Import) == 1


@pytest.mark.requirement("S57")
def test_undo_brings_back_what_was(database, by, now):
    with database.write() as session:
        known = members.create(Act(session, now, by), Person("Tên cũ", "bn.1@example.org"))
        members.leave(Act(session, now, by), known)
    done = confirmed(database, by, now, uploaded(database, by, now, lines(3)))
    with database.read() as session:
        assert session.get_one(Member, known.id).left_at is None
    with database.write() as session:
        result = imports.undo(Act(session, now + timedelta(hours=23), by), done.id)
    assert (result.removed, result.kept, result.restored) == (2, 0, 1)
    with database.read() as session:
        member = session.scalars(select(Member)).one()
        assert (member.name, member.unit_id, member.sex, member.left_at) == ("Tên cũ", None, "", now)
        assert session.execute(select(membership)).all() == []
        assert [act.verb for act in audit.of(session, "import", done.id)] == ["undo", "import"]
    assert count(database, Group) == 0


def test_undo_leaves_what_was_built_on_it(database, config, by, now):
    with database.write() as session:
        known = members.create(Act(session, now, by), Person("Tên cũ", "bn.0@example.org"))
    done = confirmed(database, by, now, uploaded(database, by, now, lines(2)))
    with database.write() as session:
        member = session.get_one(Member, known.id)
        member.name = "Sửa tay"
    rows.seminar(database, config, now, number=1)
    rows.plan(database, now + timedelta(days=2, hours=1))
    with database.write() as session:
        result = imports.undo(Act(session, now + timedelta(hours=3), by), done.id)
    assert (result.removed, result.kept, result.restored) == (0, 1, 1)
    with database.read() as session:
        assert session.get_one(Member, known.id).name == "Sửa tay"
        assert session.scalars(select(Member.name).where(Member.left_at.is_not(None))).all() == ["Nguyễn Thị An 1"]
        assert session.scalar(select(func.count()).select_from(Message)) == 3


def test_undo_only_within_a_day_and_once(database, by, now):
    done = confirmed(database, by, now, uploaded(database, by, now, lines(1)))
    with database.write() as session, pytest.raises(NotFound):
        imports.undo(Act(session, now + timedelta(hours=24), by), done.id)
    with database.write() as session:
        assert [row.id for row in imports.recent(session, now=now)] == [done.id]
        imports.undo(Act(session, now, by), done.id)
    with database.write() as session, pytest.raises(Conflict):
        imports.undo(Act(session, now, by), done.id)


def letters_of(database, now):
    """Plan what is due and say who gets which mail."""
    with database.begin() as connection:
        notices.plan_due(connection, now=now, id_suffix=".test@example.org>")
    with database.read() as session:
        query = select(Notice.kind, Member.address).join(Message, Message.notice_id == Notice.id)
        return sorted(map(tuple, session.execute(query.join(Member, Member.id == Message.member_id))))


def test_announcement_goes_to_the_new_members_alone_and_once(database, by, now):
    with database.write() as session:
        members.create(Act(session, now - timedelta(days=1), by), Person("Tên cũ", "bn.1@example.org"))
    confirmed(database, by, now, uploaded(database, by, now, lines(3)), announce=True)
    assert letters_of(database, now + timedelta(minutes=5)) == []
    told = [("announcement", "bn.0@example.org"), ("announcement", "bn.2@example.org")]
    assert letters_of(database, now + timedelta(minutes=11)) == told
    assert letters_of(database, now + timedelta(minutes=12)) == told


def test_import_that_is_undone_at_once_has_told_nobody(database, by, now):
    done = confirmed(database, by, now, uploaded(database, by, now, lines(3)), announce=True)
    with database.write() as session:
        imports.undo(Act(session, now + timedelta(minutes=2), by), done.id)
    assert letters_of(database, now + timedelta(hours=1)) == []


def test_silent_import_tells_nobody(database, by, now):
    confirmed(database, by, now, uploaded(database, by, now, lines(3)))
    assert letters_of(database, now + timedelta(hours=1)) == []
