from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.dates.spans import Span
from campaign.dates.working import WorkingCalendar, seed, seed_working, tet_weeks
from campaign.errors import InvalidInput

MAY = WorkingCalendar(
    {date(2027, 4, 30): "Ngày Chiến thắng", date(2027, 5, 3): "Nghỉ bù", date(2027, 5, 8): "Nghỉ"},
    frozenset({date(2027, 5, 8)}),
)
days = st.dates(date(2026, 12, 1), date(2028, 1, 31))
calendars = st.builds(
    WorkingCalendar, st.dictionaries(days, st.just("Nghỉ"), max_size=40), st.frozensets(days, max_size=20)
)


def test_weekend_and_table_are_off_and_an_exchanged_saturday_is_worked():
    assert [MAY.is_working(date(2027, 5, day)) for day in range(1, 10)] == [
        False, False, False, True, True, True, True, True, False,
    ]  # fmt: skip
    assert MAY.name(date(2027, 4, 30)) == "Ngày Chiến thắng"
    assert MAY.name(date(2027, 5, 8)) is None
    assert MAY.name(date(2027, 5, 1)) is None


def test_working_days_are_counted_over_the_holidays():
    assert MAY.add(date(2027, 4, 29), 1) == date(2027, 5, 4)
    assert MAY.add(date(2027, 5, 4), -1) == date(2027, 4, 29)
    assert MAY.add(date(2027, 5, 1), 0) == date(2027, 5, 1)
    assert MAY.add(date(2027, 5, 7), 2) == date(2027, 5, 10)
    assert MAY.on_or_before(date(2027, 5, 3)) == date(2027, 4, 29)
    assert MAY.on_or_after(date(2027, 4, 30)) == date(2027, 5, 4)
    assert MAY.count(date(2027, 4, 29), date(2027, 5, 10)) == 7
    assert MAY.count(date(2027, 5, 10), date(2027, 4, 29)) == 0


@settings(max_examples=60, deadline=None)
@given(calendars, days, st.integers(0, 500))
def test_count_is_the_number_of_working_days(calendar, start, length):
    span = [start + timedelta(days=n) for n in range(length + 1)]

    assert calendar.count(span[0], span[-1]) == sum(map(calendar.is_working, span))


@settings(max_examples=60, deadline=None)
@given(calendars, days, st.integers(1, 60))
def test_add_and_count_agree_in_both_directions(calendar, day, n):
    later, earlier = calendar.add(day, n), calendar.add(day, -n)

    assert calendar.is_working(later)
    assert calendar.count(day + timedelta(days=1), later) == n
    assert calendar.is_working(earlier)
    assert calendar.count(earlier, day - timedelta(days=1)) == n


def test_table_without_a_working_day_is_refused_not_searched_for_ever():
    endless = {date(2027, 1, 1) + timedelta(days=n): "Nghỉ" for n in range(800)}

    with pytest.raises(InvalidInput):
        WorkingCalendar(endless).on_or_after(date(2027, 1, 1))


@pytest.mark.parametrize("year", range(2026, 2041))
def test_seed_gives_twelve_days_off_on_weekdays_and_none_twice(year):
    exchanged = [day for day, name in seed("VN", [year]).items() if name.startswith("Ngày nghỉ (thay")]

    weekdays = [day for day in seed("VN", [year]) if day.weekday() < 5]

    # Art. 112: 1 + 5 + 1 + 1 + 1 + 2, and 24 November; a day on a weekend is made up on a weekday
    assert len(weekdays) - len(exchanged) == 12


def test_seed_makes_up_for_a_weekend_on_the_next_working_day():
    off = seed("vn", [2027, 2028])

    assert off[date(2027, 5, 3)] == "Ngày Quốc tế Lao động (nghỉ bù)"
    assert off[date(2028, 5, 2)] == "Ngày Chiến thắng (nghỉ bù)"  # 30/4 is a Sunday and 1/5 off anyway
    assert date(2027, 5, 4) not in off
    assert off[date(2027, 2, 6)] == "Tết Nguyên Đán"
    assert date(2027, 3, 8) not in off
    assert date(2027, 10, 20) not in off
    assert {day.year for day in off} == {2027, 2028}
    assert list(off) == sorted(off)


def test_seed_knows_the_exchanged_days_that_were_announced():
    assert seed_working("VN", [2026]) == frozenset({date(2026, 8, 22)})
    assert seed("VN", [2026])[date(2026, 8, 31)] == "Ngày nghỉ (thay cho ngày 22/08/2026)"


def test_seed_speaks_english_and_other_countries():
    assert seed("VN", [2027], "en")[date(2027, 9, 2)] == "National Day"
    assert date(2027, 7, 14) in seed("FR", [2027], "vi")
    assert seed_working("FR", [2027]) == frozenset()


@pytest.mark.parametrize("country", ["XX", "", "Việt Nam"])
def test_seed_of_an_unknown_country_is_refused(country):
    with pytest.raises(InvalidInput):
        seed(country, [2027])


def test_tet_weeks_run_from_the_kitchen_gods_to_the_full_moon():
    assert tet_weeks(2027) == Span(date(2027, 1, 30), date(2027, 2, 20))
    assert tet_weeks(2026) == Span(date(2026, 2, 10), date(2026, 3, 3))
