"""The engine for several machines: the same jobs on procrastinate, over the same rows."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from secrets import token_hex

import pytest
from sqlalchemy import select, text, update
from support import rows
from test_scheduler import DUE, at, beats, until

from campaign import create_app, job_queue
from campaign.cli import main as program
from campaign.config import Engine as Pace
from campaign.db import Database
from campaign.engine import Engine
from campaign.errors import ConfigurationError
from campaign.job_worker import JobWorker, cron
from campaign.migrate import alone
from campaign.models import AccountMail, Message, Result, Role, User


@pytest.fixture
def config(config):
    return replace(config, engine=Pace(kind="procrastinate", tick=1.0))


@pytest.fixture
def database(database):
    with alone(database) as connection:
        job_queue.migrate(connection)
    return database


def jobs(database):
    with database.read() as session:
        return set(session.execute(text("SELECT task_name, status::text FROM procrastinate_jobs")).all())


@pytest.mark.only("postgresql")
def test_both_engines_run_the_same_jobs(config, database, now):
    clockwork = at(config, database, now)
    worker = JobWorker(clockwork)
    names = {job.__name__ for job, _seconds in clockwork.jobs()}
    periodic = {name for name, _id in worker.app.periodic_registry.periodic_tasks}
    assert periodic == names | {"recover"}
    assert set(worker._delivery.tasks) & names == {"deliver"}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.1, "* * * * * */1"), (10, "* * * * * */10"), (600, "*/10 * * * *"), (3600, "0 * * * *")],
)
def test_interval_as_cron(seconds, expected):
    assert cron(seconds) == expected


@pytest.mark.only("postgresql")
def test_reminder_is_planned_and_sent_by_a_worker(config, database, now):
    rows.seminar(database, config, now)
    engine = Engine(create_app(config, database), config, database, now=lambda: DUE)
    engine.start()
    try:
        until(lambda: {row.result for row in rows.messages(database)} == {Result.SENT}, seconds=60)
        until(lambda: {"plan", "deliver", "answer"} <= beats(database).keys(), seconds=60)
    finally:
        began = time.monotonic()
        engine.stop()
    assert time.monotonic() - began < 30
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM procrastinate_workers")) == 0


@pytest.mark.only("postgresql")
def test_transaction_that_makes_work_defers_its_job(config, database, now):
    """In the same transaction, at most one of each, and nothing when it is rolled back."""
    create_app(config, database)
    with pytest.raises(ZeroDivisionError), database.write() as session:
        ask_for_link(session, config, now)
        session.flush()
        raise ZeroDivisionError
    assert jobs(database) == set()
    for _ in range(2):
        with database.write() as session:
            ask_for_link(session, config, now)
    rows.seminar(database, config, now)
    at(config, database, DUE).plan()
    at(config, database, DUE).plan()
    assert jobs(database) == {("answer", "todo"), ("deliver", "todo")}


def ask_for_link(session, config, now):
    user = User(
        name="A", address=f"{(key := token_hex(4))}@x.vn", address_key=f"{key}@x.vn", role=Role.READER, created_at=now
    )
    session.add(user)
    session.flush()
    session.add(
        AccountMail(
            kind="link", user_id=user.id, message_id=f"<{user.id}@x>", created_at=now, next_at=now,
            useful_until=now + timedelta(days=1),
        )
    )  # fmt: skip


@pytest.mark.only("postgresql")
def test_claims_and_locks_of_a_dead_worker_are_freed(config, database, now):
    """Its heartbeat is old; a living worker's claim and that of another engine stay as they are."""
    rows.seminar(database, config, now, 3)
    at(config, database, DUE).plan()
    with database.begin() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))
        for age in (60, 0):
            connection.execute(
                text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => :age))"),
                {"age": age},
            )
        started = (
            "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, status, worker_id)"
            " VALUES ('elsewhere', :name, :lock, 'doing', :worker) RETURNING id"
        )
        dead, living = (
            connection.scalar(text(started), {"name": "deliver", "lock": None, "worker": worker}) for worker in (1, 2)
        )
        connection.execute(text(started), {"name": "plan", "lock": "plan", "worker": 1})
        ids = connection.scalars(select(Message.id).order_by(Message.id)).all()
        tokens = dict(zip(ids, (f"{dead}.a", f"{living}.b", "cde"), strict=True))
        for number, token in tokens.items():
            lease = {"token": token, "lease_until": DUE + timedelta(hours=1)}
            connection.execute(update(Message).where(Message.id == number).values(lease))
    engine = Engine(create_app(config, database), config, database, now=lambda: DUE)
    engine.start()
    try:
        until(lambda: rows.messages(database)[0].result, seconds=60)
        until(lambda: "plan" in beats(database), seconds=60)
    finally:
        engine.stop()
    assert [row.token for row in rows.messages(database)] == [None, f"{living}.b", "cde"]
    assert ("deliver", "doing") in jobs(database)


@pytest.mark.only("postgresql")
def test_queue_is_made_upgraded_and_known(config, database_url, capsys, monkeypatch, tmp_path):
    """``campaign migrate`` makes it; without it nothing starts, ``check`` and ``/readyz`` say so."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", database_url)
    monkeypatch.setenv("CAMPAIGN_ENGINE__KIND", "procrastinate")
    database = Database(database_url)

    def is_ready():
        checks = create_app(config, database).test_client().get("/readyz", base_url=config.server.base_url).json
        return checks["checks"]["schema"]

    assert (main(["worker"]), main(["check"]), is_ready()) == (2, 1, False)
    captured = capsys.readouterr()
    assert captured.err.count("campaign migrate") == captured.out.count("campaign migrate") == 1
    assert main(["migrate"]) == 0
    assert (main(["check"]), is_ready()) == (0, True)
    fresh = functions(database)
    with alone(database) as connection:
        connection.exec_driver_sql(
            "DROP TABLE procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs,"
            " procrastinate_workers CASCADE"
        )
        for kind in ("procrastinate_job_to_defer_v1", "procrastinate_job_status", "procrastinate_job_event_type"):
            connection.exec_driver_sql(f"DROP TYPE {kind} CASCADE")
        for name in functions(database):
            connection.exec_driver_sql(f"DROP ROUTINE IF EXISTS {name}")
    files = job_queue._migrations()[:-4]
    for file in files:
        with alone(database) as connection:
            connection.connection.driver_connection.execute(file.read_text(encoding="utf-8"))
    with alone(database) as connection:
        connection.exec_driver_sql(f"COMMENT ON TABLE procrastinate_jobs IS '{files[-1].stem}'")
    assert not is_ready()
    assert main(["migrate"]) == 0
    assert (is_ready(), functions(database)) == (True, fresh)
    for strange in ("", "99.00.00_01_later"):
        with database.begin() as connection:
            connection.exec_driver_sql(f"COMMENT ON TABLE procrastinate_jobs IS '{strange}'")
        assert main(["migrate"]) == 2
    database.dispose()


def main(arguments):
    with pytest.raises(SystemExit) as ended:
        program(arguments)
    return ended.value.code


def functions(database):
    with database.read() as session:
        return set(session.scalars(text("SELECT oid::regprocedure::text FROM pg_proc WHERE proname LIKE 'procrast%'")))


@pytest.mark.only("sqlite")
def test_sqlite_is_refused_in_one_sentence(config, database_url):
    with pytest.raises(ConfigurationError, match="cần PostgreSQL"):
        job_queue.refuse(config)
