"""Short, readable titles from the words of a statement.

What is to be done, without when, by whom and what for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from campaign.reading.framing import CLOCK_WORDS, without_end
from campaign.reading.text import fold, squeezed
from campaign.reading.time.fragments import DAY
from campaign.reading.verbs import BODY, VERB

_INVITES = re.compile(
    r"\b(?:kính|trân trọng|xin|thân)\s+mời\b(?:[^.;…]|\.{3,}|…){0,120}?"
    r"\b(?:tham dự|tới dự|đến dự|về dự|dự|tham gia)\s*:?\s+"
    r"(?P<what>[^.;:]{4,200}?)(?=,|\s+(?:vào|lúc|ngày|tại|từ|do|với|theo|như|\(|được)(?![\wà-ỹ])|:|[.;]|$)"
)
# "Kính mời: ........" and on the next line "Tới dự: Họp báo ..."
_ASKS = re.compile(r"\bmời\b[^.;…]{0,120}[\s:.…_]*$")
_WHAT = re.compile(r"(?:tham dự|tới dự|đến dự|về dự|dự|tham gia)\s*:?\s")
_NAME = re.compile(r"[\"“«][^\"”»]{4,160}[\"”»]\.?$")
_BARE = re.compile(r"(?:chương trình|buổi|cuộc|sự kiện|lễ)?\s*$")


def invited(texts: Sequence[str]) -> str | None:
    """The event that these paragraphs invite to, with its name where that stands below on a line of its own."""
    for line, following in zip_longest(texts, texts[1:], fillvalue=""):
        torn = _ASKS.search(fold(line)) and _WHAT.match(fold(following))
        text, below = (f"{line} {following}", "") if torn else (line, following)
        match = _INVITES.search(fold(text))
        if match is None:
            continue
        what = text[match.start("what") : match.end("what")].strip()
        named = text.rstrip().endswith(":") and match.end() >= len(text.rstrip()) - 1 and _NAME.match(below)
        if named:
            return f"{what} {below.rstrip('.')}"
        return None if _BARE.fullmatch(fold(what)) else what
    return None


LONGEST = 90
_OPENING = re.compile(
    r"^(?:[\s,.;:)\]+*\"\uf02d\uf0b7\uf0a7\uf076-]+|"
    r"(?:và|đồng thời|ngoài ra|theo đó|trong đó|bên cạnh đó|cụ thể|tiếp tục|"
    r"chủ động|tích cực|thường xuyên|"
    r"định kỳ|dự kiến|việc|riêng|sẽ|cần|phải|để|cùng|hoặc|cả ngày|buổi sáng|buổi chiều|sáng|"
    r"chiều|tối|rồi|chót|nhân(?! (?:viên|dân|sự|lực|rộng|ái|đạo|quyền|văn|sĩ))|thì)(?=[\s,:]))+[\s,:]*"
)
_END_WORDS = re.compile(
    r"(?:^|(?<=[\s,;:(/-]))(?:và|của|vào|trong|từ|đến|trước|ngày|tại|là|với|về|cho|để|lúc|"
    r"dự kiến|gửi|nộp|xong|hoàn thành|"
    r"suốt|trước khi|được|như sau|cụ thể|nhân dịp|(?<!công )(?<!doanh )(?<!cá )(?<!nạn )"
    r"(?<!bệnh )(?<!quân )(?<!thân )(?<!hôn )(?<!tư )(?<!nguyên )nhân|"
    r"dịp|cụ thể như sau|hằng năm|hàng năm)$"
)
_SHORTEST = 8
_SHORTEST_CUT = 30
_PART_END = re.compile(r"(?<!phòng), |[;:] | \(| - ")
_ADDITION = re.compile(
    r"\s(?:nhằm|để|theo|trên cơ sở|trong đó|đáp ứng|phục vụ|nếu|khi|do|tại|trên địa bàn|đối với|cho|của|với|và|trong)\s"
)
_FIRST_ROUND = re.compile(r"[\s,:]+\d+\s+lớp\s*[,:]\s*lớp\s+(?:thứ\s+)?(?:0?1|i|một|nhất|đầu)$")
_HELD = re.compile(
    r"(?<!lịch)(?<!kế hoạch)(?<!phương án)(?<!thời gian)\s(?:(?:sẽ\s+)?được\s+|dự kiến\s+|sẽ\s+)?"
    r"(?:tổ chức|diễn ra|tiến hành|triển khai)\s*$"
)
_ORGANISE = re.compile(
    r"(?:phối hợp\s+)?tổ chức\s+(?:thành công\s+|tốt\s+)?(?:các\s+(?:buổi|đợt|cuộc)\s+|"
    r"các\s+(?=hoạt động)|\d+\s+(?:buổi|cuộc)\s+|buổi\s+)?"
)
_GROUNDS = re.compile(
    r"(?:theo(?! dõi)|căn cứ|thực hiện (?=công văn|kế hoạch|quyết định|chỉ thị|nghị quyết|"
    r"hướng dẫn|thông báo)|được sự|nhân|nhân dịp|"
    r"để|nhằm|trên cơ sở|do)\s(?:[^,(]|\([^)]*\)){3,200},\s+"
)
_MONTH_FIRST = re.compile(r"(?:trong\s+)?(?:tháng\s+[\wà-ỹ]+(?:/\d{4})?|quý\s+[ivx\d]+(?:/\d{4})?)\s*:\s*")
_CLOCK_FIRST = re.compile(rf"(?:(?:từ|lúc|vào)\s+)?{CLOCK_WORDS}(?:\s*(?:-|đến)\s*{CLOCK_WORDS})?\s*[:,.-]?\s*")
_INVITED = re.compile(
    r"(?:[^:]{3,90}\s)?(?:kính mời|trân trọng mời)\s[^:]{0,60}?(?:(?:đến|tới)\s+)?(?:dự|tham dự)"
    r"\s*:?\s+(?=\w+\s+\w+\s+\w)|(?:tới|đến) dự\s*:\s*"
)
_MOVES = (
    re.compile(
        r"^.*?\b(?:có|ban hành|ký) (?:công văn|kế hoạch|văn bản|hướng dẫn)[^,;:]*?(?:đề nghị|"
        r"yêu cầu|chỉ đạo)\s+"
    ),
    re.compile(
        r"\s*(?:thông báo\s+)?(?:lùi|dời|điều chỉnh|thay đổi)\s+(?:thời gian|lịch|ngày)"
        r"(?:\s+(?:tổ chức|diễn ra))?(?=\s)"
    ),
    re.compile(
        r"\s+(?:(?:cũng\s+)?được\s+(?:gia hạn|kéo dài)(?:\s+thêm.*)?|(?:vẫn\s+)?giữ nguyên|"
        r"không thay đổi)\s*$"
    ),
    re.compile(r"\s*\((?:thay|tức|theo|do)\s[^)]*\)"),
    re.compile(r",?\s*thay (?:cho|thế|vì)\s.*$"),
    re.compile(
        r"\s*(?:\(?(?:từ|vào|trước đây[\w ]{0,20}|dự kiến)"
        rf"\s+)?\(?(?:ngày\s+)?{DAY}\)?\s+(?:nay\s+)?(?:được\s+)?(?:lùi|dời|chuyển|đổi)?\s*(?:sang|"
        r"thành|lại)(?!\w)"
    ),
    re.compile(r"\s+(?:do ảnh hưởng|vì lý do|do thời tiết|do mưa)\s.*$"),
)
_PURPOSE = re.compile(
    r"(?:,\s+|\s+)(?:nhằm|góp phần|qua đó|để\s+(?:đảm bảo|nâng cao|động viên|tạo|thu hút|"
    r"làm tốt|chào mừng)|tạo ra|từ đó|làm cơ sở)\s"
)
_BACK_TO_TOPIC = re.compile(r"\s(?:trong việc|về việc)\s")
_SUBJECT = re.compile(
    r"(?:(?:đề nghị|yêu cầu|giao(?! ban| lưu)|phân công|kính đề nghị)"
    rf"\s+)?{BODY}[^;:(\"]{{0,160}}?(?<!được)(?<!và)(?<!hoặc)(?<!tự)\s"
    r"(?=(?:(?:chủ động|tiếp tục|thường xuyên|định kỳ|có trách nhiệm|sẽ|cần|phối hợp|tham mưu)"
    r"[\s,]+(?:[^;:,]{0,60}\s)?)*"
    rf"{VERB}[\s,])"
)
_ASSIGNED = re.compile(rf"{BODY}[^:;(\"]{{0,60}}:\s+(?={VERB}\b)")
_ASKED = re.compile(r"(?i)^(?:đề nghị|yêu cầu|giao|phân công|kính đề nghị)\s+")
_HOW = re.compile(r"(?i)\s(?:chủ động|chủ trì|phối hợp|có trách nhiệm|tiếp tục|thường xuyên|tham mưu|căn cứ|sẽ|cần)\b")


def title_of(text: str) -> str:
    """A title from words that are already free of their date."""
    words = squeezed(text)
    words = _drop(words, _OPENING)
    words = _drop(words, _CLOCK_FIRST)
    words = _drop(words, _INVITED)
    words = _without_moves(words)
    words = _drop(words, _MONTH_FIRST)
    words = _without_grounds(words)
    words = _without_subject(words)
    words = _drop(words, _ASSIGNED)
    words = _drop(words, _ORGANISE)
    words = _drop(words, _OPENING)
    words = _balanced(_without_purpose(words))
    words = _cut(_end_tidied(words))
    return words[:1].upper() + words[1:]


def subject_of(text: str) -> str | None:
    """Who is to do it, where the statement begins with a body."""
    words = _drop(squeezed(text), _OPENING)
    match = _SUBJECT.match(fold(words))
    if match is None:
        return None
    named = _ASKED.sub("", words[: match.end()]).strip(" ,")
    return _HOW.split(named)[0].strip(" ,") or None


def _drop(words: str, form: re.Pattern[str]) -> str:
    match = form.match(fold(words))
    return words[match.end() :] if match else words


def _without_subject(words: str) -> str:
    match = _SUBJECT.match(fold(words))
    if match is None or len(re.findall(r"\w+", words[match.end() :])) < 2:  # noqa: PLR2004
        return words
    return words[match.end() :]


def _without_grounds(words: str) -> str:
    """The words without what they rest on: "Theo Hướng dẫn số ..., Ban Nữ công tổ chức ..."."""
    folded = fold(words)
    grounds = _GROUNDS.match(folded)
    return words[grounds.end() :] if grounds and len(words) - grounds.end() > 12 else words  # noqa: PLR2004


def _without_moves(words: str) -> str:
    """The words without the old date of something moved, and without the reason."""
    folded = fold(words)
    for form in _MOVES:
        for match in reversed(list(form.finditer(folded))):
            words = words[: match.start()] + words[match.end() :]
        folded = fold(words)
    return words


def _without_purpose(words: str) -> str:
    """The words without "nhằm ..." and the like; a topic after the purpose is kept."""
    folded = fold(words)
    purpose = _PURPOSE.search(folded, 25)
    if purpose is None:
        return words
    topic = _BACK_TO_TOPIC.search(folded, purpose.end())
    if topic:
        return f"{words[: purpose.start()]} …{words[topic.start() :]}"
    return words[: purpose.start()]


def _balanced(words: str) -> str:
    words = re.sub(r"\(\s*\)", "", words)
    if words.count("(") > words.count(")"):
        at = words.rindex("(")
        words = words[:at] if len(words) - at < 15 else words + ")"  # noqa: PLR2004
    if words.count(")") > words.count("("):
        words = words.replace(")", "", 1)
    return squeezed(words).replace(" ,", ",").replace(" ;", ";").replace(" .", ".")


def _end_tidied(words: str) -> str:
    words = _without_end_words(words.rstrip(" .…;:,/-"))
    first = _FIRST_ROUND.search(fold(words))
    words = words[: first.start()] if first and first.start() > _SHORTEST else words
    held = _HELD.search(fold(words))
    return _without_end_words(words[: held.start()]) if held and " do " not in words[-60:] else words


def _without_end_words(words: str) -> str:
    kept = without_end(fold(words), _END_WORDS)
    return words[:kept] if kept > _SHORTEST else words


def _cut(words: str) -> str:
    """At most ``LONGEST`` characters, cut where a part ends, else before what only adds to it."""
    if len(words) <= LONGEST:
        return words
    folded = fold(words)
    for form in (_PART_END, _ADDITION):
        cuts = [match.start() for match in form.finditer(folded, _SHORTEST_CUT, LONGEST + 1)]
        whole = [at for at in cuts if folded.count("(", 0, at) == folded.count(")", 0, at)]
        if whole:
            return _without_end_words(words[: whole[-1]])
    return _without_end_words(words[: words.rfind(" ", 0, LONGEST - 1)]) + " …"
