"""The database: engines, sessions, column types, and all that differs between SQLite and PostgreSQL.

Durability follows the promise (design, decision 3): ``Database.engine`` syncs every commit, because a person was told
that something is saved; ``Database.lazy`` lets the marks of delivery reach the disk a moment later.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Engine, Table, TypeDecorator, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from campaign.errors import ConfigurationError, Unavailable

BUSY_SECONDS = 10.0
WAL_PAUSE = 0.05


class Instant(TypeDecorator[datetime]):
    """An aware instant; kept as UTC whatever the database knows of zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a naive datetime is no instant")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Database:
    """One database with its two grades of durability. Sessions come from ``read`` and ``write``."""

    def __init__(self, url: str) -> None:
        self.url = _checked(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._engine(lazy=False)
        self.lazy = self._engine(lazy=True)

    def read(self) -> Session:
        """A session that sees one consistent state and refuses to write."""
        return Session(self.engine.execution_options(read_only=True), expire_on_commit=False)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed at the end, nothing of it stays when anything fails.

        It takes SQLite's write lock at once (BEGIN IMMEDIATE): a transaction that reads first and writes later
        would fail at once with "database is locked", whatever the busy time-out.
        """
        with (
            translated(),
            Session(self.engine.execution_options(immediate=True), expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def begin(self, *, lazy: bool = False) -> Iterator[Connection]:
        """A writing transaction on a plain connection, for set-based statements."""
        engine = self.lazy if lazy else self.engine
        with translated(), engine.execution_options(immediate=True).begin() as connection:
            yield connection

    def dispose(self) -> None:
        self.engine.dispose()
        self.lazy.dispose()

    def _engine(self, *, lazy: bool) -> Engine:
        if self.is_sqlite:
            engine = create_engine(self.url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
            event.listen(engine, "connect", _sqlite_connect_lazy if lazy else _sqlite_connect)
            event.listen(engine, "begin", _sqlite_begin)
            return engine
        commit = "off" if lazy else "on"
        engine = create_engine(
            self.url,
            pool_pre_ping=True,
            pool_size=10,
            connect_args={
                "connect_timeout": int(BUSY_SECONDS),
                "options": f"-c synchronous_commit={commit} -c timezone=UTC",
            },
        )
        event.listen(engine, "begin", _postgresql_begin)
        return engine


def insert(connection: Connection | Session, table: Table) -> Any:  # noqa: ANN401
    """The dialect's INSERT, which knows ON CONFLICT."""
    bind = connection.get_bind() if isinstance(connection, Session) else connection
    return postgresql.insert(table) if bind.dialect.name == "postgresql" else sqlite.insert(table)


@contextmanager
def translated() -> Iterator[None]:
    """Trouble with the database itself becomes ``Unavailable``: one sentence, try again."""
    try:
        yield
    except OperationalError as error:
        raise Unavailable(
            "Cơ sở dữ liệu đang bận hoặc không truy cập được, xin thử lại sau ít phút ({reason}).",
            reason=reason(error),
        ) from error


def reason(error: SQLAlchemyError) -> str:
    """The driver's own words, on one line."""
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200]


def _checked(url: str) -> Any:  # noqa: ANN401
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise ConfigurationError(
            "Mục [database], tùy chọn url: cần dạng “sqlite:///campaign.db” hoặc “postgresql+psycopg://…”, "
            "không phải {url!r}.",
            url=url,
        )
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed


def _sqlite_connect(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.isolation_level = None  # we say BEGIN ourselves, see _sqlite_begin
    _sqlite_wal(connection)
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-32768",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _sqlite_wal(connection: Any) -> None:  # noqa: ANN401
    """A new file's change to WAL does not wait for a lock as other statements do, so two first connections collide."""
    patience = BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or patience <= 0:
                raise
        else:
            return
        time.sleep(WAL_PAUSE)
        patience -= WAL_PAUSE


def _sqlite_connect_lazy(connection: Any, record: object) -> None:  # noqa: ANN401
    _sqlite_connect(connection, record)
    connection.execute("PRAGMA synchronous=NORMAL")


def _sqlite_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if options.get('read_only') else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")


def _postgresql_begin(connection: Connection) -> None:
    if connection.get_execution_options().get("read_only"):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
