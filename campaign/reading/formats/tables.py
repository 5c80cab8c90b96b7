"""The rows of a Word table as lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from campaign.errors import InvalidInput

_MAX_CELLS: Final = 1_000
_WIDE: Final = "Tài liệu có một dòng bảng dài hơn {limit} ô nên không đọc."

# The national motto at the top and the list of recipients at the foot stand in tables without lines, which
# are two columns of text and not rows.
_LAYOUT: Final = re.compile(r"(?:cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|nơi nhận)", re.IGNORECASE)


def sets_text_in_columns(line: str) -> bool:
    """Whether a line tells that its table is a letterhead or the list of recipients."""
    return bool(_LAYOUT.match(line))


@dataclass(slots=True)
class Table:
    """One table while it is read: the lines of each cell of the current row."""

    cells: list[list[str]] = field(default_factory=list)
    span: int = 1
    deleted_row: bool = False
    layout: bool = False

    def start_row(self) -> None:
        self.cells, self.deleted_row = [], False

    def start_cell(self) -> list[str]:
        """Begin a cell and return the list that takes its lines."""
        self._check_width()
        self.cells.append([])
        self.span = 1
        return self.cells[-1]

    def end_cell(self) -> None:
        """A cell across several columns keeps the later ones in their place."""
        for _ in range(self.span - 1):
            self._check_width()
            self.cells.append([])

    def row_lines(self) -> list[str]:
        """One line with tabs between the cells, or where a table only sets text in columns, their lines."""
        cells = [[line for line in cell if line] for cell in self.cells]
        if self.deleted_row:
            return []
        self.layout = self.layout or any(sets_text_in_columns(line) for cell in cells for line in cell)
        if self.layout or len(cells) == 1:
            return [line for cell in cells for line in cell]
        return ["\t".join(" ".join(" ".join(cell).split()) for cell in cells).rstrip("\t")]

    def _check_width(self) -> None:
        if len(self.cells) >= _MAX_CELLS:
            raise InvalidInput(_WIDE, limit=_MAX_CELLS)
