"""When something without a date is to be expected: words that hint at a part of the year.

A hint is never a date. It only tells the planner where to look first.
"""

from __future__ import annotations

import re

from campaign.reading import feasts
from campaign.reading.spans import Day, month_length
from campaign.reading.years import Years

_HINTS: tuple[tuple[str, int, int], ...] = (
    # words, first month, last month
    (r"đầu năm(?! học)|sau tết|trước tết|tết nguyên đán", 1, 3),
    (r"6 tháng đầu năm|sáu tháng đầu năm|sơ kết|giữa năm", 6, 7),
    (r"quý i\b", 3, 3),
    (r"quý ii\b", 6, 6),
    (r"quý iii\b|9 tháng", 9, 9),
    (r"quý iv\b|tổng kết|cuối năm|báo cáo năm", 11, 12),
    (r"dịp hè|trong hè|nghỉ hè", 6, 8),
    (r"đầu năm học|năm học mới", 9, 9),
)
_FORMS = tuple((re.compile(form), first, last) for form, first, last in _HINTS)


def hint(folded: str, years: Years) -> tuple[Day, Day] | None:
    """The first and last day of the months at which a folded statement hints, or None."""
    month = feasts.action_month(folded)
    if month:
        year = years.of(month.first[0], month.first[1], standing=False)
        return Day(year, *month.first), Day(year, *month.last)
    return next((_months(first, last, years) for form, first, last in _FORMS if form.search(folded)), None)


def _months(first: int, last: int, years: Years) -> tuple[Day, Day]:
    year = years.of(first, None, standing=False)
    return Day(year, first, 1), Day(year, last, month_length(last, year))
