"""The moments of a statement: which of its dates mean that something is to be done, and how.

The grammar says what is written; here the words around decide. What ``nonevents`` names is dropped;
"trước", "chậm nhất", "hạn" make a deadline; a feast is only an occasion (weak) as long as the statement has
a date of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from campaign.reading.time import feasts
from campaign.reading.time.grammar import Written, expressions
from campaign.reading.time.moments import Moment, gathered
from campaign.reading.time.nonevents import blanked
from campaign.reading.time.spans import Frequency

_AFTER = re.compile(r"sau\s+(?:thời hạn\s+)?(?:ngày\s+)?$")
_DEADLINE = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|trễ nhất|hạn|hạn (?:cuối|chót|nộp|gửi|đăng ký)|thời hạn|"
    r"không quá|quá|không muộn hơn|không trễ hơn|không chậm hơn|"
    r"đến hết|cho đến|đến|tới|xong|hết hạn|hết|hoàn thành|hạn mới|mới|đóng)"
    r"(?:[\s:,(]+(?:là|vào|nhất|nộp|cuối|cùng|chót|cuối ngày làm việc|gửi|mới|báo cáo|đăng ký|"
    r"nhận|bài|dự thi|hồ sơ|về|đến|"
    r"hết|tới|trước|lúc|khi|đầu|ngày(?:\s+mai)?|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|sáng|"
    r"chiều|trưa|tối|kết thúc|cuối ngày|giờ làm việc|giờ hành chính|"
    r"\d{1,2}\s?(?:h|giờ|g|:)\s?(?:\d{2})?(?:\s?(?:phút|'|’))?)(?=[\s:,(]|$))*[\s:,(]*$"
)
_HOURS = re.compile(
    r"(?:từ\s+)?\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?\s*(?:đến|tới|-)"
    r"\s*\d{1,2}\s?(?:giờ|h|g|:)"
)
_NO_DEADLINE = re.compile(
    r"(?:từ(?! nay)(?:\s+[^,;.]{0,30})?\s+(?:đến|tới)|kéo dài|tiến|(?:dời|lùi|chuyển|hoãn) (?:sang|"
    r"đến|lại)(?: (?:tối|sáng|chiều))?(?: (?:thứ \w+|chủ nhật),?)?(?: ngày)?|trong thời hạn)"
    r"\s*$"
)
_SAID_AFTER = re.compile(
    r"\s*\)?\s*(?:sẽ\s+)?là\s+(?:(?:thời\s+)?hạn|ngày\s+(?:cuối|hết hạn)|thời điểm cuối)(?![\wà-ỹ])"
)
_LIMIT_INSIDE = re.compile(r"^(?:trước|hết)\s")
# "nhân" of "nhân dịp", not of "hôn nhân", "công nhân", "cá nhân", "doanh nhân", "nạn nhân", ...
_ON = r"(?<!hôn )(?<!công )(?<!cá )(?<!doanh )(?<!nạn )(?<!bệnh )(?<!quân )(?<!tư )(?<!nguyên )(?<!thân )\bnhân"
_OCCASION = re.compile(
    rf"(?:dịp|{_ON}|kỷ niệm|chào mừng|mừng|hưởng ứng|lập thành tích|thiết thực|ngày lễ|lễ|"
    r"phong trào|hoạt động|tôn vinh|"
    r"sinh hoạt|sự kiện|ngày hội|ý nghĩa|truyền thống|lịch sử|tìm hiểu về)(?:\s+(?:các|dịp|"
    r"kỷ niệm|ngày|lễ|chào mừng|lớn|\d+ năm))*\s*$"
)
_OCCASIONS = re.compile(r"các (?:buổi|dịp|cuộc)\s[^,;.]{0,40}$")
_OCCASION_WORDS = re.compile(rf"(?:dịp|{_ON}|kỷ niệm|chào mừng|mừng|hưởng ứng|tôn vinh)(?:\s[^,;.]{{0,70}})?$")
_EVENT_FRAME = re.compile(
    r"(?:vào|sáng|chiều|tối|từ|trong|lúc|trước|chậm nhất|hạn|thời gian|dự kiến|đến|là)\s*:?\s*(?:ngày\s+)?$"
)
_NAMED_BY_PERIOD = re.compile(
    r"(?<![\wà-ỹ])(?:báo cáo|sơ kết|kết quả|họp|số liệu|chương trình|chương trình công tác|"
    r"giao ban|báo cáo công tác|kế hoạch)\s+$"
)
_BOTH_REVIEWS_HAVE_MONTHS = re.compile(
    r"\s*(?:,|và|;)\s*(?:(?:tổ chức|hội nghị) )*tổng kết\s+(?:vào |trong )?(?:tháng|quý)\s"
)
_SHORT_DAY = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")
_DATE_BEFORE = re.compile(
    r"(?<![\wà-ỹ])(?:ngày|hôm|dịp|niệm|mừng|từ|đến|tới|trước|sau|sáng|chiều|tối|trưa|hết|hạn|"
    r"nhất|là|lúc|vào|sang|đổi thành|chuyển thành|khoảng|lễ|nhân|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cuối|xong|nộp)[\s,:(]*$|"
    r"(?:\d{1,2}/\d{1,2}\s*(?:,|và|;|-)\s*)$|[(:]\s*$"
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:và|đến|tới|tại|của|cho|với|để|nhằm|năm|hằng|hàng|lúc|vào|theo|do|trên|trong|ở|"
    r"hoặc|là|được|sẽ|cùng|nay|này|dương|âm|từ|"
    r"có|các|bằng|tổ|thì|phải)(?![\wà-ỹ]))[a-zà-ỹđ]"
)
_MORE = re.compile(r"\s+\w")
_IN = re.compile(r"(?:trong|vào|cho|hết|suốt|từ)\s+(?:cả\s+)?$")
_ENDS = re.compile(r"[\s.;)]*$")
_SESSION = re.compile(
    r"(?<![\wà-ỹ])(?P<s>sáng|chiều|tối|trưa)\s+(?:thứ\s+\w+\s*,?\s*|"
    r"chủ nhật\s*,?\s*)?(?:ngày\s+)?$"
)
_NEXT_YEAR = re.compile(r"\s*(?:của\s+)?năm\s+(?:sau|tới|kế tiếp|tiếp theo|kế hoạch tiếp theo)(?![\wà-ỹ])")
_FREQUENCIES: tuple[tuple[Frequency, re.Pattern[str]], ...] = (
    ("yearly", re.compile(r"(?:hằng|hàng|mỗi)\s+năm|mỗi dịp|vào các dịp")),
    (
        "quarterly",
        re.compile(r"(?:hằng|hàng|mỗi|từng)\s+quý|tháng (?:đầu|cuối) (?:của )?(?:mỗi )?quý|theo quý"),
    ),
    ("monthly", re.compile(r"(?:hằng|hàng|mỗi|từng)\s+tháng")),
    ("weekly", re.compile(r"(?:hằng|hàng|mỗi)\s+tuần")),
)


def frequency(folded: str) -> Frequency | None:
    """How often the statement says a thing comes back, or None."""
    return next((name for name, form in _FREQUENCIES if form.search(folded)), None)


@lru_cache(maxsize=1024)
def moments(folded: str, *, in_time_cell: bool = False) -> tuple[Moment, ...]:
    """The moments of a folded statement, in order."""
    written = expressions(blanked(folded))
    found = [moment for one in written for moment in _read(folded, one, in_time_cell=in_time_cell)]
    return tuple(gathered(folded, found))


def _read(folded: str, written: Written, *, in_time_cell: bool) -> list[Moment]:
    before = folded[max(0, written.start - 90) : written.start]
    if _AFTER.search(before) or not _is_time(folded, written, before, in_time_cell=in_time_cell):
        return []
    deadline = written.name == "term from a day" or _is_deadline(folded, written, before)
    weak = not deadline and _is_weak(written, before)
    session = _SESSION.search(folded, max(0, written.start - 20), written.start)
    later = 1 if _NEXT_YEAR.match(folded, written.end) else 0
    moment = Moment(
        written.start,
        written.end,
        *written.spans[0],
        weak=weak,
        deadline=deadline,
        session=session["s"] if session else None,
        later=later,
        named=written.name == "feast",
    )
    return [_anniversary(replace(moment, first=first, last=last)) for first, last in written.spans]


def _is_time(folded: str, written: Written, before: str, *, in_time_cell: bool) -> bool:
    """Half years, and months and quarters after "báo cáo" and the like, name a report.

    Bare fractions are shares.
    """
    if in_time_cell:
        return True
    if written.name in ("half year", "nine months"):
        last = _ENDS.match(folded, written.end) and before.rstrip().endswith((":", "("))
        return bool(_IN.search(before) or last)
    if written.name == "year alone":
        return False
    if written.name in ("months", "quarters"):
        return not _NAMED_BY_PERIOD.search(before) or bool(_BOTH_REVIEWS_HAVE_MONTHS.match(folded, written.end))
    if written.name == "day" and _SHORT_DAY.fullmatch(folded, written.start, written.end):
        return _is_short_day(folded, written, before)
    return True


def _is_short_day(folded: str, written: Written, before: str) -> bool:
    """Whether "8/3" is a day and no share or score.

    Something before it says so, or nothing after it denies it.
    """
    if _DATE_BEFORE.search(before) and not (
        before.endswith((": ", ":", "(")) and _NOUN_AFTER.match(folded, written.end)
    ):
        return True
    part, whole = (int(number) for number in folded[written.start : written.end].split("/"))
    if part < whole and feasts.on_day(whole, part) is None and (before.strip() or _MORE.match(folded, written.end)):
        return False
    return not _NOUN_AFTER.match(folded, written.end) or feasts.on_day(whole, part) is not None


def _is_deadline(folded: str, written: Written, before: str) -> bool:
    if _LIMIT_INSIDE.search(folded[written.start : written.end]):
        return True
    if any(first != last for first, last in written.spans):
        return False
    if _SAID_AFTER.match(folded, written.end):
        return True
    if written.name == "day after its name":
        before += re.split(r"\d", folded[written.start : written.end], maxsplit=1)[0]
    if _HOURS.search(before) and not re.search(r"trước|chậm nhất|hạn\b", before):
        return False
    return bool(_DEADLINE.search(before)) and not _NO_DEADLINE.search(before)


def _is_weak(written: Written, before: str) -> bool:
    if written.name == "feast":
        return True
    if written.name not in ("day", "day after its name"):
        return False
    first = written.spans[0][0]
    feast = feasts.on_day(first.month or 0, first.number or 0)
    if _OCCASION.search(before) or (feast and first.year is None and _OCCASIONS.search(before)):
        return True
    named = any(match.end() >= len(before.rstrip(" (,-:")) for match in re.finditer(feasts.FORM, before))
    if named:
        return True
    if feast is None or first.year is not None or _EVENT_FRAME.search(before):
        return False
    return bool(_OCCASION_WORDS.search(before)) or not re.search(r"(?:^|[(:,;-]|và|ngày)\s*$", before)


def _anniversary(moment: Moment) -> Moment:
    """08/3/1910 - 08/3/2027 counts years: what is kept is the day in the last of them."""
    first, last = moment.first, moment.last
    same_day = (first.number, first.month) == (last.number, last.month) and first.unit == "day"
    if same_day and first.year is not None and last.year is not None and first.year < last.year:
        return replace(moment, first=last, weak=True)
    return moment
