"""Notices: mails caused by a decision (invitation, change, cancellation). Decisions add them, the clock sends them.

Changes of one event that follow each other within the agency's window become one notice, from the first old value to
the last new one. Whoever had got a mail about the event is notified with its audience, also when he is no longer of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from campaign.audit import PROGRAM, Act
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audience import branches, meant_by
from campaign.calendar.draft import Draft
from campaign.calendar.planning import AFTERWARDS, unit_has_filed
from campaign.calendar.seats import URGENT
from campaign.models import AudienceGroup, Event, Member, Message, Notice, Occurrence, Reminder, Result
from campaign.models.message import ANNOUNCEMENT, REPORT, SEAT, YEAR_PLAN
from campaign.reason import Reason
from campaign.sending.messages import insert_messages, message_columns, suppress

INVITATION, CHANGE, CANCELLATION = "invitation", "change", "cancellation"
NAMED = YEAR_PLAN, SEAT
"""Kinds of notices whose ``facts`` name their readers."""
MOST_WINDOWS = 6
"""A change put off by the next one, and that by another, is announced after so many windows at the latest."""
SHORTEST_USE = timedelta(minutes=1)

Differences = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Reach:
    """The next occurrence that people count on: a notice must come before it starts, and is of no use after its end."""

    starts_at: datetime
    ends_at: datetime


def reach(work: Act, event: Event, occurrence: Occurrence | None = None) -> Reach | None:
    """The event's next confirmed occurrence that is not over (or the given one); None: nobody counts on anything."""
    query = select(Occurrence.starts_at, Occurrence.ends_at).where(
        Occurrence.event_id == event.id,
        Occurrence.confirmed_at.is_not(None),
        Occurrence.cancelled_at.is_(None),
        Occurrence.ends_at > work.now,
    )
    if occurrence is not None:
        query = query.where(Occurrence.id == occurrence.id)
    row = work.session.execute(query.order_by(Occurrence.starts_at).limit(1)).one_or_none()
    return Reach(*row) if row else None


def note_invitation(work: UnitOfWork, event: Event, occurrence: Occurrence | None = None) -> Notice | None:
    """Invite the audience, at once or when the quiet hours are over."""
    coming = reach(Act(work.session, work.now, PROGRAM), event, occurrence)
    if coming is None:
        return None
    notice = _add(work, INVITATION, event, occurrence, useful_until=coming.ends_at)
    notice.due_at = sending_time(work, work.now, coming.starts_at)
    return notice


def note_report(work: UnitOfWork, event: Event, occurrence: Occurrence) -> Notice:
    """Remind the units that have not filed their part of the report, at once or when the quiet hours are over."""
    notice = _add(work, REPORT, event, occurrence, useful_until=work.now + AFTERWARDS)
    notice.due_at = work.agency.sending_time(work.now)
    return notice


def note_change(
    work: UnitOfWork,
    event: Event,
    differences: Differences,
    occurrence: Occurrence | None = None,
    *,
    before: Reach | None,
    notify: bool = True,
) -> Notice | None:
    """Notify the audience what changed, once the window is over; what came back to its old value is not announced.

    ``before``: what people counted on until now. ``notify=False`` makes no notice, but one that already waits is kept
    true: it says the newest value of what it was going to say.
    """
    open_notice = waiting(work.session, event, occurrence)
    after = reach(Act(work.session, work.now, PROGRAM), event, occurrence)
    spans = [span for span in (before, after) if span]
    if open_notice is None and not (notify and differences and spans):
        return None
    merged = merged_differences(open_notice.facts if open_notice else {}, differences, only_known=not notify)
    if not merged:
        if open_notice:
            open_notice.cancelled_at = work.now
        return None
    starts = min((span.starts_at for span in spans), default=work.now)
    useful_until = max((span.ends_at for span in spans), default=work.now + AFTERWARDS)
    if open_notice is None:
        open_notice = _add(work, CHANGE, event, occurrence, useful_until=useful_until)
    open_notice.facts = merged
    window = work.agency.window
    latest = min(work.now + window, open_notice.created_at + MOST_WINDOWS * window)
    open_notice.due_at = sending_time(work, min(latest, max(work.now, starts)), starts)
    open_notice.useful_until = max(useful_until, open_notice.due_at + SHORTEST_USE)
    work.session.flush()
    return open_notice


def note_cancellation(
    work: UnitOfWork,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    before: Reach | None,
    reason: str,
    notify: bool = True,
) -> Notice | None:
    """Notify the audience that nothing will be; whatever else waited to be sent is taken back.

    At once, or, of something that is more than a day away, when the quiet hours are over.
    """
    withdraw(Act(work.session, work.now, PROGRAM), event, occurrence, reason=Reason.CANCELLED)
    if not notify or not is_awaited(event, before):
        return None
    until = before.ends_at if before else work.now + AFTERWARDS
    notice = _add(work, CANCELLATION, event, occurrence, useful_until=until, text=reason)
    notice.due_at = sending_time(work, work.now, before.starts_at if before else until)
    return notice


def sending_time(work: UnitOfWork, at: datetime, starts_at: datetime) -> datetime:
    """When a mail that is ready ``at`` that moment goes out, about something that begins at ``starts_at``."""
    return at if starts_at <= at + URGENT else work.agency.sending_time(at)


def is_awaited(event: Event, before: Reach | None) -> bool:
    """Whether anybody counts on it: it is to come, or was put off after it had been announced."""
    return before is not None or (event.postponed_at is not None and not event.is_draft)


def withdraw(work: Act, event: Event, occurrence: Occurrence | None = None, *, reason: Reason, kind: str = "") -> None:
    """Take back the notices that have not gone out: of the event as a whole, or of one occurrence, or of one kind."""
    which = [Notice.event_id == event.id, Notice.cancelled_at.is_(None)]
    if occurrence is not None:
        which.append(Notice.occurrence_id == occurrence.id)
    if kind:
        which.append(Notice.kind == kind)
    ids = work.session.scalars(select(Notice.id).where(*which).with_for_update()).all()
    if not ids:
        return
    unplanned = Notice.id.in_(ids), Notice.planned_at.is_(None)
    work.session.execute(update(Notice).where(*unplanned).values(cancelled_at=work.now))
    suppress(work.session.connection(), Message.notice_id.in_(ids), now=work.now, reason=reason)


def take_back_cancellation(work: Act, event: Event, one: Occurrence) -> bool:
    """Take back the mail that says that this occurrence is called off; false if people have been told already."""
    told = exists().where(
        Notice.kind == CANCELLATION,
        Notice.event_id == event.id,
        Notice.occurrence_id == one.id,
        Notice.planned_at.is_not(None),
        Notice.cancelled_at.is_(None),
    )
    is_told = work.session.scalar(select(told))
    withdraw(work, event, one, reason=Reason.REOPENED, kind=CANCELLATION)
    return not is_told


def plan_due(connection: Connection, *, now: datetime, id_suffix: str) -> int:
    """Turn every notice that fell due by ``now`` into one message per reader; returns how many (see ``planning``)."""
    due = and_(Notice.due_at <= now, Notice.planned_at.is_(None), Notice.cancelled_at.is_(None))
    if not connection.scalar(select(exists().where(due))):
        return 0
    connection.execute(update(Notice).where(due).values(planned_at=now))
    return insert_messages(connection, _messages_of_planned(now, id_suffix)) + sum(
        insert_messages(connection, [query]) for query in _messages_to_named(connection, now, id_suffix)
    )


def readers(session: Session, event: Event, occurrence: Occurrence | None, draft: Draft, *, now: datetime) -> int:
    """How many a change or cancellation would be sent to now, the event being for whom ``draft`` says."""
    about = literal(event.id), literal(occurrence.id if occurrence else None, Notice.occurrence_id.type)
    since = literal(now, Notice.created_at.type)
    notified = or_(*(Member.id.in_(ids) for ids in _acquainted(*about, since)))
    meant = or_(meant_by(draft), and_(notified, Member.left_at.is_(None)))
    return session.scalar(select(func.count()).select_from(Member).where(meant)) or 0


def _messages_of_planned(now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    query = select(*message_columns(Notice, "n", now=now, id_suffix=id_suffix)).select_from(Notice)
    planned = and_(Notice.planned_at == now, Notice.kind.not_in(NAMED))
    unit = aliased(AudienceGroup)  # the branches below have one of their own
    owes = exists().where(unit.event_id == Notice.event_id, unit.group_id == Member.unit_id)
    meant = or_(Notice.kind != REPORT, and_(owes, ~unit_has_filed(Notice.occurrence_id)))
    for branch in branches(query.join(Event, Event.id == Notice.event_id).where(planned)):
        yield branch.where(meant)
    for ids in _acquainted(Notice.event_id, Notice.occurrence_id, Notice.created_at):
        about_changes = Notice.kind.not_in((INVITATION, REPORT))
        notified = and_(planned, about_changes, Member.id.in_(ids), Member.left_at.is_(None))
        yield query.join(Member, notified)
    new = and_(planned, Notice.kind == ANNOUNCEMENT, Member.created_at == Notice.created_at, Member.left_at.is_(None))
    yield query.join(Member, new)


def _messages_to_named(connection: Connection, now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    """To the members whom a notice names: about a published year, or about a seat."""
    planned = select(Notice.id, Notice.facts).where(Notice.planned_at == now, Notice.kind.in_(NAMED))
    for row in connection.execute(planned).all():
        named = and_(Notice.id == row.id, Member.id.in_(row.facts["members"]), Member.left_at.is_(None))
        columns = message_columns(Notice, "n", now=now, id_suffix=id_suffix)
        yield select(*columns).select_from(Notice).join(Member, named)


Value = ColumnElement[Any] | InstrumentedAttribute[Any]


def _acquainted(event_id: Value, occurrence_id: Value, since: Value) -> tuple[Select[int], Select[int]]:
    """Who knows of the event: reminded of what is still to come, or sent a notice that is still of use."""
    every = occurrence_id.is_(None)
    to_come = or_(Occurrence.ends_at > since, Reminder.useful_until > since)
    reminded = (
        select(Message.member_id)
        .join(Reminder, Reminder.id == Message.reminder_id)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .where(Occurrence.event_id == event_id, or_(every, occurrence_id == Occurrence.id))
        .where(Message.result == Result.SENT, to_come)
    )
    earlier = aliased(Notice)
    notified = (
        select(Message.member_id)
        .join(earlier, earlier.id == Message.notice_id)
        .where(earlier.event_id == event_id, or_(every, occurrence_id == earlier.occurrence_id))
        .where(Message.result == Result.SENT, earlier.useful_until > since)
    )
    return reminded.correlate(Notice), notified.correlate(Notice)


def waiting(
    session: Session, event: Event, occurrence: Occurrence | None = None, *, lock: bool = True
) -> Notice | None:
    """The change notice whose window is still open; locked, so that the clock and we do not pass each other."""
    query = select(Notice).where(
        Notice.kind == CHANGE,
        Notice.event_id == event.id,
        Notice.occurrence_id == occurrence.id if occurrence else Notice.occurrence_id.is_(None),
        Notice.planned_at.is_(None),
        Notice.cancelled_at.is_(None),
    )
    query = query.order_by(Notice.id).limit(1)
    return session.scalars(query.with_for_update() if lock else query).first()


def merged_differences(
    known: Mapping[str, Any], differences: Differences, *, only_known: bool = False
) -> dict[str, Any]:
    """From the first old value to the last new one; what is as it was before is left out."""
    merged = dict(known)
    for name, (old, new) in differences.items():
        if name in merged or not only_known:
            first = merged[name][0] if name in merged else old
            merged[name] = [first, new]
    return {name: pair for name, pair in merged.items() if pair[0] != pair[1]}


def _add(
    work: Act,
    kind: str,
    event: Event,
    occurrence: Occurrence | None,
    *,
    useful_until: datetime,
    text: str = "",
) -> Notice:
    notice = Notice(
        kind=kind,
        event_id=event.id,
        occurrence_id=occurrence.id if occurrence else None,
        facts={},
        text=text,
        created_at=work.now,
        created_by=work.by.name,
        due_at=work.now,
        useful_until=max(useful_until, work.now + SHORTEST_USE),
    )
    work.session.add(notice)
    work.session.flush()
    return notice
