"""Rows of the table, medians, and the CPU time of another process."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Line:
    """One comparison. ``at_most`` or ``at_least`` says what the ratio ``ours / reference`` is held to."""

    what: str
    backend: str
    ours: float
    reference: float
    unit: str
    ratio: float
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool | None:
        if self.at_most is not None:
            return self.ratio <= self.at_most
        return None if self.at_least is None else self.ratio >= self.at_least

    def to_json(self) -> dict[str, object]:
        return asdict(self) | {"holds": self.holds}


def cost(
    what: str, backend: str, ours: float, reference: float, *, at_most: float | None = None, unit: str = "ms", note=""
) -> Line:
    """Less is better: how many times the reference we cost."""
    return Line(what, backend, ours, reference, unit, ours / reference, at_most=at_most, note=note)


def gain(
    what: str, backend: str, ours: float, reference: float, *, at_least: float | None = None, unit: str, note=""
) -> Line:
    """More is better: how many times the reference we reach."""
    return Line(what, backend, ours, reference, unit, ours / reference, at_least=at_least, note=note)


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def wall(work: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def own_cpu(work: Callable[[], object]) -> float:
    """Milliseconds of this process's own CPU time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def cpu_of(pid: int) -> float:
    """Seconds of CPU time that a process has used, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def take_turns(rounds: int, **sides: Callable[[], float]) -> dict[str, float]:
    """The median of each side over the rounds; in each round every side has its turn."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        order = list(sides.items()) if number % 2 else list(reversed(sides.items()))
        for name, side in order:
            found[name].append(side())
    return {name: median(values) for name, values in found.items()}
