"""Editing a part of a series: this one, this and later, or all.

"This and later" ends the series the day before and lets a new event with a new UID go on from there: a range in a
RECURRENCE-ID is read in the same way by hardly any two calendars. The occurrences themselves
move over with their answers, themes and reminders.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM, Act
from campaign.calendar import announced
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.changes import lock, lock_occurrence, rebuild, touch
from campaign.calendar.draft import Draft, differences, draft_of, of_occurrence, put, sides
from campaign.calendar.series import ONE_DAY, series_of
from campaign.calendar.when import When
from campaign.dates.rule import Rule
from campaign.desk import notices
from campaign.desk.decisions import refuse_cancelled
from campaign.desk.fielderrors import check
from campaign.desk.scheduling import agree, blank, edit
from campaign.errors import InvalidInput
from campaign.models import Event, Occurrence

OWN = ("first", "last", "start", "end", "title", "place", "description")
"""What one occurrence can have of its own."""


class Reach(StrEnum):
    """How much of a series an edit is meant for."""

    ONE = "one"
    LATER = "later"
    ALL = "all"


def edit_from(
    work: UnitOfWork, occurrence: Occurrence, draft: Draft, *, reach: Reach, version: int, notify: bool
) -> Event:
    """Edit a series from one of its occurrences; ``draft`` is that occurrence's, edited (``draft_of`` with it).

    Returns the event that the occurrence belongs to afterwards: a new one for "this and later".
    """
    event = work.session.get_one(Event, occurrence.event_id)
    if not event.rule:
        return edit(work, event, draft, version=version, notify=notify)
    lock(work.session, event)
    lock_occurrence(work.session, occurrence)
    if not event.is_scheduled:
        raise InvalidInput("“{title}” đang hoãn; hãy đặt lại ngày cho cả chuỗi trước.", title=event.title)
    refuse_cancelled(event, occurrence)
    draft = draft.tidied()
    is_first = occurrence.original_day == _first_day(event)
    if reach == Reach.ONE:
        _edit_one(work, event, occurrence, draft, version=version, notify=notify)
        return event
    if reach == Reach.ALL or is_first:
        every = whole(draft_of(work.session, event), occurrence, draft)
        return edit(work, event, every, version=version, notify=notify)
    return _edit_later(work, event, occurrence, draft, version=version, notify=notify)


def _first_day(event: Event) -> date | None:
    assert event.first_day
    first = series_of(event).next_after(event.first_day - ONE_DAY)
    return first.first if first else None


def _edit_one(
    work: UnitOfWork, event: Event, occurrence: Occurrence, draft: Draft, *, version: int, notify: bool
) -> None:
    series = draft_of(work.session, event)
    old = of_occurrence(series, occurrence)
    if draft.first != old.first:
        draft = replace(draft, rule=old.rule)  # a form gives the rule the weekday of its date
    changed = differences(old, draft)
    if not changed:
        return
    if set(changed) - set(OWN):
        raise InvalidInput("Chỉ riêng một lần thì đổi được thời gian, tên, địa điểm và nội dung; hãy chọn “tất cả”.")
    agree(work.session, event, version)
    if draft.when is None:
        raise InvalidInput("Hãy nhập ngày bắt đầu.")
    draft.when.check()
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, occurrence)
    give_own(occurrence, series, draft, now=work.now)
    touch(event)
    rebuild(work, event)
    which = {"occurrence": occurrence.original_day.isoformat()}
    was, will = sides(changed)
    work.record("edit", event, was, will | which)
    notices.note_change(work, event, occurrence, before=before, notify=notify)


def give_own(occurrence: Occurrence, series: Draft, draft: Draft, *, now: datetime) -> None:
    """Let the occurrence differ from its series in what the draft says; what is as in the series stays the series'."""
    when = draft.when
    if when and when != When.of_occurrence(occurrence):
        occurrence.move(when.first, when.last, when.start, when.end, now=now)
    shown = of_occurrence(series, occurrence)
    for name in ("title", "place", "description"):
        value = getattr(draft, name)
        if value != getattr(shown, name):
            setattr(occurrence, name, "" if value == getattr(series, name) else value)


def whole(series: Draft, occurrence: Occurrence, draft: Draft) -> Draft:
    """What the edit of one occurrence means for the whole series: its days shift as this one's did."""
    shown = of_occurrence(series, occurrence)
    assert series.first
    kept = {name: getattr(series, name) for name in OWN if getattr(draft, name) == getattr(shown, name)}
    if draft.first is None or shown.first is None:
        return replace(draft, **kept)
    shift = draft.first - shown.first
    first = series.first + shift
    last = first + ((draft.last or draft.first) - draft.first)
    return replace(draft, **{**kept, "first": first, "last": last, "rule": _shifted(draft, series, shift)})


def _shifted(draft: Draft, series: Draft, shift: timedelta) -> str:
    """A series of Tuesdays with one meeting moved to a Wednesday becomes one of Wednesdays; a new rule stays."""
    if not shift or draft.rule != series.rule or not draft.rule or draft.first is None:
        return draft.rule
    rule = Rule.parse(draft.rule)
    old = draft.first - shift
    if rule.by_day == ((0, old.weekday()),):
        rule = replace(rule, by_day=((0, draft.first.weekday()),))
    if rule.by_month_day == (old.day,) and not rule.lunar:
        rule = replace(rule, by_month_day=(draft.first.day,))
    if rule.by_month == (old.month,) and not rule.lunar:
        rule = replace(rule, by_month=(draft.first.month,))
    return str(rule)


def _edit_later(
    work: UnitOfWork, event: Event, occurrence: Occurrence, draft: Draft, *, version: int, notify: bool
) -> Event:
    series = draft_of(work.session, event)
    old = of_occurrence(series, occurrence)
    if not differences(old, draft):
        return event
    agree(work.session, event, version)
    cut = occurrence.original_day
    new, shift = rest(event, series, occurrence, draft)
    check(work.session, new, event_id=None).raise_first()
    before = notices.standing(Act(work.session, work.now, PROGRAM), event)
    later = _begin(work, event, new)
    announced.part(work.session, event, later, cut, lambda rule: (ended(rule, cut), _remaining(event, cut, rule)))
    _hand_over(work.session, event, later, cut, shift)
    event.rule = ended(event.rule, cut)
    rebuild(work, event)
    rebuild(work, later)
    work.record("split", event, {"rule": series.rule}, {"rule": event.rule, "from": cut.isoformat()})
    changed = differences(old, draft_of(work.session, later))
    was, will = sides(changed)
    work.record("create", later, was, will | {"continues": event.uid})
    notices.note_change(work, later, before=before, notify=notify)
    return later


def rest(event: Event, series: Draft, occurrence: Occurrence, draft: Draft) -> tuple[Draft, timedelta]:
    """The series that goes on from this occurrence, and by how much its days shift.

    It goes on from the day that the old one gave, however this one occurrence had been moved.
    """
    cut = occurrence.original_day
    shift = (draft.first or cut) - occurrence.first_day
    first = cut + shift
    length = (draft.last or first) - (draft.first or first)
    rule = _remaining(event, cut, _shifted(draft, series, shift))
    return replace(draft, first=first, last=first + length, rule=rule), shift


def ended(rule: str, cut: date) -> str:
    """The rule of the series that ends the day before."""
    return str(replace(Rule.parse(rule), until=cut - ONE_DAY, count=None))


def _remaining(event: Event, cut: date, rule: str) -> str:
    """A series of ten that is cut after the fourth goes on for six."""
    parsed = Rule.parse(rule)
    if parsed.count is None or parsed.count != Rule.parse(event.rule).count:
        return rule
    assert event.first_day
    done = len(series_of(event).between(event.first_day, cut - ONE_DAY))
    return str(replace(parsed, count=max(parsed.count - done, 1)))


def _begin(work: UnitOfWork, event: Event, draft: Draft) -> Event:
    later = blank(work)
    put(work.session, later, draft)
    later.quote, later.zone, later.alarms = event.quote, event.zone, list(event.alarms)
    later.thread_id = event.thread_id or event.id
    later.confirmed_at, later.confirmed_by = event.confirmed_at, event.confirmed_by
    work.session.flush()
    return later


def _hand_over(session: Session, event: Event, later: Event, cut: date, shift: timedelta) -> None:
    """The occurrences from that day on, and the events that belong to them, go with the new series."""
    for occurrence in session.scalars(
        select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day >= cut)
    ).all():
        occurrence.event_id = later.id
        occurrence.original_day += shift
        if occurrence.original_day == cut + shift:
            occurrence.moved_at = None
    parts = update(Event).where(Event.part_of_id == event.id, Event.first_day >= cut)
    session.execute(parts.values(part_of_id=later.id).execution_options(synchronize_session="fetch"))
    session.flush()
