"""Texts and addresses in the one form that all calendar clients read in the same way."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date, datetime
from urllib.parse import quote

from icalendar.prop import vText

from campaign import plaintext
from campaign.errors import InvalidInput

LONGEST_UID = 255

_UID = re.compile(f"[ -~]{{1,{LONGEST_UID}}}")
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_KEPT_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


class Text(vText):
    """A value of type TEXT. The escaping of icalendar itself takes a backslash before N for a line end."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def clean(text: str) -> str:
    """The text as it was cleaned at input, with spaces for tabs.

    Some clients split a calendar at everything Unicode calls a line end, so only LF may stay in a value.
    """
    return plaintext.clean(text).replace("\t", " ")


def clean_line(text: str) -> str:
    """The same on one line: a summary, a place, a name."""
    return " ".join(clean(text).split())


def checked_uid(uid: str) -> str:
    """The UID as it is; InvalidInput unless it is 1 to 255 printable ASCII characters.

    Some clients replace any other UID by a random one.
    """
    if not _UID.fullmatch(uid) or uid != uid.strip():
        raise InvalidInput("Mã UID {uid} phải gồm 1 đến 255 ký tự ASCII in được.", uid=repr(uid))
    return uid


def instance_uid(series_uid: str, moment: date | datetime) -> str:
    """The UID of an instance of a series that is an event of its own."""
    uid = f"{moment:{'%Y%m%dT%H%M' if isinstance(moment, datetime) else '%Y%m%d'}}-{series_uid}"
    return uid if len(uid) <= LONGEST_UID else derived_uid(uid)


def derived_uid(content: str) -> str:
    """A UID that is the same for the same content."""
    return hashlib.sha256(content.encode()).hexdigest()[:32] + "@derived"


def checked_address(address: str) -> str:
    """The web, mail or phone address in ASCII (RFC 3986); other letters are percent-encoded.

    A calendar value of type URI has no escapes, so an address with a line end would add lines of its own.
    """
    encoded = quote(unicodedata.normalize("NFC", address.strip()), safe=_KEPT_IN_ADDRESS, errors="replace")
    if not _ADDRESS.fullmatch(encoded) or _CONTROL.search(address.strip()):
        raise InvalidInput(
            "Địa chỉ {address} phải bắt đầu bằng https://, http://, mailto: hoặc tel:.", address=repr(address)
        )
    return encoded
