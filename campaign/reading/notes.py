"""What the reader tells the person who brought a file, beside its text: fixed sentences with values in them.

They are kept as finished sentences. ``understood`` finds the sentence and its values again, so that a page can say it
in another language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

MISNAMED: Final = "Tên tệp có đuôi {suffix} nhưng nội dung là {kind}."
CONVERTED: Final = "Văn bản dùng bảng mã {encoding}, đã chuyển sang Unicode."
SOME_EMPTY: Final = "Không đọc được chữ ở trang {pages}: có thể đó là ảnh quét."
NOTES: Final = (MISNAMED, CONVERTED, SOME_EMPTY)
_PLACE: Final = re.compile(r"\\\{(\w+)\\\}")
_PATTERNS: Final = tuple((note, re.compile(_PLACE.sub(r"(?P<\1>.+)", re.escape(note)))) for note in NOTES)


def understood(note: str) -> tuple[str, Mapping[str, str]]:
    """The sentence of a note and the values in it; a note that is none of ours is said as it is."""
    for sentence, pattern in _PATTERNS:
        found = pattern.fullmatch(note)
        if found:
            return sentence, found.groupdict()
    return "{note}", {"note": note}
