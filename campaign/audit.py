"""The audit log, and ``Act``: the transaction, time and author that every change is made with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.models import AuditEntry, Base

PAGE = 50


class By(Protocol):
    """Whoever acts: the person at the desk (the web's Actor is one), or a program under a name."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Author:
    """A name that acts without a session: a command, an import, a test."""

    name: str
    user_id: int | None = None


PROGRAM = Author("campaign")
"""What the program does by itself, without a person."""
NOBODY = Author("")
"""Whoever has not signed in yet."""


@dataclass(frozen=True, slots=True)
class Act:
    """What every change is made with: the transaction it belongs to, when it happens, and who decides it."""

    session: Session
    now: datetime
    by: By

    def record(
        self, verb: str, noun: Base, old: Mapping[str, Any], new: Mapping[str, Any], *, title: str = ""
    ) -> AuditEntry:
        """Write to the audit log what this act did to a stored object.

        ``old`` and ``new``: JSON values of the fields that changed. ``title``: how the log names the object; by
        default its own title or name.
        """
        row = AuditEntry(
            at=self.now,
            by_user_id=self.by.user_id,
            by_name=self.by.name,
            verb=verb,
            subject_type=str(noun.__tablename__),
            subject_id=noun.id,
            title=title or getattr(noun, "title", "") or getattr(noun, "name", ""),
            old=dict(old),
            new=dict(new),
        )
        self.session.add(row)
        self.session.flush()
        return row


@contextmanager
def rewritable(session: Session) -> Iterator[None]:
    """Let entries of the audit log be changed in this transaction: only for erasing a person's data."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE history DISABLE TRIGGER USER")
        yield
        connection.exec_driver_sql("ALTER TABLE history ENABLE TRIGGER USER")
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'"
    guards = connection.exec_driver_sql(query).all()
    for guard in guards:
        connection.exec_driver_sql(f"DROP TRIGGER {guard.name}")
    yield
    for guard in guards:
        connection.exec_driver_sql(guard.sql)


def of(
    session: Session,
    subject_type: str,
    subject_id: int,
    verbs: Sequence[str] = (),
    values: Mapping[str, str] = MappingProxyType({}),
) -> Sequence[AuditEntry]:
    """The latest ``PAGE`` acts on one object, the latest first; only with these verbs and texts in ``new``, if any."""
    mine = [AuditEntry.subject_type == subject_type, AuditEntry.subject_id == subject_id]
    if verbs:
        mine.append(AuditEntry.verb.in_(verbs))
    mine += [AuditEntry.new[name].as_string() == text for name, text in values.items()]
    return session.scalars(select(AuditEntry).where(*mine).order_by(AuditEntry.id.desc()).limit(PAGE)).all()


def last(session: Session, subject_type: str, subject_id: int, *, verb: str = "") -> AuditEntry | None:
    """The latest act on one object, or the latest of one sort."""
    mine = [AuditEntry.subject_type == subject_type, AuditEntry.subject_id == subject_id]
    if verb:
        mine.append(AuditEntry.verb == verb)
    return session.scalars(select(AuditEntry).where(*mine).order_by(AuditEntry.id.desc()).limit(1)).first()


def page(session: Session, before: int | None = None, *, limit: int = PAGE) -> Sequence[AuditEntry]:
    """The latest acts, or those before the row with the id ``before``, the latest first."""
    query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(limit)
    return session.scalars(query if before is None else query.where(AuditEntry.id < before)).all()


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both states, with only what is not the same in them."""
    names = [name for name in new if old.get(name) != new[name]]
    return {name: old.get(name) for name in names}, {name: new[name] for name in names}
