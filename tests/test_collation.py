"""Vietnamese names in the order of a Vietnamese register."""

from __future__ import annotations

import random

import pytest

from campaign.collation import name_key, title_key

NAMES = [
    "Lê An",
    "Nguyễn An",
    "Trần Văn An",
    "Trần Ân",
    "Lê Anh",
    "Nguyễn Thị Ánh",
    "Bùi Ba",
    "Bùi Bà",
    "Bùi Bả",
    "Bùi Bã",
    "Bùi Bá",
    "Bùi Bạ",
    "Vũ Cường",
    "Vũ Dung",
    "Vũ Dũng",
    "Vũ Đức",
    "Hồ E",
    "Hồ Ê",
    "Mai Oanh",
    "Mai Ông",
    "Mai Ớt",
    "Tô Thảo",
    "Tô Thắm",
    "Tô Uyên",
    "Tô Ưng",
    "Tô Yến",
]


def test_names_are_sorted_by_given_name_letters_first_then_tones():
    # "Ân" has another letter than "An" and "Anh", so it comes after both.
    expected = [name for name in NAMES if name != "Trần Ân"]
    expected.insert(expected.index("Bùi Ba"), "Trần Ân")
    mixed = list(NAMES)
    random.Random(8).shuffle(mixed)
    assert sorted(mixed, key=name_key) == expected


@pytest.mark.parametrize("name", [*NAMES, "王小明", "An 12", "O'Neil", "نور", "", "…", "A" * 300])
def test_key_is_ascii_lower_case_and_digits_only(name):
    key = name_key(name)
    assert key.isascii()
    assert key == "" or key.isalnum()
    assert key == key.lower()


def test_key_does_not_depend_on_how_letters_are_composed():
    assert name_key("Tra\u0302\u0300n \u0102n") == name_key("Trần Ăn")


def test_title_is_sorted_from_its_beginning():
    rooms = ["Phòng 10", "Hội trường B", "Hội trường A", "Ăn trưa"]
    assert sorted(rooms, key=title_key) == ["Ăn trưa", "Hội trường A", "Hội trường B", "Phòng 10"]
