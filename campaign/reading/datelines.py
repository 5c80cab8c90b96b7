"""When a news text or page was posted, as its site prints it: "Thứ Tư, 27-05-2026 15:40", "Đăng ngày 3/2/2026".

Such a line frames the text and is never an event.
"""

from __future__ import annotations

import re
from datetime import date

from campaign.reading.fragments import WEEKDAY, D, M, Y

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
