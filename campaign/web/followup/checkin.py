"""Checking in by oneself: the address behind the QR code on the wall, bound to one occurrence and its hours."""

from __future__ import annotations

import segno
from flask import Blueprint, render_template, url_for
from markupsafe import Markup

from campaign.audit import Act, Author
from campaign.directory.member_file import key_of
from campaign.errors import NotFound
from campaign.followup import attendance
from campaign.models import Event, Occurrence
from campaign.tokens import Tokens
from campaign.web import policy
from campaign.web.forms import Form, address_field
from campaign.web.session import campaign, now, session
from campaign.web.templates import absolute

blueprint = Blueprint("checkin", __name__, url_prefix="/c/<token>")
PURPOSE = "check-in"
BY = Author("tự điểm danh")


class CheckInForm(Form):
    """Who is here."""

    address = address_field("Địa chỉ thư", autocomplete="email")


@blueprint.get("")
@policy.public
def show(token: str) -> str:
    return page(token, CheckInForm(formdata=None))


@blueprint.post("")
@policy.public
def check_in(token: str) -> str:
    """Says the same whether the address is known or not: nobody learns here who is a member."""
    event, occurrence = of(token)
    form = CheckInForm()
    if not form.validate():
        return page(token, form)
    attendance.check_in(Act(session(), now(), BY), event, occurrence, key_of(form.address.data or ""))
    return page(token, form, done=True)


def of(token: str) -> tuple[Event, Occurrence]:
    """The occurrence of an address on the wall. Raises ``NotFound``."""
    key = Tokens([campaign().config.server.secret_key]).read(PURPOSE, token)
    occurrence = session().get(Occurrence, key)
    if occurrence is None:
        raise NotFound("Liên kết này không còn dùng được.")
    return session().get_one(Event, occurrence.event_id), occurrence


def page(token: str, form: CheckInForm, *, done: bool = False) -> str:
    event, occurrence = of(token)
    is_open = attendance.is_open(occurrence, now=now())
    return render_template(
        "followup/checkin.html", event=event, occurrence=occurrence, form=form, done=done, is_open=is_open
    )


def address_of(occurrence_id: int) -> str:
    """The address that the QR code of an occurrence holds."""
    token = Tokens([campaign().config.server.secret_key]).sign(PURPOSE, occurrence_id)
    return absolute(url_for("checkin.show", token=token))


def qr_code(address: str) -> Markup:
    """The address as a drawing."""
    return Markup(segno.make(address, error="m", micro=False).svg_inline(border=2, scale=8))  # noqa: S704 - drawn by us
