"""Texts that write their days with a dot or a dash: "sáng 1.6", "11 - 13.6", "vòng sơ khảo 22-4".

Alone, such figures may be a number of the outline, a price, a version or "four to five". A text that writes several of
them where only a day can stand has the habit; in it they are days wherever a day may stand. They are read as if
written with a slash, which changes no place in the text.
"""

from __future__ import annotations

import re
from typing import Final

from campaign.reading.text import Source
from campaign.reading.time.fragments import D, M, Y

_ENOUGH: Final = 2
_BEFORE: Final = r"(?<![\w.,/-])"
_UNIT: Final = (
    r"(?:người|em|cháu|chị|lần|ngày|buổi|giờ|phút|tháng|tuần|năm|triệu|nghìn|ngàn|tỷ|đồng|điểm|kg|km|m|tuổi|đơn vị|xã|"
    r"lớp|bài|câu|tiết|đội|tổ|thành viên|đại biểu|cuộc|cái|bộ|suất|trang|hộ|gia đình)"
)
_AFTER: Final = rf"(?![\w/%-]|[.,]\d|\s*%|[ \t]+{_UNIT}(?![\wà-ỹ]))"
_WORD: Final = (
    r"(?<![\wà-ỹ])(?:ngày|hôm|từ|đến|tới|hết|trước|sau|vào|sáng|chiều|tối|trưa|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|"
    r"chủ nhật|chậm nhất|hạn|hạn chót|hạn cuối|mừng|niệm|dịp|lễ)[\s,:(]+"
)
_LEAD: Final = rf"{_WORD}(?:{D}\s*(?:-|,|và|đến|tới)\s*(?:ngày\s+)?)*"
_SURE: Final = {
    ".": re.compile(rf"(?:{_LEAD}|{_BEFORE}{D}\s*-\s*){D}(?P<sign>\.){M}{_AFTER}"),
    "-": re.compile(rf"{_LEAD}{D}(?P<sign>-){M}{_AFTER}|{_BEFORE}{D}(?P<full>-){M}-{Y}"),
}
_PART: Final = {
    ".": re.compile(rf"{_BEFORE}(?P<d>{D})(?P<sign>\.)(?P<m>{M}){_AFTER}"),
    "-": re.compile(rf"{_BEFORE}(?P<d>{D})(?P<sign>-)(?P<m>{M}){_AFTER}"),
}
_BEGINS: Final = re.compile(
    rf"(?:{_LEAD}|[:(;]\s*(?:{D}\s*(?:-|,|và)\s*)*|(?<![\w.,/]){D}\s*-\s*|\d[./-]\d{{1,2}}\s*(?:-|,|và|;|đến)\s*)$"
)
_LISTED: Final = re.compile(r"(?:^|\n)[ \t]*(?:[-+*•]\s*)?$")
_CLOSES: Final = re.compile(r"[ \t]*(?:[.;:,)\n]|$|và |tại |-)")
_ITEM_ENDS: Final = re.compile(r"[ \t]*[:,]")
_NAMES: Final = re.compile(
    r"(?<![\wà-ỹ])(?:mục|điều|khoản|điểm|số|phần|chương|bảng|biểu|phụ lục|phiên bản|bản|lớp|phòng|tầng|nhóm|tổ|khối|"
    r"giá|điểm số|tỷ số|tỷ lệ|mức|trang|bài|tiết|quyển|hình|câu)\s+$"
)
_LOOK_BACK: Final = 60


def with_slashes(source: Source) -> Source:
    """The source with its days written with slashes where it has the habit of dots or dashes."""
    lines = _lines(source)
    places = [place for sign in (".", "-") for place in _places(lines, sign)]
    changed = list(source.text)
    for place in places:
        changed[place] = "/"
    return source.read_as("".join(changed)) if places else source


def _lines(source: Source) -> str:
    """The folded text with its line ends."""
    starts = (*source.line_starts[1:], len(source.folded) + 1)
    begins = source.line_starts
    return "\n".join(source.folded[begin : end - 1] for begin, end in zip(begins, starts, strict=True))


def _places(folded: str, sign: str) -> list[int]:
    """The places of the dots or dashes that stand in a day."""
    if sum(1 for _ in _SURE[sign].finditer(folded)) < _ENOUGH:
        return []
    return [match.start("sign") for match in _PART[sign].finditer(folded) if _is_day(folded, match, sign)]


def _is_day(folded: str, match: re.Match[str], sign: str) -> bool:
    """Whether figures in a text of that habit stand where a day may stand."""
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _NAMES.search(before):
        return False
    if _BEGINS.search(before):
        return True
    if _LISTED.search(before):
        return bool(_ITEM_ENDS.match(folded, match.end()))
    bigger = int(match["d"]) > int(match["m"])
    return (sign == "." or bigger) and bool(_CLOSES.match(folded, match.end()))
