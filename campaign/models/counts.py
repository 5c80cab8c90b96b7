"""How many messages ended how, for whole days: what pages and metrics show need not be counted again each time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


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
