"""The page of the audit log: who did what and when, with the values before and after."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from campaign.desk import audit_pages
from campaign.desk.audit_pages import AuditFilter
from campaign.desk.event_overview import Names, names_of
from campaign.desk.scheduling import SUBJECT
from campaign.models import AuditEntry
from campaign.web import policy
from campaign.web.registers.words import SUBJECTS
from campaign.web.scope import by, day, within
from campaign.web.session import campaign, session

blueprint = Blueprint("history", __name__, url_prefix="/desk/history")


@blueprint.get("")
@policy.reader
def index() -> str:
    chosen, before = chosen_filter(), request.args.get("before", None, int)
    zone, user_id = campaign().config.zone, by().user_id
    found, older = audit_pages.listed(session(), chosen, zone=zone, before=before, within=within(), user_id=user_id)
    authors = audit_pages.authors(session()) if within() is None else [by().name]
    page = {"chosen": chosen, "found": found, "older": older, "authors": authors, "names": named(found)}
    return render_template("history/index.html", subjects=SUBJECTS, **page)


def chosen_filter() -> AuditFilter:
    return AuditFilter(
        name=request.args.get("name", ""),
        subject=request.args.get("subject", ""),
        subject_id=request.args.get("id", None, int),
        since=day("since"),
        until=day("until"),
    )


def named(found: list[AuditEntry]) -> Names:
    """What the ids in these acts on events are called."""
    acts = [act for act in found if act.subject_type == SUBJECT]
    return names_of(session(), (values for act in acts for values in (act.old, act.new)))
