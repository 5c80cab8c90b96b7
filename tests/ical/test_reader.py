"""Broken and unusual files: what is read from them, and what is said about them."""

# ruff: noqa: DTZ001 - local times are meant

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.errors import InvalidInput
from campaign.ical.calendar import join
from campaign.ical.component import Instance, write
from campaign.ical.reader import Imported, read

from .feeds import SERIES, SERIES_ZONES

BARE = Imported(
    uid="a@b",
    summary="Họp",
    description=None,
    location=None,
    url=None,
    start=datetime(2027, 3, 5, 8, 30),
    end=datetime(2027, 3, 5, 10),
    all_day=False,
    zone="Asia/Ho_Chi_Minh",
    rule=None,
    exceptions=(),
    overrides=(),
    categories=(),
    cancelled=False,
    alarms=(),
    line=4,
)
ALL_DAY = replace(BARE, start=date(2027, 3, 8), end=date(2027, 3, 9), all_day=True, zone=None)

HEAD = "UID:a@b\nSUMMARY:Họp"
SPAN = "DTSTART;TZID=Asia/Ho_Chi_Minh:20270305T083000\nDTEND;TZID=Asia/Ho_Chi_Minh:20270305T100000"
DAYS = "DTSTART;VALUE=DATE:20270308\nDTEND;VALUE=DATE:20270310"


def calendar(*events: str, before: str = "", line_end: str = "\r\n") -> bytes:
    """A file whose first event begins in line 4, and its first property in line 5."""
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//thu//VI\n" + before
    text += "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events) + "END:VCALENDAR\n"
    return text.replace("\n", line_end).encode()


def alarm(trigger: str) -> str:
    return f"BEGIN:VALARM\nACTION:EMAIL\nTRIGGER{trigger}\nEND:VALARM"


def one(*events: str, **more) -> Imported:
    (found,), _notes = read(calendar(*events, **more))
    return found


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_is_read(line_end):
    assert replace(one(f"{HEAD}\n{SPAN}", line_end=line_end), line=4) == BARE


def test_byte_order_mark_is_skipped():
    assert read(b"\xef\xbb\xbf" + calendar(f"{HEAD}\n{SPAN}")) == ([BARE], [])


def test_fold_inside_a_letter_is_read():
    whole = calendar(f"UID:a@b\nSUMMARY:Tọa đàm\n{SPAN}")
    letter = whole.index("ọ".encode())
    for cut in (1, 2):
        (found,), _notes = read(whole[: letter + cut] + b"\r\n " + whole[letter + cut :])
        assert found.summary == "Tọa đàm"


def test_long_lines_are_read():
    assert one(f"{HEAD}\n{SPAN}\nDESCRIPTION:{'á' * 5000}").description == "á" * 5000


def test_fold_with_a_tab_is_read():
    assert one(f"UID:a@b\nSUMMARY:Hội\n\t nghị\n{SPAN}").summary == "Hội nghị"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (SPAN, BARE),
        (SPAN.replace("Asia/Ho_Chi_Minh", "SE Asia Standard Time"), BARE),
        (SPAN.replace("Asia/Ho_Chi_Minh", '"Asia/Saigon"'), BARE),
        (SPAN.replace("Asia/Ho_Chi_Minh", "/freeassociation.sourceforge.net/Asia/Ho_Chi_Minh"), BARE),
        ("DTSTART;TZID=Asia/Ho_Chi_Minh:20270305T083000\nDTEND:20270305T030000Z", BARE),
        ("DTSTART;TZID=Asia/Ho_Chi_Minh:20270305T083000\nDURATION:PT1H30M", BARE),
        ("DTSTART;TZID=Asia/Ho_Chi_Minh:20270305T083000", replace(BARE, end=BARE.start)),
        ("DTSTART:20270305T083000\nDTEND:20270305T100000", replace(BARE, zone=None)),
        ("DTSTART:20270305T083000Z\nDTEND:20270305T100000Z", replace(BARE, zone="UTC")),
        (SPAN.replace("Asia/Ho_Chi_Minh", "W. Europe Standard Time"), replace(BARE, zone="Europe/Berlin")),
        ("DTSTART;TZID=Asia/Ho_Chi_Minh:2027-03-05T08:30:00\nDURATION:PT90M", BARE),
        (DAYS, ALL_DAY),
        ("DTSTART:20270308\nDTEND:20270310", ALL_DAY),
        ("DTSTART;VALUE=DATE:20270308\nDURATION:P2D", ALL_DAY),
        ("DTSTART;VALUE=DATE:20270308\nDTEND:20270310T000000", ALL_DAY),
        ("DTSTART;VALUE=DATE:20270308\nDTEND:20270309T170000", ALL_DAY),
        ("DTSTART;VALUE=DATE:20270308", replace(ALL_DAY, end=date(2027, 3, 8))),
        ("DTSTART;VALUE=DATE:20270308\nDTEND;VALUE=DATE:20270308", replace(ALL_DAY, end=date(2027, 3, 8))),
        ("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nDTSTART:20270308T000000\nDTEND:20270310T000000", ALL_DAY),
    ],
)
def test_span_is_read(span, expected):
    assert one(f"{HEAD}\n{span}") == expected


@pytest.mark.parametrize(
    ("event", "note"),
    [
        (
            f"{HEAD}\nDTSTART:20270308",
            "Dòng 7: DTSTART là một ngày nhưng thiếu VALUE=DATE; được hiểu là cả ngày.",
        ),
        (f"{HEAD}\n{DAYS.replace('10', '08')}", "Dòng 8: DTEND bằng DTSTART; được hiểu là một ngày."),
        (
            f"{HEAD}\nDTSTART;TZID=SE Asia Standard Time:20270308T080000",
            "Dòng 7: múi giờ “SE Asia Standard Time” được hiểu là Asia/Ho_Chi_Minh.",
        ),
        (f"UID:a@b\n{SPAN}", "Dòng 4: sự kiện không có SUMMARY."),
        (f"SUMMARY:Họp\n{SPAN}", "Dòng 4: sự kiện không có UID; UID được lập từ nội dung."),
        (
            f"{HEAD}\n{SPAN}\nDESCRIPTION:một\nhai",
            "Dòng 10: không phải một thuộc tính iCalendar (TÊN:giá trị), đã bỏ qua.",
        ),
        (
            f"{HEAD}\n{SPAN}\nRECURRENCE-ID:20270305T013000Z",
            "Dòng 4: buổi thay đổi không có chuỗi gốc; được nhập như một sự kiện riêng.",
        ),
        (
            f"{HEAD}\n{SPAN}\nURL:javascript:x",
            "Dòng 9: bỏ qua URL. Địa chỉ 'javascript:x' phải bắt đầu bằng https://, http://, mailto: hoặc tel:.",
        ),
        (f"{HEAD}\n{SPAN}\n{alarm(':-P400D')}", "Dòng 11: nhắc việc cách sự kiện hơn một năm, đã bỏ qua."),
    ],
)
def test_oddity_is_reported(event, note):
    found, notes = read(calendar(event))
    assert len(found) == 1
    assert notes == [note]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("20270326T013000Z", "20270326"),  # exactly the last start
        ("20270326T012959Z", "20270325"),  # a second before it
        ("20270326", "20270326"),
        ("20270326T083000", "20270326"),
        ("20270325T170000Z", "20270325"),  # midnight in Hà Nội begins the 26th, before the start
        ("99991231T235959Z", None),
    ],
)
def test_until_of_any_type_becomes_the_last_day(until, expected):
    rule = one(f"{HEAD}\n{SPAN}\nRRULE:FREQ=WEEKLY;UNTIL={until}").rule
    assert rule == ("FREQ=WEEKLY" if expected is None else f"FREQ=WEEKLY;UNTIL={expected}")


def test_until_as_date_time_of_an_all_day_series_becomes_its_day():
    assert one(f"{HEAD}\n{DAYS}\nRRULE:UNTIL=20300308T000000Z;FREQ=YEARLY").rule == "FREQ=YEARLY;UNTIL=20300308"


def test_time_of_day_in_a_rule_is_dropped_when_it_says_nothing():
    assert one(f"{HEAD}\n{SPAN}\nRRULE:FREQ=DAILY;BYHOUR=8;BYMINUTE=30;COUNT=3").rule == "FREQ=DAILY;COUNT=3"


@pytest.mark.parametrize(
    ("span", "exdate", "days"),
    [
        (DAYS, ":20280308T000000", (date(2028, 3, 8),)),
        (DAYS, ";TZID=SE Asia Standard Time:20280308T000000", (date(2028, 3, 8),)),
        (DAYS, ":20280307T170000Z", (date(2028, 3, 8),)),  # midnight in Hà Nội
        (DAYS, ";VALUE=DATE:20290308,20280308", (date(2028, 3, 8), date(2029, 3, 8))),
        (SPAN, ";VALUE=DATE:20270312", (date(2027, 3, 12),)),
        (SPAN, ":20270312T013000Z", (date(2027, 3, 12),)),
        (SPAN.replace("T083000", "T020000"), ":20270311T190000Z", (date(2027, 3, 12),)),
    ],
)
def test_exception_of_any_type_becomes_the_local_day(span, exdate, days):
    assert one(f"{HEAD}\n{span}\nRRULE:FREQ=DAILY\nEXDATE{exdate}").exceptions == days


def test_changed_instance_joins_its_series_whatever_its_zone_and_place():
    changed = "UID:a@b\nRECURRENCE-ID:20270312T013000Z\nDTSTART:20270313T020000Z\nDTEND:20270313T030000Z"
    master = f"{HEAD}\nLOCATION:Tầng 2\n{SPAN}\nRRULE:FREQ=WEEKLY"
    expected = Instance(
        recurrence_id=date(2027, 3, 12),
        start=datetime(2027, 3, 13, 9),
        end=datetime(2027, 3, 13, 10),
        location="",
    )
    assert one(master, changed).overrides == (expected,)
    assert one(changed, master).overrides == (expected,)


def test_file_that_takes_events_back_cancels_them_whatever_their_status():
    (event,), _notes = read(calendar(f"{HEAD}\n{SPAN}\nSTATUS:CONFIRMED", before="METHOD:CANCEL\n"))
    assert event == replace(BARE, cancelled=True, line=event.line)


def test_cancelled_instance_is_known():
    changed = f"UID:a@b\nSUMMARY:[Đã hủy] Họp\nRECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270305T083000\n{SPAN}"
    found = one(f"{HEAD}\n{SPAN}\nRRULE:FREQ=WEEKLY", f"{changed}\nSTATUS:CANCELLED")
    assert found.overrides == (
        Instance(recurrence_id=date(2027, 3, 5), start=BARE.start, end=BARE.end, cancelled=True),
    )


def test_timed_instance_of_an_all_day_series_keeps_its_instant():
    changed = f"{HEAD}\nRECURRENCE-ID;VALUE=DATE:20280308\nDTSTART:20280308T010000Z\nDTEND:20280308T020000Z"
    (instance,) = one(f"{HEAD}\n{DAYS}\nRRULE:FREQ=YEARLY", changed).overrides
    assert (instance.start, instance.end) == (
        datetime(2028, 3, 8, 1, tzinfo=UTC),
        datetime(2028, 3, 8, 2, tzinfo=UTC),
    )


def test_instances_without_series_become_events_of_their_own():
    found, notes = read(
        calendar(
            f"{HEAD}\n{SPAN}\nRECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270304T083000",
            f"{HEAD}\n{SPAN}\nRECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20270305T083000",
        )
    )
    assert [each.uid for each in found] == ["20270304-a@b", "20270305-a@b"]
    assert len(notes) == 2


def test_same_uid_twice_keeps_the_newest():
    found, notes = read(calendar(f"{HEAD} mới\n{SPAN}\nSEQUENCE:2", f"{HEAD} cũ\n{SPAN}\nSEQUENCE:1"))
    assert [each.summary for each in found] == ["Họp mới"]
    assert notes == ["Dòng 11: UID này có nhiều lần; chỉ giữ bản mới nhất."]


@pytest.mark.parametrize(
    ("rdate", "instance"),
    [
        (":20270401T020000Z", (datetime(2027, 4, 1, 9), datetime(2027, 4, 1, 10, 30))),
        (";VALUE=PERIOD:20270401T020000Z/PT1H", (datetime(2027, 4, 1, 9), datetime(2027, 4, 1, 10))),
        (
            ";VALUE=PERIOD:20270401T020000Z/20270401T023000Z",
            (datetime(2027, 4, 1, 9), datetime(2027, 4, 1, 9, 30)),
        ),
        (";VALUE=DATE:20270401", (datetime(2027, 4, 1, 8, 30), datetime(2027, 4, 1, 10))),
    ],
)
def test_added_day_is_read(rdate, instance):
    start, end = instance
    assert one(f"{HEAD}\n{SPAN}\nRDATE{rdate}").overrides == (Instance(start=start, end=end),)


@pytest.mark.parametrize(
    ("span", "trigger", "offset"),
    [
        (SPAN, ":-PT15M", timedelta(minutes=-15)),
        (SPAN, ":PT0S", timedelta(0)),
        (SPAN, ";RELATED=END:-PT15M", timedelta(hours=1, minutes=15)),
        (SPAN, ";VALUE=DATE-TIME:20270304T013000Z", timedelta(days=-1)),
        (DAYS, ":-PT15H", timedelta(hours=-15)),
        (DAYS, ";RELATED=END:PT0S", timedelta(days=2)),
        (DAYS, ";VALUE=DATE-TIME:20270307T020000Z", timedelta(hours=-15)),
    ],
)
def test_alarm_counts_from_the_start(span, trigger, offset):
    assert one(f"{HEAD}\n{span}\n{alarm(trigger)}").alarms == (offset,)


def test_texts_are_unescaped_and_composed():
    found = one(
        f"UID:a@b\nSUMMARY;LANGUAGE=vi:Nghe\u0302\u0323 An\\, \\;\\q\n{SPAN}\nDESCRIPTION:a\\nb\\\\n\\N\x07c\n"
        "CATEGORIES:Họp\\, kín,Nội bộ\nCATEGORIES:Nội bộ"
    )
    assert found.summary == "Nghệ An, ;\\q"
    assert found.description == "a\nb\\n\nc"
    assert found.categories == ("Họp, kín", "Nội bộ")


def test_missing_uid_is_derived_from_the_content():
    first, other = (one(f"SUMMARY:{name}\n{SPAN}").uid for name in ("Họp", "Họp khác"))
    assert first == one(f"{SPAN}\nSUMMARY:Họp").uid
    assert first != other
    assert one(f"UID:mã-việt\nSUMMARY:x\n{SPAN}").uid.isascii()


def test_own_zone_of_one_offset_is_recognised():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Giờ Hà Nội\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\n"
        "TZOFFSETTO:+0700\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    span = SPAN.replace("Asia/Ho_Chi_Minh", "Giờ Hà Nội")
    assert one(f"{HEAD}\n{span}", before=zone).zone == "Asia/Ho_Chi_Minh"
    assert one(f"{HEAD}\n{span}", before=zone.replace("+0700", "-0300")).zone == "Etc/GMT+3"


def test_other_components_are_reported_and_skipped():
    found, notes = read(calendar(f"{HEAD}\n{SPAN}", before="BEGIN:VTODO\nUID:t\nEND:VTODO\n"))
    assert [each.uid for each in found] == ["a@b"]
    assert notes == ["Dòng 4: VTODO không phải là sự kiện, đã bỏ qua."]


def test_file_without_events_is_empty():
    assert read(calendar()) == ([], [])


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("UID:a@b", "Dòng 4: VEVENT thiếu DTSTART."),
        (
            "DTSTART:8/3/2027",
            "Dòng 5: DTSTART phải là ngày (20270308) hoặc ngày giờ (20270308T090000) có thật, không phải '8/3/2027'.",
        ),
        (
            "DTSTART:20270230",
            "Dòng 5: DTSTART phải là ngày (20270308) hoặc ngày giờ (20270308T090000) có thật, không phải '20270230'.",
        ),
        ("DTSTART;VALUE=DATE:00010101", "Dòng 5: Năm 1 nằm ngoài khoảng 1900-2200."),
        ("DTSTART;VALUE=DATE:99991231", "Dòng 5: Năm 9999 nằm ngoài khoảng 1900-2200."),
        ("DTSTART;VALUE=DATE:20270308\nDURATION:P9999W", "Dòng 6: Năm 2218 nằm ngoài khoảng 1900-2200."),
        ("DTSTART;VALUE=DATE:20270308\nDURATION:P999999W", "Dòng 6: DURATION dài quá mức: 'P999999W'."),
        ("DTSTART;VALUE=DATE:20270308\nDURATION:-P1D", "Dòng 6: DURATION không được âm."),
        (
            "DTSTART;VALUE=DATE:20270308\nDURATION:1 giờ",
            "Dòng 6: DURATION phải là một khoảng thời gian như PT1H30M hoặc -P1D, không phải '1 giờ'.",
        ),
        (
            "DTSTART:20270308T090000\nDTEND:20270308T080000",
            "Dòng 6: DTEND (2027-03-08 08:00:00) sớm hơn DTSTART (2027-03-08 09:00:00).",
        ),
        (
            "DTSTART;TZID=Sao Hỏa:20270308T090000",
            "Dòng 5: Không nhận ra múi giờ 'Sao Hỏa'; cần một tên như Asia/Ho_Chi_Minh.",
        ),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=SECONDLY",
            (
                "Dòng 6: RRULE chỉ được lặp theo ngày, tuần, tháng hoặc năm "
                "(FREQ=DAILY, WEEKLY, MONTHLY hoặc YEARLY), không phải SECONDLY."
            ),
        ),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=DAILY;BYHOUR=9,10",
            "Dòng 6: RRULE không được lặp nhiều lần trong một ngày (BYHOUR).",
        ),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=DAILY;COUNT=1000000000",
            "Dòng 6: RRULE có phần không hợp lệ: COUNT=1000000000.",
        ),
        ("DTSTART:20270308T090000\nRRULE:COUNT=3", "Dòng 6: RRULE thiếu FREQ, ví dụ FREQ=YEARLY."),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=DAILY;COUNT=3;UNTIL=20270401",
            "Dòng 6: RRULE chỉ được có COUNT hoặc UNTIL, không được có cả hai.",
        ),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=DAILY;UNTIL=00010101",
            "Dòng 6: UNTIL=00010101 không phải là một ngày có thật.",
        ),
        (
            "DTSTART:20270308T090000\nRRULE:FREQ=DAILY\nRRULE:FREQ=YEARLY",
            "Dòng 7: mỗi sự kiện chỉ được có một RRULE.",
        ),
    ],
)
def test_event_that_cannot_be_understood_is_refused(event, sentence):
    with pytest.raises(InvalidInput) as refusal:
        read(calendar(event))
    assert str(refusal.value) == sentence


WELL = calendar(f"{HEAD}\n{SPAN}")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Dòng 1: tệp lịch phải bắt đầu bằng BEGIN:VCALENDAR."),
        ("\n<html>đăng nhập".encode(), "Dòng 2: tệp lịch phải bắt đầu bằng BEGIN:VCALENDAR."),
        (b"BEGIN:VEVENT\nEND:VEVENT\n", "Dòng 1: tệp lịch phải bắt đầu bằng BEGIN:VCALENDAR."),
        (WELL.decode().encode("utf-16"), "Tệp ở bảng mã UTF-16; hãy lưu lại dạng UTF-8."),
        (
            WELL.replace("ọ".encode(), b"\xe1"),
            "Dòng 6: chữ không ở bảng mã UTF-8; hãy lưu lại tệp dạng UTF-8.",
        ),
        (WELL.replace(b"2.0", b"1.0"), "Dòng 1: tệp là vCalendar 1.0; cần iCalendar 2.0 (VERSION:2.0)."),
        (
            WELL[: WELL.index(b"END:VEVENT")],
            "Dòng 4: BEGIN:VEVENT không có END:VEVENT; tệp có thể đã bị cắt cụt.",
        ),
        (
            WELL.replace(b"END:VEVENT", b"END:VALARM"),
            "Dòng 9: END:VALARM không khớp với BEGIN:VEVENT ở dòng 4.",
        ),
        (b"x" * 10_000_001, "Tệp lịch lớn hơn 10 MB."),
        (
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VTODO\nEND:VTODO\n" * 10_001 + b"END:VCALENDAR\n",
            "Dòng 20002: tệp có hơn 10000 mục lịch.",
        ),
    ],
    ids=range(10),
)
def test_file_that_is_no_calendar_is_refused(data, sentence):
    with pytest.raises(InvalidInput) as refusal:
        read(data)
    assert str(refusal.value) == sentence


FEED = join("Chuỗi", map(write, SERIES), zones=SERIES_ZONES)
PIECES = st.binary(min_size=1, max_size=3) | st.sampled_from([b"\r\nEND:VEVENT", b"99999999", b"\r\n ", b"-1", b"Z"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FEED)), PIECES), min_size=1, max_size=5))
def test_damaged_feed_is_read_or_refused_in_a_sentence(damages):
    data = FEED
    for place, piece in damages:
        data = data[:place] + piece + data[place + len(piece) :]
    try:
        found, _notes = read(data)
    except InvalidInput as refusal:
        assert str(refusal).startswith(("Dòng ", "Tệp "))  # noqa: PT017 - either way is right
    else:
        assert len({each.uid for each in found}) == len(found)


def test_huge_lists_cost_little():
    days = ",".join(["MO", "TU"] * 50_000)
    alarms = "\n".join([alarm(":-PT15M")] * 5_000)
    found = one(f"{HEAD}\n{SPAN}\nRRULE:FREQ=WEEKLY;BYDAY={days}\n{alarms}")
    assert (found.rule, found.alarms) == ("FREQ=WEEKLY;BYDAY=MO,TU", (timedelta(minutes=-15),))
