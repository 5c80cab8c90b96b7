"""Senders: a claimed message is stamped and handed to the transport; each connection has a delivery loop of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

from campaign.config import Config
from campaign.db import Database
from campaign.mailer.connection import Connection, SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.settings import MailSettings, Security
from campaign.mailing.composer import Composer
from campaign.mailing.incoming import return_address
from campaign.outcome import Outcome
from campaign.sending.delivery import Claimant, DeliveryLoop
from campaign.sending.outbox import OUTBOX
from campaign.sending.queue import Claimed
from campaign.sending.rendering import prepare

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
    """All senders of one process to members; each has a connection and a delivery loop of its own."""

    def __init__(
        self,
        config: Config,
        database: Database,
        composer: Composer,
        mail: Mail,
        *,
        clock: Callable[[], datetime],
        is_trusted: Callable[[], bool] = lambda: True,
    ) -> None:
        self.stop = threading.Event()
        self.claimant = Claimant()
        self._config = config
        self._composer = composer
        self.connections = [mail.connect() for _ in range(config.mail.connections)]
        self._loops = [
            DeliveryLoop(
                database,
                OUTBOX,
                self._sender(connection),
                clock,
                prepare=partial(prepare, database, composer.compose),
                is_trusted=is_trusted,
                stop=self.stop,
                **pace(config, mail, connection),
            )
            for connection in self.connections
        ]

    def deliver_due(self) -> int:
        """Send what is due over all connections; how many messages were settled."""
        loops = [replace(loop, claimant=self.claimant) for loop in self._loops]
        if len(loops) == 1:
            return loops[0].deliver_due()
        with ThreadPoolExecutor(len(loops)) as pool:
            return sum(pool.map(DeliveryLoop.deliver_due, loops))

    def close(self) -> None:
        self.stop.set()
        for connection in self.connections:
            connection.close()

    def _sender(self, connection: Connection) -> Callable[[Claimed, bytes], Outcome]:
        def send(message: Claimed, body: bytes) -> Outcome:
            sender = return_address(self._config, message.id)
            return connection.attempt(SealedMessage(sender, message.address, self._composer.stamp(message, body)))

        return send


def pace(config: Config, mail: Mail, connection: Connection) -> dict[str, Any]:
    """How a delivery loop over this connection claims and how fast it sends; files in a folder know no rate."""
    return {
        "ready": connection.ready,
        "batch": config.engine.batch,
        "lease": timedelta(seconds=config.engine.lease),
        "longest": timedelta(seconds=mail.settings.longest),
        "rate": config.mail.rate_per_second if config.mail.server else None,
    }
