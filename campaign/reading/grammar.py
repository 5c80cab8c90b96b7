"""How Vietnamese offices write days, months and quarters: named patterns over folded text, each with its value.

To teach the reader a new way of writing, add a row to ``PATTERNS``. A pattern says nothing about what a date means
(see ``times``) nor about calendar arithmetic (see ``spans``). Where two patterns match at overlapping places the one
that starts first wins, then the longer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from campaign.reading import feasts
from campaign.reading.fragments import (
    AND,
    DAY,
    HALVES,
    LEAD,
    MONTH_NAME,
    MONTH_YEAR,
    NUMBERED,
    ORDINAL,
    ORDINALS,
    QUARTER,
    QUARTERS,
    SESSION,
    START,
    TAIL,
    THIRDS,
    TO,
    D,
    M,
    Y,
    day,
    month,
    year,
)
from campaign.reading.spans import Part, month_length

Spans = tuple[tuple[Part, Part], ...]


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


def expressions(folded: str) -> list[Written]:
    """All time expressions of a folded text, in order, without overlaps; each says at least one span."""
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
    return kept


_NUMBER = re.compile(r"\d+")


def _one(part: Part) -> Spans:
    return ((part, part),)


def _day(match: re.Match[str]) -> Spans:
    return _one(day(match["a"]))


def _term(match: re.Match[str]) -> Spans:
    return _one(replace(day(match["a"]), plus=int(match["n"]), working=bool(match["w"])))


def _day_range(match: re.Match[str]) -> Spans:
    return ((day(match["a"]), day(match["b"])),)


def _day_range_short(match: re.Match[str]) -> Spans:
    return ((Part("day", int(match["a"])), day(match["b"])),)


def _day_list(match: re.Match[str]) -> Spans:
    last = day(match["b"])
    days = [Part("day", int(number), last.month, last.year) for number in _NUMBER.findall(match["a"])]
    return _joined([*days, last])


def _joined(days: list[Part]) -> Spans:
    """Days that follow each other are one span, others stay apart."""
    spans: list[tuple[Part, Part]] = []
    for part in days:
        if spans and (spans[-1][1].number or 0) + 1 == part.number:
            spans[-1] = (spans[-1][0], part)
        else:
            spans.append((part, part))
    return tuple(spans)


def _bare_days(match: re.Match[str]) -> Spans:
    numbers = [int(number) for number in _NUMBER.findall(match["a"])]
    if match["to"]:
        return ((Part("day", numbers[0]), Part("day", numbers[-1])),)
    return _joined([Part("day", number) for number in numbers])


def _months(match: re.Match[str]) -> Spans:
    in_year = year(match["y"])
    months = [Part("month", month=month(name), year=in_year) for name in re.findall(MONTH_NAME, match["a"])]
    if "hoặc" in match["a"]:
        return ((months[0], months[-1]),)
    return tuple((month, month) for month in months)


def _month_range(match: re.Match[str]) -> Spans:
    last_year = year(match["yb"])
    first = Part("month", month=month(match["a"]), year=year(match["ya"]))
    return ((first, Part("month", month=month(match["b"]), year=last_year)),)


def _quarters(match: re.Match[str]) -> Spans:
    numbers = [_quarter(word) for word in re.findall(rf"{QUARTER}", match["a"])]
    in_year = year(match["y"])
    parts = [Part("quarter", number, year=in_year) for number in numbers]
    if match["to"]:
        return ((parts[0], parts[-1]),)
    return tuple((part, part) for part in parts)


def _quarter(word: str) -> int:
    return QUARTERS.get(word) or int(word)


def _edge_quarter(match: re.Match[str]) -> Spans:
    return _one(Part("quarter", 1 if match["a"] == "đầu" else 4, year=year(match["y"])))


def _half(match: re.Match[str]) -> Spans:
    return _one(Part("half", HALVES[match["a"]], year=year(match["y"])))


def _nine_months(match: re.Match[str]) -> Spans:
    in_year = year(match["y"])
    return ((Part("month", month=1, year=in_year), Part("month", month=9, year=in_year)),)


def _third(match: re.Match[str]) -> Spans:
    return _one(Part("third", THIRDS[match["a"].split()[0]], month(match["m"]), year(match["y"])))


def _half_month(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    if match["a"] == "đầu":
        return ((Part("day", 1, in_month, in_year), Part("day", 15, in_month, in_year)),)
    return (
        (Part("day", 16, in_month, in_year), Part("day", month_length(in_month, in_year), in_month, in_year)),
    )


def _last_day(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    number = 1 if "đầu" in match.group() else month_length(in_month, in_year)
    return _one(Part("day", number, in_month, in_year))


def _weeks(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    if match["n"] and match["a"] == "đầu":
        return ((Part("week", 1, in_month, in_year), Part("week", 2, in_month, in_year)),)
    words = [match["a"], match["b"]] if match["b"] else [match["a"]]
    weeks = [Part("week", ORDINALS.get(word) or int(word), in_month, in_year) for word in words]
    return ((weeks[0], weeks[-1]),)


def _year_span(match: re.Match[str]) -> Spans:
    return _one(Part("year", year=int(match["y"])))


def _feast(match: re.Match[str]) -> Spans:
    feast = feasts.named(match.group())
    if feast is None or feast.month is None:
        return ()
    return _one(Part("day", feast.day, feast.month, year(match["y"]), feast.lunar))


_ROWS: tuple[tuple[str, str, Callable[[re.Match[str]], Spans]], ...] = (
    ("day range", rf"{START}(?:từ\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY})", _day_range),
    (
        "day range with the month at its end",
        rf"(?<![\wà-ỹ])(?:từ\s+|trong\s+|ngày\s+|\(\s*|tuần\s+){LEAD}(?:mùng\s+|"
        rf"mồng\s+)?(?P<a>{D}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY})",
        _day_range_short,
    ),
    (
        "day range with dashes",
        rf"(?:từ\s+(?:ngày\s+)?|ngày\s+|\(){LEAD}(?P<a>{D}[.-]{M})"
        rf"\s*{TO}\s*{LEAD}(?P<b>{D}[.-]{M}(?:[.-]{Y})?)(?!\d|[.-]\d)",
        _day_range,
    ),
    (
        "day range, begin and end",
        r"(?:bắt đầu)\s+(?:từ\s+|"
        rf"vào\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*,?\s*(?:và\s+)?(?:kết thúc)\s+(?:vào\s+|hết\s+)?"
        rf"{LEAD}(?P<b>{DAY})",
        _day_range,
    ),
    ("day range of bare numbers", rf"{START}(?P<a>{D})\s?-\s?(?P<b>{NUMBERED})", _day_range_short),
    (
        "days with the month at the end",
        rf"(?:ngày,?|sáng|chiều|tối|:|\()\s*(?P<a>{D}(?:\s*,\s*(?:ngày\s+)?{D})*)\s*{AND}\s*(?:và\s+)?"
        rf"(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?(?P<b>{DAY})",
        _day_list,
    ),
    (
        "term from a day",
        r"(?:trong\s+)?(?:(?:vòng|thời hạn|thời gian|hạn|trong|chậm nhất|không quá|nhất là)"
        r"\s+)(?P<n>\d{1,3})\s+ngày(?P<w>\s+làm việc)?\s*,?\s*(?:\(?tính\s+|"
        r"kể\s+)?(?:kể\s+)?"
        rf"(?:từ|sau)\s+(?:ngày\s+)?(?P<a>{DAY})",
        _term,
    ),
    ("day", rf"{START}(?P<a>{DAY})", _day),
    ("day after its name", rf"(?:ngày|dịp|mừng|niệm|niệm ngày)\s+(?P<a>{D}[.-]{M})(?!\d|[.-]\d)", _day),
    (
        "days without a month",
        rf"(?<!mỗi )(?<!một )(?<!nửa )(?:ngày|mùng|mồng)\s+(?P<a>{D}(?:\s*(?:,|và|(?P<to>đến|-)"
        rf")\s*(?:hết\s+)?(?:ngày\s+)?{D})*)"
        r"(?!\s*(?:/|-\s?\d|\.\d|tháng\s|ngày|lần|giờ|buổi))",
        _bare_days,
    ),
    (
        "month range",
        rf"(?:từ\s+)?(?:(?:đầu|giữa|cuối)\s+)?tháng\s+(?P<a>{MONTH_NAME})"
        rf"(?:\s?[/.-]\s?(?P<ya>{Y})|\s+năm\s+(?P<yc>{Y}))?"
        rf"\s*{TO}\s*(?:hết\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:tháng\s+)?(?P<b>{MONTH_NAME})"
        r"(?!\s?/\s?\d{1,2}(?!\d))"
        rf"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<yb>{Y}))?",
        _month_range,
    ),
    (
        "months",
        r"(?:(?<=đợt \d )|(?<=lần \d )|(?<=kỳ \d )|(?<!\d\s)(?<!\d)(?<!mỗi )(?<!hằng )"
        rf"(?<!hàng ))tháng\s+(?P<a>{MONTH_NAME}(?:\s*(?:,|và|hoặc|&)"
        rf"\s*(?:tháng\s+)?(?:{MONTH_NAME})(?!\s?/\s?\d{{1,2}}(?!\d)))*)"
        rf"(?:{MONTH_YEAR})?(?!\s*(?:tháng|ngày\s+tháng|lần|buổi|cuộc))",
        _months,
    ),
    ("month in figures", rf"{START}(?P<a>{M})\s?/\s?(?P<y>20\d\d)(?!\s?[/\d%])", _months),
    (
        "quarters",
        rf"(?<!mỗi )(?<!hằng )(?<!hàng )quý\s+(?P<a>{QUARTER}(?:\s*(?:,|và|(?P<to>-|đến))"
        rf"\s*(?:hết\s+)?(?:quý\s+)?{QUARTER})*)(?:{MONTH_YEAR})?",
        _quarters,
    ),
    (
        "quarter by its place",
        rf"quý\s+(?P<a>đầu|cuối)(?:\s+(?:của\s+)?năm)?(?:\s+(?P<y>{Y}))?(?![\wà-ỹ])",
        _edge_quarter,
    ),
    ("half year", rf"(?:6|06|sáu)\s+tháng\s+(?P<a>đầu|cuối)\s+năm(?:\s+(?:học\s+)?(?P<y>{Y}))?", _half),
    ("nine months", rf"(?:9|09|chín)\s+tháng(?:\s+đầu\s+năm)?(?:\s+(?:năm\s+)?(?P<y>{Y}))?", _nine_months),
    (
        "half of a month",
        rf"nửa\s+(?P<a>đầu|cuối)\s+tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _half_month,
    ),
    (
        "last day of a month",
        rf"ngày\s+(?:cuối cùng|cuối|đầu tiên)\s+(?:của\s+)?tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _last_day,
    ),
    (
        "third of a month",
        r"(?<!nửa )(?P<a>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)"
        rf"\s+tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _third,
    ),
    (
        "week of a month",
        rf"(?P<n>(?:hai|2|02)\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<a>{ORDINAL})(?:\s*(?:-|,|và|"
        rf"đến)\s*(?:tuần\s+)?(?:thứ\s+)?(?P<b>{ORDINAL}))?"
        rf"\s*(?:,|của|\()?\s*tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _weeks,
    ),
    ("year", rf"(?:trong|cả)\s+(?:cả\s+)?năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", _year_span),
    ("year alone", rf"năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", _year_span),
    ("feast", rf"{feasts.FORM}(?:\s*,?\s+năm\s+(?P<y>{Y}))?", _feast),
)
PATTERNS = tuple(Pattern(name, re.compile(form), value) for name, form, value in _ROWS)
