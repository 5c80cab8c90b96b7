"""Everything that a report of one period tells, read in one place for both the document and the figures page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from campaign.dates.reporting import Period
from campaign.errors import NotFound
from campaign.figures import attendance, deadlines, duties, happened, targets
from campaign.figures.attendance import Count
from campaign.figures.deadlines import Deadline
from campaign.figures.duties import DutyState
from campaign.figures.happened import Happened
from campaign.figures.targets import Measured
from campaign.kinds import PERIODS
from campaign.models import Award, Difficulty, Event, Finding, Occurrence, Plan

Row = TypeVar("Row", Award, Finding, Difficulty)
AHEAD = timedelta(days=183)
"""How far ahead the part on coming work looks."""


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The figures and lists of one period. ``plan`` is the plan of the period's year, if there is one."""

    period: Period
    plan: Plan | None
    occurrences: Sequence[Happened]
    attendance: Count
    duty_states: Sequence[DutyState]
    measured: Sequence[Measured]
    due: Sequence[Deadline]
    awards: Sequence[Award]
    findings: Sequence[Finding]
    difficulties: Sequence[Difficulty]
    costs: Sequence[Event]
    coming: Sequence[Happened]

    def occurrences_in(self, state: happened.State) -> int:
        """How many occurrences are in this state."""
        return sum(1 for one in self.occurrences if one.state is state)

    def duties_in(self, state: duties.State) -> int:
        """How many duties of the plan are in this state."""
        return sum(1 for one in self.duty_states if one.state is state)

    def deadlines_in(self, state: deadlines.State) -> int:
        """How many of the agency's own reports are in this state."""
        return sum(1 for one in self.due if one.own.state is state)


def read(session: Session, period: Period, *, today: date, campaign_id: int | None = None) -> PeriodReport:
    """The report of a period, or of one campaign in it, as of ``today``. An empty year has empty lists."""
    plan = plan_of(session, period.year)
    found = happened.in_period(session, period, today=today, campaign_id=campaign_id)
    done = {one.occurrence_id: one.attendance for one in found if one.state is happened.State.DONE}
    after = Period.between(period.last + timedelta(days=1), period.last + AHEAD, "")
    return PeriodReport(
        period=period,
        plan=plan,
        occurrences=found,
        attendance=attendance.total(session, done),
        duty_states=duties.of_plan(session, plan.id, today=today) if plan else [],
        measured=targets.of_plan(session, plan.id, period) if plan else [],
        due=deadlines.between(session, period.first, period.last, today=today),
        awards=_within(session, Award, Award.nominated_on, period),
        findings=_within(session, Finding, Finding.found_on, period),
        difficulties=_within(session, Difficulty, Difficulty.raised_on, period),
        costs=_costs(session, period),
        coming=happened.in_period(session, after, today=today, campaign_id=campaign_id),
    )


def plan_of(session: Session, year: int) -> Plan | None:
    """The plan of a year; of several the one that was taken in last."""
    query = select(Plan).where(Plan.year == year).order_by(Plan.id.desc()).limit(1).options(selectinload(Plan.bases))
    return session.scalars(query).first()


def campaign_of(session: Session, words: str) -> Event:
    """The campaign with this UID or title. Raises ``NotFound``."""
    query = select(Event).where(Event.kind.in_(PERIODS), (Event.uid == words) | (Event.title == words))
    event = session.scalars(query.order_by(Event.id.desc())).first()
    if event is None:
        raise NotFound("Không có đợt hoạt động nào tên “{words}”.", words=words[:200])
    return event


def _within(session: Session, noun: type[Row], day: InstrumentedAttribute[date], period: Period) -> Sequence[Row]:
    query = select(noun).where(day.between(period.first, period.last)).order_by(day, noun.id)
    return session.scalars(query).all()


def _costs(session: Session, period: Period) -> Sequence[Event]:
    """The events of the period that have an estimate or an actual cost."""
    query = (
        select(Event)
        .where(Event.cost_estimate.is_not(None) | Event.cost_actual.is_not(None))
        .where(Event.id.in_(select(Occurrence.event_id).where(Occurrence.first_day.between(period.first, period.last))))
        .order_by(Event.first_day, Event.id)
    )
    return session.scalars(query).all()
