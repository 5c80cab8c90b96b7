"""The text of one Word paragraph, piece by piece, whatever font each piece was written in."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from campaign.reading.formats import legacy, letters


@dataclass(slots=True)
class Run:
    """Text of one look; ``font`` and ``style`` are what the run itself says."""

    style: str | None = None
    font: str | None = None
    hidden: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph while it is read; a piece of text comes with its font, if that is from before Unicode."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    mark_deleted: bool = False
    pieces: list[tuple[str | None, str]] = field(default_factory=list)

    def text(self) -> str:
        """The text in Unicode (NFC), a line for each break inside the paragraph, without empty lines."""
        if not self.pieces:
            return ""
        # Neighbours of one font are converted together, since VNI writes a letter in two characters.
        fonts = itertools.groupby(self.pieces, key=lambda piece: piece[0])
        whole = "".join(_converted(font, "".join(text for _, text in pieces)) for font, pieces in fonts)
        lines = (" ".join(line.split()) for line in letters.nfc(whole).split("\n"))
        return "\n".join(filter(None, lines))


def _converted(font: str | None, text: str) -> str:
    code_page = legacy.of_font(font) if font else None
    if font is None or code_page is None or not legacy.can_be_legacy(text):
        return text
    return legacy.convert(text, code_page, capitals=code_page == "TCVN3" and font.lower().endswith("h"))
