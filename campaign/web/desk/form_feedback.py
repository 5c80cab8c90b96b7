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
from campaign.desk.repeating import Often
from campaign.desk.slots import Slot
from campaign.desk.warnings import WARN, ScheduleWarning
from campaign.kinds import DEADLINES, FIXED, Kind
from campaign.reading.text import fold
from campaign.reading.time import feasts
from campaign.reading.time.feasts import Standing
from campaign.web.desk.eventform import EventForm
from campaign.web.language import language

FIELDS = ("title", "first", "start", "room_id", "place", "group_ids", "speakers", "capacity", "register_by")
"""Beside which fields a warning may stand; any other stands beside the day."""


@dataclass(frozen=True, slots=True)
class Look:
    """``by_field``: warnings; ``repeats``: the rule in words; ``is_free``: looked at, and nothing was found.

    ``standing``: the title, if it names what comes every year and the draft does not repeat.
    """

    heads: int
    by_field: dict[str, list[ScheduleWarning]]
    slots: tuple[Slot, ...]
    repeats: str
    is_free: bool
    standing: str


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
    )


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
    return "|".join("" if part is None else part.isoformat() for part in (slot.first, slot.last, slot.start, slot.end))


def take(form: EventForm, value: str) -> None:
    """Put the slot of a button into the form; a value that is none changes nothing."""
    try:
        first, last, start, end = value.split("|")
        days = date.fromisoformat(first), date.fromisoformat(last)
        hours = (time.fromisoformat(start) if start else None), (time.fromisoformat(end) if end else None)
    except ValueError:
        return
    form.first.show(days[0])
    form.last.show(days[1] if days[1] != days[0] else None)
    form.start.show(hours[0])
    form.end.show(hours[1])
