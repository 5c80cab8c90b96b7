"""Mails over SMTP: every reply becomes an ``Outcome``, and no network error leaves this module."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from typing import Final

from campaign.mailer.address import is_address
from campaign.mailer.client import Reply, SmtpClient
from campaign.mailer.explanation import explain
from campaign.mailer.session import Session
from campaign.mailer.settings import MailSettings
from campaign.outcome import Outcome, Refused, Stage, Uncertain, Unreachable, classify
from campaign.reason import Reason

_ENVELOPE: Final[tuple[tuple[Stage, int], ...]] = (("mail", 2), ("rcpt", 2), ("data", 3))


class SmtpTransport:
    """One connection to the mail server, opened when the first mail comes and kept as long as it serves.

    Not thread-safe: one transport for each thread. ``on_stage`` is told "connect" before connecting, "mail" before
    the envelope, "data" when the mail has left whole and "reply" when its answer is known.
    """

    def __init__(self, settings: MailSettings, *, on_stage: Callable[[str], None] = lambda _stage: None) -> None:
        self.settings = settings
        self.on_stage = on_stage
        self._session = Session(settings)
        self._is_ready = False

    def ready(self) -> Unreachable | None:
        """Connect now, unless a good connection is kept: then only the mail itself is still to come."""
        try:
            if self._session.kept() is None:
                self._connect()
            self._is_ready = True
        except (OSError, UnicodeError) as error:
            self._session.drop()
            return explain(error, self.settings)
        return None

    def send(self, sender: str, recipient: str, data: bytes) -> Outcome:
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
            return self._send(sender, recipient, data)
        except (OSError, UnicodeError) as error:
            self._session.drop()
            return explain(error, self.settings)
        except BaseException:
            # Interrupted anywhere: what we write next could end up inside the mail that was being sent.
            self._session.drop()
            raise

    def close(self) -> None:
        self._session.hang_up()

    def _send(self, sender: str, recipient: str, data: bytes) -> Outcome:
        kept = self._session.client if self._is_ready else self._session.kept()
        self._is_ready = False
        client = kept or self._connect()
        try:
            refusal = self._introduce(client, sender, recipient, data)
        except TimeoutError:
            raise
        except OSError:
            # Some servers hang up after a number of mails without a word and welcome us again at once.
            if not kept:
                raise
            client = self._connect()
            refusal = self._introduce(client, sender, recipient, data)
        return refusal or self._deliver(client, data)

    def _connect(self) -> SmtpClient:
        self.on_stage("connect")
        return self._session.open()

    def _introduce(self, client: SmtpClient, sender: str, recipient: str, data: bytes) -> Outcome | None:
        """The envelope; None when the server now waits for the mail. Nothing is delivered up to here."""
        plain = data.isascii() and sender.isascii() and recipient.isascii()
        obstacle = _obstacle(client, len(data), plain=plain)
        if obstacle:
            return obstacle
        self.on_stage("mail")
        extra = "" if plain else " BODY=8BITMIME SMTPUTF8"
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
                self._session.drop()
        except OSError:
            self._session.drop()

    def _deliver(self, client: SmtpClient, data: bytes) -> Outcome:
        client.write(_stuffed(data))
        self.on_stage("data")
        client.timeout = self.settings.patience
        try:
            code, text = client.answer()
        except OSError as error:
            self._session.drop()
            trouble = explain(error, self.settings)
            return Uncertain(trouble.text, trouble.reason)
        client.timeout = self.settings.timeout
        self.on_stage("reply")
        self._session.count_mail()
        outcome = classify(code, text, "reply")
        if isinstance(outcome, Unreachable | Uncertain):
            self._session.drop()
        return outcome


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
