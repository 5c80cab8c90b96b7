"""A database of each released version is upgraded: nothing is lost, and the program works on it."""

from __future__ import annotations

import re
import sqlite3
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import inspect, text

from campaign import __version__, create_app, migrate, schema
from campaign.calendar.planning import plan_due
from campaign.db import Database

from .store import NOW

HERE = Path(__file__).parent
STORED = sorted({path.name.removesuffix(".sqlite.sql") for path in HERE.glob("*.sqlite.sql")})
CHANGELOG = HERE.parent.parent / ".docs" / "CHANGELOG.md"


@pytest.fixture(params=STORED)
def stored(request, empty_url, backend):
    """The database of a released version, as its owner finds it before the upgrade."""
    script = (HERE / f"{request.param}.{backend}.sql").read_text(encoding="utf-8")
    if backend == "sqlite":
        with sqlite3.connect(empty_url.removeprefix("sqlite:///")) as connection:
            connection.executescript(script)
    else:
        with psycopg.connect(empty_url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(script)
    database = Database(empty_url)
    yield database
    database.dispose()


def counts(database):
    with database.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
        return {table: connection.scalar(text(f'SELECT count(*) FROM "{table}"')) for table in tables}


def test_upgrade_of_a_released_version_keeps_every_row(stored):
    before = counts(stored)
    assert before["message"] > 10
    migrate.migrate(stored)
    schema.check(stored)
    schema.verify(stored)
    after = counts(stored)
    kept = before.keys() & after.keys()  # a table that a later version does without is gone on purpose
    assert {table: after[table] for table in kept} == {table: before[table] for table in kept}


def test_upgraded_database_is_served_and_planned(stored, config):
    migrate.migrate(stored)
    client = create_app(config, stored, now=lambda: NOW).test_client()
    for address in ("/", "/calendars/all.ics"):
        assert client.get(address, base_url=config.server.base_url, follow_redirects=True).status_code == 200
    with stored.begin() as connection:
        assert plan_due(connection, now=NOW + timedelta(days=200), id_suffix=".x@example.org>") > 0


def test_every_released_version_is_stored():
    """The version at hand is added by ``python -m tests.upgrade.store`` when it is released."""
    named = re.findall(r"^## (\S+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert named[0] == __version__
    assert sorted(version for version in named if "dev" not in version) == STORED
