"""Rooms, days off, reminder rules: kept by people, followed by what was promised."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select
from support import rows

from campaign import audit
from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import daysoff, holidays, reminding
from campaign.calendar.agency import agency_of
from campaign.dates.lead import Lead
from campaign.directory import rooms
from campaign.errors import InvalidInput
from campaign.kinds import Kind
from campaign.models import Event, Holiday, Room

BY = Author("Hằng", 7)
MARCH_3, MARCH_2, MARCH_4 = (datetime(2027, 3, day, 1, tzinfo=UTC) for day in (3, 2, 4))


def due(session):
    return [each.due_at for each in rows.reminders(session, session.scalars(select(Event.id)).one())]


def rules_of(session, config, kind):
    house = agency_of(session, config)
    return next(each for each in reminding.listed(session, house) if each.kind == kind)


def seminar(session, config, now):
    before = rules_of(session, config, "seminar")
    reminding.decide(
        Act(session, now, BY), Kind.SEMINAR, [Lead.parse("3 working days before")], config=config, before=before
    )
    house = agency_of(session, config)
    return rows.event(session, house, now, date(2027, 3, 8), start=time(14), end=time(16, 30))


def test_rooms_are_kept_changed_and_deleted_only_when_free(database, config, now):
    with database.write() as session:
        hall = rooms.create(Act(session, now, BY), rooms.Facts("Hội trường", 200, "tầng 2"))
        with pytest.raises(InvalidInput, match="Đã có phòng"):
            rooms.create(Act(session, now, BY), rooms.Facts("HỘI TRƯỜNG"))
        rooms.change(Act(session, now, BY), hall, rooms.Facts("Hội trường", 180, "tầng 2"))
        event = rows.event(session, rows.agency(session, config), now, date(2027, 3, 20), room_id=hall.id)
        assert [(each.room.name, each.events) for each in rooms.listed(session, now=now)] == [("Hội trường", 1)]
        with pytest.raises(InvalidInput, match="Còn 1 hoạt động"):
            rooms.remove(Act(session, now, BY), hall)
        event.room_id = None
        session.flush()
        rooms.remove(Act(session, now, BY), hall)
        acts = [(act.verb, act.new) for act in audit.of(session, "room", hall.id)]
        assert session.scalars(select(Room)).all() == []
    assert acts[:2] == [("delete", {}), ("edit", {"capacity": 180})]


def test_new_day_off_moves_the_reminder_that_counted_on_it(database, config, now):
    with database.write() as session:
        seminar(session, config, now)
        assert due(session) == [MARCH_3]
        row = daysoff.add(Act(session, now, BY), date(2027, 3, 5), "Nghỉ bù", working=False, config=config)
        assert due(session) == [MARCH_2]
        daysoff.change(Act(session, now, BY), row, date(2027, 3, 6), "Làm bù", working=True, config=config)
        assert due(session) == [MARCH_4]
        daysoff.remove(Act(session, now, BY), row, config=config)
        assert due(session) == [MARCH_3]
        verbs = [act.verb for act in audit.of(session, "holiday", row.id)]
    assert verbs == ["delete", "edit", "create"]


def test_day_far_away_touches_no_event(database, config, now):
    with database.write() as session:
        seminar(session, config, now)
        assert daysoff.relay(Act(session, now, PROGRAM), [date(2027, 8, 5)], config=config) == 0
        assert daysoff.relay(Act(session, now, PROGRAM), [date(2027, 3, 5)], config=config) == 1


def test_year_is_proposed_once_and_edits_stay(database, config, now):
    with database.write() as session:
        today = date(2027, 3, 1)
        count = daysoff.seed(Act(session, now, BY), 2027, config=config, today=today)
        assert count == len(holidays.of_year(session, 2027)) > 8
        first = holidays.of_year(session, 2027)[0]
        daysoff.change(Act(session, now, BY), first, first.day, "Tên khác", working=False, config=config)
        assert daysoff.seed(Act(session, now, BY), 2027, config=config, today=today) == 0
        assert holidays.of_year(session, 2027)[0].name == "Tên khác"
        with pytest.raises(InvalidInput, match="đã có trong bảng: Tên khác"):
            daysoff.add(Act(session, now, BY), first.day, "Lại", working=False, config=config)
        assert holidays.of_year(session, 2028) == []
        assert session.scalars(select(Holiday).where(Holiday.source == "edit")).all() == [first]


def test_rules_of_a_kind_are_decided_and_reset(database, config, now):
    with database.write() as session:
        seminar(session, config, now)
        before = rules_of(session, config, "seminar")
        leads = reminding.read("2 ngày làm việc trước\n\n2 NGÀY làm việc trước\n1 ngày trước, 14h00")
        counted = reminding.decide(
            Act(session, now, BY), Kind.SEMINAR, leads, [Lead.parse("5 days before")], config=config, before=before
        )
        after = rules_of(session, config, "seminar")
        assert counted == 1
        assert list(map(str, after.of("audience"))) == ["2 working days before", "1 day before at 14:00"]
        assert list(map(str, after.of("contact"))) == ["5 days before"]
        assert len(due(session)) == 3
        reminding.reset(Act(session, now, BY), Kind.SEMINAR, config=config, before=after)
        again = rules_of(session, config, "seminar")
    assert (after.is_own, again.is_own) == (True, False)
    assert list(map(str, again.of("audience"))) == list(config.reminders.seminar)


def test_rules_name_the_line_that_nobody_understands():
    with pytest.raises(InvalidInput, match="Dòng 2: Không hiểu"):
        reminding.read("đúng ngày\nkhi nào rảnh")


def test_rules_need_at_least_one(database, config, now):
    with database.write() as session, pytest.raises(InvalidInput):
        before = rules_of(session, config, "seminar")
        reminding.decide(Act(session, now, BY), Kind.SEMINAR, (), config=config, before=before)


def test_examples_are_reckoned_on_a_wednesday_ahead(database, config, now):
    day = reminding.sample_day(date(2027, 3, 1))
    with database.read() as session:
        house = agency_of(session, config)
    assert (day, day.weekday()) == (date(2027, 5, 5), 2)
    assert reminding.example(Lead.parse("2 hours before"), "seminar", day, agency=house) == datetime(
        2027, 5, 5, 5, tzinfo=UTC
    )
    assert reminding.example(Lead.parse("1 working day before"), "report", day, agency=house) == datetime(
        2027, 5, 4, 1, tzinfo=UTC
    )


def test_exchanged_saturday_is_proposed_as_a_working_day(database, config, now):
    """22/8/2026 was worked for 31/8/2026: both are needed, or lead times are a day off."""
    with database.write() as session:
        daysoff.seed(Act(session, now, BY), 2026, config=config, today=date(2026, 7, 1))
        table = {row.day: row.working for row in holidays.of_year(session, 2026)}
        assert (table[date(2026, 8, 31)], table[date(2026, 8, 22)]) == (False, True)
        assert agency_of(session, config).calendar.is_working(date(2026, 8, 22))
