"""The text of a .pdf that has text; pictures are never decoded, and a scanned document is refused."""

from __future__ import annotations

import io
import logging
from typing import Final

from pypdf import PageObject, PasswordType, PdfReader

from campaign.errors import InvalidInput
from campaign.reading.formats.limits import MAX_PAGES, TextBudget
from campaign.reading.formats.pdf import columns, pages, places
from campaign.reading.values import Note

_SCANNED: Final = (
    "Tệp .pdf này là bản quét, không có chữ để đọc: "
    "hãy nhận dạng chữ (OCR) hoặc xin bản Word của kế hoạch rồi nhập lại."
)
_LOCKED: Final = "Tệp .pdf có mật khẩu: hãy lưu một bản không có mật khẩu rồi nhập lại."
_BROKEN: Final = "Tệp .pdf bị hỏng: hãy mở bằng trình đọc PDF, in ra một tệp .pdf mới rồi nhập lại."
_MANY: Final = "Tệp .pdf có hơn {limit} trang nên không đọc: hãy chỉ nhập phần kế hoạch."
_NAMED_PAGES: Final = 10


def text_of(data: bytes, budget: TextBudget) -> tuple[str, tuple[Note, ...]]:
    """The text of all pages and, as a note, which of them have none.

    :raises InvalidInput: for a scanned, locked or broken document, or one beyond the limits.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said once, in a sentence
    try:
        texts = _page_texts(data, budget)
    except (InvalidInput, MemoryError):
        raise
    except Exception as error:  # a broken file can make pypdf raise nearly anything
        raise InvalidInput(_BROKEN) from error
    empty = [number for number, text in enumerate(texts, 1) if not any(map(str.isalpha, "".join(text)))]
    if len(empty) == len(texts):
        raise InvalidInput(_SCANNED)
    return pages.running_text(texts), _empty_note(empty)


def _page_texts(data: bytes, budget: TextBudget) -> list[list[str]]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _unlocked(reader):
        raise InvalidInput(_LOCKED)
    texts: list[list[str]] = []
    for page in reader.pages:
        if len(texts) == MAX_PAGES:
            raise InvalidInput(_MANY, limit=MAX_PAGES)
        lines = [line.encode("utf-8", "replace").decode() for line in _page_lines(page)]
        budget.take("".join(lines))
        texts.append(lines)
    return texts


def _page_lines(page: PageObject) -> list[str]:
    """The lines by their places; without these where they tell nothing (turned pages, text in forms)."""
    rows = places.rows(page) or columns.rows_of_text(page.extract_text())
    return columns.lines_of(rows)


def _unlocked(reader: PdfReader) -> bool:
    """Whether the empty password opens it: many plans only forbid printing or copying."""
    try:
        return reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except Exception as error:  # ciphers that are unknown or not installed
        raise InvalidInput(_LOCKED) from error


def _empty_note(empty: list[int]) -> tuple[Note, ...]:
    if not empty:
        return ()
    named = ", ".join(map(str, empty[:_NAMED_PAGES])) + (" …" if len(empty) > _NAMED_PAGES else "")
    return (Note("empty_pages", named),)
