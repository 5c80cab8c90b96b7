"""The public calendar: the year on one page, a month in weeks, and what is on and comes next."""

from __future__ import annotations

from datetime import timedelta

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


@blueprint.get("/months/<int(fixed_digits=4):year>-<int(fixed_digits=2):month>")
@policy.public
@shared.page
def month(year: int, month: int) -> str:
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):  # noqa: PLR2004
        abort(404)
    shown = agenda.month(session(), year, month, today=today())
    before = shown.first - timedelta(days=1)
    after = (shown.first + timedelta(days=31)).replace(day=1)
    return render_template("months/show.html", month=shown, first=shown.first, before=before, after=after)


@blueprint.get("/agenda")
@policy.public
@shared.page
def coming() -> str:
    return render_template("agenda/show.html", agenda=agenda.agenda(session(), now=now(), zone=campaign().config.zone))


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
