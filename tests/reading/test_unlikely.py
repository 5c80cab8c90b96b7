"""What the model leaves to the folded part, how long titles are, and what was once read wrongly."""

from __future__ import annotations

import pytest

from campaign.reading import Proposal, read
from campaign.reading.clauses.titles import LONGEST, title_of

HEAD = "SỞ CÔNG THƯƠNG\nSố: 12/KH-SCT\n\nKẾ HOẠCH\nHoạt động năm 2026\n\nI. NỘI DUNG\n"


def dated(text: str) -> list[Proposal]:
    return [one for one in read(HEAD + text).proposals if one.start]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1. Tổ chức hội thi nấu ăn (09 - 10/2026).", "2026-09-01", "2026-10-31"),
        ("1. Tổ chức hội thi nấu ăn: 9-10/2026", "2026-09-01", "2026-10-31"),
        ("1. Gửi báo cáo trƣớc ngày 15/6.", "2026-06-15", "None"),
        ("Thứ Hai (19/10)\n- 8h00: Trưng bày sách (đến hết ngày 23/10).", "2026-10-19", "2026-10-23"),
        ("Tháng 10\n- Mít tinh kỷ niệm Ngày Nhà giáo Việt Nam 20/11.\n", "2026-10-01", "2026-10-31"),
        ("1. Mít tinh Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam ngày 09/11.", "2026-11-09", "None"),
    ],
)
def test_a_time_is_read_as_it_is_meant(text: str, first: str, last: str) -> None:
    assert [(str(one.start), str(one.end)) for one in dated(text)] == [(first, last)]


def test_a_day_in_the_year_before_the_plan_is_shown_with_doubt() -> None:
    found = dated("1. Tổ chức lễ phát động thứ Bảy, ngày 26/10/2025 tại sân vận động.\n2. Họp tổ ngày 3/3.\n")
    assert [(str(one.start), one.doubtful) for one in found] == [("2025-10-26", True), ("2026-03-03", False)]


def test_the_appendix_after_the_recipients_is_read_and_rows_of_two_groups_stay_two() -> None:
    rows = "1\tHội thi cắm hoa\t15/10/2026\tTổ 1\n2\tHội thi cắm hoa\t15/10/2026\tTổ 2\n"
    foot = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Quang Minh\n\n"
    text = f"1. Nội dung.\n\n{foot}PHỤ LỤC\nTiến độ\nTT\tNội dung\tThời gian\tChủ trì\n{rows}"
    assert [(str(one.start), one.in_charge) for one in dated(text)] == [("2026-10-15", "Tổ 1"), ("2026-10-15", "Tổ 2")]


def test_a_title_is_cut_where_a_part_ends() -> None:
    words = "Tập huấn về công nghệ thông tin, an toàn thông tin, quản lý dữ liệu cho cán bộ các sở, ngành và xã, phường"
    assert title_of(words) == "Tập huấn về công nghệ thông tin, an toàn thông tin, quản lý dữ liệu cho cán bộ các sở"
    assert all(len(title_of("Rà soát " + word * 40)) <= LONGEST for word in ("việc ", "phòng, chống ", "(mẫu) "))


def test_what_is_unlikely_is_folded_and_no_markdown_stands_in_a_title() -> None:
    found = read(HEAD + "1. **Tổ chức** hội nghị triển khai Kế hoạch.\n2. Kinh phí: từ ngân sách nhà nước.\n")
    assert [one.title for one in found.likely] == ["Hội nghị triển khai Kế hoạch"]


def test_zeros_are_read_in_linear_time() -> None:
    assert read(HEAD + "- " + "0" * 20_000 + "\n").proposals == ()
