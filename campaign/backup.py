"""One file that holds everything: the database, the configuration and the secret key; and the way back from it.

The file is a compressed tar archive, readable by its owner alone: ``manifest.json``, ``database.sqlite`` or
``database.sql``, and the configuration's files. A restored database sends nothing of its own accord: what left after
the backup was made would go out a second time, so all mail is held until somebody releases it at the desk.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, func, select, text, update

from campaign import __version__, schema
from campaign.config import DEFAULT_FILE, KEY_FILE, Config
from campaign.db import Database
from campaign.errors import InvalidInput, Unavailable
from campaign.models import AccountMail, Base, Message, OneTimeLink, Reminder, Result, SignIn
from campaign.sending import channel

HOLDER = "campaign restore"
MANIFEST, SQLITE_COPY, SQL_DUMP = "manifest.json", "database.sqlite", "database.sql"
OWNER_ONLY = 0o600
Preparation: TypeAlias = Callable[[Database], None]


@dataclass(frozen=True, slots=True)
class Manifest:
    version: str
    schema: str
    kind: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a restored database would send at once: messages, and reminders that are not messages yet."""

    messages: int
    reminders: int


def save(config: Config, database: Database, target: Path, *, now: datetime) -> Manifest:
    """Write a consistent copy while the program runs. Raises ``InvalidInput`` for a file that exists already."""
    schema.check(database)
    manifest = Manifest(__version__, schema.current(database), database.url.get_backend_name(), now.isoformat())
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".campaign-") as folder:
        copy = _copy_sqlite(database, Path(folder)) if database.is_sqlite else _dump(database.url, Path(folder))
        archive = Path(folder) / "archive"
        with open(_create(archive), "wb") as opened, tarfile.open(fileobj=opened, mode="w:gz") as tar:
            _add(tar, MANIFEST, json.dumps(asdict(manifest)).encode())
            tar.add(copy, copy.name)
            for name, file in _configuration(config).items():
                if file.is_file():
                    tar.add(file, name)
            opened.flush()
        _refuse_existing(archive, target)
    return manifest


@contextmanager
def opened(source: Path) -> Iterator[tuple[Manifest, tarfile.TarFile]]:
    """A backup of ours. Raises ``InvalidInput`` for any other file, and for that of a newer program."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            manifest = Manifest(**json.loads(_read(tar, MANIFEST)))
            schema.refuse_newer(manifest.schema)
            yield manifest, tar
    except FileNotFoundError:
        raise InvalidInput("Không có tệp {file}.", file=source) from None
    except (tarfile.TarError, OSError, EOFError, KeyError, TypeError, ValueError) as error:
        raise InvalidInput("{file} không phải là bản sao lưu của campaign, hoặc đã hỏng.", file=source) from error


def bring_back_configuration(source: Path, target: Path) -> list[Path]:
    """The configuration's files where there are none, as on a new machine; which were written."""
    with opened(source) as (_manifest, tar):
        wanted = {DEFAULT_FILE: target, KEY_FILE: target.parent / KEY_FILE}
        made = []
        for name, file in wanted.items():
            if name in tar.getnames() and not file.exists():
                with open(_create(file), "wb") as opened_file:
                    opened_file.write(_read(tar, name))
                made.append(file)
    return made


def restore(source: Path, database: Database, *, now: datetime, prepare: Preparation = lambda _restored: None) -> Held:
    """Put the database of a backup, once ``prepare`` has seen it, in place of this one, on which no process works."""
    with opened(source) as (manifest, tar):
        kind = database.url.get_backend_name()
        if manifest.kind != kind:
            raise InvalidInput(
                "Bản sao lưu là của {theirs}, còn cấu hình đang dùng {ours}.", theirs=manifest.kind, ours=kind
            )
        (_restore_sqlite if database.is_sqlite else _restore_postgresql)(tar, database, now, prepare)
    return held(database, now=now)


def held(database: Database, *, now: datetime) -> Held:
    """What waits only because mail is held."""
    with database.read() as session:
        messages = select(func.count()).where(Message.result.is_(None), Message.next_at <= now)
        reminders = select(func.count()).where(
            Reminder.planned_at.is_(None),
            Reminder.cancelled_at.is_(None),
            Reminder.due_at <= now,
            Reminder.useful_until > now,
        )
        return Held(session.scalar(messages) or 0, session.scalar(reminders) or 0)


def secure(database: Database, *, now: datetime) -> None:
    """Nothing leaves before somebody looks at it, and whoever was signed in when the backup was made is not now."""
    with database.write() as session:
        connection = session.connection()
        channel.hold(connection, now=now, by=HOLDER)
        connection.execute(update(SignIn).where(SignIn.ended_at.is_(None)).values(ended_at=now))
        connection.execute(update(OneTimeLink).where(OneTimeLink.used_at.is_(None)).values(used_at=now))
        waiting = AccountMail.settled_at.is_(None)
        connection.execute(update(AccountMail).where(waiting).values(result=Result.EXPIRED, settled_at=now))


# --- SQLite ------------------------------------------------------------------------------------------------------


def _copy_sqlite(database: Database, folder: Path) -> Path:
    """By SQLite itself, which sees one state while others write and copies nothing of deleted rows; ``cp`` does not."""
    copy = folder / SQLITE_COPY
    os.close(_create(copy))
    with closing(sqlite3.connect(database.file.as_uri() + "?mode=ro", uri=True)) as source:
        try:
            source.execute("VACUUM INTO ?", (str(copy),))
        except sqlite3.DatabaseError:
            _refuse_corrupt(source, database.file)
            raise
    with closing(sqlite3.connect(copy)) as target:
        target.execute("PRAGMA journal_mode=DELETE")
        _refuse_corrupt(target, database.file)
    return copy


def _restore_sqlite(tar: tarfile.TarFile, database: Database, now: datetime, prepare: Preparation) -> None:
    """Everything is made ready beside the old file; then one rename puts it in place."""
    file = database.file
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".campaign-") as folder:
        new = Path(folder) / SQLITE_COPY
        with open(_create(new), "wb") as target:
            shutil.copyfileobj(_member(tar, SQLITE_COPY), target)
        with closing(sqlite3.connect(new)) as connection:
            _refuse_corrupt(connection, new)
        ready = Database(f"sqlite:///{new}")
        _make_ready(ready, now, prepare)
        with ready.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        ready.dispose()
        _move_away(file)
        _sync(new)
        new.rename(file)
        _sync(file.parent)


def _move_away(file: Path) -> None:
    """The old database is kept, with the log that belongs to it: a -wal of another file would corrupt the new one."""
    for suffix in ("-wal", "-shm", ""):
        old = file.with_name(file.name + suffix)
        if old.exists():
            old.rename(file.with_name(f"{file.name}.before-restore{suffix}"))


def _refuse_corrupt(connection: sqlite3.Connection, file: Path) -> None:
    try:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise Unavailable("Cơ sở dữ liệu {file} đã hỏng: {reason}.", file=file, reason=found)


# --- PostgreSQL --------------------------------------------------------------------------------------------------


def _dump(url: URL, folder: Path) -> Path:
    dump = folder / SQL_DUMP
    os.close(_create(dump))
    _run(url, "pg_dump", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--file", str(dump))
    return dump


def _restore_postgresql(tar: tarfile.TarFile, database: Database, now: datetime, prepare: Preparation) -> None:
    """One transaction: until its end the old tables are there, and mail is held before anybody can see the new ones.

    The dump drops what it contains; tables of a later version go first, for they may refer to those.
    """
    tables = [table.name for table in reversed(Base.metadata.sorted_tables)] + ["alembic_version"]
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder:
        script = Path(folder) / SQL_DUMP
        with open(_create(script), "wb") as target:
            target.writelines(f'DROP TABLE IF EXISTS "{table}" CASCADE;\n'.encode() for table in tables)
            shutil.copyfileobj(_member(tar, SQL_DUMP), target)
            target.write(HOLD.format(at=now.isoformat(), by=HOLDER).encode())
        _run(database.url, "psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file", str(script))
    database.dispose()
    _make_ready(database, now, prepare)


HOLD = """
INSERT INTO public.channel (name, failures, reason, held_at, held_by) VALUES ('mail', 0, '', '{at}', '{by}')
ON CONFLICT (name) DO UPDATE SET held_at = excluded.held_at, held_by = excluded.held_by;
"""


def others(database: Database) -> int:
    """How many other connections a PostgreSQL database has."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with database.engine.connect() as connection:
        return connection.scalar(text(query)) or 0


def _run(url: URL, program: str, *arguments: str) -> None:
    """A program of PostgreSQL's; the password goes by the environment, where no list of processes shows it."""
    if shutil.which(program) is None:
        raise Unavailable("Cần chương trình {program} của PostgreSQL (gói postgresql-client).", program=program)
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    surroundings = {**os.environ, **({"PGPASSWORD": url.password} if url.password else {})}
    done = subprocess.run(  # noqa: S603 - our own arguments
        [program, *arguments, "--dbname", plain],
        env=surroundings, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        last = next(iter(done.stderr.strip().splitlines()[-1:]), "")
        raise Unavailable("{program} không thành công: {reason}", program=program, reason=last)


# --- both --------------------------------------------------------------------------------------------------------


def _make_ready(database: Database, now: datetime, prepare: Preparation) -> None:
    from campaign.migrate import migrate  # noqa: PLC0415 - Alembic, for backups of earlier versions

    migrate(database)
    schema.verify(database)
    prepare(database)
    secure(database, now=now)


def _configuration(config: Config) -> dict[str, Path]:
    file = Path(config.source) if config.source else config.folder / DEFAULT_FILE
    return {DEFAULT_FILE: file, KEY_FILE: config.folder / KEY_FILE}


def _create(file: Path) -> int:
    """A new file that only its owner may read, opened for writing."""
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)


def _refuse_existing(archive: Path, target: Path) -> None:
    """A hard link is made or refused at once: an older backup is never overwritten."""
    _sync(archive)
    try:
        os.link(archive, target)
    except FileExistsError:
        raise InvalidInput("Tệp {file} đã có sẵn; không ghi đè.", file=target) from None
    _sync(target.absolute().parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), OWNER_ONLY
    tar.addfile(member, io.BytesIO(data))


def _member(tar: tarfile.TarFile, name: str) -> io.BufferedReader:
    found = tar.extractfile(name)
    if found is None:
        raise KeyError(name)
    return found  # type: ignore[return-value]


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    return _member(tar, name).read()
