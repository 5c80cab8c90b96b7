"""Two feeds to try on every reader: a year of an agency, and the series that readers get wrong."""

# ruff: noqa: DTZ001 - local times are meant

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from campaign.ical.component import Entry, Instance

HANOI = "Asia/Ho_Chi_Minh"
CREATED = datetime(2026, 12, 20, 1, tzinfo=UTC)
MODIFIED = datetime(2027, 1, 4, 2, 30, tzinfo=UTC)


def entry(uid: str, summary: str, start: date, end: date | None = None, **more) -> Entry:
    """A confirmed entry; timed ones are in Hà Nội unless ``zone`` says otherwise."""
    if isinstance(start, datetime):
        more.setdefault("zone", HANOI)
    return Entry(uid=uid, summary=summary, start=start, end=end or start, created=CREATED, modified=MODIFIED, **more)


YEAR = [
    entry(
        "thang-hanh-dong-gia-dinh-2027@campaign",
        "Tháng hành động phòng, chống bạo lực gia đình 2027",
        date(2027, 6, 1),
        date(2027, 6, 30),
        transparent=True,
        kind="campaign",
        color="orange",
    ),
    entry(
        "thang-hanh-dong-gioi-2027@campaign",
        "Tháng hành động vì bình đẳng giới 2027",
        date(2027, 11, 15),
        date(2027, 12, 15),
        transparent=True,
        kind="campaign",
        color="purple",
        description="Chủ đề: chưa có; sẽ báo sau.\nTreo băng rôn, khẩu hiệu tại trụ sở.",
    ),
    entry(
        "quoc-te-phu-nu@campaign",
        "Ngày Quốc tế Phụ nữ 8/3",
        date(2026, 3, 8),
        rule="FREQ=YEARLY",
        transparent=True,
        kind="commemoration",
        alarms=(timedelta(hours=-15),),
    ),
    entry(
        "phu-nu-viet-nam@campaign",
        "Ngày Phụ nữ Việt Nam 20/10",
        date(2026, 10, 20),
        rule="FREQ=YEARLY",
        transparent=True,
        kind="commemoration",
    ),
    *(
        entry(f"gio-to-{day.year}@campaign", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", day, transparent=True)
        for day in (date(2026, 4, 26), date(2027, 4, 16), date(2028, 4, 4))
    ),
    entry(
        "toa-dam-8-3-2027@campaign",
        "Tọa đàm 8/3: phụ nữ trong quản lý; hỏi – đáp",
        datetime(2027, 3, 5, 8, 30),
        datetime(2027, 3, 5, 11),
        location="Hội trường tầng 2, số 7 phố Tràng Thi",
        conference="https://hop.example.vn/p/83?ma=12;34",
        kind="seminar",
        alarms=(timedelta(days=-1), timedelta(minutes=-30)),
    ),
    entry(
        "hoi-thao-2027@campaign",
        "Hội thảo lồng ghép giới",
        datetime(2027, 11, 18, 14),
        datetime(2027, 11, 18, 17),
        cancelled=True,
        sequence=3,
        kind="seminar",
    ),
    entry("bao-cao-6-thang-2027@campaign", "Hạn báo cáo 6 tháng", date(2027, 6, 15), kind="report"),
    entry(
        "bao-cao-nam-2027@campaign",
        "Hạn gửi báo cáo năm trước 17 giờ",
        datetime(2027, 12, 10, 17),
        kind="report",
    ),
]
YEAR_ZONES = [HANOI]
YEAR_SHOWN = [
    ("bao-cao-6-thang-2027@campaign", "2027-06-15", "2027-06-16", "Hạn báo cáo 6 tháng", "CONFIRMED"),
    (
        "bao-cao-nam-2027@campaign",
        "2027-12-10T10:00Z",
        "2027-12-10T10:00Z",
        "Hạn gửi báo cáo năm trước 17 giờ",
        "CONFIRMED",
    ),
    ("gio-to-2027@campaign", "2027-04-16", "2027-04-17", "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "CONFIRMED"),
    (
        "hoi-thao-2027@campaign",
        "2027-11-18T07:00Z",
        "2027-11-18T10:00Z",
        "[Đã hủy] Hội thảo lồng ghép giới",
        "CANCELLED",
    ),
    ("phu-nu-viet-nam@campaign", "2027-10-20", "2027-10-21", "Ngày Phụ nữ Việt Nam 20/10", "CONFIRMED"),
    ("quoc-te-phu-nu@campaign", "2027-03-08", "2027-03-09", "Ngày Quốc tế Phụ nữ 8/3", "CONFIRMED"),
    (
        "thang-hanh-dong-gia-dinh-2027@campaign",
        "2027-06-01",
        "2027-07-01",
        "Tháng hành động phòng, chống bạo lực gia đình 2027",
        "CONFIRMED",
    ),
    (
        "thang-hanh-dong-gioi-2027@campaign",
        "2027-11-15",
        "2027-12-16",
        "Tháng hành động vì bình đẳng giới 2027",
        "CONFIRMED",
    ),
    (
        "toa-dam-8-3-2027@campaign",
        "2027-03-05T01:30Z",
        "2027-03-05T04:00Z",
        "Tọa đàm 8/3: phụ nữ trong quản lý; hỏi – đáp",
        "CONFIRMED",
    ),
]

SERIES = [
    entry(
        "berlin@campaign",
        "Họp nhóm Berlin",
        datetime(2027, 3, 15, 10),
        datetime(2027, 3, 15, 11),
        zone="Europe/Berlin",
        rule="FREQ=WEEKLY;COUNT=4",
        exceptions=(date(2027, 4, 5),),
        overrides=(
            Instance(
                recurrence_id=date(2027, 3, 22),
                start=datetime(2027, 3, 23, 14),
                end=datetime(2027, 3, 23, 15, 30),
                summary="Họp nhóm Berlin (dời ngày)",
            ),
        ),
    ),
    entry(
        "berlin-thu@campaign",
        "Trực mùa thu",
        datetime(2027, 10, 30, 9),
        datetime(2027, 10, 30, 10),
        zone="Europe/Berlin",
        rule="FREQ=DAILY;COUNT=3",
    ),
    entry(
        "new-york@campaign",
        "Giao ban New York",
        datetime(2027, 2, 9, 18),
        datetime(2027, 2, 9, 19, 30),
        zone="America/New_York",
        rule="FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270413",
    ),
    entry(
        "sinh-hoat@campaign",
        "Sinh hoạt sáng thứ Sáu",
        datetime(2027, 3, 5, 8, 30),
        datetime(2027, 3, 5, 10),
        rule="FREQ=WEEKLY;UNTIL=20270326",
        exceptions=(date(2027, 3, 12),),
        overrides=(
            Instance(
                recurrence_id=date(2027, 3, 19),
                start=datetime(2027, 3, 19, 8, 30),
                end=datetime(2027, 3, 19, 10),
                cancelled=True,
            ),
            Instance(start=datetime(2027, 3, 31, 14), end=datetime(2027, 3, 31, 15), summary="Buổi thêm"),
        ),
    ),
    entry(
        "cuoi-thang@campaign",
        "Chốt số liệu tháng",
        date(2027, 1, 31),
        rule="FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6",
        exceptions=(date(2027, 3, 31),),
        overrides=(Instance(recurrence_id=date(2027, 4, 30), start=date(2027, 4, 29), end=date(2027, 4, 29)),),
    ),
    entry(
        "thang-hanh-dong@campaign",
        "Tháng hành động vì bình đẳng giới",
        date(2026, 11, 15),
        date(2026, 12, 15),
        rule="FREQ=YEARLY",
    ),
]
SERIES_ZONES = [HANOI, "Europe/Berlin", "America/New_York"]
SERIES_SHOWN = [
    # Berlin is at +01:00 until 28 March 2027 and again from 31 October
    ("berlin-thu@campaign", "2027-10-30T07:00Z", "2027-10-30T08:00Z", "Trực mùa thu", "CONFIRMED"),
    ("berlin-thu@campaign", "2027-10-31T08:00Z", "2027-10-31T09:00Z", "Trực mùa thu", "CONFIRMED"),
    ("berlin-thu@campaign", "2027-11-01T08:00Z", "2027-11-01T09:00Z", "Trực mùa thu", "CONFIRMED"),
    ("berlin@campaign", "2027-03-15T09:00Z", "2027-03-15T10:00Z", "Họp nhóm Berlin", "CONFIRMED"),
    ("berlin@campaign", "2027-03-23T13:00Z", "2027-03-23T14:30Z", "Họp nhóm Berlin (dời ngày)", "CONFIRMED"),
    ("berlin@campaign", "2027-03-29T08:00Z", "2027-03-29T09:00Z", "Họp nhóm Berlin", "CONFIRMED"),
    ("cuoi-thang@campaign", "2027-01-31", "2027-02-01", "Chốt số liệu tháng", "CONFIRMED"),
    ("cuoi-thang@campaign", "2027-02-28", "2027-03-01", "Chốt số liệu tháng", "CONFIRMED"),
    ("cuoi-thang@campaign", "2027-04-29", "2027-04-30", "Chốt số liệu tháng", "CONFIRMED"),
    ("cuoi-thang@campaign", "2027-05-31", "2027-06-01", "Chốt số liệu tháng", "CONFIRMED"),
    ("cuoi-thang@campaign", "2027-06-30", "2027-07-01", "Chốt số liệu tháng", "CONFIRMED"),
    # New York is at -05:00 until 14 March 2027
    ("new-york@campaign", "2027-02-09T23:00Z", "2027-02-10T00:30Z", "Giao ban New York", "CONFIRMED"),
    ("new-york@campaign", "2027-03-09T23:00Z", "2027-03-10T00:30Z", "Giao ban New York", "CONFIRMED"),
    ("new-york@campaign", "2027-04-13T22:00Z", "2027-04-13T23:30Z", "Giao ban New York", "CONFIRMED"),
    ("sinh-hoat@campaign", "2027-03-05T01:30Z", "2027-03-05T03:00Z", "Sinh hoạt sáng thứ Sáu", "CONFIRMED"),
    (
        "sinh-hoat@campaign",
        "2027-03-19T01:30Z",
        "2027-03-19T03:00Z",
        "[Đã hủy] Sinh hoạt sáng thứ Sáu",
        "CANCELLED",
    ),
    ("sinh-hoat@campaign", "2027-03-26T01:30Z", "2027-03-26T03:00Z", "Sinh hoạt sáng thứ Sáu", "CONFIRMED"),
    ("20270331T1400-sinh-hoat@campaign", "2027-03-31T07:00Z", "2027-03-31T08:00Z", "Buổi thêm", "CONFIRMED"),
    (
        "thang-hanh-dong@campaign",
        "2027-11-15",
        "2027-12-16",
        "Tháng hành động vì bình đẳng giới",
        "CONFIRMED",
    ),
]
