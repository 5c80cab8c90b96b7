"""The plan's indicators: values over time with their source, and a small plot against the target."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from campaign.dates.reporting import Period
from campaign.errors import InvalidInput, NotFound
from campaign.figures import targets as figures
from campaign.figures.period_report import plan_of
from campaign.followup import targets
from campaign.models import Group, Plan, Target, TargetValue
from campaign.web import policy
from campaign.web.followup.forms import TargetForm, ValueForm
from campaign.web.forms import blame
from campaign.web.language import gettext
from campaign.web.scope import done, only_for_all, work, year
from campaign.web.session import session, today

blueprint = Blueprint("targets", __name__, url_prefix="/desk/targets")


@blueprint.get("")
@policy.reader
def index() -> str:
    chosen = year()
    plan = plan_of(session(), chosen)
    found = figures.of_plan(session(), plan.id, Period.parse(str(chosen)), today=today()) if plan else []
    return render_template("followup/targets.html", year=chosen, plan=plan, found=found)


@blueprint.get("/<int:number>")
@policy.reader
def show(number: int) -> str:
    target, form, value = one(number), TargetForm(formdata=None), ValueForm(formdata=None)
    form.computed.data, form.group.data = target.computed, target.group_id or 0
    value.day.show(today())
    return page(target, form, value)


@blueprint.post("/<int:number>")
@policy.organizer
def change(number: int) -> Response | str:
    only_for_all()
    target, form = one(number), TargetForm()
    form.offer(_groups())
    try:
        group = session().get(Group, form.group.data or 0)
        targets.compute(work(), target, form.computed.data or "", group)
    except InvalidInput as error:
        blame(form.computed, error)
        return page(target, form, ValueForm(formdata=None))
    return done(url_for("targets.show", number=number), gettext("Đã lưu."))


@blueprint.post("/<int:number>/values")
@policy.organizer
def add_value(number: int) -> Response | str:
    only_for_all()
    target, form = one(number), ValueForm()
    if not form.validate():
        return page(target, TargetForm(formdata=None), form)
    assert form.day.data
    assert form.value.data is not None
    about = {"source": form.source.data or "", "note": form.note.data or ""}
    targets.add_value(work(), target, day=form.day.data, value=form.value.data, **about)
    return done(url_for("targets.show", number=number), gettext("Đã ghi giá trị."))


@blueprint.post("/values/<int:value_id>/deletion")
@policy.organizer
def remove_value(value_id: int) -> Response:
    only_for_all()
    row = session().get(TargetValue, value_id)
    if row is None:
        raise NotFound("Không tìm thấy mục này.")
    target = one(row.target_id)
    targets.remove_value(work(), target, row)
    return done(url_for("targets.show", number=target.id), gettext("Đã bỏ giá trị này."))


def one(number: int) -> Target:
    target = session().scalar(select(Target).where(Target.id == number).options(selectinload(Target.values)))
    if target is None:
        raise NotFound("Không tìm thấy chỉ tiêu này.")
    return target


def page(target: Target, form: TargetForm, value: ValueForm) -> str:
    form.offer(_groups())
    period = Period.parse(f"{session().get_one(Plan, target.plan_id).year:04}")
    found = figures.measured(session(), target, period, today=today())
    return render_template("followup/target.html", target=target, form=form, value=value, found=found)


def _groups() -> dict[int, str]:
    return dict(session().execute(select(Group.id, Group.name).order_by(Group.name)).all())
