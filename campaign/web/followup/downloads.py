"""Files to keep: the documents of one occurrence, lists as .xlsx and .csv, and whatever other pages hand over."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, make_response, request
from werkzeug.wrappers import Response

from campaign.audit import Act
from campaign.documents import event as documents
from campaign.documents import lists, sheets
from campaign.documents.lists import LISTS, Scope
from campaign.errors import NotFound
from campaign.followup import attendance
from campaign.models import User
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of
from campaign.web.language import language
from campaign.web.scope import by, within, year
from campaign.web.session import campaign, now, session, today

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"docx": WORD, "xlsx": EXCEL, "csv": "text/csv; charset=utf-8"}

blueprint = Blueprint("downloads", __name__, url_prefix="/desk")


@blueprint.get("/occurrences/<int:number>/<any(invitation, minutes, sign_in):name>.docx")
@policy.organizer
def document(number: int, name: str) -> Response:
    event, occurrence = occurrence_of(number)
    people = [(one.name, one.unit) for one in attendance.expected(session(), occurrence) if one.is_coming]
    content = documents.document(name, event, occurrence, people, campaign().config, today=today())
    return download(content, documents.DOCUMENTS[name][2])


@blueprint.get("/lists/<name>.<any(csv, xlsx):ending>")
@policy.organizer
def listed(name: str, ending: str) -> Response:
    """Whatever the reader sees as a list; the audit log says who took it."""
    if name not in LISTS:
        raise NotFound("Không có danh sách này.")
    number = request.args.get("occurrence", 0, int)
    if number:
        occurrence_of(number)
    scope = Scope(year(), today(), campaign().config.zone, within(), number or None)
    table = lists.table(session(), name, scope, language())
    content, file_name = sheets.FORMATS[ending](table), f"{name}-{number or year()}.{ending}"
    record_export(file_name, len(table.rows))
    return download(content, file_name)


def record_export(file_name: str, rows: int) -> None:
    """Who took the file is recorded in a transaction of its own, for a GET only reads."""
    with campaign().database.write() as writing:
        me = writing.get_one(User, by().user_id)
        Act(writing, now(), by()).record("export", me, {}, {"file_name": file_name, "rows": rows})


def download(content: bytes, name: str) -> Response:
    """The bytes as a file to keep, never shown in the page; what is no document of ours has no type of its own."""
    answer = make_response(content)
    answer.headers["Content-Type"] = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    answer.headers["Content-Security-Policy"] = "sandbox"
    return answer
