"""What an entry of a foreign calendar means in our words: its days and times, rule, kind, reminders. Values only.

Everything that a series of ours cannot hold is set apart here as an event of its own; ``calendar_import`` stores it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from campaign.calendar.entries import DEADLINE_MARK
from campaign.dates.lead import Lead
from campaign.dates.recurrence import Series
from campaign.dates.rule import WEEKDAYS, Rule
from campaign.dates.written import plain
from campaign.dates.zones import zone
from campaign.errors import InvalidInput
from campaign.ical.component import Instance
from campaign.ical.reader import Imported
from campaign.kinds import DEADLINES, Kind

LONGEST_LINE: Final = 200
"""Characters of a title or a place: they become subjects of mails."""

_LONGEST_UID: Final = 255
_KINDS: Final = {
    plain(word): kind
    for kind in Kind
    for word in (kind.value, f"{kind.value}s", kind.traits.label, *kind.traits.aliases)
}


@dataclass(frozen=True, slots=True)
class LocalTimes:
    """Where something lies: local days, both inclusive, and local clock times (none for whole days)."""

    first: date
    last: date
    start: time | None = None
    end: time | None = None


def arrivals(found: Iterable[Imported], notes: list[str], *, home: str) -> Iterator[Imported]:
    """The entries in the zone in which we keep them, series first, then what stands beside their series.

    InvalidInput names line and UID of a rule that we cannot follow.
    """
    for imported in found:
        entry = _at_home(imported, home)
        rule = rule_of(entry)
        if rule and not _starts_on(entry, rule, _day(entry.start)):
            notes.append(f"Dòng {entry.line}: ngày bắt đầu không theo quy tắc lặp nên không được tính là một buổi.")
        yield from _apart(entry, rule, home)


def rule_of(entry: Imported) -> Rule | None:
    """The entry's rule. InvalidInput names line and UID when it is not one of ours."""
    if not entry.rule:
        return None
    try:
        _refuse_other_weeks(entry.rule)
        return Rule.parse(entry.rule)
    except InvalidInput as reason:
        raise InvalidInput(
            "Dòng {line}: sự kiện có UID {uid}: {reason}", line=entry.line, uid=entry.uid, reason=reason
        ) from None


def local_times(start: date | datetime, end: date | datetime, home: str) -> LocalTimes:
    """Days and times of an entry or of one of its instances; without a length it has no end time."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return LocalTimes(_day(start), _day(end))
    start, end = _local(start, home), _local(end, home)
    if end <= start:
        return LocalTimes(start.date(), start.date(), start.time())
    return LocalTimes(start.date(), end.date(), start.time(), end.time())


def kind_of(entry: Imported) -> Kind | None:
    """The kind that the first telling category names, in Vietnamese or English, with or without marks."""
    named = (_KINDS.get(plain(category)) for category in entry.categories)
    return next((kind for kind in named if kind), None)


def title_of(entry: Imported) -> str:
    title = line_of(entry.summary)
    return title.removeprefix(DEADLINE_MARK) if kind_of(entry) in DEADLINES else title


def line_of(text: str | None) -> str:
    """A title or place for subjects and pages: on one line, not too long."""
    line = " ".join((text or "").split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def leads_of(entry: Imported) -> list[str]:
    """Each alarm as a reminder rule that fires at exactly its offset from the start."""
    return [str(_lead(offset)) for offset in entry.alarms]


def _lead(offset: timedelta) -> Lead:
    seconds = round(abs(offset).total_seconds())
    side = "before" if offset <= timedelta() else "after"
    for unit, length in (("hours", 3600), ("minutes", 60)):
        if seconds % length == 0:
            return Lead(seconds // length, unit, side)  # type: ignore[arg-type]
    return Lead(seconds, "seconds", side)  # type: ignore[arg-type]


def _at_home(entry: Imported, home: str) -> Imported:
    """Times in UTC, which programs write for want of a zone, as local times; a series only if its days stay."""
    if entry.zone != "UTC":
        return replace(entry, zone=entry.zone or home)
    start = _shifted(entry.start, home)
    if entry.rule and (_day(start) != _day(entry.start) or not _is_steady(home, start.year)):
        return entry
    overrides = tuple(
        replace(each, start=_shifted(each.start, home), end=_shifted(each.end, home)) for each in entry.overrides
    )
    return replace(entry, start=start, end=_shifted(entry.end, home), zone=home, overrides=overrides)


def _shifted(moment: date | datetime, home: str) -> date | datetime:
    """The local time at home of a naive time in UTC; a day stays a day."""
    return _local(moment.replace(tzinfo=UTC), home) if isinstance(moment, datetime) else moment


def _local(moment: datetime, home: str) -> datetime:
    """A naive time as it is, an instant as the naive time at home."""
    return moment.astimezone(zone(home)).replace(tzinfo=None) if moment.tzinfo else moment


def _is_steady(home: str, year: int) -> bool:
    """Whether the zone has no summer time that year."""
    return len({datetime(year, month, 1, tzinfo=zone(home)).utcoffset() for month in range(1, 13)}) == 1


def _apart(entry: Imported, rule: Rule | None, home: str) -> Iterator[Imported]:
    """The entry with the instances that its rule gives; each instance that no rule gives as an event of its own."""
    own: list[Instance] = []
    beside: dict[str, Instance] = {}
    for instance in entry.overrides:
        day = instance.recurrence_id
        if day in entry.exceptions:
            continue
        if rule and day and _starts_on(entry, rule, day):
            own.append(instance)
        elif rule is None and day == _day(entry.start):
            entry = _changed(entry, instance, home)
        else:
            beside[f"{day or _day(instance.start):%Y%m%d}-{entry.uid}"[:_LONGEST_UID]] = instance
    yield replace(entry, overrides=tuple(own))
    for uid, instance in beside.items():
        yield _changed(replace(entry, uid=uid, rule=None, exceptions=(), overrides=()), instance, home)


def _changed(entry: Imported, instance: Instance, home: str) -> Imported:
    """The entry as this one instance has it."""
    timed = isinstance(instance.start, datetime)
    start = _local(instance.start, home) if isinstance(instance.start, datetime) else instance.start
    end = _local(instance.end, home) if isinstance(instance.end, datetime) else instance.end
    texts = {
        field: text
        for field in ("summary", "description", "location")
        if (text := getattr(instance, field)) is not None
    }
    return replace(
        entry, start=start, end=end, all_day=not timed, cancelled=entry.cancelled or instance.cancelled, **texts
    )


def _starts_on(entry: Imported, rule: Rule, day: date) -> bool:
    """Whether the rule, without its exceptions, lets the series start on this day."""
    series = Series(_day(entry.start), _day(entry.start), rule)
    return bool(series.between(day, day))


def _refuse_other_weeks(text: str) -> None:
    """Our weeks begin on Monday. Where another first day would give other dates, the rule is refused."""
    parts = dict(part.split("=", 1) for part in text.split(";"))
    if parts["FREQ"] != "WEEKLY" or parts.get("INTERVAL", "1") == "1":
        return
    first = WEEKDAYS.index(parts.get("WKST", "MO"))
    days = {WEEKDAYS.index(day[-2:]) for day in parts.get("BYDAY", "").split(",") if day}
    if any(day < first for day in days) and any(day >= first for day in days):
        raise InvalidInput("quy tắc lặp cách tuần với WKST={day} chưa được hỗ trợ.", day=WEEKDAYS[first])


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
