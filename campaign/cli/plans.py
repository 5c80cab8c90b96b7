"""A plan as it was read, for the terminal: a table for people, JSON for programs."""

from __future__ import annotations

import shutil
import textwrap
from dataclasses import asdict, dataclass
from typing import Any, Final

from campaign.kinds import Kind
from campaign.reading import Day, Proposal, Reading, Target
from campaign.reading.answer import Answer
from campaign.reading.values import Explanation

KINDS: Final = {**{kind.value: kind.traits.short for kind in Kind}, "other": "việc khác"}
REPEATS: Final = {"yearly": "hằng năm", "quarterly": "hằng quý", "monthly": "hằng tháng", "weekly": "hằng tuần"}
_KIND, _LINE = 14, 6
_NARROW: Final = 72


@dataclass(frozen=True, slots=True)
class Accepted:
    """What ``--accept`` did: the reading, new drafts, items linked to events that were there, items that still wait.

    ``published``: with ``--publish``, how many events went live; ``people``: how many get the mail about the year.
    ``changes``: what this version has other than the one before.
    """

    reading: int
    drafts: int
    linked: int
    waiting: int
    published: int | None = None
    people: int = 0
    changes: tuple[str, ...] = ()


def as_json(answer: Answer, accepted: Accepted | None) -> dict[str, Any]:
    done = asdict(accepted) if accepted else {}
    if done.get("published", 0) is None:
        del done["published"], done["people"]
    if accepted and not accepted.changes:
        del done["changes"]
    more = {"accepted": done} if accepted else {}
    return {**answer.reading.to_json(), "notes": list(answer.document.notes), **more}


def explanation_as_text(explanation: Explanation) -> str:
    """Three lines a clause: its place and role, its words, and what weighed most."""
    return "\n".join(
        f"{clause.line:>{_LINE}}  {clause.role} {clause.likelihood:.2f}, keep {clause.keep:.2f}\n"
        f"{'':{_LINE}}  {textwrap.shorten(clause.text, 200, placeholder=' …')}\n"
        f"{'':{_LINE}}  {', '.join(f'{each.name} {each.weight:+.2f}' for each in clause.features)}"
        for clause in explanation.clauses
    )


def as_text(answer: Answer, accepted: Accepted | None) -> str:
    reading = answer.reading
    dated = [proposal for proposal in reading.proposals if proposal.start]
    undated = [proposal for proposal in reading.likely if not proposal.start]
    folded = len(reading.proposals) - len(reading.likely)
    column = 2 + max((len(_when(proposal)) for proposal in (*dated, *undated)), default=0)
    parts = [
        _head(reading),
        *_listed("Có ngày", [line for proposal in dated for line in _item(proposal, column)], len(dated)),
        *_listed("Chưa có ngày", [line for proposal in undated for line in _item(proposal, column)], len(undated)),
        *([f"{folded} câu khác, ít khả năng: xem bằng --json."] if folded else []),
        *_listed("Chỉ tiêu", [_target(target) for target in reading.targets], len(reading.targets)),
        *_listed("Căn cứ", [f"  {' '.join(basis.quote.split())}" for basis in reading.bases], len(reading.bases)),
    ]
    if not (reading.proposals or reading.duties):
        parts.append("Không tìm thấy nhiệm vụ nào trong tệp này.")
    if accepted:
        parts.append(_said(accepted))
    return "\n\n".join(parts)


def _head(reading: Reading) -> str:
    head = reading.plan
    name = " ".join(part for part in ((head.type or "").capitalize(), " ".join((head.title or "").split())) if part)
    facts = (head.number and f"Số: {head.number}", head.issuer, head.year and f"năm {head.year}")
    said = ", ".join(str(fact) for fact in facts if fact)
    return "\n".join(line for line in (name or "Văn bản không có tên", said) if line)


def _listed(heading: str, lines: list[str], count: int) -> list[str]:
    return ["\n".join([f"{heading} ({count})", *lines])] if count else []


def _item(proposal: Proposal, column: int) -> list[str]:
    width = max(shutil.get_terminal_size((100, 24)).columns, _NARROW)
    indent = " " * (2 + column + _KIND)
    title = textwrap.wrap(proposal.title, width - len(indent) - _LINE - 2) or [""]
    opening = f"  {_when(proposal):<{column}}{KINDS[proposal.kind]:<{_KIND}}{title[0]}"
    place = f"dòng {proposal.line}"
    return [f"{opening:<{width - len(place) - 1}} {place}", *(indent + line for line in title[1:])]


def _when(proposal: Proposal) -> str:
    """20/10/2026, 01/6-30/6/2026, trước 15/6 14:00; for an undated thing where it is expected."""
    first, last = (proposal.start, proposal.end) if proposal.start else proposal.hint or (None, None)
    if first is None:
        return "-"
    text = _day(first) if last in (None, first) else f"{_day(Day(None, first.month, first.day))}-{_day(last or first)}"
    if first.year and last and last.year != first.year:
        text = f"{_day(first)}-{_day(last)}"
    marks = ("hạn" if proposal.deadline else "", "dự kiến" if not proposal.start else "")
    after = (proposal.time or "", REPEATS.get(proposal.frequency or "", ""))
    return " ".join(part for part in (*marks, text, *after) if part)


def _day(day: Day) -> str:
    return f"{day.day:02}/{day.month}" if day.year is None else f"{day.day:02}/{day.month}/{day.year}"


def _target(target: Target) -> str:
    value = f"{target.bound or ''} {target.value}%".strip() if target.value else "tăng, giảm theo hướng đã nêu"
    return f"  {value:<10}{' '.join(target.indicator.split())} (dòng {target.line})"


def _said(accepted: Accepted) -> str:
    said = [f"Bản này thay bản trước. {' '.join(accepted.changes)}"] if accepted.changes else []
    said += [f"Đã lưu: {accepted.drafts} bản nháp mới, {accepted.linked} mục gắn với hoạt động đã có."]
    if accepted.waiting:
        said.append(f"Còn {accepted.waiting} mục đổi ngày so với bản trước, chờ quyết định trên trang duyệt kế hoạch.")
    if accepted.published is not None:
        said.append(f"Đã công bố {accepted.published} hoạt động; {accepted.people} người sẽ nhận một thư về cả năm.")
    return " ".join(said)
