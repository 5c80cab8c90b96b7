"""Acts on the registers, written into the book: what a noun was and is, for the fields that changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from campaign.book import history
from campaign.book.history import By
from campaign.models import Base


def note(
    session: Session,
    noun: Base,
    verb: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    *,
    title: str = "",
    now: datetime,
    by: By,
) -> None:
    """Write down an act on this noun, under its table's name and its own."""
    named = title or getattr(noun, "name", "") or getattr(noun, "title", "")
    history.record(
        session,
        now=now,
        by=by,
        verb=verb,
        subject_type=str(noun.__tablename__),
        subject_id=noun.id,
        title=named,
        old=old,
        new=new,
    )


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both states, with only what is not the same in them."""
    names = [name for name in new if old.get(name) != new[name]]
    return {name: old.get(name) for name in names}, {name: new[name] for name in names}
