"""A whole plan of an agency: its head, duties, targets and proposals, and what must not change them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from campaign.reading import Proposal, Reading, read

PLAN = """UBND TỈNH AN HẢI
SỞ KHOA HỌC VÀ CÔNG NGHỆ
Số: 18/KH-SKHCN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Hải, ngày 15 tháng 02 năm 2027

KẾ HOẠCH
Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2027

Thực hiện Kế hoạch số 52/KH-UBND ngày 20/01/2027 của UBND tỉnh, Sở ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức của công chức, viên chức về bình đẳng giới.

II. CHỈ TIÊU
1. Tỷ lệ nữ tham gia cấp ủy đạt từ 20% trở lên.
2. 100% đơn vị trực thuộc có lãnh đạo là nữ.

III. NHIỆM VỤ
1. Gặp mặt nữ công chức nhân kỷ niệm 117 năm Ngày Quốc tế Phụ nữ (08/3/1910 - 08/3/2027)
- Thời gian: 14h00, thứ Sáu, ngày 05/3/2027.
- Địa điểm: Hội trường tầng 2.
- Thành phần: toàn thể nữ công chức, viên chức.
2. Hưởng ứng Tháng hành động quốc gia phòng, chống bạo lực gia đình trong tháng 6.
3. Hưởng ứng Tháng hành động vì bình đẳng giới (từ 15/11 đến 15/12).
4. Ban Nữ công phối hợp tổ chức tọa đàm chào mừng 20/10, dự kiến ngày 19/10.
5. Rà soát quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ.

IV. TỔ CHỨC THỰC HIỆN
- Các phòng, đơn vị gửi báo cáo về Ban Nữ công tỉnh (qua Sở Nội vụ) trước ngày 10/6 và ngày 05/12/2027.
- Treo băng rôn trong Tháng hành động vì bình đẳng giới.

Nơi nhận:
- UBND tỉnh (để b/c);
- Các phòng, đơn vị;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lê Thị Hòa
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(PLAN)


def proposal(reading: Reading, title: str) -> Proposal:
    found = [one for one in reading.proposals if title in one.title]
    assert len(found) == 1, [one.title for one in reading.proposals]
    return found[0]


def test_head_says_who_writes_what_and_when(reading: Reading) -> None:
    head = reading.plan
    assert (head.type, head.number, head.year) == ("kế hoạch", "18/KH-SKHCN", 2027)
    assert (head.superior, head.issuer) == ("UBND TỈNH AN HẢI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert (head.issued_at, head.issued) == ("An Hải", "2027-02-15")
    assert head.title == "Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2027"
    assert (head.signer, head.signer_office) == ("Lê Thị Hòa", "PHÓ GIÁM ĐỐC")


def test_date_of_issue_may_lack_its_day() -> None:
    head = read("SỞ X\nSố: /KH-SX\nX, ngày   tháng 3 năm 2027\n\nKẾ HOẠCH\nNữ công năm 2027\n\n1. Họp Ban.\n").plan
    assert (head.issued, head.number) == ("2027-03", "/KH-SX")


def test_recipients_are_the_entries_of_the_list(reading: Reading) -> None:
    assert reading.recipients == ("UBND tỉnh (để b/c)", "Các phòng, đơn vị", "Lưu: VT")


def test_bases_are_the_documents_with_their_dates(reading: Reading) -> None:
    assert [(basis.kind, basis.number, basis.issued) for basis in reading.bases] == [
        ("Kế hoạch", "52/KH-UBND", "20/01/2027")
    ]


def test_targets_keep_value_and_bound(reading: Reading) -> None:
    assert [(target.value, target.bound, target.indicator) for target in reading.targets] == [
        ("20", "≥", "Tỷ lệ nữ tham gia cấp ủy"),
        ("100", "=", "đơn vị trực thuộc có lãnh đạo là nữ"),
    ]


def test_dated_proposals_in_order(reading: Reading) -> None:
    dated = [(one.kind, str(one.start), str(one.end or ""), one.deadline) for one in reading.proposals if one.start]
    assert dated == [
        ("commemoration", "2027-03-05", "", False),
        ("campaign", "2027-06-01", "2027-06-30", False),
        ("campaign", "2027-11-15", "2027-12-15", False),
        ("seminar", "2027-10-19", "", False),
        ("report", "2027-06-10", "", True),
        ("report", "2027-12-05", "", True),
    ]


def test_labels_belong_to_the_activity_above(reading: Reading) -> None:
    gathering = proposal(reading, "Gặp mặt nữ công chức")
    assert (gathering.time, gathering.venue) == ("14:00", "Hội trường tầng 2")
    assert gathering.audience == "toàn thể nữ công chức, viên chức"
    assert [quote[:11] for quote in gathering.quotes] == ["Thời gian: ", "Gặp mặt nữ "]


def test_who_does_it_is_not_in_the_title(reading: Reading) -> None:
    talk = proposal(reading, "Tọa đàm chào mừng 20/10")
    assert talk.in_charge == "Ban Nữ công"


def test_report_names_its_recipient_and_the_way_there(reading: Reading) -> None:
    report = next(one for one in reading.proposals if one.kind == "report")
    assert (report.report_to, report.through) == ("Ban Nữ công tỉnh", "Sở Nội vụ")


def test_undated_activity_is_proposed_without_a_date(reading: Reading) -> None:
    review = proposal(reading, "Rà soát quy chế")
    assert (review.start, review.precision, review.place) == (None, None, "III.5")


def test_aims_are_no_proposals(reading: Reading) -> None:
    assert not [one for one in reading.proposals if "Nâng cao nhận thức" in one.quote]


def test_duties_point_to_their_proposals(reading: Reading) -> None:
    duty = next(duty for duty in reading.duties if duty.quote.startswith("Hưởng ứng Tháng hành động vì"))
    assert [reading.proposals[i].title for i in duty.proposals] == ["Hưởng ứng Tháng hành động vì bình đẳng giới"]


def test_quotes_stand_in_the_text_at_their_line(reading: Reading) -> None:
    lines = PLAN.split("\n")
    for one in reading.proposals:
        assert all(quote in PLAN for quote in one.quotes)
        assert lines[one.line - 1].strip()[-20:] in one.quote or one.quote in lines[one.line - 1]


def test_json_has_the_promised_keys(reading: Reading) -> None:
    whole = reading.to_json()
    assert {"plan", "duties", "proposals"} <= set(whole)
    promised = {"kind", "title", "start", "end", "precision", "deadline", "recurs", "quote", "quotes", "line"}
    proposals = whole["proposals"]
    assert isinstance(proposals, list)
    assert all(promised <= set(one) for one in proposals)


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", PLAN),
        PLAN.replace("\n", "\r\n"),
        "\ufeff" + PLAN,
        PLAN.replace(" ", "\u00a0"),
        PLAN.replace("òa", "oà").replace("ọa", "oạ").replace("ủy", "uỷ"),
    ],
    ids=["NFD", "CRLF", "BOM", "hard spaces", "other tone placement"],
)
def test_letters_and_line_ends_change_nothing(reading: Reading, written: str) -> None:
    def sense(one: Proposal) -> tuple[object, ...]:
        return one.kind, one.start, one.end, one.deadline, one.time, one.line

    assert [sense(one) for one in read(written).proposals] == [sense(one) for one in reading.proposals]


def test_lines_torn_by_a_page_give_the_same_days(reading: Reading) -> None:
    torn = "\n".join(piece for line in PLAN.split("\n") for piece in wrapped(line))
    found = [(one.kind, one.start, one.end, one.deadline, one.time) for one in read(torn).proposals if one.start]
    assert found == [(one.kind, one.start, one.end, one.deadline, one.time) for one in reading.proposals if one.start]


def wrapped(line: str, width: int = 60) -> list[str]:
    words, lines = line.split(" "), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def test_year_is_given_from_outside_where_the_text_has_none() -> None:
    text = "Số: 1/KH\n\n1. Tổ chức tọa đàm ngày 20/10.\n"
    assert str(read(text).proposals[0].start) == "10-20"
    assert str(read(text, year=2028).proposals[0].start) == "2028-10-20"


def test_year_of_the_text_wins_over_the_given_one() -> None:
    assert all(one.start is None or one.start.year == 2027 for one in read(PLAN, year=2031).proposals)


def test_school_year_puts_spring_after_autumn() -> None:
    text = "KẾ HOẠCH\nCông tác nữ công năm học 2027-2028\n\n1. Tọa đàm ngày 20/10.\n2. Gặp mặt ngày 08/3.\n"
    assert [str(one.start) for one in read(text).likely] == ["2027-10-20", "2028-03-08"]


def test_notice_at_the_end_of_a_year_speaks_of_the_next() -> None:
    text = "THÔNG BÁO\nHọp Ban Nữ công\nX, ngày 20 tháng 12 năm 2027\n\n1. Họp Ban ngày 05/01 tại phòng 3.\n"
    assert [str(one.start) for one in read(text).likely] == ["2028-01-05"]


def test_two_mentions_are_one_proposal_with_two_quotes() -> None:
    text = (
        "KẾ HOẠCH\nNữ công năm 2027\n\nI. NHIỆM VỤ\n1. Tổ chức hội thi nấu ăn ngày 28/6/2027.\n\n"
        "II. TIẾN ĐỘ\n- Ngày 28/6: hội thi nấu ăn.\n"
    )
    found = [one for one in read(text).proposals if one.start]
    assert [len(one.quotes) for one in found] == [2]


@pytest.mark.parametrize(
    ("clause", "titles"),
    [
        (
            "Tổ chức sơ kết, tổng kết công tác bình đẳng giới.",
            ["Sơ kết công tác bình đẳng giới", "Tổng kết công tác bình đẳng giới"],
        ),
        (
            "Tổ chức sơ kết 6 tháng và tổng kết năm về công tác bình đẳng giới.",
            ["Sơ kết 6 tháng về công tác bình đẳng giới", "Tổng kết năm về công tác bình đẳng giới"],
        ),
        ("Tổ chức tổng kết công tác bình đẳng giới.", ["Tổng kết công tác bình đẳng giới"]),
    ],
)
def test_reviews_of_half_a_year_and_of_the_year_are_two_proposals(clause: str, titles: list[str]) -> None:
    marked = PLAN.replace("III. NHIỆM VỤ\n", f"III. NHIỆM VỤ\n0. {clause}\n")
    reviews = [each for each in read(marked).proposals if each.quote == clause]
    assert [each.title for each in reviews] == titles
    months = [each.hint and (each.hint[0].month, each.hint[1].month) for each in reviews]
    assert months == [(6, 7), (11, 12)][-len(titles) :]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("Sơ kết tháng 6 và tổng kết tháng 12.", [("Sơ kết", 6), ("Tổng kết", 12)]),
        (
            "Tổ chức hội nghị sơ kết (tháng 6) và tổng kết (tháng 12) công tác nữ công.",
            [("Hội nghị sơ kết", 6), ("Tổng kết công tác nữ công", 12)],
        ),
        ("Sơ kết, tổng kết vào tháng 6 và tháng 12.", [("Sơ kết", 6), ("Tổng kết", 12)]),
        (
            "Báo cáo sơ kết trước ngày 15/6, tổng kết trước ngày 15/11.",
            [("Báo cáo sơ kết", 6), ("Báo cáo tổng kết", 11)],
        ),
        ("Tổ chức sơ kết, tổng kết công tác trong tháng 12.", [("Sơ kết, tổng kết công tác", 12)]),
    ],
)
def test_two_reviews_with_a_date_each_are_two_dated_proposals(clause: str, found: list[tuple[str, int]]) -> None:
    marked = PLAN.replace("III. NHIỆM VỤ\n", f"III. NHIỆM VỤ\n0. {clause}\n")
    reviews = [each for each in read(marked).proposals if each.quote == clause]
    assert [(each.title, each.start and each.start.month) for each in reviews] == found


CLOSING = "Trên đây là Kế hoạch năm 2027, đề nghị các phòng, đơn vị nghiêm túc triển khai thực hiện."


def test_closing_sentence_is_no_duty_and_hides_none() -> None:
    body = "I. NHIỆM VỤ\n1. Tham quan, học tập kinh nghiệm.\n2. Gửi báo cáo trước ngày 25/6/2027.\n"
    head = PLAN[: PLAN.index("I. MỤC ĐÍCH")]
    plain, closed = (read(head + body + end).duties for end in ("", f"\n{CLOSING}\n"))
    assert [duty.text for duty in closed] == [duty.text for duty in plain]
    assert len(closed) == 2


def test_nothing_is_read_from_nothing() -> None:
    empty = read("")
    assert (empty.proposals, empty.duties, empty.targets, empty.recipients) == ((), (), (), ())


SHORT = """ngày tháng quý năm từ đến trước tuần 8/3 31/2/2027 30/02 29/2 99/99 0/0 32 2027 8h00 25h99 ( ) :
; . , - 1. II. a) % 15 trong vòng kể âm lịch rằm giêng hằng cùng báo cáo tổ chức STT | số:"""
LONG = [
    "KẾ HOẠCH",
    "Nơi nhận:",
    "Kính gửi:",
    "Thời gian:",
    "Nội dung",
    "ngày 31 tháng 2 năm 2027",
    "5 ngày kể từ ngày",
]
WORDS = st.sampled_from([*SHORT.split(), *LONG, "\n", "\n\n", "\t", "- "])


@given(st.lists(WORDS, max_size=60).map(" ".join))
@example("X, ngày 31 tháng 02 năm 2027\nKẾ HOẠCH\n1. Họp ngày 30/02/2027.")
@example("BIÊN BẢN\nHọp ngày 31/02/2027")
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for one in read(text).proposals:
        assert one.start is None or one.start.exists
        assert one.line <= text.count("\n") + 1
