"""Lines of a week's schedule: under the heading of a day an hour, a session or a name opens what happens then.

"- Chủ tịch: 8 giờ, dự đại hội ...", "- Sáng: 7h30 giao ban, 9h00 họp ban tổ chức".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from campaign.reading.activities import is_activity, is_no_task
from campaign.reading.clauses.statements import Statement
from campaign.reading.document.outline import Clause
from campaign.reading.text import fold
from campaign.reading.time.clocks import Clock, clocks
from campaign.reading.time.fragments import ORDINAL, ORDINALS, THIRDS
from campaign.reading.time.headings import Span
from campaign.reading.time.moments import Moment
from campaign.reading.time.spans import Part
from campaign.reading.verbs import BODY

SESSION_FIRST: Final = re.compile(r"\d{1,2}\s?(?:giờ|h|g|:)|(?:buổi\s+)?(?:sáng|chiều|tối|trưa)(?!\w)|cả ngày|buổi")
_POST = (
    r"(?:chủ tịch|bí thư|giám đốc|hiệu trưởng|hiệu phó|chủ nhiệm|viện trưởng|cục trưởng|chánh|trưởng|tổng biên tập|"
    r"ủy viên|thư ký|đội trưởng|tổ trưởng|thủ trưởng|chỉ huy)"
)
_HOLDER: Final = re.compile(
    rf"(?P<who>(?:(?:đ/c|đồng chí|ông|bà|các|phó|tổng|nguyên|{_POST}|{BODY})(?!\w)[^:;.\d]{{0,60}}))\s*:\s+(?=\S)"
)
_AT_THE_DESK: Final = re.compile(
    r"(?:(?:sáng|chiều|tối|cả ngày|buổi sáng|buổi chiều)\s*[:,]?\s+)?(?:\w+\s+)?"
    r"(?:làm việc|trực|giải quyết công việc|xử lý công việc|nghỉ)"
    r"(?:\s(?:thường xuyên|chuyên môn|phép|bù|lễ|ốm))?"
    r"(?:\s(?:tại|ở))?(?:\s(?:cơ quan|trụ sở|văn phòng|phòng|đơn vị|nhà))?[.;]?"
)
_COARSE: Final = ("month", "quarter", "half", "year")
_WITHIN: Final = re.compile(
    r"(?<![\wà-ỹ])(?:trong|vào|từ|đến|hết|trước|dự kiến|suốt|cả|cuối|đầu|giữa|là)\s+(?:\w+\s+)?$"
)
_BEFORE_HOUR: Final = re.compile(r"[,;:.(]\s*(?:và\s+)?$|\svà\s+$|^\s*$|(?:sáng|chiều|tối)\s+$")
_PLACE: Final = re.compile(r"\s*(?:tại|ở)\s")
_PART_OF_MONTH: Final = re.compile(
    rf"(?:(?:vào|trong|dự kiến)\s+)*(?:tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<week>{ORDINAL})|"
    rf"(?<!tuần )(?P<third>đầu|giữa|cuối))"
    r"\s+(?:của\s+)?tháng(?!\s+(?:\d|này sang|sau|tới|trước|\w+ năm))(?![\wà-ỹ])"
)
_SHORTEST: Final = 8


def is_day(context: Span | None) -> bool:
    """Whether what stands above is a single day."""
    return context is not None and context[0] == context[1] and context[0].unit == "day"


def is_at_the_desk(folded: str) -> bool:
    """Whether a line of a schedule asks for nothing: a session "Làm việc tại cơ quan", a day off."""
    return _AT_THE_DESK.fullmatch(folded.strip()) is not None


def holder(folded: str) -> tuple[str, int]:
    """Who a line of a schedule is for, and where the line goes on: "chủ tịch" of "Chủ tịch: 8 giờ, dự ..."."""
    match = _HOLDER.match(folded)
    if match is None or is_activity(match["who"]):
        return "", 0
    return match["who"], match.end()


def on_day(found: list[Statement], clause: Clause, begin: int, day: Span) -> list[Statement]:
    """The statements of a line under the heading of a day, one for each hour where it names several.

    A month in it is a name ("bình đơn thuốc tháng 11").
    """
    if is_at_the_desk(clause.folded[begin:]):
        return []
    if not any(one.moment and one.moment.first.unit == "day" for one in found):
        found = _by_hours(clause, begin, day) or found
    kept = [one for one in found if not _is_name(one, clause.folded)]
    if not kept and found:
        kept = [Statement(clause.text[begin:], clause.folded[begin:])]
    return kept


def in_month(found: list[Statement], month: Span) -> list[Statement]:
    """The statements below the heading of a month: "tuần đầu tháng", "cuối tháng" are parts of that month."""
    return [_in_part(one, month[0]) if one.moment is None and month[0] == month[1] else one for one in found]


def _in_part(statement: Statement, month: Part) -> Statement:
    match = _PART_OF_MONTH.search(statement.about) if month.unit == "month" else None
    if match is None:
        return statement
    if match["week"]:
        part = Part("week", ORDINALS.get(match["week"]) or int(match["week"]), month.month, month.year)
    else:
        part = Part("third", THIRDS[match["third"]], month.month, month.year)
    words = statement.words[: match.start()].rstrip(" :,;(-") + statement.words[match.end() :].lstrip(")")
    return Statement(words, fold(words), Moment(match.start(), match.end(), part, part))


def _is_name(statement: Statement, folded: str) -> bool:
    moment = statement.moment
    if moment is None or moment.deadline or moment.first.unit not in _COARSE:
        return False
    return _WITHIN.search(folded, 0, moment.start) is None and not folded[moment.start :].startswith(("trong ", "cả "))


def _by_hours(clause: Clause, begin: int, day: Span) -> list[Statement]:
    """One statement for each hour of a line that names several, "7h30 giao ban, 9h00 họp", or one thing at two places.

    Empty where the line is one thing with one hour, or the hours are the agenda of what stands before them.
    """
    times = [one for one in clocks(clause.folded) if one.start >= begin and _opens(clause.folded, one, begin)]
    if not times[1:]:
        return []
    spans = [(one, one.end, after.start) for one, after in pairwise(times)]
    spans.append((times[-1], times[-1].end, len(clause.text)))
    lead = clause.folded[begin : times[0].start]
    named = is_activity(lead)
    if named and not all(_PLACE.match(clause.folded, start) for _, start, _ in spans):
        return []
    if not named and any(len(clause.folded[start:end].strip(" ,;:.")) < _SHORTEST for _, start, end in spans):
        return []
    words = clause.text[begin : times[0].start].rstrip(" ,;:(")
    return [
        _at(words if named else clause.text[start:end].strip(" ,;:.-"), clock, day, start, end)
        for clock, start, end in spans
    ]


def _at(words: str, clock: Clock, day: Span, start: int, end: int) -> Statement:
    moment = Moment(clock.start, max(start, min(clock.end, end)), *day, time=clock.time, end_time=clock.end_time)
    return Statement(words, fold(words), moment)


def _opens(folded: str, clock: Clock, begin: int) -> bool:
    return _BEFORE_HOUR.search(folded, begin, clock.start) is not None


def takes_day(clause: Clause, begin: int) -> bool:
    """Whether words without a date of their own happen on the day of their heading."""
    folded = clause.folded[begin:]
    later = clause.start > clause.block.body and clause.block.body > clause.block.start
    if later and not (is_activity(folded) or SESSION_FIRST.match(folded)):
        return False
    return len(folded) > _SHORTEST and not is_no_task(folded) and not is_at_the_desk(folded)
