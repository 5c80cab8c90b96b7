"""Where pages come from, and the words and numbers that they ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, urlencode

from flask import Flask, Response, current_app, g, request
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, pass_context
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from campaign import kinds, places
from campaign.config import Config
from campaign.web import words
from campaign.web.facts import facts
from campaign.web.language import language
from campaign.web.registers import words as register_words
from campaign.web.session import SAFE, campaign, now, today

PACKAGE = Path(__file__).parent.parent
KEPT = "public, max-age=31536000, immutable"


def init(app: Flask, config: Config) -> None:
    own = [config.path(config.server.templates)] if config.server.templates else []
    app.jinja_loader = ChoiceLoader([FileSystemLoader(folder) for folder in (*own, places.templates())])
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(words.FILTERS | {name: asked(said) for name, said in register_words.FILTERS.items()})
    app.jinja_env.globals.update(
        organisation=config.organisation,
        endpoints=app.view_functions,
        static=static,
        here=here,
        absolute=absolute,
        legend=words.legend,
        facts=facts,
        kind_labels=words.kind_labels,
        kinds_offering=lambda group: [kind for kind in kinds.Kind if group in kind.traits.form],
        mail_held_at=mail_held_at,
    )
    app.after_request(lasting)
    app.context_processor(lambda: {"now": now(), "today": today(), "language": language()})


def mail_held_at() -> datetime | None:
    """Since when all mail is held, for the banner of whoever is signed in; None if it is not."""
    return g.desk_session.mail_held_at if "desk_session" in g else None


def asked(words: Callable[..., object]) -> Callable[..., object]:
    """A filter that is asked in every request.

    Of a constant Jinja asks it once, when it compiles the page, and would keep the words in that reader's language.
    """
    return pass_context(lambda _context, *values, **named: words(*values, **named))


def static(name: str) -> str:
    """The address of a static file, with its edition: a browser keeps it until the file changes.

    It needs no routing: an error page of a request for an unknown host has none.
    """
    return f"{request.script_root}/static/{name}?v={_edition(name)}"


@lru_cache(maxsize=64)
def _edition(name: str) -> str:
    return hashlib.sha256((PACKAGE / "static" / name).read_bytes()).hexdigest()[:12]


def lasting(response: Response) -> Response:
    """A static file that was asked for by its edition may be kept for good."""
    if response.status_code == HTTPStatus.OK and request.endpoint == "static" and "v" in request.args:
        name = (request.view_args or {})["filename"]
        if request.args["v"] == _edition(name):
            response.headers["Cache-Control"] = KEPT
    return response


def here() -> str:
    """The address of this page within the site, without a language chosen for once.

    A page that answers a form may stand where nothing can be opened: then the nearest page above it.
    """
    query = urlencode([(name, value) for name, value in request.args.items(multi=True) if name != "lang"])
    path = request.path
    while request.method not in SAFE and path != "/" and not _opens(path):
        path = path.rpartition("/")[0] or "/"
    return request.script_root + quote(path) + (f"?{query}" if query else "")


def _opens(path: str) -> bool:
    """Whether a browser may open this path."""
    try:
        current_app.create_url_adapter(request).match(path, method="GET")  # type: ignore[union-attr]
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True


def absolute(path: str) -> str:
    """The address by which the world reaches a path: the configured one, never the one that a request claims."""
    base = campaign().config.server.base_url.rstrip("/")
    return base + path.removeprefix(request.script_root)
