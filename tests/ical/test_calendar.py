"""Feeds and downloads as a whole."""

# ruff: noqa: DTZ001 - local times are meant

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from campaign.errors import InvalidInput
from campaign.ical.calendar import etag, join, single
from campaign.ical.component import write
from campaign.ical.zones import HOME, timezone_component

from .feeds import SERIES, SERIES_ZONES, YEAR, YEAR_ZONES

ZONES = [
    HOME,
    "America/New_York",
    "America/Nuuk",  # changes on the evening before the named day
    "America/Santiago",  # changes at 24:00
    "Africa/Casablanca",  # changes with the lunar month of fasting
    "America/Vancouver",  # ends its summer time by a new law
    "Asia/Kathmandu",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Dublin",  # winter time is the exception by law
]


def test_header_names_the_feed_and_its_interval():
    feed = join("Lịch, năm 2027", [], zones=[HOME], url="https://lich.example.vn/all.ics", color="teal")
    assert feed.split(b"BEGIN:VTIMEZONE")[0].decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//campaign//campaign 1//VI",
        "CALSCALE:GREGORIAN",
        "NAME:Lịch\\, năm 2027",
        "X-WR-CALNAME:Lịch\\, năm 2027",
        "COLOR:teal",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://lich.example.vn/all.ics",
        "X-PUBLISHED-TTL:PT12H",
        "",
    ]


def test_feed_holds_the_components_unchanged():
    components = [write(each) for each in YEAR]
    feed = join("Năm", components, zones=YEAR_ZONES)
    assert feed.endswith(b"".join(components) + b"END:VCALENDAR\r\n")


def test_feed_declares_each_zone_once():
    feed = join("Năm", [], zones=["Asia/Saigon", HOME, "UTC", HOME, "Europe/Berlin"])
    assert [line for line in feed.decode().split("\r\n") if line.startswith("TZID:")] == [
        f"TZID:{HOME}",
        "TZID:Europe/Berlin",
    ]


def test_feed_without_alarms_keeps_everything_else():
    components = [write(each) for each in YEAR]
    quiet = join("Năm", components, zones=YEAR_ZONES, alarms=False)
    loud = Calendar.from_ical(join("Năm", components, zones=YEAR_ZONES))
    assert len(loud.walk("VALARM")) == 3
    for event in loud.walk("VEVENT"):
        event.subcomponents.clear()
    assert Calendar.from_ical(quiet) == loud


def test_text_that_looks_like_an_alarm_stays():
    trap = "BEGIN:VALARM\r\nEND:VALARM " * 20
    component = write(YEAR[0]).replace(b"SUMMARY:", b"SUMMARY:" + trap.encode().replace(b"\r\n", b"\\n"))
    folded = component.replace(b"\\n", b"\r\n ")
    assert folded in join("Năm", [folded], zones=[], alarms=False)


def test_download_has_no_name_and_no_method():
    download = single(YEAR[-1])
    assert not any(name in download for name in (b"\nNAME", b"CALNAME", b"METHOD", b"REFRESH", b"X-PUBLISHED"))
    assert [part.name for part in Calendar.from_ical(download).subcomponents] == ["VTIMEZONE", "VEVENT"]


def test_empty_feed_still_has_a_component():
    assert [part.name for part in Calendar.from_ical(join("Trống", [], zones=[])).subcomponents] == ["VTIMEZONE"]


def test_etag_follows_the_bytes():
    one = join("Chuỗi", map(write, SERIES), zones=SERIES_ZONES)
    same = join("Chuỗi", map(write, SERIES), zones=reversed(SERIES_ZONES))
    assert etag(one) == etag(same)
    assert etag(one) != etag(join("Chuỗi", map(write, SERIES[1:]), zones=SERIES_ZONES))


@pytest.mark.parametrize("name", ZONES)
def test_declared_zone_has_the_offsets_of_the_real_one(name):
    declared = tzical(StringIO(timezone_component(name).decode())).get(name)
    real = ZoneInfo(name)
    noon = datetime(2026, 1, 1, 12)
    days = [noon + timedelta(days=number) for number in range(3 * 365)]
    assert [declared.utcoffset(day) for day in days] == [real.utcoffset(day) for day in days]


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/Nuuk", "America/Santiago"])
def test_declared_zone_changes_at_the_right_hour(name):
    declared = tzical(StringIO(timezone_component(name).decode())).get(name)
    real = ZoneInfo(name)
    first = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    hours = [first + timedelta(hours=number) for number in range(365 * 24)]
    assert [hour.astimezone(declared).hour for hour in hours] == [hour.astimezone(real).hour for hour in hours]


def test_vietnam_is_one_offset():
    assert timezone_component(HOME).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        f"TZID:{HOME}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_unknown_zone_is_refused():
    with pytest.raises(InvalidInput, match="Không có múi giờ 'Asia/Hanoi'"):
        join("Năm", [], zones=["Asia/Hanoi"])
