"""A feed is good when readers that share no code show the same occurrences, wherever the reader sits."""

from __future__ import annotations

from datetime import date

import pytest

from campaign.ical.calendar import join, single
from campaign.ical.component import write
from campaign.ical.zones import HOME

from .feeds import SERIES, SERIES_SHOWN, SERIES_ZONES, YEAR, YEAR_SHOWN, YEAR_ZONES
from .readers import READERS, Occurrence

WHOLE_YEAR = (date(2027, 1, 1), date(2028, 1, 1))
EVERY_READER = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
FAR_AND_NEAR = pytest.mark.parametrize("reader_zone", [HOME, "America/Los_Angeles"])

YEAR_FEED = join("Lịch năm 2027", map(write, YEAR), zones=YEAR_ZONES, url="https://lich.example.vn/all.ics")
SERIES_FEED = join("Chuỗi", map(write, SERIES), zones=SERIES_ZONES, alarms=False)


def shown(rows) -> list[Occurrence]:
    return sorted(Occurrence(*row) for row in rows)


@FAR_AND_NEAR
@EVERY_READER
def test_year_of_an_agency_is_shown_alike(reader, reader_zone):
    assert reader(YEAR_FEED, *WHOLE_YEAR, reader_zone) == shown(YEAR_SHOWN)


@FAR_AND_NEAR
@EVERY_READER
def test_series_are_shown_alike(reader, reader_zone):
    assert reader(SERIES_FEED, *WHOLE_YEAR, reader_zone) == shown(SERIES_SHOWN)


@EVERY_READER
def test_yearly_span_repeats_in_the_next_year(reader):
    spans = reader(SERIES_FEED, date(2028, 1, 1), date(2029, 1, 1), HOME)
    assert [(each.start, each.end) for each in spans] == [("2028-11-15", "2028-12-16")]


@EVERY_READER
def test_empty_feed_is_a_calendar_without_events(reader):
    assert reader(join("Trống", [], zones=[]), *WHOLE_YEAR, HOME) == []


@EVERY_READER
@pytest.mark.parametrize("each", YEAR, ids=lambda each: each.uid)
def test_single_download_shows_the_event(reader, each):
    found = reader(single(each), *WHOLE_YEAR, HOME)
    assert found == [row for row in shown(YEAR_SHOWN) if row.uid == each.uid]
