"""The delivery log: the end of one attempt and the beginning of the next are recorded in one transaction.

Two statements a message decide how fast mail goes out, so they are compiled once and handed to the driver itself, on a
cursor that is kept. Whatever is wrong with that one, an ordinary connection has the last word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Update
from sqlalchemy.engine import Dialect
from sqlalchemy.pool import PoolProxiedConnection

from campaign.db import Database
from campaign.models import Message
from campaign.outcome import Accepted
from campaign.sending.outbox import BEGIN, Claimed
from campaign.sending.results import SENT


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


class DeliveryLog:
    """For one sender; not for several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        dialect = database.lazy.dialect
        self._error = dialect.loaded_dbapi.Error
        self._sent = _Statement(SENT, dialect)
        self._begin = _Statement(BEGIN, dialect)
        # PostgreSQL does both at once; SQLite, which has no way to say that, is a call away instead of a network.
        together = BEGIN.add_cte(SENT.returning(Message.id).cte("done"))
        self._both = None if database.is_sqlite else _Statement(together, dialect)
        self._kept: PoolProxiedConnection | None = None
        self._cursor: Any = None

    def write(self, sent: LogEntry | None, begun: LogEntry | None) -> bool:
        """Commit both entries; whether the second may go ahead. Raises ``Unavailable``."""
        try:
            return self._write(self._opened(), sent, begun)
        except self._error:
            self._drop()
        with self._database.begin(lazy=True) as connection:
            if sent:
                connection.execute(SENT, sent.values)
            return begun is not None and connection.execute(BEGIN, begun.values).rowcount == 1

    def close(self) -> None:
        """Give the connection back as it was."""
        kept, self._kept = self._kept, None
        if kept is not None:
            self._cursor.close()
            if not self._database.is_sqlite:
                kept.driver_connection.autocommit = False  # type: ignore[union-attr]
            kept.close()

    def _opened(self) -> Any:  # noqa: ANN401
        if self._kept is None:
            self._kept = self._database.lazy.raw_connection()
            if not self._database.is_sqlite:
                self._kept.driver_connection.autocommit = True  # type: ignore[union-attr]
            self._cursor = self._kept.driver_connection.cursor()  # type: ignore[union-attr]
        return self._cursor

    def _drop(self) -> None:
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.invalidate()

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
