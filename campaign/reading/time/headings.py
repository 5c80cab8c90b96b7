"""Headings that say when: "Tháng 3", "II. Quý IV/2026 (tháng 10 - 12)", "Thứ Hai (08/3)".

What stands under them happens then.
"""

from __future__ import annotations

import re
from dataclasses import replace

from campaign.reading.time.grammar import Written, expressions
from campaign.reading.time.spans import Part

Span = tuple[Part, Part]
_LONGEST = 90
_WORDS = re.compile(
    r"(?:[\s().,:;*-]|(?<![\wà-ỹ])(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày|sáng|"
    r"chiều|tối|buổi|các|\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2})?|tuần(?:\s+thứ)?\s+\d{1,2}|công tác|nhiệm vụ|"
    r"hoạt động|công việc|nội dung|kế hoạch|chương trình|trọng tâm|trong|vào|của|việc|đợt \d|"
    r"lịch)(?![\wà-ỹ]))*"
)
_SPELT_OUT = re.compile(r"\s*[(:,-]\s*(?:(?:gồm|từ|các|ngày|là)\s+)*")
_SESSION = re.compile(r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s*[:.]?")
_RANKS = {"year": 1, "half": 1, "quarter": 2, "month": 3, "third": 4, "week": 4, "day": 5}
SESSION_RANK = 6
"""How deep "Sáng:" stands among the headings that say when; ``rank`` tells it for the others."""


def heading_span(folded: str) -> Span | None:
    """The days, weeks, months or quarters that a heading consists of, from its first to its last, or None."""
    if len(folded) > _LONGEST:
        return None
    found = expressions(folded)
    span = _span(folded, found) if found else None
    if span is None or span[0].unit == "year":
        return None
    rest = folded
    for written in reversed(found):
        rest = f"{rest[: written.start]} {rest[written.end :]}"
    return span if _WORDS.fullmatch(rest) else None


def is_session(folded: str) -> bool:
    """Whether a line only names a part of the day: "Sáng:", "Buổi chiều"."""
    return _SESSION.fullmatch(folded) is not None


def rank(folded: str) -> int:
    """How deep a heading stands by its time: a day under its month; 0 for a heading without a time."""
    span = heading_span(folded)
    if span is None:
        return SESSION_RANK if is_session(folded) else 0
    wide = span[0].unit == "day" and span[0] != span[1]
    return _RANKS["week" if wide else span[0].unit]


def _span(folded: str, found: tuple[Written, ...]) -> Span | None:
    """What one expression says, or two of which the second spells out the first: "Quý I (tháng 1 - 3)"."""
    first, last = found[0].spans[0][0], found[0].spans[-1][1]
    if not found[1:]:
        return _with_month(first, last), last
    inner, end = found[1].spans[0][0], found[1].spans[-1][1]
    if found[2:] or not _SPELT_OUT.fullmatch(folded, found[0].end, found[1].start):
        return None
    if first.unit == "quarter" and inner.unit == "month":
        year = first.year or end.year
        return replace(first, year=year), replace(last, year=last.year or year)
    narrower = first.unit in ("week", "third", "month") and inner.unit == "day" and inner != end
    return (_with_month(inner, end), end) if narrower else None


def _with_month(first: Part, last: Part) -> Part:
    """The first day of a range with the month that only its end names: "từ 28 đến 03/4"."""
    if first.unit != "day" or first.month is not None or last.month is None:
        return first
    before = (first.number or 0) > (last.number or 0)
    return replace(first, month=(last.month - 1 or 12) if before else last.month)
