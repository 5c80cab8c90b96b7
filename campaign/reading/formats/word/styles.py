"""What a Word style passes on to its paragraphs: font, list number, being a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from campaign.reading.formats import markup
from campaign.reading.formats.word import names

_CONTENTS: Final = re.compile(r"toc \d", re.IGNORECASE)


@dataclass(slots=True)
class Style:
    """One style; None means: as in the style it is based on."""

    name: str = ""
    based_on: str | None = None
    font: str | None = None
    number: str | None = None
    level: int | None = None

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs repeat headings with their page numbers."""
        return bool(_CONTENTS.fullmatch(self.name))


@dataclass(slots=True)
class Styles:
    """The styles of one document by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    font: str | None = None

    def resolve(self, style: str | None) -> Style:
        """The style with everything it inherits; chains that turn in a circle end."""
        found, seen = Style(), set[str]()
        current = style or self.default
        while current and current not in seen and current in self.by_id:
            seen.add(current)
            own = self.by_id[current]
            found.name = found.name or own.name
            found.font = found.font or own.font
            found.number = found.number or own.number
            found.level = own.level if found.level is None else found.level
            current = own.based_on
        return found


def read(chunks: Iterable[bytes]) -> Styles:
    """The styles of ``word/styles.xml``."""
    reader = _Reader()
    markup.parse(chunks, start=reader.start, end=reader.end)
    return reader.styles


class _Reader:
    """Fills a :class:`Styles` while the part streams by."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._style: Style | None = None

    def start(self, name: str, given: dict[str, str]) -> None:
        short = names.local(name)
        if not short:
            return
        values = names.attributes(given)
        if short == "style":
            self._open(values)
        elif short == "rFonts":
            self._set_font(names.font(given))
        elif self._style:
            self._set(self._style, short, values.get("val", ""))

    def end(self, name: str) -> None:
        if names.local(name) == "style":
            self._style = None

    def _open(self, values: dict[str, str]) -> None:
        style = values.get("styleId", "")
        self._style = self.styles.by_id.setdefault(style, Style())
        if values.get("type") == "paragraph" and values.get("default") in {"1", "true", "on"}:
            self.styles.default = style

    def _set_font(self, font: str | None) -> None:
        if self._style:
            self._style.font = self._style.font or font
        else:
            self.styles.font = self.styles.font or font

    def _set(self, style: Style, short: str, value: str) -> None:
        if short == "name":
            style.name = value
        elif short == "basedOn":
            style.based_on = value
        elif short == "numId":
            style.number = value
        elif short == "ilvl":
            style.level = names.whole_number(value)
