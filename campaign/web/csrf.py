"""Forms come from our own pages: Flask-WTF's token, on every route that may change something.

Beside it stands ``security.same_origin``. The few routes without a token are named here: whoever holds the key in their
address may act, and a mail program that unsubscribes with one click (RFC 8058) has no page to take a token from; the
choice of a language stands on pages that every cache may keep.
"""

from __future__ import annotations

from flask import Flask, request
from flask_babel import gettext
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from markupsafe import Markup

from campaign.web import errors, policy

EXEMPT = frozenset({"language.keep", "links.unsubscribe", "links.make_feed"})
FIELD = Markup('<input type="hidden" name="csrf_token" value="{}">')

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


def field() -> Markup:
    """The hidden field that every form of ours carries."""
    return FIELD.format(generate_csrf())


def refused(_error: CSRFError) -> errors.Answer:
    """A form of an older session is not lost: who is signed in sees it kept, with a token of now, and sends it again.

    Only a browser that says where the form comes from is offered that; ``security.same_origin`` has looked at it.
    """
    told = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    again = told and policy.actor() is not None
    sentence = gettext("Biểu mẫu này đã cũ hoặc trình duyệt không nhận cookie; đồng chí mở lại trang rồi gửi lại.")
    if again:
        sentence = gettext("Biểu mẫu này thuộc phiên làm việc trước; những gì đã nhập vẫn còn.")
    return errors.of_status(400, sentence=sentence, again=again)
