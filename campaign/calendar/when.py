"""Days and optional clock times of an event or occurrence, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from campaign.dates import wording
from campaign.dates.rule import Rule
from campaign.dates.rule_words import describe
from campaign.dates.spans import Span
from campaign.errors import InvalidInput
from campaign.models import Duty, Event, Occurrence, Plan


@dataclass(frozen=True, slots=True)
class When:
    """First and last local day, both included (``last`` empty: the same day), and local start and end times."""

    first: date
    last: date | None = None
    start: time | None = None
    end: time | None = None

    @classmethod
    def of(cls, event: Event) -> When | None:
        """The event's own; None while it is unscheduled."""
        if event.first_day is None:
            return None
        return cls(event.first_day, event.last_day, event.start_time, event.end_time)

    @classmethod
    def of_occurrence(cls, occurrence: Occurrence) -> When:
        return cls(occurrence.first_day, occurrence.last_day, occurrence.start_time, occurrence.end_time)

    @classmethod
    def from_json(cls, texts: list[str]) -> When:
        first, last, start, end = texts
        return cls(
            date.fromisoformat(first),
            date.fromisoformat(last),
            time.fromisoformat(start) if start else None,
            time.fromisoformat(end) if end else None,
        )

    @property
    def span(self) -> Span:
        return Span(self.first, self.last or self.first)

    def check(self) -> None:
        """Raises ``InvalidInput`` for an end before its start."""
        last = self.last or self.first
        if last < self.first or (self.start and self.end and self.first == last and self.end <= self.start):
            raise InvalidInput("Thời gian kết thúc phải sau thời gian bắt đầu.")
        if self.end and not self.start:
            raise InvalidInput("Có giờ kết thúc thì cần có giờ bắt đầu.")

    def to_json(self) -> list[str]:
        """First and last day, start and end; an empty text for what is not set."""
        parts = (self.first, self.last or self.first, self.start, self.end)
        return [part.isoformat() if part else "" for part in parts]

    def say(self, language: str = "vi") -> str:
        """14h00-16h30, thứ Ba, ngày 20/10/2026."""
        last = self.last or self.first
        if self.start is None:
            return wording.when(self.first, last, language)
        opening = datetime.combine(self.first, self.start)
        return wording.when(opening, datetime.combine(last, self.end) if self.end else None, language)


def say_series(when: When, rule: str, language: str, *, today: date) -> str:
    """How a series goes: thứ Hai hằng tuần, 8h00, từ ngày 07/12/2026, đến ngày 31/01/2027."""
    hours = "-".join(wording.clock(each, language) for each in (when.start, when.end) if each)
    since = wording.short_date(when.first, language)
    begins = (f"from {since}" if language == "en" else f"từ ngày {since}") if when.first > today else ""
    return describe(Rule.parse(rule), language, between=", ".join(part for part in (hours, begins) if part))


def say_json(value: Any, language: str, *, today: date) -> str:  # noqa: ANN401 - as JSON keeps it
    """The words of days and times as JSON, or of a series; nothing where there is none."""
    if isinstance(value, dict):
        return say_series(When.from_json(value["when"]), value["rule"], language, today=today)
    return When.from_json(value).say(language) if value else ""


def json_of(when: When | None) -> list[str] | None:
    return when.to_json() if when else None


def undated_of(year: int) -> ColumnElement[bool]:
    """The events without a day that are of the year, those called off left out; in a query that has Event in it."""
    rolled = aliased(Event)
    plan_year = select(Plan.year).join(Duty, Duty.plan_id == Plan.id).where(Duty.id == Event.duty_id)
    of_plan = plan_year.correlate(Event).scalar_subquery()
    made_by_then = Event.created_at < datetime(year + 1, 1, 1, tzinfo=UTC)
    is_replaced = exists(select(rolled.id).where(rolled.rolled_from_id == Event.id))
    unexpected = or_(of_plan == year, and_(Event.duty_id.is_(None), made_by_then, ~is_replaced))
    return and_(
        Event.first_day.is_(None),
        Event.cancelled_at.is_(None),
        or_(
            Event.expected_start.between(date(year, 1, 1), date(year, 12, 31)),
            and_(Event.expected_start.is_(None), unexpected),
        ),
    )
