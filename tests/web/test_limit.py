"""Heavy pages: a bounded number at a time, a bounded time each; the rest goes on."""

from __future__ import annotations

import http.client
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from itertools import islice

import pytest
from flask import request
from sqlalchemy import text
from support.desk import signed_in
from waitress.server import create_server

from campaign.cli.run import LIMITS, THREADS
from campaign.db import LONGEST_QUESTION_SECONDS
from campaign.errors import Unavailable
from campaign.web import limit


def test_more_desk_pages_than_places_are_told_to_come_back(app):
    desk, visitor = signed_in(app), app.test_client()
    places = app.extensions[limit.NAME]
    for _ in range(limit.PLACES):
        assert places.acquire(blocking=False)
    refused = desk.get("/desk/mail")
    assert (refused.status_code, int(refused.headers["Retry-After"]) > 0) == (503, True)
    assert [visitor.get(path).status_code for path in ("/healthz", "/agenda")] == [200, 200]
    for _ in range(limit.PLACES):
        places.release()
    assert [desk.get(path).status_code for path in ("/desk/mail", "/desk/khong-co") * limit.PLACES] == [
        200,
        404,
    ] * limit.PLACES


def test_place_is_given_back_after_a_defect(app):
    app.testing = False
    app.add_url_rule("/desk/defect", "defect", lambda: 1 / 0)
    client = signed_in(app)
    for _ in range(2 * limit.PLACES):
        client.get("/desk/defect")
    assert client.get("/desk/mail").status_code == 200


@pytest.mark.only("postgresql")
def test_question_that_takes_too_long_is_given_up(database):
    """Eight searches of minutes each stopped every page."""
    with database.read() as session:
        assert session.scalar(text("SHOW statement_timeout")) == f"{LONGEST_QUESTION_SECONDS}s"
        session.execute(text("SET LOCAL statement_timeout = '50ms'"))
        began = time.monotonic()
        with pytest.raises(Unavailable), database.read() as other:
            other.execute(text("SET LOCAL statement_timeout = '50ms'"))
            other.execute(text("SELECT pg_sleep(10)"))
    assert time.monotonic() - began < 5


@pytest.fixture
def held(app):
    """The real server, whose pages of the mail log wait at a gate."""
    gate = threading.Event()

    def wait() -> None:
        if request.path == "/desk/mail":
            gate.wait(10)

    app.before_request(wait)
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, **LIMITS)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield server.effective_port, gate
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


@pytest.mark.only("sqlite")
def test_health_is_answered_while_heavy_pages_take_all_places(held):
    port, gate = held
    askers = 12
    with ThreadPoolExecutor(askers) as pool:
        answers = [pool.submit(asked, port, "/desk/mail") for _ in range(askers)]
        time.sleep(0.2)
        began = time.monotonic()
        assert asked(port, "/healthz") == 200
        assert time.monotonic() - began < 5
        refused = [answer.result() for answer in islice(as_completed(answers), askers - limit.PLACES)]
        gate.set()
    assert refused == [503] * (askers - limit.PLACES)


def asked(port: int, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path, headers={"Host": "lich.example.org"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
