"""What the columns of a table are called, and what their cells mean together: above all when a row happens."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from campaign.reading.text import fold
from campaign.reading.time.headings import heading_span

TIMES: Final = frozenset(("time", "limit", "begin", "month", "quarter", "week"))
"""The columns that say when."""
WEEKDAY_ALONE: Final = re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật")
_CHAPTER: Final = re.compile(r"(?:[ivx]{1,5}|[a-hđ])[.)]?")
_TWICE: Final = re.compile(r"(?i)(tháng|quý)\s+(?:tháng|quý)(?=\s+\w)")
_COARSE_FIRST: Final = ("quarter", "month", "week", "time")
_UNITS: Final = (("week", "tuần"), ("month", "tháng"), ("quarter", "quý"))
_COLUMNS = (
    ("number", re.compile(r"(?:s?tt|số tt|stt|#|mã|mã số)\.?")),
    ("month", re.compile(r"tháng")),
    ("quarter", re.compile(r"quý")),
    ("week", re.compile(r"tuần")),
    ("clock", re.compile(r"giờ|buổi|giờ bắt đầu|ca|giờ,? buổi|buổi,? giờ")),
    ("begin", re.compile(r"(?:thời gian |ngày )?bắt đầu|từ ngày|khởi công")),
    ("finish", re.compile(r"(?:thời gian |ngày )?(?:kết thúc|hoàn thành)|đến ngày")),
    (
        "limit",
        re.compile(r".*(?:thời hạn|hạn nộp|hạn gửi|hạn hoàn thành|hạn cuối|^hạn|thời gian hoàn thành).*"),
    ),
    ("time", re.compile(r"thứ|.*(?:thứ,? ngày|thời gian|thời hạn|thời điểm|tiến độ|thời lượng|ngày|tháng|hạn|lịch).*")),
    ("place", re.compile(r".*(?:địa điểm|nơi tổ chức|địa bàn).*")),
    ("inspected", re.compile(r".*\sđược (?:kiểm tra|giám sát|thanh tra|khảo sát)")),
    ("partner", re.compile(r".*phối hợp.*")),
    ("holder", re.compile(r".*(?:chủ trì|thực hiện|phụ trách|đơn vị|đầu mối|trách nhiệm|người|bộ phận).*")),
    ("audience", re.compile(r".*(?:đối tượng|thành phần|tham gia|tham dự).*")),
    ("money", re.compile(r".*(?:kinh phí|dự toán|nguồn).*")),
    ("note", re.compile(r".*(?:ghi chú|kết quả|sản phẩm|yêu cầu|số lượng|mục tiêu).*")),
    (
        "what",
        re.compile(
            r".*(?:nội dung|hoạt động|công việc|nhiệm vụ|tên|sự kiện|chương trình|báo cáo|chuyên đề|"
            r"công tác).*"
        ),
    ),
)
_WHAT_FIRST = re.compile(r"(?:nội dung|hoạt động|công việc|nhiệm vụ|tên|các hoạt động)\b")


def column_named(text: str) -> str:
    """The name of the column that this folded heading opens; "" where it says none.

    A column for a month or quarter of its own is called by it: "@quý i".
    """
    if is_span(text):
        return f"@{text}"
    if _WHAT_FIRST.match(text):
        return "what"
    return next((name for name, form in _COLUMNS if form.fullmatch(text)), "")


def is_span(text: str) -> bool:
    """Whether a heading is a month or quarter by name: "Quý I", "Tháng 3"."""
    return text.startswith(("quý ", "tháng ")) and heading_span(text) is not None


def columns_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns by their headings; the first unnamed one says what is done where none is so named."""
    names = with_limit(names)
    return names if "what" in names else _with_what(names)


def with_limit(names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns where an end alone is a limit.

    Without a column for the begin, "Thời gian hoàn thành" is the time limit.
    """
    return names if "begin" in names else tuple("limit" if name == "finish" else name for name in names)


def _with_what(names: tuple[str, ...]) -> tuple[str, ...]:
    free = next((i for i, name in enumerate(names) if not name), None)
    return names if free is None else (*names[:free], "what", *names[free + 1 :])


def filled_down(columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    """Gives rows the time of the row above where its column stands before what is done and their cell is empty.

    A row with a month of its own does not take over the day of the row above.
    """
    before = columns[: columns.index("what")] if "what" in columns else ()
    merged = [name for name in _COARSE_FIRST if name in before]
    last: dict[str, str] = {}
    _days_whole(rows)
    for cells in rows:
        if _is_heading(cells):
            last = {"time": cells.pop("what")} if heading_span(fold(cells["what"])) else {}
            cells.clear()
            continue
        own = next((i for i, name in enumerate(merged) if name in cells), len(merged))
        for name in merged[own:]:
            last.pop(name, None)
        last.update({name: cells[name] for name in merged if name in cells})
        cells.update(last)


def _is_heading(cells: dict[str, str]) -> bool:
    """Whether a row heads the rows below it: a numeral and a name ("II", "Chăm lo"), or a month alone."""
    if "what" not in cells or not set(cells) <= {"number", "what"}:
        return False
    chapter = bool(_CHAPTER.fullmatch(fold(cells.get("number", ""))))
    return chapter or ("number" not in cells and heading_span(fold(cells["what"])) is not None)


def _days_whole(rows: list[dict[str, str]]) -> None:
    """A weekday and the date in the row below it are one day that holds for both: "Thứ Tư" / "18/11/2026"."""
    for above, cells in pairwise(rows):
        weekday, day = above.get("time", ""), cells.get("time", "")
        if WEEKDAY_ALONE.fullmatch(fold(weekday)) and day[:1].isdigit():
            above["time"] = cells["time"] = f"{weekday} {day}"


def timed(cells: dict[str, str]) -> dict[str, str]:
    """The cells with one time where a table has several columns for it.

    "Bắt đầu" and "Kết thúc"; "Ngày" and "Giờ"; "Tháng" with a bare number.
    """
    begin, finish = cells.get("begin"), cells.get("finish")
    if begin is not None and "time" not in cells:
        both = finish is not None and finish != begin
        return {**cells, "time": f"từ {begin} đến {finish}" if both else begin}
    day = cells.get("time", "")
    units = [] if "/" in day else _units(cells)
    if units and day.isdigit():
        day = f"ngày {day}"
    written = " ".join(part for part in (cells.get("clock", "") if day else "", day, *units) if part)
    return {**cells, "time": _TWICE.sub(r"\1", written)} if written else cells


def _units(cells: dict[str, str]) -> list[str]:
    """Week and month, or quarter, each with its word: "3" in a column "Tháng" is "tháng 3"."""
    found: list[str] = []
    for name, word in _UNITS:
        text = cells.get(name, "")
        if text and not (name == "quarter" and found):
            found.append(text if text.lower().startswith(word) else f"{word} {text}")
    return found
