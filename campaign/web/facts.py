"""The facts of an event as rows of a page: the fields that are shown there, in the order of their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from campaign.calendar.draft import Draft, shown_in
from campaign.calendar.event_fields import Place, Value
from campaign.dates import wording
from campaign.kinds import DEADLINES
from campaign.pages.detail import Detail
from campaign.web.language import gettext, language
from campaign.web.words import address, capital, repeats

OWN: frozenset[Value] = frozenset({"text", "paragraphs", "lines"})
"""What organizers wrote stands in their language."""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    words: str
    is_own: bool


def facts(place: Place, source: Draft | Detail, given: Mapping[str, str]) -> list[Fact]:
    """The rows that have anything to say. ``given``: the words of rows that the page composes, by their field."""
    whole = {**_composed(source), **given}
    found = []
    for each in shown_in(place):
        words = whole[each.name] if each.name in whole else _said(each.value, _value(source, each.name))
        if words:
            label = gettext("thời hạn") if each.name == "first" and source.kind in DEADLINES else gettext(each.row)
            found.append(Fact(capital(label), words, each.value in OWN))
    return found


def _value(source: Draft | Detail, name: str) -> Any:  # noqa: ANN401
    return source.fields[name] if isinstance(source, Detail) else getattr(source, name)


def _composed(source: Draft | Detail) -> dict[str, str]:
    """Rows that hold two fields: a period, and where to by which way."""
    first, last = _value(source, "figures_from"), _value(source, "figures_to")
    recipient, via = _value(source, "recipient"), _value(source, "via")
    return {
        "figures_from": capital(wording.span(first, last, language())) if first and last else "",
        "recipient": gettext("%(recipient)s (qua %(way)s)", recipient=recipient, way=via) if via else recipient,
    }


def _said(value: Value, thing: Any) -> str:  # noqa: ANN401
    if not thing:
        return ""
    if value in PAGE_WORDS:
        return PAGE_WORDS[value](thing)
    return ", ".join(thing) if isinstance(thing, list | tuple) else str(thing)


def _listed(links: list[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(address(each)) for each in links))


PAGE_WORDS: Mapping[Value, Callable[[Any], str]] = {
    "day": lambda day: wording.long_date(day, language()),
    "number": lambda number: wording.number(number, language()),
    "money": lambda amount: gettext("%(sum)s đồng", sum=wording.number(int(amount), language())),
    "rule": lambda rule: capital(repeats(rule)),
    "link": address,
    "links": _listed,
}
