"""The register of members as a file that can be read in again: .csv and .xlsx with the columns of ``member_file``.

A cell that a spreadsheet would take for a formula is text here: in .csv behind an apostrophe, which reading takes off
again, in .xlsx by its type.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign.models import Member
from campaign.paging import Within, members_within

if TYPE_CHECKING:
    from openpyxl.cell import Cell

COLUMNS = ("name", "email", "unit", "groups", "sex", "language")
HEADINGS = {
    "vi": ("Họ và tên", "Thư điện tử", "Đơn vị", "Nhóm", "Giới tính", "Ngôn ngữ"),
    "en": ("Name", "Email", "Unit", "Groups", "Sex", "Language"),
}
SEXES = {"female": "nữ", "male": "nam"}
WIDTHS = (28, 34, 30, 40, 10, 10)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows(session: Session, *, within: Within = None) -> Iterator[tuple[str, ...]]:
    """The members at work by given name, each as the cells of a line. Two questions."""
    query = select(Member).where(Member.left_at.is_(None), members_within(within))
    loaded = query.options(joinedload(Member.unit), selectinload(Member.groups)).order_by(Member.sort_key, Member.id)
    for member in session.scalars(loaded):
        groups = sorted(group.name for group in member.groups if group.id != member.unit_id)
        unit = member.unit.name if member.unit else ""
        yield member.name, member.address, unit, "; ".join(groups), SEXES.get(member.sex, ""), member.language


def as_csv(lines: Sequence[tuple[str, ...]], language: str = "vi") -> bytes:
    """UTF-8 with a mark, so that Excel reads Vietnamese."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS.get(language, HEADINGS["vi"]))
    writer.writerows([shielded(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Sequence[tuple[str, ...]], language: str = "vi") -> bytes:
    """One sheet; every cell is text, whatever it begins with."""
    from openpyxl import Workbook  # noqa: PLC0415 - 10 MB and 0.2 s that only an export needs

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Members" if language == "en" else "Nhân sự")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for line in (HEADINGS.get(language, HEADINGS["vi"]), *lines):
        sheet.append([_text(sheet, cell) for cell in line])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def shielded(cell: str) -> str:
    """An apostrophe before what would be a formula, and before an apostrophe that would be taken off in reading."""
    is_shielded = cell.startswith("'") and cell[1:].startswith(_FORMULA)
    return f"'{cell}" if cell.startswith(_FORMULA) or is_shielded else cell


def _text(sheet: object, cell: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    made = WriteOnlyCell(sheet, value="")  # type: ignore[arg-type]
    made.value = cell
    made.data_type = "s"
    if cell.startswith(_FORMULA):
        made.quotePrefix = True
    return made
