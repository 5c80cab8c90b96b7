"""Reporting periods of state bodies: their names, and from which day to which day their figures run.

The windows are those of Nghị định 09/2019/NĐ-CP: a yearly report counts from 15 December of the year before to
14 December. They are proposals; whoever writes a report may give other days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.dates import wording
from campaign.errors import InvalidInput

CUT_OFF_DAY = 14
_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<nine>9M)|(?P<month>0[1-9]|1[0-2])))?"
)
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Period:
    """A period that is reported on. ``first`` and ``last`` bound its figures, both days included."""

    code: str
    name: str
    year: int
    first: date
    last: date

    @classmethod
    def parse(cls, code: str) -> Period:
        """``2027``, ``2027-H1``, ``2027-H2``, ``2027-Q3``, ``2027-9M``, ``2027-06``. Raises ``InvalidInput``."""
        match = _FORMS.fullmatch(code.strip().upper())
        if match is None or int(match["year"]) not in _YEARS:
            raise InvalidInput(
                "Kỳ báo cáo “{code}” không đúng dạng; hãy ghi như 2027, 2027-H1, 2027-Q3, 2027-9M hoặc 2027-06.",
                code=code[:30],
            )
        year = int(match["year"])
        begin, end = _months(match)
        return cls(match.string, _named(match, "vi"), year, _day_after_cut_off(year, begin - 1), _cut_off(year, end))

    @classmethod
    def between(cls, first: date, last: date, name: str) -> Period:
        """A period of any days, such as one action month. Raises ``InvalidInput`` if it ends before it begins."""
        if last < first:
            raise InvalidInput("Ngày kết thúc của kỳ báo cáo phải từ ngày bắt đầu trở đi.")
        return cls("", name, last.year, first, last)

    def say(self, language: str) -> str:
        """The name of the period in the reader's language."""
        match = _FORMS.fullmatch(self.code)
        return _named(match, language) if match else self.name


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last month of the period."""
    if match["half"]:
        return 6 * int(match["half"]) - 5, 6 * int(match["half"])
    if match["quarter"]:
        return 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"])
    if match["nine"]:
        return 1, 9
    return (int(match["month"]),) * 2 if match["month"] else (1, 12)


def _named(match: re.Match[str], language: str) -> str:
    year = int(match["year"])
    if match["half"]:
        return wording.half_year(int(match["half"]), year, language)
    if match["quarter"]:
        return wording.quarter(int(match["quarter"]), year, language)
    if match["nine"]:
        return f"first nine months of {year}" if language == "en" else f"9 tháng đầu năm {year}"
    if match["month"]:
        return wording.month_name(int(match["month"]), language, year=year)
    return str(year) if language == "en" else f"năm {year}"


def _cut_off(year: int, month: int) -> date:
    """The last day whose figures count; month 0 is December of the year before."""
    return date(year - 1, 12, CUT_OFF_DAY) if month == 0 else date(year, month, CUT_OFF_DAY)


def _day_after_cut_off(year: int, month: int) -> date:
    return _cut_off(year, month) + timedelta(days=1)
