"""A request's context: configuration, time, and one database session, which only reads in safe methods.

A safe method reads: its session refuses to write. Any other method is one transaction, which commits when the route
has answered and before the answer is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, Request, Response, current_app, g, request
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy.orm import Session
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.utils import cached_property

from campaign.calendar.revision import Watch
from campaign.calendar.versions import Versions
from campaign.config import Config
from campaign.db import Database, translated
from campaign.paging import LIMIT
from campaign.plaintext import clean

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

View = TypeVar("View", bound=Callable[..., Any])
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Campaign:
    """The parts that every route may use, kept in ``app.extensions["campaign"]``."""

    config: Config
    database: Database
    now: Callable[[], datetime]
    versions: Versions = field(default_factory=Versions)
    watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "watch", Watch(self.database))


class Cookies(SecureCookieSessionInterface):
    """Flask's session cookie. It makes a signer for every request; the secret does not change, so one will do."""

    def __init__(self) -> None:
        self._signer: URLSafeTimedSerializer | None = None

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        if self._signer is None:
            self._signer = super().get_signing_serializer(app)
        return self._signer


class CleanRequest(Request):
    """A request whose form and query hold only text that may be stored (``plaintext``)."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        return _cleaned(super().args)

    def _load_form_data(self) -> None:
        if "form" not in self.__dict__:
            super()._load_form_data()
            self.__dict__["form"] = _cleaned(self.form)


def _cleaned(given: MultiDict[str, str]) -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict((name, clean(value)) for name, value in given.items(multi=True))


class Complete(Response):
    """An answer whose headers are final: no hook adds to it, and nothing is computed when it is sent."""

    def get_wsgi_response(self, environ: WSGIEnvironment) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        bodyless = self.status_code == HTTPStatus.NOT_MODIFIED or environ["REQUEST_METHOD"] == "HEAD"
        return () if bodyless else self.response, self.status, self.headers.to_wsgi_list()  # type: ignore[return-value]


class Application(Flask):
    """Flask, with the request's transaction around the route.

    No hook concerns a view that is the same for everybody (``view.shared``): it reads, it is public, and what it
    answers is complete.
    """

    request_class = CleanRequest

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.session_interface = Cookies()

    def dispatch_request(self) -> ResponseReturnValue:
        with ExitStack() as g.work:
            return super().dispatch_request()

    def preprocess_request(self) -> ResponseReturnValue | None:
        return None if self._is_shared() else super().preprocess_request()

    def process_response(self, response: Response) -> Response:
        return response if isinstance(response, Complete) else super().process_response(response)

    def _is_shared(self) -> bool:
        shared = getattr(self.view_functions.get(request.endpoint or ""), "shared", None)
        return shared is not None and request.method in SAFE and shared()


def campaign() -> Campaign:
    part: Campaign = current_app.extensions["campaign"]
    return part


def session() -> Session:
    """The request's one session, opened when first asked for."""
    if "session" not in g:
        g.work.enter_context(translated())
        database = campaign().database
        g.session = g.work.enter_context(database.read() if is_reading() else database.write())
        g.session.info[LIMIT] = g.actor.limit if "actor" in g else None
    opened: Session = g.session
    return opened


@contextmanager
def trial() -> Iterator[Session]:
    """A session in which a decision is tried and rolled back: a transaction of its own while the request only reads."""
    open_one = None if is_reading() else session()
    with campaign().database.trial(open_one) as tried:
        tried.info[LIMIT] = g.actor.limit if "actor" in g else None
        yield tried


def is_reading() -> bool:
    """Whether this request's session refuses to write: safe methods, and routes marked with ``reads``."""
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method in SAFE or getattr(view, "only_reads", False)


def reads(view: View) -> View:
    """Mark a route that is asked by POST and changes nothing: what it is asked for is too long for an address."""
    view.only_reads = True  # type: ignore[attr-defined]
    return view


def now() -> datetime:
    """The request's instant: one for the whole request, so that a page agrees with itself."""
    if "now" not in g:
        g.now = campaign().now()
    instant: datetime = g.now
    return instant


def today() -> date:
    """The day on the organisation's wall calendar."""
    return now().astimezone(campaign().config.zone).date()
