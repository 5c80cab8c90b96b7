"""What a decision would bring, before it is taken: which mails, to how many, when and in which words.

A preview computes on copies and never writes. What it counts is what is later made: the same rules give the reminders,
the same reading of the audience the readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from campaign.calendar import audience
from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft, draft_of
from campaign.calendar.series import outlined, twin
from campaign.calendar.when import When, json_of
from campaign.desk import conflicts, notices, told
from campaign.desk.warnings import ScheduleWarning
from campaign.mailing.composer import Composer
from campaign.mailing.matters import about
from campaign.mailing.plannedmails import (
    Changed,
    Desk,
    PlannedMail,
    change_notice,
    coming,
    copy_of,
    due,
    key,
    of_notice,
    reminders,
)
from campaign.models import Calendar, Event, Group, Occurrence, Reminder


@dataclass(frozen=True, slots=True)
class Preview:
    """``feeds``: the public calendars that will show it. ``stopped``: reminders that will not go out any more."""

    mails: tuple[PlannedMail, ...]
    feeds: tuple[str, ...]
    warnings: tuple[ScheduleWarning, ...]
    stopped: int = 0

    @property
    def total(self) -> int:
        return sum(mail.total for mail in self.mails)


def of_confirmation(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    agency: Agency,
    now: datetime,
    letters: Composer,
    invite: bool = False,
) -> Preview:
    """What confirming would send, of an event or of one year of it."""
    desk = Desk(agency, now, letters, session)
    draft = draft_of(session, event, occurrence)
    copy = copy_of(session, event)
    copy.confirmed_at = copy.confirmed_at or now
    laid = outlined(copy, occurrences_of(session, event), now=now, horizon=agency.horizon)
    if event.per_year and occurrence is not None:
        for one in laid:
            if one.original_day == occurrence.original_day:
                one.confirmed_at = now
    mails = reminders(session, copy, laid, draft, desk)
    shown = coming(laid, occurrence, now)
    if invite and shown:
        matter = about(copy, shown, notices.INVITATION)
        mails = [of_notice(notices.INVITATION, matter, audience.count(session, draft), desk), *mails]
    checked = replace(draft, rule="") if occurrence else draft
    return Preview(tuple(mails), _feeds(session, copy, draft), _cautions(session, checked, event, desk))


def of_edit(
    session: Session,
    event: Event,
    draft: Draft,
    *,
    agency: Agency,
    now: datetime,
    letters: Composer,
    notify: bool,
    more: notices.Facts | None = None,
) -> Preview:
    """What the edit would send: the notice, and the reminders that are not yet there; ``more`` is told with it."""
    desk = Desk(agency, now, letters, session)
    draft = draft.tidied()
    old = draft_of(session, event)
    copy = copy_of(session, event, draft)
    laid = outlined(copy, occurrences_of(session, event), now=now, horizon=agency.horizon)
    facts = {**told.between(session, old, draft), **(more or {})}
    changed = Changed(copy, laid, draft, facts)
    told_of = change_notice(session, event, None, changed, desk) if notify else []
    return after_change(session, event, changed, told_of, desk)


def of_move(
    session: Session,
    event: Event,
    occurrence: Occurrence | None,
    to: When,
    *,
    agency: Agency,
    now: datetime,
    letters: Composer,
    notify: bool,
) -> Preview:
    """What moving the event, or one occurrence of a series, would send."""
    to.check()
    desk = Desk(agency, now, letters, session)
    draft = replace(draft_of(session, event), first=to.first, last=to.span.last, start=to.start, end=to.end)
    if occurrence is None or not event.rule:
        return of_edit(session, event, draft, agency=agency, now=now, letters=letters, notify=notify)
    copy = copy_of(session, event)
    existing = [twin(one) for one in occurrences_of(session, event)]
    for one in existing:
        if one.id == occurrence.id:
            one.move(to.first, to.last, to.start, to.end, now=now)
    laid = outlined(copy, existing, now=now, horizon=agency.horizon)
    facts = {"when": (json_of(When.of_occurrence(occurrence)), to.to_json())}
    changed = Changed(copy, laid, replace(draft, rule=""), facts)
    told_of = change_notice(session, event, occurrence, changed, desk) if notify else []
    return after_change(session, event, changed, told_of, desk)


def of_cancellation(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    reason: str,
    agency: Agency,
    now: datetime,
    letters: Composer,
    notify: bool,
) -> Preview:
    """What calling off would send, and how many reminders it stops."""
    desk = Desk(agency, now, letters, session)
    one = occurrence if event.rule else None
    draft = draft_of(session, event)
    copy = copy_of(session, event)
    which = [Occurrence.event_id == event.id] if one is None else [Occurrence.id == one.id]
    mails = []
    if notify and notices.is_awaited(event, notices.reach(session, event, one, now=now)):
        shown = one or coming(occurrences_of(session, event), None, now)
        matter = about(copy, shown, notices.CANCELLATION, reason=reason)
        mails = [of_notice(notices.CANCELLATION, matter, notices.readers(session, event, one, draft, now=now), desk)]
    return Preview(tuple(mails), (), (), _stopped(session, which))


def of_postponement(
    session: Session, event: Event, *, agency: Agency, now: datetime, letters: Composer, notify: bool
) -> Preview:
    """What putting off without a new date would send, and how many reminders it stops."""
    desk = Desk(agency, now, letters, session)
    draft = replace(draft_of(session, event), first=None, last=None, start=None, end=None)
    changed = Changed(copy_of(session, event, draft), [], draft, {"when": (json_of(When.of(event)), None)})
    mails = change_notice(session, event, None, changed, desk) if notify else []
    return Preview(tuple(mails), (), (), _stopped(session, [Occurrence.event_id == event.id]))


def after_change(session: Session, event: Event, changed: Changed, told_of: list[PlannedMail], desk: Desk) -> Preview:
    mails: list[PlannedMail] = []
    stopped = 0
    if event.confirmed_at and not event.cancelled_at:
        mails = reminders(session, changed.event, changed.occurrences, changed.draft, desk)
        after = set(map(key, due(session, changed.event, changed.occurrences, changed.draft, desk)))
        stopped = len(standing_of(session, event) - after)
    return Preview(
        (*told_of, *mails),
        _feeds(session, changed.event, changed.draft),
        _cautions(session, changed.draft, event, desk),
        stopped,
    )


def standing_of(session: Session, event: Event) -> set[tuple[int, str, str, datetime]]:
    query = select(Reminder).join(Occurrence).where(Occurrence.event_id == event.id, *_unsent())
    return set(map(key, session.scalars(query)))


def _stopped(session: Session, which: list[ColumnElement[bool]]) -> int:
    query = select(func.count()).select_from(Reminder).join(Occurrence).where(*which, *_unsent())
    return session.scalar(query) or 0


def _unsent() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None)


def occurrences_of(session: Session, event: Event) -> Sequence[Occurrence]:
    return session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).all()


def _feeds(session: Session, event: Event, draft: Draft) -> tuple[str, ...]:
    """The titles of the public calendars that show the event."""
    if not event.confirmed_at or event.cancelled_at:
        return ()
    slugs = set(session.scalars(select(Group.slug).where(Group.id.in_(draft.group_ids)))) if draft.group_ids else set()
    shown = [
        calendar.title
        for calendar in session.scalars(select(Calendar).order_by(Calendar.title))
        if (not calendar.kinds or event.kind in calendar.kinds)
        and (not calendar.groups or draft.audience_all or slugs & set(calendar.groups))
    ]
    return ("all", *shown)


def _cautions(session: Session, draft: Draft, event: Event, desk: Desk) -> tuple[ScheduleWarning, ...]:
    today = desk.now.astimezone(desk.agency.zone).date()
    return tuple(conflicts.find(session, draft, event_id=event.id, agency=desk.agency, today=today))
