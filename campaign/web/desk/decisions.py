"""The pages of decisions about an event or occurrence: GET asks and previews, POST decides."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from campaign.desk import maillog, undo
from campaign.errors import CampaignError, Conflict, InvalidInput
from campaign.mailing.matters import next_occurrence
from campaign.mailing.preview import notice_of
from campaign.web import policy
from campaign.web.desk.choices import CHOICES, OF_OCCURRENCE, Case, DecisionForm, preview_of
from campaign.web.desk.loading import occurrence_of, own_event, work
from campaign.web.forms import said
from campaign.web.language import inside
from campaign.web.scope import done
from campaign.web.session import now, session

blueprint = Blueprint("decisions", __name__, url_prefix="/desk")


def show(name: str, uid: str) -> Response:
    event = own_event(uid)
    if name == "confirmation" and event.per_year and (one := next_occurrence(session(), event, now=now())):
        return redirect(url_for("decisions.one_confirmation", number=one.id, back=request.args.get("back")))
    return page(name, Case(event), _asked(name, Case(event)))


def decide(name: str, uid: str) -> Response:
    return answer(name, Case(own_event(uid)))


def show_one(name: str, number: int) -> Response:
    case = Case(*occurrence_of(number))
    return page(name, case, _asked(name, case))


def decide_one(name: str, number: int) -> Response:
    return answer(name, Case(*occurrence_of(number)))


def add(place: str, name: str, endpoint: str, shown: Callable[..., Response], decided: Callable[..., Response]) -> None:
    """A decision is one address: GET asks and previews, POST does it."""
    address = f"{place}/{name}"
    blueprint.add_url_rule(address, endpoint, policy.organizer(partial(shown, name)))
    blueprint.add_url_rule(address, f"{endpoint}_taken", policy.organizer(partial(decided, name)), methods=["POST"])


for _name in CHOICES:
    add("/events/<path:uid>", _name, _name, show, decide)
for _name in OF_OCCURRENCE:
    add("/occurrences/<int:number>", _name, f"one_{_name}", show_one, decide_one)


def page(name: str, case: Case, form: DecisionForm, *, refused: CampaignError | None = None) -> Response:
    """The questions, and as soon as they are answered, what would follow. Writes nothing."""
    choice = CHOICES[name]
    shown, trouble = None, refused
    sound = form.validate()
    if sound and choice.is_ready(case, form):
        try:
            shown = preview_of(choice, case, form)
        except InvalidInput as error:
            trouble, sound = error, False
    status = 409 if isinstance(refused, Conflict) else 400 if refused else 200
    body = render_template(
        f"desk/decisions/{name}.html",
        name=name,
        case=case,
        form=form,
        preview=shown,
        held=maillog.way(session()).held_at if shown and shown.mails else None,
        is_ready=sound and choice.is_ready(case, form),
        notice=notice_of(shown.mails) if shown else None,
        refused=said(trouble) if trouble else "",
        action=address(name, case),
        back=_back(form, case),
    )
    return make_response(body, status)


def answer(name: str, case: Case) -> Response:
    """Do it, say so, and offer to take it back where that is possible."""
    form = CHOICES[name].form()
    if not form.validate() or not CHOICES[name].is_ready(case, form):
        return page(name, case, form, refused=InvalidInput("Hãy trả lời đủ các mục rồi thử lại."))
    try:
        taken = CHOICES[name].take(work(), case, form)
    except (Conflict, InvalidInput) as error:
        return page(name, case, form, refused=error)
    if taken.made is not None:
        return done(url_for("desk_events.show", uid=taken.made.uid), taken.sentence)
    act = undo.possible(work(), case.event)
    flash(taken.sentence, f"undo {act.id} {case.event.uid}" if act else "message")
    return redirect(_back(form, case), code=303)


def address(name: str, case: Case) -> str:
    if case.occurrence is not None:
        return url_for(f"decisions.one_{name}", number=case.occurrence.id)
    return url_for(f"decisions.{name}", uid=case.event.uid)


def _asked(name: str, case: Case) -> DecisionForm:
    """The form as the address fills it in; one that says nothing is opened with what is so now."""
    fields = set(CHOICES[name].form()._fields) - {"version", "back"}
    answered = bool(fields & set(request.args))
    if (name == "move" and not answered) or not request.args:
        form = CHOICES[name].form(formdata=None)
        form.begin(case)
    else:
        form = CHOICES[name].form(formdata=MultiDict(request.args))
    form.back.data = request.args.get("back", "")
    return form


def _back(form: DecisionForm, case: Case) -> str:
    back = str(form.back.data or "")
    if back and inside(back) == back:
        return back
    return url_for("desk_events.show", uid=case.event.uid)
