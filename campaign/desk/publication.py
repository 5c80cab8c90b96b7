"""Publishing a year: the drafts of a plan get audience, person in charge and place together, and go live in one act.

Each person whom any of it concerns gets one mail about the year, not one for each event. Reminders follow their rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select, union
from sqlalchemy.orm import Session, selectinload

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audience import branches
from campaign.calendar.draft import Draft, draft_of
from campaign.calendar.when import undated_of
from campaign.desk import decisions, scheduling
from campaign.desk.notices import SHORTEST_USE
from campaign.desk.rolling import plan_of
from campaign.models import Duty, Event, Member, Notice, Occurrence, Plan
from campaign.models.message import YEAR_PLAN


@dataclass(frozen=True, slots=True)
class Assignment:
    """What many drafts get at once; None: each keeps what it has. ``groups``: no group at all means everybody."""

    groups: frozenset[int] | None = None
    contact_id: int | None = None
    place: str | None = None
    room_id: int | None = None

    def applied(self, draft: Draft) -> Draft:
        changed: dict[str, Any] = {}
        if self.groups is not None:
            changed.update(group_ids=self.groups, audience_all=not self.groups)
        if self.contact_id is not None:
            changed.update(contact_id=self.contact_id)
        if self.place is not None or self.room_id is not None:
            changed.update(place=self.place or "", room_id=self.room_id)
        return replace(draft, **changed)


@dataclass(frozen=True, slots=True)
class Published:
    """The events that went live, and how many people get the mail about the year."""

    events: tuple[Event, ...]
    people: int


def drafts(session: Session, year: int, event_ids: Iterable[int] | None = None) -> list[tuple[Event, Occurrence]]:
    """What of the year waits for its confirmation, on its first day there: drafts, and years confirmed one by one.

    What the year's plan asks for is of the year, also if it is due in January after it.
    """
    in_year = Occurrence.first_day.between(date(year, 1, 1), date(year, 12, 31))
    query = (
        select(Event, Occurrence)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .outerjoin(Duty, Duty.id == Event.duty_id)
        .outerjoin(Plan, Plan.id == Duty.plan_id)
        .where(Event.first_day.is_not(None), Event.cancelled_at.is_(None))
        .where(Occurrence.confirmed_at.is_(None), Occurrence.cancelled_at.is_(None))
        .where(or_(Event.confirmed_at.is_(None), Event.per_year))
        .where(or_(in_year, and_(Event.rule == "", Plan.year == year)))
        .options(selectinload(Event.groups), selectinload(Event.duty), selectinload(Event.contact_member))
        .order_by(Occurrence.starts_at.desc(), Event.id)
    )
    if event_ids is not None:
        query = query.where(Event.id.in_(set(event_ids)))
    first = {event.id: (event, occurrence) for event, occurrence in session.execute(query)}
    return list(reversed(first.values()))


def undated(session: Session, year: int) -> int:
    """How many drafts of the year have no day yet, and so cannot be published."""
    return session.scalar(select(func.count()).select_from(Event).where(undated_of(year))) or 0


def assign(work: UnitOfWork, year: int, event_ids: Iterable[int], assignment: Assignment) -> int:
    """Give these drafts of the year the same audience, person or place; of how many. Nobody is notified of a draft."""
    changed = 0
    for event, _occurrence in _in_order(drafts(work.session, year, event_ids)):
        old = draft_of(work.session, event)
        new = assignment.applied(old)
        changed += new != old
        scheduling.edit(work, event, new, version=event.version, notify=False)
    return changed


def publish(work: UnitOfWork, year: int, event_ids: Iterable[int], *, notify: bool = True) -> Published:
    """Confirm these drafts of the year; ``notify``: one mail to each person whom any of them concerns.

    What somebody else confirmed meanwhile is left as it is.
    """
    plan = plan_of(work, year)
    found = _in_order(drafts(work.session, year, event_ids))
    done = [event for event, occurrence in found if decisions.confirm(work, event, occurrence)]
    people = note_year(work, year, [event.id for event in done]) if notify and done else 0
    if done:
        work.record("publish", plan, {}, {"events": len(done), "people": people})
    return Published(tuple(done), people)


def note_year(work: UnitOfWork, year: int, event_ids: Sequence[int]) -> int:
    """One notice for each set of people whom the same events concern; how many people in all.

    They go out when the agency's window is over and outside the quiet hours. What was published a moment before and
    has not been sent is part of the same mail.
    """
    ids = {*event_ids, *_take_back(work, year)}
    live = Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None), Occurrence.ends_at > work.now
    query = select(Occurrence.event_id, func.max(Occurrence.ends_at)).group_by(Occurrence.event_id)
    rows = work.session.execute(query.where(Occurrence.event_id.in_(ids), *live))
    useful = {row[0]: row[1] for row in rows}
    due_at = work.agency.sending_time(work.now + work.agency.window)
    concerned = _concerned(work.session, useful)
    for events, members in concerned.items():
        notice = Notice(
            kind=YEAR_PLAN,
            facts={"year": year, "events": sorted(events), "members": sorted(members)},
            created_at=work.now,
            created_by=work.by.name,
            due_at=due_at,
            useful_until=max(due_at + SHORTEST_USE, *(useful[event] for event in events)),
        )
        work.session.add(notice)
    work.session.flush()
    return sum(map(len, concerned.values()))


def waiting(session: Session, year: int) -> list[Notice]:
    """The notices about the year that have not gone out, the longest first."""
    query = select(Notice).where(Notice.kind == YEAR_PLAN, Notice.planned_at.is_(None), Notice.cancelled_at.is_(None))
    found = [notice for notice in session.scalars(query.with_for_update()) if notice.facts["year"] == year]
    return sorted(found, key=lambda notice: -len(notice.facts["events"]))


def _take_back(work: UnitOfWork, year: int) -> set[int]:
    """The events of the notices that wait; these are replaced."""
    ids: set[int] = set()
    for notice in waiting(work.session, year):
        notice.cancelled_at = work.now
        ids.update(notice.facts["events"])
    return ids


def _concerned(session: Session, event_ids: Iterable[int]) -> dict[frozenset[int], set[int]]:
    """Sets of events → the members whom exactly these concern: of the audience, or in charge."""
    ids = list(event_ids)
    query = select(Event.id, Member.id).select_from(Event).where(Event.id.in_(ids))
    in_charge = query.join(Member, Member.id == Event.contact_id).where(Member.left_at.is_(None))
    events: dict[int, set[int]] = {}
    for event_id, member_id in session.execute(union(*branches(query), in_charge)):
        events.setdefault(member_id, set()).add(event_id)
    found: dict[frozenset[int], set[int]] = {}
    for member_id, theirs in events.items():
        found.setdefault(frozenset(theirs), set()).add(member_id)
    return found


def _in_order(found: list[tuple[Event, Occurrence]]) -> list[tuple[Event, Occurrence]]:
    """In the order in which every act locks events, so that two of them wait for each other."""
    return sorted(found, key=lambda each: each[0].id)
