"""Tables of plans in every form they come in.

With tabs, bars or gaps, a cell a line, a row a line; whatever the order of their columns.
"""

from __future__ import annotations

import pytest

from campaign.reading import Proposal, read
from campaign.reading.time.timecells import cell_moments

HEAD = """CÔNG ĐOÀN CƠ SỞ SỞ NỘI VỤ
KẾ HOẠCH
Hoạt động nữ công năm 2027

Ban Nữ công thông báo lịch các hoạt động trong năm như sau:

"""


def proposals(table: str) -> list[Proposal]:
    return list(read(HEAD + table, year=2027).likely)


def seen(table: str) -> list[str]:
    """Each proposal as "start..end! title": the end where there is one, "!" for a deadline."""
    return [
        f"{one.start or ''}{f'..{one.end}' if one.end else ''}{'!' if one.deadline else ''} {one.title}"
        for one in proposals(table)
    ]


STACKED_FULL = [
    "2027-01-20! Xây dựng kế hoạch tuyên truyền",
    "2027-04-01..2027-06-30 Biên soạn sổ tay pháp luật dành cho lao động nữ",
    "2027-04-28 Đối thoại định kỳ",
]
LAYOUTS = {
    "a cell a line, the header in two lines, a cell empty": (
        (
            "TT\nNội dung\ncông việc\nĐơn vị\nchủ trì\nĐơn vị phối hợp\nThời gian\nhoàn thành\nKinh phí\n(triệu đồng)\n"
            "1\nXây dựng kế hoạch tuyên truyền\nPhòng Tổ chức\nVăn phòng\nTrước 20/01/2027\n0\n"
            "2\nBiên soạn sổ tay pháp luật dành cho\nlao động nữ\nBan Nữ công\nPhòng Pháp chế\nQuý II/2027\n12\n"
            "3\nĐối thoại định kỳ\nBCH Công đoàn\nTừ 8h00 ngày 28/4/2027\n5\n"
        ),
        STACKED_FULL,
    ),
    "a cell a line, numbers with a zero, a note in small letters or none": (
        (
            "STT\nCông việc\nChủ trì\nThời hạn\nGhi chú\n"
            "01\nKiểm kê tủ thuốc các xưởng\nY tế\nTuần 2 tháng 02/2027\nmẫu BM-07\n"
            "02\nĐào tạo tổ trưởng nữ\nP. Nhân sự\n6, 13 và 20/3/2027\n"
            "03\nCập nhật nội quy nhà ăn\nP. Hành chính\n"
            "04\nBáo cáo năm trình Giám đốc\nP. Nhân sự\nChậm nhất 18/12/2027\nphòng họp 2\n"
        ),
        [
            "2027-02-08..2027-02-14 Kiểm kê tủ thuốc các xưởng",
            "2027-03-06 Đào tạo tổ trưởng nữ",
            "2027-03-13 Đào tạo tổ trưởng nữ",
            "2027-03-20 Đào tạo tổ trưởng nữ",
            " Cập nhật nội quy nhà ăn",
            "2027-12-18! Báo cáo năm trình Giám đốc",
        ],
    ),
    "a cell a line, without numbers": (
        (
            "Nội dung\nThời gian\nĐịa điểm\n"
            "Gặp mặt nữ cán bộ hưu trí\n02/3/2027\nHội trường tầng 1\n"
            "Tập huấn kỹ năng ứng phó với bạo lực trên\nkhông gian mạng\n14h00 ngày 18/5/2027\nPhòng họp A\n"
            "Giải cầu lông nữ\nTháng 9/2027\nNhà thi đấu\n"
        ),
        [
            "2027-03-02 Gặp mặt nữ cán bộ hưu trí",
            "2027-05-18 Tập huấn kỹ năng ứng phó với bạo lực trên không gian mạng",
            "2027-09-01..2027-09-30 Giải cầu lông nữ",
        ],
    ),
    "a cell a line, the time first and its cell merged": (
        (
            "Thời gian\nNội dung\nĐịa điểm\nChủ trì\n"
            "Tháng 3\nHội nghị giao ban\nPhòng họp 1\nBà Hà\n"
            "Ra mắt câu lạc bộ Nữ trí thức\nHội trường B\nBà Thu\n"
            "26/3\nGiải chạy việt dã\nSân vận động\nĐoàn Thanh niên\n"
        ),
        [
            "2027-03-01..2027-03-31 Hội nghị giao ban",
            "2027-03-01..2027-03-31 Ra mắt câu lạc bộ Nữ trí thức",
            "2027-03-26 Giải chạy việt dã",
        ],
    ),
    "a cell a line, chapters between the rows": (
        (
            "TT\nNội dung\nThời gian\nPhụ trách\n"
            "I\nCông tác tuyên truyền\n1\nTreo băng rôn mừng 8/3\n01/3 - 08/3\nVăn phòng\n"
            "2\nPhát thanh chuyên đề\nHàng tháng\nTổ truyền thông\n"
            "II\nCông tác chăm lo\n1\nThăm công nhân nữ khó khăn\nTháng 5\nBCH\n2\nKhám tầm soát ung thư\n15.9\nY tế\n"
        ),
        [
            "2027-03-01..2027-03-08 Treo băng rôn mừng 8/3",
            " Phát thanh chuyên đề",
            "2027-05-01..2027-05-31 Thăm công nhân nữ khó khăn",
            "2027-09-15 Khám tầm soát ung thư",
        ],
    ),
    "a cell a line, over two pages": (
        (
            "STT\nNội dung\nThời gian\nPhụ trách\n1.\nTổ chức ngày hội gia đình\nTừ 25/6 đến\n28/6/2027\nBan Nữ công\n"
            "- 2 -\nSTT\nNội dung\nThời gian\nPhụ trách\n2.\nThăm trại trẻ mồ côi\nTrong tháng 8\nBan Nữ công\n"
        ),
        ["2027-06-25..2027-06-28 Ngày hội gia đình", "2027-08-01..2027-08-31 Thăm trại trẻ mồ côi"],
    ),
    "a cell a line, the time before what is done": (
        (
            "TT\nThời gian\nNội dung\nThành phần\nĐịa điểm\n1\n8h00 ngày 12/3\nHội nghị người lao động\nToàn thể\n"
            "Hội trường\n2\n14h00 ngày 13/3\nHọp Ban Chấp hành mở rộng\nBCH, tổ trưởng\nPhòng họp 1\n"
        ),
        ["2027-03-12 Hội nghị người lao động", "2027-03-13 Họp Ban Chấp hành mở rộng"],
    ),
    "a cell a line, bare months": (
        "Tháng\nHoạt động\nBộ phận\n3\nGiao lưu văn nghệ\nTổ 1\n6\nDu khảo về nguồn\nBCH\n",
        ["2027-03-01..2027-03-31 Giao lưu văn nghệ", "2027-06-01..2027-06-30 Du khảo về nguồn"],
    ),
    "a cell a line, two columns": (
        "Thời gian\nNội dung\n05/3\nGặp mặt nữ đoàn viên\nTháng 5\nHội thao công nhân\n",
        ["2027-03-05 Gặp mặt nữ đoàn viên", "2027-05-01..2027-05-31 Hội thao công nhân"],
    ),
    "a row a line, the time in the middle": (
        (
            "TT Nội dung công việc Thời gian thực hiện Đơn vị phụ trách\n"
            "1 Tổ chức tọa đàm kỷ niệm 8/3 05/3/2027 Ban Nữ công\n"
            "2 Tập huấn kỹ năng bình đẳng giới cho cán bộ\ncông đoàn các tổ Tháng 5/2027 Phòng Tổ chức\n"
            "3 Nộp báo cáo tổng kết năm Trước 15/12/2027 Văn phòng\n"
        ),
        [
            "2027-03-05 Tọa đàm kỷ niệm 8/3",
            "2027-05-01..2027-05-31 Tập huấn kỹ năng bình đẳng giới cho cán bộ công đoàn các tổ",
            "2027-12-15! Nộp báo cáo tổng kết năm",
        ],
    ),
    "a row a line, the time last": (
        (
            "STT Nhiệm vụ Chủ trì Sản phẩm Thời hạn\n"
            "1 Rà soát chính sách lao động nữ Ban Nữ công Báo cáo 15/4/2027\n"
            "2 Hội thi duyên dáng áo dài Đoàn Thanh niên Tháng 10\n"
        ),
        ["2027-04-15! Rà soát chính sách lao động nữ", "2027-10-01..2027-10-31 Hội thi duyên dáng áo dài"],
    ),
    "a row a line, the time first": (
        (
            "STT Thời gian Nội dung Người phụ trách\n1 05/3/2027 Gặp mặt nữ viên chức Chị Hoa\n"
            "2 Tháng 6 Thăm làng trẻ SOS Ban Nữ công\n"
        ),
        ["2027-03-05 Gặp mặt nữ viên chức", "2027-06-01..2027-06-30 Thăm làng trẻ SOS"],
    ),
    "a row a line, days in a list": (
        "TT Nội dung Thời hạn Chủ trì\n1 Huấn luyện sơ cấp cứu 15, 22 và 29/8/2027 Phòng Y tế\n",
        [f"2027-08-{day} Huấn luyện sơ cấp cứu" for day in (15, 22, 29)],
    ),
    "tabs, months between the rows": (
        (
            "STT\tNội dung\tThời gian\tPhụ trách\nTháng 3\n1\tGặp mặt nữ đoàn viên\t06/3\tBan Nữ công\n"
            "2\tHội thi cắm hoa\t\tTổ 2\nTháng 6\n3\tTrao quà cho con đoàn viên\t04/6\tBCH\n"
        ),
        [
            "2027-03-06 Gặp mặt nữ đoàn viên",
            "2027-03-01..2027-03-31 Hội thi cắm hoa",
            "2027-06-04 Trao quà cho con đoàn viên",
        ],
    ),
    "tabs, a month that fills a row, and a chapter": (
        (
            "STT\tNội dung\tThời gian\tPhụ trách\n\tTháng 3\t\t\n1\tHội thi cắm hoa\t\tTổ 2\n"
            "II\tChăm lo đời sống\t\t\n2\tTham quan Đền Hùng\tQuý III\tBCH\n"
        ),
        ["2027-03-01..2027-03-31 Hội thi cắm hoa", "2027-07-01..2027-09-30 Tham quan Đền Hùng"],
    ),
    "tabs, an end alone is a limit": (
        (
            "Việc cần làm\tNgười phụ trách\tThời gian hoàn thành\nRà soát danh sách nữ viên chức\tChị Lan\t15/02/2027\n"
            "Nộp báo cáo quý I\tAnh Tú\t25/3/2027\n"
        ),
        ["2027-02-15! Rà soát danh sách nữ viên chức", "2027-03-25! Nộp báo cáo quý I"],
    ),
    "tabs, months as numbers": (
        (
            "Tháng\tNội dung\tChủ trì\n3\tTọa đàm về sức khỏe sinh sản\tY tế\n\tHội thi nấu ăn\tTổ 1\n"
            "4 - 5\tKhám sức khỏe định kỳ\tY tế\n"
        ),
        [
            "2027-03-01..2027-03-31 Tọa đàm về sức khỏe sinh sản",
            "2027-03-01..2027-03-31 Hội thi nấu ăn",
            "2027-04-01..2027-05-31 Khám sức khỏe định kỳ",
        ],
    ),
    "tabs, quarters as numerals": (
        "Quý\tNội dung\tPhụ trách\nII\tTổng kiểm tra sức khỏe\tY tế\nIII, IV\tĐối thoại tại nơi làm việc\tBCH\n",
        [
            "2027-04-01..2027-06-30 Tổng kiểm tra sức khỏe",
            "2027-07-01..2027-09-30 Đối thoại tại nơi làm việc",
            "2027-10-01..2027-12-31 Đối thoại tại nơi làm việc",
        ],
    ),
    "tabs, day and month apart": (
        (
            "Ngày\tTháng\tNội dung\tNgười thực hiện\n5\t3\tHội thi cắm hoa\tChị Mai\n20\t\tThăm mái ấm\tChị Lê\n"
            "15\t10\tGiải kéo co\tAnh Vũ\n"
        ),
        ["2027-03-05 Hội thi cắm hoa", "2027-03-20 Thăm mái ấm", "2027-10-15 Giải kéo co"],
    ),
    "tabs, a header of two rows and numbers under it": (
        (
            "TT\tNội dung\tThời gian\t\tĐơn vị\n\t\tBắt đầu\tKết thúc\t\n(1)\t(2)\t(3)\t(4)\t(5)\n"
            "1\tKhảo sát nhu cầu đào tạo\t01/4/2027\t15/4/2027\tPhòng TCCB\n"
        ),
        ["2027-04-01..2027-04-15 Khảo sát nhu cầu đào tạo"],
    ),
    "tabs, a cell broken by a line end": (
        (
            "STT\tNội dung\tThời gian\tPhụ trách\n1\tHội nghị\ncán bộ nữ chủ chốt\t12/3/2027\tBan Nữ công\n"
            "2\tGiải cầu lông\t20/5/2027\tTổ 3\n"
        ),
        ["2027-03-12 Hội nghị cán bộ nữ chủ chốt", "2027-05-20 Giải cầu lông"],
    ),
    "bars without a frame": (
        "TT | Hoạt động | Hạn | Người làm\n1 | Nộp danh sách khen thưởng | 10/11 | Chị Hạnh\n",
        ["2027-11-10! Nộp danh sách khen thưởng"],
    ),
    "two tables": (
        (
            "I. Hội thao\nSTT\tNội dung\tThời gian\n1\tGiải bóng bàn\t12/3/2027\n2\tVăn nghệ\t13/3/2027\n"
            "II. Báo cáo\nThời hạn\tBáo cáo\tNơi nhận\nTrước 15/6\tBáo cáo 6 tháng\tLĐLĐ tỉnh\n"
        ),
        ["2027-03-12 Giải bóng bàn", "2027-03-13 Văn nghệ", "2027-06-15! Báo cáo 6 tháng"],
    ),
    "gaps, cells over two lines": (
        (
            "STT   Nội dung                               Thời gian          Đơn vị thực hiện\n"
            "1     Tập huấn nghiệp vụ cho cán bộ          Quý II/2027        Phòng Tổ chức\n"
            "      công đoàn các phòng                                       cán bộ\n"
            "2     Nộp báo cáo năm                        Trước 10/12/2027   Văn phòng\n"
        ),
        [
            "2027-04-01..2027-06-30 Tập huấn nghiệp vụ cho cán bộ công đoàn các phòng",
            "2027-12-10! Nộp báo cáo năm",
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_table_gives_its_rows_in_every_layout(layout: str) -> None:
    table, expected = LAYOUTS[layout]
    assert seen(table) == expected


def test_cells_of_a_torn_row_are_its_place_and_its_people() -> None:
    meeting = proposals(LAYOUTS["a cell a line, the time before what is done"][0])[1]
    assert (meeting.time, meeting.venue, meeting.audience) == ("14:00", "Phòng họp 1", "BCH, tổ trưởng")
    plan, book, _ = proposals(LAYOUTS["a cell a line, the header in two lines, a cell empty"][0])
    assert (plan.in_charge, plan.partners) == ("Phòng Tổ chức", "Văn phòng")
    assert (book.in_charge, book.partners) == ("Ban Nữ công", "Phòng Pháp chế")


def test_schedule_of_a_week_takes_hour_and_session_from_their_column() -> None:
    table = (
        "Thứ, ngày\tBuổi\tNội dung\tĐịa điểm\n"
        "Thứ Hai (05/4/2027)\tSáng\t8h00: Giao ban lãnh đạo\tPhòng họp 1\n"
        "\tChiều\tTiếp đoàn công tác Bộ Nội vụ\tPhòng khách\n"
        "Thứ Ba (06/4/2027)\tSáng\tTập huấn phần mềm\tHội trường\n"
        "\tChiều\tLàm việc tại cơ quan\t\n"
    )
    assert [(str(one.start), one.time, one.session, one.title) for one in proposals(table)] == [
        ("2027-04-05", "08:00", "sáng", "Giao ban lãnh đạo"),
        ("2027-04-05", None, "chiều", "Tiếp đoàn công tác Bộ Nội vụ"),
        ("2027-04-06", None, "sáng", "Tập huấn phần mềm"),
    ]


def test_day_torn_over_two_lines_holds_for_both() -> None:
    table = (
        "Ngày            Giờ      Nội dung                                Địa điểm\n"
        "Thứ Ba          8h30     Tiếp đoàn khảo sát về chính sách nhà    P.12\n"
        "13/4/2027                ở cho lao động nữ\n"
        "Thứ Tư          8h00     Khai mạc lớp tin học                    P.14\n"
        "14/4/2027       15h00    Họp tổng kết dự án                      P.11\n"
    )
    assert [(str(one.start), one.time, one.title) for one in proposals(table)] == [
        ("2027-04-13", "08:30", "Tiếp đoàn khảo sát về chính sách nhà ở cho lao động nữ"),
        ("2027-04-14", "08:00", "Khai mạc lớp tin học"),
        ("2027-04-14", "15:00", "Họp tổng kết dự án"),
    ]


def test_agenda_of_hours_without_a_day_is_no_list_of_duties() -> None:
    assert not seen(
        "Thời gian\tNội dung\tĐịa điểm\n08h00 - 08h30\tĐón tiếp đại biểu\tSảnh A\n8h30\tHội thảo\tHội trường\n"
    )


def test_note_gives_the_hour_the_day_or_a_duty_of_its_own() -> None:
    table = (
        "STT\tNội dung\tThời gian\tGhi chú\n"
        "1\tHội thi tìm hiểu luật\t12/5/2027\tGửi danh sách đội thi trước ngày 05/5\n"
        "2\tTham quan học tập\tTháng 7\tdự kiến 02 ngày\n3\tTập huấn nữ công\tQuý III\tngày 15/8\n"
        "4\tDiễn tập chữa cháy\t16.9\t13h30 - 16h00, xưởng 2\n"
        "5\tGiải bóng bàn\t20/9\tlần trước: 9/2025, 1.500 người xem\n"
    )
    assert seen(table) == [
        "2027-05-12 Hội thi tìm hiểu luật",
        "2027-05-05! Gửi danh sách đội thi",
        "2027-07-01..2027-07-31 Tham quan học tập",
        "2027-08-15 Tập huấn nữ công",
        "2027-09-16 Diễn tập chữa cháy",
        "2027-09-20 Giải bóng bàn",
    ]
    assert [one.time for one in proposals(table)][4] == "13:30"


def test_what_stands_around_a_torn_table_is_not_in_it() -> None:
    table = (
        "Chỉ tiêu: 90% nữ đoàn viên tham gia.\n\n"
        "TT\nNội dung\nThời gian\nPhụ trách\n1\nRa quân trồng cây\n01/3\nChị Vân\n2\nTổng kết phong trào\n"
        "Xong trước 15/11\nBCH\n\nNgười lập biểu: Lê Vân, phòng B2-105\nChủ tịch\n"
    )
    assert seen(table) == ["2027-03-01 Ra quân trồng cây", "2027-11-15! Tổng kết phong trào"]
    assert proposals(table)[1].in_charge == "BCH"


def test_bracket_under_the_title_that_names_the_source_is_no_event() -> None:
    for source in ("Thông qua tại Hội nghị ngày 15/01/2027", "Kèm theo Quyết định số 5/QĐ-CĐ ngày 15/01/2027"):
        text = f"CÔNG ĐOÀN TRƯỜNG\n\nCHƯƠNG TRÌNH HOẠT ĐỘNG NĂM 2027\n({source})\n\n- Ngày 5/3: gặp mặt nữ giáo viên.\n"
        assert [str(one.start) for one in read(text).likely] == ["2027-03-05"]


def test_place_alone_is_where_the_thing_before_it_is_held() -> None:
    (meeting,) = proposals("1. Ngày 5/4/2027: họp tổ nữ công. Tại phòng họp số 3.\n")
    assert (str(meeting.start), meeting.venue) == ("2027-04-05", "phòng họp số 3")


def test_cells_beside_the_numbers_of_rows_are_no_running_heads() -> None:
    rows = "".join(f"{n}\nHội thi số {n + 20}\n{n + 1}/{n}/2027\nBan Nữ công\n" for n in range(1, 8))
    found = proposals(f"TT\nNội dung\nThời gian\nPhụ trách\n{rows}")
    assert [one.in_charge for one in found] == ["Ban Nữ công"] * 7


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("15.4", [(15, 4)]),
        ("trước 04.10", [(4, 10)]),
        ("8-3", [(8, 3)]),
        ("8-3-2027", [(8, 3)]),
        ("15, 22 và 29/8/2027", [(15, 8), (22, 8), (29, 8)]),
        ("05, 12/3; 19/4", [(5, 3), (12, 3), (19, 4)]),
        ("trong tháng 3 (dự kiến 25/3)", [(25, 3)]),
        ("1,5", []),
        ("2.500.000", []),
    ],
)
def test_time_cell_names_days(cell: str, days: list[tuple[int, int]]) -> None:
    assert [(one.first.number, one.first.month) for one in cell_moments(cell)] == days


@pytest.mark.parametrize(
    ("cell", "last"),
    [("tháng 8 và tháng 9", 9), ("tháng 3, tháng 4 và tháng 5", 5), ("tháng 01 - 3/2027", 3), ("3.2027", 3)],
)
def test_months_that_follow_each_other_are_one_span(cell: str, last: int) -> None:
    (moment,) = cell_moments(cell)
    assert (moment.last.unit, moment.last.month) == ("month", last)


def test_months_apart_are_several() -> None:
    assert [one.first.month for one in cell_moments("tháng 3, 6, 9, 12")] == [3, 6, 9, 12]
