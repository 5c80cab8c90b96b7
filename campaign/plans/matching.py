"""Finding what the calendar already has of what a plan asks for, so that it is linked and not doubled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from campaign.calendar.series import series_of
from campaign.calendar.when import undated_of
from campaign.dates.recurrence import Series
from campaign.dates.spans import Span
from campaign.kinds import GATHERINGS, Kind
from campaign.models import Event, Proposal
from campaign.reading.pairing import likeness
from campaign.reading.text import fold
from campaign.reading.time.feasts import action_month

ALIKE_ON_DAY = 0.5
ALIKE_WITHOUT_DAY = 0.85
ONE_FOR_ANOTHER = GATHERINGS | {"other"}
"""Kinds that one text and another may give the same thing."""


@dataclass(frozen=True, slots=True)
class Known:
    """An event of the calendar as far as it is compared: the letters of its quote, and its days, if it has any.

    ``source``: the quote of the event of the year before that it was rolled from; empty if it was not.
    """

    id: int
    kind: str
    title: str
    quote: str
    source: str
    series: Series | None

    def meets(self, span: Span) -> bool:
        """Whether it happens within the span; a yearly day also in the years before it was entered."""
        if self.series is None:
            return False
        rule = self.series.rule
        if rule and rule.frequency == "YEARLY" and not rule.lunar and span.first < self.series.first:
            return span.first.replace(year=2000) <= self.series.first.replace(year=2000) <= span.last.replace(year=2000)
        return any(True for _ in self.series.between(span.first, span.last))


def match(session: Session, proposals: Sequence[Proposal], *, year: int) -> None:
    """Note in each undecided proposal the event that is the same thing; each event is given to one of them only."""
    known = _known(session, year)
    taken = {proposal.matches_event_id for proposal in proposals}
    ranked = sorted(
        (
            (-value, proposal.position, event.id)
            for proposal in proposals
            if not proposal.is_decided
            for event in known
            if event.id not in taken and (value := _sameness(proposal, event)) > 0
        ),
    )
    by_position = {proposal.position: proposal for proposal in proposals}
    for _, position, event_id in ranked:
        if event_id not in taken and by_position[position].matches_event_id is None:
            by_position[position].matches_event_id = event_id
            taken.add(event_id)


def _known(session: Session, year: int) -> list[Known]:
    """What is on the calendar of that year or repeats, and what has no day yet."""
    first, last = date(year, 1, 1), date(year + 1, 1, 31)
    that_year = Event.first_day.between(first, last)
    source = aliased(Event)
    query = (
        select(Event, func.coalesce(source.quote, ""))
        .outerjoin(source, source.id == Event.rolled_from_id)
        .where(Event.cancelled_at.is_(None), or_(that_year, Event.rule != "", undated_of(year)))
    )
    return [
        Known(
            event.id,
            event.kind,
            event.title,
            _letters(event.quote),
            quote,
            series_of(event) if event.first_day else None,
        )
        for event, quote in session.execute(query)
    ]


def _sameness(proposal: Proposal, event: Known) -> float:
    """How surely the two are one thing; 0 where they are not."""
    named, other = action_month(fold(proposal.title)), action_month(fold(event.title))
    if Kind.CAMPAIGN in (proposal.kind, event.kind):
        same = named is not None and named == other
        return 2.0 if same and proposal.kind == event.kind else 0.0 if named or other else _by_day(proposal, event)
    if proposal.kind == event.kind == Kind.COMMEMORATION and proposal.last_day in (None, proposal.first_day):
        return 1.5 if _meets(proposal, event) else 0.0
    return _by_day(proposal, event)


def _by_day(proposal: Proposal, event: Known) -> float:
    if proposal.kind != event.kind and not {proposal.kind, event.kind} <= ONE_FOR_ANOTHER:
        return 0.0
    if proposal.first_day is None and event.quote and event.quote in _letters(proposal.quote):
        return 1.0
    if event.source and likeness(proposal.quote, event.source, ALIKE_WITHOUT_DAY):
        return 1.0 + likeness(proposal.title, event.title)
    value = likeness(proposal.title, event.title, ALIKE_ON_DAY)
    return value if value >= ALIKE_WITHOUT_DAY or (value and _meets(proposal, event)) else 0.0


def _letters(text: str) -> str:
    return "".join(fold(text).split())


def _meets(proposal: Proposal, event: Known) -> bool:
    if proposal.first_day is None:
        return False
    return event.meets(Span(proposal.first_day, proposal.last_day or proposal.first_day))
