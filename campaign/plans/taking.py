"""A reading is kept: the file's text, what was understood, and one row for each thing that the plan asks for."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, time

from sqlalchemy import select

from campaign.audit import Act, By
from campaign.errors import InvalidInput
from campaign.models import PlanReading, Proposal
from campaign.plans import versions
from campaign.plans.drafting import date_of
from campaign.plans.matching import match
from campaign.reading import Duty as Clause
from campaign.reading import Proposal as Proposed
from campaign.reading import Reading
from campaign.reading.answer import Answer

SUBJECT = "plan_reading"
_TEXTS = ("audience", "venue", "in_charge", "partners", "report_to", "through")


def take(work: Act, answer: Answer, *, year: int | None, supersedes: PlanReading | None = None) -> PlanReading:
    """Keep what was read. The same file read again is the same reading.

    ``year``: the one with which the file was read, for dates without a year. ``supersedes``: the version before;
    without it, the latest reading of the same plan is found by title and year. InvalidInput: no year anywhere.
    """
    of_year = _year(answer.reading, year)
    known = select(PlanReading).where(
        PlanReading.digest == answer.digest, PlanReading.year == of_year, PlanReading.deleted_at.is_(None)
    )
    found = work.session.scalars(known.order_by(PlanReading.id.desc())).first()
    if found is not None:
        return found
    reading = _reading(answer, of_year, now=work.now, by=work.by)
    older = supersedes or versions.earlier(work.session, reading)
    reading.supersedes_id = older.id if older else None
    work.session.add(reading)
    work.session.flush()
    rows = _rows(answer.reading, reading)
    work.session.add_all(rows)
    work.session.flush()
    if older:
        versions.carry_over(work.session, older, reading)
    match(work.session, rows, year=of_year)
    work.session.flush()
    work.record("read", reading, {}, {"file_name": reading.file_name, "proposals": len(rows)})
    return reading


def _reading(answer: Answer, year: int, *, now: datetime, by: By) -> PlanReading:
    return PlanReading(
        file_name=answer.name,
        kind=answer.document.kind,
        title=_title(answer.reading, answer.name),
        text=answer.document.text,
        notes=[asdict(note) for note in answer.document.notes],
        digest=answer.digest,
        year=year,
        answer=answer.reading.to_json(),
        created_at=now,
        created_by=by.name,
    )


def _year(understood: Reading, given: int | None) -> int:
    """The year that the plan is of: as its title says, as most of its dates have it, or as given where it has none."""
    dated = Counter(each.start.year for each in understood.proposals if each.start and each.start.year)
    year = understood.plan.year or next((year for year, _count in dated.most_common(1)), given)
    if year is None or not date.min.year < year < date.max.year:
        raise InvalidInput("Văn bản không nói kế hoạch của năm nào: hãy cho biết năm.")
    return year


def _title(understood: Reading, name: str) -> str:
    head = understood.plan
    title = head.title or (head.type or "").capitalize() or name or "Kế hoạch"
    return " ".join(title.split())


def _rows(understood: Reading, reading: PlanReading) -> list[Proposal]:
    duties = {place: number for number, duty in enumerate(understood.duties) for place in reversed(duty.proposals)}
    return [
        _row(position, proposed, reading, duties.get(position), understood)
        for position, proposed in enumerate(understood.proposals)
    ]


def _row(position: int, proposed: Proposed, reading: PlanReading, duty: int | None, understood: Reading) -> Proposal:
    clause = None if duty is None else understood.duties[duty]
    first = date_of(proposed.start, reading.year) if proposed.start else None
    last = date_of(proposed.end, reading.year) if proposed.end and first else None
    if first and last and last < first:
        last = date_of(proposed.end, first.year + 1) if proposed.end and not proposed.end.year else None
    hint = [date_of(day, reading.year) for day in proposed.hint] if proposed.hint else [None, None]
    return Proposal(
        reading_id=reading.id,
        position=position,
        is_likely=proposed.is_likely,
        kind=proposed.kind,
        title=" ".join(proposed.title.split()) or proposed.quote[:80],
        first_day=first,
        last_day=last,
        precision=(proposed.precision or "day") if first else "",
        deadline=proposed.deadline,
        frequency=proposed.frequency or "",
        start_time=_clock(proposed.time),
        end_time=_clock(proposed.end_time),
        expected_start=hint[0] if all(hint) else None,
        expected_end=hint[1] if all(hint) else None,
        quote=proposed.quote,
        quotes=list(proposed.quotes),
        line=proposed.line,
        outline=proposed.place,
        duty_position=duty,
        **_texts(proposed, clause),
    )


def _texts(proposed: Proposed, clause: Clause | None) -> dict[str, str]:
    """What is said of it in words; of a report also what its clause says of the way it goes."""
    said = {name: getattr(proposed, name) for name in _TEXTS}
    if proposed.kind == "report" and clause:
        said["report_to"] = said["report_to"] or clause.report_to
        said["through"] = said["through"] or clause.through
    return {name: " ".join((text or "").split()) for name, text in said.items()}


def _clock(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None
