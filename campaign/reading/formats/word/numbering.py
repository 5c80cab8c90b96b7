"""The list numbers that Word shows but does not store: "1.", "a)", "-" (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from campaign.reading.formats import markup
from campaign.reading.formats.word import names

MAX_LEVEL: Final = 8
_BULLETS: Final = {"+": "+", "*": "*"}
_PLACE: Final = re.compile(r"%([1-9])")
_LAST_ROMAN: Final = 3999
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(slots=True)
class Level:
    """One level of a list: where it starts and what it shows (``%1.`` is the number of the first level)."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    style: str | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """A numbering instance: the list it belongs to and the levels it starts anew or redefines."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self) -> None:
        self.abstract: dict[str, dict[int, Level]] = {}
        self.lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def next_mark(self, number: str, level: int | None, style: str | None) -> str:
        """Count one paragraph of list ``number`` and return what stands before its text, with a space."""
        levels = self._levels(number)
        if level is None:
            level = next((at for at, known in levels.items() if style and known.style == style), 0)
        if level not in levels:
            return ""
        shown = self._shown(levels, self._advance(number, level, levels), level)
        return shown + " " if shown and levels[level].suffix != "nothing" else shown

    def _levels(self, number: str) -> dict[int, Level]:
        known = self.lists.get(number)
        return self.abstract.get(known.abstract, {}) | known.levels if known else {}

    def _advance(self, number: str, level: int, levels: dict[int, Level]) -> list[int | None]:
        known = self.lists[number]
        counts = self._counts.setdefault(known.abstract, [None] * (MAX_LEVEL + 1))
        count = counts[level]
        if level in known.starts and (number, level) not in self._restarted:
            self._restarted.add((number, level))
            counts[level] = known.starts[level]
        else:
            counts[level] = levels[level].start if count is None else count + 1
        counts[level + 1 :] = [None] * (MAX_LEVEL - level)
        return counts

    def _shown(self, levels: dict[int, Level], counts: list[int | None], level: int) -> str:
        own = levels[level]
        if own.number_format == "none":
            return ""
        if own.number_format == "bullet":
            return _BULLETS.get(own.text.strip(), "-")

        def number_at(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = levels.get(at, own)
            count = counts[at]
            return _written(other.start if count is None else count, "decimal" if own.legal else other.number_format)

        return _PLACE.sub(number_at, own.text).strip()


def read(chunks: Iterable[bytes]) -> Numbering:
    """The lists of ``word/numbering.xml``."""
    reader = _Reader()
    markup.parse(chunks, start=reader.start, end=reader.end)
    return reader.numbering


class _Reader:
    """Fills a :class:`Numbering` while the part streams by."""

    def __init__(self) -> None:
        self.numbering = Numbering()
        self._abstract: dict[int, Level] | None = None
        self._list: _List | None = None
        self._at: int | None = None
        self._level: Level | None = None

    def start(self, name: str, given: dict[str, str]) -> None:
        short = names.local(name)
        values = names.attributes(given)
        if short == "abstractNum":
            self._abstract = self.numbering.abstract.setdefault(values.get("abstractNumId", ""), {})
        elif short == "num":
            self._list = self.numbering.lists.setdefault(values.get("numId", ""), _List(""))
        elif short == "abstractNumId" and self._list:
            self._list.abstract = values.get("val", "")
        elif short in {"lvl", "lvlOverride"}:
            self._open_level(short, names.whole_number(values.get("ilvl")))
        else:
            self._set(short, values.get("val", ""))

    def end(self, name: str) -> None:
        short = names.local(name)
        if short == "abstractNum":
            self._abstract = None
        elif short == "num":
            self._list = None
        elif short == "lvl":
            self._level = None

    def _open_level(self, short: str, at: int | None) -> None:
        self._at = at if at is not None and at <= MAX_LEVEL else None
        if short == "lvl" and self._at is not None:
            self._level = Level()
            owner = self._list.levels if self._list else self._abstract
            if owner is not None:
                owner[self._at] = self._level

    def _set(self, short: str, value: str) -> None:
        if short == "startOverride" and self._list and self._at is not None:
            self._list.starts[self._at] = names.whole_number(value) or 0
        elif self._level:
            setter = _SETTERS.get(short)
            if setter:
                setter(self._level, value)


def _set_start(level: Level, value: str) -> None:
    start = names.whole_number(value)
    level.start = 1 if start is None else start


def _set_format(level: Level, value: str) -> None:
    level.number_format = value


def _set_text(level: Level, value: str) -> None:
    level.text = value[:40]


def _set_suffix(level: Level, value: str) -> None:
    level.suffix = value


def _set_style(level: Level, value: str) -> None:
    level.style = value


def _set_legal(level: Level, value: str) -> None:
    level.legal = value not in {"0", "false", "off"}


_SETTERS: Final[dict[str, Callable[[Level, str], None]]] = {
    "start": _set_start,
    "numFmt": _set_format,
    "lvlText": _set_text,
    "suff": _set_suffix,
    "pStyle": _set_style,
    "isLgl": _set_legal,
}


def _written(number: int, number_format: str) -> str:
    """The number as Word writes it; formats that no Vietnamese office uses fall back to digits."""
    if number_format in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if number_format == "upperRoman" else roman.lower()
    if number_format in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if number_format == "upperLetter" else letter
    return f"{number:02}" if number_format == "decimalZero" else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LAST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
