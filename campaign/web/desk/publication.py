"""Publishing a plan: all drafts of the year in one table, filled in together, and confirmed in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from flask import Blueprint, render_template, request, url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from campaign.calendar.draft import draft_of
from campaign.desk import conflicts, publication
from campaign.desk.form_choices import form_choices, members_called
from campaign.desk.publication import Assignment
from campaign.desk.warnings import ScheduleWarning
from campaign.errors import CampaignError, InvalidInput
from campaign.models import Event, Occurrence, Reminder
from campaign.web import policy
from campaign.web.desk.loading import agency, letters, work
from campaign.web.desk.rolling import checked
from campaign.web.forms import said
from campaign.web.language import ngettext
from campaign.web.scope import done
from campaign.web.session import session, today, trial

blueprint = Blueprint("publication", __name__, url_prefix="/desk/plans/<int:year>/publication")
EVERYBODY = "all"
READER = "Nguyễn Thị A"


@dataclass(frozen=True, slots=True)
class Row:
    """A draft as the table shows it. ``body``: who is in charge of its duty; ``reminders``: how many it will send."""

    event: Event
    occurrence: Occurrence
    warnings: list[ScheduleWarning]
    reminders: int

    @property
    def body(self) -> str:
        return body_of(self.event)


@dataclass(frozen=True, slots=True)
class YearMail:
    """What publishing everything would send: how many mails about the year, when, and the longest of them."""

    people: int
    at: datetime
    sample: str


@blueprint.get("")
@policy.organizer
def show(year: int) -> str:
    return page(year)


@blueprint.post("/settings")
@policy.organizer
def assign(year: int) -> Response | tuple[str, int]:
    """Audience, person in charge and place for all that are ticked, or for those of one kind or one body."""
    checked(year)
    try:
        given, wanted = assignment(), within(year, chosen())
        with session().begin_nested():
            number = publication.assign(work(), year, wanted, given)
    except InvalidInput as error:
        return page(year, error), 400
    sentence = ngettext("Đã điền cho %(num)s bản nháp.", "Đã điền cho %(num)s bản nháp.", number)
    return done(url_for("publication.show", year=year), sentence)


@blueprint.post("")
@policy.organizer
def publish(year: int) -> Response | tuple[str, int]:
    checked(year)
    wanted = chosen()
    if not wanted:
        return page(year, InvalidInput("Hãy chọn ít nhất một hoạt động để công bố.")), 400
    found = publication.publish(work(), year, wanted, notify=request.form.get("notify") == "1")
    number, people = len(found.events), found.people
    live = ngettext("Đã công bố %(num)s hoạt động.", "Đã công bố %(num)s hoạt động.", number)
    announced = ngettext("%(num)s người nhận một thư về cả năm.", "%(num)s người nhận một thư về cả năm.", people)
    return done(url_for("board.show", year=year), f"{live} {announced}" if people else live)


def page(year: int, error: CampaignError | None = None) -> str:
    checked(year)
    found = publication.drafts(session(), year)
    mail, reminders = planned(year, [event.id for event, _occurrence in found])
    rows = [Row(event, one, warnings_of(event, one), reminders.get(event.id, 0)) for event, one in found]
    return render_template(
        "desk/publication/show.html",
        year=year,
        rows=rows,
        undated=publication.undated(session(), year),
        kinds=sorted({row.event.kind for row in rows}),
        bodies=sorted({row.body for row in rows if row.body}),
        choices=form_choices(session(), year),
        mail=mail,
        everybody=EVERYBODY,
        error=said(error) if error else "",
        typed=request.form,
        ticked=set(chosen()) if error else {row.event.id for row in rows},
    )


def planned(year: int, event_ids: list[int]) -> tuple[YearMail | None, dict[int, int]]:
    """The mail about the year and how many reminders each event would have: the act itself, rolled back."""
    current = work()
    with trial() as tried:
        act = replace(current, session=tried)
        people = publication.publish(act, year, event_ids).people
        count = select(Occurrence.event_id, func.count()).join(Reminder, Reminder.occurrence_id == Occurrence.id)
        count = count.where(Occurrence.event_id.in_(event_ids), Reminder.cancelled_at.is_(None))
        reminders = {row[0]: row[1] for row in tried.execute(count.group_by(Occurrence.event_id))}
        waiting = publication.waiting(tried, year)
        if not (people and waiting):
            return None, reminders
        sample = letters().sample_year(tried, waiting[0], now=current.now, reader=READER)
        return YearMail(people, waiting[0].due_at, sample), reminders


def warnings_of(event: Event, occurrence: Occurrence) -> list[ScheduleWarning]:
    draft = draft_of(session(), event, occurrence)
    if event.per_year:
        draft = replace(draft, rule="")
    return conflicts.find(session(), draft, event_id=event.id, agency=agency(), today=today())


def chosen() -> list[int]:
    return request.form.getlist("event", type=int)


def within(year: int, ids: list[int]) -> list[int]:
    """Of the ticked drafts those of the kind, or of the body in charge of the duty, that the form names."""
    part, _, name = request.form.get("only", "").partition(":")
    found = publication.drafts(session(), year, ids)
    return [
        event.id
        for event, _occurrence in found
        if part not in ("kind", "body") or name == (event.kind if part == "kind" else body_of(event))
    ]


def body_of(event: Event) -> str:
    return event.duty.in_charge if event.duty else ""


def assignment() -> Assignment:
    """What the form gives; what is left empty stays as each draft has it."""
    form = request.form
    group, room = form.get("audience", ""), form.get("room_id", type=int)
    contact = members_called(session(), [line] if (line := form.get("contact", "").strip()) else [])
    known = {number for number, _name in form_choices(session(), today().year).groups}
    if group and group != EVERYBODY and not (group.isdecimal() and int(group) in known):
        raise InvalidInput("Hãy chọn một nhóm trong danh sách.")
    if not (group or contact or room or form.get("place", "").strip()):
        raise InvalidInput("Hãy chọn thành phần, người phụ trách hoặc địa điểm để điền.")
    return Assignment(
        groups=None if not group else frozenset() if group == EVERYBODY else frozenset({int(group)}),
        contact_id=contact[0] if contact else None,
        place=form.get("place", "").strip() or None,
        room_id=room,
    )
