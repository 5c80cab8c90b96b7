"""The value of an event's field in words, as mails and the audit log say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from campaign.calendar.event_fields import EventField, Value
from campaign.dates import rule_words, wording
from campaign.dates.lead import Lead
from campaign.dates.rule import Rule

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
