"""The one family of errors that a person is meant to read.

A class exists only where some caller branches on it; its docstring is the default sentence. The sentence is a
Vietnamese template and its values are kept apart, so that web and command line can say it in English too.
Anything that is not a ``CampaignError`` is a defect and stays a traceback in the log.
"""

from __future__ import annotations


class CampaignError(Exception):
    """Thao tác không thực hiện được."""

    def __init__(self, template: str | None = None, /, **values: object) -> None:
        self.template = template or self.__doc__ or ""
        self.values = values
        super().__init__(self.message)

    @property
    def message(self) -> str:
        return self.template.format(**self.values)


class ConfigurationError(CampaignError):
    """Cấu hình chưa đúng."""


class InvalidInput(CampaignError):
    """Dữ liệu nhập vào chưa đúng."""


class NotFound(CampaignError):
    """Không tìm thấy nội dung yêu cầu."""


class Conflict(CampaignError):
    """Nội dung này vừa được người khác thay đổi."""


class AlreadySent(Conflict):
    """Thư đã gửi đi nên không rút lại được nữa."""


class Unavailable(CampaignError):
    """Dịch vụ đang bận, xin thử lại sau ít phút."""
