"""The engine: web application, clock and delivery of one process, started and stopped together."""

from __future__ import annotations

import fcntl
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any

from flask import Flask

from campaign import clock, job_queue
from campaign.config import Config
from campaign.db import Database
from campaign.errors import Unavailable
from campaign.mailing.accountmail import AccountMailSender
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.scheduler import Clockwork
from campaign.sending.clockguard import ClockGuard
from campaign.sending.outbox import OUTBOX
from campaign.sending.queue import ACCOUNT_MAILS
from campaign.sqlite_file import LOCK_SUFFIX, OWNER_ONLY
from campaign.web.language import rendering

log = logging.getLogger(__name__)
GRACE = 5.0
"""Seconds that a server may still take over the mail it has when the process stops."""


class Engine:
    """Clock and delivery beside the web application, in one process.

    On SQLite only one process may deliver: it holds a lock beside the database, and so it may free at once whatever a
    killed predecessor had claimed. On PostgreSQL any number may, and a lease tells the dead from the living; with
    ``job_worker`` in place of APScheduler, so does a heartbeat.
    """

    def __init__(
        self, app: Flask, config: Config, database: Database, *, now: Callable[[], datetime] = clock.now
    ) -> None:
        guard = ClockGuard(now, clock.elapsed, clock.is_synchronised)
        mail, render, trusted = app.extensions["mail"], rendering(app), guard.is_trusted
        self.post = MailSender(config, database, Composer(config, render), mail, clock=now, is_trusted=trusted)
        self._accounts = AccountMailSender(config, database, render, mail, clock=now, is_trusted=trusted)
        self._clockwork = Clockwork(config, database, self.post, self._accounts, guard.now)
        self._database = database
        self._now = now
        self._lock: IO[str] | None = None
        self._jobs: Any = None
        self._is_distributed = job_queue.is_selected(config)

    def start(self) -> None:
        if self._database.is_sqlite:
            self._lock = _locked(self._database)
            with self._database.begin() as connection:
                for queue in (OUTBOX, ACCOUNT_MAILS):
                    queue.recover(connection, now=self._now(), everything=True)
        self._jobs = (_distributed if self._is_distributed else Clockwork.start)(self._clockwork)

    def stop(self) -> None:
        """Stop claiming, finish the mail being transmitted, release the rest; at most ``GRACE`` for a silent server."""
        for sender in (self.post, self._accounts):
            sender.stop.set()
        patience = threading.Timer(GRACE, self._abort)
        patience.start()
        if self._jobs:
            self._jobs.shutdown(wait=True)
        patience.cancel()
        self.post.close()
        self._accounts.close()
        if self._lock:
            self._lock.close()

    def _abort(self) -> None:
        for connection in (*self.post.connections, self._accounts.connection):
            connection.abort()


def _distributed(clockwork: Clockwork) -> Any:  # noqa: ANN401 - an optional package
    from campaign.job_worker import JobWorker  # noqa: PLC0415 - as above

    return JobWorker(clockwork).start()


@contextmanager
def only_process(database: Database) -> Iterator[None]:
    """Raises ``Unavailable`` while another process works on this SQLite file; none can begin before the end."""
    with _locked(database):
        yield


def _locked(database: Database) -> IO[str]:
    path = database.file.with_name(database.file.name + LOCK_SUFFIX)
    file = open(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY), "w", encoding="ascii")  # noqa: PTH123, SIM115
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise Unavailable(
            "Một tiến trình campaign khác đang gửi thư từ cơ sở dữ liệu này; mỗi tệp SQLite chỉ phục vụ một tiến trình."
        ) from None
    file.write(str(os.getpid()))
    file.flush()
    return file
