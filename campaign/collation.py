"""The order of Vietnamese names in a database: by given name, then by the rest, whatever the database's own order is.

Vietnamese sorts letters first (a ă â b c d đ e ê … o ô ơ … u ư), and tones only between words with the same letters:
ngang, huyền, hỏi, ngã, sắc, nặng. A key says this in plain ASCII, so SQLite and PostgreSQL, whatever its collation,
put names in the same order.
"""

from __future__ import annotations

import unicodedata
from typing import Final

TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Combining marks of the tones, in the order of Vietnamese dictionaries; a word without one is first."""
SHAPES: Final = {"\u0302": 1, "\u0306": 1, "\u031b": 2}
"""Circumflex, breve and horn make other letters: ê, ô after e, o; ơ after ô; ư after u."""
_LONGEST: Final = 40  # words; nobody has more


def name_key(name: str) -> str:
    """The key of a person's name, whose last word is the given name: "Nguyễn Thị Ánh" stands beside "Lê Anh"."""
    words = name.split()[-_LONGEST:]
    return "".join(map(_word_key, words[-1:] + words[:-1]))


def title_key(text: str) -> str:
    """The key of a name that is read from its beginning: of a group, a room."""
    return "".join(map(_word_key, text.split()[:_LONGEST]))


def _word_key(word: str) -> str:
    """Two characters for each letter, then an end that is lower than any letter, then the tone."""
    letters: list[str] = []
    tone = "0"
    for mark in unicodedata.normalize("NFD", word.casefold()):
        if mark in TONES:
            tone = TONES[mark]
        elif mark in SHAPES and letters:
            letters[-1] = letters[-1][0] + _shape(letters[-1][0], mark)
        elif not unicodedata.combining(mark):
            letters.append(_letter_key(mark))
    return f"{''.join(letters)}0{tone}"


def _shape(letter: str, mark: str) -> str:
    """ă comes before â, but ô before ơ; ư is the only other u."""
    return "2" if letter == "a" and mark == "\u0302" else str(SHAPES[mark])


def _letter_key(letter: str) -> str:
    if letter == "đ":
        return "d1"
    if letter.isascii():
        return f"{letter}0" if letter.isalpha() else f"1{letter}" if letter.isdigit() else ""
    return f"z9{ord(letter):06x}"
