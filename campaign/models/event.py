"""The event: anything on the calendar, with its schedule, its state and its audience."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, LargeBinary, Numeric, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from campaign.errors import InvalidInput
from campaign.kinds import Kind
from campaign.models.base import EMPTY, Base, related
from campaign.models.searched import Searched
from campaign.reason import CancelCause

if TYPE_CHECKING:
    from campaign.models.member import Group, Member
    from campaign.models.occurrence import Occurrence
    from campaign.models.plan import Duty
    from campaign.models.reminder import ReminderRule


class Event(Searched, Base):
    """One thing that the year contains: a draft until it is confirmed.

    A schedule is kept as people say it: first and last local day (both inclusive), local clock times in ``zone``, and a
    recurrence rule. ``first_day`` is empty while the event is *unscheduled*; the expected span says where it may lie.
    ``per_year``: each occurrence is confirmed on its own, with its own theme, and stands alone in the feed.
    ``component`` is the event's iCalendar text as personal feeds have it, ``public_component`` as public calendars do:
    without meeting link, contact and preparation, and none of an ``internal`` event, which public pages do not show
    either. Both are rewritten in the transaction that changes the event.
    ``thread_id``: the series that this one was split from, whose mails its own continue.
    """

    __tablename__ = "event"
    SEARCHED = ("title", "place", "organizer", "co_organizers", "contact", "speakers", "description")

    uid: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    title: Mapped[str]
    duty_id: Mapped[int | None] = mapped_column(ForeignKey("duty.id", ondelete="SET NULL"), index=True)
    quote: Mapped[str] = mapped_column(Text, default="")
    quote_line: Mapped[int | None]
    part_of_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), index=True)
    # The event of the year before that this one was rolled from: once, whatever runs twice.
    rolled_from_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"), unique=True)
    description: Mapped[str] = mapped_column(Text, default="")
    preparation: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id", ondelete="SET NULL"), index=True)
    online_url: Mapped[str] = mapped_column(default="")
    speakers: Mapped[list[str]] = mapped_column(default=list)
    links: Mapped[list[str]] = mapped_column(default=list)
    organizer: Mapped[str] = mapped_column(default="")
    co_organizers: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"))
    within: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None]
    register_by: Mapped[date | None]
    # Whether those invited are asked for an answer; NULL: as the kind says.
    answers: Mapped[bool | None]
    cost_estimate: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    cost_actual: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    # A report has its own three dates: the window of figures, the cut-off, and the due date (its occurrence).
    figures_from: Mapped[date | None]
    figures_to: Mapped[date | None]
    cut_off: Mapped[date | None]
    # Until when the units hand in their part, and who hears of it when the report is late for so many working days.
    units_due: Mapped[date | None]
    escalate_after: Mapped[int | None]
    escalate_to_id: Mapped[int | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"))
    recipient: Mapped[str] = mapped_column(default="")
    via: Mapped[str] = mapped_column(default="")

    zone: Mapped[str] = mapped_column(default="Asia/Ho_Chi_Minh")
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    start_time: Mapped[time | None]
    end_time: Mapped[time | None]
    rule: Mapped[str] = mapped_column(default="")
    exceptions: Mapped[list[str]] = mapped_column(default=list)
    per_year: Mapped[bool] = mapped_column(default=False)
    expected_start: Mapped[date | None]
    expected_end: Mapped[date | None]
    precision: Mapped[str] = mapped_column(default="")

    audience_all: Mapped[bool] = mapped_column(default=False)
    women_only: Mapped[bool] = mapped_column(default=False)
    internal: Mapped[bool] = mapped_column(default=False, server_default=false())
    own_rules: Mapped[bool] = mapped_column(default=False)
    alarms: Mapped[list[str]] = mapped_column(default=list)

    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(default="")
    changed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str] = mapped_column(default="")
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[str] = mapped_column(default="")
    cancel_reason: Mapped[str] = mapped_column(default="")
    cancel_cause: Mapped[str] = mapped_column(default="", server_default=EMPTY)
    postponed_at: Mapped[datetime | None]
    sequence: Mapped[int] = mapped_column(default=0)
    component: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    public_component: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    component_until: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)
    thread_id: Mapped[int | None]

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    duty: Mapped[Duty | None] = related()
    part_of: Mapped[Event | None] = related(remote_side="Event.id", foreign_keys=[part_of_id], back_populates="parts")
    parts: Mapped[list[Event]] = related(foreign_keys=[part_of_id], back_populates="part_of")
    contact_member: Mapped[Member | None] = related(foreign_keys=[contact_id])
    occurrences: Mapped[list[Occurrence]] = related(
        back_populates="event", order_by="Occurrence.first_day", cascade="all, delete-orphan"
    )
    groups: Mapped[list[Group]] = related(secondary="audience_group")
    named: Mapped[list[AudienceMember]] = related(cascade="all, delete-orphan")
    rules: Mapped[list[ReminderRule]] = related(cascade="all, delete-orphan")

    @property
    def is_draft(self) -> bool:
        return self.confirmed_at is None

    @property
    def asks_answer(self) -> bool:
        return Kind(self.kind).traits.asks_answer if self.answers is None else self.answers

    @property
    def is_scheduled(self) -> bool:
        return self.first_day is not None

    @property
    def is_all_day(self) -> bool:
        return self.start_time is None

    def schedule(
        self, first: date, last: date | None = None, start: time | None = None, end: time | None = None
    ) -> None:
        """Schedule the event on a day or a span of days, all day or from a start to an end time."""
        last = last or first
        if last < first:
            raise InvalidInput("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
        if start and end and first == last and end <= start:
            raise InvalidInput("Giờ kết thúc phải sau giờ bắt đầu.")
        self.first_day, self.last_day, self.start_time, self.end_time = first, last, start, end
        self.postponed_at = None

    def postpone(self, *, now: datetime) -> None:
        """Put off without a new date ("hoãn"): back among the unscheduled, still what it was."""
        self.first_day = self.last_day = self.start_time = self.end_time = None
        self.postponed_at = now

    def confirm(self, *, now: datetime, by: str) -> None:
        """Publish: from now on the event is in feeds and sends its reminders."""
        if not self.is_scheduled:
            raise InvalidInput("Sự kiện “{title}” chưa có ngày nên chưa thể xác nhận.", title=self.title)
        if self.cancelled_at:
            raise InvalidInput("Sự kiện “{title}” đã hủy; hãy mở lại trước khi xác nhận.", title=self.title)
        if self.is_draft:
            self.confirmed_at, self.confirmed_by = now, by

    def cancel(self, *, now: datetime, by: str, reason: str = "", cause: CancelCause = CancelCause.PERSON) -> None:
        if self.cancelled_at is None:
            self.cancelled_at, self.cancelled_by = now, by
            self.cancel_cause, self.cancel_reason = cause, reason

    def undo_cancellation(self) -> None:
        """As if it had not been called off: confirmed if it was."""
        self.cancelled_at, self.cancelled_by, self.cancel_cause, self.cancel_reason = None, "", "", ""

    def undo_confirmation(self) -> None:
        """A draft again."""
        self.confirmed_at, self.confirmed_by = None, ""


class AudienceGroup(Base):
    """A group that an event is for."""

    __tablename__ = "audience_group"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True, index=True)
    id = None  # type: ignore[assignment]


class AudienceMember(Base):
    """A member named on top of the groups, or left out of them (``excluded``)."""

    __tablename__ = "audience_member"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True)
    excluded: Mapped[bool] = mapped_column(default=False)
    id = None  # type: ignore[assignment]


def new_uid(domain: str) -> str:
    """A UID for ever: random, ASCII, derived from nothing that may change (RFC 7986, section 5.3)."""
    return f"{uuid.uuid4()}@{domain}"
