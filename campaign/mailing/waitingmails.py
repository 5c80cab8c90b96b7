"""The notices that an event still has to send, as an organizer sees them: to how many, when, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.calendar import audience
from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft, draft_of
from campaign.desk import notices, withdrawal
from campaign.mailing.composer import Composer
from campaign.mailing.matters import matter_of
from campaign.mailing.plannedmails import Desk, PlannedMail, of_notice
from campaign.models import Event, Message, Notice, Occurrence
from campaign.sending.outbox import ContentKey


@dataclass(frozen=True, slots=True)
class WaitingMail:
    """``id`` is the notice's: by it the organizer withholds it."""

    id: int
    mail: PlannedMail


def waiting(
    session: Session, event: Event, *, agency: Agency, now: datetime, letters: Composer
) -> tuple[WaitingMail, ...]:
    """What still waits. One question if nothing does."""
    found = withdrawal.waiting(session, event)
    if not found:
        return ()
    desk, draft = Desk(agency, now, letters, session), draft_of(session, event)
    return tuple(WaitingMail(notice.id, _mail(session, event, notice, draft, desk)) for notice in found)


def _mail(session: Session, event: Event, notice: Notice, draft: Draft, desk: Desk) -> PlannedMail:
    matter = matter_of(session, ContentKey(None, notice.id, "vi", 0), now=desk.now)
    readers = _readers(session, event, notice, draft, desk.now)
    return of_notice(notice.kind, matter, readers, desk, sent_at=max(notice.due_at, desk.now))


def _readers(session: Session, event: Event, notice: Notice, draft: Draft, now: datetime) -> int:
    if notice.planned_at:
        queued = Message.notice_id == notice.id, Message.result.is_(None)
        return session.scalar(select(func.count()).select_from(Message).where(*queued)) or 0
    if notice.kind == notices.INVITATION:
        return audience.count(session, draft)
    one = session.get(Occurrence, notice.occurrence_id) if notice.occurrence_id else None
    return notices.readers(session, event, one, draft, now=now)
