"""``campaign run``, ``web``, ``worker`` and ``migrate``: the house at work, whole or in parts."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import click
from waitress.server import create_server

from campaign import create_app
from campaign.cli.context import Context, pass_surroundings, up_to_date
from campaign.cli.listening import listen
from campaign.config import Config
from campaign.db import Database
from campaign.engine import Engine
from campaign.schema import verify
from campaign.web import mailbox

THREADS = 8


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng lắng nghe.")
@pass_surroundings
def run(surroundings: Context, host: str, port: int) -> None:
    config = surroundings.config
    sockets = listen(host, port)
    with surroundings.database(upgrade=True) as database:
        verify(database)
        serve(config, database, host, sockets)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng lắng nghe.")
@pass_surroundings
def web(surroundings: Context, host: str, port: int) -> None:
    config = surroundings.config
    sockets = listen(host, port)
    with surroundings.database() as database:
        verify(database)
        serve(config, database, host, sockets, engine=False)


@click.command()
@pass_surroundings
def worker(surroundings: Context) -> None:
    with surroundings.database() as database:
        verify(database)
        config = surroundings.config
        engine = Engine(create_app(config, database), config, database)
        stopped = threading.Event()
        _on_signal(stopped.set)
        engine.start()
        stopped.wait()
        engine.stop()


@click.command()
@pass_surroundings
def migrate(surroundings: Context) -> None:
    database = Database(surroundings.config.database_url)
    changed = up_to_date(database)
    database.dispose()
    click.echo("Đã nâng cấp cơ sở dữ liệu." if changed else "Cơ sở dữ liệu đã ở phiên bản mới nhất.")


def serve(
    config: Config,
    database: Database,
    host: str,
    sockets: list[socket.socket],
    *,
    engine: bool = True,
    demo: bool = False,
) -> None:
    """Answer requests until told to stop; then finish what is under way and leave with exit code 0."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # It warns whenever a tick finds the one before still delivering, which is as it should be.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it speaks up whenever /readyz looks at the version
    app = create_app(config, database)
    if demo:
        mailbox.init(app)
    clockwork = Engine(app, config, database) if engine else None
    # Nobody's X-Forwarded-For is believed but that of our proxies, which has to arrive where it is counted.
    deaf = config.server.proxies == 0
    server = create_server(app, sockets=sockets, threads=THREADS, ident=None, clear_untrusted_proxy_headers=deaf)
    if clockwork:
        clockwork.start()
    _on_signal(_Leave(server))
    click.echo(f"campaign đang chạy tại {address_of(host, sockets)}/  (Ctrl+C để dừng)")
    try:
        server.run()
    finally:
        server.close()
        if clockwork:
            clockwork.stop()
        database.dispose()


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
