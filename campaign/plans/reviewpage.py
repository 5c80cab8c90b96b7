"""What the review of a plan shows: the document with its marked places, each proposal with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.models import Decision, Event, Plan, PlanReading, Proposal
from campaign.plans import versions
from campaign.plans.drafting import kind_of
from campaign.plans.reviewing import Progress
from campaign.reading import Reading
from campaign.reading.answer import reading_of
from campaign.reading.marks import Line, marked


@dataclass(frozen=True, slots=True)
class Found:
    """An event that a proposal became, or that the calendar already has for it."""

    uid: str
    title: str
    is_draft: bool
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal on the page. ``number`` counts from 1, as the text goes; ``moved``: on other days than before."""

    proposal: Proposal
    number: int
    kind: str
    event: Found | None
    match: Found | None
    moved: bool
    merged_into: int | None
    merged: tuple[int, ...]

    @property
    def last_day(self) -> date | None:
        return self.proposal.last_day or self.proposal.first_day

    @property
    def is_shown(self) -> bool:
        return self.proposal.is_likely or self.proposal.is_decided

    @property
    def more_quotes(self) -> list[str]:
        """The other places that speak of it."""
        return [quote for quote in self.proposal.quotes if quote != self.proposal.quote]


@dataclass(frozen=True)
class ReadingReview:
    """A reading in full. ``items`` are likely or decided; ``unlikely`` are folded on the page."""

    reading: PlanReading
    items: tuple[Item, ...]
    unlikely: tuple[Item, ...]
    older: PlanReading | None
    newer: PlanReading | None

    @cached_property
    def understood(self) -> Reading:
        return reading_of(self.reading.answer)

    @cached_property
    def lines(self) -> list[Line]:
        return marked(self.reading.text, [(item.proposal.quote, item.proposal.line) for item in self.items])

    @cached_property
    def by_proposal(self) -> dict[int, Item]:
        return {item.proposal.id: item for item in (*self.items, *self.unlikely)}

    def is_done(self, marks: Sequence[int]) -> bool:
        """Whether everything that a stretch of the text belongs to is decided."""
        return all(self.items[mark].proposal.is_decided for mark in marks)

    @property
    def progress(self) -> Progress:
        return Progress(sum(item.proposal.is_decided for item in self.items), len(self.items))

    @property
    def current(self) -> Item | None:
        """The first that waits."""
        return next((item for item in self.items if not item.proposal.is_decided), None)

    def after(self, proposal_id: int) -> Item | None:
        """The next that waits after this one, else the first that waits."""
        place = next((i for i, item in enumerate(self.items) if item.proposal.id == proposal_id), -1)
        rest = self.items[place + 1 :]
        return next((item for item in rest if not item.proposal.is_decided), self.current)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A plan of the agency and the readings of its versions, the latest first."""

    reading: PlanReading
    plan: Plan | None
    progress: Progress


def review(session: Session, reading: PlanReading) -> ReadingReview:
    """The reading with its proposals and the events that belong to them. Five questions."""
    query = select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)
    proposals = session.scalars(query).all()
    events = _events(session, (id_ for each in proposals for id_ in (each.event_id, each.matches_event_id)))
    moves = versions.offered(session, reading)
    older = session.get(PlanReading, reading.supersedes_id) if reading.supersedes_id else None
    newer = session.scalar(select(PlanReading).where(PlanReading.supersedes_id == reading.id).limit(1))
    items = list(_items(proposals, events, moves))
    shown = tuple(item for item in items if item.is_shown)
    return ReadingReview(reading, shown, tuple(item for item in items if not item.is_shown), older, newer)


def shelves(session: Session) -> list[Shelf]:
    """Every reading with its plan and how far it is, the latest first."""
    decided = func.count().filter(Proposal.decision != "")
    count = select(Proposal.reading_id, func.count().label("total"), decided.label("decided"))
    count = count.where(Proposal.is_likely | (Proposal.decision != ""))
    counts = count.group_by(Proposal.reading_id).subquery()
    query = (
        select(PlanReading, Plan, func.coalesce(counts.c.decided, 0), func.coalesce(counts.c.total, 0))
        .outerjoin(Plan, Plan.id == PlanReading.plan_id)
        .outerjoin(counts, counts.c.reading_id == PlanReading.id)
        .order_by(PlanReading.id.desc())
    )
    return [Shelf(reading, plan, Progress(done, total)) for reading, plan, done, total in session.execute(query)]


def _events(session: Session, ids: Iterable[int | None]) -> dict[int, Found]:
    wanted = {each for each in ids if each is not None}
    query = select(Event).where(Event.id.in_(wanted))
    return {
        event.id: Found(event.uid, event.title, event.is_draft, event.first_day, event.last_day)
        for event in session.scalars(query)
    }


def _items(proposals: Sequence[Proposal], events: Mapping[int, Found], moves: Mapping[int, Event]) -> Iterable[Item]:
    numbers = {proposal.id: number for number, proposal in enumerate(proposals, 1)}
    merged: dict[int, list[int]] = {}
    for proposal in proposals:
        if proposal.decision == Decision.MERGED and proposal.merged_into_id:
            merged.setdefault(proposal.merged_into_id, []).append(numbers[proposal.id])
    for proposal in proposals:
        yield Item(
            proposal=proposal,
            number=numbers[proposal.id],
            kind=kind_of(proposal),
            event=events.get(proposal.event_id or 0),
            match=events.get(proposal.matches_event_id or 0),
            moved=proposal.id in moves,
            merged_into=numbers.get(proposal.merged_into_id or 0),
            merged=tuple(merged.get(proposal.id, ())),
        )
