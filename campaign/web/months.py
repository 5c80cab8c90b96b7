"""One month in weeks."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Blueprint, abort, render_template

from campaign import agenda
from campaign.web.session import session, today
from campaign.web.years import EARLIEST, LATEST

blueprint = Blueprint("months", __name__)


@blueprint.get("/months/<int(fixed_digits=4):year>-<int(fixed_digits=2):month>")
def show(year: int, month: int) -> str:
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):  # noqa: PLR2004
        abort(404)
    first = date(year, month, 1)
    return render_template(
        "months/show.html",
        month=agenda.month(session(), year, month, today=today()),
        first=first,
        before=first - timedelta(days=1),
        after=(first + timedelta(days=31)).replace(day=1),
    )
