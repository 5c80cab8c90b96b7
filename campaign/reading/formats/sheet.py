"""Tables out of .csv and .xlsx files: lines of text cells, whatever program and code page wrote them.

A file is judged by its bytes, never by its name. A formula gives the value that was computed last; nothing is run.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from campaign.errors import InvalidInput
from campaign.reading.formats import legacy
from campaign.reading.formats.archive import open_ooxml

MAX_FILE: Final = 20_000_000
"""Bytes."""
MAX_LINES: Final = 20_000
MAX_COLUMNS: Final = 50
_LAST_ROW: Final = 1_048_576
"""Of a worksheet; a file that names a later one makes its reader fill the gap (ECMA-376 part 1, 18.3.1.73)."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS: Final = ",;\t"
_SAMPLE: Final = 4_000
_EXCEL_HINT: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_SHIELDED: Final = re.compile("''?[=+@\t\r＝＋－＠-]")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LARGE: Final = "Tệp lớn hơn {limit} MB nên không đọc."
_LONG: Final = "Tệp có hơn {limit} dòng; hãy chia thành nhiều tệp."
_WIDE: Final = "Dòng {line} có hơn {limit} cột; hãy bỏ bớt các cột không cần."
_OTHER: Final = "Tệp này không phải bảng .csv hay .xlsx; hãy lưu danh sách thành một trong hai kiểu đó."
_OLD: Final = "Tệp .xls cũ hoặc có mật khẩu: mở bằng Excel, bỏ mật khẩu, lưu thành .xlsx rồi nhập lại."
_BROKEN: Final = "Tệp .xlsx bị hỏng: hãy mở bằng Excel, lưu lại rồi nhập lại."
_UNCERTAIN: Final = "Không chắc tệp .csv dùng bảng mã nào; trong Excel hãy lưu dạng “CSV UTF-8” rồi nhập lại."
_BAD_CODE: Final = "Tệp .csv ở bảng mã {encoding} bị hỏng; trong Excel hãy lưu dạng “CSV UTF-8” rồi nhập lại."
_BAD_CSV: Final = "Dòng {line}: dấu ngoặc kép chưa đóng hoặc ô dài bất thường."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table with at least one cell that is not empty; ``number`` counts from 1, as Excel shows it."""

    number: int
    cells: tuple[str, ...]


def read_sheet(data: bytes) -> list[Line]:
    """The lines of the table, without the empty ones. Of a workbook: its first sheet that has any.

    InvalidInput: not a table, broken, in an uncertain code page, more than ``MAX_LINES`` lines or ``MAX_COLUMNS``.
    """
    if len(data) > MAX_FILE:
        raise InvalidInput(_LARGE, limit=MAX_FILE // 1_000_000)
    if data.startswith(_OLE):
        raise InvalidInput(_OLD)
    if data.startswith(_ZIP):
        return _unmasked(list(_filled(_workbook(data))))
    text, is_unicode = _decoded(data)
    lines = list(_filled(_separated(text)))
    return _unmasked(lines) if is_unicode else _converted(lines)


def _filled(rows: Iterator[Line]) -> Iterator[Line]:
    """The lines that say something, within the limits; a line ends at its last cell that is not empty."""
    found = 0
    for row in rows:
        cells = row.cells
        width = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
        if width > MAX_COLUMNS:
            raise InvalidInput(_WIDE, line=row.number, limit=MAX_COLUMNS)
        found += width > 0
        if found > MAX_LINES + 1:  # the headings are no row
            raise InvalidInput(_LONG, limit=MAX_LINES)
        if width:
            yield Line(row.number, cells[:width])


def _workbook(data: bytes) -> Iterator[Line]:
    parts = open_ooxml(data)
    if "xl/workbook.xml" not in parts:
        raise InvalidInput(_OTHER)
    parts.check_xml()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which say nothing of the cells
            yield from _sheet(data)
    except InvalidInput:
        raise
    except Exception as error:  # openpyxl answers a malformed part with whatever it stumbles over
        raise InvalidInput(_BROKEN) from error


def _sheet(data: bytes) -> Iterator[Line]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 10 MB and 0.2 s that only a table needs

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file claims of its size is not believed
        filled = False
        # One column more than allowed, so that a wide line is seen; a cell beyond is never made.
        for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1, values_only=True), start=1):
            if number > _LAST_ROW:
                raise InvalidInput(_LONG, limit=MAX_LINES)
            if any(cells):  # of a million rows of a gap none is looked at closer
                filled = True
                yield Line(number, tuple("" if value is None else str(value) for value in cells))
        if filled:
            return


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether it is Unicode; if not, it is as Windows-1252 shows the bytes."""
    encoding, mark = _encoding(data)
    if not encoding:
        return _text(legacy.windows_1252(data)), False
    try:
        return _text(data[mark:].decode(encoding)), True
    except UnicodeDecodeError as error:
        raise InvalidInput(_BAD_CODE, encoding=encoding.upper()) from error


def _encoding(data: bytes) -> tuple[str, int]:
    """The Unicode encoding, told by its mark, by zero bytes or by being valid; and the length of the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    sample = data[:_SAMPLE]
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    if max(evens, odds) * 8 > len(sample):  # one byte of each ASCII letter is 0 in UTF-16
        return ("utf-16-le" if odds > evens else "utf-16-be"), 0
    try:
        data.decode()
    except UnicodeDecodeError:
        return "", 0
    return "utf-8", 0


def _text(text: str) -> str:
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\v\x1a")
    if text.startswith(("%PDF", "{\\rtf")) or controls * 100 > len(text):
        raise InvalidInput(_OTHER)
    return text.removesuffix("\x1a")  # the end of a file of old


def _separated(text: str) -> Iterator[Line]:
    skipped = 0
    if hint := _EXCEL_HINT.match(text):
        text, skipped = text[hint.end() :], 1
    separator = hint[1] if hint else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = skipped + 1
    try:
        for cells in reader:
            yield Line(number, tuple(map(_unshielded, cells)))
            number = skipped + reader.line_num + 1
    except csv.Error as error:
        raise InvalidInput(_BAD_CSV, line=number) from error


def _separator(text: str) -> str:
    """The mark that comes most often in the first line that has any, outside of quotes."""
    for line in text[:_SAMPLE].splitlines():
        bare = re.sub(r'"[^"]*"', "", line)
        if any(mark in bare for mark in _SEPARATORS):
            return max(_SEPARATORS, key=bare.count)
    return ","


def _unshielded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    return cell[1:] if _SHIELDED.match(cell) else cell


def _converted(lines: list[Line]) -> list[Line]:
    """Bytes that are no Unicode: in a Vietnamese code page if that is beyond doubt, else plain Western letters."""
    shown = _joined(lines)
    found = legacy.certain(shown)
    if found:
        return _in_code(lines, found)
    if legacy.convert(shown, "Windows-1258") != shown and not legacy.is_vietnamese(shown):
        raise InvalidInput(_UNCERTAIN)
    return lines


def _unmasked(lines: list[Line]) -> list[Line]:
    """Unicode whose letters are an old code page in disguise, as text typed in ``.VnTime`` is."""
    shown = _joined(lines)
    if legacy.is_vietnamese(shown) or not legacy.can_be_legacy(shown):
        return lines
    found = legacy.certain(shown)
    return _in_code(lines, found) if found else lines


def _joined(lines: list[Line]) -> str:
    return "\n".join(cell for line in lines for cell in line.cells)


def _in_code(lines: list[Line], code: legacy.Legacy) -> list[Line]:
    return [Line(line.number, tuple(legacy.convert(cell, code) for cell in line.cells)) for line in lines]
