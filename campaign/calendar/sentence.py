"""A sentence as a template and its values, so that it can be said in the language of its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from campaign.calendar.when import When
from campaign.dates import wording
from campaign.dates.lead import Lead
from campaign.dates.spans import Span


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """A Vietnamese template with named values: ``Sentence("{day} là ngày nghỉ.", day=date(2027, 9, 2))``.

    Days, spans and clock times are values too, and are worded in the reader's language.
    """

    template: str
    values: Mapping[str, object]

    def __init__(self, template: str, /, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        return self.say()

    def say(self, language: str = "vi", translate: Callable[[str], str] = str) -> str:
        """The finished sentence; ``translate`` gives the template in that language."""
        spoken = {name: _spoken(value, language, translate) for name, value in self.values.items()}
        return translate(self.template).format(**spoken)


def listed(sentences: Iterable[Sentence]) -> Sentence:
    """Several of them in one line, with commas."""
    values = {f"item{number}": sentence for number, sentence in enumerate(sentences)}
    template = ", ".join(f"{{{name}}}" for name in values)
    return Sentence(template, **values)


def _spoken(value: object, language: str, translate: Callable[[str], str]) -> object:
    if isinstance(value, Sentence):
        return value.say(language, translate)
    word = next((word for kind, word in WORDS if isinstance(value, kind)), None)
    return word(value, language) if word else value


WORDS: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (When, When.say),
    (Lead, Lead.describe),
    (Span, lambda span, language: wording.span(span.first, span.last, language)),
    (time, wording.clock),
    (date, wording.short_date),
)
"""How values of each kind are said."""
