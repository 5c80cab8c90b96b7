"""Whether a statement without a date asks for something that can be put on a calendar.

Nine tenths of a plan has no date. Some of it is work ("Tổ chức hội thi", "Rà soát danh sách"), some of it
is aim, attitude, or a remark ("Nâng cao nhận thức", "Kinh phí ..."); only the first is proposed.
"""

from __future__ import annotations

import re

from campaign.reading.verbs import VERB

_ACTIVITY = re.compile(
    r"\b(?:tổ chức (?!thực hiện|quán triệt|triển khai|chính trị|đoàn thể|đảng|"
    r"công đoàn|hội |tốt|,|và|xã hội|cơ sở|liên quan)|"
    r"tuyên truyền|truyền thông|phổ biến|tập huấn|bồi dưỡng nghiệp vụ|hội thảo|tọa đàm|"
    r"hội nghị|hội thi|cuộc thi|nói chuyện|"
    r"sinh hoạt chuyên đề|kiểm tra|giám sát|khảo sát|rà soát|sơ kết|tổng kết|"
    r"báo cáo (?:định kỳ|kết quả|tình hình|về|công tác|gửi)|(?:gửi|nộp) báo cáo|"
    r"chế độ báo cáo|chế độ thông tin|khen thưởng|biểu dương|tuyên dương|tham mưu|kiện toàn|"
    r"thăm hỏi|thăm|tặng quà|khám sức khỏe|phát động|hưởng ứng|"
    r"treo (?:băng|pa|khẩu|cờ)|gặp mặt|giao lưu|tham quan|học tập kinh nghiệm|cử |theo dõi|"
    r"đôn đốc|lập dự toán|dự toán|xây dựng (?:kế hoạch|quy chế|"
    r"chương trình|tin|chuyên mục|chuyên trang|tiểu phẩm|phóng sự|báo cáo|cẩm nang|sổ tay|video|tài liệu|tủ sách)|"
    r"mở (?:lớp|khóa|chuyên mục|chuyên trang|đợt|hội)|thành lập|giải ngân|khánh thành|khai trương|làm mới|"
    r"(?<!trực )sửa (?:chữa|sang|sân|phòng|nhà)|lắp (?:đặt|camera|đèn)|"
    r"khám (?:mắt|bệnh|sàng|phụ khoa|chuyên|định kỳ|tổng quát|cho |và )|tổng vệ sinh|nắm (?:tình hình|bắt)|"
    r"biên soạn|in ấn|phát hành|"
    r"cấp phát|đăng tải|viết (?:tin|bài)|"
    r"duy trì|ra mắt|niêm yết|làm lại|tiếp nữ|ra quân|trao |hỗ trợ|đối thoại|tư vấn|"
    r"lấy ý kiến|họp|đại hội|lễ |"
    r"liên hoan|hội diễn|văn nghệ|thể dục thể thao|diễn đàn|quán triệt|ký (?:cam kết|kết)|"
    r"thu thập|thống kê|đánh giá|nghiệm thu|bình chọn|chiếu phim|"
    r"trưng bày|triển lãm|xây dựng và|lồng ghép|dạy|kèm cặp|đưa đón|xây dựng mô hình|"
    r"nhân rộng|đào tạo|bồi dưỡng|cập nhật|tổng hợp|vận động|"
    r"quyên góp|ủng hộ|dọn|trồng|chăm sóc)"
)
_AIM = re.compile(
    r"(?:nâng cao|tăng cường sự|quan tâm(?! (?:đề bạt|bổ nhiệm|tổ chức))|phát huy|bảo đảm|đảm bảo|phấn đấu|"
    r"xây dựng đội ngũ|"
    r"tạo (?:điều kiện|mọi)|góp phần|"
    r"tạo sân chơi|khuyến khích|nghiêm túc|tiếp tục thực hiện nghiêm|chủ động|thực hiện (?:đúng|nghiêm|"
    r"đầy đủ|các chế độ|bình đẳng)|việc |"
    r"trên cơ sở|căn cứ|trong quá trình|trên đây|đề nghị các|yêu cầu các|lựa chọn(?!, (?:đưa|cử))|bố trí(?! lại)|"
    r"sắp xếp(?! lại)|ít nhất|tối thiểu|mục đích|đối tượng|tiêu chuẩn|kinh phí|"
    r"hồ sơ gồm|100|\d+ ?%|tỷ lệ|không |hình thức|trang phục|mỗi |đội ngũ|phù hợp|gắn )"
)
_CANCELLED = re.compile(r"\b(?:hủy(?! hoại)|hủy bỏ|không (?:tổ chức|họp)(?!.*\smà\s)|dừng tổ chức)\b")
_NO_DUTY = re.compile(
    r"(?:các (?!phòng|đơn vị|tổ|khoa|công đoàn|chi|thành viên|cơ quan|trường|ban)|đối với|nếu|"
    r"trường hợp|riêng|gồm|bao gồm|số |tổng(?! (?:vệ sinh|duyệt|kết|hợp|kiểm tra|rà soát))|diễn giả|"
    r"báo cáo viên:|ghi chú|lưu ý|mức|nguồn|giải|quà|"
    r"người|tất cả|hình thức|điều kiện|quyền|nghĩa vụ|liên hệ|mọi |những |như trên|đồng chí|"
    r"ông |bà |khi |từ |đã |"
    r"trưởng ban|phó|ủy viên|thành viên|địa chỉ|điện thoại|nội dung|thành phần|địa điểm|"
    r"trang phục|kết quả|cơ cấu|ngân sách|chi |phần |"
    r"là |bài |mẫu|phải |không|chưa|ngoài|quá |sau |mỗi|thể lệ|ban tổ chức|ban giám khảo|"
    r"thí sinh|khó khăn|tỷ lệ|kính )"
)
_ACTS = re.compile(rf"{VERB}(?!\w)")
_STATES = re.compile(
    r"\s(?:là|có|gồm|không|đạt|chiếm|chịu trách nhiệm|hợp lệ|được|mất|(?<!trang )(?<!chuẩn )bị|"
    r"trực)\s"
)
_TARGET = re.compile(
    r"(?:phấn đấu|đến\s+(?:hết\s+)?(?:ngày|năm|tháng|quý|cuối)|có\s+(?:ít nhất\s+)?\d|tỷ lệ|"
    r"\d+\s?%)"
)
_HOLIDAY = re.compile(r"\bnghỉ (?:lễ|tết|bù|giỗ|quốc khánh|hè|\d)|^(?:có mặt|vắng)(?: mặt)?:")
_CONSEQUENCE = re.compile(r"\b(?:bị (?:trừ|phạt|hạ bậc|xử lý|phê bình)|không được xét|coi như)\b")
_WHOLE_PLAN = re.compile(
    r"(?:kế hoạch|hướng dẫn|chương trình|thông báo|nội dung|công văn) (?:này|trên)|"
    r"trong quá trình thực hiện|có vướng mắc|trên đây là|chịu trách nhiệm (?:thi hành|thực hiện)|"
    r"kèm theo quyết định|có hiệu lực|\bbị (?:trừ|phạt|hạ|xử lý|nhắc nhở|phê bình)\b"
)
_LEADING_WORDS = re.compile(
    r"(?:(?:tiếp tục|thường xuyên|đẩy mạnh|tăng cường|chủ động|tích cực|định kỳ|"
    r"thực hiện(?: tốt)?|làm tốt|triển khai(?: tốt)?|công tác|"
    r"các|hoạt động|đa dạng hóa|việc|củng cố|củng cố, kiện toàn|"
    r"phối hợp(?: với)?(?: [^,;]{0,60}?)?|tham gia|hình thức|và|có hiệu quả|hiệu quả|kịp thời|"
    r"đổi mới|hằng năm|hàng năm|"
    r"trong năm|xây dựng|nâng cao chất lượng)[\s,]+)*"
)
_HEAD_ROOM = 45
_FEWEST_WORDS = 3
_SHORTEST = 8


def is_activity(folded: str) -> bool:
    """Whether a folded statement begins, after who does it and how, with a word for a real activity."""
    body = folded.strip(' -+*,.;:"')
    if _AIM.match(body) or len(body) < _SHORTEST:
        return False
    lead = _LEADING_WORDS.match(body)
    start = lead.end() if lead else 0
    return bool(_ACTIVITY.search(body, 0, start + _HEAD_ROOM))


def begins_activity(folded: str, start: int, end: int) -> bool:
    """Whether a verb or noun of a real activity stands between two places."""
    return bool(_ACTIVITY.search(folded, start, end))


def is_duty(folded: str) -> bool:
    """Whether an item of a list of duties, short of being plainly an aim or a remark, asks for something."""
    body = folded.strip(' -+*,.;:"')
    lead = _LEADING_WORDS.match(body)
    acts = _ACTS.match(body, lead.end() if lead else 0)
    if not acts and _STATES.search(" ".join(body.split()[:9])) and not is_activity(folded):
        return False
    enough = len(body.split()) >= _FEWEST_WORDS and "%" not in body[:_HEAD_ROOM]
    return enough and not _AIM.match(body) and not _NO_DUTY.match(body)


def is_whole_plan(folded: str) -> bool:
    """Whether a statement speaks of carrying out the document as a whole, or calls something off."""
    return bool(_WHOLE_PLAN.search(folded) or _CANCELLED.search(folded))


def is_no_task(folded: str) -> bool:
    """Whether a statement only names a holiday, what follows from being late, or a share to be reached."""
    if _HOLIDAY.search(folded.strip()):
        return True
    return bool(_CONSEQUENCE.search(folded)) or ("%" in folded and bool(_TARGET.match(folded)))
