"""The demonstration's mailbox: the mails that the product wrote, as their readers would see them.

Registered by ``campaign demo`` alone, because it shows everybody's mail to everybody.
"""

from __future__ import annotations

import email
from dataclasses import dataclass
from datetime import datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

from flask import Blueprint, Flask, Response, make_response, render_template

from campaign.errors import NotFound
from campaign.web import policy
from campaign.web.security import POLICY
from campaign.web.session import campaign

blueprint = Blueprint("mailbox", __name__, url_prefix="/mailbox")
MOST_SHOWN = 200
# The letter brings its own inlined styles; nothing else in it may run or load.
LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as read back from its file."""

    name: str
    to: str
    subject: str
    date: datetime
    text: str
    html: str


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
    answer = make_response(render_template("mailbox/show.html", mail=one(name)))
    answer.headers["Content-Security-Policy"] = f"{POLICY}; frame-src 'self'"
    return answer


@blueprint.get("/<name>/letter")
@policy.public
def letter(name: str) -> Response:
    """The HTML part alone, shut in a sandbox."""
    headers = {"Content-Security-Policy": LETTER_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(one(name).html, headers=headers, content_type="text/html; charset=utf-8")


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


def opened(data: bytes, name: str) -> Mail:
    message = email.message_from_bytes(data)
    return Mail(
        name=name,
        to=decoded(message["To"]),
        subject=decoded(message["Subject"]),
        date=parsedate_to_datetime(message["Date"]),
        text=body(message, "text/plain"),
        html=body(message, "text/html"),
    )


def decoded(value: str) -> str:
    return str(make_header(decode_header(value)))


def body(message: Message, kind: str) -> str:
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == kind and isinstance(payload, bytes):
            return payload.decode("utf-8")
    return ""
