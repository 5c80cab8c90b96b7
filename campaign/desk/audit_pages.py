"""The audit log page by page: filtered by author, subject and days, and by what a limited user may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import Session

from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.dates.zones import instant
from campaign.models import AuditEntry, Event, Member
from campaign.paging import SIZE, Within, events_within, latest_first, members_within


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which acts: by a part of the doer's name, on a sort of object or one object, in days both inclusive."""

    name: str = ""
    subject: str = ""
    subject_id: int | None = None
    since: date | None = None
    until: date | None = None


def listed(
    session: Session,
    chosen: AuditFilter,
    *,
    zone: ZoneInfo,
    before: int | None = None,
    within: Within = None,
    user_id: int | None = None,
) -> tuple[list[AuditEntry], int | None]:
    """The latest acts of the filter, or those before the row ``before``; and where the next page begins.

    Somebody limited to groups sees his own acts and those on events and members of his groups. One query.
    """
    query = select(AuditEntry).where(*_conditions(chosen, zone), _open_to(within, user_id))
    moment = AuditEntry.at if chosen.since or chosen.until else None
    rows = list(session.scalars(latest_first(query, AuditEntry.id, moment, before=before).limit(SIZE + 1)))
    return rows[:SIZE], rows[SIZE - 1].id if len(rows) > SIZE else None


def authors(session: Session) -> list[str]:
    """Everybody who ever did anything. One query, which jumps from name to name in the index."""
    names = select(func.min(AuditEntry.by_name).label("name")).cte(recursive=True, nesting=True)
    following = select(func.min(AuditEntry.by_name)).where(AuditEntry.by_name > names.c.name).scalar_subquery()
    names = names.union_all(select(following).where(names.c.name.is_not(None)))
    found = select(names.c.name).where(names.c.name.is_not(None)).subquery()
    return list(session.scalars(select(found.c.name)))


def _conditions(chosen: AuditFilter, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if chosen.name:
        found.append(AuditEntry.by_name == chosen.name)
    if chosen.subject:
        found.append(AuditEntry.subject_type == chosen.subject)
    if chosen.subject_id is not None:
        found.append(AuditEntry.subject_id == chosen.subject_id)
    if chosen.since:
        found.append(AuditEntry.at >= instant(chosen.since, MIDNIGHT, zone))
    if chosen.until:
        found.append(AuditEntry.at < instant(chosen.until + ONE_DAY, MIDNIGHT, zone))
    return found


def _open_to(within: Within, user_id: int | None) -> ColumnElement[bool]:
    if within is None:
        return true()
    mine = AuditEntry.by_user_id == user_id
    events = AuditEntry.subject_id.in_(select(Event.id).where(events_within(within)))
    members = AuditEntry.subject_id.in_(select(Member.id).where(members_within(within)))
    return or_(
        mine, and_(AuditEntry.subject_type == "event", events), and_(AuditEntry.subject_type == "member", members)
    )
