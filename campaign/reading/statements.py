"""From a clause to what it asks for: one statement for each of its dates, and one for what has no date.

Here it is decided which words belong to which date ("báo cáo 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 05/12"),
and whether a clause without a date is a real activity or only an aim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.reading import feasts
from campaign.reading.text import fold
from campaign.reading.times import Moment, moments
from campaign.reading.titles import around
from campaign.reading.verbs import VERB

_VERB = (
    r"(?:tổ chức(?! (?:chính trị|đoàn thể|đảng|công đoàn|hội|,|xã hội|thực hiện|và))|báo cáo(?! viên)|gửi|nộp|cử (?=\w+ viên|cán bộ|đại biểu|đoàn|\d)|đăng ký|"
    r"phát động|sơ kết|tổng kết|họp|trao|duyệt|thăm|tặng|khai mạc|bế mạc|chấm|công bố|tham mưu|rà soát|kiểm tra|phối hợp)"
)
_BOUNDARY = re.compile(rf"(?:[,;]\s*(?:và\s+|đồng thời\s+)?|\svà\s+|[.]\s+)(?={_VERB}(?![\wà-ỹ]))|;\s")
_STRONG_BOUNDARY = re.compile(
    r"(?:,\s*(?:và\s+|đồng thời\s+)?)(?=(?:tổ chức(?= (?:các|hội|tọa|sơ|tổng|lớp|gặp|\d|tập|khen|thăm|cuộc|buổi))|cử (?:\w+ viên|cán bộ|đại biểu|đoàn|\d))(?![\wà-ỹ]))|;\s"
)
_NOUN_PART = re.compile(r",\s+(?=(?:các buổi|các dịp|các hoạt động|lồng ghép|kết hợp)\s)")
_LEADS_OFF = re.compile(r"^[\s\"(*-]*(?:(?:vào|trong|từ|dự kiến|khoảng|đến|đầu|hết|các|nhân|dịp|riêng|nhân dịp|hằng năm,?|hàng năm,?|định kỳ)(?:\s+|$))*$")
_PART = re.compile(r"[,;]\s+(?:và\s+|đồng thời\s+)?|\svà\s+|[.]\s+")
_COLON = re.compile(r"\s*:\s*\S")
_TIME_ONLY = re.compile(r"(?:chủ nhật|thứ \w+|tuần|ngày|buổi)\s.*(?:cuối|đầu tiên)")
_FURTHER = re.compile(
    rf"[\s)]*(?:,|và|;)\s*(?:[^.;]{{0,60}}?(?:,|và|;)\s*)?(?:ngày\s+)?(?:tháng hành động|tuần lễ|tháng cao điểm|ngày hội|{feasts.FORM})"
)
_LINK = re.compile(r"^[\s,;:()&-]*(?:và|hoặc|cùng|rồi|trước|sau|đó)?[\s,]*(?:(?:đợt\s+(?:\d|i+|một|hai|ba)|lần\s+\d|kỳ\s+\d|dịp|dự kiến|trước|vào|lúc|chậm nhất|từ|ngày|đến|các ngày|trong|ngày lễ)\s*)*$")
_GLUED = re.compile(r"^[\s,;:()&-]*(?:và\s+)?(?P<preposition>về|cho|của|tại|với|đối với|nội dung)\s")

_ACTIVITY = re.compile(
    r"(?<![\wà-ỹ])(?:tổ chức (?!thực hiện|quán triệt|triển khai|chính trị|đoàn thể|đảng|công đoàn|hội |tốt|,|và|xã hội|cơ sở|liên quan)|"
    r"tuyên truyền|truyền thông|phổ biến|tập huấn|bồi dưỡng nghiệp vụ|hội thảo|tọa đàm|hội nghị|hội thi|cuộc thi|nói chuyện|"
    r"sinh hoạt chuyên đề|kiểm tra|giám sát|khảo sát|rà soát|sơ kết|tổng kết|báo cáo (?:định kỳ|kết quả|tình hình|về|công tác)|"
    r"chế độ báo cáo|chế độ thông tin|khen thưởng|biểu dương|tuyên dương|tham mưu|kiện toàn|thăm hỏi|thăm|tặng quà|khám sức khỏe|phát động|hưởng ứng|"
    r"treo (?:băng|pa|khẩu|cờ)|gặp mặt|giao lưu|tham quan|học tập kinh nghiệm|cử |theo dõi|đôn đốc|lập dự toán|dự toán|xây dựng (?:kế hoạch|quy chế|"
    r"chương trình|tin|chuyên mục|tiểu phẩm|phóng sự|báo cáo)|biên soạn|in ấn|phát hành|cấp phát|đăng tải|viết (?:tin|bài)|"
    r"duy trì|ra mắt|niêm yết|làm lại|tiếp nữ|ra quân|trao |hỗ trợ|đối thoại|tư vấn|lấy ý kiến|họp|đại hội|lễ |"
    r"liên hoan|hội diễn|văn nghệ|thể dục thể thao|diễn đàn|quán triệt|ký (?:cam kết|kết)|thu thập|thống kê|đánh giá|nghiệm thu|bình chọn|chiếu phim|"
    r"trưng bày|triển lãm|xây dựng và|lồng ghép|đào tạo|bồi dưỡng|cập nhật|tổng hợp|vận động|quyên góp|ủng hộ|dọn|trồng|chăm sóc)"
)
_AIM = re.compile(
    r"(?:nâng cao|tăng cường sự|quan tâm|phát huy|bảo đảm|đảm bảo|phấn đấu|xây dựng đội ngũ|tạo (?:điều kiện|mọi)|góp phần|"
    r"khuyến khích|nghiêm túc|tiếp tục thực hiện nghiêm|chủ động|thực hiện (?:đúng|nghiêm|đầy đủ|các chế độ|bình đẳng)|việc |"
    r"trên cơ sở|căn cứ|trong quá trình|trên đây|đề nghị các|yêu cầu các|lựa chọn|bố trí|sắp xếp|đổi mới|đối tượng|tiêu chuẩn|kinh phí|"
    r"hồ sơ gồm|100|\d+ ?%|tỷ lệ|không |hình thức|trang phục|mỗi |đội ngũ|phù hợp|gắn )"
)
_CANCELLED = re.compile(r"(?<![\wà-ỹ])(?:hủy(?! hoại)|hủy bỏ|không tổ chức(?!.*\smà\s)|dừng tổ chức)(?![\wà-ỹ])")
_NO_DUTY = re.compile(
    r"(?:các (?!phòng|đơn vị|tổ|khoa|công đoàn|chi|thành viên|cơ quan|trường|ban)|đối với|nếu|trường hợp|riêng|gồm|bao gồm|số |tổng|ghi chú|lưu ý|mức|nguồn|giải|quà|"
    r"người|tất cả|hình thức|điều kiện|quyền|nghĩa vụ|liên hệ|mọi |những |như trên|đồng chí|ông |bà |khi |từ |đã |"
    r"trưởng ban|phó|ủy viên|thành viên|địa chỉ|điện thoại|nội dung|thành phần|địa điểm|trang phục|kết quả|cơ cấu|ngân sách|chi |phần |"
    r"là |bài |mẫu|phải |không|chưa|ngoài|quá |sau |mỗi|thể lệ|ban tổ chức|ban giám khảo|thí sinh|khó khăn|tỷ lệ|kính )"
)
_ACTS = re.compile(rf"{VERB}(?!\w)")
_STATES = re.compile(r"\s(?:là|có|gồm|không|đạt|chiếm|chịu trách nhiệm|hợp lệ|được|mất|(?<!trang )(?<!chuẩn )bị|trực)\s")
_CONSEQUENCE = re.compile(r"\b(?:bị (?:trừ|phạt|hạ bậc|xử lý|phê bình)|không được xét|coi như)\b")
_WHOLE_PLAN = re.compile(r"(?:kế hoạch|hướng dẫn|chương trình|thông báo|nội dung|công văn) (?:này|trên)|trong quá trình thực hiện|có vướng mắc|trên đây là|chịu trách nhiệm (?:thi hành|thực hiện)|kèm theo quyết định|có hiệu lực|\bbị (?:trừ|phạt|hạ|xử lý|nhắc nhở|phê bình)\b")
_LEADING_WORDS = re.compile(
    r"(?:(?:tiếp tục|thường xuyên|đẩy mạnh|tăng cường|chủ động|tích cực|định kỳ|thực hiện(?: tốt)?|làm tốt|triển khai(?: tốt)?|công tác|"
    r"các|hoạt động|đa dạng hóa|việc|củng cố|củng cố, kiện toàn|phối hợp(?: với)?(?: [^,;]{0,60}?)?|tham gia|hình thức|và|có hiệu quả|hiệu quả|kịp thời|đổi mới|hằng năm|hàng năm|"
    r"trong năm|xây dựng|nâng cao chất lượng)[\s,]+)*"
)
_HEAD_ROOM = 45


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
    if _CONSEQUENCE.search(folded):
        return []
    kept = _own_moments(folded, _without_outer(folded, moments(folded)))
    dated = _bound(text, folded, kept) if kept else []
    return dated + (_undated(text, folded, kept, listed=listed) if wanted else [])


def _without_outer(folded: str, found: list[Moment]) -> list[Moment]:
    """Days without the month that only leads to them: "Tháng 3: họp mặt ... ngày 08/3", "cuối tháng Bảy (30/7)"."""
    kept: list[Moment] = []
    for i, moment in enumerate(found):
        after = next((other for other in found[i + 1 :] if not other.weak), None)
        if moment.first.unit in ("month", "quarter") and moment.first == moment.last and after and _inside(moment, after):
            opens = not folded[: moment.start].strip(" -(") or folded[: moment.start].strip() in ("trong", "vào", "sang")
            if (opens and folded[moment.end : moment.end + 1] in (":", ",")) or re.match(r"\s*\(", folded[moment.end : after.start]):
                continue
        kept.append(moment)
    return kept


def _inside(outer: Moment, inner: Moment) -> bool:
    if inner.first.unit != "day" or inner.weak:
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
    return not _ACTIVITY.search(folded, begin, end) or bool(re.match(r"\s*(?:nhân|hưởng ứng|chào mừng)", folded[begin:end]))


def _same_day(one: Moment, other: Moment) -> bool:
    day = (one.first.month, one.first.number)
    return day == (other.first.month, other.first.number) and other.first == other.last


def _in_list_of_occasions(folded: str, moment: Moment, strong: list[Moment]) -> bool:
    """Whether the other date belongs to a further occasion of one list: "nhân ngày 8/3, 20/10 và Tháng hành động (...)"."""
    after = next((other for other in strong if other.start > moment.end), None)
    return after is not None and bool(_FURTHER.match(folded[moment.end : after.start]))


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
            said = f"{said.rstrip(' .;,')} dịp {text[moment.start:moment.end]}"
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


def _words_before(text: str, folded: str, spans: list[tuple[int, int]], i: int, words: str, *, leads_off: bool) -> str:
    """The words between two dates; a mere link repeats the words before, a preposition goes on with their head."""
    begin, start = (spans[i - 1][1] if i else 0), spans[i][0]
    if leads_off:
        begin = _own_part(folded, spans, i) or begin
    between = folded[begin:start]
    tail = _tail(text, folded, spans[i][1]) if i + 1 == len(spans) else ""
    if i and _LINK.match(between):
        return words
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


def _says_little(words: str) -> bool:
    return len(words.split()) <= 4 or bool(_TIME_ONLY.search(fold(words)))  # noqa: PLR2004


def _tail(text: str, folded: str, end: int) -> str:
    """What follows the last date, up to the next sentence part that says something else."""
    stop = re.compile(r"[.;]\s|,\s*(?:qua đó|nhằm|trong đó|địa điểm|địa chỉ|qua email|email|điện thoại|tại)|\s(?:nhằm|tại|để)\s|:").search(folded, end)
    rest = text[end : stop.start() if stop else len(text)]
    return rest if len(rest) < 90 else ""  # noqa: PLR2004


def _occasion_words(text: str, folded: str, moment: Moment, kept: list[Moment], said: str) -> str:
    """A feast belongs to its title: "sinh hoạt kỷ niệm 20/10". Of several feasts each keeps its own."""
    written = text[moment.start : moment.end]
    if fold(written) in fold(said):
        return said
    part = max((match.end() for match in _NOUN_PART.finditer(folded, 0, moment.start)), default=0)
    first = next(other for other in kept if other.start >= part and other.weak)
    lead = text[part : first.start]
    if len(kept) == 1:
        lead = f"{lead}{written}{text[moment.end:]}" if len(text) - moment.end < 120 else f"{lead}{written}"  # noqa: PLR2004
        return lead
    return f"{lead}{written}"


def _undated(text: str, folded: str, kept: list[Moment], *, listed: bool) -> list[Statement]:
    """The parts of a clause that have no date and are activities."""
    if kept and not all(moment.weak for moment in kept):
        return []
    if _WHOLE_PLAN.search(folded) or _CANCELLED.search(folded):
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


def is_activity(folded: str) -> bool:
    """Whether a folded statement begins, after who does it and how, with a verb or noun of a real activity."""
    body = folded.strip(" -+*,.;:\"")
    if _AIM.match(body) or len(body) < 8:  # noqa: PLR2004
        return False
    lead = _LEADING_WORDS.match(body)
    start = lead.end() if lead else 0
    return bool(_ACTIVITY.search(body, 0, start + _HEAD_ROOM))


def is_duty(folded: str) -> bool:
    """Whether an item of a list of duties, short of being plainly an aim or a remark, asks for something."""
    body = folded.strip(" -+*,.;:\"")
    lead = _LEADING_WORDS.match(body)
    acts = _ACTS.match(body, lead.end() if lead else 0)
    if not acts and _STATES.search(" ".join(body.split()[:9])) and not is_activity(folded):
        return False
    return not _AIM.match(body) and not _NO_DUTY.match(body) and 3 <= len(body.split()) and "%" not in body[:40]  # noqa: PLR2004
