"""What is written comes back: through two foreign parsers, and through our own reader."""

# ruff: noqa: DTZ001 - local times are meant

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date, datetime, timedelta

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from campaign.ical.calendar import join, single
from campaign.ical.component import Entry, Instance, write
from campaign.ical.reader import read
from campaign.ical.text import clean, clean_line

from .feeds import HANOI, SERIES, SERIES_ZONES, YEAR, YEAR_ZONES, entry

LETTERS = st.characters() | st.sampled_from("\\;,:\"'\n\r\t\x00\x0b\x1c\x85\u2028🎉ệỡẵđ=^ ")
VIETNAMESE = st.sampled_from(["Nghệ An", "Hội nghị; sơ kết, tổng kết", "đường\\dẫn\\n \\N", "END:VEVENT"]).map(
    lambda text: unicodedata.normalize("NFD", text)
)
TEXTS = st.lists(st.text(LETTERS, max_size=40) | VIETNAMESE, max_size=8).map("".join)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(lambda each: each.replace(microsecond=0))
MODEST = settings(max_examples=150, deadline=None)


@st.composite
def entries(draw) -> Entry:
    start = draw(MOMENTS)
    length = timedelta(minutes=draw(st.integers(0, 5000)))
    if draw(st.booleans()):
        start, length = start.date(), timedelta(days=length.days)
    return entry(
        draw(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)),
        draw(TEXTS),
        start,
        start + length,
        description=draw(TEXTS),
        location=draw(TEXTS),
        categories=tuple(draw(st.lists(TEXTS, max_size=3))),
        zone=draw(st.sampled_from([HANOI, "Europe/Berlin", "UTC"])) if isinstance(start, datetime) else None,
    )


@MODEST
@given(entries())
def test_texts_come_back_through_icalendar(written):
    event = Calendar.from_ical(single(written)).walk("VEVENT")[0]
    assert str(event["UID"]) == written.uid
    assert str(event["SUMMARY"]) == clean_line(written.summary)
    assert str(event.get("DESCRIPTION", "")) == clean(written.description).strip("\n")
    assert str(event.get("LOCATION", "")) == clean_line(written.location)


@MODEST
@given(entries())
def test_texts_come_back_through_vobject(written):
    (calendar,) = vobject.readComponents(single(written).decode())
    found = {name: lines[0].value for name, lines in calendar.vevent.contents.items()}
    assert found["uid"] == written.uid
    assert found["summary"] == clean_line(written.summary)
    assert found.get("description", "") == clean(written.description).strip("\n")
    assert found.get("location", "") == clean_line(written.location)


@MODEST
@given(entries())
def test_entry_comes_back_through_our_reader(written):
    (found,), notes = read(single(written))
    assert found.uid == written.uid
    assert found.summary == (clean_line(written.summary) or "(Không có tiêu đề)")
    assert (found.description or "") == clean(written.description).strip()
    assert (found.location or "") == clean_line(written.location)
    assert list(found.categories) == list(filter(None, dict.fromkeys(map(clean_line, written.categories))))
    assert (found.start, found.end, found.zone) == (written.start, written.end, written.zone)
    assert len(notes) == (0 if clean_line(written.summary) else 1)


@MODEST
@given(TEXTS)
def test_text_changes_no_structure(text):
    plain = entry("a@b", "x", date(2027, 3, 8), description="x", location="x")
    names = [line.partition(b":")[0] for line in write(plain).split(b"\r\n")]
    hostile = replace(plain, summary=text, description=f"x{text}x", location=f"x{text}x")
    unfolded = write(hostile).replace(b"\r\n ", b"").split(b"\r\n")
    assert [line.partition(b":")[0] for line in unfolded] == names


def test_our_own_feeds_come_back_whole():
    """Series, exceptions, moved instances, alarms: everything that an entry says of time."""
    for sample, zones in ((YEAR, YEAR_ZONES), (SERIES, SERIES_ZONES)):
        found, notes = read(join("Năm", map(write, sample), zones=zones))
        assert notes == []
        read_back = {each.uid: each for each in found}
        for written in sample:
            back = read_back[written.uid]
            assert (back.start, back.end, back.zone) == (written.start, written.end, written.zone)
            assert (back.rule, back.exceptions, back.alarms) == (
                written.rule and with_parts_in_order(written.rule),
                written.exceptions,
                tuple(sorted(written.alarms)),
            )
            assert back.overrides == tuple(each for each in written.overrides if each.recurrence_id)
            assert (back.cancelled, back.summary) == (written.cancelled, written.summary)


def with_parts_in_order(rule: str) -> str:
    order = ["FREQ", "UNTIL", "COUNT", "BYMONTHDAY", "BYDAY"]
    return ";".join(sorted(rule.split(";"), key=lambda part: order.index(part.partition("=")[0])))


def test_day_that_no_rule_gives_comes_back_as_an_event():
    series = replace(SERIES[0], overrides=(Instance(start=datetime(2027, 5, 3, 9), end=datetime(2027, 5, 3, 10)),))
    found, _notes = read(single(series))
    assert [(each.uid, each.start) for each in found] == [
        ("berlin@campaign", datetime(2027, 3, 15, 10)),
        ("20270503T0900-berlin@campaign", datetime(2027, 5, 3, 9)),
    ]
