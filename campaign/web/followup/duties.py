"""Every clause of the plan with what fulfils it, its state, evidence and money."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from campaign.errors import InvalidInput, NotFound
from campaign.figures import duties as figures
from campaign.figures.period_report import plan_of
from campaign.followup import duties
from campaign.models import Duty, DutyNote
from campaign.web import policy
from campaign.web.followup.forms import DutyForm, NoteForm
from campaign.web.forms import blame
from campaign.web.language import gettext
from campaign.web.scope import done, only_for_all, work, year
from campaign.web.session import session, today

blueprint = Blueprint("duties", __name__, url_prefix="/desk/duties")


@blueprint.get("")
@policy.reader
def index() -> str:
    chosen = year()
    plan = plan_of(session(), chosen)
    found = figures.of_plan(session(), plan.id, today=today()) if plan else []
    counts = {state: sum(1 for one in found if one.state is state) for state in figures.State}
    return render_template("followup/duties.html", year=chosen, plan=plan, found=found, counts=counts)


@blueprint.get("/<int:number>")
@policy.reader
def show(number: int) -> str:
    duty = one(number)
    form, note = DutyForm(formdata=None), NoteForm(formdata=None)
    form.state.data = duties.said_of(duty)
    form.reason.data = duty.waived_reason
    form.cost_estimate.show(duty.cost_estimate)
    form.cost_actual.show(duty.cost_actual)
    note.day.show(today())
    return page(duty, form, note)


@blueprint.post("/<int:number>")
@policy.organizer
def change(number: int) -> Response | str:
    only_for_all()
    duty, form = one(number), DutyForm()
    if not form.validate():
        return page(duty, form, NoteForm(formdata=None))
    try:
        duties.set_state(work(), duty, figures.State(form.state.data), reason=form.reason.data or "")
    except InvalidInput as error:
        blame(form.reason, error)
        return page(duty, form, NoteForm(formdata=None))
    duties.set_costs(work(), duty, estimate=form.cost_estimate.data, actual=form.cost_actual.data)
    return done(url_for("duties.show", number=number), gettext("Đã lưu."))


@blueprint.post("/<int:number>/notes")
@policy.organizer
def add_note(number: int) -> Response | str:
    only_for_all()
    duty, form = one(number), NoteForm()
    if not form.validate():
        return page(duty, DutyForm(formdata=None), form)
    assert form.day.data
    duties.add_note(work(), duty, day=form.day.data, text=form.text.data or "", link=form.link.data or "")
    return done(url_for("duties.show", number=number), gettext("Đã ghi kết quả."))


@blueprint.post("/notes/<int:note_id>/deletion")
@policy.organizer
def remove_note(note_id: int) -> Response:
    only_for_all()
    note = session().get(DutyNote, note_id)
    if note is None:
        raise NotFound("Không tìm thấy mục này.")
    duty = one(note.duty_id)
    duties.remove_note(work(), duty, note)
    return done(url_for("duties.show", number=duty.id), gettext("Đã bỏ kết quả này."))


def one(number: int) -> Duty:
    duty = session().get(Duty, number)
    if duty is None:
        raise NotFound("Không tìm thấy nhiệm vụ này.")
    return duty


def page(duty: Duty, form: DutyForm, note: NoteForm) -> str:
    found = figures.of_plan(session(), duty.plan_id, today=today(), duty_id=duty.id)
    if not found:
        raise NotFound("Không tìm thấy nhiệm vụ này.")
    return render_template("followup/duty.html", found=found[0], form=form, note=note)
