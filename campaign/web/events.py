"""One event: its facts, and the event for one's own calendar."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, make_response, render_template, request, url_for

from campaign.errors import NotFound
from campaign.ical.calendar import MEDIA_TYPE
from campaign.pages import detail
from campaign.web import policy
from campaign.web.session import now, session
from campaign.web.templates import absolute

blueprint = Blueprint("events", __name__)


@blueprint.get("/events/<path:uid>")
@policy.public
def show(uid: str) -> str:
    event = detail.event(session(), uid)
    edition = event.edition(day_asked_for(), now=now())
    return render_template("events/show.html", event=event, edition=edition)


@blueprint.get("/events/<path:uid>.ics")
@policy.public
def file(uid: str) -> Response | str:
    """The event as a file for a calendar program; the page of an event whose UID ends like a file."""
    try:
        event = detail.event(session(), uid)
    except NotFound:
        return show(f"{uid}.ics")
    edition = event.edition(day_asked_for(), now=now())
    address = absolute(url_for("events.show", uid=uid))
    answer = make_response(detail.calendar_file(event, edition, address=address))
    answer.headers["Content-Type"] = MEDIA_TYPE
    answer.headers["Content-Disposition"] = 'attachment; filename="su-kien.ics"'
    answer.headers["Content-Security-Policy"] = "sandbox"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def day_asked_for() -> date | None:
    """The occurrence of a series that the address names by its day, if it names one."""
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
