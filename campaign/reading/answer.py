"""What a file was understood as, taken field by field from untrusted JSON.

The JSON comes from a process that read an untrusted file: every field must have the type that its value declares, or
nothing is taken. Names that no value has are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import get_type_hints

from campaign.errors import InvalidInput
from campaign.reading.checked import GARBLED, checked
from campaign.reading.values import Basis, Document, Head, Proposal, Reading

_HINTS = get_type_hints(Reading)


@dataclass(frozen=True, slots=True)
class Answer:
    """One file as it was read: its name, the SHA-256 of its bytes, its text, and what the text asks for."""

    name: str
    digest: str
    document: Document
    reading: Reading


def answer_of(answer: Mapping[str, object], *, name: str, digest: str) -> Answer:
    """The checked answer of the child process. Raises ``InvalidInput`` for anything that is not one."""
    document = checked(Document, answer.get("document"))
    return Answer(name, digest, document, reading_of(answer.get("reading")))


def reading_of(json: object) -> Reading:
    """The reading that :meth:`Reading.to_json` gave. Raises ``InvalidInput`` for anything that is not one."""
    whole = json if isinstance(json, dict) else {}
    plan = whole.get("plan")
    head = plan if isinstance(plan, dict) else {}
    reading = Reading(
        plan=checked(Head, plan),
        bases=checked(tuple[Basis, ...], head.get("bases")),
        recipients=checked(tuple[str, ...], head.get("recipients")),
        **{each: checked(_HINTS[each], whole.get(each)) for each in ("duties", "targets", "proposals")},
    )
    if not _is_consistent(reading):
        raise InvalidInput(GARBLED)
    return reading


def _is_consistent(reading: Reading) -> bool:
    """Places in lists lie in them, lines are counted from 1, spans run forward, days exist."""
    count = len(reading.proposals)
    lines = [duty.line for duty in reading.duties]
    lines += [target.line for target in reading.targets] + [proposal.line for proposal in reading.proposals]
    return (
        all(0 <= place < count for duty in reading.duties for place in duty.proposals)
        and all(line >= 1 for line in lines)
        and all(map(_runs_forward, reading.proposals))
        and (reading.plan.year is None or 1 <= reading.plan.year <= date.max.year)
    )


def _runs_forward(proposal: Proposal) -> bool:
    spans = [(proposal.start, proposal.end)] if proposal.start or proposal.end else []
    return all(
        first is not None and (last is None or None in (first.year, last.year) or astuple(first) <= astuple(last))
        for first, last in (*spans, *([proposal.hint] if proposal.hint else []))
    )
