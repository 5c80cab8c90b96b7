"""The first page of the desk: what needs a person now."""

from __future__ import annotations

from flask import Blueprint, render_template

from campaign.desk import attention
from campaign.desk.board import BoardFilter, board
from campaign.web import policy
from campaign.web.desk.board import may
from campaign.web.scope import within
from campaign.web.session import now, session, today

blueprint = Blueprint("attention", __name__, url_prefix="/desk/today")


@blueprint.get("")
@policy.reader
def show() -> str:
    year = board(session(), today().year, BoardFilter(), now=now(), today=today())
    found = attention.attention(session(), year, now=now(), today=today(), within=within())
    return render_template("desk/today.html", found=found, steps=attention.first_steps(session()), may=may)
