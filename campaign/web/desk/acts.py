"""Audit entries of an event in words: who did what, and each value before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from campaign.calendar.audit_words import field_word, verb_of
from campaign.calendar.draft import FIELDS
from campaign.calendar.event_fields import said
from campaign.calendar.when import When
from campaign.collation import name_key
from campaign.dates import wording
from campaign.desk.event_overview import NAMED, Names
from campaign.desk.scheduling import SUBJECT
from campaign.figures.attendance import WORDS
from campaign.mailing.preview import NOTICES
from campaign.models import AuditEntry
from campaign.web.language import gettext, language
from campaign.web.words import kind

SHOWN = (
    *(name for name, each in FIELDS.items() if each.is_logged),
    *("when", "theme", "slogans", "reason", "cancel_reason", "occurrence", "mail"),
    *("unit", "units", "filed_on", "number", "link", "file_name", "guest", "guests"),
)
"""The values that readers are shown, in this order; what is not here is our own bookkeeping."""
LONGEST = 140


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    old: str
    new: str


def verb(act: AuditEntry) -> str:
    return verb_of(act).say(language(), gettext)


def field(name: str, subject: str = SUBJECT) -> str:
    return field_word(name, subject).say(language(), gettext)


def changes(act: AuditEntry, names: Names) -> Iterator[Change]:
    """Each value before and after, in words; of a new event only what it is called and when it is."""
    shown = ("title", "first") if act.verb in ("create", "duplicate", "roll") else SHOWN
    for name in shown:
        old, new = (spoken(name, values.get(name), names) for values in (act.old, act.new))
        if old != new:
            yield Change(field(name), old, new)
    marks: dict[str, str] = act.old.get("attendance", {})
    for person, state in sorted(act.new.get("attendance", {}).items(), key=lambda mark: name_key(mark[0])):
        yield Change(person, *(WORDS[code].say(language(), gettext) for code in (marks.get(person, ""), state)))


def spoken(name: str, value: Any, names: Names) -> str:  # noqa: ANN401 - as JSON keeps it
    """A value of a draft in words, and never longer than a line or two."""
    if value in (None, "", [], False):
        return ""
    if value is True:
        return gettext("có")
    if name in NAMED:
        known: Mapping[int, str] = names.get(NAMED[name][0], {})
        ids = value if isinstance(value, list) else [value]
        return ", ".join(sorted(known.get(each, f"#{each}") for each in ids))
    text = SPOKEN[name](value) if name in SPOKEN else said(FIELDS.get(name), value, language())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


SPOKEN: dict[str, Callable[[Any], str]] = {
    "kind": kind,
    **dict.fromkeys(
        ("occurrence", "filed_on"), lambda value: wording.short_date(date.fromisoformat(value), language())
    ),
    "when": lambda value: When.from_json(value).say(language()),
    "mail": lambda value: NOTICES[value].say(language(), gettext).lower(),
}
