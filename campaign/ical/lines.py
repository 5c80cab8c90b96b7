"""Octets to content lines to blocks (RFC 5545, 3.1): the grammar, without the meaning.

Lines are unfolded as octets and decoded afterwards, because many programs fold inside a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from campaign.errors import InvalidInput
from campaign.ical.text import clean

LARGEST_FILE = 10_000_000
MOST_COMPONENTS = 10_000
MOST_PARTS = 20  # alarms that are kept of one event; the rest is skipped

_MOST_NOTES = 100
_PARAMETER = r';([\w-]+)=("[^"]*"|[^";:]*)((?:,"[^"]*")*)'
_CONTENT = re.compile(rf"([\w.-]+)((?:{_PARAMETER})*)\s*:(.*)", re.DOTALL | re.ASCII)
_PARAMETERS = re.compile(_PARAMETER, re.ASCII)
_ESCAPE = re.compile(r"\\([\\;,nN])")
_COMMA = re.compile(r"((?:[^\\,]|\\.)*)(?:,|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters without quotes, its raw value."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value of type TEXT, unescaped; an unknown escape stays as it is."""
        return clean(_unescaped(self.value))

    @property
    def texts(self) -> list[str]:
        """The values of a list of TEXT."""
        return [clean(_unescaped(each)).strip() for each in _COMMA.findall(self.value)]


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


@dataclass(slots=True)
class Block:
    """What stands between BEGIN and END: a component with its properties and inner components."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str | None:
        """The first non-empty text of this property."""
        return next((text for line in self.all(name) if (text := line.text.strip())), None)


@dataclass(slots=True)
class Notes:
    """What was odd but could be read, as sentences that name the line."""

    sentences: list[str] = field(default_factory=list)

    def add(self, line: int, sentence: str) -> None:
        text = f"Dòng {line}: {sentence}"
        if len(self.sentences) < _MOST_NOTES and text not in self.sentences:
            self.sentences.append(text)


@contextmanager
def at_line(number: int) -> Iterator[None]:
    """Name the line in every InvalidInput that is raised inside."""
    try:
        yield
    except InvalidInput as reason:
        raise InvalidInput("Dòng {line}: {reason}", line=number, reason=reason) from None


def calendars(data: bytes, notes: Notes) -> list[Block]:
    """The VCALENDARs of a file; InvalidInput when it is too large, not UTF-8 or not well nested."""
    if len(data) > LARGEST_FILE:
        raise InvalidInput("Tệp lịch lớn hơn {most} MB.", most=LARGEST_FILE // 1_000_000)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput("Tệp ở bảng mã UTF-16; hãy lưu lại dạng UTF-8.")
    nesting = _Nesting()
    for number, text in _logical_lines(data):
        match = _CONTENT.fullmatch(text)
        if match is not None:
            nesting.take(_line(number, match))
        elif nesting.open:
            notes.add(number, "không phải một thuộc tính iCalendar (TÊN:giá trị), đã bỏ qua.")
        else:
            raise _not_a_calendar(number)
    return nesting.finished()


def _logical_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Each unfolded line with the number of its first physical line; empty lines are skipped."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    parts: list[bytes] = []
    first = 1
    for number, physical in enumerate(data.split(b"\n"), start=1):
        if physical[:1] in {b" ", b"\t"} and parts:
            parts.append(physical[1:])
        elif physical.strip():
            if parts:
                yield first, _decoded(first, b"".join(parts))
            first, parts = number, [physical]
    if parts:
        yield first, _decoded(first, b"".join(parts))


def _decoded(number: int, octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        raise InvalidInput("Dòng {line}: chữ không ở bảng mã UTF-8; hãy lưu lại tệp dạng UTF-8.", line=number) from None


def _line(number: int, match: re.Match[str]) -> Line:
    parameters = {name.upper(): value.strip('"') for name, value, _more in _PARAMETERS.findall(match[2])}
    return Line(number, match[1].upper(), parameters, match[match.re.groups])


def _not_a_calendar(number: int) -> InvalidInput:
    return InvalidInput("Dòng {line}: tệp lịch phải bắt đầu bằng BEGIN:VCALENDAR.", line=number)


class _Nesting:
    """Builds blocks from lines, keeping what lies open."""

    def __init__(self) -> None:
        self.open: list[Block] = []
        self._calendars: list[Block] = []
        self._components = 0

    def take(self, line: Line) -> None:
        if line.name == "BEGIN":
            self._begin(Block(line.value.strip().upper(), line.number))
        elif not self.open:
            raise _not_a_calendar(line.number)
        elif line.name == "END":
            self._end(line)
        else:
            self.open[-1].lines.append(line)

    def _begin(self, block: Block) -> None:
        if not self.open:
            if block.name != "VCALENDAR":
                raise _not_a_calendar(block.number)
            self._calendars.append(block)
        elif len(self.open) == 1:
            self._components += 1
            if self._components > MOST_COMPONENTS:
                raise InvalidInput("Dòng {line}: tệp có hơn {most} mục lịch.", line=block.number, most=MOST_COMPONENTS)
            self.open[-1].blocks.append(block)
        elif len(self.open[-1].blocks) < MOST_PARTS:
            self.open[-1].blocks.append(block)
        self.open.append(block)

    def _end(self, line: Line) -> None:
        block = self.open.pop()
        if line.value.strip().upper() != block.name:
            raise InvalidInput(
                "Dòng {line}: END:{value} không khớp với BEGIN:{name} ở dòng {begin}.",
                line=line.number,
                value=line.value.strip()[:40],
                name=block.name[:40],
                begin=block.number,
            )

    def finished(self) -> list[Block]:
        if self.open:
            block = self.open[-1]
            raise InvalidInput(
                "Dòng {line}: BEGIN:{name} không có END:{name}; tệp có thể đã bị cắt cụt.",
                line=block.number,
                name=block.name[:40],
            )
        if not self._calendars:
            raise _not_a_calendar(1)
        return self._calendars
