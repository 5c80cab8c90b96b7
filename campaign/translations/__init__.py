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


@cache
def translations(language: str) -> NullTranslations:
    """The catalogue of a language; Vietnamese (and any unknown language) says messages as they are."""
    if language == SOURCE or language not in languages():
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return Translations(compiled)
