"""The month page against its template alone: the same template with the same values already in memory.

Both run in this process, without a server: CPU time of the whole WSGI call against that of a request context in which
the template is rendered and becomes a response.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flask import Flask, Response, template_rendered
from werkzeug.test import EnvironBuilder

from campaign import create_app

from .measure import Line, cost, own_cpu, take_turns
from .sample import fill
from .stage import NOW, Stage

EVENTS = 240
"""About sixty of them in the month."""
MONTH = "/months/2027-03?lang=vi"
"""With a query the page is made for each request, as for whoever is signed in."""
ROUNDS, REQUESTS = 9, 20


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        config = stage.config(database)
        fill(database, config, EVENTS)
        app = create_app(config, database, now=lambda: NOW + timedelta(days=1))
        seen: list[tuple[Any, dict[str, Any]]] = []

        def keep(_app: Flask, template: Any, context: dict[str, Any], **_: Any) -> None:
            seen.append((template, context))

        with template_rendered.connected_to(keep, app):
            call(app)
        template, context = seen[-1]
        sides = take_turns(
            ROUNDS,
            page=lambda: own_cpu(lambda: [call(app) for _ in range(REQUESTS)]) / REQUESTS,
            alone=lambda: own_cpu(lambda: [alone(app, template, context) for _ in range(REQUESTS)]) / REQUESTS,
        )
        note = f"{len(call(app))} bytes"
        yield cost("month page", stage.backend, sides["page"], sides["alone"], at_most=1.7, unit="ms CPU", note=note)


def environ() -> dict[str, Any]:
    return EnvironBuilder(path=MONTH, base_url="http://127.0.0.1").get_environ()


def call(app: Flask) -> bytes:
    status: list[str] = []
    answer = app.wsgi_app(environ(), lambda line, _headers, _error=None: status.append(line))
    body = b"".join(answer)
    assert status == ["200 OK"], status
    return body


def alone(app: Flask, template: Any, context: dict[str, Any]) -> bytes:
    with app.request_context(environ()):
        return Response(template.render(context)).get_data()
