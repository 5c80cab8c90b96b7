"""Taking the last decision back while its notice still waits: as if it had not been taken.

Possible within the office's window, in which a change is not yet told; later the organizer decides anew (reopen, move).
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from campaign.book import history
from campaign.book.history import By
from campaign.calendar import changes
from campaign.calendar.planning import Office
from campaign.calendar.when import When
from campaign.desk import notices
from campaign.desk.scheduling import SUBJECT
from campaign.errors import Conflict
from campaign.models import Event, History, Message, Notice, Occurrence, Reminder, Result

UNDOABLE = frozenset({"cancel", "postpone", "move"})


def possible(session: Session, event: Event, *, office: Office, now: datetime) -> History | None:
    """The decision that ``undo`` would take back; None when the last act is another one or too long ago."""
    act = history.last(session, SUBJECT, event.id)
    return act if act and act.verb in UNDOABLE and now - act.at <= office.window else None


def undo(session: Session, event: Event, act_id: int, *, office: Office, now: datetime, by: By) -> None:
    """Take that decision back. Raises ``Conflict`` when it is not the last one any more, or the window is over."""
    changes.hold(session, event)
    act = possible(session, event, office=office, now=now)
    if act is None or act.id != act_id:
        raise Conflict("Không hoàn tác được nữa: đã quá thời gian hoặc đã có thay đổi khác.")
    one = _occurrence(session, event, act)
    before = notices.reach(session, event, one, now=now)
    if act.verb == "cancel":
        _revive(session, event, one, act.at)
    else:
        _lay_back(event, one, act)
    changes.settle(session, event, office=office, now=now)
    changes.touch(event)
    if act.verb == "cancel":
        notices.withdraw(session, event, one, now=now, reason="Đã rút lại việc hủy.", kind=notices.CANCELLATION)
    else:
        facts = {"when": (act.new.get("when"), act.old.get("when"))}
        # Together with the notice that still waits this is no change at all, and nobody hears of either.
        waiting = notices.waiting(session, event, one) is not None
        notices.note_change(
            session, event, facts, one, before=before, window=office.window, now=now, by=by, tell=waiting
        )
    history.record(
        session,
        now=now,
        by=by,
        verb="undo",
        subject_type=SUBJECT,
        subject_id=event.id,
        title=event.title,
        old=act.new,
        new=act.old,
    )


def _occurrence(session: Session, event: Event, act: History) -> Occurrence | None:
    """The one occurrence of a series that the act was about."""
    if "occurrence" not in act.new:
        return None
    day = date.fromisoformat(act.new["occurrence"])
    query = select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day == day)
    return session.scalars(query).one()


def _revive(session: Session, event: Event, one: Occurrence | None, at: datetime) -> None:
    """All that the cancellation took away carries its instant: occurrences, reminders, notices, waiting mails."""
    if one is None:
        event.undo_cancellation()
    of_event = select(Occurrence.id).where(Occurrence.event_id == event.id)
    occurrences = update(Occurrence).where(Occurrence.event_id == event.id, Occurrence.cancelled_at == at)
    reminders = Reminder.occurrence_id.in_(of_event), Reminder.cancelled_at == at
    told = Notice.event_id == event.id, Notice.cancelled_at == at
    messages = update(Message).where(
        Message.result == Result.SUPPRESSED,
        Message.settled_at == at,
        Message.reminder_id.in_(select(Reminder.id).where(*reminders))
        | Message.notice_id.in_(select(Notice.id).where(Notice.event_id == event.id)),
    )
    session.execute(messages.values(result=None, settled_at=None, reason=""))
    session.execute(update(Reminder).where(*reminders).values(cancelled_at=None))
    session.execute(update(Notice).where(*told).values(cancelled_at=None))
    session.execute(occurrences.values(cancelled_at=None, cancelled_by="", cancel_reason=""))
    session.expire_all()


def _lay_back(event: Event, one: Occurrence | None, act: History) -> None:
    was = When.from_json(act.old["when"]) if act.old["when"] else None
    if one is not None and was:
        one.move(was.first, was.last, was.start, was.end, now=act.at)
        if (one.first_day, one.start_time, one.end_time) == (one.original_day, event.start_time, event.end_time):
            one.moved_at = None
    elif was:
        event.schedule(was.first, was.last, was.start, was.end)
    else:
        event.first_day = event.last_day = event.start_time = event.end_time = None
