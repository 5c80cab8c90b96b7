"""Filing reports: the agency's own, which ends its reminders, and the parts of the units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.changes import lock, rebuild
from campaign.desk import notices
from campaign.desk.decisions import which
from campaign.errors import InvalidInput
from campaign.figures import deadlines
from campaign.models import Event, Filing, Group, Member, Message, Notice, Occurrence, Reminder
from campaign.models.message import REPORT
from campaign.reason import Reason
from campaign.sending.messages import suppress

CHASED_ONCE_IN = timedelta(hours=12)
"""Asking again within this time sends nothing: two clicks, or two organizers, are one mail."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that a report was filed: its day, number, link, file and a remark."""

    filed_on: date
    number: str = ""
    link: str = ""
    note: str = ""
    file_name: str = ""
    file: bytes | None = None


def file_report(
    work: UnitOfWork, event: Event, occurrence: Occurrence, evidence: Evidence, *, unit_id: int | None = None
) -> Filing:
    """Note that the report, or the part of one unit, was filed; filing again corrects what was noted.

    The agency's own filing stops every mail about the report that has not gone out; that of a unit stops those to its
    members. Raises ``InvalidInput`` for a day in the future.
    """
    today = work.now.astimezone(work.agency.zone).date()
    if evidence.filed_on > today:
        raise InvalidInput("Ngày gửi báo cáo không thể sau hôm nay.")
    lock(work.session, event)
    filing = _of(work, occurrence, unit_id)
    old = _shown(work.session, filing) if filing else {}
    if filing is None:
        filing = Filing(occurrence_id=occurrence.id, unit_id=unit_id)
        work.session.add(filing)
    filing.filed_on, filing.number, filing.link = evidence.filed_on, evidence.number.strip(), evidence.link.strip()
    filing.note, filing.noted_at, filing.noted_by = evidence.note.strip(), work.now, work.by.name
    if evidence.file is not None:
        filing.file_name, filing.file = evidence.file_name, evidence.file
    work.record("file", event, old, which(event, occurrence) | _shown(work.session, filing))
    _stop_mails(work, event, occurrence, unit_id)
    rebuild(work, event)
    return filing


def withdraw(work: UnitOfWork, event: Event, occurrence: Occurrence, filing: Filing) -> None:
    """Take a filing back: reminders that are still to come go out again."""
    lock(work.session, event)
    work.record("unfile", event, _shown(work.session, filing), which(event, occurrence))
    work.session.delete(filing)
    work.session.flush()
    rebuild(work, event)


def chase(work: UnitOfWork, event: Event, occurrence: Occurrence) -> tuple[deadlines.Part, ...]:
    """Remind the members of the units that have not filed their part; which units.

    Nothing is sent, and none named, when this was done within ``CHASED_ONCE_IN``, or when every unit has filed.
    """
    lock(work.session, event)
    today = work.now.astimezone(work.agency.zone).date()
    missing = deadlines.of_occurrence(work.session, event, occurrence, today=today).missing_units
    if not missing or chased_at(work.session, occurrence, since=work.now - CHASED_ONCE_IN):
        return ()
    notices.note_report(work, event, occurrence)
    work.record("chase", event, {}, which(event, occurrence) | {"units": [part.unit for part in missing]})
    return missing


def chased_at(session: Session, occurrence: Occurrence, *, since: datetime) -> datetime | None:
    """When the units were last reminded by a person, if that was after ``since``."""
    query = select(func.max(Notice.created_at)).where(
        Notice.kind == REPORT, Notice.occurrence_id == occurrence.id, Notice.cancelled_at.is_(None)
    )
    return session.scalar(query.where(Notice.created_at > since))


def _stop_mails(work: UnitOfWork, event: Event, occurrence: Occurrence, unit_id: int | None) -> None:
    """Take back the mails about this report that have not gone out: all of them, or those to the unit's members.

    Reminders that the agency's own filing makes needless are taken back by ``rebuild``.
    """
    if unit_id is None:
        notices.withdraw(work, event, occurrence, reason=Reason.FILED, kind=REPORT)
        return
    about = or_(
        Message.reminder_id.in_(select(Reminder.id).where(Reminder.occurrence_id == occurrence.id)),
        Message.notice_id.in_(select(Notice.id).where(Notice.kind == REPORT, Notice.occurrence_id == occurrence.id)),
    )
    theirs = Message.member_id.in_(select(Member.id).where(Member.unit_id == unit_id))
    suppress(work.session.connection(), and_(about, theirs), now=work.now, reason=Reason.FILED)


def _of(work: UnitOfWork, occurrence: Occurrence, unit_id: int | None) -> Filing | None:
    unit = Filing.unit_id.is_(None) if unit_id is None else Filing.unit_id == unit_id
    return work.session.scalars(select(Filing).where(Filing.occurrence_id == occurrence.id, unit)).first()


def _shown(session: Session, filing: Filing) -> dict[str, object]:
    """The filing as the audit log keeps it; the file itself stays out of it."""
    return {
        "filed_on": filing.filed_on.isoformat(),
        "number": filing.number,
        "link": filing.link,
        "file_name": filing.file_name,
        "unit": session.scalar(select(Group.name).where(Group.id == filing.unit_id)) or "",
    }
