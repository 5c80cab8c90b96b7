"""The subject matter of a mail: an occurrence of an event, and what of it changed for those who read the mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign.calendar.announced import (
    CANCELLATION,
    CANCELLED,
    COMPARED,
    LIVE,
    POSTPONEMENT,
    RESUMPTION,
    State,
    differences,
    kept,
    known_after,
    mail_for,
    state_of,
)
from campaign.calendar.seats import is_open
from campaign.dates.zones import zone
from campaign.kinds import DEADLINES
from campaign.models import Event, Notice, Occurrence, Reminder
from campaign.models.message import INVITATION, REPORT, SEAT
from campaign.reason import Reason
from campaign.sending.outbox import ContentKey

ANSWERED = frozenset({"invitation", "reminder", SEAT})
"""Mails with links to answer."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One occurrence of an event, or the event alone when it has none, and the name of the mail's templates.

    ``changes``: field → old and new value, from what the readers know; ``reason``: why it is cancelled or put off.
    ``shown``: values that the mail says instead of the event's own; ``days``: of a series those that it is about.
    ``known``: the state of the event that its readers know from it, of this ``year`` if it is confirmed year by year.
    ``is_first``: they were told nothing before. ``by``: who brought the notice about; ``asks``: the readers are asked
    for an answer.
    """

    mail: str
    event: Event
    occurrence: Occurrence | None
    groups: tuple[str, ...] = ()
    campaign: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    has_units: bool = False
    by: str = ""
    asks: bool = False
    shown: Mapping[str, Any] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)
    year: int | None = None
    is_first: bool = False

    @property
    def answered(self) -> int:
        """The id of the occurrence that readers of the mail answer for; 0: the mail has no links to answer."""
        return self.occurrence.id if self.occurrence and self.asks else 0


def matter_of(session: Session, key: ContentKey, *, now: datetime) -> Matter | Reason:
    """What the mail of a reminder or notice says to readers who know ``key.base``; a reason if there is nothing."""
    if key.reminder_id is not None:
        return _of_reminder(session, key, session.get_one(Reminder, key.reminder_id), now)
    notice = session.get_one(Notice, key.notice_id)
    assert notice.event_id
    event = _event(session, notice.event_id)
    one = session.get(Occurrence, notice.occurrence_id) if notice.occurrence_id else None
    present = state_of(session, event, one, now=now)
    base = kept(session, event.id, _year(event, one), key.base)
    occurrence = one or next_occurrence(session, event, now=now)
    is_report = notice.kind == INVITATION and event.kind in DEADLINES  # nobody attends a deadline
    matter = about(event, occurrence, "report" if is_report else notice.kind, now=now)
    matter = replace(matter, reason=notice.text, by=notice.created_by, year=_year(event, one))
    if notice.kind in (REPORT, SEAT):
        return _telling(matter, base, present, today=today_of(event, now), day=_day(event, one))
    if notice.kind == INVITATION:
        if present["status"] != LIVE:
            return Reason.RESCHEDULED
        return _telling(matter, base, present, today=today_of(event, now))
    mail = mail_for(base, present, notice.facts, today=today_of(event, now))
    if not mail:
        return Reason.ALREADY_TOLD if base else Reason.NOTHING_TOLD
    matter = _telling(replace(matter, mail=mail), base, present, today=today_of(event, now))
    return matter if base else _informing(matter, notice.facts, present, today=today_of(event, now))


def _of_reminder(session: Session, key: ContentKey, reminder: Reminder, now: datetime) -> Matter:
    occurrence = session.get_one(Occurrence, reminder.occurrence_id)
    event = _event(session, occurrence.event_id)
    present = state_of(session, event, occurrence, now=now)
    base = kept(session, event.id, _year(event, occurrence), key.base)
    matter = about(event, occurrence, "report" if event.kind in DEADLINES else reminder.mail, now=now)
    matter = replace(matter, year=_year(event, occurrence))
    return _telling(matter, base, present, today=today_of(event, now), day=_day(event, occurrence))


def _telling(matter: Matter, base: State | None, present: State, *, today: date, day: str = "") -> Matter:
    """With what differs from what the readers know (at first, from the rule of a series), and what they will know."""
    regular = {**present, "days": {}}
    changes = differences(base or regular, present, today=today, day=day)
    days = tuple(name for name in changes if name not in COMPARED and name != "status")
    known = known_after(base, present, matter.mail, day=day)
    matter = replace(matter, days=days, known=known, changes=changes, is_first=base is None)
    if isinstance(present["when"], dict) and not day:
        matter = replace(matter, shown=_of_series(matter, present))
    if base is None:
        return matter
    if matter.mail == CANCELLATION:
        return _of_cancellation(matter, base)
    if matter.mail == POSTPONEMENT:
        return replace(matter, changes=_without("when", changes), shown={"when": base["when"]}, days=())
    if matter.mail == RESUMPTION:
        return replace(matter, changes=_without("status", changes))
    return matter


def _of_series(matter: Matter, present: State) -> dict[str, Any]:
    """Of a series what all its days have in common; of a mail about some of its days alone, when these are."""
    common = {name: present[name] for name in ("when", "title", "place", "description", "theme", "slogans")}
    new = [matter.changes[day][1] for day in matter.days]
    if matter.is_first or not new or len(new) < len(matter.changes):
        return common
    own = {name: value for name, value in new[0].items() if value and name in common} if len(new) == 1 else {}
    return {**_without("when", {**common, **own}), "whens": [each["when"] for each in new]}


def _informing(matter: Matter, since: State, present: State, *, today: date) -> Matter:
    """Who was told nothing learns how it is, of a series how the days are that were changed."""
    changed = differences(since, present, today=today)
    days = [new["when"] for name, (_old, new) in changed.items() if name not in COMPARED and not new["cancelled"]]
    return replace(matter, shown={**_without("when", matter.shown), "whens": days}) if days else matter


def _of_cancellation(matter: Matter, base: State) -> Matter:
    """It names what the readers know, of some days of a series as well as of a whole event."""
    if matter.known["status"] == CANCELLED:
        return replace(matter, shown=base, days=(), changes={}, reason=matter.event.cancel_reason)
    sides = list(matter.changes.values())
    reasons = dict.fromkeys(new["reason"] for _old, new in sides if new["reason"])
    whens = [old["when"] for old, _new in sides]
    return replace(matter, shown={**matter.shown, "whens": whens}, changes={}, reason="; ".join(reasons))


def _without(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {each: value for each, value in values.items() if each != name}


def _year(event: Event, occurrence: Occurrence | None) -> int | None:
    return occurrence.id if event.per_year and occurrence else None


def _day(event: Event, occurrence: Occurrence | None) -> str:
    """Which day of a series a mail is about alone."""
    return occurrence.original_day.isoformat() if occurrence and event.rule and not event.per_year else ""


def today_of(event: Event, now: datetime) -> date:
    """The local day, where the event takes place."""
    return now.astimezone(zone(event.zone)).date()


def about(event: Event, occurrence: Occurrence | None, mail: str, *, now: datetime) -> Matter:
    """The matter of an event that was loaded with its groups and its campaign."""
    asks = mail in ANSWERED and occurrence is not None and is_open(event, occurrence, now=now)
    groups = tuple(group.name for group in event.groups)
    has_units = any(group.kind == "unit" for group in event.groups)
    return Matter(
        mail, event, occurrence, groups, event.part_of.title if event.part_of else "", has_units=has_units, asks=asks
    )


def next_occurrence(session: Session, event: Event, *, now: datetime) -> Occurrence | None:
    """The occurrence that a mail about a whole event shows: the coming one, else the last; none without a day."""
    if event.first_day is None:
        return None
    of_event = select(Occurrence).where(Occurrence.event_id == event.id).limit(1)
    coming = of_event.where(Occurrence.ends_at > now).order_by(Occurrence.starts_at)
    found = session.scalars(coming).first()
    return found or session.scalars(of_event.order_by(Occurrence.starts_at.desc())).first()


def _event(session: Session, event_id: int) -> Event:
    query = select(Event).options(selectinload(Event.groups), joinedload(Event.part_of))
    return session.scalars(query.where(Event.id == event_id)).one()
