"""Makes or upgrades the database, and tells whether its tables are those of the models.

All migrations of an upgrade are one transaction under one lock, on SQLite as on PostgreSQL: of two instances that start
together one migrates and the other waits, and a process that dies half way leaves the schema as it was. The migrations
are in ``campaign/migrations``; Alembic is configured here, so there is no file for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from campaign import places, schema
from campaign.db import Database, translated
from campaign.errors import ConfigurationError
from campaign.models import Base

LOCK = 0x43414D50  # any number of our own: "CAMP"
PATIENCE_SECONDS = 600
HARMLESS = frozenset({"remove_table", "remove_index"})
"""Differences that an administrator may have made on purpose: further tables and indexes."""
FINGERPRINTS = {
    "sqlite": "PRAGMA schema_version",
    "postgresql": "SELECT sum(hashtext(concat(attrelid, attname, atttypid, attnotnull, attisdropped))::bigint)"
    " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " WHERE c.relnamespace = current_schema()::regnamespace",
}
"""A cheap question whose answer changes with the schema (columns of tables and of indexes)."""


def migrate(database: Database) -> bool:
    """Bring the database to this program's version; returns whether there was anything to do.

    Raises ``ConfigurationError`` for a database of a newer program or of another one, ``Unavailable`` if it cannot be
    reached.
    """
    if schema.is_current(database):
        return False
    with alone(database) as connection:
        version = schema.version_of(connection)
        schema.refuse_newer(version)
        if version == schema.head():
            return False  # the other instance did it while this one waited
        if not version:
            _refuse_foreign(connection)
        upgrade(connection)
    return True


def differences(database: Database) -> tuple[str, ...]:
    """What the database lacks or has differently from the models, as ``add_column member.name``; empty if it fits.

    A database may claim the newest version and still have other tables: a copy put back by hand, an edited schema.
    Comparing takes about 0.1 s, so the answer is kept until the schema changes.
    """
    with translated(), database.engine.connect() as connection:
        return _differences(database, connection.scalar(text(FINGERPRINTS[connection.dialect.name])))


def verify(database: Database) -> None:
    """Raises ``ConfigurationError`` unless the tables are those that the models describe."""
    if found := differences(database):
        raise ConfigurationError(
            "Cơ sở dữ liệu ghi là phiên bản {version} nhưng các bảng không đúng với phiên bản ấy ({difference}); "
            "hãy khôi phục bản sao lưu, hoặc dùng đúng bản chương trình đã tạo ra nó.",
            version=schema.head(),
            difference=", ".join(found[:3]) + (f", và {len(found) - 3} chỗ khác" if len(found) > 3 else ""),  # noqa: PLR2004
        )


@lru_cache(maxsize=4)
def _differences(database: Database, _fingerprint: object) -> tuple[str, ...]:
    with translated(), database.engine.connect() as connection:
        return tuple(_described(compare_metadata(MigrationContext.configure(connection), Base.metadata)))


def _described(differences: Iterable[object]) -> Iterator[str]:
    """Alembic gives tuples that begin with a verb, and a list of them for the changes of one column."""
    for difference in differences:
        if isinstance(difference, list):
            yield from (f"{verb} {table}.{column}" for verb, _schema, table, column, *_rest in difference)
        elif isinstance(difference, tuple) and difference[0] not in HARMLESS:
            verb, *_schema, subject = difference
            table = getattr(subject, "table", None)
            yield f"{verb} {f'{table.name}.' if table is not None else ''}{subject.name}"


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
