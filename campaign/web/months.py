"""One month in weeks."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, abort, render_template

from campaign.pages import agenda
from campaign.web import policy, shared
from campaign.web.session import session, today
from campaign.web.years import EARLIEST, LATEST

blueprint = Blueprint("months", __name__)


@blueprint.get("/months/<int(fixed_digits=4):year>-<int(fixed_digits=2):month>")
@policy.public
@shared.page
def show(year: int, month: int) -> str:
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):  # noqa: PLR2004
        abort(404)
    shown = agenda.month(session(), year, month, today=today())
    before = shown.first - timedelta(days=1)
    after = (shown.first + timedelta(days=31)).replace(day=1)
    return render_template("months/show.html", month=shown, first=shown.first, before=before, after=after)
