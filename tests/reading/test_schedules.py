"""Programmes by day, week, month and quarter, and how their lines become blocks."""

from __future__ import annotations

import pytest

from campaign.reading import Proposal, read

HEAD = """CÔNG ĐOÀN CƠ SỞ SỞ NỘI VỤ
KẾ HOẠCH
Hoạt động công đoàn năm 2027

Ban Chấp hành thông báo các hoạt động như sau:

"""


def proposals(text: str) -> list[Proposal]:
    return list(read(HEAD + text, year=2027).likely)


def seen(text: str) -> list[str]:
    """Each proposal as "start..end! title at hour": the end where there is one, "!" for a deadline."""
    return [
        f"{one.start or ''}{f'..{one.end}' if one.end else ''}{'!' if one.deadline else ''} {one.title}"
        f"{f' @{one.time}' if one.time else ''}{f'-{one.end_time}' if one.end_time else ''}"
        for one in proposals(text)
    ]


def line(item: str) -> list[str]:
    return seen(f"1. {item}\n")


LINES = {
    "a month and below it dashes with days": (
        "Tháng 7\n- 15/7: Tổ chức trại hè cho con đoàn viên.\n- 27/7: Thăm gia đình thương binh.\n",
        ["2027-07-15 Trại hè cho con đoàn viên", "2027-07-27 Thăm gia đình thương binh"],
    ),
    "a week and below it dashes with days": (
        "Kế hoạch tuần 12\n- 22/3: Họp tổ nữ công.\n- 25/3: Tập huấn kỹ năng hòa giải.\n",
        ["2027-03-22 Họp tổ nữ công", "2027-03-25 Tập huấn kỹ năng hòa giải"],
    ),
    "a range torn at its dash": (
        "1. Tổ chức tuần lễ áo dài từ ngày 01\n- 08/3 tại cơ quan.\n",
        ["2027-03-01..2027-03-08 Tuần lễ áo dài"],
    ),
    "a number below a heading in capitals": (
        "NHIỆM VỤ CUỐI NĂM\n1. Tổng kết hoạt động nữ công trước ngày 10/12.\n",
        ["2027-12-10! Tổng kết hoạt động nữ công"],
    ),
    "a session at the end of a line": (
        "1. Tập dượt văn nghệ chiều\n16/10 và tổng duyệt vào sáng\n19/10.\n",
        ["2027-10-16 Tập dượt văn nghệ", "2027-10-19 Tổng duyệt: Tập dượt văn nghệ"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_lines_go_on_or_begin_anew(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


def test_posting_time_in_brackets_stands_alone() -> None:
    news = "Hội thi áo dài ngành thuế\n(16/02/2027 08:15)\nCông đoàn ngành sẽ tổ chức hội thi áo dài vào ngày 05/3.\n"
    found = read(news).proposals
    assert [(str(one.start), one.quote) for one in found] == [
        ("2027-03-05", "Công đoàn ngành sẽ tổ chức hội thi áo dài vào ngày 05/3.")
    ]


DOTTED = {
    "a session and a day": ("Sinh hoạt câu lạc bộ gia đình trẻ: chiều 14.5.", "2027-05-14"),
    "a range of two days": ("Khám sàng lọc cho lao động nữ: 11 - 13.5.", "2027-05-11..2027-05-13"),
    "two days with one month": ("Kiểm tra bếp ăn tập thể các trạm: ngày 4 và 5.5.", "2027-05-04..2027-05-05"),
    "a day in brackets": ("Thi nấu ăn giữa các tổ (20.5).", "2027-05-20"),
    "a day at the end": ("Giao ban nữ công các đơn vị: 25.5", "2027-05-25"),
}
DOTTED_FRAME = "\n2. Họp chi bộ sáng 2.5 tại phòng khách.\n3. Gửi danh sách đoàn dự thi trước ngày 3.5.\n"


@pytest.mark.parametrize(("item", "days"), DOTTED.values(), ids=DOTTED)
def test_dots_are_days_where_a_text_writes_so(item: str, days: str) -> None:
    assert line(item + DOTTED_FRAME)[0].split(" ")[0] == days


NO_DAYS = {
    "a price": "Trao 12 suất học bổng, mỗi suất 1.5 triệu đồng.",
    "a number of the outline": "Rà soát quy chế theo mục 2.5 của hướng dẫn.",
    "a share": "Vận động đoàn viên tiết kiệm điện, giảm 4.5% so với năm trước.",
    "a version": "Cập nhật phần mềm quản lý đoàn viên phiên bản 3.2.",
    "a telephone": "Niêm yết đường dây tư vấn 0903.12.05 tại các xưởng.",
}


@pytest.mark.parametrize("item", NO_DAYS.values(), ids=NO_DAYS)
def test_other_figures_with_dots_are_no_days_in_such_a_text(item: str) -> None:
    assert [one for one in line(item + DOTTED_FRAME) if one.startswith("2027")] == [
        "2027-05-02 Họp chi bộ",
        "2027-05-03! Gửi danh sách đoàn dự thi",
    ]


def test_one_figure_with_a_dot_is_no_habit() -> None:
    assert all(not one.startswith("2027") for one in line("Kiểm tra độ bền hộp mẫu: 11.5."))


DASHED = {
    "a day after its name": ("Hội thi cắm hoa cấp cơ sở: vòng sơ khảo 22-4.", "2027-04-22"),
    "two days with one month": ("Mở lớp kỹ năng sơ cứu trong 2 ngày 6 và 7-4.", "2027-04-06..2027-04-07"),
    "a range": ("Tham quan nhà máy thủy điện: 17-18/4.", "2027-04-17..2027-04-18"),
}
DASHED_FRAME = "\n2. Khai mạc hội thao ngày 9-4 tại sân công ty.\n3. Nộp hồ sơ khen thưởng trước ngày 20-4.\n"


@pytest.mark.parametrize(("item", "days"), DASHED.values(), ids=DASHED)
def test_dashes_are_days_where_a_text_writes_so(item: str, days: str) -> None:
    assert line(item + DASHED_FRAME)[0].split(" ")[0] == days


@pytest.mark.parametrize(
    "item",
    ["Mỗi tổ cử từ 2-3 người tham gia đội văn nghệ.", "Tập huấn cho cán bộ nữ công, chia thành 4-5 lớp."],
)
def test_counts_with_dashes_are_no_days_in_such_a_text(item: str) -> None:
    assert len([one for one in line(item + DASHED_FRAME) if one.startswith("2027")]) == 2


WEEK = {
    "a name, an hour and a comma": (
        "Thứ Hai, ngày 12/4/2027\n- Chủ tịch: 8 giờ, dự hội nghị cán bộ chủ chốt tại hội trường A.\n",
        ["2027-04-12 Dự hội nghị cán bộ chủ chốt tại hội trường A @08:00"],
    ),
    "two sentences, each with its hour": (
        "THỨ HAI, NGÀY 12/4/2027\n- Phó Chủ tịch: 7 giờ 30’, giao ban khối thi đua. 14 giờ, tiếp đoàn kiểm tra.\n",
        ["2027-04-12 Giao ban khối thi đua @07:30", "2027-04-12 Tiếp đoàn kiểm tra @14:00"],
    ),
    "hours with commas between them": (
        "Thứ Ba (13/4)\n- Sáng: 7h30 chào cờ đầu tuần, 9h00 họp Ban Thường vụ mở rộng\n",
        ["2027-04-13 Chào cờ đầu tuần @07:30", "2027-04-13 Họp Ban Thường vụ mở rộng @09:00"],
    ),
    "one thing at two places": (
        "Thứ Tư (14/4)\n- Giám sát bữa ăn ca: 9 giờ tại xưởng may, 14 giờ tại xưởng nhuộm\n",
        ["2027-04-14 Giám sát bữa ăn ca @09:00", "2027-04-14 Giám sát bữa ăn ca @14:00"],
    ),
    "sessions with hour lines below them": (
        (
            "Thứ Năm (15/4)\nSáng:\n- 8h15: Họp tổ thẩm định.\nChiều:\n- 14h00: Duyệt chương trình văn nghệ.\n"
            "Thứ Sáu (16/4)\n- 9h30: Tiếp công dân định kỳ.\n"
        ),
        [
            "2027-04-15 Họp tổ thẩm định @08:15",
            "2027-04-15 Duyệt chương trình văn nghệ @14:00",
            "2027-04-16 Tiếp công dân định kỳ @09:30",
        ],
    ),
    "a month or quarter that names a thing": (
        "Thứ Sáu (16/4)\n- 8h00: Bình phiếu chăm sóc tháng 3.\n- Tổ 1: hoàn thành báo cáo quý I/2027 trước 16 giờ.\n",
        [
            "2027-04-16 Bình phiếu chăm sóc tháng 3 @08:00",
            "2027-04-16! Hoàn thành báo cáo quý I/2027 trước 16 giờ @16:00",
        ],
    ),
    "a day at the desk asks for nothing": (
        "Thứ Hai (12/4)\n- Chủ tịch: làm việc tại cơ quan.\n- Phó Chủ tịch: nghỉ phép.\n- Văn phòng: 8h00 họp tổ.\n",
        ["2027-04-12 Họp tổ @08:00"],
    ),
    "what is said of a thing is no thing of its own": (
        "Thứ Hai (12/4)\n- 8h00: Hội thảo an toàn điện. Tại phòng 2. Tổ cơ điện chuẩn bị máy chiếu.\n",
        ["2027-04-12 Hội thảo an toàn điện @08:00"],
    ),
    "an hour that lasts": (
        "Thứ Hai (12/4)\n- Thi tay nghề, thời lượng: 2 giờ, 40 thí sinh.\n",
        ["2027-04-12 Thi tay nghề, thời lượng: 2 giờ, 40 thí sinh"],
    ),
    "a remark below the last day": (
        "Thứ Sáu (16/4)\n- 8h00: Họp chi bộ.\nGhi chú:\n- Tổ xe chuẩn bị phương tiện.\n",
        ["2027-04-16 Họp chi bộ @08:00"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WEEK.values(), ids=WEEK)
def test_days_of_a_week_and_their_lines(text: str, expected: list[str]) -> None:
    assert [one for one in seen(text) if one.startswith("2027")] == expected


PERIODS = {
    "a quarter that spells out its months": (
        "QUÝ II/2027 (Tháng 4 - 6)\n1. Khám sức khỏe cho nữ đoàn viên.\n2. Hội thi an toàn ngày 20/5.\n",
        ["2027-04-01..2027-06-30 Khám sức khỏe cho nữ đoàn viên", "2027-05-20 Hội thi an toàn"],
    ),
    "a quarter, its months and their items": (
        "Quý II\nTháng 4\n- Hội thi nấu ăn.\nTháng 5\n- Kiểm tra tủ thuốc.\nQuý III\n- Tổ chức trại hè.\n",
        [
            "2027-04-01..2027-04-30 Hội thi nấu ăn",
            "2027-05-01..2027-05-31 Kiểm tra tủ thuốc",
            "2027-07-01..2027-09-30 Trại hè",
        ],
    ),
    "a plain month above numbers": (
        "Tháng 8\n1. Khen thưởng con đoàn viên học giỏi.\n2. Rà soát nội quy.\nTháng 9\n1. Tổ chức đêm trung thu.\n",
        [
            "2027-08-01..2027-08-31 Khen thưởng con đoàn viên học giỏi",
            "2027-08-01..2027-08-31 Rà soát nội quy",
            "2027-09-01..2027-09-30 Đêm trung thu",
        ],
    ),
    "a day below a numbered line is that line's": (
        "1. Hội thi giọng hát hay\nThứ Bảy, ngày 15/5/2027\n2. Rà soát tủ sách pháp luật.\n",
        [],
    ),
    "a week of days": (
        "Tuần 2 (từ 12 đến 18/4)\n- Ngày 14: họp tổ nữ công.\n- Tổng vệ sinh xưởng.\n",
        ["2027-04-14 Họp tổ nữ công", "2027-04-12..2027-04-18 Tổng vệ sinh xưởng"],
    ),
    "a day below and a list of its own kind": (
        "- Thứ Hai (12/4):\n- 8h00: họp tổ nữ công.\n- Thứ Ba (13/4):\n- 9h00: tập huấn sơ cứu.\n",
        ["2027-04-12 Họp tổ nữ công @08:00", "2027-04-13 Tập huấn sơ cứu @09:00"],
    ),
    "what has a schedule of its own": (
        "Tháng 6\n- Giám sát các tổ theo lịch riêng.\n- Tổ chức ngày hội gia đình.\n",
        ["2027-06-01..2027-06-30 Ngày hội gia đình"],
    ),
    "half a year is too long to be lent": ("II. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n1. Kiện toàn tổ nữ công.\n", []),
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.values(), ids=PERIODS)
def test_months_and_quarters_lend_their_time(text: str, expected: list[str]) -> None:
    assert [one for one in seen(text) if one.startswith("2027")] == expected


def test_capital_letters_stand_above_numbers() -> None:
    places = [
        one.place
        for one in proposals(
            "A. CHĂM LO\n1. Tặng quà nữ đoàn viên trước ngày 5/3.\nB. THI ĐUA\n1. Tổ chức hội thi ngày 8/4.\n"
        )
    ]
    assert places == ["A.1", "B.1"]
