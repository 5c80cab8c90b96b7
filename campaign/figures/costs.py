"""What the year was estimated to cost and did cost: of each event, and of each duty that has no event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from campaign.dates.reporting import Period
from campaign.models import Duty, Event, Occurrence


@dataclass(frozen=True, slots=True)
class Cost:
    """One event or duty with its money, in đồng; ``day`` and ``uid`` are an event's, ``duty_id`` a duty's."""

    title: str
    day: date | None
    estimate: Decimal | None
    actual: Decimal | None
    uid: str = ""
    duty_id: int | None = None


def of_period(
    session: Session, period: Period, plan_id: int | None = None, *, campaign_id: int | None = None
) -> list[Cost]:
    """The events that begin in the period, by day, then the duties of the plan; what has no money is left out.

    ``campaign_id``: only this campaign and its parts.
    """
    began = Occurrence.first_day.between(period.first, period.last)
    events = (
        select(Event)
        .where(_has_money(Event.cost_estimate, Event.cost_actual), Event.cancelled_at.is_(None))
        .where(Event.id.in_(select(Occurrence.event_id).where(began)))
        .order_by(Event.first_day, Event.id)
    )
    if campaign_id is not None:
        events = events.where((Event.id == campaign_id) | (Event.part_of_id == campaign_id))
    found = [
        Cost(event.title, event.first_day, event.cost_estimate, event.cost_actual, uid=event.uid)
        for event in session.scalars(events)
    ]
    duties = select(Duty).where(Duty.plan_id == plan_id, Duty.dropped_at.is_(None)).order_by(Duty.position)
    duties = duties.where(_has_money(Duty.cost_estimate, Duty.cost_actual))
    if campaign_id is None:
        found += [
            Cost(f"{duty.outline} {duty.text}".strip(), None, duty.cost_estimate, duty.cost_actual, duty_id=duty.id)
            for duty in session.scalars(duties)
        ]
    return found


def total(costs: Iterable[Cost]) -> Cost:
    """All of them together; of what nobody entered nothing is known, so it counts for nothing."""
    costs = list(costs)
    estimate, actual = (
        sum((value for value in values if value is not None), Decimal())
        for values in ([one.estimate for one in costs], [one.actual for one in costs])
    )
    return Cost("", None, estimate, actual)


def _has_money(
    *columns: InstrumentedAttribute[Decimal | None],
) -> ColumnElement[bool]:
    return or_(*(column.is_not(None) for column in columns))
