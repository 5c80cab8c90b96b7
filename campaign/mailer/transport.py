"""Transports: how mails leave, chosen by the settings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Final, Protocol

from campaign.errors import ConfigurationError
from campaign.mailer.explanation import explain
from campaign.mailer.folder import FolderTransport
from campaign.mailer.session import Session
from campaign.mailer.settings import MailSettings
from campaign.mailer.smtp import SmtpTransport
from campaign.outcome import Outcome, Unreachable
from campaign.reason import Reason, sentence

__all__ = ["FolderTransport", "MailSettings", "SmtpTransport", "Transport", "connect", "probe"]

_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class Transport(Protocol):
    """Sends mails one after the other and returns the outcome of each."""

    def ready(self) -> Unreachable | None: ...

    def send(self, sender: str, recipient: str, data: bytes) -> Outcome: ...

    def close(self) -> None: ...


def connect(settings: MailSettings, *, on_stage: Callable[[str], None] = lambda _stage: None) -> Transport:
    """The transport for these settings. Nothing is opened before the first mail.

    Raises ConfigurationError where there is neither server nor folder, and where a password would cross a
    network in clear.
    """
    if settings.server:
        if settings.username and settings.security == "none" and settings.server not in _THIS_MACHINE:
            raise ConfigurationError(
                "Mục [mail]: mật khẩu sẽ đi đến {server} không mã hóa; hãy đặt security = “starttls”.",
                server=settings.server,
            )
        return SmtpTransport(settings, on_stage=on_stage)
    if settings.folder:
        return FolderTransport(settings.folder, on_stage=on_stage)
    raise ConfigurationError("Mục [mail]: cần có server hoặc folder.")


def probe(settings: MailSettings) -> str | None:
    """Connect, encrypt, log in and leave again; None, or one sentence that says what is wrong."""
    try:
        connect(settings).close()
        if settings.server:
            with Session(settings):
                pass
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
