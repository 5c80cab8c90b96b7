"""How Vietnamese offices write days, months and quarters.

Named patterns over folded text, each with its value.

To teach the reader a new way of writing, add a row to ``PATTERNS``. A pattern says nothing about what a
date means (see ``times``) nor about calendar arithmetic (see ``spans``). Where two patterns match at
overlapping places the one that starts first wins, then the longer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from campaign.reading.time import feasts
from campaign.reading.time.fragments import (
    AND,
    DAY,
    LEAD,
    MONTH_NAME,
    MONTH_YEAR,
    NOT_NAMED,
    NUMBERED,
    ORDINAL,
    QUARTER,
    START,
    TAIL,
    TO,
    WEEKDAY,
    D,
    M,
    Y,
)
from campaign.reading.time.meanings import (
    Spans,
    bare_days,
    day_list,
    day_of_each_quarter,
    day_range,
    day_range_short,
    edge_quarter,
    feast_day,
    figures_range,
    half_month,
    half_year,
    last_day,
    month_range,
    months,
    nine_months,
    one_day,
    quarters,
    term,
    third,
    weeks,
    year_span,
)

# Every pattern needs a digit, or one of these words.
_MAY_SAY_WHEN = re.compile(rf"\d|tháng|quý|tuần|mùng|mồng|rằm|{feasts.FORM}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing: its name, its form, and what it says."""

    name: str
    form: re.Pattern[str]
    value: Callable[[re.Match[str]], Spans]


@dataclass(frozen=True, slots=True)
class Written:
    """A time expression where it stands: ``start`` and ``end`` are places in the text that was searched."""

    name: str
    start: int
    end: int
    spans: Spans


@lru_cache(maxsize=1024)
def expressions(folded: str) -> tuple[Written, ...]:
    """All time expressions of a folded text, in order, without overlaps; each says at least one span."""
    if not _MAY_SAY_WHEN.search(folded):
        return ()
    found = [
        Written(pattern.name, match.start(), match.end(), spans)
        for pattern in PATTERNS
        for match in pattern.form.finditer(folded)
        if (spans := pattern.value(match))
    ]
    found.sort(key=lambda written: (written.start, -written.end))
    kept: list[Written] = []
    for written in found:
        if not kept or written.start >= kept[-1].end:
            kept.append(written)
    return tuple(kept)


_ROWS: tuple[tuple[str, str, Callable[[re.Match[str]], Spans]], ...] = (
    ("day range", rf"{START}(?:từ\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY})", day_range),
    (
        "day range with the month at its end",
        (
            rf"(?<![\wà-ỹ])(?:từ\s+|trong\s+|ngày\s+|\(\s*|tuần\s+){LEAD}(?:mùng\s+|"
            rf"mồng\s+)?(?P<a>{D}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY}|{D}[.-]{M}(?!\d|[.-]\d))"
        ),
        day_range_short,
    ),
    (
        "day range with dashes",
        (
            rf"(?:từ\s+(?:ngày\s+)?|ngày\s+|\(){LEAD}(?P<a>{D}[.-]{M})"
            rf"\s*{TO}\s*{LEAD}(?P<b>{D}[.-]{M}(?:[.-]{Y})?)(?!\d|[.-]\d)"
        ),
        day_range,
    ),
    (
        "day range, begin and end",
        (
            r"(?:bắt đầu|mở)\s+(?:từ\s+|"
            rf"vào\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*,?\s*(?:và\s+)?(?:kết thúc|đóng)\s+(?:vào\s+|hết\s+)?"
            rf"{LEAD}(?P<b>{DAY})"
        ),
        day_range,
    ),
    (
        "months of a year in figures",
        rf"(?<!ngày ){START}(?P<a>{M})\s?-\s?(?P<b>{M})\s?/\s?(?P<yb>20\d\d)(?!\s?[/\d%])",
        figures_range,
    ),
    ("day range of bare numbers", rf"{NOT_NAMED}{START}(?P<a>{D})\s?-\s?(?P<b>{NUMBERED})", day_range_short),
    (
        "days with the month at the end",
        (
            rf"(?:(?:trong\s+)?(?:(?:hai|ba|bốn|0?[2-9])\s+)?(?:ngày|đêm|tối),?|sáng|chiều|tối|[:(;]|"
            rf"^)\s*(?P<a>{D}(?:\s*,\s*(?:ngày\s+)?{D})*)\s*{AND}\s*(?:và\s+)?"
            rf"(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?P<b>{DAY})"
        ),
        day_list,
    ),
    (
        "term from a day",
        (
            r"(?:trong\s+)?(?:(?:vòng|thời hạn|thời gian|hạn|trong|chậm nhất|không quá|nhất là)"
            r"\s+)(?P<n>\d{1,3})\s+ngày(?P<w>\s+làm việc)?\s*,?\s*(?:\(?tính\s+|"
            r"kể\s+)?(?:kể\s+)?"
            rf"(?:từ|sau)\s+(?:ngày\s+)?(?P<a>{DAY})"
        ),
        term,
    ),
    ("day", rf"{START}(?P<a>{DAY})", one_day),
    (
        "day after its name",
        (
            rf"(?:ngày|dịp|mừng|niệm|niệm ngày|trước|chậm nhất|hạn|đến hết|xong|{WEEKDAY}|sáng|"
            rf"chiều|tối)\s*,?\s+(?P<a>{D}[.-]{M})(?!\d|"
            r"[.-]\d)"
        ),
        one_day,
    ),
    (
        "day of each quarter",
        rf"ngày\s+(?P<a>{D})\s+(?:của\s+)?tháng\s+(?P<p>đầu|cuối)\s+(?:của\s+)?(?:mỗi\s+|từng\s+)?quý",
        day_of_each_quarter,
    ),
    (
        "days without a month",
        (
            rf"(?<!mỗi )(?<!một )(?<!nửa )(?:ngày|mùng|mồng)\s+(?P<a>{D}(?:\s*(?:,|và|(?P<to>đến|-)"
            rf")\s*(?:hết\s+)?(?:ngày\s+)?{D})*)"
            r"(?!\s*(?:/|-\s?\d|\.\d|tháng\s|ngày|lần|giờ|buổi))"
        ),
        bare_days,
    ),
    (
        "month range",
        (
            rf"(?:từ\s+)?(?:(?:đầu|giữa|cuối)\s+)?tháng\s+(?P<a>{MONTH_NAME})"
            rf"(?:\s?[/.-]\s?(?P<ya>{Y})|\s+năm\s+(?P<yc>{Y}))?"
            rf"\s*{TO}\s*(?:hết\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:tháng\s+)?(?P<b>{MONTH_NAME})"
            r"(?!\s?/\s?\d{1,2}(?!\d))"
            rf"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<yb>{Y}))?"
        ),
        month_range,
    ),
    (
        "month range in figures",
        (
            rf"{START}(?:từ\s+)?(?P<a>{M})\s?/\s?(?P<ya>20\d\d)\s*{TO}\s*(?P<b>{M})"
            r"\s?/\s?(?P<yb>20\d\d)(?!\s?[/\d%])"
        ),
        month_range,
    ),
    (
        "months",
        (
            r"(?:(?<=đợt \d )|(?<=lần \d )|(?<=kỳ \d )|(?<!\d\s)(?<!\d)(?<!mỗi )(?<!hằng )"
            rf"(?<!hàng ))tháng\s+(?P<a>{MONTH_NAME}(?:\s*(?:,|và|hoặc|&)"
            rf"\s*(?:tháng\s+)?(?:{MONTH_NAME})(?!\s?/\s?\d{{1,2}}(?!\d)))*)"
            rf"(?:{MONTH_YEAR})?(?!\s*(?:tháng|ngày\s+tháng|lần|buổi|cuộc))"
        ),
        months,
    ),
    ("month in figures", rf"{START}(?P<a>{M})\s?/\s?(?P<y>20\d\d)(?!\s?[/\d%])", months),
    (
        "quarters",
        (
            rf"(?<!mỗi )(?<!hằng )(?<!hàng )quý\s+(?P<a>{QUARTER}(?:\s*(?:,|và|(?P<to>-|đến))"
            rf"\s*(?:hết\s+)?(?:quý\s+)?{QUARTER})*)(?:{MONTH_YEAR})?"
        ),
        quarters,
    ),
    (
        "quarter by its place",
        rf"quý\s+(?P<a>đầu|cuối)(?:\s+(?:của\s+)?năm)?(?:\s+(?P<y>{Y}))?(?![\wà-ỹ])",
        edge_quarter,
    ),
    ("half year", rf"(?:6|06|sáu)\s+tháng\s+(?P<a>đầu|cuối)\s+năm(?:\s+(?:học\s+)?(?P<y>{Y}))?", half_year),
    ("nine months", rf"(?:9|09|chín)\s+tháng(?:\s+đầu\s+năm)?(?:\s+(?:năm\s+)?(?P<y>{Y}))?", nine_months),
    (
        "half of a month",
        rf"nửa\s+(?P<a>đầu|cuối)\s+tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        half_month,
    ),
    (
        "last day of a month",
        (
            r"ngày\s+(?:làm việc\s+)?(?:cuối cùng|cuối|đầu tiên)"
            rf"\s+(?:của\s+)?tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?"
        ),
        last_day,
    ),
    (
        "third of a month",
        (
            r"(?<!nửa )(?P<a>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)"
            rf"\s+tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?"
        ),
        third,
    ),
    (
        "week of a month",
        (
            rf"(?P<n>(?:hai|2|02)\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<a>{ORDINAL})(?:\s*(?:-|,|và|"
            rf"đến)\s*(?:tuần\s+)?(?:thứ\s+)?(?P<b>{ORDINAL}))?"
            rf"\s*(?:,|của|\()?\s*tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?"
        ),
        weeks,
    ),
    ("year", rf"(?:trong|cả)\s+(?:cả\s+)?năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", year_span),
    ("year alone", rf"năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", year_span),
    ("feast", rf"{feasts.FORM}(?:\s*,?\s+năm\s+(?P<y>{Y}))?", feast_day),
)
PATTERNS = tuple(Pattern(name, re.compile(form), value) for name, form, value in _ROWS)
