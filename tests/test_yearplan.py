"""The year's picture: nothing touches, nothing leaves the sheet, nothing is left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.kinds import Kind
from campaign.pages import monthrows, packing, yearplan
from campaign.pages.lanes import Lanes, fitted, width

YEAR = 2027
TODAY = date(2027, 3, 5)
LANGUAGES = ("vi", "en")


def happening(
    title: str, first: date, last: date | None = None, kind: str = "seminar", uid: str = ""
) -> PublicOccurrence:
    last = last or first
    midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return PublicOccurrence(
        uid=uid or f"{title}-{first}",
        kind=kind,
        title=title,
        theme="",
        place="",
        zone="Asia/Ho_Chi_Minh",
        rule="",
        original_day=first,
        first_day=first,
        last_day=last,
        start_time=None,
        end_time=None,
        starts_at=midnight,
        ends_at=midnight + timedelta(days=(last - first).days + 1),
        cancelled_at=None,
        moved_at=None,
    )


days = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))
happenings = st.lists(
    st.builds(
        lambda title, first, length, kind: happening(title, first, first + timedelta(days=length), kind),
        st.text("abmwi Ưếđ", min_size=1, max_size=60),
        st.dates(date(YEAR - 1, 12, 1), date(YEAR, 12, 31)).filter(lambda day: day.year == YEAR or day.month == 12),
        st.one_of(st.integers(0, 45), st.integers(0, 400)),
        st.sampled_from(list(Kind)),
    ).filter(lambda each: each.last_day.year >= YEAR),
    max_size=60,
)


def picture(rows, language="vi"):
    return yearplan.picture(rows, year=YEAR, today=TODAY, language=language)


def spans(band):
    """Lane by lane, what each mark takes with its label."""
    lanes = [[] for _ in range(band.lanes)]
    for mark in band.marks:
        lanes[mark.lane].append((min(mark.left, mark.text_left), max(mark.right, mark.text_left + mark.room)))
    return lanes


@settings(max_examples=60, deadline=None)
@given(happenings, st.sampled_from(LANGUAGES))
def test_picture_nothing_touches_and_nothing_leaves_the_sheet(rows, language):
    for band in picture(rows, language).bands:
        for lane in spans(band):
            assert lane
            lane.sort()
            assert all(left >= packing.GUTTER - 0.01 and right <= 100.01 for left, right in lane)
            assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(lane))


@settings(max_examples=60, deadline=None)
@given(happenings)
def test_picture_leaves_nothing_out(rows):
    bands = picture(rows).bands
    assert sum(mark.times + mark.more for band in bands for mark in band.marks) == len(rows)
    for band in bands:
        assert all(mark.happening.kind in band.kinds for mark in band.marks)


@settings(max_examples=30, deadline=None)
@given(happenings)
def test_rows_show_every_day_of_every_kind_without_touching(rows):
    for row in monthrows.rows(rows, year=YEAR, today=TODAY):
        lanes: dict[int, list[tuple[float, float]]] = {}
        for piece in row.pieces:
            lanes.setdefault(piece.lane, []).append((piece.left, piece.right))
        assert len(lanes) == row.lanes
        for lane in lanes.values():
            lane.sort()
            assert all(left > monthrows.GUTTER - 5 and right <= 100.01 for left, right in lane)
            assert all(before[1] <= after[0] + 0.01 for before, after in pairwise(lane))


def test_picture_bar_is_as_long_as_its_days():
    (band,) = picture([happening("Tháng hành động", date(YEAR, 11, 15), date(YEAR, 12, 15), "campaign")]).bands
    (mark,) = band.marks
    assert mark.breadth == pytest.approx((100 - packing.GUTTER) * 31 / 365, abs=0.01)
    assert mark.before
    assert mark.text == "Tháng hành động"
    assert mark.is_long


def test_picture_mark_that_fills_the_year_has_its_label_on_itself():
    (band,) = picture([happening("Cuộc thi viết", date(YEAR, 1, 1), date(YEAR, 12, 31), "activity")]).bands
    (mark,) = band.marks
    assert (mark.left, mark.right, mark.room) == (packing.GUTTER, 100, 0)
    assert mark.text == "Cuộc thi viết"


def test_picture_span_from_the_year_before_begins_at_the_edge():
    (band,) = picture([happening("Tết", date(YEAR - 1, 12, 20), date(YEAR, 1, 10), "campaign")]).bands
    assert band.marks[0].left == packing.GUTTER


def test_picture_bands_stand_in_their_order_and_only_if_needed():
    rows = [happening("Báo cáo", TODAY, kind="report"), happening("Kỷ niệm", TODAY, kind="commemoration")]
    assert [(band.kinds[0], band.top) for band in picture(rows).bands] == [("commemoration", 0), ("report", 1)]


def test_picture_lonely_label_takes_the_room_it_finds():
    title = "Hội thảo khoa học về lồng ghép giới trong quản lý"
    (band,) = picture([happening(title, date(YEAR, 2, 3))]).bands
    assert band.marks[0].text == title


def test_picture_series_is_one_mark_with_a_count():
    rows = [happening("Giao ban", date(YEAR, 1, 4) + timedelta(days=7 * week), uid="giao-ban") for week in range(52)]
    (band,) = picture(rows).bands
    (mark,) = band.marks
    assert mark.times == 52
    assert mark.text == "Giao ban ×52"
    assert band.lanes == 1


def test_picture_campaign_has_its_label_inside_its_bar():
    (band,) = picture([happening("Tháng Thanh niên", date(YEAR, 3, 1), date(YEAR, 5, 31), "campaign")]).bands
    (mark,) = band.marks
    assert (mark.text, mark.room) == ("Tháng Thanh niên", 0)


def test_picture_drops_labels_only_where_it_is_crowded():
    """Sixty talks in one fortnight, and one in the spring: that one keeps its whole name."""
    crowd = [happening(f"Tọa đàm số {number}", date(YEAR, 10, 10 + number % 14)) for number in range(60)]
    lonely = happening("Hội thảo về lồng ghép giới trong quản lý nhà nước", date(YEAR, 2, 3))
    drawn = picture([*crowd, lonely])
    texts = [mark.text for band in drawn.bands for mark in band.marks]
    assert lonely.title in texts
    assert drawn.lanes <= yearplan.MOST_LANES


def test_picture_of_a_year_of_120_events_still_names_some():
    kinds = list(Kind)
    rows = [
        happening(f"Hoạt động thứ {number}", date(YEAR, 1, 1) + timedelta(days=3 * number), kind=kinds[number % 10])
        for number in range(120)
    ]
    marks = [mark for band in picture(rows).bands for mark in band.marks]
    assert sum(1 for mark in marks if mark.text) >= 40


def test_picture_too_full_counts_the_happenings_of_a_week():
    rows = [happening(f"Việc {number}", date(YEAR, 1, 4) + timedelta(days=number % 360)) for number in range(400)]
    drawn = picture(rows)
    assert drawn.lanes <= yearplan.MOST_LANES
    assert {mark.text for mark in drawn.bands[0].marks} == {""}
    assert max(mark.more for mark in drawn.bands[0].marks) >= 6


@pytest.mark.parametrize(("year", "days"), [(2027, 365), (2028, 366)])
def test_sheet_has_all_days_of_the_year(year, days):
    sheet = yearplan.Sheet(year)
    assert sheet.days == days
    assert sheet.at(date(year, 1, 1)) == packing.GUTTER
    assert sheet.at(date(year + 1, 1, 1)) == 100
    assert len(sheet.months) == 12
    assert list(sheet.weeks) == sorted(set(sheet.weeks))


def test_picture_today_only_in_its_year():
    assert picture([]).today == yearplan.Sheet(YEAR).at(TODAY)
    assert yearplan.picture([], year=2028, today=TODAY).today is None


def test_rows_campaign_lies_in_both_of_its_months():
    rows = monthrows.rows(
        [happening("Tháng", date(YEAR, 11, 15), date(YEAR, 12, 15), "campaign")], year=YEAR, today=TODAY
    )
    assert [row.month for row in rows if row.pieces] == [11, 12]
    assert [row.month for row in rows if row.today is not None] == [3]


def test_lanes_fill_from_the_first():
    lanes = Lanes()
    assert [lanes.place(*span) for span in [(0, 10), (5, 15), (10, 20), (15, 16), (0, 100)]] == [0, 1, 0, 1, 2]
    assert len(lanes) == 3


@given(st.text(max_size=80), st.floats(0, 400))
def test_fitted_text_fits(text, room):
    assert width(fitted(text, room)) <= max(room, 0) or fitted(text, room) == ""


def test_fitted_text_ends_at_a_word():
    assert fitted("Hội thảo khoa học, tập huấn", width("Hội thảo khoa học, t…")) == "Hội thảo khoa học…"
    assert fitted("Hội thảo", 500) == "Hội thảo"
    assert fitted("Hội thảo", 3) == ""
