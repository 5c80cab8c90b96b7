"""Going through what a plan asks for: a reading is taken in, and each of its proposals is decided, one by one.

Nothing comes onto the calendar by itself: accepting makes a draft, which keeps the sentence it came from. Every
decision can be taken back as long as nobody has worked on the draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar import draft
from campaign.calendar.agency import UnitOfWork
from campaign.desk import scheduling
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import Decision, Event, Group, Plan, PlanReading, Proposal
from campaign.plans.adoption import adopt, duty_of, set_aside
from campaign.plans.drafting import Correction, draft_of
from campaign.reading.checked import MOST_ITEMS

SUBJECT = "proposal"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a reading's proposals are decided; what is unlikely counts once it is decided."""

    decided: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.decided == self.total


def progress(session: Session, reading: PlanReading) -> Progress:
    query = select(func.count(), func.count().filter(Proposal.decision != ""))
    counted = Proposal.is_likely | (Proposal.decision != "")
    total, decided = session.execute(query.where(Proposal.reading_id == reading.id, counted)).one()
    return Progress(decided, total)


def reading_of_id(session: Session, reading_id: int) -> PlanReading:
    found = session.get(PlanReading, reading_id)
    if found is None:
        raise NotFound("Không tìm thấy lần đọc kế hoạch này.")
    return found


def lock(session: Session, reading_id: int, proposal_id: int) -> Proposal:
    """The proposal, as the last decision left it; other decisions on it wait for ours. Raises ``NotFound``."""
    query = select(Proposal).where(Proposal.id == proposal_id, Proposal.reading_id == reading_id)
    locked = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(locked).one_or_none()
    if found is None:
        raise NotFound("Không tìm thấy mục này trong lần đọc kế hoạch.")
    if session.get_one(PlanReading, reading_id).deleted_at:
        raise Conflict("Văn bản này đã xóa khỏi danh sách; hãy khôi phục trước khi duyệt tiếp.")
    return found


def numbered(session: Session, reading_id: int, number: int | None) -> Proposal:
    """The proposal that the page shows under this number, counted from 1. Raises ``InvalidInput``."""
    wanted = (number or 0) - 1
    query = select(Proposal).where(Proposal.reading_id == reading_id, Proposal.position == wanted)
    found = session.scalars(query).one_or_none() if number is not None and 0 < number < MOST_ITEMS else None
    if found is None:
        raise InvalidInput("Không có mục số {number} trong kế hoạch này.", number=number or "")
    return found


def accept(work: UnitOfWork, proposal: Proposal, correction: Correction | None = None, *, apart: bool = False) -> Event:
    """The draft that the proposal asks for, or the event that the calendar already has for it.

    ``apart``: make a draft of its own although the calendar has its like. Accepted twice it is accepted once.
    """
    if proposal.event_id is not None:
        return work.session.get_one(Event, proposal.event_id)
    if correction and correction.apply(proposal):
        proposal.corrected_at = work.now
    reading = work.session.get_one(PlanReading, proposal.reading_id)
    plan = adopt(Act(work.session, work.now, PROGRAM), reading)
    if apart:
        proposal.matches_event_id = None
    event = _matched(work.session, proposal)
    if event is None:
        event = _made(work, proposal, plan)
    else:
        _schedule(work, event, proposal)
    cite(work.session, event, proposal, plan)
    proposal.decide(Decision.ACCEPTED, now=work.now, by=work.by.name)
    proposal.event_id, proposal.merged_into_id = event.id, None
    work.record("accept", proposal, {}, {"decision": proposal.decision})
    return event


def accept_all(work: UnitOfWork, reading: PlanReading) -> list[Event]:
    """Accept what still waits, in the order of the text; what an earlier version had on other days goes on waiting.

    What is unlikely is left as it is: it takes a decision of its own. The plan is what this version says, even where
    nothing waits: its number, its date and its bases may be all that is new.
    """
    adopt(Act(work.session, work.now, PROGRAM), reading)
    waiting = select(Proposal).where(Proposal.reading_id == reading.id, Proposal.decision == "", Proposal.is_likely)
    if reading.supersedes_id is not None:
        older = select(Proposal.event_id).where(
            Proposal.reading_id == reading.supersedes_id, Proposal.event_id.is_not(None)
        )
        waiting = waiting.where(Proposal.matches_event_id.is_(None) | Proposal.matches_event_id.not_in(older))
    proposals = work.session.scalars(waiting.order_by(Proposal.position)).all()
    return [accept(work, proposal) for proposal in proposals]


def correct(work: Act, proposal: Proposal, correction: Correction) -> None:
    """Change what was read; a draft that was made from it is edited on its own page."""
    if proposal.event_id is not None:
        raise Conflict("“{title}” đã thành bản nháp; hãy sửa ở trang của hoạt động đó.", title=proposal.title)
    if correction.apply(proposal):
        proposal.corrected_at = work.now
        work.record("correct", proposal, {}, {"decision": proposal.decision})


def merge(work: Act, proposal: Proposal, into: Proposal) -> None:
    """The two are one thing: this one is decided with the other, which keeps its own words."""
    _require_undecided(proposal)
    if into.id == proposal.id or into.decision in (Decision.SKIPPED, Decision.NOT_DUTY, Decision.MERGED):
        raise InvalidInput(
            "Hãy chọn một mục khác, chưa bỏ qua và chưa gộp, để gộp “{title}” vào.", title=proposal.title
        )
    proposal.decide(Decision.MERGED, now=work.now, by=work.by.name)
    proposal.merged_into_id = into.id
    work.record("merge", proposal, {}, {"decision": proposal.decision})


def skip(work: Act, proposal: Proposal) -> None:
    """A duty, but nothing for the calendar."""
    _set_aside(work, proposal, Decision.SKIPPED, "skip")


def not_duty(work: Act, proposal: Proposal) -> None:
    """The reader was wrong: the sentence asks for nothing."""
    _set_aside(work, proposal, Decision.NOT_DUTY, "not_duty")
    set_aside(Act(work.session, work.now, PROGRAM), work.session.get_one(PlanReading, proposal.reading_id))


def reconsider(work: Act, proposal: Proposal) -> None:
    """Take the decision back. A draft that it made goes with it, if nobody has confirmed or edited it since."""
    if not proposal.is_decided:
        return
    event = work.session.get(Event, proposal.event_id) if proposal.event_id else None
    if event is not None and proposal.is_linked:
        if (event.quote, event.quote_line) == (proposal.quote, proposal.line):
            event.quote, event.quote_line, event.duty_id = "", None, None
    elif event is not None:
        _unmake(work.session, event)
    proposal.reconsider()
    set_aside(Act(work.session, work.now, PROGRAM), work.session.get_one(PlanReading, proposal.reading_id))
    work.record("reconsider", proposal, {}, {"decision": proposal.decision})


def cite(session: Session, event: Event, proposal: Proposal, plan: Plan) -> None:
    """Give the event its sentence and clause; one that it already has stays."""
    if not event.quote:
        event.quote, event.quote_line = proposal.quote, proposal.line
    if event.duty_id is None:
        duty = duty_of(session, plan, proposal.duty_position)
        event.duty_id = duty.id if duty else None
    session.flush()


def _matched(session: Session, proposal: Proposal) -> Event | None:
    return session.get(Event, proposal.matches_event_id) if proposal.matches_event_id else None


def _made(work: UnitOfWork, proposal: Proposal, plan: Plan) -> Event:
    duty = duty_of(work.session, plan, proposal.duty_position)
    groups: Sequence[tuple[int, str]] = [
        (row.id, row.name) for row in work.session.execute(select(Group.id, Group.name)) if proposal.audience
    ]
    draft = draft_of(proposal, duty_id=duty.id if duty else None, groups=groups)
    event = scheduling.create(work, draft)
    event.quote, event.quote_line = proposal.quote, proposal.line
    return event


def _schedule(work: UnitOfWork, event: Event, proposal: Proposal) -> None:
    """Lay a draft of the year before, whose day was a guess, on the days of the plan."""
    said = draft_of(proposal, duty_id=None, groups=())
    if event.rolled_from_id is None or not event.is_draft or event.rule or (said.first or said.expected_start) is None:
        return
    old = draft.draft_of(work.session, event)
    keeps_hours = said.start is None and said.first is not None
    new = replace(
        old,
        first=said.first,
        last=said.last,
        start=old.start if keeps_hours else said.start,
        end=old.end if keeps_hours else said.end,
        expected_start=said.expected_start,
        expected_end=said.expected_end,
        precision=said.precision,
    )
    scheduling.edit(work, event, new, version=event.version, notify=False)


def is_untouched(session: Session, event: Event) -> bool:
    """Whether it is a draft that nobody has worked on since it was made."""
    return event.is_draft and all(act.verb == "create" for act in audit.of(session, scheduling.SUBJECT, event.id))


def _unmake(session: Session, event: Event) -> None:
    if not is_untouched(session, event):
        raise Conflict("“{title}” đã được xác nhận hoặc sửa; hãy hủy ở trang của hoạt động đó.", title=event.title)
    session.execute(delete(Event).where(Event.id == event.id))
    session.expunge(event)


def _set_aside(work: Act, proposal: Proposal, decision: Decision, verb: str) -> None:
    if proposal.decision == decision:
        return
    _require_undecided(proposal)
    proposal.decide(decision, now=work.now, by=work.by.name)
    work.record(verb, proposal, {}, {"decision": proposal.decision})


def _require_undecided(proposal: Proposal) -> None:
    if proposal.is_decided:
        raise Conflict("“{title}” đã được quyết định; hãy xem xét lại trước khi đổi.", title=proposal.title)
