"""A plan's file as the reader understood it, and what an organizer decided about each of its proposals."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Text, true
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base, related


class PlanReading(Base):
    """One reading of one file. ``answer`` is what the reader made of it, and stays as it was.

    ``digest`` is the SHA-256 of the file's bytes, ``year`` the one that the plan is of. ``plan_id`` is set when the
    first proposal is accepted, ``supersedes_id`` names the reading of the version before. ``deleted_at``: out of
    use with the drafts made of it, until somebody takes that back.
    """

    __tablename__ = "plan_reading"

    file_name: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    notes: Mapped[list[dict[str, str]]] = mapped_column(default=list)
    digest: Mapped[str] = mapped_column(index=True)
    year: Mapped[int]
    answer: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None]
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="SET NULL"), index=True)
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("plan_reading.id", ondelete="SET NULL"), index=True)

    proposals: Mapped[list[Proposal]] = related(order_by="Proposal.position", cascade="all, delete-orphan")


class Decision(StrEnum):
    """What became of a proposal; without one it still waits."""

    ACCEPTED = "accepted"
    SKIPPED = "skipped"
    NOT_DUTY = "not_duty"
    MERGED = "merged"


class Proposal(Base):
    """Something for the calendar that a plan asks for, as read or as corrected since.

    ``first_day`` and ``last_day`` are what the text says, a month or quarter as its whole span (``precision`` says
    which); an undated thing may have a span in which it is expected. ``line`` counts from 1 in the reading's text.
    What is not ``is_likely`` is folded on the review page until somebody decides on it.
    ``matches_event_id`` is the event that the calendar already has for it: accepted, it is linked to that event.
    """

    __tablename__ = "proposal"

    reading_id: Mapped[int] = mapped_column(ForeignKey("plan_reading.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str] = mapped_column(Text)
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    precision: Mapped[str] = mapped_column(default="")
    deadline: Mapped[bool] = mapped_column(default=False)
    frequency: Mapped[str] = mapped_column(default="")
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    expected_start: Mapped[date | None]
    expected_end: Mapped[date | None]
    quote: Mapped[str] = mapped_column(Text)
    quotes: Mapped[list[str]] = mapped_column(default=list)
    line: Mapped[int]
    outline: Mapped[str] = mapped_column(default="")
    audience: Mapped[str] = mapped_column(Text, default="")
    venue: Mapped[str] = mapped_column(Text, default="")
    in_charge: Mapped[str] = mapped_column(Text, default="")
    partners: Mapped[str] = mapped_column(Text, default="")
    report_to: Mapped[str] = mapped_column(Text, default="")
    through: Mapped[str] = mapped_column(Text, default="")
    duty_position: Mapped[int | None]
    is_likely: Mapped[bool] = mapped_column(default=True, server_default=true())

    decision: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str] = mapped_column(default="")
    corrected_at: Mapped[datetime | None]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id", ondelete="SET NULL"), index=True)
    matches_event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)

    @property
    def is_decided(self) -> bool:
        return bool(self.decision)

    @property
    def is_linked(self) -> bool:
        """Whether it was accepted by joining it to an event that was there before."""
        return self.event_id is not None and self.event_id == self.matches_event_id

    def decide(self, decision: Decision, *, now: datetime, by: str) -> None:
        self.decision, self.decided_at, self.decided_by = decision, now, by

    def reconsider(self) -> None:
        """It waits again."""
        self.decision, self.decided_at, self.decided_by = "", None, ""
        self.event_id = self.merged_into_id = None
