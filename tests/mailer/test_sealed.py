from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from names import hard_names
from strict import read_mailbox, read_message, read_text
from support.verify import verify

from campaign.errors import InvalidInput
from campaign.mailer.address import Address, clean_name
from campaign.mailer.sealed import Draft, SealedMail, message_id, rfc5322_date, seal, slot

TEXT = f"""{slot("greeting")}

Ban Vì sự tiến bộ của phụ nữ Sở trân trọng kính mời đồng chí dự tọa đàm kỷ niệm Ngày Phụ nữ Việt Nam.
.một dòng bắt đầu bằng dấu chấm
From đầu dòng, khoảng trắng cuối dòng \n
Tham dự: {slot("answer")}
Ngừng nhận thư: {slot("unsubscribe")}
"""
HTML = f"""<!doctype html><html><head><style>
p {{ color: #333 }}
@media (max-width: 600px) {{ p {{ color: #000 }} }}
</style><link rel="stylesheet" href="https://127.0.0.1:1/never-fetched.css"></head>
<body><p>{slot("greeting")}</p><p title="{slot("personal")}">Kính mời</p>
<a href="{slot("answer")}">Tham dự</a></body></html>"""
VALUES = {
    "greeting": "Kính gửi đồng chí Nguyễn Thị Ánh,",
    "personal": "",
    "answer": "https://lich.example.vn/r/" + "a" * 80 + "?a=1&b=2",
    "unsubscribe": "https://lich.example.vn/u/0123456789abcdef",
}
ANH = Address("Nguyễn Thị Ánh", "anh@syt.example.vn")
DATE = datetime(2026, 10, 19, 0, 5, tzinfo=UTC)


def draft(**changes):
    fields = {
        "subject": "[Nhắc lịch] Tọa đàm kỷ niệm 20/10 - 14h00, thứ Ba, ngày 20/10/2026",
        "text": TEXT,
        "html": HTML,
        "sender": Address("Sở Y tế, Nghệ An", "lich@syt.example.vn"),
        "reply_to": Address("Ban VSTBPN", "vstbpn@syt.example.vn"),
        "list_id": "nhac-lich.syt.example.vn",
        "language": "vi",
    }
    return Draft(**{**fields, **changes})


def stamp(letter, *, to=ANH, **changes):
    values = {**VALUES, **changes}
    return letter.stamp(
        to,
        message_id="<reminder.7@syt.example.vn>",
        date=DATE,
        values=values,
        list_unsubscribe=VALUES["unsubscribe"],
    )


def test_stamp_writes_exactly_the_expected_headers():
    message = read_message(stamp(seal(draft())))
    assert message.names == [
        *(
            "From",
            "Reply-To",
            "Subject",
            "To",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
        ),
        *("List-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version"),
        "Content-Type",
    ]
    assert read_mailbox(message.value("From")) == ("Sở Y tế, Nghệ An", "lich@syt.example.vn")
    assert read_mailbox(message.value("To")) == ("Nguyễn Thị Ánh", "anh@syt.example.vn")
    assert read_text(message.value("Subject")) == draft().subject
    assert message.value("Date") == "Mon, 19 Oct 2026 00:05:00 +0000"
    assert message.value("Message-ID") == "<reminder.7@syt.example.vn>"
    assert message.value("List-Unsubscribe") == "<https://lich.example.vn/u/0123456789abcdef>"
    assert message.value("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click"
    assert message.value("List-ID") == "<nhac-lich.syt.example.vn>"
    assert message.value("Auto-Submitted") == "auto-generated"
    assert message.value("Content-Language") == "vi"


def test_stamp_without_reply_to_has_no_such_header():
    message = stamp(seal(draft(reply_to=None)))
    assert "Reply-To" not in read_message(message).names
    verify(message)


def test_stamp_fills_the_text_and_nothing_else():
    expected = TEXT
    for name, value in VALUES.items():
        expected = expected.replace(slot(name), value)
    assert read_message(stamp(seal(draft()))).text == expected


def test_stamp_escapes_values_in_html():
    markup = read_message(stamp(seal(draft()), greeting='<b>A & "B"</b>', personal='" onclick="x')).html
    assert "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;" in markup
    assert 'title="&quot; onclick=&quot;x"' in markup
    assert 'href="https://lich.example.vn/r/' + "a" * 80 + '?a=1&amp;b=2"' in markup


def test_seal_inlines_css_and_keeps_media_rules():
    markup = read_message(stamp(seal(draft()))).html
    assert '<p style="color: #333;">Kính gửi' in markup
    assert "@media (max-width: 600px)" in markup


@pytest.mark.requirement("S32")
def test_stamp_never_fills_a_slot_that_a_value_contains():
    message = read_message(stamp(seal(draft()), greeting=f"{{{{ x }}}} {slot('unsubscribe')} {slot('greeting')}"))
    assert message.text.startswith(f"{{{{ x }}}} {slot('unsubscribe')} {slot('greeting')}\n")
    assert message.text.count(VALUES["unsubscribe"]) == 1


def test_stamp_gives_equal_bytes_for_equal_arguments():
    assert stamp(seal(draft())) == stamp(seal(draft()))


def test_stamp_without_a_needed_value_fails():
    letter = seal(draft())
    with pytest.raises(KeyError, match="unsubscribe"):
        letter.stamp(
            Address("", "an@example.vn"),
            message_id="<a@b>",
            date=DATE,
            values={"greeting": "", "personal": "", "answer": ""},
            list_unsubscribe="https://example.vn/u/x",
        )


def test_letter_survives_storage():
    letter = seal(draft())
    assert SealedMail.from_bytes(letter.to_bytes()) == letter
    assert len(letter.to_bytes()) < 1500


@pytest.mark.parametrize("stored", [b"", b"\x00", b"\x02" + seal(draft()).to_bytes()[1:]])
def test_from_bytes_refuses_another_version(stored):
    with pytest.raises(ValueError, match="format"):
        SealedMail.from_bytes(stored)


def test_stamp_of_every_hard_name_verifies_and_reads_back():
    letter = seal(draft())
    for given_name in hard_names():
        name = clean_name(given_name)
        octets = stamp(letter, to=Address(name, "an@example.vn"), greeting=f"Kính gửi {name},", personal=name)
        verify(octets)
        message = read_message(octets)
        assert octets.isascii()
        assert read_mailbox(message.value("To")) == (name, "an@example.vn")
        assert message.text.startswith(f"Kính gửi {name},\n\nBan Vì")


@pytest.mark.requirement("F5")
@given(st.text(max_size=300), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
@settings(max_examples=200)
def test_stamp_of_any_value_stays_inside_its_place(wild, tame):
    octets = stamp(SEALED, greeting=wild, personal=tame)
    verify(octets)
    assert read_message(octets).text.endswith(f"Ngừng nhận thư: {VALUES['unsubscribe']}\n")


SEALED = seal(draft())


def test_seal_of_random_text_reads_back():
    chance = random.Random(20)
    alphabet = "aáẩ =.\nF \tễ" + "x" * 5
    for _ in range(200):
        text = "".join(chance.choices(alphabet, k=chance.randint(0, 400)))
        message = read_message(stamp(seal(draft(text=text + slot("greeting") + text, html="<p>x</p>"))))
        assert message.text == text + VALUES["greeting"] + text


def test_seal_drops_what_utf8_and_mail_cannot_carry():
    message = read_message(stamp(seal(draft(text="a\ud800\x00b\r\nc\x85", html="<p>a\ud800\x00b\x85</p>"))))
    assert message.text == "ab\nc\n"
    assert "<p>ab\n</p>" in message.html


@pytest.mark.requirement("S32")
@pytest.mark.parametrize("mark", ["\ufdd0personal\ufdd1", "slot-personal-", f"slot-{'0' * 32}-personal-", "{personal}"])
def test_user_text_never_becomes_a_secret_link(mark):
    """Marks of slots once were characters that a description could contain: each recipient's token went with it."""
    hostile = f"https://evil.example/?{mark}&x"
    message = read_message(stamp(seal(draft(text=hostile, html=f'<p><a href="{hostile}">x</a></p>'))))
    for value in filter(None, VALUES.values()):
        assert value not in message.text
        assert value not in message.html


def test_boundary_in_the_text_does_not_end_the_part():
    boundary = seal(draft()).pieces[0].partition(b'boundary="')[2].partition(b'"')[0].decode()
    text = f"--{boundary}\nBcc: x@evil.example\n\n--{boundary}--\n"
    assert read_message(stamp(seal(draft(text=text)), greeting=text)).text == text


@pytest.mark.requirement("S30")
@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Nhắc lịch\r\nBcc: x@evil.example"},
        {"subject": "a\u2028b"},
        {"sender": Address("Sở\nBcc: x@evil.example", "lich@example.vn")},
        {"sender": Address("Sở", "lich@example.vn>\r\nBcc: <x@evil.example")},
        {"reply_to": Address("", "a@b.vn,x@evil.example")},
    ],
)
def test_seal_refuses_line_ends_in_headers(changes):
    with pytest.raises(InvalidInput):
        seal(draft(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"text": slot("stranger")},
        {"list_id": "Nhắc <a>"},
        {"list_id": "a\r\nb.c"},
        {"language": "vi\r\nBcc: x"},
    ],
)
def test_seal_refuses_a_malformed_draft(changes):
    with pytest.raises(ValueError, match=r"slot|List-ID|language"):
        seal(draft(**changes))


def test_seal_with_other_slots_knows_only_those():
    letter = seal(draft(text=slot("token"), html="<p>x</p>"), slots={"token"})
    assert letter.slots == (("text", "token"),)


@pytest.mark.requirement("S30")
@pytest.mark.parametrize(
    "argument",
    [
        {"message_id": "<a@b>\r\nBcc: <x@evil.example>"},
        {"message_id": "a@b"},
        {"list_unsubscribe": "https://example.vn/u\r\nBcc: x@evil.example"},
        {"list_unsubscribe": "https://example.vn/u x"},
        {"list_unsubscribe": "https://example.vn/u>, <mailto:x@evil.example"},
        {"list_unsubscribe": "mailto:x@example.vn"},
        {"to": Address("An\r\nBcc: x@evil.example", "an@example.vn")},
        {"to": Address("An", "an@example.vn>,<x@evil.example")},
    ],
)
def test_stamp_refuses_what_would_become_another_header(argument):
    arguments = {
        "to": Address("", "an@example.vn"),
        "message_id": "<a@b>",
        "date": DATE,
        "values": VALUES,
        "list_unsubscribe": "https://example.vn/u/x",
    }
    with pytest.raises((InvalidInput, ValueError)):
        SEALED.stamp(**{**arguments, **argument})


def test_stamp_keeps_a_plain_http_link_for_a_demo():
    octets = SEALED.stamp(
        Address("", "an@example.vn"),
        message_id="<a@b>",
        date=DATE,
        values=VALUES,
        list_unsubscribe="http://127.0.0.1:5000/u/x",
    )
    assert read_message(octets).value("List-Unsubscribe") == "<http://127.0.0.1:5000/u/x>"


def test_message_id_comes_from_the_row_alone():
    assert message_id("reminder", 7, "syt.example.vn") == "<reminder.7@syt.example.vn>"
    assert message_id("notice", "12-3", "ví-dụ.vn") == "<notice.12-3@xn--v-d-rma6749a.vn>"


@pytest.mark.parametrize("key", ["", "a b", "a>b", "é", "a\r\n"])
def test_message_id_refuses_other_signs(key):
    with pytest.raises(ValueError, match="Message-ID"):
        message_id(key, key, "example.vn")


def test_rfc5322_date_is_in_utc():
    hanoi = timezone(timedelta(hours=7))
    assert rfc5322_date(datetime(2027, 3, 8, 6, 0, tzinfo=hanoi)) == "Sun, 07 Mar 2027 23:00:00 +0000"
    with pytest.raises(ValueError, match="aware"):
        rfc5322_date(datetime(2027, 3, 8))  # noqa: DTZ001 - the case in question


def changed(old, new):
    octets = stamp(SEALED)
    assert old in octets
    return octets.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"To: ", b"Bcc: x@evil.example\r\nTo: "),
        (b"To: ", b"Cc: "),
        (b"List-ID: ", b"To: a@b.vn\r\nList-ID: "),
        (b"Reply-To: ", b"Reply-To: a@b.vn\r\nReply-To: "),
        (b"\r\n\r\n", b"\n\n"),
        (b"Date: ", b"Date:\r"),
        (b"Subject: ", b"Subject: \0"),
        (b"Subject: ", b"Subject: " + b"x" * 998),
        (b"--=_campaign_alternative--", b""),
        (b"multipart/alternative", b"multipart/mixed"),
    ],
)
def test_verify_notices_every_planted_fault(old, new):
    verify(stamp(SEALED))
    with pytest.raises(ValueError, match=r"."):
        verify(changed(old, new))
