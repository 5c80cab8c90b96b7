"""Headings that say when: "Tháng 3", "II. Quý IV/2026", "Thứ Hai (08/3)".

What stands under them happens then.
"""

from __future__ import annotations

import re

from campaign.reading.grammar import expressions
from campaign.reading.spans import Part

Span = tuple[Part, Part]
_LONGEST = 90
_WORDS = re.compile(
    r"(?:[\s().,:;*-]|(?<![\wà-ỹ])(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày|sáng|"
    r"chiều|tối|buổi|các|\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?|tuần(?:\s+thứ)?\s+\d{1,2}|công tác|nhiệm vụ|"
    r"hoạt động|công việc|nội dung|kế hoạch|chương trình|trọng tâm|trong|vào|của|việc|đợt \d|"
    r"lịch)(?![\wà-ỹ]))*"
)


def heading_span(folded: str) -> Span | None:
    """The days, weeks, months or quarters that a heading consists of, from its first to its last, or None."""
    if len(folded) > _LONGEST:
        return None
    found = expressions(folded)
    if len(found) != 1:
        return None
    first, last = found[0].spans[0][0], found[0].spans[-1][1]
    rest = folded[: found[0].start] + " " + folded[found[0].end :]
    return (first, last) if first.unit != "year" and _WORDS.fullmatch(rest) else None
