"""Letters over SMTP: every reply becomes an ``Outcome``, and no network error leaves this module."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from typing import Final

from campaign.mailer.address import is_address
from campaign.mailer.session import Session
from campaign.mailer.settings import MailSettings
from campaign.mailer.talk import Reply, Talk
from campaign.mailer.trouble import explain
from campaign.outcome import Outcome, Refused, Stage, Uncertain, Unreachable, classify

_ENVELOPE: Final[tuple[tuple[Stage, int], ...]] = (("mail", 2), ("rcpt", 2), ("data", 3))


class SmtpWire:
    """One connection to the mail server, opened when the first letter comes and kept as long as it serves.

    Not thread-safe: one wire for each thread. ``on_stage`` is told "connect" before connecting, "mail" before
    the envelope, "data" when the letter has left whole and "reply" when its answer is known.
    """

    def __init__(self, settings: MailSettings, *, on_stage: Callable[[str], None] = lambda _stage: None) -> None:
        self.settings = settings
        self.on_stage = on_stage
        self._session = Session(settings)
        self._is_ready = False

    def ready(self) -> Unreachable | None:
        """Connect now, unless a good connection is kept: then only the letter itself is still to come."""
        try:
            if self._session.kept() is None:
                self._connect()
            self._is_ready = True
        except (OSError, UnicodeError) as error:
            self._session.drop()
            return Unreachable(explain(error, self.settings))
        return None

    def send(self, sender: str, recipient: str, data: bytes) -> Outcome:
        """Hand one letter over. ``sender`` "" is the null path of automatic answers.

        Never raises for what a server or the network does. Raises ValueError for a malformed sender and for
        data with bare CR or LF, with which one letter could smuggle in another.
        """
        if sender and not is_address(sender):
            raise ValueError(f"not an address: {sender!r}")
        if not data.endswith(b"\r\n") or not data.count(b"\r\n") == data.count(b"\r") == data.count(b"\n"):
            raise ValueError("a message must consist of CRLF lines")
        if not is_address(recipient):
            return Refused(553, "5.1.3", "Địa chỉ người nhận không hợp lệ.", "address")
        try:
            return self._send(sender, recipient, data)
        except (OSError, UnicodeError) as error:
            self._session.drop()
            return Unreachable(explain(error, self.settings))
        except BaseException:
            # Interrupted anywhere: what we write next could end up inside the letter that was being sent.
            self._session.drop()
            raise

    def close(self) -> None:
        self._session.hang_up()

    def _send(self, sender: str, recipient: str, data: bytes) -> Outcome:
        kept = self._session.talk if self._is_ready else self._session.kept()
        self._is_ready = False
        talk = kept or self._connect()
        try:
            refusal = self._introduce(talk, sender, recipient, data)
        except TimeoutError:
            raise
        except OSError:
            # Some servers hang up after a number of letters without a word and welcome us again at once.
            if not kept:
                raise
            talk = self._connect()
            refusal = self._introduce(talk, sender, recipient, data)
        return refusal or self._deliver(talk, data)

    def _connect(self) -> Talk:
        self.on_stage("connect")
        return self._session.open()

    def _introduce(self, talk: Talk, sender: str, recipient: str, data: bytes) -> Outcome | None:
        """The envelope; None when the server now waits for the letter. Nothing is delivered up to here."""
        plain = data.isascii() and sender.isascii() and recipient.isascii()
        obstacle = _obstacle(talk, len(data), plain=plain)
        if obstacle:
            return obstacle
        self.on_stage("mail")
        extra = "" if plain else " BODY=8BITMIME SMTPUTF8"
        commands = (f"MAIL FROM:<{sender}>{extra}", f"RCPT TO:<{recipient}>", "DATA")
        replies = talk.ask(*commands) if talk.has_extn("pipelining") else _one_by_one(talk, commands)
        if _is_farewell(replies[0]):
            raise smtplib.SMTPResponseException(*replies[0])
        for (stage, wanted), (code, text) in zip(_ENVELOPE, replies, strict=False):
            if code // 100 != wanted:
                refusal = classify(code, text, stage)
                self._start_over(talk, replies, refusal)
                return refusal
        if len(replies) < len(commands):
            raise smtplib.SMTPServerDisconnected("connection closed")
        return None

    def _start_over(self, talk: Talk, replies: list[Reply], refusal: Outcome) -> None:
        """Make the connection ready for the next letter after a refusal, or give it up.

        A server that refused the recipient and still said 354 waits for a letter to nobody. RFC 2920 lets one
        end it with a lone dot, but then what the server does with the void is its own affair; hanging up
        delivers nothing.
        """
        waits_for_letter = any(code // 100 == 3 for code, _ in replies)  # noqa: PLR2004 - the 3 of 3yz
        try:
            if waits_for_letter or isinstance(refusal, Unreachable) or talk.ask("RSET")[0][0] != 250:  # noqa: PLR2004
                self._session.drop()
        except OSError:
            self._session.drop()

    def _deliver(self, talk: Talk, data: bytes) -> Outcome:
        talk.write(_stuffed(data))
        self.on_stage("data")
        talk.timeout = self.settings.patience
        try:
            code, text = talk.answer()
        except OSError as error:
            self._session.drop()
            return Uncertain(explain(error, self.settings))
        talk.timeout = self.settings.timeout
        self.on_stage("reply")
        self._session.count_letter()
        outcome = classify(code, text, "reply")
        if isinstance(outcome, Unreachable | Uncertain):
            self._session.drop()
        return outcome


def _one_by_one(talk: Talk, commands: tuple[str, ...]) -> list[Reply]:
    replies: list[Reply] = []
    for command, (_, wanted) in zip(commands, _ENVELOPE, strict=True):
        replies += talk.ask(command)
        if replies[-1][0] // 100 != wanted:
            break
    return replies


def _is_farewell(reply: Reply) -> bool:
    """Whether the notice of a closing connection (RFC 3463, X.4.2) crossed our MAIL instead of answering."""
    code, text = reply
    return code == 421 and text.startswith("4.4.")  # noqa: PLR2004 - RFC 5321, section 3.8


def _obstacle(talk: Talk, size: int, *, plain: bool) -> Refused | None:
    """What the server's own list of abilities already rules out."""
    if not plain and not talk.has_extn("smtputf8"):
        return Refused(553, "5.6.7", "Máy chủ thư không nhận địa chỉ có chữ ngoài bảng ASCII (SMTPUTF8).", "message")
    limit = talk.esmtp_features.get("size", "")
    if limit.isdecimal() and 0 < int(limit) < size:
        return Refused(552, "5.3.4", f"Thư dài {size} byte, máy chủ thư chỉ nhận {limit} byte.", "message")
    return None


def _stuffed(data: bytes) -> bytes:
    """A second dot on lines that begin with one, and the dot that ends it all (RFC 5321, section 4.5.2)."""
    if data.startswith(b"."):
        data = b"." + data
    return data.replace(b"\r\n.", b"\r\n..") + b".\r\n"
