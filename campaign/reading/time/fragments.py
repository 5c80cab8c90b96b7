"""The pieces of Vietnamese dates.

Numbers, words and signs, and what a single day written with them says.

All of it is meant for folded text on one line (see ``text``). ``grammar`` builds its patterns from these
pieces.
"""

from __future__ import annotations

import re

from campaign.reading.time.spans import Part

MONTH_WORDS = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
DAY_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "rằm": 15,
}  # fmt: skip
ORDINALS = {
    **{word: number for word, number in DAY_WORDS.items() if number <= 5},  # noqa: PLR2004
    "nhất": 1, "nhì": 2, "đầu tiên": 1, "đầu": 1, "cuối cùng": -1, "cuối": -1,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
}  # fmt: skip
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
HALVES = {"đầu": 1, "cuối": 2}
THIRDS = {"đầu": 1, "thượng": 1, "giữa": 2, "trung": 2, "cuối": 3, "hạ": 3}
# "tháng năm" is left out: it also means "months and years".

D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
M = r"(?:0?[1-9]|1[0-2])(?!\d)"
Y = r"(?:1[89]|20)\d\d(?!\d)"
START = r"(?<![\d/.])"
MONTH_NAME = rf"(?:{M}|{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})(?!\w)"
NUMBERED = rf"{D}\s?/\s?{M}(?:\s?/\s?(?:{Y}|[1-4]\d(?!\d)))?(?!\s?[/%]|\d|\.\d{{3}}(?!\d))"
DOTTED = rf"(?:{D}\.{M}\.{Y}|{D}\s?-\s?{M}\s?-\s?{Y})"
_COUNTING = ("đợt", "lần", "vòng", "kỳ", "khóa", "trong", "suốt", "hơn", "dưới", "trên", "cả", "đủ", "quá")
NOT_COUNTED = "".join(f"(?<!{word} )" for word in _COUNTING)
_BEFORE_DAYS = ("ngày", "từ", "tuần", "lễ", "khoảng", "vào", "kiến", "trong", "đợt")
NOT_NAMED = "(?:(?<!\\w )|" + "|".join(f"(?<={word} )" for word in _BEFORE_DAYS) + ")"
WRITTEN = (
    rf"(?:(?:mùng|mồng)\s+(?:{D}|{'|'.join(DAY_WORDS)})|{NOT_COUNTED}{D}|rằm)\s+tháng\s+{MONTH_NAME}"
    r"(?!\s+(?:đầu|cuối)\s+năm|\s+tháng)"
)
YEAR_TAIL = rf"(?:\s*\)?,?\s*năm\s+{Y}|\s?[/.-]\s?{Y})"
LUNAR = r"(?:\s*\(?\s*(?:âm\s+lịch|âl)(?!\w)\)?)"
DAY = rf"(?:{DOTTED}|{NUMBERED}|{WRITTEN}){LUNAR}?{YEAR_TAIL}?{LUNAR}?"

CLOCK = r"\d{1,2}\s?(?:giờ|h(?![^\W\d])|g(?=\d|\s)|:)\s?(?:\d{2}(?![\d/])(?:\s?phút|')?|(?!\s?\d{2}(?![\d/])))"
SESSION = r"(?:buổi\s+)?(?:sáng|chiều|tối|trưa)"
WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|t[2-7]|cn)"
TO = r"(?:-|đến|tới|cho\s+(?:đến|tới)|~)"
AND = r"(?:,|và|&|;|hoặc)"
LEAD = (
    rf"(?:(?:trước|hết|lúc|đầu|khoảng)\s+)*(?:{CLOCK}\s*,?\s*)?(?:{SESSION}\s*,?\s*)?"
    rf"(?:\(?{WEEKDAY}\)?\s*,?\s*\(?)?(?:hết\s+)?(?:(?:các\s+)?ngày\s+)?"
)
TAIL = rf"(?:\s*\(\s*{WEEKDAY}\s*\)\s*)?"
QUARTER = r"(?:iv|i{1,3}|[1-4]|một|hai|ba|tư)(?!\w)"
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|[1-5])(?!\w)"
MONTH_YEAR = rf"(?:\s?[/.-]\s?|,?\s+năm\s+|\s+(?=20\d\d))(?P<y>{Y})(?!\s?-\s?20\d\d)"

_DAY_PARTS = re.compile(
    rf"(?:(?:mùng|mồng)\s+)?(?P<d>\d{{1,2}}|{'|'.join(DAY_WORDS)})\s*(?:[/.-]|tháng\s)\s*(?P<m>{MONTH_NAME})"
    r"[\s/.,)-]*(?P<lunar>\(?\s*(?:âm\s+lịch|âl)\)?)?[\s/.,)-]*(?:năm\s+)?(?P<y>\d{2,4})?\s*"
    r"(?P<late>\(?(?:âm\s+lịch|âl))?"
)


def day(text: str) -> Part:
    """The day that a piece of text names; the text matched ``DAY``."""
    match = _DAY_PARTS.match(text)
    if match is None:
        return Part("day")
    lunar = bool(match["lunar"] or match["late"]) or match["m"] in ("giêng", "chạp") or match["d"] == "rằm"
    return Part("day", DAY_WORDS.get(match["d"]) or int(match["d"]), month(match["m"]), year(match["y"]), lunar)


def year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) > 2 else 2000 + int(text)  # noqa: PLR2004


def month(text: str) -> int:
    return MONTH_WORDS.get(text) or int(text)
