"""The occurrence: an event on certain days. Responses, attendance and reminders belong to it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.errors import InvalidInput
from campaign.models.base import EMPTY, Base, related
from campaign.models.searched import Searched
from campaign.reason import CancelCause

if TYPE_CHECKING:
    from campaign.models.event import Event
    from campaign.models.reminder import Reminder


class Occurrence(Searched, Base):
    """A day, a span of days (both inclusive), or a start and end time in the event's zone.

    ``original_day`` is the day that the series gives it and never changes (RFC 5545, RECURRENCE-ID). Local days and
    times are the truth, ``starts_at``/``ends_at`` are derived (for whole days: local midnights, the end exclusive).
    Empty ``title``, ``theme``, ``place`` … mean: as the event says.
    """

    __tablename__ = "occurrence"
    SEARCHED = ("title", "theme", "place", "slogans")
    __table_args__ = (
        UniqueConstraint("event_id", "original_day"),
        Index("ix_occurrence_span", "starts_at", "ends_at", "event_id"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    original_day: Mapped[date]
    first_day: Mapped[date]
    last_day: Mapped[date]
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    title: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    slogans: Mapped[list[str]] = mapped_column(default=list)
    place: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str] = mapped_column(default="")
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[str] = mapped_column(default="")
    cancel_reason: Mapped[str] = mapped_column(default="")
    cancel_cause: Mapped[str] = mapped_column(default="", server_default=EMPTY)
    moved_at: Mapped[datetime | None]

    event: Mapped[Event] = related(back_populates="occurrences")
    reminders: Mapped[list[Reminder]] = related(cascade="all, delete-orphan", back_populates="occurrence")

    @property
    def is_all_day(self) -> bool:
        return self.start_time is None

    @property
    def is_live(self) -> bool:
        """Confirmed and not cancelled: it is in feeds and its reminders go out."""
        return self.confirmed_at is not None and self.cancelled_at is None

    @property
    def is_touched(self) -> bool:
        """Someone gave this one occurrence something of its own; a change of the series leaves that alone."""
        return bool(
            self.moved_at
            or self.cancelled_at
            or self.title
            or self.theme
            or self.slogans
            or self.place
            or self.description
        )

    def move(
        self,
        first: date,
        last: date | None = None,
        start: time | None = None,
        end: time | None = None,
        *,
        now: datetime,
    ) -> None:
        """Move this one occurrence to other days or times; its ``original_day`` stays what the series says."""
        last = last or first
        if last < first or (start and end and first == last and end <= start):
            raise InvalidInput("Thời gian kết thúc phải sau thời gian bắt đầu.")
        self.first_day, self.last_day, self.start_time, self.end_time = first, last, start, end
        self.moved_at = now

    def confirm(self, *, now: datetime, by: str) -> None:
        if self.cancelled_at is None and self.confirmed_at is None:
            self.confirmed_at, self.confirmed_by = now, by

    def undo_confirmation(self) -> None:
        self.confirmed_at, self.confirmed_by = None, ""

    def cancel(self, *, now: datetime, by: str, reason: str = "", cause: CancelCause = CancelCause.PERSON) -> None:
        if self.cancelled_at is None:
            self.cancelled_at, self.cancelled_by = now, by
            self.cancel_cause, self.cancel_reason = cause, reason

    def undo_cancellation(self) -> None:
        """As if it had not been called off."""
        self.cancelled_at, self.cancelled_by, self.cancel_cause, self.cancel_reason = None, "", "", ""
