"""What is on, what comes next, and what follows."""

from __future__ import annotations

from flask import Blueprint, render_template

from campaign.pages import agenda
from campaign.web import policy, shared
from campaign.web.session import campaign, now, session

blueprint = Blueprint("agenda", __name__)


@blueprint.get("/agenda")
@policy.public
@shared.page
def show() -> str:
    return render_template("agenda/show.html", agenda=agenda.agenda(session(), now=now(), zone=campaign().config.zone))
