"""Lines that only name a side of the activity above them: "Thời gian: ...", "Địa điểm.

...", "Thành phần: ...".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from campaign.reading.clauses.drafts import Draft, Drafts
from campaign.reading.clauses.statements import Statement, statements
from campaign.reading.clauses.titles import title_of
from campaign.reading.document.outline import DASH, PLAIN, Block, Clause
from campaign.reading.text import fold
from campaign.reading.time.clocks import clocks
from campaign.reading.time.moments import Moment
from campaign.reading.time.times import moments

_LABEL = re.compile(r"(?P<label>[^:;.\d]{2,60}?)\s*:\s*(?=\S)")
_BARE_TIME = re.compile(
    r"(?P<label>thời gian(?: tổ chức| thực hiện| triển khai)?)\s+(?=(?:từ|đến|trước|trong|vào|"
    r"dự kiến|là|lúc)\s)"
)
_TIME_LABEL = re.compile(
    r"(?:thời gian|thời hạn|thời điểm|hạn|lịch(?! sử)|ngày(?=$|\s+(?:tổ chức|thi|họp|diễn|"
    r"khai|bế|thực|nộp|ra|công|bắt|kết|nhận|dự|gửi|đi|hội thảo|"
    r"hội nghị|tọa đàm)))(?!\w)\s*(?P<of>.*)"
)
_PLAIN_OF = re.compile(
    r"(?:,?\s*(?:và\s+)?(?:địa điểm|tổ chức|thực hiện|diễn ra|dự kiến|cụ thể|bắt đầu|"
    r"hoàn thành|tiến hành|hình thức|thành phần|hạn|là|triển khai|hoạt động|sự kiện|hội nghị|"
    r"\(dự kiến\)|của)\s*)*"
)
_SIDES = (
    ("venue", re.compile(r"địa điểm|nơi tổ chức")),
    ("audience", re.compile(r"thành phần|đối tượng|đại biểu")),
    (
        "in_charge",
        re.compile(
            r"(?:(?:đơn vị|người|bộ phận|cơ quan)?\s*(?:chủ trì|thực hiện|phụ trách|đầu mối|tổ chức))"
            r"$"
        ),
    ),
)
# A sentence that is nothing but a place: "Tại phòng họp số 1."
_ONLY_PLACE = re.compile(
    r"(?:địa điểm\s+)?tại\s+(?P<place>(?:phòng (?:họp|khách|số|truyền)|hội trường|trụ sở|nhà |sân |tầng |khách sạn|"
    r"trung tâm|văn phòng|ubnd|công viên|quảng trường)[^.;:,]{0,50}(?:,[^.;:]{0,40})?)[.;]?"
)
_GOES_ON = re.compile(r"(?:địa điểm|thành phần|tại)\s*:?|đón (?:tiếp|khách|đại biểu)")
_NEAR = 300
_FEW_WORDS = 2


@dataclass(slots=True)
class Labels:
    """Reads labels into the drafts they speak about; ``last_day`` is what "cùng ngày" refers to."""

    drafts: Drafts
    last_day: Moment | None = None

    def add(self, clause: Clause) -> bool:
        """Takes in a line that is a label; False where the clause is none."""
        place = _ONLY_PLACE.fullmatch(clause.folded)
        if place and not moments(clause.folded):
            return self._add_side(clause, "venue", clause.text[place.start("place") :].strip(" .;"))
        label = _LABEL.match(clause.folded) or _BARE_TIME.match(clause.folded)
        if label is None:
            return False
        name = label["label"].strip()
        side = next((key for key, form in _SIDES if form.match(name)), None)
        if side:
            return self._add_side(clause, side, clause.text[label.end() :].strip(" .;"))
        time = _TIME_LABEL.fullmatch(name)
        return time is not None and self._add_time(clause, time["of"].strip(), label.end())

    def _add_side(self, clause: Clause, side: str, words: str) -> bool:
        if side != "venue" and moments(clause.folded):
            return False
        for draft in self._owners(clause):
            draft.details.setdefault(side, words)
        return True

    def _add_time(self, clause: Clause, of: str, begin: int) -> bool:
        found = self._moments(clause)
        if found and _says_own(clause, begin):
            return False
        owners = self._owners(clause)
        at = clause.folded.find(of)
        extra = "" if _PLAIN_OF.fullmatch(of) else clause.text[at : at + len(of)]
        for moment in found:
            self.last_day = moment
            self._date(clause, owners, moment, extra)
        return True

    def _moments(self, clause: Clause) -> list[Moment]:
        found = list(moments(clause.folded))
        if found or self.last_day is None or "cùng ngày" not in clause.folded:
            return found
        return [replace(self.last_day, time=one.time, end_time=one.end_time) for one in clocks(clause.folded)[:1]]

    def _date(self, clause: Clause, owners: list[Draft], moment: Moment, extra: str) -> None:
        """Gives a labelled date to the activity above, or makes the activity from the heading above."""
        span = (clause.start, clause.end)
        waiting = next((draft for draft in owners if draft.is_open), None)
        if waiting and not extra:
            waiting.statement = replace(waiting.statement, moment=moment)
            waiting.spans.insert(0, span)
            for other in owners:
                other.dropped = other.dropped or (
                    other is not waiting and other.moment is not None and other.moment.weak
                )
            return
        title = owners[0].title if owners else self.drafts.heading_title(clause.block)
        if extra:
            title = title_of(extra) + (f": {title}" if title else "")
        if title:
            draft = Draft(Statement(title, fold(extra or title), moment), clause, title, [span])
            if owners:
                draft.spans.append(owners[0].spans[-1])
                draft.details.update(owners[0].details)
            self.drafts.keep(draft)

    def _owners(self, clause: Clause) -> list[Draft]:
        """The drafts that a label speaks about.

        Of the same block before it, else of the nearest block above.
        """
        block: Block | None = clause.block
        while block is not None:
            drafts = self.drafts.of(block)
            if drafts:
                return [draft for draft in drafts if draft.clause is drafts[-1].clause]
            block = block.parent
        return self._line_above(clause)

    def _line_above(self, clause: Clause) -> list[Draft]:
        """The drafts of the line above, for labels that stand in plain lines below it."""
        last = self.drafts.last
        if last is None or clause.block.level != PLAIN or last.clause.block.level < DASH:
            return []
        if clause.start - last.clause.end > _NEAR:
            return []
        return [draft for draft in self.drafts.of(last.clause.block) if draft.clause is last.clause]


def _says_own(clause: Clause, begin: int) -> bool:
    """Whether the words after a time label are an activity themselves: "Thời hạn.

    Hồ sơ gửi về ... ngày 30/9".
    """
    rest = clause.folded[begin:]
    dated = [one for one in statements(clause.text[begin:], rest) if one.moment]
    rich = bool(dated) and all(len(title_of(one.words).split()) > _FEW_WORDS for one in dated)
    return rich and not _GOES_ON.search(rest)
