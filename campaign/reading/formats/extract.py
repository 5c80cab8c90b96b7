"""A document file to its text: bytes in, text out; the bytes tell the format, never the name.

The limits are kept here, but a parser may still be slow or greedy on a file made to hurt it: whoever reads
files from outside calls :func:`campaign.reading.sandbox.extract_safely` instead.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import PurePath
from typing import Any, Final

from campaign.errors import InvalidInput
from campaign.reading.formats import letters, plain, recognise
from campaign.reading.formats.archive import open_ooxml
from campaign.reading.formats.limits import MAX_FILE, TOO_LARGE, TextBudget
from campaign.reading.formats.word import docx
from campaign.reading.values import Document, FileKind, Note

__all__ = ["Document", "extract", "extract_fields"]

_EMPTY: Final = "Tệp không có chữ nào."

_NOISE: Final = str.maketrans(
    dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\x1a"))
    | dict.fromkeys(map(ord, "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " ")
    | dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
)
_SPACES: Final = re.compile(r" {2,}")
_AROUND_TABS: Final = re.compile(r" *\t *")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")


def extract(data: bytes, name: str = "") -> Document:
    """Read a .docx, a .pdf with text or a .txt; ``name`` serves only to note a misleading suffix.

    :raises InvalidInput: one sentence on what is wrong and, for other formats, how to convert the file.
    """
    if len(data) > MAX_FILE:
        raise InvalidInput(TOO_LARGE, limit=MAX_FILE // 1_000_000)
    if not data:
        raise InvalidInput(_EMPTY)
    kind = recognise.kind_of(data)
    raw, notes = _text_of(data, kind)
    text = _tidy(raw, keeps_lines=kind == "txt")
    TextBudget().take(text)
    if not text:
        raise InvalidInput(_EMPTY)
    return Document(text + "\n", kind, (*_name_note(name, kind), *notes))


def extract_fields(data: bytes, name: str) -> dict[str, Any]:
    """The fields of :func:`extract`'s document, as the child process sends them."""
    return asdict(extract(data, name))


def _text_of(data: bytes, kind: FileKind) -> tuple[str, tuple[Note, ...]]:
    if kind == "txt":
        return plain.text_of(data)
    if kind == "pdf":
        from campaign.reading.formats.pdf import pdf  # noqa: PLC0415 - pypdf loads longer than most files are read

        text, notes = pdf.text_of(data, TextBudget())
    else:
        parts = open_ooxml(data)
        text, notes = docx.text_of(parts, recognise.word_body(parts), TextBudget()), ()
    unmasked, more = plain.unmask(text)
    return unmasked, notes + more


def _tidy(text: str, *, keeps_lines: bool) -> str:
    """NFC, LF, plain spaces, nothing invisible, no more than one empty line together.

    ``keeps_lines``: every line keeps its number, so that "dòng 39" is line 39 for whoever opens the file.
    """
    plain_text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOISE)
    plain_text = _AROUND_TABS.sub("\t", _SPACES.sub(" ", letters.nfc(plain_text)))
    lines = (line.strip(" ").rstrip() for line in plain_text.split("\n"))
    tidied = "\n".join(lines)
    return tidied.rstrip("\n") if keeps_lines else _EMPTY_LINES.sub("\n\n", tidied).strip("\n")


def _name_note(name: str, kind: FileKind) -> tuple[Note, ...]:
    suffix = PurePath(name).suffix.lower()
    if suffix not in {".docx", ".doc", ".pdf", ".txt"} or suffix == f".{kind}":
        return ()
    return (Note("misnamed", suffix, f".{kind}"),)
