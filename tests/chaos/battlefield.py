"""What a run needs: people and events, the recording server, workers to be killed, and the judge at the end."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from recorder import Recorder
from sqlalchemy import text
from strict import read_headers, read_text
from support import rows

from campaign.config import Config
from campaign.db import Database
from campaign.models import ReminderRule

from .checker import Expected, Receipt, Verdict, judge

LEASES_OVER = 600
"""Seconds by which each worker's clock is ahead of the one before."""
LAST_OCTETS = 0.05


@dataclass
class Run:
    """One outbox, one server, one worker after the other."""

    database: Database
    recorder: Recorder
    folder: Path
    connections: int = 1
    deaths: list[float] = field(default_factory=list)
    ahead: int = 0
    surroundings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        command = [sys.executable, str(Path(__file__).with_name("worker.py"))]
        pipe = subprocess.PIPE
        surroundings = {**os.environ, **self.surroundings}
        self.stable = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1, env=surroundings)

    def start(self, die: str | None = None, turn: int = 1) -> int:
        self.ahead += LEASES_OVER
        order = {
            "url": self.database.url.render_as_string(hide_password=False),
            "port": self.recorder.port,
            "folder": str(self.folder),
            "ahead": self.ahead,
            "connections": self.connections,
            "die": die,
            "turn": turn,
        }
        return int(self.ask(json.dumps(order)))

    def wait(self) -> int:
        """How the worker ended: 0, or the signal's number. Notes the time of a death."""
        status = int(self.ask("wait"))
        if status:
            time.sleep(LAST_OCTETS)
            self.deaths.append(time.monotonic())
        return status

    def ask(self, line: str) -> str:
        self.stable.stdin.write(line + "\n")
        return self.stable.stdout.readline()

    def kill_somewhen(self, chance: random.Random, *, within: float, first: Callable[[], None] = lambda: None) -> int:
        """Start a worker and kill it: mostly while mail flows, now and then at any time since its start.

        ``first``: what happens immediately before.
        """
        before = self.size()
        pid = self.start()
        if chance.random() < 0.3:
            time.sleep(chance.uniform(0, 0.6))
        else:
            deadline = time.monotonic() + 20
            while self.size() == before and time.monotonic() < deadline and self.is_alive(pid):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, within))
        first()
        os.kill(pid, signal.SIGKILL)
        return self.wait()

    def is_alive(self, pid: int) -> bool:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"

    def size(self) -> int:
        return self.recorder.ledger.stat().st_size

    def close(self) -> None:
        self.stable.communicate(timeout=30)

    # The judge's papers

    def receipts(self) -> list[Receipt]:
        found = []
        for mail in self.recorder.messages():
            head = mail.data.partition(b"\r\n\r\n")[0].decode()
            subject = read_text(dict(read_headers(head))["Subject"]).partition("] ")[2].partition(" - ")[0]
            found += [
                Receipt(recipient, subject, mail.message_id, mail.sha256, mail.monotonic, mail.wall)
                for recipient in mail.recipients
            ]
        return found

    def expected(self, subject_of: dict[int, str]) -> list[Expected]:
        """The outbox's rows, read with plain SQL; what is expected is counted by the test itself."""
        query = text(
            "SELECT member.address, reminder.id, message.message_id, reminder.due_at, message.result, message.reason "
            "FROM message JOIN member ON member.id = message.member_id "
            "JOIN reminder ON reminder.id = message.reminder_id"
        )
        with self.database.engine.connect() as connection:
            return [
                Expected(address, subject_of[key], message_id, seconds(due), result or "pending", reason)
                for address, key, message_id, due, result, reason in connection.execute(query)
            ]

    def verdict(self, subject_of: dict[int, str], number: int, *, bound: int = 1) -> Verdict:
        """``bound``: how many mails of each connection a death may repeat."""
        expected = self.expected(subject_of)
        assert len(expected) == number, "messages are missing from the outbox"
        return judge(expected, self.receipts(), deaths=self.deaths, connections=self.connections * bound)

    def wait_for_mail(self, more: int = 1) -> None:
        """Until the server has so many more octets of its record."""
        before, deadline = self.size(), time.monotonic() + 20
        while self.size() < before + more and time.monotonic() < deadline:
            time.sleep(0.002)

    def reconcile(self) -> int:
        """The exit code of the command."""
        surroundings = {
            **os.environ,
            "CAMPAIGN_DATABASE__URL": self.database.url.render_as_string(hide_password=False),
            "CAMPAIGN_SERVER__SECRET_KEY": "chaos" * 8,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        }
        command = [sys.executable, "-m", "campaign", "reconcile", "--json"]
        done = subprocess.run(command, cwd=self.folder, env=surroundings, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode


def seconds(moment: object) -> float:
    """SQLite hands text back, PostgreSQL an instant."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    return moment.timestamp()


@contextmanager
def battle(
    database: Database, folder: Path, *, connections: int = 1, delay: float = 0, **surroundings: str
) -> Iterator[Run]:
    """``delay``: seconds before each reply of the server."""
    with Recorder(folder, fsync=False, delay=delay) as recorder:
        run = Run(database, recorder, folder, connections, surroundings=surroundings)
        try:
            yield run
        finally:
            run.close()


def expect_mail(database: Database, config: Config, *, events: int, members: int) -> dict[int, str]:
    """Events in ten days whose reminders fall due this second, each for its own members; subjects by reminder."""
    # The judge compares with the wall clock of the server, so this is the real one. A rule in hours is exact at every
    # hour of the day; one in days would keep clear of the quiet hours, and lie in the past when the tests run by night.
    now = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251
    starts = (now + timedelta(days=10)).astimezone(config.zone)
    subjects = {}
    with database.write() as session:
        house = rows.agency(session, config)
        for number in range(events):
            group = rows.group(session, now, rows.members(session, members, now))
            event = rows.event(
                session,
                house,
                now - timedelta(days=1),
                starts.date(),
                start=starts.time().replace(tzinfo=None),
                groups=[group],
                title=f"Sinh hoạt {number}",
                # Of its own, so that the reminder stays what it is when the program replans at its start.
                own_rules=True,
                rules=[ReminderRule(lead="240 hours before")],
            )
            (reminder,) = rows.reminders(session, event.id)
            reminder.due_at = now
            subjects[reminder.id] = f"Sinh hoạt {number}"
    return subjects
