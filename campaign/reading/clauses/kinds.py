"""What kind of thing a statement asks for, by the verb or noun that leads it.

Each row of ``_WORDS`` is a kind and the words that say it. The word that comes first in the statement
decides, except that a few kinds colour what follows: a report about a seminar is a report, a gathering on a
feast is a commemoration.
"""

from __future__ import annotations

import re

from campaign.reading.time import feasts
from campaign.reading.values import Kind

_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        "report",
        (
            r"(?:nộp|gửi|tổng hợp|thực hiện (?:tốt )?(?:chế độ )?(?:thông tin,? )?|chế độ |"
            r"hoàn thành |xây dựng |hoàn thiện )?"
            r"báo cáo(?! viên)|(?:gửi|nộp|tổng hợp) (?:số liệu|kết quả)|tổng hợp,? (?:gửi|báo cáo|"
            r"trình)|tổng hợp kết quả|"
            r"(?:gửi|nộp)(?: về)? (?:biểu|biểu mẫu|phiếu đánh giá|bản tự đánh giá)|b/c"
        ),
    ),
    ("review", r"sơ kết|tổng kết|đánh giá kết quả|đánh giá, rút kinh nghiệm|rút kinh nghiệm"),
    (
        "other",
        (
            r"đăng ký|nộp hồ sơ|hồ sơ|gửi danh sách|lập danh sách|danh sách|dự toán|quyết toán|kiện toàn|"
            r"(?:gửi|nộp|nhận|thu) (?:bài|sản phẩm|tác phẩm|video|ảnh|phiếu|dự thi)|nhận bài|"
            r"hạn nhận|bình chọn|"
            r"(?:xây dựng|soạn|soạn thảo|lập) (?:và ban hành |dự thảo )?kế hoạch|"
            r"ban hành kế hoạch|góp ý|bổ sung quy hoạch|công bố kết quả"
        ),
    ),
    (
        "award",
        (
            r"khen thưởng|trao (?:giải|thưởng|tặng giấy khen)|biểu dương|tuyên dương|tôn vinh|"
            r"bằng khen|giấy khen|tổng kết và trao giải"
        ),
    ),
    (
        "training",
        r"tập huấn|huấn luyện(?! viên)|bồi dưỡng|lớp (?:học|kỹ năng|dạy)|khóa (?:học|tiếng|đào tạo|bồi dưỡng)|đào tạo",
    ),
    (
        "seminar",
        (
            r"tọa đàm|workshop|webinar|hội thảo|nói chuyện|sinh hoạt chuyên đề|chuyên đề|diễn đàn|"
            r"hội nghị chuyên đề|giao lưu tọa đàm"
        ),
    ),
    ("visit", r"tham quan|học tập kinh nghiệm|về nguồn|dã ngoại|du lịch|du xuân"),
    (
        "campaign",
        (
            r"phát động (?:đợt|phong trào|chiến dịch|tháng|cao điểm)|tháng hành động|tuần lễ|"
            r"tháng cao điểm|đợt cao điểm|chiến dịch|tháng công nhân|"
            r"tháng an toàn|tháng at-?vslđ|đợt thi đua|"
            r"tháng chiến dịch|đợt hoạt động|tháng cao điểm|tuần hành động|tuần áo dài|tháng truyền thông"
        ),
    ),
    (
        "commemoration",
        r"kỷ niệm|mít tinh|chào mừng|lễ tri ân|tri ân|dâng hương|chúc mừng|tặng hoa",
    ),
    ("meeting", r"nghe (?:\S+ ){0,4}?báo cáo|họp(?! mặt)|hội nghị|giao ban|đại hội|hội ý|phiên họp"),
    (
        "activity",
        (
            r"hội thi|cuộc thi|hội diễn|liên hoan|giải (?:bóng|cầu|thể thao|chạy|đấu)|văn nghệ|"
            r"văn hóa|thể dục|thể thao|tuyên truyền|truyền thông|phổ biến|"
            r"quán triệt|kiểm tra|giám sát|khảo sát|rà soát|thăm hỏi|thăm|tặng quà|khám|phát động|"
            r"treo|ra quân|trồng|hiến máu|"
            r"theo dõi|gặp mặt|họp mặt|giao lưu|bữa cơm|hội trại|ngày hội|trưng bày|triển lãm|duyệt|thi|"
            r"chấm|hưởng ứng|xét"
        ),
    ),
)
_LEADS = tuple((kind, re.compile(rf"(?<![\wà-ỹ/])(?:{form})(?![\wà-ỹ])")) for kind, form in _WORDS)
_GATHERING = re.compile(
    r"gặp mặt|họp mặt|giao lưu|mít tinh|bữa cơm|sinh hoạt|thăm|tặng|trao|văn nghệ|hoạt động|"
    r"chương trình|lễ|liên hoan|"
    r"hưởng ứng|phát động|tổ chức|hái hoa"
)
_CONTEST = re.compile(
    r"hội thi|cuộc thi|giải (?:bóng|cầu|thể thao|chạy|đấu|việt dã|kéo|cờ)|hội diễn|hội thao|"
    r"thi |duyệt|khám|treo|ra quân|dọn|trồng|hiến máu|kiểm tra|giám sát|tuyên truyền|truyền thông"
)
_OCCASION = re.compile(
    r"kỷ niệm|chào mừng|\bdịp\b(?! (?:tết|trung thu|hè|năm học))|\bnhân (?:dịp|ngày|kỷ niệm|tháng)|\bmừng\b|"
    r"ngày (?:quốc tế|"
    r"phụ nữ|gia đình|nhà giáo)|(?<!\d)(?<!lớp )(?<!phòng )(?:0?8/0?3|20/10|28/0?6)(?!\d)"
)
_TAKES_UP = re.compile(
    r"(?:(?:tổ chức|triển khai|tham gia|các hoạt động)\s+)*(?:hưởng ứng|phát động)\s+(?:đợt\s+)?"
    r"tháng (?:hành động|cao điểm|công nhân|an toàn|thanh niên|chiến dịch|nhân đạo|khuyến học)(?![\wà-ỹ])"
)
_PREPARES = re.compile(
    r"(?:tham mưu (?!tổ chức|[^,;]{0,40}\s(?:sơ kết|tổng kết|tổ chức)\b)|ban hành|soạn|dự thảo|chuẩn bị)\b"
)
# Work on papers, posts and rooms: a duty, but no activity that people come to.
_HOUSEKEEPING = re.compile(
    r"(?:sửa(?! đường)(?: chữa| đổi| sang)?|lắp(?: đặt)?|thay(?! mặt)|mua(?: sắm)?|trang bị|nâng cấp|"
    r"ký (?:lại )?hợp đồng|"
    r"thành lập|(?:bố trí|sắp xếp) (?:lại|phòng|nhân sự|kinh phí)|cập nhật|tuyển(?! truyền| chọn)|dán|mở rộng|"
    r"đề bạt|bổ nhiệm|quy hoạch|luân chuyển|"
    r"dự trù|hợp đồng xe|khắc phục|làm (?:mới|lại)|lập (?:nhóm|tổ|đội|đoàn)|củng cố (?:tổ chức|nhân sự))(?![\wà-ỹ])"
)
_ACTIVITIES = re.compile(r"(?:tổ chức )?(?:các )?hoạt động\b")
_HANDS_IN = re.compile(r"(?:hoàn thành|gửi|nộp) báo cáo")
_REPORTS_ON = re.compile(
    r"(?:^|[,;]\s+(?:và\s+)?|\s(?:và|có|gửi)\s+)báo cáo(?! viên)(?:\s(?:kết quả|bằng văn bản|nhanh|tổng hợp|về|"
    r"cho|gửi))|kết quả\s[^,;:]{0,40}\sbáo cáo\s"
)
_SEND = re.compile(r"\b(?:báo cáo(?! viên)|tổng hợp)\b")


def kind_of(folded: str, *, deadline: bool = False, weak: bool = False) -> Kind:
    """The kind of the thing that a folded statement asks for."""
    kind, place = _leading(folded)
    if _TAKES_UP.match(folded):
        kind = "campaign"
    if kind == "campaign" or feasts.action_month(folded):
        return "report" if deadline and _SEND.search(folded) else _around_campaign(folded, kind, place)
    if _PREPARES.match(folded) and kind not in ("report", "training"):
        return "other"
    if kind in (None, "activity") and not weak and _HOUSEKEEPING.match(folded):
        return "other"
    if kind is None:
        return _unnamed(folded, deadline=deadline, weak=weak)
    if deadline:
        return _due(folded, kind)
    return _on_the_day(folded, kind, weak=weak)


def _due(folded: str, kind: Kind) -> Kind:
    """What is to be ready by a day: a report, where one is to be sent, whatever else is named first."""
    if kind == "other" and _HANDS_IN.search(folded):
        return "report"
    if kind in ("commemoration", "meeting", "review") and _SEND.search(folded):
        return "report"
    if kind == "activity" and _REPORTS_ON.search(folded):
        return "report"
    return kind


def _on_the_day(folded: str, kind: Kind, *, weak: bool) -> Kind:
    """What is held on a day: on a feast a gathering keeps it, a contest or a talk does not."""
    if weak and _ACTIVITIES.match(folded):
        return "commemoration"
    if kind in ("activity", "meeting") and _is_feast(folded, kind, weak=weak):
        return "commemoration"
    return kind


def _inside_meeting(folded: str, place: int) -> Kind | None:
    """What a conference is for: "hội nghị tổng kết" is a review, "hội nghị biểu dương" an award."""
    for kind, form in _LEADS:
        if kind in ("review", "training", "award", "seminar") and form.search(folded, place, place + 45):
            return kind
    return None


def _leading(folded: str) -> tuple[Kind | None, int]:
    """The kind whose word comes first; of words at one place, the first row's."""
    best: tuple[Kind | None, int] = (None, len(folded))
    for kind, form in _LEADS:
        match = form.search(folded, 0, min(len(folded), best[1] + 40))
        if match and match.start() < best[1]:
            best = (kind, match.start())
    if best[0] == "meeting":
        return _inside_meeting(folded, best[1]) or "meeting", best[1]
    return best


def _around_campaign(folded: str, kind: Kind | None, place: int) -> Kind:
    """A report, seminar or contest about an action month is not the action month itself."""
    month = re.search(
        r"phát động (?:đợt|phong trào|chiến dịch|tháng|cao điểm)|tháng hành động|tuần lễ|"
        r"chiến dịch|tháng cao điểm",
        folded,
    )
    if kind in ("report", "review", "seminar", "training", "award", "other") and month and place < month.start():
        return kind
    if kind == "activity" and month and _CONTEST.search(folded, place, month.start()):
        return kind
    return "campaign"


def _is_feast(folded: str, kind: Kind, *, weak: bool) -> bool:
    if _CONTEST.match(folded[_leading(folded)[1] :]):
        return False
    return weak or bool(_OCCASION.search(folded) and (kind == "activity" or _GATHERING.search(folded)))


def _unnamed(folded: str, *, deadline: bool, weak: bool) -> Kind:
    if weak or _OCCASION.search(folded):
        return "commemoration"
    if deadline:
        return "report" if _SEND.search(folded) else "other"
    return "activity"
