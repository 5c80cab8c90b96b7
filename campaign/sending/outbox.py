"""The outbox: messages to members as a queue, with content that is rendered once and shared by many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import BindParameter, ColumnElement, Select, and_, case, exists, func, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from campaign.models import AnnouncedState, Event, MailContent, Member, Message, Notice, Occurrence, Reminder, Result
from campaign.models.member import wording
from campaign.outcome import PERMANENT, Refused
from campaign.reason import Reason
from campaign.sending import channel
from campaign.sending.messages import suppress
from campaign.sending.queue import Claimed, Moment, Queue

MOST_REFUSALS = 3
UNTOUCHED = and_(Message.attempts == 0, Message.crashes == 0)
"""No server can have seen the message: its words and its Date may still be newer ones."""


@dataclass(frozen=True, slots=True)
class ContentKey:
    """Which content a message carries: one reminder or notice, in one language, as of one edition of the event.

    ``base``: the digest of the state of the event that its readers were told last; "" if none.
    """

    reminder_id: int | None
    notice_id: int | None
    language: str
    edition: int
    base: str = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """The state of one event that a content announces (``campaign.calendar.announced``)."""

    event_id: int
    occurrence_id: int | None
    digest: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Composed:
    """What one content says."""

    subject: str
    body: bytes
    announced: Sequence[Announced] = ()


Compose: TypeAlias = Callable[[Session, ContentKey, datetime], Composed | Reason]
"""A ``Reason``: there is nothing to say to these readers."""


class Outbox(Queue):
    """Messages, small mailings first and then the oldest."""

    def __init__(self) -> None:
        super().__init__(Message, channel.MAIL, Message.priority)

    def contents(self, connection: Connection, claimed: Sequence[Claimed]) -> dict[int | None, bytes]:
        ids = {mail.content_id for mail in claimed}
        query = select(MailContent.id, MailContent.body).where(MailContent.id.in_(ids))
        return {row.id: row.body for row in connection.execute(query)}

    def blame(self, connection: Connection, refusals: Sequence[tuple[Claimed, Refused]], *, now: datetime) -> None:
        """A dead address takes the member's other messages with it.

        It is flagged at once if the server says that there is no such mailbox, else after repeats.
        """
        for mail, refusal in refusals:
            is_certain = refusal.blame == "address" and refusal.enhanced.startswith("5.1.")
            if is_certain or _refusals(connection, mail) >= MOST_REFUSALS:
                detail = f"{refusal.code} {refusal.text}".strip()
                flag = update(Member).where(Member.id == mail.recipient_id, Member.flagged_at.is_(None))
                connection.execute(flag.values(flagged_at=now, flag_reason=refusal.reason, flag_detail=detail))
                suppress(connection, Message.member_id == mail.recipient_id, now=now, reason=Reason.BAD_ADDRESS)

    def unfixed(self) -> dict[str, Any]:
        return {
            "dated_at": case((UNTOUCHED, None), else_=Message.dated_at),
            "content_id": case((UNTOUCHED, None), else_=Message.content_id),
        }

    def next_ids(self, now: Moment, limit: int | BindParameter[int]) -> Select[int]:
        """A mail about an event waits for the mail before it to the same person, on which its words are based."""
        return super().next_ids(now, limit).where(_is_next_of_thread())

    def _fixed(self, now: Moment) -> dict[str, Any]:
        """Content and Date. The claim is synced, so that whatever was sent under it is repeated byte for byte."""
        return {
            "dated_at": func.coalesce(Message.dated_at, now),
            "content_id": func.coalesce(Message.content_id, _latest_content()),
        }

    def _can_be_sent(self, row: Any) -> bool:  # noqa: ANN401
        """A message whose content is not rendered yet (an edit came in the last moment) waits for the next round."""
        return row.content_id is not None

    def _claimed(self) -> Select[*tuple[Any, ...]]:
        return select(
            Message.id,
            Message.member_id,
            Member.name,
            Member.address,
            Member.language,
            Message.message_id,
            Message.dated_at,
            Message.content_id.label("content_id"),
            Message.token,
            Message.attempts,
            Message.crashes,
            Message.uncertain_at.is_not(None),
            Message.code,
            Message.useful_until,
        ).join(Member, Member.id == Message.member_id)


OUTBOX = Outbox()


def _refusals(connection: Connection, mail: Claimed) -> int:
    """How many messages to this recipient were refused for good."""
    refused = and_(Message.result == Result.FAILED, Message.code >= PERMANENT)
    return connection.scalar(select(func.count()).where(Message.member_id == mail.recipient_id, refused)) or 0


@cache
def _is_next_of_thread() -> ColumnElement[bool]:
    before = aliased(Message)
    same = before.thread_id == Message.thread_id, before.member_id == Message.member_id
    unsettled = exists().where(*same, before.result.is_(None), before.id < Message.id)
    # As an alternative and not alone: PostgreSQL would join all waiting messages to answer for a few.
    return or_(Message.thread_id.is_(None), ~unsettled)


def take_back(connection: Connection, event_id: int) -> None:
    """What no server can have seen is composed anew, and leaves the hands of senders: the event's words changed."""
    reminders = select(Reminder.id).join(Occurrence).where(Occurrence.event_id == event_id)
    notices = select(Notice.id).where(Notice.event_id == event_id)
    stale = and_(Message.result.is_(None), UNTOUCHED, Message.content_id.is_not(None))
    values = {"token": None, "lease_until": None, "dated_at": None, "content_id": None}
    for of_event in (Message.reminder_id.in_(reminders), Message.notice_id.in_(notices)):
        connection.execute(update(Message).where(stale, of_event).values(values))


def is_told(message: type[Message]) -> ColumnElement[bool]:
    """Whether the recipient has the mail, as far as anybody knows."""
    return or_(message.result == Result.SENT, message.uncertain_at.is_not(None))


def thread_of(event: type[Event]) -> ColumnElement[int]:
    """The thread that mails about the event belong to."""
    return func.coalesce(event.thread_id, event.id)


def last_announced(
    event_id: InstrumentedAttribute[int], occurrence_id: ColumnElement[int | None], *tables: type[Any]
) -> ColumnElement[str]:
    """The digest of what the recipient of a message was told last about the event; "" if nothing.

    ``tables``: those of the outer query that the ids come from.
    """
    earlier = aliased(Message)
    told = (
        select(AnnouncedState.digest)
        .join(earlier, earlier.content_id == AnnouncedState.content_id)
        .where(
            earlier.member_id == Message.member_id,
            or_(earlier.thread_id == Message.thread_id, earlier.thread_id.is_(None)),
            is_told(earlier),
            AnnouncedState.event_id == event_id,
            AnnouncedState.occurrence_id.is_not_distinct_from(occurrence_id),
        )
        .order_by(earlier.id.desc())
        .limit(1)
    )
    return func.coalesce(told.correlate(Message, *tables).scalar_subquery(), "")


@cache
def base_of_reminder() -> ColumnElement[str]:
    year = case((Event.per_year, Occurrence.id))
    return last_announced(Event.id, year, Event, Occurrence)


@cache
def base_of_notice() -> ColumnElement[str]:
    return last_announced(Event.id, case((Event.per_year, Notice.occurrence_id)), Event, Notice)


@cache
def _latest_content() -> ColumnElement[int]:
    of_language = MailContent.language == wording()
    of_reminder = (
        select(MailContent.id)
        .join(Reminder, Reminder.id == MailContent.reminder_id)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Member, Member.id == Message.member_id)
        .where(MailContent.reminder_id == Message.reminder_id, of_language, MailContent.edition == Event.sequence)
        .where(MailContent.base == base_of_reminder())
    )
    of_notice = (
        select(MailContent.id)
        .join(Notice, Notice.id == MailContent.notice_id)
        .outerjoin(Event, Event.id == Notice.event_id)
        .join(Member, Member.id == Message.member_id)
        .where(MailContent.notice_id == Message.notice_id, of_language)
        .where(MailContent.edition == func.coalesce(Event.version, 0), MailContent.base == base_of_notice())
    )
    return func.coalesce(*(query.correlate(Message).scalar_subquery() for query in (of_reminder, of_notice)))
