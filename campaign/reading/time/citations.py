"""Where a text cites legal documents: their dates say when they were signed, never that something is to be done."""

from __future__ import annotations

import re

from campaign.reading.time.fragments import DAY

DOCUMENT = (
    r"(?:bộ luật|luật|nghị quyết|nghị định|thông tư(?: liên tịch)?|quyết định|chỉ thị|"
    r"công văn|công điện|kế hoạch|"
    r"chương trình|hướng dẫn|thông báo|thông tri|kết luận|quy định|quy chế|đề án|báo cáo|"
    r"tờ trình|văn bản|pháp lệnh|"
    r"hiến pháp|giấy mời|điều lệ|hợp đồng|biên bản|chiến lược|thư ngỏ|thể lệ|lời kêu gọi|công ước)"
)
ACT = r"(?:nghị quyết|nghị định|thông tư|quyết định|chỉ thị|công văn|kết luận)"
SYMBOL = r"\d*\s?(?:/\d{4})?\s?[/-]\s?[a-zđ]{2,}[\w&./-]*"
# From the number to the date: some words, none of which makes the date a time limit.
_SHORT_WAY = r"(?:(?!\b(?:trước|chậm nhất|không muộn|hạn)\b)[^;:()]){0,80}?"
_ENACTED = r"(?:,?\s*\(?\s*(?:được\s+)?(?:ban hành|ký|ra|thông qua|đề)?\s*,?\s*)"
_MASKS = tuple(
    re.compile(form)
    for form in (
        # Công văn số 171/LĐTBXH ngày 25 tháng 02 năm 2020
        rf"số\s*:?\s*{SYMBOL}{_SHORT_WAY}{_ENACTED}ngày\s+{DAY}",
        rf"{DOCUMENT}\s[^;:.(),]{{0,40}}?\bsố\s*:?\s*\d+{_SHORT_WAY}{_ENACTED}ngày\s+{DAY}",
        (
            r"(?<![\d/])"
            rf"\d+\s?(?:/\d{{4}})?\s?/\s?[a-zđ]{{2,}}[\w&./-]*[^,;:()\d]{{0,80}}?{_ENACTED}ngày\s+{DAY}"
        ),
        rf"{ACT}\s+\d+\s[^;:()\d]{{0,40}}?ngày\s+{DAY}",
        # Thông báo ngày 05/3/2024 của ...
        (
            rf"{DOCUMENT}(?:\s+[\wà-ỹ]+){{0,6}}?\s+(?:ký\s+|"
            rf"ban hành\s+)?ngày\s+{DAY}\s*,?\s*(?:của|về việc|v/v|do)(?=\s)"
        ),
        (
            r"(?:ban hành|(?<!trình )ký|có hiệu lực(?: thi hành)?|thi hành|hiệu lực)"
            rf"\s+(?:kể\s+)?(?:từ\s+)?(?:vào\s+)?ngày\s+{DAY}"
        ),
        rf"số\s*:?\s*{SYMBOL}",
        rf"{ACT}\s+(?:số\s+)?\d+/\d{{4}}",
        r"(?<![\d/])\d+\s?(?:/\d{4})?/[a-zđ]{2,}[\w&-]*",
        rf"(?:theo|căn cứ|tại)\s+{DOCUMENT}(?:\s+\w+){{0,3}}?\s+ngày\s+{DAY}",
        # Ngày 24/11, Trung ương Hội có văn bản số ...
        (
            rf"ngày\s+{DAY}\s*,[^,;.]{{3,100}}?\s(?:đã\s+)?(?:có|ban hành|ra|ký|phát hành)"
            rf"\s+(?:ban hành\s+)?{DOCUMENT}"
        ),
        r"(?:bộ luật|luật|pháp lệnh|hiến pháp)\s[^,;:.()]{0,60}?năm\s+\d{4}",
        # Tại phiên họp ngày 03/02/2027
        (
            r"(?:tại|theo|sau|kết luận)\s+(?:kết luận\s+)?(?:tại\s+)?(?:phiên họp|cuộc họp|"
            rf"hội nghị|buổi họp|buổi làm việc|đại hội)\s[^,;.:]{{0,40}}?ngày\s+{DAY}"
        ),
    )
)


def cited(folded: str) -> list[tuple[int, int]]:
    """The spans that name legal documents with their dates or symbols."""
    return [match.span() for mask in _MASKS for match in mask.finditer(folded)]
