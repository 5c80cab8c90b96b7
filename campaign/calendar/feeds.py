"""Feeds: stored bytes of the events, joined under a header.

``publish`` writes the bytes of one event in the transaction that changes it; ``build`` joins them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.calendar import revision
from campaign.calendar.agency import Agency, UnitOfWork
from campaign.calendar.audience import events_for
from campaign.calendar.entries import PERSONAL, PUBLIC, entries_of, last_day_of
from campaign.calendar.versions import Version
from campaign.config import Config
from campaign.errors import NotFound
from campaign.ical.calendar import join
from campaign.ical.component import write
from campaign.models import Answer, AudienceGroup, Calendar, Event, Group, Occurrence, Response
from campaign.models.member import EXTERNAL

KEPT_AFTER_END = timedelta(days=366)
"""How long what is over stays: clients delete what a feed no longer has."""
KEPT_AFTER_CANCEL = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Selection:
    """What one feed shows: everything, or some kinds, some groups, or what is meant for one member."""

    title: str
    url: str | None
    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    member_id: int | None = None
    alarms: bool = True


def publish(work: UnitOfWork, event: Event, occurrences: Iterable[Occurrence]) -> bool:
    """Write the event's iCalendar texts if they differ from what is stored; whether anything visible changed.

    SEQUENCE and LAST-MODIFIED move only with a visible change (RFC 5545, 3.8.7.4), so equal data keep equal bytes.
    """
    occurrences = list(occurrences)
    stored = work.session.execute(select(Event.component, Event.public_component).where(Event.id == event.id)).one()
    until = _kept_until(event, occurrences)
    if until and until < work.now.date():
        occurrences = []  # long over: it has left the feeds, or does so now
    if _components(event, occurrences, work.agency) == tuple(stored):
        return False
    if stored.component is not None:
        event.sequence += 1
    event.changed_at = max(work.now, event.changed_at)
    event.component, event.public_component = _components(event, occurrences, work.agency)
    event.component_until = until
    revision.bump(work.session, now=work.now)
    return True


def _components(event: Event, occurrences: list[Occurrence], agency: Agency) -> tuple[bytes | None, bytes | None]:
    """As personal feeds have the event, and as public calendars do."""
    texts = (b"".join(map(write, entries_of(event, occurrences, agency, places))) for places in (PERSONAL, PUBLIC))
    personal, public = (text or None for text in texts)
    return personal, public


def _kept_until(event: Event, occurrences: list[Occurrence]) -> date | None:
    last = last_day_of(event, occurrences)
    if event.cancelled_at:
        gone = event.cancelled_at.date() + KEPT_AFTER_CANCEL
        return min(gone, last + KEPT_AFTER_END) if last else gone
    return last + KEPT_AFTER_END if last else None


def retire(session: Session, *, today: date, now: datetime) -> int:
    """Take out of the feeds what has been over for long; how many events."""
    over = Event.component_until < today, Event.component.is_not(None)
    ids = session.scalars(select(Event.id).where(*over)).all()
    if ids:
        session.execute(update(Event).where(Event.id.in_(ids)).values(component=None, public_component=None))
        revision.bump(session, now=now)
    return len(ids)


def public(
    connection: Connection,
    slug: str,
    *,
    config: Config,
    kinds: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    alarms: bool = True,
) -> Selection:
    """What a public calendar shows: "all" or a saved one, narrowed by kinds and groups. Raises ``NotFound``."""
    title = config.organisation.sender
    if slug != "all":
        row = connection.execute(select(Calendar.title, Calendar.kinds, Calendar.groups).where(Calendar.slug == slug))
        found = row.one_or_none()
        if found is None:
            raise NotFound("Không có lịch “{name}”; lịch chung có tên là “all”.", name=slug)
        title = found.title
        kinds = kinds or tuple(found.kinds)
        groups = groups or tuple(found.groups)
    url = f"{config.server.base_url.rstrip('/')}/calendars/{slug}.ics"
    return Selection(title, url, tuple(sorted(set(kinds))), tuple(sorted(set(groups))), alarms=alarms)


def build(connection: Connection, selection: Selection) -> Version:
    """Join the stored bytes of the selected events; no calendar object is made."""
    changed_at = revision.current(connection).changed_at
    text = Event.public_component if selection.member_id is None else Event.component
    query = select(text.label("text"), Event.zone, Event.start_time).where(text.is_not(None)).order_by(Event.id)
    if selection.kinds:
        query = query.where(Event.kind.in_(selection.kinds))
    if selection.groups:
        named = exists().where(
            AudienceGroup.event_id == Event.id, AudienceGroup.group_id == Group.id, Group.slug.in_(selection.groups)
        )
        chosen = exists().where(Group.slug.in_(selection.groups))
        has_own, has_external = chosen.where(Group.kind != EXTERNAL), chosen.where(Group.kind == EXTERNAL)
        query = query.where(or_(and_(Event.audience_all, or_(has_own, ~has_external)), named))
    if selection.member_id is not None:
        query = query.where(*_of_member(selection.member_id))
    rows = connection.execute(query).all()
    zones = {row.zone for row in rows if row.start_time is not None}
    body = join(
        selection.title,
        [row.text for row in rows],
        zones=zones,
        url=selection.url,
        alarms=selection.alarms,
    )
    return Version.of(body, changed_at=changed_at)


def _of_member(member_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """What is meant for the member or attended in somebody's place, without what the member declined as a whole."""
    answered = select(Occurrence.event_id).join(Response, Response.occurrence_id == Occurrence.id)
    mine = answered.where(Response.member_id == member_id)
    declined = Response.answer == Answer.DECLINED
    return (
        or_(Event.id.in_(events_for(member_id)), Event.id.in_(mine.where(~declined))),
        or_(Event.rule != "", Event.id.not_in(mine.where(declined))),
    )
