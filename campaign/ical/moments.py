"""Dates, times, durations and zone names as other programs write them (RFC 5545, 3.3.4 to 3.3.6, 3.2.19)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from campaign.errors import InvalidInput
from campaign.ical.lines import Block, Line, Notes
from campaign.ical.rule import FIRST_YEAR, LAST_YEAR
from campaign.ical.zones import HOME, zone

_MOMENT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z)?)?", re.ASCII)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,8})S)?)?", re.ASCII
)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})", re.ASCII)
_LAST_SECOND = 59
_LONGEST = timedelta(days=100_000)  # keeps every sum within the years that Python's dates have


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a local time with the name of its zone; a time without one floats."""

    value: date | datetime
    zone: str | None = None

    @property
    def all_day(self) -> bool:
        return not isinstance(self.value, datetime)

    @property
    def day(self) -> date:
        return self.value.date() if isinstance(self.value, datetime) else self.value

    def local(self, name: str | None) -> datetime:
        """The naive local time in that zone; a date is its midnight, a floating time stays as it is."""
        if not isinstance(self.value, datetime):
            return datetime.combine(self.value, datetime.min.time())
        if name is None or self.zone is None or name == self.zone:
            return self.value
        return self.value.replace(tzinfo=zone(self.zone)).astimezone(zone(name)).replace(tzinfo=None)

    def instant(self, floating_in: str) -> datetime:
        """The instant in UTC; dates and floating times are those of the zone ``floating_in``."""
        return self.local(None).replace(tzinfo=zone(self.zone or floating_in)).astimezone(UTC)


@dataclass(slots=True)
class ZoneNames:
    """Finds the IANA zone that a TZID means; knows the VTIMEZONEs of the file."""

    notes: Notes
    declared: dict[str, Block] = field(default_factory=dict)
    _found: dict[str, str] = field(default_factory=dict)

    def declare(self, block: Block) -> None:
        if tzid := block.text("TZID"):
            self.declared[tzid] = block

    def find(self, tzid: str, line: int) -> str:
        if tzid not in self._found:
            name = self._first_known(tzid)
            if name is None:
                raise InvalidInput(
                    "Không nhận ra múi giờ {tzid}; cần một tên như Asia/Ho_Chi_Minh.", tzid=repr(tzid[:80])
                )
            self._found[tzid] = name
            if name != tzid:
                self.notes.add(line, f"múi giờ “{tzid}” được hiểu là {name}.")
        return self._found[tzid]

    def _first_known(self, tzid: str) -> str | None:
        block = self.declared.get(tzid)
        location = block.text("X-LIC-LOCATION") if block else None
        parts = tzid.strip().strip("/").split("/")
        candidates = [tzid.strip(), _windows(tzid), location, "/".join(parts[-3:]), "/".join(parts[-2:])]
        for candidate in filter(None, candidates):
            try:
                return zone(candidate).key
            except InvalidInput:
                continue
        return _fixed(block) if block else None


def _windows(tzid: str) -> str | None:
    name = WINDOWS_TO_OLSON.get(tzid.strip())
    return HOME if name == "Asia/Bangkok" else name  # Windows has one name for both, and we are in Hà Nội


def _fixed(block: Block) -> str | None:
    """The zone of a VTIMEZONE that has one whole-hour offset all year."""
    offsets = {line.value.strip() for part in block.blocks for line in part.all("TZOFFSETTO")}
    match = _OFFSET.fullmatch(offsets.pop()) if len(offsets) == 1 else None
    if match is None or match[3] != "00":
        return None
    hours = int(match[1] + match[2])
    if hours == 7:  # noqa: PLR2004
        return HOME
    return zone(f"Etc/GMT{-hours:+d}" if hours else "UTC").key


def moment(line: Line, names: ZoneNames, value: str | None = None) -> Moment:
    """The date or time of a property (or of one value of its list)."""
    text = (line.value if value is None else value).strip()
    match = _MOMENT.fullmatch(text)
    try:
        parsed = _parsed(match) if match else None
    except ValueError:
        parsed = None
    if match is None or parsed is None:
        raise InvalidInput(
            "{name} phải là ngày (20270308) hoặc ngày giờ (20270308T090000) có thật, không phải {value}.",
            name=line.name,
            value=repr(text[:40]),
        )
    check_year(parsed)
    if not isinstance(parsed, datetime):
        return Moment(parsed)
    if match[7]:
        return Moment(parsed, "UTC")
    tzid = line.parameters.get("TZID", "").strip()
    return Moment(parsed, names.find(tzid, line.number) if tzid else None)


def _parsed(match: re.Match[str]) -> date | datetime:
    year, month, day, hour, minute = (int(part or 0) for part in match.groups()[:5])
    if match[4] is None:
        return date(year, month, day)
    second = min(int(match[6] or 0), _LAST_SECOND)  # a leap second
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - local to its TZID


def check_year(moment: date) -> None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidInput(
            "Năm {year} nằm ngoài khoảng {first}-{last}.", year=moment.year, first=FIRST_YEAR, last=LAST_YEAR
        )


def duration(line: Line, value: str | None = None) -> timedelta:
    text = (line.value if value is None else value).strip()
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()[1:]):
        raise InvalidInput(
            "{name} phải là một khoảng thời gian như PT1H30M hoặc -P1D, không phải {value}.",
            name=line.name,
            value=repr(text[:40]),
        )
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length > _LONGEST:
        raise InvalidInput("{name} dài quá mức: {value}.", name=line.name, value=repr(text[:40]))
    return -length if match[1] == "-" else length
