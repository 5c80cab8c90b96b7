"""The loop that empties the outbox: claim, look once more, send outside any transaction, settle at once.

A message is never lost, and after a crash at most the one on the wire goes out twice, with the same
Message-ID. ``send`` and ``compose`` are parameters: the loop knows neither SMTP nor templates.
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
from campaign.sending import channel, outbox, rendering, results
from campaign.sending.delivery_log import DeliveryLog, LogEntry
from campaign.sending.outbox import Claimed, Compose, Crashed

log = logging.getLogger(__name__)

Send = Callable[[Claimed, bytes], Outcome]
Wait = Callable[[], float]
Ready = Callable[[], Unreachable | None]
SETTLE_TRIES = 10
TIDY_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One message that was handed over, and what came of it; not written down yet."""

    message: Claimed
    outcome: Outcome | Crashed


@dataclass(frozen=True, slots=True)
class DeliveryLoop:
    """One sender over one connection.

    ``ready`` connects if need be, so that nothing slow comes between the last check and the mail. ``wait`` says how
    many seconds the next mail must still wait, ``longest`` is the time that one attempt may take at most: until then
    nobody else may take its message.
    """

    database: Database
    send: Send
    compose: Compose
    clock: Callable[[], datetime]
    batch: int = 50
    lease: timedelta = timedelta(seconds=120)
    longest: timedelta = timedelta()
    ready: Ready = lambda: None
    wait: Wait = lambda: 0.0
    stop: threading.Event = field(default_factory=threading.Event)

    def deliver_due(self) -> int:
        """Send all that is due, until nothing is left, the channel closes or ``stop`` is set; how many were settled."""
        settled, tidied = 0, None
        while not self.stop.is_set():
            now = self.clock()
            if tidied is None or not tidied <= now < tidied + TIDY_EVERY:
                outbox.tidy(self.database, now=now)
                tidied = now
            done, more = self._deliver_batch(now)
            settled += done
            if not more:
                break
        return settled

    def _deliver_batch(self, now: datetime) -> tuple[int, bool]:
        with self.database.read() as session:
            if not outbox.has_work(session.connection(), now=now):
                return 0, False
        rendering.prepare(self.database, self.compose, now=now, limit=self.batch)
        token = secrets.token_urlsafe(12)
        with self.database.begin() as connection:
            taken, claimed = outbox.claim(connection, now=now, limit=self.batch, lease=self.lease, token=token)
            bodies = outbox.contents(connection, claimed)
        if not taken:
            return 0, False
        settled, trouble = self._send_all(token, claimed, bodies, now + self.lease)
        self._finish(token, settled, trouble)
        return settled, not trouble

    def _send_all(
        self, token: str, claimed: Sequence[Claimed], bodies: dict[int, bytes], held_until: datetime
    ) -> tuple[int, Unreachable | Refused | None]:
        """One message after the other. The end of one and the beginning of the next are one transaction."""
        settled, done = 0, None
        with closing(DeliveryLog(self.database)) as delivery_log:
            for message in claimed:
                rest = self.wait()
                if rest > 0:
                    self._write(delivery_log, done, None)
                    done = None
                    self.stop.wait(rest)
                if self.stop.is_set():
                    break
                held_until = self._keep(token, held_until)
                obstacle = self.ready()
                if obstacle:
                    self._write(delivery_log, done, None)
                    self._write(delivery_log, Attempt(message, obstacle), None)
                    return settled, obstacle
                may_go = self._write(delivery_log, done, message)
                done = None
                if may_go:
                    done = Attempt(message, self._attempt(message, bodies[message.content_id]))
                    settled += 1
                    if trouble := _trouble(done.outcome):
                        self._write(delivery_log, done, None)
                        return settled, trouble
            self._write(delivery_log, done, None)
        return settled, None

    def _keep(self, token: str, held_until: datetime) -> datetime:
        """A slow server is no dead sender: long before the lease ends, it is made longer."""
        now = self.clock()
        if held_until - now > self.lease / 2:
            return held_until
        with self.database.begin(lazy=True) as connection:
            outbox.renew(connection, token, until=now + self.lease)
        return now + self.lease

    def _write(self, delivery_log: DeliveryLog, done: Attempt | None, following: Claimed | None) -> bool:
        """Write down what was done and look whether the following message may go; patiently.

        A mail that went out and is not marked would go out again.
        """
        if not done and not following:
            return False
        for attempt in range(SETTLE_TRIES):
            try:
                return self._written(delivery_log, done, following)
            except Unavailable:
                if attempt == SETTLE_TRIES - 1:
                    raise
                time.sleep(min(0.2 * 2**attempt, 5))  # also while stopping: the mark comes first
        return False

    def _written(self, delivery_log: DeliveryLog, done: Attempt | None, following: Claimed | None) -> bool:
        now = self.clock()
        sent = LogEntry(done.message, now, reply=done.outcome) if done and isinstance(done.outcome, Accepted) else None
        if done and not sent:
            with self.database.begin(lazy=True) as connection:
                results.settle(connection, done.message, done.outcome, now=now)
        begun = LogEntry(following, now, until=now + max(self.lease, self.longest)) if following else None
        return delivery_log.write(sent, begun) if sent or begun else False

    def _attempt(self, message: Claimed, body: bytes) -> Outcome | Crashed:
        try:
            return self.send(message, body)
        except Exception as error:  # one bad message must not stop its neighbours
            log.exception("message %s could not be sent", message.id, extra={"action": "message_crashed"})
            return Crashed(f"{type(error).__name__}: {error}"[:200])

    def _finish(self, token: str, settled: int, trouble: Unreachable | Refused | None) -> None:
        with self.database.begin(lazy=True) as connection:
            outbox.release(connection, token)
            if trouble:
                channel.pause(connection, now=self.clock(), reason=trouble.reason, detail=trouble.text)
                log.warning(
                    "mail channel paused: %s %s", trouble.reason, trouble.text, extra={"action": "channel_paused"}
                )
            elif settled:
                channel.resume(connection, now=self.clock())


def _trouble(outcome: Outcome | Crashed) -> Unreachable | Refused | None:
    """What every further message would meet as well: reason to rest instead of trying them all."""
    if isinstance(outcome, Unreachable) or (isinstance(outcome, Refused) and outcome.blame == "policy"):
        return outcome
    return None
