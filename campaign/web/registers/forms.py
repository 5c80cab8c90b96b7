"""What the forms of the registers share: fields that a keyboard reaches, choices, errors beside their field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import Field, RadioField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from campaign.calendar.audit_words import SEXES
from campaign.errors import CampaignError, InvalidInput
from campaign.models import Role
from campaign.models.member import EXTERNAL
from campaign.web.forms import blame, said

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
SEX_CHOICES = {"": _("không ghi"), **{sex: _(word.template) for sex, word in SEXES.items()}}
GROUP_KINDS = {
    "unit": _("Phòng, đơn vị"),
    "body": _("Ban, tổ chức"),
    EXTERNAL: _("Cơ quan bên ngoài"),
    "list": _("Danh sách riêng"),
}
ROLES = (
    (Role.READER, _("Người xem"), _("thấy bảng công việc, không thay đổi được gì")),
    (Role.ORGANIZER, _("Người lập lịch"), _("lập, xác nhận, dời, hủy hoạt động; giữ danh sách nhân sự")),
    (Role.ADMINISTRATOR, _("Quản trị viên"), _("thêm cả người dùng và thiết lập")),
)
ROLE_NAMES = {role: name for role, name, _meaning in ROLES}


class Checkboxes(SelectMultipleField):
    """Several of a list, as boxes that a keyboard reaches."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Choice(RadioField):
    """One of a few, as buttons that a keyboard reaches."""

    def __init__(self, label: str, words: Mapping[str, Any], **options: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(label, choices={key: str(word) for key, word in words.items()}, **options)


def readable(read: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is read
    """What was read, or the reader's sentence as the field's error."""
    try:
        return read()
    except InvalidInput as error:
        raise ValidationError(said(error)) from None


def tried(field: Field, act: Callable[[], Any]) -> bool:
    """Whether the act was done; if not, its sentence stands beside the field."""
    try:
        act()
    except CampaignError as error:
        blame(field, error)
        return False
    return True
