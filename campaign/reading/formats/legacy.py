"""The two Vietnamese code pages from before Unicode that agencies still have in their drawers.

Both were tricks of the font: the file holds Windows-1252 characters and only the font shows Vietnamese.

* TCVN3 ("ABC", fonts ``.VnTime``; TCVN 5712:1993, VN3) has one byte a letter and no accented capitals, except
  the seven base letters Ă Â Ê Ô Ơ Ư Đ: capitals are the same bytes in a font whose name ends in ``H``.
* VNI (fonts ``VNI-Times``) writes a vowel and, in a byte of its own, its marks.

The input here is text as Windows-1252 reads it (``windows_1252``), so that one mapping serves plain files and
the runs of a .docx alike.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal

from campaign.reading.formats import letters

Legacy = Literal["TCVN3", "VNI", "Windows-1258"]

_TCVN3_RANGES: Final = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3: Final = {
    chr(first + place): letter for first, letters in _TCVN3_RANGES.items() for place, letter in enumerate(letters)
}
"""Each accented letter of TCVN3, keyed by the Windows-1252 character of its byte."""

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_TONES: Final = dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_MARKS: Final = {
    "aeouyôö": _TONES,
    "aeo": {
        "â": _CIRCUMFLEX,
        "á": _CIRCUMFLEX + _ACUTE,
        "à": _CIRCUMFLEX + _GRAVE,
        "å": _CIRCUMFLEX + _HOOK,
        "ã": _CIRCUMFLEX + _TILDE,
        "ä": _CIRCUMFLEX + _DOT,
    },
    "a": {
        "ê": _BREVE,
        "é": _BREVE + _ACUTE,
        "è": _BREVE + _GRAVE,
        "ú": _BREVE + _HOOK,
        "ü": _BREVE + _TILDE,
        "ë": _BREVE + _DOT,
    },
}
_VNI_LETTERS: Final = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))


def _vni_table() -> dict[str, str]:
    """Every VNI letter as written, small and capital (the latter also with a small mark)."""
    small = dict(_VNI_LETTERS)
    for bases, marks in _VNI_MARKS.items():
        for base in bases:
            shown = _VNI_LETTERS.get(base, base)
            small |= {base + mark: unicodedata.normalize("NFC", shown + accent) for mark, accent in marks.items()}
    capitals = {written.upper(): letter.upper() for written, letter in small.items()}
    titled = {written[0].upper() + written[1:]: letter.upper() for written, letter in small.items()}
    return titled | capitals | small


VNI: Final = _vni_table()
"""Each accented letter of VNI as written: a letter, or a vowel and its mark."""

_VNI_WRITTEN: Final = re.compile("|".join(sorted(VNI, key=len, reverse=True)))
_PHRASE: Final = re.compile(r"[^\W_][\w \t]*")
_SPACES: Final = re.compile(r"([ \t]+)")
_BETWEEN: Final = re.compile(r"[\s!-@\[-`{-~“”‘’–—…•]+")


_WINDOWS: Final = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


_WINDOWS_LETTERS: Final = frozenset(map(chr, range(256))) | set(_WINDOWS.values())


def windows_1252(data: bytes) -> str:
    """The bytes as Windows-1252 shows them; its five undefined bytes become control characters."""
    return data.decode("latin-1").translate(_WINDOWS)


def of_font(font: str) -> Legacy | None:
    """The code page that a font's name stands for, such as ``.VnTimeH`` or ``VNI-Times``."""
    name = font.lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith(("vni-", "vni ")) else None


def convert(text: str, legacy: Legacy, *, capitals: bool = False) -> str:
    """The Unicode text (NFC) of what Windows-1252 shows; ``capitals``: in a capital font (``.VnTimeH``)."""
    if legacy == "Windows-1258":
        return letters.nfc(text.encode("cp1252", "replace").decode("cp1258", "replace"))
    # Word keeps the bytes of symbol fonts at U+F000 and above.
    shown = re.sub("[\uf020-\uf0ff]", lambda found: windows_1252(bytes([ord(found[0]) - 0xF000])), text)
    if legacy == "VNI":
        return _VNI_WRITTEN.sub(lambda found: VNI[found[0]], shown)
    plain = shown.translate(_TCVN3_CODES)
    return plain.upper() if capitals else _raise_capitals(plain)


def can_be_legacy(text: str) -> bool:
    """Whether no character is beyond Windows-1252: text in Unicode often keeps the name of an old font."""
    return all(letter in _WINDOWS_LETTERS or "\uf020" <= letter <= "\uf0ff" for letter in set(text))


def certain(text: str) -> Legacy | None:
    """The legacy code page of the text as Windows-1252 shows it, or None when it is not beyond doubt."""
    words = _strange_words(text)
    if not words:
        return None
    shares = sorted(((_share(words, legacy), legacy) for legacy in _CANDIDATES), reverse=True)
    (best, legacy), (second, _) = shares[:2]
    return legacy if best >= _SURE and best - second >= _CLEAR else None


def is_vietnamese(text: str) -> bool:
    """Whether most accented words of the text are Vietnamese as they stand."""
    words = _strange_words(text)
    return sum(map(is_syllable, words)) * 2 >= len(words)


_TCVN3_CODES: Final = str.maketrans(TCVN3)
_CANDIDATES: Final[tuple[Legacy, ...]] = ("TCVN3", "VNI", "Windows-1258")
_SURE: Final = 0.85
_CLEAR: Final = 0.15
_SAMPLE: Final = 4000
_LONGEST: Final = 40
"""Characters of a word that matter: the longest syllable is far shorter, written in whatever way."""


def _strange_words(text: str) -> list[str]:
    """The different words with a character beyond ASCII, from the beginning of the text."""
    words = (word[:_LONGEST] for word in _BETWEEN.split(text) if not word.isascii())
    return list(dict.fromkeys(word for word, _ in zip(words, range(_SAMPLE), strict=False)))


def _share(words: list[str], legacy: Legacy) -> float:
    return sum(is_syllable(convert(word, legacy)) for word in words) / len(words)


def _raise_capitals(text: str) -> str:
    """``KẾ HOẠCH`` for ``Kế HOạCH``: small accented letters among capitals are capitals of another font."""
    return _PHRASE.sub(lambda found: _raise_phrase(found[0]), text)


def _raise_phrase(phrase: str) -> str:
    """Words in capitals are raised, and so are words that may be either between them."""
    pieces = _SPACES.split(phrase)
    looks = [_looks_capital(piece) for piece in pieces]
    before, after = _last_known(looks), _last_known(looks[::-1])[::-1]
    for place, (left, look, right) in enumerate(zip(before, looks, after, strict=True)):
        if look or (look is None and (left or right) and left is not False and right is not False):
            pieces[place] = pieces[place].upper()
    return "".join(pieces)


def _last_known(looks: list[bool | None]) -> list[bool | None]:
    """For each place, the nearest earlier look that is known."""
    known: list[bool | None] = [None]
    for look in looks:
        known.append(known[-1] if look is None else look)
    return known[:-1]


def _looks_capital(word: str) -> bool | None:
    """True for a word in capitals, False for one with small letters, None where ASCII letters do not tell."""
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    if any(letter.islower() for letter in plain):
        return False
    return True if len(plain) > 1 else None


_TONE_MARKS: Final = {0x0300: None, 0x0301: None, 0x0303: None, 0x0309: None, 0x0323: None}
_SYLLABLE: Final = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    "(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uai|uay|uây|uôi|ươi|ươu"
    "|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê"
    "|[aăâeêioôơuưy])"
    "(?:ch|nh|ng|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether the word has the sounds of one Vietnamese syllable, with one tone at most."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = apart.translate(_TONE_MARKS)
    return len(apart) - len(plain) <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))
