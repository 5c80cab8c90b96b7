"""Public calendars, personal feed tokens, the holiday table, the revision and the heartbeats."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class Calendar(Base):
    """A saved public calendar: the confirmed events of some kinds and some groups, under a name of its own."""

    __tablename__ = "calendar"

    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    kinds: Mapped[list[str]] = mapped_column(default=list)
    groups: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime]


class FeedToken(Base):
    """The key to one member's personal feed. Only its SHA-256 is kept: a stolen backup opens no calendar."""

    __tablename__ = "feed_token"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]


class Revision(Base):
    """One row: the number and time of the last change that any calendar could show. It only ever grows."""

    __tablename__ = "revision"

    number: Mapped[int]
    changed_at: Mapped[datetime]
    instance: Mapped[str]


class Heartbeat(Base):
    """When a job of the clock last came to its end."""

    __tablename__ = "beat"

    name: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")


class Holiday(Base):
    """A day off, or (``working``) a rest day that was swapped into a working day. Editable data, never law in code."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(unique=True)
    name: Mapped[str]
    working: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")
