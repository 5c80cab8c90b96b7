"""What a statement tells of instead of asking for it: acts done, figures counted, dates given up.

Vietnamese verbs carry no tense. What is past is said by small words ("đã", "vừa", "vừa qua", "đến nay"), by
who speaks ("cho biết"), or by what can never be planned ("xảy ra"). Where one sentence tells and promises,
only the dates before the promise are past.
"""

from __future__ import annotations

import re

from campaign.reading.time.citations import DOCUMENT
from campaign.reading.time.fragments import CLOCK, DAY, MONTH_NAME, QUARTER, TO, D, M, Y

# Newspapers write "ngày 26-5"; where words before it say that it is a day, nothing else is meant by it.
ANY_DAY = rf"(?:{DAY}|(?<![\d/.-]){D}[.-]{M}(?!\d|[.-]\d))"
WHEN = (
    rf"(?=[\dtqmr])(?:{ANY_DAY}|tháng\s+{MONTH_NAME}(?:\s?[/.-]\s?{Y}|\s+năm\s+{Y})?|quý\s+{QUARTER}(?:\s?[/-]\s?{Y})?)"
)
_DATED = re.compile(WHEN)
_SPAN = rf"(?:(?:ngày\s+)?{D}\s*{TO}\s*)?(?:(?:ngày\s+)?{WHEN}\s*{TO}\s*(?:hết\s+)?)?(?:ngày\s+)?{WHEN}"

_GONE_BY = r"(?:vừa qua|vừa rồi|mới đây|hôm qua|năm ngoái|năm trước)\b"
_SAYS_GONE_BY = re.compile(_GONE_BY)
_JUST_GONE = re.compile(rf"{_SPAN}(?:\s*,?\s*{_GONE_BY}|\s*\((?:vừa qua|vừa rồi|hôm qua)\))")
_TOLD = tuple(
    re.compile(form)
    for form in (
        # Not "báo cáo năm trước ngày 05/12".
        (
            r"\b(?:năm|lần|kỳ|mùa|đợt) (?:trước|ngoái)(?:\s*[:,(]|\s+(?!ngày|tháng|quý|khi|\d)\w+)"
            rf"[^,;.()]{{0,40}}?{_SPAN}"
        ),
        rf"\b(?:hôm qua|hôm kia|tuần trước|năm ngoái|(?<!\d )tháng trước)\s*[(,]\s*{_SPAN}",
        rf"\btừ\s+(?:(?:đầu|giữa|cuối)\s+)?(?:ngày\s+)?(?:{WHEN}|năm\s+{Y})\s+(?:đến|tới|cho đến|cho tới)\s+nay\b",
        (
            r"\b(?:theo|qua)\s+(?:một\s+)?(?:kết quả\s+)?(?:cuộc\s+|đợt\s+)?(?:khảo sát|điều tra|thống kê|số liệu|"
            rf"rà soát|kiểm tra|giám sát|đánh giá)\s[^,;.:]{{0,60}}?{WHEN}(?=[^,;.:]{{0,40}},)|"
            rf"\b(?:theo|qua)\s+(?:khảo sát|điều tra|thống kê|số liệu|rà soát|kiểm tra|giám sát)\s+{WHEN}(?=,)"
        ),
        (
            r"\btheo\s+(?:kế hoạch|lịch|thông báo|dự kiến|chương trình|thể lệ)\s+(?:ban đầu|cũ|trước đây|trước đó|"
            rf"trước)\s*,?\s[^;.:]{{0,120}}?{_SPAN}(?=\s*(?:[,;.]|$|nhưng|nay|do|vì|song))"
        ),
    )
)
# Where the words begin that matter: behind who says it, or behind the document that was just issued.
_SAID = re.compile(
    r"(?<!sẽ )\b(?:cho biết|cho hay|nói rằng|khẳng định rằng)\b(?!\s+(?:ý kiến|số |nhu cầu|kết quả))"
    r"(?:\s+(?:thêm|rằng)\b)*[:,]?\s*"
)
_SPEAKER = r"(?:(?:các\s+)?(?:ông|bà|anh|chị|cô|thầy|đồng chí|đ/c|đại diện|lãnh đạo)|(?:ts|ths|gs|pgs|bs|bác sĩ)\.?)"
_OFFICE = r"(?:phó|chủ|trưởng|giám|bí|ủy|hiệu|tổng|chánh|cục|viện|đại diện|nguyên|người)"
_LINKS = re.compile(
    r"(?:(?:theo đó|ngoài ra|bên cạnh đó|cùng với đó|(?:nhân|cũng trong|trong|sau)? ?dịp này|sau đó|tiếp đó|tiếp theo|"
    r"về phần mình|trước mắt|được biết|đồng thời|mặt khác|đặc biệt|"
    rf"(?:cũng\s+)?theo\s+{_SPEAKER}\s[^,;:\d]{{1,50}}(?:,\s+{_OFFICE}[^,;:\d]{{0,60}})?),\s*)+"
)
_ISSUED = re.compile(
    rf"(?:\b(?:vừa|đã|mới)\s+(?:mới\s+)?|^ngày\s+{DAY}\s*,[^,;.]{{3,100}}?\s)"
    r"(?:có|ban hành|ký|phát hành|công bố|xây dựng|ra|gửi|phê duyệt|thông qua)"
    rf"\s+(?:ban hành\s+)?{DOCUMENT}\b"
)
_ISSUED_ABOUT = re.compile(
    r"[^,;:]{0,60}?(?:,?\s+ngày\s+\S+)?[^,;:\d]{0,40}?\s(?:(?:về việc|v/v|về|để|nhằm)\s+)?"
    r"(?=(?:tổ chức|triển khai|hưởng ứng|phát động|mở|đề nghị|yêu cầu)\s)"
)
_ADOPTED = re.compile(
    rf"\b(?:thông qua|phê duyệt|ban hành|thống nhất|nhất trí)\s+(?:tại|trong|ở)\s[^;:()]{{0,100}}?(?:ngày\s+)?{DAY}|"
    rf"\((?:đã\s+)?(?:được\s+)?[^();:]{{0,50}}?(?:thông qua|phê duyệt|ban hành)[^();:]{{0,30}}?\s(?:ngày\s+)?{DAY}\)"
)
# What a sentence says beside its point: "(trước đó là ngày 30/5)", "thay cho ngày 20/6 đã mời".
_BESIDE = re.compile(
    r"\((?:trước(?: đây| đó)?|ban đầu|lịch cũ|hạn cũ|thời gian cũ|thay (?:cho|thế|vì))\b[^()]*\)|"
    r"\bthay\s+(?:cho|thế|vì)\s[^;:()]*?(?=,(?!\s+(?:\d|và|thứ))|[.;]|$)|"
    r"\b(?:như|so với|khác với)\s[^,;:()]{0,40}?\bđã\s+(?:mời|báo|thông báo|hẹn|nêu|gửi|định|ấn định|đưa)\b"
)
_TO_BE_ADOPTED = re.compile(r"\b(?:sẽ|dự kiến|trình|để|nhằm|chuẩn bị|xin|phải|cần)\b[^;.]*$")
_RECORDED = re.compile(
    r"\b(?:ngày|thời gian|thời điểm)\s+(?:ban hành|hiệu lực|có hiệu lực|ký|soạn thảo|soạn|lập|cập nhật|phê duyệt|in|"
    rf"xuất bản)\s*:?\s*(?:{CLOCK}\s*,?\s*)?(?:ngày\s+)?{DAY}"
)
_CALLED_OFF = re.compile(
    r"\b(?:hoãn|hủy|không tổ chức|tạm dừng|không họp|dừng tổ chức)\b(?!.*\s(?:sang|đến(?! khi| nay)|thành|"
    r"lại|mà|sẽ(?! báo| thông báo| có))\s)"
)
_NOTHING_MORE = re.compile(r"\b(?:không|khỏi)\s+(?:phải|cần)\s+(?:\w+\s+){1,3}?(?:lại|nữa|thêm|bổ sung)\b")
_PAST_BEFORE = re.compile(
    r"\b(?:vừa qua|đã\s+(?:được\s+)?(?:tổ chức|diễn ra|ban hành|ký|phát động|khai mạc|trao|có|"
    r"bế mạc|tham gia|thăm|tặng|"
    r"hoàn thành|kết thúc|thực hiện|triển khai|phối hợp|thành lập|nhận|thống nhất|họp|đến|dự|xảy ra))\b"
)
# "đã" after these words tells who or what is meant, not what happened: "đơn vị nào đã đăng ký thì ..."
_RELATIVE = "".join(f"(?<!{word} )" for word in ("nào", "những", "khi", "nếu", "người", "việc", "như", "theo", "chưa"))
_JUST = (
    r"(?<!vừa )\bvừa\s+(?!qua\b|rồi\b|phải|đủ|sức|vặn|tầm|và\b|với\b|là\b|mức)"
    r"(?:mới\s+)?\w(?!.*\bvừa\b)"
)
_PAST = re.compile(
    rf"\b{_RELATIVE}đã\s+(?!đăng ký|được duyệt|được phê duyệt|ban hành|thông báo|nêu)\w|"
    rf"\b(?:vừa qua|vừa rồi|hôm qua|trước đó|nhớ lại|nhắc lại kết quả)\b|{_JUST}"
)
_HAPPENED = re.compile(r"(?<!không )(?<!có thể )(?<!để )(?<!nguy cơ )(?<!khi )(?<!nếu )\bxảy ra\b")
_IF = re.compile(r"\b(?:nếu|khi|trường hợp|không để|phòng ngừa|tránh|hạn chế|ngăn chặn)\b")
_TO_DO = re.compile(
    r"\b(?:trước\s+(?:ngày|thứ|tháng|quý|năm|khi|lúc|hạn|hết|kỳ|dịp|tết|sáng|chiều|tối|trưa|cuối|đầu|giữa|giờ|"
    r"thời|\d)|chậm nhất\s|không muộn hơn\s)"
)
_FUTURE = re.compile(r"\b(?:sẽ|dự kiến|tới đây|sắp|đề nghị|yêu cầu)\b")


def is_told(folded: str) -> bool:
    """Whether a whole statement tells what was done, or that nothing more is to be done."""
    return _NOTHING_MORE.search(folded) is not None or (0, len(folded)) in _acts(folded, 0)


def lead_end(folded: str) -> int:
    """Where a statement begins to speak of what it is about; 0 where nothing stands before that.

    "Sáng 26-5, ông A cho biết | hội thi ...", "Sở vừa ban hành Kế hoạch số 5 về việc | tổ chức ...".
    """
    said = _SAID.search(folded)
    if said and not _due(folded, said.start()) and not _FUTURE.search(folded, 0, said.start()):
        return _after_link(folded, said.end())
    issued = _ISSUED.search(folded)
    about = _ISSUED_ABOUT.match(folded, issued.end()) if issued else None
    return about.end() if about else _after_link(folded, 0)


def _after_link(folded: str, start: int) -> int:
    link = _LINKS.match(folded, start)
    return link.end() if link else start


def reported_spans(folded: str) -> list[tuple[int, int]]:
    """The places in a folded statement whose dates belong to what was, or is no more."""
    if (
        _CALLED_OFF.search(folded)
        or _NOTHING_MORE.search(folded)
        or (_HAPPENED.search(folded) and not _IF.search(folded))
    ):
        return [(0, len(folded))]
    spans = [match.span() for form in _TOLD for match in form.finditer(folded)]
    if _SAYS_GONE_BY.search(folded):
        spans += [match.span() for match in _JUST_GONE.finditer(folded)]
    spans += [match.span() for match in _RECORDED.finditer(folded)]
    spans += [match.span() for match in _ADOPTED.finditer(folded) if not _TO_BE_ADOPTED.search(folded[: match.start()])]
    lead = lead_end(folded)
    return [*spans, (0, lead), *_acts(folded, lead)]


def _acts(folded: str, lead: int) -> list[tuple[int, int]]:
    """What "đã" and "vừa" make past: all of the statement, or what stands before its promise."""
    folded = _BESIDE.sub(lambda match: "¤" * len(match.group()), folded)
    issued = _ISSUED.search(folded)
    rest = max(lead, issued.end() if issued else 0)
    future = _FUTURE.search(folded)
    if issued and not future and not _DATED.search(folded, rest):
        return [(0, len(folded))]
    spans = [(0, rest)] if issued else []
    for match in _PAST_BEFORE.finditer(folded):
        promised = future and (future.start() < match.start() or _due(folded, match.start()))
        if not promised:
            spans.append((0, match.start()))
    if not future and _PAST.search(folded, rest) and not _TO_DO.search(folded):
        spans.append((0, len(folded)))
    return spans


def _due(folded: str, end: int) -> bool:
    return _TO_DO.search(folded, 0, end) is not None
