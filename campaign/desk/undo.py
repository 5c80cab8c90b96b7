"""Undoing the last decision about an event while nobody has been notified of it.

The last cancellation, postponement or move within the agency's window, before it is announced; later the organizer
takes a new decision (reopen, move). A confirmation as long as no mail of it has left.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audit_words import UNDONE
from campaign.calendar.when import When
from campaign.desk import notices, unconfirming
from campaign.desk.scheduling import SUBJECT
from campaign.errors import AlreadySent, Conflict
from campaign.models import AuditEntry, Event, Message, Notice, Occurrence, Reminder, Result
from campaign.sending import counts

UNDOABLE = frozenset({"cancel", "postpone", "move"})


def possible(work: UnitOfWork, event: Event) -> AuditEntry | None:
    """The decision that ``undo`` would take back: the last act if it is fresh, else a confirmation nobody heard of."""
    fresh = _fresh(work, event)
    act = fresh or unconfirming.standing(work, event)
    if fresh or act is None:
        return fresh
    return None if unconfirming.departed(work.session, event, act) else act


def hindrance(work: UnitOfWork, event: Event) -> AlreadySent | None:
    """Why a confirmation of the last minutes cannot be taken back any more: mails of it have left."""
    act = audit.last(work.session, SUBJECT, event.id)
    if act is None or act.verb != unconfirming.CONFIRM or work.now - act.at > work.agency.window:
        return None
    act = unconfirming.standing(work, event)
    mails = unconfirming.departed(work.session, event, act) if act else None
    return unconfirming.refusal(mails) if mails else None


def is_told(work: UnitOfWork, event: Event, act_id: int) -> bool:
    """Whether a cancellation of the whole event has reached its readers: then they must learn that it is on again."""
    act = audit.last(work.session, SUBJECT, event.id)
    if act is None or act.id != act_id or act.verb != "cancel" or not event.cancelled_at or "occurrence" in act.new:
        return False
    sent = Notice.event_id == event.id, Notice.created_at >= act.at, Message.result == Result.SENT
    query = select(Message.id).join(Notice, Notice.id == Message.notice_id).where(*sent)
    return work.session.scalar(query.limit(1)) is not None


def undo(work: UnitOfWork, event: Event, act_id: int) -> None:
    """Take that decision back.

    Raises ``Conflict`` when it is not the last one any more, or the window is over; ``AlreadySent`` for a confirmation
    of which mails have left.
    """
    changes.lock(work.session, event)
    acts = _fresh(work, event), unconfirming.standing(work, event)
    act = next((found for found in acts if found and found.id == act_id), None)
    if act is None:
        raise Conflict("Không hoàn tác được nữa: đã quá thời gian hoặc đã có thay đổi khác.")
    if act.verb == unconfirming.CONFIRM:
        unconfirming.take_back(work, event, act)
        changes.rebuild(work, event)
        changes.touch(event)
    else:
        _reverse(work, event, act)
    work.record("undo", event, act.new, {**act.old, UNDONE: act.verb})


def _fresh(work: UnitOfWork, event: Event) -> AuditEntry | None:
    act = audit.last(work.session, SUBJECT, event.id)
    return act if act and act.verb in UNDOABLE and work.now - act.at <= work.agency.window else None


def _reverse(work: UnitOfWork, event: Event, act: AuditEntry) -> None:
    one = _occurrence(work.session, event, act)
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, one)
    if act.verb == "cancel":
        _revive(work.session, event, one, act.at, now=work.now)
    else:
        _restore_dates(event, one, act)
    changes.rebuild(work, event)
    changes.touch(event)
    # What nobody was told is no change at all; who was told of it learns that it is taken back.
    notices.note_change(work, event, one, before=replace(before, informs=False))


def _occurrence(session: Session, event: Event, act: AuditEntry) -> Occurrence | None:
    """The one occurrence of a series that the act was about."""
    if "occurrence" not in act.new:
        return None
    day = date.fromisoformat(act.new["occurrence"])
    query = select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day == day)
    return session.scalars(query).one()


def _revive(session: Session, event: Event, one: Occurrence | None, at: datetime, *, now: datetime) -> None:
    """All that the cancellation took away carries its instant: occurrences, reminders, notices, waiting mails."""
    if one is None:
        event.undo_cancellation()
    of_event = select(Occurrence.id).where(Occurrence.event_id == event.id)
    occurrences = update(Occurrence).where(Occurrence.event_id == event.id, Occurrence.cancelled_at == at)
    reminders = Reminder.occurrence_id.in_(of_event), Reminder.cancelled_at == at
    cancelled = Notice.event_id == event.id, Notice.cancelled_at == at
    messages = (
        Message.result == Result.SUPPRESSED,
        Message.settled_at == at,
        Message.reminder_id.in_(select(Reminder.id).where(*reminders))
        | Message.notice_id.in_(select(Notice.id).where(Notice.event_id == event.id)),
    )
    counts.uncount(session.connection(), *messages)
    waiting = {"result": None, "settled_at": None, "reason": "", "detail": "", "created_at": now}
    session.execute(update(Message).where(*messages).values(waiting))
    session.execute(update(Reminder).where(*reminders).values(cancelled_at=None))
    session.execute(update(Notice).where(*cancelled).values(cancelled_at=None))
    session.execute(occurrences.values(cancelled_at=None, cancelled_by="", cancel_cause="", cancel_reason=""))
    session.expire_all()


def _restore_dates(event: Event, one: Occurrence | None, act: AuditEntry) -> None:
    was = When.from_json(act.old["when"]) if act.old["when"] else None
    if one is not None and was:
        one.move(was.first, was.last, was.start, was.end, now=act.at)
        if (one.first_day, one.start_time, one.end_time) == (one.original_day, event.start_time, event.end_time):
            one.moved_at = None
    elif was:
        if event.register_by and event.first_day:
            event.register_by += was.first - event.first_day
        event.schedule(was.first, was.last, was.start, was.end)
    else:
        event.first_day = event.last_day = event.start_time = event.end_time = None
