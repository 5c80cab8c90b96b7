"""What the whole suite stands on: real databases of both kinds, a configuration, a fixed instant, the app."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from support import chromium as browser
from support.postgresql import Cluster
from support.queries import Queries, counted
from werkzeug.test import TestResponse

from campaign.config import Config, DatabaseSettings, Server
from campaign.db import Database
from campaign.migrate import migrate

BACKENDS = ("sqlite", "postgresql")
NUMBERS = count(1)
BASE_URL = "https://lich.example.org"


class Visitor(FlaskClient):
    """Asks for the configured host, as a browser does: the application refuses others."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if args and isinstance(args[0], str) and not args[0].startswith("http"):
            kwargs.setdefault("base_url", BASE_URL)
        return super().open(*args, **kwargs)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", choices=(*BACKENDS, "both"), default="both", help="run database tests on one kind only")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever touches a database does so once per kind, or on the one kind of ``@pytest.mark.only("sqlite")``."""
    if "backend" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--db")
        only = metafunc.definition.get_closest_marker("only")
        kinds = [kind for kind in BACKENDS if chosen in (kind, "both") and (only is None or kind in only.args)]
        metafunc.parametrize("backend", kinds, scope="session")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One PostgreSQL server for the run; it starts when the first test asks for it."""
    try:
        server = Cluster()
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    """The migrated databases by kind, each made when it is first wanted, however often the kinds take turns."""
    return {}


@pytest.fixture
def template(
    backend: str,
    templates: dict[str, str],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """A migrated database that is only ever copied: a file's path, or a name on the server."""
    if backend not in templates and backend == "sqlite":
        templates[backend] = str(tmp_path_factory.mktemp("template") / "campaign.db")
        migrated(f"sqlite:///{templates[backend]}")
    elif backend not in templates:
        templates[backend] = "template_campaign"
        migrated(request.getfixturevalue("cluster").create(templates[backend]))
    return templates[backend]


def migrated(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.dispose()


@pytest.fixture
def empty_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        name = f"empty_{next(NUMBERS)}"
        yield cluster.create(name)
        cluster.drop(name)


@pytest.fixture
def database_url(backend: str, template: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database of this test's own."""
    if backend == "sqlite":
        yield f"sqlite:///{shutil.copy(template, tmp_path / 'campaign.db')}"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        name = f"campaign_{next(NUMBERS)}"
        yield cluster.create(name, template=template)
        cluster.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated, empty database: the test runs on SQLite and on PostgreSQL."""
    opened = Database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def config(request: pytest.FixtureRequest, tmp_path: Path) -> Config:
    """A configuration in a folder of its own; its database is that of the test, if the test has one."""
    url = request.getfixturevalue("database_url") if "database_url" in request.fixturenames else "sqlite:///campaign.db"
    return replace(
        Config(),
        server=Server(base_url=BASE_URL, secret_key="tests-only-" + "0123456789abcdef" * 2),
        database=DatabaseSettings(url=url),
        folder=tmp_path,
    )


@pytest.fixture
def now() -> datetime:
    """Monday, 1 March 2027, 8:00 in Hà Nội: a week before 8 March."""
    return datetime(2027, 3, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def app(config: Config, database: Database, now: datetime) -> Flask:
    """The web application; its clock stands at ``now``."""
    from campaign import create_app  # noqa: PLC0415 - the web is wanted by few tests and takes a while to import

    application = create_app(config, database, now=lambda: now)
    application.testing = True
    application.test_client_class = Visitor
    return application


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def queries() -> Callable[[], AbstractContextManager[Queries]]:
    """``with queries() as seen:`` collects the SQL statements, so that a page can be held to a number of them."""
    return counted


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program."""
    try:
        return browser.path()
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)
