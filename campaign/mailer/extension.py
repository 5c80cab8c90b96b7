"""Flask-Mail set up for an application: ``Mail(app, settings)``, whose connections are ours."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Final

import flask_mail
from flask import Flask

from campaign.errors import ConfigurationError
from campaign.mailer.client import SmtpClient
from campaign.mailer.connection import Connection
from campaign.mailer.explanation import explain
from campaign.mailer.folder import FolderConnection
from campaign.mailer.settings import MailSettings
from campaign.mailer.smtp import SmtpConnection
from campaign.reason import Reason, sentence

REFUSED: Final = 400
"""SMTP replies from here on are refusals."""
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Mail(flask_mail.Mail):
    """The extension ``app.extensions["mail"]``; without a server its connections write files to a folder."""

    def __init__(self, app: Flask, settings: MailSettings, *, sender: str = "") -> None:
        self.settings = settings
        self._application = app
        app.config.update(
            MAIL_SERVER=settings.server,
            MAIL_PORT=settings.port,
            MAIL_USE_TLS=settings.security == "starttls",
            MAIL_USE_SSL=settings.security == "tls",
            MAIL_USERNAME=settings.username or None,
            MAIL_PASSWORD=settings.password or None,
            MAIL_DEFAULT_SENDER=sender or None,
            MAIL_MAX_EMAILS=settings.mails_per_connection,
        )
        super().__init__(app)
        app.extensions["mail"] = self  # it has all that Flask-Mail keeps there, and makes the connections

    def connect(self, *, on_stage: Callable[[str], None] = lambda _stage: None) -> Connection:
        """A connection; nothing is opened before it is entered or the first message comes.

        Raises ConfigurationError where there is neither server nor folder, and where a password would cross a
        network in clear.
        """
        settings = self.settings
        if (
            settings.server
            and settings.username
            and settings.security == "none"
            and settings.server not in _THIS_MACHINE
        ):
            raise ConfigurationError(
                "Mục [mail]: mật khẩu sẽ đi đến {server} không mã hóa; hãy đặt security = “starttls”.",
                server=settings.server,
            )
        if settings.server:
            return SmtpConnection(self, self._application, settings, on_stage)
        if settings.folder:
            return FolderConnection(self, self._application, settings.folder, on_stage)
        raise ConfigurationError("Mục [mail]: cần có server hoặc folder.")


def probe(settings: MailSettings, sender: str = "") -> str | None:
    """Connect, encrypt, log in, name the sender and leave again; None, or one sentence that says what is wrong."""
    try:
        connection = Mail(Flask("probe"), settings).connect()
        if settings.server:
            with connection:
                return _refused_sender(connection, sender)
        elif settings.folder:
            settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=settings.folder):
                pass
    except ConfigurationError as error:
        return error.message
    except (OSError, UnicodeError) as error:
        if settings.server:
            return str(explain(error, settings))
        return sentence(Reason.FOLDER, str(settings.folder))
    return None


def _refused_sender(connection: Connection, sender: str) -> str | None:
    client = connection.host
    if not sender or not isinstance(client, SmtpClient):
        return None
    ((code, text),) = client.ask(f"MAIL FROM:<{sender}>")
    client.ask("RSET")
    return None if code < REFUSED else f"máy chủ không nhận thư gửi từ {sender}: {code} {' '.join(text.split())}."
