from __future__ import annotations

from datetime import date, timedelta

import pytest

from campaign.dates.lunar import LunarDay, anniversary, lunar_of, solar
from campaign.errors import InvalidInput


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2024, 2, 6, date(2024, 3, 15)),
        (2025, 2, 6, date(2025, 3, 5)),
        (2026, 2, 6, date(2026, 3, 24)),
        (2027, 2, 6, date(2027, 3, 13)),
        (2028, 2, 6, date(2028, 3, 1)),
        (2029, 2, 6, date(2029, 3, 20)),
        (2030, 2, 6, date(2030, 3, 9)),
        (2031, 2, 6, date(2031, 2, 26)),
        (2032, 2, 6, date(2032, 3, 16)),
        (2026, 1, 1, date(2026, 2, 17)),
        (2027, 1, 1, date(2027, 2, 6)),
        (2028, 1, 1, date(2028, 1, 26)),
        (2029, 1, 1, date(2029, 2, 13)),
        (2030, 1, 1, date(2030, 2, 2)),
        (2027, 3, 10, date(2027, 4, 16)),
        (2028, 3, 10, date(2028, 4, 4)),
        (2029, 3, 10, date(2029, 4, 23)),
        (2030, 3, 10, date(2030, 4, 12)),
        (1985, 1, 1, date(1985, 1, 21)),  # a month before China
        (2007, 1, 1, date(2007, 2, 17)),  # a day before China
    ],
)
def test_feast_falls_on_its_known_day(year, month, day, expected):
    assert solar(year, month, day) == expected
    assert lunar_of(expected) == LunarDay(year, month, day)


def test_leap_month_is_told_from_its_namesake():
    assert solar(2025, 6, 1) == date(2025, 6, 25)
    assert solar(2025, 6, 1, leap=True) == date(2025, 7, 25)
    assert lunar_of(date(2025, 7, 25)) == LunarDay(2025, 6, 1, leap=True)
    assert lunar_of(date(2033, 12, 22)) == LunarDay(2033, 11, 1, leap=True)


@pytest.mark.parametrize(
    ("first", "last", "year", "month"),
    [
        (date(2072, 12, 9), date(2073, 1, 7), 2072, 11),
        (date(2077, 11, 15), date(2077, 12, 14), 2077, 10),
    ],
)
def test_month_after_a_new_moon_just_before_midnight_has_thirty_days(first, last, year, month):
    assert solar(year, month, 1) == first
    assert solar(year, month, 30) == last
    assert lunar_of(first - timedelta(days=1)) == LunarDay(year, month - 1, 29)
    assert lunar_of(last + timedelta(days=1)) == LunarDay(year, month + 1, 1)


@pytest.mark.parametrize(
    ("year", "month", "day", "leap"),
    [
        (2025, 1, 31, False),
        (2025, 12, 30, False),
        (2026, 6, 1, True),
        (2027, 13, 1, False),
        (2101, 1, 1, False),
    ],
)
def test_lunar_day_that_does_not_exist_is_refused(year, month, day, leap):
    with pytest.raises(InvalidInput):
        solar(year, month, day, leap=leap)


def test_every_day_has_one_lunar_day_and_comes_back():
    day, previous = date(2020, 1, 1), lunar_of(date(2019, 12, 31))
    while day.year < 2081:
        here = lunar_of(day)
        assert solar(here.year, here.month, here.day, leap=here.leap) == day
        assert here.day == previous.day + 1 or (here.day == 1 and previous.day >= 29)
        day, previous = day + timedelta(days=1), here


def test_feast_of_the_thirtieth_is_kept_in_a_short_month():
    assert anniversary(2023, 12, 30) == date(2024, 2, 9)
    assert anniversary(2024, 12, 30) == date(2025, 1, 28) == solar(2024, 12, 29)


def test_day_outside_the_tables_is_refused():
    with pytest.raises(InvalidInput):
        lunar_of(date(1899, 12, 31))
    with pytest.raises(InvalidInput):
        anniversary(2101, 2, 6)
