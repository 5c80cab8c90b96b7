"""Responses of members to an occurrence, and their attendance."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class Answer(StrEnum):
    """What a member answers; who accepts when every seat is taken is waitlisted."""

    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    WAITLISTED = "waitlisted"


class Response(Base):
    """A member's answer.

    ``waiting``: the number drawn for the waiting list of the occurrence; the lowest moves up first. ``for_id``: who
    declined and sends this member instead.
    """

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("occurrence_id", "member_id"),)

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime]
    waiting: Mapped[int | None]
    for_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)


class Attendance(Base):
    """Whether a member was there: present, absent or excused."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("occurrence_id", "member_id"),)

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    state: Mapped[str]
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(default="")


class Guest(Base):
    """Somebody who attended without being a member: counted with the others, never written to."""

    __tablename__ = "guest"

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(default="")
