"""From a clause to what it asks for: one statement for each of its dates, and one for what has no date.

Here it is decided which words belong to which date ("báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 05/12"),
and whether a clause without a date is a real activity or only an aim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.reading.activities import is_activity, is_duty, is_no_task, is_whole_plan
from campaign.reading.moments import Moment
from campaign.reading.text import fold
from campaign.reading.times import moments
from campaign.reading.framing import around
from campaign.reading.weighing import weighed

_STRONG_BOUNDARY = re.compile(
    r"(?:,\s*(?:và\s+|đồng thời\s+)?)(?=(?:tổ chức(?= (?:các|hội|tọa|sơ|tổng|lớp|gặp|\d|tập|"
    r"khen|thăm|cuộc|buổi))|cử (?:\w+ viên|cán bộ|đại biểu|đoàn|\d))\b)|;\s"
)
_NOUN_PART = re.compile(r",\s+(?=(?:các buổi|các dịp|các hoạt động|lồng ghép|kết hợp)\s)")
_LEADS_OFF = re.compile(
    r"^[\s\"(*-]*(?:(?:vào|trong|từ|dự kiến|khoảng|đến|đầu|hết|các|nhân|dịp|riêng|nhân dịp|"
    r"hằng năm,?|hàng năm,?|định kỳ)(?:\s+|$))*$"
)
_PART = re.compile(r"[,;]\s+(?:và\s+|đồng thời\s+)?|\svà\s+|[.]\s+")
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
_LONGEST_TAIL = 90
_GLUED = re.compile(r"^[\s,;:()&-]*(?:và\s+)?(?P<preposition>về|cho|của|tại|với|đối với|nội dung)\s")


@dataclass(frozen=True, slots=True)
class Statement:
    """Words for a title, free of their date, with the moment they are bound to; ``about`` is folded, for the kind."""

    words: str
    about: str
    moment: Moment | None = None


def statements(text: str, folded: str, *, listed: bool = False, wanted: bool = True) -> list[Statement]:
    """The dated statements of a clause, then, where ``wanted``, what it asks for without a date.

    ``listed``: the clause opens an item of a list of duties, so that it is one unless it is plainly an aim.
    """
    if is_no_task(folded):
        return []
    kept = weighed(folded, moments(folded))
    dated = _bound(text, folded, kept) if kept else []
    return dated + (_undated(text, folded, kept, listed=listed) if wanted else [])


def _bound(text: str, folded: str, kept: list[Moment]) -> list[Statement]:
    """Each moment with its words: those before it, or those after it where the clause begins with a date."""
    spans = [around(folded, moment.start, moment.end) for moment in kept]
    leads_off = bool(_LEADS_OFF.match(folded[: spans[0][0]]))
    found: list[Statement] = []
    words = ""
    for i, moment in enumerate(kept):
        after = leads_off and (i == 0 or _own_part(folded, spans, i) is None)
        if after:
            said = _words_after(text, folded, spans, i)
        else:
            said = _words_before(text, folded, spans, i, words, leads_off=leads_off)
        if moment.weak and after and len(said.split()) > 2:  # noqa: PLR2004
            said = f"{said.rstrip(' .;,')} dịp {text[moment.start : moment.end]}"
        elif moment.weak:
            said = _occasion_words(text, folded, moment, kept, said)
        words = said if said.strip() else words
        found.append(Statement(words, fold(words), moment))
    return found


def _own_part(folded: str, spans: list[tuple[int, int]], i: int) -> int | None:
    """Where the part begins that says what the i-th date is for, between it and the date before; None: nothing does."""
    begin, end = spans[i - 1][1], spans[i][0]
    cuts = [match.end() for match in _PART.finditer(folded, begin, end)]
    return next((cut for cut in reversed(cuts) if len(folded[cut:end].split()) > 1), None)


def _words_after(text: str, folded: str, spans: list[tuple[int, int]], i: int) -> str:
    """The words after a date that opens its clause; of several dates in a row those after the last."""
    for j in range(i, len(spans)):
        limit = spans[j + 1][0] if j + 1 < len(spans) else len(text)
        if not _LINK.match(folded[spans[j][1] : limit]):
            if j + 1 < len(spans):
                limit = _own_part(folded, spans, j + 1) or limit
            return text[spans[j][1] : limit]
    return text[spans[-1][1] :]


def _words_before(
    text: str, folded: str, spans: list[tuple[int, int]], i: int, words: str, *, leads_off: bool
) -> str:
    """The words between two dates; a mere link repeats the words before, a preposition goes on with their head."""
    begin, start = (spans[i - 1][1] if i else 0), spans[i][0]
    if leads_off:
        begin = _own_part(folded, spans, i) or begin
    between = folded[begin:start]
    tail = _tail(text, folded, spans[i][1]) if i + 1 == len(spans) else ""
    if i and _LINK.match(between):
        return _next_round(words, between)
    glued = _GLUED.match(between)
    if i and glued:
        head = re.search(rf"\s{glued['preposition']}\s", fold(words))
        if head:
            return f"{words[: head.start()]} {text[begin:start].lstrip(' ,;:()&-')} {tail}"
    said = text[begin:start]
    if i + 1 == len(spans) and _COLON.match(folded, spans[i][1]) and _says_little(said):
        lead = "" if _TIME_ONLY.search(fold(said)) else said.strip(" ,:(-")
        after = text[spans[i][1] :].lstrip(" :)")
        return f"{lead}: {after}" if lead else after
    return f"{said.rstrip()} {tail}"


def _next_round(words: str, between: str) -> str:
    """The words before a date again, for the next round: "đợt 1 từ ..., đợt 2 từ ..."."""
    number = _ROUND.search(between)
    before = list(_ROUND.finditer(fold(words)))
    if number is None or not before or before[-1]["noun"] != number["noun"]:
        return words
    return words[: before[-1].start()] + number.group() + words[before[-1].end() :]


def _says_little(words: str) -> bool:
    return len(words.split()) <= 4 or bool(_TIME_ONLY.search(fold(words)))  # noqa: PLR2004


def _tail(text: str, folded: str, end: int) -> str:
    """What follows the last date, up to the next sentence part that says something else."""
    stop = _TAIL_ENDS.search(folded, end)
    rest = text[end : stop.start() if stop else len(text)]
    return rest if len(rest) < _LONGEST_TAIL else ""


def _occasion_words(text: str, folded: str, moment: Moment, kept: list[Moment], said: str) -> str:
    """A feast belongs to its title: "sinh hoạt kỷ niệm 20/10". Of several feasts each keeps its own."""
    written = text[moment.start : moment.end]
    if fold(written) in fold(said):
        return said
    part = max((match.end() for match in _NOUN_PART.finditer(folded, 0, moment.start)), default=0)
    first = next(other for other in kept if other.start >= part and other.weak)
    lead = text[part : first.start]
    if len(kept) == 1:
        lead = f"{lead}{written}{text[moment.end :]}" if len(text) - moment.end < 120 else f"{lead}{written}"  # noqa: PLR2004
        return lead
    return f"{lead}{written}"


def _undated(text: str, folded: str, kept: list[Moment], *, listed: bool) -> list[Statement]:
    """The parts of a clause that have no date and are activities."""
    if kept and not all(moment.weak for moment in kept):
        return []
    if is_whole_plan(folded):
        return []
    limit = len(text)
    if kept:
        part = max((match.start() for match in _NOUN_PART.finditer(folded, 0, kept[0].start)), default=0)
        if not part:
            return []
        limit = min(part, *(match.start() for match in _NOUN_PART.finditer(folded, 0, kept[0].start)))
    return [
        Statement(text[begin:end], folded[begin:end])
        for begin, end in _parts(folded, limit)
        if is_activity(folded[begin:end]) or (listed and begin == 0 and is_duty(folded[begin:end]))
    ]


def _parts(folded: str, limit: int) -> list[tuple[int, int]]:
    colon = re.search(r":\s", folded[:limit])
    if colon and 20 < colon.start() and is_activity(folded[: colon.start()]):  # noqa: PLR2004
        return [(0, colon.start())]
    cuts = [0, *(match.end() for match in _STRONG_BOUNDARY.finditer(folded, 0, limit)), limit]
    return [(begin, end) for begin, end in zip(cuts, cuts[1:], strict=False) if folded[begin:end].strip()]
