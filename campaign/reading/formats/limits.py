"""How much a document may hold. Each limit is several times what the longest plan needs."""

from __future__ import annotations

from typing import Final

from campaign.errors import InvalidInput

MAX_FILE: Final = 20_000_000
"""Bytes of a file."""
MAX_PAGES: Final = 400
MAX_TEXT: Final = 5_000_000
"""Bytes of a document's text in UTF-8."""

TOO_LARGE: Final = "Tệp lớn hơn {limit} MB nên không đọc: hãy chỉ nhập phần kế hoạch."
_LONG: Final = "Tài liệu có hơn {limit} MB chữ nên không đọc: hãy chỉ nhập phần kế hoạch."


class TextBudget:
    """Counts the text of one document while it is read."""

    def __init__(self, limit: int = MAX_TEXT) -> None:
        self._limit = self._left = limit

    def take(self, text: str) -> None:
        """Count ``text``.

        :raises InvalidInput: when the document has too much of it.
        """
        self._left -= len(text.encode("utf-8", "replace"))
        if self._left < 0:
            raise InvalidInput(_LONG, limit=self._limit // 1_000_000)
