"""Why a mail waits or did not go out, and why something is cancelled: stored as codes, worded where they are read.

Each code has one Vietnamese template, a message of the catalogues; ``detail`` is what a foreign machine or an exception
said, and is shown as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Self


class _Coded(StrEnum):
    """A code with the template of its sentence."""

    template: str

    def __new__(cls, code: str, template: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.template = template
        return member


class Reason(_Coded):
    """Why a message waits for another attempt, or ended without being sent."""

    # What a server or an exception said, in its own words.
    SERVER = "server", "{detail}"
    OTHER = "other", "{detail}"

    # It is not sent, by a decision or a fact of ours.
    TOO_LATE = "too_late", "Đã quá muộn khi đến lượt gửi."
    UNSUBSCRIBED = "unsubscribed", "Người nhận đã ngừng nhận thư nhắc."
    LEFT = "left", "Người nhận không còn công tác."
    BAD_ADDRESS = "bad_address", "Địa chỉ thư không dùng được."
    RESCHEDULED = "rescheduled", "Lịch đã đổi hoặc đã hủy."
    CANCELLED = "cancelled", "Hoạt động đã hủy."
    SUPERSEDED = "superseded", "Một thư nhắc sau của cùng hoạt động đã thay thế thư này."
    DECLINED = "declined", "Người nhận đã báo không dự."
    FILED = "filed", "Báo cáo đã gửi."
    REOPENED = "reopened", "Hoạt động đã mở lại."
    CANCELLATION_UNDONE = "cancellation_undone", "Đã rút lại việc hủy."
    CONFIRMATION_UNDONE = "confirmation_undone", "Đã rút lại việc xác nhận."
    RESTORED = "restored", "Đến hạn trước khi khôi phục bản sao lưu; người tổ chức quyết định không gửi."
    ALREADY_TOLD = "already_told", "Người nhận đã biết, qua thư gửi trước."
    NOTHING_TOLD = "nothing_told", "Người nhận chưa được báo gì về hoạt động này nên không cần báo."
    NOTICE_WITHDRAWN = "notice_withdrawn", "Người tổ chức đã rút lại thư báo này."

    # The program failed at it.
    RENDERING = "rendering", "Không soạn được thư: {detail}"
    CRASHED = "crashed", "Lỗi khi gửi: {detail}"
    QUARANTINED = "quarantined", "Cách ly: {detail}"
    INTERRUPTED = "interrupted", "Cách ly: ba lần gửi đều bị ngắt giữa chừng."

    # No conversation with the server, or one that ended badly. ``detail`` begins with the server's name and port.
    NO_ANSWER = "no_answer", "Máy chủ thư {detail} không trả lời trong thời gian chờ."
    NO_ANSWER_TWICE = "no_answer_twice", "Hai lần máy chủ thư không trả lời sau khi nhận thư: {detail}"
    NO_SUCH_SERVER = "no_such_server", "Không tìm thấy máy chủ thư {detail}."
    CONNECTION_REFUSED = "connection_refused", "Máy chủ thư {detail} từ chối kết nối."
    DISCONNECTED = "disconnected", "Máy chủ thư {detail} ngắt kết nối."
    UNREACHABLE = "unreachable", "Không kết nối được với máy chủ thư {detail}."
    CERTIFICATE_FILE = "certificate_file", "Không đọc được tệp chứng chỉ {detail}."
    CERTIFICATE = "certificate", "Chứng chỉ của máy chủ thư không hợp lệ: {detail}."
    ENCRYPTION = "encryption", "Không lập được kết nối mã hóa với máy chủ thư {detail}."
    LOGIN = "login", "Máy chủ thư không chấp nhận tên đăng nhập hoặc mật khẩu: {detail}."
    SERVICE_REFUSED = "service_refused", "Máy chủ thư từ chối phục vụ: {detail}."
    NO_STARTTLS = "no_starttls", "Máy chủ thư {detail} không hỗ trợ STARTTLS nên thư không được gửi."
    NO_AUTH = "no_auth", "Máy chủ thư {detail} không hỗ trợ đăng nhập (AUTH) nên thư không được gửi."
    BAD_SETTINGS = (
        "bad_settings",
        "Tên máy chủ thư {detail}, tên đăng nhập hoặc mật khẩu có ký tự không dùng được.",
    )
    FOLDER = "folder", "Không ghi được thư vào thư mục {detail}."

    # The server could not take this mail.
    INVALID_RECIPIENT = "invalid_recipient", "Địa chỉ người nhận không hợp lệ."
    NO_SMTPUTF8 = "no_smtputf8", "Máy chủ thư không nhận địa chỉ có chữ ngoài bảng ASCII (SMTPUTF8)."
    RETURNED = "returned", "Thư bị trả lại: {detail}"
    TOO_LARGE = "too_large", "Thư dài hơn mức máy chủ thư nhận: {detail} byte."


QUARANTINE = frozenset({Reason.QUARANTINED, Reason.INTERRUPTED})
"""Senders died or failed on the message too often; a person has to look at it."""


class CancelCause(_Coded):
    """How a cancellation came about. Stored as a code, so that only its own cause takes it back."""

    PERSON = "person", "{detail}"
    FILE = "file", "Đã hủy trong tệp lịch."
    SERIES = "series", "Lịch của chuỗi đã thay đổi."


def sentence(code: str, detail: str, translate: Callable[[str], str] = str) -> str:
    """The sentence of a stored reason; of a code that is not known, what was kept with it."""
    known = next((found for found in (*Reason, *CancelCause) if found == code), Reason.OTHER)
    return translate(known.template).format(detail=detail).strip()
