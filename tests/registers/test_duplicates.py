"""Who is in the register twice, and what a merger keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support import rows

from campaign import audit
from campaign.audit import Act, Author
from campaign.directory import duplicates
from campaign.errors import InvalidInput
from campaign.models import Attendance, Member, Message, Response, membership

BY = Author("Hằng", 7)


def member(session, now, name, address, **values):
    made = Member(name=name, address=address, address_key=address, created_at=now, **values)
    session.add(made)
    session.flush()
    return made


def test_pairs_are_found_by_name_in_a_unit_and_by_address(database, now):
    with database.write() as session:
        unit = rows.group(session, now)
        member(session, now, "Lê Thị Hoà", "hoa.le@example.org", unit_id=unit.id)
        member(session, now, "lê thị hòa", "lth@example.org", unit_id=unit.id)
        member(session, now, "Lê Thị Hoà", "x@example.org")
        member(session, now, "Trần An", "tran.an@example.org")
        member(session, now, "Trần Thị An", "tranan+so@example.org")
        member(session, now, "Vũ Ba", "vu.ba@example.org")
        member(session, now, "Vũ Ba", "vuba@tinh.example.org")
        member(session, now, "Vũ Bá Cường", "vuba@khac.example.org")
        found = [(pair.first.address, pair.second.address, pair.why) for pair in duplicates.pairs(session)]
    assert sorted(found) == [
        ("hoa.le@example.org", "lth@example.org", "name"),
        ("tran.an@example.org", "tranan+so@example.org", "address"),
        ("vu.ba@example.org", "vuba@tinh.example.org", "name"),
    ]


def test_one_question_finds_them_among_many(database, now, queries):
    with database.write() as session:
        rows.members(session, 60, now)
    with database.read() as session, queries() as seen:
        duplicates.pairs(session)
    assert len(seen) == 1


def test_merger_moves_everything_and_mails_nobody_twice(database, config, now):
    rows.seminar(database, config, now, number=2)
    rows.plan(database, now + timedelta(days=3))
    with database.write() as session:
        keep, gone = session.scalars(select(Member).order_by(Member.id))
        sent = session.scalars(select(Message).where(Message.member_id == gone.id)).one()
        sent.result, sent.settled_at = "sent", now
        group = rows.group(session, now, [gone])
        occurrence = rows.occurrences(session, 1)[0].id
        late, early = now, now - timedelta(days=1)
        session.add(Response(occurrence_id=occurrence, member_id=keep.id, answer="declined", answered_at=early))
        session.add(Response(occurrence_id=occurrence, member_id=gone.id, answer="accepted", answered_at=late))
        session.add(Attendance(occurrence_id=occurrence, member_id=gone.id, state="present", noted_at=now))
        session.flush()
        moved = duplicates.preview(session, gone)
        duplicates.merge(Act(session, now, BY), keep, gone)
    assert (moved.groups, moved.messages, moved.responses, moved.attendance) == (1, 1, 1, 1)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 1
        assert [(each.member_id, each.result) for each in session.scalars(select(Message))] == [(keep.id, "sent")]
        assert [(each.member_id, each.answer) for each in session.scalars(select(Response))] == [(keep.id, "accepted")]
        assert session.scalars(select(Attendance.member_id)).all() == [keep.id]
        assert session.execute(select(membership)).all() == [(group.id, keep.id)]
        assert audit.of(session, "member", keep.id)[0].verb == "merge"


def test_merger_with_oneself_is_refused(database, now):
    with database.write() as session:
        (alone,) = rows.members(session, 1, now)
        with pytest.raises(InvalidInput):
            duplicates.merge(Act(session, now, BY), alone, alone)
