from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from campaign.dates.zones import instant, zone
from campaign.errors import InvalidInput


def test_old_name_of_vietnams_zone_gives_the_present_one():
    assert zone("Asia/Saigon").key == "Asia/Ho_Chi_Minh"
    assert zone(" Asia/Ho_Chi_Minh ").key == "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize(
    "name", ["", "Asia", "Hà Nội", "SE Asia Standard Time", "../etc/passwd", "/etc/passwd", "a\0b"]
)
def test_unknown_zone_is_refused(name):
    with pytest.raises(InvalidInput):
        zone(name)


def test_local_time_in_vietnam_is_seven_hours_ahead():
    assert instant(date(2027, 3, 8), time(8), zone("Asia/Ho_Chi_Minh")) == datetime(2027, 3, 8, 1, tzinfo=UTC)


def test_skipped_time_moves_on_by_the_gap():
    assert instant(date(2027, 3, 28), time(2, 30), ZoneInfo("Europe/Paris")) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_time_that_comes_twice_is_the_first():
    first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)

    assert instant(date(2027, 10, 31), time(2, 30), ZoneInfo("Europe/Paris")) == first
    assert instant(date(2027, 10, 31), time(2, 30, fold=1), ZoneInfo("Europe/Paris")) == first
