"""Why no conversation with the mail server comes about: the reason and what goes with it."""

from __future__ import annotations

import smtplib
import socket
import ssl

from campaign.mailer.settings import MailSettings
from campaign.outcome import Unreachable, clean_reply
from campaign.reason import Reason


def explain(error: BaseException, settings: MailSettings) -> Unreachable:
    """What this error of smtplib, ssl or the socket means; the server's own words are cleaned."""
    place = f"{settings.server}:{settings.port}"
    if isinstance(error, smtplib.SMTPException | UnicodeError):
        return _of_conversation(error, place)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unreachable(f"{place}: {clean_reply(error.verify_message)}", Reason.CERTIFICATE)
    if isinstance(error, ssl.SSLError):
        return Unreachable(place, Reason.ENCRYPTION)
    if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
        return Unreachable(str(settings.ca_file), Reason.CERTIFICATE_FILE)
    return Unreachable(
        place, next((reason for kind, reason in _NETWORK if isinstance(error, kind)), Reason.UNREACHABLE)
    )


_NETWORK: tuple[tuple[type[BaseException], Reason], ...] = (
    (TimeoutError, Reason.NO_ANSWER),
    (socket.gaierror, Reason.NO_SUCH_SERVER),
    (ConnectionRefusedError, Reason.CONNECTION_REFUSED),
    (ConnectionError, Reason.DISCONNECTED),
)


def _of_conversation(error: smtplib.SMTPException | UnicodeError, place: str) -> Unreachable:
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        reason = Reason.LOGIN if isinstance(error, smtplib.SMTPAuthenticationError) else Reason.SERVICE_REFUSED
        return Unreachable(f"{place} ({clean_reply(f'{error.smtp_code} {text}')})", reason)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        # smtplib's words name the extension that is missing: STARTTLS or AUTH.
        return Unreachable(place, Reason.NO_STARTTLS if "STARTTLS" in str(error) else Reason.NO_AUTH)
    return Unreachable(place, Reason.BAD_SETTINGS if isinstance(error, UnicodeError) else Reason.DISCONNECTED)
