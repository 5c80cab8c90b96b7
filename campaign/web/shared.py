"""Answers that are the same for everybody: made once for each state of the calendars, kept ready, sent as they are.

What a client already has is decided by its ETag; the body is compressed only for who asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache, wraps
from http import HTTPStatus
from typing import Any, TypeVar, cast

from flask import Response, request
from werkzeug.datastructures import Headers
from werkzeug.http import http_date, parse_accept_header, parse_date

from campaign.calendar.versions import Version
from campaign.web import identity, security
from campaign.web.language import language
from campaign.web.session import Complete, campaign, now

View = TypeVar("View", bound=Callable[..., Any])
Pairs = tuple[tuple[str, str], ...]

A_SECOND = timedelta(seconds=1)
LONGEST_HEADER = 1000
PAGE = (("Content-Type", "text/html; charset=utf-8"), ("Vary", "Accept-Language, Cookie, Accept-Encoding"))
NEEDED_UNCHANGED = frozenset({"Cache-Control", "Vary"})
"""What a 304 repeats beside the names of the version (RFC 9110, 15.4.5)."""


def always(view: View) -> View:
    """A view that answers everybody with the same bytes, by ``answer``."""
    view.shared = lambda: True  # type: ignore[attr-defined]
    return view


def page(view: View) -> View:
    """A public page, kept for whoever is not signed in.

    It is made anew with each revision, and each minute: it says what is on now and how many days are left.
    """

    @wraps(view)
    def kept(**arguments: Any) -> Any:  # noqa: ANN401
        if not is_anonymous():
            return view(**arguments)
        part = campaign()
        key = (request.script_root, request.path, language())
        state = (part.watch.number(), now().replace(second=0, microsecond=0))
        version = part.versions.get(key, state, lambda: Version.of(view(**arguments).encode()))
        return answer(version, (*PAGE, *security.headers()))

    kept.shared = is_anonymous  # type: ignore[attr-defined]
    return cast("View", kept)


def is_anonymous() -> bool:
    """Whether nothing but the address and the language decides what the page says."""
    return not request.query_string and not identity.cookie(identity.SIGN_IN)


def answer(version: Version, headers: Pairs) -> Response:
    """304 for who has this version, else the body, compressed only if asked for."""
    compressed = campaign().config.server.gzip and takes_gzip(request.headers.get("Accept-Encoding", ""))
    # A date names a version only when no other can follow within its second (RFC 9110, 8.8.2.2).
    dated = version.changed_at is not None and now() - version.changed_at >= A_SECOND
    known = is_known(version, dated=dated)
    key = (headers, compressed, dated, known)
    final = version.headers.get(key)
    if final is None:
        final = version.headers[key] = Headers(
            _final(version, headers, compressed=compressed, dated=dated, known=known)
        )
    if known:
        return Complete(status=HTTPStatus.NOT_MODIFIED, headers=final)
    return Complete(version.gzipped if compressed else version.body, headers=final)


def _final(
    version: Version, headers: Pairs, *, compressed: bool, dated: bool, known: bool
) -> Iterator[tuple[str, str]]:
    yield "ETag", f'"{version.etag}-gz"' if compressed else f'"{version.etag}"'
    if dated and version.changed_at is not None:
        yield "Last-Modified", http_date(version.changed_at)
    yield from (pair for pair in headers if not known or pair[0] in NEEDED_UNCHANGED)
    if not known:
        yield "Content-Length", str(len(version.gzipped if compressed else version.body))
        if compressed:
            yield "Content-Encoding", "gzip"


def is_known(version: Version, *, dated: bool) -> bool:
    """If-None-Match wins over If-Modified-Since; a date that cannot be read counts for nothing."""
    known = request.headers.get("If-None-Match")
    if known is not None:
        return version.etag in known or known.strip() == "*"
    asked = request.headers.get("If-Modified-Since")
    since: datetime | None = parse_date(asked) if asked and dated else None
    return since is not None and version.changed_at is not None and version.changed_at.replace(microsecond=0) <= since


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding allows gzip; few different ones come, again and again."""
    return len(accepted) < LONGEST_HEADER and parse_accept_header(accepted)["gzip"] > 0
