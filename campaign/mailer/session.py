"""The connection to the mail server: Flask-Mail's, with the time-outs and the verified TLS that it lacks."""

from __future__ import annotations

import ssl
import time
from typing import Any

import flask_mail

from campaign.mailer.client import CONNECT_TIMEOUT, SmtpClient, TlsSmtpClient
from campaign.mailer.settings import MailSettings


class Session(flask_mail.Connection):
    """Flask-Mail's connection with time-outs and verified TLS; ``client`` is what goes on over it."""

    def __init__(self, settings: MailSettings) -> None:
        super().__init__(_as_flask_mail(settings))
        self.settings = settings
        self._used_at = 0.0

    def configure_host(self) -> SmtpClient:
        """Connect, encrypt, log in. Raises OSError (every smtplib error is one) and leaves nothing open."""
        settings = self.settings
        client = self._open()
        try:
            client.ehlo_or_helo_if_needed()
            if settings.security == "starttls":
                client.starttls(context=tls_context(settings))
                client.ehlo()
            if settings.username:
                client.login(settings.username, settings.password)
        except (OSError, UnicodeError):
            client.close()
            raise
        return client

    def __exit__(self, *_error: object) -> None:
        self.hang_up()

    @property
    def client(self) -> SmtpClient | None:
        return self.host if isinstance(self.host, SmtpClient) else None

    def kept(self) -> SmtpClient | None:
        """The open conversation, if the next mail may go over it."""
        client = self.client
        if client is None or self.num_emails >= self.settings.mails_per_connection:
            return None
        now = time.monotonic()
        if now - self._used_at > self.settings.idle or client.is_stale():
            return None
        self._used_at = now
        return client

    def open(self) -> SmtpClient:
        """A new conversation in place of the old one. Raises OSError."""
        self.hang_up()
        self.host = client = self.configure_host()
        self.num_emails = 0
        self._used_at = time.monotonic()
        return client

    def count_mail(self) -> None:
        self.num_emails += 1
        self._used_at = time.monotonic()

    def hang_up(self) -> None:
        """QUIT if the server still listens; never raises."""
        client = self.client
        try:
            if client is not None and not client.is_stale():
                client.timeout = min(CONNECT_TIMEOUT, self.settings.timeout)
                client.ask("QUIT")
        except OSError:
            pass
        finally:
            self.drop()

    def drop(self) -> None:
        """Close without a word."""
        client, self.host = self.client, None
        if client is not None:
            client.close()

    def _open(self) -> SmtpClient:
        settings = self.settings
        name = settings.greeting_name or None
        if settings.security == "tls":
            context = tls_context(settings)
            return TlsSmtpClient(settings.server, settings.port, name, timeout=settings.timeout, context=context)
        return SmtpClient(settings.server, settings.port, name, timeout=settings.timeout)


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
            "MAIL_MAX_EMAILS": settings.mails_per_connection,
        }
    )
