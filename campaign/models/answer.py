"""Responses of members to an occurrence, and their attendance."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class Response(Base):
    """A member's answer: accepted, declined, tentative or waitlisted."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("occurrence_id", "member_id"),)

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime]


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
