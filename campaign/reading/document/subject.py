"""The title of a document: its type in capitals and what it is about, and the year that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from campaign.reading.document.telling import tells
from campaign.reading.text import fold
from campaign.reading.time.fragments import WEEKDAY, D, M, Y
from campaign.reading.time.headings import heading_span

_LINE = re.compile(
    r"\(?\s*(?:(?:cập nhật|đăng|ngày đăng|ngày gửi|\d{1,2}:\d\d)"
    rf"[^.;]{{0,40}}?(?P<d>{D})[/.-](?P<m>{M})[/.-](?P<y>{Y})|"
    rf"(?:{WEEKDAY},?\s+)?(?P<e>{D})[/.-](?P<n>{M})[/.-](?P<z>{Y})[\s,|-]*(?:lúc\s+)?\d{{1,2}}:\d\d)"
)
# "Hà Nội", "Quận 8", "TP. Vinh", "Trường THPT Sơn Khê số 2": the place of a document may have a number.
_NUMBERED_PLACE = (
    r"(?:quận|phường|khóm|khu phố|khu vực|khối|cụm|tổ|tổ dân phố|ấp|thôn|xóm|bản|buôn|tiểu khu|đội|số|"
    r"quân khu|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|binh đoàn|đoàn|vùng|chi nhánh|q\.?|p\.?)\s?\d{1,3}"
)
PLACE = (
    rf"(?:(?:tp|tx|tt|q|p)\.\s?)?(?:{_NUMBERED_PLACE}(?![\wà-ỹ])|"
    rf"[^,;.:\d]{{1,60}}?(?:(?<=\s){_NUMBERED_PLACE}(?![\wà-ỹ])[^,;.:\d]{{0,20}})?)"
)
_LONGEST = 100


def is_dateline(line: str) -> bool:
    """Whether a folded line has nothing but the day of posting."""
    return len(line) < _LONGEST and _LINE.match(line) is not None


def posted(line: str) -> str | None:
    """The day of posting that a folded line names, as an ISO date."""
    match = _LINE.match(line) if len(line) < _LONGEST else None
    if match is None:
        return None
    written = (match["d"], match["m"], match["y"]) if match["d"] else (match["e"], match["n"], match["z"])
    return iso(*written)


def iso(day: str, month: str, year: str) -> str | None:
    """Digits as an ISO date; None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


TYPE = re.compile(
    r"(?:dự thảo\s+)?(?P<type>kế hoạch|thông báo|hướng dẫn|chương trình(?: công tác)?|"
    r"công văn|quyết định|báo cáo|giấy mời|"
    r"lịch(?: công tác| hoạt động)?|biên bản|thư nhắc|danh mục nhiệm vụ trọng tâm|quy chế|"
    r"quy định|thể lệ|đề án|phương án|tờ trình|công điện|thư mời|điều lệ|nghị quyết|"
    r"chỉ thị|kết luận|phụ lục|nội quy|thông tri)(?:\s*\(dự thảo\))?(?P<rest>\s.*)?"
)
_SUBJECT = re.compile(r"(?P<number>số\s*:?\s*[\w./-]{0,30}\s+)?[\"(]?\s*(?:v/v|về việc|v\.v)\b")
_BODY = re.compile(
    r"(?:căn cứ|thực hiện|theo|được sự|nhằm|để|trên cơ sở|thi hành|triển khai thực hiện|xét|"
    r"hưởng ứng|nhân|tiếp tục|kính gửi|"
    r"thiết thực)\s|(?:i|1|a|phần)\s?[.):]|điều 1"
)
_NO_TITLE = re.compile(
    r"\((?:đã |được )*(?:ban hành|kèm|thông qua|phê duyệt|áp dụng|trích)|(?:[ivx]+|\d+|[a-zđ])\s?[.)/]\s|"
    r"[-+*•]\s|căn cứ|kính gửi|điều \d|"
    r"(?:chủ đề|khẩu hiệu|phương châm|phạm vi|đơn vị)(?:\s[^:]{0,20})?:|"
    r"phần (?:thứ )?(?:[ivx\d]+|một|nhất|hai|ba)\b|"
    r"chương [ivx\d]+|thời gian|địa điểm|thành phần|nội dung\s*:|"
    r".{0,60}(?:kính mời|trân trọng)"
)
# A controlled document says under its title which one it is: "Mã số: KH-05  Lần ban hành: 02  Trang 1/3".
RECORD = re.compile(
    r"(?:mã số|mã hiệu|số hiệu|lần (?:ban hành|sửa đổi)|ngày (?:ban hành|hiệu lực|sửa đổi)|thời gian ban hành|"
    r"hiệu lực(?: từ)?|phiên bản|người (?:lập|soạn|soạn thảo|phê duyệt))\s*:"
)
_ADOPTION = re.compile(
    r"\s*\((?:(?:đã |được )*(?:ban hành|kèm|thông qua|phê duyệt|áp dụng)[^()]*|"
    rf"\d{{1,2}}:\d\d[\s,|-]+{D}/{M}/{Y})\)$"
)
PLACE_DATE = re.compile(
    rf"(?:(?P<place>{PLACE}),\s*)?ngày\s*(?P<d>{D}|[.…_\s]*)\s*tháng\s*(?P<m>{M}|"
    rf"[.…_\s]*)\s*năm\s*(?P<y>{Y})"
)
_TITLE_YEAR = re.compile(
    r"(?<!đến )(?<!tầm nhìn )(?<!hết )(?<!\d{4} )(?<!\d{4})"
    rf"(?:năm\s+|[/-]\s?|quý\s+[iv]+\s+)(?P<y>{Y})(?!\s?-\s?\d{{4}})"
)
_SCHOOL_YEAR = re.compile(r"năm học\s*:?\s*(?P<a>20\d\d)\s?[-/]\s?(?P<b>20\d\d)")
_LOOKED_AT = 25
_FIRST_LINES = 1
_LONGEST_LINE = 220
_LONG_LINE = 60
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """The lines of a title, from ``first`` up to but not including ``end``; without a title both are 0."""

    first: int = 0
    end: int = 0
    type: str | None = None
    words: str | None = None


def subject(lines: list[str], texts: list[str]) -> Subject:
    """The title among the lines of a document; ``lines`` are the folded ``texts``."""
    for i, line in enumerate(lines[:_LOOKED_AT]):
        kind = TYPE.fullmatch(line.strip(" :*"))
        if kind and not kind["rest"]:
            end = _end(lines, texts, i + 1, bare=True)
            return Subject(i, end, kind["type"], _words(texts[i + 1 : end]) or None)
        loud = texts[i][:4].isupper() or i < _FIRST_LINES
        if kind and loud and len(line) < _LONGEST_LINE and not line.endswith((".", ";", ":", ",")):
            end = _end(lines, texts, i + 1)
            return Subject(i, end, kind["type"], _words(texts[i:end]))
        about = _SUBJECT.match(line)
        if about:
            begin = about.end("number") if about["number"] else 0
            end = _closed(lines, i, begin)
            return Subject(i, end, None, " ".join(texts[i:end])[begin:].strip('“”"()'))
    return Subject()


def _end(lines: list[str], texts: list[str], after: int, *, bare: bool = False) -> int:
    """The first line after the title; under a bare type ("KẾ HOẠCH") the next line is always part of it."""
    end = after
    while end < min(len(lines), after + _MOST_LINES) and not _ends_before(lines[end]):
        first = bare and end == after
        if not first and (heading_span(lines[end]) or _begins_text(lines[end], texts[end])):
            break
        end += 1
    return end


def _words(texts: list[str]) -> str:
    """The words of a title without the brackets that say who adopted it when."""
    words = " ".join(texts)
    adopted = _ADOPTION.search(fold(words))
    return words[: adopted.start()] if adopted else words


def _closed(lines: list[str], first: int, begin: int) -> int:
    """The line after a subject: one line, or up to the quotation mark or bracket that closes it."""
    mark = lines[first][begin]
    closing = {'"': '"', "(": ")"}.get(mark)
    ends = range(first, min(len(lines), first + _MOST_LINES))
    return next((i + 1 for i in ends if closing and lines[i][1:].endswith(closing)), first + 1)


def _ends_before(line: str) -> bool:
    stopped = line.endswith((".", ";", ":")) or len(line) > _LONGEST_LINE
    dated = PLACE_DATE.fullmatch(line.strip(" .")) is not None or is_dateline(line)
    return stopped or dated or tells(line) or (_NO_TITLE.match(line) or RECORD.match(line)) is not None


def _begins_text(line: str, text: str) -> bool:
    return _BODY.match(line) is not None and text[:1].isupper() and not text.isupper() and len(line) > _LONG_LINE


def year_of(title: str) -> int | None:
    """The year that a folded title names; a school year names none by itself."""
    if _SCHOOL_YEAR.search(title):
        return None
    years = [int(match["y"]) for match in _TITLE_YEAR.finditer(title)]
    return years[-1] if years else None


def school_year(lines: list[str]) -> str | None:
    """The school year among the first lines ("2023-2024"): its months lie before and after New Year."""
    match = next((found for line in lines if (found := _SCHOOL_YEAR.search(line))), None)
    return f"{match['a']}-{match['b']}" if match else None
