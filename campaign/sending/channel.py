"""Sending as a whole: held by a person, paused after trouble with the connection, limited in its rate.

Messages to members and mails about accounts have a channel each: a hold and a pause stop only their own.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.engine import Connection

from campaign.db import insert
from campaign.models import Channel
from campaign.reason import Reason

MAIL = Channel.MAIL
ACCOUNTS = "accounts"
PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = {MAIL: timedelta(minutes=15), ACCOUNTS: timedelta(minutes=1)}
"""Who waits for a link to sign in should not wait for the end of a long pause."""
MOST_DOUBLINGS = 10
SHARE = 0.5
"""Seconds' worth of mail that a sender waits for when the rate limit allows none at the moment."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many mails may leave now, and, if none, after how many seconds to ask again."""

    mails: int
    wait: float = 0.0


def is_closed(name: str, now: datetime | ColumnElement[datetime]) -> ColumnElement[bool]:
    """As a condition: no mail of this channel may go out at this moment."""
    closed = or_(Channel.held_at.is_not(None), Channel.paused_until > now)
    return exists().where(Channel.name == name, closed).correlate_except(Channel)


def pause(connection: Connection, name: str, *, now: datetime, reason: Reason, detail: str = "") -> bool:
    """Pause after trouble with the connection, longer each time; whether the trouble begins or is another one.

    Several senders meet the same trouble at the same moment: only the first of them makes the pause longer.
    """
    _ensure(connection, name)
    before = select(Channel.failures, Channel.reason).where(Channel.name == name)
    failures, known = connection.execute(before).one()
    length = min(PAUSE * 2 ** min(failures, MOST_DOUBLINGS), LONGEST_PAUSE[name])
    length *= random.uniform(0.9, 1.1)  # noqa: S311 - no secret
    is_over = or_(Channel.paused_until.is_(None), Channel.paused_until <= now)
    connection.execute(
        update(Channel)
        .where(Channel.name == name, is_over)
        .values(failures=failures + 1, paused_until=now + length, reason=reason, detail=detail)
    )
    return not failures or known != reason


def resume(connection: Connection, name: str, *, now: datetime) -> bool:
    """Whether the channel works again; what another sender paused a moment ago stays paused."""
    over = and_(Channel.name == name, Channel.failures > 0, Channel.paused_until <= now)
    working = update(Channel).where(over).values(failures=0, paused_until=None, reason="", detail="")
    return connection.execute(working).rowcount > 0


def hold(connection: Connection, *, now: datetime | None, by: str = "") -> None:
    """Hold all mail to members from now on, on every machine; ``now=None`` releases it."""
    _ensure(connection, MAIL)
    connection.execute(update(Channel).where(Channel.name == MAIL).values(held_at=now, held_by=by))


def allowance(connection: Connection, *, rate: float, at_most: int, now: datetime) -> Allowance:
    """Ask the rate limit, which is one for all senders and both channels. Locks its row until the transaction ends.

    The row outlives the process: a restart gives no second burst.
    """
    _ensure(connection, MAIL)
    row = connection.execute(
        select(Channel.tokens, Channel.filled_at).where(Channel.name == MAIL).with_for_update()
    ).one()
    bucket = TokenBucket.of(
        rate, tokens=row.tokens, seconds=(now - row.filled_at).total_seconds() if row.filled_at else 0
    )
    connection.execute(update(Channel).where(Channel.name == MAIL).values(tokens=bucket.tokens, filled_at=now))
    mails = min(at_most, int(bucket.tokens))
    wanted = min(at_most, max(1.0, rate * SHARE))
    return Allowance(mails, 0.0 if mails else (wanted - bucket.tokens) / rate)


def spend(connection: Connection, mails: int) -> None:
    """Take these mails from the rate limit; it may be overdrawn, then the others wait."""
    connection.execute(update(Channel).where(Channel.name == MAIL).values(tokens=Channel.tokens - mails))


def _ensure(connection: Connection, name: str) -> None:
    values = {"name": name, "failures": 0, "reason": "", "detail": "", "held_by": ""}
    statement = insert(connection, Channel.__table__).values(values)  # type: ignore[arg-type]
    connection.execute(statement.on_conflict_do_nothing())


BURST = 2.0
"""Seconds' worth of mail that a bucket holds at most."""


@dataclass(frozen=True, slots=True)
class TokenBucket:
    """``rate`` mails a second on average, never more than ``BURST`` seconds' worth at once.

    The bucket may be overdrawn by mails that cannot wait, so ``tokens`` can be negative.
    """

    rate: float
    tokens: float

    @classmethod
    def of(cls, rate: float, *, tokens: float | None, seconds: float) -> Self:
        """The bucket ``seconds`` after it held ``tokens``; None is a full one. Raises ValueError for no rate.

        A clock that was set back fills nothing, one that was set forward fills it once.
        """
        if rate <= 0:
            raise ValueError("the rate must be positive")
        capacity = max(1.0, rate * BURST)
        held = capacity if tokens is None else tokens
        return cls(rate, min(capacity, held + max(0.0, seconds) * rate))
