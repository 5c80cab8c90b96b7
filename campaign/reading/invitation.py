"""What a letter of invitation invites to, where no title says it.

"... trân trọng kính mời Quý vị tới dự tọa đàm:" and below it the time and the place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from campaign.reading.text import fold

_INVITES = re.compile(
    r"\b(?:kính|trân trọng|xin|thân)\s+mời\b(?:[^.;…]|\.{3,}|…){0,120}?"
    r"\b(?:tham dự|tới dự|đến dự|về dự|dự|tham gia)\s*:?\s+"
    r"(?P<what>[^.;:]{4,200}?)(?=,|\s+(?:vào|lúc|ngày|tại|từ|do|với|theo|như|\(|được)(?![\wà-ỹ])|:|[.;]|$)"
)
# "Kính mời: ........" and on the next line "Tới dự: Họp báo ..."
_ASKS = re.compile(r"\bmời\b[^.;…]{0,120}[\s:.…_]*$")
_WHAT = re.compile(r"(?:tham dự|tới dự|đến dự|về dự|dự|tham gia)\s*:?\s")
_NAME = re.compile(r"[\"“«][^\"”»]{4,160}[\"”»]\.?$")
_BARE = re.compile(r"(?:chương trình|buổi|cuộc|sự kiện|lễ)?\s*$")


def invited(texts: Sequence[str]) -> str | None:
    """The event that these paragraphs invite to, with its name where that stands below on a line of its own."""
    for line, following in zip_longest(texts, texts[1:], fillvalue=""):
        torn = _ASKS.search(fold(line)) and _WHAT.match(fold(following))
        text, below = (f"{line} {following}", "") if torn else (line, following)
        match = _INVITES.search(fold(text))
        if match is None:
            continue
        what = text[match.start("what") : match.end("what")].strip()
        named = text.rstrip().endswith(":") and match.end() >= len(text.rstrip()) - 1 and _NAME.match(below)
        if named:
            return f"{what} {below.rstrip('.')}"
        return None if _BARE.fullmatch(fold(what)) else what
    return None
