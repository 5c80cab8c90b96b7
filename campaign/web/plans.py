"""Plans: their files are read, what they ask for is gone through, versions are compared."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.exceptions import Forbidden

from campaign.audit import By
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.errors import InvalidInput, NotFound
from campaign.models import PlanReading
from campaign.plans import removal, reviewing, reviewpage, versions
from campaign.plans.adoption import adopt
from campaign.plans.drafting import Correction
from campaign.plans.taking import take
from campaign.reading.formats.limits import MAX_FILE
from campaign.reading.sandbox import read_safely
from campaign.web import planwords, policy
from campaign.web.files import file_of, takes_file
from campaign.web.forms import said
from campaign.web.language import gettext, ngettext
from campaign.web.scope import done
from campaign.web.session import campaign, now, session, today

blueprint = Blueprint("plans", __name__, url_prefix="/desk/plans")
for _name, _filter in planwords.FILTERS.items():
    blueprint.add_app_template_filter(_filter, _name)
blueprint.add_app_template_global(planwords.progress_words, "progress_words")
blueprint.add_app_template_global(planwords.may_decide, "may_decide")

PROPOSAL = "/readings/<int:reading_id>/proposals/<int:proposal_id>"


@blueprint.get("")
@policy.reader
def index() -> str:
    return shelf()


@blueprint.post("")
@policy.organizer
@takes_file(MAX_FILE)
def read() -> Response | tuple[str, int]:
    """Read the file before the database is asked for anything: nobody waits for a slow document."""
    by()  # whoever may not decide costs no reading
    try:
        data, name = file_of("file")
        year = year_asked_for()
        answer = read_safely(data, name, year=year)
        reading = take(work(), answer, year=year, supersedes=wished_older())
    except InvalidInput as error:
        return shelf(error=said(error)), 400
    return to_reading(reading.id)


@blueprint.get("/readings/<int:reading_id>")
@policy.reader
def show(reading_id: int) -> str:
    return page(reading_id)


@blueprint.post("/readings/<int:reading_id>/acceptances")
@policy.organizer
def accept_all(reading_id: int) -> Response:
    reading = reviewing.reading_of_id(session(), reading_id)
    reviewing.accept_all(work(), reading)
    return to_reading(reading_id)


@blueprint.post(f"{PROPOSAL}/acceptance")
@policy.organizer
def accept(reading_id: int, proposal_id: int) -> Response | tuple[str, int]:
    proposal, act = reviewing.lock(session(), reading_id, proposal_id), work()
    try:
        corrected, apart = correction(reading_id), "apart" in request.form
        with session().begin_nested():
            reviewing.accept(act, proposal, corrected, apart=apart)
    except InvalidInput as error:
        return page(reading_id, wrong=proposal_id, error=said(error)), 400
    return onward(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/correction")
@policy.organizer
def correct(reading_id: int, proposal_id: int) -> Response | tuple[str, int]:
    proposal, act = reviewing.lock(session(), reading_id, proposal_id), work()
    try:
        reviewing.correct(act, proposal, correction(reading_id))
    except InvalidInput as error:
        return page(reading_id, wrong=proposal_id, error=said(error)), 400
    return to_proposal(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/merger")
@policy.organizer
def merge(reading_id: int, proposal_id: int) -> Response | tuple[str, int]:
    proposal, act = reviewing.lock(session(), reading_id, proposal_id), work()
    try:
        into = reviewing.numbered(session(), reading_id, request.form.get("into", type=int))
        reviewing.merge(act, proposal, into)
    except InvalidInput as error:
        return page(reading_id, wrong=proposal_id, error=said(error)), 400
    return onward(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/omission")
@policy.organizer
def skip(reading_id: int, proposal_id: int) -> Response:
    proposal = reviewing.lock(session(), reading_id, proposal_id)
    reviewing.skip(work(), proposal)
    return onward(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/dismissal")
@policy.organizer
def dismiss(reading_id: int, proposal_id: int) -> Response:
    proposal = reviewing.lock(session(), reading_id, proposal_id)
    reviewing.not_duty(work(), proposal)
    return onward(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/reconsideration")
@policy.organizer
def reconsider(reading_id: int, proposal_id: int) -> Response:
    proposal = reviewing.lock(session(), reading_id, proposal_id)
    reviewing.reconsider(work(), proposal)
    return to_proposal(reading_id, proposal_id)


@blueprint.post(f"{PROPOSAL}/relocation")
@policy.organizer
def relocate(reading_id: int, proposal_id: int) -> Response:
    """Lay the event of the older version on the days of this one."""
    proposal = reviewing.lock(session(), reading_id, proposal_id)
    notify = "tell" in request.form
    versions.relocate(work(), proposal, notify=notify)
    return onward(reading_id, proposal_id)


@blueprint.get("/readings/<int:reading_id>/comparison")
@policy.reader
def compare(reading_id: int) -> str:
    """What this version has that the one before had not."""
    reading = reviewing.reading_of_id(session(), reading_id)
    older = session().get(PlanReading, reading.supersedes_id or 0)
    if older is None:
        raise NotFound("Bản kế hoạch này không có bản trước để so sánh.")
    changes = versions.compare(session(), older, reading)
    whole = reviewpage.review(session(), reading)
    return render_template("plans/comparison.html", reading=reading, older=older, changes=changes, review=whole)


@blueprint.post("/readings/<int:reading_id>/adoption")
@policy.organizer
def make_current(reading_id: int) -> Response:
    """Let this version be the agency's plan, whatever is decided of its proposals."""
    by()
    adopt(work(), reviewing.reading_of_id(session(), reading_id))
    return to_reading(reading_id)


@blueprint.post("/readings/<int:reading_id>/deletion")
@policy.organizer
def remove(reading_id: int) -> Response:
    """Out of use, with the drafts that nobody has worked on."""
    reading = reviewing.reading_of_id(session(), reading_id)
    gone = removal.remove(work(), reading)
    sentence = ngettext("Đã xóa văn bản và %(num)s bản nháp.", "Đã xóa văn bản và %(num)s bản nháp.", gone)
    return done(url_for("plans.show", reading_id=reading_id), sentence)


@blueprint.post("/readings/<int:reading_id>/restoration")
@policy.organizer
def restore(reading_id: int) -> Response:
    removal.restore(work(), reviewing.reading_of_id(session(), reading_id))
    return done(url_for("plans.show", reading_id=reading_id), gettext("Đã khôi phục văn bản và các bản nháp."))


def page(reading_id: int, *, wrong: int = 0, error: str = "") -> str:
    """The review; an error stands beside the proposal it is about, with what was typed."""
    reading = reviewing.reading_of_id(session(), reading_id)
    if reading.deleted_at:
        return render_template("plans/deleted.html", reading=reading)
    whole, drafts = reviewpage.review(session(), reading), removal.drafts(session(), reading)
    shown = {"drafts": [each for each in drafts if not each.is_linked], "typed": request.form if wrong else {}}
    return render_template("plans/show.html", review=whole, wrong=wrong, error=error, **shown)


def shelf(error: str = "") -> str:
    found = reviewpage.shelves(session())
    return render_template("plans/index.html", shelves=found, error=error, typed=request.form, limit=MAX_FILE)


def onward(reading_id: int, proposal_id: int) -> Response:
    """To the next proposal that waits."""
    whole = reviewpage.review(session(), reviewing.reading_of_id(session(), reading_id))
    after = whole.after(proposal_id)
    return to_proposal(reading_id, after.proposal.id if after else proposal_id)


def to_proposal(reading_id: int, proposal_id: int) -> Response:
    address = url_for("plans.show", reading_id=reading_id, _anchor=f"p-{proposal_id}")
    return redirect(address, code=303)  # type: ignore[return-value]


def to_reading(reading_id: int) -> Response:
    return redirect(url_for("plans.show", reading_id=reading_id), code=303)  # type: ignore[return-value]


def year_asked_for() -> int | None:
    text = request.form.get("year", "").strip()
    if text and not (text.isdecimal() and 1900 <= int(text) < 2200):  # noqa: PLR2004 - what dates are read as
        raise InvalidInput("Năm phải là một số như {year}.", year=today().year)
    return int(text) if text else None


def wished_older() -> PlanReading | None:
    """The reading that the file is a newer version of, if the person chose one."""
    older = request.form.get("supersedes", type=int)
    return reviewing.reading_of_id(session(), older) if older else None


def correction(reading_id: int) -> Correction:
    return Correction.of(request.form, year=reviewing.reading_of_id(session(), reading_id).year)


def work() -> UnitOfWork:
    return UnitOfWork(session(), now(), by(), agency_of(session(), campaign().config))


def by() -> By:
    """Who decides. A plan is for the whole agency: an organizer who is limited to groups reads it only."""
    person = policy.actor()
    if person is None or not planwords.may_decide():
        raise Forbidden
    return person
