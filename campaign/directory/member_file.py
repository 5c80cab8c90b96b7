"""A list of members as an office keeps it (.csv or .xlsx): rows that can be trusted, or all that is wrong with them.

Every bad cell is named at once with its line and column, so that a list is corrected in one sitting. A file from
outside is read by :func:`read_safely`; what becomes of the rows is decided in ``campaign.directory.member_import``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from campaign.dates.written import plain
from campaign.errors import InvalidInput
from campaign.mailer.address import clean_name, parse_address
from campaign.reading.checked import checked
from campaign.reading.formats.sheet import MAX_LINES, Line, read_sheet
from campaign.reading.refusals import decoded, encoded
from campaign.reading.sandbox import run_safely

MOST_NAMED: Final = 50
"""How many problems are written out; the rest is counted."""

_LINES_OF_TITLE: Final = 20
_LONGEST_SHOWN: Final = 60
_HEADINGS: Final = {
    "name": ("name", "full name", "họ tên", "họ và tên", "tên"),
    "email": (
        *("email", "e-mail", "mail", "email address", "e-mail address", "thư điện tử", "địa chỉ thư"),
        *("địa chỉ e-mail", "địa chỉ thư điện tử", "thư", "hộp thư"),
    ),
    "unit": ("unit", "department", "đơn vị", "phòng", "đơn vị/phòng", "phòng/đơn vị", "phòng ban", "bộ phận"),
    "groups": ("groups", "group", "nhóm", "các nhóm"),
    "sex": ("sex", "gender", "giới tính", "giới"),
    "language": ("language", "ngôn ngữ"),
}
_REQUIRED: Final = ("name", "email")
_SEXES: Final = {
    "": "",
    **dict.fromkeys(("female", "f", "nu"), "female"),
    **dict.fromkeys(("male", "m", "nam"), "male"),
}
_LANGUAGES: Final = {
    "": "",
    **dict.fromkeys(("vi", "tieng viet", "vietnamese"), "vi"),
    **dict.fromkeys(("en", "tieng anh", "english"), "en"),
}
_LOST_LETTER: Final = re.compile(r"[^\W\d_][?\ufffd]{1,2}[^\W\d_]")

_MISSING: Final = (
    "Dòng {line}: thiếu cột {missing}; dòng tiêu đề cần có các cột name, email, unit, groups, sex, language "
    "(hoặc Họ và tên, Thư điện tử, Đơn vị, Nhóm, Giới tính, Ngôn ngữ)."
)
_TWICE: Final = "Dòng {line}: hai cột “{first}” và “{second}” có cùng một nghĩa; hãy bỏ bớt một cột."
_LOST: Final = (
    "Dòng {line}: tên “{text}” và nhiều tên khác đã mất chữ có dấu; trong Excel hãy lưu dạng “CSV UTF-8” rồi nhập lại."
)
_NO_ADDRESS: Final = "“{text}” không phải là địa chỉ thư; cần dạng ten@coquan.gov.vn."
_NO_SEX: Final = "“{text}” chưa đúng; cần “nữ”, “nam” hoặc để trống."
_NO_LANGUAGE: Final = "“{text}” chưa đúng; cần “vi”, “en” hoặc để trống."
_REPEATED: Final = "địa chỉ {text} đã có ở dòng {line}."
_TOO_MANY_CELLS: Final = "dòng có nhiều ô hơn dòng tiêu đề; ô có dấu phẩy phải đặt trong ngoặc kép."


@dataclass(frozen=True, slots=True)
class Row:
    """One member of the list. Texts are cleaned; ``sex`` and ``language`` are "" where the list says nothing."""

    line: int
    name: str
    email: str
    unit: str = ""
    groups: tuple[str, ...] = ()
    sex: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class MemberFile:
    """The rows of a list, and the headings of the columns that mean nothing to us."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadCell:
    """One bad cell: its line, the heading of its column, and what is wrong or expected."""

    line: int
    column: str
    reason: InvalidInput

    @property
    def sentence(self) -> str:
        return self.reason.message

    def __str__(self) -> str:
        return f"Dòng {self.line}, cột {self.column}: {self.sentence}"


class BadCells(tuple[BadCell, ...]):
    """All that is wrong with a list; as text, one problem a line."""

    __slots__ = ()

    def __str__(self) -> str:
        lines = [str(problem) for problem in self[:MOST_NAMED]]
        if len(self) > MOST_NAMED:
            lines.append(f"… và {len(self) - MOST_NAMED} dòng khác")
        return "\n".join(lines)


def read_member_file(data: bytes, name: str = "") -> MemberFile:
    """The members of a .csv or .xlsx file; ``name`` is the file's name, for sentences.

    InvalidInput: the file is no such list, or it has bad rows; then its value ``problems`` holds all of them.
    """
    file = f"Tệp {name}" if name else "Tệp"
    lines = read_sheet(data)
    if not lines:
        raise InvalidInput("{file} không có dòng nào.", file=file)
    place, columns = _headings(lines)
    if len(lines) == place + 1:
        raise InvalidInput("{file} chỉ có dòng tiêu đề, chưa có thành viên nào.", file=file)
    reading = _Reading(lines[place].cells, columns)
    rows = tuple(map(reading.row, lines[place + 1 :]))
    if reading.problems:
        raise InvalidInput("{problems}", problems=BadCells(reading.problems))
    _refuse_lost_letters(rows)
    others = (cell for position, cell in enumerate(lines[place].cells) if position not in columns.values())
    return MemberFile(rows, tuple(_shown(cell) for cell in others if cell.strip()))


def read_safely(data: bytes, name: str = "") -> MemberFile:
    """:func:`read_member_file` in a limited child process. Raises also ``Unavailable``: too many are being read."""
    answer = run_safely("members", data, name)
    if problems := checked(tuple[_Sent, ...], answer.get("problems")):
        cells = BadCells(BadCell(each.line, each.column, decoded(each.reason)) for each in problems)
        raise InvalidInput("{problems}", problems=cells)
    return checked(MemberFile, answer)


def read_fields(data: bytes, name: str) -> dict[str, Any]:
    """:func:`read_member_file` as the child process answers it: with ``problems``, which are no refusal there."""
    try:
        return {**asdict(read_member_file(data, name)), "problems": ()}
    except InvalidInput as refusal:
        problems = refusal.values.get("problems")
        if not isinstance(problems, BadCells):
            raise
        cells = problems[:MAX_LINES]
        return {"rows": (), "problems": [asdict(_Sent(each.line, each.column, encoded(each.reason))) for each in cells]}


@dataclass(frozen=True, slots=True)
class _Sent:
    """A ``BadCell`` on its way from the child."""

    line: int
    column: str
    reason: dict  # type: ignore[type-arg]


def key_of(address: str) -> str:
    """What makes two spellings the same address: NFC and case-folded (one address, one member)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", address).casefold())


def _refuse_lost_letters(rows: Sequence[Row]) -> None:
    """Excel saves plain CSV in the code page of Western Europe and puts "?" for each letter that it lacks there."""
    lost = [row for row in rows if _LOST_LETTER.search(row.name)]
    if len(lost) * 2 >= len(rows):
        raise InvalidInput(_LOST, line=lost[0].line, text=_shown(lost[0].name))


def _headings(lines: list[Line]) -> tuple[int, dict[str, int]]:
    """Where the line of headings is, and which column each is: a list often has a title above them."""
    best = 0
    for place, line in enumerate(lines[:_LINES_OF_TITLE]):
        columns = _columns(line)
        if all(column in columns for column in _REQUIRED):
            _refuse_twins(line)
            return place, columns
        if len(columns) > len(_columns(lines[best])):
            best = place
    missing = ", ".join(column for column in _REQUIRED if column not in _columns(lines[best]))
    raise InvalidInput(_MISSING, line=lines[best].number, missing=missing)


def _columns(line: Line) -> dict[str, int]:
    """The column of each meaning that the line names."""
    meanings = [(_MEANING.get(_bare(cell)), position) for position, cell in enumerate(line.cells)]
    return {meaning: position for meaning, position in reversed(meanings) if meaning}


def _refuse_twins(line: Line) -> None:
    seen: dict[str, str] = {}
    for cell in line.cells:
        meaning = _MEANING.get(_bare(cell))
        if meaning in seen:
            raise InvalidInput(_TWICE, line=line.number, first=seen[meaning], second=_shown(cell))
        if meaning:
            seen[meaning] = _shown(cell)


def _bare(heading: str) -> str:
    """A heading as it is compared: without marks, case, brackets and punctuation."""
    return re.sub(r"[\W_]", "", plain(re.sub(r"\(.*?\)", "", heading)))


def _shown(text: str) -> str:
    """A cell that may hold anything, safe and short enough for a sentence."""
    bare = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return bare if len(bare) <= _LONGEST_SHOWN else bare[: _LONGEST_SHOWN - 1] + "…"


_MEANING: Final = {_bare(text): column for column, texts in _HEADINGS.items() for text in texts}


class _Reading:
    """The reading of one list: its headings, the addresses seen so far, the problems found so far."""

    def __init__(self, headings: tuple[str, ...], columns: Mapping[str, int]) -> None:
        self.problems: list[BadCell] = []
        self._headings = headings
        self._columns = columns
        self._seen: dict[str, int] = {}

    def row(self, line: Line) -> Row:
        """The line as a row; a cell that is wrong is "" in it and one more problem."""
        if len(line.cells) > len(self._headings):
            self.problems.append(BadCell(line.number, str(len(line.cells)), InvalidInput(_TOO_MANY_CELLS)))
        groups = self._cell(line, "groups").split(";")
        return Row(
            line=line.number,
            name=self._read(line, "name", _name),
            email=self._read(line, "email", lambda text: self._address(text, line.number)),
            unit=self._read(line, "unit", _label),
            groups=tuple(dict.fromkeys(filter(None, (self._read(line, "groups", _label, each) for each in groups)))),
            sex=self._read(line, "sex", _sex),
            language=self._read(line, "language", _language),
        )

    def _cell(self, line: Line, column: str) -> str:
        position = self._columns.get(column, len(line.cells))
        return line.cells[position] if position < len(line.cells) else ""

    def _read(self, line: Line, column: str, reader: Callable[[str], str], text: str | None = None) -> str:
        try:
            return reader(self._cell(line, column) if text is None else text)
        except InvalidInput as reason:
            heading = _shown(self._headings[self._columns[column]])
            self.problems.append(BadCell(line.number, heading, reason))
            return ""

    def _address(self, text: str, line: int) -> str:
        if not text.strip():
            raise InvalidInput("cần địa chỉ thư.")
        try:
            address = parse_address(text.strip())
        except InvalidInput:
            raise InvalidInput(_NO_ADDRESS, text=_shown(text)) from None
        first = self._seen.setdefault(key_of(address), line)
        if first != line:
            raise InvalidInput(_REPEATED, text=address, line=first)
        return address


def _name(text: str) -> str:
    name = _label(text)
    if not name:
        raise InvalidInput("cần họ và tên.")
    return name


def _label(text: str) -> str:
    """The cleaned name of a person, unit or group."""
    return clean_name(text.strip())


def _sex(text: str) -> str:
    if plain(text) not in _SEXES:
        raise InvalidInput(_NO_SEX, text=_shown(text))
    return _SEXES[plain(text)]


def _language(text: str) -> str:
    if plain(text) not in _LANGUAGES:
        raise InvalidInput(_NO_LANGUAGE, text=_shown(text))
    return _LANGUAGES[plain(text)]
