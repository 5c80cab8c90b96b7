"""The clock: ticks that cannot die, and readiness that tells when they stopped."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from recorder import Recorder
from sqlalchemy import select, text
from support import rows

from campaign import clock, create_app
from campaign.calendar import changes
from campaign.config import Engine as Pace
from campaign.config import Mail
from campaign.engine import Engine, rendering
from campaign.errors import Unavailable
from campaign.mailing.accountmail import AccountMailSender
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.models import Event, Heartbeat, Holiday, Outdated, Result
from campaign.scheduler import NEVER, Clockwork

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)


@pytest.fixture
def clockwork(config, database, now):
    made = at(config, database, now)
    yield made
    made.post.close()
    made.accounts.close()


def at(config, database, moment):
    """The jobs as they are at one instant."""
    app = create_app(config, database)
    render, mail = rendering(app), app.extensions["mail"]
    post = MailSender(config, database, Composer(config, render), mail, clock=lambda: moment)
    accounts = AccountMailSender(config, database, render, mail, clock=lambda: moment)
    return Clockwork(config, database, post, accounts, lambda: moment)


def beats(database):
    with database.read() as session:
        return dict(session.execute(select(Heartbeat.name, Heartbeat.at)).all())


def until(condition, *, seconds=10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


class Fast(Clockwork):
    """The same clock, with jobs of the test's own."""

    def __init__(self, clockwork, *jobs):
        super().__init__(clockwork.config, clockwork.database, clockwork.post, clockwork.accounts, clockwork.now)
        object.__setattr__(self, "own", jobs)

    def jobs(self):
        return [(job, 0.02) for job in self.own]


def test_due_reminder_is_planned_and_sent(config, database, now):
    rows.seminar(database, config, now)
    due = at(config, database, DUE)
    due.plan()
    due.deliver()
    assert {row.result for row in rows.messages(database)} == {Result.SENT}
    assert len(list((config.folder / "mail").glob("*.eml"))) == 3


@pytest.mark.parametrize(
    "trouble", [ValueError("x"), Unavailable("x"), MemoryError(), LookupError("job"), RuntimeError("x")]
)
def test_job_that_raises_at_every_call_stops_neither_itself_nor_others(clockwork, trouble, caplog):
    calls = {"bad": 0, "good": 0}

    def bad():
        calls["bad"] += 1
        raise trouble

    def good():
        calls["good"] += 1

    scheduler = Fast(clockwork, bad, good).start()
    until(lambda: calls["bad"] >= 4 and calls["good"] >= 4)
    scheduler.shutdown(wait=True)
    assert "job bad failed; the next tick tries again" in caplog.text
    assert beats(clockwork.database)["bad"] == NEVER != beats(clockwork.database)["good"]


def test_tick_that_cannot_say_that_it_ran_goes_on(clockwork, database, caplog):
    with database.begin() as connection:
        connection.execute(text("ALTER TABLE beat RENAME TO beat_gone"))
    calls = []

    def job():
        calls.append(1)

    scheduler = Fast(clockwork, job).start()
    until(lambda: len(calls) >= 3)
    scheduler.shutdown(wait=True)
    assert "job job failed" in caplog.text


def test_clock_that_is_set_back_stops_no_tick(clockwork):
    """To APScheduler a clock set back by hours looks as if every job were hours away."""
    calls = []

    def job():
        calls.append(1)

    scheduler = Fast(clockwork, job).start()
    until(lambda: calls)
    (planned,) = scheduler.get_jobs()
    planned.modify(next_run_time=datetime.now(UTC) + timedelta(hours=2))  # noqa: TID251 - APScheduler's clock
    before = len(calls)
    until(lambda: len(calls) > before + 2)
    scheduler.shutdown(wait=True)


def test_slow_job_is_not_started_twice(clockwork):
    running, most = [], []

    def job():
        running.append(1)
        most.append(len(running))
        time.sleep(0.1)
        running.pop()

    scheduler = Fast(clockwork, job).start()
    until(lambda: len(most) >= 3)
    scheduler.shutdown(wait=True)
    assert set(most) == {1}


def test_night_comes_once_on_each_local_day(config, database, now):
    with database.write() as session:
        house = rows.agency(session, config)
        event_id = rows.event(session, house, now, now.date(), start=None, rule="FREQ=WEEKLY").id
        before = len(rows.occurrences(session, event_id))

    def night(moment):
        clock = at(config, database, moment)
        clock.guarded(clock.nightly)()
        with database.read() as session:
            return len(rows.occurrences(session, event_id))

    month = now + timedelta(days=28)
    local_midnight = month.replace(hour=17, minute=0)
    assert night(month) == before + 4
    with database.write() as session:
        session.get_one(Event, event_id).rule = "FREQ=WEEKLY;INTERVAL=2"
    assert night(local_midnight - timedelta(minutes=1)) == before + 4
    assert night(local_midnight) < before + 4


def test_engine_runs_what_is_due_and_stops(config, database, now):
    rows.seminar(database, config, now)
    config = replace(config, engine=Pace(tick=0.05))
    engine = Engine(create_app(config, database), config, database, now=lambda: DUE)
    engine.start()
    until(lambda: {row.result for row in rows.messages(database)} == {Result.SENT})
    engine.stop()
    assert set(beats(database)) >= {"plan", "deliver"}


@pytest.mark.only("sqlite")
def test_second_process_on_one_file_is_refused(config, database):
    first = Engine(create_app(config, database), config, database)
    first.start()
    second = Engine(create_app(config, database), config, database)
    with pytest.raises(Unavailable, match="chỉ phục vụ một tiến trình"):
        second.start()
    first.stop()
    second.start()
    second.stop()


@pytest.mark.only("postgresql")
def test_several_processes_on_one_server_are_welcome(config, database):
    engines = [Engine(create_app(config, database), config, database) for _ in range(2)]
    for engine in engines:
        engine.start()
    for engine in engines:
        engine.stop()


def test_is_first_today_looks_at_the_local_day(config, database, now):
    with database.write() as session:
        session.add(Heartbeat(name="nightly", at=datetime(2027, 3, 1, 16, 59, tzinfo=UTC)))
        session.flush()
        first = {
            day: changes.is_first_today(session, "nightly", today=now.date() + timedelta(days=day), zone=config.zone)
            for day in (0, 1)
        }
    assert first == {0: False, 1: True}


def test_clock_lays_marked_reminders_anew(clockwork, database, config, now):
    with database.write() as session:
        event = rows.event(session, rows.agency(session, config, "9 days before"), now, DUE.date() + timedelta(days=20))
        session.add(Outdated(event_id=event.id, since=now))
        session.add(Outdated(event_id=event.id + 1000, since=now))
    clockwork.replan()
    with database.read() as session:
        assert session.scalars(select(Outdated)).all() == []
        assert {each.lead for each in rows.reminders(session, event.id)} == set(config.reminders.of(event.kind))


def days_off(database):
    with database.read() as session:
        return {row.day.isoformat(): row.name for row in session.scalars(select(Holiday)) if not row.working}


def test_extra_days_off_follow_the_configuration(config, database, now):
    """They applied to a new database alone: a day named later was worked, one that was withdrawn stayed off."""

    def as_configured(*extra):
        at(replace(config, holidays=replace(config.holidays, extra=extra)), database, now).holidays()
        return days_off(database)

    seeded = as_configured()
    assert {"2027-03-08", "2027-04-30"} & seeded.keys() == {"2027-04-30"}
    assert as_configured("2027-03-08 Nghỉ thêm", "2027-04-30 Nghỉ cả tuần") == seeded | {
        "2027-03-08": "Nghỉ thêm",
        "2027-04-30": "Nghỉ cả tuần",
    }
    assert as_configured() == seeded


def test_day_that_people_edited_stays_whatever_the_configuration(config, database, now):
    clockwork = at(replace(config, holidays=replace(config.holidays, extra=("2027-03-08 Nghỉ",))), database, now)
    clockwork.holidays()
    with database.write() as session:
        row = session.scalars(select(Holiday).where(Holiday.source == "config")).one()
        row.name, row.source = "Nghỉ theo quyết định 12", "edit"
    clockwork.holidays()
    assert days_off(database)["2027-03-08"] == "Nghỉ theo quyết định 12"


def test_stopping_does_not_wait_for_a_silent_relay(config, database, now, tmp_path):
    """SIGTERM took up to a minute and a half, the patience with a server that has the whole mail."""
    rows.seminar(database, config, now, 3)
    with Recorder(tmp_path, silent_at="final") as recorder:
        relay = Mail(server="127.0.0.1", port=recorder.port, security="none", rate_per_second=1e6, timeout=60.0)
        silent = replace(config, mail=relay, engine=Pace(tick=0.1))
        engine = Engine(create_app(silent, database), silent, database, now=lambda: DUE)
        engine.start()
        until(lambda: [row for row in rows.messages(database) if row.crashes])
        began = time.monotonic()
        engine.stop()
        assert time.monotonic() - began < 10
    uncertain = [row for row in rows.messages(database) if row.uncertain_at]
    assert [(row.result, row.token) for row in uncertain] == [(None, None)]
    assert {row.token for row in rows.messages(database)} == {None}


def test_clock_that_jumps_turns_readiness_red_and_stops_the_jobs(config, database, now):
    """R13: the jobs say so through ``/readyz``, and go on when the time is as it was."""
    offset = [timedelta()]
    app = create_app(config, database)
    engine = Engine(app, config, database, now=lambda: clock.now() + offset[0])
    tick = engine._clockwork.guarded(engine._clockwork.plan)
    for jump, is_ready in ((timedelta(), True), (timedelta(days=30), False), (timedelta(), True)):
        offset[0] = jump
        tick()
        assert app.test_client().get("/readyz").json["checks"]["jobs"] is is_ready
    engine.stop()


def lines(caplog):
    return [record.getMessage() for record in caplog.records if record.name.startswith("campaign")]


@pytest.mark.only("sqlite")  # whose file can be moved away; a PostgreSQL server that crashes is in chaos/test_drills.py
def test_database_that_is_away_for_an_hour_is_one_line_and_its_return_another(clockwork, database, caplog):
    caplog.set_level("INFO")
    jobs = [clockwork.guarded(job) for job in (clockwork.plan, clockwork.deliver, clockwork.answer, clockwork.nightly)]
    away = database.file.with_name("away.db")
    database.file.rename(away)
    for _ in range(200):
        for job in jobs:
            job()
    assert lines(caplog) == ["job plan failed; the next tick tries again"]
    away.rename(database.file)
    for job in jobs:
        job()
    assert len(lines(caplog)) == 2
    assert lines(caplog)[1].endswith("works again")


def test_mail_server_that_is_away_for_an_hour_is_one_line_and_its_return_another(config, database, now, caplog):
    caplog.set_level("INFO")
    rows.seminar(database, config, now)
    at(config, database, DUE).plan()
    gone = replace(config, mail=Mail(server="127.0.0.1", port=1, security="none", timeout=1.0))
    for minute in range(60):
        one = at(gone, database, DUE + timedelta(minutes=minute))
        one.guarded(one.deliver)()
    assert [line.partition(":")[0] for line in lines(caplog)] == ["channel mail paused"]
    after = at(config, database, DUE + timedelta(minutes=90))
    after.guarded(after.deliver)()
    assert lines(caplog)[1:] == ["channel mail works again"]
    assert {row.result for row in rows.messages(database)} == {Result.SENT}
