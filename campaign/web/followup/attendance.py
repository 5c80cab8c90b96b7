"""Taking attendance on a phone in the room, the sheet to sign on, and the address on the wall to check in by."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from campaign import audit
from campaign.desk.decisions import which
from campaign.desk.scheduling import SUBJECT
from campaign.errors import NotFound
from campaign.figures import attendance as figures
from campaign.followup import attendance
from campaign.models import Guest
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of, work
from campaign.web.followup.checkin import address_of, qr_code
from campaign.web.followup.forms import GuestForm
from campaign.web.language import gettext
from campaign.web.scope import done
from campaign.web.session import now, session

blueprint = Blueprint("attendance", __name__, url_prefix="/desk/occurrences/<int:number>/attendance")


@blueprint.get("")
@policy.organizer
def show(number: int) -> str:
    return page(number, GuestForm(formdata=None))


@blueprint.post("")
@policy.organizer
def mark(number: int) -> Response:
    """Every field ``state-ID`` that was sent is kept; what was not sent stays as it is."""
    event, occurrence = occurrence_of(number)
    states = {
        int(name.removeprefix("state-")): value
        for name, value in request.form.items()
        if name.startswith("state-") and name.removeprefix("state-").isdecimal()
    }
    attendance.mark(work(), event, occurrence, states)
    if request.accept_mimetypes.best == "application/json":
        return make_response({"saved": sorted(states)})
    return done(url_for("attendance.show", number=number), gettext("Đã lưu điểm danh."))


@blueprint.post("/guests")
@policy.organizer
def add_guest(number: int) -> Response | str:
    event, occurrence = occurrence_of(number)
    form = GuestForm()
    if not form.validate():
        return page(number, form)
    attendance.add_guest(
        work(), event, occurrence, name=form.name.data or "", unit=form.unit.data or "", sex=form.sex.data or ""
    )
    return done(url_for("attendance.show", number=number), gettext("Đã thêm khách %(name)s.", name=form.name.data))


@blueprint.post("/guests/<int:guest_id>/deletion")
@policy.organizer
def remove_guest(number: int, guest_id: int) -> Response:
    event, occurrence = occurrence_of(number)
    guest = session().get(Guest, guest_id)
    if guest is None or guest.occurrence_id != occurrence.id:
        raise NotFound("Không tìm thấy khách này.")
    attendance.remove_guest(work(), event, occurrence, guest)
    return done(url_for("attendance.show", number=number), gettext("Đã bỏ khách khỏi danh sách."))


@blueprint.get("/poster")
@policy.organizer
def poster(number: int) -> str:
    """A page to print for the wall: the QR code with which people check in by themselves."""
    event, occurrence = occurrence_of(number)
    address = address_of(occurrence.id)
    code = qr_code(address)
    return render_template("followup/poster.html", event=event, occurrence=occurrence, address=address, code=code)


def page(number: int, form: GuestForm) -> str:
    event, occurrence = occurrence_of(number)
    return render_template(
        "followup/attendance.html",
        event=event,
        occurrence=occurrence,
        people=attendance.expected(session(), occurrence),
        guests=attendance.guests(session(), occurrence),
        count=figures.by_occurrence(session(), [occurrence.id])[occurrence.id],
        form=form,
        acts=audit.of(session(), SUBJECT, event.id, ("attendance",), which(event, occurrence)),
        is_open=attendance.is_open(occurrence, now=now()),
    )
