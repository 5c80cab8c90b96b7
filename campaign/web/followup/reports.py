"""Report deadlines: who has filed and who has not, noting a filing, and asking those who are late."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from campaign.errors import NotFound
from campaign.figures import deadlines
from campaign.followup import filing
from campaign.models import Event, Filing, Occurrence
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of, work
from campaign.web.files import takes_file
from campaign.web.followup.files import download
from campaign.web.followup.forms import FilingForm
from campaign.web.language import gettext
from campaign.web.scope import done
from campaign.web.session import session, today

blueprint = Blueprint("reports", __name__, url_prefix="/desk/reports")
LARGEST_FILE = 10 * 1024 * 1024
AHEAD, BACK = timedelta(days=120), timedelta(days=366)


@blueprint.get("")
@policy.reader
def index() -> str:
    """The deadlines of the last year and of the next months, the open ones first."""
    found = deadlines.between(session(), today() - BACK, today() + AHEAD, today=today())
    waiting = [one for one in found if one.own.filing is None]
    filed = [one for one in reversed(found) if one.own.filing is not None]
    return render_template("followup/reports.html", waiting=waiting, filed=filed)


@blueprint.get("/<int:number>")
@policy.organizer
def show(number: int) -> str:
    return page(*occurrence_of(number), _fresh())


@blueprint.post("/<int:number>")
@policy.organizer
@takes_file(LARGEST_FILE)
def file(number: int) -> Response | str:
    """File the agency's report, or the part of the unit that the form names."""
    event, occurrence = occurrence_of(number)
    form, unit_id = FilingForm(), request.form.get("unit", 0, int) or None
    if unit_id and unit_id not in {part.unit_id for part in _deadline(event, occurrence).units}:
        raise NotFound("Báo cáo này không có phần của đơn vị đó.")
    if not form.validate():
        return page(event, occurrence, form, unit_id)
    filing.file_report(work(), event, occurrence, _evidence(form), unit_id=unit_id)
    return done(url_for("reports.show", number=number), gettext("Đã ghi nhận báo cáo; hệ thống thôi nhắc."))


@blueprint.post("/filings/<int:filing_id>/deletion")
@policy.organizer
def withdraw(filing_id: int) -> Response:
    row = _filing(filing_id)
    event, occurrence = occurrence_of(row.occurrence_id)
    filing.withdraw(work(), event, row)
    return done(url_for("reports.show", number=occurrence.id), gettext("Đã bỏ ghi nhận; hệ thống nhắc tiếp."))


@blueprint.get("/filings/<int:filing_id>/file")
@policy.organizer
def file_of(filing_id: int) -> Response:
    row = _filing(filing_id)
    occurrence_of(row.occurrence_id)
    if row.file is None:
        raise NotFound("Báo cáo này không có tệp.")
    return download(row.file, row.file_name or "bao-cao")


def page(event: Event, occurrence: Occurrence, form: FilingForm, unit_id: int | None = None) -> str:
    found = _deadline(event, occurrence)
    return render_template("followup/report.html", found=found, form=form, unit_id=unit_id)


def _fresh() -> FilingForm:
    form = FilingForm(formdata=None)
    form.filed_on.show(today())
    return form


def _deadline(event: Event, occurrence: Occurrence) -> deadlines.Deadline:
    return deadlines.of_occurrence(session(), event, occurrence, today=today())


def _filing(filing_id: int) -> Filing:
    row = session().get(Filing, filing_id)
    if row is None:
        raise NotFound("Không tìm thấy báo cáo này.")
    return row


def _evidence(form: FilingForm) -> filing.Evidence:
    sent: FileStorage | None = form.file.data or None
    content = sent.read() if sent and sent.filename else None
    assert form.filed_on.data
    return filing.Evidence(
        filed_on=form.filed_on.data,
        number=form.number.data or "",
        link=form.link.data or "",
        note=form.note.data or "",
        file_name=(sent.filename or "")[:200] if sent and content is not None else "",
        file=content,
    )
