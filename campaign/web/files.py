"""Room for files: a route that takes them says how large the request may be, before anybody reads its body."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from flask import Flask, current_app, request

from campaign.errors import InvalidInput
from campaign.plaintext import clean

View = TypeVar("View", bound=Callable[..., object])

AROUND = 64 * 1024
"""Bytes of a form beside its file."""


def takes_file(limit: int) -> Callable[[View], View]:
    """Let requests to this view carry one file of so many bytes."""

    def under(view: View) -> View:
        view.largest_request = limit + AROUND  # type: ignore[attr-defined]
        return view

    return under


def init(app: Flask) -> None:
    """To be called before anything that reads forms."""
    app.before_request(make_room)


def make_room() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    limit = getattr(view, "largest_request", None)
    if limit is not None:
        request.max_content_length = limit


def file_of(field: str) -> tuple[bytes, str]:
    """The bytes and the name of a file that a form sends. Raises ``InvalidInput`` when there is none."""
    sent = request.files.get(field)
    if sent is None or not sent.filename:
        raise InvalidInput("Hãy chọn một tệp.")
    with closing(sent):
        return sent.read(), " ".join(clean(sent.filename).split())
