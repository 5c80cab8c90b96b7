"""The file of an SQLite database: made on purpose only, watched while it is open, synced as configured."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from campaign.errors import ConfigurationError, Unavailable

LOCK_SUFFIX = ".lock"
"""Of the file beside an SQLite database that its one process holds; it stays when the process ends."""
OWNER_ONLY = 0o600
WAL_PAUSE = 0.05


def create(file: Path) -> None:
    """An empty file that only its owner may read.

    Raises ``ConfigurationError`` where a process has worked on a file of this name before: an empty database in the
    place of a lost one would look like success. Raises ``Unavailable`` where none can be made.
    """
    if file.with_name(file.name + LOCK_SUFFIX).exists():
        raise ConfigurationError(
            "Không thấy cơ sở dữ liệu {file}, dù trước đây đã có. Hãy đặt lại tệp ấy hoặc dùng “campaign restore”; "
            "nếu thật sự muốn bắt đầu từ đầu, hãy xóa tệp {file}.lock.",
            file=file,
        )
    try:
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except OSError as error:
        raise Unavailable(
            "Mục [database], tùy chọn url: không tạo được tệp {file} ({reason}).", file=file, reason=error.strerror
        ) from error


def remember(file: Path, _connection: object, record: ConnectionPoolEntry) -> None:
    record.info["file"] = _identity(file)


def refuse_other(file: Path, _connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
    """A deleted file lives on for those who have it open: whatever they write is lost. One look takes 2 µs."""
    if record.info.get("file") != _identity(file):
        raise DisconnectionError("the database file was deleted or replaced")


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def configure(connection: sqlite3.Connection, _record: object, *, patience: float, lazy: bool) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see db
    _switch_to_wal(connection, patience)
    for pragma in (
        f"synchronous={'NORMAL' if lazy else 'FULL'}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-32768",
        "wal_autocheckpoint=4000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _switch_to_wal(connection: sqlite3.Connection, patience: float) -> None:
    """A new file's change to WAL does not wait for a lock as other statements do, so two first connections collide."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or patience <= 0:
                raise
        else:
            return
        time.sleep(WAL_PAUSE)
        patience -= WAL_PAUSE
