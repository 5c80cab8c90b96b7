"""Senders: a claimed message is stamped and handed to the transport; each connection has a delivery loop of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import cast

from campaign.config import Config
from campaign.db import Database
from campaign.mailer.connection import Connection, SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.rate import TokenBucket
from campaign.mailer.settings import MailSettings, Security
from campaign.mailing.composer import Composer
from campaign.outcome import Outcome
from campaign.sending.delivery import DeliveryLoop
from campaign.sending.outbox import Claimed

BURST_SECONDS = 10
PATIENCE = 90.0
"""Seconds that a server may think about a whole mail: too few would double mails, too many hold up the others."""


def mail_settings(config: Config) -> MailSettings:
    """The [mail] section as the mailer takes it; without a server, a folder."""
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
        ca_file=config.path(mail.ca_file) if mail.ca_file else None,
        greeting_name=mail.hostname,
    )


class MailSender:
    """All senders of one process. They share the rate limit; each has its own connection."""

    def __init__(
        self, config: Config, database: Database, composer: Composer, mail: Mail, *, clock: Callable[[], datetime]
    ) -> None:
        self.stop = threading.Event()
        self._config = config
        self._composer = composer
        self._lock = threading.Lock()
        rate = config.mail.rate_per_second
        self._pace = TokenBucket.full(
            rate_per_second=rate, burst=max(1, int(rate * BURST_SECONDS)), now=time.monotonic()
        )
        self.connections = [mail.connect() for _ in range(config.mail.connections)]
        self._loops = [
            DeliveryLoop(
                database,
                self._sender(connection),
                composer.compose,
                clock,
                ready=connection.ready,
                batch=config.engine.batch,
                lease=timedelta(seconds=config.engine.lease),
                longest=timedelta(seconds=mail.settings.longest),
                wait=self._wait if config.mail.server else _no_wait,
                stop=self.stop,
            )
            for connection in self.connections
        ]

    def deliver_due(self) -> int:
        """Send what is due over all connections; how many messages were settled."""
        if len(self._loops) == 1:
            return self._loops[0].deliver_due()
        with ThreadPoolExecutor(len(self._loops)) as pool:
            return sum(pool.map(DeliveryLoop.deliver_due, self._loops))

    def close(self) -> None:
        self.stop.set()
        for connection in self.connections:
            connection.close()

    def _sender(self, connection: Connection) -> Callable[[Claimed, bytes], Outcome]:
        def send(message: Claimed, body: bytes) -> Outcome:
            data = self._composer.stamp(message, body)
            return connection.attempt(SealedMessage(self._config.mail.sender_address, message.address, data))

        return send

    def _wait(self) -> float:
        with self._lock:
            self._pace, seconds = self._pace.take(now=time.monotonic())
        return seconds


def _no_wait() -> float:
    return 0.0
