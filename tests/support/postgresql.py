"""A PostgreSQL server of its own for one run of the tests: made, used, gone.

It listens on a socket in its folder only, so no port is taken and nobody else reaches it. It dies with the process that
started it, even when that one is killed: a shell keeps it and waits for the end of its own standard input.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psycopg

MISSING = "The tests need the PostgreSQL server programs (Debian and Ubuntu: apt-get install postgresql)."
USER = "campaign"
PATIENCE = 60.0
PREFIX = "campaign-pg-"
MEMORY = Path("/dev/shm")
ROOM = 1 << 30
LONGEST = 80  # octets: the name of a socket in the folder may not be longer than about a hundred
SETTINGS = ("listen_addresses=", "max_connections=200", "shared_buffers=64MB", "log_min_messages=fatal")
HURRIED = ("fsync=off", "full_page_writes=off")
KEEPER = '"$@" >>log 2>&1 & server=$!; cat >/dev/null; kill -INT $server 2>/dev/null; wait $server'
LAST_KEEPER = f'{KEEPER}; cd /; rm -rf "$FOLDER"'


def programs() -> Path:
    """The folder that holds ``initdb`` and ``postgres``."""
    found = shutil.which("initdb")
    candidates = [Path(found).resolve().parent] if found else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise RuntimeError(MISSING)


class Cluster:
    """A running server. ``durable``: with fsync, for the tests that look at what reaches the disk.

    ``preloaded``: the library of ``tests/chaos/synced.c``, with which ``lose_power`` is possible.
    """

    def __init__(self, *, durable: bool = False, preloaded: Path | None = None) -> None:
        tools = programs()
        self.folder = _folder(durable=durable)
        self._as = _unprivileged(self.folder)
        self._run(
            *(tools / "initdb", "-D", "data", "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"),
            "--wal-segsize=1",  # small files, for those that are copied
        )
        self._surroundings = {**os.environ, "FOLDER": str(self.folder)}
        if preloaded:
            library = shutil.copy(preloaded, self.folder)
            self._run("mkdir", "synced")
            self._surroundings |= {"LD_PRELOAD": library, "SYNCED_TO": str(self.folder / "synced")}
        settings = SETTINGS if durable else SETTINGS + HURRIED
        options = [part for setting in settings for part in ("-c", setting)]
        self._server = [tools / "postgres", "-D", "data", "-k", str(self.folder), *options]
        self._keepers = [self._kept(LAST_KEEPER)]
        self._wait()

    def url(self, name: str) -> str:
        """The address of one of its databases, as a configuration says it."""
        return f"postgresql+psycopg://{USER}@/{name}?host={self.folder}"

    def execute(self, statement: str) -> None:
        """Run one statement on the server's own database, outside any transaction (CREATE DATABASE needs that)."""
        self._connection.execute(statement.encode())

    def create(self, name: str, *, template: str = "template0") -> str:
        """A new database, empty or a copy of another that nobody uses; returns its address."""
        # Copying files takes half the time of the default since version 15, and before it was the only way.
        strategy = "STRATEGY file_copy" if self._connection.info.server_version >= 150000 else ""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {strategy}')
        return self.url(name)

    def drop(self, name: str) -> None:
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        self._connection.close()
        while self._keepers:
            self._keepers.pop().communicate(timeout=PATIENCE)

    def crash(self) -> float:
        """The server ends at once and starts again, without what it had not synced; when it ended (monotonic)."""
        self._connection.close()
        pid_file = self.folder / "data/postmaster.pid"
        os.kill(int(pid_file.read_text(encoding="ascii").split()[0]), signal.SIGQUIT)
        while pid_file.exists():
            time.sleep(0.01)
        ended = time.monotonic()
        self._keepers.append(self._kept(KEEPER))
        self._wait()
        return ended

    def remember(self) -> None:
        """Take what is on the disk now as synced: nothing is being written."""
        self.execute("CHECKPOINT")
        self._run("sh", "-c", "rm -rf base synced/*; cp -a data base")

    def freeze(self) -> None:
        """No process of the server does anything more."""
        self._connection.close()
        for process in self._processes():
            os.kill(process, signal.SIGSTOP)

    def lose_power(self) -> None:
        """What was frozen is gone, with all that was written since ``remember`` and not synced; it starts again."""
        processes = self._processes()
        for process in processes:
            os.kill(process, signal.SIGKILL)
        while any(map(_is_alive, processes)):
            time.sleep(0.01)
        self._run("sh", "-c", "rm -rf data; cp -a base data; rm -f data/postmaster.pid")
        self._run("find", "synced", "-name", "0*", "-exec", "cp", "-a", "{}", "data/pg_wal/", ";")
        self._keepers.append(self._kept(KEEPER))
        self._wait()

    def _processes(self) -> list[int]:
        """The server's main process and those that it started."""
        main = int((self.folder / "data/postmaster.pid").read_text(encoding="ascii").split()[0])
        found = [main]
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                parent = int(path.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
                found += [int(path.parent.name)] if parent == main else []
        return found

    def _kept(self, keeper: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["sh", "-c", keeper, "keeper", *self._server],
            stdin=subprocess.PIPE,
            cwd=self.folder,
            env=self._surroundings,
            start_new_session=True,
            **self._as,
        )

    def _run(self, *command: object) -> None:
        done = subprocess.run(
            [str(part) for part in command], cwd=self.folder, capture_output=True, text=True, check=False, **self._as
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._connection = psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True)
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    log = (self.folder / "log").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"PostgreSQL does not start: {log[-2000:]}") from error
                time.sleep(0.05)
            else:
                return


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _folder(*, durable: bool) -> Path:
    """A folder in memory if there is room (copying a database there takes a tenth of the time), else on the disk."""
    if not durable and MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
        return Path(tempfile.mkdtemp(prefix=PREFIX, dir=MEMORY))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    if len(os.fsencode(folder)) > LONGEST:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))
    return folder


def _unprivileged(folder: Path) -> dict[str, object]:
    """PostgreSQL refuses to run as root: then it runs as another user, who gets the folder."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
