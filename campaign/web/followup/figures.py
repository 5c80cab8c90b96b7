"""The year at a glance for the head of the agency, and the report as a document."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from campaign.dates.reporting import Period
from campaign.documents import plan as plan_document
from campaign.documents import report as report_document
from campaign.errors import NotFound
from campaign.figures import deadlines, duties, happened, period_report
from campaign.figures.period_report import PeriodReport
from campaign.web import policy
from campaign.web.followup.downloads import download
from campaign.web.planwords import PARTS
from campaign.web.scope import day
from campaign.web.session import campaign, session, today

blueprint = Blueprint("figures", __name__, url_prefix="/desk/figures")


@blueprint.get("")
@policy.reader
def show() -> str:
    period = _period()
    found = period_report.read(session(), period, today=today())
    return render_template(
        "followup/figures.html",
        period=period,
        periods=_choices(period.year),
        found=found,
        happened=happened.State,
        duty_states=duties.State,
        deadline_states=deadlines.State,
    )


@blueprint.get("/report")
@policy.reader
def choose() -> str:
    """The report before it is a file: period, campaign and parts to choose, and what it says of them."""
    found, subject, parts = _chosen()
    shown = report_document.values(found, campaign().config, today=today(), subject=subject, parts=parts)
    return render_template(
        "followup/choose.html",
        period=found.period,
        periods=_choices(found.period.year),
        campaigns=period_report.campaigns(session()),
        parts=parts,
        names=PARTS,
        shown=shown,
    )


@blueprint.get("/report.docx")
@policy.reader
def report() -> Response:
    found, subject, parts = _chosen()
    content = report_document.document(found, campaign().config, today=today(), subject=subject, parts=parts)
    return download(content, f"bao-cao-{found.period.code or found.period.year}.docx")


def _chosen() -> tuple[PeriodReport, str, tuple[str, ...]]:
    """What the address asks for: the figures, the subject of a report on one campaign, and the parts."""
    period, uid = _period(), request.args.get("campaign", "")
    event = period_report.campaign_of(session(), uid) if uid else None
    if event and not day("from") and not day("to"):
        period = period_report.campaign_period(session(), event, period.year)
    parts = tuple(part for part in report_document.PARTS if part in request.args.getlist("part"))
    found = period_report.read(session(), period, today=today(), campaign_id=event.id if event else None)
    return found, f"Kết quả {event.title} {period.name}" if event else "", parts or report_document.PARTS


@blueprint.get("/plan.docx")
@policy.reader
def plan() -> Response:
    found = period_report.plan_of(session(), _period().year)
    if found is None:
        raise NotFound("Chưa có kế hoạch của năm này.")
    content = plan_document.document(session(), found, campaign().config, today=today())
    return download(content, f"ke-hoach-{found.year}.docx")


def _period() -> Period:
    """The period of the address, by default the present year; its days may be given one by one."""
    period = Period.parse(request.args.get("period") or str(today().year))
    first, last = day("from"), day("to")
    return Period.between(first or period.first, last or period.last, period.name) if first or last else period


def _choices(year: int) -> list[Period]:
    codes = [str(year), f"{year}-H1", f"{year}-9M", *(f"{year}-Q{number}" for number in range(1, 5)), str(year - 1)]
    return [Period.parse(code) for code in codes]
