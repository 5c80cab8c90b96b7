from __future__ import annotations

import sys
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.dates.recurrence import Rule, Series, Span
from campaign.errors import InvalidInput

YEARLY = Rule.parse("FREQ=YEARLY")
SAMPLES = [
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=3",
    "FREQ=YEARLY;BYMONTH=3",
    "FREQ=YEARLY;BYMONTH=2,11;BYMONTHDAY=-1,29",
    "FREQ=YEARLY;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
    "FREQ=YEARLY;BYDAY=-1MO",
    "FREQ=YEARLY;BYDAY=WE",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=5",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,-1FR",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYMONTH=1,2,12",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE,SU",
    "FREQ=WEEKLY;BYMONTH=12,1",
    "FREQ=WEEKLY;BYMONTH=12,1;BYDAY=SA,SU",
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=DAILY;BYMONTH=2,12",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=28,29",
]
PICKED = ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=3;BYDAY=MO,TU;BYSETPOS=2,-2"]
days = st.dates(date(2010, 1, 1), date(2028, 12, 31))
lengths = st.integers(0, 45)
windows = st.tuples(days, st.integers(0, 700)).map(lambda window: (window[0], window[0] + timedelta(days=window[1])))


def series(text: str, first: date, length: int = 0, **more) -> Series:
    return Series(first, first + timedelta(days=length), Rule.parse(text), **more)


def dateutil_starts(rule: str, first: date, upper: date) -> list[date]:
    moments = rrulestr(rule, dtstart=datetime.combine(first, time()))
    return [
        m.date() for m in moments.between(datetime.combine(first, time()), datetime.combine(upper, time()), inc=True)
    ]


def falls_on(rule: Rule, first: date, day: date) -> bool:
    """Word for word what RFC 5545 says of one day; no order, no counting."""
    parts = rule.by_month_day or rule.by_day
    elapsed = {
        "YEARLY": day.year - first.year,
        "MONTHLY": (day.year - first.year) * 12 + day.month - first.month,
        "WEEKLY": ((day - timedelta(day.weekday())) - (first - timedelta(first.weekday()))).days // 7,
        "DAILY": (day - first).days,
    }[rule.frequency]
    length = monthrange(day.year, day.month)[1]
    wanted = [
        elapsed % rule.interval == 0,
        not rule.by_month or day.month in rule.by_month,
        not rule.by_month_day or day.day in rule.by_month_day or day.day - length - 1 in rule.by_month_day,
        not rule.by_day or any(day.weekday() == weekday and nth_fits(rule, nth, day) for nth, weekday in rule.by_day),
        parts or rule.frequency != "WEEKLY" or day.weekday() == first.weekday(),
        parts or rule.frequency not in {"MONTHLY", "YEARLY"} or day.day == first.day,
        parts or rule.frequency != "YEARLY" or rule.by_month or day.month == first.month,
    ]
    return all(wanted)


def nth_fits(rule: Rule, nth: int, day: date) -> bool:
    if rule.frequency == "YEARLY" and not rule.by_month:
        place, size = day.timetuple().tm_yday, 366 if monthrange(day.year, 2)[1] == 29 else 365
    else:
        place, size = day.day, monthrange(day.year, day.month)[1]
    return nth in {0, (place - 1) // 7 + 1, -((size - place) // 7 + 1)}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAMPLES), st.sampled_from(["", ";COUNT=7", ";UNTIL=20240229"]), days, lengths, windows)
def test_series_is_what_a_scan_of_every_day_finds(text, ending, first, length, window):
    rule = Rule.parse(text + ending)
    start, end = window

    every_day = map(date.fromordinal, range(first.toordinal(), end.toordinal() + 1))
    scanned = [day for day in every_day if falls_on(rule, first, day)][: rule.count]
    expected = [
        Span(day, day + timedelta(days=length))
        for day in scanned
        if day + timedelta(days=length) >= start and (rule.until is None or day <= rule.until)
    ]

    assert series(text + ending, first, length).between(start, end) == expected


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SAMPLES + PICKED),
    st.sampled_from(["", ";COUNT=23", ";UNTIL=20250601"]),
    days,
    lengths,
    windows,
)
def test_series_is_what_dateutil_finds_from_the_first_day(text, ending, first, length, window):
    start, end = window

    found = [span.first for span in series(text + ending, first, length).between(start, end)]

    assert found == [d for d in dateutil_starts(text + ending, first, end) if d + timedelta(days=length) >= start]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(SAMPLES + PICKED), days, days, st.integers(2, 30))
def test_next_after_walks_through_all_spans(text, first, day, count):
    whole = series(f"{text};COUNT={count}", first, 2)
    walked, here = [], first - timedelta(days=1)
    while (span := whole.next_after(here)) is not None:
        walked.append(span)
        here = span.first

    assert walked == whole.between(date(2000, 1, 1), date(2199, 12, 31))
    assert whole.next_after(day) == next((span for span in walked if span.first > day), None)


def test_action_month_appears_in_both_its_months_every_year():
    action_month = Series(date(2016, 11, 15), date(2016, 12, 15), YEARLY)
    this_year = Span(date(2027, 11, 15), date(2027, 12, 15))

    assert action_month.between(date(2027, 11, 1), date(2027, 11, 30)) == [this_year]
    assert action_month.between(date(2027, 12, 1), date(2027, 12, 31)) == [this_year]
    assert action_month.between(date(2027, 12, 16), date(2028, 11, 14)) == []


def test_span_across_the_new_year_belongs_to_both_years():
    closing = Series(date(2020, 12, 28), date(2021, 1, 3), YEARLY)

    assert closing.between(date(2028, 1, 3), date(2028, 1, 31)) == [Span(date(2027, 12, 28), date(2028, 1, 3))]
    assert closing.between(date(2027, 12, 1), date(2027, 12, 28)) == [Span(date(2027, 12, 28), date(2028, 1, 3))]


def test_span_longer_than_its_interval_overlaps_itself():
    watch = series("FREQ=DAILY", date(2027, 1, 1), 2)

    assert [span.first.day for span in watch.between(date(2027, 1, 10), date(2027, 1, 10))] == [8, 9, 10]


def test_leap_day_comes_only_in_leap_years():
    leap = Series(date(2096, 2, 29), date(2096, 2, 29), YEARLY)

    assert [span.first.year for span in leap.between(date(2096, 1, 1), date(2112, 12, 31))] == [
        2096,
        2104,
        2108,
        2112,
    ]
    assert leap.next_after(date(2096, 2, 29)) == Span(date(2104, 2, 29), date(2104, 2, 29))


def test_monthly_on_the_31st_skips_short_months():
    spans = series("FREQ=MONTHLY", date(2027, 1, 31)).between(date(2027, 1, 1), date(2027, 7, 31))

    assert [span.first.month for span in spans] == [1, 3, 5, 7]


def test_uprising_of_the_trung_sisters_follows_the_lunar_year():
    uprising = series("X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6", date(2024, 3, 15))

    found = [span.first for span in uprising.between(date(2024, 1, 1), date(2032, 12, 31))]

    assert found == [
        date(2024, 3, 15), date(2025, 3, 5), date(2026, 3, 24), date(2027, 3, 13), date(2028, 3, 1),
        date(2029, 3, 20), date(2030, 3, 9), date(2031, 2, 26), date(2032, 3, 16),
    ]  # fmt: skip
    assert uprising.next_after(date(2027, 3, 13)) == Span(date(2028, 3, 1), date(2028, 3, 1))


def test_lunar_count_and_end_are_kept():
    text = "X-LUNAR=YEARLY;BYMONTH=12;BYMONTHDAY=30"
    new_years_eves = series(f"{text};COUNT=3", date(2024, 2, 9)).between(date(2020, 1, 1), date(2050, 1, 1))

    # the last month of 2024 and that of 2025 have 29 days
    assert [span.first for span in new_years_eves] == [date(2024, 2, 9), date(2025, 1, 28), date(2026, 2, 16)]
    assert series(f"{text};UNTIL=20250127", date(2024, 2, 9)).next_after(date(2024, 2, 9)) is None


def test_exception_removes_one_span_and_still_counts():
    thrice = series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 1), exceptions=frozenset({date(2027, 3, 8)}))

    assert [span.first.day for span in thrice.between(date(2027, 1, 1), date(2027, 12, 31))] == [1, 15]
    assert thrice.next_after(date(2027, 3, 1)) == Span(date(2027, 3, 15), date(2027, 3, 15))


def test_moved_span_is_found_where_it_went():
    held = Span(date(2027, 3, 5), date(2027, 3, 5))
    feast = Series(date(2026, 3, 8), date(2026, 3, 8), YEARLY, moved={date(2027, 3, 8): held})

    assert feast.between(date(2027, 3, 1), date(2027, 3, 31)) == [held]
    assert feast.between(date(2027, 3, 8), date(2027, 3, 8)) == []
    assert feast.next_after(date(2026, 3, 8)) == held
    assert feast.next_after(date(2027, 3, 5)) == Span(date(2028, 3, 8), date(2028, 3, 8))


def test_moved_spans_stand_in_order():
    later = Span(date(2027, 3, 9), date(2027, 3, 9))
    weekly = series("FREQ=WEEKLY;COUNT=3", date(2027, 3, 1), moved={date(2027, 3, 1): later})

    found = weekly.between(date(2027, 3, 1), date(2027, 3, 31))

    assert [span.first.day for span in found] == [8, 9, 15]


def test_move_of_a_day_that_is_not_in_the_series_changes_nothing():
    feast = Series(
        date(2026, 3, 8),
        date(2026, 3, 8),
        YEARLY,
        moved={date(2027, 3, 9): Span(date(2027, 3, 5), date(2027, 3, 5))},
    )

    assert feast.between(date(2027, 3, 1), date(2027, 3, 31)) == [Span(date(2027, 3, 8), date(2027, 3, 8))]


def test_series_without_a_rule_is_one_span():
    once = Series(date(2027, 6, 1), date(2027, 6, 30))

    assert once.between(date(2027, 6, 30), date(2030, 1, 1)) == [Span(date(2027, 6, 1), date(2027, 6, 30))]
    assert once.between(date(2027, 7, 1), date(2030, 1, 1)) == []
    assert once.next_after(date(2027, 5, 31)) == Span(date(2027, 6, 1), date(2027, 6, 30))
    assert once.next_after(date(2027, 6, 1)) is None


def test_window_that_ends_before_it_starts_is_empty():
    assert series("FREQ=DAILY", date(2027, 1, 1)).between(date(2027, 2, 2), date(2027, 2, 1)) == []


@pytest.mark.parametrize(
    "text",
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "FREQ=YEARLY;INTERVAL=1000", "FREQ=DAILY;INTERVAL=999"],
)
def test_rule_that_hardly_ever_meets_ends(text):
    rare = series(text, date(2027, 1, 1))

    assert all(a.first < b.first for a, b in pairwise(rare.between(date(2027, 1, 1), date(9999, 12, 31))))
    assert rare.next_after(date(2199, 12, 31)) is None
    assert rare.next_after(date.max) is None
    assert rare.between(date.max, date.max) == []


@pytest.mark.parametrize("text", SAMPLES)
def test_old_series_costs_no_more_than_a_young_one(text):
    def calls(first: date) -> int:
        count = 0

        def counting(_frame, event, _argument):
            nonlocal count
            count += event == "call"

        window = (date(2027, 1, 1), date(2028, 12, 31))
        whole = series(text, first)
        sys.setprofile(counting)
        try:
            whole.between(*window)
        finally:
            sys.setprofile(None)
        return count

    # an interval gives the two series different phases, hence slightly different numbers of spans
    assert calls(date(1931, 1, 5)) <= 1.5 * calls(date(2026, 1, 5)) + 100


def test_span_ends_before_it_starts_is_refused():
    with pytest.raises(InvalidInput):
        Span(date(2027, 3, 8), date(2027, 3, 7))


def test_spans_overlap_when_they_share_a_day():
    week = Span(date(2027, 3, 1), date(2027, 3, 8))

    assert week.days == 8
    assert week.overlaps(Span(date(2027, 3, 8), date(2027, 3, 9)))
    assert not week.overlaps(Span(date(2027, 3, 9), date(2027, 3, 9)))
