"""An event's page at the desk, and the routes of its form."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from campaign.calendar.seats import tally_shown
from campaign.desk import undo, withdrawal
from campaign.desk.event_overview import event_overview
from campaign.errors import AlreadySent
from campaign.mailing.preview import waiting
from campaign.web import csrf, policy
from campaign.web.desk import acts, form_feedback
from campaign.web.desk.editing import answer, begun, day_asked_for, notice_of, opened, page
from campaign.web.desk.eventform import EventForm
from campaign.web.desk.loading import agency, letters, may_change, own_event, work
from campaign.web.desk.subject import Subject, subject_of
from campaign.web.forms import said
from campaign.web.language import gettext
from campaign.web.scope import done
from campaign.web.session import now, reads, session, today

blueprint = Blueprint("desk_events", __name__, url_prefix="/desk/events")


@blueprint.get("/new")
@policy.organizer
def new() -> str:
    draft = begun()
    return page(opened(draft, Subject()), draft, Subject(), looked=draft.first is not None)


@blueprint.post("")
@policy.organizer
@csrf.once
def create() -> Response:
    return answer(Subject())


@blueprint.post("/warnings")
@reads
@policy.organizer
def warnings() -> str:
    """What speaks against a form that is still being filled in: a part of its page."""
    form = EventForm()
    draft = form.draft(session())
    uid = request.args.get("uid", "")
    subject = subject_of(own_event(uid)) if uid else Subject()
    values = {
        "look": form_feedback.look(session(), draft, event_id=subject.event_id, agency=agency(), today=today()),
        "mail": notice_of(form, draft, subject),
        "slot_key": form_feedback.key,
    }
    return render_template("desk/events/look.html", subject=subject, fields=form_feedback.FIELDS, **values)


@blueprint.get("/<path:uid>")
@policy.reader
def show(uid: str) -> str:
    found = event_overview(session(), uid)
    hindrance, edition = undo.hindrance(work(), found.event), found.coming(now())
    return render_template(
        "desk/events/show.html",
        file=found,
        event=found.event,
        edition=edition,
        tally=tally_shown(session(), found.event, edition),
        may=may_change(found.event),
        undoable=undo.possible(work(), found.event),
        hindrance=said(hindrance) if hindrance else "",
        waiting=waiting(work(), found.event, letters()),
        acts=acts,
    )


@blueprint.get("/<path:uid>/edit")
@policy.organizer
def edit(uid: str) -> str:
    subject = subject_of(own_event(uid))
    draft, day = subject.draft(), day_asked_for()
    if day and draft.first is None:
        draft = replace(draft, first=day, last=None)
    return page(opened(draft, subject), draft, subject)


@blueprint.post("/<path:uid>")
@policy.organizer
def update(uid: str) -> Response:
    return answer(subject_of(own_event(uid)))


@blueprint.post("/<path:uid>/reversal")
@policy.organizer
def reverse(uid: str) -> Response:
    """Take the last decision back, while that is possible."""
    event = own_event(uid)
    act = request.form.get("act", 0, type=int)
    if undo.is_told(work(), event, act):
        return redirect(url_for("decisions.reopening", uid=uid), code=303)
    try:
        undo.undo(work(), event, act)
    except AlreadySent as error:
        sentence = said(error)
    else:
        sentence = gettext("Đã hoàn tác; đây lại là bản nháp.") if event.is_draft else gettext("Đã hoàn tác.")
    return done(url_for("desk_events.show", uid=uid), sentence)


@blueprint.post("/<path:uid>/notices/<int:number>/withdrawal")
@policy.organizer
def withhold(uid: str, number: int) -> Response:
    """Do not send a notice that still waits."""
    try:
        withdrawal.withhold(work(), own_event(uid), number)
    except AlreadySent as error:
        sentence = said(error)
    else:
        sentence = gettext("Thư báo đã rút lại; không ai nhận thư này.")
    return done(url_for("desk_events.show", uid=uid), sentence)
