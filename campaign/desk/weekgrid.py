"""A week as a table: days across, half hours down where there are hours, one bar for what lasts several days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Generic, Protocol, TypeVar

DAYS = 7
STEP = 30
"""Minutes of one row."""


class Shown(Protocol):
    """What a week shows. Days are local, the last one included."""

    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...
    @property
    def start_time(self) -> time | None: ...
    @property
    def end_time(self) -> time | None: ...


Item = TypeVar("Item", bound=Shown)


@dataclass(frozen=True, slots=True)
class Cell(Generic[Item]):
    """``span``: how many days a bar is long, or how many half hours a block."""

    span: int
    items: tuple[Item, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Row(Generic[Item]):
    """Half an hour, with the cells that begin in it; the others are covered by blocks from above."""

    start: time
    cells: tuple[Cell[Item], ...]


@dataclass(frozen=True, slots=True)
class WeekGrid(Generic[Item]):
    """``bars``: rows of cells across the days; ``whole``: what takes a day, by day; ``rows``: the half hours."""

    days: tuple[date, ...]
    bars: tuple[tuple[Cell[Item], ...], ...]
    whole: tuple[tuple[Item, ...], ...]
    rows: tuple[Row[Item], ...]

    @property
    def long(self) -> list[Item]:
        """What lasts several days."""
        return [item for row in self.bars for cell in row for item in cell.items]

    def of_day(self, place: int) -> list[Item]:
        """All that happens on one of the days and on no other, by the hour."""
        day = self.days[place]
        timed = (item for row in self.rows for cell in row.cells if cell.day == day for item in cell.items)
        return [*self.whole[place], *timed]


def week_grid(monday: date, items: Sequence[Item]) -> WeekGrid[Item]:
    """The week from this Monday on with those of the items that touch it."""
    days = tuple(monday + timedelta(days=n) for n in range(DAYS))
    mine = [item for item in items if item.first_day <= days[-1] and item.last_day >= monday]
    long = [item for item in mine if item.first_day != item.last_day]
    one = [item for item in mine if item.first_day == item.last_day]
    whole = tuple(tuple(item for item in one if item.first_day == day and item.start_time is None) for day in days)
    return WeekGrid(days, _bars(days, long), whole, _rows(days, [item for item in one if item.start_time]))


def _bars(days: Sequence[date], items: Sequence[Item]) -> tuple[tuple[Cell[Item], ...], ...]:
    """Bars in as few rows as they fit in, the empty days between them as cells of one day."""
    rows: list[list[Item | None]] = []
    for item in items:
        first = max((item.first_day - days[0]).days, 0)
        last = min((item.last_day - days[0]).days, DAYS - 1)
        row = next((row for row in rows if not any(row[first : last + 1])), None)
        if row is None:
            row = [None] * DAYS
            rows.append(row)
        row[first : last + 1] = [item] * (last + 1 - first)
    return tuple(_joined(days, row) for row in rows)


def _joined(days: Sequence[date], row: Sequence[Item | None]) -> tuple[Cell[Item], ...]:
    cells: list[Cell[Item]] = []
    for place, item in enumerate(row):
        if item is None:
            cells.append(Cell(1, (), days[place]))
        elif not (place and row[place - 1] is item):
            cells.append(Cell(sum(each is item for each in row), (item,)))
    return tuple(cells)


def _rows(days: Sequence[date], items: Sequence[Item]) -> tuple[Row[Item], ...]:
    """From the first hour that anything begins in to the last in which anything ends."""
    if not items:
        return ()
    steps = {id(item): _steps(item) for item in items}
    first = min(start for start, _end in steps.values()) // 2 * 2
    last = max(end for _start, end in steps.values())
    columns = [_blocks([item for item in items if item.first_day == day], steps) for day in days]
    return tuple(
        Row(time(step // 2, step % 2 * STEP), tuple(_cells(columns, days, step))) for step in range(first, last)
    )


def _steps(item: Shown) -> tuple[int, int]:
    """The half hours that it takes, from midnight; without an end an hour."""
    assert item.start_time
    start = item.start_time.hour * 60 + item.start_time.minute
    end = item.end_time.hour * 60 + item.end_time.minute if item.end_time else start + 2 * STEP
    return start // STEP, min(max(-(-end // STEP), start // STEP + 1), 48)


def _blocks(items: Sequence[Item], steps: dict[int, tuple[int, int]]) -> list[tuple[int, int, list[Item]]]:
    """What overlaps stands in one block."""
    blocks: list[tuple[int, int, list[Item]]] = []
    for item in sorted(items, key=lambda each: steps[id(each)]):
        start, end = steps[id(item)]
        if blocks and start < blocks[-1][1]:
            blocks[-1] = (blocks[-1][0], max(end, blocks[-1][1]), [*blocks[-1][2], item])
        else:
            blocks.append((start, end, [item]))
    return blocks


def _cells(columns: Sequence[list[tuple[int, int, list[Item]]]], days: Sequence[date], step: int) -> list[Cell[Item]]:
    cells: list[Cell[Item]] = []
    for day, blocks in zip(days, columns, strict=True):
        block = next((each for each in blocks if each[0] <= step < each[1]), None)
        if block is None:
            cells.append(Cell(1, (), day))
        elif block[0] == step:
            cells.append(Cell(block[1] - block[0], tuple(block[2]), day))
    return cells
