"""SMTP: Flask-Mail's connection with time-outs, verified TLS, reconnecting, and an outcome for every reply."""

from __future__ import annotations

import smtplib
import ssl
import time
from collections.abc import Callable
from typing import Final, Self

import flask_mail
from flask import Flask

from campaign.mailer.address import is_address
from campaign.mailer.client import Reply, SmtpClient, TlsSmtpClient
from campaign.mailer.connection import Connection
from campaign.mailer.explanation import explain
from campaign.mailer.settings import MailSettings
from campaign.outcome import Outcome, Refused, Stage, Uncertain, Unreachable, classify
from campaign.reason import Reason

FAREWELL: Final = 2.0  # seconds for the answer to QUIT, on which nothing depends
_ENVELOPE: Final[tuple[tuple[Stage, int], ...]] = (("mail", 2), ("rcpt", 2), ("data", 3))


class SmtpConnection(Connection):
    """One connection to the mail server, opened when the first mail comes and kept as long as it serves.

    ``on_stage`` is called with "connect" before connecting, "mail" before the envelope, "data" when the mail has left
    whole and "reply" when its answer is known.
    """

    def __init__(
        self,
        mail: flask_mail.Mail,
        app: Flask,
        settings: MailSettings,
        on_stage: Callable[[str], None] = lambda _stage: None,
    ) -> None:
        super().__init__(mail, app)
        self.settings = settings
        self.on_stage = on_stage
        self._client: SmtpClient | None = None
        self._used_at = 0.0
        self._is_ready = False
        self._is_aborted = False

    def __enter__(self) -> Self:
        if not self.mail.suppress:
            self._open()
        return self

    def ready(self) -> Unreachable | None:
        try:
            if not self.mail.suppress and self._kept() is None:
                self._open()
            self._is_ready = True
        except (OSError, UnicodeError) as error:
            self._drop()
            return explain(error, self.settings)
        return None

    def transmit(self, sender: str, recipient: str, data: bytes) -> Outcome:
        """Hand one mail over. ``sender`` "" is the null path of automatic answers.

        Never raises for what a server or the network does. Raises ValueError for a malformed sender and for
        data with bare CR or LF, with which one mail could smuggle in another.
        """
        if sender and not is_address(sender):
            raise ValueError(f"not an address: {sender!r}")
        if not data.endswith(b"\r\n") or not data.count(b"\r\n") == data.count(b"\r") == data.count(b"\n"):
            raise ValueError("a message must consist of CRLF lines")
        if not is_address(recipient):
            return Refused(553, "5.1.3", "", "address", Reason.INVALID_RECIPIENT)
        try:
            return self._transmit(sender, recipient, data)
        except (OSError, UnicodeError) as error:
            self._drop()
            return explain(error, self.settings)
        except BaseException:
            # Interrupted anywhere: what we write next could end up inside the mail that was being sent.
            self._drop()
            raise

    def close(self) -> None:
        """QUIT if the server still listens; never raises."""
        client = self._client
        try:
            if client is not None and not client.is_stale():
                client.timeout = min(FAREWELL, self.settings.timeout)
                client.ask("QUIT")
        except OSError:
            pass
        finally:
            self._drop()

    def abort(self) -> None:
        """Every wait for the server ends at once, but for that of the network to connect (10 s at most)."""
        self._is_aborted = True
        if self._client is not None:
            self._client.abort()

    def configure_host(self) -> SmtpClient:
        """Connect, encrypt, log in. Raises OSError (every smtplib error is one) and leaves nothing open."""
        settings = self.settings
        client = self._client = self._new_client()
        try:
            client.dial(settings.server, settings.port)
            if self._is_aborted:
                raise smtplib.SMTPServerDisconnected("stopping")
            client.ehlo_or_helo_if_needed()
            if settings.security == "starttls":
                client.starttls(context=tls_context(settings))
                client.ehlo()
            if settings.username:
                client.login(settings.username, settings.password)
        except (OSError, UnicodeError):
            self._drop()
            raise
        return client

    def _new_client(self) -> SmtpClient:
        """Not connected yet, so that ``abort`` reaches it while it connects."""
        settings = self.settings
        name = settings.greeting_name or None
        if settings.security == "tls":
            return TlsSmtpClient(local_hostname=name, timeout=settings.timeout, context=tls_context(settings))
        return SmtpClient(local_hostname=name, timeout=settings.timeout)

    def _kept(self) -> SmtpClient | None:
        """The open client, if the next mail may go over it."""
        client = self._client
        if client is None or self.num_emails >= self.settings.mails_per_connection:
            return None
        now = time.monotonic()
        if now - self._used_at > self.settings.idle or client.is_stale():
            return None
        self._used_at = now
        return client

    def _open(self) -> SmtpClient:
        """A new client in place of the old one. Raises OSError."""
        self.close()
        if self._is_aborted:
            raise smtplib.SMTPServerDisconnected("stopping")
        self.on_stage("connect")
        self.host = client = self.configure_host()
        self.num_emails = 0
        self._used_at = time.monotonic()
        return client

    def _drop(self) -> None:
        """Close without a word."""
        client, self._client, self.host = self._client, None, None
        if client is not None:
            client.close()

    def _transmit(self, sender: str, recipient: str, data: bytes) -> Outcome:
        kept = self._client if self._is_ready else self._kept()
        self._is_ready = False
        client = kept or self._open()
        try:
            refusal = self._introduce(client, sender, recipient, data)
        except TimeoutError:
            raise
        except OSError:
            # Some servers hang up after a number of mails without a word and welcome us again at once.
            if not kept:
                raise
            client = self._open()
            refusal = self._introduce(client, sender, recipient, data)
        return refusal or self._deliver(client, data)

    def _introduce(self, client: SmtpClient, sender: str, recipient: str, data: bytes) -> Outcome | None:
        """The envelope; None when the server now waits for the mail. Nothing is delivered up to here."""
        head = b"" if data.isascii() else data.partition(b"\r\n\r\n")[0]
        plain = head.isascii() and sender.isascii() and recipient.isascii()
        obstacle = _obstacle(client, len(data), plain=plain)
        if obstacle:
            return obstacle
        self.on_stage("mail")
        extra = "" if plain else " BODY=8BITMIME SMTPUTF8"
        if plain and head and client.has_extn("8bitmime"):
            extra = " BODY=8BITMIME"
        commands = (f"MAIL FROM:<{sender}>{extra}", f"RCPT TO:<{recipient}>", "DATA")
        replies = client.ask(*commands) if client.has_extn("pipelining") else _one_by_one(client, commands)
        if _is_farewell(replies[0]):
            raise smtplib.SMTPResponseException(*replies[0])
        for (stage, wanted), (code, text) in zip(_ENVELOPE, replies, strict=False):
            if code // 100 != wanted:
                refusal = classify(code, text, stage)
                self._start_over(client, replies, refusal)
                return refusal
        if len(replies) < len(commands):
            raise smtplib.SMTPServerDisconnected("connection closed")
        return None

    def _start_over(self, client: SmtpClient, replies: list[Reply], refusal: Outcome) -> None:
        """Make the connection ready for the next mail after a refusal, or give it up.

        A server that refused the recipient and still said 354 waits for a mail to nobody. RFC 2920 lets one
        end it with a lone dot, but then what the server does with the void is its own affair; hanging up
        delivers nothing.
        """
        waits_for_mail = any(code // 100 == 3 for code, _ in replies)  # noqa: PLR2004 - the 3 of 3yz
        try:
            if waits_for_mail or isinstance(refusal, Unreachable) or client.ask("RSET")[0][0] != 250:  # noqa: PLR2004
                self._drop()
        except OSError:
            self._drop()

    def _deliver(self, client: SmtpClient, data: bytes) -> Outcome:
        client.write(_stuffed(data))
        self.on_stage("data")
        client.timeout = self.settings.patience
        try:
            code, text = client.answer()
        except OSError as error:
            self._drop()
            reason = explain(error, self.settings)
            return Uncertain(reason.text, reason.reason)
        client.timeout = self.settings.timeout
        self.on_stage("reply")
        self.num_emails += 1
        self._used_at = time.monotonic()
        outcome = classify(code, text, "reply")
        if isinstance(outcome, Unreachable | Uncertain):
            self._drop()
        return outcome


def tls_context(settings: MailSettings) -> ssl.SSLContext:
    """Certificate and name are verified; TLS 1.2 or newer."""
    context = ssl.create_default_context(cafile=settings.ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _one_by_one(client: SmtpClient, commands: tuple[str, ...]) -> list[Reply]:
    replies: list[Reply] = []
    for command, (_, wanted) in zip(commands, _ENVELOPE, strict=True):
        replies += client.ask(command)
        if replies[-1][0] // 100 != wanted:
            break
    return replies


def _is_farewell(reply: Reply) -> bool:
    """Whether the notice of a closing connection (RFC 3463, X.4.2) crossed our MAIL instead of answering."""
    code, text = reply
    return code == 421 and text.startswith("4.4.")  # noqa: PLR2004 - RFC 5321, section 3.8


def _obstacle(client: SmtpClient, size: int, *, plain: bool) -> Refused | None:
    """What the server's own list of abilities already rules out."""
    if not plain and not client.has_extn("smtputf8"):
        return Refused(553, "5.6.7", "", "message", Reason.NO_SMTPUTF8)
    limit = client.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        return Refused(552, "5.3.4", f"{size} > {limit}", "message", Reason.TOO_LARGE)
    return None


def _stuffed(data: bytes) -> bytes:
    """A second dot on lines that begin with one, and the dot that ends it all (RFC 5321, section 4.5.2)."""
    if data.startswith(b"."):
        data = b"." + data
    return data.replace(b"\r\n.", b"\r\n..") + b".\r\n"
