"""The year as twelve rows, for narrow screens: a row is a month, its days go across, marks have no labels.

Pure geometry, in percent across and lanes down, as in ``yearplan``.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.kinds import PERIODS
from campaign.pages.lanes import Lanes, fitted

NARROWEST = 320
GUTTER = 13.0
MARK = 100 * 15 / NARROWEST


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a happening that lies in the month; a campaign is a bar, with words if they fit."""

    happening: PublicOccurrence
    lane: int
    left: float
    right: float
    text: str
    past: bool

    @property
    def middle(self) -> float:
        return round((self.left + self.right) / 2, 3)

    @property
    def breadth(self) -> float:
        return round(self.right - self.left, 3)


@dataclass(frozen=True, slots=True)
class Row:
    month: int
    lanes: int
    pieces: tuple[Piece, ...]
    weeks: tuple[float, ...]
    end: float
    today: float | None


def rows(happenings: Iterable[PublicOccurrence], *, year: int, today: date) -> tuple[Row, ...]:
    """The twelve rows of the year."""
    happenings = list(happenings)
    return tuple(_row(happenings, date(year, month, 1), today) for month in range(1, 13))


def _row(happenings: list[PublicOccurrence], first: date, today: date) -> Row:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    lanes = Lanes()
    seen: set[tuple[date, str]] = set()
    pieces = []
    # Bars first: they keep the upper lanes, and a month reads from the long to the short.
    for each in sorted(happenings, key=lambda each: each.kind not in PERIODS):
        same = (max(each.first_day, first), each.kind)
        if each.first_day <= last and each.last_day >= first and same not in seen:
            pieces.append(_piece(each, first, last, lanes, today))
            seen.add(same)
    mondays = tuple(_at(first + timedelta(days=day)) for day in range(last.day) if not (first.weekday() + day) % 7)
    current = _at(today) if first <= today <= last else None
    return Row(first.month, len(lanes), tuple(pieces), mondays, _at(last, after=1), current)


def _piece(happening: PublicOccurrence, first: date, last: date, lanes: Lanes, today: date) -> Piece:
    left, right = _at(max(happening.first_day, first)), _at(min(happening.last_day, last), after=1)
    if right - left < MARK:
        left = min((left + right - MARK) / 2, 100 - MARK)
        right = left + MARK
    bar = happening.kind in PERIODS
    text = fitted(happening.title, (right - left) * NARROWEST / 100 - 12) if bar else ""
    lane = lanes.place(left, right)
    return Piece(happening, lane, round(left, 3), round(right, 3), text, happening.last_day < today)


def _at(day: date, *, after: int = 0) -> float:
    """Where the day begins (or ends, ``after`` one day), in percent of a row of 31 days."""
    return round(GUTTER + (100 - GUTTER) * (day.day - 1 + after) / 31, 3)
