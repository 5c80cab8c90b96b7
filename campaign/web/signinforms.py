"""The forms of signing in."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import Length

from campaign.access import accounts, signin
from campaign.access.sessions import Browser
from campaign.audit import Act
from campaign.db import Database
from campaign.models import OneTimeLink, User
from campaign.web.forms import Form, address_field, name_field, required

LONGEST_PASSWORD = 1000


class AddressForm(Form):
    address = address_field(_("Địa chỉ thư"), autocomplete="username")
    to = HiddenField()


class PasswordForm(Form):
    address = address_field(_("Địa chỉ thư"), autocomplete="username")
    password = PasswordField(
        _("Mật khẩu"), [required(), Length(max=LONGEST_PASSWORD)], render_kw={"autocomplete": "current-password"}
    )
    to = HiddenField()

    def check(self, database: Database, *, browser: Browser, now: datetime) -> int | None:
        address, password = self.address.data or "", self.password.data or ""
        return signin.with_password(database, address, password, browser=browser, now=now)


class CodeForm(Form):
    code = StringField(
        _("Mã xác thực"),
        [required(), Length(max=60)],
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric", "autocapitalize": "off"},
    )


class AdministratorForm(Form):
    """Who becomes an administrator by a link from the console. The console has named the address, or leaves it open."""

    name = name_field(_("Họ và tên"), autocomplete="name")
    address = address_field(_("Địa chỉ thư"), autocomplete="email")

    @classmethod
    def empty(cls, link: OneTimeLink) -> Self:
        form = cls(formdata=None)
        form.address.data = link.address
        return form

    def become(self, work: Act, link: OneTimeLink) -> User:
        address = link.address or self.address.data or ""
        return accounts.become_administrator(work, name=self.name.data or "", address=address)
