"""Proposals in the making, and what the headings above a line lend it: a month, or a name.

A draft keeps its statement, its clause and the places of its quotes. Nothing is decided here about kinds or
years (see ``proposals``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from campaign.reading.clauses.statements import Statement
from campaign.reading.clauses.titles import subject_of, title_of
from campaign.reading.document.outline import Block, Clause
from campaign.reading.text import Source, fold, tidied
from campaign.reading.time.headings import Span, heading_span
from campaign.reading.time.moments import Moment

_POOR = re.compile(
    r"(?:(?:gửi|nộp|thực hiện|hoàn thành|tổ chức|khởi hành|nhận|dự kiến|mà thực hiện|xong|"
    r"trình|làm|diễn ra|vẫn giữ lịch|lùi|hạn|"
    r"nhận (?:bài|tác phẩm|ảnh|sản phẩm|hồ sơ)|chung kết|sơ khảo|vòng (?:[\w]+|sơ khảo|"
    r"chung kết|bán kết|chung khảo)|tổng duyệt|khai mạc|bế mạc|cao điểm|các khoa|"
    r"các đơn vị|các phòng|báo cáo về|cấp (?:tỉnh|huyện|xã|cơ sở|trường|thành phố)|về|"
    r"theo (?:kế hoạch|dự kiến|chương trình|lịch)|thi (?:chính thức|thử|đấu)|"
    r"(?:thời gian|đợt|giai đoạn) cao điểm)[\s,]*)*|"
    r"(?:đợt|cuộc|lần|kỳ|vòng|lớp|buổi|khối|cụm)"
    r"(?:\s+(?:thứ\s+)?(?:\d+|[ivx]+|nhất|hai|ba|tư|bốn|năm|đầu|cuối|cuối cùng))?|"
    r"(?:khối|cụm)(?:\s[\wà-ỹ]+){1,3}|\(.*\)|thời gian\s*:.*|"
    r"(?:tại )?(?:hội trường|phòng họp|nhà văn hóa|nhà thi đấu|sân (?:vận động|trường)|trụ sở)(?:\s[\wà-ỹ\d]+){0,4}|"
    r"trong (?:một|\d+) (?:ngày|buổi)(?: hoặc (?:một|\d+) (?:ngày|buổi))?|"
    r"(?:các |mỗi |từng )?(?:chi|đơn|cơ|phòng|khoa|tổ|trường|xã|phường|huyện)(?:\s[\wà-ỹ]+){0,3} "
    r"(?:hoàn thành|thực hiện|tổ chức xong|làm xong)"
)
_NUMBERED = re.compile(
    r"(?:đợt|cuộc|lần|kỳ|vòng|lớp|buổi|khối|cụm)\s.*|thi .*|(?:thời gian|giai đoạn) .*|nhận\s.*|chung kết|"
    r"sơ khảo|tổng duyệt|khai mạc|bế mạc|"
    r"cao điểm|các .*|cấp .*"
)
_FURTHER_REPORT = re.compile(
    r"(?:sơ kết |tổng kết )?(?:0?[69] tháng(?: (?:đầu|cuối) năm)?|(?:cả |hằng |hàng )?năm(?: \d{4})?|quý [ivx\d]+)|"
    r"(?:sơ|tổng) kết"
)
_GENERIC = re.compile(
    r"(?:nội dung|chủ đề|thời gian|địa điểm|thành phần|hình thức|tổ chức thực hiện|nhiệm vụ|"
    r"kế hoạch cụ thể|đối tượng|tiến độ|kinh phí|"
    r"mục đích|yêu cầu|các hoạt động|hoạt động|giải pháp|phân công|chương trình|cụ thể|"
    r"kế hoạch thực hiện|biện pháp|cách thức|triển khai thực hiện|chế độ|"
    r"(?:tuần|tháng|quý) (?:tới|sau|này|nay))"
    r"(?:[\s,;:-]+(?:và|chính|cụ thể|thực hiện|tổ chức|thời gian|địa điểm|thành phần|nội dung|chủ đề|"
    r"hình thức|trọng tâm|chủ yếu|tham gia|tham dự|công việc|hoạt động|nhiệm vụ|giải pháp|"
    r"báo cáo|thông tin))*[\s.:]*"
)
LEAD = re.compile(r"(?P<lead>(?:[^:]|:(?=\d\d)){3,160}):\s")
_TIME_WORDS = re.compile(r"(?:thời gian|thời hạn|thời điểm|hạn|lịch|ngày)\b")
_SUBJECT_MARK = re.compile(r"(?i)^(?:v/v|về việc|về)\s+")
_PART_ENDS = re.compile(r"[;:]\s")
_SHORTEST_TITLE = 3
_LONGEST_HEADING = 200


@dataclass(slots=True, eq=False)
class Draft:
    """A proposal in the making; ``spans`` are the places of its quotes in the source, the dated one first."""

    statement: Statement
    clause: Clause
    title: str
    spans: list[tuple[int, int]]
    context: Span | None = None
    details: dict[str, str] = field(default_factory=dict)
    dropped: bool = False
    likelihood: float = 1.0

    @property
    def moment(self) -> Moment | None:
        return self.statement.moment

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a date of its own: it has none, or only that of a feast."""
        return self.moment is None or self.moment.weak


@dataclass(slots=True)
class Drafts:
    """The drafts of a text in order, each findable by its block."""

    source: Source
    plan_title: str | None
    likely: dict[int, float]
    _all: list[Draft] = field(default_factory=list)
    _of_block: dict[int, list[Draft]] = field(default_factory=dict)
    _contexts: dict[int, Span] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Draft]:
        return (draft for draft in self._all if not draft.dropped)

    @property
    def last(self) -> Draft | None:
        return next((draft for draft in reversed(self._all) if not draft.dropped), None)

    def likelihood(self, clause: Clause) -> float:
        """How likely the clause is worth keeping, 0 to 1, by the model; 1 for what it was not asked about."""
        return self.likely.get(id(clause), 1.0)

    def of(self, block: Block) -> list[Draft]:
        """The drafts that a block has made so far."""
        return [draft for draft in self._of_block.get(id(block), []) if not draft.dropped]

    def keep(self, draft: Draft) -> None:
        draft.likelihood = self.likelihood(draft.clause)
        self._all.append(draft)
        self._of_block.setdefault(id(draft.clause.block), []).append(draft)

    def add(self, statement: Statement, clause: Clause, context: Span | None) -> Draft | None:
        """Makes a draft of a statement; None where no title can be found for it."""
        title = title_of(statement.words)
        if _POOR.fullmatch(fold(title)) or len(title) < _SHORTEST_TITLE:
            title = self._enriched(title, clause)
            statement = replace(statement, about=fold(title))
        elif self._is_further_report(statement, clause, title):
            title = f"Báo cáo {title[0].lower()}{title[1:]}"
            statement = replace(statement, about=fold(title))
        if not title:
            return None
        draft = Draft(statement, clause, title, [(clause.start, clause.end)], context)
        subject = subject_of(statement.words)
        if subject:
            draft.details["in_charge"] = subject
        self.keep(draft)
        return draft

    def context(self, block: Block) -> Span | None:
        """The days, months or quarter that a block gives as a heading, or that a heading above it gives."""
        own = heading_span(self._folded(block))
        if own is None and block.parent:
            own = self._contexts.get(id(block.parent))
        if own:
            self._contexts[id(block)] = own
        return own

    def heading_title(self, block: Block) -> str | None:
        """What the nearest heading above names, else what the plan is about."""
        above = block.parent
        while above is not None:
            folded = self._folded(above)
            names = not _GENERIC.fullmatch(folded) and heading_span(folded) is None
            if names and len(folded) < _LONGEST_HEADING:
                return title_of(_SUBJECT_MARK.sub("", self.source.text[above.body : above.end]))
            above = above.parent
        return title_of(_SUBJECT_MARK.sub("", self.plan_title)) if self.plan_title else None

    def drop_lead(self, block: Block) -> None:
        """Takes back what a block proposed before its colon, once a date after the colon speaks of it."""
        lead = LEAD.match(fold(self._words(block)))
        for draft in self.of(block):
            if lead and draft.moment is None and lead["lead"].startswith(fold(draft.title)[: lead.end("lead")]):
                draft.dropped = True

    def _enriched(self, title: str, clause: Clause) -> str:
        """A title that says too little ("Gửi", "Đợt 2"), with what the line or the heading above is about."""
        block = clause.block
        about = self._lead_title(block, fold(title))
        if not about:
            before = (draft.title for draft in self.of(block) if fold(title) not in fold(draft.title))
            about = next(before, "") or _opening_title(clause, fold(title))
        about = about or self.heading_title(block) or ""
        return f"{title}: {about}" if about and _NUMBERED.fullmatch(fold(title)) else about or title

    def _is_further_report(self, statement: Statement, clause: Clause, title: str) -> bool:
        """Whether it is the second of "báo cáo sơ kết 6 tháng trước 15/6 và tổng kết năm trước 15/11"."""
        due = statement.moment is not None and statement.moment.deadline
        if not due or not _FURTHER_REPORT.fullmatch(fold(title)):
            return False
        return "báo cáo" in clause.folded or any(
            fold(draft.title).startswith("báo cáo") for draft in self.of(clause.block)
        )

    def _lead_title(self, block: Block, title: str) -> str:
        """What a line is about by the words before its colon, unless they are a time or the title itself."""
        words = self._words(block)
        lead = LEAD.match(fold(words))
        said = lead["lead"] if lead else ""
        if lead is None or title in said or heading_span(said) or _TIME_WORDS.match(said):
            return ""
        return title_of(words[: lead.end("lead")])

    def _folded(self, block: Block) -> str:
        return self.source.folded[block.body : block.end]

    def _words(self, block: Block) -> str:
        return tidied(self.source.text[block.body : block.end])


def _opening_title(clause: Clause, title: str) -> str:
    """What the words of a clause before its first semicolon or colon are about, unless they are the title itself."""
    opening = _PART_ENDS.split(clause.text, maxsplit=1)[0]
    named = fold(opening)
    return "" if title in named or _GENERIC.fullmatch(named) or _TIME_WORDS.match(named) else title_of(opening)
