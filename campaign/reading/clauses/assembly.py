"""From the outlined text to drafts.

Rows of tables, labels, and clauses with what stands before their colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from campaign.reading.activities import is_activity
from campaign.reading.clauses.drafts import LEAD, Draft, Drafts
from campaign.reading.clauses.labels import Labels
from campaign.reading.clauses.rows import add_row
from campaign.reading.clauses.schedule import SESSION_FIRST, holder, in_month, is_day, on_day, takes_day
from campaign.reading.clauses.statements import Statement, lists_undated, statements
from campaign.reading.clauses.titles import title_of
from campaign.reading.document.outline import ITEM, PLAIN, Block, Clause
from campaign.reading.document.subject import is_dateline
from campaign.reading.document.telling import cites_earlier
from campaign.reading.text import fold, tidied
from campaign.reading.time.headings import Span, heading_span, is_session
from campaign.reading.time.moments import Moment
from campaign.reading.time.times import moments
from campaign.reading.values import LEAST, SHOWN

_REMARK = re.compile(
    r"(?:ghi chú|lưu ý|nội dung|chuẩn bị|hình thức|trang phục|kinh phí|yêu cầu|cơ cấu|lệ phí|"
    r"chỉ tiêu|tồn tại|hạn chế|liên hệ|chủ trì|thư ký|có mặt|tp|"
    r"đối tượng|tiêu chuẩn|giải thưởng|phương tiện|tài liệu|dự toán|nguồn|thời kỳ|môn|học phí|"
    r"đối tượng)(?:\s[^:;.]{0,40})?:"
)
_ANNOUNCES = re.compile(
    r"(?:thông báo|đề nghị|yêu cầu|triển khai|xây dựng kế hoạch|ban hành|kế hoạch|như sau|sau đây|mời)"
    r"[^:]{0,60}:$"
)
_PREPARES = re.compile(r"(?:ban hành|xây dựng|tham mưu|lập kế hoạch|lập dự toán|chuẩn bị|hướng dẫn|dự thảo|soạn)\b")
_RESTS_ON = re.compile(
    r"(?:thực hiện|theo|triển khai)\s+(?:công văn|kế hoạch|hướng dẫn|thông báo|chương trình|"
    r"chỉ thị|quyết định)\b"
)
_VENUE = re.compile(
    r"(?:tại|địa điểm|ở)\s+(?:phòng|hội trường|nhà|khu|trụ sở|sân|tầng|trung tâm|ubnd|văn phòng)\s[^:;]{1,60}"
)
_ONLY_NAMES = re.compile(r"(?:^|:\s)(?:nhiều |các )?(?:hoạt động|công tác|chương trình|kế hoạch)\b[^.;:]*\w$")
# "(Thông qua tại Hội nghị ... ngày ...)", "(Kèm theo Quyết định ... ngày ...)" tell where the document comes from.
_DAY_IN_BRACKETS = re.compile(
    r"\((?!kèm|ban hành|(?:đã )?(?:được )?(?:thông qua|phê duyệt)|theo|căn cứ|trích|thay|dự thảo|cập nhật|sửa đổi)"
    r"[^()]*\)$"
)
_DATED_BRACKET = re.compile(r"\((?=[^()]*\d/\d)")
_HEAD_WORDS = re.compile(
    r"[\s,:-]*(?:(?:những|các|một số|triển khai|thực hiện|tổ chức|về)\s+)*(?:công tác|nhiệm vụ|hoạt động|chương trình|"
    r"kế hoạch|công việc|việc|nội dung|phương hướng|trọng tâm|mục tiêu|kết quả|lịch|sẽ làm|cần làm)"
    r"(?:[\s,]+(?:và|chính|cụ thể|chung|trọng tâm|trọng điểm|chủ yếu|thực hiện|cần đạt|mong đợi|sẽ làm|cần làm|"
    r"công tác|nhiệm vụ|phương hướng|tiếp theo|trong))*[\s.,:]*"
)
_LONG_TASK = 40
_TIMED_ELSEWHERE = re.compile(
    r"(?<![\wà-ỹ])(?:theo (?:lịch|thông báo) (?:riêng|sau|cụ thể|của)|(?:có )?thông báo sau|khi có (?:lịch|"
    r"thông báo|yêu cầu)|"
    r"thường xuyên|đột xuất|24/24|24/7|(?:hằng|hàng) ngày)(?![\wà-ỹ])"
)


@dataclass(slots=True)
class Assembly:
    """One walk through the blocks of a text. ``official``: a plan, letter or rule, not news.

    ``prose``: without lists. ``amends``: it moves or takes back what an earlier document had said.
    """

    drafts: Drafts
    labels: Labels
    official: bool
    prose: bool
    amends: bool = False

    def add_block(self, block: Block, clauses: list[Clause]) -> None:
        context = self.drafts.context(block)
        if context and context[0].unit == "half":
            context = None  # too long a time to put a thing on the calendar with
        words = self.drafts.source.folded[block.body : block.end]
        if heading_span(words) or is_session(words):
            return
        for clause in [] if block.past else clauses:
            if self.amends and cites_earlier(clause.folded):
                continue
            if clause.cells is not None:
                add_row(self.drafts, clause, context)
            elif not self.labels.add(clause):
                context = self._add_clause(clause, context)

    def add_title_line(self, start: int, end: int) -> None:
        """The day of the whole event where brackets under the title give it.

        "(Sáng thứ Bảy, ngày 27/3/2027)".
        """
        text = tidied(self.drafts.source.text[start:end])
        bracket = _DAY_IN_BRACKETS.search(fold(text))
        posted = bracket is not None and is_dateline(bracket.group())
        found = [moment for moment in moments(bracket.group()) if not moment.weak] if bracket and not posted else []
        if len(found) == 1 and found[0].first == found[0].last and self.drafts.plan_title:
            title = title_of(_DATED_BRACKET.split(self.drafts.plan_title)[0])
            clause = Clause(text, fold(text), start, end, Block(start, start, end, PLAIN, "", None))
            self.drafts.keep(Draft(Statement(title, fold(title), found[0]), clause, title, [(start, end)]))

    def _add_clause(self, clause: Clause, context: Span | None) -> Span | None:
        """Adds what a clause asks for; a month that opens a line ("Tháng 3.

        ...") holds for the rest of it.
        """
        if clause.start == clause.block.body and clause.end < clause.block.end and heading_span(clause.folded):
            return heading_span(clause.folded)
        if lists_undated(clause.folded):
            context = None
        own, begin = _own_span(clause, context)
        span = own or context
        who, after = holder(clause.folded[begin:]) if is_day(span) else ("", 0)
        begin += after
        opening = own is not None or (clause.start == clause.block.body > clause.block.start)
        found = self._statements(clause, begin, span=span)
        found = _under(span, found, clause, begin)
        if clause.block.children and not any(one.moment for one in found) and _is_heading(clause):
            return context
        context = span
        if not found and _takes_day(clause, begin, own, context):
            found = [Statement(clause.text[begin:], clause.folded[begin:])]
        if any(one.moment for one in found) and clause.start > clause.block.body:
            self.drafts.drop_lead(clause.block)
        named = clause.text[begin - after : begin - after + len(who)]
        for statement in found:
            if _asks(statement, clause) and (opening or not _is_idle(statement, clause)):
                self._add(statement, clause, context, named)
        return context

    def _add(self, statement: Statement, clause: Clause, context: Span | None, who: str) -> None:
        lent = context if statement.moment or not _TIMED_ELSEWHERE.search(statement.about) else None
        draft = self.drafts.add(_without_feast(statement, context), clause, lent)
        if draft and who:
            draft.details.setdefault("in_charge", who)

    def _statements(self, clause: Clause, begin: int, *, span: Span | None) -> list[Statement]:
        """``span``: what has no date of its own takes that of the heading above."""
        text, folded = clause.text[begin:], clause.folded[begin:]
        is_remark = _REMARK.match(folded) or _VENUE.fullmatch(folded)
        likely = self.drafts.likelihood(clause) >= (SHOWN if is_day(span) else LEAST)
        lent = span is not None and is_activity(folded)
        wanted = not is_remark and (likely or lent or bool(clause.block.children))
        return [_placed(one, begin) for one in statements(text, folded, wanted=wanted)]


def _own_span(clause: Clause, context: Span | None) -> tuple[Span | None, int]:
    """The time that opens a line before its colon, and where the line goes on."""
    lead = LEAD.match(clause.folded)
    own = heading_span(lead["lead"]) if lead else None
    if own is None or lead is None:
        return None, 0
    month = context[0].month if context else None
    first, last = (replace(part, month=part.month or month) if part.unit == "day" else part for part in own)
    return (first, last), lead.end()


def _is_heading(clause: Clause) -> bool:
    long_task = clause.folded.startswith("tổ chức ") and len(clause.folded) > _LONG_TASK
    return not clause.text.endswith((".", ";")) and not long_task


def _takes_day(clause: Clause, begin: int, own: Span | None, context: Span | None) -> bool:
    """Whether words without a date happen on the day of their heading, as in a week's schedule."""
    folded = clause.folded[begin:]
    block = clause.block
    under_day = block.parent is not None and 0 < block.parent.standing[1] < ITEM
    listed = block.body > block.start or (under_day and bool(SESSION_FIRST.match(folded)))
    by_day = own is not None or (listed and context is not None and context[0].unit == "day")
    said = _REMARK.match(folded) or _VENUE.fullmatch(folded)
    return by_day and takes_day(clause, begin) and not said


def _under(span: Span | None, found: list[Statement], clause: Clause, begin: int) -> list[Statement]:
    """The statements with what the day or month of their heading lends them."""
    if span is None:
        return found
    return on_day(found, clause, begin, span) if is_day(span) else in_month(found, span)


def _asks(statement: Statement, clause: Clause) -> bool:
    """Whether a statement is something to be done, and no note, heading or announcement."""
    return not (_is_aside(statement, clause) or _only_heads(statement, clause) or _only_announces(statement, clause))


def _is_aside(statement: Statement, clause: Clause) -> bool:
    """Whether a date only stands in a note, a basis or an aim; what is due there is still due."""
    moment = statement.moment
    if moment is None or moment.deadline:
        return False
    if clause.folded.startswith("ghi chú:"):
        return not (_on_a_day(moment) and is_activity(statement.about))
    return clause.folded.startswith(("nội dung:", "căn cứ ")) or (moment.weak and clause.block.purpose)


def _on_a_day(moment: Moment) -> bool:
    return moment.first.unit == "day" and not moment.weak


def _rests_on(clause: Clause, place: int) -> bool:
    """Whether a feast is only part of a document's name: "Thực hiện Kế hoạch ... về ngày 8/3, ..."."""
    grounds = _RESTS_ON.match(clause.folded)
    return grounds is not None and "," not in clause.folded[grounds.end() : place]


def _is_idle(statement: Statement, clause: Clause) -> bool:
    """A year outside a list, a month beside the name of something, or a feast in the name of a document."""
    moment = statement.moment
    if moment is None:
        return False
    if moment.weak and _rests_on(clause, moment.start):
        return True
    plain = clause.block.body == clause.block.start
    if plain and moment.first.unit in ("month", "quarter") and _ONLY_NAMES.search(clause.folded):
        return True
    return moment.first.unit == "year"


def _only_heads(statement: Statement, clause: Clause) -> bool:
    """Whether words with a month are but a heading of what stands below: "B. Nhiệm vụ, công tác tháng 10"."""
    moment = statement.moment
    wide = moment is not None and moment.first.unit in ("month", "quarter", "half", "year") and not moment.deadline
    return wide and _is_heading(clause) and _HEAD_WORDS.fullmatch(fold(statement.words)) is not None


def _only_announces(statement: Statement, clause: Clause) -> bool:
    """Whether a feast only opens the text: "Hưởng ứng ngày 20/10, Công đoàn thông báo kế hoạch như sau:"."""
    weak = statement.moment is not None and statement.moment.weak
    return weak and clause.folded.endswith(":") and _ANNOUNCES.search(clause.folded) is not None


def _placed(statement: Statement, by: int) -> Statement:
    """The statement with its moment placed in the whole clause instead of in the part after ``by``."""
    moment = statement.moment
    if moment is None or not by:
        return statement
    return replace(statement, moment=replace(moment, start=moment.start + by, end=moment.end + by))


def _without_feast(statement: Statement, context: Span | None) -> Statement:
    """A feast only named does not date what prepares it, nor what a heading puts into another month."""
    moment = statement.moment
    if moment is None or not moment.weak:
        return statement
    month = context[0].month if context else None
    elsewhere = month is not None and month != moment.first.month
    if elsewhere or (moment.named and _PREPARES.match(fold(title_of(statement.words)))):
        return replace(statement, moment=None)
    return statement
