"""Search over everything that the desk knows."""

from __future__ import annotations

from flask import Blueprint, render_template

from campaign.pages import searching
from campaign.web import policy
from campaign.web.scope import within, words
from campaign.web.session import session, today

blueprint = Blueprint("search", __name__, url_prefix="/desk/search")


@blueprint.get("")
@policy.reader
def index() -> str:
    found = searching.search(session(), words(), today=today(), within=within())
    return render_template("search/index.html", words=words(), found=found, least=searching.LEAST_LETTERS)
