"""A reading becomes the agency's plan: its clauses, bases and targets as rows, each with its words and its place.

A newer version renews the plan of the older one: a clause that is still there stays the same row, so that what hangs on
it stays; one that is gone is marked, not deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork
from campaign.dates.written import parse_date
from campaign.desk import publication
from campaign.desk.publication import Assignment, Published
from campaign.errors import InvalidInput
from campaign.models import Decision, Duty, Group, LegalBasis, Plan, PlanReading, Proposal, Target
from campaign.plans.drafting import date_of
from campaign.reading import Basis, Head, Reading
from campaign.reading import Duty as Clause
from campaign.reading.answer import reading_of
from campaign.reading.pairing import Phrase, pairs

_FULL_DATE = 10


def adopt(work: Act, reading: PlanReading) -> Plan:
    """The plan of this reading, made or renewed when it is first wanted."""
    if reading.plan_id is not None:
        return work.session.get_one(Plan, reading.plan_id)
    understood = reading_of(reading.answer)
    plan = _renewed(work.session, reading)
    if plan is None:
        plan = Plan(created_at=work.now)
        work.session.add(plan)
    _describe(plan, reading, understood.plan)
    plan.recipients = list(understood.recipients)
    work.session.flush()
    reading.plan_id = plan.id
    _put_bases(work.session, plan.id, understood.bases)
    duties = _put_duties(work.session, plan.id, understood, reading, work.now)
    _put_targets(work.session, plan.id, understood, duties)
    work.session.flush()
    set_aside(work, reading)
    return plan


def duty_of(session: Session, plan: Plan, position: int | None) -> Duty | None:
    """The plan's clause with this place in the reading."""
    if position is None:
        return None
    return session.scalar(select(Duty).where(Duty.plan_id == plan.id, Duty.position == position))


def set_aside(work: Act, reading: PlanReading) -> None:
    """Mark the plan's clauses of which everything was judged to be no duty, and only these."""
    if reading.plan_id is None:
        return
    judged = func.count().filter(Proposal.decision == Decision.NOT_DUTY)
    query = select(Proposal.duty_position, func.count() == judged).group_by(Proposal.duty_position)
    rows = work.session.execute(query.where(Proposal.reading_id == reading.id, Proposal.duty_position.is_not(None)))
    none = {row[0]: bool(row[1]) for row in rows}
    duties = select(Duty).where(Duty.plan_id == reading.plan_id, Duty.position.in_(none))
    for duty in work.session.scalars(duties):
        duty.dropped_at = (duty.dropped_at or work.now) if none[duty.position] else None
    work.session.flush()


def _renewed(session: Session, reading: PlanReading) -> Plan | None:
    """The plan of the version that this reading supersedes, or that of its year which was rolled and has no text."""
    older = session.get(PlanReading, reading.supersedes_id) if reading.supersedes_id else None
    if older and older.plan_id:
        return session.get(Plan, older.plan_id)
    is_read = exists(select(PlanReading.id).where(PlanReading.plan_id == Plan.id))
    rolled = select(Plan).where(Plan.year == reading.year, Plan.source_text == "", ~is_read)
    return session.scalars(rolled.order_by(Plan.id)).first()


def _describe(plan: Plan, reading: PlanReading, head: Head) -> None:
    number, _, symbol = (head.number or "").partition("/")
    plan.year, plan.title = reading.year, reading.title
    plan.number, plan.symbol = (number.strip(), symbol.strip()) if symbol else ("", number.strip())
    plan.issuer, plan.place = head.issuer or "", head.issued_at or ""
    plan.issued_on, plan.issued_text = issued_of(head.issued)
    plan.signer_title, plan.signer_name = head.signer_office or "", head.signer or ""
    plan.source_name, plan.source_text = reading.file_name, reading.text


def issued_of(text: str | None) -> tuple[date | None, str]:
    """The day of issue, and its words where the day, or the month too, was left for the pen."""
    if not text:
        return None, ""
    if len(text) == _FULL_DATE:
        return date.fromisoformat(text), ""
    year, _, month = text.partition("-")
    return None, f"tháng {int(month)} năm {year}" if month else f"năm {year}"


def _put_bases(session: Session, plan_id: int, bases: Sequence[Basis]) -> None:
    session.execute(delete(LegalBasis).where(LegalBasis.plan_id == plan_id))
    session.add_all(
        LegalBasis(
            plan_id=plan_id,
            position=position,
            text=basis.quote,
            number=basis.number,
            dated_on=_dated(basis.issued),
            issuer=basis.issuer or "",
        )
        for position, basis in enumerate(bases)
    )


def _dated(text: str) -> date | None:
    try:
        return parse_date(text, today=date(date.max.year, 1, 1))
    except InvalidInput:
        return None


def _put_duties(session: Session, plan_id: int, understood: Reading, reading: PlanReading, now: datetime) -> list[Duty]:
    """The plan's clauses in the order of the text, then those that a newer version no longer has."""
    kept = session.scalars(select(Duty).where(Duty.plan_id == plan_id).order_by(Duty.position)).all()
    found = pairs([Phrase(duty.text) for duty in kept], [Phrase(clause.quote) for clause in understood.duties])
    duties = [kept[found[place]] if place in found else Duty() for place in range(len(understood.duties))]
    for position, (duty, clause) in enumerate(zip(duties, understood.duties, strict=True)):
        duty.plan_id, duty.position, duty.dropped_at = plan_id, position, None
        duty.outline, duty.text, duty.line = clause.place, clause.quote, clause.line
        _expect(duty, clause, understood, reading.year)
    gone = [duty for place, duty in enumerate(kept) if place not in set(found.values())]
    for position, duty in enumerate(gone, len(duties)):
        duty.position, duty.dropped_at = position, duty.dropped_at or now
    session.add_all(duties)
    session.flush()
    return duties


def _expect(duty: Duty, clause: Clause, understood: Reading, year: int) -> None:
    """Who does it and when it is expected, as its proposals say."""
    proposals = [understood.proposals[place] for place in clause.proposals]
    duty.in_charge = next((each.in_charge for each in proposals if each.in_charge), "")
    hints = [each.hint for each in proposals if each.hint]
    duty.expected_start = date_of(hints[0][0], year) if hints else None
    duty.expected_end = date_of(hints[0][1], year) if hints else None


def _put_targets(session: Session, plan_id: int, understood: Reading, duties: Sequence[Duty]) -> None:
    """A target that is still there keeps its row, and with it its values over time."""
    kept = session.scalars(select(Target).where(Target.plan_id == plan_id).order_by(Target.position)).all()
    found = pairs([Phrase(row.title) for row in kept], [Phrase(each.indicator) for each in understood.targets])
    by_line = {duty.line: duty for duty in reversed(duties)}
    for position, each in enumerate(understood.targets):
        target = kept[found[position]] if position in found else Target(plan_id=plan_id, comparison="")
        target.position, target.title, target.comparison = position, each.indicator, each.bound or ""
        target.value, target.unit = _number(each.value), "%" if each.value else ""
        duty = by_line.get(each.line)
        target.duty_id = duty.id if duty else None
        session.add(target)
    for place, row in enumerate(kept):
        if place not in set(found.values()):
            session.delete(row)


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal((text or "").replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def publish_reading(work: UnitOfWork, reading: PlanReading, groups: Iterable[Group]) -> Published:
    """Publish the drafts that the reading's proposals became.

    ``groups``: whom all of them are for. Without any, each is for whom its plan names, or else for everybody.
    """
    query = select(Proposal.event_id).where(Proposal.reading_id == reading.id, Proposal.event_id.is_not(None))
    wanted = [number for number in work.session.scalars(query) if number is not None]
    ids = frozenset(group.id for group in groups)
    found = publication.drafts(work.session, reading.year, wanted)
    without = [event.id for event, _occurrence in found if ids or not (event.groups or event.audience_all)]
    publication.assign(work, reading.year, without, Assignment(groups=ids))
    return publication.publish(work, reading.year, wanted)
