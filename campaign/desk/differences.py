"""Two editors' changes of one event, merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from campaign.calendar.draft import Draft, as_json


def merged(base: Mapping[str, Any], mine: Draft, theirs: Draft) -> tuple[Draft, frozenset[str]]:
    """My draft with whatever only they changed since ``base`` (as JSON), and the fields that both changed otherwise.

    In those my value stands: it was typed last, and its reader is about to see both.
    """
    my, their = as_json(mine), as_json(theirs)
    changed = [field.name for field in fields(Draft) if their[field.name] != base.get(field.name, their[field.name])]
    taken = {name: getattr(theirs, name) for name in changed if my[name] == base.get(name)}
    both = frozenset(name for name in changed if name not in taken and my[name] != their[name])
    return replace(mine, **taken), both
