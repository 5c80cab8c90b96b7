"""Stores the database of the version at hand, to be upgraded by the tests of all later versions.

    .venv/bin/python -m tests.upgrade.store

Run it when a version is released (``__version__`` without "dev"). It writes ``<version>.sqlite.sql`` and
``<version>.postgresql.sql``: the demonstration's year on both databases, with planned mails, one sent, one failed.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, update

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent)]

from support.postgresql import Cluster, programs  # noqa: E402

from campaign import __version__  # noqa: E402
from campaign.calendar.planning import plan_due  # noqa: E402
from campaign.calendar.revision import ensure  # noqa: E402
from campaign.db import Database  # noqa: E402
from campaign.demo import administrator, configuration, fill_year  # noqa: E402
from campaign.migrate import migrate  # noqa: E402
from campaign.models import Message  # noqa: E402

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def fill(url: str) -> None:
    database = Database(url)
    migrate(database)
    config = configuration(Path(), "http://127.0.0.1:8000", "0123456789abcdef" * 3)
    with database.write() as session:
        ensure(session, now=NOW)
        fill_year(session, config, now=NOW)
        administrator(session, config, now=NOW)
        plan_due(session.connection(), now=NOW + timedelta(days=20), id_suffix=".stored@example.org>")
        first = session.scalar(select(func.min(Message.id))) or 0
        session.execute(update(Message).where(Message.id == first).values(result="sent"))
        session.execute(update(Message).where(Message.id == first + 1).values(result="failed"))
    database.dispose()


def sqlite(folder: Path) -> str:
    fill(f"sqlite:///{folder}/stored.db")
    with sqlite3.connect(folder / "stored.db") as connection:
        return "\n".join(connection.iterdump()) + "\n"


def postgresql() -> str:
    cluster = Cluster()
    try:
        fill(cluster.create("stored"))
        command = [programs() / "pg_dump", "-h", cluster.folder, "-U", "campaign", "--no-owner", "--inserts", "stored"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    finally:
        cluster.stop()
    # Lines with a backslash are commands for psql, blank lines and comments say nothing to the server.
    return "".join(line for line in done.stdout.splitlines(keepends=True) if line.strip() and line[:1] not in "\\-")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        (HERE / f"{__version__}.sqlite.sql").write_text(sqlite(Path(folder)), encoding="utf-8")
    (HERE / f"{__version__}.postgresql.sql").write_text(postgresql(), encoding="utf-8")


if __name__ == "__main__":
    main()
