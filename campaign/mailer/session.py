"""The connection to the mail server: Flask-Mail's, with the time-outs and the verified TLS that it lacks."""

from __future__ import annotations

import ssl
import time
from typing import Any

import flask_mail

from campaign.mailer.settings import MailSettings
from campaign.mailer.talk import CONNECT_TIMEOUT, Talk, TlsTalk


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
        now = time.monotonic()
        if now - self._used_at > self.settings.idle or talk.is_stale():
            return None
        self._used_at = now
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
