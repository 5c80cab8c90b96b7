"""Series of spans: one first span of days, and a rule by which it comes again.

Only local dates; whoever needs times attaches them to each day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from campaign.dates.expansion import HORIZON, starts
from campaign.dates.rule import Rule
from campaign.dates.spans import Span

__all__ = ["Rule", "Series", "Span"]


@dataclass(frozen=True, slots=True)
class Series:
    """The span from `first` to `last`, and its shifts to the days on which `rule` lets it start again.

    `exceptions` are starts that do not take place (EXDATE); `moved` gives for a start the span that takes its
    place (RECURRENCE-ID). Both name starts as the rule has them; other days in them change nothing. The first
    span itself takes place only if the rule falls on its first day.
    """

    first: date
    last: date
    rule: Rule | None = None
    exceptions: frozenset[date] = frozenset()
    moved: Mapping[date, Span] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        Span(self.first, self.last)

    def between(self, start: date, end: date) -> list[Span]:
        """All spans that have a day in common with `start` to `end`, in order."""
        if end < start:
            return []
        window = Span(start, end)
        length = self.last - self.first
        lower = self.first if start <= self.last else start - length
        spans = [Span(day, day + length) for day in self._kept(lower, end)]
        spans += [span for span in self._moved() if span.overlaps(window)]
        return sorted(spans) if self.moved else spans

    def next_after(self, day: date) -> Span | None:
        """The next span that starts after `day`, or None when the series is over."""
        following = min(day, date.max - timedelta(days=1)) + timedelta(days=1)
        kept = next(self._kept(following, max(HORIZON, self.first)), None)
        candidates = [span for span in self._moved() if span.first > day]
        if kept is not None:
            candidates.append(Span(kept, kept + (self.last - self.first)))
        return min(candidates, default=None)

    def _kept(self, lower: date, upper: date) -> Iterator[date]:
        """Starts from `lower` to `upper` that happen in their place."""
        starting = self._starts(lower, upper)
        if not (self.exceptions or self.moved):
            return starting
        return (day for day in starting if day not in self.exceptions and day not in self.moved)

    def _starts(self, lower: date, upper: date) -> Iterator[date]:
        if self.rule is not None:
            return starts(self.rule, self.first, lower, upper)
        return iter([self.first] if lower <= self.first <= upper else [])

    def _moved(self) -> Iterator[Span]:
        return (span for day, span in self.moved.items() if next(self._starts(day, day), None) is not None)
