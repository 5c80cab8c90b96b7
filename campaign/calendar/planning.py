"""From occurrences to reminders, and from due reminders to messages.

All of it is derived and can be made again: ``remind`` brings the reminders of one event in line with what the event
says now, ``plan_due`` turns all that fell due into one message per member, with two statements for any number of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Select,
    and_,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.calendar.audience import branches
from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.config import Config
from campaign.dates.lead import Lead, Quiet
from campaign.dates.working import WorkingCalendar
from campaign.dates.written import parse_time
from campaign.dates.zones import instant, zone
from campaign.models import Event, Holiday, Kind, Member, Message, Occurrence, Reminder, ReminderRule
from campaign.sending.promises import insert_messages, message_columns, suppress

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


def office(session: Session, config: Config) -> Office:
    """The agency's rules: the configuration, with the holiday table and the rules kept in the database over it."""
    rows = session.scalars(select(Holiday)).all()
    holidays = {row.day: row.name for row in rows if not row.working}
    working = frozenset(row.day for row in rows if row.working)
    settings = config.reminders
    rules = {kind.value: tuple(RuleOf(Lead.parse(text)) for text in settings.of(kind)) for kind in Kind}
    kept: dict[str, list[RuleOf]] = {}
    for row in session.scalars(select(ReminderRule).where(ReminderRule.kind.is_not(None)).order_by(ReminderRule.id)):
        kept.setdefault(str(row.kind), []).append(rule_of(row))
    return Office(
        calendar=WorkingCalendar(holidays, working),
        hour=parse_time(settings.hour),
        quiet=Quiet(*map(parse_time, settings.quiet)) if settings.quiet else None,
        rules=rules | {kind: tuple(found) for kind, found in kept.items()},
        horizon=timedelta(days=31 * config.engine.horizon_months),
        base_url=config.server.base_url.rstrip("/"),
        alarms=tuple(map(Lead.parse, settings.alarms)),
        window=timedelta(minutes=settings.window),
        domain=config.mail.domain,
        zone=config.zone,
    )


def rule_of(row: ReminderRule) -> RuleOf:
    return RuleOf(Lead.parse(row.lead), row.recipients, row.mail)


def rules_for(session: Session, event: Event, office: Office) -> tuple[RuleOf, ...]:
    """The event's own rules if it has any of its own (even none), else those of its kind."""
    if not event.own_rules:
        return office.rules.get(event.kind, ())
    query = select(ReminderRule).where(ReminderRule.event_id == event.id).order_by(ReminderRule.id)
    return tuple(map(rule_of, session.scalars(query)))


def remind(
    session: Session, event: Event, occurrences: Iterable[Occurrence], *, office: Office, now: datetime
) -> list[Reminder]:
    """Bring the reminders of one event in line with its occurrences and rules.

    A reminder that is no longer right is taken away, or, if its messages were already made, cancelled together with
    those that have not gone out. A new one whose moment has passed is not made: nobody was promised it. What is long
    over is left as it is: a promise that was missed is for ``plan_due`` to write down. What was cancelled after its
    mails were made is not made again: of its moment everybody has heard.
    """
    occurrences = list(occurrences)
    over = {occurrence.id for occurrence in occurrences if occurrence.is_live and _is_over(occurrence, now)}
    query = select(Reminder).join(Occurrence).where(Occurrence.event_id == event.id)
    # The lock makes plan_due and this change wait for each other: either it sees the change, or we see its messages.
    kept = {_key(reminder): reminder for reminder in session.scalars(query.with_for_update(of=Reminder))}
    existing = {key: reminder for key, reminder in kept.items() if reminder.cancelled_at is None}
    rules = rules_for(session, event, office)
    wanted = {_key(reminder): reminder for reminder in reminders_of(event, occurrences, rules, office=office, now=now)}
    for key, reminder in existing.items():
        if reminder.occurrence_id in over:
            continue
        if key in wanted:
            _lengthen(session, reminder, wanted[key].useful_until)
        elif reminder.planned_at is None:
            session.delete(reminder)
        else:
            _withdraw(session, reminder, now)
    made = [reminder for key, reminder in wanted.items() if key not in kept and is_to_come(reminder, now=now)]
    session.add_all(made)
    session.flush()
    return made


def is_to_come(reminder: Reminder, *, now: datetime) -> bool:
    """Whether a reminder that is made now still reaches its readers in time: at its moment, or at once."""
    return reminder.due_at > now - JUST_NOW and reminder.useful_until > now


def _lengthen(session: Session, reminder: Reminder, until: datetime) -> None:
    """Or shorten: how long the mail is of use, for the messages that wait as well."""
    if reminder.useful_until != until:
        reminder.useful_until = until
        if reminder.planned_at:
            waiting = and_(Message.reminder_id == reminder.id, Message.result.is_(None))
            session.execute(update(Message).where(waiting).values(useful_until=until))


def _key(reminder: Reminder) -> tuple[int, str, str, datetime]:
    return reminder.occurrence_id, reminder.lead, reminder.recipients, reminder.due_at


def reminders_of(
    event: Event, occurrences: Iterable[Occurrence], rules: Iterable[RuleOf], *, office: Office, now: datetime
) -> Iterator[Reminder]:
    """What the rules give for the live occurrences, past moments included; nothing is stored."""
    where = zone(event.zone)
    rules = list(rules)
    for occurrence in occurrences:
        if not occurrence.is_live or _is_over(occurrence, now):
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


def _is_over(occurrence: Occurrence, now: datetime) -> bool:
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


def _withdraw(session: Session, reminder: Reminder, now: datetime) -> None:
    reminder.cancelled_at = now
    suppress(session.connection(), Message.reminder_id == reminder.id, now=now, reason="Lịch đã đổi hoặc đã hủy.")


def plan_due(connection: Connection, *, now: datetime, id_suffix: str) -> int:
    """Turn every reminder that fell due by ``now`` into one message per member of its audience; returns how many.

    ``id_suffix`` ends every Message-ID: ".<instance>@<domain>>". Too late for its reader: the message is *expired* from
    the start; the reader wants none: *suppressed*. So each promise has a row, whatever became of it.
    """
    due = and_(Reminder.due_at <= now, Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None))
    if not connection.scalar(select(exists().where(due))):
        return 0
    if not connection.execute(update(Reminder).where(due).values(planned_at=now)).rowcount:
        return 0  # another planner was quicker
    return insert_messages(connection, _messages_of_planned(now, id_suffix))


def next_due(session: Session) -> datetime | None:
    """When the next reminder falls due."""
    return session.scalar(
        select(func.min(Reminder.due_at)).where(Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None))
    )


def _messages_of_planned(now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    """The rows to insert for the reminders that ``plan_due`` has just marked with ``now``."""
    query = (
        select(*message_columns(Reminder, "r", now=now, id_suffix=id_suffix))
        .select_from(Reminder)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Reminder.planned_at == now, Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None))
    )
    for branch in branches(query):
        yield branch.where(Reminder.recipients == "audience")
    contact = and_(Reminder.recipients == "contact", Member.left_at.is_(None))
    yield query.join(Member, Member.id == Event.contact_id).where(contact)
