"""The year on one sheet: where each happening stands, so that no two marks and no two labels ever touch.

Pure geometry. Across, everything is in percent of the picture's width, so that the picture fits any screen and sheet;
down, in lanes. Labels are measured for the narrowest picture that shows them (``NARROWEST`` pixels).
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.dates import wording
from campaign.kinds import PERIODS, Kind
from campaign.kinds import Band as KindBand
from campaign.pages.lanes import Lanes, fitted, width

NARROWEST = 1040
GUTTER = 11.0
EDGE = 100.0
MARK = 16
GAP = 14
STRIP_LANES = 10
MOST_LANES = 20
# The room that every label is sure of, in pixels: it shrinks until the year fits on the sheet. Afterwards each label
# takes what its lane has left.
LABELS = (260, 225, 195, 170, 150, 135, 120, 108, 0)
LONGEST = 360
# A series with more happenings than this in the year says its name once.
OFTEN = 6
BANDS = tuple(band.kinds for band in KindBand)


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening (with ``more`` of its week, when the year is too full) at its place.

    ``left`` to ``right`` is what is drawn, in percent. ``day`` and ``text`` are the label, ``room`` its width in
    percent, to the right of the mark or ``before`` it; a mark that fills the year has it on itself, without room.
    """

    happening: PublicOccurrence
    left: float
    right: float
    lane: int = 0
    day: str = ""
    text: str = ""
    room: float = 0
    before: bool = False
    past: bool = False
    more: int = 0

    @property
    def is_long(self) -> bool:
        """Whether its days are wider than its shape."""
        return self.breadth > _percent(MARK + 1)

    @property
    def middle(self) -> float:
        return round((self.left + self.right) / 2, 3)

    @property
    def breadth(self) -> float:
        return round(self.right - self.left, 3)

    @property
    def text_left(self) -> float:
        return round(self.left - self.room if self.before else self.right, 3)


@dataclass(frozen=True, slots=True)
class Band:
    """The lanes of kinds that belong together; ``top`` counts the lanes above it."""

    kinds: tuple[Kind, ...]
    top: int
    lanes: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Bands from the top, and where months, Mondays and today stand, in percent."""

    bands: tuple[Band, ...]
    months: tuple[float, ...]
    weeks: tuple[float, ...]
    today: float | None

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
    def weeks(self) -> tuple[float, ...]:
        first = date(self.year, 1, 1)
        monday = first + timedelta(days=-first.weekday() % 7)
        return tuple(self.at(monday + timedelta(days=7 * week)) for week in range(52))


def picture(happenings: Sequence[PublicOccurrence], *, year: int, today: date, language: str = "vi") -> Picture:
    """The twelve months side by side, with labels as long as the sheet allows."""
    sheet = Sheet(year)
    bands: tuple[Band, ...] = ()
    for longest in LABELS:
        marks = [_mark(each, sheet, today) for each in happenings]
        bands = _bands(_labelled(marks, longest, language) if longest else _together(marks))
        if sum(band.lanes for band in bands) <= MOST_LANES:
            break
    return Picture(bands, sheet.months, sheet.weeks, sheet.at(today) if today.year == year else None)


def strip(happenings: Sequence[PublicOccurrence], *, year: int, today: date) -> Picture:
    """The year without words, low enough to stand above something else."""
    sheet = Sheet(year)
    marks = [_mark(each, sheet, today) for each in happenings]
    bands = _bands(marks)
    if sum(band.lanes for band in bands) > STRIP_LANES:
        bands = _bands(_together(marks))
    return Picture(bands, sheet.months, sheet.weeks, sheet.at(today) if today.year == year else None)


def _mark(happening: PublicOccurrence, sheet: Sheet, today: date) -> Mark:
    """A mark as wide as its days, but never narrower than its shape, and inside the sheet."""
    left = sheet.at(happening.first_day)
    right = sheet.at(happening.last_day + timedelta(days=1))
    shape = _percent(MARK)
    if right - left < shape:
        left = min(max((left + right - shape) / 2, GUTTER), EDGE - shape)
        right = left + shape
    return Mark(happening, round(left, 3), round(right, 3), past=happening.last_day < today)


def _labelled(marks: Iterable[Mark], longest: float, language: str) -> list[Mark]:
    """Marks with their labels, a series with many happenings only at its first."""
    marks = list(marks)
    often = {uid for uid, count in Counter(mark.happening.uid for mark in marks).items() if count > OFTEN}
    named: set[str] = set()
    result = []
    for mark in marks:
        uid = mark.happening.uid
        # Campaigns give the year its shape: their names are sure of more room.
        room = LABELS[0] if mark.happening.kind in PERIODS else longest
        result.append(mark if uid in often and uid in named else _with_label(mark, room, language))
        named.add(uid)
    return result


def _with_label(mark: Mark, longest: float, language: str) -> Mark:
    day = wording.day_month(mark.happening.first_day, language)
    text, room = _fitted(mark, day, longest)
    before = mark.right + room > EDGE
    if before and mark.left - room < GUTTER:
        text, _ = _fitted(mark, day, mark.breadth * NARROWEST / 100)
        return replace(mark, day=day, text=text)
    return replace(mark, day=day, text=text, room=room, before=before)


def _fitted(mark: Mark, day: str, longest: float) -> tuple[str, float]:
    """As much of the title as fits with the day into so many pixels, and the percent that both take with their air."""
    text = fitted(mark.happening.title, longest - width(f"{day} ") - GAP - GAP)
    return text, round(_percent(width(f"{day} {text}") + GAP + GAP), 3)


def _together(marks: Iterable[Mark]) -> list[Mark]:
    """One mark without words for all of a week and kind: what is left when the year is too full for labels."""

    def week(mark: Mark) -> tuple[int, tuple[int, int]]:
        return _band_of(mark), mark.happening.first_day.isocalendar()[:2]

    weeks = (list(group) for _, group in groupby(sorted(marks, key=week), key=week))
    return [replace(group[0], more=len(group) - 1) for group in weeks]


def _bands(marks: Sequence[Mark]) -> tuple[Band, ...]:
    bands = []
    top = 0
    for number, kinds in enumerate(BANDS):
        lanes = Lanes()
        own = [mark for mark in marks if _band_of(mark) == number]
        placed = [replace(mark, lane=lanes.place(*_extent(mark))) for mark in own]
        if placed:
            bands.append(Band(kinds, top, len(lanes), tuple(_grown(placed))))
            top += len(lanes)
    return tuple(bands)


def _grown(marks: list[Mark]) -> list[Mark]:
    """The marks, each with as much of its title as its lane has left beside it."""
    grown = list(marks)
    for place, mark in enumerate(marks):
        if mark.room:
            lane = [each for each in grown if each.lane == mark.lane]
            room = min(_free(mark, lane) * NARROWEST / 100, LONGEST)
            text, taken = _fitted(mark, mark.day, room)
            grown[place] = replace(mark, text=text, room=taken)
    return grown


def _free(mark: Mark, lane: list[Mark]) -> float:
    """How much of the lane is free on the side of the label, in percent."""
    if mark.before:
        return mark.left - max((_extent(each)[1] for each in lane if each.left < mark.left), default=GUTTER)
    return min((_extent(each)[0] for each in lane if each.left > mark.left), default=EDGE) - mark.right


def _band_of(mark: Mark) -> int:
    return next(number for number, kinds in enumerate(BANDS) if mark.happening.kind in kinds)


def _extent(mark: Mark) -> tuple[float, float]:
    """What the mark takes of its lane: itself, its label, and a little air."""
    left = mark.left - mark.room if mark.before else mark.left
    right = mark.right if mark.before else mark.right + mark.room
    return left, right


def _percent(pixels: float) -> float:
    return 100 * pixels / NARROWEST
