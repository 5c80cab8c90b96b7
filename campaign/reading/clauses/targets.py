"""Indicators of a plan: shares in per cent, and aims that only say a direction."""

from __future__ import annotations

import re

from campaign.reading.document.outline import Clause
from campaign.reading.text import Source, squeezed
from campaign.reading.values import Target

_PERCENT = re.compile(r"(?P<value>\d{1,3}(?:[.,]\d+)?)\s?%")
_AT_LEAST = re.compile(r"(?:từ|ít nhất|tối thiểu|trên|hơn)\s*$|đạt\s+(?:từ|ít nhất|tối thiểu|trên)\s*$")
_AT_MOST = re.compile(r"(?:dưới|không quá|tối đa|giảm còn|còn)\s*$")
_OR_MORE = re.compile(r"\s*(?:trở lên|trở đi)")
_OR_LESS = re.compile(r"\s*trở xuống")
_DIRECTION = re.compile(
    r"(?:phấn đấu\s+)?(?:tăng|giảm|nâng)(?:\s+dần)?\s+(?:tỷ lệ|khoảng cách|số lượng)\s[^;,.]{8,120}"
)


def targets(source: Source, clauses: list[Clause]) -> list[Target]:
    """The targets that these statements name, in order."""
    found: list[Target] = []
    for clause in clauses:
        matches = list(_PERCENT.finditer(clause.folded))
        found += [_target(source, clause, match) for match in matches]
        if not matches:
            found += [_direction(source, clause, match) for match in _DIRECTION.finditer(clause.folded)]
    return found


def _target(source: Source, clause: Clause, match: re.Match[str]) -> Target:
    before, after = clause.folded[: match.start()], clause.folded[match.end() :]
    bound = "="
    if _AT_LEAST.search(before) or _OR_MORE.match(after):
        bound = "≥"
    elif _AT_MOST.search(before) or _OR_LESS.match(after):
        bound = "≤"
    quote = clause.text.strip()
    line = source.line_at(clause.start + match.start())
    return Target(
        _indicator(clause.text, match),
        match["value"].replace(",", "."),
        bound,
        quote,
        line,
        clause.block.place,
    )


def _indicator(text: str, match: re.Match[str]) -> str:
    """What is measured: the words before "đạt 15%", or after "100% cán bộ ..."."""
    before = re.split(r"[;]", text[: match.start()])[-1]
    before = re.sub(r"[\s,:(]*(?:(?:phấn đấu|đạt|từ|ít nhất|tối thiểu|trên|hơn|dưới|là|có|được)\s*)*$", "", before)
    if len(before.split()) > 2:  # noqa: PLR2004
        return squeezed(before).strip(" -,")
    return squeezed(re.split(r"[;]", text[match.end() :])[0]).strip(" -,.")


def _direction(source: Source, clause: Clause, match: re.Match[str]) -> Target:
    words = squeezed(clause.text[match.start() : match.end()])
    line = source.line_at(clause.start + match.start())
    bound = "↓" if "giảm" in match.group().split("tỷ lệ")[0][:20] else "↑"
    return Target(words, None, bound, clause.text.strip(), line, clause.block.place)
