from __future__ import annotations

import contextlib
import unicodedata
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.dates.written import parse_date, parse_time
from campaign.errors import InvalidInput

TODAY = date(2026, 10, 20)  # a Tuesday


@pytest.mark.parametrize(
    "text",
    [
        "8/3/2027",
        "08/03/2027",
        " 8 / 3 / 2027 ",
        "8-3-2027",
        "8.3.2027",
        "08.03.2027",
        "8/3/27",
        "2027-03-08",
        "8/3",
        "ngày 8/3",
        "ngày 8 tháng 3",
        "ngày 8 tháng 3 năm 2027",
        "Ngày 08 tháng 03, năm 2027",
        "ngay 8 thang 3 nam 2027",
        "Thứ Hai, ngày 08 tháng 3 năm 2027",
        "thứ 2 8/3/2027",
        "T2, 8/3",
        "Monday, 8 March 2027",
        "8 Mar",
    ],
)
def test_womens_day_is_read_however_it_is_typed(text):
    assert parse_date(text, today=TODAY) == date(2027, 3, 8)
    assert parse_date(unicodedata.normalize("NFD", text.upper()), today=TODAY) == date(2027, 3, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hôm nay", date(2026, 10, 20)),
        ("mai", date(2026, 10, 21)),
        ("Ngày mai", date(2026, 10, 21)),
        ("tomorrow", date(2026, 10, 21)),
        ("20/10", date(2026, 10, 20)),
        ("19/10", date(2027, 10, 19)),
        ("29/2", date(2028, 2, 29)),
        ("thứ Hai tới", date(2026, 10, 26)),
        ("thứ Ba", date(2026, 10, 27)),
        ("thứ Tư", date(2026, 10, 21)),
        ("thứ Sáu tuần sau", date(2026, 10, 30)),
        ("Chủ nhật", date(2026, 10, 25)),
        ("CN", date(2026, 10, 25)),
        ("next Monday", date(2026, 10, 26)),
    ],
)
def test_day_near_today_is_read(text, expected):
    assert parse_date(text, today=TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "8", "8/13/2027", "30/2/2027", "29/2/2027", "31/6", "8/3/1066", "8/3/20277", "tháng 3",
        "8 bla 2027", "thứ Tám", "năm 2027", "٨/٣/2027",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text):
    with pytest.raises(InvalidInput):
        parse_date(text, today=TODAY)


def test_weekday_that_contradicts_its_date_is_refused():
    with pytest.raises(InvalidInput, match="08/3/2027 là thứ Hai"):
        parse_date("thứ Ba, ngày 8/3/2027", today=TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14h00", time(14)),
        ("14h", time(14)),
        ("14H30", time(14, 30)),
        ("14:00", time(14)),
        ("14.30", time(14, 30)),
        ("8.05 sáng", time(8, 5)),
        ("8:05", time(8, 5)),
        ("8 giờ 30 phút", time(8, 30)),
        ("8 giờ", time(8)),
        ("8 giờ rưỡi", time(8, 30)),
        ("08 gio 00", time(8)),
        ("8g30", time(8, 30)),
        ("2h chiều", time(14)),
        ("8h sáng", time(8)),
        ("0h00", time(0)),
    ],
)
def test_time_is_read_however_it_is_typed(text, expected):
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "14", "14:", "14:0", "24h00", "8h60", "noon", "1400", "14:00:00", "14.3", "-8h", "8h30h"],
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(InvalidInput, match="14h00"):
        parse_time(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30) | st.from_regex(r"[0-9]{0,3}[/. -][0-9]{0,3}[/. -]?[0-9]{0,5}", fullmatch=True))
def test_any_text_is_either_read_or_refused(text):
    with contextlib.suppress(InvalidInput):
        assert isinstance(parse_date(text, today=TODAY), date)
    with contextlib.suppress(InvalidInput):
        assert isinstance(parse_time(text), time)
