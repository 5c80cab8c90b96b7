"""From lines to paragraphs: what a page break or a narrow column tore apart is put together again.

A paragraph is a span of the source, so that its words can be quoted as they stand. Page numbers and lines
without letters or digits are dropped. Nothing is known here about numbering beyond "this line begins
something new".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from campaign.reading.document.pages import trimmed
from campaign.reading.document.stacked import Row
from campaign.reading.document.tables import Table, continues, header, is_row, refined
from campaign.reading.document.tables import row as row_of
from campaign.reading.text import Source

_WIDEST_WRAP = 130
_LINES_TO_JUDGE = 6
_NEARLY_FULL = 0.85
_ENOUGH = 400
_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(r"(?:-?\s*\d{1,3}\s*-?|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?|\d+\s*/\s*\d+)\s*|[\W_]+")
_POSTED = re.compile(
    r"\(?\s*(?:(?:thứ \w+|chủ nhật),?\s+)?(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}[\s,|-]+(?:lúc\s+)?\d{1,2}:\d\d|"
    r"\(?\s*\d{1,2}:\d\d(?::\d\d)?[\s,|-]+(?:(?:thứ \w+|chủ nhật),?\s+)?(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"\s*(?:\)|$)|\(?(?:cập nhật|ngày đăng|đăng ngày|đăng lúc)\b"
)
_STANDS_ALONE = re.compile(rf"{_POSTED.pattern}|\((?:ban hành|kèm|(?:đã )?(?:được )?thông qua)")
_NEWS_SOURCE = re.compile(r"\([^()]{2,24}\)\s*[-–:]\s|[A-ZĐ]{2,8}(?:\.[A-Z]+)?\s*[-–]\s+[A-ZĐ]")
_DATED_LINE = re.compile(r"\d{1,2}/(?:\d{4}|\d{1,2}(?:/\d{4})?)\s*:")
_LINES_BETWEEN_ROWS = 3
_MARKER = re.compile(
    r"(?:phần|chương|mục)\s+(?:thứ\s+)?[\wà-ỹ]+\b|(?:điều|phụ lục|biểu)\s+(?:số\s+)?[\divx]+\b|"
    r"[ivx]{1,5}\s?[.)/]\s|"
    r"\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/](?!\d)\s*(?=\D)|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\D)|"
    r"[a-zđ]\s?[.)]\s+(?=\S)|(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\.| là,?)|"
    r"(?:một|hai|ba|bốn|năm) là,?)\s+(?=\S)|[-+*•●○▪■◦·➢✓]\s*(?=\S)"
)
_ENDED = re.compile(r"[.;:!?…][\"')\]]*\s*$")
_WANTS_MORE = re.compile(
    r"(?:[,(&/-]|(?<![\wà-ỹ])(?:ngày|tháng|năm|quý|tuần|từ|đến|trước|sau|và|hoặc|của|các|"
    r"những|với|cho|về|tại|số|điều|"
    r"khoản|trong|do|được|là|vào|lúc|theo|bằng|để|nhằm|trên|dưới|giữa|bởi|dịp|ở|gồm|thuộc))\s*$"
)
_NUMBER_WANTED = re.compile(
    r"(?:(?<![\wà-ỹ])(?:ngày|tháng|quý|tuần|điều|khoản|số|đến|từ|trước|và|lúc|hết|sáng|chiều|tối)|[/-])\s*$"
)
# "từ ngày 05" may go on with "- 10/3" in the next line; "Tháng 7" or "Tuần 12" does not.
_OPEN_DATE = re.compile(
    r"(?:(?<![\wà-ỹ])(?:ngày|từ|vào|trong|sáng|chiều|tối|từ tháng|mùng|thứ \w+|chủ nhật)[\s,]+|[(:]\s*|[^\w\s]\s|^)"
    r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\s*$|\d{1,2}/\d{1,2}(?:/\d{4})?\s*$"
)
_DAY_WANTED = re.compile(r"[\wà-ỹ,;]\s+(?:sáng|chiều|tối|trưa|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*,?$")
_DAY_FIRST = re.compile(r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?!\d)")
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


def paragraphs(source: Source, torn: list[Row]) -> list[Paragraph]:
    """The paragraphs of the text, in order; each row of a table is one. ``torn`` are the rows that a PDF tore apart."""
    page = _Page(source, _wrap_width(source), {row.start: row for row in torn})
    for match in _LINE.finditer(source.text):
        page.add_line(match.start(), match.end())
    return [paragraph for paragraph in page.found if paragraph.end > paragraph.start]


@dataclass(slots=True)
class _Page:
    """Lines being put together; ``gap`` tells that a blank line was passed since the last one."""

    source: Source
    width: int | None
    stacked: dict[int, Row]
    found: list[Paragraph] = field(default_factory=list)
    table: Table | None = None
    left: int = 0
    gap: bool = False
    last_line: tuple[int, int] = (0, 0)

    def add_line(self, begin: int, stop: int) -> None:
        start, end = trimmed(self.source.folded, begin, stop)
        if start == end:
            return
        self.gap = self.source.text.count("\n", self.last_line[1], begin) > 1
        if start in self.stacked:
            self.found.append(Paragraph(start, self.stacked[start].end, marked=False, row=self.stacked[start]))
        elif not self._inside_row(start) and not _PAGE.fullmatch(self.source.folded, start, end):
            if not self._add_to_table(begin, end):
                self._add_words(start, end)
            self.last_line = (begin, end)

    def _inside_row(self, start: int) -> bool:
        before = self.found[-1] if self.found else None
        return before is not None and before.row is not None and start < before.end

    def _add_to_table(self, begin: int, end: int) -> bool:
        """Takes a line as a header, a row, or the rest of a row; False where it is none."""
        line = self.source.text[begin:end]
        opened = header(line, self.source.folded[begin:end])
        if opened:
            self.table, self.left = opened, 0
            self.found.append(Paragraph(begin, begin, marked=False, table=opened))
            return True
        if self.table is None:
            return False
        before = self.found[-1] if self.found else None
        inside = before is not None and before.table is not None and before.end > before.start
        second = None if inside else refined(self.table, line, self.source.folded[begin:end])
        if second and not self.left:
            self.table = second
            return True
        if before and inside and continues(self.table, line, self.source.text[before.start : before.end]):
            self.found[-1] = replace(before, end=end)
        elif row_of(self.table, line) if not self.left else is_row(self.table, line):
            self.left = 0
            self.found.append(Paragraph(begin, end, marked=False, table=self.table))
        else:
            self._leave_table()
            return False
        return True

    def _leave_table(self) -> None:
        """A line that is no row may head further rows of the table; after some of them it is over."""
        self.left += 1
        if self.left > _LINES_BETWEEN_ROWS:
            self.table = None

    def _add_words(self, start: int, end: int) -> None:
        before = self.found[-1] if self.found else None
        if before and not before.table and not before.row and self._goes_on(before, start, end):
            self.found[-1] = replace(before, end=end)
        else:
            marked = marker_end(self.source.folded, start, end) > start
            self.found.append(Paragraph(start, end, marked))

    def _goes_on(self, before: Paragraph, start: int, end: int) -> bool:
        """Whether a line goes on with the paragraph before it."""
        folded, text = self.source.folded, self.source.text
        so_far = folded[max(before.start, before.end - _ENOUGH) : before.end]
        if is_tabular(text, start, end) or is_tabular(text, before.start, before.end):
            return False
        if _STANDS_ALONE.match(folded, start, end) or _NEWS_SOURCE.match(text, start, end) or _POSTED.fullmatch(so_far):
            return False
        if marker_end(folded, start, end) > start:
            heading = text[before.start : before.end].isupper()
            return not heading and _number_torn_off(so_far, folded[start:end])
        if so_far.startswith("(") and so_far.endswith(")"):
            return False
        if _ENDED.search(so_far) and not _inside_brackets(so_far):
            return False
        return self._reads_on(before, so_far, start, end)

    def _reads_on(self, before: Paragraph, so_far: str, start: int, end: int) -> bool:
        """Whether the words of two lines are one sentence.

        By the last word, the first letter, or the width.
        """
        folded, text = self.source.folded, self.source.text
        capitals = (text[before.start : before.end].isupper(), text[start:end].isupper())
        greeting = self.gap and text[start].isupper() and so_far.endswith(",")
        if _WANTS_MORE.search(so_far) and capitals != (False, True) and not greeting:
            return True
        if _DAY_WANTED.search(so_far) and _DAY_FIRST.match(folded, start, end) and not self.gap:
            return True
        if _DATED_LINE.match(folded, start, end):
            return False
        if not text[start].isupper() and (_AFTER_GAP if self.gap else _CONTINUES).match(folded[start]):
            return not (self.gap and _LABEL.match(folded, start, end))
        if self.gap or self.width is None or any(capitals):
            return False
        first_word = folded[start:end].split(None, 1)[0]
        return self.last_line[1] - self.last_line[0] + 1 + len(first_word) > self.width * _NEARLY_FULL


def marker_end(folded: str, start: int, end: int) -> int:
    """Where the number, letter or dash at the start of a paragraph ends; ``start`` where there is none."""
    match = _MARKER.match(folded, start, end)
    return match.end() if match else start


def _wrap_width(source: Source) -> int | None:
    """The width at which the text was wrapped, or None where each paragraph is one line."""
    lengths = sorted(len(match.group().rstrip()) for match in _LINE.finditer(source.text))
    if len(lengths) < _LINES_TO_JUDGE or lengths[-1] > _WIDEST_WRAP:
        return None
    return lengths[-max(1, len(lengths) // 20)]


def _number_torn_off(so_far: str, line: str) -> bool:
    """Whether what looks like a number or dash before a new item is the rest of a date or number."""
    if _ENDED.search(so_far):
        return False
    if line[0].isdigit():
        return bool(_NUMBER_WANTED.search(so_far))
    after_dash = line.lstrip("-+*•– ")
    if _DATED_LINE.match(after_dash):
        return False
    return bool(_inside_brackets(so_far) or (_OPEN_DATE.search(so_far) and after_dash[:1].isdigit()))


def _inside_brackets(text: str) -> bool:
    return text.count("(") > text.count(")")


def is_tabular(text: str, start: int, end: int) -> bool:
    """Whether a line is a row of a table: cells apart by tabs, bars, or wide gaps."""
    return text.find("\t", start, end) >= 0 or text.count("|", start, end) > 1
