"""Makes or upgrades the database.

All migrations of an upgrade are one transaction under one lock, on SQLite as on PostgreSQL: of two instances that start
together one migrates and the other waits, and a process that dies half way leaves the schema as it was. The migrations
are in ``campaign/migrations``; Alembic is configured here, so there is no file for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

from campaign import places, schema
from campaign.db import Database, translated
from campaign.errors import ConfigurationError
from campaign.models import Base

LOCK = 0x43414D50  # any number of our own: "CAMP"
PATIENCE_SECONDS = 600


def migrate(database: Database) -> bool:
    """Bring the database to this program's version; returns whether there was anything to do.

    Raises ``ConfigurationError`` for a database of a newer program or of another one, ``Unavailable`` if it cannot be
    reached.
    """
    if schema.is_current(database):
        return False
    if database.is_missing:
        database.create_file()
    with alone(database) as connection:
        version = schema.version_of(connection)
        schema.refuse_newer(version)
        if version == schema.head():
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
    """Run the migrations up to a version inside the caller's transaction."""
    command.upgrade(configuration(connection), revision)


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic would read from a file."""
    config = Config()
    config.set_main_option("script_location", str(places.migrations()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def _refuse_foreign(connection: Connection) -> None:
    present = sorted(set(inspect(connection).get_table_names()) & set(Base.metadata.tables))
    if present:
        raise ConfigurationError(
            "Cơ sở dữ liệu đã có bảng “{table}” của chương trình khác; hãy chọn một cơ sở dữ liệu trống.",
            table=present[0],
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
