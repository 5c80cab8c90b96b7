"""How offices write dates, times and numbers, in Vietnamese ("vi") and English ("en").

Vietnamese follows Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and the months 1 and 2 take a leading
zero, the other months none; the number in a weekday is capitalised. Any language but "en" is
Vietnamese.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_SHORT_VI = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")
_LAST_MONTH_WITH_ZERO = 2


def long_date(day: date, language: str = "vi") -> str:
    """Thứ Ba, ngày 20 tháng 10 năm 2026"""  # noqa: D400, D415 - a sample
    text = inline_date(day, language)
    return text[0].upper() + text[1:]


def inline_date(day: date, language: str = "vi") -> str:
    """thứ Ba, ngày 20 tháng 10 năm 2026: the long date inside a sentence."""
    if language == "en":
        return f"{weekday(day, 'en')}, {day.day} {month_name(day.month, 'en')} {day.year}"
    return f"{weekday(day)}, ngày {day.day:02} tháng {_month(day.month)} năm {day.year}"


def short_date(day: date, language: str = "vi") -> str:
    """20/10/2026, 08/3/2027; in English 8 Mar 2027, which nobody reads as August."""
    if language == "en":
        return f"{day.day} {month_name(day.month, 'en')[:3]} {day.year}"
    return f"{day_month(day)}/{day.year}"


def day_month(day: date, language: str = "vi") -> str:
    """08/3; in English 8 Mar."""
    if language == "en":
        return f"{day.day} {month_name(day.month, 'en')[:3]}"
    return f"{day.day:02}/{_month(day.month)}"


def weekday(day: date, language: str = "vi", *, short: bool = False) -> str:
    """thứ Ba, Chủ nhật; short T3, CN."""
    return weekday_name(day.weekday(), language, short=short)


def weekday_name(number: int, language: str = "vi", *, short: bool = False) -> str:
    """The name of a weekday by number, Monday being 0."""
    if language == "en":
        return _WEEKDAYS_EN[number][: 3 if short else None]
    return (_WEEKDAYS_SHORT_VI if short else _WEEKDAYS_VI)[number]


def month_name(month: int, language: str = "vi", *, year: int | None = None) -> str:
    """tháng 3, tháng 6/2027; in English March, June 2027."""
    if language == "en":
        name = _MONTHS_EN[month - 1]
        return name if year is None else f"{name} {year}"
    return f"tháng {_month(month)}" if year is None else f"tháng {_month(month)}/{year}"


def quarter(number: int, year: int, language: str = "vi") -> str:
    """quý II/2027; in English Q2 2027."""
    return f"Q{number} {year}" if language == "en" else f"quý {_ROMAN[number - 1]}/{year}"


def half_year(number: int, year: int, language: str = "vi") -> str:
    """6 tháng đầu năm 2027; in English first half of 2027."""
    if language == "en":
        return f"{'first' if number == 1 else 'second'} half of {year}"
    return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm {year}"


def clock(moment: time, language: str = "vi") -> str:
    """14h00, 8h00; in English 14:00, 08:00."""
    if language == "en":
        return f"{moment.hour:02}:{moment.minute:02}"
    return f"{moment.hour}h{moment.minute:02}"


def span(first: date, last: date, language: str = "vi") -> str:
    """từ ngày 15/11 đến ngày 15/12/2026; whole months, quarters, half years and years by their names."""
    if first == last:
        return _day_with_weekday(first, language)
    period = _period(first, last, language)
    if period:
        return period
    same_year = first.year == last.year
    opening = day_month(first, language) if same_year else short_date(first, language)
    closing = short_date(last, language)
    return f"{opening} to {closing}" if language == "en" else f"từ ngày {opening} đến ngày {closing}"


def when(
    start: date | datetime, end: date | datetime | None, language: str = "vi", *, zone: ZoneInfo | None = None
) -> str:
    """14h00-16h30, thứ Ba, ngày 20/10/2026; for dates, whose end is the last day, the words of `span`.

    Moments are shown by the clocks of `zone`, or as they are without one.
    """
    if not isinstance(start, datetime):
        return span(start, start if end is None else end, language)
    opening = start.astimezone(zone) if zone else start
    if not isinstance(end, datetime) or end == start:
        return _moment(opening, language)
    closing = end.astimezone(zone) if zone else end
    if opening.date() == closing.date():
        hours = f"{clock(opening.time(), language)}-{clock(closing.time(), language)}"
        return f"{hours}, {_day_with_weekday(opening.date(), language)}"
    if language == "en":
        return f"{_moment(opening, language)} to {_moment(closing, language)}"
    return f"từ {_moment(opening, language)} đến {_moment(closing, language)}"


def remaining(days: int, language: str = "vi") -> str:
    """còn 12 ngày, ngày mai, hôm nay, đã qua 3 ngày."""
    near = {
        "vi": {0: "hôm nay", 1: "ngày mai", -1: "hôm qua"},
        "en": {0: "today", 1: "tomorrow", -1: "yesterday"},
    }["en" if language == "en" else "vi"]
    if days in near:
        return near[days]
    if language == "en":
        return f"in {number(days, 'en')} days" if days > 0 else f"{number(-days, 'en')} days ago"
    return f"còn {number(days)} ngày" if days > 0 else f"đã qua {number(-days)} ngày"


def number(value: float | Decimal, language: str = "vi") -> str:
    """1.250 and 15,5; in English 1,250 and 15.5. Shown as exactly as it was given."""
    text = f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)):,f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def percent(value: float | Decimal, language: str = "vi") -> str:
    """15,5% for 15.5: hundredths, rounded half up to one decimal, without a decimal that is zero."""
    tenths = Decimal(str(value)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    whole = tenths.to_integral_value()
    return f"{number(int(whole) if tenths == whole else tenths, language)}%"


def _month(month: int) -> str:
    return f"{month:02}" if month <= _LAST_MONTH_WITH_ZERO else str(month)


def _day_with_weekday(day: date, language: str) -> str:
    joint = ", " if language == "en" else ", ngày "
    return f"{weekday(day, language)}{joint}{short_date(day, language)}"


def _moment(moment: datetime, language: str) -> str:
    return f"{clock(moment.time(), language)}, {_day_with_weekday(moment.date(), language)}"


def _period(first: date, last: date, language: str) -> str | None:
    """The name of the month, quarter, half year or year that the days fill exactly."""
    year = first.year
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and last.year == year
    if not whole:
        return None
    names = {
        (first.month, first.month): month_name(first.month, language, year=year),
        **{(3 * q - 2, 3 * q): quarter(q, year, language) for q in range(1, 5)},
        (1, 6): half_year(1, year, language),
        (7, 12): half_year(2, year, language),
        (1, 12): str(year) if language == "en" else f"năm {year}",
    }
    return names.get((first.month, last.month))
