"""Awards, difficulties, findings, courses: plain lists, each with what the plan needs to know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.audit import Act, differing
from campaign.errors import NotFound
from campaign.models import Award, Course, Difficulty, Finding, Group

Record = Award | Course | Difficulty | Finding
"""A row of one of the lists."""


@dataclass(frozen=True, slots=True)
class Register:
    """One list: its rows, its fields in the order of the form, and the day that sorts it."""

    noun: type[Any]
    fields: tuple[str, ...]
    day: str


REGISTERS: Mapping[str, Register] = {
    "awards": Register(
        Award, ("recipient", "form", "reason", "nominated_on", "decision", "decided_on"), "nominated_on"
    ),
    "difficulties": Register(Difficulty, ("text", "unit_id", "raised_on", "answer", "answered_on"), "raised_on"),
    "findings": Register(Finding, ("text", "unit_id", "found_on", "remedy_by", "remedied_on"), "found_on"),
    "courses": Register(Course, ("name", "title", "held_by", "place", "first_day", "last_day", "result"), "first_day"),
}


def listed(session: Session, register: Register, plan_id: int) -> Sequence[Record]:
    """The rows of a plan's year, the latest first."""
    day = getattr(register.noun, register.day)
    return session.scalars(
        select(register.noun).where(register.noun.plan_id == plan_id).order_by(day.desc(), register.noun.id.desc())
    ).all()


def one(session: Session, register: Register, number: int) -> Record:
    """One row. Raises ``NotFound``."""
    found: Record | None = session.get(register.noun, number)
    if found is None:
        raise NotFound("Không tìm thấy mục này.")
    return found


def add(act: Act, register: Register, plan_id: int, values: Mapping[str, Any]) -> Record:
    """A new row; ``values`` holds the register's fields."""
    row: Record = register.noun(plan_id=plan_id, noted_by=act.by.name, **values)
    act.session.add(row)
    act.session.flush()
    act.record("create", row, {}, _json(act.session, register, row), title=_title(register, row))
    return row


def change(act: Act, register: Register, row: Record, values: Mapping[str, Any]) -> bool:
    """Give the row these values; whether anything changed."""
    before = _json(act.session, register, row)
    for name, value in values.items():
        setattr(row, name, value)
    old, new = differing(before, _json(act.session, register, row))
    if new:
        act.record("edit", row, old, new, title=_title(register, row))
    return bool(new)


def remove(act: Act, register: Register, row: Record) -> None:
    """Delete the row; the audit log keeps what it said."""
    act.record("delete", row, _json(act.session, register, row), {}, title=_title(register, row))
    act.session.delete(row)


def _json(session: Session, register: Register, row: Record) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in register.fields}
    if "unit_id" in values:
        unit = session.get(Group, values["unit_id"]) if values["unit_id"] else None
        values["unit"] = unit.name if unit else ""
        del values["unit_id"]
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _title(register: Register, row: Record) -> str:
    return str(getattr(row, register.fields[0]))[:120]
