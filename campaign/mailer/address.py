"""Addresses and the names in front of them: what may enter, and in which one form.

Names and addresses come from imported lists, so everything that could change a header, hide text or reverse
its direction is refused or removed here, once, before it is stored.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from campaign.errors import InvalidInput
from campaign.plaintext import DIRECTION_CONTROLS, REMOVED

NAME_LIMIT: Final = 200  # characters
ADDRESS_LIMIT: Final = 254  # octets, RFC 5321 section 4.5.3.1.3
LOCAL_LIMIT: Final = 64
_PILE_LIMIT: Final = 4  # combining marks on one letter; Vietnamese has none left after NFC

# Line ends would end the header; the rest would show a name in another order than it is read.
LINE_ENDS: Final = "\x00\n\r\x0b\x0c\x85\u2028\u2029"
_REFUSED = re.compile(f"[{LINE_ENDS}{DIRECTION_CONTROLS}]")
_INVISIBLE = re.compile(f"[{REMOVED}]")
# Percent and exclamation mark once routed mail through other hosts; the others would need quoting.
_FOREIGN_TO_LOCAL_PART = re.compile(r"[\s,;:\"`()<>\[\]\\@%!|]")
_PLAIN_LOCAL_PART = re.compile(r"[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*")
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
        if not _PLAIN_LOCAL_PART.fullmatch(local):
            local = _validated(text).local_part
        domain = _ascii_domain(domain)
    except EmailNotValidError:
        raise InvalidInput("“{address}” không phải là địa chỉ thư hợp lệ.", address=_shown(text)) from None
    return _within_bounds(f"{local}@{domain}")


def _validated(text: str) -> ValidatedEmail:
    # Sample members live under .test, which can never receive anything by accident (RFC 6761).
    return validate_email(text, check_deliverability=False, test_environment=True)


@lru_cache(maxsize=1024)
def _ascii_domain(domain: str) -> str:
    """The domain in lower-case ASCII. The members of an agency share a few, and checking one costs 0.2 ms."""
    return _validated(f"a@{domain}").ascii_domain.lower()


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
