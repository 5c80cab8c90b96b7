"""A process that starts workers to be killed: everything is imported once, each worker is a fork of its own.

Reads orders, one JSON object a line (``battlefield.Run.start`` writes them), and answers with the worker's process id.
``wait`` as an order waits for the last worker's end and answers its exit status.

``ahead``: seconds by which the worker's clock is ahead, so that the leases of the dead are over without waiting.
``die``: the place, at its ``turn``-th visit, where the worker kills itself as a power cut would, without any clean-up.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sqlite3
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import psycopg
from flask import Flask
from sqlalchemy import event, exists, or_, select

from campaign import clock, create_app
from campaign.config import Config, DatabaseSettings, Mail, Server
from campaign.config import Engine as Pace
from campaign.db import Database
from campaign.engine import Engine
from campaign.errors import Unavailable
from campaign.models import Message, Reminder

STATEMENTS = {
    "plan": "INSERT INTO message",
    "letter": "INSERT INTO letter",
    "claim": "WITH next AS",
    "begin": "crashes=(message.crashes",
    "settle": "attempts=(message.attempts",
}
MARKS = ("begin", "settle")
"""These go to the driver itself, which is watched below SQLAlchemy. PostgreSQL runs and commits them in one message."""
STAGES = ("connect", "mail", "data", "reply")
POINTS = (
    *(f"{moment} {name}" for name in STATEMENTS for moment in ("before", "uncommitted", "committed")),
    *STAGES,
)


class Death:
    """Waits at one point for its turn."""

    def __init__(self, point: str, turn: int) -> None:
        self.moment, _, self.name = point.rpartition(" ")
        self.turn = turn
        self.met = self.armed = False

    def watch(self, database: Database, engine: Engine) -> None:
        for wire in engine.post.connections:
            wire.on_stage = self.stage
        for each in (database.engine, database.lazy):
            event.listen(each, "before_cursor_execute", self.statement)
            event.listen(each, "commit", self.commit)
            event.listen(each, "begin", self.passed)
            event.listen(each.pool, "checkin", self.passed)
            if self.name in MARKS:
                event.listen(each.pool, "connect", self.watch_driver)

    def stage(self, stage: str) -> None:
        self.passed()
        if not self.moment and stage == self.name:
            self.visit()

    def statement(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        if self.moment and STATEMENTS[self.name] in statement:
            self.met = True
            if self.moment == "before":
                self.visit()

    def watch_driver(self, connection: Any, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.set_trace_callback(self.traced)
        else:
            connection.cursor_factory = type("Watched", (WatchedCursor,), {"death": self})

    def traced(self, statement: str) -> None:
        if statement.startswith("COMMIT"):
            self.commit(None)
        else:
            self.statement(None, None, statement)

    def commit(self, _connection: object) -> None:
        if self.met:
            self.met = False
            if self.moment == "uncommitted":
                self.visit()
            self.armed = self.moment == "committed"

    def passed(self, *_: object) -> None:
        if self.armed:
            self.armed = False
            self.visit()

    def visit(self) -> None:
        self.turn -= 1
        if self.turn <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


@cache
def house(url: str, port: int, folder: str, connections: int) -> tuple[Flask, Config, Database]:
    """Put together before the fork; nothing of it is open yet."""
    mail = Mail(
        server="127.0.0.1", port=port, security="none", rate_per_second=1e6, connections=connections, timeout=10.0
    )
    config = replace(
        Config(),
        server=Server(base_url="http://127.0.0.1", secret_key="chaos" * 8),
        database=DatabaseSettings(url=url),
        mail=mail,
        engine=Pace(tick=0.1),
        folder=Path(folder),
    )
    database = Database(url)
    return create_app(config, database), config, database


def work(app: Flask, config: Config, database: Database, order: dict) -> None:
    """Deliver until nothing waits any more, or until told to stop as ``campaign worker`` is."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    ahead = timedelta(seconds=order["ahead"])
    engine = Engine(app, config, database, now=lambda: clock.now() + ahead)
    if order["die"]:
        Death(order["die"], order["turn"]).watch(database, engine)
    engine.start()
    while not stopped.wait(0.02) and is_busy(database, clock.now() + ahead):
        pass
    engine.stop()
    database.dispose()


class WatchedCursor(psycopg.Cursor):
    """Tells of each statement before it leaves, and of its commit after its answer."""

    death: Death

    def execute(self, query: Any, *arguments: Any, **options: Any) -> Any:
        self.death.statement(None, None, str(query))
        answer = super().execute(query, *arguments, **options)
        if self.connection.autocommit:
            self.death.commit(None)
        return answer


def is_busy(database: Database, now) -> bool:
    waiting = exists().where(Message.result.is_(None))
    unplanned = exists().where(Reminder.due_at <= now, Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None))
    try:
        with database.read() as session:
            return session.scalar(select(or_(waiting, unplanned)))
    except Unavailable:
        return True


def main() -> None:
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    child = 0
    for line in sys.stdin:
        if line.strip() == "wait":
            print(os.waitpid(child, 0)[1], flush=True)
            continue
        order = json.loads(line)
        parts = house(*(order[name] for name in ("url", "port", "folder", "connections")))
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(*parts, order)
                code = 0
            finally:
                os._exit(code)
        print(child, flush=True)


if __name__ == "__main__":
    main()
