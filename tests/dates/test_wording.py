from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from campaign.dates import wording
from campaign.dates.written import parse_date
from campaign.dates.zones import zone

WOMENS_DAY = date(2027, 3, 8)
HANOI = zone("Asia/Ho_Chi_Minh")


def test_dates_follow_the_decree():
    assert wording.long_date(date(2026, 10, 20), "vi") == "Thứ Ba, ngày 20 tháng 10 năm 2026"
    assert wording.inline_date(date(2026, 10, 20), "vi") == "thứ Ba, ngày 20 tháng 10 năm 2026"
    assert wording.long_date(date(2027, 1, 3), "vi") == "Chủ nhật, ngày 03 tháng 01 năm 2027"
    assert wording.inline_date(WOMENS_DAY, "vi") == "thứ Hai, ngày 08 tháng 3 năm 2027"
    assert wording.short_date(WOMENS_DAY, "vi") == "08/3/2027"
    assert wording.short_date(date(2027, 2, 9), "vi") == "09/02/2027"
    assert wording.short_date(date(2026, 10, 20), "vi") == "20/10/2026"
    assert wording.day_month(WOMENS_DAY, "vi") == "08/3"


def test_dates_in_english_name_the_month():
    assert wording.long_date(WOMENS_DAY, "en") == "Monday, 8 March 2027"
    assert wording.inline_date(WOMENS_DAY, "en") == "Monday, 8 March 2027"
    assert wording.short_date(WOMENS_DAY, "en") == "8 Mar 2027"
    assert wording.day_month(WOMENS_DAY, "en") == "8 Mar"


@pytest.mark.parametrize("write", [wording.short_date, wording.long_date, wording.inline_date])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_written_date_reads_back(write, language):
    day = date(2024, 1, 1)
    while day.year < 2033:
        assert parse_date(write(day, language), today=WOMENS_DAY) == day
        day += timedelta(days=1)


def test_weekdays_have_long_and_short_names():
    week = [date(2027, 3, 8) + timedelta(days=n) for n in range(7)]

    assert [wording.weekday(day, "vi", short=True) for day in week] == [
        "T2",
        "T3",
        "T4",
        "T5",
        "T6",
        "T7",
        "CN",
    ]
    assert [wording.weekday(day, "vi") for day in week][2:] == [
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ]
    assert wording.weekday(week[0], "en") == "Monday"
    assert wording.weekday(week[6], "en", short=True) == "Sun"


def test_clock_has_twenty_four_hours():
    assert wording.clock(time(14), "vi") == "14h00"
    assert wording.clock(time(8, 5), "vi") == "8h05"
    assert wording.clock(time(8, 5), "en") == "08:05"


@pytest.mark.parametrize(
    ("first", "last", "vietnamese", "english"),
    [
        ((2026, 11, 15), (2026, 12, 15), "từ ngày 15/11 đến ngày 15/12/2026", "15 Nov to 15 Dec 2026"),
        ((2026, 12, 28), (2027, 1, 3), "từ ngày 28/12/2026 đến ngày 03/01/2027", "28 Dec 2026 to 3 Jan 2027"),
        ((2027, 6, 1), (2027, 6, 30), "tháng 6/2027", "June 2027"),
        ((2028, 2, 1), (2028, 2, 29), "tháng 02/2028", "February 2028"),
        ((2028, 2, 1), (2028, 2, 28), "từ ngày 01/02 đến ngày 28/02/2028", "1 Feb to 28 Feb 2028"),
        ((2027, 4, 1), (2027, 6, 30), "quý II/2027", "Q2 2027"),
        ((2027, 7, 1), (2027, 12, 31), "6 tháng cuối năm 2027", "second half of 2027"),
        ((2027, 1, 1), (2027, 12, 31), "năm 2027", "2027"),
        ((2027, 1, 1), (2028, 12, 31), "từ ngày 01/01/2027 đến ngày 31/12/2028", "1 Jan 2027 to 31 Dec 2028"),
        ((2027, 3, 8), (2027, 3, 8), "thứ Hai, ngày 08/3/2027", "Monday, 8 Mar 2027"),
    ],
)
def test_span_is_said_as_offices_say_it(first, last, vietnamese, english):
    assert wording.span(date(*first), date(*last), "vi") == vietnamese
    assert wording.span(date(*first), date(*last), "en") == english


def test_when_names_the_hours_by_the_clocks_of_the_zone():
    start, end = datetime(2026, 10, 20, 7, tzinfo=UTC), datetime(2026, 10, 20, 9, 30, tzinfo=UTC)

    assert wording.when(start, end, "vi", zone=HANOI) == "14h00-16h30, thứ Ba, ngày 20/10/2026"
    assert wording.when(start, end, "en", zone=HANOI) == "14:00-16:30, Tuesday, 20 Oct 2026"
    assert wording.when(start, None, "vi", zone=HANOI) == "14h00, thứ Ba, ngày 20/10/2026"
    assert wording.when(start, end + timedelta(days=1), "vi", zone=HANOI) == (
        "từ 14h00, thứ Ba, ngày 20/10/2026 đến 16h30, thứ Tư, ngày 21/10/2026"
    )
    assert (
        wording.when(start, end + timedelta(days=1), "en")
        == "07:00, Tuesday, 20 Oct 2026 to 09:30, Wednesday, 21 Oct 2026"
    )


def test_when_of_whole_days_is_their_span():
    assert wording.when(WOMENS_DAY, WOMENS_DAY, "vi") == "thứ Hai, ngày 08/3/2027"
    assert wording.when(WOMENS_DAY, None, "vi") == "thứ Hai, ngày 08/3/2027"
    assert wording.when(date(2027, 6, 1), date(2027, 6, 30), "vi", zone=HANOI) == "tháng 6/2027"


def test_periods_have_names():
    assert wording.month_name(3, "vi") == "tháng 3"
    assert wording.month_name(6, "vi", year=2027) == "tháng 6/2027"
    assert wording.month_name(6, "en", year=2027) == "June 2027"
    assert wording.quarter(2, 2027, "vi") == "quý II/2027"
    assert wording.half_year(1, 2027, "vi") == "6 tháng đầu năm 2027"


@pytest.mark.parametrize(
    ("days", "vietnamese", "english"),
    [
        (0, "hôm nay", "today"),
        (1, "ngày mai", "tomorrow"),
        (12, "còn 12 ngày", "in 12 days"),
        (-1, "hôm qua", "yesterday"),
        (-3, "đã qua 3 ngày", "3 days ago"),
    ],
)
def test_remaining_days_are_said_plainly(days, vietnamese, english):
    assert wording.remaining(days, "vi") == vietnamese
    assert wording.remaining(days, "en") == english


def test_numbers_use_the_marks_of_the_language():
    assert wording.number(1_250_000, "vi") == "1.250.000"
    assert wording.number(1_250_000, "en") == "1,250,000"
    assert wording.number(-1234.5, "vi") == "-1.234,5"
    assert wording.number(Decimal("1234.50"), "vi") == "1.234,50"
    assert wording.percent(15.5, "vi") == "15,5%"
    assert wording.percent(15.5, "en") == "15.5%"
    assert wording.percent(15, "vi") == "15%"
    assert wording.percent(100 / 3, "vi") == "33,3%"
    assert wording.percent(Decimal("0.25"), "vi") == "0,3%"
