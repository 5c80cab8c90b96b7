"""From confirmed events to reminders, and from due reminders to one message for each member."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from support import rows

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes, planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.models import Event, Member, Message, Notice, Occurrence, Reminder, Result

MARCH_3 = datetime(2027, 3, 3, 1, tzinfo=UTC)
"""8:00 in Hà Nội, three working days before 8 March 2027."""


# Reminders


def test_reminders_are_made_at_confirmation(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before", "2 hours before")
        event = rows.draft(session, now, date(2027, 3, 8), start=time(14), end=time(16, 30))
        assert rows.reminders(session, event.id) == []
        changes.confirm(UnitOfWork(session, now, Author("Lan"), house), event)
        due = [(reminder.due_at, reminder.useful_until) for reminder in rows.reminders(session, event.id)]
    start = datetime(2027, 3, 8, 7, tzinfo=UTC)
    assert due == [(MARCH_3, start), (start - timedelta(hours=2), start)]


def test_reminder_whose_moment_has_passed_is_not_made(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before", "2 hours before")
        event = rows.event(session, house, MARCH_3 + planning.JUST_NOW, date(2027, 3, 8), start=time(14))
        assert [reminder.lead for reminder in rows.reminders(session, event.id)] == ["2 hours before"]


def test_reminder_that_fell_due_while_the_event_was_confirmed_is_made(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before", "2 hours before")
        event = rows.event(session, house, MARCH_3 + timedelta(seconds=1), date(2027, 3, 8), start=time(14))
        made = [reminder.lead for reminder in rows.reminders(session, event.id)]
        assert made == ["3 working days before", "2 hours before"]


def test_reminder_that_fell_due_but_is_of_no_use_any_more_is_not_made(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "1 minute before")
        start = datetime(2027, 3, 8, 7, tzinfo=UTC)
        event = rows.event(session, house, start + timedelta(seconds=1), date(2027, 3, 8), start=time(14))
        assert rows.reminders(session, event.id) == []


def test_event_moved_away_and_back_at_its_moment_reminds_each_once(database, config, now):
    event_id = rows.seminar(database, config, now)
    late = MARCH_3 + timedelta(seconds=30)
    assert rows.plan(database, MARCH_3) == 3
    with database.write() as session:
        first = session.scalars(select(Message).order_by(Message.id)).first()
        first.result, first.settled_at = Result.SENT, MARCH_3
    with database.write() as session:
        event = session.get_one(Event, event_id)
        (occurrence,) = rows.occurrences(session, event_id)
        house = rows.agency(session, config, "3 working days before")
        changes.move(
            UnitOfWork(session, late, PROGRAM, house), event, occurrence, When(date(2027, 3, 15), start=time(14))
        )
        changes.move(
            UnitOfWork(session, late, PROGRAM, house), event, occurrence, When(date(2027, 3, 8), start=time(14))
        )
    assert rows.plan(database, late) == 2
    found = rows.messages(database)
    assert sorted(str(row.result) for row in found) == ["None", "None", "sent"]
    assert len({row.member_id for row in found}) == 3


def test_mail_on_the_wire_is_not_made_anew_when_its_event_moves_away_and_back(database, config, now):
    event_id = rows.seminar(database, config, now)
    late = MARCH_3 + timedelta(seconds=30)
    assert rows.plan(database, MARCH_3) == 3
    with database.write() as session:
        held, doubtful, _free = session.scalars(select(Message).order_by(Message.id)).all()
        held.token, held.crashes = "a sender", 1  # begun, not settled
        doubtful.uncertain_at = MARCH_3
    with database.write() as session:
        event = session.get_one(Event, event_id)
        (occurrence,) = rows.occurrences(session, event_id)
        house = rows.agency(session, config, "3 working days before")
        changes.move(
            UnitOfWork(session, late, PROGRAM, house), event, occurrence, When(date(2027, 3, 15), start=time(14))
        )
        changes.move(
            UnitOfWork(session, late, PROGRAM, house), event, occurrence, When(date(2027, 3, 8), start=time(14))
        )

    assert rows.plan(database, late) == 1
    assert [row.result for row in rows.messages(database) if row.id in (held.id, doubtful.id)] == ["suppressed"] * 2


def test_settling_again_changes_nothing(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        event = rows.event(session, house, now, date(2027, 3, 8))
        before = [(reminder.id, reminder.due_at) for reminder in rows.reminders(session, event.id)]
        changes.rebuild(UnitOfWork(session, now + timedelta(hours=1), PROGRAM, house), event)
        assert [(reminder.id, reminder.due_at) for reminder in rows.reminders(session, event.id)] == before


def test_moved_event_moves_its_reminders(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        event = rows.event(session, house, now, date(2027, 3, 8))
        (occurrence,) = rows.occurrences(session, event.id)
        changes.move(UnitOfWork(session, now, PROGRAM, house), event, occurrence, When(date(2027, 3, 15)))
        assert [reminder.due_at for reminder in rows.reminders(session, event.id)] == [MARCH_3 + timedelta(days=7)]
        assert len(rows.occurrences(session, event.id)) == 1


def test_event_moved_after_planning_takes_its_waiting_messages_back_and_reminds_again(database, config, now):
    event_id = rows.seminar(database, config, now)
    assert rows.plan(database, MARCH_3) == 3
    with database.write() as session:
        event = session.get_one(Event, event_id)
        (occurrence,) = rows.occurrences(session, event_id)
        house = rows.agency(session, config, "3 working days before")
        changes.move(
            UnitOfWork(session, MARCH_3, PROGRAM, house), event, occurrence, When(date(2027, 3, 15), start=time(14))
        )
        live = [reminder for reminder in rows.reminders(session, event_id) if reminder.cancelled_at is None]
        assert [reminder.due_at for reminder in live] == [MARCH_3 + timedelta(days=7)]
    assert {(row.result, row.reason) for row in rows.messages(database)} == {(Result.SUPPRESSED, "rescheduled")}
    assert rows.plan(database, MARCH_3 + timedelta(days=7)) == 3


def test_event_moved_within_its_day_gives_waiting_messages_the_new_end_of_use(database, config, now):
    event_id = rows.seminar(database, config, now)
    rows.plan(database, MARCH_3)
    with database.write() as session:
        event = session.get_one(Event, event_id)
        (occurrence,) = rows.occurrences(session, event_id)
        house = rows.agency(session, config, "3 working days before")
        changes.move(
            UnitOfWork(session, MARCH_3, PROGRAM, house), event, occurrence, When(date(2027, 3, 8), start=time(9))
        )
    waiting = rows.messages(database)
    assert {row.result for row in waiting} == {None}
    assert {row.useful_until for row in waiting} == {datetime(2027, 3, 8, 2, tzinfo=UTC)}


def test_cancelled_event_reminds_nobody(database, config, now):
    event_id = rows.seminar(database, config, now)
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        changes.cancel(UnitOfWork(session, now, Author("Lan"), house), session.get_one(Event, event_id), reason="Bão")
        assert rows.reminders(session, event_id) == []
    assert rows.plan(database, MARCH_3) == 0


def test_reopened_event_is_confirmed_as_before_and_reminds(database, config, now):
    event_id = rows.seminar(database, config, now)
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        event = session.get_one(Event, event_id)
        changes.cancel(UnitOfWork(session, now, Author("Lan"), house), event, reason="Bão")
        changes.reopen(UnitOfWork(session, now, PROGRAM, house), event)
        assert not event.is_draft
        assert [reminder.due_at for reminder in rows.reminders(session, event_id)] == [MARCH_3]
    assert rows.plan(database, MARCH_3) == 3


def test_event_of_confirmed_years_reminds_only_of_a_confirmed_year(database, config, now):
    with database.write() as session:
        rows.members(session, 1, now)
        house = rows.agency(session, config, "3 working days before")
        event = rows.draft(session, now, date(2027, 10, 20), rule="FREQ=YEARLY", per_year=True, kind="activity")
        changes.rebuild(UnitOfWork(session, now, PROGRAM, house), event)
        first, second = rows.occurrences(session, event.id)[:2]
        changes.confirm_year(UnitOfWork(session, now, Author("Lan"), house), event, second)
        assert {reminder.occurrence_id for reminder in rows.reminders(session, event.id)} == {second.id}
        assert first.confirmed_at is None
        assert b"20271020" not in event.component
        assert b"20281020" in event.component


def test_lunar_series_reminds_on_lunar_days(database, config, now):
    """Khởi nghĩa Hai Bà Trưng: 6/2 âm lịch is 13 March 2027 and 1 March 2028."""
    with database.write() as session:
        house = rows.agency(session, config, "on the day")
        event = rows.event(session, house, now, date(2027, 3, 13), rule="X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6")
        days = [occurrence.first_day for occurrence in rows.occurrences(session, event.id)]
        assert days[:2] == [date(2027, 3, 13), date(2028, 3, 1)]
        assert len(rows.reminders(session, event.id)) == len(days)


def test_own_rules_replace_those_of_the_kind_even_if_there_are_none(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        event = rows.draft(session, now, date(2027, 3, 8), own_rules=True)
        changes.confirm(UnitOfWork(session, now, Author("Lan"), house), event)
        assert rows.reminders(session, event.id) == []


@pytest.mark.parametrize(
    ("kind", "lead", "until"),
    [
        ("seminar", "1 day before", datetime(2027, 3, 8, 17, tzinfo=UTC)),
        ("report", "1 day before", datetime(2027, 3, 9, 17, tzinfo=UTC)),
        ("seminar", "1 day after end", datetime(2027, 3, 17, 1, tzinfo=UTC)),
    ],
)
def test_mail_is_of_use_until(database, config, now, kind, lead, until):
    """The day that a whole-day item begins on; a report's whole span; a week after what follows."""
    with database.write() as session:
        house = rows.agency(session, config, lead)
        event = rows.event(session, house, now, date(2027, 3, 8), date(2027, 3, 9), kind=kind)
        assert [reminder.useful_until for reminder in rows.reminders(session, event.id)] == [until]


# Audiences


@pytest.fixture
def people(database, now):
    with database.write() as session:
        women = rows.members(session, 2, now, sex="female")
        men = rows.members(session, 2, now, sex="male")
        other = rows.members(session, 1, now, sex="female")
        union = rows.group(session, now, [women[0], men[0]])
        board = rows.group(session, now, [women[0], women[1], men[1]])
        return women, men, other, union, board


def planned(database, config, now, **values):
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        for name in ("groups", "plus", "minus"):
            if name in values:
                values[name] = [session.get_one(type(row), row.id) for row in values[name]]
        rows.event(session, house, now, date(2027, 3, 8), **values)
    rows.plan(database, MARCH_3)
    counted = Counter(row.member_id for row in rows.messages(database))
    assert set(counted.values()) <= {1}
    return set(counted)


def ids(*people):
    return {member.id for member in people}


def test_audience_of_groups_is_each_member_once(database, config, now, people):
    women, men, _other, union, board = people
    assert planned(database, config, now, groups=[union, board]) == ids(*women, *men)


def test_audience_of_everybody(database, config, now, people):
    women, men, other, *_ = people
    assert planned(database, config, now) == ids(*women, *men, *other)


def test_audience_of_women_only_leaves_out_whom_the_list_does_not_say(database, config, now, people):
    women, _men, other, *_ = people
    with database.write() as session:
        rows.members(session, 1, now, sex="")
    assert planned(database, config, now, women_only=True) == ids(*women, *other)


def test_audience_plus_and_minus_named_members(database, config, now, people):
    women, men, other, _union, board = people
    assert planned(database, config, now, groups=[board], plus=other, minus=[women[1]]) == ids(women[0], men[1], *other)


def test_named_man_is_invited_to_what_is_for_women_only(database, config, now, people):
    women, men, _other, union, _board = people
    assert planned(database, config, now, groups=[union], women_only=True, plus=[men[1]]) == ids(women[0], men[1])


def test_reminder_for_the_contact_goes_to_nobody_else(database, config, now, people):
    women, _men, _other, union, _board = people
    with database.write() as session:
        house = rows.agency(session, config)
        event = rows.draft(session, now, date(2027, 3, 8), groups=[session.merge(union)], contact_id=women[1].id)
        rows.own_rules(session, event, ("3 working days before", "contact"))
        changes.confirm(UnitOfWork(session, now, Author("Lan"), house), event)
    assert rows.plan(database, MARCH_3) == 1
    assert [row.member_id for row in rows.messages(database)] == [women[1].id]


def test_audience_function_and_planning_agree(database, config, now, people):
    from campaign.calendar.audience import events_for, ids_of  # noqa: PLC0415

    women, _men, other, union, _board = people
    reached = planned(database, config, now, groups=[union], plus=other, minus=[women[0]])
    with database.read() as session:
        event_id = session.scalars(select(Event.id)).one()
        assert set(session.scalars(ids_of(event_id))) == reached
        for member in session.scalars(select(Member)).all():
            assert (event_id in session.scalars(events_for(member.id)).all()) == (member.id in reached)


# Planning


def test_nothing_is_planned_before_it_is_due(database, config, now):
    rows.seminar(database, config, now)
    assert rows.plan(database, MARCH_3 - timedelta(microseconds=1)) == 0
    assert rows.messages(database) == []


def test_due_reminder_becomes_one_message_for_each_member(database, config, now):
    rows.seminar(database, config, now, 5)
    assert rows.plan(database, MARCH_3) == 5
    assert rows.plan(database, MARCH_3) == 0
    made = rows.messages(database)
    assert len({row.member_id for row in made}) == len({row.message_id for row in made}) == 5
    assert {(row.result, row.next_at, row.created_at, row.attempts) for row in made} == {(None, MARCH_3, MARCH_3, 0)}
    assert all(row.message_id.startswith("<r") and row.message_id.endswith("@example.org>") for row in made)


def test_late_reminder_is_expired_with_a_reason(database, config, now):
    rows.seminar(database, config, now)
    late = datetime(2027, 3, 8, 7, tzinfo=UTC)
    rows.plan(database, late)
    assert {(row.result, row.reason, row.settled_at) for row in rows.messages(database)} == {
        (Result.EXPIRED, "too_late", late)
    }


def test_reminder_a_moment_before_its_end_is_still_sent(database, config, now):
    rows.seminar(database, config, now)
    rows.plan(database, datetime(2027, 3, 8, 7, tzinfo=UTC) - timedelta(seconds=1))
    assert {row.result for row in rows.messages(database)} == {None}


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ("unsubscribed_at", "unsubscribed"),
        ("flagged_at", "bad_address"),
    ],
)
def test_who_wants_or_can_get_no_mail_is_suppressed(database, config, now, column, reason):
    rows.seminar(database, config, now, 2)
    with database.write() as session:
        setattr(session.scalars(select(Member).order_by(Member.id)).first(), column, now)
    rows.plan(database, MARCH_3)
    assert [(row.result, row.reason) for row in rows.messages(database)] == [(Result.SUPPRESSED, reason), (None, "")]


def reminded_twice(database, config, now, number=2):
    """A seminar whose reminders fall due on 3 March and on 8 March at 8:00."""
    with database.write() as session:
        rows.members(session, number, now)
        agency = rows.agency(session, config, "3 working days before", "on the day")
        return rows.event(session, agency, now, date(2027, 3, 8), start=time(14), end=time(16, 30)).id


def results(database):
    return sorted((row.member_id, str(row.result), row.reason) for row in rows.messages(database))


def test_after_a_downtime_each_gets_one_mail_about_one_occurrence(database, config, now):
    reminded_twice(database, config, now)
    rows.plan(database, datetime(2027, 3, 8, 2, tzinfo=UTC))
    assert results(database) == [
        (1, "None", ""), (1, "suppressed", "superseded"), (2, "None", ""), (2, "suppressed", "superseded"),
    ]  # fmt: skip
    with database.read() as session:
        kept = session.scalars(select(Reminder.lead).join(Message).where(Message.result.is_(None))).all()
    assert set(kept) == {"on the day"}


def test_reminder_that_could_not_be_sent_in_time_gives_way_to_the_next(database, config, now):
    reminded_twice(database, config, now)
    rows.plan(database, MARCH_3)
    with database.write() as session:
        first, second = session.scalars(select(Message).order_by(Message.member_id)).all()
        first.result, first.settled_at = Result.SENT, MARCH_3
        second.uncertain_at = MARCH_3
    rows.plan(database, datetime(2027, 3, 8, 1, tzinfo=UTC))
    assert results(database) == [(1, "None", ""), (1, "sent", ""), (2, "None", ""), (2, "None", "")]
    with database.write() as session:
        second = session.get_one(Message, second.id)
        second.uncertain_at = None
        session.scalars(select(Reminder).where(Reminder.lead == "on the day")).one().planned_at = None
    rows.plan(database, datetime(2027, 3, 8, 2, tzinfo=UTC))
    assert results(database)[2:] == [(2, "None", ""), (2, "suppressed", "superseded")]


def test_who_left_is_not_planned_for(database, config, now):
    rows.seminar(database, config, now, 2)
    with database.write() as session:
        left = session.scalars(select(Member).order_by(Member.id)).first()
        changes.leave(Act(session, now, PROGRAM), left)
        assert left.id
    rows.plan(database, MARCH_3)
    assert [row.member_id == left.id for row in rows.messages(database)] == [False]


def test_who_leaves_after_planning_gets_nothing(database, config, now):
    rows.seminar(database, config, now, 2)
    rows.plan(database, MARCH_3)
    with database.write() as session:
        changes.leave(Act(session, now, PROGRAM), session.scalars(select(Member).order_by(Member.id)).first())
    assert [row.result for row in rows.messages(database)] == [Result.SUPPRESSED, None]


def test_unsubscribing_stops_every_mail_about_events(database, config, now):
    rows.seminar(database, config, now, 1)
    rows.plan(database, MARCH_3)
    with database.write() as session:
        member = session.scalars(select(Member)).one()
        notice = Notice(kind="change", created_at=now, due_at=now, useful_until=MARCH_3)
        session.add(notice)
        session.flush()
        session.add(
            Message(
                notice_id=notice.id,
                member_id=member.id,
                message_id="<n@example.org>",
                created_at=now,
                next_at=now,
                useful_until=MARCH_3,
            )
        )
        session.flush()
        changes.unsubscribe(Act(session, now, PROGRAM), member)
    assert [row.result for row in rows.messages(database)] == [Result.SUPPRESSED, Result.SUPPRESSED]


def test_series_plans_each_occurrence_once(database, config, now):
    with database.write() as session:
        rows.members(session, 2, now)
        house = rows.agency(session, config, "1 hour before")
        rows.event(session, house, now, date(2027, 3, 2), start=time(9), end=time(10), rule="FREQ=WEEKLY;COUNT=4")
    assert [rows.plan(database, now + timedelta(days=7 * week + 2)) for week in range(5)] == [2, 2, 2, 2, 0]


def test_two_planners_at_once_make_each_message_once(database, config, now):
    with database.write() as session:
        people = rows.members(session, 40, now)
        house = rows.agency(session, config, "3 working days before")
        for _ in range(10):
            rows.event(session, house, now, date(2027, 3, 8), groups=[rows.group(session, now, people)])
    gate = threading.Barrier(4)
    made: list[int] = []

    def planner(second: int) -> None:
        gate.wait()
        made.append(rows.plan(database, MARCH_3 + timedelta(seconds=second)))

    # Two of them at the very same instant: "planned by me" must not mean "planned at my time".
    threads = [threading.Thread(target=planner, args=(second // 2,)) for second in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keys = [(row.reminder_id, row.member_id) for row in rows.messages(database)]
    assert len(keys) == len(set(keys)) == sum(made) == 400


def test_planner_and_cancellation_at_once_leave_no_message_waiting(database, config, now):
    event_id = rows.seminar(database, config, now, 30)
    gate = threading.Barrier(2)

    def planner() -> None:
        gate.wait()
        rows.plan(database, MARCH_3)

    def canceller() -> None:
        gate.wait()
        with database.write() as session:
            house = rows.agency(session, config)
            event = session.get_one(Event, event_id)
            changes.cancel(UnitOfWork(session, MARCH_3, Author("Lan"), house), event, reason="Bão")

    threads = [threading.Thread(target=planner), threading.Thread(target=canceller)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row for row in rows.messages(database) if row.result is None] == []


def test_planning_takes_as_many_statements_for_many_as_for_one(database, config, now, queries):
    counts = []
    with database.write() as session:
        house = rows.agency(session, config, "3 working days before")
        rows.members(session, 1, now)
        rows.event(session, house, now, date(2027, 3, 8))
        rows.members(session, 30, now)
        for _ in range(30):
            rows.event(session, house, now, date(2027, 3, 15))
    for moment, number in ((MARCH_3, 31), (MARCH_3 + timedelta(days=7), 930)):
        with queries() as seen:
            assert rows.plan(database, moment) == number
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_tick_with_nothing_due_asks_and_writes_nothing(database, config, now, queries):
    rows.seminar(database, config, now)
    rows.plan(database, now)
    with queries() as seen, database.begin() as connection:
        assert planning.plan_due(connection, now=now, id_suffix=".x@example.org>") == 0
    assert len(seen) == 1


def test_planned_reminder_says_when(database, config, now):
    rows.seminar(database, config, now)
    rows.plan(database, MARCH_3)
    with database.read() as session:
        assert session.scalars(select(Reminder.planned_at)).all() == [MARCH_3]
        assert session.scalars(select(Occurrence.id)).one()
