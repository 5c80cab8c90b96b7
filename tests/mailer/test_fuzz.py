"""Mails of hostile names, subjects, addresses and titles, read again: no other header, one recipient, tokens in place.

A sample here; all of it: ``CAMPAIGN_FUZZ=100000 python -m pytest tests/mailer/test_fuzz.py``.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime
from html import escape

import pytest
from strict import read_mailbox, read_message

from campaign.errors import InvalidInput
from campaign.mailer.address import Address, clean_name, parse_address
from campaign.mailer.sealed import Draft, seal, slot
from campaign.plaintext import clean

COUNT = int(os.environ.get("CAMPAIGN_FUZZ", "1500"))
PER_SEAL = 25
SEED = 20270308
SITE = "https://lich.example.org"
FRAGMENTS = (
    "\r\nBcc: x@evil.example",
    "\nX-A: 1",
    "\r",
    "\u2028",
    "\u2029",
    "\u0085",
    "\x0b",
    "\x00",
    "\ufdd0personal\ufdd1",
    "\ufffe",
    "\ufdd1",
    "\U0001fffe",
    "=?utf-8?q?=0ABcc=3A_x=40evil?=",
    "=?utf-8?b?DQpCY2M6IHhAZXZpbA==?=",
    "=?",
    "?=",
    "a@b.c,x@evil.example",
    "<x@evil.example>",
    "alice@example.org)bob@evil.example",
    '"',
    "\\",
    ";",
    ":",
    ",",
    "(",
    "\u202eevil",
    "\u200b",
    "\u200d",
    "{{ unsubscribe }}",
    "{event.__init__.__code__}",
    "%(name)s",
    "${7*7}",
    "<script>alert(1)</script>",
    "]]>",
    "\r\n.\r\n",
    "\r\n\r\nMIME-Version: 1.0",
    "--boundary",
    "Nguyễn Thị Ánh",
    "Nghệ An",
    "Đặng",
    "Nguye\u0302\u0303n",
    "Ω",
    "😀",
    "\ud800",
    " ",
    "a" * 300,
    "ế" * 120,
    "From ",
    ".",
    "mailto:x@evil.example",
    "Content-Type: text/html",
    "\t",
    "=",
    "=0D=0A",
    "_",
    "&lt;",
)
NAMES = [
    "From", "Subject", "To", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "List-ID",
    "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type",
]  # fmt: skip


def text(chance: random.Random) -> str:
    parts = chance.choices(FRAGMENTS, k=chance.randint(1, 5))
    parts += [chr(chance.choice((chance.randint(1, 0xD7FF), chance.randint(0xE000, 0x10FFFF)))) for _ in range(3)]
    chance.shuffle(parts)
    return "".join(parts)


def sealed(chance: random.Random):
    """The content of a mail of fuzzed texts, cleaned as any input is, or not; None where it is refused."""
    title = text(chance)
    title = clean(title.replace("\ud800", "")) if chance.random() < 0.5 else title
    body = f"{title}\n{slot('greeting')}\n{slot('unsubscribe')}\n{title}"
    page = (
        f'<p>{escape(title)}</p><p title="{escape(title)}">{slot("greeting")}</p><a href="{slot("unsubscribe")}">x</a>'
    )
    sender = Address("Sở Y tế, Nghệ An", "lich@example.org")
    draft = Draft(
        subject=title, text=body, html=page, sender=sender, reply_to=None, list_id="nhac.example.org", language="vi"
    )
    try:
        return seal(draft)
    except (InvalidInput, UnicodeEncodeError):
        return None


def recipient(chance: random.Random) -> Address | None:
    name = text(chance)
    address = text(chance) if chance.random() < 0.7 else f"an{chance.randint(1, 999)}@example.org"
    try:
        return Address(clean_name(name) if chance.random() < 0.5 else name, parse_address(address))
    except (InvalidInput, UnicodeEncodeError):
        return None


@pytest.mark.requirement("F5")
@pytest.mark.requirement("S30")
def test_fuzzed_mail_has_no_other_header_one_recipient_and_no_token_elsewhere() -> None:
    chance = random.Random(SEED)
    made = refused = 0
    tokens = [f"tok{number:06}en" for number in range(COUNT)]
    letter = None
    for number, token in enumerate(tokens):
        if number % PER_SEAL == 0:
            letter = sealed(chance)
        to = recipient(chance) or Address("Lê An", f"an{number}@example.org")
        if letter is None:
            refused += 1
            continue
        address = f"{SITE}/u/{token}"
        try:
            data = letter.stamp(
                to, message_id=f"<r{number}@example.org>", date=datetime(2027, 3, 8, tzinfo=UTC),
                values={"greeting": to.name, "unsubscribe": address}, list_unsubscribe=address,
            )  # fmt: skip
        except (InvalidInput, UnicodeEncodeError):
            refused += 1
            continue
        made += 1
        look(data, to, token)
    print(f"{COUNT} mails: {made} made and read again, {refused} refused, seed {SEED}")
    assert made > COUNT / 20
    assert refused > COUNT / 20


def look(data: bytes, to: Address, token: str) -> None:
    message = read_message(data)
    assert message.names == NAMES
    assert read_mailbox(message.value("To"))[1] == to.email
    assert max(map(len, data.split(b"\r\n"))) <= 998
    for part in (message.text, message.html):
        assert part.count(token) == part.count(f"{SITE}/u/{token}")
    assert data.replace(b"\r\n", b"").count(b"\n") == data.replace(b"\r\n", b"").count(b"\r") == 0
