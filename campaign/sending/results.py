"""The result of one attempt becomes the state of the mail. A sender without its claim writes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, and_, update
from sqlalchemy.engine import Connection

from campaign.models import Result
from campaign.outcome import PERMANENT, Accepted, Deferred, Outcome, Refused, Uncertain, Unreachable
from campaign.reason import Reason
from campaign.sending.queue import MOST_CRASHES, Claimed, Crashed, Queue

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
"""RFC 5321, 4.5.4.1 asks for patience in general; a reminder has its own deadline, so the first tries come sooner."""
UNCERTAIN_WAIT = timedelta(minutes=10)


def settle(connection: Connection, queue: Queue, mail: Claimed, outcome: Outcome | Crashed, *, now: datetime) -> None:
    """Record what became of one attempt."""
    if isinstance(outcome, Accepted):
        entry = {"message": mail.id, "holder": mail.token, "now": now, "reply": outcome.code}
        connection.execute(queue.sent_statement, entry)
        return
    if isinstance(outcome, Unreachable):
        values: dict[str, Any] = {"crashes": mail.crashes, **_why(outcome)}
        values |= queue.unfixed() if not mail.crashes else {}
    elif isinstance(outcome, Refused):
        values = _refused(mail, outcome, now)
    elif isinstance(outcome, Deferred):
        values = _deferred(mail, outcome, now)
    elif isinstance(outcome, Uncertain):
        values = _uncertain(mail, outcome, now)
    else:
        values = _crashed(mail, outcome, now)
    connection.execute(_change(queue, mail).values(**{"crashes": 0, **values}))


def _change(queue: Queue, mail: Claimed) -> Update:
    table = queue.table
    mine = and_(table.id == mail.id, table.token == mail.token, table.result.is_(None))
    return update(table).where(mine).values(token=None, lease_until=None)


def _why(outcome: Deferred | Uncertain | Unreachable | Crashed, reason: Reason | None = None) -> dict[str, Any]:
    return {"reason": reason or getattr(outcome, "reason", Reason.CRASHED), "detail": outcome.text}


def _deferred(mail: Claimed, outcome: Deferred, now: datetime) -> dict[str, Any]:
    """A 4yz: later again. A next try beyond the mail's use is no try: then it ends when its use ends."""
    attempts = mail.attempts + 1
    again = min(now + backoff(attempts), mail.useful_until)
    return {"attempts": attempts, "next_at": again, "code": outcome.code, **_why(outcome)}


def _uncertain(mail: Claimed, outcome: Uncertain, now: datetime) -> dict[str, Any]:
    """The server may have it (RFC 1047): once more with the same Message-ID, then no more."""
    attempts = {"attempts": mail.attempts + 1}
    if mail.is_uncertain:
        return {**attempts, "result": Result.FAILED, "settled_at": now, **_why(outcome, Reason.NO_ANSWER_TWICE)}
    again = min(now + UNCERTAIN_WAIT, mail.useful_until)
    return {**attempts, "next_at": again, "uncertain_at": now, **_why(outcome)}


def _crashed(mail: Claimed, outcome: Crashed, now: datetime) -> dict[str, Any]:
    crashes = mail.crashes + 1
    if crashes >= MOST_CRASHES:
        why = _why(outcome, Reason.QUARANTINED)
        return {"crashes": crashes, "result": Result.FAILED, "settled_at": now, **why}
    again = min(now + backoff(crashes), mail.useful_until)
    return {"crashes": crashes, "next_at": again, **_why(outcome, Reason.CRASHED)}


def _refused(mail: Claimed, outcome: Refused, now: datetime) -> dict[str, Any]:
    """A 5yz: never again."""
    values = {"attempts": mail.attempts + 1, "result": Result.FAILED, "settled_at": now, "code": outcome.code}
    return {**values, "reason": outcome.reason, "detail": _words(outcome)}


def _words(outcome: Refused) -> str:
    return f"{outcome.code} {outcome.text}".strip()


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many attempts; a little scattered, so that a crowd does not come back as one."""
    return BACKOFF[min(attempts, len(BACKOFF)) - 1] * random.uniform(0.9, 1.1)  # noqa: S311 - no secret


def reopen(connection: Connection, queue: Queue, refusals: Iterable[tuple[Claimed, Refused]], *, now: datetime) -> None:
    """Refusals that were the server's trouble are none of these mails': they wait again, behind what was not tried."""
    table = queue.table
    for mail, _ in refusals:
        refused = and_(table.id == mail.id, table.result == Result.FAILED, table.code >= PERMANENT)
        again = min(now + backoff(mail.attempts + 1), mail.useful_until)
        connection.execute(update(table).where(refused).values(result=None, settled_at=None, next_at=again))
