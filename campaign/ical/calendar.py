"""A calendar made of written entries. A feed is joined from stored bytes, never built anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from icalendar import Calendar
from icalendar.prop import vText

from campaign.ical.component import Entry, write
from campaign.ical.text import Text, checked_address, clean_line
from campaign.ical.zones import HOME, timezone_component

PRODUCT = "-//campaign//campaign 1//VI"
MEDIA_TYPE = "text/calendar; charset=utf-8"

_FOOTER = b"END:VCALENDAR\r\n"
# A folded line begins with a space, so these words right after a line end are never part of a text.
_ALARM_BEGINS = b"\r\nBEGIN:VALARM\r\n"
_ALARM_ENDS = b"\r\nEND:VALARM"


def join(  # noqa: PLR0913 - the header of a feed has these fields
    name: str,
    components: Iterable[bytes],
    *,
    zones: Iterable[str],
    url: str | None = None,
    refresh: str = "PT12H",
    color: str | None = None,
    alarms: bool = True,
) -> bytes:
    """The feed: the components, as ``component.write`` made them, under a header and the zones they use.

    ``url`` is the address of the feed itself, ``refresh`` the interval at which clients should ask again
    (RFC 7986, 5.7), ``color`` a CSS3 name. Without ``alarms`` every VALARM is left out.
    """
    body = list(components) if alarms else [_without_alarms(b"".join(components))]
    # A calendar needs at least one component (RFC 5545, 3.6): an empty feed has its zone.
    needed = sorted(set(zones)) or [HOME]
    return b"".join((_header(name, url, refresh, color), _zone_components(tuple(needed)), *body, _FOOTER))


def single(entry: Entry) -> bytes:
    """One entry for download. It has no name: Outlook would make a calendar of its own for it."""
    zone = (entry.zone,) if isinstance(entry.start, datetime) and entry.zone else ()
    return b"".join((_header(None, None, None, None), _zone_components(zone), write(entry), _FOOTER))


def with_method(method: str, components: bytes, *, zones: Iterable[str]) -> bytes:
    """Components as one scheduling message (RFC 5546): METHOD stands in the calendar, before its components."""
    header = _header(None, None, None, None) + f"METHOD:{method}\r\n".encode()
    return b"".join((header, _zone_components(tuple(zones)), components, _FOOTER))


def etag(body: bytes) -> str:
    """The opaque tag (without quotes) of these bytes: equal only for equal bytes."""
    return hashlib.sha256(body).hexdigest()[:32]


def _without_alarms(body: bytes) -> bytes:
    first, *others = body.split(_ALARM_BEGINS)
    return b"".join((first, *(other.partition(_ALARM_ENDS)[2] for other in others)))


def _zone_components(names: tuple[str, ...]) -> bytes:
    return b"".join(dict.fromkeys(map(timezone_component, names)))


@lru_cache(maxsize=256)
def _header(name: str | None, url: str | None, refresh: str | None, color: str | None) -> bytes:
    """The first lines of a calendar.

    No METHOD: PUBLISH would ask for an ORGANIZER. No X-WR-TIMEZONE: it moves all-day events by a day.
    """
    header = Calendar()
    header.add("version", "2.0")
    header.add("prodid", PRODUCT)
    header.add("calscale", "GREGORIAN")
    if name is not None:
        title = Text(clean_line(name))
        header.add("name", title)
        header.add("x-wr-calname", title)
    if refresh is not None:
        header.add("refresh-interval", vText(refresh), parameters={"VALUE": "DURATION"})
        header.add("x-published-ttl", refresh)
    if url is not None:
        header.add("source", checked_address(url), parameters={"VALUE": "URI"})
    if color is not None:
        header.add("color", color)
    lines: bytes = header.to_ical()
    return lines.removesuffix(_FOOTER)
