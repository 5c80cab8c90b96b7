"""A wrong clock is not believed: nothing is sent early, nothing expires by mistake.

``CAMPAIGN_JUMPS=all pytest tests/test_clockguard.py -k jump -s`` prints the table of every day from -30 to +30.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from support import rows
from support.post import GOOD, Desk

from campaign import clock
from campaign.models import Result
from campaign.sending.clockguard import ClockChanged, ClockGuard

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
SAMPLE = (-30, -9, -1, 1, 9, 30)
DAYS = [days for days in range(-30, 31) if days] if os.environ.get("CAMPAIGN_JUMPS") == "all" else SAMPLE
JUMPS = [timedelta(days=days) for days in DAYS] + [timedelta(minutes=6), timedelta(hours=-1)]


class Machine:
    """A wall clock that can be set, and the time that really passes."""

    def __init__(self, at: datetime) -> None:
        self.true, self.offset, self.service = at, timedelta(), False
        self.guard = ClockGuard(self.now, self.elapsed, lambda: self.service)

    def now(self) -> datetime:
        return self.true + self.offset

    def elapsed(self) -> float:
        return (self.true - DUE).total_seconds()

    def passes(self, **time) -> None:
        self.true += timedelta(**time)


@pytest.mark.parametrize("already", [0, 1])
@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_jump_sends_nothing_early_and_expires_and_repeats_nothing(database, config, now, jump, already):
    """+9 days for six seconds sent reminders early; +30 days expired 25 for good. ``already``: sent before the jump."""
    rows.seminar(database, config, now, 3)
    machine = Machine(DUE - timedelta(minutes=1) + timedelta(minutes=2 * already))
    desk = Desk(database, DUE)
    loop = desk.loop(is_trusted=machine.guard.is_trusted)

    def turn():
        desk.at = machine.now()
        with suppress(ClockChanged):
            rows.plan(database, machine.guard.now())
        loop.deliver_due()

    def change_the_clock(_message):
        machine.offset = jump
        return GOOD

    if already:
        desk.answers = [change_the_clock, GOOD]
    turn()
    machine.offset = jump
    for _ in range(30):
        turn()
        machine.passes(seconds=1)
    early = len(desk.sent) - already
    expired = sum(row.result not in (None, Result.SENT) for row in rows.messages(database))
    machine.offset = timedelta()
    machine.passes(minutes=10)  # the lease of what was claimed before the jump is over
    turn()
    repeated = len(desk.members) - len(set(desk.members))
    print(f"{jump!s:>18} {already} sent before: early {early}, expired wrongly {expired}, repeated {repeated}")
    assert (early, expired, repeated) == (0, 0, 0)
    assert [row.result for row in rows.messages(database)] == [Result.SENT] * 3


def test_new_time_is_confirmed_by_a_second_look_of_a_time_service():
    machine = Machine(DUE)
    machine.offset, machine.service = timedelta(days=1), True
    assert not machine.guard.is_trusted()
    machine.passes(seconds=61)
    assert machine.guard.is_trusted()
    assert machine.guard.now() == machine.now()


def test_new_time_that_nothing_confirms_stays_unbelieved():
    machine = Machine(DUE)
    machine.offset = timedelta(days=1)
    for _ in range(100):
        machine.passes(minutes=10)
        assert not machine.guard.is_trusted()


def test_sleep_and_small_corrections_are_no_jumps():
    machine = Machine(DUE)
    machine.passes(days=3)
    machine.offset = timedelta(minutes=4)
    assert machine.guard.is_trusted()


def test_elapsed_time_and_the_time_service_can_be_read():
    first = clock.elapsed()
    assert clock.elapsed() >= first
    assert clock.is_synchronised() in (True, False)
