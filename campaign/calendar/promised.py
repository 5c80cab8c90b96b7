"""What the rules give: an agency's working days and rules as a value, and the reminders that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.dates.lead import Lead, Quiet
from campaign.dates.working import WorkingCalendar
from campaign.dates.zones import instant, zone
from campaign.models import Event, Kind, Occurrence, Reminder

AFTERWARDS = timedelta(days=7)
"""How long a mail that follows an event ("after the end") is still of use."""
JUST_NOW = timedelta(minutes=5)
"""A moment that passed so lately, while a file was read in or somebody looked over a page, is not missed yet."""


@dataclass(frozen=True, slots=True)
class RuleOf:
    """A reminder rule as a value: when, to whom, which mail."""

    lead: Lead
    recipients: str = "audience"
    mail: str = "reminder"


@dataclass(frozen=True, slots=True)
class Office:
    """What planning needs to know of the agency: its working days, its hours, and its rules per kind of event.

    ``window``: changes that follow each other within this time are told in one notice. ``domain`` ends the UIDs
    of new events.
    """

    calendar: WorkingCalendar
    hour: time
    quiet: Quiet | None
    rules: Mapping[str, tuple[RuleOf, ...]]
    horizon: timedelta
    base_url: str
    alarms: tuple[Lead, ...]
    window: timedelta = timedelta(minutes=10)
    domain: str = "localhost"
    zone: ZoneInfo = field(default_factory=lambda: zone("Asia/Ho_Chi_Minh"))


def reminders_of(
    event: Event, occurrences: Iterable[Occurrence], rules: Iterable[RuleOf], *, office: Office, now: datetime
) -> Iterator[Reminder]:
    """What the rules give for the live occurrences, past moments included; nothing is stored."""
    where = zone(event.zone)
    rules = list(rules)
    for occurrence in occurrences:
        if not occurrence.is_live or is_over(occurrence, now):
            continue
        start: date | datetime = occurrence.first_day if occurrence.is_all_day else occurrence.starts_at
        end: date | datetime = occurrence.last_day if occurrence.is_all_day else occurrence.ends_at
        for rule in rules:
            due = rule.lead.due(
                start=start, end=end, zone=where, calendar=office.calendar, hour=office.hour, quiet=office.quiet
            )
            yield Reminder(
                occurrence_id=occurrence.id,
                lead=str(rule.lead),
                recipients=rule.recipients,
                mail=rule.mail,
                due_at=due,
                useful_until=max(_useful_until(event, occurrence, rule.lead, due), due + timedelta(minutes=1)),
                created_at=now,
            )


def is_over(occurrence: Occurrence, now: datetime) -> bool:
    return occurrence.ends_at + AFTERWARDS <= now


def _useful_until(event: Event, occurrence: Occurrence, lead: Lead, due: datetime) -> datetime:
    """When the mail stops being of use: at the start, or at the end of the day that a whole-day item begins on."""
    if lead.side == "after":
        return due + AFTERWARDS
    if lead.anchor == "end" or event.kind == Kind.REPORT:
        return occurrence.ends_at
    if not occurrence.is_all_day:
        return occurrence.starts_at
    return instant(occurrence.first_day + ONE_DAY, MIDNIGHT, zone(event.zone))


def is_to_come(reminder: Reminder, *, now: datetime) -> bool:
    """Whether a reminder that is made now still reaches its readers in time: at its moment, or at once."""
    return reminder.due_at > now - JUST_NOW and reminder.useful_until > now
