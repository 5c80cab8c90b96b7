"""The lower part of an official document: the list "Nơi nhận", and who signed in which office."""

from __future__ import annotations

import re

from campaign.reading.text import fold

OFFICE = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s?\.\s?)?(?:ban chấp hành|ban thường vụ|giám đốc|phó giám đốc|"
    r"chủ tịch|phó chủ tịch|hiệu trưởng|"
    r"phó hiệu trưởng|trưởng ban|phó trưởng ban|trưởng phòng|chánh văn phòng|bí thư|"
    r"tổng giám đốc|viện trưởng|cục trưởng|"
    r"chi cục trưởng|tm\.? .*|kt\.? .*|tl\.? .*|người lập.*|thủ trưởng.*)"
)
_RECIPIENTS = re.compile(r"nơi nhận\s*:?")
# What a site prints under a text: links to other texts, each with its day of posting.
_FURTHER = re.compile(
    r"(?:[-*•»>]\s*)?(?:(?:các\s+)?(?:tin|bài|bài viết|tin bài|tin tức|văn bản|thông báo|"
    r"nội dung)(?:,\s*bài)?(?:\s+viết)?\s+"
    r"(?:khác|liên quan|mới(?:\s+(?:nhất|hơn|đăng))?|cũ(?:\s+hơn)?|đã (?:đưa|đăng)|cùng (?:chuyên mục|chủ đề|loại)|"
    r"nổi bật|đọc nhiều|xem nhiều)|xem thêm|đọc thêm|có thể bạn quan tâm|"
    r"(?:\(\d+\)\s*)?(?:ý kiến )?bình luận(?:\s*\(\d+\))?|"
    r"tin (?:mới|cũ) hơn)\s*[:»>.]*"
)
_DASHES = ("-", "+", "•")
_EDGES = " -+•;."
_FOOT_LINES = 12
_NAME_WORDS = range(2, 7)


def foot_at(lines: list[str], after: int) -> int:
    """The first folded line of "Nơi nhận", or of links to other texts; the number of lines where there is none."""
    first = max(after, len(lines) // 3)
    return next(
        (
            i
            for i in range(after, len(lines))
            if _RECIPIENTS.match(lines[i]) or (i > first and _FURTHER.fullmatch(lines[i]))
        ),
        len(lines),
    )


def recipients(texts: list[str]) -> tuple[str, ...]:
    """The entries of "Nơi nhận", from the line that names it on."""
    if not texts or not _RECIPIENTS.match(fold(texts[0])):
        return ()
    first = _RECIPIENTS.sub("", texts[0].lower(), count=1)
    entries = [
        texts[0][len(texts[0]) - len(first) :],
        *(text for text in texts[1:] if text.startswith(_DASHES)),
    ]
    return tuple(name for entry in entries if (name := entry.strip(_EDGES)))


def signature(lines: list[str], texts: list[str], after: int) -> tuple[str | None, str | None]:
    """The office and the name that stand under the text."""
    for i in range(len(lines) - 1, max(after, len(lines) - _FOOT_LINES), -1):
        if OFFICE.fullmatch(lines[i]) and texts[i].isupper():
            name = next((text for text in texts[i + 1 : i + 3] if len(text.split()) in _NAME_WORDS), None)
            return texts[i], name
    return None, None
