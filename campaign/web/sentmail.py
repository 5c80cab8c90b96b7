"""A mail as it was sent, opened on a page: its headers and texts, and its HTML part in a sandbox."""

from __future__ import annotations

import email
from dataclasses import dataclass
from datetime import datetime
from email.policy import default
from typing import Any

from flask import Response, make_response, render_template

from campaign.web.security import POLICY

# The mail brings its own inlined styles; nothing else in it may run or load.
LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups"


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as its reader sees it."""

    name: str
    to: str
    subject: str
    date: datetime
    text: str
    html: str


def opened(data: bytes, name: str) -> Mail:
    message = email.message_from_bytes(data, policy=default)
    text, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    return Mail(
        name=name,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        date=message["Date"].datetime,
        text=text.get_content() if text else "",
        html=html.get_content() if html else "",
    )


def framing(template: str, **values: Any) -> Response:  # noqa: ANN401 - what the template asks for
    """A page that shows the HTML part in a frame."""
    answer = make_response(render_template(template, **values))
    answer.headers["Content-Security-Policy"] = f"{POLICY}; frame-src 'self'"
    return answer


def html_part(mail: Mail) -> Response:
    """The HTML part alone, in a sandbox."""
    headers = {"Content-Security-Policy": LETTER_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(mail.html, headers=headers, content_type="text/html; charset=utf-8")
