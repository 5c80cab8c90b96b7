"""What stands among the tasks of a plan and is none: names, prices, prizes, rules, manners, parts of a journey.

Each row of ``_FORMS`` is a reason and how such a statement begins or what it holds, in folded text. None of
them has a date; a statement with a date is judged by ``nonevents`` and ``tenses``.
"""

from __future__ import annotations

import re

from campaign.reading.time.citations import DOCUMENT
from campaign.reading.time.fragments import CLOCK, Y
from campaign.reading.verbs import BODY, VERB

_NAMES = (
    rf"(?:\d{{1,3}}\s+)?(?:{BODY}|(?:bgh|bcđ|bch|btc|btv|tt|ubmttq|lđlđ|lhpn|ph\d+|p\.\s?\w+|đ/c|lao động|học viên)\b)"
)
# Verbs of handiwork and care, beside the verbs of offices: they too make of a body one that acts.
_OTHER_VERBS = (
    r"(?:liên hệ|mượn|thuê|hợp đồng|đón|mời|trang trí|nhắc|kê|dán|phun|vệ sinh|khắc phục|tuyển|thay|nạp|xây|kết nối|"
    r"dẫn|ghi|phân công|lưu|nấu|tiêm|giúp|giúp đỡ|đỡ đầu|nhận|quét|cung cấp|đề bạt|"
    r"bổ nhiệm|luân chuyển|quy hoạch|thu hồi|"
    r"khởi công|chia|lựa chọn|tập luyện|học|chuyển|dành|ưu tiên|quan tâm|động viên|"
    r"chúc mừng|đề nghị|nghiên cứu|xem xét|"
    r"quản lý|phát hiện|phòng ngừa|ngăn chặn|bảo vệ|diễn|biểu diễn|hát|múa|trưng bày|trực|dạy|kèm|đưa đón|chăm sóc|vay)"
)
# "tổ chức hội thảo" acts, "tổ chức hội" is a body.
_ACTS = rf"(?:{VERB}|{_OTHER_VERBS}|tổ chức(?=\s+hội (?:thảo|nghị|thi|diễn|thao|trại|chợ|sách|xuân|hoa|làng)))"
_MONEY = r"\d{1,3}(?:[.,]\d{3})+\s?(?:đ|đồng|vnđ|vnd)?(?![\w/])|\d\s?(?:triệu|nghìn|ngàn)\b|\d\s?(?:đ|đồng)(?![\wà-ỹ])"
_MANNER = (
    r"(?:trang trọng|trang nghiêm|nghiêm trang|nghiêm túc|tiết kiệm|an toàn|thiết thực|hiệu quả|gọn nhẹ|gọn gàng|"
    r"chu đáo|vui tươi|lành mạnh|chính xác|công khai|khách quan|dân chủ|công bằng|minh bạch|kịp thời|linh hoạt|"
    r"phù hợp|đồng bộ|bài bản|phong phú|đa dạng|sôi nổi|rộng khắp|thường xuyên|"
    r"có chất lượng|chất lượng|đúng\s[^,;]{2,40})"
)
_MANNERS = rf"{_MANNER}(?:\s*(?:,|và|-|;)\s*(?:có\s+)?{_MANNER})*"
_CONDITION = (
    r"(?:cần(?! thơ)(?: thiết)?|có (?:yêu cầu|đề nghị|đơn|việc|nhu cầu|sự|ít nhất|từ|\d|phát sinh|vấn đề)|"
    r"được (?:yêu cầu|triệu tập|mời)|phát sinh|xảy ra|phát hiện|thấy|[^,;]{2,30}\s(?:triệu tập|yêu cầu|đề nghị))"
)
_JOURNEY = (
    r"(?:(?:lên|xuống|đón|chờ|đợi)\s+(?:xe|tàu|thuyền|máy bay|biển|núi|đảo)|xe\s+(?:chạy|"
    r"về|đón|xuất phát|khởi hành|lăn bánh|đưa|\d+)|"
    r"ăn\s+(?:sáng|trưa|tối|nhẹ)|dùng\s+(?:bữa|cơm)|bữa\s+(?:sáng|trưa|tối)|(?:nhận|"
    r"trả)\s+phòng|nghỉ\s+(?:trưa|đêm|ngơi|giải lao)|"
    r"giải lao|về lại|lên đường|tự do (?:tắm|tham|mua|đi))\b"
)
_OVERSEES = r"(?:chủ trì|phụ trách|theo dõi|đôn đốc|tổng hợp|hướng dẫn|ghi sổ|phụ trách theo dõi)"
_FORMS: tuple[tuple[str, str], ...] = (
    ("bodies", rf"{_NAMES}(?:(?!(?<![\wà-ỹ])(?<!chương ){_ACTS}(?![\wà-ỹ])).)*$"),
    ("a prize", r"(?:\d{1,3}\s+)?giải\s+(?:thưởng\s+)?(?:đặc biệt|nhất|nhì|ba|tư|khuyến khích|phụ|tập thể|cá nhân)\b"),
    (
        "a price",
        (
            r"(?:vé|giá|phí|lệ phí|tiền|số tiền|mức|suất|chi phí|học phí|thù lao|đơn giá|định mức|"
            rf"dự toán|tổng kinh phí)\s[^;]*?(?:{_MONEY})"
        ),
    ),
    ("a share", r"(?!phấn đấu)[^;%]*\d\s?%\s+(?:trở (?:lên|xuống)|số\s)"),
    (
        "how it is done",
        (
            r"(?:yêu cầu\s+)?(?:(?:việc|công tác|"
            rf"các)\s+)?(?:[^,;:\s]+\s+){{0,3}}?{_MANNERS}(?:\s*,\s*(?:không|tránh|bảo đảm|"
            r"đảm bảo)\s[^;]*)?$"
        ),
    ),
    ("a demand on manners", r"yêu cầu\s+(?:đối với|chung|về|khi|trong)\b"),
    (
        "an aim",
        (
            rf"(?:(?!(?<![\wà-ỹ])(?<!hội )(?<!cuộc )(?<!kỳ ){_ACTS}(?![\wà-ỹ]))[^,;:]){{3,60}}?\s"
            r"(?:nhằm|là dịp|là hoạt động|là cơ hội|có ý nghĩa|góp phần|hướng tới)\s"
        ),
    ),
    (
        "when needed",
        (
            r"(?:.*\s)?(?:đột xuất|bất thường)(?:\s*:|\s+(?:khi|nếu|theo)\b)|"
            rf"(?:.*\s)?(?<!sau )(?<!trước )(?<!kể từ )(?<!ngay )khi\s+{_CONDITION}\b"
        ),
    ),
    ("refused", rf"{_NAMES}[^,;:]{{0,40}}?\skhông\s"),
    ("after that", r"sau\s+khi\s[^,;]*,\s+[^,;]*\skhông\s"),
    ("a quorum", r"(?:phải\s+)?có\s+(?:ít nhất|trên|tối thiểu|từ)\s+\d+\s?/\s?\d+\s"),
    (
        "a past figure",
        (
            rf"(?:trong\s+)?năm\s+{Y}\s*,?\s*(?:[^,;:]{{0,40}}?\s)?(?:có|đạt|được|đã|ghi nhận|"
            rf"tổ chức được)\s+[^,;]{{0,20}}?\d"
        ),
    ),
    (
        "the last time",
        (
            r"[^,;:]{0,60}\s(?:lần|năm|kỳ|nhiệm kỳ|khóa|mùa|đợt)\s+(?:trước|ngoái|vừa qua|"
            r"vừa rồi)\s+(?!ngày|tháng|khi)\w"
        ),
    ),
    (
        "grounds",
        (
            r"(?:căn cứ|thực hiện|thi hành|theo|"
            rf"trên cơ sở)\s+{DOCUMENT}\s+(?:liên tịch\s+)?(?:số\s*:?\s*)?\d[^,;]*(?:,\s*(?:ngày|"
            r"của|về)\s[^,;]*)*[,;.]?$"
        ),
    ),
    (
        "papers",
        (
            r"(?:tài liệu|giấy mời|biên bản|biểu mẫu|phiếu|khiếu nại|(?:văn bản|quy định|"
            r"hướng dẫn|quy chế) này|cuộc họp)\s(?!.*(?:đề nghị|yêu cầu)\s)"
        ),
    ),
    ("what a body is", r"là\s+(?:cơ quan|đơn vị|đầu mối|thành viên|bộ phận|cán bộ|tổ chức)\b"),
    (
        "speech",
        (
            r".*[”\"]\s*[,.–-]?\s*(?:ông|bà|anh|chị|đồng chí|cô|thầy|đ/c)\s[^.;]*\s(?:nói|chia sẻ|"
            r"cho biết|bày tỏ|khẳng định|nhấn mạnh|cho hay)\b"
        ),
    ),
    ("mere oversight", rf"{_OVERSEES}(?:\s*(?:,|và|;)\s*{_OVERSEES})*$"),
    ("a past period", rf"(?:giai đoạn|trong\s+\d+\s+năm|từ năm)\s[^;]{{0,40}}?{Y}[^;]*?\sđã\s"),
    ("an hour of a programme", rf"(?:đúng|khoảng|từ|lúc|vào lúc|vào)?\s*{CLOCK}"),
    ("a journey", _JOURNEY),
    ("a heading", r"(?:tổ chức|triển khai|phân công)\s+(?:tổ chức\s+)?(?:thực hiện|nhiệm vụ)$"),
    (
        "a theme",
        (
            r"(?:giờ|chủ đề|khẩu hiệu|thông điệp|phương châm|slogan|nội quy|hotline|"
            r"đường dây nóng|website|fanpage)\b[^;:]{0,40}:"
        ),
    ),
)
_REMARKS = tuple((reason, re.compile(form)) for reason, form in _FORMS)


def is_remark(folded: str) -> bool:
    """Whether a folded statement without a date stands beside the tasks and asks for nothing."""
    return reason_of(folded) is not None


def reason_of(folded: str) -> str | None:
    """Why a folded statement without a date asks for nothing, or None."""
    body = folded.strip(' -+*•,.;:"')
    return next((reason for reason, form in _REMARKS if form.match(body)), None)


def is_loud(text: str) -> bool:
    """Whether a statement is a heading in capitals that names a part of the text and does not begin with an act."""
    return (
        text.isupper()
        and re.match(rf"(?!hướng dẫn|tổ chức thực hiện|triển khai thực hiện|phân công){VERB}(?![\wà-ỹ])", text.lower())
        is None
    )
