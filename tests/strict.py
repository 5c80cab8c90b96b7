"""A strict reader of messages, written from the RFCs and independent of the application's encoder.

It refuses what a lenient parser would repair: bare line ends, long lines, malformed encoded words, stray
spaces.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

_WORD = re.compile(r"=\?([A-Za-z0-9-]+)\?([bBqQ])\?([!->@-~]+)\?=")
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+")


class Malformed(ValueError):
    pass


@dataclass(frozen=True)
class Part:
    kind: str
    body: str


@dataclass(frozen=True)
class Message:
    headers: list[tuple[str, str]]  # names and unfolded values as they stand
    text: str
    html: str

    def value(self, name: str) -> str:
        (value,) = [value for header, value in self.headers if header == name]
        return value

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.headers]


def need(condition: object, complaint: str) -> None:
    if not condition:
        raise Malformed(complaint)


def read_message(data: bytes) -> Message:
    need(not re.search(rb"\r(?!\n)|(?<!\r)\n", data), "bare CR or LF")
    need(all(len(line) <= 998 for line in data.split(b"\r\n")), "line over 998 octets")
    need(b"\0" not in data, "NUL")
    head, _, body = data.partition(b"\r\n\r\n")
    headers = read_headers(head.decode("utf-8"))
    kinds = [value for name, value in headers if name == "Content-Type"]
    boundary = re.fullmatch(r'multipart/alternative; boundary="([!-~]{1,70})"', kinds[0])
    need(boundary, "not multipart/alternative")
    parts = [_read_part(part) for part in _split(body, boundary[1].encode())]
    need([part.kind for part in parts] == ["plain", "html"], "not text and html")
    return Message(headers, parts[0].body, parts[1].body)


def read_headers(head: str) -> list[tuple[str, str]]:
    headers: list[tuple[str, str]] = []
    for line in head.split("\r\n"):
        if line.startswith((" ", "\t")):
            need(headers and line.strip(), "continuation of nothing, or an empty one")
            headers[-1] = (headers[-1][0], headers[-1][1] + line)
        else:
            name, colon, value = line.partition(": ")
            need(colon and re.fullmatch(r"[!-9;-~]+", name), f"not a header: {line!r}")
            headers.append((name, value))
        need(len(line) <= 76 or "=?" not in line, "line with an encoded word over 76 columns")
    return headers


def read_text(value: str) -> str:
    """An unstructured header value, encoded words decoded; the white space between two of them vanishes."""
    result, after_word = "", False
    for gap, token in re.findall(r"([ \t]*)([^ \t]+)", value):
        word = _WORD.fullmatch(token)
        result += ("" if word and after_word else gap) + (_decoded(token, word) if word else token)
        after_word = bool(word)
    return result


def read_mailbox(value: str) -> tuple[str, str]:
    """``phrase <address>`` or a bare address, as decoded name and address; comments are not accepted."""
    if "<" not in value:
        need(re.fullmatch(r"[^\s@]+@[A-Za-z0-9.-]+", value), f"not an address: {value!r}")
        return "", value
    address = re.search(r" <([^\s<>@\",;:\\()]+@[A-Za-z0-9.-]+)>$", value)
    need(address, f"no address in brackets: {value!r}")
    return _read_phrase(value[: address.start()]), address[1]


def _read_phrase(text: str) -> str:
    quoted = re.fullmatch(r'"((?:[ !#-\[\]-~]|\\[ -~])*)"', text)
    if quoted:
        return re.sub(r"\\(.)", r"\1", quoted[1])
    for token in text.split():
        word = _WORD.fullmatch(token)
        need(word or _ATOM.fullmatch(token), f"not a phrase: {text!r}")
        need(not word or word[2] in "bB" or re.fullmatch(r"[A-Za-z0-9!*+/=_-]*", word[3]), "Q word in a phrase")
    return read_text(text)


def _decoded(token: str, word: re.Match[str]) -> str:
    need(len(token) <= 75, "encoded word over 75 octets")
    charset, encoding, text = word.groups()
    if encoding in "bB":
        octets = base64.b64decode(text, validate=True)
    else:
        need(not re.search(r"=(?![0-9A-F]{2})", text), "malformed Q word")
        octets = re.sub(rb"=([0-9A-F]{2})", lambda m: bytes.fromhex(m[1].decode()), text.replace("_", " ").encode())
    return octets.decode(charset)  # each word by itself: a split character is an error


def _split(body: bytes, boundary: bytes) -> list[bytes]:
    need(body.count(b"--" + boundary) == 3, "boundary inside a part")
    need(body.startswith(b"--" + boundary + b"\r\n"), "no first boundary")
    need(body.endswith(b"\r\n--" + boundary + b"--\r\n"), "no last boundary")
    first, second = body.split(b"\r\n--" + boundary + b"\r\n")
    first = first.removeprefix(b"--" + boundary + b"\r\n")
    return [first, second.removesuffix(b"\r\n--" + boundary + b"--\r\n")]


def _read_part(part: bytes) -> Part:
    head, _, body = part.partition(b"\r\n\r\n")
    headers = dict(read_headers(head.decode("ascii")))
    kind = re.fullmatch(r"text/(plain|html); charset=utf-8", headers["Content-Type"])
    need(kind and headers["Content-Transfer-Encoding"] == "quoted-printable", "unexpected part")
    return Part(kind[1], read_quoted(body))


def read_quoted(body: bytes) -> str:
    """Quoted-printable by RFC 2045, line ends as LF."""
    octets = b""
    for number, line in enumerate(body.split(b"\r\n")):
        need(len(line) <= 76, "quoted-printable line over 76 columns")
        need(re.fullmatch(rb"(?:[\t -<>-~]|=[0-9A-F]{2})*=?", line), f"not quoted-printable: {line!r}")
        need(not line.endswith((b" ", b"\t")), "white space at the end of a line")
        if number and not soft:  # noqa: F821 - bound by the line before
            octets += b"\n"
        soft = bool(re.search(rb"=$", line))
        line = line[:-1] if soft else line  # noqa: PLW2901
        octets += re.sub(rb"=([0-9A-F]{2})", lambda m: bytes.fromhex(m[1].decode()), line)
    return octets.decode("utf-8")
