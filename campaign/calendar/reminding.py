"""Reminder rules per kind of event: what the agency has decided, over what the configuration says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import replanning
from campaign.calendar.agency import Agency, RuleOf
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.dates.zones import instant
from campaign.errors import InvalidInput
from campaign.kinds import WHOLE_DAY, Kind
from campaign.models import Event, ReminderRule

AUDIENCE, CONTACT = "audience", "contact"
MOST_RULES = 12
SAMPLE_AHEAD = timedelta(days=60)
SAMPLE_START, SAMPLE_END = time(14), time(16, 30)
WEDNESDAY = 2


@dataclass(frozen=True, slots=True)
class RulesOfKind:
    """The rules in force for one kind; ``is_own``: decided here, not by the configuration."""

    kind: str
    rules: tuple[RuleOf, ...]
    is_own: bool

    def of(self, recipients: str) -> tuple[Lead, ...]:
        return tuple(rule.lead for rule in self.rules if rule.recipients == recipients)


def listed(session: Session, agency: Agency) -> list[RulesOfKind]:
    """Every kind with its rules. One query."""
    own = set(session.scalars(select(ReminderRule.kind).where(ReminderRule.kind.is_not(None)).distinct()))
    return [RulesOfKind(kind.value, agency.rules[kind.value], kind.value in own) for kind in Kind]


def read(text: str) -> tuple[Lead, ...]:
    """The leads of a text, one a line, each once. Raises ``InvalidInput`` with the line that is wrong."""
    found: dict[Lead, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found[Lead.parse(line.strip())] = None
            except InvalidInput as error:
                raise InvalidInput("Dòng {line}: {reason}", line=number, reason=error) from None
    if len(found) > MOST_RULES:
        raise InvalidInput("Có quá {most} lời nhắc; người nhận sẽ không đọc nữa.", most=MOST_RULES)
    return tuple(found)


def sample_day(today: date) -> date:
    """A working-day Wednesday some weeks ahead, on which examples are reckoned."""
    day = today + SAMPLE_AHEAD
    return day + timedelta(days=(WEDNESDAY - day.weekday()) % 7)


def example(lead: Lead, kind: str, day: date, *, agency: Agency) -> datetime:
    """When this rule would remind of an event of the kind on ``day``: all day, or in the afternoon."""
    if kind in WHOLE_DAY:
        return lead.due(
            start=day, end=day, zone=agency.zone, calendar=agency.calendar, hour=agency.hour, quiet=agency.quiet
        )
    start, end = (instant(day, clock, agency.zone) for clock in (SAMPLE_START, SAMPLE_END))
    return lead.due(
        start=start, end=end, zone=agency.zone, calendar=agency.calendar, hour=agency.hour, quiet=agency.quiet
    )


def decide(
    work: Act,
    kind: Kind,
    audience: Sequence[Lead],
    contact: Sequence[Lead] = (),
    *,
    config: Config,
    before: RulesOfKind,
) -> int:
    """These rules hold for the kind from now on; reminders to come are computed again, of many events a little later.

    Of how many events. (``replanning`` says how many of them still wait.)

    Raises ``InvalidInput`` without any rule: who wants no reminder says so at the event.
    """
    if not audience and not contact:
        raise InvalidInput("Cần ít nhất một lời nhắc; hoạt động không cần nhắc thì ghi ở chính hoạt động đó.")
    work.session.execute(delete(ReminderRule).where(ReminderRule.kind == kind))
    for recipients, leads in ((AUDIENCE, audience), (CONTACT, contact)):
        work.session.add_all(ReminderRule(kind=kind, lead=str(lead), recipients=recipients) for lead in leads)
    work.session.flush()
    row = work.session.scalars(_rows(kind)).first()
    assert row
    new = {AUDIENCE: [str(lead) for lead in audience], CONTACT: [str(lead) for lead in contact]}
    work.record("edit", row, *audit.differing(_said(before), new), title=kind)
    return replanning.follow(Act(work.session, work.now, PROGRAM), _follows(kind), config=config)


def reset(work: Act, kind: Kind, *, config: Config, before: RulesOfKind) -> int:
    """Back to what the configuration says. Of how many events the reminders are computed again."""
    row = work.session.scalars(_rows(kind)).first()
    if row is None:
        return 0
    work.record("reset", row, _said(before), {}, title=kind)
    work.session.execute(delete(ReminderRule).where(ReminderRule.kind == kind))
    return replanning.follow(Act(work.session, work.now, PROGRAM), _follows(kind), config=config)


def _rows(kind: Kind) -> Select[ReminderRule]:
    return select(ReminderRule).where(ReminderRule.kind == kind).order_by(ReminderRule.id)


def _follows(kind: Kind) -> ColumnElement[bool]:
    return (Event.kind == kind) & Event.own_rules.is_(False)


def _said(rules: RulesOfKind) -> dict[str, list[str]]:
    return {recipients: [str(lead) for lead in rules.of(recipients)] for recipients in (AUDIENCE, CONTACT)}
