"""Everything an organizer sees of one event: its occurrences, counts of its mails, and its audit log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from campaign import audit
from campaign.calendar import audience
from campaign.calendar.draft import Draft, as_json, draft_of
from campaign.desk.scheduling import SUBJECT
from campaign.errors import NotFound
from campaign.models import (
    AuditEntry,
    Base,
    Duty,
    Event,
    Group,
    Member,
    Message,
    Notice,
    Occurrence,
    Reminder,
    Room,
)
from campaign.paging import events_open_to, limit_of
from campaign.sending import counts

NAMED: dict[str, tuple[type[Base], InstrumentedAttribute[str]]] = {
    "room_id": (Room, Room.name),
    "contact_id": (Member, Member.name),
    "escalate_to_id": (Member, Member.name),
    "include_ids": (Member, Member.name),
    "exclude_ids": (Member, Member.name),
    "group_ids": (Group, Group.name),
    "duty_id": (Duty, Duty.text),
    "part_of_id": (Event, Event.title),
}
"""Fields that hold ids, and what their names are."""
MOST_SHOWN = 12
Names = Mapping[type[Base], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Mails:
    """The event's mails in figures. ``planned``: reminders whose time has not come, the next of them at ``next_at``.

    ``notice_at``: when a notice of what was done leaves, if one still waits for its window to end.
    """

    waiting: int
    sent: int
    failed: int
    expired: int
    suppressed: int
    planned: int
    next_at: datetime | None
    notice_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        counted = self.waiting or self.sent or self.failed or self.expired or self.suppressed or self.planned
        return not (counted or self.notice_at)


@dataclass(frozen=True, slots=True)
class EventOverview:
    """The event with its groups, campaign, duty and contact loaded; ``parts`` are the events of a campaign.

    ``origin`` is the event of an earlier year that it was rolled from: the latest that has its words in a plan.
    """

    event: Event
    draft: Draft
    occurrences: Sequence[Occurrence]
    parts: Sequence[Event]
    origin: Event | None
    room: str
    heads: int
    mails: Mails
    acts: Sequence[AuditEntry]
    names: Names

    def coming(self, now: datetime) -> Occurrence | None:
        """The next occurrence that is not over, else the last."""
        ahead = [each for each in self.occurrences if each.ends_at > now and not each.cancelled_at]
        return next(iter(ahead or self.occurrences[-1:]), None)

    def shown(self, now: datetime) -> Sequence[Occurrence]:
        """Of a series the occurrences that are still to come, as many as a page bears; of one that is over the last."""
        return [each for each in self.occurrences if each.ends_at > now][:MOST_SHOWN] or self.occurrences[-1:]


def event_overview(session: Session, uid: str) -> EventOverview:
    """The whole event. Raises ``NotFound``."""
    loaded = selectinload(Event.groups), joinedload(Event.part_of), joinedload(Event.contact_member)
    query = (
        select(Event)
        .options(*loaded, joinedload(Event.duty).joinedload(Duty.plan))
        .where(Event.uid == uid, events_open_to(limit_of(session)))
    )
    event = session.scalars(query).one_or_none()
    if event is None:
        raise NotFound("Không tìm thấy hoạt động này.")
    occurrences = select(Occurrence).where(Occurrence.event_id == event.id).order_by(Occurrence.starts_at)
    parts = select(Event).where(Event.part_of_id == event.id).order_by(Event.first_day, Event.id)
    draft = draft_of(session, event)
    acts = audit.of(session, SUBJECT, event.id)
    return EventOverview(
        event,
        draft,
        session.scalars(occurrences).all(),
        session.scalars(parts).all(),
        _origin(session, event),
        session.scalar(select(Room.name).where(Room.id == event.room_id)) or "" if event.room_id else "",
        audience.count(session, draft),
        mails(session, event.id),
        acts,
        names_of(session, (as_json(draft), *(values for act in acts for values in (act.old, act.new)))),
    )


def _origin(session: Session, event: Event) -> Event | None:
    found = None
    with_plan = joinedload(Event.duty).joinedload(Duty.plan)
    while event.rolled_from_id and not (found and (found.duty or found.quote)):
        event = found = session.get_one(Event, event.rolled_from_id, options=[with_plan])
    return found


def mails(session: Session, event_id: int) -> Mails:
    """What became of its mails, and what is still to become one."""
    occurrences = select(Occurrence.id).where(Occurrence.event_id == event_id)
    reminders = select(Reminder.id).where(Reminder.occurrence_id.in_(occurrences))
    notices = select(Notice.id).where(Notice.event_id == event_id)
    # By ids and not by OR or subqueries: PostgreSQL would read all messages ever sent.
    of_reminders, of_notices = session.scalars(reminders).all(), session.scalars(notices).all()
    causes = Message.reminder_id.in_(of_reminders), Message.notice_id.in_(of_notices)
    latest = counts.uncounted(session)
    of_event = union_all(*(select(Message.result).where(cause, *latest) for cause in causes)).subquery()
    found = counts.of_causes(session, of_reminders, of_notices)
    for result, number in session.execute(select(of_event.c.result, func.count()).group_by(of_event.c.result)):
        found[result or "waiting"] += number
    unsent = Reminder.occurrence_id.in_(occurrences), Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None)
    waiting = Notice.event_id == event_id, Notice.planned_at.is_(None), Notice.cancelled_at.is_(None)
    notice_at = select(func.min(Notice.due_at)).where(*waiting).scalar_subquery()
    coming = select(func.count(), func.min(Reminder.due_at), notice_at).where(*unsent)
    planned, next_at, told_at = session.execute(coming).one()
    figures = {name: found[name] for name in ("waiting", "sent", "failed", "expired", "suppressed")}
    return Mails(**figures, planned=planned, next_at=next_at, notice_at=told_at)


def names_of(session: Session, values: Iterable[Mapping[str, Any]]) -> Names:
    """What the ids in these values of drafts are called. One query, or none."""
    wanted: dict[type[Base], set[int]] = defaultdict(set)
    for each in values:
        for field, (model, _name) in NAMED.items():
            found = each.get(field)
            wanted[model] |= set(found if isinstance(found, list) else [found] if found else [])
    columns = dict(NAMED.values())
    parts = [
        select(literal(model.__tablename__).label("sort"), model.id.label("id"), columns[model].label("name")).where(
            model.id.in_(ids)
        )
        for model, ids in wanted.items()
        if ids
    ]
    models = {model.__tablename__: model for model in wanted}
    names: dict[type[Base], dict[int, str]] = defaultdict(dict)
    for row in session.execute(union_all(*parts)) if parts else ():
        names[models[row.sort]][row.id] = row.name
    return names
