"""Reads the calendars that other programs write, leniently (RFC 5545 with the known habits of its writers).

All or nothing: what cannot be understood ends in one sentence that names the line. What is odd but clear is
read and reported. Nothing is expanded here, so a rule costs the same however often it repeats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from campaign.errors import InvalidInput
from campaign.ical.component import Instance
from campaign.ical.lines import Block, Line, Notes, calendars
from campaign.ical.moments import Moment, ZoneNames
from campaign.ical.text import instance_uid
from campaign.ical.vevent import UNTITLED, Event, EventReader, Imported, day_in
from campaign.ical.zones import HOME, zone

__all__ = ["Imported", "read"]

_IGNORED = ("VTODO", "VJOURNAL", "VFREEBUSY")


def read(data: bytes, *, zone: str = HOME) -> tuple[list[Imported], list[str]]:
    """The events of an iCalendar file in its order, and a sentence for each oddity that was tolerated.

    ``zone`` is where days begin, for alarms at a fixed instant and for instances in UTC of an all-day series.
    InvalidInput: over 10 MB or 10,000 components, not UTF-8, not iCalendar, an unreadable date, rule or zone.
    """
    reading = _Reading(zone)
    found = calendars(data, reading.notes)
    for calendar in found:
        reading.open(calendar)
    events = [block for calendar in found for block in calendar.blocks if block.name == "VEVENT"]
    return list(reading.merged(events)), reading.notes.sentences


def read_fields(data: bytes, _name: str, *, zone: str) -> dict[str, Any]:
    """:func:`read` as the child process answers it (``campaign.reading.worker``)."""
    events, notes = read(data, zone=zone)
    return {"events": list(map(asdict, events)), "notes": notes}


class _Reading:
    """The reading of one file: its zones, its oddities."""

    def __init__(self, home: str) -> None:
        self.home = zone(home).key
        self.notes = Notes()
        self.names = ZoneNames(self.notes)

    def open(self, calendar: Block) -> None:
        version = calendar.text("VERSION")
        if version == "1.0":
            raise InvalidInput(
                "Dòng {line}: tệp là vCalendar 1.0; cần iCalendar 2.0 (VERSION:2.0).", line=calendar.number
            )
        withdrawn = (calendar.text("METHOD") or "").upper() == "CANCEL"
        for block in calendar.blocks:
            if block.name == "VEVENT" and withdrawn:
                # Such a file takes its events back, whatever STATUS they still have (RFC 5546, 3.2.5).
                block.lines.insert(0, Line(block.number, "STATUS", {}, "CANCELLED"))
            elif block.name == "VTIMEZONE":
                self.names.declare(block)
            elif block.name in _IGNORED:
                self.notes.add(block.number, f"{block.name} không phải là sự kiện, đã bỏ qua.")

    def merged(self, blocks: list[Block]) -> Iterator[Imported]:
        """Series with their differing instances, in the order of the file."""
        reader = EventReader(self.home, self.names, self.notes)
        events = sorted(map(reader.read, blocks), key=lambda each: each.imported.uid)
        together = [
            imported
            for _uid, group in groupby(events, key=lambda each: each.imported.uid)
            for imported in self._together(list(group))
        ]
        return iter(sorted(together, key=lambda each: each.line))

    def _together(self, events: list[Event]) -> Iterable[Imported]:
        masters = [each for each in events if each.recurrence_id is None]
        changed = [each for each in events if each.recurrence_id is not None]
        if not masters:
            return [self._orphan(each) for each in changed]
        newest = max(masters, key=lambda each: (each.sequence, each.imported.line))
        for each in masters:
            if each is not newest:
                self.notes.add(each.imported.line, "UID này có nhiều lần; chỉ giữ bản mới nhất.")
        return [self._with_instances(newest, changed)]

    def _orphan(self, event: Event) -> Imported:
        assert event.recurrence_id is not None
        self.notes.add(event.imported.line, "buổi thay đổi không có chuỗi gốc; được nhập như một sự kiện riêng.")
        day = day_in(event.recurrence_id, event.imported, self.home)
        return replace(
            event.imported,
            uid=instance_uid(event.imported.uid, day),
            summary=event.imported.summary or UNTITLED,
        )

    def _with_instances(self, master: Event, changed: list[Event]) -> Imported:
        series = master.imported
        instances: dict[date, Instance] = {}
        for each in sorted(changed, key=lambda each: (each.sequence, each.imported.line)):
            assert each.recurrence_id is not None
            day = day_in(each.recurrence_id, series, self.home)
            if day in instances:
                self.notes.add(each.imported.line, "buổi thay đổi này có nhiều lần; chỉ giữ bản mới nhất.")
            instances[day] = self._instance(each.imported, series, day)
        return replace(series, overrides=(*series.overrides, *(instances[day] for day in sorted(instances))))

    def _instance(self, changed: Imported, series: Imported, day: date) -> Instance:
        def own(field: str) -> str | None:
            text: str | None = getattr(changed, field)
            return None if text == getattr(series, field) else text or ""

        summary = own("summary") or None

        return Instance(
            start=self._in_series(changed.start, changed.zone, series),
            end=self._in_series(changed.end, changed.zone, series),
            recurrence_id=day,
            summary=summary,
            description=own("description"),
            location=own("location"),
            cancelled=changed.cancelled,
        )

    def _in_series(self, value: date | datetime, name: str | None, series: Imported) -> date | datetime:
        """A time as the series has it: naive in its zone, or aware when the series is all-day."""
        if not isinstance(value, datetime):
            return value
        if series.all_day:
            return value.replace(tzinfo=zone(name or self.home))
        return Moment(value, name).local(series.zone)
