"""Notices, mail content and messages: what is said, in which bytes, to whom, and with which result."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import EMPTY, Base, related

if TYPE_CHECKING:
    from campaign.models.member import Member
    from campaign.models.reminder import Reminder


class Result(StrEnum):
    """How a message ended. A message without a result is pending."""

    SENT = "sent"
    EXPIRED = "expired"
    SUPPRESSED = "suppressed"
    FAILED = "failed"


ANNOUNCEMENT = "announcement"


class Notice(Base):
    """A mail caused by an act: invitation, change, cancellation, announcement. ``facts`` holds old and new values.

    An announcement is about no event: it goes to the members who were made at its own moment, ``created_at``.
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

    ``edition`` is the event's SEQUENCE that the words describe: an edit makes new content for those not yet tried.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("reminder_id", "language", "edition"),
        UniqueConstraint("notice_id", "language", "edition"),
    )

    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    language: Mapped[str]
    edition: Mapped[int] = mapped_column(default=0)
    subject: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


def _partial(name: str, rows: str, *columns: str, unique: bool = False) -> Index:
    """An index of only these rows."""
    return Index(name, *columns, unique=unique, sqlite_where=text(rows), postgresql_where=text(rows))


EXCEPTION = "result <> 'sent'"
"""The ended messages that did not go out, as SQL: an index of them serves only questions in these very words."""


class Message(Base):
    """One mail to one member: reminder or notice × member, once.

    Pending while ``result`` is empty: due at ``next_at``, claimed until ``lease_until`` by the holder of ``token``.
    ``message_id`` is fixed when the row is made, content and Date before the first attempt: a retry repeats the bytes.
    ``uncertain_at``: a server took the bytes and never answered; one more try, with the same Message-ID, then failed.
    ``reason``: a code of ``campaign.reason``; ``detail``: what a foreign machine or an exception said.
    """

    __tablename__ = "message"
    __table_args__ = (
        # Once each. Partial, for a row is of one of the two: what it has not costs nothing.
        _partial(
            "uq_message_reminder_id_member_id", "reminder_id IS NOT NULL", "reminder_id", "member_id", unique=True
        ),
        _partial("uq_message_notice_id_member_id", "notice_id IS NOT NULL", "notice_id", "member_id", unique=True),
        CheckConstraint("(reminder_id IS NULL) <> (notice_id IS NULL)", name="of_reminder_or_notice"),
        _partial("ix_message_pending", "result IS NULL", "next_at", "id"),
        # What a person looks for in the log; the many that were simply sent do not pay for it.
        _partial("ix_message_exception", EXCEPTION, "result", "id"),
        # Room on each page, so that claims and marks need not touch the indexes (PostgreSQL's heap-only tuples).
        {"postgresql_with": {"fillfactor": 70}},
    )

    reminder_id: Mapped[int | None] = mapped_column(ForeignKey("reminder.id", ondelete="CASCADE"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    message_id: Mapped[str]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    useful_until: Mapped[datetime]
    content_id: Mapped[int | None] = mapped_column("letter_id", ForeignKey("letter.id"))
    dated_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    token: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    uncertain_at: Mapped[datetime | None]
    result: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    code: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="", server_default=EMPTY)

    reminder: Mapped[Reminder | None] = related()
    notice: Mapped[Notice | None] = related()
    member: Mapped[Member] = related()
    content: Mapped[MailContent | None] = related()


class Channel(Base):
    """The way out for mail as a whole: paused after connection trouble, or held by a person."""

    __tablename__ = "channel"

    name: Mapped[str] = mapped_column(unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="", server_default=EMPTY)
    held_at: Mapped[datetime | None]
    held_by: Mapped[str] = mapped_column(default="")
