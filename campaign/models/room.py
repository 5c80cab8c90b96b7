"""Rooms, the thing of which an agency has too few: one hall serves the whole office."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text
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
