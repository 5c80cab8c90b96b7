"""Awards, difficulties and findings: three lists with one look and one code."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from campaign.errors import InvalidInput
from campaign.figures.period_report import plan_of
from campaign.followup import records
from campaign.models import Plan
from campaign.web import policy
from campaign.web.followup.forms import RECORD_FORMS, RecordForm
from campaign.web.forms import blame
from campaign.web.language import gettext
from campaign.web.scope import done, only_for_all, work, year
from campaign.web.session import session, today

blueprint = Blueprint("records", __name__, url_prefix="/desk/<any(awards, difficulties, findings, courses):name>")


@blueprint.get("")
@policy.reader
def index(name: str) -> str:
    form = RECORD_FORMS[name](formdata=None)
    form[records.REGISTERS[name].day].show(today())
    return page(name, form)


@blueprint.post("")
@policy.organizer
def create(name: str) -> Response | str:
    only_for_all()
    form, plan, register = _form(name), _plan(), records.REGISTERS[name]
    if plan is None:
        raise InvalidInput("Chưa có kế hoạch của năm này; hãy nhập kế hoạch trước.")
    if not form.validate():
        return page(name, form)
    try:
        for values in form.rows():
            records.add(work(), register, plan.id, values)
    except InvalidInput as error:
        blame(form[register.fields[0]], error)
        return page(name, form)
    return done(url_for("records.index", name=name, year=plan.year), gettext("Đã lưu."))


@blueprint.get("/<int:number>")
@policy.reader
def show(name: str, number: int) -> str:
    row = records.one(session(), records.REGISTERS[name], number)
    form = RECORD_FORMS[name](formdata=None)
    form.offer()
    form.show(row)
    return one_page(name, number, form)


@blueprint.post("/<int:number>")
@policy.organizer
def change(name: str, number: int) -> Response | str:
    only_for_all()
    row, form = records.one(session(), records.REGISTERS[name], number), _form(name)
    if not form.validate():
        return one_page(name, number, form)
    records.change(work(), records.REGISTERS[name], row, form.values())
    return done(url_for("records.index", name=name), gettext("Đã lưu."))


@blueprint.post("/<int:number>/deletion")
@policy.organizer
def delete(name: str, number: int) -> Response:
    only_for_all()
    register = records.REGISTERS[name]
    records.remove(work(), register, records.one(session(), register, number))
    return done(url_for("records.index", name=name), gettext("Đã xóa."))


def page(name: str, form: RecordForm) -> str:
    form.offer()
    plan = _plan()
    rows = records.listed(session(), records.REGISTERS[name], plan.id) if plan else ()
    return render_template(
        "followup/records.html", name=name, register=records.REGISTERS[name], rows=rows, form=form, plan=plan
    )


def one_page(name: str, number: int, form: RecordForm) -> str:
    form.offer()
    return render_template("followup/record.html", name=name, number=number, form=form)


def _form(name: str) -> RecordForm:
    form = RECORD_FORMS[name]()
    form.offer()
    return form


def _plan() -> Plan | None:
    return plan_of(session(), year())
