"""Filing reports: the agency's own, which ends its reminders, and the parts of the units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.changes import lock, rebuild
from campaign.errors import InvalidInput
from campaign.models import Event, Filing, Occurrence


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

    The agency's own filing stops every reminder of the report that has not gone out; that of a unit stops those to its
    members. Raises ``InvalidInput`` for a day in the future.
    """
    today = work.now.astimezone(work.agency.zone).date()
    if evidence.filed_on > today:
        raise InvalidInput("Ngày gửi báo cáo không thể sau hôm nay.")
    lock(work.session, event)
    filing = _of(work, occurrence, unit_id)
    old = _shown(filing) if filing else {}
    if filing is None:
        filing = Filing(occurrence_id=occurrence.id, unit_id=unit_id)
        work.session.add(filing)
    filing.filed_on, filing.number, filing.link = evidence.filed_on, evidence.number.strip(), evidence.link.strip()
    filing.note, filing.noted_at, filing.noted_by = evidence.note.strip(), work.now, work.by.name
    if evidence.file is not None:
        filing.file_name, filing.file = evidence.file_name, evidence.file
    work.record("file", event, old, _shown(filing))
    rebuild(work, event)
    return filing


def withdraw(work: UnitOfWork, event: Event, filing: Filing) -> None:
    """Take a filing back: reminders that are still to come go out again."""
    lock(work.session, event)
    work.record("unfile", event, _shown(filing), {})
    work.session.delete(filing)
    work.session.flush()
    rebuild(work, event)


def _of(work: UnitOfWork, occurrence: Occurrence, unit_id: int | None) -> Filing | None:
    unit = Filing.unit_id.is_(None) if unit_id is None else Filing.unit_id == unit_id
    return work.session.scalars(select(Filing).where(Filing.occurrence_id == occurrence.id, unit)).first()


def _shown(filing: Filing) -> dict[str, object]:
    """The filing as the audit log keeps it; the file itself stays out of it."""
    return {
        "filed_on": filing.filed_on.isoformat(),
        "number": filing.number,
        "link": filing.link,
        "file_name": filing.file_name,
        "unit_id": filing.unit_id,
    }
