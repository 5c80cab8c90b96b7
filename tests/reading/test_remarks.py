"""What stands in a plan beside its tasks, and the tasks that look nearly like it."""

from __future__ import annotations

import pytest

from campaign.reading import read


def dates(text: str) -> list[str]:
    return [str(p.start)[5:] for p in read(text).proposals if p.start]


def undated(text: str) -> list[str]:
    return [p.title for p in read(text).likely if not p.start]


def plan(*items: str) -> str:
    listed = "\n".join(f"- {item}" for item in items)
    return f"CÔNG ĐOÀN TRƯỜNG SƠN KHÊ\n\nKẾ HOẠCH\nHoạt động nữ công năm 2026\n\nI. NỘI DUNG\n{listed}\n"


def news(body: str) -> str:
    return f"Huyện Sơn Khê chuẩn bị hội sách\nThứ Hai, 04-05-2026 09:20\n\n{body}\n"


@pytest.mark.parametrize(
    "line",
    [
        "BGH, BCH Công đoàn trường",
        "05 tổ công đoàn khối văn phòng",
        "01 giải Nhất: 3.000.000 đồng",
        "Vé vào cửa: 20.000đ/lượt",
        "Cấp xã từ 30% trở lên",
        "Hội diễn nhằm khơi dậy tình yêu văn nghệ",
        "Tổ chức trang trọng, tiết kiệm, không phô trương",
        "Họp đột xuất khi Trưởng ban yêu cầu",
        "Ban Tổ chức không hoàn lại ảnh",
        "Có ít nhất 2/3 số ủy viên có mặt",
        "Năm 2024 có 12/15 tổ đạt danh hiệu tiên tiến",
        "Lên xe về lại thị trấn",
        "Đúng 5 giờ 30 phút tập trung tại cổng",
        "Thực hiện Chỉ thị số 07-CT/HU của Huyện ủy",
        "Chủ đề: “Mỗi trang sách một niềm vui”",
    ],
)
def test_line_beside_the_tasks_is_no_task(line: str) -> None:
    assert undated(plan(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Công đoàn trường tổ chức hội diễn nhằm khơi dậy tình yêu văn nghệ",
        "Công đoàn trường tổ chức hội thảo kỹ năng sống",
        "Tổ Văn mượn âm thanh của xã",
        "Rà soát danh sách nữ đoàn viên",
        "Thăm hỏi đoàn viên khi ốm đau",
        "Tổ chức hội thi cắm hoa",
        "Thực hiện chế độ báo cáo quý về Công đoàn ngành",
        "Treo băng rôn tại cổng trường",
    ],
)
def test_task_in_nearly_the_same_words_stays(line: str) -> None:
    assert len(undated(plan(line))) == 1


@pytest.mark.parametrize("place", ["Quận 3", "Phường 12", "Sơn Khê", "Trường THCS Sơn Khê số 2", "TP. Vinh"])
def test_place_with_a_number_dates_the_document(place: str) -> None:
    text = f"CÔNG ĐOÀN SƠN KHÊ\n\nKẾ HOẠCH\nHội sách\n\n{place}, ngày 05 tháng 3 năm 2026\n\n- Khai mạc ngày 12/4."
    assert dates(text) == ["04-12"]


def test_gathering_before_a_date_is_no_place() -> None:
    text = "CÔNG ĐOÀN SƠN KHÊ\n\nKẾ HOẠCH\nHội sách\n\nLễ khai mạc hội sách, ngày 05 tháng 3 năm 2026\n"
    assert dates(text) == ["03-05"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Năm 2025, hội sách được tổ chức từ ngày 2 đến 5-6 tại Hà Tĩnh.", []),
        ("Hội sách sẽ mở cửa từ ngày 2 đến 5-6.", ["06-02"]),
        ("Ngày Gia đình Việt Nam năm 2026 có chủ đề “Bữa cơm nhà”.", []),
        ("Đường dây 1900 1234 (giờ hành chính, trừ 2/9).", []),
        ("Bài chưa được đăng trên báo nào trước ngày 5/5.", []),
        ("Đơn vị chưa được kiểm tra cần gửi hồ sơ trước ngày 20/5.", ["05-20"]),
        ("Hạn nộp bài được gia hạn đến ngày 30/6/2026 (trước đó là ngày 30/5/2026).", ["06-30"]),
        ("Liên hoan do huyện tổ chức trong hai đêm 26 và 27/6.", ["06-26"]),
    ],
)
def test_dates_of_a_news_sentence(sentence: str, expected: list[str]) -> None:
    assert dates(news(sentence)) == expected


def test_links_to_other_news_end_the_text() -> None:
    body = "Hội sách sẽ mở cửa ngày 12/6.\nPhòng Văn hóa mời bạn đọc.\n\n"
    link = "Hội thi nấu ăn mừng ngày Quốc tế Thiếu nhi (20/05/2026)"
    assert dates(news(f"{body}Các tin khác\n{link}")) == ["06-12"]
    assert len(dates(news(f"{body}{link}"))) > 1


def test_speaker_stands_in_no_title() -> None:
    said = "Cũng theo bà Hoa, trong quý IV, huyện sẽ khảo sát thư viện các xã."
    assert next(p.title for p in read(news(said)).proposals).startswith("Khảo sát thư viện")
