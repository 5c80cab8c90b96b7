"""The judge: what the recording server received, against what was expected. It shares no code with the application.

A repeated mail is excused only by a death: the first copy was accepted before it, the second after it, and no more of
them than the dead process had connections.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True)
class Expected:
    """One mail that must arrive, with the result that the outbox gives. ``due`` is in wall-clock seconds."""

    recipient: str
    subject: str
    message_id: str
    due: float
    result: str
    reason: str = ""


@dataclass(frozen=True)
class Receipt:
    """One mail that the server accepted. ``at`` is monotonic, ``wall`` is not."""

    recipient: str
    subject: str
    message_id: str
    sha256: str
    at: float
    wall: float


@dataclass
class Verdict:
    """Each list names the guilty."""

    lost: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    wrong_id: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    unexcused: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        faults = (self.lost, self.silent, self.foreign, self.wrong_id, self.altered, self.early, self.unexcused)
        return not any(faults)


def judge(
    expected: Iterable[Expected],
    receipts: Sequence[Receipt],
    *,
    deaths: Sequence[float],
    connections: int = 1,
    tolerance: float = 1.0,
) -> Verdict:
    """``deaths``: when processes were killed, monotonic, each noted after the last of their octets had arrived."""
    verdict = Verdict()
    copies: defaultdict[tuple[str, str], list[Receipt]] = defaultdict(list)
    for receipt in sorted(receipts, key=lambda receipt: receipt.at):
        copies[receipt.recipient, receipt.subject].append(receipt)
    wanted = {(mail.recipient, mail.subject): mail for mail in expected}
    verdict.foreign += [str(key) for key in copies if key not in wanted]
    pardons: Counter[float] = Counter()
    for key, mail in wanted.items():
        _judge_result(mail, copies[key], verdict)
        _judge_copies(mail, copies[key], verdict, tolerance)
        _judge_repeats(copies[key], verdict, sorted(deaths), pardons, connections)
    return verdict


def _judge_result(mail: Expected, copies: list[Receipt], verdict: Verdict) -> None:
    name = f"{mail.recipient} {mail.subject}"
    if mail.result == "sent":
        if not copies:
            verdict.lost.append(name)
    elif mail.result in {"expired", "suppressed", "failed"}:
        if not mail.reason:
            verdict.silent.append(name)
        if copies and mail.result != "failed":
            verdict.foreign.append(f"{name} is {mail.result} and was received")
    else:
        verdict.lost.append(f"{name} is still {mail.result}")


def _judge_copies(mail: Expected, copies: list[Receipt], verdict: Verdict, tolerance: float) -> None:
    for copy in copies:
        name = f"{copy.recipient} {copy.subject}"
        if copy.message_id != mail.message_id:
            verdict.wrong_id.append(name)
        if copy.sha256 != copies[0].sha256:
            verdict.altered.append(name)
        if copy.wall < mail.due - tolerance:
            verdict.early.append(name)


def _judge_repeats(
    copies: list[Receipt], verdict: Verdict, deaths: list[float], pardons: Counter[float], connections: int
) -> None:
    for first, second in pairwise(copies):
        name = f"{second.recipient} {second.subject}"
        death = next((death for death in deaths if first.at <= death <= second.at), None)
        if death is None or pardons[death] >= connections:
            verdict.unexcused.append(name)
        else:
            pardons[death] += 1
            verdict.excused.append(name)
