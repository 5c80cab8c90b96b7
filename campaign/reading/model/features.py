"""The features of a clause: its words, its form, the headings above it and the clauses beside it.

Words are folded syllables; no word is listed here. What a feature speaks for is learnt (see ``tests/reader_model.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from campaign.reading.document.outline import Block, Clause
from campaign.reading.text import Source
from campaign.reading.time.moments import Moment
from campaign.reading.time.times import moments

_SYLLABLE: Final = re.compile(r"[^\W\d_]+|\d+|%")
_SYMBOL: Final = re.compile(r"\d/[\w-]*[a-zđ]{2}")
_ROMAN: Final = re.compile(r"[IVX]+\b")
_COUNTS: Final = (3, 5, 8, 12, 18, 25, 35, 50, 80)
_LOOKED_AT, _WORDS, _PAIRS, _OPENING = 300, 40, 14, 5
_HEADING, _HEADING_WORDS, _HEADINGS = 160, 8, 3
_LONGEST_TIME: Final = 3000


@dataclass(frozen=True, slots=True)
class _Unit:
    clause: Clause
    place: int
    count: int
    words: list[str]


def features(
    source: Source, kind: str | None, blocks: Sequence[Block], said: Sequence[Sequence[Clause]]
) -> list[list[str]]:
    """One list of features for each clause, in order. ``kind``: what the document calls itself ("kế hoạch")."""
    units = [
        _Unit(clause, place, len(clauses), _SYLLABLE.findall(clause.folded[:_LOOKED_AT]))
        for clauses in said
        for place, clause in enumerate(clauses)
    ]
    above = {id(block): _above(source, block) for block in blocks}
    found = []
    for i, unit in enumerate(units):
        own = [*_words(unit.words), *_form(unit), *_time(unit.clause), *above[id(unit.clause.block)]]
        own += [f"at={i * 10 // len(units)}", f"kind={kind}"]
        own += _beside("p", units[i - 1]) if i else []
        own += _beside("x", units[i + 1]) if i + 1 < len(units) else []
        found.append(own)
    return found


def _words(words: list[str]) -> list[str]:
    found = [f"{i}={word}" for i, word in enumerate(words[:_OPENING])]
    found += [f"b={one}_{two}" for one, two in pairwise(words[:_PAIRS])]
    found += [f"w={word}" for word in dict.fromkeys(words[:_WORDS])]
    found += [f"t{size}={'_'.join(words[:size])}" for size in (2, 3, 4)]
    return [*found, f"l={words[-1] if words else ''}"]


def _form(unit: _Unit) -> list[str]:
    clause, text = unit.clause, unit.clause.text
    marks = {
        "low": text[:1].islower(),
        "loud": text.isupper(),
        "%": "%" in text,
        "figures": any(letter.isdigit() for letter in text),
        "symbol": _SYMBOL.search(clause.folded) is not None,
        "colon": ":" in text[:-1],
        "heads": bool(clause.block.children),
    }
    found = [f"e={_end(text)}", f"i={min(unit.place, 3)}", f"m={min(unit.count, 4)}", f"n={_bucket(len(unit.words))}"]
    found += [name for name, is_so in marks.items() if is_so]
    return found + ([f"col={name}" for name in clause.cells] if clause.cells is not None else [])


def _time(clause: Clause) -> list[str]:
    found: Sequence[Moment] = moments(clause.folded) if len(clause.folded) < _LONGEST_TIME else ()
    return [f"date={one.first.unit}{one.deadline}{one.weak}" for one in found[:2]] or ["undated"]


def _above(source: Source, block: Block) -> list[str]:
    """The features that all clauses of a block share: its marker, its headings, its first neighbours in the list."""
    marker = _marker(source.text[block.start : block.body].strip())
    found = [f"mark={marker}", f"level={block.level}", f"mark={marker}|{bool(block.children)}"]
    parent, depth = block.parent, 0
    while parent is not None and depth < _HEADINGS:
        words = _syllables(source, parent, _HEADING)[:_HEADING_WORDS]
        for name in (f"h{depth}", "h"):
            found += [f"{name}={one}_{two}" for one, two in pairwise(words)]
            found += [f"{name}={word}" for word in words[:3]]
        parent, depth = parent.parent, depth + 1
    found.append(f"depth={depth}")
    if block.parent:
        first = block.parent.children[0]
        found.append(f"list={_bucket(len(block.parent.children))}")
        found += [f"first={word}" for word in _syllables(source, first, 80)[:3] if first is not block]
    if block.children:
        found += [f"below={word}" for word in _syllables(source, block.children[0], 80)[:3]]
    return found


def _beside(name: str, unit: _Unit) -> list[str]:
    words = unit.words
    return [f"{name}={'_'.join(words[:2])}", f"{name}1={'_'.join(words[:1])}", f"{name}e={_end(unit.clause.text)}"]


def _syllables(source: Source, block: Block, most: int) -> list[str]:
    return _SYLLABLE.findall(source.folded[block.body : min(block.end, block.body + most)])


def _marker(written: str) -> str:
    if not written or _ROMAN.match(written):
        return "roman" if written else ""
    return "number" if written[0].isdigit() else "letter" if written[0].isalpha() else "dash"


def _end(text: str) -> str:
    return text[-1:] if text and not text[-1].isalnum() else "w"


def _bucket(count: int) -> int:
    return next((i for i, most in enumerate(_COUNTS) if count <= most), len(_COUNTS))
