"""The database schema: the version that this program needs, the one that a database has, and whether it fits.

Nothing here imports Alembic, because every command asks these questions when it starts; ``campaign.migrate`` upgrades.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from sqlalchemy import Connection, Inspector, UniqueConstraint, inspect, text

from campaign import places
from campaign.db import Database, translated
from campaign.errors import ConfigurationError
from campaign.models import Base

HASHES = "sha256sums"
"""The file beside the migrations with the hash of each: a released migration must never change."""
FINGERPRINTS = {
    "sqlite": "PRAGMA schema_version",
    "postgresql": "SELECT sum(hashtext(concat(attrelid, attname, atttypid, attnotnull, attisdropped))::bigint)"
    " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " WHERE c.relnamespace = current_schema()::regnamespace",
}
"""A cheap question whose answer changes with the schema (columns of tables and of indexes)."""
SHOWN = 3


@cache
def versions() -> tuple[str, ...]:
    """The revision of every migration, oldest first: the number with which its file name begins."""
    return tuple(sorted(path.name.partition("_")[0] for path in (places.migrations() / "versions").glob("[0-9]*.py")))


def head() -> str:
    """The version that this program needs."""
    return versions()[-1]


def current(database: Database) -> str:
    """The version that the database claims to have; empty for a database without our tables."""
    if database.is_missing:
        return ""
    with translated(), database.engine.connect() as connection:
        return version_of(connection)


def version_of(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def is_current(database: Database) -> bool:
    return current(database) == head()


def check(database: Database) -> None:
    """Raises ``ConfigurationError`` unless the database has exactly the version that this program needs."""
    version = current(database)
    refuse_newer(version)
    if version != head():
        raise ConfigurationError(
            "Cơ sở dữ liệu đang ở phiên bản {version}, chương trình cần phiên bản {head}; "
            "hãy chạy lệnh “campaign migrate”.",
            version=version or "trống",
            head=head(),
        )


def check_not_newer(database: Database) -> None:
    """Raises ``ConfigurationError`` for the database of a newer program; an older one can be brought up to date."""
    refuse_newer(current(database))


def refuse_newer(version: str) -> None:
    if version and version not in versions():
        raise ConfigurationError(
            "Cơ sở dữ liệu ở phiên bản {version}, mới hơn phiên bản {head} mà chương trình này biết; "
            "hãy cập nhật chương trình.",
            version=version,
            head=head(),
        )


def differences(database: Database) -> tuple[str, ...]:
    """What the database lacks or has differently from the models, such as ``member.left_at``; empty if it fits.

    A database may claim the newest version and still have other tables: a copy put back by hand, an edited schema.
    Comparing takes about 0.1 s, so the answer is kept until the schema changes. Further tables and indexes, which an
    administrator may have made, are no difference.
    """
    with translated(), database.engine.connect() as connection:
        return _differences(database, connection.scalar(text(FINGERPRINTS[connection.dialect.name])))


def verify(database: Database) -> None:
    """Raises ``ConfigurationError`` unless the tables are those that the models describe."""
    if found := differences(database):
        raise ConfigurationError(
            "Cơ sở dữ liệu ghi là phiên bản {version} nhưng các bảng không đúng với phiên bản ấy ({difference}); "
            "hãy khôi phục bản sao lưu, hoặc dùng đúng bản chương trình đã tạo ra nó.",
            version=head(),
            difference=", ".join(found[:SHOWN]) + (", …" if len(found) > SHOWN else ""),
        )


@lru_cache(maxsize=4)
def _differences(database: Database, _fingerprint: object) -> tuple[str, ...]:
    with translated(), database.engine.connect() as connection:
        return tuple(_compared(inspect(connection)))


def _compared(found: Inspector) -> Iterator[str]:
    columns, indexes = found.get_multi_columns(), found.get_multi_indexes()
    unique = found.get_multi_unique_constraints()
    for table in Base.metadata.sorted_tables:
        key = (table.schema, table.name)
        if key not in columns:
            yield table.name
            continue
        real = {column["name"]: (column["nullable"], column["type"].compile(found.dialect)) for column in columns[key]}
        for column in table.columns:
            if real.pop(column.name, None) != (column.nullable, column.type.compile(found.dialect)):
                yield f"{table.name}.{column.name}"
        yield from (f"{table.name}.{name}" for name in real)
        names = {str(each["name"]) for each in (*indexes[key], *unique[key])}
        wanted = {str(each.name) for each in table.constraints if isinstance(each, UniqueConstraint)}
        yield from sorted((wanted | {str(index.name) for index in table.indexes}) - names)
