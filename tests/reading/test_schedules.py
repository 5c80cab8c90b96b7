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
    return list(read(HEAD + text, year=2027).proposals)


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
        "1. Các tổ nữ công tập dượt văn nghệ chiều\n16/10 và tổng duyệt vào sáng\n19/10.\n",
        ["2027-10-16 Tập dượt văn nghệ", "2027-10-19 Tổng duyệt"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_lines_go_on_or_begin_anew(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


def test_posting_time_in_brackets_stands_alone() -> None:
    news = "Hội thi áo dài của ngành thuế\n(16/02/2027 08:15)\nCông đoàn ngành sẽ tổ chức hội thi áo dài vào ngày 05/3.\n"
    found = read(news).proposals
    assert [(str(one.start), one.quote) for one in found] == [
        ("2027-03-05", "Công đoàn ngành sẽ tổ chức hội thi áo dài vào ngày 05/3.")
    ]
