"""Titles and kinds of what a plan asks for, where its own words say too little or too much."""

from __future__ import annotations

import pytest

from campaign.reading import Proposal, read


def only(lines: str, *, kind: str = "KẾ HOẠCH\nCông tác nữ công năm 2027") -> list[Proposal]:
    return list(read(f"{kind}\n\nI. NHIỆM VỤ\n{lines}\n2. Kinh phí: theo quy định.\n").likely)


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (
            "1. Tập huấn sơ cấp cứu cho giáo viên: 02 lớp, lớp thứ nhất ngày 08/4, lớp thứ hai ngày 15/4.",
            ["Tập huấn sơ cấp cứu cho giáo viên", "Tập huấn sơ cấp cứu cho giáo viên"],
        ),
        (
            "1. Bồi dưỡng tổ trưởng 02 lớp: lớp 1 ngày 12-13/4 tại Bình Lâm, lớp 2 ngày 19-20/4 tại huyện An Hà.",
            ["Bồi dưỡng tổ trưởng", "Lớp 2: Bồi dưỡng tổ trưởng"],
        ),
        (
            "1. Giao ban khối trường học vào sáng ngày 12/10 và khối doanh nghiệp vào chiều ngày 14/10.",
            ["Giao ban khối trường học", "Khối doanh nghiệp: Giao ban khối trường học"],
        ),
        (
            "1. Phát thanh, đăng bài trên bảng tin của đơn vị; thời gian cao điểm từ ngày 15 đến ngày 20/8/2027.",
            ["Phát thanh, đăng bài trên bảng tin của đơn vị"],
        ),
        ("1. Định kỳ 06 tháng (trước 10/6) và năm (trước 10/11) báo cáo Sở.", ["Báo cáo 06 tháng", "báo cáo"]),
        ("1. Nhân viên y tế trực hội trại ngày 26/3.", ["Nhân viên y tế"]),
        ("1. Công đoàn cấp trên trực tiếp cơ sở: hoàn thành trước ngày 31/5.", ["trực tiếp cơ sở"]),
    ],
)
def test_title_says_what_it_is_about(line: str, titles: list[str]) -> None:
    found = [proposal.title for proposal in only(line) if proposal.start]
    assert len(found) == len(titles)
    assert all(title.casefold() in full.casefold() for title, full in zip(titles, found, strict=True)), found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1. Hưởng ứng Tháng hành động từ ngày 15/11 đến ngày 15/12 với chủ đề “Nhà là nơi an toàn”.", "campaign"),
        ("1. Hưởng ứng Tháng hành động vì an toàn thực phẩm (15/4 - 15/5).", "campaign"),
        ("1. Huấn luyện an toàn vệ sinh lao động nhóm 4 ngày 20/5.", "training"),
        ("1. Rà soát nơi dễ đuối nước và báo cáo kết quả về Sở chậm nhất ngày 10/7.", "report"),
        ("1. Sửa phòng vắt sữa tầng 2 trước ngày 01/6.", "other"),
        ("1. Ra quân dọn vệ sinh, sửa đường ngày 28/3.", "activity"),
    ],
)
def test_kind_is_what_the_words_lead_with(line: str, kind: str) -> None:
    assert [proposal.kind for proposal in only(line) if proposal.start] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "1. Tổng vệ sinh, ngâm đồ chơi bằng dung dịch sát khuẩn.",
        "Việc thường xuyên: giải ngân vốn cho hội viên; nắm tình hình tạm trú.",
        "1. Xây dựng chuyên mục về bình đẳng giới trên\nBáo tỉnh và Đài Phát thanh.",
    ],
)
def test_work_without_a_date_is_found(line: str) -> None:
    found = [proposal for proposal in only(line) if proposal.start is None]
    assert len(found) == 1 + line.count(";")


@pytest.mark.parametrize("line", ["1. Mục đích: tạo sân chơi bổ ích.", "1. Diễn giả: bà Lan."])
def test_aim_or_remark_is_no_work(line: str) -> None:
    assert only(line) == []


def test_work_that_goes_on_all_the_time_takes_no_month_from_its_heading() -> None:
    found = only("Tháng 6\n- Họp chi hội ngày 12/6.\n- Chưa xếp lịch: khám mắt cho đoàn viên; sửa sân cầu lông.")
    assert [proposal.start is None for proposal in found] == [False, True, True]


def test_invitation_names_what_it_invites_to() -> None:
    letter = (
        "CÔNG ĐOÀN TRƯỜNG AN HÀ\nSố: 05/GM-CĐT\n\nGIẤY MỜI\n\n"
        "Ban Chấp hành trân trọng kính mời quý thầy cô tới dự tọa đàm:\n“Cha mẹ cùng con chọn nghề”\n"
        "1. Thời gian: 8h30, sáng 05/3/2027, đón tiếp đại biểu từ 8h00.\n2. Địa điểm: Hội trường A.\n"
    )
    found = [proposal for proposal in read(letter).proposals if proposal.start]
    assert [(str(one.start), one.time, one.kind) for one in found] == [("2027-03-05", "08:30", "seminar")]
    assert "Cha mẹ cùng con chọn nghề" in found[0].title


def test_school_year_after_a_colon_gives_the_year() -> None:
    plan = "TRƯỜNG TIỂU HỌC AN HÀ\nAn Hà, ngày 25 tháng 9 năm 2026\n\nKẾ HOẠCH\nNĂM HỌC: 2026-2027\n\n"
    found = read(plan + "1. Báo cáo tổng kết năm học: trước 30/5.\n").proposals
    assert [str(proposal.start) for proposal in found] == ["2027-05-30"]
