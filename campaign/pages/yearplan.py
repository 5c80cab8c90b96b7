"""The year on one sheet: where each happening stands, so that no two marks and no two labels ever touch.

Pure geometry. Across, everything is in percent of the picture's width, so that the picture fits any screen and sheet;
down, in lanes. ``packing`` finds the lanes and the labels.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.dates import wording
from campaign.pages.lanes import width
from campaign.pages.packing import EDGE, GAP, GUTTER, MARK, Band, Mark, bands_of, percent

STRIP_LANES = 10
MOST_LANES = 19


@dataclass(frozen=True, slots=True)
class Picture:
    """Bands from the top, and where months, Mondays and today stand, in percent."""

    bands: tuple[Band, ...]
    months: tuple[float, ...]
    weeks: tuple[float, ...]
    first_week: int
    today: float | None

    @property
    def numbered_weeks(self) -> Iterator[tuple[int, float]]:
        """ISO week numbers and where their Mondays stand."""
        return enumerate(self.weeks, start=self.first_week)

    @property
    def lanes(self) -> int:
        return sum(band.lanes for band in self.bands)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: a year across the picture to the right of the names of the bands."""

    year: int

    @property
    def days(self) -> int:
        return 366 if isleap(self.year) else 365

    def at(self, day: date) -> float:
        """Where the day begins, in percent; days of other years lie at the edge."""
        number = (day - date(self.year, 1, 1)).days
        return round(GUTTER + (EDGE - GUTTER) * min(max(number, 0), self.days) / self.days, 3)

    @property
    def months(self) -> tuple[float, ...]:
        return tuple(self.at(date(self.year, month, 1)) for month in range(1, 13))

    @property
    def monday(self) -> date:
        """The first Monday."""
        first = date(self.year, 1, 1)
        return first + timedelta(days=-first.weekday() % 7)

    @property
    def weeks(self) -> tuple[float, ...]:
        monday = self.monday
        return tuple(self.at(monday + timedelta(days=7 * week)) for week in range(52))


def picture(happenings: Sequence[PublicOccurrence], *, year: int, today: date, language: str = "vi") -> Picture:
    """The twelve months side by side, with labels as long as the sheet allows."""
    sheet = Sheet(year)
    marks = [_labelled(each, language) for each in _marks(happenings, sheet, today)]
    bands = bands_of(marks, MOST_LANES, labels=True)
    return _drawn(sheet, bands, today)


def strip(happenings: Sequence[PublicOccurrence], *, year: int, today: date) -> Picture:
    """The year without words, low enough to stand above something else."""
    sheet = Sheet(year)
    bands = bands_of([_mark(each, sheet, today) for each in happenings], STRIP_LANES, labels=False)
    return _drawn(sheet, bands, today)


def _drawn(sheet: Sheet, bands: tuple[Band, ...], today: date) -> Picture:
    current = sheet.at(today) if today.year == sheet.year else None
    return Picture(bands, sheet.months, sheet.weeks, sheet.monday.isocalendar().week, current)


def _marks(happenings: Iterable[PublicOccurrence], sheet: Sheet, today: date) -> Iterator[Mark]:
    """One mark for each happening, and one for all of a series, from its first to its last."""
    by_event: dict[str, list[Mark]] = {}
    for each in happenings:
        by_event.setdefault(each.uid, []).append(_mark(each, sheet, today))
    for first, *others in by_event.values():
        if others:
            right = max(each.right for each in (first, *others))
            past = all(each.past for each in (first, *others))
            yield replace(first, right=right, past=past, days=tuple(each.middle for each in others))
        else:
            yield first


def _mark(happening: PublicOccurrence, sheet: Sheet, today: date) -> Mark:
    """A mark as wide as its days, but never narrower than its shape, and inside the sheet."""
    left = sheet.at(happening.first_day)
    right = sheet.at(happening.last_day + timedelta(days=1))
    shape = percent(MARK)
    if right - left < shape:
        left = min(max((left + right - shape) / 2, GUTTER), EDGE - shape)
        right = left + shape
    return Mark(happening, round(left, 3), round(right, 3), past=happening.last_day < today)


def _labelled(mark: Mark, language: str) -> Mark:
    """The mark with the whole of its label, which finds its room later."""
    day = wording.day_month(mark.happening.first_day, language)
    text = mark.happening.title + (f" ×{mark.times}" if mark.days else "")
    return replace(mark, day=day, text=text, wanted=width(f"{day} {text}") + 2 * GAP)
