"""The delivery log: the end of one attempt and the beginning of the next are recorded in one transaction.

Two statements a message decide how fast mail goes out, so they are compiled once and handed to the driver itself, on a
cursor that is kept. Whatever is wrong with that one, an ordinary connection has the last word.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, Update
from sqlalchemy.engine import Dialect
from sqlalchemy.pool import PoolProxiedConnection

from campaign.db import Database
from campaign.models import Message
from campaign.outcome import Accepted
from campaign.sending.queue import Claimed, Queue

MOST_UNSYNCED = 20
SYNC_EVERY = 0.1
"""Seconds after which the next entry is synced."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An attempt to record: as sent with the server's reply, or, without one, as begun until ``until``."""

    message: Claimed
    now: datetime
    reply: Accepted | None = None
    until: datetime | None = None

    @property
    def values(self) -> dict[str, object]:
        if self.reply:
            done = {"message": self.message.id, "holder": self.message.token}
            return {**done, "now": self.now, "reply": self.reply.code}
        following = {"following": self.message.id, "taker": self.message.token}
        return {**following, "moment": self.now, "until": self.until}


class _Statement:
    """A statement in the driver's own words, with the values that never change."""

    def __init__(self, statement: Update, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self._text = str(compiled)
        self._fixed = dict(compiled.params)
        self._order = compiled.positiontup
        convert = Message.next_at.type.dialect_impl(dialect).bind_processor(dialect)
        self._moment = lru_cache(maxsize=4)(convert) if convert else None  # each instant is used twice

    def run(self, cursor: Any, values: Mapping[str, object]) -> int:  # noqa: ANN401 - sqlite3's or psycopg's
        moment = self._moment
        given = {
            name: moment(value) if moment and isinstance(value, datetime) else value for name, value in values.items()
        }
        everything = {**self._fixed, **given}
        cursor.execute(self._text, [everything[name] for name in self._order] if self._order else everything)
        return int(cursor.rowcount)


class _Kept:
    """A connection of the driver that is kept for many statements."""

    def __init__(self, engine: Engine, *, autocommit: bool) -> None:
        self._autocommit = autocommit
        self._connection: PoolProxiedConnection = engine.raw_connection()
        if autocommit:
            self._connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        self.cursor: Any = self._connection.driver_connection.cursor()  # type: ignore[union-attr]

    def close(self) -> None:
        """Give the connection back as it was."""
        self.cursor.close()
        if self._autocommit:
            self._connection.driver_connection.autocommit = False  # type: ignore[union-attr]
        self._connection.close()

    def drop(self) -> None:
        self._connection.invalidate()


class DeliveryLog:
    """For one sender and one claim, which was synced; not for several threads.

    A commit that is not synced costs a fifth of one that is, so at full speed only every ``MOST_UNSYNCED``-th is, and
    at the pace of an ordinary relay each. A power cut can therefore repeat at most ``MOST_UNSYNCED`` mails of a sender,
    with the bytes that the claim fixed. A sync covers everything that was committed before it, on both databases.
    When the database server crashes and the sender lives, what was not synced is recorded again.
    """

    def __init__(self, database: Database, queue: Queue) -> None:
        self._database = database
        self._queue = queue
        dialect = database.lazy.dialect
        self._error = dialect.loaded_dbapi.Error
        self._sent = _Statement(queue.sent_statement, dialect)
        self._begin = _Statement(queue.begin_statement, dialect)
        # PostgreSQL does both at once; SQLite, which has no way to say that, is a call away instead of a network.
        together = queue.begin_statement.add_cte(queue.sent_statement.returning(queue.table.id).cte("done"))
        self._both = None if database.is_sqlite else _Statement(together, dialect)
        self._kept: dict[bool, _Kept] = {}
        self._unsynced, self._synced_at = 0, time.monotonic()
        self._lazily_sent: list[LogEntry] = []
        self._is_broken = False

    def write(self, sent: LogEntry | None, begun: LogEntry | None) -> bool:
        """Commit both entries; whether the second may go ahead. Raises ``Unavailable``."""
        is_lazy = begun is not None and self._may_be_lazy()  # the last entry of a claim is synced
        if not self._is_broken:
            try:
                may_go = self._write(self._cursor(is_lazy=is_lazy), sent, begun)
            except self._error:
                self._is_broken = True
                self._drop()
            else:
                self._lazily_sent = [*self._lazily_sent, *([sent] if sent else [])] if is_lazy else []
                return may_go
        return self._write_all(sent, begun)

    def _write_all(self, sent: LogEntry | None, begun: LogEntry | None) -> bool:
        """By an ordinary connection, synced, and with what the database server may have lost meanwhile."""
        with self._database.begin() as connection:
            for entry in (*self._lazily_sent, *([sent] if sent else [])):
                connection.execute(self._queue.sent_statement, entry.values)
            may_go = begun is not None and connection.execute(self._queue.begin_statement, begun.values).rowcount == 1
        self._lazily_sent, self._is_broken = [], False
        return may_go

    def _drop(self) -> None:
        while self._kept:
            self._kept.popitem()[1].drop()

    def close(self) -> None:
        while self._kept:
            self._kept.popitem()[1].close()

    def _may_be_lazy(self) -> bool:
        now = time.monotonic()
        self._unsynced += 1
        if self._unsynced < MOST_UNSYNCED and now - self._synced_at < SYNC_EVERY:
            return True
        self._unsynced, self._synced_at = 0, now
        return False

    def _cursor(self, *, is_lazy: bool) -> Any:  # noqa: ANN401
        if is_lazy not in self._kept:
            engine = self._database.lazy if is_lazy else self._database.engine
            self._kept[is_lazy] = _Kept(engine, autocommit=not self._database.is_sqlite)
        return self._kept[is_lazy].cursor

    def _write(self, cursor: Any, sent: LogEntry | None, begun: LogEntry | None) -> bool:  # noqa: ANN401
        if sent and begun and self._both:
            return self._both.run(cursor, {**sent.values, **begun.values}) == 1
        if self._database.is_sqlite:
            cursor.execute("BEGIN IMMEDIATE")
        if sent:
            self._sent.run(cursor, sent.values)
        may_go = begun is not None and self._begin.run(cursor, begun.values) == 1
        if self._database.is_sqlite:
            cursor.execute("COMMIT")
        return may_go
