"""The forms of one's own account and of the people of the desk."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, PasswordField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from campaign.models import Group, Role, User
from campaign.web.forms import Form, address_field, name_field
from campaign.web.signinforms import LONGEST_PASSWORD

ROLES = (
    (Role.READER, _("Người xem"), _("thấy bảng công việc, không thay đổi được gì")),
    (Role.ORGANIZER, _("Người lập lịch"), _("lập, xác nhận, dời, hủy hoạt động; giữ danh sách nhân sự")),
    (Role.ADMINISTRATOR, _("Quản trị viên"), _("thêm cả người dùng và thiết lập")),
)
ROLE_NAMES = {role: name for role, name, _meaning in ROLES}
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


class OwnForm(Form):
    name = name_field(_("Họ và tên"), autocomplete="name")
    language = SelectField(_("Ngôn ngữ của thư"), choices=LANGUAGES)


class NewPasswordForm(Form):
    """A new password; an empty one does without."""

    old = PasswordField(
        _("Mật khẩu hiện nay"), [Length(max=LONGEST_PASSWORD)], render_kw={"autocomplete": "current-password"}
    )
    new = PasswordField(_("Mật khẩu mới"), [Length(max=LONGEST_PASSWORD)], render_kw={"autocomplete": "new-password"})
    drop = BooleanField(_("Bỏ mật khẩu, chỉ đăng nhập bằng liên kết qua thư"))

    @property
    def wanted(self) -> str:
        return "" if self.drop.data else self.new.data or " "


class PersonForm(Form):
    """What an administrator says of a person of the desk."""

    name = name_field(_("Họ và tên"))
    role = RadioField(_("Vai trò"), coerce=int)
    is_limited = BooleanField(_("Chỉ được thay đổi việc của các nhóm sau"))
    groups = SelectMultipleField(
        _("Nhóm"), coerce=int, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    def offer(self, groups: list[Group]) -> None:
        self.role.choices = {str(int(role)): f"{name}: {meaning}" for role, name, meaning in ROLES}
        self.groups.choices = {str(group.id): group.name for group in groups}

    def show(self, user: User) -> None:
        self.name.data, self.role.data, self.is_limited.data = user.name, int(user.role), user.is_limited
        self.groups.data = [group.id for group in user.groups]

    @property
    def limit(self) -> list[int] | None:
        """The groups that the person is limited to; None for all. Only an organizer can be limited."""
        limited = self.is_limited.data and self.role.data == Role.ORGANIZER
        return list(self.groups.data or ()) if limited else None


class InvitationForm(PersonForm):
    address = address_field(_("Địa chỉ thư"))
    language = SelectField(_("Ngôn ngữ của thư"), choices=LANGUAGES)
