"""Which language a page speaks: asked for in the address, chosen before, preferred by the browser, or the agency's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.support import NullTranslations
from flask import Blueprint, Flask, Response, g, redirect, render_template, request
from flask_babel import Babel, Domain, force_locale, get_locale
from werkzeug.exceptions import BadRequest

from campaign.mailing.composer import Render
from campaign.translations import SOURCE, TO_BODIES, languages, plain_language, translations
from campaign.web import policy
from campaign.web.session import campaign

COOKIE = "language"
A_YEAR = 365 * 24 * 3600

blueprint = Blueprint("language", __name__)


class Catalogues(Domain):  # type: ignore[misc]
    """Flask-Babel's domain, from the catalogues as written."""

    def get_translations(self) -> NullTranslations:
        return spoken()


class Languages(Babel):  # type: ignore[misc]
    domain_instance = Catalogues()


def init(app: Flask) -> None:
    Languages(app, default_locale=SOURCE, locale_selector=choose)
    app.register_blueprint(blueprint)


def language() -> str:
    """The language of this request's answer."""
    locale = get_locale()
    return locale.language if locale else SOURCE


def spoken() -> NullTranslations:
    """The words of this request's answer, for who reads it: one of us, or another body (``g.is_external``)."""
    to_body = g.get("is_external", False) and language() == SOURCE
    return translations(TO_BODIES if to_body else language())


def gettext(message: str, **values: object) -> str:
    """The message in the language of this request, with its values."""
    said = spoken().gettext(message)
    return said % values if values else said


def ngettext(one: str, many: str, number: int) -> str:
    """The message for so many things; ``%(num)s`` in it is the number."""
    return spoken().ngettext(one, many, number) % {"num": number}


def choose() -> str:
    known = languages()
    for wanted in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if wanted in known:
            return wanted
    default = campaign().config.organisation.language
    return request.accept_languages.best_match([default, *known]) or default


@blueprint.post("/language")
@policy.public
def keep() -> Response:
    """Remember the choice in this browser and go back to the page."""
    wanted = request.form.get("language", "")
    if wanted not in languages():
        raise BadRequest
    answer = redirect(inside(request.form.get("to", "")), code=303)
    answer.set_cookie(COOKIE, wanted, max_age=A_YEAR, secure=request.is_secure, httponly=True, samesite="Lax")
    return answer  # type: ignore[return-value]


def inside(address: str) -> str:
    """An address of this site as it is; any other becomes the front page."""
    plain = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if plain else "/"


def rendering(app: Flask) -> Render:
    """The application's templates, usable outside a request and in any language."""

    def render(template: str, language: str, values: Mapping[str, Any]) -> str:
        with app.app_context(), force_locale(plain_language(language)):
            g.is_external = language == TO_BODIES
            return render_template(template, **values)

    return render
