"""Every clause of the body as a duty.

Its words, who is named in it, and to whom it has something reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from campaign.reading.document.outline import Block, Clause
from campaign.reading.text import Source, squeezed
from campaign.reading.values import Duty

_THROUGH = re.compile(r"\(?\*?\s*(?:thông\s+)?qua\s+(?P<body>[A-ZĐÀ-Ỹ][^();,.*]{2,80})")
_REPORT_TO = re.compile(
    r"(?:gửi|báo cáo|nộp|trình)(?:\s+[^;,.]{0,60}?)?\s(?:về|cho|lên)?\s?(?P<body>(?:Ban|Sở|UBND|"
    r"Hội|Liên đoàn|Phòng|Văn phòng|Bộ|Công đoàn|Ủy ban|Trường|Tổ)\s[^();,.]{2,80}?)(?=\s(?:trước|"
    r"chậm|để|vào|theo|đúng|qua|định kỳ|tổng hợp)\b|[();,.]|$)"
)
_BODY = re.compile(
    r"(?:Ban|Sở|UBND|Hội|Liên đoàn|Phòng|Văn phòng|Bộ|Công đoàn|Đoàn|Ủy ban)"
    r"(?:\s[A-ZĐÀ-Ỹ][\wà-ỹ]*){1,6}"
)
_FRAMING = re.compile(
    r"(?:căn cứ|thực hiện|theo|thi hành)\s.*\bsố\s.*\b(?:ban hành|xây dựng|đề ra|lập)\b.*\bkế hoạch\b.*|"
    r"(?:kế hoạch|nghị quyết|quyết định|công văn|thông tư|chỉ thị|nghị định)\s+số\s.*|"
    r"đề án\s.*\bgiai đoạn\s.*"
)
"""Clauses that only name the documents which the plan stands on."""
_CLOSING = re.compile(r"\W*trên đây là\s")
"""How the text ends: "Trên đây là Kế hoạch ..., đề nghị các đơn vị triển khai thực hiện."."""
_SHORT_HEADING = 60
_LONGEST_HEADING = 120

Places = dict[tuple[int, int], list[int]]


def duties(source: Source, blocks: Sequence[Block], said: dict[int, list[Clause]], places: Places) -> tuple[Duty, ...]:
    """The duties in order; ``places`` gives the proposals that quote a span of the source."""
    closing = {id(block) for block in blocks if _CLOSING.match(source.folded, block.body)}
    return tuple(
        _duty(source, clause, tuple(places.get((clause.start, clause.end), ())))
        for block in blocks
        if not block.purpose and id(block) not in closing and not _is_heading(block, closing)
        for clause in said[id(block)]
        if places.get((clause.start, clause.end)) or not _FRAMING.fullmatch(clause.folded)
    )


def _is_heading(block: Block, closing: set[int]) -> bool:
    """A few words with something below; the last point of a plan has only the closing sentence below it."""
    is_short = block.end - block.body < _SHORT_HEADING
    return is_short and any(id(child) not in closing for child in block.children)


def reported(words: str) -> tuple[str | None, str | None]:
    """To whom a clause has something reported, and through whom: "gửi về Ban ... (qua Sở Nội vụ)"."""
    to, through = _REPORT_TO.search(words), _THROUGH.search(words)
    return (to["body"].strip() if to else None), (through["body"].strip() if through else None)


def _duty(source: Source, clause: Clause, proposals: tuple[int, ...]) -> Duty:
    parent = clause.block.parent
    to, through = reported(clause.text)
    return Duty(
        text=clause.text,
        quote=source.given[clause.start : clause.end].strip(),
        line=source.line_at(clause.start),
        place=clause.block.place,
        heading=squeezed(source.text[parent.body : parent.end])[:_LONGEST_HEADING] if parent else None,
        bodies=tuple(dict.fromkeys(match.group() for match in _BODY.finditer(clause.text))),
        report_to=to,
        through=through,
        proposals=proposals,
    )
