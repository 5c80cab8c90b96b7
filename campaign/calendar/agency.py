"""The agency's policy as a value: working days, hours, reminder rules; from the configuration and the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.config import Config
from campaign.dates.lead import Lead, Quiet
from campaign.dates.working import WorkingCalendar
from campaign.dates.written import parse_time
from campaign.dates.zones import instant, zone
from campaign.kinds import Kind
from campaign.models import Holiday, ReminderRule


@dataclass(frozen=True, slots=True)
class RuleOf:
    """A reminder rule as a value: when, to whom, which mail."""

    lead: Lead
    recipients: str = "audience"
    mail: str = "reminder"


@dataclass(frozen=True, slots=True)
class Agency:
    """What planning needs to know of the agency: its working days, its hours, and its rules per kind of event.

    ``unattended``: kinds whose later years take place without being confirmed. ``window``: changes that follow each
    other within this time are announced in one notice. ``domain`` ends the UIDs of new events. ``invitation``: when
    who was not invited yet is invited to a single event.
    """

    calendar: WorkingCalendar
    hour: time
    quiet: Quiet | None
    rules: Mapping[str, tuple[RuleOf, ...]]
    horizon: timedelta
    base_url: str
    alarms: tuple[Lead, ...]
    window: timedelta = timedelta(minutes=10)
    unattended: frozenset[str] = frozenset()
    domain: str = "localhost"
    invitation: Lead | None = None
    zone: ZoneInfo = field(default_factory=lambda: zone("Asia/Ho_Chi_Minh"))

    def sending_time(self, at: datetime) -> datetime:
        """The first moment from ``at`` on that is outside the quiet hours."""
        local = at.astimezone(self.zone)
        if self.quiet is None or not self.quiet.covers(local.time()):
            return at
        after = self.quiet.after(local.date(), local.time())
        return instant(after.date(), after.time(), self.zone)


@dataclass(frozen=True, slots=True)
class UnitOfWork(Act):
    """An act on the calendar: what every act has, and the agency's policy, which dates and reminders follow from."""

    agency: Agency


def agency_of(session: Session, config: Config) -> Agency:
    """The agency's rules: the configuration, with the holiday table and the rules kept in the database over it."""
    rows = session.scalars(select(Holiday)).all()
    holidays = {row.day: row.name for row in rows if not row.working}
    working = frozenset(row.day for row in rows if row.working)
    settings = config.reminders
    rules = {kind.value: tuple(RuleOf(Lead.parse(text)) for text in settings.of(kind)) for kind in Kind}
    kept: dict[str, list[RuleOf]] = {}
    for row in session.scalars(select(ReminderRule).where(ReminderRule.kind.is_not(None)).order_by(ReminderRule.id)):
        kept.setdefault(str(row.kind), []).append(rule_of(row))
    return Agency(
        calendar=WorkingCalendar(holidays, working),
        hour=parse_time(settings.hour),
        quiet=Quiet(*map(parse_time, settings.quiet)) if settings.quiet else None,
        rules=rules | {kind: tuple(found) for kind, found in kept.items()},
        horizon=timedelta(days=31 * config.engine.horizon_months),
        base_url=config.server.base_url.rstrip("/"),
        alarms=tuple(map(Lead.parse, settings.alarms)),
        window=timedelta(minutes=settings.window),
        unattended=frozenset(settings.unattended),
        domain=config.mail.domain,
        invitation=Lead.parse(settings.invitation) if settings.invitation else None,
        zone=config.zone,
    )


def rule_of(row: ReminderRule) -> RuleOf:
    return RuleOf(Lead.parse(row.lead), row.recipients, row.mail)
