"""Whether a word can be a Vietnamese syllable.

Text read in the wrong code page is full of words that no Vietnamese mouth can say; that tells the code pages
apart.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = {0x0300: None, 0x0301: None, 0x0303: None, 0x0309: None, 0x0323: None}
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
    plain = apart.translate(_TONES)
    return len(apart) - len(plain) <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)))
