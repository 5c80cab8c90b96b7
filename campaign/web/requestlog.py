"""One line in the log for each request: from where, what, which answer, how long. No query, no token, no name.

A part of the address that opens something (``token`` in the route) is written as ``…``.
"""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

log = logging.getLogger("campaign.access")
PARAMETER = "token"
LONGEST_UNKNOWN = 20


def init(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(note)


def begin() -> None:
    g.began = time.perf_counter()


def note(response: Response) -> Response:
    milliseconds = (time.perf_counter() - g.began) * 1000 if "began" in g else 0
    log.info(
        "%s %s %s %d %s %.0fms",
        request.remote_addr,
        request.method,
        _path(),
        response.status_code,
        response.content_length if response.content_length is not None else "-",
        milliseconds,
    )
    return response


def _path() -> str:
    """The path without what opens something; of an unknown address only its beginning, for it may be a cut-off link."""
    if request.view_args is None:
        first, _, rest = request.path.lstrip("/").partition("/")
        return f"/{first[:LONGEST_UNKNOWN]}{'/…' if rest else ''}"
    secret = request.view_args.get(PARAMETER)
    return request.path.replace(str(secret), "…") if secret else request.path
