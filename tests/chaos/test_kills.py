"""Nothing is lost, whatever dies in between: SIGKILL at random times, at named points, and over due times.

``CAMPAIGN_KILLS=50`` asks for that many random kills on each database, ``CAMPAIGN_SEED`` repeats a run.
"""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import timedelta

import pytest
from support import rows

from campaign.models import Event, Result

from .battlefield import battle, expect_mail
from .worker import POINTS

KILLS = int(os.environ.get("CAMPAIGN_KILLS", "5"))
SEED = int(os.environ.get("CAMPAIGN_SEED", "2027"))
MAILS = 2000 if KILLS >= 50 else 600
SECONDS_A_MAIL = 0.0004
"""Less than it takes, so that some mail is left when the last kill comes."""
WINDOW = {"data", "reply", "before settle", "uncommitted settle", "before begin", "uncommitted begin"}
"""The letter has left, and its mark is not committed; the next message begins in the transaction of that mark."""


@pytest.mark.slow
@pytest.mark.parametrize("connections", [1, 2])
def test_killed_at_random_times_loses_nothing(database, config, tmp_path, connections, record_property):
    subjects = expect_mail(database, config, events=20, members=MAILS // 20)
    chance = random.Random(SEED * connections)
    kills = KILLS if connections == 1 else max(2, KILLS // 5)
    began = time.monotonic()
    with battle(database, tmp_path, connections=connections) as run:
        statuses = [run.kill_somewhen(chance, within=MAILS * SECONDS_A_MAIL / kills) for _ in range(kills)]
        run.start()
        assert run.wait() == 0
        verdict = run.verdict(subjects, MAILS)
        received = len(run.receipts())
        results = {row.result for row in rows.messages(database)}
        assert run.reconcile() == 0
    killed = statuses.count(signal.SIGKILL)
    for name, value in {"kills": killed, "received": received, "repeated": len(verdict.excused)}.items():
        record_property(name, value)
    print(
        f"\n{database.url.get_backend_name()}, {connections} connections: {killed} kills, {received} mails of {MAILS}, "
        f"lost {len(verdict.lost)}, repeated {len(verdict.excused)}, outside the window {len(verdict.unexcused)}, "
        f"altered {len(verdict.altered)}, wrong Message-ID {len(verdict.wrong_id)}, {time.monotonic() - began:.0f} s"
    )
    assert verdict.is_clean, verdict
    assert results == {Result.SENT}
    assert received == MAILS + len(verdict.excused)


@pytest.mark.slow
def test_killed_at_each_named_point_repeats_only_what_was_on_the_wire(database, config, tmp_path):
    points = [point for point in POINTS if database.is_sqlite or point not in SQLITE_ONLY]
    subjects = expect_mail(database, config, events=len(points) * 2, members=8)
    number = len(points) * 2 * 8
    reached = {}
    with battle(database, tmp_path) as run:
        for turn, point in enumerate(points):
            run.start(die=point, turn=1 + turn % 5 if point not in NEVER_TWICE else 1)
            reached[point] = run.wait()
        run.start()
        assert run.wait() == 0
        verdict = run.verdict(subjects, number)
        assert run.reconcile() == 0
    assert verdict.is_clean, verdict
    assert [point for point, status in reached.items() if status != signal.SIGKILL] == []
    assert len(verdict.excused) <= len(WINDOW)
    assert {row.result for row in rows.messages(database)} == {Result.SENT}


SQLITE_ONLY = {"uncommitted begin", "uncommitted settle"}
NEVER_TWICE = {point for point in POINTS if point.endswith((" plan", " letter", " claim", "connect"))}
"""These are visited once in a worker's life, or nearly so."""


def test_down_over_due_times_sends_what_is_of_use_and_writes_the_rest_down(database, config, tmp_path):
    """Two seminars had their reminders due while nothing ran; one of them has begun meanwhile."""
    subjects = expect_mail(database, config, events=2, members=5)
    with database.write() as session:
        over, _coming = session.query(Event).order_by(Event.id).all()
        (reminder,) = rows.reminders(session, over.id)
        reminder.useful_until = reminder.due_at + timedelta(seconds=1)
    time.sleep(1.5)
    with battle(database, tmp_path) as run:
        run.start()
        assert run.wait() == 0
        verdict = run.verdict(subjects, 10)
        received = {receipt.subject for receipt in run.receipts()}
        assert run.reconcile() == 0
    assert verdict.is_clean, verdict
    assert received == {"Sinh hoạt 1"}
    assert {(row.result, row.reason) for row in rows.messages(database)} == {
        (Result.SENT, ""),
        (Result.EXPIRED, "too_late"),
    }
