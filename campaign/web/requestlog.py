"""One line in the log for each request: from where, what, which answer, how long. No query, no token, no name.

A part of the address that opens something (``token`` in the route) is written as ``…``.
"""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call]
log = logging.getLogger("campaign.access")
PARAMETER = "token"
LONGEST_UNKNOWN = 20
REGISTRY = CollectorRegistry()
LATENCY = Histogram(
    "campaign_http_request_seconds",
    "Requests by method and class of status: how many, how long.",
    ["method", "status"],
    registry=REGISTRY,
)
"""Of this process."""


def init(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(note)


def begin() -> None:
    g.began = time.perf_counter()


def note(response: Response) -> Response:
    seconds = time.perf_counter() - g.began if "began" in g else 0.0
    LATENCY.labels(request.method, f"{response.status_code // 100}xx").observe(seconds)
    log.info(
        "%s %s %s %d %s %.0fms",
        request.remote_addr,
        request.method,
        _path(),
        response.status_code,
        response.content_length if response.content_length is not None else "-",
        seconds * 1000,
    )
    return response


def _path() -> str:
    """The path without what opens something; of an unknown address only its beginning, for it may be a cut-off link."""
    if request.view_args is None:
        first, _, rest = request.path.lstrip("/").partition("/")
        return f"/{first[:LONGEST_UNKNOWN]}{'/…' if rest else ''}"
    secret = request.view_args.get(PARAMETER)
    return request.path.replace(str(secret), "…") if secret else request.path
