"""The migrated schema is the models' schema, and an upgrade happens wholly, once, or not at all."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from datetime import datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Inspector, Text, event, func, inspect, select, text

from campaign import migrate, places, schema
from campaign.db import Database
from campaign.errors import ConfigurationError
from campaign.models import Base, Group, Member, membership

PROCESSES = multiprocessing.get_context("spawn")


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    opened = Database(empty_url)
    opened.create_file()
    yield opened
    opened.dispose()


def described(connection: Connection) -> dict[str, object]:
    """Everything that the database itself says about its tables, but the order of constraints."""
    inspector: Inspector = inspect(connection)
    questions = ("columns", "indexes", "unique_constraints", "check_constraints", "foreign_keys")
    return {
        f"{table} {question}": sorted(
            json.dumps(answer, default=str, sort_keys=True) for answer in getattr(inspector, f"get_{question}")(table)
        )
        for table in inspector.get_table_names()
        if table != "alembic_version"
        for question in questions
    }


def test_migrated_schema_is_that_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrated_schema_equals_one_made_at_once(database: Database, empty: Database) -> None:
    Base.metadata.create_all(empty.engine)
    with database.engine.connect() as migrated, empty.engine.connect() as made:
        assert described(migrated) == described(made)


def test_released_migrations_are_frozen() -> None:
    """A changed migration leaves databases behind that claim a version and lack its tables."""
    folder = places.migrations() / "versions"
    listed = dict(line.split("  ")[::-1] for line in (folder / schema.HASHES).read_text("utf-8").splitlines())
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("[0-9]*.py")}
    assert found == listed, "A new migration: python -m campaign.migrations.make --hash. An old one must not change."


def test_revisions_are_the_numbers_of_the_files() -> None:
    scripts = ScriptDirectory.from_config(migrate.configuration())
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == schema.versions()


def test_partial_indexes_keep_their_condition(database: Database) -> None:
    with database.engine.connect() as connection:
        indexes = {index["name"]: index for index in inspect(connection).get_indexes("message")}
    condition = indexes["ix_message_waiting"]["dialect_options"][f"{database.engine.dialect.name}_where"]
    assert "result IS NULL" in str(condition)


def test_migrate_works_once(empty: Database) -> None:
    assert schema.current(empty) == ""
    assert migrate.migrate(empty) is True
    assert migrate.migrate(empty) is False
    assert schema.current(empty) == schema.head()
    schema.check(empty)


def test_migrate_leaves_foreign_keys_on(empty: Database) -> None:
    migrate.migrate(empty)
    with empty.begin() as connection:
        if empty.is_sqlite:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_check_empty_database_names_the_command(empty: Database) -> None:
    with pytest.raises(ConfigurationError, match=r"phiên bản trống.*“campaign migrate”"):
        schema.check(empty)


def test_newer_database_is_refused(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for refuse in (schema.check, migrate.migrate):
        with pytest.raises(ConfigurationError, match="phiên bản 9999, mới hơn phiên bản"):
            refuse(database)


def test_database_of_another_program_is_refused(empty: Database) -> None:
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE event (id integer)"))
    with pytest.raises(ConfigurationError, match="đã có bảng “event” của chương trình khác"):
        migrate.migrate(empty)
    with empty.engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["event"]


@pytest.fixture
def member_of_a_group(database: Database, now: datetime) -> None:
    with database.write() as session:
        member = Member(name="Nguyễn Thị Hà", address="ha@example.org", address_key="ha@example.org", created_at=now)
        session.add(Group(name="Ban nữ công", slug="ban-nu-cong", created_at=now, members=[member]))


def memberships(database: Database) -> int | None:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(membership))


@pytest.mark.usefixtures("member_of_a_group")
def test_changed_table_keeps_what_refers_to_it(database: Database) -> None:
    """On SQLite the table is made anew and the old one dropped, which deletes by cascade if nothing prevents it."""
    with migrate.alone(database) as connection:
        operations = Operations(MigrationContext.configure(connection))
        recreate = "always" if database.is_sqlite else "never"
        with operations.batch_alter_table("group", recreate=recreate) as group:
            group.alter_column("kind", type_=Text())
    assert memberships(database) == 1
    with database.begin() as connection:  # and foreign keys are on again
        connection.execute(text('DELETE FROM "group"'))
    assert memberships(database) == 0


@pytest.mark.only("sqlite")
@pytest.mark.usefixtures("member_of_a_group")
def test_migration_that_breaks_a_reference_is_taken_back(database: Database) -> None:
    with pytest.raises(RuntimeError, match="foreign key"), migrate.alone(database) as connection:
        connection.execute(text("DELETE FROM member"))
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 1


def start_together(url: str, gate: multiprocessing.synchronize.Barrier, answers: multiprocessing.Queue) -> None:
    database = Database(url)
    gate.wait()
    answers.put(migrate.migrate(database))
    database.dispose()


def test_of_two_instances_one_migrates(empty_url: str) -> None:
    gate, answers = PROCESSES.Barrier(3), PROCESSES.Queue()
    instances = [PROCESSES.Process(target=start_together, args=(empty_url, gate, answers)) for _ in range(3)]
    for instance in instances:
        instance.start()
    assert sorted(answers.get(timeout=60) for _ in instances) == [False, False, True]
    for instance in instances:
        instance.join()
        assert instance.exitcode == 0


def die_half_way(url: str, statement: str) -> None:
    """The process is killed, as by a power cut, when it is about to run a statement that contains these words."""
    database = Database(url)

    def kill(_connection: object, _cursor: object, running: str, *_: object) -> None:
        if statement in running:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine, "before_cursor_execute", kill)
    migrate.migrate(database)


@pytest.mark.parametrize("statement", ["CREATE TABLE reminder", "ix_message_pending", "INTO alembic_version"])
def test_killed_half_way_leaves_nothing(empty: Database, empty_url: str, statement: str) -> None:
    process = PROCESSES.Process(target=die_half_way, args=(empty_url, statement))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    with empty.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    assert migrate.migrate(empty) is True
    schema.check(empty)


# Steps


OLD_REASONS = {
    "Đã quá muộn khi đến lượt gửi.": ("too_late", ""),
    "Cách ly: ba lần gửi đều bị ngắt giữa chừng.": ("interrupted", ""),
    "Cách ly: MemoryError: too large": ("quarantined", "MemoryError: too large"),
    "Máy chủ thư mail.example.org:25 không trả lời trong thời gian chờ.": ("no_answer", "mail.example.org:25"),
    "553 Địa chỉ người nhận không hợp lệ.": ("invalid_recipient", ""),
    "550 5.1.1 no such user": ("server", "550 5.1.1 no such user"),
    "ai đó ghi tay": ("other", "ai đó ghi tay"),
    "": ("", ""),
}


def test_reasons_in_words_become_codes(empty: Database) -> None:
    with empty.begin() as connection:
        command.upgrade(migrate.configuration(connection), "0001")
        for number, reason in enumerate(OLD_REASONS):
            row = "INSERT INTO channel (id, name, failures, reason, held_by) VALUES (:id, :name, 0, :reason, '')"
            connection.execute(text(row), {"id": number, "name": str(number), "reason": reason})
    migrate.migrate(empty)
    with empty.begin() as connection:
        found = connection.execute(text("SELECT reason, detail FROM channel ORDER BY id")).all()
    assert [tuple(row) for row in found] == list(OLD_REASONS.values())
