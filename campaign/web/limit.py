"""A bounded number of desk pages at a time: heavy ones cannot take every thread from other pages, feeds and health."""

from __future__ import annotations

from threading import BoundedSemaphore

from flask import Flask, g, request
from werkzeug.exceptions import ServiceUnavailable

PLACES = 6
"""Of the server's eight threads."""
PATIENCE = 0.5
"""Seconds for which a request waits for a place, in one of the threads that are left."""
DESK = "/desk"
NAME = "campaign_places"


def init(app: Flask) -> None:
    places = app.extensions[NAME] = BoundedSemaphore(PLACES)

    def enter() -> None:
        if request.path.startswith(DESK):
            if not places.acquire(timeout=PATIENCE):
                raise ServiceUnavailable
            g.has_place = True

    def leave(_error: BaseException | None) -> None:
        if g.pop("has_place", False):
            places.release()

    app.before_request(enter)
    app.teardown_request(leave)
