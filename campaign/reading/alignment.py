"""Which line of a torn table belongs to which column: the cheapest way through its rows.

A PDF, or a paste from one, gives every cell on a line of its own. What is known is the order of the columns, not
how many lines a cell has nor which cells are empty. Each way to share out the lines has a price (see ``prices``),
and the cheapest one is taken (Viterbi's algorithm): the cost grows with lines times columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from campaign.reading.prices import NEVER, Line, Prices

OUTSIDE: Final = -1
"""The place of a line after the table."""
SECTION: Final = -2
"""The place of a line that heads the rows below it: "Tháng 3", "I. Công tác tuyên truyền"."""
_LONG_OVER: Final = 12
"""So many lines outside, and the table has ended for good."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to share out the lines so far: its price, the place of the last line, and the number of its row."""

    price: float
    place: int
    row: int
    fresh: bool
    before: _Way | None


def aligned(columns: tuple[str, ...], lines: list[Line]) -> list[tuple[int, bool]]:
    """For each line its column, ``SECTION`` or ``OUTSIDE``, and whether it begins a row.

    Shorter than ``lines`` where the table is long over; empty where no row begins with the first line.
    """
    ways = [_Way(0.0, SECTION, 0, fresh=False, before=None)]
    outside = 0
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        ways = _onward(Prices(columns, line, above, below), ways)
        if not ways:
            return []
        outside = outside + 1 if min(ways, key=_price).place == OUTSIDE else 0
        if outside > _LONG_OVER:
            break
    return _places(min(ways, key=_price))


def _price(way: _Way) -> float:
    return way.price


def _places(way: _Way) -> list[tuple[int, bool]]:
    places: list[tuple[int, bool]] = []
    while way.before is not None:
        places.append((way.place, way.fresh))
        way = way.before
    return places[::-1]


def _onward(prices: Prices, ways: list[_Way]) -> list[_Way]:
    """The cheapest way to each place of the next line."""
    best: dict[int, _Way] = {}
    for way in ways:
        for price, place, row, fresh in _steps(prices, way):
            total = way.price + price
            if total < NEVER and (place not in best or total < best[place].price):
                best[place] = _Way(total, place, row, fresh, way)
    return list(best.values())


def _steps(prices: Prices, way: _Way) -> Iterator[tuple[float, int, int, bool]]:
    """What the next line may be after this way: price, place, row number, and whether a row begins with it."""
    if way.place == OUTSIDE:
        yield prices.outside(way.row), OUTSIDE, way.row, False
        return
    width = len(prices.columns)
    rest = 0.0
    if way.place != SECTION:
        rest = prices.skipped(way.place + 1, width)
        yield prices.stayed(way.place, way.row), way.place, way.row, False
        yield rest + prices.leaving() + prices.outside(way.row), OUTSIDE, way.row, False
        for column in range(way.place + 1, width):
            price = prices.skipped(way.place + 1, column) + prices.entered(column, way.row)
            yield price, column, way.row, False
    yield rest + prices.section(), SECTION, way.row, False
    row = 0 if way.place == SECTION and prices.line.number == 1 else way.row
    for column in range(width):
        yield rest + prices.skipped(0, column) + prices.entered(column, row), column, row + 1, True
