"""An event as the entries of an iCalendar feed, in the values of ``campaign.ical``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from campaign.calendar.agency import Agency
from campaign.calendar.draft import shown_in
from campaign.calendar.event_fields import Place
from campaign.calendar.series import MIDNIGHT, series_of
from campaign.dates.expansion import ended_by_day
from campaign.dates.lead import Lead
from campaign.dates.rule import Rule
from campaign.dates.working import WorkingCalendar
from campaign.ical.component import Entry, Instance
from campaign.kinds import DEADLINES, Kind
from campaign.models import Event, Occurrence

DEADLINE_MARK = "Hạn: "
PUBLIC: tuple[Place, ...] = ("feed",)
PERSONAL: tuple[Place, ...] = ("feed", "personal")


def entries_of(
    event: Event, occurrences: list[Occurrence], agency: Agency, places: tuple[Place, ...] = PERSONAL
) -> Iterator[Entry]:
    """The entries of one event: a series under its rule, or one entry for each occurrence that stands alone.

    Alone stand single events, what is confirmed year by year, and lunar days, which no client can repeat. Drafts and
    what was put off without a day give nothing; what was confirmed and then cancelled stays, marked as cancelled.
    ``places``: ``PUBLIC`` for what anybody may see, of an internal event nothing; ``PERSONAL`` with link and contact.
    """
    shown = [occurrence for occurrence in occurrences if occurrence.confirmed_at]
    if event.is_draft or not event.is_scheduled or not shown or (event.internal and places == PUBLIC):
        return
    if event.rule and not event.per_year and not Rule.parse(event.rule).lunar:
        yield _series(event, shown, agency, places)
        return
    for occurrence in shown:
        yield _alone(event, occurrence, agency, places)


def last_day_of(event: Event, occurrences: Iterable[Occurrence]) -> date | None:
    """The last day that the entries reach; None for a series without an end."""
    if event.rule and not event.per_year:
        rule = Rule.parse(event.rule)
        if not rule.until and not rule.count:
            return None
    return max((occurrence.last_day for occurrence in occurrences), default=None)


def _alone(event: Event, occurrence: Occurrence, agency: Agency, places: tuple[Place, ...]) -> Entry:
    start, end = _span(occurrence.first_day, occurrence.last_day, occurrence.start_time, occurrence.end_time)
    uid = f"{occurrence.original_day:%Y%m%d}-{event.uid}" if event.rule else event.uid
    return _entry(
        event,
        agency,
        places,
        uid=uid,
        start=start,
        end=end,
        summary=_summary(event, occurrence),
        description=_description(event, occurrence, places),
        location=occurrence.place or event.place or None,
        cancelled=occurrence.cancelled_at is not None,
    )


def _series(event: Event, shown: list[Occurrence], agency: Agency, places: tuple[Place, ...]) -> Entry:
    # DTSTART must be a day that the rule gives, or clients show one occurrence too many.
    assert event.first_day
    first = series_of(event).next_after(event.first_day - timedelta(days=1))
    span = (first.first, first.last) if first else (event.first_day, event.last_day or event.first_day)
    start, end = _span(*span, event.start_time, event.end_time)
    rule = Rule.parse(event.rule)
    whole = event.cancelled_at is not None
    dropped = {occurrence.original_day for occurrence in shown if occurrence.cancelled_at and not whole}
    changed = [occurrence for occurrence in shown if occurrence.is_touched and not occurrence.cancelled_at]
    return _entry(
        event,
        agency,
        places,
        uid=event.uid,
        start=start,
        end=end,
        summary=_summary(event, None),
        description=_description(event, None, places),
        location=event.place or None,
        rule=str(ended_by_day(rule, event.first_day)) if rule.count else event.rule,
        exceptions=tuple(sorted(dropped | set(map(date.fromisoformat, event.exceptions)))),
        overrides=tuple(instance_of(event, occurrence, places) for occurrence in changed),
        cancelled=whole,
    )


def instance_of(event: Event, occurrence: Occurrence, places: tuple[Place, ...] = PERSONAL) -> Instance:
    """One occurrence of a series with what it has of its own."""
    start, end = _span(occurrence.first_day, occurrence.last_day, occurrence.start_time, occurrence.end_time)
    return Instance(
        start=start,
        end=end,
        recurrence_id=occurrence.original_day,
        summary=_summary(event, occurrence),
        description=_description(event, occurrence, places),
        location=occurrence.place or None,
        cancelled=occurrence.cancelled_at is not None,
    )


def _entry(event: Event, agency: Agency, places: tuple[Place, ...], **values: object) -> Entry:
    start = values["start"]
    return Entry(
        url=None if event.internal else f"{agency.base_url}/events/{event.uid}",
        conference=(event.online_url if places == PERSONAL else "") or None,
        categories=(),
        color=Kind(event.kind).traits.color,
        kind=Kind(event.kind).traits.label,
        zone=event.zone if isinstance(start, datetime) else None,
        sequence=event.sequence,
        created=event.created_at,
        modified=event.changed_at,
        transparent=event.is_all_day,
        alarms=tuple(_alarm(lead, start) for lead in agency.alarms),  # type: ignore[arg-type]
        **values,  # type: ignore[arg-type]
    )


def _span(first: date, last: date, start: object, end: object) -> tuple[date, date]:
    """Days for an all-day entry, local date-times for a timed one (an hour when no end is known)."""
    if start is None:
        return first, last
    begins = datetime.combine(first, start)  # type: ignore[arg-type]
    ends = datetime.combine(last, end) if end else begins + timedelta(hours=1)  # type: ignore[arg-type]
    return begins, ends


def _summary(event: Event, occurrence: Occurrence | None) -> str:
    title = (occurrence.title if occurrence else "") or event.title
    return DEADLINE_MARK + title if event.kind in DEADLINES else title


def _description(event: Event, occurrence: Occurrence | None, places: tuple[Place, ...]) -> str | None:
    """The facts in the order in which offices give them; no addresses of members."""
    lines = [f"Chủ đề: {occurrence.theme}" if occurrence and occurrence.theme else ""]
    for each in shown_in(*places):
        value = getattr(event, each.name)
        words = ", ".join(value) if isinstance(value, list) else value
        if each.name == "description":
            lines.append((occurrence.description if occurrence else "") or words)
        elif words:
            lines.append(f"{each.label[:1].upper()}{each.label[1:]}: {words}")
    return "\n".join(line for line in lines if line) or None


def _alarm(lead: Lead, start: date) -> timedelta:
    """The courtesy alarm's distance from the start: the same for every occurrence, so days off do not count."""
    where = ZoneInfo("UTC")
    begins = start if not isinstance(start, datetime) else start.replace(tzinfo=where)
    due = lead.due(start=begins, end=begins, zone=where, calendar=WorkingCalendar(), hour=MIDNIGHT, quiet=None)
    midnight = datetime.combine(start, MIDNIGHT, where)
    return due - (begins if isinstance(begins, datetime) else midnight)
