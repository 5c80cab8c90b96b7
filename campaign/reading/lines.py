"""From lines to paragraphs: what a page break or a narrow column tore apart is put together again.

A paragraph is a span of the source, so that its words can be quoted as they stand. Page numbers and lines without
letters or digits are dropped. Nothing is known here about numbering beyond "this line begins something new".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from campaign.reading.stacked import Line, Row, rows
from campaign.reading.tables import Table, continues, header
from campaign.reading.tables import row as row_of
from campaign.reading.text import Source, fold, squeezed

_WIDEST_WRAP = 130
_LINES_TO_JUDGE = 6
_SLACK = 8
_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(r"(?:-?\s*\d{1,3}\s*-?|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?|\d+\s*/\s*\d+)\s*|[\W_]+")
_STAMP = re.compile(r"\d{1,2}/\d{1,2}/\d{4}[\s,|-]+\d{1,2}:\d\d|(?:cập nhật|ngày đăng|đăng ngày)\b")
_NEWS_SOURCE = re.compile(r"\([^()]{2,24}\)\s*[-–:]\s|[A-ZĐ]{2,8}(?:\.[A-Z]+)?\s*[-–]\s+[A-ZĐ]")
_PAGE_NUMBER = re.compile(r"-?\s*\d{1,3}\s*-?|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?")
_LONGEST_HEAD = 60
_MARKER = re.compile(
    r"(?:phần|chương|mục)\s+(?:thứ\s+)?[\wà-ỹ]+\b|(?:điều|phụ lục|biểu)\s+(?:số\s+)?[\divx]+\b|"
    r"[ivx]{1,5}\s?[.)/]\s|"
    r"\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/](?!\d)\s*(?=\D)|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\D)|"
    r"[a-zđ]\s?[.)]\s+(?=\S)|[-+*•●○▪■◦·➢✓]\s*(?=\S)"
)
_ENDED = re.compile(r"[.;:!?…][\"')\]]*\s*$")
_WANTS_MORE = re.compile(
    r"(?:[,(&/-]|(?<![\wà-ỹ])(?:ngày|tháng|năm|quý|tuần|từ|đến|trước|sau|và|hoặc|của|các|"
    r"những|với|cho|về|tại|số|điều|"
    r"khoản|trong|do|được|là|vào|lúc|theo|bằng|để|nhằm))\s*$"
)
_NUMBER_WANTED = re.compile(r"(?:(?:ngày|tháng|năm|quý|tuần|điều|khoản|số|đến|từ|trước|và|lúc|hết)|[/-])\s*$")
_OPEN_DATE = re.compile(r"(?:ngày\s+)?\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\s*$")
_LABEL = re.compile(r"[^:.;,]{2,40}:")
_CONTINUES = re.compile(r"[a-zà-ỹđ(,;/%)\"]")
_AFTER_GAP = re.compile(r"[a-zà-ỹđ]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A span of the source that reads as one; ``marked`` when it begins with a number, letter or dash."""

    start: int
    end: int
    marked: bool
    table: Table | None = None
    row: Row | None = None


def paragraphs(source: Source) -> list[Paragraph]:
    """The paragraphs of the text, in order; each row of a table is one."""
    width = _wrap_width(source)
    found: list[Paragraph] = []
    table: Table | None = None
    gap = False
    last_line = (0, 0)
    stacked = {row.start: row for row in rows(_lines(source))}
    row_end = -1
    for match in _LINE.finditer(source.text):
        start, end = _trimmed(source.folded, match.start(), match.end())
        if start < row_end:
            continue
        if start in stacked:
            found.append(Paragraph(start, stacked[start].end, marked=False, row=stacked[start]))
            row_end = stacked[start].end
            continue
        if start == end:
            gap = True
            continue
        if _PAGE.fullmatch(source.folded, start, end):
            continue
        opened = header(source.text[match.start() : end], source.folded[match.start() : end])
        table = opened or (table if table and row_of(table, source.text[match.start() : end]) else None)
        before = found[-1] if found else None
        if opened:
            found.append(Paragraph(match.start(), match.start(), marked=False, table=opened))
        elif (
            table
            and before
            and before.end > before.start
            and continues(table, source.text[match.start() : end])
        ):
            found[-1] = Paragraph(before.start, end, before.marked, table)
        elif table:
            found.append(Paragraph(match.start(), end, marked=False, table=table))
        elif (
            before
            and not before.table
            and not before.row
            and _belongs_to(source, before, last_line, (start, end), width=width, gap=gap)
        ):
            found[-1] = Paragraph(before.start, end, before.marked)
        else:
            found.append(Paragraph(start, end, marker_end(source.folded, start, end) > start))
        last_line = (match.start(), end)
        gap = False
    return [paragraph for paragraph in found if paragraph.end > paragraph.start]


def marker_end(folded: str, start: int, end: int) -> int:
    """Where the number, letter or dash at the start of a paragraph ends; ``start`` where there is none."""
    match = _MARKER.match(folded, start, end)
    return match.end() if match else start


def _lines(source: Source) -> list[Line]:
    found = [_trimmed(source.folded, match.start(), match.end()) for match in _LINE.finditer(source.text)]
    return [Line(start, end, source.folded[start:end]) for start, end in found if start < end]


def page_lines(source: Source) -> list[tuple[int, int]]:
    """The lines that belong to the printed page: page numbers, and heads and feet that come back beside them."""
    lines = [
        (match.start(), match.end(), squeezed(fold(match.group()))) for match in _LINE.finditer(source.text)
    ]
    lines = [line for line in lines if line[2]]
    beside = {
        lines[j][2]
        for i, (_, _, line) in enumerate(lines)
        if _PAGE_NUMBER.fullmatch(line)
        for j in (i - 1, i + 1)
        if 0 <= j < len(lines) and len(lines[j][2]) < _LONGEST_HEAD and not _ENDED.search(lines[j][2])
    }
    counted = Counter(line for _, _, line in lines)
    heads = {
        line
        for line in beside
        if counted[line] > 1 and not _PAGE_NUMBER.fullmatch(line) and len(line.split()) > 1
    }
    tabled = rows(_lines(source))
    return [
        (start, end)
        for start, end, line in lines
        if line in heads
        or (_PAGE_NUMBER.fullmatch(line) and not any(row.start <= start < row.end for row in tabled))
    ]


def _wrap_width(source: Source) -> int | None:
    """The width at which the text was wrapped, or None where each paragraph is one line."""
    lengths = sorted(len(match.group().rstrip()) for match in _LINE.finditer(source.text))
    if len(lengths) < _LINES_TO_JUDGE or lengths[-1] > _WIDEST_WRAP:
        return None
    return lengths[-max(1, len(lengths) // 20)]


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return start, end


def _belongs_to(  # noqa: PLR0913
    source: Source,
    before: Paragraph,
    last_line: tuple[int, int],
    line: tuple[int, int],
    *,
    width: int | None,
    gap: bool,
) -> bool:
    """Whether a line goes on with the paragraph before it."""
    folded, (start, end) = source.folded, line
    if is_row(source.text, *line) or is_row(source.text, before.start, before.end):
        return False
    so_far = folded[max(before.start, before.end - 400) : before.end]
    if _STAMP.match(folded, start, end) or _NEWS_SOURCE.match(source.text, start, end):
        return False
    if marker_end(folded, start, end) > start:
        return _number_torn_off(so_far, folded[start:end])
    if _ENDED.search(so_far) and not _inside_brackets(so_far):
        return False
    capitals = source.text[start:end].isupper()
    if _WANTS_MORE.search(so_far) and (not capitals or source.text[before.start : before.end].isupper()):
        return True
    if not source.text[start].isupper() and (_AFTER_GAP if gap else _CONTINUES).match(folded[start]):
        return not (gap and _LABEL.match(folded, start, end))
    if (
        gap
        or width is None
        or source.text[start:end].isupper()
        or source.text[before.start : before.end].isupper()
    ):
        return False
    first_word = folded[start:end].split(None, 1)[0]
    return last_line[1] - last_line[0] + 1 + len(first_word) > width - _SLACK


def _number_torn_off(so_far: str, line: str) -> bool:
    """Whether what looks like a number or dash before a new item is the rest of a date or number."""
    if _ENDED.search(so_far):
        return False
    if line[0].isdigit():
        return bool(_NUMBER_WANTED.search(so_far))
    after_dash = line.lstrip("-+*•– ")
    return bool(_inside_brackets(so_far) or (_OPEN_DATE.search(so_far) and after_dash[:1].isdigit()))


def _inside_brackets(text: str) -> bool:
    return text.count("(") > text.count(")")


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table: cells apart by tabs, bars, or wide gaps."""
    return text.find("\t", start, end) >= 0 or text.count("|", start, end) > 1
