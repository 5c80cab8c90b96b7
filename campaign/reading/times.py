"""The moments of a statement: which of its dates mean that something is to be done, and how.

The grammar says what is written; here the words around decide. A date that belongs to a document, a period, a past
act or a replaced plan is dropped; "trước", "chậm nhất", "hạn" make it a deadline; a feast is only an occasion (weak)
as long as the statement has a date of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from campaign.reading import feasts
from campaign.reading.bases import cited
from campaign.reading.clocks import Clock, clocks
from campaign.reading.grammar import DAY, TO, Written, expressions
from campaign.reading.spans import Part
from campaign.reading.values import Frequency


@dataclass(frozen=True, slots=True)
class Moment:
    """A span of the calendar that something is to be done in; ``start`` and ``end`` are its place in the statement.

    ``weak``: an occasion that yields to any other date; ``named``: it is known by its name only.
    """

    start: int
    end: int
    first: Part
    last: Part
    weak: bool = False
    deadline: bool = False
    time: str | None = None
    end_time: str | None = None
    session: str | None = None
    later: int = 0
    named: bool = False


_MASKS = tuple(
    re.compile(form)
    for form in (
        r"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|niên khóa|tầm nhìn)\s+[^,;.]{0,10}?\d{4}\s*(?:-|đến(?: năm)?)\s*\d{4}",
        r"(?:điều|khoản|điểm|mục|phụ lục|mẫu|biểu|lớp|khối|tầng|phòng|số nhà|ngõ|đường|quốc lộ|trang|nhóm|hộp thư|mẫu số|công viên|quảng trường|phố|số)"
        r"\s+(?:số\s+)?\d+(?:\s?[/-]\s?\d+)?(?!\d)(?:\s*(?:,|và)\s*\d+/\d+(?![/\d]))*",
        r"(?:ít nhất|tối thiểu|tối đa|chiếm|hơn|quá|trên|đạt|khoảng|tỷ lệ|gần|đủ)\s+\d/\d{1,2}(?!\s?[/\d])",
        r"(?<![\d/])[1-4]/(?:[2-9]|10)(?!\s?[/\d])\s+(?:số|tổng số|thành viên|đại biểu|cán bộ|đơn vị|phiếu|diện tích|quân số|"
        r"đoàn viên|hội viên|biên chế|lực lượng|nữ|thời gian|ngày|người|chi phí|kinh phí|chị em|lao động|các)",
        r"(?<!ngày )(?<!đến )(?<!từ )(?<!trước )(?<!hết )(?<!\d)24/(?:7|24)(?![/\d]| năm| hằng| hàng)|phiên bản\s+[\d.]+",
        r"(?:trường|công viên|bệnh viện|nhà máy|hợp tác xã|quảng trường|đường|phố|khu phố|khách sạn)\s+(?:(?!ngày|từ|đến|vào|trước|tháng|lúc|nhân|dịp|và|tổ|trong)"
        r"[\wà-ỹ]+\s+){0,3}?\d{1,2}(?:\s?/\s?\d{1,2}|\s+tháng\s+\d{1,2})(?![/\d])",
        rf"(?:thời kỳ|niên độ)\s[^;.]{{0,30}}?(?:từ\s+)?(?:ngày\s+)?{DAY}\s*{TO}\s*(?:hết\s+)?(?:ngày\s+)?{DAY}",
        rf"không\s+(?:tổ chức|thực hiện|họp|diễn ra|còn|vào)\s+(?:vào\s+|từ\s+)?(?:ngày\s+)?{DAY}(?:\s*{TO}\s*(?:ngày\s+)?{DAY})?",
        r"(?:điện thoại|đt|đtdđ|sđt|fax|tel|zalo|số máy|hotline|tài khoản|stk)[\s.:]*[\d. ()/+-]{6,}",
        r"(?:sinh|năm sinh|ngày sinh)\s+(?:vào\s+)?(?:ngày\s+)?" + DAY,
        r"(?:số liệu|tính|chốt số liệu|chốt)\s[^.;,]{0,30}?(?:từ|đến)\s+(?:hết\s+)?(?:ngày\s+)?"
        + DAY
        + rf"(?:\s*(?:năm trước|năm báo cáo)?\s*{TO}\s*(?:hết\s+)?(?:ngày\s+)?{DAY})?",
        r"\d+\s+(?:tháng|ngày|tuần|năm|giờ|phút|buổi)\s+(?:tuổi|liên tục|trở lên|công tác|liền kề|qua)",
        r"(?:cũ|trước đây|ban đầu)\s*:?\s*(?:là\s+)?\(?(?:từ\s+)?(?:ngày\s+)?" + DAY + rf"(?:\s*{TO}\s*(?:ngày\s+)?{DAY})?",
        r"(?:thay (?:cho|thế|vì)|không phải|chứ không)\s+[^,;.]{0,40}?(?:ngày\s+)?" + DAY + rf"(?:\s*{TO}\s*(?:ngày\s+)?{DAY})?",
        rf"{DAY}[^,;.]{{0,30}}?\s(?:được\s+)?(?:lùi|dời|chuyển|đổi|hoãn)(?=[^,;.]{{0,30}}?\s(?:sang|đến|thành|lại|vào|tới)\s)",
    )
)
_MOVED = re.compile(
    r"(?:lùi|dời|hoãn|chuyển|đổi|điều chỉnh|gia hạn|kéo dài|thay đổi)(?:\s+[^,;.]{0,60}?)?\s(?<!thành )(?<!sang )từ\s+"
    rf"(?P<old>[^,;.]{{0,20}}?(?:{DAY}))\s+(?:sang|thành|đến|tới|qua|lên|vào)\s"
)
_CALLED_OFF = re.compile(r"\b(?:hoãn|hủy|không tổ chức|tạm dừng|dừng tổ chức)\b(?!.*\s(?:sang|đến|thành|lại|mà)\s)")
_AFTER = re.compile(r"sau\s+(?:thời hạn\s+)?(?:ngày\s+)?$")
_PAST = re.compile(
    r"(?<![\wà-ỹ])(?:vừa qua|đã\s+(?:được\s+)?(?:tổ chức|diễn ra|ban hành|ký|phát động|khai mạc|trao|có|bế mạc|tham gia|"
    r"thăm|tặng|hoàn thành|kết thúc|thực hiện|triển khai|phối hợp|thành lập|nhận|thống nhất|họp|đến|dự|xảy ra))(?![\wà-ỹ])"
)
_PAST_ALL = re.compile(
    r"(?<![\wà-ỹ])(?<!nào )(?<!những )(?<!khi )(?<!nếu )(?<!người )(?<!việc )(?<!như )(?<!theo )(?<!chưa )đã\s+(?!đăng ký|được duyệt|được phê duyệt|ban hành|thông báo|nêu)[a-zà-ỹđ]|"
    r"(?<![\wà-ỹ])(?:vừa qua|vừa rồi|hôm qua|nhớ lại|nhắc lại kết quả|vừa (?:tổ chức|phối hợp|ban hành|có))(?![\wà-ỹ])"
)
_KEPT = re.compile(r"(?:trước|chậm nhất|không muộn hơn)\s")
_FUTURE = re.compile(r"(?<![\wà-ỹ])(?:sẽ|dự kiến|tới đây|sắp|đề nghị|yêu cầu)(?![\wà-ỹ])")
_DEADLINE = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|trễ nhất|hạn|hạn (?:cuối|chót|nộp|gửi|đăng ký)|thời hạn|không quá|quá|không muộn hơn|"
    r"đến hết|cho đến|đến|xong|hết hạn|hoàn thành|hạn mới|mới)"
    r"(?:\s+(?:là|vào|nhất|nộp|cuối|cùng|chót|cuối ngày làm việc|gửi|mới|báo cáo|đăng ký|nhận|bài|dự thi|hồ sơ|về|đến|hết|tới|trước|lúc|khi|"
    r"đầu|ngày|thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|sáng|chiều|trưa|tối|kết thúc|cuối ngày|\d{1,2}\s?(?:h|giờ|:)\s?(?:\d{2})?"
    r"(?:\s?phút)?)|\s*[:,(])*\s*$"
)
_HOURS = re.compile(r"(?:từ\s+)?\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?(?:\s?phút)?\s*(?:đến|tới|-)\s*\d{1,2}\s?(?:giờ|h|g|:)")
_NO_DEADLINE = re.compile(r"(?:từ(?:\s+[^,;.]{0,30})?\s+đến|kéo dài|tiến|dời sang|trong thời hạn)\s*$")
_LIMIT_INSIDE = re.compile(r"^(?:trước|hết)\s")
_OCCASION = re.compile(
    r"(?:dịp|nhân|kỷ niệm|chào mừng|mừng|hưởng ứng|lập thành tích|thiết thực|ngày lễ|lễ|phong trào|hoạt động|tôn vinh|"
    r"sinh hoạt|sự kiện|ngày hội|ý nghĩa|truyền thống|lịch sử|tìm hiểu về)(?:\s+(?:các|dịp|kỷ niệm|ngày|lễ|chào mừng|lớn|\d+ năm))*\s*$"
)
_OCCASION_WORDS = re.compile(r"(?:dịp|nhân|kỷ niệm|chào mừng|mừng|hưởng ứng|tôn vinh)(?:\s[^,;.]{0,70})?$")
_EVENT_FRAME = re.compile(
    r"(?:vào|sáng|chiều|tối|từ|trong|lúc|trước|chậm nhất|hạn|thời gian|dự kiến|đến|là)\s*:?\s*(?:ngày\s+)?$"
)
_LIST = re.compile(r"[\s(),;&-]*(?:và|hoặc)?\s*(?:ngày\s+)?")
_FEAST_LIST = re.compile(r"[\s(),;&-]*(?:và|hoặc)?\s*(?:(?:dịp|ngày|ngày lễ|nhân dịp|kỷ niệm|các ngày)\s+)*")
_NAMED_BY_PERIOD = re.compile(
    r"(?<![\wà-ỹ])(?:báo cáo|sơ kết|kết quả|họp|số liệu|chương trình|chương trình công tác|giao ban|báo cáo công tác|kế hoạch)\s+$"
)
_SHORT_DAY = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")
_DATE_BEFORE = re.compile(
    r"(?<![\wà-ỹ])(?:ngày|hôm|dịp|niệm|mừng|từ|đến|tới|trước|sau|sáng|chiều|tối|trưa|hết|hạn|nhất|là|lúc|vào|sang|thành|khoảng|lễ|nhân|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|cuối|xong|nộp)[\s,:(]*$|(?:\d{1,2}/\d{1,2}\s*(?:,|và|;|-)\s*)$|[(:]\s*$"
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:và|đến|tới|tại|của|cho|với|để|nhằm|năm|hằng|hàng|lúc|vào|theo|do|trên|trong|ở|hoặc|là|được|sẽ|cùng|nay|này|dương|âm|từ|"
    r"có|các|bằng|tổ|thì|phải)(?![\wà-ỹ]))[a-zà-ỹđ]"
)
_IN = re.compile(r"(?:trong|vào|cho|hết|suốt|từ)\s+(?:cả\s+)?$")
_SESSION = re.compile(r"(?<![\wà-ỹ])(?P<s>sáng|chiều|tối|trưa)\s+(?:thứ\s+\w+\s*,?\s*|chủ nhật\s*,?\s*)?(?:ngày\s+)?$")
_NEXT_YEAR = re.compile(r"\s*(?:của\s+)?năm\s+(?:sau|tới|kế tiếp|tiếp theo|kế hoạch tiếp theo)(?![\wà-ỹ])")
_FREQUENCIES: tuple[tuple[Frequency, re.Pattern[str]], ...] = (
    ("yearly", re.compile(r"(?:hằng|hàng|mỗi)\s+năm|thường niên")),
    ("quarterly", re.compile(r"(?:hằng|hàng|mỗi|từng)\s+quý|tháng cuối (?:của )?(?:mỗi )?quý|theo quý")),
    ("monthly", re.compile(r"(?:hằng|hàng|mỗi|từng)\s+tháng")),
    ("weekly", re.compile(r"(?:hằng|hàng|mỗi)\s+tuần")),
)


def frequency(folded: str) -> Frequency | None:
    """How often the statement says a thing comes back, or None."""
    return next((name for name, form in _FREQUENCIES if form.search(folded)), None)


def moments(folded: str, *, in_time_cell: bool = False) -> list[Moment]:
    """The moments of a folded statement, in order."""
    hidden = [*cited(folded), *(match.span() for mask in _MASKS for match in mask.finditer(folded))]
    hidden += [match.span("old") for match in _MOVED.finditer(folded)]
    hidden += [(0, match.start()) for match in _PAST.finditer(folded) if not _FUTURE.search(folded)]
    if _PAST_ALL.search(folded) and not _FUTURE.search(folded) and not _KEPT.search(folded):
        hidden.append((0, len(folded)))
    if _CALLED_OFF.search(folded):
        hidden.append((0, len(folded)))
    written = expressions(_blanked(folded, hidden))
    found = [moment for one in written for moment in _read(folded, one, in_time_cell=in_time_cell)]
    return _with_clocks(folded, _run_together(folded, _listed(folded, _named_once(folded, found))))


def _blanked(folded: str, hidden: list[tuple[int, int]]) -> str:
    """The text with the hidden spans filled by a sign that no pattern knows, so that places stay."""
    for start, end in hidden:
        folded = folded[:start] + "¤" * (end - start) + folded[end:]
    return folded


def _read(folded: str, written: Written, *, in_time_cell: bool) -> list[Moment]:
    before = folded[max(0, written.start - 90) : written.start]
    if _AFTER.search(before) or not _is_time(folded, written, before, in_time_cell=in_time_cell):
        return []
    deadline = written.name == "term from a day" or _is_deadline(folded, written, before)
    weak = not deadline and _is_weak(folded, written, before)
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
    """Half years, and months and quarters after "báo cáo" and the like, name a report; bare fractions are shares."""
    if in_time_cell:
        return True
    if written.name in ("half year", "nine months"):
        return bool(_IN.search(before))
    if written.name == "year alone":
        return False
    if written.name in ("months", "quarters"):
        return not _NAMED_BY_PERIOD.search(before)
    if written.name == "day" and _SHORT_DAY.fullmatch(folded, written.start, written.end):
        return _is_short_day(folded, written, before)
    return True


def _is_short_day(folded: str, written: Written, before: str) -> bool:
    """Whether "8/3" is a day and no share or score: something before it says so, or nothing after it denies it."""
    if _DATE_BEFORE.search(before) and not (before.endswith((": ", ":", "(")) and _NOUN_AFTER.match(folded, written.end)):
        return True
    part, whole = (int(number) for number in folded[written.start : written.end].split("/"))
    if part < whole and feasts.on_day(whole, part) is None and before.strip():
        return False
    return not _NOUN_AFTER.match(folded, written.end) or feasts.on_day(whole, part) is not None


def _is_deadline(folded: str, written: Written, before: str) -> bool:
    if _LIMIT_INSIDE.search(folded[written.start : written.end]):
        return True
    if any(first != last for first, last in written.spans):
        return False
    if _HOURS.search(before) and not re.search(r"trước|chậm nhất|hạn\b", before):
        return False
    return bool(_DEADLINE.search(before)) and not _NO_DEADLINE.search(before)


def _is_weak(folded: str, written: Written, before: str) -> bool:
    if written.name == "feast":
        return True
    if written.name not in ("day", "day after its name"):
        return False
    first = written.spans[0][0]
    feast = feasts.on_day(first.month or 0, first.number or 0)
    if _OCCASION.search(before):
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


def _named_once(folded: str, found: list[Moment]) -> list[Moment]:
    """A feast's name and its date beside it are one moment: the date."""
    kept: list[Moment] = []
    for moment in found:
        if kept and kept[-1].weak and re.fullmatch(r"[\s(,:-]*(?:ngày\s+)?", folded[kept[-1].end : moment.start]):
            before = kept[-1]
            if (before.first.month, before.first.number) == (moment.first.month, moment.first.number):
                kept[-1] = replace(moment, start=before.start, weak=True)
                continue
        kept.append(moment)
    return kept


def _listed(folded: str, found: list[Moment]) -> list[Moment]:
    """What stands in a list shares its sense: "kỷ niệm 8/3, 20/10", "trước ngày 15/6 và 10/12"."""
    shared: list[Moment] = []
    for moment in found:
        before = shared[-1] if shared else None
        if before and before.first == before.last and moment.first == moment.last and moment.first.unit == before.first.unit:
            between = folded[before.end : moment.start]
            if before.weak and not moment.deadline and _FEAST_LIST.fullmatch(between):
                moment = replace(moment, weak=True)
            elif before.deadline and not moment.weak and _LIST.fullmatch(between):
                moment = replace(moment, deadline=True)
        shared.append(moment)
    return shared


def _run_together(folded: str, found: list[Moment]) -> list[Moment]:
    """Two days that follow each other and are joined by "và" are one span: "chiều 28/9 và sáng 29/9"."""
    joined: list[Moment] = []
    for moment in found:
        before = joined[-1] if joined else None
        if before and _follows(before, moment) and _NEXT_DAY.fullmatch(folded, before.end, moment.start):
            joined[-1] = replace(before, end=moment.end, last=moment.last, session=None)
        else:
            joined.append(moment)
    return joined


def _follows(before: Moment, moment: Moment) -> bool:
    last, first = before.last, moment.first
    plain = not (before.weak or before.deadline or moment.weak or moment.deadline) and last.unit == first.unit == "day"
    return plain and last.month == first.month and (last.number or 0) + 1 == first.number


_NEXT_DAY = re.compile(r"\s*(?:,|và|;)\s*(?:sáng|chiều|tối|buổi|ngày|cả ngày|\s)*")


def _with_clocks(folded: str, found: list[Moment]) -> list[Moment]:
    """Each clock time goes to the moment it stands beside."""
    timed = list(found)
    for clock in clocks(folded):
        days = [i for i, moment in enumerate(timed) if moment.first.unit == "day"]
        near = [i for i in days if _touches(folded, clock, timed[i], alone=len(days) == 1)]
        if near:
            i = min(near, key=lambda i: (timed[i].weak, _gap(clock, timed[i])))
            timed[i] = _at(timed[i], clock)
    return timed


def _gap(clock: Clock, moment: Moment) -> int:
    if clock.end <= moment.start:
        return moment.start - clock.end
    return max(0, clock.start - moment.end)


_BESIDE = re.compile(
    r"(?:[\s,()\-;:]|thứ\s+\w+|chủ nhật|sáng|chiều|tối|trưa|buổi|ngày|cùng|lúc|vào|từ|bắt đầu|hồi|khoảng|hết|trước|và|các|đúng)*"
)


def _touches(folded: str, clock: Clock, moment: Moment, *, alone: bool) -> bool:
    if moment.start <= clock.start < moment.end:
        return True
    between = (
        folded[clock.end : moment.start] if clock.end <= moment.start else folded[moment.end : clock.start]
    )
    if _BESIDE.fullmatch(between):
        return True
    one_day = moment.first == moment.last
    led = _CLOCK_LED.search(folded, max(0, clock.start - 15), clock.start)
    return alone and not moment.weak and (one_day or bool(led) or clock.end_time is not None)


_CLOCK_LED = re.compile(r"(?:từ|lúc|vào|hồi|bắt đầu)\s*$")


def _at(moment: Moment, clock: Clock) -> Moment:
    if moment.time is None and moment.first != moment.last and moment.start < clock.start < moment.end:
        inside = clock.start - moment.start > (moment.end - clock.end)
        if inside and not clock.end_time:
            return replace(moment, end_time=clock.time)
    if moment.time is None:
        return replace(moment, time=clock.time, end_time=clock.end_time)
    if moment.start <= clock.start < moment.end and moment.end_time is None:
        return replace(moment, end_time=clock.time)
    return moment
