"""Every way to write a day, in every frame, gives that day: all days of a year, not a sample."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.reading import Day, read
from campaign.reading.text import fold, tidied
from campaign.reading.time.spans import after_working_days, month_length
from campaign.reading.time.times import Moment, moments
from campaign.reading.time.years import Years, resolved

YEAR = 2027
DAYS = [date(YEAR, 1, 1) + timedelta(days=i) for i in range(365)]
MONTH_WORDS = [
    "",
    "Giêng",
    "Hai",
    "Ba",
    "Tư",
    "",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Mười một",
    "Mười hai",
]
WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]

WITH_YEAR: list[Callable[[date], str]] = [
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day:02}/{d.month}/{d.year}",
    lambda d: f"{d.day} / {d.month} / {d.year}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d.day:02} - {d.month:02} - {d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day} tháng {d.month} năm {d.year}",
    lambda d: f"{d.day:02} tháng {d.month:02} năm {d.year}",
    lambda d: f"{d.day} tháng {d.month}, năm {d.year}",
    lambda d: f"{d.day} tháng {d.month}/{d.year}",
    lambda d: f"{d.day} tháng\n{d.month} năm\n\n{d.year}",
    lambda d: f"{d.day}/{d.month} năm {d.year}",
]
WITHOUT_YEAR: list[Callable[[date], str]] = [
    lambda d: f"{d.day}/{d.month}",
    lambda d: f"{d.day:02}/{d.month:02}",
    lambda d: f"{d.day:02}/\n{d.month}",
    lambda d: f"{d.day} tháng {d.month}",
    lambda d: f"{d.day:02} tháng {d.month:02}",
    lambda d: f"{d.day}-{d.month}",
]
FRAMES = [
    "Tổ chức tập huấn ngày {}.",
    "Tổ chức tập huấn vào ngày {}.",
    "Tổ chức tập huấn (ngày {}).",
    "Tổ chức tập huấn: ngày {}.",
    "Ngày {}, tổ chức tập huấn.",
    "Vào ngày {} tổ chức tập huấn.",
    "Tổ chức tập huấn, dự kiến ngày {} tại Hội trường.",
    "Tổ chức tập huấn sáng ngày {} và phát tài liệu.",
    "TỔ CHỨC TẬP HUẤN NGÀY {}.",
]
DEADLINES = [
    "Nộp hồ sơ trước ngày {}.",
    "Nộp hồ sơ chậm nhất ngày {}.",
    "Nộp hồ sơ chậm nhất là ngày {}.",
    "Nộp hồ sơ muộn nhất vào ngày {}.",
    "Nộp hồ sơ không muộn hơn ngày {}.",
    "Hạn nộp hồ sơ: ngày {}.",
    "Hạn cuối nộp hồ sơ là ngày {}.",
    "Nhận hồ sơ đến hết ngày {}.",
    "Nộp hồ sơ trước 17h00 ngày {}.",
    "Hoàn thành hồ sơ xong trước ngày {}.",
]


def only_moment(sentence: str) -> Moment:
    found = moments(fold(tidied(sentence)))
    assert len(found) == 1, (sentence, found)
    return found[0]


def days_of(moment: Moment, year: int | None = YEAR) -> tuple[str, str]:
    dated = resolved(moment, Years(title=year), context=None, standing=False)
    assert dated is not None
    return str(dated.days.first), str(dated.days.last)


def assert_read(day: date, written: str, frame: str) -> None:
    moment = only_moment(frame.format(written))
    assert (*days_of(moment), moment.deadline) == (day.isoformat(), day.isoformat(), False), written


@pytest.mark.parametrize("write", WITH_YEAR + WITHOUT_YEAR)
def test_every_day_written_in_every_way_is_that_day(write: Callable[[date], str]) -> None:
    for i, day in enumerate(DAYS):
        assert_read(day, write(day), FRAMES[i % len(FRAMES)])


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES)
def test_every_day_in_every_frame_is_that_day(frame: str) -> None:
    for write in WITH_YEAR + WITHOUT_YEAR:
        for day in DAYS:
            assert_read(day, write(day), frame)


@pytest.mark.parametrize("write", WITH_YEAR + WITHOUT_YEAR)
@pytest.mark.parametrize("frame", DEADLINES)
def test_every_day_in_a_deadline_frame_is_a_deadline(write: Callable[[date], str], frame: str) -> None:
    for day in DAYS[:: 365 // 7]:
        moment = only_moment(frame.format(write(day)))
        assert (days_of(moment)[0], moment.deadline) == (day.isoformat(), True), write(day)


def test_every_day_with_its_weekday_is_that_day() -> None:
    for day in DAYS:
        written = f"{WEEKDAYS[day.weekday()]}, ngày {day.day:02} tháng {day.month:02} năm {day.year}"
        sentence = f"Gặp mặt lúc 8h00, {written}."
        moment = only_moment(sentence)
        assert (days_of(moment)[0], moment.time) == (day.isoformat(), "08:00")


def test_every_month_in_words_is_that_month() -> None:
    for month, word in enumerate(MONTH_WORDS):
        if month > 1 and word:
            first, last = days_of(only_moment(f"Tổ chức tập huấn vào tháng {word}."))
            assert (first, last) == (
                f"{YEAR}-{month:02}-01",
                f"{YEAR}-{month:02}-{month_length(month, YEAR)}",
            )


@pytest.mark.parametrize(
    "form", ["tháng {m}/{y}", "tháng {m:02}/{y}", "tháng {m} năm {y}", "tháng {m}-{y}", "tháng {m}"]
)
def test_every_month_spans_its_days(form: str) -> None:
    for month in range(1, 13):
        first, last = days_of(only_moment(f"Tổ chức tập huấn trong {form.format(m=month, y=YEAR)}."))
        assert (first, last) == (
            f"{YEAR}-{month:02}-01",
            f"{YEAR}-{month:02}-{calendar.monthrange(YEAR, month)[1]}",
        )


@pytest.mark.parametrize("names", [["I", "II", "III", "IV"], ["1", "2", "3", "4"]])
@pytest.mark.parametrize("form", ["quý {q}/{y}", "quý {q} năm {y}", "quý {q}"])
def test_every_quarter_spans_three_months(names: list[str], form: str) -> None:
    for i, name in enumerate(names):
        first, last = days_of(only_moment(f"Kiểm tra trong {form.format(q=name, y=YEAR)}."))
        assert (first[5:7], last[5:7]) == (f"{3 * i + 1:02}", f"{3 * i + 3:02}")


days = st.dates(date(2024, 1, 1), date(2033, 12, 31))


@given(
    start=days,
    length=st.integers(1, 40),
    write=st.sampled_from(WITH_YEAR[:8]),
    link=st.sampled_from(["đến", "đến hết", "tới"]),
)
@settings(max_examples=150)
def test_a_range_with_both_years_is_that_range(
    start: date, length: int, write: Callable[[date], str], link: str
) -> None:
    end = start + timedelta(days=length)
    moment = only_moment(f"Tổ chức hội trại từ ngày {write(start)} {link} ngày {write(end)}.")
    assert days_of(moment, None) == (start.isoformat(), end.isoformat())


@given(
    start=days,
    length=st.integers(1, 40),
    link=st.sampled_from([" đến ngày ", " đến ", " - ", "-", " – ", " đến hết ngày "]),
)
@settings(max_examples=150)
def test_a_range_takes_the_year_of_its_end(start: date, length: int, link: str) -> None:
    end = start + timedelta(days=length)
    moment = only_moment(
        f"Tổ chức hội trại từ ngày {start.day}/{start.month}{link}{end.day:02}/{end.month}/{end.year}."
    )
    assert days_of(moment, None) == (start.isoformat(), end.isoformat())


@given(
    start=days,
    length=st.integers(1, 27),
    frame=st.sampled_from(["từ {}-{}", "từ {} - {}", "từ ngày {} đến ngày {}", "(từ {}- {})"]),
)
@settings(max_examples=150)
def test_a_range_takes_the_month_of_its_end(start: date, length: int, frame: str) -> None:
    end = start + timedelta(days=length)
    if end.month != start.month:
        return
    written = frame.format(start.day, f"{end.day}/{end.month}/{end.year}")
    assert days_of(only_moment(f"Tổ chức hội trại {written}."), None) == (start.isoformat(), end.isoformat())


@given(day=days, count=st.integers(1, 60))
@settings(max_examples=100)
def test_a_term_of_days_ends_so_many_days_later(day: date, count: int) -> None:
    moment = only_moment(f"Trả lời trong vòng {count:02} ngày kể từ ngày {day.day}/{day.month}/{day.year}.")
    assert (days_of(moment, None)[0], moment.deadline) == ((day + timedelta(days=count)).isoformat(), True)


@given(day=days, count=st.integers(1, 30))
@settings(max_examples=50, deadline=None)
def test_working_days_skip_weekends_and_holidays(day: date, count: int) -> None:
    end = after_working_days(Day.of(day), count)
    off = holidays.country_holidays("VN", years=(day.year, day.year + 1))
    passed = [day + timedelta(days=i) for i in range(1, 120)]
    worked = [d for d in passed if (d.weekday() < 5 and d not in off) or d in off.weekend_workdays]
    assert worked[count - 1].isoformat() == str(end)


def test_working_days_know_tet() -> None:
    assert str(after_working_days(Day(2026, 2, 13), 1)) == "2026-02-23"


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    form=st.sampled_from(["{h}h{m:02}", "{h} giờ {m:02}", "{h:02} giờ {m:02} phút", "{h:02}:{m:02}"]),
)
@settings(max_examples=150)
def test_every_time_of_day_is_that_time(hour: int, minute: int, form: str) -> None:
    moment = only_moment(f"Họp lúc {form.format(h=hour, m=minute)} ngày 12/5/2027.")
    assert moment.time == f"{hour:02}:{minute:02}"


@given(
    day=days,
    number=st.integers(1, 4000),
    symbol=st.sampled_from(["KH-UBND", "NQ-CP", "QĐ-TTg", "SCT-VP", "TB-TW"]),
)
@settings(max_examples=80)
def test_the_date_of_a_document_is_never_an_event(day: date, number: int, symbol: str) -> None:
    for written in (f"{day.day}/{day.month}/{day.year}", f"{day.day:02} tháng {day.month:02} năm {day.year}"):
        assert (
            moments(fold(f"Thực hiện Kế hoạch số {number}/{symbol} ngày {written} của UBND tỉnh về công tác nữ.")) == ()
        )


@given(day=days)
@settings(max_examples=40)
def test_without_any_year_the_day_comes_back_yearly(day: date) -> None:
    duty = f"Các đơn vị gửi báo cáo trước ngày {day.day}/{day.month} hằng năm."
    text = f"QUY CHẾ\nHoạt động của Ban\n\n1. {duty}\n"
    found = [proposal for proposal in read(text).proposals if proposal.start]
    assert [(str(p.start), p.recurs, p.deadline) for p in found] == [(f"{day.month:02}-{day.day:02}", "yearly", True)]
