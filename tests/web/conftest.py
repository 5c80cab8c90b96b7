"""One organisation on a real database, its application, and a reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import event as sqlalchemy_event
from werkzeug.serving import make_server

from campaign import create_app
from campaign.config import Config, Organisation, Server
from campaign.db import Database
from campaign.models import Base
from tests.web.rows import NOW

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
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path}/campaign.db")
    Base.metadata.create_all(opened.engine)
    yield opened
    opened.dispose()


@pytest.fixture
def app(config: Config, database: Database) -> Flask:
    return create_app(config, database, now=lambda: NOW)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@dataclass
class Statements:
    """What reached the database, but for the opening of connections and transactions."""

    seen: list[str] = field(default_factory=list)

    def note(self, _connection, _cursor, statement, *_rest) -> None:
        if not statement.startswith(("PRAGMA", "BEGIN", "SET TRANSACTION")):
            self.seen.append(statement)

    @property
    def writes(self) -> list[str]:
        return [statement for statement in self.seen if not statement.lstrip().upper().startswith("SELECT")]


@pytest.fixture
def statements(database: Database) -> Iterator[Statements]:
    noted = Statements()
    engines = (database.engine, database.lazy)
    for engine in engines:
        sqlalchemy_event.listen(engine, "before_cursor_execute", noted.note)
    yield noted
    for engine in engines:
        sqlalchemy_event.remove(engine, "before_cursor_execute", noted.note)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The distribution's Chromium; without it these tests fail."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET_CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture
def site(config: Config, database: Database) -> Iterator[str]:
    """The address of the application, served on this machine."""
    server = make_server("127.0.0.1", 0, lambda environ, start: app(environ, start), threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    app = create_app(replace(config, server=replace(config.server, base_url=address)), database, now=lambda: NOW)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield address
    server.shutdown()
    thread.join()
    server.server_close()
