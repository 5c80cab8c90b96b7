"""Feedback on a form that is still being filled in: warnings, free slots, number of participants, recurrence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy.orm import Session

from campaign.calendar import audience
from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft
from campaign.dates import rule_words
from campaign.dates.rule import Rule
from campaign.desk import conflicts, slots
from campaign.desk.busy import among, span_of, takes_time
from campaign.desk.repeating import Often
from campaign.desk.roomtimes import RoomTimes, room_times
from campaign.desk.slots import Slot
from campaign.desk.warnings import WARN, ScheduleWarning
from campaign.kinds import DEADLINES, FIXED, Kind
from campaign.reading.text import fold
from campaign.reading.time import feasts
from campaign.reading.time.feasts import Standing
from campaign.web.desk.eventform import EventForm
from campaign.web.language import language

MOST_NAMES = 12
PLACED = frozenset(kind for kind in Kind if "place" in kind.traits.form)
FIELDS = ("title", "first", "start", "room_id", "place", "group_ids", "speakers", "capacity", "register_by")
"""Beside which fields a warning may stand; any other stands beside the day."""


@dataclass(frozen=True, slots=True)
class Look:
    """``by_field``: warnings; ``repeats``: the rule in words; ``is_free``: looked at, and nothing was found.

    ``standing``: the title, if it names what comes every year and the draft does not repeat. ``when``: the days and
    hours as they were read; ``rooms``: on the first day; ``taken``: who of the audience has something else then.
    """

    heads: int
    by_field: dict[str, list[ScheduleWarning]]
    slots: tuple[Slot, ...]
    repeats: str
    is_free: bool
    standing: str
    when: str
    rooms: tuple[RoomTimes, ...]
    taken: tuple[str, ...]


def look(session: Session, draft: Draft, *, event_id: int | None, agency: Agency, today: date) -> Look:
    """Everything at once, for a draft that may make no sense yet."""
    warnings = conflicts.find(session, draft, event_id=event_id, agency=agency, today=today) if draft.first else []
    by_field: dict[str, list[ScheduleWarning]] = {}
    for warning in warnings:
        by_field.setdefault(warning.field if warning.field in FIELDS else "first", []).append(warning)
    return Look(
        audience.count(session, draft),
        by_field,
        tuple(_slots(session, draft, warnings, event_id=event_id, agency=agency, today=today)),
        rule_words.describe(Rule.parse(draft.rule), language()) if draft.rule else "",
        bool(draft.first) and not warnings,
        draft.title if standing(draft) else "",
        draft.when.say(language()) if draft.when else "",
        tuple(_room_times(session, draft, event_id=event_id, agency=agency)),
        tuple(_taken(session, draft, event_id=event_id, agency=agency)),
    )


def _room_times(session: Session, draft: Draft, *, event_id: int | None, agency: Agency) -> list[RoomTimes]:
    """The rooms on the first day, for what is held in one."""
    if draft.first is None or draft.kind not in PLACED:
        return []
    return room_times(session, [draft.first], where=agency.zone, event_id=event_id)


def _taken(session: Session, draft: Draft, *, event_id: int | None, agency: Agency) -> list[str]:
    """Who of the audience has something else at that time; one more than is shown."""
    when = draft.when
    if when is None or (when.last and when.last < when.first):
        return []
    if not takes_time(draft.kind, when.first, when.span.last, when.start):
        return []
    starts_at, ends_at = span_of(when, agency.zone)
    others = among(session, [when.span], event_id=event_id, where=agency.zone)
    ids = {other.event_id for other in others if other.takes_time and other.overlaps(starts_at, ends_at)}
    return audience.names_in(session, draft, ids, limit=MOST_NAMES + 1) if ids else []


def standing(draft: Draft) -> Standing | None:
    """The day or month of every year that the draft is; one with hours or a place is a gathering on that occasion."""
    if draft.rule or draft.start or draft.place or draft.room_id:
        return None
    return feasts.standing(fold(draft.title))


def repeat_yearly(form: EventForm, draft: Draft, *, year: int) -> None:
    """Fill in what the title says: the kind, every year, and its days where none is given."""
    found = standing(draft)
    if found is None:
        return
    form.often.data = Often.YEARLY.value
    is_month = found.first != found.last
    form.kind.data, form.per_year.data = (Kind.CAMPAIGN if is_month else Kind.COMMEMORATION).value, is_month
    if draft.first is None:
        form.first.show(date(year, *found.first))
        form.last.show(date(year, *found.last) if is_month else None)


def _slots(
    session: Session,
    draft: Draft,
    warnings: list[ScheduleWarning],
    *,
    event_id: int | None,
    agency: Agency,
    today: date,
) -> list[Slot]:
    """Free slots when something speaks against the wished one, or there is none but a time to expect it."""
    wanted = draft.first is None and draft.expected_start is not None
    trouble = any(warning.severity == WARN and warning.field != "group_ids" for warning in warnings)
    if draft.kind in FIXED | DEADLINES or not (wanted or trouble):
        return []
    since = draft if draft.first else replace(draft, first=draft.expected_start, last=None, start=time(8))
    backwards = since.first and since.last and since.last < since.first
    if backwards:
        return []
    return slots.next_free(session, since, event_id=event_id, agency=agency, today=today)


def key(slot: Slot) -> str:
    """A slot as the value of a button."""
    parts = ("" if part is None else part.isoformat() for part in (slot.first, slot.last, slot.start, slot.end))
    return "|".join((*parts, str(slot.room_id or "")))


def take(form: EventForm, value: str) -> None:
    """Put the slot of a button into the form; a value that is none changes nothing."""
    try:
        first, last, start, end, *room = value.split("|")
        days = date.fromisoformat(first), date.fromisoformat(last)
        hours = (time.fromisoformat(start) if start else None), (time.fromisoformat(end) if end else None)
        rooms = [int(number) for number in room if number]
    except ValueError:
        return
    form.first.show(days[0])
    form.last.show(days[1] if days[1] != days[0] else None)
    form.start.show(hours[0])
    form.end.show(hours[1])
    if rooms:
        form.room_id.data, form.room_id.raw_data = rooms[0], None
