"""Header fields as bytes: our own RFC 2047 encoder and RFC 5322 folding.

The standard library of Python 3.11 loses and adds spaces between Vietnamese words and lets an encoded word
smuggle a line end into the header. Here a text is either plain ASCII that is safe as it stands, or it is
encoded as a whole, so a reader gets back exactly the text, even when it looks like an encoded word itself.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Final

from campaign.errors import InvalidInput
from campaign.mailer.address import Address, is_address

LINE_LIMIT: Final = 76  # columns of a line that holds an encoded word (RFC 2047, section 2)
WORD_LIMIT: Final = 75  # octets of one encoded word

_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_TOKEN = re.compile(r"[!-~]+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_Q_LITERAL: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/"
_ENVELOPE: Final = len("=?utf-8?q??=")


def text_field(name: str, text: str) -> bytes:
    """An unstructured field such as Subject, folded, with its line end. Raises InvalidInput for controls."""
    _refuse_controls(name, text)
    start = len(name) + 2
    if not text or (_PLAIN.fullmatch(text) and "=?" not in text):
        lines = _fold_words(text.split(" "), start)
        if lines or not text:
            return f"{name}: {lines}\r\n".encode("ascii")
    return f"{name}: {_encode(text, start)}\r\n".encode("ascii")


def address_field(name: str, address: Address) -> bytes:
    """A field with one mailbox, ``From: =?utf-8?…?= <an@example.vn>``, folded, with its line end.

    A local part outside ASCII stays as it is (RFC 6532); it is sent only where SMTPUTF8 is offered.
    """
    if not is_address(address.email):
        raise InvalidInput("“{address}” không phải là địa chỉ thư hợp lệ.", address=ascii(address.email)[1:-1])
    if not address.name:
        return f"{name}: {address.email}\r\n".encode()
    _refuse_controls(name, address.name)
    phrase = _phrase(address.name, len(name) + 2)
    column = len(name) + 2 + len(phrase) if "\r\n" not in phrase else len(phrase) - phrase.rindex("\n") - 1
    gap = " " if column + len(address.email) + 3 <= LINE_LIMIT else "\r\n "
    return f"{name}: {phrase}{gap}<{address.email}>\r\n".encode()


def token_field(name: str, value: str) -> bytes:
    """A field whose value is one printable ASCII word without spaces: an identifier, a URL in brackets."""
    if not _TOKEN.fullmatch(value):
        raise InvalidInput("Giá trị của {header} có ký tự không được phép.", header=name)
    return f"{name}: {value}\r\n".encode("ascii")


def _refuse_controls(name: str, text: str) -> None:
    if _FORBIDDEN.search(text):
        raise InvalidInput("Giá trị của {header} có ký tự không được phép.", header=name)


def _phrase(text: str, start: int) -> str:
    """A display name: bare atoms, a quoted string, or encoded words."""
    if _PLAIN.fullmatch(text) and "=?" not in text:
        quoted = text if _ATOMS.fullmatch(text) else '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'
        if start + len(quoted) <= LINE_LIMIT:
            return quoted
    return _encode(text, start)


def _fold_words(words: list[str], start: int) -> str:
    """The words in lines of at most LINE_LIMIT columns, or "" if one of them is too long to fit."""
    lines, column = "", start
    for number, word in enumerate(words):
        gap = " " if number else ""
        if column + len(gap) + len(word) > LINE_LIMIT:
            gap, column = "\r\n ", 0
            if not number or len(word) >= LINE_LIMIT:
                return ""
        lines += gap + word
        column += len(word) + 1
    return lines


def _encode(text: str, start: int) -> str:
    """The whole text as encoded words; readers drop the line break and space between them (RFC 2047, 6.2)."""
    octets = text.encode()
    cost_q = len(octets) + 2 * len(octets.translate(None, delete=_Q_LITERAL + b" "))
    as_base64 = 4 * -(-len(octets) // 3) < cost_q
    chunks = _chunks(text, start, as_base64=as_base64)
    if as_base64:
        words = [f"=?utf-8?b?{base64.b64encode(chunk.encode()).decode('ascii')}?=" for chunk in chunks]
    else:
        words = [f"=?utf-8?q?{''.join(map(_q, chunk))}?=" for chunk in chunks]
    return "\r\n ".join(words)


def _chunks(text: str, start: int, *, as_base64: bool) -> Iterator[str]:
    """The text cut between characters, each piece short enough for its encoded word and its line."""
    room = min(WORD_LIMIT, LINE_LIMIT - start) - _ENVELOPE
    if as_base64 and len(text.encode()) <= room // 4 * 3:
        yield text  # most names need one word
        return
    begin = used = 0
    for place, letter in enumerate(text):
        size = len(letter.encode()) if as_base64 else len(_q(letter))
        limit = room // 4 * 3 if as_base64 else room
        if used + size > limit:
            yield text[begin:place]
            begin, used, room = place, 0, WORD_LIMIT - _ENVELOPE
        used += size
    yield text[begin:]


def _q(letter: str) -> str:
    """One character in the Q encoding, with the narrow alphabet of phrases (RFC 2047, section 5, rule 3)."""
    if letter == " ":
        return "_"
    return "".join(chr(octet) if octet in _Q_LITERAL else f"={octet:02X}" for octet in letter.encode())


SOFT_BREAK: Final = b"=\r\n"
# What stands as it is: the usual link or plain word. Kept narrow so that one match decides.
_LITERAL = re.compile(r"(?![.F])[ -<>-~]{0,74}[!-<>-~]")
# For str.translate, over octets seen as Latin-1 characters.
_CODES: Final = [
    chr(octet) if octet in range(0x20, 0x7F) and octet != ord("=") else f"={octet:02X}" for octet in range(256)
]
# At most 75 columns, which leaves one for the soft break, and never a cut inside an =XX.
_LINE = re.compile(rb".{1,75}(?<!=)(?<!=.)")


def quoted_printable(text: str) -> bytes:
    """UTF-8 with CRLF line ends and lines of at most 76 columns; may stand between two soft breaks."""
    if _LITERAL.fullmatch(text):
        return text.encode("ascii")
    return b"\r\n".join([_line(line) for line in text.encode().split(b"\n")])


def _line(raw: bytes) -> bytes:
    coded = raw.decode("latin-1").translate(_CODES).encode("ascii")
    if coded.endswith(b" "):
        coded = coded[:-1] + b"=20"
    # Some relays still alter these line starts: a dot by careless stuffing, "From " for the sake of mbox
    # files.
    if coded.startswith((b".", b"From ")):
        coded = b"=%02X" % coded[0] + coded[1:]
    if len(coded) > 75:  # noqa: PLR2004 - see _LINE
        coded = SOFT_BREAK.join(_LINE.findall(coded))
    return coded
