"""From a clause to what it asks for: one statement for each of its dates, and one for what has no date.

Here it is decided which words belong to which date ("báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước
ngày 05/12"), and whether a clause without a date is a real activity or only an aim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from campaign.reading.activities import is_activity, is_duty, is_no_task, is_whole_plan
from campaign.reading.clauses.weighing import weighed
from campaign.reading.framing import around
from campaign.reading.text import fold
from campaign.reading.time.moments import Moment
from campaign.reading.time.tenses import lead_end
from campaign.reading.time.times import moments

_STRONG_BOUNDARY = re.compile(
    r"(?:,\s*(?:và\s+|đồng thời\s+)?)(?=(?:tổ chức(?= (?:các|hội|tọa|sơ|tổng|lớp|gặp|\d|tập|"
    r"khen|thăm|cuộc|buổi))|cử (?:\w+ viên|cán bộ|đại biểu|đoàn|\d))\b)|;\s"
)
_NOUN_PART = re.compile(r",\s+(?=(?:các buổi|các dịp|các hoạt động|lồng ghép|kết hợp)\s)")
_LEADS_OFF = re.compile(
    r"^[\s\"(*-]*(?:(?:theo (?:kế hoạch|dự kiến|chương trình|lịch),?|vào|trong|từ|dự kiến|khoảng|đến|đầu|hết|"
    r"các|mỗi|nhân|dịp|riêng|nhân dịp|"
    r"hằng năm,?|hàng năm,?|định kỳ)(?:\s+|$))*$"
)
_PART = re.compile(r"[,;]\s+(?:và\s+|đồng thời\s+)?|\svà\s+|[.]\s+")
_SEMICOLON = re.compile(r";\s")
_ROUND = re.compile(r"\b(?P<noun>đợt|cuộc|lần|kỳ|vòng)\s+(?:\d+|i+|một|hai|ba)\b")
_COLON = re.compile(r"\s*:\s*\S")
_TIME_ONLY = re.compile(r"(?:chủ nhật|thứ \w+|tuần|ngày|buổi)\s.*(?:cuối|đầu tiên)")
_LINK = re.compile(
    r"^[\s,;:()&-]*(?:và|hoặc|cùng|rồi|trước|sau|đó)?[\s,]*(?:(?:đợt\s+(?:\d|i+|một|hai|ba)|"
    r"lần\s+\d|kỳ\s+\d|dịp|dự kiến|trước|vào|lúc|chậm nhất|từ|ngày|đến|các ngày|trong|ngày lễ)"
    r"\s*)*$"
)
_TAIL_ENDS = re.compile(
    r"[.;]\s|,\s*(?:qua đó|nhằm|trong đó|địa điểm|địa chỉ|qua email|email|điện thoại|tại)|"
    r"\s(?:nhằm|tại|để)\s|:"
)
_PLACE_OF_LAST = re.compile(r"\s*\)?\s*(?:tại|ở)\s[^,;:.]{3,60}[,;]\s*")
_LONGEST_TAIL = 90
_FEW = 2
_LONGEST_LEAD = 20
_GLUED = re.compile(r"^[\s,;:()&-]*(?:và\s+)?(?P<preposition>về|cho|của|tại|với|đối với|nội dung)\s")


@dataclass(frozen=True, slots=True)
class Statement:
    """Words for a title, free of their date, with the moment they are bound to.

    ``about`` is folded, for the kind.
    """

    words: str
    about: str
    moment: Moment | None = None


def statements(text: str, folded: str, *, wanted: bool = True) -> list[Statement]:
    """The dated statements of a clause, then, where ``wanted``, what it asks for without a date."""
    if is_no_task(folded):
        main = before_consequence(folded)
        return statements(text[:main], folded[:main], wanted=wanted) if main else []
    kept = weighed(folded, list(moments(folded)))
    dated = _bound(text, folded, kept) if kept else []
    return dated + (_undated(text, folded, kept) if wanted else [])


def _bound(text: str, folded: str, kept: list[Moment]) -> list[Statement]:
    spans = [around(folded, moment.start, moment.end) for moment in kept]
    begin = min(lead_end(folded), spans[0][0])
    leads_off = bool(_LEADS_OFF.match(folded[begin : spans[0][0]]))
    return _Binding(text, folded, kept, spans, leads_off).statements()


@dataclass(frozen=True, slots=True)
class _Binding:
    """A clause with its moments and the spans that they take up with the words that lead to them."""

    text: str
    folded: str
    kept: list[Moment]
    spans: list[tuple[int, int]]
    leads_off: bool

    def statements(self) -> list[Statement]:
        """Each moment with its words: those before it, or after it where the clause begins with a date."""
        found: list[Statement] = []
        words = ""
        for i, moment in enumerate(self.kept):
            after = self.leads_off and (i == 0 or self._own_part(i) is None)
            said = self._words_after(i) if after else self._words_before(i, words)
            if moment.weak:
                said = self._with_feast(moment, said, after=after)
            words = said if said.strip() else words
            found.append(Statement(words, fold(words), moment))
        return found

    def _own_part(self, i: int) -> int | None:
        """Where the part begins that says what the i-th date is for, after the date before; None.

        Nothing does.
        """
        begin, end = self.spans[i - 1][1], self.spans[i][0]
        cuts = [match.end() for match in _PART.finditer(self.folded, begin, end)]
        return next((cut for cut in reversed(cuts) if len(self.folded[cut:end].split()) > 1), None)

    def _limit(self, i: int) -> int:
        return self.spans[i + 1][0] if i + 1 < len(self.spans) else len(self.text)

    def _words_after(self, i: int) -> str:
        """The words after a date that opens its clause; of several dates in a row those after the last."""
        for j in range(i, len(self.spans)):
            end = self.spans[j][1]
            if not _LINK.match(self.folded[end : self._limit(j)]):
                own = self._own_part(j + 1) if j + 1 < len(self.spans) else None
                return self.text[end : own or self._limit(j)]
        return self.text[self.spans[-1][1] :]

    def _words_before(self, i: int, words: str) -> str:
        """The words between two dates; a mere link repeats ``words``, those of the date before."""
        begin, (start, end) = (self.spans[i - 1][1] if i else lead_end(self.folded)), self.spans[i]
        if self.leads_off:
            begin = self._own_part(i) or begin
        if i and (place := _PLACE_OF_LAST.match(self.folded, begin, start)):
            begin = place.end()
        said, last = self.text[begin:start], i + 1 == len(self.spans)
        if i and _LINK.match(self.folded[begin:start]):
            return _next_round(words, self.folded[begin:start])
        if last and _COLON.match(self.folded, end) and _says_little(said):
            return _before_colon(said, self.text[end:])
        tail = self._tail(end) if last else ""
        return f"{_glued(words, said) if i else said.rstrip()} {tail}"

    def _tail(self, end: int) -> str:
        """What follows the last date, up to the next sentence part that says something else."""
        stop = _TAIL_ENDS.search(self.folded, end)
        rest = self.text[end : stop.start() if stop else len(self.text)]
        return rest if len(rest) < _LONGEST_TAIL else ""

    def _with_feast(self, moment: Moment, said: str, *, after: bool) -> str:
        """A feast belongs to its title: "sinh hoạt kỷ niệm 20/10". Of several feasts each keeps its own."""
        written = self.text[moment.start : moment.end]
        if after and len(said.split()) > _FEW:
            return f"{said.rstrip(' .;,')} dịp {written}"
        if fold(written) in fold(said):
            return said
        part = self._part_of(moment)
        first = next(other for other in self.kept if other.start >= part and other.weak)
        rest = self.text[moment.end :] if len(self.kept) == 1 else ""
        return f"{self.text[part : first.start]}{written}{rest if len(rest) < _LONGEST_TAIL else ''}"

    def _part_of(self, feast: Moment) -> int:
        """Where the part begins that a feast belongs to: behind the date before it, or with a noun of its own."""
        after = [span[1] for other, span in zip(self.kept, self.spans, strict=True) if not other.weak]
        before = max((end for end in after if end <= feast.start), default=0)
        return max((match.end() for match in _NOUN_PART.finditer(self.folded, before, feast.start)), default=before)


def _glued(words: str, said: str) -> str:
    """Words that begin with a preposition go on with the head of those before: "..., về bình đẳng giới"."""
    glued = _GLUED.match(fold(said))
    head = re.search(rf"\s{glued['preposition']}\s", fold(words)) if glued else None
    return f"{words[: head.start()]} {said.lstrip(' ,;:()&-').rstrip()}" if head else said.rstrip()


def _before_colon(said: str, rest: str) -> str:
    """Few words and a date before a colon only lead to what follows: "Đợt 1 (từ ...): bán hàng gây quỹ"."""
    lead = "" if _TIME_ONLY.search(fold(said)) else said.strip(" ,:(-")
    after = rest.lstrip(" :)")
    return f"{lead}: {after}" if lead else after


def _next_round(words: str, between: str) -> str:
    """The words before a date again, for the next round: "đợt 1 từ ..., đợt 2 từ ..."."""
    number = _ROUND.search(between)
    before = list(_ROUND.finditer(fold(words)))
    if number is None or not before or before[-1]["noun"] != number["noun"]:
        return words
    return words[: before[-1].start()] + number.group() + words[before[-1].end() :]


def _says_little(words: str) -> bool:
    return len(words.split()) <= _FEW + _FEW or bool(_TIME_ONLY.search(fold(words)))


def _undated(text: str, folded: str, kept: list[Moment]) -> list[Statement]:
    """The parts of a clause that have no date.

    Beside feasts only what stands before a part that begins with a noun is one: "tuyên truyền ..., các buổi
    8/3".
    """
    if is_whole_plan(folded) or not all(moment.weak for moment in kept):
        return []
    limit = len(text)
    if kept:
        limit = next((match.start() for match in _NOUN_PART.finditer(folded, 0, kept[0].start)), 0)
    return [Statement(text[begin:end], folded[begin:end]) for begin, end in _parts(folded, limit)]


def _parts(folded: str, limit: int) -> list[tuple[int, int]]:
    label = LIST_LABEL.match(folded, 0, limit)
    if label:
        cuts = [label.end(), *(match.end() for match in _SEMICOLON.finditer(folded, label.end(), limit)), limit]
        return [(begin, end) for begin, end in pairwise(cuts) if folded[begin:end].strip()]
    colon = re.search(r":\s", folded[:limit])
    if colon and colon.start() > _LONGEST_LEAD and is_activity(folded[: colon.start()]):
        return [(0, colon.start())]
    cuts = [0, *(match.end() for match in _STRONG_BOUNDARY.finditer(folded, 0, limit)), limit]
    return [(begin, end) for begin, end in pairwise(cuts) if folded[begin:end].strip()]


_MISSED = re.compile(
    r"[,.]\s+(?=(?:(?:tổ|đơn vị|cá nhân|bộ phận|nơi|ai|phòng|trường|xã|đội|bài|hồ sơ|nếu|trường hợp)\s[^,;]{0,30}?)?"
    r"(?:nộp|gửi|báo cáo|đăng ký|đến|vắng|quá)\s[^,;]{0,20}?(?:trễ|chậm|muộn|sau|hạn))"
)
_NOT_DONE = re.compile(r"\b(?:không|chưa|nếu|trường hợp)\b")


# A line that only says that its parts are work without a date.
LIST_LABEL = re.compile(
    r"(?:(?:các )?(?:việc|nhiệm vụ|công việc|hoạt động|công tác) (?:thường xuyên|thường kỳ|khác|chung|trọng tâm|"
    r"chưa (?:xếp|có|định) (?:lịch|ngày|thời gian))|chưa (?:xếp|có|định|chốt) (?:lịch|ngày|thời gian)|ngoài ra)\s*:\s+"
)


def before_consequence(folded: str) -> int:
    """Where a task ends that goes on with what follows from missing it; 0 where it does not.

    "Nộp hồ sơ ngày 5/3 | , tổ nào nộp trễ coi như không đăng ký".
    """
    match = _MISSED.search(folded)
    if match is None or _NOT_DONE.search(folded, 0, match.start()):
        return 0
    main = folded[: match.start()]
    return match.start() if is_duty(main) and not is_no_task(main) else 0


def lists_undated(folded: str) -> bool:
    """Whether a line says that what follows has no date, or goes on all the time: no heading dates it."""
    return bool(LIST_LABEL.match(folded))
