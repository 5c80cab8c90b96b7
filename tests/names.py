"""Names and subjects that break encoders."""

from __future__ import annotations

import random
import unicodedata

LETTERS = [
    unicodedata.normalize("NFC", base + shape + tone)
    for base, shapes in {
        "a": ["", "\u0306", "\u0302"],
        "e": ["", "\u0302"],
        "o": ["", "\u0302", "\u031b"],
        "u": ["", "\u031b"],
        "i": [""],
        "y": [""],
        "d": [""],
    }.items()
    for shape in shapes
    for tone in ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
]
VIETNAMESE = "".join(LETTERS) + "".join(LETTERS).upper() + "đĐ"

HARD = [
    *(
        "Sở Y tế, Nghệ An",
        "Bà Rịa",
        "Nghệ An",
        "Ban VSTBPN (Sở)",
        'Phòng "Tổ chức"',
        "Phạm\\Thị",
        "O'Brien",
        "A. B.",
    ),
    *(
        "Plain Name",
        "Name, Plain",
        "(c)",
        '"',
        "\\",
        "a@b.vn",
        "x <y@z.vn>",
        "=",
        "=?",
        "?=",
        "=?utf-8?q?x?=",
        "=?x",
    ),
    *(
        "=?utf-8?q?=0ABcc=3A_x=40evil?=",
        "Evil =?utf-8?b?CkJjYzogeEBldmls?=",
        "_",
        "a_b c",
        "?",
        "a?b é",
        ";:,",
        "-",
    ),
    *(
        "Trường Mầm non Hoa Sen — cơ sở 2",
        "👩\u200d👩\u200d👧 Nguyễn",
        "É",
        "é" * 60,
        "A" * 200,
        "A " * 99 + "B",
        "Ễ" * 200,
    ),
    *(VIETNAMESE[:140], VIETNAMESE[-140:]),
]


def hard_names():
    """Five hundred: the list above, and Vietnamese syllables mixed with the signs that trip encoders."""
    chance = random.Random(2027)
    signs = [" ", " ", " ", ", ", '"', "(", ")", "\\", ".", "=?", "?=", "_", "<", ">", "@", ";", ":", "'"]
    names = list(HARD)
    while len(names) < 500:
        words = ["".join(chance.choices(VIETNAMESE, k=chance.randint(1, 6))) for _ in range(chance.randint(1, 9))]
        name = "".join(word + chance.choice(signs) for word in words)
        names.append(unicodedata.normalize(chance.choice(["NFC", "NFD"]), name))
    return names
