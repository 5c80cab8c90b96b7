"""Sentences that say of someone that they will do something, and those that add what follows if it is not done."""

from __future__ import annotations

import re

from campaign.reading.activities import is_activity, is_duty, is_no_task
from campaign.reading.verbs import VERB

_MISSED = re.compile(
    r"[,.]\s+(?=(?:(?:tổ|đơn vị|cá nhân|bộ phận|nơi|ai|phòng|trường|xã|đội|bài|hồ sơ|nếu|trường hợp)\s[^,;]{0,30}?)?"
    r"(?:nộp|gửi|báo cáo|đăng ký|đến|vắng|quá)\s[^,;]{0,20}?(?:trễ|chậm|muộn|sau|hạn))"
)
_NOT_DONE = re.compile(r"\b(?:không|chưa|nếu|trường hợp)\b")
_PROMISE = re.compile(
    rf"^(?!.*\b(?:nếu|trường hợp|khi)\b)[^;:]{{0,80}}?\b(?:sẽ|được giao(?: nhiệm vụ)?)\s+(?:tiếp tục\s+|cùng\s+)?"
    rf"(?:(?:chỉ đạo|phân công)\s+[^,;:]{{0,30}}?\s)?(?=(?:{VERB}|tổ chức|khai mạc)(?!\w))"
    r"(?!thông báo|xem xét|căn cứ|làm việc|xử lý|tổng hợp)"
)


# A line that only says that its parts are work without a date.
LIST_LABEL = re.compile(
    r"(?:(?:các )?(?:việc|nhiệm vụ|công việc|hoạt động|công tác) (?:thường xuyên|thường kỳ|khác|chung|trọng tâm|"
    r"chưa (?:xếp|có|định) (?:lịch|ngày|thời gian))|chưa (?:xếp|có|định|chốt) (?:lịch|ngày|thời gian)|ngoài ra)\s*:\s+"
)
_DAY_FOLLOWS = re.compile(
    r"\b(?:ngày|thời gian|lịch|giờ)[^,;()]{0,20}?\s(?:sẽ\s+)?(?:được\s+)?(?:thông báo|báo|công bố)\s+sau\b"
)
_FULL_STOP = re.compile(r"[.!?…]\s+")


def promised(folded: str) -> int:
    """Where the promise of a folded sentence begins ("Ban cũng sẽ | mở chuyên mục ..."); 0 where it makes none."""
    promise = _PROMISE.search(folded)
    return promise.end() if promise and is_duty(folded[promise.end() :]) else 0


def before_consequence(folded: str) -> int:
    """Where a task ends that goes on with what follows from missing it; 0 where it does not.

    "Nộp hồ sơ ngày 5/3 | , tổ nào nộp trễ coi như không đăng ký".
    """
    match = _MISSED.search(folded)
    if match is None or _NOT_DONE.search(folded, 0, match.start()):
        return 0
    main = folded[: match.start()]
    return match.start() if is_duty(main) and not is_no_task(main) else 0


def lists_undated(folded: str) -> bool:
    """Whether a line says that what follows has no date, or goes on all the time: no heading dates it."""
    return bool(LIST_LABEL.match(folded))


def goes_on(before: str, folded: str) -> bool:
    """Whether a part after a semicolon is one more of the things that its sentence promises or lists.

    ``before`` is the folded paragraph up to it. Such a part asks for something even in news. So does what is
    announced without its day: "... (thời gian sẽ thông báo sau)".
    """
    if _DAY_FOLLOWS.search(folded) and is_activity(folded):
        return True
    sentence = _FULL_STOP.split(before)[-1].strip()
    return sentence.endswith(";") and (lists_undated(sentence) or promised(sentence.split(";")[0]) > 0)
