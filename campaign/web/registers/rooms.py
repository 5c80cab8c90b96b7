"""The register of rooms."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, Optional

from campaign import audit
from campaign.calendar import restdays
from campaign.desk.roomtimes import room_times
from campaign.desk.weekgrid import DAYS
from campaign.directory import rooms
from campaign.models import Room
from campaign.web import csrf, policy
from campaign.web.forms import Form, name_field
from campaign.web.language import gettext
from campaign.web.registers.forms import tried
from campaign.web.scope import by, done, only_for_all, work
from campaign.web.scope import day as shown_day
from campaign.web.session import campaign, now, session, today

blueprint = Blueprint("rooms", __name__, url_prefix="/desk/rooms")


class RoomForm(Form):
    name = name_field(_("Tên phòng"), autocomplete="off")
    capacity = IntegerField(
        _("Số chỗ"),
        [Optional(), NumberRange(1, 100_000, _("Số chỗ phải từ 1 trở lên."))],
        render_kw={"inputmode": "numeric"},
    )
    place = StringField(_("Vị trí"), [Length(max=200)])
    notes = TextAreaField(_("Ghi chú"), [Length(max=2000)], render_kw={"rows": 3})

    def show(self, room: Room) -> None:
        self.name.data, self.capacity.data, self.place.data, self.notes.data = (
            room.name, room.capacity, room.place, room.notes,
        )  # fmt: skip

    def facts(self) -> rooms.Facts:
        place, notes = (" ".join((each.data or "").split()) for each in (self.place, self.notes))
        return rooms.Facts(str(self.name.data), self.capacity.data, place, notes)


@blueprint.get("")
@policy.reader
def index() -> str:
    return page(RoomForm(formdata=None))


@blueprint.post("")
@policy.organizer
@csrf.once
def create() -> Response | str:
    only_for_all()
    form = RoomForm()
    if not form.validate() or not tried(form.name, lambda: rooms.create(work(), form.facts())):
        return page(form)
    return done(url_for("rooms.index"), gettext("Đã thêm phòng %(name)s.", name=form.name.data))


@blueprint.get("/<int:room_id>")
@policy.reader
def show(room_id: int) -> str:
    room, form = rooms.one(session(), room_id), RoomForm(formdata=None)
    form.show(room)
    return one_page(room, form)


@blueprint.post("/<int:room_id>")
@policy.organizer
def change(room_id: int) -> Response | str:
    only_for_all()
    room, form = rooms.one(session(), room_id), RoomForm()
    if not form.validate() or not tried(form.name, lambda: rooms.change(work(), room, form.facts())):
        return one_page(room, form)
    return done(url_for("rooms.index"), gettext("Đã lưu."))


@blueprint.post("/<int:room_id>/deletion")
@policy.organizer
def delete(room_id: int) -> Response:
    only_for_all()
    room = rooms.one(session(), room_id)
    name = room.name
    rooms.remove(work(), room)
    return done(url_for("rooms.index"), gettext("Đã xóa phòng %(name)s.", name=name))


def page(form: RoomForm) -> str:
    found = rooms.listed(session(), now=now())
    return render_template("rooms/index.html", found=found, form=form, whole=policy.may(by(), (), everybody=True))


def one_page(room: Room, form: RoomForm) -> str:
    day = shown_day("week") or today()
    monday = day - timedelta(days=day.weekday())
    days = [monday + timedelta(days=n) for n in range(DAYS)]
    return render_template(
        "rooms/show.html",
        room=room,
        form=form,
        acts=audit.of(session(), "room", room.id),
        whole=policy.may(by(), (), everybody=True),
        times=room_times(session(), days, where=campaign().config.zone, room_id=room.id)[0],
        days_off=restdays.between(session(), days[0], days[-1]),
        turns=(monday - timedelta(days=DAYS), monday + timedelta(days=DAYS)),
    )
