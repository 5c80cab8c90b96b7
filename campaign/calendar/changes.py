"""Changes of events, each with everything derived from them (occurrences, reminders, feed bytes) in one transaction.

``rebuild`` is the one way in which occurrences, reminders and feed bytes follow an event. It can be repeated at will.
"""

from __future__ import annotations

import logging
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from campaign.audit import PROGRAM, Act
from campaign.calendar import revision, seats
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.feeds import publish, retire
from campaign.calendar.planning import sync_reminders
from campaign.calendar.series import sync_occurrences
from campaign.calendar.when import When
from campaign.config import Config
from campaign.db import Database
from campaign.errors import CampaignError, NotFound
from campaign.models import Event, Heartbeat, Member, Message, Occurrence
from campaign.reason import Reason
from campaign.sending.duty import duty_messages
from campaign.sending.messages import suppress
from campaign.sending.outbox import take_back

log = logging.getLogger(__name__)


def lock(session: Session, event: Event) -> None:
    """Make every other change of this event wait for ours, and see what the last one left. Raises ``NotFound``."""
    session.flush()
    query = select(Event).where(Event.id == event.id).with_for_update()
    if session.scalars(query.execution_options(populate_existing=True)).one_or_none() is None:
        raise NotFound("Hoạt động này không còn nữa.")


def lock_occurrence(session: Session, occurrence: Occurrence) -> None:
    """See the occurrence as the last change of its event left it; the event is held. Raises ``NotFound``."""
    query = select(Occurrence).where(Occurrence.id == occurrence.id).execution_options(populate_existing=True)
    if session.scalars(query).one_or_none() is None:
        raise NotFound("Lần này không còn trong lịch nữa.")


def touch(event: Event) -> None:
    """Let the event's version move even if only its audience or an occurrence changed: whoever edits must learn."""
    flag_modified(event, "title")


def rebuild(work: UnitOfWork, event: Event) -> None:
    """Make all that is derived from the event agree with it: occurrences, reminders, the bytes in the feed."""
    occurrences = sync_occurrences(
        work.session, event, now=work.now, horizon=work.agency.horizon, unattended=work.agency.unattended
    )
    if publish(work, event, occurrences):
        take_back(work.session.connection(), event.id)
    sync_reminders(work, event, occurrences)
    seats.fill(work, event)


def confirm(work: UnitOfWork, event: Event) -> None:
    """Publish the event: it enters the feeds and its reminders are made."""
    event.confirm(now=work.now, by=work.by.name)
    rebuild(work, event)


def confirm_year(work: UnitOfWork, event: Event, occurrence: Occurrence) -> None:
    """Publish one year's occurrence of an event that is confirmed year by year."""
    event.confirm(now=work.now, by=work.by.name)
    occurrence.confirm(now=work.now, by=work.by.name)
    rebuild(work, event)


def cancel(work: UnitOfWork, event: Event, *, reason: str) -> None:
    """Call the event off: every reminder stops, the feed says so for a while."""
    event.cancel(now=work.now, by=work.by.name, reason=reason)
    rebuild(work, event)


def cancel_one(work: UnitOfWork, event: Event, occurrence: Occurrence, *, reason: str) -> None:
    """Call one occurrence of a series off; the series goes on."""
    occurrence.cancel(now=work.now, by=work.by.name, reason=reason)
    rebuild(work, event)


def postpone(work: UnitOfWork, event: Event) -> None:
    """Put the event off without a new date: out of the feeds, its reminders stop, its duty waits in the tray."""
    event.postpone(now=work.now)
    rebuild(work, event)


def reopen(work: UnitOfWork, event: Event, occurrence: Occurrence | None = None) -> None:
    """Take the cancellation of the event, or of one occurrence of a series, back: all is as it was before."""
    cancelled_at = (occurrence or event).cancelled_at
    if occurrence is None:
        event.undo_cancellation()
    for one in work.session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)):
        if one.cancelled_at == cancelled_at and (occurrence is None or one.id == occurrence.id):
            one.undo_cancellation()
    rebuild(work, event)


def move(work: UnitOfWork, event: Event, occurrence: Occurrence | None, to: When) -> None:
    """Schedule one occurrence of a series on other days or times, or (None) the event itself.

    The deadline of registration keeps its distance from the first day.
    """
    if occurrence is not None and event.rule:
        occurrence.move(to.first, to.last, to.start, to.end, now=work.now)
    else:
        if event.register_by and event.first_day:
            event.register_by += to.first - event.first_day
        event.schedule(to.first, to.last, to.start, to.end)
    rebuild(work, event)


def unsubscribe(work: Act, member: Member) -> None:
    """No more mails about events for this member, those that wait included; duty mail goes on."""
    member.unsubscribe(now=work.now)
    work.session.flush()
    mine = and_(Message.member_id == member.id, Message.id.not_in(duty_messages(member.id)))
    suppress(work.session.connection(), mine, now=work.now, reason=Reason.UNSUBSCRIBED)


def leave(work: Act, member: Member) -> None:
    """The member left: no mail any more, no personal feed."""
    member.leave(now=work.now)
    work.session.flush()
    suppress(work.session.connection(), Message.member_id == member.id, now=work.now, reason=Reason.LEFT)
    seats.give_up(work, member)
    revision.bump(work.session, now=work.now)


def nightly(database: Database, *, config: Config, today: date, now: datetime) -> None:
    """Extend every series to the horizon and retire what is long over.

    One short transaction for each series: neither pages nor mail wait for the whole. A series that fails is reported
    and left as it is; the others go on.
    """
    with database.read() as session:
        agency = agency_of(session, config)
        growing = Event.rule != "", Event.first_day.is_not(None), Event.cancelled_at.is_(None)
        ids = session.scalars(select(Event.id).where(*growing).order_by(Event.id)).all()
    for event_id in ids:
        try:
            with database.write() as session:
                event = session.get(Event, event_id)
                if event:
                    rebuild(UnitOfWork(session, now, PROGRAM, agency), event)
        except (CampaignError, SQLAlchemyError, ValueError):
            log.exception("series %s could not be extended", event_id, extra={"action": "series_failed"})
    with database.write() as session:
        retire(session, today=today, now=now)


def is_first_today(session: Session, job: str, *, today: date, zone: ZoneInfo) -> bool:
    """Whether the job has not yet come to its end on this local day."""
    last = session.scalar(select(Heartbeat.at).where(Heartbeat.name == job))
    return last is None or last.astimezone(zone).date() < today
