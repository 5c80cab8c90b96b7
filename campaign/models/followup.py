"""The year's record of a plan: filed reports, awards, difficulties, findings, evidence."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class DutyNote(Base):
    """Evidence that a duty was carried out without an event: a sentence, a link or both."""

    __tablename__ = "duty_note"

    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    text: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(Text, default="")
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(default="")


class Award(Base):
    """A commendation of a person or a unit: nominated, then decided under a number (khen thưởng, biểu dương).

    ``recipient`` keeps the name as it is printed, also when the member or the unit is gone.
    """

    __tablename__ = "award"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    recipient: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"))
    form: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    nominated_on: Mapped[date]
    decision: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    noted_by: Mapped[str] = mapped_column(default="")


class Difficulty(Base):
    """A difficulty that a unit raised with the steering committee, and what it was answered (khó khăn, vướng mắc)."""

    __tablename__ = "difficulty"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    raised_on: Mapped[date]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    noted_by: Mapped[str] = mapped_column(default="")


class Finding(Base):
    """What an inspection found at a unit, and by when it is to be remedied (giám sát, kiểm tra)."""

    __tablename__ = "finding"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    found_on: Mapped[date]
    remedy_by: Mapped[date | None]
    remedied_on: Mapped[date | None]
    noted_by: Mapped[str] = mapped_column(default="")


class Course(Base):
    """A member who was sent to a course that others held; ``name`` stays as it was when the member is gone."""

    __tablename__ = "course"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    name: Mapped[str]
    title: Mapped[str]
    held_by: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")
    noted_by: Mapped[str] = mapped_column(default="")


class Filing(Base):
    """A report of one occurrence that was filed on a day, under a number, as a link or a file.

    ``unit_id`` names the unit whose part it is; empty: the agency's own report to its recipient, which ends the duty.
    """

    __tablename__ = "filing"
    __table_args__ = (
        Index("uq_filing_unit", "occurrence_id", "unit_id", unique=True),
        Index(
            "uq_filing_agency",
            "occurrence_id",
            unique=True,
            sqlite_where=text("unit_id IS NULL"),
            postgresql_where=text("unit_id IS NULL"),
        ),
    )

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    filed_on: Mapped[date]
    number: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    file_name: Mapped[str] = mapped_column(default="")
    file: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(default="")
