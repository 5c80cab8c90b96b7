"""The agency's own sentences in its mails: edited, looked at, sent to oneself."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response
from wtforms import Field, TextAreaField
from wtforms.validators import Length

from campaign.access import accounts, signin, throttle
from campaign.access.throttle import Limit
from campaign.mailing import texts
from campaign.mailing.accountmail import SAMPLE
from campaign.mailing.composer import Composer
from campaign.mailing.texts import Text
from campaign.translations import languages
from campaign.web import csrf, identity, policy
from campaign.web.forms import Form
from campaign.web.language import gettext, rendering
from campaign.web.registers.forms import readable, tried
from campaign.web.scope import by, done, work
from campaign.web.session import campaign, now, session, today

SAMPLES = Limit("sample", most=10)
"""Mails that a person sends to himself in an hour."""

blueprint = Blueprint("texts", __name__, url_prefix="/desk/texts")


class TextForm(Form):
    opening = TextAreaField(_("Câu mở đầu"), [Length(max=texts.LONGEST)], render_kw={"rows": 3})
    closing = TextAreaField(_("Câu kết"), [Length(max=texts.LONGEST)], render_kw={"rows": 3})

    def show(self, text: Text) -> None:
        self.opening.data, self.closing.data = text.opening, text.closing

    def text(self) -> Text:
        return Text(self.opening.data or "", self.closing.data or "")

    def validate_opening(self, field: Field) -> None:
        readable(lambda: texts.checked(field.data or ""))

    def validate_closing(self, field: Field) -> None:
        readable(lambda: texts.checked(field.data or ""))


@blueprint.get("")
@policy.reader
def index() -> str:
    found = texts.all_of(session())
    return render_template("texts/index.html", found=found, kinds=texts.KINDS, languages=languages(), nothing=Text())


@blueprint.get("/<kind>/<code>")
@policy.administrator
def edit(kind: str, code: str) -> str:
    known(kind, code)
    form = TextForm(formdata=None)
    form.show(texts.of(session(), kind, code))
    return page(kind, code, form)


@blueprint.post("/<kind>/<code>")
@policy.administrator
def change(kind: str, code: str) -> Response | str:
    known(kind, code)
    form = TextForm()
    if not form.validate() or not tried(form.opening, lambda: texts.keep(work(), kind, code, form.text())):
        return page(kind, code, form)
    return done(url_for("texts.edit", kind=kind, code=code), gettext("Đã lưu; thư chưa gửi sẽ dùng câu mới."))


@blueprint.post("/<kind>/<code>/sample")
@policy.administrator
@csrf.once
def send(kind: str, code: str) -> Response:
    """A sample to whoever asks for it: on the way of account mail, so a hold of all mail does not stop it."""
    known(kind, code)
    user = accounts.one(session(), by().user_id)
    if not throttle.take(work(), SAMPLES, str(user.id)):
        raise TooManyRequests
    signin.send(work(), SAMPLE, user, post=identity.post(), about=f"{kind} {code}")
    address = url_for("texts.edit", kind=kind, code=code)
    return done(address, gettext("Thư thử đang đến %(address)s.", address=user.address))


def known(kind: str, code: str) -> None:
    if kind not in texts.KINDS or code not in languages():
        abort(404)


def page(kind: str, code: str, form: TextForm) -> str:
    """With a preview of what is in the form, as far as it can be read."""
    config = campaign().config
    shown = form.text() if not form.errors else texts.of(session(), kind, code)
    matter = texts.sample(kind, code, config=config, today=today())
    letters = Composer(config, rendering(current_app))
    sample = letters.sample(matter, code, shown, now=now(), reader=by().name)
    return render_template("texts/edit.html", kind=kind, code=code, form=form, sample=sample, names=texts.names(code))
