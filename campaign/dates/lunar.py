"""The Vietnamese lunar calendar (âm lịch) at UTC+7, for solar years 1900 to 2100.

The conversion is lunar-vn's, which follows Hồ Ngọc Đức's method. The library turns a day that does not exist
(the 30th of a short month, a leap month in a year without one) silently into another; here that is an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lunar_vn import SUPPORTED_YEAR_RANGE, convert_lunar_to_solar, convert_solar_to_lunar

from campaign.errors import InvalidInput

YEARS = range(SUPPORTED_YEAR_RANGE[0], SUPPORTED_YEAR_RANGE[1] + 1)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; `leap` marks the second of two months with the same number."""

    year: int
    month: int
    day: int
    leap: bool = False


@lru_cache(maxsize=4096)
def solar(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The solar date of a lunar day; `year` is the lunar year, which starts at Tết."""
    asked = LunarDay(year, month, day, leap)
    try:
        found = convert_lunar_to_solar(day, month, year, int(leap))
    except ValueError:
        found = None
    if found is None or lunar_of(found) != asked:
        raise InvalidInput(
            "Không có ngày {day} tháng {month}{leap} năm {year} âm lịch.",
            day=day,
            month=month,
            leap=" nhuận" if leap else "",
            year=year,
        )
    return found


def lunar_of(day: date) -> LunarDay:
    """The lunar day of a solar date."""
    if day.year not in YEARS:
        raise InvalidInput(
            "Chỉ đổi được âm lịch từ năm {first} đến năm {last}.", first=YEARS[0], last=YEARS[-1]
        )
    found = convert_solar_to_lunar(day.day, day.month, day.year)
    return LunarDay(found.year, found.month, found.day, found.leap)


def anniversary(year: int, month: int, day: int) -> date:
    """The solar date on which lunar `year` keeps the day `day`/`month`.

    A feast of the 30th is kept on the 29th when the month is short, and never in a leap month.
    """
    try:
        return solar(year, month, day)
    except InvalidInput:
        if day != 30:  # noqa: PLR2004 - lunar months have 29 or 30 days
            raise
        return solar(year, month, 29)
