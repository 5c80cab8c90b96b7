"""What the two databases must do alike, and what differs between them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, StatementError
from support.queries import Queries

from campaign.db import Database, translated
from campaign.db import insert as dialect_insert
from campaign.errors import ConfigurationError, Unavailable
from campaign.models import Group, Heartbeat

HANOI = timezone(timedelta(hours=7))
sqlite_only = pytest.mark.only("sqlite")
postgresql_only = pytest.mark.only("postgresql")


def group(now: datetime, name: str = "Ban nữ công") -> Group:
    return Group(name=name, slug=name.casefold().replace(" ", "-"), created_at=now)


def setting(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(name).scalar()


def names(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Group.name).order_by(Group.id)))


# Durability


@sqlite_only
def test_sqlite_settings(database: Database) -> None:
    full, normal = 2, 1
    for engine, synchronous in ((database.engine, full), (database.lazy, normal)):
        assert setting(engine, "PRAGMA journal_mode") == "wal"
        assert setting(engine, "PRAGMA synchronous") == synchronous
        assert setting(engine, "PRAGMA foreign_keys") == 1


@postgresql_only
def test_postgresql_settings(database: Database) -> None:
    for engine, commit in ((database.engine, "on"), (database.lazy, "off")):
        assert setting(engine, "SHOW synchronous_commit") == commit
        assert setting(engine, "SHOW timezone") == "UTC"
        assert setting(engine, "SHOW lock_timeout") == "10s"


@postgresql_only
def test_postgresql_keeps_options_of_the_address(database_url: str) -> None:
    database = Database(f"{database_url}&options=-csearch_path%3Dpg_catalog")
    assert setting(database.engine, "SHOW search_path") == "pg_catalog"
    assert setting(database.lazy, "SHOW synchronous_commit") == "off"
    database.dispose()


def test_foreign_keys_are_enforced(database: Database) -> None:
    with pytest.raises(IntegrityError), database.begin() as connection:
        connection.execute(text("INSERT INTO membership (group_id, member_id) VALUES (1, 1)"))


# Transactions


@sqlite_only
def test_write_that_only_read_so_far_holds_the_lock(database: Database, database_url: str) -> None:
    impatient = Database(database_url, patience=0)
    with database.write() as session:
        session.scalars(select(Group)).all()
        with pytest.raises(Unavailable), impatient.write() as other:
            other.scalars(select(Group)).all()
    impatient.dispose()


@sqlite_only
def test_write_begins_immediately(database: Database) -> None:
    seen: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *arguments: seen.append(arguments[2]))
    with database.write() as session:
        session.scalar(select(func.count()).select_from(Group))
    with database.read() as session:
        session.scalar(select(func.count()).select_from(Group))
    assert [statement for statement in seen if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE", "BEGIN"]


def test_write_commits_at_the_end(database: Database, now: datetime) -> None:
    with database.write() as session:
        session.add(group(now))
    assert names(database) == ["Ban nữ công"]


def test_write_that_fails_leaves_nothing(database: Database, now: datetime) -> None:
    with pytest.raises(RuntimeError, match="half way"), database.write() as session:
        session.add(group(now))
        session.flush()
        raise RuntimeError("half way")
    assert names(database) == []


def test_begin_that_fails_leaves_nothing(database: Database, now: datetime) -> None:
    for lazy in (False, True):
        with pytest.raises(RuntimeError, match="half way"), database.begin(lazy=lazy) as connection:
            connection.execute(insert(Group), {"name": "a", "slug": "a", "created_at": now})
            raise RuntimeError("half way")
    assert names(database) == []


def test_read_refuses_to_write(database: Database, now: datetime) -> None:
    with database.read() as session, pytest.raises(DBAPIError, match=r"read-?only"):
        session.execute(insert(Group), {"name": "a", "slug": "a", "created_at": now})
    with database.write() as session:  # the same pooled connection writes again afterwards
        session.add(group(now))
    assert names(database) == ["Ban nữ công"]


def test_read_sees_one_state(database: Database, now: datetime) -> None:
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(Group))
        with database.write() as other:
            other.add(group(now))
        assert session.scalar(select(func.count()).select_from(Group)) == before
    assert names(database) == ["Ban nữ công"]


def test_read_keeps_rows_usable_after_its_end(database: Database, now: datetime) -> None:
    with database.write() as session:
        session.add(group(now))
    with database.read() as session:
        found = session.scalars(select(Group)).one()
    assert found.name == "Ban nữ công"


def test_writers_in_turn_lose_nothing(database: Database, now: datetime) -> None:
    """Each reads and then writes, the case in which SQLite without BEGIN IMMEDIATE gives up at once."""

    def add(letter: str) -> None:
        for number in range(5):
            with database.write() as session:
                session.scalar(select(func.count()).select_from(Group))
                session.add(group(now, f"{letter}{number}"))

    writers = [threading.Thread(target=add, args=(letter,)) for letter in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(names(database)) == [f"{letter}{number}" for letter in "abc" for number in range(5)]


def test_insert_knows_on_conflict(database: Database, now: datetime) -> None:
    for _ in range(2):
        with database.begin() as connection:
            row = {"name": "deliver", "at": now, "note": ""}
            connection.execute(dialect_insert(connection, Heartbeat.__table__).values(row).on_conflict_do_nothing())
        with database.write() as session:
            session.execute(dialect_insert(session, Heartbeat.__table__).values(row).on_conflict_do_nothing())
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Heartbeat)) == 1


# Instants


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2027, 3, 8, 8, 0, tzinfo=HANOI),
        datetime(2027, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2027, 1, 1, 0, 30, tzinfo=HANOI),
    ],
)
def test_instant_comes_back_in_utc(database: Database, instant: datetime) -> None:
    with database.write() as session:
        session.add(group(instant))
    with database.read() as session:
        found = session.scalars(select(Group.created_at).where(Group.created_at == instant)).one()
    assert found == instant
    assert found.tzinfo is UTC or found.utcoffset() == timedelta(0)


def test_instants_are_ordered_whatever_their_zone(database: Database) -> None:
    early, late = datetime(2027, 3, 8, 8, 0, tzinfo=HANOI), datetime(2027, 3, 8, 2, 0, tzinfo=UTC)
    with database.write() as session:
        session.add_all([group(late, "late"), group(early, "early")])
    with database.read() as session:
        assert list(session.scalars(select(Group.name).order_by(Group.created_at))) == ["early", "late"]
        assert list(session.scalars(select(Group.name).where(Group.created_at < late))) == ["early"]


def test_naive_instant_is_refused(database: Database) -> None:
    naive = datetime(2027, 3, 8, 8, 0)  # noqa: DTZ001 - the very thing
    with pytest.raises(StatementError, match="naive"), database.write() as session:
        session.add(group(naive))
        session.flush()


# Trouble


def test_locked_database_is_unavailable(database: Database, database_url: str, now: datetime) -> None:
    with database.write() as session:
        session.add(group(now))
    impatient = Database(database_url, patience=0.1)
    change = text("""UPDATE "group" SET kind = 'unit'""")
    with database.begin() as connection:
        connection.execute(change)
        with pytest.raises(Unavailable, match=r"^Cơ sở dữ liệu đang bận .*\.$"), impatient.begin() as other:
            other.execute(change)
    with impatient.begin() as other:
        other.execute(change)
    impatient.dispose()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////no/such/folder/campaign.db",
        "postgresql://campaign:geheim@127.0.0.1:1/campaign",
        "postgresql://campaign@/campaign?host=/no/such/folder",
    ],
)
def test_unreachable_database_is_one_sentence(url: str) -> None:
    database = Database(url)
    for door in (database.read, database.write, database.begin):
        with pytest.raises(Unavailable) as caught, door() as session:
            session.execute(text("SELECT 1"))
        assert "\n" not in caught.value.message
        assert "geheim" not in caught.value.message
    database.dispose()


@postgresql_only
def test_server_that_hangs_up_is_unavailable_once(database: Database) -> None:
    hang_up = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(Unavailable), database.read() as session:
        session.execute(hang_up)
    assert names(database) == []


@sqlite_only
def test_read_only_file_is_unavailable(database: Database, tmp_path: Path, now: datetime) -> None:
    read_only = Database(f"sqlite:///file:{tmp_path}/campaign.db?mode=ro&uri=true")
    with pytest.raises(Unavailable, match="readonly"), read_only.write() as session:
        session.add(group(now))
    read_only.dispose()
    assert names(database) == []


@sqlite_only
def test_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("không phải cơ sở dữ liệu\n" * 100, encoding="utf-8")
    database = Database(f"sqlite:///{tmp_path}/notes.txt")
    with pytest.raises(Unavailable, match="không phải là một cơ sở dữ liệu"), database.read() as session:
        session.execute(text("SELECT 1"))
    database.dispose()


def test_defect_in_our_sql_stays_a_defect(database: Database) -> None:
    with pytest.raises(DBAPIError, match="no_such_table"), database.read() as session:
        session.execute(text("SELECT * FROM no_such_table"))


def test_sqlite_trouble_is_told_from_defects() -> None:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY | (2 << 8)
    with pytest.raises(Unavailable), translated():
        raise OperationalError("SELECT 1", {}, busy)


# Addresses


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "“…”"),
        ("campaign.db", "“campaign.db…”"),
        ("mysql://root:geheim@localhost/campaign", "“mysql…”"),
        ("postgresql+asyncpg://campaign:geheim@localhost/campaign", r"“postgresql\+asyncpg…”"),
        ("postgresql://campaign:geheim@localhost:port/campaign", "“postgresql…”"),
    ],
)
def test_address_of_another_kind_is_refused(url: str, kind: str) -> None:
    with pytest.raises(ConfigurationError, match=rf"Mục \[database\], tùy chọn url: .*{kind}") as caught:
        Database(url)
    assert "geheim" not in caught.value.message


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_database_that_would_be_forgotten_is_refused(url: str) -> None:
    with pytest.raises(ConfigurationError, match="SQLite cần tên một tệp"):
        Database(url)


# The fixture that counts


def test_queries_are_counted_without_settings(
    database: Database, now: datetime, queries: Callable[[], AbstractContextManager[Queries]]
) -> None:
    with queries() as seen, database.write() as session:
        session.add(group(now))
        session.flush()
        session.scalars(select(Group)).all()
    assert len(seen) == 2
    assert len(seen.of("insert into")) == 1
