"""Calendar messages between organizer and attendee (RFC 5546, sent by RFC 6047): what an invitation's buttons act on.

The VEVENTs are those of the feed, so that a client merges both: the same UID, SEQUENCE and DTSTAMP.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from icalendar import Event, vCalAddress

from campaign.ical.calendar import with_method
from campaign.ical.component import Entry, Instance, write
from campaign.ical.text import clean_line

REQUEST, CANCEL = "REQUEST", "CANCEL"
_ENDS = "END:VEVENT\n"
_LINE = 75


def message(entry: Entry, *, organizer: tuple[str, str], attendee: str, only: Instance | None = None) -> str:
    """A REQUEST for the entry, or a CANCEL where it is cancelled, with LF as line end.

    ``organizer``: name and address. ``attendee``: the line of ``attendee_line``, or a mark in its place. ``only``: of
    a series this one instance alone.
    """
    entry = replace(entry, alarms=())
    if only is None:
        events = write(entry)
        method = CANCEL if entry.cancelled else REQUEST
    else:
        events = (
            b"BEGIN:VEVENT" + write(replace(entry, exceptions=(), overrides=(only,))).rpartition(b"BEGIN:VEVENT")[2]
        )
        method = CANCEL if entry.cancelled or only.cancelled else REQUEST
    zone = (entry.zone,) if isinstance(entry.start, datetime) and entry.zone else ()
    text = with_method(method, events, zones=zone).decode().replace("\r\n", "\n")
    return text.replace(_ENDS, f"{_organizer_line(*organizer)}{attendee}{_ENDS}")


def attendee_line(address: str) -> str:
    """The one ATTENDEE of a message, which is its recipient: nobody else's address, and buttons in every client."""
    line = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:" + _uri(address)
    parts = [line[:_LINE], *(line[at : at + _LINE - 1] for at in range(_LINE, len(line), _LINE - 1))]
    return "\n ".join(parts) + "\n"


def _organizer_line(name: str, address: str) -> str:
    holder, organizer = Event(), vCalAddress(_uri(address))
    if name:
        organizer.params["CN"] = clean_line(name).replace('"', "'")
    holder.add("organizer", organizer)
    lines: str = holder.to_ical().decode().replace("\r\n", "\n")
    return lines.removeprefix("BEGIN:VEVENT\n").removesuffix(_ENDS)


def _uri(address: str) -> str:
    return "mailto:" + quote(address, safe="@!$&'*+-/=?^_`{|}~.")
