"""The bytes of one entry."""

# ruff: noqa: DTZ001 - local times are meant

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from campaign.errors import InvalidInput
from campaign.ical.component import Instance, write

from .feeds import MODIFIED, entry

DAY = entry("ngay@campaign", "Ngày hội", date(2027, 3, 8), date(2027, 3, 9))
HOUR = entry("gio@campaign", "Tọa đàm", datetime(2027, 3, 5, 8, 30), datetime(2027, 3, 5, 11))
WEEKLY = replace(HOUR, rule="FREQ=WEEKLY;UNTIL=20270326", exceptions=(date(2027, 3, 19), date(2027, 3, 12)))


def lines(written: bytes) -> list[str]:
    """The content lines, unfolded."""
    return written.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def values(written: bytes, name: str) -> list[str]:
    """What follows the name of a property, wherever it stands."""
    return [line[len(name) :] for line in lines(written) if line[: len(name) + 1] in {f"{name}:", f"{name};"}]


def test_equal_entries_give_equal_bytes():
    swapped = replace(WEEKLY, exceptions=WEEKLY.exceptions[::-1])
    assert write(swapped) == write(WEEKLY)
    assert write(replace(WEEKLY)) == write(WEEKLY)


def test_stamps_come_from_the_change():
    assert values(write(DAY), "DTSTAMP") == values(write(DAY), "LAST-MODIFIED") == [":20270104T023000Z"]
    elsewhere = MODIFIED.astimezone(timezone(timedelta(hours=7)))
    assert write(replace(DAY, modified=elsewhere)) == write(DAY)


def test_all_day_end_is_the_day_after_the_last():
    assert values(write(DAY), "DTSTART") == [";VALUE=DATE:20270308"]
    assert values(write(DAY), "DTEND") == [";VALUE=DATE:20270310"]


def test_timed_entry_names_its_zone():
    assert values(write(HOUR), "DTSTART") == [";TZID=Asia/Ho_Chi_Minh:20270305T083000"]
    assert values(write(HOUR), "DTEND") == [";TZID=Asia/Ho_Chi_Minh:20270305T110000"]


def test_old_zone_name_is_written_as_the_present_one():
    assert write(replace(HOUR, zone="Asia/Saigon")) == write(HOUR)


def test_aware_times_are_brought_to_the_zone():
    aware = replace(HOUR, start=datetime(2027, 3, 5, 1, 30, tzinfo=UTC), end=datetime(2027, 3, 5, 4, tzinfo=UTC))
    assert write(aware) == write(HOUR)
    assert values(write(replace(aware, zone=None)), "DTSTART") == [":20270305T013000Z"]


def test_moment_without_length_has_no_end():
    assert values(write(replace(HOUR, end=HOUR.start)), "DTEND") == []


def test_series_copies_the_type_of_its_start():
    moved = Instance(recurrence_id=date(2027, 3, 26), start=datetime(2027, 3, 27, 9), end=datetime(2027, 3, 27, 10))
    written = write(replace(WEEKLY, overrides=(moved,)))
    assert values(written, "RRULE") == [":FREQ=WEEKLY;UNTIL=20270326T165959Z"]
    assert values(written, "EXDATE") == [f";TZID=Asia/Ho_Chi_Minh:202703{day}T083000" for day in (12, 19)]
    assert values(written, "RECURRENCE-ID") == [";TZID=Asia/Ho_Chi_Minh:20270326T083000"]


def test_all_day_series_has_dates_only():
    moved = Instance(recurrence_id=date(2028, 3, 8), start=date(2028, 3, 7), end=date(2028, 3, 7))
    yearly = replace(DAY, rule="FREQ=YEARLY;UNTIL=20300308", exceptions=(date(2029, 3, 8),), overrides=(moved,))
    written = write(yearly)
    assert values(written, "RRULE") == [":FREQ=YEARLY;UNTIL=20300308"]
    assert values(written, "EXDATE") == [";VALUE=DATE:20290308"]
    assert values(written, "RECURRENCE-ID") == [";VALUE=DATE:20280308"]


def test_excepted_day_has_no_instance():
    moved = Instance(recurrence_id=date(2027, 3, 12), start=datetime(2027, 3, 13, 9), end=datetime(2027, 3, 13, 10))
    assert write(replace(WEEKLY, overrides=(moved,))) == write(WEEKLY)


def test_instances_that_no_rule_gives_are_events_of_their_own():
    days = [datetime(2027, 4, 1, hour) for hour in (9, 14)]
    added = replace(HOUR, overrides=tuple(Instance(start=each, end=each) for each in days))
    assert values(write(added), "UID") == [
        ":gio@campaign",
        ":20270401T0900-gio@campaign",
        ":20270401T1400-gio@campaign",
    ]
    moved = Instance(recurrence_id=date(2027, 4, 2), start=days[0], end=days[0])
    assert values(write(replace(HOUR, overrides=(moved,))), "RECURRENCE-ID") == []
    long = values(write(replace(added, uid="x" * 255)), "UID")
    assert len(set(long)) == 3
    assert max(map(len, long)) == 256


def test_cancelled_entry_says_so_in_its_title_and_has_no_alarm():
    written = write(replace(HOUR, cancelled=True, alarms=(timedelta(hours=-1),)))
    assert values(written, "STATUS") == [":CANCELLED"]
    assert values(written, "SUMMARY") == [":[Đã hủy] Tọa đàm"]
    assert values(written, "TRIGGER") == []


def test_transparent_entry_blocks_nobody():
    written = write(replace(DAY, transparent=True))
    assert values(written, "TRANSP") == [":TRANSPARENT"]
    assert values(written, "X-MICROSOFT-CDO-BUSYSTATUS") == [":FREE"]
    assert values(write(DAY), "TRANSP") == [":OPAQUE"]
    assert values(write(DAY), "X-MICROSOFT-CDO-BUSYSTATUS") == []


def test_alarm_shows_a_text_before_the_start():
    written = write(replace(DAY, alarms=(timedelta(hours=-15),)))
    alarm = lines(written)[lines(written).index("BEGIN:VALARM") :]
    assert alarm == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Ngày hội",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_conference_link_is_repeated_in_the_description():
    linked = replace(HOUR, description="Kính mời.", conference="https://hop.example.vn/a;b")
    assert values(write(linked), "CONFERENCE") == [";VALUE=URI:https://hop.example.vn/a;b"]
    assert values(write(linked), "DESCRIPTION") == [":Kính mời.\\n\\nTham gia trực tuyến: https://hop.example.vn/a\\;b"]


def test_categories_end_with_the_kind():
    written = write(replace(DAY, categories=("Nội bộ, kín", "Hội thảo"), kind="seminar"))
    assert values(written, "CATEGORIES") == [":Nội bộ\\, kín,Hội thảo,seminar"]


def test_texts_are_composed_and_clean():
    dirty = unicodedata.normalize("NFD", "Nghệ\x00 An\x07") + "\r\nlần \x85 hai\ufffe"
    assert values(write(replace(DAY, description=dirty)), "DESCRIPTION") == [":Nghệ An\\nlần \\n hai"]


def test_lines_are_75_octets_at_most_and_never_split_a_letter():
    written = write(replace(DAY, summary="Phụ nữ Việt Nam đảm đang 🎉 " * 40))
    physical = written.split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert b"\n" not in b"".join(physical)
    for line in physical:
        line.decode()  # raises when a letter is split


def test_text_cannot_add_a_property():
    attack = "x\r\nATTENDEE:mailto:a@b.vn\nEND:VEVENT\r\nBEGIN:VALARM"
    plain = [line.partition(":")[0] for line in lines(write(replace(HOUR, description="x", location="x")))]
    written = write(replace(HOUR, summary=attack, description=attack, location=attack))
    assert [line.partition(":")[0] for line in lines(written)] == plain


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"uid": "mã-việt"}, "Mã UID 'mã-việt' phải gồm 1 đến 255 ký tự ASCII in được."),
        ({"uid": "a\r\nX:y"}, "Mã UID 'a\\r\\nX:y' phải gồm 1 đến 255 ký tự ASCII in được."),
        ({"zone": "Asia/Hanoi"}, "Không có múi giờ 'Asia/Hanoi'; cần một tên như Asia/Ho_Chi_Minh."),
        (
            {"zone": "../../etc/passwd"},
            "Không có múi giờ '../../etc/passwd'; cần một tên như Asia/Ho_Chi_Minh.",
        ),
        ({"zone": None}, "Giờ 2027-03-05 08:30:00 cần có múi giờ, ví dụ Asia/Ho_Chi_Minh."),
        ({"color": "#ff0000"}, "Màu '#ff0000' phải là một tên màu CSS3, ví dụ teal."),
        (
            {"url": "javascript:alert(1)"},
            "Địa chỉ 'javascript:alert(1)' phải bắt đầu bằng https://, http://, mailto: hoặc tel:.",
        ),
        (
            {"url": "https://a.vn/\r\nATTENDEE:x"},
            "Địa chỉ 'https://a.vn/\\r\\nATTENDEE:x' phải bắt đầu bằng https://, http://, mailto: hoặc tel:.",
        ),
        ({"rule": "FREQ=WEEKLY;BYDAY=XX"}, "RRULE có phần không hợp lệ: BYDAY=XX."),
        ({"rule": "FREQ=WEEKLY;UNTIL=20270230"}, "UNTIL=20270230 không phải là một ngày có thật."),
    ],
)
def test_entry_that_cannot_be_written_is_refused(change, sentence):
    with pytest.raises(InvalidInput) as refusal:
        write(replace(HOUR, **change))
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("end", [datetime(2027, 3, 5, 8), date(2027, 3, 5)])
def test_end_before_the_start_is_refused(end):
    with pytest.raises(InvalidInput, match="Thời điểm kết thúc"):
        write(replace(HOUR, end=end))


def test_address_is_written_in_ascii():
    written = write(replace(DAY, url="https://a.vn/phụ-nữ?q=1,2;3%20"))
    assert values(written, "URL") == [":https://a.vn/ph%E1%BB%A5-n%E1%BB%AF?q=1,2;3%20"]
