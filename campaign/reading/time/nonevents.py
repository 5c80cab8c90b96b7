"""What looks like a date and is no event.

Numbers, shares, places, periods, and dates that were replaced; past acts come from ``tenses``.

Each row of ``_FORMS`` is a reason and how it looks in folded text. ``hidden`` gives the places that the
reader of times must not look at; documents with their dates come from ``bases``.
"""

from __future__ import annotations

import re

from campaign.reading.time import feasts
from campaign.reading.time.citations import cited
from campaign.reading.time.fragments import DAY, TO, Y
from campaign.reading.time.tenses import WHEN, reported_spans
from campaign.reading.verbs import VERB

_RANGE = rf"{WHEN}(?:\s*(?:năm trước|năm báo cáo)?\s*{TO}\s*(?:hết\s+)?(?:ngày\s+)?{WHEN})?"
_DAYS = rf"{DAY}(?:\s*{TO}\s*(?:hết\s+)?(?:ngày\s+)?{DAY})?"
_OF_YEAR = rf"(?:\s*\(?{DAY}\)?)?(?:\s*,?\s*năm\s+{Y})?"
_NO_DATE_WORD = r"(?!ngày|từ|đến|vào|trước|tháng|lúc|nhân|dịp|và|tổ|trong)\w+"

_FORMS: tuple[tuple[str, str], ...] = (
    ("the theme of a day", rf"^[\s\"(*+-]*{feasts.FORM}{_OF_YEAR}\s+(?:có|lấy|mang|chọn|với)\s+(?:thông điệp|chủ đề)"),
    ("how the text ends", r"^[\s(*+-]*trên đây là\s[^,;.]*"),
    (
        "a day left out",
        (
            r"(?<!chi )(?<!giảm )(?<!khấu )(?<!phòng )(?<!loại )(?:trừ|không kể|không tính)\s+"
            rf"(?:các\s+)?(?:ngày\s+)?(?:lễ\s+)?{DAY}(?:\s*(?:,|và)\s*{DAY})*"
        ),
    ),
    (
        "a condition",
        (
            r"\bchưa\s+(?:từng|được|hề|qua|tham gia|tham dự|công bố|đăng|gửi dự thi|đạt|nhận)\b"
            r"(?:(?!\b(?:gửi|nộp|hoàn thành|báo cáo|đăng ký|thì|phải|cần|đề nghị|sẽ|khẩn trương)\b)[^;.:]){0,80}?"
            rf"{DAY}"
        ),
    ),
    ("a rule's first day", rf"áp dụng\s+(?:kể\s+)?từ\s+(?:ngày\s+)?{DAY}"),
    (
        "a period of years",
        (
            r"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|niên khóa|tầm nhìn)\s+[^,;.]{0,10}?\d{4}\s*(?:-|"
            r"đến(?: năm)?)\s*\d{4}"
        ),
    ),
    (
        "an inspected period",
        (
            r"(?:thời kỳ|niên độ)"
            rf"\s[^;.]{{0,30}}?(?:từ\s+)?(?:ngày\s+)?{DAY}\s*{TO}\s*(?:hết\s+)?(?:ngày\s+)?{DAY}"
        ),
    ),
    (
        "the date of what a document replaces",
        (
            r"thay\s+(?:thế\s+)?(?:cho\s+)?(?:kế hoạch|chương trình|thông báo|thể lệ|hướng dẫn|"
            r"văn bản|quy định|quy chế|quyết định|biểu|lịch)"
            rf"[^.;]{{0,40}}?{DAY}"
        ),
    ),
    ("a date called off", rf"hoãn\s[^,;.]{{0,60}}?(?:ngày\s+)?{DAY}"),
    ("a rule's first day", rf"có hiệu lực[^,;.]{{0,40}}?{DAY}"),
    (
        "the number of an article",
        r"(?:điều|khoản|điểm|mục|phụ lục|biểu|trang|nhóm|hộp thư)\s+(?:số\s+)?\d+(?!\d)(?!\s?[/-]\s?\d)",
    ),
    (
        "the number of a class, room or road",
        (
            r"(?:mẫu|lớp|khối|tầng|phòng|số nhà|ngõ|đường|quốc lộ|mẫu số|công viên|"
            r"quảng trường|phố|số|hẻm|ngách|kiệt)\s+"
            r"(?:số\s+)?\d+(?:\s?[/-]\s?\d+)?(?!\d)(?:\s*(?:,|và)\s*\d+/\d+(?![/\d]))*"
        ),
    ),
    (
        "a place named after a day",
        (
            r"(?:trường|công viên|bệnh viện|nhà máy|tòa nhà|chung cư|chợ|ký túc xá|vườn hoa|hợp tác xã|"
            r"quảng trường|đường|phố|khu phố|khách sạn)\s+"
            rf"(?:{_NO_DATE_WORD}\s+){{0,3}}?\d{{1,2}}(?:\s?/\s?\d{{1,2}}|\s+tháng\s+\d{{1,2}})(?![/\d])"
        ),
    ),
    (
        "a place called after a feast",
        (
            r"(?:sân vận động|nhà thi đấu|nhà hát|rạp|vòng xoay|ngã tư|nông trường|xí nghiệp|lâm trường|cảng)\s+"
            r"\d{1,2}\s?[/-]\s?\d{1,2}(?![/\d-])"
        ),
    ),
    ("a rate", r"(?<!\d)\d+(?:,\d+)?\s?/\s?\d{1,3}(?:\.000)+"),
    (
        "what is reached by then",
        (
            rf"{WHEN}\s+(?:phấn đấu\s+|dự kiến\s+|ước\s+)?(?:đạt|tăng|giảm|thu được|ghi nhận)\s+"
            r"(?:ít nhất\s+|trên\s+|từ\s+|gần\s+|hơn\s+)?\d"
        ),
    ),
    (
        "a share",
        (
            r"(?:tỷ lệ|chia)\s[^;.]{0,20}?\d/\d(?:\s*(?:-|hoặc)\s*\d/\d)?(?!\s?[/\d])|"
            r"(?:ít nhất|tối thiểu|tối đa|chiếm|hơn|quá|trên|đạt|khoảng|tỷ lệ|gần|đủ|đối ứng)"
            r"\s+\d/\d{1,2}(?!\s?[/\d])|"
            r"(?<![\d/])[1-4]/(?:[2-9]|10)(?!\s?[/\d])\s+(?:số|tổng số|thành viên|đại biểu|cán bộ|"
            r"đơn vị|phiếu|diện tích|"
            r"quân số|đoàn viên|hội viên|biên chế|lực lượng|nữ|thời gian|ngày|người|chi phí|"
            r"kinh phí|chị em|lao động|các|là (?!ngày|dịp|hạn))"
        ),
    ),
    (
        "round the clock",
        r"(?<!ngày )(?<!đến )(?<!từ )(?<!trước )(?<!hết )(?<!\d)24/(?:7|24)(?![/\d]| năm| hằng| hàng)",
    ),
    ("the number of a room", r"\b[a-zđ]\d{1,2}/\d{1,2}(?![/\d])"),
    ("a day gone by", rf"(?:gửi|ký|họp|đăng|ban hành)\s+hôm\s+(?:ngày\s+)?{DAY}"),
    ("a printing", r"bản in\s[^;.]{0,15}?tháng\s+\d{1,2}/\d{4}"),
    ("the day of print", rf"phát hành\s+(?:lúc\s+)?(?:\S+\s+)?ngày\s+{DAY}"),
    (
        "an old date in brackets",
        r"\((?:trước(?: đây)?\s*:|(?:trước đây|trước đó|ban đầu|dự kiến ban đầu|(?:lịch|kế hoạch|hạn) cũ)\b)[^)]*\)",
    ),
    ("a day left out", rf"\bbỏ\s+(?:ngày\s+)?{DAY}"),
    ("a forecast", rf"dự báo\s[^;.]{{0,40}}?{DAY}"),
    ("a vote", r"(?:có mặt|biểu quyết|nhất trí|tán thành|vắng)\s*:?\s*\d{1,2}/\d{1,2}"),
    ("a version", r"phiên bản\s+[\d.]+"),
    (
        "a phone or account",
        r"(?:điện thoại|đt|đtdđ|sđt|fax|tel|zalo|số máy|hotline|tài khoản|stk)[\s.:]*[\d. ()/+-]{6,}",
    ),
    ("a birthday", rf"(?:sinh|năm sinh|ngày sinh)\s+(?:vào\s+)?(?:ngày\s+)?{DAY}"),
    (
        "the window of figures",
        rf"(?:số liệu|tính|chốt số liệu|chốt)\s[^.;,]{{0,30}}?(?:từ|đến)\s+(?:hết\s+)?(?:ngày\s+)?{_RANGE}",
    ),
    (
        "a duration",
        (
            r"(?<!\d)\d+\s+(?:tháng|ngày|tuần|năm|giờ|phút|buổi)\s+(?:tuổi|liên tục|trở lên|công tác|liền kề|"
            r"qua)"
        ),
    ),
    ("an old date", rf"(?:cũ|trước đây|ban đầu)\s*:?\s*(?:là\s+)?\(?(?:từ\s+)?(?:ngày\s+)?{_DAYS}"),
    (
        "a date that was replaced",
        rf"(?:thay (?:cho|thế|vì)|không phải|chứ không)\s+[^,;.:)]{{0,40}}?(?:ngày\s+)?{_RANGE}",
    ),
    (
        "a date on which nothing happens",
        rf"không\s+(?:tổ chức|thực hiện|họp|diễn ra|còn|vào|làm(?: việc)?)\s+(?:vào\s+|từ\s+)?(?:ngày\s+)?{_RANGE}",
    ),
    (
        "a date that was moved",
        (
            rf"(?=[\dmr]){DAY}[^,;.]{{0,30}}?\s(?:được\s+)?(?:lùi|dời|chuyển|đổi|hoãn)"
            r"(?=[^,;.]{0,30}?\s(?:sang|đến|thành|lại|vào|tới)\s)"
        ),
    ),
)
_ALWAYS = tuple(re.compile(form) for _, form in _FORMS)
# "kéo dài từ ... đến ..." tells how long something lasts; only a time limit is moved by it.
_MOVED_FROM = re.compile(
    r"(?:lùi|dời|hoãn|chuyển|đổi|điều chỉnh|gia hạn|thay đổi|kéo dài(?=\s+(?:thời|hạn|việc|thêm))|"
    r"(?:hạn|thời gian (?:nhận|gửi|nộp|đăng ký))\s[^,;.]{0,50}?\bkéo dài)"
    r"(?:\s+[^,;.]{0,60}?)?\s(?<!thành )(?<!sang )từ\s+"
    rf"(?P<old>[^,;.]{{0,20}}?(?:{WHEN}))\s+(?:sang|thành|đến|tới|qua|lên|vào)\s"
)


# "Hội thao năm nay lập thành tích chào mừng kỷ niệm 95 năm ...": what is praised so is not asked for.
_CREDIT = re.compile(r"\slập (?:nhiều )?thành tích\b[^;.]*")
_DOES = re.compile(rf"(?<![\wà-ỹ]){VERB}(?![\wà-ỹ])")


def hidden(folded: str) -> list[tuple[int, int]]:
    """The places in a folded statement whose dates and numbers are no events."""
    spans = [*cited(folded), *(match.span() for form in _ALWAYS for match in form.finditer(folded))]
    spans += [match.span("old") for match in _MOVED_FROM.finditer(folded)]
    spans += [match.span() for match in _CREDIT.finditer(folded) if not _DOES.search(folded, 0, match.start())]
    return spans + reported_spans(folded)


def blanked(folded: str) -> str:
    """The statement with those places filled by a sign that no pattern knows; all other places stay."""
    for start, end in hidden(folded):
        folded = folded[:start] + "¤" * (end - start) + folded[end:]
    return folded
