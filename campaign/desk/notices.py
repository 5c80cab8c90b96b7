"""Notices: mails caused by a decision (invitation, change, cancellation). Decisions add them, the clock sends them.

A notice says that the readers of an event are to be brought up to date; what it tells each of them is the difference
between what he was told last and what is so when it is sent (``campaign.calendar.announced``). So what is done to one
event within the agency's window is one notice, and what came back to what the readers know is none. Whoever had got a
mail about the event is notified with its audience, also when he is no longer of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, cast, exists, literal, null, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, aliased

from campaign.audit import PROGRAM, Act
from campaign.calendar import announced
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.announced import CANCELLATION, CHANGE, INFORMATION, POSTPONEMENT, RESUMPTION, State
from campaign.calendar.audience import branches
from campaign.calendar.planning import AFTERWARDS, unit_has_filed
from campaign.calendar.seats import URGENT
from campaign.desk.notice_readers import is_acquainted, readers, told_about
from campaign.models import AudienceGroup, Event, Member, Message, Notice, Occurrence
from campaign.models.message import ANNOUNCEMENT, INVITATION, REPORT, SEAT, YEAR_PLAN
from campaign.reason import Reason
from campaign.sending.messages import insert_messages, message_columns, suppress
from campaign.sending.outbox import take_back, thread_of

__all__ = ["CANCELLATION", "CHANGE", "INVITATION", "readers"]
UPDATES = (CHANGE, CANCELLATION, POSTPONEMENT, RESUMPTION)
"""The kinds of the notice that brings readers up to date; it has the kind of its most important mail."""
NAMED = YEAR_PLAN, SEAT
"""Kinds of notices whose ``facts`` name their readers."""
MOST_WINDOWS = 6
"""A change put off by the next one, and that by another, is announced after so many windows at the latest."""
SHORTEST_USE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """An event before it is changed: its state, and the next occurrence that people count on, if any.

    A notice must come before that one starts, and is of no use after its end. ``informs``: whoever was told nothing so
    far is informed of the change.
    """

    state: State
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    informs: bool = True

    @property
    def is_awaited(self) -> bool:
        """Whether anybody counts on it: it is to come, or was put off after it had been announced."""
        return self.starts_at is not None or self.state["status"] == announced.POSTPONED


def standing(work: Act, event: Event, occurrence: Occurrence | None = None) -> Standing:
    """The event as it stands, with its next confirmed occurrence that is not over, or the given one."""
    query = select(Occurrence.starts_at, Occurrence.ends_at).where(
        Occurrence.event_id == event.id,
        Occurrence.confirmed_at.is_not(None),
        Occurrence.cancelled_at.is_(None),
        Occurrence.ends_at > work.now,
    )
    if occurrence is not None:
        query = query.where(Occurrence.id == occurrence.id)
    row = work.session.execute(query.order_by(Occurrence.starts_at).limit(1)).one_or_none()
    one = _year(work, event, occurrence)
    return Standing(announced.state_of(work.session, event, one, now=work.now), *(row or ()))


def note_invitation(work: UnitOfWork, event: Event, occurrence: Occurrence | None = None) -> Notice | None:
    """Invite the audience, at once or when the quiet hours are over."""
    coming = standing(Act(work.session, work.now, PROGRAM), event, occurrence)
    if coming.starts_at is None or coming.ends_at is None:
        return None
    one = _year(work, event, occurrence)
    notice = _add(work, INVITATION, event, one, useful_until=coming.ends_at)
    notice.due_at = sending_time(work, work.now, coming.starts_at)
    return notice


def note_report(work: UnitOfWork, event: Event, occurrence: Occurrence) -> Notice:
    """Remind the units that have not filed their part of the report, at once or when the quiet hours are over."""
    notice = _add(work, REPORT, event, occurrence, useful_until=work.now + AFTERWARDS)
    notice.due_at = work.agency.sending_time(work.now)
    return notice


def note_change(
    work: UnitOfWork,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    before: Standing,
    notify: bool = True,
    reason: str = "",
) -> Notice | None:
    """Bring the readers up to date once the window is over, if what they know differs from what is so now.

    ``before``: how it stood until now. ``notify=False`` makes no notice, but one that already waits stays and says what
    is so when it is sent.
    """
    work.session.flush()
    take_back(work.session.connection(), event.id)
    one = _year(work, event, occurrence)
    notice = waiting(work.session, event, one)
    after = standing(Act(work.session, work.now, PROGRAM), event, occurrence)
    if notice is None and not (notify and (before.is_awaited or after.is_awaited)):
        return None
    since = notice.facts if notice else dict(before.state) if before.informs else {}
    mails = {each.mail for each in readers(work, event, one, since=since)}
    kind = next((kind for kind in reversed(UPDATES) if kind in mails), CHANGE if INFORMATION in mails else "")
    if not kind:
        if notice:
            notice.cancelled_at = work.now
        return None
    starts = min((each.starts_at for each in (before, after) if each.starts_at), default=work.now)
    useful_until = max((each.ends_at for each in (before, after) if each.ends_at), default=work.now + AFTERWARDS)
    if notice is None:
        notice = _add(work, kind, event, one, useful_until=useful_until)
        notice.facts = dict(since)
    notice.kind, notice.text = kind, reason or notice.text
    window = work.agency.window
    latest = min(work.now + window, notice.created_at + MOST_WINDOWS * window)
    notice.due_at = sending_time(work, min(latest, max(work.now, starts)), starts)
    notice.useful_until = max(useful_until, notice.due_at + SHORTEST_USE)
    work.session.flush()
    return notice


def sending_time(work: UnitOfWork, at: datetime, starts_at: datetime) -> datetime:
    """When a mail that is ready ``at`` that moment goes out, about something that begins at ``starts_at``."""
    return at if starts_at <= at + URGENT else work.agency.sending_time(at)


def withdraw(
    work: Act,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    reason: Reason,
    kind: str = "",
    spared: Collection[str] = (),
) -> None:
    """Take back the notices that have not gone out: of the event, or of one year of it, or of one kind.

    ``spared``: kinds of notice that go on waiting; their messages do not.
    """
    which = [Notice.event_id == event.id, Notice.cancelled_at.is_(None)]
    if occurrence is not None and (event.per_year or kind):
        which.append(or_(Notice.occurrence_id == occurrence.id, Notice.occurrence_id.is_(None)))
    if kind:
        which.append(Notice.kind == kind)
    ids = work.session.scalars(select(Notice.id).where(*which).with_for_update()).all()
    if not ids:
        return
    unplanned = Notice.id.in_(ids), Notice.planned_at.is_(None)
    work.session.execute(update(Notice).where(*unplanned, Notice.kind.not_in(spared)).values(cancelled_at=work.now))
    suppress(work.session.connection(), Message.notice_id.in_(ids), now=work.now, reason=reason)


def plan_due(connection: Connection, *, now: datetime, id_suffix: str) -> int:
    """Turn every notice that fell due by ``now`` into one message per reader; returns how many (see ``planning``)."""
    due = and_(Notice.due_at <= now, Notice.planned_at.is_(None), Notice.cancelled_at.is_(None))
    if not connection.scalar(select(exists().where(due))):
        return 0
    connection.execute(update(Notice).where(due).values(planned_at=now))
    queries = (*_of_planned(now, id_suffix), *_of_acquainted(connection, now, id_suffix))
    return insert_messages(connection, queries[:4]) + sum(insert_messages(connection, [each]) for each in queries[4:])


def _year(work: Act, event: Event, occurrence: Occurrence | None) -> Occurrence | None:
    """Which year of an event that is confirmed year by year: the given one, else the next one that is not over."""
    if not event.per_year or occurrence is not None:
        return occurrence if event.per_year else None
    coming = Occurrence.event_id == event.id, Occurrence.confirmed_at.is_not(None), Occurrence.ends_at > work.now
    return work.session.scalars(select(Occurrence).where(*coming).order_by(Occurrence.starts_at).limit(1)).first()


def _of_planned(now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    planned = and_(Notice.planned_at == now, Notice.kind.not_in(NAMED))
    unit = aliased(AudienceGroup)  # the branches below have one of their own
    owes = exists().where(unit.event_id == Notice.event_id, unit.group_id == Member.unit_id)
    meant = or_(Notice.kind != REPORT, and_(owes, ~unit_has_filed(Notice.occurrence_id)))
    columns = message_columns(Notice, "n", thread_of(Event), now=now, id_suffix=id_suffix)
    query = select(*columns).select_from(Notice).join(Event, Event.id == Notice.event_id).where(planned, meant)
    yield from branches(query)
    new = and_(planned, Notice.kind == ANNOUNCEMENT, Member.created_at == Notice.created_at, Member.left_at.is_(None))
    yield _about_no_event(now, id_suffix).join(Member, new)


def _of_acquainted(connection: Connection, now: datetime, id_suffix: str) -> Iterator[Select[Any]]:
    """To the members who know of the event of a notice; and to those whom a notice about a published year names."""
    columns = Notice.id, Notice.kind, Notice.facts, Notice.created_at, Notice.occurrence_id, Notice.event_id
    series = and_(Event.rule != "", Event.per_year.is_(False)).label("is_series")
    query = select(*columns, thread_of(Event).label("thread"), series).outerjoin(Event, Event.id == Notice.event_id)
    planned = Notice.planned_at == now, Notice.kind.in_((*UPDATES, *NAMED))
    for row in connection.execute(query.where(*planned)).all():
        mine = Notice.id == row.id, Member.left_at.is_(None)
        if row.kind in NAMED:
            thread = literal(row.thread) if row.event_id else cast(null(), Message.thread_id.type)
            message = message_columns(Notice, "n", thread, now=now, id_suffix=id_suffix)
            named = Member.id.in_(row.facts["members"])
            yield select(*message).select_from(Notice).join(Member, and_(*mine, named))
            continue
        told = told_about(row.event_id, row.thread, row.occurrence_id).subquery()
        is_reader = is_acquainted(told.c.useful_until, row.created_at, is_series=row.is_series)
        message = message_columns(Notice, "n", literal(row.thread), now=now, id_suffix=id_suffix)
        acquainted = Member.id.in_(select(told.c.member_id).where(is_reader))
        yield select(*message).select_from(Notice).join(Member, and_(*mine, acquainted))


def _about_no_event(now: datetime, id_suffix: str) -> Select[Any]:
    thread = cast(null(), Message.thread_id.type)
    return select(*message_columns(Notice, "n", thread, now=now, id_suffix=id_suffix)).select_from(Notice)


def waiting(session: Session, event: Event, one: Occurrence | None = None, *, lock: bool = True) -> Notice | None:
    """The notice whose window is still open; locked, so that the clock and we do not pass each other."""
    query = select(Notice).where(
        Notice.kind.in_(UPDATES),
        Notice.event_id == event.id,
        Notice.occurrence_id == one.id if one else Notice.occurrence_id.is_(None),
        Notice.planned_at.is_(None),
        Notice.cancelled_at.is_(None),
    )
    query = query.order_by(Notice.id).limit(1)
    return session.scalars(query.with_for_update() if lock else query).first()


def _add(
    work: Act,
    kind: str,
    event: Event,
    occurrence: Occurrence | None,
    *,
    useful_until: datetime,
    text: str = "",
) -> Notice:
    notice = Notice(
        kind=kind,
        event_id=event.id,
        occurrence_id=occurrence.id if occurrence else None,
        facts={},
        text=text,
        created_at=work.now,
        created_by=work.by.name,
        due_at=work.now,
        useful_until=max(useful_until, work.now + SHORTEST_USE),
    )
    work.session.add(notice)
    work.session.flush()
    return notice
