"""A plain text file in whatever Vietnamese encoding; one that is not certain is refused by name."""

from __future__ import annotations

import codecs
from typing import Final

from campaign.errors import InvalidInput
from campaign.reading.formats import legacy
from campaign.reading.values import Note

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 20_000
_UNCERTAIN: Final = (
    "Không chắc tệp văn bản dùng bảng mã nào (TCVN3, VNI hay Windows-1258): "
    "hãy chuyển sang Unicode bằng UniKey rồi lưu thành UTF-8."
)
_BROKEN: Final = "Tệp văn bản {encoding} bị hỏng: hãy lưu lại thành UTF-8 rồi nhập lại."
_BINARY: Final = "Tệp này không phải văn bản: hãy nhập tệp .docx, .pdf có chữ hoặc .txt."


def text_of(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text and what a reader should know about its encoding.

    :raises InvalidInput: for what is no text, or text in an encoding that is not certain.
    """
    encoding, mark = _unicode_encoding(data)
    if encoding:
        try:
            text = data[mark:].decode(encoding)
        except UnicodeDecodeError as error:
            raise InvalidInput(_BROKEN, encoding=encoding.upper()) from error
        _refuse_binary(text)
        return unmask(text)
    text = legacy.windows_1252(data)
    _refuse_binary(text)
    found = legacy.certain(text)
    if found is None:
        raise InvalidInput(_UNCERTAIN)
    return legacy.convert(text, found), (Note("converted", found),)


def unmask(text: str) -> tuple[str, tuple[Note, ...]]:
    """Unicode text as it is, or converted where its characters are a legacy code page in disguise.

    That is what comes out when text in an old font is copied or printed to PDF.
    """
    if legacy.is_vietnamese(text):
        return text, ()
    found = legacy.certain(text)
    if found is None:
        return text, ()
    return legacy.convert(text, found), (Note("converted", found),)


def _unicode_encoding(data: bytes) -> tuple[str | None, int]:
    """The Unicode encoding, told by mark, zero bytes or being valid, and the length of the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    sample = data[:_SAMPLE]
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    # In UTF-16 one byte of a space or an ASCII letter is 0, always on the same side.
    if odds * 8 > len(sample) and not evens:
        return "utf-16-le", 0
    if evens * 8 > len(sample) and not odds:
        return "utf-16-be", 0
    try:
        data.decode()
    except UnicodeDecodeError:
        return None, 0
    return "utf-8", 0


def _refuse_binary(text: str) -> None:
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\v\x1a")
    if "\0" in text or controls * 1000 > len(text):
        raise InvalidInput(_BINARY)
