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
from campaign.models import Attendance, Course, Event, Member, Occurrence, Target, membership

WOMEN, TRAINED = "women", "trained"
COMPUTED = (WOMEN, TRAINED)
REACHED: Mapping[bool | None, Sentence] = {
    True: Sentence("đạt"),
    False: Sentence("chưa đạt"),
    None: Sentence("chưa có số liệu"),
}
TRENDS: Mapping[int, Sentence] = {1: Sentence("tăng"), 0: Sentence("không đổi"), -1: Sentence("giảm")}
WIDTH, HEIGHT, MARGIN = 300, 100, 14
"""Of a plot, in its own units."""
_TENTH = Decimal("0.1")

Value = tuple[date, Decimal]
"""What an indicator was on a day."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator at the end of a period, with its values until then in the order of their days.

    ``reached`` is None without a value, or without a number to compare.
    """

    target: Target
    values: Sequence[Value]
    source: str
    reached: bool | None

    @property
    def value(self) -> Decimal | None:
        return self.values[-1][1] if self.values else None

    @property
    def day(self) -> date | None:
        return self.values[-1][0] if self.values else None

    @property
    def trend(self) -> Sentence | None:
        """Whether the last value is above the one before."""
        if len(self.values) < 2:  # noqa: PLR2004 - one value has no trend
            return None
        (_earlier, before), (_day, last) = self.values[-2:]
        return TRENDS[(last > before) - (last < before)]

    @property
    def plot(self) -> Plot | None:
        return plot(self.values, self.target.value) if self.values else None


def of_plan(session: Session, plan_id: int, period: Period, *, today: date) -> list[Measured]:
    """Every indicator of the plan, with its last value up to the end of the period, or to today."""
    query = (
        select(Target).where(Target.plan_id == plan_id).order_by(Target.position).options(selectinload(Target.values))
    )
    return [measured(session, target, period, today=today) for target in session.scalars(query)]


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
    """Values over time in a box of ``WIDTH`` by ``HEIGHT``: a point (x, y) for each, and the height of the aim."""

    points: Sequence[tuple[float, float]]
    line: float | None


def plot(values: Sequence[Value], aim: Decimal | None) -> Plot:
    """The drawing of these values; their scale begins at zero, so that a small change looks small."""
    numbers = [float(value) for _day, value in values] + ([float(aim)] if aim is not None else [])
    low, high = min(*numbers, 0.0), max(*numbers, 0.0)
    first, days = values[0][0], max((values[-1][0] - values[0][0]).days, 1)

    def height(value: Decimal) -> float:
        share = (float(value) - low) / ((high - low) or 1)
        return round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share, 1)

    def place(day: date) -> float:
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - first).days / days, 1)

    points = tuple((place(day), height(value)) for day, value in values)
    return Plot(points, height(aim) if aim is not None else None)


def measured(session: Session, target: Target, period: Period, *, today: date) -> Measured:
    """One indicator, loaded with its values. What the program counts follows what was entered before."""
    values, source = [(row.day, row.value) for row in target.values if row.day <= period.last], ""
    if target.computed and target.group_id is not None:
        counted = _counted(session, target, period, min(period.last, today))
        values = [each for each in values if counted and each[0] < counted[0][0]] + counted
    elif values:
        source = next(row.source for row in reversed(target.values) if row.day <= period.last)
    value, previous = (values[-1][1] if values else None), (values[-2][1] if values[1:] else None)
    return Measured(target, values, source, is_reached(target.comparison, target.value, value, previous))


def _counted(session: Session, target: Target, period: Period, last: date) -> list[Value]:
    """Per cent of the group's present members who are women today, or who had attended a training by each day."""
    within = select(Member.id).join(membership, membership.c.member_id == Member.id)
    within = within.where(membership.c.group_id == target.group_id, Member.left_at.is_(None))
    whole = session.scalar(select(func.count()).select_from(within.subquery())) or 0
    if not whole:
        return []
    if target.computed == WOMEN:
        women = within.where(Member.sex == "female").subquery()
        counted = {last: session.scalar(select(func.count()).select_from(women)) or 0}
    else:
        trained = _trained(period).subquery()
        first_days = select(func.min(trained.c.day)).where(trained.c.member_id.in_(within))
        days = sorted(session.scalars(first_days.group_by(trained.c.member_id)))
        counted = {day: number for number, day in enumerate(days, 1)} or {last: 0}
    return [(day, (Decimal(100 * number) / whole).quantize(_TENTH, ROUND_HALF_UP)) for day, number in counted.items()]


def _trained(period: Period) -> CompoundSelect[int | None, date]:
    """Who attended a training in the period, or was sent to a course that others held, and on which day."""
    sent = select(Course.member_id, Course.first_day.label("day")).where(
        Course.member_id.is_not(None), Course.first_day.between(period.first, period.last)
    )
    attended = (
        select(Attendance.member_id, Occurrence.first_day.label("day"))
        .join(Occurrence, Occurrence.id == Attendance.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Attendance.state == PRESENT, Event.kind == Kind.TRAINING)
        .where(Occurrence.first_day.between(period.first, period.last))
    )
    return attended.union(sent)
