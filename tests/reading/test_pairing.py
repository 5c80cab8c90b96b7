"""Which phrases of two texts are one thing."""

from __future__ import annotations

from campaign.reading.pairing import Phrase, likeness, pairs


def test_numbers_and_words_of_time_do_not_count():
    assert likeness("Tọa đàm kỷ niệm 8/3, ngày 05 tháng 3", "Tọa đàm kỷ niệm 20/10") == 1.0


def test_tone_places_and_capitals_do_not_count():
    assert likeness("TOẠ ĐÀM về hoà giải", "tọa đàm về hòa giải") == 1.0


def test_less_than_asked_for_is_nothing():
    assert 0 < likeness("Hội thi nấu ăn", "Hội thi cắm hoa") < 0.6
    assert likeness("Hội thi nấu ăn", "Hội thi cắm hoa", 0.6) == 0.0


def test_things_are_paired_in_any_order_and_strangers_stay_alone():
    older = [Phrase("Tọa đàm về bình đẳng giới"), Phrase("Hội thi nấu ăn"), Phrase("Báo cáo 6 tháng")]
    newer = [Phrase("Báo cáo sáu tháng"), Phrase("Tham quan bảo tàng"), Phrase("Tọa đàm bình đẳng giới")]
    assert pairs(older, newer) == {0: 2, 2: 0}


def test_among_equals_the_same_day_is_chosen():
    older = [Phrase("Sinh hoạt kỷ niệm 8/3", "03-08"), Phrase("Sinh hoạt kỷ niệm 20/10", "10-20")]
    newer = [Phrase("Sinh hoạt kỷ niệm 20/10", "10-20"), Phrase("Sinh hoạt kỷ niệm 8/3", "03-06")]
    assert pairs(older, newer) == {0: 1, 1: 0}


def test_each_is_paired_once():
    assert pairs([Phrase("Họp giao ban")], [Phrase("Họp giao ban"), Phrase("Họp giao ban")]) == {0: 0}


def test_thousands_of_clauses_find_each_other():
    words = ["phụ nữ", "bình đẳng giới", "công đoàn", "tập huấn", "kiểm tra", "truyền thông", "báo cáo"]
    names = [f"{chr(97 + n % 23)}{chr(97 + n // 23 % 23)}{chr(97 + n // 529)}" for n in range(2000)]
    phrases = [Phrase(f"{words[n % 7]} cho đơn vị {name} {words[n % 5]}") for n, name in enumerate(names)]
    assert pairs(phrases, phrases[::-1]) == {n: 1999 - n for n in range(2000)}
