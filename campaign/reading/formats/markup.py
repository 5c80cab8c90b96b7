"""Untrusted XML, read as a stream: a DTD is refused, nothing is fetched, no tree is built.

Expat, from the standard library, calls back for each tag and stops at the first exception; memory stays the
same for a part of one kilobyte or fifty megabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from xml.parsers import expat

from campaign.errors import InvalidInput

MAX_DEPTH: Final = 256

StartTag = Callable[[str, dict[str, str]], None]
EndTag = Callable[[str], None]
Text = Callable[[str], None]

_DTD: Final = "Tài liệu có khai báo DTD, thứ không bao giờ có trong tệp của Word hay Excel, nên không đọc."
_DEEP: Final = "Tài liệu lồng nhau quá {limit} lớp nên không đọc."
_BROKEN: Final = "Tài liệu có phần XML bị hỏng: hãy mở bằng Word hay Excel, lưu lại rồi nhập lại."


def parse(
    chunks: Iterable[bytes],
    *,
    start: StartTag | None = None,
    end: EndTag | None = None,
    text: Text | None = None,
) -> None:
    """Call back for each tag, end of tag and text; names come as ``namespace local``, joined by a space.

    :raises InvalidInput: for a DTD, nesting beyond ``MAX_DEPTH`` or broken XML; callbacks may raise it, too.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    depth = 0

    def open_tag(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise InvalidInput(_DEEP, limit=MAX_DEPTH)
        if start:
            start(name, attributes)

    def close_tag(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name)

    parser.StartElementHandler, parser.EndElementHandler = open_tag, close_tag
    parser.CharacterDataHandler = text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise InvalidInput(_BROKEN) from error


def _refuse_doctype(*_declaration: object) -> None:
    raise InvalidInput(_DTD)
