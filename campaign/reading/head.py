"""The upper and lower parts of an official document (Nghị định 30/2020/NĐ-CP): who writes what to whom, and when.

Only what frames the text is read here: issuer, number, place and date, title, year, addressees, signer, and the list
"Nơi nhận". Nothing of it is ever an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.reading.fragments import D, M, Y
from campaign.reading.headings import heading_span
from campaign.reading.lines import Paragraph
from campaign.reading.text import Source, fold, squeezed, tidied
from campaign.reading.values import Head

_TYPE = re.compile(
    r"(?:dự thảo\s+)?(?P<type>kế hoạch|thông báo|hướng dẫn|chương trình(?: công tác)?|"
    r"công văn|quyết định|báo cáo|giấy mời|"
    r"lịch(?: công tác| hoạt động)?|biên bản|thư nhắc|danh mục nhiệm vụ trọng tâm|quy chế|"
    r"quy định|thể lệ|đề án|phương án|tờ trình|công điện|thư mời|điều lệ|nghị quyết|"
    r"chỉ thị|kết luận|phụ lục|nội quy|thông tri)(?:\s*\(dự thảo\))?(?P<rest>\s.*)?"
)
_SUBJECT = re.compile(r"(?:v/v|về việc|v\.v)\b")
_MOTTO = re.compile(r"cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|đảng cộng sản việt nam$")
_NUMBER = re.compile(r"số\s*:\s*(?P<number>[^\s,;|\t]*)")
_PLACE_DATE = re.compile(
    rf"(?:(?P<place>[^,;.:\d]{{1,40}}),\s*)?ngày\s*(?P<d>{D}|[.…_\s]*)\s*tháng\s*(?P<m>{M}|"
    rf"[.…_\s]*)\s*năm\s*(?P<y>{Y})"
)
_DATELINE = re.compile(
    rf"(?:cập nhật|thứ|đăng|ngày đăng|ngày gửi|\d{{1,2}}:\d\d)[^.;]{{0,40}}?(?P<d>{D})/(?P<m>{M})/(?P<y>{Y})|"
    rf"(?P<e>{D})/(?P<n>{M})/(?P<z>{Y})[\s,|-]*\d{{1,2}}:\d\d"
)
_MAIL_HEAD = re.compile(
    r"(?:ngày gửi|gửi lúc|sent|date|from|to|người gửi|người nhận|từ|đến|tiêu đề|chủ đề|subject|cc)"
    r"\s*:"
)
_BODY = re.compile(
    r"(?:căn cứ|thực hiện|theo|được sự|nhằm|để|trên cơ sở|thi hành|triển khai thực hiện|xét|"
    r"hưởng ứng|nhân|tiếp tục|kính gửi|"
    r"thiết thực)\s|(?:i|1|a|phần)\s?[.):]|điều 1"
)
_TO = re.compile(r"kính gửi\s*:?\s*(?P<rest>.*)", re.DOTALL)
_RECIPIENTS = re.compile(r"nơi nhận\s*:?")
_OFFICE = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s?\.\s?)?(?:ban chấp hành|ban thường vụ|giám đốc|phó giám đốc|"
    r"chủ tịch|phó chủ tịch|hiệu trưởng|"
    r"phó hiệu trưởng|trưởng ban|phó trưởng ban|trưởng phòng|chánh văn phòng|bí thư|"
    r"tổng giám đốc|viện trưởng|cục trưởng|"
    r"chi cục trưởng|tm\.? .*|kt\.? .*|tl\.? .*|người lập.*|thủ trưởng.*)"
)
_NO_TITLE = re.compile(
    r"(?:[ivx]+|\d+)\s?[.)]\s|[-+*•]\s|căn cứ|kính gửi|điều \d|phần (?:thứ )?[ivx\d]+|"
    r"chương [ivx\d]+|thời gian|địa điểm|thành phần|nội dung\s*:|"
    r".{0,60}(?:kính mời|trân trọng)"
)
_TITLE_YEAR = re.compile(
    rf"(?<!\d{{4}} )(?<!\d{{4}})(?:năm\s+|[/-]\s?|quý\s+[iv]+\s+)(?P<y>{Y})(?!\s?-\s?\d{{4}})"
)
_SCHOOL_YEAR = re.compile(r"năm học\s+(?P<a>20\d\d)\s?[-/]\s?(?P<b>20\d\d)")
_PERIOD = re.compile(r"(?:giai đoạn|nhiệm kỳ|trong)\s[^;.]{0,20}?\d{4}\s?-\s?\d{4}")
_LONGEST_TITLE_LINE = 220
_NAME_WORDS = range(2, 7)


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
    title_at, title_end = _title_lines(lines[:rows], texts)
    foot = next((i for i, line in enumerate(lines) if i >= title_end and _RECIPIENTS.match(line)), len(lines))
    signature = _signature(lines, texts, title_end)
    hidden = {i for i, line in enumerate(lines) if _is_frame_line(line)} | _addressed(lines, texts)
    head = _head(lines, texts, title_at, title_end)
    office, name = signature
    head = Head(
        **{
            field: getattr(head, field)
            for field in Head.__slots__
            if field not in ("signer", "signer_office")
        },
        signer=name,
        signer_office=office,
    )
    return Frame(
        head, _recipients(texts[foot:]), title_end, foot, frozenset(hidden), range(title_at, title_end)
    )


def _is_frame_line(line: str) -> bool:
    if _MOTTO.search(line) or _NUMBER.match(line) or _OFFICE.fullmatch(line):
        return True
    if _MAIL_HEAD.match(line) and len(line) < 120:  # noqa: PLR2004
        return True
    dated = _PLACE_DATE.fullmatch(line.strip(" ./")) or (
        len(line) < 80 and _PLACE_DATE.search(line) and "số:" in line
    )  # noqa: PLR2004
    return bool(dated) or (len(line) < 100 and bool(_DATELINE.match(line)))  # noqa: PLR2004


def _title_lines(lines: list[str], texts: list[str]) -> tuple[int, int]:
    """The first line of the title and the first after it; both 0 where the text has none."""
    for i, line in enumerate(lines[:25]):
        kind = _TYPE.fullmatch(line.strip(" :*"))
        if kind and not kind["rest"]:
            return i, _title_end(lines, texts, i + 1, bare=True)
        if kind and (
            texts[i][:4].isupper() and len(line) < _LONGEST_TITLE_LINE and not line.endswith((".", ";"))
        ):
            return i, _title_end(lines, texts, i + 1)
        if _SUBJECT.match(line):
            return i, i + 1
    return 0, 0


def _title_end(lines: list[str], texts: list[str], after: int, *, bare: bool = False) -> int:
    end = after
    while end < len(lines) and end < after + 4:
        line = lines[end]
        if heading_span(line) or _NO_TITLE.match(line):
            break
        first = (
            bare and end == after and len(line) < _LONGEST_TITLE_LINE and not line.endswith((";", ":", "."))
        )
        if first and not re.match(r"(?:i|1)\s?[.)]\s|[-+*]\s|căn cứ|kính gửi", line):
            end += 1
            continue
        if (
            _BODY.match(line)
            and texts[end][:1].isupper()
            and not texts[end].isupper()
            and len(line) > 60
            or _PLACE_DATE.fullmatch(line.strip(" ."))
        ):  # noqa: PLR2004
            break
        if (
            re.match(r"(?:i|1)\s?[.)]\s|[-+*]\s|căn cứ|kính gửi", line)
            or line.endswith((".", ";", ":"))
            or len(line) > _LONGEST_TITLE_LINE
        ):
            break
        end += 1
    return end


def _head(lines: list[str], texts: list[str], title_at: int, title_end: int) -> Head:
    title = [squeezed(text) for text in texts[title_at:title_end]]
    kind = _TYPE.match(lines[title_at].strip(" :*")) if title else None
    bare = kind and not kind["rest"]
    top = range(min(len(lines), title_at or 12))
    words = " ".join(title[1:] if bare else title) or None
    number = next((_NUMBER.search(lines[i]) and texts[i] for i in top if _NUMBER.search(lines[i])), None)
    dated = next(
        (
            match
            for i in range(len(lines))
            if (match := _PLACE_DATE.search(lines[i])) and _is_frame_line(lines[i])
        ),
        None,
    )
    place = _written_place(lines, texts)
    bodies = _bodies([texts[i] for i in top if not _is_frame_line(lines[i])])
    return Head(
        type=kind["type"] if kind else None,
        title=words,
        number=_written_number(number),
        superior=bodies[0],
        issuer=bodies[1],
        issued_at=place,
        issued=_issued(dated) or _dateline(lines),
        year=_year(" ".join(lines[title_at:title_end])),
        period=_period(lines),
        addressees=_addressees(texts, lines),
    )


def _written_number(text: str | None) -> str | None:
    match = re.search(r"(?i)số\s*:\s*([^\t|,;]*)", text or "")
    return squeezed(match[1].split("  ")[0]) or None if match else None


def _written_place(lines: list[str], texts: list[str]) -> str | None:
    for line, text in zip(lines, texts, strict=True):
        match = _PLACE_DATE.search(line) if _is_frame_line(line) else None
        if match and match["place"]:
            return squeezed(text[match.start("place") : match.end("place")]).strip(" (-") or None
    return None


def _bodies(texts: list[str]) -> tuple[str | None, str | None]:
    """Superior and issuer: the lines in capitals at the top, the last of them being the issuer."""
    names = [
        squeezed(text)
        for text in texts
        if text.isupper() and len(text) > 3 and not _TYPE.fullmatch(text.lower().strip(" :*"))
    ]  # noqa: PLR2004
    if not names:
        return None, None
    return (names[-2] if len(names) > 1 else None), names[-1]


def _issued(match: re.Match[str] | None) -> str | None:
    if match is None or not match["m"].strip(" .…_"):
        return match["y"] if match else None
    month = f"{match['y']}-{int(match['m']):02}"
    day = match["d"].strip(" .…_")
    return f"{month}-{int(day):02}" if day else month


def _dateline(lines: list[str]) -> str | None:
    """The day of a news text, from a line that has nothing else."""
    for line in lines[:8]:
        match = _DATELINE.match(line) if len(line) < 100 else None  # noqa: PLR2004
        if match:
            day, month, year = (
                (match["d"], match["m"], match["y"]) if match["d"] else (match["e"], match["n"], match["z"])
            )
            return f"{year}-{int(month):02}-{int(day):02}"
    return None


def _year(title: str) -> int | None:
    if _SCHOOL_YEAR.search(title):
        return None
    years = [int(match["y"]) for match in _TITLE_YEAR.finditer(title)]
    return years[-1] if years else None


def _period(lines: list[str]) -> str | None:
    """The school year that the first lines name ("2023-2024"), within which months fall before and after New Year."""
    for line in lines[:12]:
        match = _SCHOOL_YEAR.search(line)
        if match:
            return f"{match['a']}-{match['b']}"
    return None


def _addressees(texts: list[str], lines: list[str]) -> tuple[str, ...]:
    for i, line in enumerate(lines[:20]):
        match = _TO.match(line)
        if match:
            first = texts[i][match.start("rest") :].strip()
            named = [first] if first else []
            for text in texts[i + 1 : i + 12]:
                if not text.startswith(("-", "+", "•")):
                    break
                named.append(text)
            return tuple(squeezed(name).strip(" -+•;.") for name in named)
    return ()


def _addressed(lines: list[str], texts: list[str]) -> set[int]:
    """The lines of "Kính gửi" with their list."""
    found: set[int] = set()
    for i, line in enumerate(lines[:20]):
        if _TO.match(line):
            found.add(i)
            for j in range(i + 1, min(i + 15, len(lines))):
                if not texts[j].startswith(("-", "+", "•")) or not line.endswith(":"):
                    break
                found.add(j)
    return found


def _recipients(texts: list[str]) -> tuple[str, ...]:
    """The entries of "Nơi nhận"."""
    if not texts:
        return ()
    entries = [
        re.sub(r"(?i)^nơi nhận\s*:?", "", texts[0]),
        *(text for text in texts[1:] if text.startswith(("-", "+", "•"))),
    ]
    return tuple(name for entry in entries if (name := squeezed(entry).strip(" -+•;.")))


def _signature(lines: list[str], texts: list[str], after: int) -> tuple[str | None, str | None]:
    """The office and the name that stand under the text."""
    for i in range(len(lines) - 1, max(after, len(lines) - 12), -1):
        if _OFFICE.fullmatch(lines[i].strip()) and texts[i].isupper():
            following = texts[i + 1 : i + 3]
            name = next((t for t in following if t.istitle() or len(t.split()) in _NAME_WORDS), None)
            return squeezed(texts[i]), squeezed(name) if name else None
    return None, None
