"""Forms come from our own pages: Flask-WTF's token, on every route that may change something.

Beside it stands ``security.same_origin``. The few routes without a token are named here: whoever holds the key in their
address may act, and a mail program that unsubscribes with one click (RFC 8058) has no page to take a token from; the
choice of a language stands on pages that every cache may keep.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Flask, request
from flask_babel import gettext
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from markupsafe import Markup

from campaign.access import one_time_links
from campaign.audit import Act
from campaign.errors import Conflict
from campaign.models import Purpose
from campaign.web import errors, policy
from campaign.web.session import now, session

EXEMPT = frozenset({"answers.answer", "language.keep", "links.unsubscribe", "links.make_feed"})
FIELD = Markup('<input type="hidden" name="csrf_token" value="{}"><input type="hidden" name="form_key" value="{}">')
KEPT = timedelta(days=2)
View = TypeVar("View", bound=Callable[..., object])

protection = CSRFProtect()


def init(app: Flask) -> None:
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,  # it would ask before the policy has spoken
        WTF_CSRF_TIME_LIMIT=None,  # a form may stay open for as long as its session
        WTF_CSRF_SSL_STRICT=False,  # we send no Referer; same_origin looks at better headers
    )
    protection.init_app(app)
    app.before_request(check)
    app.register_error_handler(CSRFError, refused)
    app.jinja_env.globals["csrf"] = field


def check() -> None:
    """An address that no route serves, or not by this method, has its own answer."""
    if request.endpoint is not None and request.endpoint not in EXEMPT:
        protection.protect()


def once(view: View) -> View:
    """A route that makes something new: the same form, sent twice or four times at once, makes it once.

    The form's key is used up in the transaction of the route, so what was refused may be sent again.
    """

    @wraps(view)
    def guarded(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        key, person = request.form.get("form_key", ""), policy.actor()
        if key and person and not one_time_links.spend(Act(session(), now(), person), key, Purpose.FORM, life=KEPT):
            raise Conflict("Biểu mẫu này đã được gửi rồi; đồng chí xem lại danh sách trước khi nhập lần nữa.")
        return view(*args, **options)

    return cast("View", guarded)


def field() -> Markup:
    """The hidden field that every form of ours carries."""
    return FIELD.format(generate_csrf(), secrets.token_urlsafe(12))


def refused(_error: CSRFError) -> errors.Answer:
    """A form of an older session is not lost: who is signed in sees it kept, with a token of now, and sends it again.

    Only a browser that says where the form comes from is offered that; ``security.same_origin`` has looked at it.
    """
    says_origin = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    again = says_origin and policy.actor() is not None
    sentence = gettext("Biểu mẫu này đã cũ hoặc trình duyệt không nhận cookie; đồng chí mở lại trang rồi gửi lại.")
    if again:
        sentence = gettext("Biểu mẫu này thuộc phiên làm việc trước; những gì đã nhập vẫn còn.")
    return errors.of_status(400, sentence=sentence, again=again)
