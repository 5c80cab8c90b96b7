"""A table of outgoing mail as a queue: what is due, claimed, begun, given back, or of no use any more.

The row is the only truth. A claim is a token with a lease; whoever holds the token may send and record the result, and
a holder that died loses it when the lease ends. Nothing here sends: ``delivery`` does, with these steps. Messages to
members (``outbox``) and mails about accounts differ only in what a claimed mail carries.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    Update,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.engine import Connection

from campaign.db import Database
from campaign.models import AccountMail, Message, OneTimeLink, Result, User
from campaign.outcome import Refused
from campaign.reason import Reason
from campaign.sending import channel

MOST_CRASHES = 3
Moment: TypeAlias = datetime | ColumnElement[datetime]
Table: TypeAlias = type[Message] | type[AccountMail]


@dataclass(frozen=True, slots=True)
class Claimed:
    """One mail in the hands of one sender: all that stamping and recording need."""

    id: int
    recipient_id: int
    name: str
    address: str
    language: str
    message_id: str
    dated_at: datetime
    content_id: int | None
    token: str
    attempts: int
    crashes: int
    is_uncertain: bool
    code: int | None
    useful_until: datetime


@dataclass(frozen=True, slots=True)
class Crashed:
    """The program itself failed at this mail; the neighbours must not suffer."""

    text: str


class Queue:
    """The steps of one table, on its channel (``channel.MAIL``, ``channel.ACCOUNTS``)."""

    def __init__(self, table: Table, name: str, *order: Any) -> None:  # noqa: ANN401 - columns
        self.table = table
        self.channel = name
        self._order = (*order, table.next_at, table.id)
        now = bindparam("now", type_=table.next_at.type)
        could_go = exists().where(self.waits(now), table.useful_until > now)
        self._has_work = select(and_(~channel.is_closed(name, now), could_go))
        self._is_untidy = select(or_(exists().where(self._abandoned(now)), exists().where(self._useless(now))))
        self.begin_statement = self._begin()
        self.sent_statement = self._sent()

    # --- what is there to do ---

    def waits(self, now: Moment) -> ColumnElement[bool]:
        """Due, without a result, and in nobody's hands."""
        free = or_(self.table.lease_until.is_(None), self.table.lease_until <= now)
        return and_(self.table.result.is_(None), self.table.next_at <= now, free)

    def next_ids(self, now: Moment, limit: int | BindParameter[int]) -> Select[int]:
        ready = and_(self.waits(now), self.table.useful_until > now)
        return select(self.table.id).where(ready).order_by(*self._order).limit(limit)

    def has_work(self, connection: Connection, *, now: datetime) -> bool:
        """Whether the channel is open and a mail could go out now."""
        return bool(connection.scalar(self._has_work, {"now": now}))

    def tidy(self, database: Database, *, now: datetime) -> None:
        """Free what dead senders held, and expire what is of no use any more. A read decides whether to write."""
        with database.read() as session:
            if not session.connection().scalar(self._is_untidy, {"now": now}):
                return
        with database.begin() as connection:
            self.recover(connection, now=now)
            self.expire(connection, now=now)

    def expire(self, connection: Connection, *, now: datetime) -> None:
        """What would reach its reader too late ends as *expired*, with the last trouble as the reason."""
        why = func.coalesce(func.nullif(self.table.reason, ""), Reason.TOO_LATE.value)
        useless = update(self.table).where(self._useless(now))
        connection.execute(useless.values(result=Result.EXPIRED, settled_at=now, token=None, reason=why))

    def tokens(self, connection: Connection) -> Sequence[str]:
        """Of all claims, each once."""
        return connection.scalars(select(self.table.token).where(self._held()).distinct()).all()  # type: ignore[return-value]

    def recover(
        self, connection: Connection, *, now: datetime, everything: bool = False, tokens: Collection[str] = ()
    ) -> None:
        """Free the mails of senders whose lease has ended, or that hold one of these ``tokens`` and are dead.

        ``everything``: of all, when no other sender can live.

        They may be out already, so a repeat takes their content and Date. A mail that three senders died on is put
        aside, so that it cannot stop the rest.
        """
        held = self._held() if everything else self._abandoned(now)
        if tokens:
            held = and_(self._held(), self.table.token.in_(tokens))
        poison = update(self.table).where(held, self.table.crashes >= MOST_CRASHES)
        connection.execute(
            poison.values(result=Result.FAILED, settled_at=now, token=None, reason=Reason.INTERRUPTED, detail="")
        )
        connection.execute(update(self.table).where(held).values(token=None, lease_until=None))

    def _abandoned(self, now: Moment) -> ColumnElement[bool]:
        return and_(self._held(), self.table.lease_until <= now)

    def _held(self) -> ColumnElement[bool]:
        return and_(self.table.result.is_(None), self.table.token.is_not(None))

    def _useless(self, now: Moment) -> ColumnElement[bool]:
        return and_(self.waits(now), self.table.useful_until <= now)

    # --- claims ---

    def claim(
        self, connection: Connection, *, now: datetime, limit: int, lease: timedelta, token: str
    ) -> tuple[int, list[Claimed]]:
        """Take the next due mails: how many were taken, and those of them that can be sent."""
        connection.execute(self._claim, {"now": now, "most": limit, "taker": token, "until": now + lease})
        rows = connection.execute(self._taken, {"taker": token}).all()
        return len(rows), [Claimed(*row) for row in rows if self._can_be_sent(row)]

    def contents(self, connection: Connection, claimed: Sequence[Claimed]) -> dict[int | None, bytes]:  # noqa: ARG002
        """The stored content of these mails, each once; empty where it is made for each mail."""
        return {}

    def release(self, connection: Connection, token: str) -> None:
        """Give back what was claimed and not begun; no attempt is spent."""
        mine = and_(self.table.token == token, self.table.result.is_(None))
        connection.execute(update(self.table).where(mine).values(token=None, lease_until=None, **self.unfixed()))

    def renew(self, connection: Connection, token: str, *, until: datetime) -> None:
        """A slow server is no dead sender: keep the rest of the claim."""
        held = and_(self.table.token == token, self.table.result.is_(None))
        connection.execute(update(self.table).where(held).values(lease_until=until))

    def blame(self, connection: Connection, refusals: Sequence[tuple[Claimed, Refused]], *, now: datetime) -> None:
        """What refusals mean for their recipients; nothing where there is no list to take them from."""

    def unfixed(self) -> dict[str, Any]:
        """Column values by which a mail that no server can have seen may be composed anew."""
        return {}

    def _fixed(self, now: Moment) -> dict[str, Any]:  # noqa: ARG002 - for other kinds of mail
        """Column values that are chosen by the claim, for all attempts to come."""
        return {}

    def _can_be_sent(self, row: Any) -> bool:  # noqa: ANN401, ARG002 - for other kinds of mail
        return True

    def _claimed(self) -> Select[*tuple[Any, ...]]:
        """The fields of ``Claimed``, in their order."""
        raise NotImplementedError

    @cached_property  # to make the statement takes as long as to run it
    def _claim(self) -> Update:
        # In a CTE, for PostgreSQL may run a subquery with LIMIT more than once, and then take more than that.
        now = bindparam("now", type_=self.table.next_at.type)
        ids = self.next_ids(now, bindparam("most", type_=Integer())).with_for_update(skip_locked=True).cte("next")
        values = {"token": bindparam("taker"), "lease_until": bindparam("until"), **self._fixed(now)}
        return update(self.table).where(self.table.id.in_(select(ids.c.id))).values(values)

    @cached_property
    def _taken(self) -> Select[*tuple[Any, ...]]:
        mine = and_(self.table.token == bindparam("taker"), self.table.result.is_(None))
        return self._claimed().where(mine).order_by(*self._order)

    def _begin(self) -> Update:
        """The last check before sending, which also records that the attempt begins: it may if a row is changed.

        Whatever withdraws a mail (a cancelled or moved event, a member who left) settles its row in the same
        transaction, so one look at the row is enough; and the channel may have been closed.
        """
        return (
            update(self.table)
            .where(
                self.table.id == bindparam("following"),
                self.table.token == bindparam("taker"),
                self.table.result.is_(None),
                self.table.useful_until > bindparam("moment"),
                ~channel.is_closed(self.channel, bindparam("moment", type_=self.table.next_at.type)),
            )
            .values(crashes=self.table.crashes + 1, lease_until=bindparam("until"))
        )

    def _sent(self) -> Update:
        """Even over "suppressed": the mail is out, and the row must say so.

        Also when the lease has ended, as long as nobody else has taken the mail: it would go out twice.
        """
        unclaimed = and_(self.table.token.is_(None), self.table.result.is_(None))
        mine = or_(self.table.token == bindparam("holder"), unclaimed)
        return (
            update(self.table)
            .where(self.table.id == bindparam("message"), mine)
            .values(
                result=Result.SENT.value,
                settled_at=bindparam("now"),
                code=bindparam("reply"),
                reason="",
                detail="",
                token=None,
                lease_until=None,
                attempts=self.table.attempts + 1,
                crashes=0,
            )
        )


class AccountQueue(Queue):
    """Mails about accounts: few, in a hurry, each made when it is sent."""

    def __init__(self) -> None:
        super().__init__(AccountMail, channel.ACCOUNTS)

    def _useless(self, now: Moment) -> ColumnElement[bool]:
        """Also when the link in it was used, or its person may not sign in any more."""
        used = exists().where(OneTimeLink.id == AccountMail.link_id, OneTimeLink.used_at.is_not(None))
        disabled = exists().where(User.id == AccountMail.user_id, User.disabled_at.is_not(None))
        return and_(self.waits(now), or_(AccountMail.useful_until <= now, used, disabled))

    def _claimed(self) -> Select[*tuple[Any, ...]]:
        return select(
            AccountMail.id,
            AccountMail.user_id,
            User.name,
            User.address,
            User.language,
            AccountMail.message_id,
            AccountMail.created_at,
            literal(None),
            AccountMail.token,
            AccountMail.attempts,
            AccountMail.crashes,
            AccountMail.uncertain_at.is_not(None),
            AccountMail.code,
            AccountMail.useful_until,
        ).join(User, User.id == AccountMail.user_id)


ACCOUNT_MAILS = AccountQueue()
