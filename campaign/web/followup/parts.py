"""The page on which a unit files its part of a report, behind the reader's own address in the mails about it."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from campaign.audit import Author
from campaign.calendar.agency import UnitOfWork
from campaign.errors import NotFound
from campaign.figures import deadlines
from campaign.figures.deadlines import Deadline
from campaign.followup import filing
from campaign.models import Event, Member, Occurrence
from campaign.tokens import PERSONAL
from campaign.web import policy
from campaign.web.desk.loading import agency
from campaign.web.files import takes_file
from campaign.web.followup.forms import LARGEST_FILE, FilingForm, evidence_of, fresh_filing
from campaign.web.language import gettext
from campaign.web.links import owner
from campaign.web.scope import done
from campaign.web.session import now, session, today

blueprint = Blueprint("parts", __name__, url_prefix="/my/<token>/reports/<int:number>")


@blueprint.get("")
@policy.public
def show(token: str, number: int) -> str:
    return page(token, number, fresh_filing())


@blueprint.post("")
@policy.public
@takes_file(LARGEST_FILE)
def file(token: str, number: int) -> Response | str:
    """File the part of the reader's unit; sent again, it corrects what was filed."""
    member, found = of(token, number)
    form = FilingForm()
    if not form.validate():
        return page(token, number, form)
    work = UnitOfWork(session(), now(), Author(member.name), agency())
    filing.file_report(work, found.event, found.occurrence, evidence_of(form), unit_id=member.unit_id)
    return done(url_for("parts.show", token=token, number=number), gettext("Đã ghi nhận báo cáo của đơn vị."))


def of(token: str, number: int) -> tuple[Member, Deadline]:
    """Whose address it is, and the report. Raises ``NotFound`` for a report that the member's unit has no part in."""
    member, occurrence = owner(PERSONAL, token), session().get(Occurrence, number)
    if occurrence is None or not occurrence.is_live:
        raise NotFound("Không tìm thấy báo cáo này.")
    event = session().get_one(Event, occurrence.event_id)
    found = deadlines.of_occurrence(session(), event, occurrence, today=today())
    if not found.part_of(member.unit_id):
        raise NotFound("Báo cáo này không có phần của đơn vị đó.")
    return member, found


def page(token: str, number: int, form: FilingForm) -> str:
    member, found = of(token, number)
    return render_template("followup/part.html", found=found, part=found.part_of(member.unit_id), form=form)
