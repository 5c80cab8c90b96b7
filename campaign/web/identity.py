"""Who asks: the sign-in cookie and the session behind it, looked up once, before any route runs.

The cookie holds a random key and nothing else. Calendar programs and watchdogs send none, so they cost no query.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from campaign.access import sessions
from campaign.access.sessions import Browser, DeskSession
from campaign.access.signin import Post
from campaign.calendar import revision
from campaign.web.policy import Actor
from campaign.web.session import SAFE, campaign, now, session

SIGN_IN, DEVICE = "signin", "device"
A_YEAR = 365 * 24 * 3600
# The first that is found counts: most call themselves by the names of others as well.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
LATELY, A_FORM = timedelta(minutes=30), timedelta(minutes=30)
HOUSE = 64
View = TypeVar("View", bound=Callable[..., object])
MACHINES = frozenset({"feeds", "health"})
"""What these serve is the same for everybody; a browser's cookie is no business of theirs."""


def init(app: Flask) -> None:
    app.before_request(look)
    app.after_request(private)


def look() -> None:
    """Find the person behind the cookie; noting the use is a short transaction of its own, at most once a minute."""
    if request.endpoint == "static" or request.blueprint in MACHINES:
        return
    key = cookie(SIGN_IN)
    if not key:
        return
    part = campaign()
    with part.database.read() as reading:
        found = sessions.find(reading, key, settings=part.config.signin, now=now())
    if found is None:
        return
    if now() - found.seen_at >= sessions.TOUCH:
        with part.database.begin(lazy=True) as connection:
            sessions.touch(connection, found, now=now())
    g.desk_session = found
    g.actor = Actor(found.user_id, found.name, found.role, found.groups)


def here() -> DeskSession:
    """The session of this request; only for routes that ask for a person."""
    found: DeskSession = g.desk_session
    return found


def recent(view: View) -> View:
    """A route that hands out rights: whoever signed in long ago signs in once more, for the screen may be another's."""

    @wraps(view)
    def guarded(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        margin = LATELY if request.method in SAFE else LATELY + A_FORM
        if now() - here().created_at > margin:
            return redirect(url_for("signin.show", again=1, to=request.path), code=303)
        return view(*args, **options)

    return cast("View", guarded)


def private(response: Response) -> Response:
    """What is shown to a person who is signed in stays in no cache, and not behind the back button after leaving."""
    if "desk_session" in g and request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response


def browser() -> Browser:
    return Browser(agent=named(request.user_agent.string), network=network(), device=cookie(DEVICE))


def named(agent: str) -> str:
    """Browser and system as their owner would call them: "Firefox, Windows"; empty for what is unknown."""
    found = (next((name for mark, name in marks if mark in agent), "") for marks in (BROWSERS, SYSTEMS))
    return ", ".join(filter(None, found))


def network() -> str:
    """Where the request comes from; an IPv6 address counts as its /64, which is one customer."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, HOUSE), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def cookie(name: str) -> str:
    return request.cookies.get(cookie_name(current_app, name), "")


def cookie_name(app: Flask, name: str) -> str:
    """Over https a cookie that only this host could have set."""
    return f"__Host-{name}" if app.config["SESSION_COOKIE_SECURE"] else name


def keep(response: Response, name: str, key: str, *, seconds: int | None = None) -> None:
    """Leave a key in the browser, out of reach of scripts and of other sites' forms."""
    response.set_cookie(
        cookie_name(current_app, name),
        key,
        max_age=seconds,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def drop(response: Response, name: str) -> None:
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.delete_cookie(cookie_name(current_app, name), secure=secure, httponly=True, samesite="Lax", path="/")


def post() -> Post:
    """What mails about accounts need; for routes that change something."""
    config = campaign().config
    instance = revision.ensure(session(), now=now()).instance
    return Post(config.server.secret_key, f".{instance}@{config.mail.domain}>")
