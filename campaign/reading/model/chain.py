"""A linear chain over the clauses of a document: how likely each role is for each clause, given all the others.

The weights are those of a conditional random field, trained off-line (``tests/reader_model.py``) and shipped with the
package. ``roles`` runs forward and backward once over the document: linear in its clauses.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

KEEP: Final = "keep"
"""The role of a clause that a secretary would put on the calendar or into the tray."""
_WEIGHTS: Final = "weights.json.gz"

Weights = Mapping[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Chain:
    """``state`` gives for a feature the weights of roles by their number; ``moves[i][j]`` that role j follows i."""

    labels: tuple[str, ...]
    state: Weights
    moves: tuple[tuple[float, ...], ...]

    def keep(self, sequence: Sequence[Sequence[str]]) -> list[float]:
        """How likely each clause is one to keep, 0 to 1."""
        at = self.labels.index(KEEP)
        return [row[at] for row in self.roles(sequence)]

    def roles(self, sequence: Sequence[Sequence[str]]) -> list[list[float]]:
        """The marginal likelihood of each role for each clause."""
        scores = [self._scores(found) for found in sequence]
        moves = [[math.exp(weight) for weight in row] for row in self.moves]
        forward = _passed(scores, list(zip(*moves, strict=True)))
        backward = _passed(scores[::-1], moves)[::-1]
        return [
            _scaled([ahead * behind / own for ahead, behind, own in zip(*rows, strict=True)])
            for rows in zip(forward, backward, scores, strict=True)
        ]

    def reasons(self, found: Sequence[str], label: str) -> list[tuple[str, float]]:
        """The features of a clause that spoke most for or against a role, the strongest first."""
        at = self.labels.index(label)
        weighed = [(name, weight) for name in found for number, weight in self.state.get(name, ()) if number == at]
        return sorted(dict(weighed).items(), key=lambda pair: -abs(pair[1]))

    def _scores(self, found: Sequence[str]) -> list[float]:
        sums = [0.0] * len(self.labels)
        for name in found:
            for number, weight in self.state.get(name, ()):
                sums[number] += weight
        highest = max(sums)
        return [math.exp(max(one - highest, -60.0)) for one in sums]


@cache
def shipped() -> Chain:
    """The chain whose weights are part of the package."""
    return loaded(files(__package__).joinpath(_WEIGHTS).read_bytes())


def loaded(packed: bytes) -> Chain:
    stored = json.loads(gzip.decompress(packed))
    numbered = {name: [(number, weight / 100) for number, weight in pairs] for name, pairs in stored["state"].items()}
    return Chain(tuple(stored["labels"]), numbered, tuple(tuple(row) for row in stored["moves"]))


def packed(chain: Chain) -> bytes:
    """The bytes that ``loaded`` reads, the same for the same chain."""
    state = {
        name: [(number, whole) for number, weight in pairs if (whole := round(weight * 100))]
        for name, pairs in sorted(chain.state.items())
    }
    stored = {"labels": chain.labels, "moves": chain.moves, "state": {name: row for name, row in state.items() if row}}
    return gzip.compress(json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def _passed(scores: list[list[float]], columns: Sequence[Sequence[float]]) -> list[list[float]]:
    """One pass over the clauses; ``columns[j]`` holds how easily each role leads to role j in this direction."""
    rows: list[list[float]] = []
    before: list[float] | None = None
    for own in scores:
        if before is None:
            row = own
        else:
            row = [score * sum(map(float.__mul__, before, column)) for score, column in zip(own, columns, strict=True)]
        before = _scaled(row)
        rows.append(before)
    return rows


def _scaled(row: list[float]) -> list[float]:
    total = sum(row)
    return [one / total for one in row]
