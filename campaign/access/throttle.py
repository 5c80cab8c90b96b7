"""How often something may be tried, counted in the database, so that all instances count together.

A source that is refused waits; nothing locks for good, and a refused try does not count as one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.db import insert
from campaign.models import Throttle

HOUR = timedelta(hours=1)
FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many tries within an hour; after the ``free`` ones each must wait twice as long as the one before."""

    name: str
    most: int
    free: int | None = None
    pause: timedelta = timedelta(seconds=30)

    def rest(self, tries: int) -> timedelta:
        """How long after so many tries the next one must wait."""
        free = self.most if self.free is None else self.free
        return timedelta() if tries < free else self.pause * 2 ** (tries - free)

    def key(self, source: str) -> str:
        """The row's name; the source itself (an address, a network) is nobody's business."""
        return f"{self.name}:{hashlib.sha256(source.encode()).hexdigest()[:40]}"


def take(work: Act, limit: Limit, source: str) -> bool:
    """Whether ``source`` may try once more; if so, the try is counted. The row is locked until the commit."""
    key = limit.key(source)
    row = insert(work.session, Throttle.__table__).values(key=key, tries=[], changed_at=work.now)  # type: ignore[arg-type]
    work.session.execute(row.on_conflict_do_update(index_elements=["key"], set_={"changed_at": work.now}))
    known = work.session.scalars(select(Throttle.tries).where(Throttle.key == key)).one()
    tries = [instant for text in known if (instant := datetime.fromisoformat(text)) > work.now - HOUR]
    if len(tries) >= limit.most or (tries and work.now < tries[-1] + limit.rest(len(tries))):
        return False
    counted = [instant.isoformat() for instant in (*tries, work.now)]
    work.session.execute(update(Throttle).where(Throttle.key == key).values(tries=counted))
    return True


def forget(session: Session, limit: Limit, source: str) -> None:
    """After a success the count begins anew."""
    session.execute(delete(Throttle).where(Throttle.key == limit.key(source)))


def tidy(session: Session, *, now: datetime) -> None:
    session.execute(delete(Throttle).where(Throttle.changed_at < now - FORGOTTEN))
