"""The Vietnamese lunar calendar (âm lịch) at UTC+7, for solar years 1900 to 2100.

The conversion is lunar-vn's, which follows Hồ Ngọc Đức's short method. Two things are set right here. A day
that does not exist (the 30th of a short month, a leap month in a year without one) is an error; the library
silently takes another day. And two months begin a day earlier than the short method has it: their new moon
comes in the last two minutes of the evening by the long ephemeris, and Hồ Ngọc Đức's own tables agree. The
rest of 1900 to 2100 was compared month by month and agrees, but for new moons within half a minute of
midnight (June 1944, May 2054), on which the tables and the ephemeris are themselves at odds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunar_vn import SUPPORTED_YEAR_RANGE, convert_lunar_to_solar, convert_solar_to_lunar

from campaign.errors import InvalidInput

YEARS = range(SUPPORTED_YEAR_RANGE[0], SUPPORTED_YEAR_RANGE[1] + 1)

_DAY = timedelta(days=1)
_EARLIER = (date(2072, 12, 9), date(2077, 11, 15))
"""First days of the months of 30 days to which the library gives 29, starting a day later."""


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
        near = convert_lunar_to_solar(day, month, year, int(leap))
        found = next(candidate for candidate in (near, near - _DAY) if lunar_of(candidate) == asked)
    except (ValueError, StopIteration, InvalidInput) as error:
        sentence = (
            "Không có ngày {day} tháng {month} nhuận năm {year} âm lịch."
            if leap
            else "Không có ngày {day} tháng {month} năm {year} âm lịch."
        )
        raise InvalidInput(sentence, day=day, month=month, year=year) from error
    return found


def lunar_of(day: date) -> LunarDay:
    """The lunar day of a solar date."""
    if day.year not in YEARS:
        raise InvalidInput("Chỉ đổi được âm lịch từ năm {first} đến năm {last}.", first=YEARS[0], last=YEARS[-1])
    late = next((first for first in _EARLIER if first <= day < first + 30 * _DAY), None)
    asked = day + _DAY if day == late else day
    found = convert_solar_to_lunar(asked.day, asked.month, asked.year)
    behind = late is not None and day != late
    return LunarDay(found.year, found.month, found.day + behind, found.leap)


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
