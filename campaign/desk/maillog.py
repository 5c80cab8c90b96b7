"""The mail log: every message with its result and reason; holding all mail, and trying a message again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, literal, literal_column, select, update
from sqlalchemy.orm import Session, aliased

from campaign.audit import Act
from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.dates.zones import instant
from campaign.desk import mail_search
from campaign.errors import InvalidInput, NotFound
from campaign.models import Channel, Event, MailContent, Member, Message, Notice, Occurrence, Reminder, Result
from campaign.paging import SIZE, Within, latest_first, members_within
from campaign.reason import QUARANTINE, Reason
from campaign.sending import channel, counts
from campaign.sending.duty import duty_messages

_exception = Message.result != literal_column("'sent'")  # the words of its index, message.EXCEPTION
_quarantined = and_(_exception, Message.result == Result.FAILED, Message.reason.in_(QUARANTINE))
STATES: dict[str, ColumnElement[bool]] = {
    "pending": and_(Message.result.is_(None), Message.uncertain_at.is_(None)),
    "uncertain": and_(Message.result.is_(None), Message.uncertain_at.is_not(None)),
    "sent": Message.result == Result.SENT,
    "expired": and_(_exception, Message.result == Result.EXPIRED),
    "suppressed": and_(_exception, Message.result == Result.SUPPRESSED),
    "failed": and_(_exception, Message.result == Result.FAILED, Message.reason.not_in(QUARANTINE)),
    "quarantined": _quarantined,
}
RETRIED = frozenset({"failed", "quarantined"})


@dataclass(frozen=True, slots=True)
class MailFilter:
    """Which messages; ``event`` is a UID, ``mailing`` that of an entry, the days are local and both inclusive."""

    state: str = ""
    words: str = ""
    event: str = ""
    member: int | None = None
    mailing: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as the log shows it. ``mailing``: what it and others were sent by, a reminder or a notice."""

    id: int
    mailing: str
    content_id: int | None
    member_id: int
    name: str
    address: str
    uid: str
    title: str
    day: date | None
    kind: str
    subject: str
    result: str | None
    reason: str
    detail: str
    code: int | None
    attempts: int
    uncertain_at: datetime | None
    created_at: datetime
    next_at: datetime
    useful_until: datetime
    settled_at: datetime | None

    @property
    def state(self) -> str:
        if self.result is None:
            return "uncertain" if self.uncertain_at else "pending"
        is_quarantined = self.result == Result.FAILED and self.reason in QUARANTINE
        return "quarantined" if is_quarantined else self.result

    def may_be_tried_again(self, now: datetime) -> bool:
        return self.state in RETRIED and self.useful_until > now


@dataclass(frozen=True, slots=True)
class Way:
    """The way out for mail: held by a person since, or resting after trouble until."""

    held_at: datetime | None = None
    held_by: str = ""
    paused_until: datetime | None = None
    reason: str = ""
    detail: str = ""

    def is_resting(self, now: datetime) -> bool:
        return self.paused_until is not None and self.paused_until > now


def listed(
    session: Session, chosen: MailFilter, *, zone: ZoneInfo, before: int | None = None, within: Within = None
) -> tuple[list[Entry], int | None]:
    """The latest messages of the filter, or those before the message ``before``; and where the next page begins.

    It walks an index, so the hundredth page costs as much as the first.
    """
    conditions = [members_within(within), *_conditions(chosen, zone)]
    if chosen.words or chosen.event:
        older = [Message.id < before] if before else []
        ids = _searched(session, chosen, conditions + older, zone=zone, before=before)
        query = _entries().where(Message.id.in_(ids)).order_by(Message.id.desc())
    else:
        moment = Message.created_at if chosen.since or chosen.until else None
        query = latest_first(_entries().where(*conditions), Message.id, moment, before=before)
    rows = session.execute(query.limit(SIZE + 1)).all()
    entries = [Entry(*row) for row in rows[:SIZE]]
    return entries, entries[-1].id if len(rows) > SIZE else None


def _searched(
    session: Session, chosen: MailFilter, conditions: list[ColumnElement[bool]], *, zone: ZoneInfo, before: int | None
) -> list[int]:
    since = instant(chosen.since, MIDNIGHT, zone) if chosen.since else None
    until = instant(chosen.until + ONE_DAY, MIDNIGHT, zone) if chosen.until else None
    if before is not None:
        made = session.scalar(select(Message.created_at).where(Message.id == before))
        until = min((each for each in (until, made) if each), default=None)
    return mail_search.latest(session, chosen.words, chosen.event, conditions, planned=(since, until))


def of_member(session: Session, member_id: int, *, most: int = 20) -> list[Entry]:
    """The latest mails to one member. One query."""
    query = _entries().where(Message.member_id == member_id).order_by(Message.id.desc()).limit(most)
    return [Entry(*row) for row in session.execute(query)]


def way(session: Session) -> Way:
    """The state of the way out. One query."""
    columns = Channel.held_at, Channel.held_by, Channel.paused_until, Channel.reason, Channel.detail
    row = session.execute(select(*columns).where(Channel.name == channel.MAIL)).one_or_none()
    return Way(*row) if row else Way()


def hold(work: Act) -> None:
    """No mail leaves from now on, on any machine; what falls due waits."""
    _switch(work, "hold", held_at=work.now)


def let_go(work: Act) -> None:
    _switch(work, "let go", held_at=None)


def discard_due(work: Act) -> int:
    """What had fallen due when all mail was held ends unsent, and the rest goes on; of how many messages.

    After a restore: what left between the backup and the loss would go out a second time.
    """
    held_at = way(work.session).held_at
    if held_at is None:
        return 0
    due = Message.result.is_(None), Message.next_at <= held_at
    number = work.session.scalar(select(func.count()).select_from(Message).where(*due)) or 0
    ended = {"result": Result.SUPPRESSED, "settled_at": work.now, "reason": Reason.RESTORED, "token": None}
    work.session.execute(update(Message).where(*due).values(ended))
    let_go(work)
    return number


def retry(work: Act, message_id: int, *, within: Within = None) -> Message:
    """Put a failed message back in the queue, with its Message-ID.

    Raises ``NotFound``, or ``InvalidInput`` when it did not fail, is of no use any more, or must not be sent: what
    was cancelled stays cancelled, and who wants no mail gets none.
    """
    query = select(Message).join(Member).where(Message.id == message_id, members_within(within))
    message = work.session.scalars(query.with_for_update(of=Message)).one_or_none()
    if message is None:
        raise NotFound("Không có thư này.")
    if message.result != Result.FAILED:
        raise InvalidInput("Chỉ gửi lại được thư thất bại hoặc bị cách ly.")
    if message.useful_until <= work.now:
        raise InvalidInput("Thư này đã quá muộn, gửi đi không còn ích gì.")
    member = work.session.get_one(Member, message.member_id)
    _refuse_unwanted(work.session, message, member)
    old = {"result": message.result, "reason": message.reason, "detail": message.detail}
    counts.uncount(work.session.connection(), Message.id == message.id)
    message.result, message.settled_at, message.reason, message.detail = None, None, "", ""
    message.created_at = message.next_at = work.now
    message.crashes, message.token, message.lease_until = 0, None, None
    work.session.flush()
    work.record("retry", message, old, {"result": None}, title=member.name)
    return message


def _entries() -> Select[*tuple[Any, ...]]:
    """All that the log shows of a message, in one row: whom it is for, what it is about, what became of it."""
    notice_event, reminded = aliased(Event), aliased(Event)
    return (
        select(
            Message.id,
            func.coalesce(
                literal("r") + cast(Message.reminder_id, String), literal("n") + cast(Message.notice_id, String)
            ),
            Message.content_id,
            Message.member_id,
            Member.name,
            Member.address,
            func.coalesce(reminded.uid, notice_event.uid, ""),
            func.coalesce(func.nullif(Occurrence.title, ""), reminded.title, notice_event.title, ""),
            Occurrence.first_day,
            func.coalesce(Notice.kind, Reminder.mail, ""),
            func.coalesce(MailContent.subject, ""),
            Message.result,
            Message.reason,
            Message.detail,
            Message.code,
            Message.attempts,
            Message.uncertain_at,
            Message.created_at,
            Message.next_at,
            Message.useful_until,
            Message.settled_at,
        )
        .join(Member, Member.id == Message.member_id)
        .outerjoin(Reminder, Reminder.id == Message.reminder_id)
        .outerjoin(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .outerjoin(reminded, reminded.id == Occurrence.event_id)
        .outerjoin(Notice, Notice.id == Message.notice_id)
        .outerjoin(notice_event, notice_event.id == Notice.event_id)
        .outerjoin(MailContent, MailContent.id == Message.content_id)
    )


def _conditions(chosen: MailFilter, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.state in STATES:
        found.append(STATES[chosen.state])
    if chosen.mailing[1:].isdecimal():
        column = Message.reminder_id if chosen.mailing.startswith("r") else Message.notice_id
        found.append(column == int(chosen.mailing[1:]))
    if chosen.member:
        found.append(Message.member_id == chosen.member)
    if chosen.since:
        found.append(Message.created_at >= instant(chosen.since, MIDNIGHT, zone))
    if chosen.until:
        found.append(Message.created_at < instant(chosen.until + ONE_DAY, MIDNIGHT, zone))
    return found


def _refuse_unwanted(session: Session, message: Message, member: Member) -> None:
    if member.left_at:
        raise InvalidInput("{name} không còn công tác nên thư không gửi lại.", name=member.name)
    if member.unsubscribed_at and not session.scalar(duty_messages(member.id).where(Message.id == message.id)):
        raise InvalidInput("{name} đã ngừng nhận thư nhắc nên thư không gửi lại.", name=member.name)
    if member.flagged_at:
        raise InvalidInput("Địa chỉ của {name} không dùng được; hãy sửa địa chỉ trước.", name=member.name)
    cause = Reminder if message.reminder_id else Notice
    cause_id = message.reminder_id or message.notice_id
    if session.scalar(select(cause.cancelled_at).where(cause.id == cause_id)):
        raise InvalidInput("Lịch đã đổi hoặc đã hủy nên thư này không gửi lại.")


def _switch(work: Act, verb: str, *, held_at: datetime | None) -> None:
    before = way(work.session)
    if (before.held_at is None) == (held_at is None):
        return
    channel.hold(work.session.connection(), now=held_at, by=work.by.name if held_at else "")
    row = work.session.scalars(select(Channel).where(Channel.name == channel.MAIL)).one()
    old = {"held_at": before.held_at.isoformat() if before.held_at else None}
    work.record(verb, row, old, {"held_at": held_at.isoformat() if held_at else None})
