"""The rows of the organizers' board: what happens and what waits, the groups of these, the duties of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from campaign.calendar.when import undated_of
from campaign.models import (
    AudienceGroup,
    AudienceMember,
    AuditEntry,
    Duty,
    Event,
    Group,
    Member,
    Occurrence,
    Plan,
    Reminder,
)
from campaign.paging import events_open_to, limit_of


def occurrences(session: Session, first: date, last: date, year: int) -> Sequence[Any]:
    """Events with their occurrences on these days, and the events without a day that are of the year."""
    visible = events_open_to(limit_of(session))
    return session.execute(_query(first, last, year).where(visible)).all()


def _query(first: date, last: date, year: int) -> Any:  # noqa: ANN401 - a select of thirty columns
    touching = and_(Occurrence.event_id == Event.id, Occurrence.first_day <= last, Occurrence.last_day >= first)
    return (
        select(*_columns())
        .select_from(Event)
        .outerjoin(Occurrence, touching)
        .outerjoin(Member, Member.id == Event.contact_id)
        .where(or_(and_(Occurrence.id.is_not(None), Event.first_day.is_not(None)), undated_of(year)))
        .order_by(Occurrence.starts_at, Event.expected_start, Event.id)
    )


def _columns() -> list[Any]:
    return [
        Event.id.label("event_id"),
        Event.uid,
        Event.kind,
        func.coalesce(func.nullif(Occurrence.title, ""), Event.title).label("title"),
        Occurrence.theme,
        func.coalesce(func.nullif(Occurrence.place, ""), Event.place).label("place"),
        Event.zone,
        Event.rule,
        Event.per_year,
        Event.room_id,
        Event.online_url,
        Event.audience_all,
        Event.contact_id,
        func.coalesce(Member.name, "").label("contact"),
        Event.duty_id,
        Event.expected_start,
        Event.expected_end,
        Event.postponed_at,
        Occurrence.id.label("occurrence_id"),
        Occurrence.original_day,
        Occurrence.first_day,
        Occurrence.last_day,
        Occurrence.start_time,
        Occurrence.end_time,
        Occurrence.starts_at,
        Occurrence.ends_at,
        Occurrence.confirmed_at,
        func.coalesce(Occurrence.cancelled_at, Event.cancelled_at).label("cancelled_at"),
        Occurrence.moved_at,
        _named_members().label("named"),
        _moved().label("was_moved"),
        _reminded().label("reminded"),
    ]


def groups_of(session: Session, event_ids: Iterable[int]) -> dict[int, tuple[tuple[int, str], ...]]:
    """The groups that each of the events is for, ids with names, in the order of the ids."""
    query = select(AudienceGroup.event_id, Group.id, Group.name).join(Group, Group.id == AudienceGroup.group_id)
    found: dict[int, tuple[tuple[int, str], ...]] = {}
    for event_id, number, name in session.execute(
        query.where(AudienceGroup.event_id.in_(event_ids)).order_by(Group.id)
    ):
        found[event_id] = (*found.get(event_id, ()), (number, name))
    return found


def _named_members() -> ColumnElement[bool]:
    return exists().where(AudienceMember.event_id == Event.id, AudienceMember.excluded.is_(False))


def _moved() -> ColumnElement[bool]:
    """An occurrence of a series has it written on itself; of a single event the audit log knows."""
    act = exists().where(
        AuditEntry.subject_type == "event", AuditEntry.subject_id == Event.id, AuditEntry.verb == "move"
    )
    return or_(Occurrence.moved_at.is_not(None), and_(Event.rule == "", act))


def _reminded() -> ColumnElement[bool]:
    return exists().where(Reminder.occurrence_id == Occurrence.id, Reminder.cancelled_at.is_(None))


def duties(session: Session, year: int) -> Sequence[Any]:
    """The clauses of the year's plans with how many events carry each out."""

    def events(*which: ColumnElement[bool]) -> ScalarSelect[int]:
        query = select(func.count()).select_from(Event).where(Event.duty_id == Duty.id, *which)
        return query.correlate(Duty).scalar_subquery()

    alive = Event.cancelled_at.is_(None)
    query = (
        select(
            Duty.id,
            Duty.outline,
            Duty.text,
            Duty.expected_start,
            Duty.expected_end,
            events(alive, Event.first_day.is_not(None)).label("dated"),
            events(alive, Event.first_day.is_(None)).label("undated"),
        )
        .join(Plan, Plan.id == Duty.plan_id)
        .where(Plan.year == year, Duty.dropped_at.is_(None))
        .order_by(Plan.id.desc(), Duty.position)
    )
    return session.execute(query).all()
