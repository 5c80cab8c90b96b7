"""Reading dates and times as people type them, with or without Vietnamese marks."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta

from campaign.dates import wording
from campaign.errors import InvalidInput

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_DAYS_AWAY = {
    "hom nay": 0, "nay": 0, "today": 0, "mai": 1, "ngay mai": 1, "tomorrow": 1,
    "ngay kia": 2, "mot": 2, "hom qua": -1, "yesterday": -1,
}  # fmt: skip
_WEEKDAY_WORDS = {
    **{word: n for n, word in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"))},
    **{str(n + 2): n for n in range(6)},
}
_ENGLISH_DAYS = tuple(wording.weekday_name(n, "en").lower() for n in range(7))
_ENGLISH_MONTHS = tuple(wording.month_name(n, "en").lower() for n in range(1, 13))

_WEEKDAY = (
    r"(?:(?:thu\s*|t)(?P<weekday>[2-7]|hai|ba|tu|nam|sau|bay)|(?P<sunday>chu nhat|cn)"
    rf"|(?P<english>{'|'.join(f'{name}|{name[:3]}' for name in _ENGLISH_DAYS)}))"
)
_COMING = re.compile(rf"(?:next )?{_WEEKDAY}(?P<next> tuan (?:toi|sau)| toi| sau)?")
_LED_BY_WEEKDAY = re.compile(rf"{_WEEKDAY}(?:,\s*|\s+)(?:ngay\s+)?(?P<rest>[0-9].*)")
_NUMERIC = re.compile(r"(?P<day>[0-9]{1,2})\s*[/.-]\s*(?P<month>[0-9]{1,2})(?:\s*[/.-]\s*(?P<year>[0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SPELT = re.compile(
    r"(?:mung\s+)?(?P<day>[0-9]{1,2})\s+thang\s+(?P<month>[0-9]{1,2})(?:,?\s*(?:nam\s+)?(?P<year>[0-9]{4}))?"
)
_ENGLISH = re.compile(r"(?P<day>[0-9]{1,2})\s+(?P<name>[a-z]{3,9})(?:,?\s+(?P<year>[0-9]{4}))?")
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s*[:.]\s*(?P<digits>[0-9]{2})"
    r"|\s*(?:h|gio|g)\s*(?:(?P<minute>[0-9]{1,2})\s*(?:phut|p|')?|(?P<half>ruoi))?)"
    r"\s*(?P<part>sang|trua|chieu|toi)?"
)
_NOON = 12


def plain(text: str) -> str:
    """Lower case without marks and doubled spaces, so that "Thứ  Hai" and "thu hai" are the same words."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def parse_date(text: str, *, today: date) -> date:
    """The day meant by 8/3/2027, 08.03.2027, ngày 8 tháng 3 năm 2027, 2027-03-08, 8/3, mai, thứ Hai tới.

    A day without a year is the next such day from `today` on; a weekday alone is the next one after `today`,
    with "tuần tới" the one of the next week. A weekday that contradicts its date is an error, as are years
    outside 1900 to 2199.
    """
    words = plain(text)
    if words in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[words])
    found = _COMING.fullmatch(words)
    if found:
        return _coming(_weekday(found), today, next_week="tuan" in (found["next"] or ""))
    led = _LED_BY_WEEKDAY.fullmatch(words)
    day = _written_day(led["rest"] if led else words.removeprefix("ngay "), text, today)
    if led and _weekday(led) != day.weekday():
        raise InvalidInput(
            "Ngày {day} là {weekday}, không đúng thứ đã ghi trong “{text}”.",
            day=wording.short_date(day),
            weekday=wording.weekday(day),
            text=text,
        )
    return day


def parse_time(text: str) -> time:
    """The time of day meant by 14h00, 14h, 14:00, 14.30, 8 giờ 30 phút, 8g30, 2h chiều.

    A day has 24 hours, unless "chiều" or "tối" follows.
    """
    found = _TIME.fullmatch(plain(text))
    if found:
        hour = int(found["hour"])
        if found["part"] in {"chieu", "toi"} and hour < _NOON:
            hour += _NOON
        minute = 30 if found["half"] else int(found["digits"] or found["minute"] or 0)
        try:
            return time(hour, minute)
        except ValueError:
            pass
    raise InvalidInput("“{text}” chưa phải là giờ; hãy viết như 14h00 hoặc 8h30.", text=text)


def _coming(weekday: int, today: date, *, next_week: bool) -> date:
    if next_week:
        return today + timedelta(days=7 - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _weekday(found: re.Match[str]) -> int:
    if found["sunday"]:
        return 6
    if found["weekday"]:
        return _WEEKDAY_WORDS[found["weekday"]]
    return next(n for n, name in enumerate(_ENGLISH_DAYS) if name.startswith(found["english"]))


def _written_day(words: str, text: str, today: date) -> date:
    for pattern in (_NUMERIC, _ISO, _SPELT, _ENGLISH):
        found = pattern.fullmatch(words)
        if found:
            return _existing(int(found["day"]), _month(found), found["year"], text, today)
    raise InvalidInput("“{text}” chưa phải là ngày; hãy viết như 8/3/2027.", text=text)


def _month(found: re.Match[str]) -> int:
    """The number of the month; 0, which no year has, for a word that names none."""
    parts = found.groupdict()
    if "month" in parts:
        return int(parts["month"])
    return next((n for n, name in enumerate(_ENGLISH_MONTHS, 1) if name.startswith(parts["name"])), 0)


def _existing(day: int, month: int, year: str | None, text: str, today: date) -> date:
    if year is not None:
        number = int(year) if len(year) > 2 else 2000 + int(year)  # noqa: PLR2004 - digits
        years = range(number, number + 1)
    else:
        years = range(today.year, today.year + 9)  # 29 February may be eight years away
    for candidate in years:
        found = _day_or_none(candidate, month, day)
        if found is not None and (year is not None or found >= today):
            return found
    raise InvalidInput("Không có ngày “{text}”.", text=text)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
