"""The legal documents that a plan rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from campaign.reading.text import squeezed
from campaign.reading.time.citations import DOCUMENT
from campaign.reading.time.fragments import DAY
from campaign.reading.values import Basis

_BASIS = re.compile(
    rf"(?P<type>{DOCUMENT})"
    r"\s+(?:liên tịch\s+)?(?:số\s*:?\s*)?(?P<number>\d+\s?[/-]?[\w&/.-]*(?:\s(?=\w+-)"
    r"[\w&-]+)?)"
    rf"[^;:()\d]{{0,60}}?ngày\s+(?P<day>{DAY})(?:\s+của\s+(?P<issuer>[^;,]{{3,80}}?)"
    r"(?=\s+(?:về|v/v|hướng dẫn|tới|cùng)\b|[;,.]|$))?"
)


def bases(text: str, folded: str, spans: Iterable[tuple[int, int]]) -> list[Basis]:
    """The dated documents that these statements name, each once."""
    found: dict[str, Basis] = {}
    for start, end in spans:
        for match in _BASIS.finditer(folded, start, end):
            basis = Basis(
                kind=_capital(text[match.start("type") : match.end("type")]),
                number=squeezed(text[match.start("number") : match.end("number")]),
                issued=squeezed(text[match.start("day") : match.end("day")]),
                issuer=squeezed(text[match.start("issuer") : match.end("issuer")]) if match["issuer"] else None,
                quote=squeezed(text[match.start() : match.end()]),
            )
            found.setdefault(basis.number, basis)
    return list(found.values())


def _capital(words: str) -> str:
    return words[:1].upper() + squeezed(words[1:]).lower()
