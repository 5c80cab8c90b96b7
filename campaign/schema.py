"""Versions of the database schema: which one this program needs and which one a database has.

Nothing here imports Alembic, because every command asks these questions when it starts; ``campaign.migrate`` upgrades
and compares.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, inspect, text

from campaign import places
from campaign.db import Database, translated
from campaign.errors import ConfigurationError

HASHES = "sha256sums"
"""The file beside the migrations with the hash of each: a released migration must never change."""


@cache
def versions() -> tuple[str, ...]:
    """The revision of every migration, oldest first: the number with which its file name begins."""
    return tuple(sorted(path.name.partition("_")[0] for path in (places.migrations() / "versions").glob("[0-9]*.py")))


def head() -> str:
    """The version that this program needs."""
    return versions()[-1]


def current(database: Database) -> str:
    """The version that the database claims to have; empty for a database without our tables."""
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
