"""The schema's versions: makes or upgrades the database, and refuses one that this program does not understand.

All steps of an upgrade are one transaction under one lock, on SQLite as on PostgreSQL: of two instances that start
together one migrates and the other waits, and a process that dies half way leaves the schema as it was. The steps
themselves are in ``campaign/migrations``; everything Alembic wants to know is said here, so there is no file for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from campaign import places
from campaign.db import Database, translated
from campaign.errors import ConfigurationError
from campaign.models import Base

LOCK = 0x43414D50  # any number of our own: "CAMP"
PATIENCE_SECONDS = 600


def head() -> str:
    """The version that this program needs."""
    return _scripts().get_current_head() or ""


def current(database: Database) -> str:
    """The version that the database has; empty while nothing was made."""
    with translated(), database.engine.connect() as connection:
        return _version(connection)


def is_current(database: Database) -> bool:
    return current(database) == head()


def check(database: Database) -> None:
    """Raises ``ConfigurationError`` unless the database has exactly the version that this program needs."""
    version = current(database)
    _refuse_newer(version)
    if version != head():
        raise ConfigurationError(
            "Cơ sở dữ liệu đang ở phiên bản {version}, chương trình cần phiên bản {head}; "
            "hãy chạy lệnh “campaign migrate”.",
            version=version or "trống",
            head=head(),
        )


def check_not_newer(database: Database) -> None:
    """Raises ``ConfigurationError`` for the database of a newer program; an older one can be brought up to date."""
    _refuse_newer(current(database))


def migrate(database: Database) -> bool:
    """Bring the database to this program's version; returns whether there was anything to do.

    Raises ``ConfigurationError`` for a database of a newer program or of another one, ``Unavailable`` if it cannot be
    reached.
    """
    if is_current(database):
        return False
    with alone(database) as connection:
        version = _version(connection)
        _refuse_newer(version)
        if version == head():
            return False  # the other instance did it while this one waited
        if not version:
            _refuse_foreign(connection)
        upgrade(connection)
    return True


@contextmanager
def alone(database: Database) -> Iterator[Connection]:
    """One transaction that holds the schema's lock: whoever else wants it waits."""
    transaction = _alone_on_sqlite if database.is_sqlite else _alone_on_postgresql
    engine = database.engine.execution_options(immediate=True)
    with translated(), engine.connect() as connection, transaction(connection):
        yield connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the steps up to a version inside the caller's transaction."""
    command.upgrade(configuration(connection), revision)


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic would read from a file."""
    config = Config()
    config.set_main_option("script_location", str(places.migrations()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())


def _version(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _refuse_newer(version: str) -> None:
    if version and version not in {script.revision for script in _scripts().walk_revisions()}:
        raise ConfigurationError(
            "Cơ sở dữ liệu ở phiên bản {version}, mới hơn phiên bản {head} mà chương trình này biết; "
            "hãy cập nhật chương trình.",
            version=version,
            head=head(),
        )


def _refuse_foreign(connection: Connection) -> None:
    strangers = sorted(set(inspect(connection).get_table_names()) & set(Base.metadata.tables))
    if strangers:
        raise ConfigurationError(
            "Cơ sở dữ liệu đã có bảng “{table}” của chương trình khác; hãy chọn một cơ sở dữ liệu trống.",
            table=strangers[0],
        )


@contextmanager
def _alone_on_postgresql(connection: Connection) -> Iterator[None]:
    with connection.begin():
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_SECONDS}s'")
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        yield


@contextmanager
def _alone_on_sqlite(connection: Connection) -> Iterator[None]:
    """A changed table is copied and the old one dropped: with foreign keys on, that would delete what refers to it.

    They can only be switched off outside a transaction, and are checked as a whole before the commit.
    """
    driver = connection.connection.driver_connection
    assert driver
    driver.execute("PRAGMA foreign_keys=OFF")
    driver.execute(f"PRAGMA busy_timeout={PATIENCE_SECONDS * 1000}")
    try:
        with connection.begin():
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken:
                raise RuntimeError(f"the migration breaks a foreign key: {tuple(broken)}")
    finally:
        connection.invalidate()  # the next connection has its settings back
