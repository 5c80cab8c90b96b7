"""What a field of an event is, wherever it is named, spoken, shown or announced.

The fields are those of ``Draft``: each is declared there once, with its entry. A new field is a column with its
migration, one line in ``Draft`` and a control in the form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field
from datetime import date, time
from typing import Any, Literal, TypeAlias

from campaign.dates import rule_words, wording
from campaign.dates.lead import Lead
from campaign.dates.rule import Rule

Value: TypeAlias = Literal[
    "text",
    "paragraphs",
    "lines",
    "link",
    "links",
    "day",
    "clock",
    "number",
    "money",
    "flag",
    "ids",
    "kind",
    "rule",
    "leads",
]
Place: TypeAlias = Literal["desk", "public", "feed", "personal", "mail", "report"]
"""Pages of the desk, public pages, all feeds, personal feeds alone, mails about what one attends, about a deadline."""
PAGES: tuple[Place, ...] = ("desk", "public")
METADATA = "event field"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventField:
    """The entry of one field.

    ``label``: Vietnamese, in lower case, a message of the catalogues. ``row``: the label of a row that shows several
    fields, on the first of them. ``value``: how it is said. ``shown``: where it has a row. ``announced``: the audience
    gets a mail when it changes. ``storage``: in the column of its name; in days and times of the schedule; in rows of
    other tables. ``is_logged``: readers of the audit log see it. ``is_dated``: a copy on another day does not have it.
    """

    name: str = ""
    label: str
    row: str
    value: Value
    shown: frozenset[Place]
    announced: bool
    storage: Literal["column", "schedule", "rows"]
    is_logged: bool
    is_dated: bool


def event_field(  # noqa: PLR0913 - a column of the table of fields for each
    label: str,
    value: Value = "text",
    *,
    default: Any = MISSING,  # noqa: ANN401
    row: str = "",
    shown: Iterable[Place] = (),
    announced: bool = False,
    storage: Literal["column", "schedule", "rows"] = "column",
    is_logged: bool = True,
    is_dated: bool = False,
) -> Any:  # noqa: ANN401 - as dataclasses.field
    """A field of ``Draft`` with its entry."""
    entry = EventField(
        label=label,
        row=row or label,
        value=value,
        shown=frozenset(shown),
        announced=announced,
        storage=storage,
        is_logged=is_logged,
        is_dated=is_dated,
    )
    return field(default=default, metadata={METADATA: entry})


WORDS: Mapping[Value, Callable[[Any, str], str]] = {
    "day": lambda value, language: wording.short_date(date.fromisoformat(value), language),
    "clock": lambda value, language: wording.clock(time.fromisoformat(value), language),
    "rule": lambda value, language: rule_words.describe(Rule.parse(value), language),
    "leads": lambda value, language: ", ".join(Lead.parse(each).describe(language) for each in value),
}


def said(each: EventField | None, value: Any, language: str) -> str:  # noqa: ANN401 - as JSON keeps it
    """The value in words; nothing where there is none."""
    if value in (None, "", [], False):
        return ""
    if each and each.value in WORDS:
        return WORDS[each.value](value, language)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
