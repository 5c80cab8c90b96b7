"""Reading a plan: the one way through the rooms of this package."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from campaign.reading.bases import bases
from campaign.reading.grammar import expressions
from campaign.reading.bases import cited
from campaign.reading.head import Frame, frame
from campaign.reading.lines import Paragraph, page_lines, paragraphs
from campaign.reading.outline import Block, Clause, clauses, outline
from campaign.reading.assembly import Assembly
from campaign.reading.drafts import Draft, Drafts
from campaign.reading.labels import Labels
from campaign.reading.proposals import finished
from campaign.reading.tables import merged
from campaign.reading.targets import targets
from campaign.reading.text import Source, fold, squeezed, tidied
from campaign.reading.titles import subject_of
from campaign.reading.values import Duty, Head, Proposal, Reading
from campaign.reading.years import Years

_STANDING = re.compile(r"quy chế|quy định|điều lệ|nội quy")
_PLANNING = re.compile(r"kế hoạch|chương trình|lịch|danh mục|phương án|đề án|quyết định|quy")
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


def read(text: str, *, year: int | None = None) -> Reading:
    """What a plan asks for. ``year`` is used for dates whose year the text does not say."""
    source = Source.of(text)
    source = source.without(page_lines(source))
    parts = paragraphs(source)
    around = frame(source, parts)
    body = [
        part for i, part in enumerate(parts) if around.first <= i < around.last and i not in around.hidden
    ]
    blocks = outline(source, body)
    said = {id(block): _clauses(source, block, part) for block, part in zip(blocks, body, strict=True)}
    _fill_down(body, [said[id(block)] for block in blocks])
    official = bool(
        around.head.type
        or around.head.addressees
        or around.head.number
        or sum(part.marked for part in body) > 2
    )  # noqa: PLR2004
    if (
        not official
        and len(body) > 1
        and not source.text[: body[0].end].endswith((".", ":", "!", "?", "…", ";"))
    ):
        body = body[1:]  # the headline of a news text
        blocks = outline(source, body)
        said = {id(block): _clauses(source, block, part) for block, part in zip(blocks, body, strict=True)}
    prose = not any(part.marked or part.table for part in body)
    drafts = Drafts(source, around.head.title)
    assembly = Assembly(drafts, Labels(drafts), official, prose)
    for i in around.title:
        assembly.add_title_line(parts[i].start, parts[i].end)
    for block in blocks:
        assembly.add_block(block, said[id(block)])
    years = _years(source, around, given=year, official=official)
    standing = bool(around.head.type and _STANDING.match(around.head.type))
    pairs = finished(source, drafts, years, standing=standing)
    statements = [clause for block in blocks for clause in said[id(block)]]
    found_bases = bases(source.text, source.folded, [(part.start, part.end) for part in parts])
    return Reading(
        plan=around.head,
        bases=tuple(found_bases),
        duties=_duties(source, blocks, said, pairs),
        targets=tuple(targets(source, statements)),
        recipients=around.recipients,
        proposals=tuple(proposal for _, proposal in pairs),
    )


def _clauses(source: Source, block: Block, part: Paragraph) -> list[Clause]:
    if part.row:
        spans = {"what": part.row.what, "time": part.row.time, "holder": part.row.holder}
        text = tidied(source.text[part.start : part.end])
        filled = {name: tidied(source.text[span[0] : span[1]]) for name, span in spans.items() if span}
        return [Clause(text, fold(text), part.start, part.end, block, filled)]
    if part.table is None:
        return clauses(source, block)
    cells = merged(part.table, source.text[part.start : part.end])
    text = tidied(source.text[part.start : part.end])
    return [Clause(text, fold(text), part.start, part.end, block, cells)]


def _fill_down(body: list[Paragraph], said: list[list[Clause]]) -> None:
    """In a table that begins with the time, an empty time cell means the time of the row above."""
    time: str | None = None
    for part, clauses_of_row in zip(body, said, strict=True):
        cells = clauses_of_row[0].cells if clauses_of_row else None
        if part.table is None or part.table.columns[0] != "time" or cells is None:
            time = None
            continue
        time = cells.setdefault("time", time or "") or time


def _years(source: Source, around: Frame, *, given: int | None, official: bool) -> Years:
    head = around.head
    school = None
    if head.period:
        first, last = head.period.split("-")
        school = (int(first), int(last))
    issued = date.fromisoformat(head.issued) if head.issued and len(head.issued) == 10 else None  # noqa: PLR2004
    if issued is None and head.issued:
        issued = date(int(head.issued[:4]), int(head.issued[5:7] or 1), 1)
    kind = head.type or ""
    if issued is None and kind == "biên bản":
        issued = _first_day(source)
    return Years(
        head.year,
        school,
        given,
        issued,
        _common_year(source),
        telling=not official or kind in ("biên bản", "báo cáo"),
        planning=official and bool(_PLANNING.match(kind)),
    )


def _first_day(source: Source) -> date | None:
    """The first full date of minutes: the day on which the meeting was held."""
    for written in expressions(source.folded):
        first = written.spans[0][0]
        if first.unit == "day" and first.year and first.month and first.number:
            return date(first.year, first.month, first.number)
    return None


def _common_year(source: Source) -> int | None:
    """The year that most dates of the text carry, documents aside."""
    hidden = cited(source.folded)
    counted = Counter(
        last.year
        for written in expressions(source.folded)
        if not any(start <= written.start < end for start, end in hidden)
        for _, last in written.spans
        if last.year
    )
    return counted.most_common(1)[0][0] if counted else None


def _duties(
    source: Source, blocks: list[Block], said: dict[int, list[Clause]], pairs: list[tuple[Draft, Proposal]]
) -> tuple[Duty, ...]:
    by_clause: dict[tuple[int, int], list[int]] = {}
    for i, (draft, _) in enumerate(pairs):
        for span in draft.spans:
            by_clause.setdefault(span, []).append(i)
    duties: list[Duty] = []
    for block in blocks:
        if block.purpose or (block.children and block.end - block.body < 60):  # noqa: PLR2004
            continue
        for clause in said[id(block)]:
            duties.append(_duty(source, clause, tuple(by_clause.get((clause.start, clause.end), ()))))
    return tuple(duties)


def _duty(source: Source, clause: Clause, proposals: tuple[int, ...]) -> Duty:
    words = squeezed(clause.text)
    through, to = _THROUGH.search(words), _REPORT_TO.search(words)
    parent = clause.block.parent
    return Duty(
        text=words,
        quote=clause.text.strip(),
        line=source.line_at(clause.start),
        place=clause.block.place,
        heading=squeezed(source.text[parent.body : parent.end])[:120] if parent else None,
        bodies=tuple(dict.fromkeys(match.group() for match in _BODY.finditer(words))),
        report_to=to["body"].strip() if to else None,
        through=through["body"].strip() if through else None,
        proposals=proposals,
    )
