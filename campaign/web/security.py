"""What every answer carries and every request must satisfy, whatever the route and the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import Forbidden
from werkzeug.middleware.proxy_fix import ProxyFix

from campaign import tokens
from campaign.config import Config
from campaign.web.session import SAFE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# A route that takes a file says so with `files.takes_file`.
LARGEST_REQUEST = 1024 * 1024
A_YEAR = 365 * 24 * 3600
PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
LOOPBACK = frozenset({"127.0.0.1", "::1"})
STATE = frozenset({"/healthz", "/readyz", "/metrics"})
LOCAL = ("localhost", "127.0.0.1", "[::1]")

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
PLAIN = tuple(HEADERS.items())
# What a body needs that no browser renders or runs.
DATA = (("X-Content-Type-Options", "nosniff"),)
HTTPS_ONLY = ("Strict-Transport-Security", f"max-age={A_YEAR}; includeSubDomains")
CHOSEN = {
    (page, secure): (*pairs, HTTPS_ONLY) if secure else pairs
    for page, pairs in ((True, PLAIN), (False, DATA))
    for secure in (True, False)
}


def init(app: Flask, config: Config) -> None:
    secure = config.server.base_url.startswith("https://")
    app.config.update(
        SECRET_KEY=tokens.derived(config.server.secret_key, "session", ""),  # a key of its own for each purpose
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        TRUSTED_HOSTS=hosts(config),
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        PREFERRED_URL_SCHEME="https" if secure else "http",
    )
    if hops := config.server.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            _plain_prefix(app.wsgi_app), x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops
        )
    app.wsgi_app = _watched(app.wsgi_app, hosts(config)[0])  # type: ignore[method-assign, assignment]
    app.before_request(same_origin)
    app.after_request(guarded)


def _plain_prefix(application: WSGIApplication) -> WSGIApplication:
    """Links begin with what a proxy calls X-Forwarded-Prefix: "//evil" would make each of them lead elsewhere."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if not PREFIX.fullmatch(environ.get("SCRIPT_NAME", "")):
            environ["SCRIPT_NAME"] = ""
        return application(environ, start)

    return answer


def _watched(application: WSGIApplication, name: str) -> WSGIApplication:
    """A watcher on this machine asks 127.0.0.1 for the state, and need not know the site's name."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") in STATE and environ.get("REMOTE_ADDR") in LOOPBACK:
            environ["HTTP_HOST"] = name
        return application(environ, start_response)

    return answer


def hosts(config: Config) -> list[str]:
    """The names under which this site answers; a request for any other name is refused."""
    own = urlsplit(config.server.base_url).hostname or "localhost"
    own = f"[{own}]" if ":" in own else own
    local = LOCAL if own in LOCAL else ()
    return list(dict.fromkeys((own, *config.server.trusted_hosts, *local)))


def same_origin() -> None:
    """Refuse what another site makes a browser send here. Senders that are no browsers say neither header.

    A mail program's one click (RFC 8058) comes from wherever the mail is read: its token is its right.
    """
    if request.method in SAFE or request.endpoint == "links.unsubscribe":
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None:
        foreign = site not in {"same-origin", "none"}
    else:
        foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign:
        raise Forbidden


def headers(*, page: bool = True) -> tuple[tuple[str, str], ...]:
    """What the answers of this site carry: pages all of it, data for programs what concerns them."""
    return CHOSEN[page, current_app.config["SESSION_COOKIE_SECURE"]]


def guarded(response: Response) -> Response:
    """The answer with its headers; a route that set one of them knows better.

    A 304 speaks of an answer that the client has with all its headers (RFC 9110, 15.4.5): it needs none but its own.
    """
    if response.status_code == HTTPStatus.NOT_MODIFIED and "Cache-Control" in response.headers:
        return response
    known = {name.lower() for name in response.headers.keys()}  # noqa: SIM118 - iterating gives pairs
    for name, value in headers():
        if name.lower() not in known:
            response.headers.add(name, value)
    if response.mimetype == "text/html":
        response.vary.update(("Accept-Language", "Cookie"))
    return response
