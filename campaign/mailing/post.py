"""The way out: a claimed message is stamped and handed to the wire; several connections each have their own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import cast

from campaign.config import Config
from campaign.db import Database
from campaign.mailer.rate import Pace
from campaign.mailer.settings import MailSettings, Security
from campaign.mailer.wire import connect
from campaign.mailing.letters import Letters
from campaign.outcome import Outcome
from campaign.sending.delivery import Courier
from campaign.sending.outbox import Claimed

BURST_SECONDS = 10
PATIENCE = 90.0
"""Seconds that a server may think about a whole letter: too few would double mails, too many hold up the others."""


def mail_settings(config: Config) -> MailSettings:
    """The [mail] section as the wire wants it; without a server, a folder."""
    mail = config.mail
    return MailSettings(
        server=mail.server,
        port=mail.port,
        security=cast("Security", mail.security),  # checked when the configuration was read
        username=mail.username,
        password=mail.password,
        timeout=mail.timeout,
        patience=max(mail.timeout, PATIENCE),
        folder=None if mail.server else config.path(mail.folder),
    )


class Post:
    """All senders of one process. They share the pace; each has its own connection."""

    def __init__(self, config: Config, database: Database, letters: Letters, *, clock: Callable[[], datetime]) -> None:
        self.stop = threading.Event()
        self._config = config
        self._letters = letters
        self._lock = threading.Lock()
        rate = config.mail.rate_per_second
        self._pace = Pace.full(rate_per_second=rate, burst=max(1, int(rate * BURST_SECONDS)), now=time.monotonic())
        settings = mail_settings(config)
        self._wires = [connect(settings) for _ in range(config.mail.connections)]
        self._couriers = [
            Courier(
                database,
                self._sender(number),
                letters.compose,
                clock,
                ready=self._wires[number].ready,
                batch=config.engine.batch,
                lease=timedelta(seconds=config.engine.lease),
                longest=timedelta(seconds=settings.longest),
                wait=self._wait if config.mail.server else _no_wait,
                stop=self.stop,
            )
            for number in range(len(self._wires))
        ]

    def deliver_due(self) -> int:
        """Send what is due over all connections; how many messages were settled."""
        if len(self._couriers) == 1:
            return self._couriers[0].deliver_due()
        with ThreadPoolExecutor(len(self._couriers)) as pool:
            return sum(pool.map(Courier.deliver_due, self._couriers))

    def close(self) -> None:
        self.stop.set()
        for wire in self._wires:
            wire.close()

    def _sender(self, number: int) -> Callable[[Claimed, bytes], Outcome]:
        def send(message: Claimed, body: bytes) -> Outcome:
            data = self._letters.stamp(message, body)
            return self._wires[number].send(self._config.mail.sender, message.address, data)

        return send

    def _wait(self) -> float:
        with self._lock:
            self._pace, seconds = self._pace.take(now=time.monotonic())
        return seconds


def _no_wait() -> float:
    return 0.0
