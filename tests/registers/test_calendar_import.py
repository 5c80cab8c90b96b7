"""Calendars of other programs become events of ours, once, with their reminders and their single changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes, feeds, planning
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.demo import fill_year
from campaign.directory.calendar_import import import_calendar, read_safely
from campaign.directory.member_file import Row
from campaign.directory.member_import import import_members, make_groups
from campaign.errors import InvalidInput
from campaign.ical import reader
from campaign.models import AudienceGroup, Event, Occurrence, Reminder, ReminderRule

MEETING = """UID:hop@example.org
DTSTART;TZID=Asia/Ho_Chi_Minh:20270310T090000
DTEND;TZID=Asia/Ho_Chi_Minh:20270310T110000
SUMMARY:Họp giao ban"""
WEEKLY = """UID:tuan@example.org
DTSTART;TZID=Asia/Ho_Chi_Minh:20270302T140000
DTEND;TZID=Asia/Ho_Chi_Minh:20270302T150000
RRULE:FREQ=WEEKLY;COUNT=6
EXDATE;TZID=Asia/Ho_Chi_Minh:20270309T140000
SUMMARY:Sinh hoạt câu lạc bộ
LOCATION:Hội trường A"""
MOVED = """UID:tuan@example.org
RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270316T140000
DTSTART;TZID=Asia/Ho_Chi_Minh:20270317T080000
DTEND;TZID=Asia/Ho_Chi_Minh:20270317T093000
SUMMARY:Sinh hoạt, dời một ngày
LOCATION:Hội trường B"""
CALLED_OFF = """UID:tuan@example.org
RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270323T140000
DTSTART;TZID=Asia/Ho_Chi_Minh:20270323T140000
DTEND;TZID=Asia/Ho_Chi_Minh:20270323T150000
SUMMARY:Sinh hoạt câu lạc bộ
LOCATION:Hội trường A
STATUS:CANCELLED"""


def alarm(trigger: str) -> str:
    return f"\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER{trigger}\nEND:VALARM"


def file_of(*events: str) -> bytes:
    blocks = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//other//EN\n{blocks}END:VCALENDAR\n".replace("\n", "\r\n").encode()


@pytest.fixture
def take(database, config, now):
    """Import in a transaction of its own; the result as (created, updated, unchanged)."""

    def taken(*events, confirm=True, audience=(), now=now):
        with database.write() as session:
            agency = agency_of(session, config)
            done = import_calendar(
                UnitOfWork(session, now, Author("test"), agency),
                read_safely(file_of(*events), config),
                config=config,
                confirm=confirm,
                audience=audience,
            )
        taken.notes = done.notes
        return done.created, done.updated, done.unchanged

    return taken


@pytest.fixture
def stored(database):
    """The event of a UID with all that hangs on it."""

    def found(uid="hop@example.org"):
        with database.read() as session:
            loaded = [selectinload(Event.occurrences), selectinload(Event.rules), selectinload(Event.groups)]
            return session.scalars(select(Event).where(Event.uid == uid).options(*loaded)).one()

    return found


def due_times(database):
    with database.read() as session:
        query = select(Reminder.due_at).where(Reminder.cancelled_at.is_(None)).order_by(Reminder.due_at)
        return list(session.scalars(query))


def published(database, config):
    with database.read() as session:
        selection = feeds.public(session.connection(), "all", config=config)
        return feeds.build(session.connection(), selection).body


def test_event_is_a_draft_until_it_is_confirmed(database, config, take, stored, now):
    assert take(MEETING, confirm=False) == (1, 0, 0)
    assert stored().is_draft
    assert due_times(database) == []
    assert b"BEGIN:VEVENT" not in published(database, config)

    assert take(MEETING, confirm=True) == (0, 1, 0)
    assert (stored().confirmed_at, stored().confirmed_by) == (now, "test")
    assert due_times(database) != []
    assert b"UID:hop@example.org" in published(database, config)


def test_timed_event_keeps_its_local_times(take, stored):
    take(f"{MEETING}\nDESCRIPTION:Mang tài liệu\\, sổ tay\nLOCATION:Phòng 201\nURL:https://example.org/hop")
    event = stored()

    assert (event.title, event.kind, event.place) == ("Họp giao ban", "activity", "Phòng 201")
    assert (event.description, event.links) == ("Mang tài liệu, sổ tay", ["https://example.org/hop"])
    assert (event.first_day, event.last_day) == (date(2027, 3, 10), date(2027, 3, 10))
    assert (event.start_time, event.end_time, event.zone) == (time(9), time(11), "Asia/Ho_Chi_Minh")
    assert (event.audience_all, event.own_rules, event.created_by) == (True, False, "test")


def test_all_day_event_ends_on_its_last_day(take, stored):
    take("UID:dot@x\nDTSTART;VALUE=DATE:20271115\nDTEND;VALUE=DATE:20271216\nSUMMARY:Tháng\nCATEGORIES:campaign")
    event = stored("dot@x")

    assert (event.first_day, event.last_day, event.is_all_day) == (date(2027, 11, 15), date(2027, 12, 15), True)
    assert event.kind == "campaign"


@pytest.mark.parametrize(
    ("start", "zone", "local"),
    [
        (":20270310T020000Z", "Asia/Ho_Chi_Minh", time(9)),
        (":20270310T090000", "Asia/Ho_Chi_Minh", time(9)),
        (";TZID=Europe/Berlin:20270310T090000", "Europe/Berlin", time(9)),
        (";TZID=SE Asia Standard Time:20270310T090000", "Asia/Ho_Chi_Minh", time(9)),
    ],
)
def test_zone_is_that_of_the_file_or_of_the_office(take, stored, start, zone, local):
    take(f"UID:z@x\nDTSTART{start}\nDURATION:PT1H\nSUMMARY:Họp")

    assert (stored("z@x").zone, stored("z@x").start_time) == (zone, local)


def test_series_in_utc_whose_days_would_shift_stays_in_utc(take, stored):
    take("UID:z@x\nDTSTART:20270309T200000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\nSUMMARY:Họp")
    event = stored("z@x")

    assert (event.zone, event.first_day) == ("UTC", date(2027, 3, 9))
    assert event.occurrences[0].starts_at == datetime(2027, 3, 9, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("categories", "kind"),
    [
        ("Cuộc họp", "meeting"),
        ("HỌP", "meeting"),
        ("Công việc,hoi thao", "seminar"),
        ("Hội thảo\\, tọa đàm", "seminar"),
        ("Seminar", "seminar"),
        ("Trainings", "training"),
        ("Kỷ niệm", "commemoration"),
        ("Personal", "activity"),
    ],
)
def test_category_that_names_a_kind_sets_it(take, stored, categories, kind):
    take(f"{MEETING}\nCATEGORIES:{categories}")

    assert stored().kind == kind


def test_kind_given_here_stays_where_the_file_names_none(database, take, stored):
    take(MEETING)
    with database.write() as session:
        session.scalars(select(Event)).one().kind = "review"

    assert take(MEETING) == (0, 0, 1)
    assert stored().kind == "review"


@pytest.mark.parametrize(
    ("trigger", "lead", "due"),
    [
        (":-PT15M", "15 minutes before", datetime(2027, 3, 10, 1, 45, tzinfo=UTC)),
        (":-P1D", "24 hours before", datetime(2027, 3, 9, 2, tzinfo=UTC)),
        (":-PT90S", "90 seconds before", datetime(2027, 3, 10, 1, 58, 30, tzinfo=UTC)),
        (":PT0S", "0 minutes before", datetime(2027, 3, 10, 2, tzinfo=UTC)),
        (":PT10M", "10 minutes after start", datetime(2027, 3, 10, 2, 10, tzinfo=UTC)),
        (";RELATED=END:PT30M", "150 minutes after start", datetime(2027, 3, 10, 4, 30, tzinfo=UTC)),
        (";VALUE=DATE-TIME:20270301T010007Z", "781193 seconds before", datetime(2027, 3, 1, 1, 0, 7, tzinfo=UTC)),
    ],
)
def test_alarm_becomes_a_reminder_at_exactly_its_instant(database, take, stored, trigger, lead, due):
    take(MEETING + alarm(trigger))

    assert stored().own_rules
    assert [rule.lead for rule in stored().rules] == [lead]
    assert due_times(database) == [due]


def test_alarm_due_in_seconds_becomes_a_message(database, take, now):
    starts = now + timedelta(minutes=10, seconds=3)
    take(f"UID:s@x\nDTSTART:{starts:%Y%m%dT%H%M%SZ}\nDURATION:PT1H\nSUMMARY:Họp gấp" + alarm(":-PT10M"))
    with database.write() as session:
        import_members(Act(session, now, PROGRAM), [Row(2, "Lê A", "a@example.org")])
    with database.begin() as connection:
        assert planning.plan_due(connection, now=now, id_suffix=".x@example.org>") == 0
        assert planning.plan_due(connection, now=now + timedelta(seconds=3), id_suffix=".x@example.org>") == 1


def test_alarm_of_an_all_day_event_counts_from_its_midnight(database, take):
    take("UID:d@x\nDTSTART;VALUE=DATE:20270308\nSUMMARY:Ngày 8/3" + alarm(":-PT15H"))

    assert due_times(database) == [datetime(2027, 3, 7, 2, tzinfo=UTC)]


def test_changed_alarm_takes_the_place_of_the_old_one_and_rules_in_days_stay(database, take, stored):
    take(MEETING + alarm(":-PT15M"))
    with database.write() as session:
        event = session.scalars(select(Event)).one()
        session.add(ReminderRule(event_id=event.id, lead="2 working days before"))

    assert take(MEETING + alarm(":-PT30M")) == (0, 1, 0)
    assert {rule.lead for rule in stored().rules} == {"30 minutes before", "2 working days before"}
    assert len(due_times(database)) == 2


def test_series_with_exception_moved_and_cancelled_instance(database, config, take, stored):
    take(WEEKLY, MOVED, CALLED_OFF)
    event = stored("tuan@example.org")
    occurrences = {occurrence.original_day: occurrence for occurrence in event.occurrences}
    moved, cancelled = occurrences[date(2027, 3, 16)], occurrences[date(2027, 3, 23)]

    assert (event.rule, event.exceptions) == ("FREQ=WEEKLY;COUNT=6", ["2027-03-09"])
    assert sorted(day.day for day in occurrences) == [2, 6, 16, 23, 30]
    assert (moved.first_day, moved.start_time, moved.end_time) == (date(2027, 3, 17), time(8), time(9, 30))
    assert (moved.title, moved.place) == ("Sinh hoạt, dời một ngày", "Hội trường B")
    assert cancelled.cancel_cause == "file"
    read, _notes = reader.read(published(database, config))
    assert [series.exceptions for series in read] == [(date(2027, 3, 9), date(2027, 3, 23))]
    assert [instance.start for instance in read[0].overrides] == [datetime(2027, 3, 17, 8)]  # noqa: DTZ001 - local


def test_instance_that_the_file_takes_back_happens_again(take, stored):
    take(WEEKLY, MOVED, CALLED_OFF)

    assert take(WEEKLY, MOVED.replace("20270317T08", "20270316T14").replace("20270317T0930", "20270316T1500")) == (
        0,
        1,
        0,
    )
    assert [o.cancelled_at for o in stored("tuan@example.org").occurrences] == [None] * 5
    assert [o.moved_at for o in stored("tuan@example.org").occurrences] == [None] * 5


def test_instance_that_was_cancelled_here_stays_cancelled(database, config, take, stored, now):
    take(WEEKLY)
    with database.write() as session:
        occurrence = session.scalars(select(Occurrence).where(Occurrence.original_day == date(2027, 3, 30))).one()
        occurrence.cancel(now=now, by="an", reason="Trùng lịch")

    assert take(WEEKLY) == (0, 0, 1)
    assert [o.cancelled_by for o in stored("tuan@example.org").occurrences] == ["", "", "", "an", ""]


def test_days_that_no_rule_gives_are_events_beside_the_series(database, take, stored):
    extra = "\nRDATE;TZID=Asia/Ho_Chi_Minh:20270303T140000"

    assert take(WEEKLY + extra) == (2, 0, 0)
    assert take(WEEKLY + extra) == (0, 0, 2)
    assert stored("20270303-tuan@example.org").first_day == date(2027, 3, 3)
    assert stored("20270303-tuan@example.org").rule == ""


def test_change_beyond_the_horizon_is_noted_and_cancellation_kept(take, stored):
    yearly = "UID:y@x\nDTSTART;VALUE=DATE:20270308\nRRULE:FREQ=YEARLY\nSUMMARY:Ngày 8/3"
    far = "UID:y@x\nRECURRENCE-ID;VALUE=DATE:{}0308\nDTSTART;VALUE=DATE:{}0309\nSUMMARY:Ngày 8/3"
    take(yearly, far.format(2040, 2040), far.format(2041, 2041) + "\nSTATUS:CANCELLED")

    assert stored("y@x").exceptions == ["2041-03-08"]
    assert len([note for note in take.notes if "08/03/2040" in note]) == 1


def test_file_read_again_changes_nothing(database, config, take, stored, now):
    files = (MEETING + alarm(":-PT15M"), WEEKLY, MOVED, CALLED_OFF)
    take(*files)
    before, body = stored("tuan@example.org"), published(database, config)

    assert take(*files, now=now + timedelta(days=1)) == (0, 0, 2)
    assert published(database, config) == body
    assert stored("tuan@example.org").version == before.version


def test_own_feed_read_in_changes_nothing(database, config, take, now):
    with database.write() as session:
        fill_year(session, config, now=now)
    body = published(database, config)
    assert body.count(b"BEGIN:VEVENT") > 20
    with database.write() as session:
        agency = agency_of(session, config)
        done = import_calendar(
            UnitOfWork(session, now, Author("test"), agency), read_safely(body, config), config=config, confirm=True
        )

    assert (done.created, done.updated, done.notes) == (0, 0, ())
    assert published(database, config) == body


def test_sequence_moves_only_with_what_readers_see(take, stored, now):
    take(MEETING)
    take(MEETING + alarm(":-PT15M"))
    assert stored().sequence == 0

    assert take(MEETING.replace("giao ban", "giao ban quý I"), now=now + timedelta(hours=1)) == (0, 1, 0)
    assert (stored().sequence, stored().title) == (1, "Họp giao ban quý I")
    assert stored().changed_at == now + timedelta(hours=1)


def test_moved_event_keeps_its_occurrence_and_moves_its_reminder(database, take, stored):
    take(MEETING + alarm(":-PT15M"))
    occurrence = stored().occurrences[0].id
    take(MEETING.replace("20270310", "20270311") + alarm(":-PT15M"))

    assert [o.id for o in stored().occurrences] == [occurrence]
    assert due_times(database) == [datetime(2027, 3, 11, 1, 45, tzinfo=UTC)]


def test_cancelled_event_sends_nothing_and_shows_as_cancelled(database, config, take, stored):
    take(MEETING)
    assert take(f"{MEETING}\nSTATUS:CANCELLED") == (0, 1, 0)
    assert take(f"{MEETING}\nSTATUS:CANCELLED") == (0, 0, 1)

    assert due_times(database) == []
    assert b"STATUS:CANCELLED" in published(database, config)

    assert take(MEETING) == (0, 1, 0)
    assert stored().cancelled_at is None
    assert stored().occurrences[0].is_live
    assert due_times(database) != []


def test_event_cancelled_in_the_file_never_reminds(database, config, take):
    assert take(f"{MEETING}\nSTATUS:CANCELLED" + alarm(":-PT15M")) == (1, 0, 0)
    assert due_times(database) == []
    assert b"STATUS:CANCELLED" in published(database, config)


def test_event_cancelled_here_is_not_revived_by_a_file(database, config, take, stored, now):
    take(MEETING)
    with database.write() as session:
        event = session.scalars(select(Event)).one()
        agency = agency_of(session, config)
        changes.cancel(UnitOfWork(session, now, Author("an"), agency), event, reason="Hết kinh phí")

    assert take(MEETING) == (0, 0, 1)
    assert stored().cancel_reason == "Hết kinh phí"
    assert "đã hủy ở đây" in take.notes[0]


def test_audience_is_the_named_groups(database, take, stored, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["Ban nữ công", "BCH", "Văn phòng"], kind="list")
    take(MEETING, audience=["bch", "Ban nữ công"])
    assert {group.name for group in stored().groups} == {"Ban nữ công", "BCH"}
    assert not stored().audience_all

    assert take(MEETING) == (0, 0, 1)
    assert {group.name for group in stored().groups} == {"Ban nữ công", "BCH"}

    assert take(MEETING, audience=["Văn phòng"]) == (0, 1, 0)
    assert [group.name for group in stored().groups] == ["Văn phòng"]


def test_changed_audience_reaches_the_feeds_of_groups(database, config, take, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["BCH", "Văn phòng"], kind="list")

    def feed_of(group):
        with database.read() as session:
            connection = session.connection()
            return feeds.build(connection, feeds.public(connection, "all", config=config, groups=(group,))).body

    take(MEETING, audience=["BCH"])
    assert (b"hop@example.org" in feed_of("bch"), b"hop@example.org" in feed_of("van-phong")) == (True, False)

    take(MEETING, audience=["Văn phòng"])
    assert (b"hop@example.org" in feed_of("bch"), b"hop@example.org" in feed_of("van-phong")) == (False, True)


def test_title_is_one_short_line_in_one_direction(take, stored):
    take("UID:t@x\nDTSTART;VALUE=DATE:20270308\nSUMMARY:A\u202eB\\nC " + "x" * 300)

    assert stored("t@x").title.startswith("AB C xxx")
    assert len(stored("t@x").title) == 200


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            f"{MEETING}\nRRULE:FREQ=YEARLY;BYYEARDAY=70",
            "Dòng 9: sự kiện có UID hop@example.org: Chưa hỗ trợ phần BYYEARDAY",
        ),
        (f"{MEETING}\nRRULE:FREQ=MONTHLY;BYDAY=9TU", "Dòng 9: sự kiện có UID hop@example.org: "),
        (f"{MEETING}\nRRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU", "UID hop@example.org: quy tắc lặp cách tuần"),
        (f"{MEETING}\nRRULE:FREQ=SECONDLY", "Dòng 14: RRULE"),
        (f"{MEETING}\nRRULE:FREQ=DAILY;COUNT=1000000000", "COUNT"),
        ("UID:x@x\nDTSTART:00010101T000000Z\nSUMMARY:x", "Năm 1"),
        ("UID:x@x\nSUMMARY:x", "thiếu DTSTART"),
    ],
)
def test_file_with_an_event_that_cannot_be_followed_is_refused_whole(database, take, event, words):
    with pytest.raises(InvalidInput) as refusal:
        take("UID:good@x\nDTSTART;VALUE=DATE:20270308\nSUMMARY:x", event)

    assert words in refusal.value.message
    assert "\n" not in refusal.value.message
    assert stored_rows(database) == [0, 0, 0, 0]


def test_unknown_group_is_refused_and_nothing_is_stored(database, take, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["Ban nữ công"], kind="list")
    with pytest.raises(InvalidInput, match="Không có nhóm “Ban nử công”"):
        take(MEETING, audience=["Ban nử công"])

    assert stored_rows(database) == [0, 0, 0, 0]


class Interrupted(Exception):
    pass


@pytest.mark.parametrize("after", [0, 1])
def test_import_that_is_cut_off_leaves_nothing(database, config, now, after):
    steps = []

    def cut(number):
        steps.append(number)
        if len(steps) > after:
            raise Interrupted

    events = [MEETING.replace("hop@", f"hop{number}@") + alarm(":-PT15M") for number in range(150)]
    with pytest.raises(Interrupted), database.write() as session:
        import_calendar(
            UnitOfWork(session, now, Author("test"), agency_of(session, config)),
            read_safely(file_of(*events), config),
            config=config,
            confirm=True,
            progress=cut,
        )

    assert stored_rows(database) == [0, 0, 0, 0]


def stored_rows(database):
    with database.read() as session:
        tables = (Event, Occurrence, Reminder, AudienceGroup)
        return [session.scalar(select(func.count()).select_from(table)) for table in tables]


def test_empty_calendar_is_said_to_be_empty(take):
    assert take() == (0, 0, 0)
    assert take.notes == ("Tệp không có sự kiện nào.",)
