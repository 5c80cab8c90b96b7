"""What to tell a person when no conversation with the mail server comes about: one Vietnamese sentence."""

from __future__ import annotations

import smtplib
import socket
import ssl

from campaign.mailer.settings import MailSettings
from campaign.outcome import clean_reply


def explain(error: BaseException, settings: MailSettings) -> str:
    """The sentence for this error of smtplib, ssl or the socket; the server's own words are cleaned."""
    place = f"{settings.server}:{settings.port}"
    if isinstance(error, smtplib.SMTPException | UnicodeError):
        return _of_conversation(error, place)
    if isinstance(error, ssl.SSLError):
        return _of_encryption(error, place)
    if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
        return f"Không đọc được tệp chứng chỉ {settings.ca_file}."
    return _of_network(error, place)


def _of_encryption(error: ssl.SSLError, place: str) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"Chứng chỉ của máy chủ thư {place} không hợp lệ: {clean_reply(error.verify_message)}."
    return f"Không lập được kết nối mã hóa với máy chủ thư {place}."


def _of_network(error: BaseException, place: str) -> str:
    if isinstance(error, TimeoutError):
        return f"Máy chủ thư {place} không trả lời trong thời gian chờ."
    if isinstance(error, socket.gaierror):
        return f"Không tìm thấy máy chủ thư {place}."
    if isinstance(error, ConnectionRefusedError):
        return f"Máy chủ thư {place} từ chối kết nối."
    if isinstance(error, ConnectionError):
        return f"Máy chủ thư {place} ngắt kết nối."
    return f"Không kết nối được với máy chủ thư {place}."


def _of_conversation(error: smtplib.SMTPException | UnicodeError, place: str) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        answer = clean_reply(f"{error.smtp_code} {text}")
        if isinstance(error, smtplib.SMTPAuthenticationError):
            return f"Máy chủ thư {place} không chấp nhận tên đăng nhập hoặc mật khẩu ({answer})."
        return f"Máy chủ thư {place} từ chối phục vụ ({answer})."
    if isinstance(error, smtplib.SMTPNotSupportedError):
        # smtplib's words name the extension that is missing: STARTTLS or AUTH.
        missing = "STARTTLS" if "STARTTLS" in str(error) else "đăng nhập (AUTH)"
        return f"Máy chủ thư {place} không hỗ trợ {missing} nên thư không được gửi."
    if isinstance(error, UnicodeError):
        return f"Tên máy chủ thư {place}, tên đăng nhập hoặc mật khẩu có ký tự không dùng được."
    return f"Máy chủ thư {place} ngắt kết nối."
