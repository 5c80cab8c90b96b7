"""Parts of a text that tell what was: sections of results, captions, and what an earlier notice had said.

A monthly programme begins with the results of the month before; a notice of a postponement first cites the
day that no longer holds. Nothing of that is to be done.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from campaign.reading.document.outline import CHAPTER, LEAD, LETTER, PLAIN, ROMAN, Block
from campaign.reading.text import Source, fold
from campaign.reading.time.citations import DOCUMENT

_PERIOD = (
    r"(?:(?:tháng|quý|tuần|năm|kỳ|học kỳ|đợt|thời gian)\s+(?:\w+\s+)?(?:trước|qua|vừa qua|\d|[ivx]+\b|học)|"
    r"[369]\s+tháng)"
)
_FLAWS = r"(?:ưu điểm|tồn tại|hạn chế|khuyết điểm|nguyên nhân|khó khăn|thuận lợi|vướng mắc)"
_RESULTS = re.compile(
    r"(?:(?:những|các|một số|vài nét|tóm tắt|khái quát|sơ lược|về)\s+)*"
    r"(?:(?:đánh giá|kiểm điểm|nhìn lại|điểm lại)\s+(?:về\s+)?)?(?:"
    r"(?:việc |công việc |hoạt động )?(?:đã (?:làm|thực hiện|triển khai|đạt|hoàn thành)|chưa làm)\b|"
    r"kết quả (?:thực hiện|đạt được|nổi bật|công tác|hoạt động)\b|"
    rf"(?:kết quả|tình hình|thành tích)\s(?:[^.;:,]{{0,60}}?\s)?{_PERIOD}|"
    r"(?:kết quả|tình hình|công tác|công việc|hoạt động|nhiệm vụ|việc)\s[^.;:]{0,60}?(?:trước|(?<!thông )qua)$|"
    r"(?:đặc điểm(?: tình hình| chung)?|thực trạng|tình hình chung)$|"
    r"(?:(?:hoạt động|công tác|công việc|việc|tin)\s)?(?:trong\s)?(?:tuần|tháng|quý)\s+(?:vừa\s+)?(?:qua|rồi|trước)$|"
    rf"{_FLAWS}(?:\s*(?:,|và|-)\s*{_FLAWS})*$)|"
    rf"(?:đánh giá|kiểm điểm) (?:kết quả|tình hình)\b|(?:kiểm điểm|nhìn lại|điểm lại)\s[^.;:]{{0,60}}?{_PERIOD}"
)
# What makes "Kết quả ..." a heading of things to come, or of both.
_AHEAD = re.compile(
    r"\b(?:dự kiến|mong (?:đợi|muốn)|cần đạt|phải đạt|đầu ra|kỳ vọng|phương hướng|trọng tâm|gửi|báo cáo|"
    r"kế hoạch (?:tháng|quý|tuần)|(?:tháng|quý|tuần) (?:tới|sau))\b|"
    r"(?:,|\bvà)\s+(?:nhiệm vụ|kế hoạch|chương trình|giải pháp|biện pháp|lịch)\b"
)
_AHEAD_HEADING = re.compile(r"(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|trọng tâm|lịch)\b")
_DUE = re.compile(r"\b(?:gửi|nộp|báo cáo về|trước|chậm nhất|hạn|sẽ|dự kiến)\b")
_LEAD = re.compile(r"(?P<lead>[^:;.]{5,60}):\s")
_UNIT = re.compile(r"(?P<unit>tháng|quý|tuần)\s+(?:thứ\s+)?(?P<number>\d{1,2}|iv|i{1,3})\b")
_PROGRAMME = re.compile(r"(?:công tác|công việc|nhiệm vụ|hoạt động|việc|kết quả|tình hình)\b")
_ROMAN_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LAST = {"tháng": 12, "quý": 4, "tuần": 52}
_CAPITAL_LETTER = re.compile(r"[A-ZĐ]\s?[.)/]")
_CAPTION = re.compile(
    r"(?:^|[.(–-]\s?)\(?(?:ảnh|nguồn ảnh|đồ họa)(?:\s+(?:minh họa|tư liệu|chụp))?\s*:\s*[^\d:.;]{2,40}\)?\.?$"
)
_AMENDS = re.compile(
    r"\b(?:hoãn|lùi|dời|hủy|ngừng|dừng|(?:thay đổi|điều chỉnh|đổi|gia hạn|kéo dài)\s+"
    r"(?:thời|lịch|ngày|hạn|kế hoạch|việc|địa điểm))\b"
)
_CITES = re.compile(rf"(?:theo|tại|thực hiện|căn cứ|trước đây,?(?: theo)?|tiếp theo)\s+(?:nội dung\s+)?{DOCUMENT}\b")
_NEW_DATE = re.compile(
    r"\b(?:trước (?:ngày|\d)|chậm nhất|đề nghị|yêu cầu|mời|lùi|dời|chuyển|đổi|nay|sẽ|thành|sang|"
    r"gia hạn|kéo dài|điều chỉnh|thay)\b"
)
_LONGEST = 100
_LONGEST_CAPTION = 300


def mark(source: Source, blocks: list[Block], *, title: str | None, news: bool) -> None:
    """Marks the blocks as past that stand under a heading of results; in ``news`` also captions."""
    period = _UNIT.search(fold(title)) if title and _PROGRAMME.search(fold(title)) else None
    heading: Block | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        words = source.folded[block.body : block.end].strip()
        if heading and _closes(source, block, heading):
            heading = None
        inline = _tells_inline(words)
        if heading is None and (_opens(source, block, below, period) or (inline and block.body > block.start)):
            heading = block
        block.past = heading is not None or inline or (news and _is_caption(words))


def amends(title: str) -> bool:
    """Whether a document, by its title, takes back or moves what an earlier one had said."""
    return _AMENDS.search(fold(title)) is not None


def cites_earlier(folded: str) -> bool:
    """Whether a statement only repeats an earlier document: "Theo Thông báo số 5, lễ dự kiến vào ngày ..."."""
    cited = _CITES.match(folded.lstrip(" -+*•"))
    return cited is not None and _NEW_DATE.search(folded) is None


def _opens(source: Source, block: Block, below: Block | None, period: re.Match[str] | None) -> bool:
    """Whether a block is a heading of results; what has a number or dash is one if something stands under it."""
    if below is None or not _is_line(source, block):
        return False
    if block.body > block.start and _rank(source, below) <= _rank(source, block):
        return False
    words = source.folded[block.body : block.end].strip(" .:*")
    return tells(words) or (period is not None and _is_before(words, period))


def tells(heading: str) -> bool:
    """Whether a folded heading names what was done: "Kết quả công tác tháng 9"."""
    return _RESULTS.match(heading) is not None and _AHEAD.search(heading) is None


def _is_before(heading: str, period: re.Match[str]) -> bool:
    """Whether a heading names the month, quarter or week before that of the title: "Công tác tháng 9"."""
    named = _UNIT.search(heading) if _PROGRAMME.match(heading) and not _AHEAD.search(heading) else None
    if named is None or named["unit"] != period["unit"]:
        return False
    before = (_number(period["number"]) - 1) or _LAST[period["unit"]]
    return _number(named["number"]) == before


def _number(written: str) -> int:
    return _ROMAN_NUMBERS.get(written) or int(written)


def _tells_inline(words: str) -> bool:
    """Whether results stand behind their heading in one line: "Kết quả tháng 9: mở 02 lớp (12/9)"."""
    lead = _LEAD.match(words)
    if lead is None or not tells(lead["lead"]) or not re.search(_PERIOD, lead["lead"]):
        return False
    return _DUE.search(words, lead.end()) is None


def _closes(source: Source, block: Block, heading: Block) -> bool:
    """Whether a block no longer stands under a heading: it has the rank of one beside it, or speaks of what comes."""
    rank, own = _rank(source, block), _rank(source, heading)
    bare = rank in (LEAD, PLAIN) and block.body == block.start and _is_line(source, block)
    if heading.body == heading.start and own in (LEAD, PLAIN):
        return rank <= ROMAN or bare
    ahead = bare and _AHEAD_HEADING.match(source.folded, block.body, block.end)
    return rank <= own or bool(ahead)


def _rank(source: Source, block: Block) -> int:
    """How great a heading is; capital letters (A, B) stand above numbers."""
    if block.level == LETTER and _CAPITAL_LETTER.match(source.text, block.start, block.body):
        return CHAPTER + 1
    return block.level


def _is_line(source: Source, block: Block) -> bool:
    """Whether a block is a short line without a full stop, as headings are."""
    words = source.folded[block.body : block.end].rstrip()
    return len(words) < _LONGEST and not words.endswith((".", ";", ",", "…"))


def _is_caption(words: str) -> bool:
    return len(words) < _LONGEST_CAPTION and _CAPTION.search(words) is not None
