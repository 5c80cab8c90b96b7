"""Reminders from occurrences and rules, and messages from reminders that are due.

All of it is derived and can be made again: ``sync_reminders`` brings the reminders of one event in line with the
event, ``plan_due`` turns all that fell due into one message per member, with a few statements for any number of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from campaign.calendar import seats
from campaign.calendar.agency import Agency, RuleOf, UnitOfWork, rule_of
from campaign.calendar.audience import branches
from campaign.calendar.series import MIDNIGHT, NOBODY, ONE_DAY
from campaign.dates.lead import Lead
from campaign.dates.zones import instant, zone
from campaign.kinds import DEADLINES
from campaign.models import (
    Answer,
    Event,
    Filing,
    Member,
    Message,
    Notice,
    Occurrence,
    Outdated,
    Reminder,
    ReminderRule,
    Response,
    Result,
)
from campaign.models.message import INVITATION
from campaign.reason import Reason
from campaign.sending import counts
from campaign.sending.messages import OUT, insert_messages, message_columns, supersede, suppress
from campaign.sending.outbox import thread_of

ASKING = (20, 10)
"""Working days before the first reminder at which the year's theme is asked for."""
AFTERWARDS = timedelta(days=7)
"""How long a mail that follows an event ("after the end") is still of use."""
JUST_NOW = timedelta(minutes=5)
"""A moment that passed so lately, while a file was read in or somebody looked over a page, is not missed yet."""


def _escalation(event: Event) -> tuple[RuleOf, ...]:
    """Who is above hears of a report that is late for so many working days."""
    if event.kind not in DEADLINES or not event.escalate_after or event.escalate_to_id is None:
        return ()
    return (RuleOf(Lead(event.escalate_after, "working_days", "after", "end"), "escalation"),)


def rules_of_events(session: Session, events: Iterable[Event], agency: Agency) -> dict[int, tuple[RuleOf, ...]]:
    rules = {
        event.id: (() if event.own_rules else agency.rules.get(event.kind, ())) + _escalation(event) for event in events
    }
    own = [event.id for event in events if event.own_rules]
    if own:
        query = select(ReminderRule).where(ReminderRule.event_id.in_(own)).order_by(ReminderRule.id)
        for row in session.scalars(query):
            rules[row.event_id or 0] += (rule_of(row),)
    return rules


def sync_reminders(work: UnitOfWork, event: Event, occurrences: Iterable[Occurrence]) -> list[Reminder]:
    """Bring the reminders of one event in line with its occurrences and rules: ``sync_reminders_of`` for one."""
    return sync_reminders_of(work, {event: list(occurrences)})


def sync_reminders_of(work: UnitOfWork, schedule: Mapping[Event, Sequence[Occurrence]]) -> list[Reminder]:
    """Bring the reminders of these events in line with all their occurrences and their rules; returns the new ones.

    A reminder that is no longer right is taken away, or, if its messages were already made, cancelled together with
    those that have not gone out. A new one whose moment has passed is not made: nobody expects it. What is long
    over is left as it is: a reminder that was missed is for ``plan_due`` to write down. What was cancelled a moment ago
    and is wanted again is sent again, but not to those whom its mail has reached.
    """
    ids = [event.id for event in schedule]
    over = {each.id for found in schedule.values() for each in found if each.is_live and is_over(each, work.now)}
    query = select(Reminder).join(Occurrence).where(Occurrence.event_id.in_(ids))
    # The lock makes plan_due and this change wait for each other: either it sees the change, or we see its messages.
    kept = {_key(reminder): reminder for reminder in work.session.scalars(query.with_for_update(of=Reminder))}
    existing = {key: reminder for key, reminder in kept.items() if reminder.cancelled_at is None}
    rules = rules_of_events(work.session, schedule, work.agency)
    filed = _filed(work.session, ids)
    wanted = {
        _key(reminder): reminder
        for event, found in schedule.items()
        for reminder in reminders_of(event, found, rules[event.id], agency=work.agency, now=work.now)
        if reminder.occurrence_id not in filed
    }
    for key, reminder in existing.items():
        if reminder.occurrence_id in over:
            continue
        if key in wanted:
            _lengthen(work.session, reminder, wanted[key].useful_until)
        elif reminder.planned_at is None:
            work.session.delete(reminder)
        else:
            is_filed = reminder.occurrence_id in filed
            _withdraw(work.session, reminder, work.now, Reason.FILED if is_filed else Reason.RESCHEDULED)
    to_come = {key: reminder for key, reminder in wanted.items() if is_to_come(reminder, now=work.now)}
    made = [reminder for key, reminder in to_come.items() if key not in kept]
    work.session.add_all(made)
    for key in to_come.keys() & kept.keys() - existing.keys():
        _renew(work.session, kept[key], to_come[key].useful_until)
        made.append(kept[key])
    work.session.flush()
    return made


def _renew(session: Session, reminder: Reminder, until: datetime) -> None:
    """Back to ``plan_due``, which makes again the messages that were taken back.

    Those that went out stay, and those that a sender holds or that a server may have: made anew, they would go twice.
    """
    reminder.cancelled_at = reminder.planned_at = None
    reminder.useful_until = until
    taken_back = Message.reminder_id == reminder.id, Message.result == Result.SUPPRESSED, ~OUT
    counts.uncount(session.connection(), *taken_back)
    session.execute(delete(Message).where(*taken_back))


def _lengthen(session: Session, reminder: Reminder, until: datetime) -> None:
    """Or shorten: how long the mail is of use, for the messages that wait as well."""
    if reminder.useful_until != until:
        reminder.useful_until = until
        if reminder.planned_at:
            waiting = and_(Message.reminder_id == reminder.id, Message.result.is_(None))
            session.execute(update(Message).where(waiting).values(useful_until=until))


def _key(reminder: Reminder) -> tuple[int, str, str, datetime]:
    return reminder.occurrence_id, reminder.lead, reminder.recipients, reminder.due_at


def _withdraw(session: Session, reminder: Reminder, now: datetime, reason: Reason) -> None:
    reminder.cancelled_at = now
    suppress(session.connection(), Message.reminder_id == reminder.id, now=now, reason=reason)


def _filed(session: Session, event_ids: Iterable[int]) -> frozenset[int]:
    """The occurrences whose report the agency has filed: nobody is reminded of them any more."""
    query = select(Filing.occurrence_id).join(Occurrence, Occurrence.id == Filing.occurrence_id)
    return frozenset(session.scalars(query.where(Filing.unit_id.is_(None), Occurrence.event_id.in_(event_ids))))


def unit_has_filed(occurrence_id: ColumnElement[int] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the unit of the member has filed its part of this report."""
    return exists().where(Filing.occurrence_id == occurrence_id, Filing.unit_id == Member.unit_id)


def reminders_of(
    event: Event, occurrences: Iterable[Occurrence], rules: Iterable[RuleOf], *, agency: Agency, now: datetime
) -> Iterator[Reminder]:
    """What the rules give for the live occurrences, past moments included; nothing is stored."""
    where = zone(event.zone)
    rules = list(rules)
    for occurrence in occurrences:
        if not occurrence.is_live or is_over(occurrence, now):
            continue
        start: date | datetime = occurrence.first_day if occurrence.is_all_day else occurrence.starts_at
        end: date | datetime = occurrence.last_day if occurrence.is_all_day else occurrence.ends_at
        for rule in (*rules, *_questions(event, occurrence, rules), *_invitations(event, agency)):
            due = rule.lead.due(
                start=start, end=end, zone=where, calendar=agency.calendar, hour=agency.hour, quiet=agency.quiet
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


def question_leads(rules: Iterable[RuleOf]) -> tuple[Lead, ...]:
    """When the year's theme is asked for: 20 and 10 working days before the earliest of these rules."""
    first = max((_working_days(rule.lead) for rule in rules), default=0)
    return tuple(Lead(first + days, "working_days") for days in ASKING)


def _questions(event: Event, occurrence: Occurrence, rules: Iterable[RuleOf]) -> Iterator[RuleOf]:
    """The person in charge is asked for the theme of a year that takes place although nobody confirmed it."""
    if event.per_year and event.contact_id and occurrence.confirmed_by == NOBODY and not occurrence.theme:
        yield from (RuleOf(lead, "contact", "question") for lead in question_leads(rules))


def _invitations(event: Event, agency: Agency) -> Iterator[RuleOf]:
    """Who is asked for an answer is invited in time; not to each day of a series."""
    if agency.invitation and event.asks_answer and (event.per_year or not event.rule):
        yield RuleOf(agency.invitation, mail=INVITATION)


def _is_not_invited_yet() -> ColumnElement[bool]:
    """Of an invitation: it goes to whom no notice has invited, and who has not answered."""
    notice, message, response = aliased(Notice), aliased(Message), aliased(Response)
    invited = (
        exists(select(message.id).join(notice, notice.id == message.notice_id))
        .where(message.member_id == Member.id, notice.event_id == Event.id, notice.kind == INVITATION)
        .where(or_(notice.occurrence_id.is_(None), notice.occurrence_id == Occurrence.id))
    )
    answered = exists().where(response.occurrence_id == Occurrence.id, response.member_id == Member.id)
    return or_(Reminder.mail != INVITATION, ~or_(invited, answered))


def _working_days(lead: Lead) -> int:
    """At most so many working days lie in the lead; none for one that follows the event."""
    in_week = {"working_days": 1.0, "weeks": 5.0, "days": 5 / 7}.get(lead.unit, 0.0)
    return math.ceil(lead.amount * in_week) if lead.side == "before" else 0


def is_over(occurrence: Occurrence, now: datetime) -> bool:
    return occurrence.ends_at + AFTERWARDS <= now


def _useful_until(event: Event, occurrence: Occurrence, lead: Lead, due: datetime) -> datetime:
    """When the mail stops being of use: at the start, or at the end of the day that a whole-day item begins on."""
    if lead.side == "after":
        return due + AFTERWARDS
    if lead.anchor == "end" or event.kind in DEADLINES:
        return occurrence.ends_at
    if not occurrence.is_all_day:
        return occurrence.starts_at
    return instant(occurrence.first_day + ONE_DAY, MIDNIGHT, zone(event.zone))


def is_to_come(reminder: Reminder, *, now: datetime) -> bool:
    """Whether a reminder that is made now still reaches its readers in time: at its moment, or at once."""
    return reminder.due_at > now - JUST_NOW and reminder.useful_until > now


def plan_due(connection: Connection, *, now: datetime, id_suffix: str) -> int:
    """Turn every reminder that fell due by ``now`` into one message per member of its audience; returns how many.

    ``id_suffix`` ends every Message-ID: ".<instance>@<domain>>". Too late for its reader: the message is *expired* from
    the start; the reader wants none: *suppressed*. So each reminder has a row, whatever became of it.
    """
    due = and_(Reminder.due_at <= now, Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None), ~_outdated())
    if not connection.scalar(select(exists().where(due))):
        return 0
    if not connection.execute(update(Reminder).where(due).values(planned_at=now)).rowcount:
        return 0  # another planner was quicker
    made = insert_messages(connection, _messages_of_planned(now, id_suffix))
    supersede(connection, now=now)
    return made


def _outdated() -> ColumnElement[bool]:
    """The event waits for its reminders to be computed again by other rules: what they say now holds no more."""
    return exists().where(Occurrence.id == Reminder.occurrence_id, Outdated.event_id == Occurrence.event_id)


def _messages_of_planned(now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    """The rows to insert for the reminders that ``plan_due`` has just marked with ``now``."""
    query = (
        select(*message_columns(Reminder, "r", thread_of(Event), now=now, id_suffix=id_suffix))
        .select_from(Reminder)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Reminder.planned_at == now, Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None))
    )
    of_audience = Reminder.recipients == "audience"
    for branch in branches(query):
        wanted = of_audience, ~unit_has_filed(Occurrence.id), ~seats.declined(Occurrence.id)
        yield branch.where(*wanted, _is_not_invited_yet())
    yield query.join(Member, Member.id == Event.contact_id).where(
        of_audience, Event.kind.in_(DEADLINES), Member.left_at.is_(None)
    )
    instead = and_(Response.occurrence_id == Occurrence.id, Response.for_id.is_not(None))
    yield (
        query.join(Response, and_(instead, Response.answer != Answer.DECLINED))
        .join(Member, Member.id == Response.member_id)
        .where(of_audience, Reminder.mail != INVITATION, Member.left_at.is_(None))
    )
    for recipients, person in (("contact", Event.contact_id), ("escalation", Event.escalate_to_id)):
        yield query.join(Member, Member.id == person).where(Reminder.recipients == recipients, Member.left_at.is_(None))
