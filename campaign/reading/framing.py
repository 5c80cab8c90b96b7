"""The words that only lead to a date ("vào sáng thứ Ba, ngày") and those that close it ("(thứ Ba)").

A title is made from what is left without them.
"""

from __future__ import annotations

import re

CLOCK_WORDS = r"\d{1,2}\s?(?:h(?![^\W\d])|giờ|g(?=\d|\s)|:)\s?(?:\d{2})?(?:\s?phút|')?"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)"
_LEADING = re.compile(
    r"(?:^|(?<=[\s,;:(/-]))(?:trước|chậm nhất|muộn nhất|không muộn hơn|không trễ hơn|hạn cuối|hạn chót|hạn|"
    r"gia hạn|sẽ|vào|lúc|hồi|từ|từ nay|nay|"
    r"đến|tới|cho đến|hết|trong|ngày|các ngày|các|sáng|(?<!hai )(?<!một )chiều|tối|trưa|"
    r"buổi (?:sáng|chiều|tối)|"
    r"cả ngày|dự kiến|khoảng|"
    r"thời gian|thời hạn|thời điểm|là|xong|bắt đầu|diễn ra|được|nhân dịp|hằng năm|hàng năm|"
    r"(?:sẽ |được )*(?:(?:lùi|dời)(?: sang| lại)?|(?:chuyển|đổi|hoãn) (?:sang|thành|lại))|"
    r"của|và|tuần|\d+\s+(?:buổi|ngày)|"
    rf"{_WEEKDAY}|{CLOCK_WORDS})$"
)
_COUNTED = re.compile(
    r"(?<!lớp)(?<!đợt)(?<!lần)(?<!vòng)(?<!ca)(?<!nhóm)(?<!khóa)"
    r"\s(?:(?:trong\s+)?\d{1,2}|(?:vào\s+)?(?:đầu|giữa|cuối))\s*$"
)
_COUNTABLE = ("ngày", "quý")
_CLOSING = tuple(
    re.compile(form)
    for form in (
        rf"\s*\(\s*(?:(?:sáng|chiều|tối|là)\s+)?{_WEEKDAY}(?:\s*(?:và|,)\s*{_WEEKDAY})*\s*\)",
        r"\s*\)",
        r"\s*(?:hằng|hàng)\s+năm",
        r"\s*(?:năm|quý)\s+(?:này|nay|sau|tới)",
        (
            rf"[\s,;(]*(?:(?:từ|lúc|vào|bắt đầu|hồi|khai mạc|vào lúc)\s+)*{CLOCK_WORDS}(?:\s*(?:-|"
            rf"đến)\s*{CLOCK_WORDS})?\)?"
        ),
    )
)
_REACH = 60


def around(folded: str, start: int, end: int) -> tuple[int, int]:
    """The span of a time expression with the words that only lead to it and what closes it."""
    begin = max(0, start - _REACH)
    first = begin + without_end(folded[begin:start], _LEADING)
    if folded.startswith(_COUNTABLE, start):
        counted = _COUNTED.search(folded, max(0, first - 14), first)
        first = counted.start() if counted else first
    return first, _closed(folded, end)


def without_end(folded: str, words: re.Pattern[str]) -> int:
    """Where a text ends without these words and signs at its end; ``words`` matches one of them there."""
    end = len(folded)
    while True:
        kept = len(folded[:end].rstrip(" ,;:(/-"))
        match = words.search(folded[:kept])
        if match is None or match.start() == kept:
            return kept
        end = match.start()


def _closed(folded: str, end: int) -> int:
    while True:
        match = next((found for form in _CLOSING if (found := form.match(folded, end)) and found.end() > end), None)
        if match is None:
            return end
        end = match.end()
