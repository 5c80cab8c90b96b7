"""The way out for mail as a whole: paused after trouble with the connection, or held by a person."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.engine import Connection

from campaign.db import insert
from campaign.models import Channel
from campaign.reason import Reason

MAIL = "mail"
PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(minutes=15)
MOST_DOUBLINGS = 10


def is_closed(now: datetime | ColumnElement[datetime]) -> ColumnElement[bool]:
    """As a condition: no mail may go out at this moment."""
    resting = or_(Channel.held_at.is_not(None), Channel.paused_until > now)
    return exists().where(Channel.name == MAIL, resting).correlate_except(Channel)


def is_open(connection: Connection, *, now: datetime) -> bool:
    """Whether mail may go out now: neither held by a person nor paused after trouble."""
    return not connection.scalar(select(is_closed(now)))


def pause(connection: Connection, *, now: datetime, reason: Reason, detail: str = "") -> None:
    """Rest after trouble with the connection, longer each time; the messages themselves lose nothing.

    Several senders meet the same trouble at the same moment: only the first of them makes the pause longer.
    """
    _ensure(connection)
    failures = connection.scalar(select(Channel.failures).where(Channel.name == MAIL)) or 0
    rest = min(PAUSE * 2 ** min(failures, MOST_DOUBLINGS), LONGEST_PAUSE)
    rest *= random.uniform(0.9, 1.1)  # noqa: S311 - no secret
    awake = or_(Channel.paused_until.is_(None), Channel.paused_until <= now)
    connection.execute(
        update(Channel)
        .where(Channel.name == MAIL, awake)
        .values(failures=failures + 1, paused_until=now + rest, reason=reason, detail=detail)
    )


def resume(connection: Connection, *, now: datetime) -> None:
    """The channel works again; what another sender paused a moment ago stays paused."""
    over = and_(Channel.name == MAIL, Channel.failures > 0, Channel.paused_until <= now)
    connection.execute(update(Channel).where(over).values(failures=0, paused_until=None, reason="", detail=""))


def hold(connection: Connection, *, now: datetime | None, by: str = "") -> None:
    """Hold all mail from now on, on every machine; ``now=None`` lets it go again."""
    _ensure(connection)
    connection.execute(update(Channel).where(Channel.name == MAIL).values(held_at=now, held_by=by))


def _ensure(connection: Connection) -> None:
    statement = insert(connection, Channel.__table__).values(name=MAIL, failures=0, reason="", detail="", held_by="")  # type: ignore[arg-type]
    connection.execute(statement.on_conflict_do_nothing())
