"""The words in other languages. Messages are written in Vietnamese; a catalogue gives each in another language.

Catalogues are read as they are written (``.po``), once; there is no compiled copy that could fall behind.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE = "vi"
TO_BODIES = "vi-x-external"
"""The source language as it is used towards other bodies: members of one's own agency are "đồng chí", these are not."""
_TO_BODIES = (
    ("Kính gửi đồng chí ", "Kính gửi "),
    ("Đồng chí %(name)s", "Ông/Bà %(name)s"),
    ("Đồng chí", "Quý cơ quan"),
    ("đồng chí", "quý cơ quan"),
)
FOLDER = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The languages of the pages and mails, the source language first."""
    return (SOURCE, *sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/messages.po")))


def catalogue(language: str) -> Catalog:
    """All words of a language: each package may have a file of its own."""
    whole = Catalog(locale=language)
    for path in sorted((FOLDER / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    whole[message.id] = message
    return whole


class _ToBodies(NullTranslations):
    """Our sentences with the form of address for other bodies."""

    def gettext(self, message: str) -> str:
        for ours, theirs in _TO_BODIES:
            message = message.replace(ours, theirs)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    ugettext, ungettext = gettext, ngettext


def plain_language(tag: str) -> str:
    """The language of a tag: "vi" of ``TO_BODIES``."""
    return tag.partition("-")[0]


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language; Vietnamese (and any unknown language) says messages as they are."""
    if language == TO_BODIES:
        return _ToBodies()
    if language == SOURCE or language not in languages():
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return Translations(compiled)
