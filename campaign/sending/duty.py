"""Duty mail: what goes on to members who unsubscribed, since their office relies on it.

That is mail about a report to whoever is in charge of it and to members of a committee among its readers, and every
reminder that is addressed to the person in charge or to whoever stands above. So does what is written to one person
about a seat: it follows from that person's own answer. All else stops.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from campaign.kinds import DEADLINES
from campaign.models import Event, Group, Member, Message, Notice, Occurrence, Reminder, membership
from campaign.models.message import SEAT

BODY = "body"
"""The kind of group that a committee is."""


def is_duty(of: type[Reminder | Notice]) -> ColumnElement[bool]:
    """Whether the mail of a reminder or notice is duty to a reader, in a query that has both and Member in it."""
    if of is Notice:
        return or_(Notice.kind == SEAT, _is_report(Notice.event_id))
    occurrence = aliased(Occurrence)
    event_id = select(occurrence.event_id).where(occurrence.id == Reminder.occurrence_id).correlate(Reminder)
    return or_(Reminder.recipients.in_(("contact", "escalation")), _is_report(event_id.scalar_subquery()))


def duty_messages(member_id: int) -> Select[int]:
    """The ids of the member's messages that are duty."""
    is_any = or_(
        and_(Message.reminder_id.is_not(None), is_duty(Reminder)), and_(Message.notice_id.is_not(None), is_duty(Notice))
    )
    return (
        select(Message.id)
        .join(Member, Member.id == Message.member_id)
        .outerjoin(Reminder, Reminder.id == Message.reminder_id)
        .outerjoin(Notice, Notice.id == Message.notice_id)
        .where(Message.member_id == member_id, is_any)
    )


def _is_report(event_id: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a column or a subquery
    """The event is a deadline, and the reader is in charge of it or belongs to a committee."""
    event = aliased(Event)
    in_committee = exists(
        select(membership.c.member_id)
        .join(Group, Group.id == membership.c.group_id)
        .where(Group.kind == BODY, membership.c.member_id == Member.id)
        .correlate(Member)
    )
    responsible = or_(event.contact_id == Member.id, event.escalate_to_id == Member.id, in_committee)
    return exists(select(event.id).where(event.id == event_id, event.kind.in_(DEADLINES), responsible))
