"""Backup and restore: everything in one file, and after a restore nothing goes out that may have gone out before."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from support import rows
from support.postgresql import programs
from test_scheduler import DUE, at

from campaign import backup, schema
from campaign.audit import Act, Author
from campaign.cli import main
from campaign.db import Database
from campaign.desk import maillog
from campaign.engine import only_process
from campaign.errors import ConfigurationError, InvalidInput, Unavailable
from campaign.models import Channel, Member, Message, Result, SignIn
from campaign.sending import reconciliation


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where the backup goes; the programs of PostgreSQL are found."""
    monkeypatch.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "backup.tar.gz"


def sent(database):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Message).where(Message.result == Result.SENT))


def mails(config):
    return len(list((config.folder / "mail").glob("*.eml")))


def ticks(config, database, moment, number=5):
    clockwork = at(config, database, moment)
    for _ in range(number):
        clockwork.plan()
        clockwork.deliver()
    clockwork.post.close()
    clockwork.accounts.close()


@pytest.fixture
def restored(config, database, now, file):
    """A backup was made, then three reminders left, then the backup was put back."""
    rows.seminar(database, config, now)
    backup.save(config, database, file, now=now)
    ticks(config, database, DUE)
    assert (sent(database), mails(config)) == (3, 3)
    database.dispose()
    backup.restore(file, database, now=DUE + timedelta(minutes=1))
    return database


def test_restore_sends_nothing_again(config, restored):
    """The mails that had left after the backup were sent a second time."""
    ticks(config, restored, DUE + timedelta(minutes=2))
    assert (sent(restored), mails(config)) == (0, 3)
    held = backup.held(restored, now=DUE + timedelta(minutes=2))
    assert held == backup.Held(messages=3, reminders=0)


def test_held_mails_are_dropped_or_sent_as_a_person_decides(config, restored):
    later = DUE + timedelta(minutes=2)
    ticks(config, restored, later)
    with restored.write() as session:
        assert maillog.discard_due(Act(session, later, Author("Lan"))) == 3
    ticks(config, restored, later)
    assert (sent(restored), mails(config)) == (0, 3)
    with restored.read() as session:
        assert reconciliation.reconcile(session, since=None, until=None, now=later).is_exact


def test_released_mails_go_out(config, restored):
    later = DUE + timedelta(minutes=2)
    with restored.write() as session:
        maillog.let_go(Act(session, later, Author("Lan")))
    ticks(config, restored, later)
    assert sent(restored) == 3


def test_restore_ends_every_session(config, database, now, file):
    """Who had been signed out after the backup was made would be in again."""
    backup.save(config, database, file, now=now)
    database.dispose()
    backup.restore(file, database, now=now)
    with database.read() as session:
        assert session.scalar(select(func.count()).where(SignIn.ended_at.is_(None))) == 0
        assert session.scalar(select(Channel.held_by)) == backup.HOLDER


def test_backup_has_the_configuration_and_is_readable_by_its_owner_alone(config, database, now, file):
    (config.folder / "campaign.toml").write_text("# của tôi\n", encoding="utf-8")
    backup.save(config, database, file, now=now)
    assert file.stat().st_mode & 0o777 == 0o600
    with tarfile.open(file) as tar:
        assert "campaign.toml" in tar.getnames()
    (config.folder / "campaign.toml").unlink()
    (made,) = backup.bring_back_configuration(file, config.folder / "campaign.toml")
    assert (made.read_text(encoding="utf-8"), made.stat().st_mode & 0o777) == ("# của tôi\n", 0o600)
    assert [each.name for each in config.folder.iterdir() if each.name.startswith(".campaign-")] == []


def test_backup_never_overwrites_another(config, database, now, file):
    file.write_text("an older backup", encoding="utf-8")
    with pytest.raises(InvalidInput, match="đã có sẵn"):
        backup.save(config, database, file, now=now)
    assert file.read_text(encoding="utf-8") == "an older backup"


def test_backup_while_somebody_writes_is_whole(config, database, now, file):
    with database.write() as session:
        rows.members(session, 500, now)
        session.flush()
        other = Database(config.database_url)
        backup.save(config, other, file, now=now)  # sees the state before this transaction
        other.dispose()
    database.dispose()
    backup.restore(file, database, now=now)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 0


def test_restore_takes_only_backups_of_ours(database, now, tmp_path):
    (tmp_path / "other.tar.gz").write_bytes(b"nothing")
    for name in ("other.tar.gz", "missing.tar.gz"):
        with pytest.raises(InvalidInput):
            backup.restore(tmp_path / name, database, now=now)
    schema.check(database)


@pytest.mark.only("sqlite")
def test_damaged_backup_changes_nothing(config, database, now, file, tmp_path):
    rows.seminar(database, config, now)
    backup.save(config, database, file, now=now)
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = data[len(data) // 2 :][::-1]
    file.write_bytes(data)
    with pytest.raises((InvalidInput, Unavailable)):
        backup.restore(file, database, now=now)
    assert sorted(each.name for each in tmp_path.glob("*restore*")) == []
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 3


@pytest.mark.only("sqlite")
def test_restore_is_refused_while_a_process_works_on_the_database(config, database, now, file, monkeypatch, capsys):
    backup.save(config, database, file, now=now)
    monkeypatch.chdir(config.folder)
    with only_process(database), pytest.raises(SystemExit) as left:
        main(["restore", str(file)])
    assert left.value.code == 2
    assert "Một tiến trình campaign khác" in capsys.readouterr().err


@pytest.mark.only("postgresql")
def test_restore_is_refused_while_somebody_is_connected(config, database, now, file):
    other = Database(config.database_url)
    with database.engine.connect():
        assert backup.others(other) == 1
    other.dispose()


def test_commands_back_up_and_restore(folder_with_database, file, capsys):
    for arguments in (["backup", str(file)], ["restore", str(file)]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == 0, capsys.readouterr().err
    assert "0 thư đã đến hạn" in capsys.readouterr().out


@pytest.fixture
def folder_with_database(config, database, file, monkeypatch):
    database.dispose()
    monkeypatch.chdir(config.folder)
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", config.database_url)
    return config.folder


@pytest.mark.only("sqlite")
def test_backup_of_an_empty_folder_is_refused(tmp_path, monkeypatch, capsys):
    """The line that the README used to show succeeded on it, with an empty copy."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["backup", "sao-luu.tar.gz"])
    assert left.value.code == 2
    assert not list(tmp_path.glob("*.db"))
    assert not (tmp_path / "sao-luu.tar.gz").exists()


# A lost or damaged file


@pytest.mark.only("sqlite")
def test_deleted_database_is_noticed_and_not_replaced_by_an_empty_one(config, database, now):
    """It was written on as if nothing had happened, and the next start began with nothing, without a word."""
    with only_process(database):
        pass  # a process has worked on it
    database.file.unlink()
    with pytest.raises(Unavailable), database.write() as session:
        rows.members(session, 1, now)
    assert not database.file.exists()
    with pytest.raises(ConfigurationError, match=r"dù trước đây đã có.*“campaign restore”"):
        database.create_file()


@pytest.mark.only("sqlite")
def test_deleted_database_is_not_ready(client, database):
    client.get("/readyz")
    database.file.unlink()
    assert client.get("/readyz").json["checks"]["database"] is False
    assert client.get("/healthz").status_code == 200


@pytest.mark.only("sqlite")
def test_damaged_page_is_noticed(config, database, now):
    rows.seminar(database, config, now, number=200)
    with database.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    database.dispose()
    with database.file.open("r+b") as file:
        size = file.seek(0, 2)
        for page in range(4096 * 5, size, 4096 * 3):
            file.seek(page)
            file.write(b"\xff" * 64)
    with pytest.raises(Unavailable, match="đã hỏng"):
        database.check_file()


@pytest.mark.only("sqlite")
def test_new_files_are_for_their_owner_alone(tmp_path):
    old = os.umask(0o022)
    try:
        database = Database(f"sqlite:///{tmp_path}/new.db")
        database.create_file()
        with only_process(database), database.write() as session:
            session.execute(text("CREATE TABLE x (y)"))
            names = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    finally:
        os.umask(old)
    assert set(names.values()) == {0o600}
    assert {"new.db", "new.db-wal", "new.db.lock"} <= names.keys()
    database.dispose()


@pytest.mark.only("sqlite")
def test_copy_beside_an_old_log_is_not_corrupted(config, database, now, file):
    """Put back by hand, a copy met the -wal of the database that it replaced."""
    rows.seminar(database, config, now)
    backup.save(config, database, file, now=now)
    with database.write() as session:
        rows.members(session, 200, now)
    shutil.copy(database.file.with_name("campaign.db-wal"), database.file.with_name("kept"))
    database.dispose()
    shutil.copy(database.file.with_name("kept"), database.file.with_name("campaign.db-wal"))
    backup.restore(file, database, now=now)
    with sqlite3.connect(database.file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 3
