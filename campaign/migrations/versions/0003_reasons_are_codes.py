"""Reasons are codes: the Vietnamese sentences that stood in their place become code and detail."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"

SENTENCES = {
    "Đã quá muộn khi đến lượt gửi.": "too_late",
    "Người nhận đã ngừng nhận thư nhắc.": "unsubscribed",
    "Người nhận không còn công tác.": "left",
    "Địa chỉ thư không dùng được.": "bad_address",
    "Lịch đã đổi hoặc đã hủy.": "rescheduled",
    "Hoạt động đã hủy.": "cancelled",
    "Hoạt động đã mở lại.": "reopened",
    "Đã rút lại việc hủy.": "cancellation_undone",
    "Đã rút lại việc xác nhận.": "confirmation_undone",
    "Người tổ chức đã rút lại thư báo này.": "notice_withdrawn",
    "Cách ly: ba lần gửi đều bị ngắt giữa chừng.": "interrupted",
    "Địa chỉ người nhận không hợp lệ.": "invalid_recipient",
    "Máy chủ thư không nhận địa chỉ có chữ ngoài bảng ASCII (SMTPUTF8).": "no_smtputf8",
}
PATTERNS = (
    (r"Cách ly: (.+)", "quarantined"),
    (r"Hai lần máy chủ thư không trả lời sau khi nhận thư: (.+)", "no_answer_twice"),
    (r"Không soạn được thư: (.+)", "rendering"),
    (r"Máy chủ thư (\S+) không trả lời trong thời gian chờ\.", "no_answer"),
    (r"Không tìm thấy máy chủ thư (\S+)\.", "no_such_server"),
    (r"Máy chủ thư (\S+) từ chối kết nối\.", "connection_refused"),
    (r"Máy chủ thư (\S+) ngắt kết nối\.", "disconnected"),
    (r"Không kết nối được với máy chủ thư (\S+)\.", "unreachable"),
    (r"Không đọc được tệp chứng chỉ (.+)\.", "certificate_file"),
    (r"Chứng chỉ của máy chủ thư (\S+) không hợp lệ: (.+)\.", "certificate"),
    (r"Không lập được kết nối mã hóa với máy chủ thư (\S+)\.", "encryption"),
    (r"Máy chủ thư (\S+) không chấp nhận tên đăng nhập hoặc mật khẩu \((.+)\)\.", "login"),
    (r"Máy chủ thư (\S+) từ chối phục vụ \((.+)\)\.", "service_refused"),
    (r"Máy chủ thư (\S+) không hỗ trợ STARTTLS nên thư không được gửi\.", "no_starttls"),
    (r"Máy chủ thư (\S+) không hỗ trợ đăng nhập \(AUTH\) nên thư không được gửi\.", "no_auth"),
    (r"Tên máy chủ thư (\S+), tên đăng nhập hoặc mật khẩu có ký tự không dùng được\.", "bad_settings"),
    (r"Không ghi được thư vào (.+)\.", "folder"),
    (r"(?:552 )?Thư dài (\d+) byte, máy chủ thư chỉ nhận (\d+) byte\.", "too_large"),
    (r"(-?\d+ .*)", "server"),
)
CAUSES = {"Đã hủy trong tệp lịch.": "file", "Lịch của chuỗi đã thay đổi.": "series"}


def upgrade() -> None:
    for table, detail in (("message", "detail"), ("account_mail", "detail"), ("channel", "detail")):
        _add(table, detail)
        _convert(table, "reason", detail)
    _add("member", "flag_detail")
    _convert("member", "flag_reason", "flag_detail")
    for table in ("event", "occurrence"):
        _add(table, "cancel_cause")
        _name_causes(table)


def _add(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))


def _convert(name: str, code: str, detail: str) -> None:
    table = sa.table(name, sa.column(code), sa.column(detail))
    stored = table.c[code]
    connection = op.get_bind()
    for text in connection.scalars(sa.select(stored).where(stored != "").distinct()).all():
        known, words = coded(text)
        connection.execute(table.update().where(stored == text).values({code: known, detail: words}))


def _name_causes(name: str) -> None:
    table = sa.table(name, sa.column("cancelled_at"), sa.column("cancel_cause"), sa.column("cancel_reason"))
    connection = op.get_bind()
    connection.execute(table.update().where(table.c.cancelled_at.is_not(None)).values(cancel_cause="person"))
    for text, cause in CAUSES.items():
        ours = table.update().where(table.c.cancel_reason == text)
        connection.execute(ours.values(cancel_cause=cause, cancel_reason=""))


def coded(text: str) -> tuple[str, str]:
    """The code of a sentence, and the words in it that were not ours; ``other`` where it is not known."""
    plain = text.removeprefix("553 ")
    if plain in SENTENCES:
        return SENTENCES[plain], ""
    for pattern, code in PATTERNS:
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found:
            return code, " ".join(found.groups())
    return "other", text
