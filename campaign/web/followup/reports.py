"""Report deadlines: who has filed and who has not, noting a filing, and asking those who are late."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

from campaign import audit
from campaign.desk.decisions import which
from campaign.desk.scheduling import SUBJECT
from campaign.errors import NotFound
from campaign.figures import deadlines
from campaign.followup import filing
from campaign.models import Event, Filing, Occurrence
from campaign.web import policy
from campaign.web.desk.loading import any_occurrence, may_change, occurrence_of, work
from campaign.web.files import takes_file
from campaign.web.followup.downloads import download
from campaign.web.followup.forms import LARGEST_FILE, FilingForm, evidence_of, fresh_filing
from campaign.web.language import gettext, ngettext
from campaign.web.scope import by, done
from campaign.web.session import now, session, today

blueprint = Blueprint("reports", __name__, url_prefix="/desk/reports")


@blueprint.get("")
@policy.reader
def index() -> str:
    """The deadlines of the last year and of the next months, the open ones first."""
    found = deadlines.between(session(), today() - deadlines.BACK, today() + deadlines.AHEAD, today=today())
    waiting = [one for one in found if one.own.filing is None]
    filed = [one for one in reversed(found) if one.own.filing is not None]
    return render_template("followup/reports.html", waiting=waiting, filed=filed)


@blueprint.get("/<int:number>")
@policy.organizer
def show(number: int) -> str:
    return page(*report_of(number), fresh_filing())


@blueprint.post("/<int:number>")
@policy.organizer
@takes_file(LARGEST_FILE)
def file(number: int) -> Response | str:
    """File the agency's report, or the part of the unit that the form names."""
    form, unit_id = FilingForm(), request.form.get("unit", 0, int) or None
    event, occurrence = report_of(number)
    only_own(event, unit_id)
    if unit_id and not _deadline(event, occurrence).part_of(unit_id):
        raise NotFound("Báo cáo này không có phần của đơn vị đó.")
    if not form.validate():
        return page(event, occurrence, form, unit_id)
    filing.file_report(work(), event, occurrence, evidence_of(form), unit_id=unit_id)
    return done(url_for("reports.show", number=number), gettext("Đã ghi nhận báo cáo; hệ thống thôi nhắc."))


@blueprint.post("/<int:number>/chasing")
@policy.organizer
def chase(number: int) -> Response:
    """Remind the units that have not filed; a second click sends nothing more."""
    event, occurrence = occurrence_of(number)
    units = len(filing.chase(work(), event, occurrence))
    sentence = ngettext("Đã gửi thư đôn đốc đến %(num)s đơn vị.", "Đã gửi thư đôn đốc đến %(num)s đơn vị.", units)
    if not units:
        sentence = gettext("Các đơn vị chưa gửi vừa được đôn đốc, hoặc đã gửi đủ; không gửi thêm thư.")
    return done(url_for("reports.show", number=number), sentence)


@blueprint.post("/filings/<int:filing_id>/deletion")
@policy.organizer
def withdraw(filing_id: int) -> Response:
    row = _filing(filing_id)
    event, occurrence = report_of(row.occurrence_id)
    only_own(event, row.unit_id)
    filing.withdraw(work(), event, occurrence, row)
    return done(url_for("reports.show", number=occurrence.id), gettext("Đã bỏ ghi nhận; hệ thống nhắc tiếp."))


@blueprint.get("/filings/<int:filing_id>/file")
@policy.organizer
def file_of(filing_id: int) -> Response:
    row = _filing(filing_id)
    only_own(report_of(row.occurrence_id)[0], row.unit_id)
    if row.file is None:
        raise NotFound("Báo cáo này không có tệp.")
    return download(row.file, row.file_name or "bao-cao")


def page(event: Event, occurrence: Occurrence, form: FilingForm, unit_id: int | None = None) -> str:
    found, since = _deadline(event, occurrence), now() - filing.CHASED_ONCE_IN
    return render_template(
        "followup/report.html",
        found=found,
        form=form,
        steps=deadlines.steps(session(), occurrence),
        acts=audit.of(session(), SUBJECT, event.id, ("file", "unfile", "chase"), which(event, occurrence)),
        unit_id=unit_id,
        chased_at=filing.chased_at(session(), occurrence, since=since),
        may_file={part.unit_id for part in (found.own, *found.units) if _may_file(event, part.unit_id)},
    )


def report_of(number: int) -> tuple[Event, Occurrence]:
    """A report for somebody who may change it, or who is in charge of one of the units that it is for."""
    event, occurrence = any_occurrence(number)
    if not may_change(event) and not any(_may_file(event, group.id) for group in event.groups):
        raise Forbidden
    return event, occurrence


def only_own(event: Event, unit_id: int | None) -> None:
    """Refuse who is in charge of other units only."""
    if not _may_file(event, unit_id):
        raise Forbidden


def _may_file(event: Event, unit_id: int | None) -> bool:
    return may_change(event) or (unit_id is not None and policy.may(by(), [unit_id]))


def _deadline(event: Event, occurrence: Occurrence) -> deadlines.Deadline:
    return deadlines.of_occurrence(session(), event, occurrence, today=today())


def _filing(filing_id: int) -> Filing:
    row = session().get(Filing, filing_id)
    if row is None:
        raise NotFound("Không tìm thấy báo cáo này.")
    return row
