"""Who is in the register twice, and making one of two."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField

from campaign.directory import duplicates, members
from campaign.models import Member
from campaign.web import policy
from campaign.web.forms import Form
from campaign.web.language import gettext
from campaign.web.registers.people import groups_of
from campaign.web.scope import done, only_for, within, work
from campaign.web.session import session

blueprint = Blueprint("duplicates", __name__, url_prefix="/desk/people")


class MergeForm(Form):
    keep = IntegerField()
    gone = IntegerField()


@blueprint.get("/duplicates")
@policy.reader
def index() -> str:
    found = duplicates.pairs(session(), within=within())
    return render_template("people/duplicates.html", pairs=found, most=duplicates.MOST_PAIRS)


@blueprint.get("/merger")
@policy.organizer
def offer() -> str:
    """What would move to the one that stays; the other way round is one link away."""
    keep, gone = (changeable(request.args.get(name, 0, int)) for name in ("keep", "gone"))
    moved = duplicates.preview(session(), gone)
    return render_template("people/merger.html", keep=keep, gone=gone, moved=moved)


@blueprint.post("/merger")
@policy.organizer
def merge() -> Response:
    form = MergeForm()
    keep, gone = changeable(form.keep.data or 0), changeable(form.gone.data or 0)
    name = gone.address
    duplicates.merge(work(), keep, gone)
    address = url_for("people.show", member_id=form.keep.data)
    return done(address, gettext("Đã gộp %(address)s vào người này.", address=name))


def changeable(member_id: int) -> Member:
    if not member_id:
        abort(404)
    member = members.one(session(), member_id, within=within())
    only_for(groups_of(member))
    return member
