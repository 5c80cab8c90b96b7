"""The desk's navigation: the pages that the signed-in user may open."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, current_app
from flask_babel import lazy_gettext as _

from campaign.web import policy
from campaign.web.desk import words

ROOMS = (
    ("board.show", _("Bảng công việc")),
    ("plans.index", _("Kế hoạch")),
    ("figures.show", _("Theo dõi")),
    ("people.index", _("Nhân sự và nhóm")),
    ("mail.index", _("Thư")),
    ("history.index", _("Nhật ký")),
    ("rules.index", _("Thiết lập")),
    ("users.index", _("Người dùng")),
)


def init(app: Flask) -> None:
    app.jinja_env.filters.update(words.FILTERS)
    app.jinja_env.globals.update(actor=policy.actor, desk_pages=pages)


def pages() -> Iterator[tuple[str, str]]:
    """Endpoint and words of each room that exists and is open to this person."""
    person = policy.actor()
    for endpoint, name in ROOMS:
        view = current_app.view_functions.get(endpoint)
        if view is not None and policy.is_open(view, person):
            yield endpoint, str(name)
