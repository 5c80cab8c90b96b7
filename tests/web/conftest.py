"""One organisation with its pages, and a reader with a browser. Databases come from the suite's own fixtures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from web.rows import NOW
from werkzeug.serving import make_server

from campaign import create_app
from campaign.config import Config, Organisation, Server
from campaign.db import Database

ORGANISATION = Organisation(
    name="Sở Văn hóa tỉnh Bình Minh",
    body="Ban Vì sự tiến bộ của phụ nữ",
    superior="Ủy ban nhân dân tỉnh Bình Minh",
    contact="Văn phòng Sở, điện thoại 024 000 1234",
)
QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]


@pytest.fixture
def config() -> Config:
    return Config(organisation=ORGANISATION, server=Server(base_url="http://localhost", secret_key="k" * 40))


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def app(config: Config, database: Database, now: datetime) -> Flask:
    return create_app(config, database, now=lambda: now)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """The distribution's Chromium; without it these tests fail."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(chromium), args=QUIET_CHROMIUM)
        yield opened
        opened.close()


@contextmanager
def served(make: Callable[[str], Flask]) -> Iterator[str]:
    """The address at which the application, made for that address, answers on this machine."""
    made: list[Flask] = []

    def answer(environ, start_response):
        return made[0](environ, start_response)

    server = make_server("127.0.0.1", 0, answer, threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    made.append(make(address))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site(config: Config, database: Database, now: datetime) -> Iterator[str]:
    def make(address: str) -> Flask:
        here = replace(config, server=replace(config.server, base_url=address))
        return create_app(here, database, now=lambda: now)

    with served(make) as address:
        yield address
