"""One's own account."""

from __future__ import annotations

from flask import Blueprint, render_template

from campaign.web import policy

blueprint = Blueprint("account", __name__)


@blueprint.get("/account")
@policy.reader
def show() -> str:
    return render_template("account/show.html")
