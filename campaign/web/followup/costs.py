"""The year's money: estimate and actual cost of each event and duty, and their totals."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template

from campaign.dates.reporting import Period
from campaign.figures import costs
from campaign.figures.period_report import plan_of
from campaign.web import policy
from campaign.web.scope import year
from campaign.web.session import session

blueprint = Blueprint("costs", __name__, url_prefix="/desk/costs")


@blueprint.get("")
@policy.reader
def index() -> str:
    chosen = year()
    plan = plan_of(session(), chosen)
    found = costs.of_period(
        session(), Period.between(date(chosen, 1, 1), date(chosen, 12, 31), ""), plan.id if plan else None
    )
    return render_template("followup/costs.html", year=chosen, found=found, total=costs.total(found))
