"""The loop that empties the outbox: claim, look once more, send outside any transaction, settle at once.

What it promises: a message is never lost, and after a crash at most the one on the wire goes out twice, with the same
Message-ID. ``send`` and ``compose`` are parameters: the loop knows neither SMTP nor templates.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from campaign import outbox
from campaign.db import Database, translated
from campaign.errors import Unavailable
from campaign.outbox import Claimed, Compose, Crashed
from campaign.outcome import Outcome, Refused, Unreachable

log = logging.getLogger(__name__)

Send = Callable[[Claimed, bytes], Outcome]
Wait = Callable[[], float]
SETTLE_TRIES = 10


@dataclass(frozen=True, slots=True)
class Courier:
    """One sender: its way out and its manners. ``wait`` says how many seconds the next letter must still rest."""

    database: Database
    send: Send
    compose: Compose
    clock: Callable[[], datetime]
    batch: int = 50
    lease: timedelta = timedelta(seconds=120)
    wait: Wait = lambda: 0.0
    stop: threading.Event = field(default_factory=threading.Event)

    def deliver_due(self) -> int:
        """Send all that is due, until nothing is left, the channel closes or ``stop`` is set; how many were settled."""
        settled = 0
        while not self.stop.is_set():
            done, more = self._deliver_batch()
            settled += done
            if not more:
                break
        return settled

    def _deliver_batch(self) -> tuple[int, bool]:
        now = self.clock()
        outbox.tidy(self.database, now=now)
        with self.database.read() as session:
            if not outbox.is_open(session.connection(), now=now):
                return 0, False
        outbox.prepare(self.database, self.compose, now=now, limit=self.batch)
        token = secrets.token_urlsafe(12)
        with self.database.begin() as connection:
            claimed = outbox.claim(connection, now=now, limit=self.batch, lease=self.lease, token=token)
            bodies = outbox.letters(connection, claimed)
        if not claimed:
            return 0, False
        return self._send_all(token, claimed, bodies)

    def _send_all(self, token: str, claimed: Sequence[Claimed], bodies: dict[int, bytes]) -> tuple[int, bool]:
        settled, trouble = 0, ""
        with self.database.lazy.connect() as connection:
            for message in claimed:
                self.stop.wait(self.wait())
                if trouble or self.stop.is_set():
                    break
                if not self._may_send(connection, message):
                    continue
                outcome = self._attempt(message, bodies[message.letter_id])
                self._settle(connection, message, outcome)
                settled += 1
                trouble = _trouble(outcome)
        with self.database.begin(lazy=True) as connection:
            outbox.release(connection, token)
            if trouble:
                outbox.pause(connection, now=self.clock(), reason=trouble)
                log.warning("mail channel paused: %s", trouble, extra={"action": "channel_paused"})
            elif settled:
                outbox.resume(connection)
        return settled, not trouble

    def _may_send(self, connection: Connection, message: Claimed) -> bool:
        now = self.clock()
        with _transaction(connection):
            until = outbox.lease_of(connection, message)
        if until is None or message.useful_until <= now:
            return False
        if until - now < self.lease / 2:
            with _transaction(connection):
                outbox.renew(connection, message.token, until=now + self.lease)
        return True

    def _attempt(self, message: Claimed, body: bytes) -> Outcome | Crashed:
        try:
            return self.send(message, body)
        except Exception as error:  # one bad message must not stop its neighbours
            log.exception("message %s could not be sent", message.id, extra={"action": "message_crashed"})
            return Crashed(f"{type(error).__name__}: {error}"[:200])

    def _settle(self, connection: Connection, message: Claimed, outcome: Outcome | Crashed) -> None:
        """Write the outcome down, patiently: a mail that went out and is not marked would go out again."""
        for attempt in range(SETTLE_TRIES):
            try:
                with _transaction(connection):
                    outbox.settle(connection, message, outcome, now=self.clock())
            except Unavailable:
                if attempt == SETTLE_TRIES - 1:
                    raise
                time.sleep(min(0.2 * 2**attempt, 5))
            else:
                return


def _trouble(outcome: Outcome | Crashed) -> str:
    """What every further message would meet as well: reason to rest instead of trying them all."""
    if isinstance(outcome, Unreachable) or (isinstance(outcome, Refused) and outcome.blame == "policy"):
        return outcome.text
    return ""


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    with translated(), connection.begin():
        yield
