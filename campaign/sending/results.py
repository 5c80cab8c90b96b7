"""The result of one attempt becomes the state of the message. A sender without its claim writes nothing."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, and_, bindparam, func, or_, select, update
from sqlalchemy.engine import Connection

from campaign.models import Member, Message, Result
from campaign.outcome import Accepted, Deferred, Outcome, Refused, Uncertain, Unreachable
from campaign.reason import Reason
from campaign.sending.messages import suppress
from campaign.sending.outbox import MOST_CRASHES, Claimed, Crashed

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
"""RFC 5321, 4.5.4.1 asks for patience in general; a reminder has its own deadline, so the first tries come sooner."""
UNCERTAIN_WAIT = timedelta(minutes=10)
MOST_REFUSALS = 3
PERMANENT = 500

# Even over "suppressed": the mail is out, and the row must say so. Also when the lease has ended, as long as nobody
# else has taken the message: it would go out twice.
_UNCLAIMED = and_(Message.token.is_(None), Message.result.is_(None))
SENT = (
    update(Message)
    .where(Message.id == bindparam("message"), or_(Message.token == bindparam("holder"), _UNCLAIMED))
    .values(
        result=Result.SENT.value,
        settled_at=bindparam("now"),
        code=bindparam("reply"),
        reason="",
        detail="",
        token=None,
        lease_until=None,
        attempts=Message.attempts + 1,
        crashes=0,
    )
)


def settle(connection: Connection, message: Claimed, outcome: Outcome | Crashed, *, now: datetime) -> None:
    """Write down what became of one attempt."""
    if isinstance(outcome, Accepted):
        mark = {"message": message.id, "holder": message.token, "now": now, "reply": outcome.code}
        connection.execute(SENT, mark)
    elif isinstance(outcome, Unreachable):
        connection.execute(_change(message, crashes=message.crashes, **_why(outcome)))
    elif isinstance(outcome, Refused):
        _refuse(connection, message, outcome, now)
    elif isinstance(outcome, Deferred):
        connection.execute(_defer(message, outcome, now))
    elif isinstance(outcome, Uncertain):
        connection.execute(_doubt(message, outcome, now))
    else:
        connection.execute(_stumble(message, outcome, now))


def _why(outcome: Deferred | Uncertain | Unreachable | Crashed, reason: Reason | None = None) -> dict[str, Any]:
    return {"reason": reason or getattr(outcome, "reason", Reason.CRASHED), "detail": outcome.text}


def _change(message: Claimed, *, crashes: int = 0, **values: Any) -> Update:  # noqa: ANN401 - columns
    mine = and_(Message.id == message.id, Message.token == message.token, Message.result.is_(None))
    return update(Message).where(mine).values(token=None, lease_until=None, crashes=crashes, **values)


def _defer(message: Claimed, outcome: Deferred, now: datetime) -> Update:
    """A 4yz: later again. A next try beyond the message's use is no try: then it ends when its use ends."""
    attempts = message.attempts + 1
    again = min(now + backoff(attempts), message.useful_until)
    return _change(message, attempts=attempts, next_at=again, code=outcome.code, **_why(outcome))


def _doubt(message: Claimed, outcome: Uncertain, now: datetime) -> Update:
    """The server may have it (RFC 1047): once more with the same Message-ID, then no more."""
    attempts = message.attempts + 1
    if message.is_uncertain:
        why = _why(outcome, Reason.NO_ANSWER_TWICE)
        return _change(message, attempts=attempts, result=Result.FAILED, settled_at=now, **why)
    again = min(now + UNCERTAIN_WAIT, message.useful_until)
    return _change(message, attempts=attempts, next_at=again, uncertain_at=now, **_why(outcome))


def _stumble(message: Claimed, outcome: Crashed, now: datetime) -> Update:
    crashes = message.crashes + 1
    if crashes >= MOST_CRASHES:
        why = _why(outcome, Reason.QUARANTINED)
        return _change(message, crashes=crashes, result=Result.FAILED, settled_at=now, **why)
    again = min(now + backoff(crashes), message.useful_until)
    return _change(message, crashes=crashes, next_at=again, **_why(outcome, Reason.CRASHED))


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many attempts; a little scattered, so that a crowd does not come back as one."""
    return BACKOFF[min(attempts, len(BACKOFF)) - 1] * random.uniform(0.9, 1.1)  # noqa: S311 - no secret


def _refuse(connection: Connection, message: Claimed, outcome: Refused, now: datetime) -> None:
    """A 5yz: never again, and a dead address takes the member's other messages with it."""
    detail = f"{outcome.code} {outcome.text}".strip()
    values: dict[str, Any] = {"result": Result.FAILED, "settled_at": now, "code": outcome.code}
    values |= {"reason": outcome.reason, "detail": detail}
    connection.execute(_change(message, attempts=message.attempts + 1, **values))
    if outcome.blame == "address" and _is_hopeless(connection, message, outcome):
        flag = update(Member).where(Member.id == message.member_id, Member.flagged_at.is_(None))
        connection.execute(flag.values(flagged_at=now, flag_reason=outcome.reason, flag_detail=detail))
        suppress(connection, Message.member_id == message.member_id, now=now, reason=Reason.BAD_ADDRESS)


def _is_hopeless(connection: Connection, message: Claimed, outcome: Refused) -> bool:
    """The server says in so many words that there is no such mailbox, or has refused it often enough."""
    if outcome.enhanced.startswith("5.1."):
        return True
    refused = and_(Message.result == Result.FAILED, Message.code >= PERMANENT)
    count = select(func.count()).where(Message.member_id == message.member_id, refused)
    return (connection.scalar(count) or 0) >= MOST_REFUSALS
