"""Notices, mail content and messages: what is said, in which bytes, to whom, and with which result."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import EMPTY, ONE, Base, Deliverable, related

if TYPE_CHECKING:
    from campaign.models.member import Member
    from campaign.models.reminder import Reminder


class Result(StrEnum):
    """How a message ended. A message without a result is pending."""

    SENT = "sent"
    EXPIRED = "expired"
    SUPPRESSED = "suppressed"
    FAILED = "failed"


INVITATION, ANNOUNCEMENT, YEAR_PLAN, REPORT, SEAT = "invitation", "announcement", "year_plan", "report", "seat"


class Notice(Base):
    """A mail caused by an act: invitation, change, cancellation, announcement. ``text``: the reason, as typed.

    One of a ``REPORT`` goes to the units that have not filed their part by then.

    An announcement is about no event: it goes to the members who were made at its own moment, ``created_at``. So is
    the mail about a year that was published: its ``facts`` have the year, the ids of the events and of the members. A
    notice about a seat names its readers too; its ``text`` is the case (``campaign.calendar.seats``).
    """

    __tablename__ = "notice"

    kind: Mapped[str]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    occurrence_id: Mapped[int | None] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    text: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime]
    useful_until: Mapped[datetime]
    planned_at: Mapped[datetime | None] = mapped_column(index=True)
    cancelled_at: Mapped[datetime | None]


class MailContent(Base):
    """The content of one reminder or notice in one language, serialised once; messages add what differs per person.

    ``edition``: the event's SEQUENCE (of a notice: its version) that the words describe; an edit makes new content for
    those not yet tried. ``base``: the digest of what its readers were told last, from which the words start.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("reminder_id", "language", "edition", "base"),
        UniqueConstraint("notice_id", "language", "edition", "base"),
    )

    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    language: Mapped[str]
    edition: Mapped[int] = mapped_column(default=0)
    base: Mapped[str] = mapped_column(default="", server_default=EMPTY)
    subject: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


class AnnouncedState(Base):
    """The state of an event that readers of a content know from it, as JSON; once for all of them.

    ``occurrence_id``: of an event that is confirmed year by year, the year. ``digest``: equal for equal states.
    """

    __tablename__ = "announced_state"

    content_id: Mapped[int] = mapped_column("letter_id", ForeignKey("letter.id", ondelete="CASCADE"), index=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    occurrence_id: Mapped[int | None] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str]
    facts: Mapped[dict[str, Any]]


def _partial(name: str, rows: str, *columns: str, unique: bool = False) -> Index:
    """An index of only these rows."""
    return Index(name, *columns, unique=unique, sqlite_where=text(rows), postgresql_where=text(rows))


EXCEPTION = "result <> 'sent'"
"""The ended messages that did not go out, as SQL: an index of them serves only questions in these very words."""


class Message(Deliverable, Base):
    """One mail to one member: reminder or notice × member, once.

    Content and Date are fixed by the claim before the first attempt: a retry repeats the bytes. ``priority``: the size
    of the mailing as a class, small ones first, so that a notice to twenty does not wait for a campaign to thousands.
    ``thread_id``: the event that it is about, or the one whose mails that event continues; such mails go out in order.
    """

    __tablename__ = "message"
    __table_args__ = (
        # Once each. Partial, for a row is of one of the two: what it has not costs nothing.
        _partial(
            "uq_message_reminder_id_member_id", "reminder_id IS NOT NULL", "reminder_id", "member_id", unique=True
        ),
        _partial("uq_message_notice_id_member_id", "notice_id IS NOT NULL", "notice_id", "member_id", unique=True),
        CheckConstraint("(reminder_id IS NULL) <> (notice_id IS NULL)", name="of_reminder_or_notice"),
        Index("ix_message_created_at", "created_at"),
        _partial("ix_message_waiting", "result IS NULL", "priority", "next_at", "id"),
        # What a person looks for in the log; the many that were simply sent do not pay for it.
        _partial("ix_message_exception", EXCEPTION, "result", "id"),
        Index("ix_message_thread", "thread_id", "member_id"),
        # Room on each page, so that claims and marks need not touch the indexes (PostgreSQL's heap-only tuples).
        {"postgresql_with": {"fillfactor": 70}},
    )

    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    content_id: Mapped[int | None] = mapped_column("letter_id", ForeignKey("letter.id"))
    dated_at: Mapped[datetime | None]
    priority: Mapped[int] = mapped_column(SmallInteger, default=1, server_default=ONE)
    thread_id: Mapped[int | None]

    reminder: Mapped[Reminder | None] = related()
    notice: Mapped[Notice | None] = related()
    member: Mapped[Member] = related()
    content: Mapped[MailContent | None] = related()


class Channel(Base):
    """Sending as a whole, of messages ("mail") or of mails about accounts ("accounts"): held by a person, or paused.

    ``tokens``: how many mails the rate limit allows as of ``filled_at``; all senders on all machines take from them.
    """

    __tablename__ = "channel"
    MAIL: ClassVar[str] = "mail"
    """The name of the channel of messages."""

    name: Mapped[str] = mapped_column(unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="", server_default=EMPTY)
    held_at: Mapped[datetime | None]
    held_by: Mapped[str] = mapped_column(default="")
    tokens: Mapped[float | None]
    filled_at: Mapped[datetime | None]


def _once(name: str, rows: str, cause: str) -> Index:
    """Partial, for a row is of one of the two; two processes that count the same day cannot both succeed."""
    return Index(name, cause, "until", "result", unique=True, sqlite_where=text(rows), postgresql_where=text(rows))


class MessageCount(Base):
    """The messages of one reminder or notice that were made on one day and ended with one result.

    ``until``: the end of that local day. Every message made before the latest ``until`` is in some row.
    """

    __tablename__ = "message_count"
    __table_args__ = (
        _once("uq_message_count_reminder_id", "reminder_id IS NOT NULL", "reminder_id"),
        _once("uq_message_count_notice_id", "notice_id IS NOT NULL", "notice_id"),
        CheckConstraint("(reminder_id IS NULL) <> (notice_id IS NULL)", name="of_reminder_or_notice"),
    )

    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    until: Mapped[datetime] = mapped_column(index=True)
    result: Mapped[str]
    number: Mapped[int]
