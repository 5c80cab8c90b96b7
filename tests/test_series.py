"""A series becomes occurrences over a rolling horizon, and keeps what has a history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select
from support import rows

from campaign.audit import PROGRAM
from campaign.calendar import changes, series
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.models import Event, Occurrence

TUESDAYS = [date(2027, 3, 2), date(2027, 3, 9), date(2027, 3, 16), date(2027, 3, 23)]
HORIZON = timedelta(days=62)


@pytest.fixture
def weekly(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "1 hour before")
        rule = "FREQ=WEEKLY;COUNT=4"
        return rows.event(session, house, now, TUESDAYS[0], start=time(9), end=time(10), rule=rule).id


def changed(database, config, now, event_id, change):
    """The series after a change, settled: what each occurrence's days and state are."""
    with database.write() as session:
        event = session.get_one(Event, event_id)
        change(session, event)
        changes.rebuild(UnitOfWork(session, now, PROGRAM, rows.agency(session, config, "1 hour before")), event)
        return {row.original_day: (row.first_day, row.is_live) for row in rows.occurrences(session, event_id)}


def test_series_has_a_row_for_each_day(database, weekly):
    with database.read() as session:
        found = rows.occurrences(session, weekly)
    assert [row.first_day for row in found] == TUESDAYS
    assert {(row.starts_at.hour, row.ends_at - row.starts_at) for row in found} == {(2, timedelta(hours=1))}


def test_series_without_end_reaches_the_horizon_and_no_further(database, config, now):
    with database.write() as session:
        event = rows.draft(session, now, TUESDAYS[0], rule="FREQ=WEEKLY")
        found = series.sync_occurrences(session, event, now=now, horizon=HORIZON)
        assert found[-1].first_day == date(2027, 4, 27)
        assert len(found) == 9


def test_night_extends_the_series_and_makes_its_reminders(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config, "1 hour before")
        event = rows.event(session, house, now, TUESDAYS[0], start=time(9), rule="FREQ=WEEKLY")
        before, written = len(rows.occurrences(session, event.id)), event.component
    config = replace(config, reminders=replace(config.reminders, seminar=("1 hour before",)))
    later = now + timedelta(days=28)
    changes.nightly(database, config=config, today=later.date(), now=later)
    with database.read() as session:
        event = session.get_one(Event, event.id)
        occurrences = rows.occurrences(session, event.id)
        assert len(occurrences) == before + 4
        assert {row.occurrence_id for row in rows.reminders(session, event.id)} == {row.id for row in occurrences}
        assert event.component == written  # a longer horizon is nothing that a client could see


def test_moved_occurrence_stays_where_it_was_put(database, config, now, weekly):
    def change(session, event):
        moved = rows.occurrences(session, event.id)[1]
        moved.move(date(2027, 3, 11), start=time(14), end=time(15), now=now)

    assert changed(database, config, now, weekly, change)[TUESDAYS[1]] == (date(2027, 3, 11), True)
    assert changed(database, config, now, weekly, lambda *_: None)[TUESDAYS[1]] == (date(2027, 3, 11), True)


def test_new_hour_of_a_series_leaves_the_moved_one_alone(database, config, now, weekly):
    def change(session, event):
        rows.occurrences(session, event.id)[1].move(TUESDAYS[1], start=time(14), end=time(15), now=now)
        event.schedule(TUESDAYS[0], start=time(8), end=time(9))

    changed(database, config, now, weekly, change)
    with database.read() as session:
        hours = [row.start_time.hour for row in rows.occurrences(session, weekly)]
    assert hours == [8, 14, 8, 8]


def test_excepted_day_without_history_is_deleted(database, config, now, weekly):
    def change(_session, event):
        event.exceptions = ["2027-03-16"]

    assert list(changed(database, config, now, weekly, change)) == [TUESDAYS[0], TUESDAYS[1], TUESDAYS[3]]


def test_excepted_day_whose_mail_went_out_is_cancelled_and_comes_back(database, config, now, weekly):
    with database.write() as session:
        rows.members(session, 1, now)
    rows.plan(database, datetime(2027, 3, 9, 1, tzinfo=UTC))

    def drop(_session, event):
        event.exceptions = ["2027-03-09"]

    def restore(_session, event):
        event.exceptions = []

    soon = datetime(2027, 3, 9, 1, 30, tzinfo=UTC)
    assert changed(database, config, soon, weekly, drop)[TUESDAYS[1]] == (TUESDAYS[1], False)
    assert changed(database, config, soon, weekly, restore)[TUESDAYS[1]] == (TUESDAYS[1], True)


def test_past_occurrence_stays_whatever_the_series_says_now(database, config, now, weekly):
    def change(_session, event):
        event.rule = "FREQ=WEEKLY;BYDAY=TH;COUNT=3"
        event.schedule(date(2027, 3, 11), start=time(9), end=time(10))

    found = changed(database, config, now + timedelta(days=3), weekly, change)
    assert found == {day: (day, True) for day in (TUESDAYS[0], date(2027, 3, 11), date(2027, 3, 18), date(2027, 3, 25))}


def test_cancelled_occurrence_stays_cancelled(database, config, now, weekly):
    def change(session, event):
        rows.occurrences(session, event.id)[2].cancel(now=now, by="Lan", reason="Trùng họp")

    changed(database, config, now, weekly, change)
    assert changed(database, config, now, weekly, lambda *_: None)[TUESDAYS[2]] == (TUESDAYS[2], False)


def test_single_event_on_another_day_keeps_its_one_occurrence(database, config, now):
    with database.write() as session:
        house = rows.agency(session, config)
        event = rows.event(session, house, now, date(2027, 3, 8))
        (before,) = rows.occurrences(session, event.id)
        changes.move(
            UnitOfWork(session, now, PROGRAM, house), event, before, When(date(2027, 3, 20), date(2027, 3, 21))
        )
        (after,) = rows.occurrences(session, event.id)
        assert after.id == before.id
        assert (after.first_day, after.last_day) == (date(2027, 3, 20), date(2027, 3, 21))
        assert after.ends_at - after.starts_at == timedelta(days=2)


def test_postponed_event_loses_its_day_and_its_reminders(database, config, now):
    event_id = rows.seminar(database, config, now)

    def change(_session, event):
        event.postpone(now=now)

    assert changed(database, config, now, event_id, change) == {}
    with database.read() as session:
        assert rows.reminders(session, event_id) == []


def test_span_across_the_year_end(database, config, now):
    with database.write() as session:
        event = rows.draft(session, now, date(2027, 12, 15), date(2028, 1, 14), kind="campaign", rule="FREQ=YEARLY")
        found = series.sync_occurrences(session, event, now=now, horizon=timedelta(days=370))
        spans = [(row.first_day, row.last_day) for row in found]
    assert spans == [(date(2027, 12, 15), date(2028, 1, 14)), (date(2028, 12, 15), date(2029, 1, 14))]


def test_whole_day_runs_from_local_midnight_to_midnight(database, config, now):
    event_id = rows.seminar(database, config, now)
    with database.write() as session:
        house = rows.agency(session, config)
        event = rows.event(session, house, now, date(2027, 3, 8))
        (row,) = rows.occurrences(session, event.id)
    assert event_id != event.id
    assert (row.starts_at, row.ends_at) == (
        datetime(2027, 3, 7, 17, tzinfo=UTC),
        datetime(2027, 3, 8, 17, tzinfo=UTC),
    )


def test_only_the_changed_series_is_touched(database, config, now, weekly):
    with database.write() as session:
        house = rows.agency(session, config, "1 hour before")
        other = rows.event(session, house, now, TUESDAYS[0], start=time(9), rule="FREQ=WEEKLY;COUNT=4").id
    written: list[object] = []
    with database.write() as session:
        sqlalchemy_event.listen(session, "before_flush", lambda session, *_: written.extend(session.dirty))
        event = session.get_one(Event, weekly)
        event.schedule(TUESDAYS[0], start=time(8), end=time(9))
        changes.rebuild(UnitOfWork(session, now, PROGRAM, house), event)
    touched = {row.event_id for row in written if isinstance(row, Occurrence)}
    assert touched == {weekly}
    with database.read() as session:
        hours = {row.start_time.hour for row in session.scalars(select(Occurrence).where(Occurrence.event_id == other))}
    assert hours == {9}


def test_series_that_cannot_be_read_does_not_keep_the_others_from_growing(database, config, now, caplog):
    with database.write() as session:
        house = rows.agency(session, config)
        broken = rows.event(session, house, now, TUESDAYS[0], rule="FREQ=WEEKLY")
        sound = rows.event(session, house, now, TUESDAYS[0], rule="FREQ=WEEKLY")
        before = len(rows.occurrences(session, sound.id))
        broken.rule = "FREQ=SOMETIMES"
    later = now + timedelta(days=28)
    changes.nightly(database, config=config, today=later.date(), now=later)
    with database.read() as session:
        assert len(rows.occurrences(session, sound.id)) == before + 4
    assert f"series {broken.id} could not be extended" in caplog.text
