"""Calendar feeds. What a client already has is decided by one look at one row; the bytes are kept ready.

No cookie, no language, no choice by Accept: every client gets the same calendar (RFC 9110, sections 8.8 and 13).
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from flask import Blueprint, Response, request
from werkzeug.http import http_date, parse_date

from campaign import feeds
from campaign.feeds import Feed
from campaign.ical.calendar import MEDIA_TYPE
from campaign.personal import selection_of
from campaign.web import policy
from campaign.web.session import campaign

blueprint = Blueprint("feeds", __name__)

PUBLIC = "public, max-age=300"
PRIVATE = "private, no-cache"


@blueprint.get("/calendars/<slug>.ics")
@policy.public
def public(slug: str) -> Response:
    """A public calendar; ``kind`` and ``group`` may stand several times, ``alarms=0`` leaves the alarms out."""
    part = campaign()
    wished = {"kinds": tuple(request.args.getlist("kind")), "groups": tuple(request.args.getlist("group"))}
    with part.database.engine.connect() as connection:
        alarms = request.args.get("alarms") != "0"
        selection = feeds.public(connection, slug, config=part.config, alarms=alarms, **wished)
        feed = part.feeds.get(connection, selection)
    return answer(feed, PUBLIC, gzip=part.config.server.gzip)


@blueprint.get("/feeds/<token>.ics")
@policy.public
def personal(token: str) -> Response:
    """A member's own calendar; whoever has the address has the calendar."""
    part = campaign()
    with part.database.engine.connect() as connection:
        selection = selection_of(connection, token, config=part.config)
        feed = part.feeds.get(connection, selection)
    return answer(feed, PRIVATE, gzip=part.config.server.gzip)


def answer(feed: Feed, cache: str, *, gzip: bool) -> Response:
    """304 for who has this version, else the body, compressed only if asked for."""
    compressed = gzip and "gzip" in request.headers.get("Accept-Encoding", "")
    tag = f'"{feed.etag}-gz"' if compressed else f'"{feed.etag}"'
    headers = {
        "ETag": tag,
        "Last-Modified": http_date(feed.changed_at),
        "Cache-Control": cache,
        "Vary": "Accept-Encoding",
        "X-Robots-Tag": "noindex",
    }
    if _is_known(feed):
        return Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    return Response(feed.gzipped if compressed else feed.body, headers=headers, content_type=MEDIA_TYPE)


def _is_known(feed: Feed) -> bool:
    """If-None-Match wins over If-Modified-Since; a date that cannot be read counts for nothing."""
    known = request.headers.get("If-None-Match")
    if known is not None:
        return feed.etag in known or known.strip() == "*"
    since: datetime | None = parse_date(request.headers.get("If-Modified-Since"))
    return since is not None and feed.changed_at.replace(microsecond=0) <= since
