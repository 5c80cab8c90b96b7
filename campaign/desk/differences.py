"""Differences between two drafts of an event: what its audience is notified of, and two editors' changes merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.draft import FIELDS, Draft, as_json, json_of_value
from campaign.calendar.when import json_of
from campaign.models import Group

ANNOUNCED = tuple(name for name, each in FIELDS.items() if each.announced)
"""Money, seats, duties and reminders are the organizers' own affair."""


def announced(session: Session, old: Draft, new: Draft) -> dict[str, tuple[Any, Any]]:
    """What the audience should know when the event goes from one draft to the other."""
    facts: dict[str, tuple[Any, Any]] = {
        "when": (json_of(old.when), json_of(new.when)),
        **{name: (json_of_value(getattr(old, name)), json_of_value(getattr(new, name))) for name in ANNOUNCED},
    }
    if old.group_ids != new.group_ids:
        names = _names(session, old.group_ids | new.group_ids)
        facts["participants"] = (
            [names[group] for group in sorted(old.group_ids)],
            [names[group] for group in sorted(new.group_ids)],
        )
    return {name: pair for name, pair in facts.items() if pair[0] != pair[1]}


def _names(session: Session, ids: frozenset[int]) -> dict[int, str]:
    rows = session.execute(select(Group.id, Group.name).where(Group.id.in_(ids)))
    return {row.id: row.name for row in rows}


def merged(base: Mapping[str, Any], mine: Draft, theirs: Draft) -> tuple[Draft, frozenset[str]]:
    """My draft with whatever only they changed since ``base`` (as JSON), and the fields that both changed otherwise.

    In those my value stands: it was typed last, and its reader is about to see both.
    """
    my, their = as_json(mine), as_json(theirs)
    changed = [field.name for field in fields(Draft) if their[field.name] != base.get(field.name, their[field.name])]
    taken = {name: getattr(theirs, name) for name in changed if my[name] == base.get(name)}
    both = frozenset(name for name in changed if name not in taken and my[name] != their[name])
    return replace(mine, **taken), both
