"""Who may do what: every route says so itself, and a route that says nothing stops the start.

The roles grow: a reader sees the desk, an organizer changes it, an administrator also keeps its people and settings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden, Unauthorized

from campaign.errors import ConfigurationError
from campaign.web.session import SAFE

View = TypeVar("View", bound=Callable[..., object])


class Role(IntEnum):
    """What a person at the desk may do; each role includes the ones before it."""

    READER = 1
    ORGANIZER = 2
    ADMINISTRATOR = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in this request. ``groups``: the groups that an organizer is limited to; None means all."""

    user_id: int
    name: str
    role: Role
    groups: frozenset[int] | None = None


PUBLIC = 0


def public(view: View) -> View:
    """Open to everybody."""
    return _under(view, PUBLIC)


def reader(view: View) -> View:
    return _under(view, Role.READER)


def organizer(view: View) -> View:
    return _under(view, Role.ORGANIZER)


def administrator(view: View) -> View:
    return _under(view, Role.ADMINISTRATOR)


def _under(view: View, least: int) -> View:
    view.policy = least  # type: ignore[attr-defined]
    return view


def actor() -> Actor | None:
    """The person who is signed in, if anybody is."""
    found: Actor | None = g.get("actor")
    return found


def init(app: Flask) -> None:
    app.before_request(guard)


def check(app: Flask) -> None:
    """Called when all routes are there: refuse to start while one of them has no policy."""
    bare = sorted(name for name, view in app.view_functions.items() if _policy(view) is None and name != "static")
    if bare:
        raise ConfigurationError("Các địa chỉ sau chưa khai báo quyền truy cập: {names}.", names=", ".join(bare))


def _policy(view: object) -> int | None:
    return getattr(view, "policy", None)


def guard() -> ResponseReturnValue | None:
    """Let through, ask to sign in, or refuse; an unknown address is not our affair (it ends as 404)."""
    endpoint = request.endpoint
    if endpoint is None or endpoint == "static":
        return None
    least = _policy(_view(endpoint))
    if least == PUBLIC:
        return None
    person = actor()
    if person is None:
        if request.method in SAFE and "signin.show" in current_app.view_functions:
            return redirect(url_for("signin.show", to=request.full_path))
        raise Unauthorized
    if least is None or person.role < least:
        raise Forbidden
    return None


def _view(endpoint: str) -> object:
    return current_app.view_functions[endpoint]
