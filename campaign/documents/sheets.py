"""Lists as files: .xlsx with dates and numbers as such, .csv with every cell as text.

No cell becomes a formula: in .csv what would be one stands behind an apostrophe, which reading takes off again; in
.xlsx text is text by its type.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from campaign.calendar.sentence import Sentence
from campaign.dates import wording
from campaign.plaintext import printable
from campaign.translations import translations

if TYPE_CHECKING:
    from openpyxl.cell import Cell

Value: TypeAlias = str | Sentence | int | Decimal | date | datetime | time | None
WIDEST, NARROWEST = 60, 8
"""Letters of a column; longer texts are wrapped."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_WORST_TITLE = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class Table:
    """A list in the language of its reader."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    language: str = "vi"


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark, so that Excel reads Vietnamese."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows([shielded(_written(value, table.language)) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def as_xlsx(table: Table) -> bytes:
    """One sheet with a heading that stays in sight, and a filter; text is text, whatever it begins with."""
    from openpyxl import Workbook  # noqa: PLC0415 - 10 MB and 0.2 s that only an export needs
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.title.translate(_WORST_TITLE)[:31])
    sheet.freeze_panes = "A2"
    lines = [table.headings, *([_said(value, table.language) for value in row] for row in table.rows)]
    for number, column in enumerate(zip(*lines, strict=True), 1):
        longest = max(len(part) for value in column for part in (_written(value, "vi").split("\n")))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, NARROWEST), WIDEST)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headings))}{len(lines)}"
    for place, line in enumerate(lines):
        sheet.append([_cell(sheet, value, is_heading=place == 0) for value in line])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


FORMATS = {"csv": as_csv, "xlsx": as_xlsx}


def shielded(cell: str) -> str:
    """An apostrophe before what would be a formula, and before an apostrophe that would be taken off in reading."""
    is_shielded = cell.startswith("'") and cell[1:].startswith(_FORMULA)
    return f"'{cell}" if cell.startswith(_FORMULA) or is_shielded else cell


def _said(value: Value, language: str) -> Value:
    """Sentences in the reader's language; everything else as it is."""
    return value.say(language, translations(language).gettext) if isinstance(value, Sentence) else value


def _written(value: Value, language: str) -> str:
    said = _said(value, language)
    if isinstance(said, datetime):
        return f"{said:%d/%m/%Y %H:%M}"
    if isinstance(said, date):
        return f"{said:%d/%m/%Y}"
    if isinstance(said, time):
        return wording.clock(said, language)
    return "" if said is None else f"{said.normalize():f}" if isinstance(said, Decimal) else str(said)


def _cell(sheet: object, value: Value, *, is_heading: bool) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    made: Cell = WriteOnlyCell(sheet, value="")  # type: ignore[arg-type]
    made.alignment = Alignment(vertical="top", wrap_text=True)
    made.font = Font(name="Times New Roman", size=12, bold=is_heading)
    if isinstance(value, date | int | Decimal):
        made.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        made.number_format = _format(value)
        return made
    text = printable(_written(value, "vi"))
    made.value, made.data_type = text, "s"
    if text.startswith(_FORMULA):
        made.quotePrefix = True
    return made


def _format(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, datetime):
        return "dd/mm/yyyy hh:mm"
    return "dd/mm/yyyy" if isinstance(value, date) else "#,##0.##" if value % 1 else "#,##0"


def table_of(title: Sentence, headings: Iterable[Sentence], rows: Iterable[Sequence[Value]], language: str) -> Table:
    """A list with its words said in this language; headings begin with a capital."""
    translate = translations(language).gettext
    said = [heading.say(language, translate) for heading in headings]
    return Table(
        title.say(language, translate), [f"{each[:1].upper()}{each[1:]}" for each in said], list(rows), language
    )
