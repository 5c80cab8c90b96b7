"""Reading a plan: from its text to duties, targets and proposals, through all of this package."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from campaign.reading.clauses.assembly import Assembly
from campaign.reading.clauses.drafts import Draft, Drafts
from campaign.reading.clauses.duties import Places, duties
from campaign.reading.clauses.labels import Labels
from campaign.reading.clauses.proposals import finished
from campaign.reading.clauses.targets import targets
from campaign.reading.clauses.titles import invited
from campaign.reading.document.columns import filled_down, timed
from campaign.reading.document.habits import with_slashes
from campaign.reading.document.head import Frame, bases, frame
from campaign.reading.document.lines import Paragraph, paragraphs
from campaign.reading.document.outline import Block, Clause, clauses, outline
from campaign.reading.document.pages import lines_of, page_lines, torn_rows
from campaign.reading.document.tables import merged
from campaign.reading.document.telling import amends, mark
from campaign.reading.model.chain import Chain, shipped
from campaign.reading.model.features import features
from campaign.reading.text import Source, fold, tidied
from campaign.reading.time.grammar import expressions
from campaign.reading.time.nonevents import blanked
from campaign.reading.time.years import Years
from campaign.reading.values import Head, Proposal, Reading
from campaign.reading.verbs import BODY

_STANDING = re.compile(r"(?:ban hành\s+)?(?:quy chế|quy định|điều lệ|nội quy)")
_PLANNING = re.compile(r"kế hoạch|chương trình|lịch|danh mục|phương án|đề án|quyết định|quy")
_TELLING = ("biên bản", "báo cáo")
_ORGANISATION = re.compile(BODY)
_EMPHASIS = re.compile(r"\*{2,}|\*(?=[^\W\d_])|(?<=[\w.,;:)])\*")
_FEW_ITEMS = 2
_OPENING = 8
_SENTENCE_ENDS = (".", ":", "!", "?", "…", ";")
_FULL_DATE = len("2027-03-08")


@dataclass(frozen=True, slots=True)
class Outlined:
    """A text with its paragraphs, what frames it, and the clauses of each block of its body."""

    source: Source
    parts: list[Paragraph]
    around: Frame
    body: list[Paragraph]
    blocks: list[Block]
    said: list[list[Clause]]

    @property
    def clauses(self) -> list[Clause]:
        return [clause for clauses_of in self.said for clause in clauses_of]

    @property
    def features(self) -> list[list[str]]:
        """What the model looks at, one list for each clause."""
        return features(self.source, self.around.head.type, self.blocks, self.said)


def outlined(text: str) -> Outlined:
    """The text in its parts, before anything is decided about what they ask for."""
    source = with_slashes(_without_emphasis(Source.of(text)))
    torn = torn_rows(lines_of(source))
    printed = page_lines(source, torn)
    if printed:
        source = source.without(printed)
        torn = torn_rows(lines_of(source))
    parts = paragraphs(source, torn)
    around = frame(source, parts)
    body = _body(source, parts, around)
    blocks = outline(source, body)
    mark(source, blocks, title=around.head.title, news=not _is_official(around.head, body))
    said = [_clauses(source, block, part) for block, part in zip(blocks, body, strict=True)]
    _fill_down(body, said)
    return Outlined(source, parts, around, body, blocks, said)


def read(text: str, *, year: int | None = None, chain: Chain | None = None) -> Reading:
    """What a plan asks for. ``year`` is used for dates whose year the text does not say.

    ``chain``: the model that says which clauses are worth keeping; the one of the package where none is given.
    """
    whole = outlined(text)
    source, around, clauses_of = whole.source, whole.around, whole.clauses
    likely = (chain or shipped()).keep(whole.features)
    drafts = _drafts(whole, {id(clause): chance for clause, chance in zip(clauses_of, likely, strict=True)})
    standing = any(_STANDING.match(fold(words)) for words in (around.head.type or "", around.head.title or ""))
    pairs = finished(source, drafts, _years(around, whole.body, clauses_of, given=year), standing=standing)
    said = {id(block): clauses for block, clauses in zip(whole.blocks, whole.said, strict=True)}
    return Reading(
        plan=around.head,
        bases=tuple(bases(source.text, source.folded, [(part.start, part.end) for part in whole.parts])),
        duties=duties(source, whole.blocks, said, _places(pairs)),
        targets=tuple(targets(source, clauses_of)),
        recipients=around.recipients,
        proposals=tuple(proposal for _, proposal in pairs),
    )


def _without_emphasis(source: Source) -> Source:
    """The source without the asterisks with which Markdown makes letters bold or slanted."""
    plain = _EMPHASIS.sub(lambda marks: " " * len(marks.group()), source.text)
    return source if plain == source.text else source.read_as(plain)


def _body(source: Source, parts: list[Paragraph], around: Frame) -> list[Paragraph]:
    """The paragraphs between head and foot; the headline of a news text is none of them."""
    body = _between(parts, around)
    return body[1:] if _has_headline(source, around, body) else body


def _between(parts: list[Paragraph], around: Frame) -> list[Paragraph]:
    return [part for i, part in enumerate(parts) if around.first <= i < around.last and i not in around.hidden]


def _has_headline(source: Source, around: Frame, body: list[Paragraph]) -> bool:
    plain = bool(body[1:]) and not body[0].marked and not source.text[: body[0].end].endswith(_SENTENCE_ENDS)
    return plain and not (around.head.type or around.head.number)


def _about(source: Source, parts: list[Paragraph], around: Frame) -> str | None:
    """What the text is about: by its title, the headline of the news, or what a letter invites to."""
    if around.head.title:
        return around.head.title
    body = _between(parts, around)
    texts = [tidied(source.text[part.start : part.end]) for part in body[:_OPENING]]
    if not _has_headline(source, around, body):
        return invited(texts)
    return None if _ORGANISATION.match(fold(texts[0])) else texts[0]


def _is_official(head: Head, body: list[Paragraph]) -> bool:
    """Whether a text is a document of an office and not news about one."""
    return bool(head.type or head.addressees or head.number) or sum(part.marked for part in body) > _FEW_ITEMS


def _clauses(source: Source, block: Block, part: Paragraph) -> list[Clause]:
    cells = _cells(source, part)
    if cells is None:
        return clauses(source, block)
    text = tidied(source.text[part.start : part.end])
    return [Clause(text, fold(text), part.start, part.end, block, cells)]


def _cells(source: Source, part: Paragraph) -> dict[str, str] | None:
    if part.table:
        return merged(part.table, source.text[part.start : part.end])
    if part.row:
        return {name: source.text[start:end] for name, (start, end) in part.row.cells.items()}
    return None


def _fill_down(body: list[Paragraph], said: list[list[Clause]]) -> None:
    """Completes the cells of all rows, table by table: empty ones from the row above, and one time of several."""
    tables: dict[int, tuple[tuple[str, ...], list[dict[str, str]]]] = {}
    number, last = 0, None
    for part, row in zip(body, said, strict=True):
        columns = part.table.columns if part.table else part.row.columns if part.row else ()
        number += columns != last
        last = columns
        cells = row[0].cells if row else None
        if cells is not None:
            tables.setdefault(number, (columns, []))[1].append(cells)
    for columns, rows in tables.values():
        filled_down(columns, rows)
        for cells in rows:
            cells.update(timed(cells))


def _drafts(whole: Outlined, likely: dict[int, float]) -> Drafts:
    source, around, body = whole.source, whole.around, whole.body
    drafts = Drafts(source, _about(source, whole.parts, around), likely)
    prose = not any(part.marked or part.table for part in body)
    assembly = Assembly(
        drafts, Labels(drafts), _is_official(around.head, body), prose, amends=amends(around.head.title or "")
    )
    for i in around.title:
        assembly.add_title_line(whole.parts[i].start, whole.parts[i].end)
    for block, clauses_of in zip(whole.blocks, whole.said, strict=True):
        assembly.add_block(block, clauses_of)
    return drafts


def _places(pairs: list[tuple[Draft, Proposal]]) -> Places:
    places: Places = {}
    for i, (draft, _) in enumerate(pairs):
        for span in draft.spans:
            places.setdefault(span, []).append(i)
    return places


def _years(around: Frame, body: list[Paragraph], statements: list[Clause], *, given: int | None) -> Years:
    head = around.head
    official, kind = _is_official(head, body), head.type or ""
    school = (int(head.period[:4]), int(head.period[-4:])) if head.period else None
    issued = _day_of(head.issued) if head.issued else None
    if issued is None and kind == "biên bản":
        issued = _first_day(statements)
    return Years(
        title=head.year,
        school=school,
        given=given,
        issued=issued,
        common=_common_year(statements),
        telling=not official or kind in _TELLING,
        planning=official and bool(_PLANNING.match(kind)),
    )


def _day_of(issued: str) -> date:
    """The day of issue; a part of it that is not filled in counts as the first."""
    return date.fromisoformat(issued + "-01-01"[: _FULL_DATE - len(issued)])


def _first_day(clauses_in_order: list[Clause]) -> date | None:
    """The first full date of minutes: the day on which the meeting was held."""
    for clause in clauses_in_order:
        for written in expressions(clause.folded):
            first = written.spans[0][0]
            if first.unit == "day" and first.year and first.month and first.number:
                return date(first.year, first.month, min(first.number, 28))
    return None


def _common_year(clauses_in_order: list[Clause]) -> int | None:
    """The year that most dates of the text carry, documents aside."""
    years = [
        last.year
        for clause in clauses_in_order
        for written in expressions(blanked(clause.folded))
        for _, last in written.spans
        if last.year
    ]
    return Counter(years).most_common(1)[0][0] if years else None
