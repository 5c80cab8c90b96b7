"""The documents of one occurrence as downloads: its letter of invitation, minutes and sign-in sheet."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from campaign.documents import event as documents
from campaign.followup import attendance
from campaign.web import policy
from campaign.web.desk.loading import occurrence_of
from campaign.web.followup.files import download
from campaign.web.session import campaign, session, today

blueprint = Blueprint("documents", __name__, url_prefix="/desk/occurrences/<int:number>")


@blueprint.get("/<any(invitation, minutes, sign_in):name>.docx")
@policy.organizer
def show(number: int, name: str) -> Response:
    event, occurrence = occurrence_of(number)
    people = [(one.name, one.unit) for one in attendance.expected(session(), occurrence) if one.is_coming]
    content = documents.document(name, event, occurrence, people, campaign().config, today=today())
    return download(content, documents.DOCUMENTS[name][2])
