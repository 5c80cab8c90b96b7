"""One's own account: name, password, second factor, and the browsers that are signed in."""

from __future__ import annotations

import segno
from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response
from wtforms import BooleanField, PasswordField, SelectField
from wtforms.validators import Length

from campaign.access import accounts, authenticator, passwords, sessions, signin
from campaign.errors import InvalidInput
from campaign.models import User
from campaign.web import identity, policy
from campaign.web.forms import Form, blame, name_field
from campaign.web.registers.forms import LANGUAGES
from campaign.web.scope import work
from campaign.web.session import campaign, now, session
from campaign.web.signinforms import LONGEST_PASSWORD, CodeForm

blueprint = Blueprint("account", __name__, url_prefix="/account")


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


@blueprint.get("")
@policy.reader
def show() -> str:
    return page()


@blueprint.post("/name")
@policy.reader
def rename() -> Response | str:
    form = OwnForm()
    if not form.validate():
        return page(own=form)
    user = me()
    user.name, user.language = str(form.name.data), str(form.language.data)
    return redirect(url_for("account.show"), code=303)


@blueprint.post("/password")
@policy.reader
def change_password() -> Response | str:
    """All sessions end, and this browser gets a new one; who has a password must know it."""
    user, form = me(), NewPasswordForm()
    if not form.validate() or not changed(user, form):
        return page(password=form)
    key = sessions.begin(work(), user, way="password", browser=identity.browser())
    answer = redirect(url_for("account.show"), code=303)
    identity.keep(answer, identity.SIGN_IN, key)
    return answer


@blueprint.post("/authenticator")
@policy.reader
def start() -> Response:
    accounts.start_authenticator(me())
    return redirect(url_for("account.connect"), code=303)


@blueprint.get("/authenticator")
@policy.reader
def connect() -> str | Response:
    user = me()
    if user.totp_salt is None or user.has_second_factor:
        return redirect(url_for("account.show"), code=303)
    return connecting(user, CodeForm(formdata=None))


@blueprint.post("/authenticator/confirmation")
@policy.reader
def confirm() -> str:
    user, form = me(), CodeForm()
    if not form.validate():
        return connecting(user, form)
    try:
        codes = accounts.confirm_authenticator(work(), user, str(form.code.data), post=identity.post())
    except InvalidInput as error:
        blame(form.code, error)
        return connecting(user, form)
    return render_template("account/codes.html", codes=codes)


@blueprint.post("/authenticator/removal")
@policy.reader
def remove() -> Response | str:
    """Only with a code: who finds an open screen cannot take the second factor away."""
    user, form, post = me(), CodeForm(), identity.post()
    code = str(form.code.data or "")
    if not form.validate() or not signin.proves_again(work(), user, code, secret=post.secret):
        blame(form.code, InvalidInput("Mã này chưa đúng; hãy nhập mã đang hiện trong ứng dụng."))
        return page(removal=form)
    accounts.drop_authenticator(work(), user, post=post)
    return redirect(url_for("account.show"), code=303)


@blueprint.post("/sign-outs")
@policy.reader
def end() -> Response:
    """One of my sessions, or all but this one."""
    here = identity.here()
    only = request.form.get("session", type=int)
    sessions.end(work(), here.user_id, only=only, but=0 if only else here.id)
    return redirect(url_for("account.show"), code=303)


def me() -> User:
    return accounts.one(session(), identity.here().user_id)


def changed(user: User, form: NewPasswordForm) -> bool:
    """Whether the person has the new password now; else the form says why not."""
    if not signin.knows(work(), user, form.old.data or ""):
        blame(form.old, InvalidInput("Mật khẩu hiện nay chưa đúng."))
        return False
    words = (campaign().config.organisation.name, campaign().config.organisation.body)
    try:
        accounts.set_password(work(), user, form.wanted, post=identity.post(), words=words)
    except InvalidInput as error:
        blame(form.new, error)
        return False
    return True


def page(
    *, own: OwnForm | None = None, password: NewPasswordForm | None = None, removal: CodeForm | None = None
) -> str:
    user = me()
    return render_template(
        "account/show.html",
        user=user,
        own=own or OwnForm(formdata=None, obj=user),
        password=password or NewPasswordForm(formdata=None),
        removal=removal or CodeForm(formdata=None),
        sessions=accounts.open_sessions(session(), user.id, settings=campaign().config.signin, now=now()),
        this=identity.here().id,
        methods=campaign().config.signin.methods,
        shortest=passwords.SHORTEST,
    )


def connecting(user: User, form: CodeForm) -> str:
    config = campaign().config
    address = authenticator.address(config.server.secret_key, user, config.organisation.name)
    drawn = segno.make(address, error="m", micro=False)
    return render_template(
        "account/connect.html",
        form=form,
        code=Markup(drawn.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)),  # noqa: S704
        secret=authenticator.shared_secret(config.server.secret_key, user),
    )
