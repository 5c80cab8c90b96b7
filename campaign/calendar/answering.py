"""A member answers an invitation: accepts, may come, declines, or sends somebody instead.

The event is locked for the length of the transaction, so that of twenty who accept the last seat at once one gets it
and the others wait in the order in which they came.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar import changes, revision, seats
from campaign.calendar.agency import UnitOfWork
from campaign.errors import InvalidInput
from campaign.models import Answer, Event, Member, Message, Occurrence, Reminder, Response
from campaign.reason import Reason
from campaign.sending.messages import suppress

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class Reply:
    """What a member says: accepted, tentative or declined; ``delegate``: who comes instead of whoever declines."""

    answer: Answer
    note: str = ""
    delegate: Member | None = None


def own(session: Session, occurrence: Occurrence, member: Member) -> Response | None:
    """The member's answer."""
    mine = Response.occurrence_id == occurrence.id, Response.member_id == member.id
    return session.scalars(select(Response).where(*mine)).one_or_none()


def delegate_of(session: Session, occurrence: Occurrence, member: Member) -> tuple[Member, Response] | None:
    """Whom the member sends instead, with that person's own answer."""
    query = select(Member, Response).join(Response, Response.member_id == Member.id)
    row = session.execute(
        query.where(Response.occurrence_id == occurrence.id, Response.for_id == member.id)
    ).one_or_none()
    return (row.Member, row.Response) if row else None


def is_invited(session: Session, occurrence: Occurrence, member: Member) -> bool:
    """Whether the member is of the audience, or comes instead of somebody who is."""
    among = Member.id.in_(seats.invited(occurrence.event_id, occurrence.id))
    return session.scalar(select(Member.id).where(Member.id == member.id, among)) is not None


def ahead_of(session: Session, occurrence: Occurrence, member: Member) -> int:
    """How many wait for a seat, up to and including the member; 0: the member does not wait."""
    mine = select(Response.waiting).where(Response.occurrence_id == occurrence.id, Response.member_id == member.id)
    waiting = Response.occurrence_id == occurrence.id, Response.waiting <= mine.scalar_subquery()
    return session.scalar(select(func.count()).select_from(Response).where(*waiting)) or 0


def send_link(work: Act, uid: str, day: date | None, address_key: str) -> None:
    """Send the link to answer to the member with this address, if there is one who is invited."""
    query = select(Event, Occurrence).join(Occurrence, Occurrence.event_id == Event.id)
    row = work.session.execute(query.where(Event.uid == uid, Occurrence.original_day == day)).one_or_none()
    member = work.session.scalar(select(Member).where(Member.address_key == address_key))
    if row and member and is_invited(work.session, row.Occurrence, member):
        seats.tell(work, row.Event, row.Occurrence, member.id, seats.ASKED)


def reply(work: UnitOfWork, event: Event, occurrence: Occurrence, member: Member, given: Reply) -> Response:
    """Take the answer of a member who is invited; repeated, it changes nothing.

    Raises ``InvalidInput`` when answers are no longer taken, and for somebody who cannot be sent.
    """
    changes.lock(work.session, event)
    changes.lock_occurrence(work.session, occurrence)
    if not seats.is_open(event, occurrence, now=work.now):
        raise InvalidInput("Hoạt động này không nhận trả lời nữa; xin liên hệ đơn vị tổ chức.")
    mine = own(work.session, occurrence, member) or Response(occurrence_id=occurrence.id, member_id=member.id)
    before = mine.answer
    _recall(work, event, occurrence, member, given.delegate)
    mine.note = " ".join(given.note.split())[:LONGEST_NOTE]
    if mine.answer != given.answer and (mine.answer, given.answer) != (Answer.WAITLISTED, Answer.ACCEPTED):
        mine.answered_at = work.now
        _seat(work.session, event, occurrence, mine, given.answer)
    work.session.add(mine)
    work.session.flush()
    if given.delegate:
        _send(work, event, occurrence, member, given.delegate)
    seats.fill(work, event)
    if Answer.DECLINED in (before, mine.answer) and (before != mine.answer or given.delegate):
        revision.bump(work.session, now=work.now)
        _stop_reminders(work, occurrence, mine)
    return mine


def _seat(session: Session, event: Event, occurrence: Occurrence, response: Response, wanted: Answer) -> None:
    """The answer as it can be had: who accepts when no seat is free draws a number of the waiting list."""
    full = event.capacity is not None and seats.taken(session, occurrence) >= event.capacity
    response.answer, response.waiting = wanted, None
    if wanted == Answer.ACCEPTED and full:
        last = select(func.max(Response.waiting)).where(Response.occurrence_id == occurrence.id)
        response.answer, response.waiting = Answer.WAITLISTED, (session.scalar(last) or 0) + 1


def _send(work: UnitOfWork, event: Event, occurrence: Occurrence, member: Member, delegate: Member) -> None:
    """The delegate takes the seat that the member gave up a moment ago, and is told."""
    theirs = own(work.session, occurrence, delegate)
    if theirs and theirs.for_id == member.id:
        return
    if delegate.id == member.id:
        raise InvalidInput("Người đi thay phải là một người khác.")
    if theirs and theirs.answer != Answer.DECLINED:
        raise InvalidInput("{name} đã trả lời là dự hoạt động này; hãy cử người khác.", name=delegate.name)
    theirs = theirs or Response(occurrence_id=occurrence.id, member_id=delegate.id, note="")
    theirs.answered_at, theirs.for_id = work.now, member.id
    _seat(work.session, event, occurrence, theirs, Answer.ACCEPTED)
    work.session.add(theirs)
    work.session.flush()
    seats.tell(work, event, occurrence, delegate.id, seats.SENT)


def _recall(work: UnitOfWork, event: Event, occurrence: Occurrence, member: Member, delegate: Member | None) -> None:
    """Whoever was sent before need not come any more, and is told."""
    sent = delegate_of(work.session, occurrence, member)
    if sent and (delegate is None or sent[0].id != delegate.id):
        work.session.delete(sent[1])
        work.session.flush()
        seats.tell(work, event, occurrence, sent[0].id, seats.RELEASED)


def _stop_reminders(work: UnitOfWork, occurrence: Occurrence, mine: Response) -> None:
    """Whoever declines is not reminded, those mails included that wait."""
    if mine.answer == Answer.DECLINED:
        reminders = select(Reminder.id).where(Reminder.occurrence_id == occurrence.id, Reminder.recipients != "contact")
        which = Message.reminder_id.in_(reminders) & (Message.member_id == mine.member_id)
        suppress(work.session.connection(), which, now=work.now, reason=Reason.DECLINED)
