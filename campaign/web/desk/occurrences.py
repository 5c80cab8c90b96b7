"""One occurrence at the desk: its theme, slogans and place."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField

from campaign.desk import decisions
from campaign.desk.decisions import Theme
from campaign.web import policy
from campaign.web.desk.eventform import TELL
from campaign.web.desk.fields import LinesField, choices
from campaign.web.desk.loading import occurrence_of, work
from campaign.web.forms import Form
from campaign.web.language import gettext
from campaign.web.scope import done

blueprint = Blueprint("occurrences", __name__, url_prefix="/desk/occurrences")


class ThemeForm(Form):
    theme = StringField(_("Chủ đề"), render_kw={"maxlength": "500"})
    slogans = LinesField(_("Khẩu hiệu, thông điệp"), render_kw={"rows": "5"})
    place = StringField(_("Địa điểm"), render_kw={"maxlength": "300"})
    tell = RadioField(_("Khi lưu"), validate_choice=False, default="")


@blueprint.get("/<int:number>")
@policy.organizer
def show(number: int) -> str:
    event, occurrence = occurrence_of(number)
    form = ThemeForm(formdata=None, obj=occurrence)
    form.tell.choices = choices(TELL)
    return render_template("desk/occurrences/show.html", event=event, occurrence=occurrence, form=form)


@blueprint.post("/<int:number>")
@policy.organizer
def change(number: int) -> Response:
    (event, occurrence), form = occurrence_of(number), ThemeForm()
    theme, place, notify = form.theme.data or "", form.place.data or "", bool(form.tell.data)
    lines = form.slogans.data
    decisions.give_theme(work(), event, occurrence, Theme(theme, slogans=lines, place=place), notify=notify)
    said = gettext("Đã lưu chủ đề của năm %(year)s.", year=occurrence.first_day.year)
    return done(url_for("occurrences.show", number=number), said)
