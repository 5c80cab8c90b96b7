"""The revision: one number that grows with every visible change; feeds and caches compare it first."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import event, select
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session
from sqlalchemy.pool import PoolProxiedConnection

from campaign.db import Database, insert, translated
from campaign.models import Revision

ONLY = 1
NUMBER = f"SELECT number FROM {Revision.__tablename__} WHERE id = {ONLY}"  # noqa: S608 - our own constants
_CURRENT = select(Revision.number, Revision.changed_at, Revision.instance).where(Revision.id == ONLY)


@dataclass(frozen=True, slots=True)
class Current:
    """The state of all calendars. ``instance`` names this database, so that a copy never repeats a Message-ID."""

    number: int
    changed_at: datetime
    instance: str


def current(connection: Connection) -> Current:
    row = connection.execute(_CURRENT).one_or_none()
    return Current(*row) if row else Current(0, datetime(2000, 1, 1, tzinfo=UTC), "")


class Watch:
    """The revision's number as of now, for little: every calendar request asks for it.

    One statement of the driver on a connection that is kept. Whatever is wrong with that one, an ordinary connection
    has the last word.
    """

    def __init__(self, database: Database) -> None:
        self._engine = database.engine
        self._kept: PoolProxiedConnection | None = None
        self._cursor: DBAPICursor | None = None
        self._lock = threading.Lock()
        event.listen(self._engine, "engine_disposed", lambda _engine: self.close())

    def number(self) -> int:
        with self._lock:
            try:
                return self._read()
            except self._engine.dialect.loaded_dbapi.Error:
                self.close()
        with translated(writing=False), self._engine.connect() as connection:
            return current(connection).number

    def _read(self) -> int:
        if self._cursor is None:
            self._kept = self._engine.raw_connection()
            if self._engine.dialect.name == "postgresql":
                self._kept.driver_connection.autocommit = True  # type: ignore[union-attr]
            self._cursor = self._kept.cursor()
        self._cursor.execute(NUMBER)
        row = self._cursor.fetchone()
        return row[0] if row else 0

    def close(self) -> None:
        kept, self._kept, self._cursor = self._kept, None, None
        if kept is not None:
            kept.invalidate()


def ensure(session: Session, *, now: datetime) -> Current:
    """Give the database its name before the first Message-ID is made."""
    statement = insert(session, Revision.__table__).values(  # type: ignore[arg-type]
        id=ONLY, number=0, changed_at=now, instance=secrets.token_hex(4)
    )
    session.execute(statement.on_conflict_do_nothing())
    return current(session.connection())


def bump(session: Session, *, now: datetime) -> None:
    """Something visible changed in this transaction. The time never goes backwards, whatever the clock does."""
    session.flush()
    connection = session.connection()
    before = current(connection)
    changed_at = max(now, before.changed_at)
    statement = insert(connection, Revision.__table__).values(  # type: ignore[arg-type]
        id=ONLY, number=before.number + 1, changed_at=changed_at, instance=before.instance or secrets.token_hex(4)
    )
    values = {"number": Revision.number + 1, "changed_at": changed_at}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
