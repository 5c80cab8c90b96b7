"""Days and action months that offices keep every year, by the names they are called.

A date written in the text always wins over the date kept here. Campaigns carry their usual span only as a
hint: the organiser of each year sets it, so it never becomes a date by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Feast:
    """A day kept every year: month and day, of the moon calendar where ``lunar``."""

    title: str
    form: str
    month: int | None
    day: int | None
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class ActionMonth:
    """A campaign called every year; ``first`` and ``last`` are (month, day), only its usual span."""

    title: str
    form: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """First and last (month, day) of what comes every year; an action month has several."""

    first: tuple[int, int]
    last: tuple[int, int]


FEASTS = (
    Feast("Ngày Quốc tế Phụ nữ", r"(?:ngày\s+)?quốc tế phụ nữ|m[ùồ]ng tám tháng ba", 3, 8),
    Feast("Ngày Quốc tế Hạnh phúc", r"(?:ngày\s+)?quốc tế hạnh phúc", 3, 20),
    Feast("Ngày Gia đình Việt Nam", r"ngày gia đình việt nam", 6, 28),
    Feast("Ngày Quốc tế Thiếu nhi", r"(?:ngày\s+)?quốc tế thiếu nhi", 6, 1),
    Feast("Ngày Quốc tế Trẻ em gái", r"ngày quốc tế (?:trẻ )?em gái", 10, 11),
    Feast(
        "Ngày Phụ nữ Việt Nam",
        r"ngày (?:truyền thống )?phụ nữ việt nam|hai mươi tháng mười(?! một| hai)",
        10,
        20,
    ),
    Feast(
        "Ngày thành lập Hội LHPN Việt Nam",
        r"(?:ngày )?thành lập hội (?:lhpn|liên hiệp phụ nữ) việt nam",
        10,
        20,
    ),
    Feast("Ngày Pháp luật Việt Nam", r"ngày pháp luật(?: việt nam| nước)?", 11, 9),
    Feast("Ngày Nhà giáo Việt Nam", r"ngày nhà giáo việt nam", 11, 20),
    Feast(
        "Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ",
        r"ngày (?:quốc tế|thế giới) (?:về )?xóa bỏ (?:tình trạng )?bạo lực (?:đối với|với)"
        r" phụ nữ(?: và trẻ em gái)?",
        11,
        25,
    ),
    Feast("Ngày Dân số Việt Nam", r"ngày dân số việt nam", 12, 26),
    Feast("Ngày Thương binh - Liệt sĩ", r"ngày thương binh\s*[-,]?\s*liệt s[ĩỹ]", 7, 27),
    Feast("Ngày thành lập Công đoàn Việt Nam", r"(?:ngày )?thành lập công đoàn việt nam", 7, 28),
    Feast("Quốc khánh", r"(?:ngày |lễ )?quốc khánh", 9, 2),
    Feast("Ngày Quốc tế Lao động", r"(?:ngày )?quốc tế lao động", 5, 1),
    Feast("Giỗ Tổ Hùng Vương", r"giỗ tổ hùng vương", 3, 10, lunar=True),
    Feast("Khởi nghĩa Hai Bà Trưng", r"khởi nghĩa hai bà trưng", None, None),
    Feast("Tết Nguyên đán", r"tết nguyên đán", None, None),
)
ACTION_MONTHS = (
    ActionMonth(
        "Tháng hành động quốc gia phòng, chống bạo lực gia đình",
        r"tháng hành động (?:quốc gia )?(?:về )?phòng,? (?:và )?chống bạo lực gia đình",
        (6, 1),
        (6, 30),
    ),
    ActionMonth("Tháng hành động vì bình đẳng giới", r"tháng hành động (?:vì|về) bình đẳng giới", (11, 15), (12, 15)),
    ActionMonth("Tháng hành động vì trẻ em", r"tháng hành động vì trẻ em", (6, 1), (6, 30)),
    ActionMonth("Tuần lễ Áo dài", r"tuần (?:lễ )?áo dài", (3, 1), (3, 8)),
)
FORM = "(?:" + "|".join(feast.form for feast in FEASTS) + ")"
_STANDING = re.compile(
    r"(?:(?:lễ |sinh hoạt )?(?:kỷ niệm|chào mừng|mừng) )?(?:\d+ năm )?(?:ngày )?"
    rf"(?:(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?!\d)|{FORM})"
)
_BY_FORM = tuple((feast, re.compile(feast.form)) for feast in FEASTS)
_MONTHS_BY_FORM = tuple((month, re.compile(month.form)) for month in ACTION_MONTHS)


@lru_cache(maxsize=256)
def named(folded: str) -> Feast | None:
    """The feast that this folded text names, or None."""
    return next((feast for feast, form in _BY_FORM if form.search(folded)), None)


@lru_cache(maxsize=256)
def action_month(folded: str) -> ActionMonth | None:
    """The yearly campaign that this folded text names, or None."""
    return next((month for month, form in _MONTHS_BY_FORM if form.search(folded)), None)


def standing(folded: str) -> Standing | None:
    """What a folded title names as itself, not as the occasion of something else: a day or month of every year."""
    month = next((month for month, form in _MONTHS_BY_FORM if form.match(folded)), None)
    if month:
        return Standing(month.first, month.last)
    match = _STANDING.match(folded)
    if match is None:
        return None
    feast = on_day(int(match["month"]), int(match["day"])) if match["day"] else named(match.group())
    if feast is None or feast.month is None or feast.day is None or feast.lunar:
        return None
    return Standing((feast.month, feast.day), (feast.month, feast.day))


def on_day(month: int, day: int) -> Feast | None:
    """The feast kept on this day of the solar calendar, or None."""
    return next((feast for feast in FEASTS if (feast.month, feast.day, feast.lunar) == (month, day, False)), None)
