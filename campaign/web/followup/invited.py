"""The answers to an invitation at the desk: in figures, and by name."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from campaign.calendar import seats
from campaign.followup import invited
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of
from campaign.web.followup.words import ANSWERS
from campaign.web.scope import page_number
from campaign.web.session import now, session

blueprint = Blueprint("invited", __name__, url_prefix="/desk/occurrences/<int:number>/answers")


@blueprint.get("")
@policy.organizer
def show(number: int) -> str:
    event, occurrence = occurrence_of(number)
    chosen = request.args.get("answer")
    return render_template(
        "followup/answers.html",
        event=event,
        occurrence=occurrence,
        tally=seats.tally(session(), event, occurrence),
        people=invited.page(session(), occurrence, chosen if chosen in ANSWERS else None, page_number()),
        chosen=chosen,
        answers=ANSWERS,
        is_open=seats.is_open(event, occurrence, now=now()),
        until=seats.last_moment(event, occurrence),
    )
