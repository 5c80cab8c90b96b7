"""The page that rolls the year over: last year's events ticked into drafts."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, abort, render_template, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.wrappers import Response

from campaign.calendar.holidays import fill
from campaign.desk import rolling
from campaign.models import Event, Occurrence
from campaign.web import policy
from campaign.web.desk.loading import agency, work
from campaign.web.language import gettext, ngettext
from campaign.web.scope import done, only_for_all
from campaign.web.session import campaign, session, today

blueprint = Blueprint("rolling", __name__, url_prefix="/desk/year")


@blueprint.get("/<int:year>/roll")
@policy.organizer
def show(year: int) -> str:
    checked(year)
    proposals = rolling.propose(session(), year, agency())
    return render_template(
        "desk/rolling/show.html",
        year=year,
        proposals=[each for each in proposals if not each.per_year],
        yearly=[each for each in proposals if each.per_year],
        occurrences=occurrences(year, [each.event.id for each in proposals if each.per_year]),
        drafts=drafts(year),
    )


@blueprint.post("/<int:year>/roll")
@policy.organizer
def roll(year: int) -> Response:
    """Drafts of what was ticked; nothing is sent before each is confirmed."""
    checked(year)
    fill(session(), campaign().config, [year], today=today())
    chosen = request.form.getlist("event", type=int)
    if not chosen:
        return done(url_for("rolling.show", year=year), gettext("Chưa lập bản nháp nào: hãy chọn ít nhất một mục."))
    made = rolling.roll(work(), year, chosen)
    said = ngettext("Đã lập %(num)s bản nháp; chưa gửi gì.", "Đã lập %(num)s bản nháp; chưa gửi gì.", len(made))
    return done(url_for("rolling.show", year=year), said)


def checked(year: int) -> None:
    """Only whoever may change everything rolls a year, and only one that the calendars know."""
    if not rolling.FIRST_YEAR <= year <= rolling.LAST_YEAR:
        abort(404)
    only_for_all()


def occurrences(year: int, events: list[int]) -> dict[int, int]:
    """The occurrence in that year of each event that is confirmed year by year, by the event's id."""
    query = select(Occurrence.event_id, Occurrence.id).where(
        Occurrence.event_id.in_(events), Occurrence.original_day.between(date(year, 1, 1), date(year, 12, 31))
    )
    return {row.event_id: row.id for row in session().execute(query)}


def drafts(year: int) -> list[Event]:
    """What was rolled into the year, the undated last; what is confirmed since stays in sight."""
    rows = session().scalars(
        select(Event)
        .where(Event.rolled_from_id.is_not(None), Event.cancelled_at.is_(None))
        .options(selectinload(Event.groups))
        .order_by(Event.first_day, Event.id)
    )
    found = [each for each in rows if (day := each.first_day or each.expected_start) and day.year == year]
    return sorted(found, key=lambda each: each.first_day is None)
