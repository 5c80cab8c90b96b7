"""Lists as files to keep: .xlsx and .csv of whatever the reader sees; the audit log says who took them."""

from __future__ import annotations

from flask import Blueprint, request
from werkzeug.wrappers import Response

from campaign.audit import Act
from campaign.documents import lists, sheets
from campaign.documents.lists import LISTS, Scope
from campaign.errors import NotFound
from campaign.models import User
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of
from campaign.web.followup.files import download
from campaign.web.language import language
from campaign.web.scope import by, within, year
from campaign.web.session import campaign, now, session, today

blueprint = Blueprint("lists", __name__, url_prefix="/desk/lists")


@blueprint.get("/<name>.<any(csv, xlsx):ending>")
@policy.organizer
def show(name: str, ending: str) -> Response:
    if name not in LISTS:
        raise NotFound("Không có danh sách này.")
    number = request.args.get("occurrence", 0, int)
    if number:
        occurrence_of(number)
    scope = Scope(year(), today(), campaign().config.zone, within(), number or None)
    table = lists.table(session(), name, scope, language())
    content, file_name = sheets.FORMATS[ending](table), f"{name}-{number or year()}.{ending}"
    noted(file_name, len(table.rows))
    return download(content, file_name)


def noted(file_name: str, rows: int) -> None:
    """Who took the file is noted in a transaction of its own, for a GET only reads."""
    with campaign().database.write() as writing:
        me = writing.get_one(User, by().user_id)
        Act(writing, now(), by()).record("export", me, {}, {"file_name": file_name, "rows": rows})
