"""The year on one page."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from campaign.pages import agenda, monthrows, yearplan
from campaign.web import policy, shared
from campaign.web.language import language
from campaign.web.session import campaign, now, session, today

NEAR = 12
EARLIEST, LATEST = 1945, 2200

blueprint = Blueprint("years", __name__)


@blueprint.get("/")
@policy.public
@shared.page
def current() -> str:
    return page(today().year)


@blueprint.get("/years/<int:year>")
@policy.public
@shared.page
def show(year: int) -> str:
    if not EARLIEST <= year <= LATEST:
        abort(404)
    return page(year)


def page(number: int) -> str:
    year = agenda.year(session(), number, today=today())
    # What is on belongs to this year's page alone.
    limit = NEAR if number == today().year else 0
    return render_template(
        "years/show.html",
        year=year,
        paper=request.args.get("paper"),
        numbered="weeks" in request.args if "paper" in request.args else None,
        picture=yearplan.picture(year.happenings, year=number, today=today(), language=language()),
        rows=monthrows.rows(year.happenings, year=number, today=today()),
        agenda=agenda.agenda(session(), now=now(), zone=campaign().config.zone, limit=limit),
    )
