"""Flask-Mail with finished bytes: a message that is sealed already, and a connection that says what became of it.

Flask-Mail's own ``Message`` garbles Vietnamese names and takes a new Message-ID for each attempt; its ``Connection``
hides why a server refused. Everything that watches Flask-Mail works as usual: ``record_messages()``,
``MAIL_SUPPRESS_SEND`` and the signal ``email_dispatched``.
"""

from __future__ import annotations

import smtplib
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message as Parsed
from email.utils import parseaddr
from functools import cached_property

import flask_mail
from flask import Flask

from campaign.mailer.address import is_address
from campaign.outcome import Accepted, Outcome, Unreachable

SUPPRESSED = Accepted(250, "suppressed")


class NotAccepted(smtplib.SMTPException):
    """The server did not take the message over; ``outcome`` says why and whether to try again."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.text)
        self.outcome = outcome


class SealedMessage(flask_mail.Message):
    """One finished mail to one recipient. ``data`` goes out as it is; the other fields are read from it on demand."""

    def __init__(self, sender: str, recipient: str, data: bytes) -> None:
        # Not Flask-Mail's constructor: it looks up this machine's name for a Message-ID that is never used.
        self.sender: str = sender
        self.recipients: list[str | tuple[str, str]] = [recipient]
        self.data = data
        self.cc, self.bcc, self.attachments = [], [], []
        self.reply_to = self.date = self.charset = self.extra_headers = None
        self.mail_options, self.rcpt_options = [], []

    def as_bytes(self) -> bytes:
        return self.data

    def as_string(self) -> str:
        return self.data.decode()

    def has_bad_headers(self) -> bool:
        """No: the bytes were checked when they were made."""
        return False

    @property
    def subject(self) -> str:  # type: ignore[override]
        return str(make_header(decode_header(self._parsed["Subject"])))

    @property
    def msgId(self) -> str:  # type: ignore[override]  # noqa: N802 - Flask-Mail's name
        return str(self._parsed["Message-ID"])

    @property
    def body(self) -> str | None:  # type: ignore[override]
        return self._text("text/plain")

    @property
    def alts(self) -> dict[str, str]:  # type: ignore[override]
        return {"html": self._text("text/html") or ""}

    @cached_property
    def _parsed(self) -> Parsed:
        return message_from_bytes(self.data)

    def _text(self, kind: str) -> str | None:
        parts = [part for part in self._parsed.walk() if part.get_content_type() == kind]
        payload = parts[0].get_payload(decode=True) if parts else None
        return payload.decode() if isinstance(payload, bytes) else None


class Connection(flask_mail.Connection):
    """A way out for messages, kept open from one to the next; not for several threads.

    ``abort`` alone may be called by another thread: it ends what the connection is waiting for.
    """

    def __init__(self, mail: flask_mail.Mail, app: Flask) -> None:
        super().__init__(mail)
        self._app = app
        self._accepted = SUPPRESSED

    def send(self, message: flask_mail.Message, envelope_from: str | tuple[str, str] | None = None) -> None:
        """Raises NotAccepted, BadHeaderError, and ValueError for data that is not a mail."""
        if message.has_bad_headers():
            raise flask_mail.BadHeaderError
        sender = _address(envelope_from or message.sender)
        for recipient in message.send_to:
            outcome = SUPPRESSED if self.mail.suppress else self.transmit(sender, _address(recipient), _bytes(message))
            if not isinstance(outcome, Accepted):
                raise NotAccepted(outcome)
            self._accepted = outcome
        flask_mail.email_dispatched.send(self._app, message=message)

    def attempt(self, message: SealedMessage) -> Outcome:
        """``send``, with what became of it as a value. Raises ValueError for data that is not a mail."""
        try:
            self.send(message)
        except NotAccepted as refusal:
            return refusal.outcome
        return self._accepted

    def transmit(self, sender: str, recipient: str, data: bytes) -> Outcome:
        """Hand one mail over. ``sender`` "" is the null path of automatic answers."""
        raise NotImplementedError

    def ready(self) -> Unreachable | None:
        """Connect now, unless a good connection is kept: then only the mail itself is still to come."""
        raise NotImplementedError

    def close(self) -> None:
        """End the conversation; never raises."""

    def abort(self) -> None:
        """Break off whatever the connection waits for, now and from now on."""

    def __exit__(self, *_error: object) -> None:
        self.close()


def _address(mailbox: str | tuple[str, str]) -> str:
    if isinstance(mailbox, str):
        return mailbox if not mailbox or is_address(mailbox) else parseaddr(mailbox)[1]
    return mailbox[1]


def _bytes(message: flask_mail.Message) -> bytes:
    """With CRLF line ends, whichever kind of message it is."""
    data = message.as_bytes()
    return data if isinstance(message, SealedMessage) else b"\r\n".join(data.splitlines()) + b"\r\n"
