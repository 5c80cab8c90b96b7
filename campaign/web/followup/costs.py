"""The year's money: estimate and actual cost of each event and duty, and their totals."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from campaign.dates.reporting import Period
from campaign.figures import costs
from campaign.figures.period_report import plan_of
from campaign.web import policy
from campaign.web.session import session, today

blueprint = Blueprint("costs", __name__, url_prefix="/desk/costs")


@blueprint.get("")
@policy.reader
def index() -> str:
    year = request.args.get("year", today().year, int)
    plan = plan_of(session(), year)
    found = costs.of_period(
        session(), Period.between(date(year, 1, 1), date(year, 12, 31), ""), plan.id if plan else None
    )
    return render_template("followup/costs.html", year=year, found=found, total=costs.total(found))
