"""Drills of whoever runs a server: stopped under load, the database server crashed, restored from a backup.

``CAMPAIGN_DRILLS=20 pytest tests/chaos/test_drills.py -s`` runs each so often and prints the table; CI runs a sample.
"""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from support import rows
from support.postgresql import Cluster, programs

from campaign import backup, schema
from campaign.audit import Act, Author
from campaign.db import Database
from campaign.desk import maillog
from campaign.migrate import migrate
from campaign.models import Result

from .battlefield import battle, expect_mail

DRILLS = int(os.environ.get("CAMPAIGN_DRILLS", "3"))
CHANCE = random.Random(int(os.environ.get("CAMPAIGN_SEED", "2027")))
MAILS = 100 * max(4, DRILLS)
EVENTS = 20


def report(what: str, backend: str, verdict, received: int) -> None:
    print(
        f"\n{what}, {backend}: {received} mails of {MAILS}, lost {len(verdict.lost)}, repeated {len(verdict.excused)}, "
        f"beyond the bound {len(verdict.unexcused)}, altered {len(verdict.altered)}"
    )


@pytest.mark.slow
def test_stopped_under_load_loses_and_repeats_nothing(database, config, tmp_path):
    subjects = expect_mail(database, config, events=EVENTS, members=MAILS // EVENTS)
    slowest = 0.0
    with battle(database, tmp_path, connections=2) as run:
        for _ in range(DRILLS):
            pid = run.start()
            run.wait_for_mail()
            time.sleep(CHANCE.uniform(0, 0.03))
            began = time.monotonic()
            os.kill(pid, signal.SIGTERM)
            assert run.wait() == 0
            slowest = max(slowest, time.monotonic() - began)
        run.start()
        assert run.wait() == 0
        verdict = run.verdict(subjects, MAILS)
        report(
            f"{DRILLS} stops, the slowest {slowest:.1f} s",
            database.url.get_backend_name(),
            verdict,
            len(run.receipts()),
        )
        assert run.reconcile() == 0
    assert verdict.is_clean, verdict
    assert slowest < 10
    assert (verdict.excused, {row.result for row in rows.messages(database)}) == ([], {Result.SENT})


@pytest.fixture
def crashing():
    """A server that syncs, and a migrated database on it."""
    cluster = Cluster(durable=True)
    database = Database(cluster.create("drill"))
    migrate(database)
    yield cluster, database
    database.dispose()
    cluster.stop()


@pytest.mark.slow
def test_database_server_that_crashes_repeats_at_most_what_was_on_the_wire(crashing, config, tmp_path):
    """Its last unsynced marks were lost: 28 repeats in 20 crashes, three of them with another Date."""
    cluster, database = crashing
    subjects = expect_mail(database, config, events=EVENTS, members=MAILS // EVENTS)
    with battle(database, tmp_path) as run:
        run.start()
        for _ in range(DRILLS):
            run.wait_for_mail()
            time.sleep(CHANCE.uniform(0, 0.05))
            run.deaths.append(cluster.crash())
            database.dispose()
        assert run.wait() == 0
        verdict = run.verdict(subjects, MAILS)
        report(f"{DRILLS} crashes of the database server", "postgresql", verdict, len(run.receipts()))
        assert run.reconcile() == 0
    assert verdict.is_clean, verdict


@pytest.mark.slow
def test_restored_after_a_kill_is_whole_and_sends_nothing_before_release(database, config, tmp_path, monkeypatch):
    """A backup while mail flows, writes after it, SIGKILL, the backup put back; the next one begins where it ended."""
    monkeypatch.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")
    expect_mail(database, config, events=EVENTS, members=MAILS // EVENTS)
    left = []
    with battle(database, tmp_path) as run:
        for number in range(DRILLS):
            pid = run.start()
            time.sleep(CHANCE.uniform(0, 0.3))
            file = tmp_path / f"{number}.tar.gz"
            backup.save(config, database, file, now=moment())
            time.sleep(CHANCE.uniform(0, 0.3))
            os.kill(pid, signal.SIGKILL)
            run.wait()
            database.dispose()
            backup.restore(file, database, now=moment())
            database.check_file()
            assert (schema.is_current(database), schema.differences(database)) == (True, ())
            left.append(mails_while_held(run))
            with database.write() as session:
                maillog.discard_due(Act(session, moment(), Author("Lan")))
                session.execute(text("UPDATE message SET result = NULL, settled_at = NULL, reason = ''"))
        print(f"\n{DRILLS} restores, {database.url.get_backend_name()}: sent before release {sum(left)}")
        assert run.reconcile() == 0
    assert left == [0] * DRILLS


def mails_while_held(run) -> int:
    """Octets that arrive while a worker runs on the restored database."""
    before, pid = run.size(), run.start()
    time.sleep(0.8)
    os.kill(pid, signal.SIGTERM)
    assert run.wait() == 0
    return run.size() - before


def moment() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the worker's clock is the real one
