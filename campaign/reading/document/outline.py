"""The outline of a plan.

Each paragraph with its number, its place ("II.3.a") and the heading it stands under.

Sentences are cut here too. A clause is what a reader takes as one statement: a sentence, a part between
semicolons, or one row of a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from campaign.reading.document.lines import Paragraph, marker_end
from campaign.reading.text import Source, fold, tidied
from campaign.reading.time.headings import heading_span, rank

CHAPTER, ROMAN, NUMBER, LEAD, LETTER, DASH, PLAIN = range(0, 70, 10)
_DASHES = "-•●▪■➢✓*·+○◦"
_LEVELS = (
    (re.compile(r"(?:phần|chương|phụ lục)\b"), CHAPTER),
    (re.compile(r"[ivx]{1,5}\s?[.)/]|mục\b|điều\b"), ROMAN),
    (re.compile(r"[a-zđ]\s?[.)]"), LETTER),
    (re.compile(r"[-•●▪■➢✓*·+○◦]"), DASH),
)
_NUMBERS = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_STOP = re.compile(
    r"""(?<![\s(][^\W\d])(?<!\btp)(?<!\bths)(?<!\bts)(?<!\bđ/c)(?<!\bgs)(?<!\bst)
    (?:\.{3}|…|[.!?])["')\]]*(?=\s+["'(]?[A-ZĐÀ-Ỹ"“‘(–-]|\s*$)|(?<!\s)\.(?=\s+\d)|(?:\.{3}|…)\s*(?=[A-ZĐÀ-Ỹ])|;(?=\s|$)""",
    re.VERBOSE,
)
_PURPOSE = re.compile(
    r"(?:(?:các|một số|những|về|đánh giá|xác định|cơ sở)\s+)*(?:mục đích|yêu cầu|mục tiêu|"
    r"quan điểm|căn cứ|chỉ tiêu|sự cần thiết|ý nghĩa|"
    r"đánh giá tình hình|thực trạng|kết quả|cơ sở|ưu điểm|tồn tại|hạn chế|đặc điểm|tình hình)\b"
)
_SHORT = 80
ITEM = 9
_ABOVE_ROMAN = CHAPTER + 1
_CAPITAL = re.compile(r"[A-ZĐ]\s?[.)]")
_REMARK = re.compile(r"(?:[*•+-]\s*)?(?:ghi chú|lưu ý|nơi nhận|chú ý|thông tin chung|việc chung)\s*:?\s*")
_NUMBER_MARK = re.compile(r"0?(\d{1,2})\s?[.)/]\s*\D")
_DUTIES = re.compile(
    r"nội dung|nhiệm vụ|giải pháp|hoạt động|thực hiện|biện pháp|công việc|tiến độ|thời gian|"
    r"chương trình"
)


@dataclass(slots=True)
class Block:
    """A paragraph in the outline. ``parent`` is the block it stands under, ``body`` where its words begin.

    ``past``: it tells what was done (see ``telling``). ``standing``: how deep it stands, the second number among those
    that say when.
    """

    start: int
    body: int
    end: int
    level: int
    place: str
    parent: Block | None
    purpose: bool = False
    past: bool = False
    standing: tuple[int, int] = (0, 0)
    children: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement of the plan.

    Its words tidied, their folded copy (equally long), and its span in the source.
    """

    text: str
    folded: str
    start: int
    end: int
    block: Block
    cells: dict[str, str] | None = None


def level_of(marker: str) -> int:
    """How deep a number, letter or dash stands; the deeper, the greater."""
    for form, level in _LEVELS:
        if form.match(marker):
            return level
    return NUMBER + marker.strip(" .)/").count(".")


def outline(source: Source, paragraphs: list[Paragraph]) -> list[Block]:
    """The blocks of a text in order, each under its heading."""
    blocks: list[Block] = []
    open_blocks: list[Block] = []
    for paragraph, following in pairwise((*paragraphs, None)):
        if paragraph is None:
            break
        if _REMARK.fullmatch(source.folded, paragraph.start, paragraph.end):
            _leave_times(open_blocks)
        level, body, standing = _standing(source, paragraph, following, open_blocks)
        while open_blocks and (open_blocks[-1].standing >= standing or _is_left(open_blocks[-1], level)):
            open_blocks.pop()
        parent = open_blocks[-1] if open_blocks else None
        place = _place(source, paragraph, body, parent)
        block = Block(paragraph.start, body, paragraph.end, level, place, parent, standing=standing)
        block.purpose = _is_purpose(source, block)
        if parent:
            parent.children.append(block)
        blocks.append(block)
        open_blocks.append(block)
    return blocks


def _leave_times(open_blocks: list[Block]) -> None:
    """Closes the headings that say when: what is remarked below the last day is not of that day."""
    timed = next((i for i, block in enumerate(open_blocks) if 0 < block.standing[1] < ITEM), None)
    if timed is not None:
        del open_blocks[timed:]


def _standing(
    source: Source, paragraph: Paragraph, following: Paragraph | None, open_blocks: list[Block]
) -> tuple[int, int, tuple[int, int]]:
    """The level of a paragraph, where its words begin, and how deep it stands: by its level, then its time."""
    level, body = _level(source, paragraph)
    if level == LETTER and _CAPITAL.match(source.text, paragraph.start) and _opens_letters(open_blocks):
        return level, body, (_ABOVE_ROMAN, 0)
    depth = rank(source.folded[body : paragraph.end]) if paragraph.end - body < _SHORT + _SHORT else 0
    if level == PLAIN and (depth or _leads(source, paragraph, following)):
        level = LEAD
    if level == LEAD and depth and _heads_numbers(source, paragraph, following, open_blocks):
        return level, body, (NUMBER - 1, depth)
    if level == DASH:
        level, depth = _dash_level(source, paragraph, open_blocks), depth or ITEM
    return level, body, (level, depth)


def _opens_letters(open_blocks: list[Block]) -> bool:
    """Whether capital letters stand above numbers here: "A." opens no list under "1." or "II."."""
    letter = any(block.standing[0] == _ABOVE_ROMAN for block in open_blocks)
    return letter or not any(block.body > block.start and block.level in (ROMAN, NUMBER) for block in open_blocks)


def _heads_numbers(source: Source, paragraph: Paragraph, following: Paragraph | None, open_blocks: list[Block]) -> bool:
    """Whether the numbers below stand under a line with nothing but a time: "Tháng 3" above "1.", "2.".

    The day below a numbered line is that line's own, the next number goes on beside it.
    """
    number = _NUMBER_MARK.match(source.folded, following.start, following.end) if following else None
    if number is None:
        return False
    above = open_blocks[-1] if open_blocks else None
    below_item = above is not None and above.level == NUMBER and above.body > above.start
    day = heading_span(source.folded[paragraph.start : paragraph.end])
    return number[1] == "1" or not (below_item and day is not None and day[0].unit == "day")


def _is_left(block: Block, level: int) -> bool:
    """Whether a plain paragraph leaves the dashes above it.

    It goes on with their heading, not with the last of them.
    """
    return level == PLAIN and DASH <= block.level < PLAIN


def _leads(source: Source, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a plain line is the heading of the dashes under it: short, and without a full stop."""
    if following is None:
        return False
    text = source.folded[paragraph.start : paragraph.end]
    short = len(text) < 120 and not text.endswith((".", ";", "!", "?"))  # noqa: PLR2004
    return short and paragraph.table is None and source.folded[following.start] in _DASHES and following.marked


def _dash_level(source: Source, paragraph: Paragraph, open_blocks: list[Block]) -> int:
    """Dashes of another kind under a dash stand deeper: "* Tháng 01" and under it "- Ký giao ước"."""
    sign = source.folded[paragraph.start]
    dashes = [block for block in open_blocks if DASH <= block.level < PLAIN]
    same = next((block.level for block in dashes if source.folded[block.start] == sign), None)
    if same is not None:
        return same
    return dashes[-1].level + 1 if dashes else DASH


def _level(source: Source, paragraph: Paragraph) -> tuple[int, int]:
    text = source.folded[paragraph.start : paragraph.end]
    body = marker_end(source.folded, paragraph.start, paragraph.end)
    if body > paragraph.start:
        return level_of(source.folded[paragraph.start : body]), body
    if _is_capitals(source.text[paragraph.start : paragraph.end]):
        return ROMAN - 1, body
    return (LEAD if text.endswith(":") or heading_span(text) else PLAIN), body


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)  # noqa: PLR2004


def _place(source: Source, paragraph: Paragraph, body: int, parent: Block | None) -> str:
    """The numbers and letters down to here, such as "II.3.a".

    Dashes and plain paragraphs take their parent's.
    """
    above = parent.place if parent else ""
    marker = source.text[paragraph.start : body].strip(" .)/\t")
    if not marker or not marker[0].isalnum() or " " in marker:
        return above or (marker if marker[:1].isalnum() else "")
    if _NUMBERS.fullmatch(marker) and "." in marker:
        roman = above.split(".")[0] if above and not above[0].isdigit() else ""
        return f"{roman}.{marker}" if roman else marker
    return f"{above}.{marker}" if above else marker


def _is_purpose(source: Source, block: Block) -> bool:
    """Whether a block says why (aims, demands, bases) and not what is to be done."""
    heading = source.folded[block.body : min(block.end, block.body + 80)]
    short = block.end - block.body <= _SHORT
    if short and _PURPOSE.match(heading):
        return not _DUTIES.search(heading)
    return block.parent is not None and block.parent.purpose and not (short and _DUTIES.search(heading))


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the statements between two places: cut at full stops and semicolons outside brackets."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if text.count("(", begin, stop.start()) > text.count(")", begin, stop.start()):
            continue
        if text[begin : stop.end()].strip():
            spans.append((begin, stop.end()))
        begin = stop.end()
    if text[begin:end].strip():
        spans.append((begin, end))
    return [(_skip_space(text, first, last), last) for first, last in spans]


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def clauses(source: Source, block: Block) -> list[Clause]:
    """The statements of one block."""
    return [_clause(source, first, last, block) for first, last in sentences(source.text, block.body, block.end)]


def _clause(source: Source, start: int, end: int, block: Block) -> Clause:
    text = tidied(source.text[start:end])
    return Clause(text, fold(text), start, end, block)
