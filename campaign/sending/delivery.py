"""The loop that delivers a queue: claim, check once more, send outside any transaction, record the result at once.

A mail is never lost, and after a crash at most the one that was being sent goes out twice, with the same bytes; after a
power cut, those since the last sync (``delivery_log``). ``send`` and ``prepare`` are parameters: the loop knows neither
SMTP nor templates.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from campaign.db import Database
from campaign.errors import Unavailable
from campaign.outcome import Accepted, Outcome, Refused, Unreachable
from campaign.sending import channel, results
from campaign.sending.delivery_log import DeliveryLog, LogEntry
from campaign.sending.queue import Claimed, Crashed, Queue
from campaign.sending.refusals import Refusals

log = logging.getLogger(__name__)

Send = Callable[[Claimed, bytes], Outcome]
MOST_TRIES = 10
"""Of a record that may be given up: that an attempt begins, or any while the process stops."""
TIDY_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One mail that was handed over, and what became of it; not recorded yet."""

    mail: Claimed
    outcome: Outcome | Crashed


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of one claim. ``wait``: seconds until the rate limit allows more; ``more``: go on at once.

    ``is_lacking``: the content of some of its mails is not rendered yet.
    """

    settled: int = 0
    more: bool = False
    wait: float = 0.0
    is_lacking: bool = False


@dataclass(frozen=True, slots=True)
class Claimant:
    """In whose name mails are claimed: ``name`` begins the token. ``must_end``: after the mail at hand."""

    name: str = ""
    must_end: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class DeliveryLoop:
    """One sender over one connection.

    ``prepare`` renders what the next mails need: at first, and after a claim that lacked something. ``ready`` connects
    if need be, so that nothing slow comes between the last check and the mail. ``rate`` is the limit in mails a second,
    None for none; ``waits`` says whether these mails keep to it themselves or only count. ``longest`` is the time that
    one attempt may take: until then nobody else may take its mail. ``is_trusted``: whether the clock may be believed.
    """

    database: Database
    queue: Queue
    send: Send
    clock: Callable[[], datetime]
    prepare: Callable[[datetime, int], None] = lambda _now, _limit: None
    batch: int = 50
    rate: float | None = None
    waits: bool = True
    lease: timedelta = timedelta(seconds=120)
    longest: timedelta = timedelta()
    ready: Callable[[], Unreachable | None] = lambda: None
    is_trusted: Callable[[], bool] = lambda: True
    stop: threading.Event = field(default_factory=threading.Event)
    refusals: Refusals = field(default_factory=Refusals)
    claimant: Claimant = Claimant()

    def deliver_due(self) -> int:
        """Send all that is due, until nothing is left, the channel closes or ``stop`` is set; how many were settled."""
        settled, tidied, batch = 0, None, Batch(is_lacking=True)
        while True:
            now = self.clock()
            if self._is_halted():  # after the clock was read, which may have jumped a moment ago
                break
            if tidied is None or not tidied <= now < tidied + TIDY_EVERY:
                self.queue.tidy(self.database, now=now)
                tidied = now
            batch = self._deliver_batch(now, prepares=batch.is_lacking)
            settled += batch.settled
            if batch.wait:
                self.stop.wait(batch.wait)
            elif not batch.more:
                break
        if self.refusals.is_suspect:
            with self.database.begin() as connection:
                results.reopen(connection, self.queue, self.refusals.take(), now=self.clock())
        else:
            self._blame(self.refusals.take_certain())
        return settled

    def _is_halted(self) -> bool:
        return self.stop.is_set() or self.claimant.must_end() or not self.is_trusted()

    def _deliver_batch(self, now: datetime, *, prepares: bool) -> Batch:
        with self.database.read() as session:
            if not self.queue.has_work(session.connection(), now=now):
                return Batch()
        if prepares:
            self.prepare(now, self.batch)
        token = self.claimant.name + secrets.token_urlsafe(12)
        with self.database.begin() as connection:
            limit = self.batch
            if self.rate and self.waits:
                allowed = channel.allowance(connection, rate=self.rate, at_most=self.batch, now=now)
                if not allowed.mails:
                    return Batch(wait=allowed.wait, is_lacking=prepares)
                limit = allowed.mails
            taken, claimed = self.queue.claim(connection, now=now, limit=limit, lease=self.lease, token=token)
            if self.rate:
                channel.spend(connection, len(claimed))
            bodies = self.queue.contents(connection, claimed)
        if not taken:
            return Batch()
        settled, trouble = self._send_all(token, claimed, bodies, now + self.lease)
        self._finish(token, settled, trouble)
        return Batch(settled, more=trouble is None, is_lacking=taken > len(claimed))

    def _send_all(
        self, token: str, claimed: Sequence[Claimed], bodies: dict[int | None, bytes], held_until: datetime
    ) -> tuple[int, Unreachable | Refused | None]:
        """One mail after the other. The end of one attempt and the beginning of the next are one transaction."""
        settled, done = 0, None
        with closing(DeliveryLog(self.database, self.queue)) as delivery_log:
            for mail in claimed:
                if self._is_halted():
                    break
                held_until = self._keep(token, held_until)
                obstacle = self.ready()
                if obstacle:
                    self._write(delivery_log, done, None)
                    self._write(delivery_log, Attempt(mail, obstacle), None)
                    return settled, obstacle
                may_go = self._write(delivery_log, done, mail)
                done = None
                if may_go:
                    done = Attempt(mail, self._attempt(mail, bodies.get(mail.content_id, b"")))
                    settled += 1
                    if trouble := self._trouble(done):
                        self._write(delivery_log, done, None)
                        return settled, trouble
            self._write(delivery_log, done, None)
        return settled, None

    def _trouble(self, done: Attempt) -> Unreachable | Refused | None:
        """What every further mail would meet as well: reason to pause instead of trying them all."""
        if isinstance(done.outcome, Unreachable):
            return done.outcome
        if isinstance(done.outcome, Refused) and self.refusals.add(done.mail, done.outcome):
            return done.outcome
        if isinstance(done.outcome, Accepted):
            self._blame(self.refusals.take())  # the server accepts others, so these refusals concern their recipients
            self.refusals.accepted()
        return None

    def _blame(self, refusals: list[tuple[Claimed, Refused]]) -> None:
        if refusals:
            with self.database.begin() as connection:
                self.queue.blame(connection, refusals, now=self.clock())

    def _keep(self, token: str, held_until: datetime) -> datetime:
        """A slow server is no dead sender: long before the lease ends, it is made longer."""
        now = self.clock()
        if held_until - now > self.lease / 2:
            return held_until
        with self.database.begin(lazy=True) as connection:
            self.queue.renew(connection, token, until=now + self.lease)
        return now + self.lease

    def _write(self, delivery_log: DeliveryLog, done: Attempt | None, following: Claimed | None) -> bool:
        """Record what was done and check whether the following mail may go; patiently.

        A mail that went out and is not recorded would go out again, so a database that is locked, full or gone is
        waited for as long as it takes.
        """
        if not done and not following:
            return False
        tries = 0
        while True:
            try:
                return self._written(delivery_log, done, following)
            except Unavailable:
                tries += 1
                if (not done or self.stop.is_set()) and tries >= MOST_TRIES:
                    raise
                if tries == 1:
                    log.warning("a sent mail is not recorded yet", extra={"action": "record_waits"})
                time.sleep(min(0.2 * 2 ** min(tries, 5), 5))  # also while stopping: the record comes first

    def _written(self, delivery_log: DeliveryLog, done: Attempt | None, following: Claimed | None) -> bool:
        now = self.clock()
        sent = LogEntry(done.mail, now, reply=done.outcome) if done and isinstance(done.outcome, Accepted) else None
        if done and not sent:
            with self.database.begin() as connection:
                results.settle(connection, self.queue, done.mail, done.outcome, now=now)
        until = now + max(self.lease, self.longest)
        begun = LogEntry(following, now, until=until) if following else None
        return delivery_log.write(sent, begun) if sent or begun else False

    def _attempt(self, mail: Claimed, body: bytes) -> Outcome | Crashed:
        try:
            return self.send(mail, body)
        except Exception as error:  # one bad mail must not stop its neighbours
            log.exception("message %s could not be sent", mail.id, extra={"action": "message_crashed"})
            return Crashed(f"{type(error).__name__}: {error}"[:200])

    def _finish(self, token: str, settled: int, trouble: Unreachable | Refused | None) -> None:
        now, name = self.clock(), self.queue.channel
        with self.database.begin() as connection:  # synced, and with it all that was recorded before
            self.queue.release(connection, token)
            is_new = trouble and channel.pause(connection, name, now=now, reason=trouble.reason, detail=trouble.text)
            works_again = not trouble and bool(settled) and channel.resume(connection, name, now=now)
        # Once for an outage: while it lasts, each end of a pause meets the same trouble.
        if trouble and is_new:
            log.warning(
                "channel %s paused: %s %s", name, trouble.reason, trouble.text, extra={"action": "channel_paused"}
            )
        elif works_again:
            log.info("channel %s works again", name, extra={"action": "channel_resumed"})
