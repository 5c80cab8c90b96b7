"""``campaign run``, ``web``, ``worker`` and ``migrate``: web, clock and delivery in one process or apart."""

from __future__ import annotations

import ctypes
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import click

from campaign import __version__, create_app, schema
from campaign.cli.context import Context, pass_surroundings, up_to_date
from campaign.cli.listening import listen, strict_server, where
from campaign.config import Config
from campaign.db import Database
from campaign.engine import Engine
from campaign.reading.formats.limits import MAX_FILE
from campaign.web import mailbox, requestlog
from campaign.web.files import AROUND

log = logging.getLogger(__name__)

THREADS = 8
LIMITS: dict[str, Any] = {
    "max_request_body_size": MAX_FILE + AROUND,  # the largest that any route takes; nothing larger is spooled
    "max_request_header_size": 64 * 1024,
    "connection_limit": 500,  # slow clients hold a connection each, but no thread
    "channel_timeout": 60,
    "asyncore_use_poll": True,  # select() ends at 1,024 descriptors
}
"""What waitress takes from clients before the application is asked."""


@click.command()
@where
@pass_surroundings
def run(surroundings: Context, host: str | None, port: int | None) -> None:
    config = surroundings.started(host, port)
    sockets = listen(config.server.host, config.server.port)
    with surroundings.database(upgrade=True, patient=True) as database:
        schema.verify(database)
        serve(config, database, sockets)


@click.command()
@where
@pass_surroundings
def web(surroundings: Context, host: str | None, port: int | None) -> None:
    config = surroundings.started(host, port)
    sockets = listen(config.server.host, config.server.port)
    with surroundings.database(patient=True) as database:
        schema.verify(database)
        serve(config, database, sockets, engine=False)


@click.command()
@pass_surroundings
def worker(surroundings: Context) -> None:
    config = surroundings.started()
    with surroundings.database(patient=True) as database:
        schema.verify(database)
        engine = Engine(create_app(config, database), config, database)
        stopped = threading.Event()
        _on_signal(stopped.set)
        engine.start()
        _say_started("worker", config, database)
        stopped.wait()
        engine.stop()
        log.info("stopped", extra={"action": "stopped"})


@click.command()
@pass_surroundings
def migrate(surroundings: Context) -> None:
    database = Database(surroundings.config.database_url)
    try:
        changed = up_to_date(database, surroundings.config)
    finally:
        database.dispose()
    click.echo("Đã nâng cấp cơ sở dữ liệu." if changed else "Cơ sở dữ liệu đã ở phiên bản mới nhất.")


def serve(
    config: Config, database: Database, sockets: list[socket.socket], *, engine: bool = True, demo: bool = False
) -> None:
    """Answer requests until told to stop; then finish what is under way and leave with exit code 0."""
    limit_arenas()
    app = create_app(config, database)
    requestlog.init(app)
    if demo:
        mailbox.init(app)
    clockwork = Engine(app, config, database) if engine else None
    # Nobody's X-Forwarded-For is believed but that of our proxies, which has to arrive where it is counted.
    deaf = config.server.proxies == 0
    server = strict_server(
        app, sockets=sockets, threads=THREADS, ident=None, clear_untrusted_proxy_headers=deaf, **LIMITS
    )
    if clockwork:
        clockwork.start()
    _on_signal(_Leave(server))
    _say_started("run" if engine else "web", config, database)
    click.echo(f"campaign đang chạy tại {address_of(config.server.host, sockets)}/  (Ctrl+C để dừng)")
    try:
        server.run()
    finally:
        server.close()
        if clockwork:
            clockwork.stop()
        database.dispose()
        log.info("stopped", extra={"action": "stopped"})


def _say_started(command: str, config: Config, database: Database) -> None:
    log.info(
        "campaign %s: %s started, configuration %s, database %s, mail to %s",
        __version__,
        command,
        config.source or "of this machine",
        database.url.render_as_string(),  # without its password
        config.mail.server or f"the folder {config.path(config.mail.folder)}",
        extra={"action": "started"},
    )


def address_of(host: str, sockets: list[socket.socket]) -> str:
    """What to type into a browser on this machine."""
    return f"http://{f'[{host}]' if ':' in host else host}:{sockets[0].getsockname()[1]}"


class _Leave:
    """On the first signal the workers end what they are answering; only then the loop that carries their words ends.

    They end in a thread: the signal may have found the loop holding the very lock that ending them takes.
    """

    def __init__(self, server: Any) -> None:  # noqa: ANN401 - waitress has no types
        self._server = server
        self._thread = threading.Thread(target=self._drain, daemon=True)
        self._is_drained = False

    def __call__(self) -> None:
        if self._is_drained:
            raise KeyboardInterrupt  # which waitress takes as the end of its loop
        if self._thread.ident is None:
            self._thread.start()

    def _drain(self) -> None:
        self._server.task_dispatcher.shutdown()
        self._is_drained = True
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)


def _on_signal(stop: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)


M_ARENA_MAX = -8
"""The parameter of mallopt(3), as glibc's malloc.h numbers it."""


def limit_arenas(count: int = 2) -> None:
    """Let all threads share ``count`` malloc arenas; without effect where the C library is not glibc.

    By default glibc gives each thread an arena of its own, and what an upload took stays in the arena of the thread
    that read it: four times twelve uploads at once grew the process from 117 to 224 MB, with two arenas to 175.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_ARENA_MAX, count)
