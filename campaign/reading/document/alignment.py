"""Which line of a torn table belongs to which column: the cheapest way through its rows.

A PDF, or a paste from one, gives every cell on a line of its own. What is known is the order of the columns, not
how many lines a cell has nor which cells are empty. Each way to share out the lines has a price (see ``prices``),
and the cheapest one is taken (Viterbi's algorithm): the cost grows with lines times columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from campaign.reading.document.prices import NEVER, Line, Prices

OUTSIDE: Final = -1
"""The place of a line after the table."""
SECTION: Final = -2
"""The place of a line that heads the rows below it: "Tháng 3", "I. Công tác tuyên truyền"."""
_LONG_OVER: Final = 12
"""So many lines outside, and the table has ended for good."""

_HOPELESS: Final = 12.0
"""A way that costs so much more than the cheapest is given up."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to share out the lines so far: its price, the place of the last line, and the number of its row."""

    price: float
    place: int
    row: int
    fresh: bool
    before: _Way | None


def aligned(columns: tuple[str, ...], lines: Iterable[Line]) -> list[tuple[Line, int, bool]]:
    """The lines of the table, each with its column or ``SECTION``, and whether it begins a row.

    ``lines`` are read no further than the table goes; empty where no row begins with the first of them.
    """
    ways = [_Way(0.0, SECTION, 0, fresh=False, before=None)]
    read: list[Line] = []
    outside = 0
    for line, below in pairwise(chain(lines, (None,))):
        if line is None:
            break
        ways = _onward(Prices(columns, line, read[-1] if read else None, below), ways)
        read.append(line)
        if not ways:
            return []
        outside = outside + 1 if min(ways, key=_price).place == OUTSIDE else 0
        if outside > _LONG_OVER:
            break
    places = _places(min(ways, key=_price))
    return [(line, place, fresh) for line, (place, fresh) in zip(read, places, strict=True) if place != OUTSIDE]


def _price(way: _Way) -> float:
    return way.price


def _places(way: _Way) -> list[tuple[int, bool]]:
    places: list[tuple[int, bool]] = []
    while way.before is not None:
        places.append((way.place, way.fresh))
        way = way.before
    return places[::-1]


def _onward(prices: Prices, ways: list[_Way]) -> list[_Way]:
    """The cheapest way to each place of the next line, without those that are hopelessly dear."""
    best: dict[int, _Way] = {}
    entered = {row: prices.entered(row) for row in {0, *(way.row for way in ways)}}
    for way in ways:
        for price, place, row, fresh in _steps(prices, way, entered):
            total = way.price + price
            if total < NEVER and (place not in best or total < best[place].price):
                best[place] = _Way(total, place, row, fresh, way)
    most = min((way.price for way in best.values()), default=0.0) + _HOPELESS
    return [way for way in best.values() if way.price <= most]


def _steps(prices: Prices, way: _Way, entered: dict[int, list[float]]) -> Iterator[tuple[float, int, int, bool]]:
    """What the next line may be after this way: price, place, row number, and whether a row begins with it.

    ``entered`` are the prices to begin a cell of each column, by the number of the last row.
    """
    if way.place == OUTSIDE:
        yield prices.outside(way.row), OUTSIDE, way.row, False
        return
    rest, empty = 0.0, 0.0
    if way.place != SECTION:
        for column in range(way.place + 1, len(prices.columns)):
            yield rest + entered[way.row][column], column, way.row, False
            rest += prices.empty[column]
        yield prices.stayed(way.place, way.row), way.place, way.row, False
        yield rest + prices.leaving() + prices.outside(way.row), OUTSIDE, way.row, False
    yield rest + prices.section(), SECTION, way.row, False
    row = 0 if way.place == SECTION and prices.line.number == 1 else way.row
    for column, price in enumerate(entered[row]):
        yield rest + empty + price, column, row + 1, True
        empty += prices.empty[column]
        if rest + empty >= NEVER:
            return
