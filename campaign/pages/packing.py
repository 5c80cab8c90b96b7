"""Marks and their labels in lanes: none touches another, and the labels take what room there is.

Across in percent of a picture that is ``NARROWEST`` pixels wide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count, groupby

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.kinds import PERIODS, Kind
from campaign.kinds import Band as KindBand
from campaign.pages.lanes import fitted, width

NARROWEST = 1040
GUTTER = 11.0
EDGE = 100.0
MARK = 24
"""Pixels that a mark takes at least: its shape is smaller, what one clicks is not (WCAG 2.2, 2.5.8)."""
GAP = 7
ROUNDING = 0.01
LONGEST, SHORTEST = 360, 84
"""Pixels of the longest label, and of the shortest one that still says something."""
BANDS = tuple(band.kinds for band in KindBand)


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening at its place: alone, with the other ``days`` of its series, or with ``more`` of its week.

    ``left`` to ``right`` is what is drawn, in percent. ``day`` and ``text`` are the label, ``room`` its width in
    percent, to the right of the mark or ``before`` it; a long mark has it on itself, without room. ``wanted`` are the
    pixels of the whole label.
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
    days: tuple[float, ...] = ()
    wanted: float = 0

    @property
    def is_long(self) -> bool:
        """Whether its days are wider than its shape."""
        return self.breadth > percent(MARK + 1)

    @property
    def times(self) -> int:
        """How many happenings of its series it stands for."""
        return len(self.days) + 1

    @property
    def middle(self) -> float:
        return round((self.left + self.right) / 2, 3)

    @property
    def breadth(self) -> float:
        return round(self.right - self.left, 3)

    @property
    def text_left(self) -> float:
        return round(self.left - self.room if self.before else self.right, 3)


Lane = list[Mark]


@dataclass(frozen=True, slots=True)
class Band:
    """The lanes of kinds that belong together; ``top`` counts the lanes above it."""

    kinds: tuple[Kind, ...]
    top: int
    lanes: int
    marks: tuple[Mark, ...]


def bands_of(marks: Iterable[Mark], most: int, *, labels: bool) -> tuple[Band, ...]:
    """The marks band by band, in at most so many lanes.

    Each band begins with the fewest lanes in which its marks do not touch; where these are too many, the marks of a
    week become one. What is left of the lanes goes to the bands whose labels are cut most.
    """
    ordered = sorted(marks, key=lambda mark: mark.left)
    bands = {number: own for number in range(len(BANDS)) if (own := [m for m in ordered if _band_of(m) == number])}
    placed = {number: _fewest(own) for number, own in bands.items()}
    for number in sorted(placed, key=lambda number: len(placed[number]), reverse=True):
        if _lanes(placed) > most:
            bands[number] = _together(bands[number])
            placed[number] = _fewest(bands[number])
    if labels:
        placed = {number: [_with_labels(lane) for lane in lanes] for number, lanes in placed.items()}
        _spread(placed, bands, most)
    result, top = [], 0
    for number, lanes in placed.items():
        drawn = tuple(replace(mark, lane=place) for place, lane in enumerate(lanes) for mark in lane)
        result.append(Band(BANDS[number], top, len(lanes), tuple(sorted(drawn, key=lambda mark: mark.left))))
        top += len(lanes)
    return tuple(result)


def _spread(placed: dict[int, list[Lane]], bands: dict[int, list[Mark]], most: int) -> None:
    """Give lanes to the bands, each time to the one whose labels grow most by it."""

    def roomier(number: int) -> tuple[float, int, list[Lane]]:
        lanes = [_with_labels(lane) for lane in _packed(bands[number], len(placed[number]) + 1) or ()]
        return _missing(placed[number]) - _missing(lanes) if lanes else 0, number, lanes

    gains = [roomier(number) for number in placed]
    while gains and _lanes(placed) < most:
        best = max(gains, key=lambda each: each[0])
        gain, number, lanes = best
        if gain <= percent(GAP):
            return
        placed[number] = lanes
        gains[gains.index(best)] = roomier(number)


def _lanes(placed: dict[int, list[Lane]]) -> int:
    return sum(map(len, placed.values()))


def _missing(lanes: Iterable[Lane]) -> float:
    """What the labels lack: by how much they are too short, in percent, and more where there is none."""
    marks = [mark for lane in lanes for mark in lane]
    return sum(
        max(0.0, _wanted(mark) - mark.room) + (_wanted(mark) and not mark.room) * percent(SHORTEST) for mark in marks
    )


def _fewest(marks: list[Mark]) -> list[Lane]:
    return next(lanes for number in count(1) if (lanes := _packed(marks, number)))


def _packed(marks: list[Mark], number: int) -> list[Lane] | None:
    """The marks in so many lanes, none touching another; each goes to the lane that has been free for longest."""
    lanes: list[Lane] = [[] for _ in range(number)]
    for mark in marks:
        lane = min(lanes, key=lambda lane: lane[-1].right if lane else 0)
        if lane and lane[-1].right > mark.left:
            return None
        lane.append(mark)
    return [lane for lane in lanes if lane]


def _with_labels(lane: Lane) -> Lane:
    """The marks with as much of their labels as the lane has room for: to the right, or where that is little before."""
    gaps = [after - mark.right for mark, after in zip(lane, [*(each.left for each in lane[1:]), EDGE], strict=True)]
    least = [percent(SHORTEST)] * (len(lane) - 1) + [EDGE]
    cramped = [gap < min(_wanted(mark), few) for mark, gap, few in zip(lane, gaps, least, strict=True)]
    taken = GUTTER
    labelled: Lane = []
    for place, mark in enumerate(lane):
        free = gaps[place]
        if place + 1 < len(lane) and cramped[place + 1]:
            # The next label has to stand before its mark: both share what is between.
            free -= min(_wanted(lane[place + 1]), max(free / 2, free - _wanted(mark)))
        left = mark.left - taken
        before = cramped[place] and left > free
        labelled.append(_fitted(mark, left if before else free, before=before))
        taken = mark.right + (0 if before else labelled[-1].room)
    return labelled


def _fitted(mark: Mark, free: float, *, before: bool) -> Mark:
    """As much of the label as fits: on a mark that is long enough, else into the free percent beside it."""
    if _is_within(mark):
        return mark
    room = _pixels(min(free, _wanted(mark))) + ROUNDING
    text = fitted(mark.text, room - width(f"{mark.day} ") - 2 * GAP) if room >= SHORTEST else ""
    if not text:
        return replace(mark, day="", text="")
    taken = min(width(f"{mark.day} {text}") + 2 * GAP, room)
    return replace(mark, text=text, room=round(percent(taken), 3), before=before)


def _wanted(mark: Mark) -> float:
    """The percent of a whole label beside the mark; nothing for one that has it on itself."""
    return 0 if mark.more or _is_within(mark) else percent(min(mark.wanted, LONGEST))


def _is_within(mark: Mark) -> bool:
    """Whether a long mark (a campaign's bar, the line of a series) has room for the label on itself."""
    shape = 0 if mark.happening.kind in PERIODS else MARK
    return mark.is_long and _pixels(mark.breadth) >= shape + mark.wanted


def _together(marks: Iterable[Mark]) -> list[Mark]:
    """One mark without words for all of a week: what is left when a band is too full. Long ones stay themselves."""

    def week(mark: Mark) -> tuple[bool, int, int]:
        return (mark.is_long, *mark.happening.first_day.isocalendar()[:2])

    found: list[Mark] = []
    for (is_long, *_), group in groupby(sorted(marks, key=week), key=week):
        own = list(group)
        several = not is_long and len(own) > 1
        found += [replace(own[0], more=len(own) - 1, day="", text="")] if several else own
    return sorted(found, key=lambda mark: mark.left)


def _band_of(mark: Mark) -> int:
    return next(number for number, kinds in enumerate(BANDS) if mark.happening.kind in kinds)


def percent(pixels: float) -> float:
    return 100 * pixels / NARROWEST


def _pixels(percent: float) -> float:
    return percent * NARROWEST / 100
