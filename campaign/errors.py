"""The one family of errors that a person is meant to read.

A class exists only where some caller branches on it; its docstring is the default sentence. Doors (web, command
line) turn a ``CampaignError`` into one clear sentence; anything else is a defect and stays a traceback in the log.
"""

from __future__ import annotations


class CampaignError(Exception):
    """Thao tác không thực hiện được."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)

    @property
    def message(self) -> str:
        return str(self.args[0])


class ConfigurationError(CampaignError):
    """Cấu hình chưa đúng."""


class InvalidInput(CampaignError):
    """Dữ liệu nhập vào chưa đúng."""


class NotFound(CampaignError):
    """Không tìm thấy nội dung yêu cầu."""


class Conflict(CampaignError):
    """Nội dung này vừa được người khác thay đổi."""


class Unavailable(CampaignError):
    """Dịch vụ đang bận, xin thử lại sau ít phút."""
