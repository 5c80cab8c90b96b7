"""What has a date and is no event, beside what is one in nearly the same words.

Each case gives the dates that a person would put on the calendar; the years come from the text.
"""

from __future__ import annotations

import pytest

from campaign.reading import read


def dates(text: str) -> list[str]:
    """The dated proposals of a text, in order: "05-12", or "06-01..06-30" for a span."""
    found = [proposal for proposal in read(text).proposals if proposal.start]
    return [str(p.start)[5:] + (f"..{str(p.end)[5:]}" if p.end else "") for p in found]


def titles(text: str) -> list[str]:
    return [proposal.title for proposal in read(text).proposals if proposal.start]


def test_who_says_it_and_what_links_it_stand_in_no_title() -> None:
    said = "Ông Vinh cho biết thêm, hội sách mở cửa ngày 20/6. Theo đó, lễ khai mạc diễn ra tối 21/6."
    assert titles(news(said)) == ["Hội sách mở cửa", "Lễ khai mạc"]


def undated(text: str) -> list[str]:
    return [proposal.title for proposal in read(text).likely if not proposal.start]


def news(body: str) -> str:
    return f"Công đoàn huyện Sơn Khê chuẩn bị các hoạt động hè\nThứ Hai, 04-05-2026 09:20\n\n{body}\n"


def programme(body: str) -> str:
    return f"LIÊN ĐOÀN LAO ĐỘNG HUYỆN SƠN KHÊ\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 6/2026\n\n{body}\n"


def notice(title: str, body: str) -> str:
    return f"CÔNG ĐOÀN CÔNG TY GỐM HOA\nHà Giang, ngày 10 tháng 3 năm 2026\n\nTHÔNG BÁO\n{title}\n\n{body}\n"


# Sentences


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sở vừa ban hành Kế hoạch số 12/KH-SVH ngày 20/4 về tổ chức hội sách từ ngày 2/6 đến 5/6.", ["06-02..06-05"]),
        ("Liên đoàn vừa có công văn đề nghị các đơn vị nộp danh sách trước ngày 15/5.", ["05-15"]),
        ("Liên đoàn đã ban hành hướng dẫn tổ chức ngày hội gia đình vào ngày 27/6.", ["06-27"]),
        ("Huyện đoàn vừa tổ chức lễ ra quân ngày 28/5.", []),
        ("Nhà trường vừa khánh thành phòng đọc trong tháng 5.", []),
        ("Sáng 20-5, bà Lan cho biết hội chợ sẽ mở cửa ngày 12-6.", ["06-12"]),
        ("Ngày 20/5, đại diện ban tổ chức cho hay giải bóng đá nữ khởi tranh ngày 7/6.", ["06-07"]),
        ("Trước ngày 20/5, các đơn vị cho biết số người tham dự.", ["05-20"]),
        ("Hội thi (vòng loại tổ chức ngày 9-5 vừa qua) sẽ trao giải ngày 30-6.", ["06-30"]),
        ("Trước đó, chiều 8/5, huyện đã tặng quà 20 gia đình.", []),
        ("Theo khảo sát tháng 5-2026, nữ công nhân làm thêm 40 giờ.", []),
        ("Theo kế hoạch khảo sát, tháng 6/2026 lấy ý kiến nữ công nhân.", ["06-01..06-30"]),
        ("Một nửa số tai nạn xảy ra trong tháng 5 và tháng 6.", []),
        ("Từ ngày 10/5/2026 đến nay, huyện phát 300 suất quà.", []),
        ("Từ ngày 10/5/2026 đến ngày 20/6/2026, huyện phát quà cho trẻ em.", ["05-10..06-20"]),
        ("Tháng an toàn lao động kéo dài từ 15/5 đến 15/6.", ["05-15..06-15"]),
        ("Hạn nhận bài kéo dài từ 15/5 đến 15/6.", ["06-15"]),
        ("Trận chung kết lùi sang ngày 14-6 thay vì ngày 7-6.", ["06-14"]),
        ("Hội nghị chuyển sang tháng 7 thay vì tháng 6.", ["07-01..07-31"]),
        ("Theo kế hoạch ban đầu, hội trại mở ngày 6/6.", []),
        ("Lễ tôn vinh: 8 giờ ngày 5/6 (năm trước tổ chức ngày 7/6).", ["06-05"]),
        ("Báo cáo năm trước ngày 5/12.", ["12-05"]),
        ("Lễ phát động dời sang ngày 30/6 (trước đây dự kiến ngày 24/6).", ["06-30"]),
        ("Huyện thu 4 tấn rác; riêng quý I đạt 2 tấn.", []),
        ("Các xã đã gửi báo cáo trước ngày 12/5 không phải gửi lại.", []),
        ("Ngày 2/5, Bộ có Công văn số 14/BVH về Ngày Gia đình Việt Nam.", []),
        ("Theo kế hoạch, hội trại mở ngày 6/6.", ["06-06"]),
        ("Đêm văn nghệ diễn ra tối 20/6 tại sân vận động 30/4.", ["06-20"]),
    ],
)  # fmt: skip
def test_sentence_of_the_news_gives_what_is_ahead(sentence: str, expected: list[str]) -> None:
    assert dates(news(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Quy chế được thông qua tại Hội nghị cán bộ, ngày 12/01/2026.", []),
        ("Quy chế sẽ được thông qua tại Hội nghị cán bộ, ngày 12/6/2026.", ["06-12"]),
        ("Nộp sáng kiến trước 12/6, đơn vị nào nộp muộn coi như không tham gia.", ["06-12"]),
        ("Đơn vị nộp sau ngày 12/6 bị trừ điểm.", []),
        ("Không làm việc ngày 12/6.", []),
        ("Tổ chức hội thao ngày 12/6, không làm vào ngày 11/6.", ["06-12"]),
        ("Tỷ lệ tai nạn dưới 2,5/1.000 người.", []),
        ("Cho vay vốn (quý II đạt 40% kế hoạch).", []),
        ("Tạm hoãn hội diễn ngày 12/6 cho đến khi có thông báo mới.", []),
        ("Hoãn hội diễn ngày 12/6 đến ngày 20/6.", ["06-20"]),
        ("Các đơn vị đã đăng ký gửi hồ sơ trước ngày 12/6.", ["06-12"]),
        ("Trước tình hình thiên tai, Hội đã hỗ trợ các xã trong các ngày 2-5/6.", []),
        ("Ngày 2/6, Ban Chấp hành đã họp, thống nhất sẽ mở lớp dạy nghề ngày 22/6.", ["06-22"]),
    ],
)
def test_item_of_a_programme_gives_what_is_to_be_done(sentence: str, expected: list[str]) -> None:
    assert dates(programme(f"1. {sentence}\n2. Lưu hồ sơ.")) == expected


# Sections


RESULTS = "Mở 03 lớp nấu ăn (06/5 và 13/5) cho 60 lượt người. Ngày 20/5 tổ chức giao ban."
AHEAD = "Giao ban cụm thi đua ngày 19/6."


@pytest.mark.parametrize(
    ("heading", "next_heading"),
    [
        ("I. Kết quả tháng 5", "II. Nhiệm vụ tháng 6"),
        ("I/ Kết quả tháng 5", "II/ Chương trình tháng 6"),
        ("A. KẾT QUẢ CÔNG TÁC THÁNG 5", "B. CÔNG TÁC THÁNG 6"),
        ("Phần I. Tình hình thực hiện nhiệm vụ tháng 5/2026", "Phần II. Nhiệm vụ tháng 6/2026"),
        ("I. Công tác tháng 5", "II. Công tác tháng 6"),
        ("Kết quả công tác tháng 5", "Công tác trọng tâm tháng 6"),
        ("I. Những việc đã làm", "II. Những việc sẽ làm"),
        ("Tháng qua", "Tháng tới"),
        ("I. Đặc điểm tình hình", "II. Nhiệm vụ"),
        ("I. Nhìn lại tháng 5", "II. Việc tháng 6"),
        ("Kết quả tháng 5:", "Nhiệm vụ tháng 6:"),
    ],
)
@pytest.mark.parametrize("mark", ["", "- ", "1. "])
def test_results_of_the_month_before_are_no_events(heading: str, next_heading: str, mark: str) -> None:
    text = programme(f"{heading}\n{mark}{RESULTS}\n{next_heading}\n{mark}{AHEAD}")
    assert dates(text) == ["06-19"]


def test_numbered_results_end_with_the_next_number() -> None:
    assert dates(programme(f"1. Đánh giá tình hình tháng qua\n- {RESULTS}\n2. Phương hướng\n- {AHEAD}")) == ["06-19"]


@pytest.mark.parametrize(
    "heading",
    [
        "I. Kết quả cần đạt trong tháng 6",
        "I. Công tác tháng 6",
        "I. Công tác chuẩn bị",
        "I. Kế hoạch tháng 6",
        "I. Báo cáo kết quả tháng 6",
        "I. Hạn chế rác thải nhựa trong tháng 6",
        "I. Hoạt động tháng 7",
    ],
)
def test_other_headings_hide_nothing(heading: str) -> None:
    assert "06-19" in dates(programme(f"{heading}\n- {AHEAD}\nII. Việc khác\n- Lưu hồ sơ."))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Kết quả tháng 5: mở 02 lớp (06/5 và 13/5) cho 60 lượt người.", []),
        ("1. Kết quả tháng 5: gửi về Văn phòng trước ngày 05/6.", ["06-05"]),
        ("1. Gửi kết quả tháng 5 trước ngày 05/6.", ["06-05"]),
        ("1. Đánh giá kết quả: họp ngày 29/6.", ["06-29"]),
    ],
)
def test_results_in_one_line_are_no_events(line: str, expected: list[str]) -> None:
    assert dates(programme(f"{line}\n2. Lưu hồ sơ.")) == expected


@pytest.mark.parametrize(
    "heading", ["B. Nhiệm vụ tháng 6", "II. Triển khai công tác tháng 6, tháng 7", "Sẽ làm trong quý III"]
)
def test_a_heading_with_its_month_is_no_event(heading: str) -> None:
    assert dates(programme(f"{heading}\n1. {AHEAD}")) == ["06-19"]


# Frames


@pytest.mark.parametrize(
    "dateline",
    ["Thứ Hai, 04-05-2026 09:20", "04/05/2026 | 09:20", "Đăng ngày 04.05.2026 - 96 lượt xem"],
)
def test_the_day_of_posting_is_no_event_and_dates_the_news(dateline: str) -> None:
    text = f"Huyện Sơn Khê mở hội sách\n{dateline}\n\nSáng 3-5, huyện họp ban tổ chức. Hội sách khai mạc ngày 20-5.\n"
    assert dates(text) == ["05-20"]
    assert read(text).plan.issued == "2026-05-04"


@pytest.mark.parametrize(
    "caption",
    [
        "Nữ công nhân thi cắm hoa tại hội thi tháng 5/2026. (Ảnh: MINH ANH)",
        "Nữ công nhân thi cắm hoa tại hội thi tháng 5/2026. Ảnh minh họa: Minh Anh",
    ],
)
def test_a_caption_is_no_event(caption: str) -> None:
    assert dates(news(f"{caption}\nHội thi nấu ăn diễn ra ngày 20/6.")) == ["06-20"]


def test_photographs_asked_for_are_no_caption() -> None:
    assert dates(news("Các đơn vị nộp tác phẩm trước 20/6. Ảnh: khổ 20 x 30 cm.")) == ["06-20"]


@pytest.mark.parametrize(
    "line",
    [
        "(Thông qua tại Hội nghị Ban Chấp hành, ngày 15/01/2026)",
        "(Ban hành kèm theo Quyết định số 7/QĐ-CĐ ngày 15/01/2026)",
        "Mã số: KH-CĐ-02    Lần ban hành: 03    Ngày hiệu lực: 15/01/2026",
        "Chủ đề năm: “Đoàn kết, sáng tạo”",
        "(08:10 15/01/2026)",
    ],
)
def test_lines_under_a_title_are_no_part_of_it(line: str) -> None:
    title = "CHƯƠNG TRÌNH CÔNG TÁC NỮ CÔNG NĂM 2026"
    text = f"CÔNG ĐOÀN CÔNG TY GỐM HOA\n\n{title}\n{line}\n\nI. NHIỆM VỤ\n1. Hội thi cắm hoa ngày 06/3.\n"
    assert dates(text) == ["03-06"]
    assert read(text).plan.title == title


def test_a_day_in_brackets_under_a_title_is_the_event() -> None:
    text = "CÔNG ĐOÀN X\n\nKẾ HOẠCH\nTổ chức hội thi cắm hoa\n(Sáng thứ Sáu, ngày 06/3/2026)\n\n1. Nội dung: cắm hoa.\n"
    assert dates(text) == ["03-06"]


def test_the_year_since_which_a_rule_holds_dates_nothing() -> None:
    rule = "1. Các tổ gửi báo cáo trước ngày 05/12 hằng năm."
    text = f"CÔNG TY GỐM HOA\n\nQUY ĐỊNH\nVề báo cáo công tác nữ công\n(áp dụng từ năm 2025, sửa đổi lần 2)\n\n{rule}\n"
    assert [(str(p.start), p.recurs) for p in read(text).proposals if p.start] == [("12-05", "yearly")]


# What is taken back


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Về việc hoãn hội diễn văn nghệ", ["03-25"]),
        ("Về việc gia hạn thời gian nhận bài", ["03-25"]),
        ("Về việc thay đổi lịch hội diễn", ["03-25"]),
        ("Về việc tổ chức hội diễn văn nghệ", ["03-20", "03-25"]),
    ],
)
@pytest.mark.parametrize("cites", ["Theo", "Thực hiện", "Tại"])
def test_a_notice_that_takes_back_cites_what_no_longer_holds(title: str, expected: list[str], cites: str) -> None:
    body = (
        f"{cites} Thông báo số 5/TB-CĐ ngày 02/3/2026, hội diễn khai mạc ngày 20/3/2026.\n"
        "Các tổ gửi danh sách tiết mục trước ngày 25/3/2026."
    )
    assert dates(notice(title, body)) == expected


def test_a_task_beside_the_document_cited_is_kept() -> None:
    body = "Căn cứ Thông báo số 5/TB-CĐ, các tổ gửi danh sách trước ngày 25/3/2026."
    assert dates(notice("Về việc thay đổi lịch hội diễn", body)) == ["03-25"]


def test_a_new_date_beside_the_old_one_is_kept() -> None:
    body = "Theo Thông báo số 5/TB-CĐ ngày 02/3/2026, hội diễn dời từ ngày 20/3 sang ngày 27/3/2026."
    assert dates(notice("Về việc thay đổi lịch hội diễn", body)) == ["03-27"]


# Letters


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Nhân Ngày Quốc tế Phụ nữ (8/3/1910 -\n8/3/2026), Công đoàn kính mời chị tới dự tọa đàm:\n\n“Ăn sạch”",
            "Tọa đàm “Ăn sạch”",
        ),
        ("Công đoàn trân trọng kính mời bà Hoa tham dự hội nghị nữ công.", "Hội nghị nữ công"),
    ],
)
def test_an_invitation_is_titled_by_what_it_invites_to(opening: str, title: str) -> None:
    sides = "1. Thời gian: 14h00, ngày 05/3/2026.\n2. Địa điểm: Phòng 2."
    text = f"CÔNG ĐOÀN CÔNG TY GỐM HOA\n\nGIẤY MỜI\n\n{opening}\n\n{sides}\n"
    assert (dates(text), titles(text)) == (["03-05"], [title])


def test_an_opening_that_announces_a_feast_is_no_event() -> None:
    body = (
        "- Căn cứ Chương trình công tác năm 2026;\n"
        "- Nhân kỷ niệm 96 năm Ngày thành lập Hội LHPN Việt Nam (20/10/1930 -\n20/10/2026), Công đoàn thông báo "
        "kế hoạch như sau:\n"
        "1. Thời gian: 14h00 ngày 19/10/2026."
    )
    assert dates(notice("Về việc gặp mặt nữ đoàn viên", body)) == ["10-19"]


def test_a_subject_in_quotation_marks_may_have_two_lines() -> None:
    text = (
        "ĐOÀN XÃ SƠN KHÊ\nSố: 7-CV/ĐTN\n“V/v Ra quân đồng loạt\nNgày thứ Bảy tình nguyện”\n\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Sơn Khê, ngày 5 tháng 6 năm 2026\n\nKính gửi: Các chi đoàn.\n\n"
        "1. Thời gian: Ngày 13/6/2026\n2. Địa điểm: nhà văn hóa.\n"
    )
    assert (dates(text), titles(text)) == (["06-13"], ["Ra quân đồng loạt Ngày thứ Bảy tình nguyện"])


def test_a_place_under_a_day_is_no_event() -> None:
    day = "Thứ Hai (08/6)\nSáng: 8h00: Họp giao ban. Tại phòng họp số 2."
    text = f"LỊCH CÔNG TÁC TUẦN 24\n(Từ 08/6/2026 đến 12/6/2026)\n\n{day}\n"
    assert titles(text) == ["Họp giao ban"]


# Promises


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ban cũng sẽ mở tủ sách cho nữ công nhân.", ["Mở tủ sách cho nữ công nhân"]),
        ("Nếu mưa, Ban sẽ mở cửa nhà văn hóa.", []),
        ("Thời gian cụ thể sẽ thông báo sau.", []),
    ],
)
def test_a_promise_in_prose_is_a_duty_without_a_date(sentence: str, expected: list[str]) -> None:
    body = f"1. Hội diễn mở màn ngày 20/3/2026.\n2. Mỗi tổ góp 01 tiết mục.\n\n{sentence}"
    assert [title for title in undated(notice("Về hội diễn văn nghệ", body)) if "tổ góp" not in title] == expected
