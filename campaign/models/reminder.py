"""Reminder rules, and reminders: one rule applied to one occurrence, due at one instant."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base, related

if TYPE_CHECKING:
    from campaign.models.occurrence import Occurrence


class ReminderRule(Base):
    """When before (or after) which moment, to whom, with which mail: of one event, or of all events of a kind.

    ``lead`` is the text that ``campaign.dates.lead`` reads; ``recipients`` is "audience" or "contact".
    """

    __tablename__ = "reminder_rule"
    __table_args__ = (CheckConstraint("(event_id IS NULL) <> (kind IS NULL)", name="of_event_or_kind"),)

    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str | None] = mapped_column(index=True)
    lead: Mapped[str]
    recipients: Mapped[str] = mapped_column(default="audience")
    mail: Mapped[str] = mapped_column(default="reminder")


class Reminder(Base):
    """One instant in UTC at which the members of an occurrence's audience are reminded.

    ``useful_until``: later than this the mail would be of no use and becomes *expired*. ``planned_at``: when its
    messages were made. The unique key is what "once" means: a moved occurrence has another ``due_at``, reminds again.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("occurrence_id", "lead", "recipients", "due_at"),
        Index(
            "ix_reminder_due",
            "due_at",
            sqlite_where=text("planned_at IS NULL AND cancelled_at IS NULL"),
            postgresql_where=text("planned_at IS NULL AND cancelled_at IS NULL"),
        ),
        # Planning starts from what it has just marked; without this SQLite would start from the members.
        Index("ix_reminder_planned", "planned_at"),
    )

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    lead: Mapped[str]
    recipients: Mapped[str] = mapped_column(default="audience")
    mail: Mapped[str] = mapped_column(default="reminder")
    due_at: Mapped[datetime]
    useful_until: Mapped[datetime]
    created_at: Mapped[datetime]
    planned_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]

    occurrence: Mapped[Occurrence] = related(back_populates="reminders")


class Outdated(Base):
    """An event whose reminders are still to be computed again, since rules or days off changed for many at once.

    It refers to nothing by foreign key, so that marking thousands waits for nobody who holds one of them.
    """

    __tablename__ = "outdated"

    event_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    since: Mapped[datetime]
    id = None  # type: ignore[assignment]
