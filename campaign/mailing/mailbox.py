"""Reads the mailbox by IMAP (RFC 3501): each unread mail is acted on, then marked as read; nothing is deleted."""

from __future__ import annotations

import imaplib
import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from campaign.config import Config
from campaign.db import Database
from campaign.errors import Unavailable
from campaign.mailing.incoming import take

log = logging.getLogger(__name__)
TIMEOUT = 30.0
MOST = 200
"""Mails of one look; the others follow a minute later."""
LARGEST = 1_000_000
"""Octets of a mail that are read; what matters stands at its beginning."""
_ERRORS = (OSError, imaplib.IMAP4.error)


def read(config: Config, database: Database, *, now: datetime, is_stopping: Callable[[], bool] = lambda: False) -> int:
    """Act on the unread mails, the oldest first; how many. A mailbox that cannot be reached is tried again later."""
    number = 0
    try:
        with _opened(config) as connection:
            for uid in _answer(connection.uid("SEARCH", "UNSEEN"))[0].split()[:MOST]:
                if is_stopping():
                    break
                flags = _act(config, database, _mail(connection, uid.decode()), now=now)
                _answer(connection.uid("STORE", uid.decode(), "+FLAGS.SILENT", flags))
                number += 1
    except _ERRORS as error:
        log.warning("the mailbox cannot be read: %s", error, extra={"action": "mailbox_unreachable"})
    return number


def _act(config: Config, database: Database, data: bytes, *, now: datetime) -> str:
    """The flags that the mail gets; a mail that fails is flagged for a person and does not stop the others."""
    try:
        with database.write() as session:
            result = take(session, config, data, now=now)
    except Unavailable:
        raise
    except Exception:
        log.exception("a mail of the mailbox could not be read", extra={"action": "incoming_crashed"})
        return r"(\Seen \Flagged)"
    log.info("mail received: %s", result, extra={"action": "mail_received"})
    return r"(\Seen)"


@contextmanager
def _opened(config: Config) -> Iterator[imaplib.IMAP4]:
    box = config.mailbox
    context = ssl.create_default_context(cafile=config.path(config.mail.ca_file) if config.mail.ca_file else None)
    if box.security == "tls":
        connection: imaplib.IMAP4 = imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=TIMEOUT)
    else:
        connection = imaplib.IMAP4(box.host, box.port, timeout=TIMEOUT)
    try:
        if box.security == "starttls":
            connection.starttls(context)
        connection.login(box.username, box.password)
        _answer(connection.select("INBOX"))
        yield connection
    finally:
        with suppress(*_ERRORS):
            connection.logout()


def _mail(connection: imaplib.IMAP4, uid: str) -> bytes:
    found = _answer(connection.uid("FETCH", uid, f"(BODY.PEEK[]<0.{LARGEST}>)"))
    return next((bytes(part[1]) for part in found if isinstance(part, tuple)), b"")


def _answer(answer: tuple[str, list[Any]]) -> list[Any]:
    status, data = answer
    if status != "OK":
        raise imaplib.IMAP4.error(str(data))
    return data
