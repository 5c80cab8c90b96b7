"""Which year an event without a day belongs to.

That in which it is expected; else that of its plan. What somebody entered without either belongs to the year in which
it was made and waits on in later ones, until a draft of a later year takes its place.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from campaign.models import Duty, Event, Plan


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
