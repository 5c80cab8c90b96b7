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
from campaign.reading.spans import Part, month_length

Spans = tuple[tuple[Part, Part], ...]

MONTH_WORDS = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
DAY_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "rằm": 15,
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
MONTH_NAME = rf"(?:{M}|{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})(?![\wà-ỹ])"
NUMBERED = rf"{D}\s?/\s?{M}(?:\s?/\s?(?:{Y}|[1-4]\d(?!\d)))?(?!\s?[/%]|\d)"
DOTTED = rf"(?:{D}\.{M}\.{Y}|{D}\s?-\s?{M}\s?-\s?{Y})"
NOT_COUNTED = "".join(
    f"(?<!{word} )" for word in ("đợt", "lần", "vòng", "kỳ", "khóa", "trong", "suốt", "hơn", "dưới", "trên", "cả", "đủ", "quá")
)
WRITTEN = (
    rf"(?:(?:mùng|mồng)\s+(?:{D}|{'|'.join(DAY_WORDS)})|{NOT_COUNTED}{D}|rằm)\s+tháng\s+{MONTH_NAME}(?!\s+(?:đầu|cuối)\s+năm|\s+tháng)"
)
YEAR_TAIL = rf"(?:\s*\)?,?\s*năm\s+{Y}|\s?[/.-]\s?{Y})"
LUNAR = r"(?:\s*\(?\s*(?:âm\s+lịch|âl)(?![\wà-ỹ])\)?)"
DAY = rf"(?:{DOTTED}|{NUMBERED}|{WRITTEN}){LUNAR}?{YEAR_TAIL}?{LUNAR}?"

CLOCK = r"\d{1,2}\s?(?:giờ|h|g(?=\d|\s)|:)\s?(?:\d{2}(?![\d/])(?:\s?phút)?|(?!\s?\d{2}(?![\d/])))"
SESSION = r"(?:buổi\s+)?(?:sáng|chiều|tối|trưa)"
WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|t[2-7]|cn)"
TO = r"(?:-|đến|tới|cho\s+(?:đến|tới)|~)"
AND = r"(?:,|và|&|;)"
LEAD = (
    rf"(?:(?:trước|hết|lúc|đầu|khoảng)\s+)*(?:{CLOCK}\s*,?\s*)?(?:{SESSION}\s*,?\s*)?"
    rf"(?:\(?{WEEKDAY}\)?\s*,?\s*\(?)?(?:hết\s+)?(?:(?:các\s+)?ngày\s+)?"
)
TAIL = rf"(?:\s*\(\s*{WEEKDAY}\s*\)\s*)?"


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


_DAY_PARTS = re.compile(
    rf"(?:(?:mùng|mồng)\s+)?(?P<d>\d{{1,2}}|{'|'.join(DAY_WORDS)})\s*(?:[/.-]|tháng\s)\s*(?P<m>{MONTH_NAME})"
    rf"[\s/.,)-]*(?P<lunar>\(?\s*(?:âm\s+lịch|âl)\)?)?[\s/.,)-]*(?:năm\s+)?(?P<y>\d{{2,4}})?\s*(?P<late>\(?(?:âm\s+lịch|âl))?"
)
_NUMBER = re.compile(r"\d+")


def day(text: str) -> Part:
    """The day that a piece of text names; the text matched ``DAY``."""
    match = _DAY_PARTS.match(text)
    if match is None:
        return Part("day")
    lunar = bool(match["lunar"] or match["late"]) or match["m"] in ("giêng", "chạp") or match["d"] == "rằm"
    return Part("day", DAY_WORDS.get(match["d"]) or int(match["d"]), _month(match["m"]), _year(match["y"]), lunar)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) > 2 else 2000 + int(text)  # noqa: PLR2004


def _month(text: str) -> int:
    return MONTH_WORDS.get(text) or int(text)


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
    year = _year(match["y"])
    months = [Part("month", month=_month(name), year=year) for name in re.findall(MONTH_NAME, match["a"])]
    if "hoặc" in match["a"]:
        return ((months[0], months[-1]),)
    return tuple((month, month) for month in months)


def _month_range(match: re.Match[str]) -> Spans:
    last_year = _year(match["yb"])
    first = Part("month", month=_month(match["a"]), year=_year(match["ya"]))
    return ((first, Part("month", month=_month(match["b"]), year=last_year)),)


def _quarters(match: re.Match[str]) -> Spans:
    numbers = [_quarter(word) for word in re.findall(rf"{QUARTER}", match["a"])]
    year = _year(match["y"])
    parts = [Part("quarter", number, year=year) for number in numbers]
    if match["to"]:
        return ((parts[0], parts[-1]),)
    return tuple((part, part) for part in parts)


def _quarter(word: str) -> int:
    return QUARTERS.get(word) or int(word)


def _edge_quarter(match: re.Match[str]) -> Spans:
    return _one(Part("quarter", 1 if match["a"] == "đầu" else 4, year=_year(match["y"])))


def _half(match: re.Match[str]) -> Spans:
    return _one(Part("half", HALVES[match["a"]], year=_year(match["y"])))


def _nine_months(match: re.Match[str]) -> Spans:
    year = _year(match["y"])
    return ((Part("month", month=1, year=year), Part("month", month=9, year=year)),)


def _third(match: re.Match[str]) -> Spans:
    return _one(Part("third", THIRDS[match["a"].split()[0]], _month(match["m"]), _year(match["y"])))


def _half_month(match: re.Match[str]) -> Spans:
    month, year = _month(match["m"]), _year(match["y"])
    if match["a"] == "đầu":
        return ((Part("day", 1, month, year), Part("day", 15, month, year)),)
    return ((Part("day", 16, month, year), Part("day", month_length(month, year), month, year)),)


def _last_day(match: re.Match[str]) -> Spans:
    month, year = _month(match["m"]), _year(match["y"])
    number = 1 if "đầu" in match.group() else month_length(month, year)
    return _one(Part("day", number, month, year))


def _weeks(match: re.Match[str]) -> Spans:
    month, year = _month(match["m"]), _year(match["y"])
    if match["n"] and match["a"] == "đầu":
        return ((Part("week", 1, month, year), Part("week", 2, month, year)),)
    words = [match["a"], match["b"]] if match["b"] else [match["a"]]
    weeks = [Part("week", ORDINALS.get(word) or int(word), month, year) for word in words]
    return ((weeks[0], weeks[-1]),)


def _year_span(match: re.Match[str]) -> Spans:
    return _one(Part("year", year=int(match["y"])))


def _feast(match: re.Match[str]) -> Spans:
    feast = feasts.named(match.group())
    if feast is None or feast.month is None:
        return ()
    return _one(Part("day", feast.day, feast.month, _year(match["y"]), feast.lunar))


QUARTER = r"(?:iv|i{1,3}|[1-4]|một|hai|ba|tư)(?![\wà-ỹ])"
MONTH_YEAR = rf"(?:\s?[/.-]\s?|,?\s+năm\s+|\s+(?=20\d\d))(?P<y>{Y})(?!\s?-\s?20\d\d)"
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|[1-5])(?![\wà-ỹ])"

_ROWS: tuple[tuple[str, str, Callable[[re.Match[str]], Spans]], ...] = (
    ("day range", rf"{START}(?:từ\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY})", _day_range),
    (
        "day range with the month at its end",
        rf"(?<![\wà-ỹ])(?:từ\s+|trong\s+|ngày\s+|\(\s*|tuần\s+){LEAD}(?:mùng\s+|mồng\s+)?(?P<a>{D}){TAIL}\s*{TO}\s*{LEAD}(?P<b>{DAY})",
        _day_range_short,
    ),
    (
        "day range with dashes",
        rf"(?:từ\s+(?:ngày\s+)?|ngày\s+|\(){LEAD}(?P<a>{D}[.-]{M})\s*{TO}\s*{LEAD}(?P<b>{D}[.-]{M}(?:[.-]{Y})?)(?!\d|[.-]\d)",
        _day_range,
    ),
    (
        "day range, begin and end",
        rf"(?:bắt đầu)\s+(?:từ\s+|vào\s+)?{LEAD}(?P<a>{DAY}){TAIL}\s*,?\s*(?:và\s+)?(?:kết thúc)\s+(?:vào\s+|hết\s+)?"
        rf"{LEAD}(?P<b>{DAY})",
        _day_range,
    ),
    ("day range of bare numbers", rf"{START}(?P<a>{D})\s?-\s?(?P<b>{NUMBERED})", _day_range_short),
    (
        "days with the month at the end",
        rf"(?:ngày,?|sáng|chiều|tối|:|\()\s*(?P<a>{D}(?:\s*,\s*(?:ngày\s+)?{D})*)\s*{AND}\s*(?:và\s+)?"
        rf"(?:ngày\s+)?(?P<b>{DAY})",
        _day_list,
    ),
    (
        "term from a day",
        rf"(?:trong\s+)?(?:(?:vòng|thời hạn|thời gian|hạn|trong|chậm nhất|không quá|nhất là)\s+)(?P<n>\d{{1,3}})\s+ngày(?P<w>\s+làm việc)?\s*,?\s*(?:\(?tính\s+|kể\s+)?(?:kể\s+)?"
        rf"(?:từ|sau)\s+(?:ngày\s+)?(?P<a>{DAY})",
        _term,
    ),
    ("day", rf"{START}(?P<a>{DAY})", _day),
    ("day after its name", rf"(?:ngày|dịp|mừng|niệm|niệm ngày)\s+(?P<a>{D}[.-]{M})(?!\d|[.-]\d)", _day),
    (
        "days without a month",
        rf"(?<!mỗi )(?<!một )(?<!nửa )(?:ngày|mùng|mồng)\s+(?P<a>{D}(?:\s*(?:,|và|(?P<to>đến|-))\s*(?:hết\s+)?(?:ngày\s+)?{D})*)"
        r"(?!\s*(?:/|-\s?\d|\.\d|tháng\s|ngày|lần|giờ|buổi))",
        _bare_days,
    ),
    (
        "month range",
        rf"(?:từ\s+)?(?:(?:đầu|giữa|cuối)\s+)?tháng\s+(?P<a>{MONTH_NAME})(?:\s?[/.-]\s?(?P<ya>{Y})|\s+năm\s+(?P<yc>{Y}))?"
        rf"\s*{TO}\s*(?:hết\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:tháng\s+)?(?P<b>{MONTH_NAME})(?!\s?/\s?\d{{1,2}}(?!\d))"
        rf"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<yb>{Y}))?",
        _month_range,
    ),
    (
        "months",
        rf"(?:(?<=đợt \d )|(?<=lần \d )|(?<=kỳ \d )|(?<!\d\s)(?<!\d))tháng\s+(?P<a>{MONTH_NAME}(?:\s*(?:,|và|hoặc|&)\s*(?:tháng\s+)?(?:{MONTH_NAME})(?!\s?/\s?\d{{1,2}}(?!\d)))*)"
        rf"(?:{MONTH_YEAR})?(?!\s*(?:tháng|ngày\s+tháng))",
        _months,
    ),
    ("month in figures", rf"{START}(?P<a>{M})\s?/\s?(?P<y>20\d\d)(?!\s?[/\d%])", _months),
    (
        "quarters",
        rf"(?<!mỗi )(?<!hằng )(?<!hàng )quý\s+(?P<a>{QUARTER}(?:\s*(?:,|và|(?P<to>-|đến))\s*(?:hết\s+)?(?:quý\s+)?{QUARTER})*)(?:{MONTH_YEAR})?",
        _quarters,
    ),
    ("quarter by its place", rf"quý\s+(?P<a>đầu|cuối)(?:\s+(?:của\s+)?năm)?(?:\s+(?P<y>{Y}))?(?![\wà-ỹ])", _edge_quarter),
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
        rf"(?<!nửa )(?P<a>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s+tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _third,
    ),
    (
        "week of a month",
        rf"(?P<n>(?:hai|2|02)\s+)?tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?P<a>{ORDINAL})(?:\s*(?:-|,|và|đến)\s*(?:tuần\s+)?(?:thứ\s+)?(?P<b>{ORDINAL}))?"
        rf"\s*(?:,|của|\()?\s*tháng\s+(?P<m>{MONTH_NAME})(?:{MONTH_YEAR})?",
        _weeks,
    ),
    ("year", rf"(?:trong|cả)\s+(?:cả\s+)?năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", _year_span),
    ("year alone", rf"năm\s+(?P<y>{Y})(?!\s?[-/]\s?\d)", _year_span),
    ("feast", rf"{feasts.FORM}(?:\s*,?\s+năm\s+(?P<y>{Y}))?", _feast),
)
PATTERNS = tuple(Pattern(name, re.compile(form), value) for name, form, value in _ROWS)
