"""The recurrence rules that we read: a readable subset of RFC 5545, section 3.3.10, and one lunar rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from campaign.errors import InvalidInput

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES: Final = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
LUNAR: Final = "X-LUNAR"

_TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")
MOST_COUNT = 10_000
MOST_INTERVAL = 1_000
SHORTEST_MONTH = 28
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a series goes on. Parts that are empty or None are left to the first day of the series.

    `by_day` holds (ordinal, weekday) with Monday as 0; ordinal 0 is every such weekday, -1 the last. `until`
    is the last day on which an occurrence may start. A `lunar` rule is yearly, with one lunar month and day.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_set_pos: tuple[int, ...] = ()
    lunar: bool = False

    def __post_init__(self) -> None:
        _check_ends(self)
        _check_lunar(self) if self.lunar else _check_parts(self)

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read RRULE text such as ``FREQ=WEEKLY;BYDAY=TU`` or ``X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6``."""
        parts = split(text)
        lunar = LUNAR in parts
        frequency = parts.pop(LUNAR if lunar else "FREQ", "")
        if frequency in _TOO_OFTEN:
            raise InvalidInput("Quy tắc lặp {value} dày hơn hằng ngày nên không dùng được.", value=frequency)
        if frequency not in FREQUENCIES:
            raise InvalidInput("Quy tắc lặp “{text}” thiếu FREQ (YEARLY, MONTHLY, WEEKLY hoặc DAILY).", text=text)
        if parts.pop("WKST", "MO") not in WEEKDAYS:  # weeks start on Monday here, whatever the rule says
            raise InvalidInput("WKST trong quy tắc lặp phải là một thứ trong tuần, ví dụ MO.")
        unknown = next((name for name in parts if name not in _READERS), None)
        if unknown is not None:
            raise InvalidInput("Chưa hỗ trợ phần {name} trong quy tắc lặp.", name=unknown)
        values = {_READERS[name][0]: _read(name, value) for name, value in parts.items()}
        return cls(frequency=frequency, lunar=lunar, **values)  # type: ignore[arg-type]

    def __str__(self) -> str:
        parts = [
            (LUNAR if self.lunar else "FREQ", self.frequency),
            ("INTERVAL", str(self.interval) if self.interval > 1 else ""),
            ("COUNT", "" if self.count is None else str(self.count)),
            ("UNTIL", "" if self.until is None else f"{self.until:%Y%m%d}".zfill(8)),
            ("BYMONTH", _joined(self.by_month)),
            ("BYMONTHDAY", _joined(self.by_month_day)),
            ("BYDAY", ",".join(f"{nth or ''}{WEEKDAYS[weekday]}" for nth, weekday in self.by_day)),
            ("BYSETPOS", _joined(self.by_set_pos)),
        ]
        return ";".join(f"{name}={value}" for name, value in parts if value)

    @property
    def missed_day(self) -> int | None:
        """The day of the month at which a monthly rule leaves out the months that have no such day."""
        longest = max(self.by_month_day, default=0)
        return longest if self.frequency == "MONTHLY" and longest > SHORTEST_MONTH else None


def split(text: str) -> dict[str, str]:
    """The parts of an RRULE by name, in capitals. InvalidInput for text that has no such form, or a part twice."""
    parts: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").removesuffix(";").split(";"):
        name, equals, value = (part.strip() for part in piece.partition("="))
        if not (name and equals and value) or name in parts:
            raise InvalidInput("Không đọc được quy tắc lặp “{text}”; ví dụ đúng: FREQ=WEEKLY;BYDAY=TU.", text=text)
        parts[name] = value
    return parts


def _read(name: str, value: str) -> object:
    try:
        return _READERS[name][1](value)
    except ValueError as error:
        raise InvalidInput("Giá trị {value} của {name} trong quy tắc lặp chưa đúng.", name=name, value=value) from error


def _number(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted({_number(part) for part in text.split(",")}))


def _day(text: str) -> date:
    found = re.fullmatch(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T[0-9]{2}:?[0-9]{2}:?[0-9]{2}Z?)?", text)
    if not found:
        raise ValueError(text)
    return date(*map(int, found.groups()))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = {(int(nth or "0"), WEEKDAYS.index(name)) for nth, name in map(_weekday, text.split(","))}
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))


def _weekday(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"([+-]?[1-9][0-9]?)?([A-Z]{2})", text.strip())
    if not found:
        raise ValueError(text)
    return found[1], found[2]


def _joined(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


_READERS: Final[dict[str, tuple[str, Callable[[str], object]]]] = {
    "INTERVAL": ("interval", _number),
    "COUNT": ("count", _number),
    "UNTIL": ("until", _day),
    "BYMONTH": ("by_month", _numbers),
    "BYMONTHDAY": ("by_month_day", _numbers),
    "BYDAY": ("by_day", _weekdays),
    "BYSETPOS": ("by_set_pos", _numbers),
}


def _check_ends(rule: Rule) -> None:
    if not 1 <= rule.interval <= MOST_INTERVAL:
        raise InvalidInput("INTERVAL trong quy tắc lặp phải từ 1 đến {most}.", most=MOST_INTERVAL)
    if rule.count is not None and not 1 <= rule.count <= MOST_COUNT:
        raise InvalidInput("COUNT trong quy tắc lặp phải từ 1 đến {most}.", most=MOST_COUNT)
    if rule.count is not None and rule.until is not None:
        raise InvalidInput("Quy tắc lặp chỉ dùng một trong hai: COUNT hoặc UNTIL.")
    if any(not 1 <= month <= len(_LONGEST_MONTH) for month in rule.by_month):
        raise InvalidInput("BYMONTH trong quy tắc lặp phải từ 1 đến 12.")
    if any(not 1 <= abs(day) <= _LONGEST_MONTH[0] for day in rule.by_month_day):
        raise InvalidInput("BYMONTHDAY trong quy tắc lặp phải từ 1 đến 31, hoặc từ -31 đến -1.")


def _check_lunar(rule: Rule) -> None:
    plain = rule.frequency == "YEARLY" and rule.interval == 1 and not (rule.by_day or rule.by_set_pos)
    one_day = len(rule.by_month) == len(rule.by_month_day) == 1
    if not (plain and one_day and 1 <= rule.by_month_day[0] <= 30):  # noqa: PLR2004 - the longest lunar month
        raise InvalidInput("Quy tắc lặp âm lịch phải có dạng X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6, ngày từ 1 đến 30.")


def _check_parts(rule: Rule) -> None:
    numbered = any(nth for nth, _ in rule.by_day)
    often = rule.frequency in {"WEEKLY", "DAILY"}
    if numbered and (often or rule.by_month_day):
        raise InvalidInput("BYDAY có số thứ tự, như 2TU, chỉ dùng với MONTHLY hoặc YEARLY và không kèm BYMONTHDAY.")
    within_month = rule.frequency == "MONTHLY" or bool(rule.by_month)
    if within_month and any(abs(nth) > 5 for nth, _ in rule.by_day):  # noqa: PLR2004 - weeks touched by a month
        raise InvalidInput("Trong một tháng, BYDAY chỉ nhận số thứ tự từ 1 đến 5, hoặc từ -5 đến -1.")
    if any(abs(nth) > 53 for nth, _ in rule.by_day):  # noqa: PLR2004 - weeks touched by a year
        raise InvalidInput("Trong một năm, BYDAY chỉ nhận số thứ tự từ 1 đến 53, hoặc từ -53 đến -1.")
    if rule.frequency == "WEEKLY" and rule.by_month_day:
        raise InvalidInput("BYMONTHDAY không dùng được với FREQ=WEEKLY.")
    if rule.by_month and rule.by_month_day and not _some_day_exists(rule):
        raise InvalidInput("Quy tắc lặp này không rơi vào ngày nào: tháng đã chọn không có ngày đó.")
    _check_set_pos(rule, often=often)


def _some_day_exists(rule: Rule) -> bool:
    longest = max(_LONGEST_MONTH[month - 1] for month in rule.by_month)
    return any(abs(day) <= longest for day in rule.by_month_day)


def _check_set_pos(rule: Rule, *, often: bool) -> None:
    if not rule.by_set_pos:
        return
    if often or not (rule.by_day or rule.by_month_day):
        raise InvalidInput("BYSETPOS chỉ dùng với MONTHLY hoặc YEARLY, kèm BYDAY hoặc BYMONTHDAY.")
    if any(not 1 <= abs(position) <= 366 for position in rule.by_set_pos):  # noqa: PLR2004 - days of a year
        raise InvalidInput("BYSETPOS trong quy tắc lặp phải từ 1 đến 366, hoặc từ -366 đến -1.")
