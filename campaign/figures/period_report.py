"""Everything that a report of one period tells, read in one place for both the document and the figures page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import extract, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, selectinload

from campaign.dates.reporting import Period
from campaign.errors import NotFound
from campaign.figures import attendance, costs, deadlines, duties, happened, targets
from campaign.figures.attendance import Count
from campaign.figures.costs import Cost
from campaign.figures.deadlines import Deadline
from campaign.figures.duties import DutyState
from campaign.figures.happened import Happened
from campaign.figures.targets import Measured
from campaign.kinds import PERIODS
from campaign.models import Award, Course, Difficulty, Event, Finding, Occurrence, Plan

Row = TypeVar("Row", Award, Course, Finding, Difficulty)
AROUND = timedelta(days=60)
"""How far from a campaign its parts may lie."""
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
    courses: Sequence[Course]
    costs: Sequence[Cost]
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
    """The report of a period, or of one campaign in it, as of ``today``. An empty year has empty lists.

    Of one campaign: its own and its parts' occurrences, duties and costs; the other lists are those of the period.
    """
    plan = plan_of(session, period.year)
    plan_id = plan.id if plan else None
    found = happened.in_period(session, period, today=today, campaign_id=campaign_id)
    done = {one.occurrence_id: one.attendance for one in found if one.state is happened.State.DONE}
    after = Period.between(period.last + timedelta(days=1), period.last + AHEAD, "")
    asked = duties.of_plan(session, plan_id, today=today) if plan_id else []
    return PeriodReport(
        period=period,
        plan=plan,
        occurrences=found,
        attendance=attendance.total(session, done),
        duty_states=[one for one in asked if campaign_id is None or one.duty.id in {each.duty_id for each in found}],
        measured=targets.of_plan(session, plan_id, period, today=today) if plan_id else [],
        due=deadlines.between(session, period.first, period.last, today=today),
        awards=_within(session, Award, Award.nominated_on, period),
        findings=_within(session, Finding, Finding.found_on, period),
        difficulties=_within(session, Difficulty, Difficulty.raised_on, period),
        courses=_within(session, Course, Course.first_day, period),
        costs=costs.of_period(session, period, plan_id, campaign_id=campaign_id),
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


def campaigns(session: Session) -> Mapping[str, str]:
    """The titles of all campaigns that were confirmed, by UID."""
    query = select(Event.uid, Event.title).where(Event.kind.in_(PERIODS), Event.confirmed_at.is_not(None))
    return dict(session.execute(query.order_by(Event.first_day.desc(), Event.id)).all())


def campaign_period(session: Session, event: Event, year: int) -> Period:
    """The days of a campaign in this year, with those of its parts: a launch may come before it, a review after.

    Raises ``NotFound`` when it is not held in that year.
    """
    days = func.min(Occurrence.first_day), func.max(Occurrence.last_day)
    own = select(*days).where(Occurrence.event_id == event.id, Occurrence.cancelled_at.is_(None))
    first, last = session.execute(own.where(extract("year", Occurrence.first_day) == year)).one()
    if first is None:
        raise NotFound("Đợt hoạt động “{title}” không được tổ chức trong năm {year}.", title=event.title, year=year)
    parts = select(*days).join(Event, Event.id == Occurrence.event_id).where(Event.part_of_id == event.id)
    near = Occurrence.first_day.between(first - AROUND, last + AROUND), Occurrence.cancelled_at.is_(None)
    before, after = session.execute(parts.where(*near)).one()
    return Period.between(min(first, before or first), max(last, after or last), f"năm {year}")


def _within(session: Session, noun: type[Row], day: InstrumentedAttribute[date], period: Period) -> Sequence[Row]:
    query = select(noun).where(day.between(period.first, period.last)).order_by(day, noun.id)
    return session.scalars(query).all()
