"""The desk's navigation: the pages that the signed-in user may open."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, current_app, request
from flask_babel import lazy_gettext as _

from campaign.web import policy

BOARD = {
    "board",
    "desk_events",
    "decisions",
    "occurrences",
    "rolling",
    "publication",
    "invited",
    "attendance",
    "checkin",
}
FOLLOW_UP = {"figures", "reports", "duties", "targets", "records", "costs"}
SECTIONS = (
    ("attention.show", _("Hôm nay"), {"attention"}),
    ("board.show", _("Bảng công việc"), BOARD),
    ("plans.index", _("Kế hoạch"), {"plans"}),
    ("figures.show", _("Theo dõi"), FOLLOW_UP),
    ("people.index", _("Nhân sự và nhóm"), {"people", "groups", "duplicates", "imports", "personal_data"}),
    ("mail.index", _("Thư"), {"mail"}),
    ("history.index", _("Nhật ký"), {"history"}),
    ("rules.index", _("Thiết lập"), {"rules", "texts", "holidays", "rooms"}),
    ("users.index", _("Người dùng"), {"users"}),
)
"""The first page of each section, its name, and the blueprints whose pages belong to it."""


def init(app: Flask) -> None:
    app.jinja_env.globals.update(actor=policy.actor, desk_pages=pages)


def pages() -> Iterator[tuple[str, str, str]]:
    """Endpoint and name of each section that is open to this person, and what ``aria-current`` says of it."""
    person = policy.actor()
    for endpoint, name, blueprints in SECTIONS:
        view = current_app.view_functions.get(endpoint)
        if view is not None and policy.is_open(view, person):
            here = "page" if request.endpoint == endpoint else "true" if request.blueprint in blueprints else ""
            yield endpoint, str(name), here
