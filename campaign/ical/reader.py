"""Reads the calendars that other programs write, leniently (RFC 5545 with the known habits of its writers).

All or nothing: what cannot be understood ends in one sentence that names the line. What is odd but clear is read
and reported. Nothing is expanded here, so a rule costs the same however often it repeats.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from campaign.errors import InvalidInput
from campaign.ical import rule as rules
from campaign.ical.component import CANCELLED_MARK, Instance
from campaign.ical.lines import Block, Line, Notes, at_line, calendars
from campaign.ical.moments import Moment, ZoneNames, duration, moment
from campaign.ical.spans import Span, lasting, span
from campaign.ical.text import checked_address, checked_uid
from campaign.ical.zones import HOME, zone

UNTITLED = "(Không có tiêu đề)"

_LONGEST_LEAD = timedelta(days=366)
_IGNORED = ("VTODO", "VJOURNAL", "VFREEBUSY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One event or series of a file, in the form of ``component.Entry``.

    ``zone`` is None for an all-day event and for a floating time, whose zone the caller chooses. ``exceptions`` are
    local days. ``alarms`` count from the start (negative: before it). ``line`` is that of its BEGIN.
    """

    uid: str
    summary: str
    description: str | None
    location: str | None
    url: str | None
    start: date | datetime
    end: date | datetime
    all_day: bool
    zone: str | None
    rule: str | None
    exceptions: tuple[date, ...]
    overrides: tuple[Instance, ...]
    categories: tuple[str, ...]
    cancelled: bool
    alarms: tuple[timedelta, ...]
    line: int


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


@dataclass(frozen=True, slots=True)
class _Event:
    """One VEVENT before it is merged with the others of its UID."""

    block: Block
    imported: Imported
    recurrence_id: Moment | None
    sequence: int


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
        for block in calendar.blocks:
            if block.name == "VTIMEZONE":
                self.names.declare(block)
            elif block.name in _IGNORED:
                self.notes.add(block.number, f"{block.name} không phải là sự kiện, đã bỏ qua.")

    def merged(self, blocks: list[Block]) -> Iterator[Imported]:
        """Series with their differing instances, in the order of the file."""
        events = sorted(map(self._event, blocks), key=lambda each: each.imported.uid)
        together = [
            imported
            for _uid, group in groupby(events, key=lambda each: each.imported.uid)
            for imported in self._together(list(group))
        ]
        return iter(sorted(together, key=lambda each: each.line))

    def _together(self, events: list[_Event]) -> Iterable[Imported]:
        masters = [each for each in events if each.recurrence_id is None]
        changed = [each for each in events if each.recurrence_id is not None]
        if not masters:
            return [self._orphan(each) for each in changed]
        newest = max(masters, key=lambda each: (each.sequence, each.imported.line))
        for each in masters:
            if each is not newest:
                self.notes.add(each.imported.line, "UID này có nhiều lần; chỉ giữ bản mới nhất.")
        return [self._with_instances(newest, changed)]

    def _orphan(self, event: _Event) -> Imported:
        assert event.recurrence_id is not None
        self.notes.add(
            event.imported.line, "buổi thay đổi không có chuỗi gốc; được nhập như một sự kiện riêng."
        )
        day = event.recurrence_id.local(event.imported.zone or self.home)
        return replace(event.imported, uid=_short(f"{event.imported.uid}-{day:%Y%m%d}"), rule=None)

    def _with_instances(self, master: _Event, changed: list[_Event]) -> Imported:
        series = master.imported
        instances: dict[date, Instance] = {}
        for each in sorted(changed, key=lambda each: (each.sequence, each.imported.line)):
            assert each.recurrence_id is not None
            day = self._day(each.recurrence_id, series)
            if day in instances:
                self.notes.add(each.imported.line, "buổi thay đổi này có nhiều lần; chỉ giữ bản mới nhất.")
            instances[day] = self._instance(each.imported, series, day)
        return replace(series, overrides=(*series.overrides, *(instances[day] for day in sorted(instances))))

    def _instance(self, changed: Imported, series: Imported, day: date) -> Instance:
        def own(field: str) -> str | None:
            text: str | None = getattr(changed, field)
            return None if text == getattr(series, field) else text or ""

        return Instance(
            start=self._in_series(changed.start, changed.zone, series),
            end=self._in_series(changed.end, changed.zone, series),
            recurrence_id=day,
            summary=own("summary"),
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

    def _day(self, original: Moment, series: Imported) -> date:
        """The local day of the series on which this instance would have been."""
        return original.local(self.home if series.all_day and original.zone == "UTC" else series.zone).date()

    def _event(self, block: Block) -> _Event:
        when = span(block, self.names, self.notes)
        status = (block.text("STATUS") or "").upper()
        summary = " ".join((block.text("SUMMARY") or "").split())
        imported = Imported(
            uid="",
            summary=summary.removeprefix(CANCELLED_MARK) if status == "CANCELLED" else summary,
            description=block.text("DESCRIPTION"),
            location=" ".join((block.text("LOCATION") or "").split()) or None,
            url=self._url(block),
            start=when.start,
            end=when.end,
            all_day=not isinstance(when.start, datetime),
            zone=when.zone,
            rule=self._rule(block, when),
            exceptions=(),
            overrides=(),
            categories=tuple(dict.fromkeys(t for line in block.all("CATEGORIES") for t in line.texts if t)),
            cancelled=status == "CANCELLED",
            alarms=self._alarms(block, when),
            line=block.number,
        )
        imported = replace(
            imported,
            uid=self._uid(block, imported),
            summary=imported.summary or self._untitled(block),
            exceptions=self._exceptions(block, imported),
            overrides=self._extra_days(block, when),
        )
        return _Event(block, imported, self._recurrence_id(block), _sequence(block))

    def _untitled(self, block: Block) -> str:
        self.notes.add(block.number, "sự kiện không có SUMMARY.")
        return UNTITLED

    def _uid(self, block: Block, imported: Imported) -> str:
        """The UID of the file; where it has none that clients keep, one made from the content."""
        uid = (block.text("UID") or "").strip()
        if not uid:
            self.notes.add(block.number, "sự kiện không có UID; UID được lập từ nội dung.")
            content = (
                imported.summary,
                imported.start,
                imported.end,
                imported.zone,
                imported.rule,
                imported.location,
            )
            return _digest(repr(content))
        try:
            return checked_uid(uid)
        except InvalidInput:
            self.notes.add(block.number, "UID có ký tự ngoài ASCII hoặc quá dài, được thay bằng UID khác.")
            return _digest(uid)

    def _url(self, block: Block) -> str | None:
        line = block.first("URL")
        if line is None or not line.value.strip():
            return None
        try:
            return checked_address(line.value)
        except InvalidInput as reason:
            self.notes.add(line.number, f"bỏ qua URL. {reason}")
            return None

    def _rule(self, block: Block, when: Span) -> str | None:
        lines = [line for line in block.lines if line.name in {"RRULE", "EXRULE"} and line.value.strip()]
        if not lines:
            return None
        if len(lines) > 1 or lines[0].name == "EXRULE":
            raise InvalidInput("Dòng {line}: mỗi sự kiện chỉ được có một RRULE.", line=lines[-1].number)
        if block.first("RECURRENCE-ID"):
            self.notes.add(lines[0].number, "bỏ qua RRULE của một buổi thay đổi.")
            return None
        with at_line(lines[0].number):
            return rules.with_day_until(lines[0].value, when.start, zone(when.zone) if when.zone else None)

    def _exceptions(self, block: Block, series: Imported) -> tuple[date, ...]:
        days: set[date] = set()
        for line, value in _values(block, "EXDATE"):
            with at_line(line.number):
                original = moment(line, self.names, value)
            if original.all_day != series.all_day:
                self.notes.add(line.number, "EXDATE khác loại với DTSTART; được hiểu là ngày đó.")
            days.add(self._day(original, series))
        return tuple(sorted(days))

    def _extra_days(self, block: Block, when: Span) -> tuple[Instance, ...]:
        """RDATE: days that no rule gives."""
        extra: dict[date, Instance] = {}
        for line, value in _values(block, "RDATE"):
            begin, _, rest = value.partition("/")
            with at_line(line.number):
                start = moment(line, self.names, begin)
                if when.zone is not None and not start.all_day:
                    start = Moment(start.local(when.zone), when.zone)
                added = lasting(start, when.length)
                if rest:
                    added = self._period(start, line, rest)
            if added.start != when.start:
                extra[added.start] = Instance(start=added.start, end=added.end)
        return tuple(extra.values())

    def _period(self, start: Moment, line: Line, rest: str) -> Span:
        if rest.lstrip("+").startswith("P"):
            return lasting(start, duration(line, rest))
        end = moment(line, self.names, rest).local(start.zone)
        return Span(start.value, end, start.zone)

    def _recurrence_id(self, block: Block) -> Moment | None:
        line = block.first("RECURRENCE-ID")
        if line is None:
            return None
        if line.parameters.get("RANGE"):
            self.notes.add(line.number, "RANGE không được hỗ trợ; thay đổi chỉ áp dụng cho một buổi.")
        with at_line(line.number):
            return moment(line, self.names)

    def _alarms(self, block: Block, when: Span) -> tuple[timedelta, ...]:
        offsets: set[timedelta] = set()
        for line in (each for part in block.blocks if part.name == "VALARM" for each in part.all("TRIGGER")):
            with at_line(line.number):
                offset = self._offset(line, when)
            if abs(offset) > _LONGEST_LEAD:
                self.notes.add(line.number, "nhắc việc cách sự kiện hơn một năm, đã bỏ qua.")
            else:
                offsets.add(offset)
        return tuple(sorted(offsets))

    def _offset(self, line: Line, when: Span) -> timedelta:
        if "P" not in line.value.upper():
            return moment(line, self.names).instant(self.home) - when.moment.instant(self.home)
        offset = duration(line)
        return offset + when.length if line.parameters.get("RELATED", "").upper() == "END" else offset


def _values(block: Block, name: str) -> Iterator[tuple[Line, str]]:
    for line in block.all(name):
        for value in filter(None, map(str.strip, line.value.split(","))):
            yield line, value


def _sequence(block: Block) -> int:
    text = block.text("SEQUENCE") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:32] + "@imported"


def _short(uid: str) -> str:
    return uid if len(uid) <= 255 else _digest(uid)  # noqa: PLR2004
