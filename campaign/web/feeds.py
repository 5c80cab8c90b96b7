"""Calendar feeds. What a client already has is decided by one look at one row; the bytes are kept ready.

No cookie, no language, no choice by Accept: every client gets the same calendar (RFC 9110, sections 8.8 and 13).
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, request
from sqlalchemy.engine import Connection

from campaign.calendar import feeds
from campaign.calendar.feeds import Selection
from campaign.calendar.personal import note_use, selection_of
from campaign.calendar.versions import Version
from campaign.ical.calendar import MEDIA_TYPE
from campaign.web import policy, security, shared
from campaign.web.session import Campaign, campaign

blueprint = Blueprint("feeds", __name__)

PUBLIC = "public, max-age=300"
PRIVATE = "private, no-cache"
HEADERS = (("Content-Type", MEDIA_TYPE), ("Vary", "Accept-Encoding"), ("X-Robots-Tag", "noindex"))


@blueprint.get("/calendars/<slug>.ics")
@policy.public
@shared.always
def public(slug: str) -> Response:
    """A public calendar; ``kind`` and ``group`` may stand several times, ``alarms=0`` leaves the alarms out."""
    part = campaign()
    # A form sends the filters that nobody touched as "kind=&group=": no filter at all.
    kinds, groups = (tuple(filter(None, request.args.getlist(name))) for name in ("kind", "group"))
    alarms = request.args.get("alarms") != "0"

    def select(connection: Connection) -> Selection:
        return feeds.public(connection, slug, config=part.config, kinds=kinds, groups=groups, alarms=alarms)

    return answer(part, (slug, kinds, groups, alarms), PUBLIC, select)


@blueprint.get("/feeds/<token>.ics")
@policy.public
@shared.always
def personal(token: str) -> Response:
    """A member's own calendar; whoever has the address has the calendar."""
    part = campaign()
    with part.database.engine.connect() as connection:
        selection = selection_of(connection, token, config=part.config)
    note_use(part.database, token, now=part.now())
    return answer(part, selection, PRIVATE, lambda _connection: selection)


def answer(part: Campaign, key: object, cache: str, select: Callable[[Connection], Selection]) -> Response:
    """The feed that this process has ready for the present revision, or a new one."""

    def make() -> Version:
        with part.database.engine.connect() as connection:
            return feeds.build(connection, select(connection))

    version = part.versions.get(key, part.watch.number(), make)
    return shared.answer(version, (*HEADERS, ("Cache-Control", cache), *security.headers(page=False)))
