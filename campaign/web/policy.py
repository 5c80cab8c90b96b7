"""Who may do what: every route says so itself, and a route that says nothing stops the start.

The roles grow: a reader sees the desk, an organizer changes it, an administrator also keeps its people and settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden, Unauthorized

from campaign.errors import ConfigurationError
from campaign.models import Role

__all__ = [
    "Actor",
    "Role",
    "actor",
    "administrator",
    "check",
    "init",
    "is_open",
    "may",
    "organizer",
    "public",
    "reader",
]

View = TypeVar("View", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in this request. ``groups``: the groups that an organizer is limited to; None means all."""

    user_id: int
    name: str
    role: Role
    groups: frozenset[int] | None = None

    @property
    def limit(self) -> frozenset[int] | None:
        """The groups that this person's lists, searches, counts and files are limited to; None: sees everything."""
        return None if self.role == Role.ADMINISTRATOR else self.groups


PUBLIC = 0
READING = frozenset({"GET", "HEAD"})


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


def may(person: Actor | None, groups: Iterable[int], *, everybody: bool = False) -> bool:
    """Whether this person may change what is for these groups (or for ``everybody``).

    An organizer who is limited to groups may touch only what is for these alone: never what is for everybody, nor what
    is for nobody yet.
    """
    if person is None or person.role < Role.ORGANIZER:
        return False
    if person.role == Role.ADMINISTRATOR or person.groups is None:
        return True
    wanted = set(groups)
    return not everybody and bool(wanted) and wanted <= person.groups


def init(app: Flask) -> None:
    app.before_request(guard)


def check(app: Flask) -> None:
    """Called when all routes are there: refuse to start while one of them has no policy."""
    bare = sorted(name for name, view in app.view_functions.items() if _policy(view) is None and name != "static")
    if bare:
        raise ConfigurationError("Các địa chỉ sau chưa khai báo quyền truy cập: {names}.", names=", ".join(bare))


def is_open(view: object, person: Actor | None) -> bool:
    """Whether this person may use the route."""
    least = _policy(view)
    return least is not None and (least == PUBLIC or (person is not None and person.role >= least))


def _policy(view: object) -> int | None:
    return getattr(view, "policy", None)


def guard() -> ResponseReturnValue | None:
    """Let through, ask to sign in, or refuse; an unknown address is not our affair (it ends as 404)."""
    endpoint = request.endpoint
    if endpoint is None or endpoint == "static":
        return None
    view = current_app.view_functions[endpoint]
    if is_open(view, actor()):
        return None
    if actor() is not None:
        raise Forbidden
    if request.method in READING:
        return redirect(url_for("signin.show", to=request.script_root + request.full_path.rstrip("?")))
    raise Unauthorized
