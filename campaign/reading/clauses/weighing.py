"""Which moments of a clause count.

Not the month that only leads to a day, nor the feast that only colours a date.
"""

from __future__ import annotations

import re
from dataclasses import replace

from campaign.reading.activities import begins_activity
from campaign.reading.time import feasts
from campaign.reading.time.moments import Moment

_VERB = (
    r"(?:tổ chức(?! (?:chính trị|đoàn thể|đảng|công đoàn|hội|,|xã hội|thực hiện|và))|"
    r"báo cáo(?! viên)|gửi|nộp|cử (?=\w+ viên|cán bộ|đại biểu|đoàn|\d)|đăng ký|"
    r"phát động|sơ kết|tổng kết|họp|trao|duyệt|thăm|tặng|khai mạc|bế mạc|chấm|công bố|"
    r"tham mưu|rà soát|kiểm tra|phối hợp)"
)
_BOUNDARY = re.compile(rf"(?:[,;]\s*(?:và\s+|đồng thời\s+)?|\svà\s+|[.]\s+)(?={_VERB}\b)|;\s")
_FURTHER = re.compile(
    r"[\s)]*(?:,|và|;)\s*(?:[^.;]{0,60}?(?:,|và|;)\s*)?(?:ngày\s+)?(?:tháng hành động|"
    rf"tuần lễ|tháng cao điểm|ngày hội|{feasts.FORM})"
)
_TIME_FRAME = re.compile(
    r"(?:^|[(:,;-]|\b(?:trong|vào|từ|đến|hết|cuối|đầu|giữa|dự kiến|trước|và|sang|là|đợt \d|lần \d))\s*$"
)
_ROUND = re.compile(r"(?<![\wà-ỹ])(?:vòng|đợt|lớp|kỳ|chặng|sơ khảo|sơ tuyển|bán kết|chung kết)(?:\s[\wà-ỹ]+){0,2}\s*$")
_OPENS = re.compile(r"[\s(-]*(?:trong|vào|sang)?[\s(-]*")
_BRACKET = re.compile(r"\s*\(")
_OCCASION = re.compile(r"\s*(?:nhân|hưởng ứng|chào mừng)")
# "Năm 2024, hội thi được tổ chức ngày 5/10": the year that opens a sentence is that of its days.
_YEAR_FIRST = re.compile(
    r"[\s\"(*+-]*(?:(?:riêng|trong|vào|cùng kỳ|tính riêng)\s+)?năm\s+(?P<y>20\d\d)\s*(?:,|:|\(|có\s|đã\s)"
)


def weighed(folded: str, found: list[Moment]) -> list[Moment]:
    """The moments of a folded clause that its statements are bound to, in order."""
    return _own_moments(folded, _without_outer(folded, _in_year(folded, found)))


def _in_year(folded: str, found: list[Moment]) -> list[Moment]:
    """The moments with the year that opens their sentence, where they have none."""
    year = _YEAR_FIRST.match(folded)
    return [_of_year(moment, int(year["y"])) for moment in found] if year else found


def _of_year(moment: Moment, year: int) -> Moment:
    """A moment in a year; of a range the end takes its year from the begin, as it may cross New Year."""
    if moment.first.year is not None or moment.last.year is not None:
        return moment
    first = replace(moment.first, year=year)
    return replace(moment, first=first, last=first if moment.last == moment.first else moment.last)


def _without_outer(folded: str, found: list[Moment]) -> list[Moment]:
    """Days without the month that only leads to them: "Tháng 3.

    Họp mặt ... ngày 08/3", "cuối tháng Bảy (30/7)".
    """
    kept: list[Moment] = []
    for i, moment in enumerate(found):
        after = next((other for other in found[i + 1 :] if not other.weak), None)
        leads = after is not None and _inside(moment, after) and _only_leads(folded, moment)
        if not leads and not _only_names(folded, moment, found):
            kept.append(moment)
    return kept


def _only_names(folded: str, moment: Moment, found: list[Moment]) -> bool:
    """Whether a month or quarter without a preposition names something that has a day: "biểu đồ quý I.

    12/4".
    """
    if moment.first.unit not in ("month", "quarter") or _ROUND.search(folded, 0, moment.start):
        return False
    if _TIME_FRAME.search(folded, 0, moment.start):
        return False
    return any(other.first.unit == "day" and not other.weak for other in found)


def _only_leads(folded: str, moment: Moment) -> bool:
    """Whether a month opens its clause before a colon or comma, or is explained in brackets."""
    opens = bool(_OPENS.fullmatch(folded, 0, moment.start)) and folded[moment.end : moment.end + 1] in (
        ":",
        ",",
    )
    return opens or bool(_BRACKET.match(folded, moment.end))


def _inside(outer: Moment, inner: Moment) -> bool:
    single = outer.first.unit in ("month", "quarter") and outer.first == outer.last
    if not single or inner.first.unit != "day" or inner.weak:
        return False
    month = inner.first.month
    if outer.first.unit == "quarter":
        return month is not None and (month + 2) // 3 == outer.first.number
    return month is None or month == outer.first.month


def _own_moments(folded: str, found: list[Moment]) -> list[Moment]:
    """The moments without the occasions that another date makes idle, and without a feast said twice."""
    strong = [moment for moment in found if not moment.weak]
    cuts = [match.end() for match in _BOUNDARY.finditer(folded)]
    kept: list[Moment] = []
    for moment in found:
        idle = _idle(folded, moment, strong, cuts) and not _in_list_of_occasions(folded, moment, strong)
        if moment.weak and (idle or any(_same_day(moment, other) for other in kept)):
            continue
        kept.append(moment)
    return kept


def _idle(folded: str, moment: Moment, strong: list[Moment], cuts: list[int]) -> bool:
    if not strong:
        return False
    begin = max((cut for cut in cuts if cut <= moment.start), default=0)
    end = min((cut for cut in cuts if cut > moment.start), default=len(folded))
    if any(begin <= other.start < end for other in strong):
        return True
    return not begins_activity(folded, begin, end) or bool(_OCCASION.match(folded, begin, end))


def _same_day(one: Moment, other: Moment) -> bool:
    day = (one.first.month, one.first.number)
    return day == (other.first.month, other.first.number) and other.first == other.last


def _in_list_of_occasions(folded: str, moment: Moment, strong: list[Moment]) -> bool:
    """Whether the other date belongs to a further occasion of one list.

    "nhân 8/3, 20/10 và Tháng hành động (...)".
    """
    after = next((other for other in strong if other.start > moment.end), None)
    return after is not None and bool(_FURTHER.match(folded[moment.end : after.start]))
