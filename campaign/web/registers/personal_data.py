"""A person's rights to their data: a copy, and erasure. Both are for administrators; correction is the register's."""

from __future__ import annotations

import json

from flask import Blueprint, Response, render_template, url_for
from werkzeug import Response as Answer
from werkzeug.exceptions import NotFound

from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.directory import erasure, members, personal_data
from campaign.errors import Conflict
from campaign.ical.calendar import MEDIA_TYPE
from campaign.models import Member
from campaign.web import identity, policy
from campaign.web.language import gettext
from campaign.web.scope import by, done, work
from campaign.web.session import campaign, now, session

blueprint = Blueprint("personal_data", __name__, url_prefix="/desk/people/<int:member_id>")


@blueprint.post("/copies/<ending>")
@policy.administrator
def copy(member_id: int, ending: str) -> Response:
    """A file with what is kept of the person; that it was made is in the audit log."""
    member = kept(member_id)
    if ending not in ("json", "ics"):
        raise NotFound
    if ending == "ics":
        data, media_type = personal_data.calendar_of(session(), member), MEDIA_TYPE
    else:
        text = json.dumps(personal_data.copy_of(session(), member), ensure_ascii=False, indent=1)
        data, media_type = text.encode(), "application/json"
    work().record("copy", member, {}, {"file_name": ending})
    answer = Response(data, content_type=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="du-lieu-ca-nhan.{ending}"'
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer


@blueprint.get("/erasure")
@policy.administrator
@identity.recent
def offer(member_id: int) -> str:
    member = kept(member_id)
    return render_template("people/erasure.html", member=member, extent=erasure.extent(session(), member))


@blueprint.post("/erasure")
@policy.administrator
@identity.recent
def erase(member_id: int) -> Answer:
    member, config = kept(member_id), campaign().config
    folder = None if config.mail.server else config.path(config.mail.folder)
    erasure.erase(UnitOfWork(session(), now(), by(), agency_of(session(), config)), member, mail_folder=folder)
    return done(url_for("people.index"), gettext("Đã xóa dữ liệu cá nhân; số liệu thống kê giữ nguyên."))


def kept(member_id: int) -> Member:
    """The member, if the data are still there."""
    member = members.one(session(), member_id)
    if member.erased_at:
        raise Conflict("Dữ liệu cá nhân của người này đã được xóa.")
    return member
