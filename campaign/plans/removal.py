"""Taking a reading out of use with the drafts that nobody has worked on, and taking that back."""

from __future__ import annotations

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audit_words import UNDONE
from campaign.errors import Conflict
from campaign.models import (
    AuditEntry,
    Award,
    Course,
    Decision,
    Difficulty,
    Duty,
    DutyNote,
    Event,
    Finding,
    Plan,
    PlanReading,
    Proposal,
    Target,
    TargetValue,
)
from campaign.plans import reviewing
from campaign.plans.adoption import adopt

VERB = "delete"
RECORDS = (Award, Course, Difficulty, Finding)


def drafts(session: Session, reading: PlanReading) -> list[Proposal]:
    """The accepted proposals whose draft, or whose link to an event, would go with the reading."""
    accepted = Proposal.reading_id == reading.id, Proposal.decision == Decision.ACCEPTED
    rows = session.execute(
        select(Proposal, Event).join(Event, Event.id == Proposal.event_id).where(*accepted).order_by(Proposal.position)
    )
    return [row.Proposal for row in rows if row.Proposal.is_linked or reviewing.is_untouched(session, row.Event)]


def remove(work: UnitOfWork, reading: PlanReading) -> int:
    """Delete the reading's drafts and put it out of use; what was confirmed or edited stays. How many drafts went."""
    if reading.deleted_at:
        return 0
    gone = drafts(work.session, reading)
    made = sum(not proposal.is_linked for proposal in gone)
    for proposal in gone:
        reviewing.reconsider(work, proposal)
    adopted = reading.plan_id is not None and _is_unused(work.session, reading)
    if adopted:
        work.session.execute(delete(Plan).where(Plan.id == reading.plan_id))
        work.session.refresh(reading)
    reading.deleted_at = work.now
    old, new = ({"adopted": True}, {"adopted": False}) if adopted else ({}, {})
    work.record(VERB, reading, old, {**new, "removed": made})
    return made


def restore(work: UnitOfWork, reading: PlanReading) -> None:
    """Put it in use again, with new drafts for those that went. Raises ``Conflict`` if the same file was read since."""
    act = audit.last(work.session, str(PlanReading.__tablename__), reading.id, verb=VERB)
    if reading.deleted_at is None or act is None:
        return
    same = PlanReading.digest == reading.digest, PlanReading.year == reading.year, PlanReading.deleted_at.is_(None)
    if work.session.scalar(select(exists().where(*same))):
        raise Conflict("Văn bản này đã được đọc lại; hãy dùng lần đọc đó.")
    with_it = select(AuditEntry.subject_id).where(
        AuditEntry.subject_type == reviewing.SUBJECT,
        AuditEntry.verb == "reconsider",
        AuditEntry.at == reading.deleted_at,
    )
    mine = Proposal.reading_id == reading.id, Proposal.decision == "", Proposal.id.in_(with_it)
    reading.deleted_at = None
    work.session.flush()
    if "adopted" in act.old:
        adopt(work, reading)
    for proposal in work.session.scalars(select(Proposal).where(*mine).order_by(Proposal.position)).all():
        reviewing.accept(work, proposal)
    work.record("undo", reading, {}, {UNDONE: VERB})


def _is_unused(session: Session, reading: PlanReading) -> bool:
    """Whether nothing else hangs on the reading's plan: no other version, event, note, value or record."""
    duties = select(Duty.id).where(Duty.plan_id == reading.plan_id)
    targets = select(Target.id).where(Target.plan_id == reading.plan_id)
    used = (
        exists().where(PlanReading.plan_id == reading.plan_id, PlanReading.id != reading.id),
        exists().where(Event.duty_id.in_(duties)),
        exists().where(DutyNote.duty_id.in_(duties)),
        exists().where(TargetValue.target_id.in_(targets)),
        *(exists().where(model.plan_id == reading.plan_id) for model in RECORDS),
    )
    return not any(session.scalar(select(each)) for each in used)
