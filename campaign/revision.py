"""The one number that says whether any calendar may have changed; feeds and caches ask it before they do anything."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.db import insert
from campaign.models import Revision

ONLY = 1
_CURRENT = select(Revision.number, Revision.changed_at, Revision.instance).where(Revision.id == ONLY)


@dataclass(frozen=True, slots=True)
class Current:
    """The state of all calendars. ``instance`` names this database, so that a copy never repeats a Message-ID."""

    number: int
    changed_at: datetime
    instance: str


def current(connection: Connection) -> Current:
    row = connection.execute(_CURRENT).one_or_none()
    return Current(*row) if row else Current(0, datetime(2000, 1, 1, tzinfo=UTC), "")


def ensure(session: Session, *, now: datetime) -> Current:
    """Give the database its name before the first Message-ID is made."""
    statement = insert(session, Revision.__table__).values(  # type: ignore[arg-type]
        id=ONLY, number=0, changed_at=now, instance=secrets.token_hex(4)
    )
    session.execute(statement.on_conflict_do_nothing())
    return current(session.connection())


def bump(session: Session, *, now: datetime) -> None:
    """Something visible changed in this transaction. The time never goes backwards, whatever the clock does."""
    session.flush()
    connection = session.connection()
    before = current(connection)
    changed_at = max(now, before.changed_at)
    statement = insert(connection, Revision.__table__).values(  # type: ignore[arg-type]
        id=ONLY, number=before.number + 1, changed_at=changed_at, instance=before.instance or secrets.token_hex(4)
    )
    values = {"number": Revision.number + 1, "changed_at": changed_at}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
