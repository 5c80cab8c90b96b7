"""One calendar entry as the VEVENT components that a feed is made of (RFC 5545, 3.6.1).

What differs between clients is decided here, once, so that all of them show the same occurrences: all-day
entries as VALUE=DATE with an exclusive end, UNTIL, EXDATE and RECURRENCE-ID in the type and zone of DTSTART,
DTSTAMP from the data and not from the clock. Equal entries give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event
from icalendar.prop import vCategory, vRecur

from campaign.errors import InvalidInput
from campaign.ical import rule, zones
from campaign.ical.text import Text, checked_address, checked_uid, clean, clean_line, instance_uid

CANCELLED_MARK = "[Đã hủy] "
CONFERENCE_LABEL = "Tham gia trực tuyến: "

_COLOR = re.compile(r"[a-z]{3,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One happening of a series that differs from the rest: moved, renamed or cancelled.

    ``recurrence_id`` is the local day on which the rule puts it; None for a day that the
    rule does not give, which is written as an event of its own.
    ``start`` and ``end`` are of the kinds that ``Entry`` has; texts that are None are those of the series.
    """

    start: date | datetime
    end: date | datetime
    recurrence_id: date | None = None
    summary: str | None = None
    description: str | None = None
    location: str | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event or one series as calendar clients shall see it.

    An all-day entry has dates, and ``end`` is its last day. A timed entry has date-times: naive ones are
    local to ``zone`` (an IANA name), aware ones are brought to ``zone``, or written in UTC without one.
    ``rule`` is the text after RRULE: with UNTIL as a day (YYYYMMDD); ``exceptions`` are the local days on
    which the series does not happen. ``alarms`` count from the start, so they are negative before it; on an
    all-day entry the start is midnight. ``created`` and ``modified`` are aware; ``sequence`` grows with
    every visible change. ``kind`` is written as the last category. No ORGANIZER is
    written: it turns an imported file into an invitation in Outlook.
    """

    uid: str
    summary: str
    start: date | datetime
    end: date | datetime
    created: datetime
    modified: datetime
    description: str | None = None
    location: str | None = None
    url: str | None = None
    conference: str | None = None
    categories: tuple[str, ...] = ()
    color: str | None = None
    kind: str | None = None
    zone: str | None = None
    rule: str | None = None
    exceptions: tuple[date, ...] = ()
    overrides: tuple[Instance, ...] = ()
    cancelled: bool = False
    sequence: int = 0
    transparent: bool = False
    alarms: tuple[timedelta, ...] = ()


def write(entry: Entry) -> bytes:
    """The VEVENTs of the entry: the series first, then its differing instances by day.

    InvalidInput when the entry cannot be written rightly (an end before the start, an unknown zone, a bad
    UID, address, colour or rule).
    """
    return b"".join(component.to_ical() for component in _components(entry))


def _components(entry: Entry) -> Iterator[Event]:
    yield _series(entry)
    excepted = set(entry.exceptions)
    for instance in sorted(
        entry.overrides, key=lambda each: (_day(each.recurrence_id or each.start), each.summary or "")
    ):
        if instance.recurrence_id not in excepted:
            yield _instance(entry, instance)


def _series(entry: Entry) -> Event:
    event = _event(entry, None)
    if entry.rule:
        zone = _zone(entry) if isinstance(entry.start, datetime) else None
        event.add("rrule", vRecur.from_ical(rule.with_typed_until(entry.rule, zone)))
        for day in sorted(set(entry.exceptions)):
            event.add("exdate", _moment_of(entry, day))
    return event


def _instance(entry: Entry, instance: Instance) -> Event:
    event = _event(entry, instance)
    if entry.rule and instance.recurrence_id is not None:
        event.add("recurrence-id", _moment_of(entry, instance.recurrence_id))
    else:
        # An RDATE is unknown to several clients, an event of its own to none.
        del event["uid"]
        event.add("uid", Text(instance_uid(entry.uid, instance.recurrence_id or instance.start)))
    return event


def _event(entry: Entry, instance: Instance | None) -> Event:
    cancelled = entry.cancelled or (instance is not None and instance.cancelled)
    event = Event()
    event.add("uid", Text(checked_uid(entry.uid)))
    event.add("dtstamp", entry.modified.astimezone(UTC))
    event.add("created", entry.created.astimezone(UTC))
    event.add("last-modified", entry.modified.astimezone(UTC))
    event.add("sequence", entry.sequence)
    _add_span(event, entry, instance)
    _add_texts(event, entry, instance, cancelled=cancelled)
    _add_references(event, entry)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    free = entry.transparent or cancelled
    event.add("transp", "TRANSPARENT" if free else "OPAQUE")
    if free:
        event.add("x-microsoft-cdo-busystatus", "FREE")
    if not cancelled:
        _add_alarms(event, entry)
    return event


def _add_span(event: Event, entry: Entry, instance: Instance | None) -> None:
    start = _moment(entry, (instance or entry).start)
    end = _moment(entry, (instance or entry).end)
    if isinstance(start, datetime) != isinstance(end, datetime) or end < start:
        raise InvalidInput(
            "Thời điểm kết thúc {end} phải cùng loại và không sớm hơn lúc bắt đầu {start}.",
            start=start,
            end=end,
        )
    event.add("dtstart", start)
    if not isinstance(end, datetime):
        event.add("dtend", end + timedelta(days=1))
    elif end > start:  # without DTEND it ends as it starts; a DTEND equal to DTSTART is read in three ways
        event.add("dtend", end)


def _add_texts(event: Event, entry: Entry, instance: Instance | None, *, cancelled: bool) -> None:
    def chosen(field: str) -> str:
        own: str | None = getattr(instance, field) if instance is not None else None
        return own if own is not None else getattr(entry, field) or ""

    event.add("summary", Text((CANCELLED_MARK if cancelled else "") + clean_line(chosen("summary"))))
    description = clean(chosen("description")).strip("\n")
    link = checked_address(entry.conference) if entry.conference else ""
    if link not in description:
        description = f"{description}\n\n{CONFERENCE_LABEL}{link}".strip("\n")
    if description:
        event.add("description", Text(description))
    if location := clean_line(chosen("location")):
        event.add("location", Text(location))
    categories = dict.fromkeys(clean_line(each) for each in (*entry.categories, entry.kind or ""))
    named = vCategory([])
    named.cats = [Text(each) for each in categories if each]
    if named.cats:
        event.add("categories", named)


def _add_references(event: Event, entry: Entry) -> None:
    if entry.url:
        event.add("url", checked_address(entry.url))
    if entry.conference:
        event.add("conference", checked_address(entry.conference), parameters={"VALUE": "URI"})
    if entry.color:
        if not _COLOR.fullmatch(entry.color):
            raise InvalidInput("Màu {color} phải là một tên màu CSS3, ví dụ teal.", color=repr(entry.color))
        event.add("color", entry.color)


def _add_alarms(event: Event, entry: Entry) -> None:
    for offset in sorted(set(entry.alarms)):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", Text(clean_line(entry.summary)))
        alarm.add("trigger", offset)
        event.add_component(alarm)


def _zone(entry: Entry) -> ZoneInfo:
    return zones.zone(entry.zone or "UTC")


def _moment(entry: Entry, moment: date | datetime) -> date | datetime:
    """A date as it is; a date-time aware in the zone of the entry."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is not None:
        return moment.astimezone(_zone(entry))
    if entry.zone is None:
        raise InvalidInput("Giờ {moment} cần có múi giờ, ví dụ Asia/Ho_Chi_Minh.", moment=moment)
    return moment.replace(tzinfo=_zone(entry))


def _moment_of(entry: Entry, day: date) -> date | datetime:
    """The start of the instance that the rule puts on this local day, in the type and zone of DTSTART."""
    start = _moment(entry, entry.start)
    return datetime.combine(day, start.time(), start.tzinfo) if isinstance(start, datetime) else day


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
