"""A part of a series is edited: this one, this and later, all; what belonged to an occurrence stays with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from campaign import audit
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.desk import decisions, notices, scheduling, splitting
from campaign.desk.decisions import Theme
from campaign.desk.splitting import Reach
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import Event, Notice, Occurrence, Reminder, Response
from tests.desk.conftest import HUNG, NOW, TRANG
from tests.support.readers import Readers

FOURTH = date(2027, 4, 6)


@pytest.fixture
def series(session, agency, weekly) -> Event:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), weekly)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    return event


def at(session, event: Event, day: date) -> Occurrence:
    query = select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day == day)
    return session.scalars(query).one()


def days(session, event: Event, count: int = 3) -> list[date]:
    query = select(Occurrence.first_day).where(Occurrence.event_id == event.id, Occurrence.cancelled_at.is_(None))
    return list(session.scalars(query.order_by(Occurrence.first_day).limit(count)))


def edit(session, agency, event: Event, reach: Reach, *, version: int | None = None, **values: object) -> Event:
    one = at(session, event, FOURTH)
    draft = replace(scheduling.draft_of(session, event, one), **values)
    return splitting.edit_from(
        UnitOfWork(session, NOW, HUNG, agency), one, draft, reach=reach, version=version or event.version, notify=True
    )


def test_this_one_gets_its_own_time_and_words(session, agency, series) -> None:
    sequence = series.sequence
    after = edit(session, agency, series, Reach.ONE, start=time(14), end=time(15), title="Giao ban mở rộng")
    one = at(session, series, FOURTH)
    assert after is series
    assert (one.start_time, one.title, one.moved_at) == (time(14), "Giao ban mở rộng", NOW)
    assert series.title == "Giao ban tuần"
    assert series.sequence == sequence + 1
    assert session.scalars(select(Notice.kind)).all() == ["change"]
    master, override = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + series.component + b"END:VCALENDAR\r\n").walk(
        "VEVENT"
    )
    assert (master["SUMMARY"], override["SUMMARY"]) == ("Giao ban tuần", "Giao ban mở rộng")
    act = audit.last(session, "event", series.id)
    assert act.new == {
        "title": "Giao ban mở rộng",
        "start": "14:00:00",
        "end": "15:00:00",
        "occurrence": "2027-04-06",
    }


def test_this_one_cannot_have_its_own_audience(session, agency, series, house) -> None:
    with pytest.raises(InvalidInput, match="chọn “tất cả”"):
        edit(session, agency, series, Reach.ONE, group_ids=frozenset({house.staff}))


def test_words_of_the_series_are_no_words_of_its_own(session, agency, series) -> None:
    edit(session, agency, series, Reach.ONE, title="Khác")
    edit(session, agency, series, Reach.ONE, title="Giao ban tuần")
    one = at(session, series, FOURTH)
    assert (one.title, one.is_touched) == ("", False)


def test_this_and_later_goes_on_under_a_new_uid(session, agency, series) -> None:
    moved_on = [at(session, series, day) for day in (FOURTH, date(2027, 4, 13))]
    session.add(Response(occurrence_id=moved_on[1].id, member_id=1, answer="accepted", answered_at=NOW))
    decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), series, moved_on[1], Theme("Chuyên đề"))
    reminders = {row.id for row in session.scalars(select(Reminder))}
    later = edit(session, agency, series, Reach.LATER, title="Giao ban mới")
    assert later.uid != series.uid
    assert series.rule == "FREQ=WEEKLY;UNTIL=20270405;BYDAY=TU"
    assert (later.rule, later.first_day, later.title, later.is_draft) == (
        "FREQ=WEEKLY;BYDAY=TU",
        FOURTH,
        "Giao ban mới",
        False,
    )
    assert days(session, series, 9) == [date(2027, 3, 16), date(2027, 3, 23), date(2027, 3, 30)]
    assert days(session, later) == [FOURTH, date(2027, 4, 13), date(2027, 4, 20)]
    assert [one.event_id for one in moved_on] == [later.id, later.id]
    assert moved_on[1].theme == "Chuyên đề"
    assert reminders <= {row.id for row in session.scalars(select(Reminder))}
    assert session.scalars(select(Occurrence).where(Occurrence.cancelled_at.is_not(None))).all() == []
    (notice,) = session.scalars(select(Notice)).all()
    assert (notice.event_id, notice.kind) == (later.id, "change")


def test_who_was_invited_to_a_series_reads_what_changes_from_a_day_on(session, agency, series) -> None:
    readers = Readers(session)
    notices.note_invitation(UnitOfWork(session, NOW, HUNG, agency), series)
    readers.deliver(NOW)
    edit(session, agency, series, Reach.LATER, start=time(9), end=time(10))
    (mail, *_others) = readers.deliver(NOW + timedelta(minutes=10))
    assert mail.told == {
        "Thời gian": (
            "thứ Ba hằng tuần, 8h00-9h00, từ ngày 06/4/2027",
            "thứ Ba hằng tuần, 9h00-10h00, từ ngày 06/4/2027",
        )
    }
    series = session.get(Event, series.id)
    decisions.cancel(UnitOfWork(session, NOW, HUNG, agency), series, reason="Bão", notify=True)
    (mail, *_others) = readers.deliver(NOW + timedelta(minutes=20))
    assert mail.facts.when == "thứ Ba hằng tuần, 8h00-9h00, từ ngày 16/3/2027, đến ngày 05/4/2027"


def test_this_and_later_on_another_weekday(session, agency, series) -> None:
    later = edit(session, agency, series, Reach.LATER, first=date(2027, 4, 7), last=date(2027, 4, 7))
    assert later.rule == "FREQ=WEEKLY;BYDAY=WE"
    assert days(session, later) == [date(2027, 4, 7), date(2027, 4, 14), date(2027, 4, 21)]
    assert days(session, series, 9) == [date(2027, 3, 16), date(2027, 3, 23), date(2027, 3, 30)]
    dues = session.scalars(select(Reminder).join(Occurrence).where(Occurrence.event_id == later.id)).all()
    assert len({(row.occurrence_id, row.lead) for row in dues}) == len(dues)
    assert all(row.due_at > datetime(2027, 4, 1, tzinfo=UTC) for row in dues)


def test_rest_of_a_counted_series(session, agency, weekly) -> None:
    event = scheduling.create(
        UnitOfWork(session, NOW, TRANG, agency), replace(weekly, rule="FREQ=WEEKLY;COUNT=5;BYDAY=TU")
    )
    later = edit(session, agency, event, Reach.LATER, place="Nhà A")
    assert (later.rule, days(session, later, 9)) == ("FREQ=WEEKLY;COUNT=2;BYDAY=TU", [FOURTH, date(2027, 4, 13)])


def test_parts_of_a_campaign_go_with_their_time(session, agency, series, seminar) -> None:
    early = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, part_of_id=series.id))
    late = scheduling.create(
        UnitOfWork(session, NOW, TRANG, agency), replace(seminar, part_of_id=series.id, first=FOURTH)
    )
    later = edit(session, agency, series, Reach.LATER, title="Mới")
    assert (early.part_of_id, late.part_of_id) == (series.id, later.id)


def test_all_keeps_the_first_day_and_shifts_it_with_the_edit(session, agency, series) -> None:
    assert edit(session, agency, series, Reach.ALL, title="Giao ban chung") is series
    assert (series.title, series.first_day) == ("Giao ban chung", date(2027, 3, 16))
    edit(session, agency, series, Reach.ALL, first=date(2027, 4, 8), last=date(2027, 4, 8), start=time(9), end=time(10))
    assert (series.first_day, series.rule, series.start_time) == (date(2027, 3, 18), "FREQ=WEEKLY;BYDAY=TH", time(9))
    assert days(session, series) == [date(2027, 3, 18), date(2027, 3, 25), date(2027, 4, 1)]


def test_all_takes_themes_and_reminders_along(session, agency, series) -> None:
    one = at(session, series, FOURTH)
    decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), series, one, Theme("Chuyên đề"))
    edit(session, agency, series, Reach.ALL, first=date(2027, 4, 8), last=date(2027, 4, 8))
    assert (one.original_day, one.first_day, one.theme, one.cancelled_at) == (
        date(2027, 4, 8),
        date(2027, 4, 8),
        "Chuyên đề",
        None,
    )
    assert session.scalars(select(Occurrence).where(Occurrence.cancelled_at.is_not(None))).all() == []
    edit_by_weeks = replace(scheduling.draft_of(session, series), first=date(2027, 3, 4), last=date(2027, 3, 4))
    scheduling.edit(UnitOfWork(session, NOW, HUNG, agency), series, edit_by_weeks, version=series.version, notify=False)
    assert (one.original_day, days(session, series, 1)) == (date(2027, 4, 8), [date(2027, 3, 4)])


def test_occurrence_that_another_change_took_away_is_not_found(database, agency, weekly) -> None:
    with database.write() as session:
        event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), weekly)
    with database.read() as session:
        one = at(session, event, FOURTH)
    with database.write() as session:
        event = session.get(Event, event.id)
        fewer = replace(scheduling.draft_of(session, event), rule="FREQ=WEEKLY;COUNT=2;BYDAY=TU")
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, fewer, version=event.version, notify=False)
    with database.write() as session:
        event = session.get(Event, event.id)
        for act in (
            lambda: decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), event, one, Theme("A")),
            lambda: decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, one, reason="A", notify=True),
        ):
            with pytest.raises(NotFound, match="không còn trong lịch"):
                act()


def test_postponed_series_gets_its_date_as_a_whole(session, agency, series) -> None:
    one = at(session, series, FOURTH)
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), series, one, reason="Nghỉ", notify=False)
    with pytest.raises(InvalidInput, match="đã hủy"):
        edit(session, agency, series, Reach.ONE, title="Mới")
    decisions.postpone(UnitOfWork(session, NOW, TRANG, agency), series, notify=False)
    for reach in Reach:
        with pytest.raises(InvalidInput, match="đang hoãn"):
            edit(session, agency, series, reach, title="Mới")
    to = When(date(2027, 5, 4), None, time(8), time(9))
    assert decisions.move(UnitOfWork(session, NOW, TRANG, agency), series, None, to, notify=False) is True
    assert days(session, series) == [date(2027, 5, 4), date(2027, 5, 11), date(2027, 5, 18)]


def test_later_from_the_first_is_all(session, agency, series) -> None:
    one = at(session, series, date(2027, 3, 16))
    draft = replace(scheduling.draft_of(session, series, one), title="Mới")
    after = splitting.edit_from(
        UnitOfWork(session, NOW, HUNG, agency), one, draft, reach=Reach.LATER, version=series.version, notify=False
    )
    assert (after, series.title) == (series, "Mới")


@pytest.mark.parametrize("reach", list(Reach))
def test_second_editor_of_a_series_is_told(session, agency, series, reach: Reach) -> None:
    version = series.version
    edit(session, agency, series, Reach.ALL, place="Nhà A")
    with pytest.raises(Conflict, match=r"Trần Văn Hùng .*\(địa điểm\)"):
        edit(session, agency, series, reach, version=version, title="Mới")


@pytest.mark.parametrize("reach", list(Reach))
def test_edit_that_changes_nothing_does_nothing(session, agency, series, reach: Reach) -> None:
    version = series.version
    assert edit(session, agency, series, reach) is series
    assert series.version == version
