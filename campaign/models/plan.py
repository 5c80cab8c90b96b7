"""The plan and what it asks for: legal bases, duties (most without a date), targets and their values."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.models.base import Base, related
from campaign.models.searched import Searched


class Plan(Base):
    """One organisation's plan ("Kế hoạch") of one year. ``issued_text`` keeps a date that lacks its day."""

    __tablename__ = "plan"

    year: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    symbol: Mapped[str] = mapped_column(default="")
    issuer: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    issued_text: Mapped[str] = mapped_column(default="")
    signer_title: Mapped[str] = mapped_column(default="")
    signer_name: Mapped[str] = mapped_column(default="")
    recipients: Mapped[list[str]] = mapped_column(default=list)
    source_name: Mapped[str] = mapped_column(default="")
    source_text: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]

    bases: Mapped[list[LegalBasis]] = related(order_by="LegalBasis.position", cascade="all, delete-orphan")
    duties: Mapped[list[Duty]] = related(order_by="Duty.position", cascade="all, delete-orphan", back_populates="plan")
    targets: Mapped[list[Target]] = related(order_by="Target.position", cascade="all, delete-orphan")


class YearTitle(Base):
    """What a year's pages are called: set by a person; no document changes it."""

    __tablename__ = "year_title"

    year: Mapped[int] = mapped_column(unique=True)
    title: Mapped[str]

    @classmethod
    def of(cls, session: Session, year: int) -> str:
        """The title of that year, empty where nobody gave it one."""
        return session.scalar(select(cls.title).where(cls.year == year)) or ""


class LegalBasis(Base):
    """A document that the plan carries out ("Căn cứ …"); its date is never an event."""

    __tablename__ = "legal_basis"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    number: Mapped[str] = mapped_column(default="")
    dated_on: Mapped[date | None]
    issuer: Mapped[str] = mapped_column(default="")


class Duty(Searched, Base):
    """One clause of a plan, with its exact source sentence and its place in the outline ("II.3").

    ``dropped_at``: since then it is none any more: a newer version lacks it, or somebody judged it to be no duty.
    ``started_at``, ``done_at``, ``waived_at``: what an organizer says of it; ``waived``: given up, with a reason.
    """

    __tablename__ = "duty"
    SEARCHED = ("text", "outline", "in_charge")

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    outline: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(Text)
    line: Mapped[int | None]
    in_charge: Mapped[str] = mapped_column(default="")
    expected_start: Mapped[date | None]
    expected_end: Mapped[date | None]
    dropped_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    waived_at: Mapped[datetime | None]
    waived_reason: Mapped[str] = mapped_column(Text, default="")
    cost_estimate: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    cost_actual: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))

    plan: Mapped[Plan] = related(back_populates="duties")


class Target(Base):
    """An indicator of the plan ("chỉ tiêu"), such as women in the executive ≥ 15 %.

    ``computed``: the figure that the program counts itself, for the members of ``group_id``: "women" (share of women)
    or "trained" (share of members who attended a training of the plan's year); empty: its values are entered.
    """

    __tablename__ = "target"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    duty_id: Mapped[int | None] = mapped_column(ForeignKey("duty.id", ondelete="SET NULL"))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    comparison: Mapped[str] = mapped_column(default="≥")
    value: Mapped[Decimal | None] = mapped_column(Numeric(14, 4))
    unit: Mapped[str] = mapped_column(default="%")
    computed: Mapped[str] = mapped_column(default="")
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"))

    values: Mapped[list[TargetValue]] = related(order_by="TargetValue.day", cascade="all, delete-orphan")


class TargetValue(Base):
    """What the indicator was on one day."""

    __tablename__ = "target_value"

    target_id: Mapped[int] = mapped_column(ForeignKey("target.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    value: Mapped[Decimal] = mapped_column(Numeric(14, 4))
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
