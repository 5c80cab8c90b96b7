"""One SMTP connection: Flask-Mail's ``Connection`` over smtplib, with what both lack.

Every reply has a deadline as a whole (a server that drips one byte at a time cannot hold us), TLS is verified
and fails closed, nothing that came in clear before STARTTLS survives it, and several commands can go out in
one write.
"""

from __future__ import annotations

import select
import smtplib
import ssl
import time
from typing import Any, Final, TypeAlias

import flask_mail

from campaign.mailer.settings import MailSettings

Reply: TypeAlias = tuple[int, str]

CONNECT_TIMEOUT: Final = 10.0
_REPLY_LIMIT: Final = 65536  # octets of one reply with all its lines
_RECEIVE: Final = 8192


class Talk(smtplib.SMTP):
    """An SMTP client that reads replies from the socket itself, each whole within ``timeout`` seconds."""

    _received = b""

    def getreply(self) -> tuple[int, bytes]:
        """The next reply, its lines joined; code -1 for one that is not SMTP.

        Raises TimeoutError, SMTPServerDisconnected or another OSError, and has closed the connection then.
        """
        try:
            return self._read_reply(time.monotonic() + self.timeout)
        except OSError:
            self.close()
            raise

    def ask(self, *commands: str) -> list[Reply]:
        """Write the commands at once and read one reply for each (RFC 2920).

        The list is shorter when the server hung up in between; OSError when it said nothing at all.
        """
        self.write("".join(f"{command}\r\n" for command in commands).encode())
        replies = [self.answer()]
        try:
            while len(replies) < len(commands):
                replies.append(self.answer())
        except OSError:
            self.close()
        return replies

    def answer(self) -> Reply:
        code, text = self.getreply()
        return code, text.decode("utf-8", "replace")

    def write(self, octets: bytes) -> None:
        """Raises OSError after closing the connection; then the last octet has not left."""
        try:
            self._socket.settimeout(self.timeout)
            self._socket.sendall(octets)
        except OSError:
            self.close()
            raise

    def send(self, s: Any) -> None:  # noqa: ANN401 - smtplib's own signature
        self.write(s.encode(self.command_encoding) if isinstance(s, str) else s)

    def is_stale(self) -> bool:
        """Whether the server has hung up or speaks out of turn; then this connection is of no more use."""
        if self.sock is None or self._received:
            return True
        poll = select.poll()
        poll.register(self.sock, select.POLLIN)
        return bool(poll.poll(0))

    def starttls(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - smtplib's own signature
        reply = super().starttls(*args, **kwargs)
        if self._received:  # words that somebody put in front of the encrypted ones
            self.close()
            raise smtplib.SMTPServerDisconnected("plain text after STARTTLS")
        return reply

    def close(self) -> None:
        self._received = b""
        super().close()

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:  # noqa: ANN401 - smtplib's hook
        return super()._get_socket(host, port, min(CONNECT_TIMEOUT, timeout))  # type: ignore[misc]

    @property
    def _socket(self) -> Any:  # noqa: ANN401 - plain or TLS socket
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return self.sock

    def _read_reply(self, deadline: float) -> tuple[int, bytes]:
        texts: list[bytes] = []
        size = 0
        while True:
            line = self._read_line(deadline)
            size += len(line)
            if size > _REPLY_LIMIT:
                raise smtplib.SMTPServerDisconnected("reply without end")
            texts.append(line[4:].strip(b" \t\r\n"))
            code = int(line[:3]) if line[:3].isdigit() else -1
            if code < 0 or line[3:4] != b"-":
                return code, b"\n".join(texts)

    def _read_line(self, deadline: float) -> bytes:
        while b"\n" not in self._received:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            self._socket.settimeout(left)
            octets = self._socket.recv(_RECEIVE)
            if not octets or len(self._received) > _REPLY_LIMIT:
                raise smtplib.SMTPServerDisconnected("connection closed")
            self._received += octets
        line, _, self._received = self._received.partition(b"\n")
        return line


class TlsTalk(Talk, smtplib.SMTP_SSL):
    """The same inside TLS from the first octet."""


class Session(flask_mail.Connection):
    """Flask-Mail's connection with time-outs and verified TLS; ``talk`` is what goes on over it."""

    def __init__(self, settings: MailSettings) -> None:
        super().__init__(_as_flask_mail(settings))
        self.settings = settings
        self._used_at = 0.0

    def configure_host(self) -> Talk:
        """Connect, encrypt, log in. Raises OSError (every smtplib error is one) and leaves nothing open."""
        settings = self.settings
        talk = self._open()
        try:
            talk.ehlo_or_helo_if_needed()
            if settings.security == "starttls":
                talk.starttls(context=tls_context(settings))
                talk.ehlo()
            if settings.username:
                talk.login(settings.username, settings.password)
        except (OSError, UnicodeError):
            talk.close()
            raise
        return talk

    def __exit__(self, *_error: object) -> None:
        self.hang_up()

    @property
    def talk(self) -> Talk | None:
        return self.host if isinstance(self.host, Talk) else None

    def kept(self) -> Talk | None:
        """The open conversation, if the next letter may go over it."""
        talk = self.talk
        if talk is None or self.num_emails >= self.settings.letters_per_connection:
            return None
        if time.monotonic() - self._used_at > self.settings.idle or talk.is_stale():
            return None
        return talk

    def open(self) -> Talk:
        """A new conversation in place of the old one. Raises OSError."""
        self.hang_up()
        self.host = talk = self.configure_host()
        self.num_emails = 0
        self._used_at = time.monotonic()
        return talk

    def count_letter(self) -> None:
        self.num_emails += 1
        self._used_at = time.monotonic()

    def hang_up(self) -> None:
        """QUIT if the server still listens; never raises."""
        talk = self.talk
        try:
            if talk is not None and not talk.is_stale():
                talk.timeout = min(CONNECT_TIMEOUT, self.settings.timeout)
                talk.ask("QUIT")
        except OSError:
            pass
        finally:
            self.drop()

    def drop(self) -> None:
        """Close without a word."""
        talk, self.host = self.talk, None
        if talk is not None:
            talk.close()

    def _open(self) -> Talk:
        settings = self.settings
        name = settings.greeting_name or None
        if settings.security == "tls":
            context = tls_context(settings)
            return TlsTalk(settings.server, settings.port, name, timeout=settings.timeout, context=context)
        return Talk(settings.server, settings.port, name, timeout=settings.timeout)


def tls_context(settings: MailSettings) -> ssl.SSLContext:
    """Certificate and name are verified; TLS 1.2 or newer."""
    context = ssl.create_default_context(cafile=settings.ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _as_flask_mail(settings: MailSettings) -> Any:  # noqa: ANN401 - Flask-Mail's own settings class is private
    return flask_mail.Mail().init_mail(
        {
            "MAIL_SERVER": settings.server,
            "MAIL_PORT": settings.port,
            "MAIL_USE_TLS": settings.security == "starttls",
            "MAIL_USE_SSL": settings.security == "tls",
            "MAIL_USERNAME": settings.username or None,
            "MAIL_PASSWORD": settings.password or None,
            "MAIL_MAX_EMAILS": settings.letters_per_connection,
        }
    )
