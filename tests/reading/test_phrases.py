"""Each phrase of ``phrases.txt`` is read as a person reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.reading import Proposal, read

_WORDS = {"hạn": "deadline", "tháng": "month", "quý": "quarter", "năm": "year"}


def phrases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "phrases.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" => ") for line in lines if " => " in line and not line.startswith("#")]
    return [(sentence, said) for sentence, said in pairs]


def plan_of(sentence: str) -> str:
    return f"KẾ HOẠCH\nCông tác nữ công năm 2027\n\nI. NHIỆM VỤ\n1. {sentence}\n2. Lưu hồ sơ.\n"


def said_by(proposal: Proposal) -> str:
    first = str(proposal.start).removeprefix("2027-")
    last = f"..{str(proposal.end).removeprefix('2027-')}" if proposal.end else ""
    end = f"-{proposal.end_time}" if proposal.end_time else ""
    precision = {"month": "tháng", "quarter": "quý", "year": "năm"}.get(proposal.precision or "")
    words = [
        first + last,
        f"@{proposal.time}{end}" if proposal.time else None,
        "hạn" if proposal.deadline else None,
        precision,
        proposal.recurs,
    ]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("sentence", "said"), phrases())
def test_phrase_is_read_as_a_person_reads_it(sentence: str, said: str) -> None:
    found = [said_by(proposal) for proposal in read(plan_of(sentence)).proposals if proposal.start]
    assert "; ".join(found) == ("" if said == "–" else said)
