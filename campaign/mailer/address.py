"""Addresses and the names in front of them: what may enter, and in which one form.

Names and addresses come from imported lists, so everything that could change a header, hide text or reverse
its direction is refused or removed here, once, before it is stored.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from email_validator import EmailNotValidError, validate_email

from campaign.errors import InvalidInput

NAME_LIMIT: Final = 200  # characters
ADDRESS_LIMIT: Final = 254  # octets, RFC 5321 section 4.5.3.1.3
LOCAL_LIMIT: Final = 64
_PILE_LIMIT: Final = 4  # combining marks on one letter; Vietnamese has none left after NFC

# Line ends would end the header; the rest would show a name in another order than it is read.
LINE_ENDS: Final = "\x00\n\r\x0b\x0c\x85\u2028\u2029"
DIRECTION_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_REFUSED = re.compile(f"[{LINE_ENDS}{DIRECTION_CONTROLS}]")
_INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "\U000e0000-\U000e007f]"
)
# Percent and exclamation mark once routed mail through other hosts; the others would need quoting.
_FOREIGN_TO_LOCAL_PART = re.compile(r"[\s,;:\"`()<>\[\]\\@%!|]")
_ADDRESS = re.compile(r"[^\s,;:\"`()<>\[\]\\@%!|\x00-\x20\x7f-\x9f\ud800-\udfff]{1,64}@[A-Za-z0-9.-]{1,253}")


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox: a display name (may be "") and an address as ``parse_address`` returns it."""

    name: str
    email: str


def parse_address(text: str) -> str:
    """The one form in which this address is stored: NFC, domain in lower-case ASCII (IDNA).

    The local part keeps its case, for only its own server may fold it. Raises InvalidInput.
    """
    text = unicodedata.normalize("NFC", text.strip(" \t"))
    local, _, domain = text.rpartition("@")
    if not local or not domain or _FOREIGN_TO_LOCAL_PART.search(local):
        raise InvalidInput("“{address}” không phải là địa chỉ thư hợp lệ.", address=_shown(text))
    try:
        # Sample members live under .test, which can never receive anything by accident (RFC 6761).
        valid = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise InvalidInput("“{address}” không phải là địa chỉ thư hợp lệ.", address=_shown(text)) from None
    return _within_bounds(f"{valid.local_part}@{valid.ascii_domain.lower()}")


def is_address(text: str) -> bool:
    """Whether this can stand between angle brackets as it is: the cheap check before it becomes bytes."""
    return _ADDRESS.fullmatch(text) is not None


def clean_name(text: str) -> str:
    """The form in which a name or a subject is stored: NFC, one line, single spaces, nothing invisible.

    Tabs and other spaces become one space; controls, noncharacters and lone surrogates vanish. Line ends and
    direction controls are never an accident in a name, so they raise InvalidInput, as do piles of combining
    marks and more than ``NAME_LIMIT`` characters.
    """
    if _REFUSED.search(text):
        raise InvalidInput("Tên “{name}” có ký tự xuống dòng hoặc ký tự đổi hướng chữ.", name=_shown(text))
    name = unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text.replace("\t", " ")).split()))
    if len(name) > NAME_LIMIT:
        raise InvalidInput("Tên “{name}” dài quá {limit} ký tự.", name=_shown(name), limit=NAME_LIMIT)
    if _has_pile_of_marks(name):
        raise InvalidInput("Tên “{name}” có quá nhiều dấu trên một chữ.", name=_shown(name))
    return name


def _within_bounds(address: str) -> str:
    local, _, domain = address.rpartition("@")
    last_label = domain.rpartition(".")[2]
    too_long = len(address.encode()) > ADDRESS_LIMIT or len(local.encode()) > LOCAL_LIMIT
    if too_long or "." not in domain or last_label.isdigit() or not is_address(address):
        raise InvalidInput("“{address}” không phải là địa chỉ thư hợp lệ.", address=_shown(address))
    return address


def _has_pile_of_marks(text: str) -> bool:
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        if run > _PILE_LIMIT:
            return True
    return False


def _shown(text: str) -> str:
    """The offending text, safe and short enough for a sentence."""
    text = _INVISIBLE.sub("", _REFUSED.sub(" ", text))
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - a sentence stays one line
