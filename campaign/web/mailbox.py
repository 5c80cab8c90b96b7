"""The demonstration's mailbox: the mails that the product wrote, as their readers would see them.

Registered by ``campaign demo`` alone, because it shows everybody's mail to everybody.
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, Response, render_template

from campaign.errors import NotFound
from campaign.web import policy
from campaign.web.sentmail import Mail, framing, html_part, opened
from campaign.web.session import campaign

blueprint = Blueprint("mailbox", __name__, url_prefix="/mailbox")
MOST_SHOWN = 200


def init(app: Flask) -> None:
    app.register_blueprint(blueprint)
    app.jinja_env.globals["mailbox"] = True


@blueprint.get("")
@policy.public
def index() -> str:
    return render_template("mailbox/index.html", mails=mails(folder()))


@blueprint.get("/<name>")
@policy.public
def show(name: str) -> Response:
    return framing("mailbox/show.html", mail=one(name))


@blueprint.get("/<name>/letter")
@policy.public
def letter(name: str) -> Response:
    return html_part(one(name))


def folder() -> Path:
    config = campaign().config
    return config.path(config.mail.folder)


def mails(folder: Path) -> list[Mail]:
    """The newest mails first."""
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    return [read(file) for file in files[:MOST_SHOWN]]


def one(name: str) -> Mail:
    known = {file.stem: file for file in folder().glob("*.eml")}
    if name not in known:
        raise NotFound("Không có thư này trong hộp thư.")
    return read(known[name])


def read(file: Path) -> Mail:
    return opened(file.read_bytes(), file.stem)
