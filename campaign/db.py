"""The database: engines, sessions, column types, and all that differs between SQLite and PostgreSQL.

Durability follows the promise (design, decision 3): ``Database.engine`` syncs every commit, because a person was shown
that something is saved; ``Database.lazy`` lets what can be made again, and the marks of delivery, reach the disk
a moment later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import URL, DateTime, Dialect, Engine, Table, TypeDecorator, create_engine, event, make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from campaign import sqlite_file
from campaign.errors import ConfigurationError, Unavailable

PATIENCE_SECONDS = 10.0
LONGEST_QUESTION_SECONDS = 20
"""After which PostgreSQL gives up a page's question, so that a few heavy pages cannot hold up all others."""
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
SQLITE_TROUBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}


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
    """One database with its two grades of durability. Sessions come from ``read`` and ``write``.

    ``patience``: seconds for which a connection or a lock that somebody else holds is waited for.
    """

    def __init__(self, url: str, *, patience: float = PATIENCE_SECONDS) -> None:
        self.url = _checked(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.file = Path(str(self.url.database).removeprefix("file:")).absolute()
        """Of SQLite alone."""
        self.engine = self._engine(patience, lazy=False)
        self.lazy = self._engine(patience, lazy=True)
        self._reader = self.engine.execution_options(read_only=True)
        self._writer = self.engine.execution_options(immediate=True)
        self._lazy_writer = self.lazy.execution_options(immediate=True)
        self.after_flush: Callable[[Session, Any], None] | None = None
        """What a writing session calls when it has sent its changes, before the commit."""

    @property
    def is_missing(self) -> bool:
        """Whether there is no SQLite file. Nothing but ``create_file`` makes one."""
        return self.is_sqlite and not self.file.exists()

    def create_file(self) -> None:
        """An empty SQLite file that only its owner may read, unless there is one.

        Raises ``ConfigurationError`` where a process has worked on a file of this name before: an empty database in
        the place of a lost one would look like success.
        """
        if self.is_missing:
            sqlite_file.create(self.file)

    def check_file(self) -> None:
        """Raises ``Unavailable`` for an SQLite file that is damaged; reads all of it, about 1 s for 1 GB."""
        if self.is_sqlite:
            with translated(), self._reader.connect() as connection:
                found = connection.scalar(text("PRAGMA quick_check(1)"))
            if found != "ok":
                raise Unavailable("Cơ sở dữ liệu {file} đã hỏng: {reason}.", file=self.file, reason=found)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state and refuses to write."""
        with translated(writing=False), Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self, *, lazy: bool = False) -> Iterator[Session]:
        """One transaction: committed at the end, nothing of it stays when anything fails.

        It takes SQLite's write lock at once (BEGIN IMMEDIATE): a transaction that reads first and writes later
        would fail at once with "database is locked", whatever the busy time-out.
        """
        engine = self._lazy_writer if lazy else self._writer
        with translated(), Session(engine, expire_on_commit=False) as session, session.begin():
            if self.after_flush:
                event.listen(session, "after_flush", self.after_flush)
            yield session

    @contextmanager
    def trial(self, within: Session | None = None) -> Iterator[Session]:
        """A session in which something is tried: nobody else sees its changes, and they are rolled back at the end.

        Its objects are its own. On SQLite it holds the write lock, so keep it short. ``within``: a writing session
        that is open in this thread, in whose transaction it then is a savepoint.
        """
        if within is not None:
            within.flush()
        bind = self._writer if within is None else within.connection()
        with translated(), Session(bind, expire_on_commit=False, join_transaction_mode="create_savepoint") as session:
            yield session

    @contextmanager
    def begin(self, *, lazy: bool = False) -> Iterator[Connection]:
        """A writing transaction on a plain connection, for set-based statements."""
        engine = self._lazy_writer if lazy else self._writer
        with translated(), engine.begin() as connection:
            yield connection

    def write_anew(self) -> bool:
        """Rewrite all tables, so that nothing of deleted rows is left in the file; whether that came to its end.

        On SQLite nobody else writes meanwhile, about 5 s for 1 GB.
        """
        if not self.is_sqlite:
            with translated(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM")
            return True
        with translated(), self.engine.connect() as connection:
            driver = connection.connection.driver_connection
            connection.rollback()
            driver.execute("PRAGMA query_only=OFF")  # type: ignore[union-attr]
            driver.execute("VACUUM")  # type: ignore[union-attr]
            busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]  # type: ignore[union-attr]
        return not busy

    def dispose(self) -> None:
        self.engine.dispose()
        self.lazy.dispose()

    def _engine(self, patience: float, *, lazy: bool) -> Engine:
        if self.is_sqlite:
            address = (
                f"{self.file.as_uri()}?mode={self.url.query.get('mode', 'rw')}"  # never makes a file, see create_file
            )
            opening = partial(sqlite3.connect, address, uri=True, timeout=patience, check_same_thread=False)
            engine = create_engine(self.url, creator=opening)
            event.listen(engine, "connect", partial(sqlite_file.configure, patience=patience, lazy=lazy))
            event.listen(engine, "connect", partial(sqlite_file.remember, self.file))
            event.listen(engine, "checkout", partial(sqlite_file.refuse_other, self.file))
            event.listen(engine, "begin", _sqlite_begin)
            return engine
        options = (
            self.url.query.get("options", ""),
            f"-c synchronous_commit={'off' if lazy else 'on'}",
            f"-c lock_timeout={patience * 1000:.0f}",
            "-c timezone=UTC",
        )
        engine = create_engine(
            self.url,
            pool_pre_ping=True,
            pool_size=10,
            # PostgreSQL's client rounds a time-out below two seconds up and takes none for ever.
            connect_args={"connect_timeout": max(2, round(patience)), "options": " ".join(map(str, options)).strip()},
        )
        event.listen(engine, "begin", _postgresql_begin)
        return engine


def insert(connection: Connection | Session, table: Table) -> Any:  # noqa: ANN401
    """The dialect's INSERT, which knows ON CONFLICT."""
    bind = connection.get_bind() if isinstance(connection, Session) else connection
    dialect = import_module(f"sqlalchemy.dialects.{bind.dialect.name}")  # loaded by the engine; the other never is
    return dialect.insert(table)


@contextmanager
def translated(*, writing: bool = True) -> Iterator[None]:
    """Trouble with the database itself becomes ``Unavailable``: one sentence, try again. A defect of ours stays one.

    ``writing``: a file that may not be written is trouble; in a session for reading, a write is a defect.
    """
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        if isinstance(error, DBAPIError) and not _is_trouble(error, writing=writing):
            raise
        if _code(error) == sqlite3.SQLITE_NOTADB:
            raise Unavailable(
                "Mục [database], tùy chọn url: tệp này không phải là một cơ sở dữ liệu SQLite."
            ) from error
        if _code(error) == sqlite3.SQLITE_CORRUPT:
            raise Unavailable(
                "Tệp cơ sở dữ liệu đã hỏng; hãy dừng chương trình và dùng “campaign restore” với bản sao lưu gần nhất."
            ) from error
        raise Unavailable(
            "Cơ sở dữ liệu đang bận hoặc không truy cập được, xin thử lại sau ít phút ({reason}).",
            reason=reason(error),
        ) from error


def reason(error: SQLAlchemyError) -> str:
    """The driver's own words, on one line."""
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200]


def _is_trouble(error: DBAPIError, *, writing: bool) -> bool:
    """Locked, full, gone, shut down; SQLite says the same class of error for a table that does not exist."""
    if isinstance(error.orig, sqlite3.Error):
        code = _code(error)
        return code in SQLITE_TROUBLE or (writing and code == sqlite3.SQLITE_READONLY)
    return error.connection_invalidated or isinstance(error, OperationalError)


def _code(error: SQLAlchemyError) -> int:
    """SQLite's result code without its detail; 0 for what does not come from SQLite."""
    return int(getattr(getattr(error, "orig", None), "sqlite_errorcode", 0)) & 0xFF


def _checked(text: str) -> URL:
    """The address, if it is one that we can serve. The sentence shows no more than its kind: it may hold a password."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in DRIVERS:
        raise ConfigurationError(
            "Mục [database], tùy chọn url: cần dạng “sqlite:///campaign.db” hoặc “postgresql+psycopg://…”, "
            "không phải “{kind}…”.",
            kind=text.partition(":")[0][:30],
        )
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ConfigurationError("Mục [database], tùy chọn url: SQLite cần tên một tệp, như “sqlite:///campaign.db”.")
    return url.set(drivername=DRIVERS[url.drivername])


def _sqlite_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only={'ON' if options.get('read_only') else 'OFF'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")


def _postgresql_begin(connection: Connection) -> None:
    if connection.get_execution_options().get("read_only"):
        connection.exec_driver_sql(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; "
            f"SET LOCAL statement_timeout = '{LONGEST_QUESTION_SECONDS}s'"
        )
