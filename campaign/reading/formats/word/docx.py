"""A .docx as its readers see it: one line a paragraph, with list numbers, one line a table row.

Left out: what was deleted under "Track Changes", hidden text, headers and footers, footnotes, comments, field
codes and the table of contents. Insertions, text boxes and the results of fields stay.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Final

from campaign.errors import InvalidInput
from campaign.reading.formats import legacy, markup
from campaign.reading.formats.archive import GuardedZip
from campaign.reading.formats.limits import TextBudget
from campaign.reading.formats.tables import Table
from campaign.reading.formats.word import names, numbering, styles
from campaign.reading.formats.word.runs import Paragraph, Run

_NO_BODY: Final = "Tệp .docx không có phần nội dung: hãy mở bằng Word, lưu lại rồi nhập lại."

_SKIPPED: Final = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "sdtPr"}
    | {f"{part}PrChange" for part in ("p", "r", "tbl", "tr", "tc", "sect", "tblEx")}
)


def text_of(parts: GuardedZip, body: str, budget: TextBudget) -> str:
    """The text of the document part ``body``, such as ``word/document.xml``.

    :raises InvalidInput: for a broken document or one beyond the limits.
    """
    if body not in parts:
        raise InvalidInput(_NO_BODY)
    folder = posixpath.dirname(body)
    style_part, number_part = f"{folder}/styles.xml", f"{folder}/numbering.xml"
    reader = _Body(
        styles.read(parts.chunks(style_part)) if style_part in parts else styles.Styles(),
        numbering.read(parts.chunks(number_part)) if number_part in parts else numbering.Numbering(),
        budget,
    )
    markup.parse(parts.chunks(body), start=reader.start, end=reader.end, text=reader.text)
    reader.flush()
    return "\n".join(reader.lines)


class _Body:
    """Fills ``lines`` while the part streams by; paragraphs (text boxes) and tables nest: hence stacks."""

    def __init__(self, known: styles.Styles, lists: numbering.Numbering, budget: TextBudget) -> None:
        self.lines: list[str] = []
        self._styles, self._lists, self._budget = known, lists, budget
        self._resolved: dict[str | None, styles.Style] = {}
        self._path: list[str] = []
        self._skipping = 0
        self._paragraphs: list[Paragraph] = []
        self._carried: Paragraph | None = None
        self._runs: list[Run] = []
        self._tables: list[Table] = []
        self._sinks: list[list[str]] = [self.lines]

    # Tags

    def start(self, name: str, given: dict[str, str]) -> None:
        short = names.local(name)
        self._path.append(short)
        if self._skipping or short in _SKIPPED:
            if not self._skipping:
                self._note_deletion(short)
            self._skipping += 1
        elif short in _OPENERS:
            _OPENERS[short](self, given)

    def end(self, _name: str) -> None:
        short = self._path.pop()
        if self._skipping:
            self._skipping -= 1
        elif short in _CLOSERS:
            _CLOSERS[short](self)

    def text(self, text: str) -> None:
        if not self._skipping and self._path[-1] == "t":
            self._add(text.replace("\n", " "))

    # Paragraphs and runs

    def open_paragraph(self, _given: dict[str, str]) -> None:
        self._paragraphs.append(self._carried or Paragraph())
        self._carried = None
        self._paragraphs[-1].mark_deleted = False

    def close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if paragraph.mark_deleted:
            self._carried = paragraph  # its end was deleted: it goes on in the next one
        else:
            self._put(self._written(paragraph))

    def flush(self) -> None:
        """Put what waits for a next paragraph where none comes."""
        if self._carried:
            self._put(self._written(self._carried))
            self._carried = None

    def open_run(self, _given: dict[str, str]) -> None:
        self._runs.append(Run())

    def close_run(self) -> None:
        self._runs.pop()

    def set_style(self, given: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = names.value(given)

    def set_number(self, given: dict[str, str]) -> None:
        if self._paragraphs and "numPr" in self._path[-2:]:
            self._paragraphs[-1].number = names.value(given)

    def set_level(self, given: dict[str, str]) -> None:
        if self._paragraphs and "numPr" in self._path[-2:]:
            self._paragraphs[-1].level = names.whole_number(names.value(given))

    def set_run_style(self, given: dict[str, str]) -> None:
        if self._in_run_properties():
            self._runs[-1].style = names.value(given)

    def set_run_font(self, given: dict[str, str]) -> None:
        if self._in_run_properties():
            self._runs[-1].font = names.font(given)

    def set_hidden(self, given: dict[str, str]) -> None:
        if self._in_run_properties():
            self._runs[-1].hidden = names.is_on(given)

    def _in_run_properties(self) -> bool:
        return self._path[-3:-1] == ["r", "rPr"] and bool(self._runs)

    def add_tab(self, _given: dict[str, str]) -> None:
        if self._path[-2] == "r":  # elsewhere it is a tab stop
            self._add(" ")

    def add_break(self, _given: dict[str, str]) -> None:
        self._add("\n")

    def add_hyphen(self, _given: dict[str, str]) -> None:
        self._add("-")

    def add_soft_hyphen(self, _given: dict[str, str]) -> None:
        self._add("\xad")  # in TCVN3 this byte is the letter ư

    def _add(self, text: str) -> None:
        if self._paragraphs and self._runs and not self._runs[-1].hidden:
            self._budget.take(text)
            self._paragraphs[-1].pieces.append((self._legacy_font(), text))

    def _legacy_font(self) -> str | None:
        """The font of the current run, if it is one from before Unicode."""
        run, paragraph = self._runs[-1], self._paragraphs[-1]
        font = run.font or (run.style and self._style(run.style).font) or self._style(paragraph.style).font
        font = font or self._styles.font
        return font if font and legacy.of_font(font) else None

    def _style(self, style: str | None) -> styles.Style:
        if style not in self._resolved:
            self._resolved[style] = self._styles.resolve(style)
        return self._resolved[style]

    def _written(self, paragraph: Paragraph) -> str:
        style = self._style(paragraph.style)
        number = paragraph.number or style.number
        level = style.level if paragraph.level is None and paragraph.number is None else paragraph.level
        mark = ""
        if number and number != "0":
            mark = self._lists.next_mark(number, level, paragraph.style or self._styles.default)
        self._budget.take(mark)
        text = paragraph.text()
        return "" if style.is_contents or not text else mark + text

    def _put(self, text: str) -> None:
        sink = self._sinks[-1]
        if text or (sink and sink[-1]):  # of several empty paragraphs, one stays
            self._budget.take("\n")
            sink.append(text)

    def _note_deletion(self, short: str) -> None:
        parent = "".join(self._path[-2:-1])
        if short in {"del", "moveFrom"} and parent == "rPr" and "pPr" in self._path[-3:] and self._paragraphs:
            self._paragraphs[-1].mark_deleted = True
        elif short == "del" and parent == "trPr" and self._tables:
            self._tables[-1].deleted_row = True

    # Tables

    def open_table(self, _given: dict[str, str]) -> None:
        self.flush()
        self._tables.append(Table())

    def close_table(self) -> None:
        self._tables.pop()

    def open_row(self, _given: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].start_row()

    def open_cell(self, _given: dict[str, str]) -> None:
        if self._tables:
            self._sinks.append(self._tables[-1].start_cell())

    def set_span(self, given: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].span = names.whole_number(names.value(given)) or 1

    def close_cell(self) -> None:
        if self._tables:
            self.flush()
            self._sinks.pop()
            self._tables[-1].end_cell()

    def close_row(self) -> None:
        if self._tables:
            self._budget.take("\t" * len(self._tables[-1].cells))
            for line in self._tables[-1].row_lines():
                self._put(line)


_Opener = Callable[[_Body, dict[str, str]], None]
_OPENERS: Final[dict[str, _Opener]] = {
    "p": _Body.open_paragraph,
    "r": _Body.open_run,
    "pStyle": _Body.set_style,
    "numId": _Body.set_number,
    "ilvl": _Body.set_level,
    "rStyle": _Body.set_run_style,
    "rFonts": _Body.set_run_font,
    "vanish": _Body.set_hidden,
    "tab": _Body.add_tab,
    "ptab": _Body.add_tab,
    "br": _Body.add_break,
    "cr": _Body.add_break,
    "noBreakHyphen": _Body.add_hyphen,
    "softHyphen": _Body.add_soft_hyphen,
    "tbl": _Body.open_table,
    "tr": _Body.open_row,
    "tc": _Body.open_cell,
    "gridSpan": _Body.set_span,
}
_CLOSERS: Final[dict[str, Callable[[_Body], None]]] = {
    "p": _Body.close_paragraph,
    "r": _Body.close_run,
    "tbl": _Body.close_table,
    "tr": _Body.close_row,
    "tc": _Body.close_cell,
}
