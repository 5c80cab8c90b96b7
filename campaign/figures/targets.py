"""The plan's indicators: what was aimed at, what was reached, and the values that the program can count itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import CompoundSelect, func, select
from sqlalchemy.orm import Session, selectinload

from campaign.calendar.sentence import Sentence
from campaign.dates.reporting import Period
from campaign.figures.attendance import PRESENT
from campaign.kinds import Kind
from campaign.models import Attendance, Course, Event, Member, Occurrence, Target, TargetValue, membership

WOMEN, TRAINED = "women", "trained"
COMPUTED = (WOMEN, TRAINED)
REACHED: Mapping[bool | None, Sentence] = {
    True: Sentence("đạt"),
    False: Sentence("chưa đạt"),
    None: Sentence("chưa có số liệu"),
}
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator at the end of a period. ``reached`` is None without a value, or without a number to compare."""

    target: Target
    value: Decimal | None
    day: date | None
    source: str
    reached: bool | None
    previous: Decimal | None


def of_plan(session: Session, plan_id: int, period: Period) -> list[Measured]:
    """Every indicator of the plan, with its last value up to the end of the period."""
    query = (
        select(Target).where(Target.plan_id == plan_id).order_by(Target.position).options(selectinload(Target.values))
    )
    return [_measured(session, target, period) for target in session.scalars(query)]


def is_reached(comparison: str, aim: Decimal | None, value: Decimal | None, previous: Decimal | None) -> bool | None:
    """Whether the value meets the aim; "↑" and "↓" compare with the value before."""
    if value is None:
        return None
    if comparison in {"↑", "↓"}:
        if previous is None:
            return None
        return value > previous if comparison == "↑" else value < previous
    if aim is None:
        return None
    return {"≥": value >= aim, "≤": value <= aim, ">": value > aim, "<": value < aim}.get(comparison, value == aim)


@dataclass(frozen=True, slots=True)
class Plot:
    """Values over time in a box of 100 by 40: points as "x,y" pairs, and the height of the target's line."""

    points: str
    line: float | None


def plot(values: Sequence[TargetValue], aim: Decimal | None) -> Plot | None:
    """The drawing of these values in the order of their days; none for fewer than two."""
    if len(values) < 2:  # noqa: PLR2004 - one point is no line
        return None
    numbers = [float(row.value) for row in values] + ([float(aim)] if aim is not None else [])
    low, high = min(*numbers, 0.0), max(numbers)
    first, days = values[0].day, max((values[-1].day - values[0].day).days, 1)

    def height(value: float) -> float:
        return round(38 - 36 * (value - low) / ((high - low) or 1), 1)

    points = " ".join(f"{100 * (row.day - first).days / days:.1f},{height(float(row.value))}" for row in values)
    return Plot(points, height(float(aim)) if aim is not None else None)


def _measured(session: Session, target: Target, period: Period) -> Measured:
    entered = [row for row in target.values if row.day <= period.last]
    if target.computed and target.group_id is not None:
        value: Decimal | None = _share(session, target, period)
        day: date | None = period.last
        source, previous = "", entered[-1].value if entered else None
    else:
        value, day, source = (entered[-1].value, entered[-1].day, entered[-1].source) if entered else (None, None, "")
        previous = entered[-2].value if len(entered) > 1 else None
    reached = is_reached(target.comparison, target.value, value, previous)
    return Measured(target, value, day, source, reached, previous)


def _share(session: Session, target: Target, period: Period) -> Decimal | None:
    """Per cent of the group's present members who are women, or who attended a training in the period."""
    within = select(Member.id).join(membership, membership.c.member_id == Member.id)
    within = within.where(membership.c.group_id == target.group_id, Member.left_at.is_(None))
    part = (
        within.where(Member.sex == "female")
        if target.computed == WOMEN
        else within.where(Member.id.in_(_trained(period)))
    )
    whole = session.scalar(select(func.count()).select_from(within.subquery())) or 0
    if not whole:
        return None
    counted = session.scalar(select(func.count()).select_from(part.subquery())) or 0
    return (Decimal(100 * counted) / whole).quantize(_TENTH, ROUND_HALF_UP)


def _trained(period: Period) -> CompoundSelect[int | None]:
    """Who attended a training in the period, or was sent to a course that others held."""
    sent = select(Course.member_id).where(
        Course.member_id.is_not(None), Course.first_day.between(period.first, period.last)
    )
    attended = (
        select(Attendance.member_id)
        .join(Occurrence, Occurrence.id == Attendance.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Attendance.state == PRESENT, Event.kind == Kind.TRAINING)
        .where(Occurrence.first_day.between(period.first, period.last))
    )
    return attended.union(sent)
