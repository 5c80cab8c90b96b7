"""A mail: serialised once for everybody, stamped for each person.

``seal`` does what is slow (inlining CSS, encoding headers and bodies) once per notice and language. ``stamp``
joins the finished pieces with the few bytes that differ: recipient, Message-ID, date, links, greeting. Values
are encoded on their own and joined in one pass, so nothing that a value contains can become a slot, a header
or markup.
"""

from __future__ import annotations

import html
import json
import re
import secrets
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, Literal, TypeAlias

import css_inline

from campaign.mailer.address import Address
from campaign.mailer.header import SOFT_BREAK, address_field, quoted_printable, text_field, token_field
from campaign.plaintext import clean

Part: TypeAlias = Literal["text", "html", "calendar"]

SLOTS: Final = frozenset({"greeting", "personal", "unsubscribe", "answer", "attendee"})

# Only templates of this process can write these marks: they hold a secret of 128 bits and never leave ``seal``. A
# mark that a text could contain would put every recipient's own links wherever its author wants them.
_OPEN, _CLOSE = f"slot-{secrets.token_hex(16)}-", "-"
_SLOT = re.compile(f"{_OPEN}([a-z_]+){_CLOSE}")
# Quoted-printable never produces "=_", so this line cannot occur in a body (RFC 2045, section 6.7).
_BOUNDARY: Final = "=_campaign_alternative"
_MIXED: Final = "=_campaign_mixed"
_CRLF: Final = "\r\n"
_METHOD = re.compile(r"^METHOD:([A-Z]+)$", re.MULTILINE)
_LIST_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*>")
_LINK = re.compile(r"https?://[^\s<>,\"]+")
_FOLDED = rb": [^\r\n]*(?:\r\n [^\r\n]+)*\r\n"
_STAMPED = re.compile(
    b"".join(name + _FOLDED for name in (b"To", b"Date", b"Message-ID")) + b"(?:List-Unsubscribe" + _FOLDED + b")?"
)
_FORMAT: Final = b"\x01"
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a notice says to everybody, rendered, with ``slot`` marks where persons differ.

    ``list_id`` is a dotted name that stays the same for all mailings of one list (RFC 2919), empty for a mail about
    a person's own account, which nobody can unsubscribe from; ``language`` a tag of BCP 47.
    Slots are filled in ``text`` and ``html`` only, never in the subject. ``about``: the id of the occurrence that the
    readers may answer for, 0 for none; it is kept with the mail, so that their links can be made. ``calendar``: a
    scheduling message with LF as line end, which the mail then carries twice, as RFC 6047 and Outlook want it: as the
    last alternative and, in the same words, as an attachment.
    """

    subject: str
    text: str
    html: str
    sender: Address
    reply_to: Address | None
    list_id: str
    language: str
    about: int = 0
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class SealedMail:
    """A sealed draft: the head that precedes the stamped headers, and the rest cut at its slots."""

    head: bytes
    pieces: tuple[bytes, ...]
    slots: tuple[tuple[Part, str], ...]
    about: int = 0

    @property
    def invites(self) -> bool:
        """Whether it carries a calendar part, which names its reader."""
        return bool(self.slots) and self.slots[-1][0] == "calendar"

    def stamp(
        self,
        to: Address,
        *,
        message_id: str,
        date: datetime,
        values: Mapping[str, str],
        list_unsubscribe: str = "",
    ) -> bytes:
        """The finished message for one person: CRLF lines, 7-bit unless an address needs SMTPUTF8.

        ``values`` must hold every slot that the mail uses (KeyError); others are ignored. ``message_id``
        comes from ``message_id()``, ``date`` is aware, ``list_unsubscribe`` is given for mails of a list.
        Equal arguments give equal bytes.
        """
        if not _MESSAGE_ID.fullmatch(message_id):
            raise ValueError(f"not a Message-ID: {message_id!r}")
        if list_unsubscribe and not _LINK.fullmatch(list_unsubscribe):
            raise ValueError(f"not a link: {list_unsubscribe!r}")
        stamped = b"".join(
            (
                address_field("To", to),
                b"Date: " + rfc5322_date(date).encode() + b"\r\n",
                token_field("Message-ID", message_id),
                token_field("List-Unsubscribe", f"<{list_unsubscribe}>") if list_unsubscribe else b"",
            )
        )
        # The encoders above make this impossible. It is checked because one wrong byte here is another Bcc.
        if not _STAMPED.fullmatch(stamped):
            raise ValueError("stamped header fields are not the expected ones")
        message = [self.head, stamped, self.pieces[0]]
        for (part, name), piece in zip(self.slots, self.pieces[1:], strict=True):
            message += (_fill(part, values[name]), piece)
        return b"".join(message)

    def to_bytes(self) -> bytes:
        """A compact form for the database; ``from_bytes`` reads it."""
        fields = (self.head.decode(), [piece.decode() for piece in self.pieces], self.slots, self.about)
        return _FORMAT + zlib.compress(json.dumps(fields, ensure_ascii=False).encode())

    @classmethod
    def from_bytes(cls, stored: bytes) -> SealedMail:
        """Raises ValueError for bytes that this version did not write."""
        if stored[:1] != _FORMAT:
            raise ValueError(f"unknown mail format {stored[:1]!r}")
        head, pieces, slots, *about = json.loads(zlib.decompress(stored[1:]))
        return cls(
            head.encode(),
            tuple(piece.encode() for piece in pieces),
            tuple((part, name) for part, name in slots),
            *about,  # mails of earlier versions have none
        )


def slot(name: str) -> str:
    """The mark that a template leaves where ``stamp`` will put the person's value; never shown to anybody."""
    if not re.fullmatch(r"[a-z_]+", name):
        raise ValueError(f"not a slot name: {name!r}")
    return f"{_OPEN}{name}{_CLOSE}"


def seal(draft: Draft, *, slots: Iterable[str] = SLOTS) -> SealedMail:
    """Serialise a draft once.

    Raises ValueError for a slot outside ``slots`` and InvalidInput for a bad header value.
    """
    head = address_field("From", draft.sender)
    if draft.reply_to:
        head += address_field("Reply-To", draft.reply_to)
    head += text_field("Subject", unicodedata.normalize("NFC", draft.subject))
    pieces: list[bytes] = [_fixed_fields(draft)]
    marked: list[tuple[Part, str]] = []
    for part, opening, content in _parts(draft):
        pieces[-1] += opening
        coded, names = _cut(content, frozenset(slots))
        pieces[-1] += coded[0]
        pieces += coded[1:]
        marked += [(part, name) for name in names]
    pieces[-1] += f"\r\n--{_MIXED if draft.calendar else _BOUNDARY}--\r\n".encode()
    return SealedMail(head, tuple(pieces), tuple(marked), draft.about)


def _parts(draft: Draft) -> Iterator[tuple[Part, bytes, str]]:
    """Each body of the mail with what precedes it."""
    calendar = clean(draft.calendar)
    yield "text", _part_head("text/plain"), clean(draft.text)
    yield "html", b"\r\n" + _part_head("text/html"), _INLINER.inline(clean(draft.html))
    if found := _METHOD.search(calendar):
        yield "calendar", b"\r\n" + _part_head("text/calendar", f"; method={found[1]}"), calendar
        file = 'Content-Disposition: attachment; filename="invite.ics"\r\n'
        attached = _part_head("application/ics", '; name="invite.ics"', boundary=_MIXED, more=file)
        yield "calendar", f"\r\n--{_BOUNDARY}--\r\n".encode() + attached, calendar


def message_id(kind: str, key: int | str, domain: str) -> str:
    """The Message-ID of a stored message, derived from its row, so that every attempt carries the same one.

    ``domain`` is the organisation's mail domain, never this machine's name. ``key`` must be unique for ever
    under that domain: a receiver drops a mail whose Message-ID it has seen.
    """
    identifier = f"<{kind}.{key}@{domain.encode('idna').decode('ascii')}>"
    if not _MESSAGE_ID.fullmatch(identifier):
        raise ValueError(f"not a Message-ID: {identifier!r}")
    return identifier


@lru_cache(maxsize=64)
def rfc5322_date(date: datetime) -> str:
    """``Tue, 20 Oct 2026 07:00:00 +0000`` in any locale. Raises ValueError for a naive datetime."""
    if date.tzinfo is None:
        raise ValueError("a message date must be aware")
    utc = date.astimezone(UTC)
    return f"{_DAYS[utc.weekday()]}, {utc.day:02d} {_MONTHS[utc.month - 1]} {utc.year} {utc:%H:%M:%S} +0000"


def _fixed_fields(draft: Draft) -> bytes:
    if draft.list_id and not _LIST_ID.fullmatch(draft.list_id):
        raise ValueError(f"not a List-ID: {draft.list_id!r}")
    if not _LANGUAGE.fullmatch(draft.language):
        raise ValueError(f"not a language tag: {draft.language!r}")
    one_click = f"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nList-ID: <{draft.list_id}>\r\n"  # RFC 8058
    return (
        f"{one_click if draft.list_id else ''}"
        "Auto-Submitted: auto-generated\r\n"  # RFC 3834: holiday responders stay silent
        "X-Auto-Response-Suppress: OOF, AutoReply\r\n"  # for Exchange; failures it shall report
        f"Content-Language: {draft.language}\r\n"
        "MIME-Version: 1.0\r\n"
        f"{_multipart('mixed', _MIXED) + f'--{_MIXED}{_CRLF}' if draft.calendar else ''}"
        f"{_multipart('alternative', _BOUNDARY)}"
    ).encode("ascii")


def _multipart(subtype: str, boundary: str) -> str:
    return f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'


def _part_head(content_type: str, parameters: str = "", *, boundary: str = _BOUNDARY, more: str = "") -> bytes:
    return (
        f"--{boundary}\r\n"
        f"Content-Type: {content_type}; charset=utf-8{parameters}\r\n"
        f"{more}"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
    ).encode("ascii")


def _cut(content: str, known: frozenset[str]) -> tuple[list[bytes], list[str]]:
    """The encoded pieces between the slots (one more than slots), and the names of the slots."""
    pieces = _SLOT.split(content)
    names = pieces[1::2]
    unknown = set(names) - known
    if unknown:
        raise ValueError(f"unknown slots: {sorted(unknown)}")
    coded = [quoted_printable(piece) for piece in pieces[::2]]
    return [
        (SOFT_BREAK if place else b"") + piece + (SOFT_BREAK if place < len(names) else b"")
        for place, piece in enumerate(coded)
    ], names


def _fill(part: Part, value: str) -> bytes:
    return _coded(html.escape(value) if part == "html" else value)


@lru_cache(maxsize=256)
def _coded(value: str) -> bytes:
    """Kept for a while, for most values occur in both parts of a mail."""
    return quoted_printable(clean(value))
