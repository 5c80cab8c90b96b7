from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.dates.lead import Lead, Quiet
from campaign.dates.working import WorkingCalendar, seed
from campaign.dates.zones import zone
from campaign.errors import InvalidInput

HANOI = zone("Asia/Ho_Chi_Minh")
CALENDAR = WorkingCalendar(seed("VN", [2026, 2027, 2028]), frozenset({date(2027, 5, 8)}))
NIGHT = Quiet(time(21), time(6, 30))


def local(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=HANOI)


def due(text, start, end=None, *, quiet=None, hour=time(7, 30)):
    found = Lead.parse(text).due(start=start, end=end or start, zone=HANOI, calendar=CALENDAR, hour=hour, quiet=quiet)
    assert found.tzinfo is UTC
    return found.astimezone(HANOI)


@pytest.mark.parametrize(
    ("text", "canonical", "vietnamese"),
    [
        ("3 working days before at 08:00", "3 working days before at 08:00", "trước 3 ngày làm việc, 8h00"),
        ("03 ngày làm việc trước, 8h00", "3 working days before at 08:00", "trước 3 ngày làm việc, 8h00"),
        ("Trước 3 ngày làm việc, lúc 8 giờ", "3 working days before at 08:00", "trước 3 ngày làm việc, 8h00"),
        ("15 minutes before", "15 minutes before", "trước 15 phút"),
        ("2843 seconds before", "2843 seconds before", "trước 2843 giây"),
        ("trước 30 phút", "30 minutes before", "trước 30 phút"),
        ("trước 2 giờ", "2 hours before", "trước 2 giờ"),
        ("1 day after end at 09:00", "1 day after end at 09:00", "sau khi kết thúc 1 ngày, 9h00"),
        ("sau khi kết thúc 1 ngày, 9h00", "1 day after end at 09:00", "sau khi kết thúc 1 ngày, 9h00"),
        ("sau 1 ngày", "1 day after end", "sau khi kết thúc 1 ngày"),
        ("2 days before end", "2 days before end", "trước khi kết thúc 2 ngày"),
        ("10 minutes after start", "10 minutes after start", "sau khi bắt đầu 10 phút"),
        ("on the day at 07:30", "on the day at 07:30", "đúng ngày, 7h30"),
        ("đúng ngày, 7h30", "on the day at 07:30", "đúng ngày, 7h30"),
        ("dung ngay 7h30", "on the day at 07:30", "đúng ngày, 7h30"),
        ("0 days before", "on the day", "đúng ngày"),
        ("0 weeks before at 8:00", "on the day at 08:00", "đúng ngày, 8h00"),
        ("0 hours before", "0 minutes before", "đúng lúc bắt đầu"),
        ("2 days before any day", "2 days before any day", "trước 2 ngày, kể cả ngày nghỉ"),
        ("1 tuần trước kể cả ngày nghỉ", "1 week before any day", "trước 1 tuần, kể cả ngày nghỉ"),
    ],
)  # fmt: skip
def test_lead_is_read_in_both_languages_and_written_in_one_form(text, canonical, vietnamese):
    lead = Lead.parse(text)

    assert str(lead) == canonical
    assert lead.describe("vi") == vietnamese


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "3 days",
        "before",
        "three days before",
        "-1 days before",
        "1 month before",
        "2 days before at 25:00",
        "2 days before at noon",
        "at 08:00",
        "15 minutes before at 08:00",
        "2 hours before any day",
        "800 days before",
        "9999999 minutes before",
        "3 ngày làm việc trước, sau",
    ],
)
def test_lead_that_makes_no_sense_is_refused(text):
    with pytest.raises(InvalidInput):
        Lead.parse(text)


def test_lead_made_in_code_is_checked_too():
    with pytest.raises(InvalidInput):
        Lead(1, "months")
    with pytest.raises(InvalidInput):
        Lead(-1, "days")


times = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
sides = {"side": st.sampled_from(["before", "after"]), "anchor": st.sampled_from(["start", "end"])}
day_leads = st.builds(
    Lead,
    st.integers(0, 20),
    st.sampled_from(["days", "weeks", "working_days"]),
    at=st.none() | times,
    any_day=st.booleans(),
    **sides,
)
exact_leads = st.builds(Lead, st.integers(0, 5000), st.sampled_from(["seconds", "minutes", "hours"]), **sides)


@settings(max_examples=150, deadline=None)
@given(day_leads | exact_leads)
def test_what_a_lead_says_of_itself_reads_back(lead):
    assert Lead.parse(str(lead)) == lead
    assert Lead.parse(lead.describe("vi")) == lead
    assert Lead.parse(lead.describe("en")) == lead


quiets = st.none() | st.builds(
    lambda start, hours: Quiet(time(start), time((start + hours) % 24)),
    st.integers(0, 23),
    st.integers(1, 16),
)
moments = st.datetimes(datetime(2027, 1, 1), datetime(2027, 12, 31), timezones=st.just(HANOI))  # noqa: DTZ001


@settings(max_examples=300, deadline=None)
@given(day_leads, moments, st.integers(0, 4000), times, quiets)
def test_lead_in_days_keeps_clear_of_days_off_nights_and_the_event(lead, start, minutes, hour, quiet):
    end = start + timedelta(minutes=minutes)
    found = lead.due(start=start, end=end, zone=HANOI, calendar=CALENDAR, hour=hour, quiet=quiet)
    anchor = start if lead.anchor == "start" else end
    here = found.astimezone(HANOI)

    assert lead.any_day or CALENDAR.is_working(here.date())
    assert quiet is None or not quiet.covers(here.time())
    assert found < anchor if lead.side == "before" else found >= anchor


@settings(max_examples=150, deadline=None)
@given(day_leads, st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.integers(0, 40), times, quiets)
def test_lead_of_whole_days_keeps_clear_of_days_off_and_nights(lead, first, length, hour, quiet):
    last = first + timedelta(days=length)
    found = lead.due(start=first, end=last, zone=HANOI, calendar=CALENDAR, hour=hour, quiet=quiet)
    anchor = first if lead.anchor == "start" else last
    here = found.astimezone(HANOI)

    assert lead.any_day or CALENDAR.is_working(here.date())
    assert quiet is None or not quiet.covers(here.time())
    assert here.date() <= anchor if lead.side == "before" else here.date() >= anchor


@settings(max_examples=60, deadline=None)
@given(exact_leads, moments, st.integers(0, 4000), quiets)
def test_lead_in_minutes_and_hours_is_exact(lead, start, minutes, quiet):
    end = start + timedelta(minutes=minutes)
    found = lead.due(start=start, end=end, zone=HANOI, calendar=CALENDAR, hour=time(8), quiet=quiet)
    anchor = start if lead.anchor == "start" else end

    assert abs(found - anchor) == timedelta(**{lead.unit: lead.amount})
    assert lead.amount == 0 or (found < anchor) == (lead.side == "before")


def test_three_working_days_before_count_over_tet():
    # Tết 2027 is off from 4 to 10 February
    assert due("3 working days before at 08:00", local(2027, 2, 12, 14)) == local(2027, 2, 2, 8)


def test_day_off_gives_way_to_the_working_day_before():
    assert due("1 day before at 08:00", local(2027, 3, 8, 9)) == local(2027, 3, 5, 8)
    assert due("1 day before at 08:00 any day", local(2027, 3, 8, 9)) == local(2027, 3, 7, 8)
    assert due("on the day", date(2027, 11, 20)) == local(2027, 11, 19, 7, 30)


def test_exchanged_saturday_is_a_day_for_reminders():
    assert due("on the day at 08:00", date(2027, 5, 8)) == local(2027, 5, 8, 8)
    assert due("1 working day before at 08:00", local(2027, 5, 10, 8)) == local(2027, 5, 8, 8)


def test_follow_up_gives_way_to_the_next_working_day():
    assert due("1 day after end at 09:00", local(2027, 3, 5, 14), local(2027, 3, 5, 16)) == local(2027, 3, 8, 9)


@pytest.mark.parametrize(
    ("start_hour", "expected"),
    [(7, local(2027, 3, 9, 8)), (8, local(2027, 3, 9, 8)), (9, local(2027, 3, 10, 8))],
)
def test_reminder_of_the_day_comes_before_the_event_or_the_working_day_before(start_hour, expected):
    assert due("on the day at 08:00", local(2027, 3, 10, start_hour)) == expected


def test_follow_up_of_the_day_comes_after_the_end_or_the_next_working_day():
    start = local(2027, 3, 12, 14)

    assert due("0 days after end at 17:00", start, local(2027, 3, 12, 16, 30)) == local(2027, 3, 12, 17)
    assert due("0 days after end at 17:00", start, local(2027, 3, 12, 17)) == local(2027, 3, 12, 17)
    assert due("0 days after end at 17:00", start, local(2027, 3, 12, 18)) == local(2027, 3, 15, 17)


def test_week_has_seven_days_whatever_is_off():
    assert due("2 weeks before at 08:00", local(2027, 3, 10, 14)) == local(2027, 2, 24, 8)
    assert due("1 week after end", local(2027, 3, 10, 14)) == local(2027, 3, 17, 7, 30)


def test_hour_of_the_house_holds_where_the_rule_names_none():
    assert due("2 days before", local(2027, 3, 11, 14), hour=time(9, 15)) == local(2027, 3, 9, 9, 15)


def test_quiet_hours_move_a_reminder_to_the_evening_before():
    assert due("on the day at 06:00", local(2027, 3, 10, 14), quiet=NIGHT) == local(2027, 3, 9, 20, 59)
    assert due("on the day at 06:00", date(2027, 3, 10), quiet=NIGHT) == local(2027, 3, 9, 20, 59)
    assert due("1 day before at 22:00", local(2027, 3, 10, 14), quiet=NIGHT) == local(2027, 3, 9, 20, 59)
    # Monday at six would be Sunday evening, hence Friday
    assert due("on the day at 06:00", local(2027, 3, 8, 14), quiet=NIGHT) == local(2027, 3, 5, 20, 59)


def test_quiet_hours_move_a_follow_up_to_the_morning():
    assert due("0 days after end at 22:00", local(2027, 3, 9, 14), quiet=NIGHT) == local(2027, 3, 10, 6, 30)
    assert due("1 day after end at 22:00", local(2027, 3, 9, 14), quiet=NIGHT) == local(2027, 3, 11, 6, 30)
    assert due("1 day after end at 06:00", local(2027, 3, 9, 14), quiet=NIGHT) == local(2027, 3, 10, 6, 30)


def test_quiet_hours_at_noon_stay_on_their_day():
    noon = Quiet(time(11, 30), time(13, 30))

    assert due("1 day before at 12:00", local(2027, 3, 10, 14), quiet=noon) == local(2027, 3, 9, 11, 29)
    assert due("1 day after end at 12:00", local(2027, 3, 10, 14), quiet=noon) == local(2027, 3, 11, 13, 30)
    assert due("1 day before at 13:30", local(2027, 3, 10, 14), quiet=noon) == local(2027, 3, 9, 13, 30)


def test_quiet_hours_leave_exact_rules_alone():
    assert due("8 hours before", local(2027, 3, 10, 8), quiet=NIGHT) == local(2027, 3, 10, 0)


def test_quiet_hours_that_never_end_are_refused():
    with pytest.raises(InvalidInput):
        Quiet(time(21), time(21))


def test_whole_days_count_from_the_midnight_before_the_first_and_after_the_last():
    month = (date(2027, 11, 15), date(2027, 12, 15))

    assert due("2 hours before", *month) == local(2027, 11, 14, 22)
    assert due("1 hour after end", *month) == local(2027, 12, 16, 1)
    assert due("0 minutes before", *month) == local(2027, 11, 15)
    assert due("1 day after end", *month) == local(2027, 12, 16, 7, 30)
    assert due("3 days before end", *month) == local(2027, 12, 10, 7, 30)  # 12 December is a Sunday


def test_event_that_ends_at_midnight_ends_on_the_day_before():
    start, end = local(2027, 3, 9, 20), local(2027, 3, 10)

    assert due("1 day after end at 09:00", start, end) == local(2027, 3, 10, 9)
    assert due("on the last day at 08:00", start, end) == local(2027, 3, 9, 8)


def test_local_day_decides_not_the_day_in_utc():
    start = datetime(2027, 3, 9, 23, tzinfo=UTC)  # six in the morning of 10 March in Hà Nội

    assert due("1 day before at 08:00", start) == local(2027, 3, 9, 8)


def test_days_and_moments_are_never_mixed():
    with pytest.raises(TypeError):
        due("1 day before", date(2027, 3, 8), local(2027, 3, 8, 9))
    with pytest.raises(ValueError, match="zone"):
        due("1 day before", datetime(2027, 3, 8, 9))  # noqa: DTZ001
