"""Rows of the registers: rooms, the agency's own sentences in its mails, and lists of people that were imported."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base
from campaign.models.searched import Searched


class Room(Searched, Base):
    """A room that events are held in. ``capacity`` counts seats; ``place`` says how to find it ("tầng 2, nhà A")."""

    __tablename__ = "room"
    SEARCHED = ("name", "place", "notes")

    name: Mapped[str] = mapped_column(unique=True)
    capacity: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]

    @property
    def text(self) -> str:
        """The room as calendars and mails name it."""
        return f"{self.name}, {self.place}" if self.place else self.name


class MailText(Base):
    """The opening and closing sentence of one kind of mail in one language; empty means: the built-in sentence."""

    __tablename__ = "mail_text"
    __table_args__ = (UniqueConstraint("kind", "language"),)

    kind: Mapped[str]
    language: Mapped[str]
    opening: Mapped[str] = mapped_column(Text, default="")
    closing: Mapped[str] = mapped_column(Text, default="")
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]


class Import(Base):
    """One upload of one person. ``content`` lies here only until it is confirmed or its hour is over.

    ``changes`` holds what an undo needs: the members and groups made, the earlier values of those changed, the
    memberships added. ``announce``: the new members are to be notified.
    """

    __tablename__ = "import"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    by_name: Mapped[str]
    file_name: Mapped[str]
    digest: Mapped[str]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    announce: Mapped[bool] = mapped_column(default=False)
    created: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    changes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None] = mapped_column(index=True)
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(default="")
