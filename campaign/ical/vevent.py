"""One VEVENT of another program in our form, before it is merged with the others of its UID."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from campaign.errors import InvalidInput
from campaign.ical import rule as rules
from campaign.ical.component import CANCELLED_MARK, Instance
from campaign.ical.lines import Block, Line, Notes, at_line
from campaign.ical.moments import Moment, ZoneNames, duration, moment
from campaign.ical.spans import Span, lasting, span
from campaign.ical.text import checked_address, checked_uid, derived_uid
from campaign.ical.zones import zone

UNTITLED = "(Không có tiêu đề)"

_LONGEST_LEAD = timedelta(days=366)
_LARGEST_SEQUENCE_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One event or series of a file, in the form of ``component.Entry``.

    ``zone`` is None for an all-day event and for a floating time, whose zone the caller chooses.
    ``exceptions`` are local days. ``alarms`` count from the start (negative: before it). ``line`` is that of
    its BEGIN.
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


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT before it is merged with the others of its UID."""

    imported: Imported
    recurrence_id: Moment | None
    sequence: int


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads VEVENTs of one file; ``home`` is the zone in which days begin."""

    home: str
    names: ZoneNames
    notes: Notes

    def read(self, block: Block) -> Event:
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
        return Event(imported, self._recurrence_id(block), _sequence(block))

    def _untitled(self, block: Block) -> str:
        """No title: an instance of a series then has that of the series."""
        if block.first("RECURRENCE-ID"):
            return ""
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
            return derived_uid(repr(content))
        try:
            return checked_uid(uid)
        except InvalidInput:
            self.notes.add(block.number, "UID có ký tự ngoài ASCII hoặc quá dài, được thay bằng UID khác.")
            return derived_uid(uid)

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
            days.add(day_in(original, series, self.home))
        return tuple(sorted(days))

    def _extra_days(self, block: Block, when: Span) -> tuple[Instance, ...]:
        """RDATE: days that no rule gives."""
        extra: dict[date, Instance] = {}
        for line, value in _values(block, "RDATE"):
            begin, _, rest = value.partition("/")
            with at_line(line.number):
                start = _of_type(moment(line, self.names, begin), when)
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


def day_in(original: Moment, series: Imported, home: str) -> date:
    """The local day of the series on which the instance with this RECURRENCE-ID or EXDATE would be."""
    return original.local(home if series.all_day and original.zone == "UTC" else series.zone).date()


def _of_type(added: Moment, series: Span) -> Moment:
    """A day or time added to a series, as a day or a local time like its start."""
    if not isinstance(series.start, datetime):
        return Moment(added.day)
    if added.all_day:
        return Moment(datetime.combine(added.day, series.start.time()), series.zone)
    return Moment(added.local(series.zone), series.zone)


def _values(block: Block, name: str) -> Iterator[tuple[Line, str]]:
    for line in block.all(name):
        for value in filter(None, map(str.strip, line.value.split(","))):
            yield line, value


def _sequence(block: Block) -> int:
    text = block.text("SEQUENCE") or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LARGEST_SEQUENCE_DIGITS else 0
