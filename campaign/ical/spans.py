"""From when to when an event lasts, in our form, however its file says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from campaign.errors import InvalidInput
from campaign.ical.lines import Block, Line, Notes, at_line
from campaign.ical.moments import Moment, ZoneNames, check_year, duration, moment
from campaign.ical.zones import zone

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Dates with the last day as the end, or naive times local to ``zone`` (None: floating)."""

    start: date | datetime
    end: date | datetime
    zone: str | None = None

    @property
    def length(self) -> timedelta:
        """From the start to the moment at which it is over."""
        over = self.end if isinstance(self.end, datetime) else self.end + _DAY
        return Moment(over).local(None) - Moment(self.start).local(None)

    @property
    def moment(self) -> Moment:
        return Moment(self.start, self.zone)


def span(block: Block, names: ZoneNames, notes: Notes) -> Span:
    """The span of a VEVENT. InvalidInput names the line of what is missing or impossible."""
    line = block.first("DTSTART")
    if line is None:
        raise InvalidInput("Dòng {line}: VEVENT thiếu DTSTART.", line=block.number)
    with at_line(line.number):
        start = moment(line, names)
    if start.all_day and line.parameters.get("VALUE", "").upper() != "DATE":
        notes.add(line.number, "DTSTART là một ngày nhưng thiếu VALUE=DATE; được hiểu là cả ngày.")
    end_line = block.first("DTEND") or block.first("DURATION")
    if end_line is None:
        found = Span(start.value, start.value, start.zone)
    else:
        with at_line(end_line.number):
            found = _with_end(start, end_line, names, notes)
            check_year(found.end)
    return _outlook_all_day(block, found)


def _with_end(start: Moment, line: Line, names: ZoneNames, notes: Notes) -> Span:
    if line.name == "DURATION":
        return lasting(start, duration(line))
    end = moment(line, names)
    if end.all_day != start.all_day:
        notes.add(line.number, "DTEND khác loại với DTSTART (ngày và ngày giờ); được hiểu theo DTSTART.")
    if start.all_day:
        return Span(start.value, _last_day(start.day, end, line, notes))
    finish = end.local(start.zone)
    _not_before(start.value, finish)
    return Span(start.value, finish, start.zone)


def _last_day(first: date, end: Moment, line: Line, notes: Notes) -> date:
    exclusive = end.all_day or end.local(None).time() == time()
    last = end.day - _DAY if exclusive else end.day
    if last == first - _DAY:
        notes.add(line.number, "DTEND bằng DTSTART; được hiểu là một ngày.")
        last = first
    _not_before(first, last)
    return last


def _not_before(start: date, end: date) -> None:
    if end < start:
        raise InvalidInput("DTEND ({end}) sớm hơn DTSTART ({start}).", start=start, end=end)


def lasting(start: Moment, length: timedelta) -> Span:
    """The span of that length. Days are days of the calendar, hours are exact (RFC 5545, 3.3.6)."""
    if length < timedelta(0):
        raise InvalidInput("DURATION không được âm.")
    if not isinstance(start.value, datetime):
        return Span(start.value, start.value + max(-(-length // _DAY) - 1, 0) * _DAY)
    days = timedelta(days=length.days)
    end = start.value + days
    if start.zone is None:
        return Span(start.value, end + (length - days))
    exact = end.replace(tzinfo=zone(start.zone)).astimezone(UTC) + (length - days)
    return Span(start.value, exact.astimezone(zone(start.zone)).replace(tzinfo=None), start.zone)


def _outlook_all_day(block: Block, found: Span) -> Span:
    """Outlook marks an all-day event that it writes from midnight to midnight.

    MS-OXCICAL, 2.1.3.1.1.20.28.
    """
    mark = block.text("X-MICROSOFT-CDO-ALLDAYEVENT")
    start, end = found.start, found.end
    if mark != "TRUE" or not (isinstance(start, datetime) and isinstance(end, datetime)):
        return found
    if start.time() != time() or end.time() != time() or end <= start:
        return found
    return Span(start.date(), end.date() - _DAY)
