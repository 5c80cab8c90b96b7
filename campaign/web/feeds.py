"""Calendar feeds. What a client already has is decided by one look at one row; the bytes are kept ready.

No cookie, no language, no choice by Accept: every client gets the same calendar (RFC 9110, sections 8.8 and 13).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from http import HTTPStatus

from flask import Blueprint, Response, request
from sqlalchemy.engine import Connection
from werkzeug.http import http_date, parse_accept_header, parse_date

from campaign.calendar import feeds
from campaign.calendar.feeds import Feed, Selection
from campaign.calendar.personal import selection_of
from campaign.ical.calendar import MEDIA_TYPE
from campaign.web import policy
from campaign.web.session import Campaign, campaign

blueprint = Blueprint("feeds", __name__)

PUBLIC = "public, max-age=300"
PRIVATE = "private, no-cache"
A_SECOND = timedelta(seconds=1)
LONGEST_HEADER = 1000


@blueprint.get("/calendars/<slug>.ics")
@policy.public
def public(slug: str) -> Response:
    """A public calendar; ``kind`` and ``group`` may stand several times, ``alarms=0`` leaves the alarms out."""
    part = campaign()
    # A form sends the filters that nobody touched as "kind=&group=": no filter at all.
    kinds, groups = (tuple(filter(None, request.args.getlist(name))) for name in ("kind", "group"))
    alarms = request.args.get("alarms") != "0"

    def select(connection: Connection) -> Selection:
        return feeds.public(connection, slug, config=part.config, kinds=kinds, groups=groups, alarms=alarms)

    return answer(part, kept(part, (slug, kinds, groups, alarms), select), PUBLIC)


@blueprint.get("/feeds/<token>.ics")
@policy.public
def personal(token: str) -> Response:
    """A member's own calendar; whoever has the address has the calendar."""
    part = campaign()
    with part.database.engine.connect() as connection:
        selection = selection_of(connection, token, config=part.config)
    return answer(part, kept(part, selection, lambda _connection: selection), PRIVATE)


def kept(part: Campaign, key: object, select: Callable[[Connection], Selection]) -> Feed:
    """The feed that this process has ready for the present revision, or a new one."""

    def make() -> Feed:
        with part.database.engine.connect() as connection:
            return feeds.build(connection, select(connection))

    return part.feeds.get(key, part.watch.number(), make)


def answer(part: Campaign, feed: Feed, cache: str) -> Response:
    """304 for who has this version, else the body, compressed only if asked for."""
    compressed = part.config.server.gzip and takes_gzip(request.headers.get("Accept-Encoding", ""))
    headers = {
        "ETag": f'"{feed.etag}-gz"' if compressed else f'"{feed.etag}"',
        "Cache-Control": cache,
        "Vary": "Accept-Encoding",
        "X-Robots-Tag": "noindex",
    }
    # A date names a version only when no other can follow within its second (RFC 9110, 8.8.2.2).
    dated = part.now() - feed.changed_at >= A_SECOND
    if dated:
        headers["Last-Modified"] = http_date(feed.changed_at)
    if is_known(feed, dated=dated):
        return Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    return Response(feed.gzipped if compressed else feed.body, headers=headers, content_type=MEDIA_TYPE)


def is_known(feed: Feed, *, dated: bool) -> bool:
    """If-None-Match wins over If-Modified-Since; a date that cannot be read counts for nothing."""
    known = request.headers.get("If-None-Match")
    if known is not None:
        return feed.etag in known or known.strip() == "*"
    asked = request.headers.get("If-Modified-Since")
    since: datetime | None = parse_date(asked) if asked and dated else None
    return since is not None and feed.changed_at.replace(microsecond=0) <= since


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding allows gzip; few different ones come, again and again."""
    return len(accepted) < LONGEST_HEADER and parse_accept_header(accepted)["gzip"] > 0
