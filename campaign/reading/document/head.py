"""The upper part of an official document (Nghị định 30/2020/NĐ-CP): who writes what to whom, and when.

Nothing that frames the text is ever an event: issuer, number, place and date, title, addressees, signer,
recipients.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from campaign.reading.activities import is_activity
from campaign.reading.document.lines import Paragraph
from campaign.reading.document.subject import (
    PLACE,
    PLACE_DATE,
    RECORD,
    TYPE,
    Subject,
    is_dateline,
    iso,
    posted,
    school_year,
    subject,
    year_of,
)
from campaign.reading.text import Source, fold, squeezed, tidied
from campaign.reading.time.citations import DOCUMENT
from campaign.reading.time.fragments import DAY, WEEKDAY, D, M, Y
from campaign.reading.values import Basis, Head

OFFICE = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s?\.\s?)?(?:ban chấp hành|ban thường vụ|giám đốc|phó giám đốc|"
    r"chủ tịch|phó chủ tịch|hiệu trưởng|"
    r"phó hiệu trưởng|trưởng ban|phó trưởng ban|trưởng phòng|chánh văn phòng|bí thư|"
    r"tổng giám đốc|viện trưởng|cục trưởng|"
    r"chi cục trưởng|tm\.? .*|kt\.? .*|tl\.? .*|người lập.*|thủ trưởng.*)"
)
_RECIPIENTS = re.compile(r"nơi nhận\s*:?")
# What a site prints under a text: links to other texts, each with its day of posting.
_FURTHER = re.compile(
    r"(?:[-*•»>]\s*)?(?:(?:các\s+)?(?:tin|bài|bài viết|tin bài|tin tức|văn bản|thông báo|"
    r"nội dung)(?:,\s*bài)?(?:\s+viết)?\s+"
    r"(?:khác|liên quan|mới(?:\s+(?:nhất|hơn|đăng))?|cũ(?:\s+hơn)?|đã (?:đưa|đăng)|cùng (?:chuyên mục|chủ đề|loại)|"
    r"nổi bật|đọc nhiều|xem nhiều)|xem thêm|đọc thêm|có thể bạn quan tâm|"
    r"(?:\(\d+\)\s*)?(?:ý kiến )?bình luận(?:\s*\(\d+\))?|"
    r"tin (?:mới|cũ) hơn)\s*[:»>.]*"
)
_FOOT_LINES = 12
_NAME_WORDS = range(2, 7)
_MOTTO = re.compile(r"(?<!nước )cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|đảng cộng sản việt nam$")
_NUMBER = re.compile(r"số\s*:\s*(?P<number>[^\s,;|]*)")
_SHORT_PLACE_DATE = re.compile(rf"(?!{WEEKDAY}(?!\w))(?P<place>{PLACE}),\s+ngày\s+{D}/{M}/{Y}\.?")
_MAIL_HEAD = re.compile(
    r"(?:ngày gửi|gửi lúc|sent|date|from|to|người gửi|người nhận|từ|đến|tiêu đề|chủ đề|subject|cc)"
    r"\s*:"
)
_TO = re.compile(r"kính gửi\s*:?\s*")
_APPENDIX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu(?: số)?|danh mục|danh sách|lịch|kế hoạch|chương trình|tiến độ|phân công|bảng)"
    r"(?![\wà-ỹ])(?!.*:$)"
)
_DASHES = ("-", "+", "•")
_EDGES = " -+•;."
_TOP = 12
_UPPER = 20
_NEWS_TOP = 8
_SHORT_LINE = 100
_SHORTEST_LIST = 40
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The head with the paragraphs it takes up: the body is what lies between ``first`` and ``last``."""

    head: Head
    recipients: tuple[str, ...]
    first: int
    last: int
    hidden: frozenset[int]
    title: range


def frame(source: Source, paragraphs: list[Paragraph]) -> Frame:
    """The document's head, and where its body lies among the paragraphs."""
    texts = [tidied(source.text[paragraph.start : paragraph.end]) for paragraph in paragraphs]
    lines = [fold(text) for text in texts]
    rows = next((i for i, paragraph in enumerate(paragraphs) if paragraph.table), len(paragraphs))
    about = subject(lines[:rows], texts)
    foot = foot_at(lines, about.end)
    more = appendix_at(lines, texts, foot)
    addressed = _addressed(lines, texts)
    hidden = {i for i, line in enumerate(lines) if _is_frame_line(line)} | addressed
    hidden |= {i for i in range(about.end, min(addressed, default=0)) if texts[i].isupper()}
    hidden |= {i for i, line in enumerate(lines[:_UPPER]) if RECORD.match(line)}
    return Frame(
        head=_head(lines, texts, about),
        recipients=recipients(texts[foot:more]),
        first=about.end,
        last=len(texts) if more < len(texts) else foot,
        hidden=frozenset(hidden | set(range(foot, more))),
        title=range(about.first, about.end),
    )


def _is_frame_line(line: str) -> bool:
    if _MOTTO.search(line) or _NUMBER.match(line) or OFFICE.fullmatch(line):
        return True
    issued = PLACE_DATE.fullmatch(line.strip(" ./")) or _SHORT_PLACE_DATE.fullmatch(line)
    if issued:
        return not is_activity(issued["place"] or "")
    beside_number = "số:" in line and PLACE_DATE.search(line)
    return len(line) < _SHORT_LINE and bool(_MAIL_HEAD.match(line) or is_dateline(line) or beside_number)


def _head(lines: list[str], texts: list[str], about: Subject) -> Head:
    top = range(min(len(lines), about.first if about.end else _TOP))
    superior, issuer = _bodies([texts[i] for i in top if not _is_frame_line(lines[i])])
    dates = [match for line in lines if _is_frame_line(line) and (match := PLACE_DATE.search(line))]
    office, signer = signature(lines, texts, about.end)
    return Head(
        type=about.type,
        title=about.words,
        number=_number([texts[i] for i in top]),
        superior=superior,
        issuer=issuer,
        issued_at=_issued_at(lines, texts),
        issued=(_issued(dates[0]) if dates else None) or _dateline(lines),
        year=year_of(fold(about.words or "")),
        period=school_year(lines[about.first : about.end]),
        signer=signer,
        signer_office=office,
        addressees=_addressees(lines, texts),
    )


def _number(texts: list[str]) -> str | None:
    for text in texts:
        match = _NUMBER.search(fold(text))
        if match:
            return text[match.start("number") : match.end("number")] or None
    return None


def _issued_at(lines: list[str], texts: list[str]) -> str | None:
    for line, text in zip(lines, texts, strict=True):
        match = PLACE_DATE.search(line) if _is_frame_line(line) else None
        if match and match["place"]:
            return text[match.start("place") : match.end("place")].strip(" (-") or None
    return None


def _bodies(texts: list[str]) -> tuple[str | None, str | None]:
    """Superior and issuer: the lines in capitals at the top, the last of them being the issuer."""
    names = [text for text in texts if text.isupper() and len(text) > _SHORTEST_NAME and not TYPE.fullmatch(fold(text))]
    return (names[-2] if names[1:] else None), (names[-1] if names else None)


def _issued(match: re.Match[str]) -> str | None:
    """The date of issue as far as it is filled in: "2020", "2020-03" or "2020-03-05"."""
    blank = " .…_"
    day, month, year = match["d"].strip(blank), match["m"].strip(blank), match["y"]
    if not month:
        return year
    if not day:
        return f"{year}-{int(month):02}"
    return iso(day, month, year)


def _dateline(lines: list[str]) -> str | None:
    """The day of a news text, from a line that has nothing else."""
    return next((day for line in lines[:_NEWS_TOP] if (day := posted(line))), None)


def _addressees(lines: list[str], texts: list[str]) -> tuple[str, ...]:
    named = [texts[i] for i in sorted(_addressed(lines, texts))]
    if named:
        named[0] = named[0][len(named[0]) - len(_TO.sub("", fold(named[0]), count=1)) :]
    return tuple(name for text in named if (name := text.strip(_EDGES)))


def _addressed(lines: list[str], texts: list[str]) -> set[int]:
    """The lines of "Kính gửi" with their list."""
    first = next((i for i, line in enumerate(lines[:_UPPER]) if _TO.match(line)), None)
    if first is None:
        return set()
    last = first
    while (
        lines[first].endswith(":")
        and len(lines[first]) < _SHORTEST_LIST
        and last + 1 < len(texts)
        and texts[last + 1].startswith(_DASHES)
    ):
        last += 1
    return set(range(first, last + 1))


def foot_at(lines: list[str], after: int) -> int:
    """The first folded line of "Nơi nhận", or of links to other texts; the number of lines where there is none."""
    first = max(after, len(lines) // 3)
    return next(
        (
            i
            for i in range(after, len(lines))
            if _RECIPIENTS.match(lines[i]) or (i > first and _FURTHER.fullmatch(lines[i]))
        ),
        len(lines),
    )


def appendix_at(lines: list[str], texts: list[str], foot: int) -> int:
    """Where an appendix or the plan itself begins below the signature; the number of lines where nothing does."""
    for i in range(foot + 1, len(lines)):
        if _FURTHER.fullmatch(lines[i]):
            break
        if _APPENDIX.match(lines[i]) and (texts[i][:4].isupper() or lines[i].startswith("phụ lục")):
            return i
    return len(lines)


def recipients(texts: list[str]) -> tuple[str, ...]:
    """The entries of "Nơi nhận", from the line that names it on."""
    if not texts or not _RECIPIENTS.match(fold(texts[0])):
        return ()
    first = _RECIPIENTS.sub("", texts[0].lower(), count=1)
    entries = [
        texts[0][len(texts[0]) - len(first) :],
        *(text for text in texts[1:] if text.startswith(_DASHES)),
    ]
    return tuple(name for entry in entries if (name := entry.strip(_EDGES)))


def signature(lines: list[str], texts: list[str], after: int) -> tuple[str | None, str | None]:
    """The office and the name that stand under the text."""
    for i in range(len(lines) - 1, max(after, len(lines) - _FOOT_LINES), -1):
        if OFFICE.fullmatch(lines[i]) and texts[i].isupper():
            name = next((text for text in texts[i + 1 : i + 3] if len(text.split()) in _NAME_WORDS), None)
            return texts[i], name
    return None, None


_BASIS = re.compile(
    rf"(?P<type>{DOCUMENT})"
    r"\s+(?:liên tịch\s+)?(?:số\s*:?\s*)?(?P<number>\d+\s?[/-]?[\w&/.-]*(?:\s(?=\w+-)"
    r"[\w&-]+)?)"
    rf"[^;:()\d]{{0,60}}?ngày\s+(?P<day>{DAY})(?:\s+của\s+(?P<issuer>[^;,]{{3,80}}?)"
    r"(?=\s+(?:về|v/v|hướng dẫn|tới|cùng)\b|[;,.]|$))?"
)


def bases(text: str, folded: str, spans: Iterable[tuple[int, int]]) -> list[Basis]:
    """The dated documents that these statements name, each once."""
    found: dict[str, Basis] = {}
    for start, end in spans:
        for match in _BASIS.finditer(folded, start, end):
            basis = Basis(
                kind=_capital(text[match.start("type") : match.end("type")]),
                number=squeezed(text[match.start("number") : match.end("number")]),
                issued=squeezed(text[match.start("day") : match.end("day")]),
                issuer=squeezed(text[match.start("issuer") : match.end("issuer")]) if match["issuer"] else None,
                quote=squeezed(text[match.start() : match.end()]),
            )
            found.setdefault(basis.number, basis)
    return list(found.values())


def _capital(words: str) -> str:
    return words[:1].upper() + squeezed(words[1:]).lower()
