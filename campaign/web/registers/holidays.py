"""Days off and swapped days, a year at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.validators import ValidationError

from campaign.calendar import daysoff, holidays, replanning
from campaign.dates import wording
from campaign.dates.written import parse_date
from campaign.models import Holiday
from campaign.web import policy
from campaign.web.forms import Form, name_field
from campaign.web.language import gettext, ngettext
from campaign.web.registers.forms import Choice, readable, tried
from campaign.web.scope import done, with_waiting, work
from campaign.web.session import campaign, session, today

blueprint = Blueprint("holidays", __name__, url_prefix="/desk/holidays")
EARLIEST, LATEST = 2000, 2100

DAYS = {"": _("ngày nghỉ"), "1": _("ngày làm việc bù (hoán đổi)")}


class DayField(StringField):
    """A day as people write it: 8/3/2027, 08.03.2027, mai. What was typed stays in the box."""

    day: date | None = None

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401, ARG002 - WTForms calls it
        if not (self.data or "").strip():
            raise ValidationError(str(_("Cần ghi ngày, như 8/3/2027.")))
        self.day = readable(lambda: parse_date(self.data or "", today=today()))


class HolidayForm(Form):
    day = DayField(_("Ngày"), render_kw={"inputmode": "text", "autocomplete": "off", "placeholder": "30/4/2027"})
    name = name_field(_("Tên"), autocomplete="off")
    working = Choice(_("Là"), DAYS, default="")

    def show(self, row: Holiday) -> None:
        self.day.data, self.name.data = wording.short_date(row.day), row.name
        self.working.data = "1" if row.working else ""


@blueprint.get("")
@policy.reader
def current() -> Response:
    return redirect(url_for("holidays.index", year=today().year))


@blueprint.get("/<int:year>")
@policy.reader
def index(year: int) -> str:
    return page(year, HolidayForm(formdata=None))


@blueprint.post("/<int:year>")
@policy.administrator
def create(year: int) -> Response | str:
    form = HolidayForm()
    if not form.validate() or not added(form):
        return page(year, form)
    assert form.day.day
    return done(
        url_for("holidays.index", year=form.day.day.year),
        with_waiting(gettext("Đã thêm; thư nhắc sắp tới đã tính lại.")),
    )


@blueprint.post("/<int:year>/seed")
@policy.administrator
def seed(year: int) -> Response:
    config = campaign().config
    count = daysoff.seed(work(), year, config=config, today=today())
    sentence = ngettext("Đã đề xuất thêm %(num)s ngày.", "Đã đề xuất thêm %(num)s ngày.", count)
    return done(url_for("holidays.index", year=year), with_waiting(sentence))


@blueprint.get("/days/<int:day_id>")
@policy.administrator
def edit(day_id: int) -> str:
    row, form = daysoff.one(session(), day_id), HolidayForm(formdata=None)
    form.show(row)
    return render_template("holidays/edit.html", row=row, form=form)


@blueprint.post("/days/<int:day_id>")
@policy.administrator
def change(day_id: int) -> Response | str:
    row, form = daysoff.one(session(), day_id), HolidayForm()
    if not form.validate() or not changed(row, form):
        return render_template("holidays/edit.html", row=row, form=form)
    return done(
        url_for("holidays.index", year=row.day.year), with_waiting(gettext("Đã lưu; thư nhắc sắp tới đã tính lại."))
    )


@blueprint.post("/days/<int:day_id>/deletion")
@policy.administrator
def delete(day_id: int) -> Response:
    row = daysoff.one(session(), day_id)
    year = row.day.year
    daysoff.remove(work(), row, config=campaign().config)
    return done(url_for("holidays.index", year=year), with_waiting(gettext("Đã bỏ; thư nhắc sắp tới đã tính lại.")))


def page(year: int, form: HolidayForm) -> str:
    if not EARLIEST <= year <= LATEST:
        abort(404)
    found = holidays.of_year(session(), year)
    return render_template("holidays/index.html", year=year, found=found, form=form, left=replanning.waiting(session()))


def added(form: HolidayForm) -> bool:
    day, name, working = form.day.day, form.name.data or "", form.working.data == "1"
    assert day
    values = {"working": working, "config": campaign().config}
    return tried(form.day, lambda: daysoff.add(work(), day, name, **values))


def changed(row: Holiday, form: HolidayForm) -> bool:
    day, name, working = form.day.day, form.name.data or "", form.working.data == "1"
    assert day
    values = {"working": working, "config": campaign().config}
    return tried(form.day, lambda: daysoff.change(work(), row, day, name, **values))
