"""Undoing a confirmation as long as no mail of it has been sent: the event is a draft again.

What has left cannot be called back; then only a cancellation tells its readers. Whether anything has left is decided
after every message of the event is locked, so that neither the clock nor a sender passes by.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar.announced import POSTPONEMENT, RESUMPTION
from campaign.calendar.sentence import Sentence, listed
from campaign.desk import notices
from campaign.desk.scheduling import SUBJECT
from campaign.errors import AlreadySent
from campaign.models import AuditEntry, Event, Message, Notice, Occurrence, Reminder
from campaign.reason import Reason
from campaign.sending.messages import OUT, suppress

CONFIRM = "confirm"
REMINDER = "reminder"
MAILS = {
    notices.INVITATION: Sentence("giấy mời"),
    REMINDER: Sentence("thư nhắc"),
    notices.CHANGE: Sentence("thư báo thay đổi"),
    notices.CANCELLATION: Sentence("thư báo hủy"),
    POSTPONEMENT: Sentence("thư báo hoãn"),
    RESUMPTION: Sentence("thư báo vẫn tổ chức"),
}


def standing(work: Act, event: Event) -> AuditEntry | None:
    """The latest confirmation, if it still holds and nothing that it announced has begun."""
    if event.is_draft or event.cancelled_at:
        return None
    act = audit.last(work.session, SUBJECT, event.id, verb=CONFIRM)
    if act is None:
        return None
    mine = Occurrence.event_id == event.id, *_of(act)
    confirmed = Occurrence.confirmed_at == act.at, Occurrence.cancelled_at.is_(None)
    if work.session.scalar(select(Occurrence.id).where(*mine, *confirmed).limit(1)) is None:
        return None
    begun = Occurrence.starts_at > act.at, Occurrence.starts_at <= work.now
    return None if work.session.scalar(select(Occurrence.id).where(*mine, *begun).limit(1)) else act


def departed(session: Session, event: Event, act: AuditEntry) -> Sentence | None:
    """Which mails have left since the confirmation, or are on the wire this moment; None: none has."""
    query = (
        select(func.coalesce(Notice.kind, REMINDER), func.count())
        .select_from(Message)
        .outerjoin(Notice, Notice.id == Message.notice_id)
        .where(_about(event, act), Message.created_at >= act.at, OUT)
        .group_by(Notice.kind)
    )
    found = {row[0]: row[1] for row in session.execute(query)}
    sentences = [
        Sentence("{mail} ({number})", mail=word, number=found[kind]) for kind, word in MAILS.items() if kind in found
    ]
    return listed(sentences) if sentences else None


def refusal(mails: Sentence) -> AlreadySent:
    return AlreadySent(
        "Không rút lại xác nhận được nữa vì đã gửi {mails}; nếu không tổ chức nữa, hãy hủy để báo lại cho người nhận.",
        mails=mails,
    )


def take_back(work: Act, event: Event, act: AuditEntry) -> None:
    """The event, or the year that the act was about, is a draft again; what waited to be sent is settled as taken back.

    The event is held, and is settled afterwards. Raises ``AlreadySent``, and then nothing has changed.
    """
    with work.session.begin_nested():
        _hold_promises(work.session, event)
        # First only what nobody has in his hands: a mail that a sender took meanwhile is seen by ``departed``.
        suppress(
            work.session.connection(),
            and_(_about(event, act), Message.token.is_(None)),
            now=work.now,
            reason=Reason.CONFIRMATION_UNDONE,
        )
        mails = departed(work.session, event, act)
        if mails:
            raise refusal(mails)
        _unconfirm(work.session, event, act)
        work.session.flush()
        one = _one(work.session, event, act) if not event.is_draft else None
        notices.withdraw(Act(work.session, work.now, PROGRAM), event, one, reason=Reason.CONFIRMATION_UNDONE)


def _hold_promises(session: Session, event: Event) -> None:
    """In the order in which the clock takes them: reminders, then notices."""
    reminders = select(Reminder.id).join(Occurrence).where(Occurrence.event_id == event.id)
    session.execute(reminders.order_by(Reminder.id).with_for_update(of=Reminder)).all()
    notices_of_event = select(Notice.id).where(Notice.event_id == event.id).order_by(Notice.id)
    session.execute(notices_of_event.with_for_update()).all()


def _unconfirm(session: Session, event: Event, act: AuditEntry) -> None:
    every = session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).all()
    for occurrence in every:
        if occurrence.confirmed_at == act.at:
            occurrence.undo_confirmation()
    if not any(occurrence.confirmed_at for occurrence in every):
        event.undo_confirmation()


def _of(act: AuditEntry) -> Iterable[ColumnElement[bool]]:
    """Which occurrences the confirmation was about: one year, or all."""
    if "occurrence" in act.new:
        yield Occurrence.original_day == date.fromisoformat(act.new["occurrence"])


def _one(session: Session, event: Event, act: AuditEntry) -> Occurrence | None:
    return session.scalars(select(Occurrence).where(Occurrence.event_id == event.id, *_of(act))).first()


def _about(event: Event, act: AuditEntry) -> ColumnElement[bool]:
    """The messages that the confirmation brought about. A notice of the event as a whole may show any year of it."""
    occurrences = select(Occurrence.id).where(Occurrence.event_id == event.id, *_of(act))
    reminders = select(Reminder.id).where(Reminder.occurrence_id.in_(occurrences))
    whole = Notice.event_id == event.id, or_(Notice.occurrence_id.is_(None), Notice.occurrence_id.in_(occurrences))
    return or_(Message.reminder_id.in_(reminders), Message.notice_id.in_(select(Notice.id).where(*whole)))
