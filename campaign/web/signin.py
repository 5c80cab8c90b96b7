"""Signing in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from campaign import presence
from campaign.web import identity, policy
from campaign.web.session import now, session

blueprint = Blueprint("signin", __name__)


@blueprint.get("/signin")
@policy.public
def show() -> str:
    return render_template("signin/show.html")


@blueprint.post("/signout")
@policy.reader
def leave() -> Response:
    """End this session; the browser forgets what it has seen."""
    here = identity.here()
    presence.end(session(), here.user_id, now=now(), by=here.name, only=here.id)
    answer = redirect(url_for("signin.show"), code=303)
    identity.drop(answer, identity.SIGN_IN)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
