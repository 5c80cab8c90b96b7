"""Which phrases of two lists mean the same thing, however they are numbered, dated or put.

Numbers do not count for likeness: a thing that moves to another day is still that thing. Among equally likely
partners the one of the same day comes first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from campaign.reading.text import fold

ALIKE: Final = 0.6
"""From which likeness on two phrases are taken for the same thing."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_TIME_WORDS: Final = frozenset(
    ("ngày", "tháng", "năm", "quý", "tuần", "trước", "sau", "từ", "đến", "hết", "trong", "vào", "đầu", "giữa", "cuối")
)
_MOST_RIVALS: Final = 8
_MOST_SHARING: Final = 60
"""A word that more phrases have says nothing; so the cost grows with the number of phrases, not with its square."""
_SAME_DAY: Final = 0.3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and, if it has one, its day: anything that is equal for equal days."""

    text: str
    day: Hashable = None


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How similar two phrases are, from 0 to 1, word by word in their order; 0 where it is less than ``least``."""
    these, those = _words(one), _words(other)
    common = len(set(these) & set(those))
    if 2 * common < least * (len(set(these)) + len(set(those))):
        return 0.0
    value = SequenceMatcher(None, these, those, autojunk=False).ratio()
    return value if value >= least else 0.0


def pairs(older: Sequence[Phrase], newer: Sequence[Phrase]) -> dict[int, int]:
    """For each place in ``newer`` that has its like in ``older``, that place; the likest are joined first."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _likeness, there, here in sorted(_rivals(older, newer), key=lambda rival: (-rival[0], rival[1], rival[2])):
        if there not in taken and here not in found:
            taken.add(there)
            found[here] = there
    return found


def _rivals(older: Sequence[Phrase], newer: Sequence[Phrase]) -> Iterator[tuple[float, int, int]]:
    """Likeness, place in ``older`` and place in ``newer`` of all that may be pairs."""
    having: dict[str, list[int]] = defaultdict(list)
    saying: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, phrase in enumerate(older):
        saying[_words(phrase.text)].append(place)
        for word in dict.fromkeys(_words(phrase.text)):
            having[word].append(place)
    for here, phrase in enumerate(newer):
        equal = saying.get(_words(phrase.text), [])
        for there in dict.fromkeys((*equal[:_MOST_SHARING], *_closest(having, phrase))):
            value = likeness(older[there].text, phrase.text, ALIKE)
            if value:
                yield value + _SAME_DAY * (older[there].day == phrase.day), there, here


def _closest(having: dict[str, list[int]], phrase: Phrase) -> list[int]:
    shared: Counter[int] = Counter()
    words = dict.fromkeys(_words(phrase.text))  # in their order: the same texts always give the same pairs
    lists = sorted((having[word] for word in words if word in having), key=len)
    for places in lists:
        if len(places) > _MOST_SHARING and shared:
            break
        shared.update(places[:_MOST_SHARING])
    return [place for place, _ in shared.most_common(_MOST_RIVALS)]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The levelled words that say what a thing is: without numbers and without the words of dates."""
    found = tuple(_WORD.findall(fold(text)))
    return tuple(word for word in found if word not in _TIME_WORDS) or found
