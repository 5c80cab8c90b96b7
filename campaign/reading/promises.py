"""Sentences that say of someone that they will do something, and those that add what follows if it is not done."""

from __future__ import annotations

import re

from campaign.reading.activities import is_duty, is_no_task
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
