"""The book of acts: append-only in the database itself, whoever writes to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from campaign import audit
from campaign.audit import Act, Author
from campaign.db import Database
from campaign.models import AuditEntry, Base, Event
from tests.desk.conftest import HUNG, NOW, TRANG


def record(session, number: int, *, by: Author = TRANG, subject_id: int = 1) -> AuditEntry:
    event = Event(id=subject_id, title=f"Tọa đàm {number}")
    return Act(session, NOW, by).record("edit", event, {"title": "cũ"}, {"title": f"mới {number}"})


@pytest.mark.parametrize("statement", ["UPDATE history SET by_name = 'x'", "DELETE FROM history"])
@pytest.mark.parametrize("made", ["migrated", "created"])
def test_nothing_is_rubbed_out(database: Database, empty_url: str, statement: str, made: str) -> None:
    if made == "created":
        database = Database(empty_url)
        if database.is_sqlite:
            Path(str(database.url.database)).touch()
        Base.metadata.create_all(database.engine)
    with database.write() as session:
        record(session, 1)
    with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
        connection.execute(text(statement))
    with database.read() as session:
        assert [row.by_name for row in audit.page(session)] == [TRANG.name]
    if made == "created":
        database.dispose()


@pytest.mark.only("postgresql")
def test_table_is_not_emptied(database: Database) -> None:
    with pytest.raises(DBAPIError, match="append-only"), database.engine.begin() as connection:
        connection.execute(text("TRUNCATE history"))


def test_guards_are_in_the_migration(database: Database) -> None:
    query = (
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
        if database.is_sqlite
        else "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'history'::regclass"
    )
    with database.engine.connect() as connection:
        assert connection.execute(text(query)).scalar() == 2
        assert inspect(connection).get_foreign_keys("history") == []


def test_acts_of_one_object_latest_first(session) -> None:
    for number in range(3):
        record(session, number)
    record(session, 9, subject_id=2, by=HUNG)
    assert [row.title for row in audit.of(session, "event", 1)] == ["Tọa đàm 2", "Tọa đàm 1", "Tọa đàm 0"]
    assert audit.last(session, "event", 2).by_name == HUNG.name
    assert audit.last(session, "member", 1) is None


def test_pages_go_back_in_time(session) -> None:
    rows = [record(session, number) for number in range(5)]
    first = audit.page(session, limit=2)
    assert [row.id for row in first] == [rows[4].id, rows[3].id]
    second = audit.page(session, first[-1].id, limit=2)
    assert [row.id for row in second] == [rows[2].id, rows[1].id]
    assert (second[0].old, second[0].new, second[0].by_user_id) == ({"title": "cũ"}, {"title": "mới 2"}, TRANG.user_id)
