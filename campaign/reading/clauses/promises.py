"""Sentences that add what follows if they are not obeyed, and lines that say that what they list has no date."""

from __future__ import annotations

import re

from campaign.reading.activities import is_duty, is_no_task

_MISSED = re.compile(
    r"[,.]\s+(?=(?:(?:tổ|đơn vị|cá nhân|bộ phận|nơi|ai|phòng|trường|xã|đội|bài|hồ sơ|nếu|trường hợp)\s[^,;]{0,30}?)?"
    r"(?:nộp|gửi|báo cáo|đăng ký|đến|vắng|quá)\s[^,;]{0,20}?(?:trễ|chậm|muộn|sau|hạn))"
)
_NOT_DONE = re.compile(r"\b(?:không|chưa|nếu|trường hợp)\b")


# A line that only says that its parts are work without a date.
LIST_LABEL = re.compile(
    r"(?:(?:các )?(?:việc|nhiệm vụ|công việc|hoạt động|công tác) (?:thường xuyên|thường kỳ|khác|chung|trọng tâm|"
    r"chưa (?:xếp|có|định) (?:lịch|ngày|thời gian))|chưa (?:xếp|có|định|chốt) (?:lịch|ngày|thời gian)|ngoài ra)\s*:\s+"
)


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
