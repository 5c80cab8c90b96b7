from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names import hard_names
from strict import Malformed, read_headers, read_mailbox, read_text

from campaign.errors import InvalidInput
from campaign.mailer.address import Address, clean_name
from campaign.mailer.header import address_field, text_field, token_field


def fields(octets):
    return read_headers(octets.decode("ascii").removesuffix("\r\n"))


@pytest.mark.parametrize("header", ["To", "Reply-To", "X-" + "Y" * 40])
def test_address_field_gives_back_every_hard_name(header):
    for given_name in hard_names():
        name = clean_name(given_name)
        ((field, value),) = fields(address_field(header, Address(name, "an@syt.example.vn")))
        assert (field, read_mailbox(value)) == (header, (name, "an@syt.example.vn"))


def test_text_field_gives_back_every_hard_subject():
    for given_subject in hard_names():
        subject = clean_name(given_subject)
        ((field, value),) = fields(text_field("Subject", subject))
        assert (field, read_text(value)) == ("Subject", subject)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
@settings(max_examples=300)
def test_text_field_gives_back_any_text(text):
    ((_, value),) = fields(text_field("Subject", text))
    assert read_text(value) == text


@pytest.mark.requirement("F5")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=200))
@settings(max_examples=300)
def test_address_field_gives_back_any_name(name):
    ((_, value),) = fields(address_field("To", Address(name, "an@example.vn")))
    assert read_mailbox(value) == (name, "an@example.vn")


@pytest.mark.parametrize("control", [*map(chr, range(32)), "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ud800"])
def test_fields_refuse_control_characters(control):
    with pytest.raises(InvalidInput):
        text_field("Subject", f"a{control}Bcc: x@evil.example")
    with pytest.raises(InvalidInput):
        address_field("To", Address(f"a{control}b", "an@example.vn"))
    with pytest.raises(InvalidInput):
        address_field("To", Address("a", f"an{control}@example.vn"))
    with pytest.raises(InvalidInput):
        token_field("List-Unsubscribe", f"<https://example.vn/{control}>")


def test_address_field_without_name_is_the_bare_address():
    assert address_field("To", Address("", "an@example.vn")) == b"To: an@example.vn\r\n"


def test_address_field_of_plain_names():
    assert address_field("To", Address("An Binh", "an@example.vn")) == b"To: An Binh <an@example.vn>\r\n"
    assert address_field("To", Address("An, B.", "an@example.vn")) == b'To: "An, B." <an@example.vn>\r\n'


def test_address_field_keeps_a_local_part_outside_ascii():
    assert address_field("To", Address("", "nguyễn@example.vn")) == "To: nguyễn@example.vn\r\n".encode()


def test_text_field_folds_long_ascii_at_spaces():
    assert text_field("Subject", "word " * 30 + "end").count(b"\r\n ") == 2


def test_strict_reader_notices_a_split_character():
    with pytest.raises(UnicodeDecodeError):
        read_text("=?utf-8?q?=E1=BB?= =?utf-8?q?=85?=")


def test_strict_reader_notices_lost_and_added_spaces():
    assert read_text("=?utf-8?q?Ngh=E1=BB=87?= A =?utf-8?q?n?=") == "Nghệ A n"
    assert read_text("=?utf-8?q?B=C3=A0?= =?utf-8?q?R=E1=BB=8Ba?=") == "BàRịa"


def test_strict_reader_refuses_an_unquoted_comma():
    with pytest.raises(Malformed):
        read_mailbox("An, B <an@example.vn>")
