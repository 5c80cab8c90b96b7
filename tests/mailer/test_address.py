from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.errors import InvalidInput
from campaign.mailer.address import clean_name, is_address, parse_address


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("an.nguyen@syt.nghean.gov.vn", "an.nguyen@syt.nghean.gov.vn"),
        ("  an@syt.example.vn\t", "an@syt.example.vn"),
        ("An.B@SYT.Example.VN", "An.B@syt.example.vn"),
        ("o'brien+lich@example.vn", "o'brien+lich@example.vn"),
        ("an@ví-dụ.vn", "an@xn--v-d-rma6749a.vn"),
        (unicodedata.normalize("NFD", "nguyễn@example.vn"), "nguyễn@example.vn"),
        ("an@example.test", "an@example.test"),
    ],
)
def test_parse_address_gives_one_stored_form(text, stored):
    assert parse_address(text) == stored
    assert parse_address(stored) == stored


@pytest.mark.requirement("S31")
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "an",
            "@example.vn",
            "an@",
            "an@@example.vn",
            "an@b@example.vn",
            "an @example.vn",
            "an@exa mple.vn",
        ),
        *("a@b.vn,x@evil.example", "a@b.vn;x@evil.example", "a@b.vn x@evil.example"),
        *("alice@example.org)bob@evil.example", "(c)an@example.vn", "an(c)@example.vn", "<an@example.vn>"),
        *("An <an@example.vn>", '"a b"@example.vn', "an@[127.0.0.1]", "an@127.0.0.1", "an@localhost"),
        *("a%b@example.vn", "host!an@example.vn", "a\\b@example.vn", "an＠example.vn", "an@example..vn"),
        *(".an@example.vn", "an.@example.vn", "a..n@example.vn", "an@-example.vn", "an@example.invalid"),
        *(
            "an@example.vn\n",
            "an@example.vn\r\nRCPT TO:<x@evil.example>",
            "a\x00n@example.vn",
            "a\u200bn@example.vn",
        ),
        *("a\u202en@example.vn", "an@exam\u0000ple.vn", "\ud800@example.vn", "a\u2028n@example.vn"),
        *("x" * 65 + "@example.vn", "an@" + "a" * 64 + ".vn", "an@" + ".".join(["abcdefgh"] * 29) + ".vn"),
    ],
)
def test_parse_address_refuses(text):
    with pytest.raises(InvalidInput) as refusal:
        parse_address(text)
    assert "\n" not in refusal.value.message
    assert refusal.value.message.encode()  # no lone surrogate reaches a terminal


@pytest.mark.requirement("S31")
@given(st.text(max_size=40) | st.from_regex(r"[a-z,;<>\r\n @\"().]{1,20}@[a-z.,\r\n ]{1,20}", fullmatch=True))
@settings(max_examples=300)
def test_parse_address_result_is_always_safe_between_brackets(text):
    try:
        stored = parse_address(text)
    except InvalidInput:
        return
    assert is_address(stored)
    assert stored.count("@") == 1
    assert not set(stored) & set(' \t\r\n,;:<>()[]"\\\0')


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("  Nguyễn \t Thị   Ánh ", "Nguyễn Thị Ánh"),
        (unicodedata.normalize("NFD", "Phạm Thị Hồng Ngọc"), "Phạm Thị Hồng Ngọc"),
        ("Trần\u00a0Văn\u200b B\ufeff", "Trần Văn B"),
        ("A\x00B"[::2], "AB"),
        ("Lê\x07 Thị\x1b C\x9f", "Lê Thị C"),
        ("Đỗ\ufffe \ufdd0D\U0001ffff", "Đỗ D"),
        ("Vũ \ud800E", "Vũ E"),
        ("=?utf-8?q?=0ABcc=3A_x=40evil?=", "=?utf-8?q?=0ABcc=3A_x=40evil?="),
    ],
)
def test_clean_name_gives_one_stored_form(text, stored):
    assert clean_name(text) == stored
    assert clean_name(stored) == stored


@pytest.mark.requirement("S39")
@pytest.mark.parametrize("mark", "\r\n\x00\x0b\x0c\x85\u2028\u2029\u202e\u202a\u2066\u2069\u200e\u200f\u061c")
def test_clean_name_refuses_line_ends_and_direction_controls(mark):
    with pytest.raises(InvalidInput):
        clean_name(f"An{mark}Bcc: x@evil.example")


def test_clean_name_refuses_a_pile_of_marks():
    with pytest.raises(InvalidInput, match="quá nhiều dấu"):
        clean_name("A" + "\u0301" * 100)


def test_clean_name_refuses_more_than_the_limit():
    assert clean_name("Ễ" * 200) == "Ễ" * 200
    with pytest.raises(InvalidInput, match="200"):
        clean_name("Ễ" * 201)
