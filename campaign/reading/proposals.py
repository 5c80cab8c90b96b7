"""From the outlined text to proposals: statements with their dates, the labels under them, and mentions joined.

A line "Thời gian: ..." belongs to the activity above it; a heading "Tháng 3" gives its month to what stands under it;
two mentions of one thing become one proposal with two quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from campaign.reading import feasts
from campaign.reading.clocks import clocks
from campaign.reading.headings import Span, heading_span
from campaign.reading.kinds import kind_of
from campaign.reading.outline import PLAIN, Block, Clause, sentences
from campaign.reading.statements import Statement, is_activity, statements
from campaign.reading.text import Source, fold, place_of, squeezed, tidied
from campaign.reading.times import Moment, frequency, moments
from campaign.reading.titles import around, subject_of, title_of
from campaign.reading.values import Proposal
from campaign.reading.years import Years, resolved

_LABEL = re.compile(r"(?P<label>[^:;.\d]{2,60}?)\s*:\s*(?=\S)")
_BARE_TIME = re.compile(r"(?P<label>thời gian(?: tổ chức| thực hiện| triển khai)?)\s+(?=(?:từ|đến|trước|trong|vào|dự kiến|là|lúc)\s)")
_TIME_LABEL = re.compile(
    r"(?:thời gian|thời hạn|thời điểm|hạn|lịch(?! sử)|ngày(?=$|\s+(?:tổ chức|thi|họp|diễn|khai|bế|thực|nộp|ra|công|bắt|kết|nhận|dự|gửi|đi|hội thảo|"
    r"hội nghị|tọa đàm)))(?!\w)\s*(?P<of>.*)"
)
_PLAIN_OF = re.compile(
    r"(?:,?\s*(?:và\s+)?(?:địa điểm|tổ chức|thực hiện|diễn ra|dự kiến|cụ thể|bắt đầu|hoàn thành|tiến hành|hình thức|thành phần|hạn|là|triển khai|hoạt động|sự kiện|hội nghị|\(dự kiến\)|của)\s*)*"
)
_AGENDA = re.compile(r"\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?\s*(?:-|đến|:)")
_REMARK = re.compile(
    r"(?:ghi chú|lưu ý|nội dung|chuẩn bị|hình thức|trang phục|kinh phí|yêu cầu|cơ cấu|lệ phí|chỉ tiêu|tồn tại|hạn chế|liên hệ|chủ trì|thư ký|có mặt|"
    r"đối tượng|tiêu chuẩn|giải thưởng|phương tiện|tài liệu|dự toán|nguồn|thời kỳ|môn|học phí|đối tượng)(?:\s[^:;.]{0,40})?:"
)
_POOR = re.compile(
    r"(?:(?:gửi|nộp|thực hiện|hoàn thành|tổ chức|khởi hành|nhận|dự kiến|mà thực hiện|xong|trình|làm|diễn ra|vẫn giữ lịch|lùi|hạn|"
    r"nhận (?:bài|tác phẩm|ảnh|sản phẩm|hồ sơ)|chung kết|sơ khảo|vòng [\w]+|các khoa|các đơn vị|các phòng|báo cáo về|về)[\s,]*)*|"
    r"(?:đợt|cuộc|lần|kỳ|vòng|lớp|buổi)\s+(?:\d+|[ivx]+)"
)
_NUMBERED = re.compile(r"(?:đợt|cuộc|lần|kỳ|vòng|lớp|buổi)\s.*|nhận\s.*|chung kết|sơ khảo|các .*")
_LEAD = re.compile(r"(?P<lead>[^:]{4,160}):\s")
_ANNOUNCES = re.compile(r"(?:thông báo|đề nghị|yêu cầu|triển khai|xây dựng kế hoạch|ban hành|kế hoạch|như sau|sau đây)[^:]{0,60}:$")
_PREPARES = re.compile(r"(?:ban hành|xây dựng|tham mưu|lập kế hoạch|lập dự toán|chuẩn bị|hướng dẫn|dự thảo|soạn)\b")
_VENUE = re.compile(r"(?:địa điểm|nơi tổ chức)")
_AUDIENCE = re.compile(r"(?:thành phần|đối tượng|đại biểu)")
_HOLDER = re.compile(r"(?:(?:đơn vị|người|bộ phận|cơ quan)?\s*(?:chủ trì|thực hiện|phụ trách|đầu mối|tổ chức))$")
_GENERIC = re.compile(
    r"(?:nội dung|thời gian|địa điểm|thành phần|hình thức|tổ chức thực hiện|nhiệm vụ|kế hoạch cụ thể|đối tượng|tiến độ|kinh phí|"
    r"mục đích|yêu cầu|các hoạt động|hoạt động|giải pháp|phân công|chương trình|cụ thể|kế hoạch thực hiện|biện pháp|cách thức|triển khai thực hiện|chế độ)"
    r"(?:[\s,;:-]+(?:và|chính|cụ thể|thực hiện|tổ chức|thời gian|địa điểm|thành phần|nội dung|hình thức|trọng tâm|chủ yếu|tham gia|tham dự|công việc|hoạt động|nhiệm vụ|giải pháp|báo cáo|thông tin))*[\s.:]*"
)


@dataclass(slots=True)
class Draft:
    """A proposal in the making; ``spans`` are the places of its quotes in the source, the dated one first."""

    statement: Statement
    clause: Clause
    title: str
    spans: list[tuple[int, int]]
    context: Span | None = None
    details: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Assembly:
    """Drafts gathered block by block."""

    source: Source
    plan_title: str | None
    official: bool
    prose: bool
    drafts: list[Draft] = field(default_factory=list)
    last_day: Moment | None = None
    of_block: dict[int, list[Draft]] = field(default_factory=dict)
    contexts: dict[int, Span] = field(default_factory=dict)

    def add_block(self, block: Block, clauses: list[Clause]) -> None:
        context = self._context(block)
        if self._is_time_heading(block):
            return
        for clause in clauses:
            if clause.cells is not None:
                self._add_row(clause, context)
            elif not self._add_label(clause):
                context = self._add_clause(clause, context)

    def add_title_line(self, start: int, end: int) -> None:
        """The day of the whole event where it stands in brackets under the title: "(Sáng thứ Bảy, ngày 27/3/2027)"."""
        text = tidied(self.source.text[start:end])
        bracket = re.search(r"\((?!(?i:kèm))[^()]*\)$", text)
        found = moments(fold(bracket.group())) if bracket else []
        found = [moment for moment in found if not moment.weak]
        if len(found) == 1 and found[0].first == found[0].last and self.plan_title:
            block = Block(start, start, end, PLAIN, "", None)
            title = title_of(re.split(r"\((?=[^()]*\d/\d)", self.plan_title)[0])
            clause = Clause(text, fold(text), start, end, block)
            self._keep(Draft(Statement(title, fold(title), found[0]), clause, title, [(start, end)]))

    # Headings

    def _context(self, block: Block) -> Span | None:
        """The month or quarter that a heading above this block gives."""
        own = heading_span(self.source.folded[block.body : block.end])
        if own:
            self.contexts[id(block)] = own
        elif block.parent and id(block.parent) in self.contexts:
            self.contexts[id(block)] = self.contexts[id(block.parent)]
        return self.contexts.get(id(block))

    def _is_time_heading(self, block: Block) -> bool:
        return heading_span(self.source.folded[block.body : block.end]) is not None

    # Clauses

    def _add_clause(self, clause: Clause, context: Span | None) -> Span | None:
        """The statements of a clause; a month that opens a line ("Tháng 3: ...") holds for the rest of it."""
        block = clause.block
        lead = _LEAD.match(clause.folded)
        own = heading_span(lead["lead"]) if lead else None
        begin = lead.end() if lead and own else 0
        text, folded = clause.text[begin:], clause.folded[begin:]
        opening = (clause.start == block.body and block.body > block.start) or own is not None
        remark = _REMARK.match(folded)
        wanted = not remark and self._wants_undated(clause)
        found = [_moved(one, begin) for one in statements(text, folded, listed=opening, wanted=wanted)]
        if block.children and not any(one.moment for one in found) and _is_heading(clause):
            return context
        context = own or context
        if not found and not remark and context and (own or context[0].unit == "day") and len(folded) > 8:  # noqa: PLR2004
            found = [Statement(text, folded)]
        if any(one.moment for one in found) and clause.start > block.body:
            self._drop_lead(block)
        for statement in found:
            if not self._is_idle(statement, clause, opening=opening):
                self._add(_without_feast(statement, context), clause, context)
        return context

    def _wants_undated(self, clause: Clause) -> bool:
        """Whether this part of the document asks for things: lists and sections do, aims, agendas and news do not."""
        block = clause.block
        inside = self.prose or block.body > block.start or block.parent is not None
        return self.official and inside and not block.purpose and not _AGENDA.match(clause.folded)

    def _is_idle(self, statement: Statement, clause: Clause, *, opening: bool) -> bool:
        """A year outside a list of duties, or a feast that only opens the text ("Hưởng ứng ngày ..., Công đoàn thông báo:")."""
        moment = statement.moment
        if moment is None or opening:
            return False
        announces = clause.folded.endswith(":") and _ANNOUNCES.search(clause.folded)
        return moment.first.unit == "year" or (moment.weak and bool(announces))

    def _add(self, statement: Statement, clause: Clause, context: Span | None) -> Draft | None:
        title = title_of(statement.words)
        if _POOR.fullmatch(fold(title)) or len(title) < 3:  # noqa: PLR2004
            title = self._enriched(title, clause)
            if not title:
                return None
            statement = replace(statement, about=fold(title))
        draft = Draft(statement, clause, title, [(clause.start, clause.end)], context)
        subject = subject_of(statement.words)
        if subject:
            draft.details["in_charge"] = subject
        self._keep(draft)
        return draft

    def _keep(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.of_block.setdefault(id(draft.clause.block), []).append(draft)

    def _drop_lead(self, block: Block) -> None:
        """Takes back what a block proposed before its colon once a date after the colon speaks of it."""
        lead = _LEAD.match(fold(tidied(self.source.text[block.body : block.end])))
        for draft in list(self.of_block.get(id(block), [])):
            if lead and draft in self.drafts and draft.statement.moment is None and fold(draft.title)[: lead.end("lead")].startswith(lead["lead"][: len(draft.title)]):
                self.drafts.remove(draft)

    def _enriched(self, title: str, clause: Clause) -> str:
        """A title that says too little ("Gửi", "Đợt 2"), with what the line or the heading above is about."""
        block = clause.block
        lead = _LEAD.match(fold(tidied(self.source.text[block.body : block.end])))
        words = tidied(self.source.text[block.body : block.end])[: lead.end("lead")] if lead else ""
        about = title_of(words) if words and fold(title) not in fold(words) else ""
        if about and (heading_span(fold(words)) or _TIME_LABEL.match(fold(words))):
            about = ""
        if not about and clause.start > block.body:
            about = next((one.title for one in self.of_block.get(id(block), [])), "")
        about = about or self._heading_title(block) or ""
        return f"{title}: {about}" if about and _NUMBERED.fullmatch(fold(title)) else about or title

    # Labels

    def _add_label(self, clause: Clause) -> bool:
        """A line "Thời gian: ..." and its like; False where the clause is none."""
        label = _LABEL.match(clause.folded) or _BARE_TIME.match(clause.folded)
        if label is None:
            return False
        name = label["label"].strip()
        rest = squeezed(clause.text[label.end() :]).strip(" .;")
        for key, form in (("venue", _VENUE), ("audience", _AUDIENCE), ("in_charge", _HOLDER)):
            if form.match(name):
                if not moments(clause.folded) or key == "venue":
                    for draft in self._owners(clause):
                        draft.details.setdefault(key, rest)
                    return True
                return False
        time = _TIME_LABEL.fullmatch(name)
        return self._add_time_label(clause, time["of"].strip(), label.end()) if time else False

    def _add_time_label(self, clause: Clause, of: str, begin: int) -> bool:
        found = moments(clause.folded)
        if not found and "cùng ngày" in clause.folded and self.last_day:
            times = clocks(clause.folded)
            found = [replace(self.last_day, time=times[0].time, end_time=times[0].end_time)] if times else []
        if not found:
            return True
        self.last_day = found[-1]
        own = statements(clause.text[begin:], clause.folded[begin:])
        dated = [one for one in own if one.moment]
        if dated and all(len(title_of(one.words).split()) > 2 for one in dated) and not _is_programme(clause.folded[begin:]):  # noqa: PLR2004
            return False
        owners = self._owners(clause)
        extra = "" if _PLAIN_OF.fullmatch(of) else clause.text[clause.folded.index(of) : clause.folded.index(of) + len(of)]
        for moment in found:
            self._date_owner(clause, owners, moment, extra)
        return True

    def _date_owner(self, clause: Clause, owners: list[Draft], moment: Moment, extra: str) -> None:
        """Gives a labelled date to the activity above, or makes the activity from the heading above."""
        open_owner = next((one for one in owners if one.statement.moment is None or one.statement.moment.weak), None)
        span = (clause.start, clause.end)
        if open_owner and not extra:
            open_owner.statement = replace(open_owner.statement, moment=moment)
            open_owner.spans.insert(0, span)
            for other in owners:
                if other is not open_owner and other.statement.moment and other.statement.moment.weak:
                    self.drafts.remove(other)
            return
        title = owners[0].title if owners else self._heading_title(clause.block)
        if extra:
            title = title_of(extra) + (f": {title}" if title else "")
        if not title:
            return
        about = fold(extra or title)
        draft = Draft(Statement(title, about, moment), clause, title, [span])
        if owners:
            draft.spans.append(owners[0].spans[-1])
            draft.details.update(owners[0].details)
        self._keep(draft)

    def _owners(self, clause: Clause) -> list[Draft]:
        """The drafts that a label speaks about: of the same block before it, else of the nearest block above."""
        block: Block | None = clause.block
        while block is not None:
            drafts = [one for one in self.of_block.get(id(block), []) if one in self.drafts]
            if drafts:
                last = drafts[-1].clause
                return [one for one in drafts if one.clause is last]
            block = block.parent
        return self._before(clause)

    def _before(self, clause: Clause) -> list[Draft]:
        """The draft of the line above, for labels that stand in plain lines below it."""
        if clause.block.level != PLAIN or not self.drafts:
            return []
        last = self.drafts[-1]
        near = clause.start - last.clause.end < 300 and last.clause.block.level == PLAIN  # noqa: PLR2004
        return [one for one in self.drafts if near and one.clause is last.clause]

    def _heading_title(self, block: Block | None) -> str | None:
        """The nearest heading that names something, else the title of the plan."""
        block = block.parent if block else None
        while block is not None:
            folded = self.source.folded[block.body : block.end]
            if not _GENERIC.fullmatch(folded) and heading_span(folded) is None and len(folded) < 200:  # noqa: PLR2004
                return title_of(re.sub(r"(?i)^về\s+", "", self.source.text[block.body : block.end]))
            block = block.parent
        return title_of(re.sub(r"(?i)^(?:v/v|về việc)\s+", "", self.plan_title)) if self.plan_title else None

    # Rows

    def _add_row(self, clause: Clause, context: Span | None) -> None:
        cells = clause.cells or {}
        what = tidied(cells.get("what", ""))
        if not what or what.isupper() or (len(cells) == 1 and not is_activity(fold(what))):
            return
        limit = "time" not in cells
        time = fold(tidied(cells.get("limit" if limit else "time", "")))
        found = _with_limit(moments(time, in_time_cell=True), limit=limit)
        for statement, outer in _row_statements(what, found, several=len(cells) > 1):
            draft = self._add(statement, clause, outer or context)
            if draft:
                self._fill(draft, cells)

    def _fill(self, draft: Draft, cells: dict[str, str]) -> None:
        for column, key in (("place", "venue"), ("holder", "in_charge"), ("partner", "partners"), ("audience", "audience")):
            if column in cells:
                draft.details[key] = squeezed(cells[column])


def _is_heading(clause: Clause) -> bool:
    return not clause.text.rstrip().endswith((".", ";")) and not _real(clause.folded)


def _real(folded: str) -> bool:
    return folded.startswith("tổ chức ") and len(folded) > 40  # noqa: PLR2004


def _is_programme(folded: str) -> bool:
    """Whether a time label goes on with other labels: "8h00 ngày 20/10, địa điểm: hội trường"."""
    return bool(re.search(r"(?:địa điểm|thành phần|tại)\s*:?", folded))


def _with_limit(found: list[Moment], *, limit: bool) -> list[Moment]:
    """In a column of time limits each single day is a deadline."""
    if not limit:
        return found
    return [replace(one, deadline=one.deadline or one.first == one.last and one.first.unit == "day") for one in found]


def _row_statements(what: str, found: list[Moment], *, several: bool) -> list[tuple[Statement, Span | None]]:
    """The statements of a row: a day in the description is more exact than the month in the time column."""
    about = fold(what)
    if not found:
        said = statements(what, about) or ([Statement(what, about)] if several else [])
        return [(one, None) for one in said]
    outer = (found[0].first, found[-1].last)
    own = statements(what, about, wanted=False)
    if outer[0].unit != "day" and own:
        parts = [what[start:end] for start, end in sentences(what, 0, len(what))]
        said = [one for part in parts for one in statements(part, fold(part), wanted=False) or [Statement(part, fold(part), found[0])]]
        return [(one, outer) for one in said]
    times = clocks(about)
    if times and found[0].time is None:
        found = [replace(moment, time=times[0].time, end_time=times[0].end_time) for moment in found]
    return [(Statement(what, about, moment), None) for moment in found]


def _moved(statement: Statement, by: int) -> Statement:
    """The statement with its moment placed in the whole clause instead of in the part after ``by``."""
    moment = statement.moment
    if moment is None or not by:
        return statement
    return replace(statement, moment=replace(moment, start=moment.start + by, end=moment.end + by))


def _without_feast(statement: Statement, context: Span | None) -> Statement:
    """A feast only named does not date what prepares it, nor what a heading puts into another month."""
    moment = statement.moment
    if moment is None or not moment.weak or not moment.named:
        return statement
    elsewhere = context is not None and context[0].month is not None and context[0].month != moment.first.month
    if elsewhere or _PREPARES.match(fold(title_of(statement.words))):
        return replace(statement, moment=None)
    return statement


# Finishing


def finished(source: Source, drafts: list[Draft], years: Years, *, standing: bool) -> list[tuple[Draft, Proposal]]:
    """The proposals of all drafts that have days or are activities, mentions of one thing joined."""
    done = [(draft, _proposal(source, draft, years, standing=standing)) for draft in drafts]
    joined: list[tuple[Draft, Proposal]] = []
    for draft, proposal in done:
        if proposal is None:
            continue
        twin = next((i for i, (_, other) in enumerate(joined) if _same(other, proposal)), None)
        if twin is None:
            joined.append((draft, proposal))
        else:
            joined[twin] = (joined[twin][0], _joined(joined[twin][1], proposal))
    return joined


def _proposal(source: Source, draft: Draft, years: Years, *, standing: bool) -> Proposal | None:
    moment = draft.statement.moment
    context = draft.context
    often = frequency(draft.clause.folded)
    if context is not None and not often and (moment is None or (moment.weak and context[0].unit == "day")):
        moment = _of_context(draft, context)
    yearly = standing or often == "yearly"
    dated = resolved(moment, years, context=context, standing=yearly) if moment else None
    if dated and years.is_past(dated.days.last, feast=bool(moment and moment.weak)):
        return None
    if moment and dated is None and not often and not is_activity(draft.statement.about):
        return None
    kind = kind_of(
        fold(draft.title) if len(draft.title) > 20 else draft.statement.about,  # noqa: PLR2004
        deadline=bool(moment and moment.deadline),
        weak=bool(moment and moment.weak),
    )
    quotes = tuple(source.given[start:end].strip() for start, end in draft.spans)
    feast = feasts.named(draft.statement.about)
    proposal = Proposal(
        kind=kind,
        title=draft.title,
        quote=quotes[0],
        quotes=quotes,
        line=source.line_at(_written_at(source, draft, moment)),
        place=draft.clause.block.place,
        frequency=often,
        feast=feast.title if feast else None,
        **draft.details,  # type: ignore[arg-type]
    )
    if dated is None or moment is None:
        return proposal
    one_day = dated.days.first == dated.days.last
    return replace(
        proposal,
        start=dated.days.first,
        end=None if one_day else dated.days.last,
        precision=dated.precision,
        deadline=moment.deadline or (kind == "report" and one_day and not moment.weak and draft.clause.cells is None),
        time=moment.time,
        end_time=moment.end_time,
        session=moment.session,
    )


def _of_context(draft: Draft, context: Span) -> Moment:
    """The moment that a heading gives; under a day, the statement's own clock time joins it."""
    times = clocks(draft.clause.folded) if context[0] == context[1] and context[0].unit == "day" and draft.clause.cells is None else []
    moment = Moment(0, 0, *context)
    if not times:
        return moment
    deadline = bool(re.search(r"(?:trước|chậm nhất)\s+$", draft.clause.folded[: times[0].start]))
    return replace(moment, time=times[0].time, end_time=times[0].end_time, deadline=deadline)


def _written_at(source: Source, draft: Draft, moment: Moment | None) -> int:
    start, end = draft.spans[0]
    if draft.clause.cells is None and moment and start == draft.clause.start:
        return min(end - 1, place_of(source.text, start, draft.clause.text, moment.start))
    return start


_COMMON = frozenset("các của và về cho tại với công tác tổ chức năm ngày tháng trong".split())


def _same(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are mentions of one thing: same days and kind, and mostly the same words."""
    if one.start is None or (one.start, one.end, one.kind) != (other.start, other.end, other.kind):
        return one.start is None and other.start is None and one.title == other.title and one.quote != other.quote
    if one.time and other.time and one.time != other.time:
        return False
    if one.kind == "campaign":
        return True
    words, others = _words(one.title), _words(other.title)
    return bool(words) and len(words & others) >= 0.6 * min(len(words), len(others))


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"[\wà-ỹ]+", fold(title)) if word not in _COMMON}


def _joined(one: Proposal, other: Proposal) -> Proposal:
    quotes = (*one.quotes, *(quote for quote in other.quotes if quote not in one.quotes))
    return replace(one, quotes=quotes, time=one.time or other.time, end_time=one.end_time or other.end_time)
