"""What came out of a file: the value that readers of documents pass on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["docx", "pdf", "txt"]
KINDS: Final[tuple[Kind, ...]] = ("docx", "pdf", "txt")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file: NFC, lines ended by LF, one empty line at most between two others.

    A paragraph of Word is a line, a table row is a line with tabs between its cells, the lines of a .txt keep their
    numbers. ``notes`` are sentences for the person who brought the file: what was converted, which pages had no text.
    """

    text: str
    kind: Kind
    notes: tuple[str, ...] = ()
