"""Signing in with the organisation's own account: OpenID Connect by Authlib (code flow, PKCE, signed ID token).

The provider sends the browser back by GET, which changes nothing here: it fills a signed cookie for some minutes, and
the button that the page shows signs in. Only people of the desk get in; the first time they are known by their
confirmed mail address, from then on by the provider's ``sub``, which never changes (OpenID Connect Core, section 5.7).
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, abort, current_app, render_template, request, url_for
from flask import session as cookie
from joserfc.errors import JoseError
from requests.exceptions import RequestException
from werkzeug.wrappers import Response

from campaign.access import one_time_links, signin
from campaign.config import Config
from campaign.models import User
from campaign.web import policy
from campaign.web.language import inside
from campaign.web.session import campaign, now, session
from campaign.web.signin import enter
from campaign.web.templates import absolute

log = logging.getLogger(__name__)

blueprint = Blueprint("oidc", __name__, url_prefix="/signin/oidc")
NAME = "oidc"
PATIENCE_SECONDS = 10
A_WHILE = timedelta(minutes=5)
TROUBLES = (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError)


def init(app: Flask, config: Config) -> None:
    settings = config.signin
    oauth = OAuth(app)
    if settings.issuer:
        oauth.register(
            NAME,
            client_id=settings.client_id,
            client_secret=settings.client_secret or None,
            server_metadata_url=f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email profile",
                "code_challenge_method": "S256",
                "default_timeout": PATIENCE_SECONDS,
            },
        )


@blueprint.get("")
@policy.public
def leave_for() -> Response | tuple[str, int]:
    """Off to the provider; it learns where to send the browser back from our configuration, not from the request."""
    cookie["to"] = inside(request.args.get("to", ""))
    try:
        answer: Response = provider().authorize_redirect(absolute(url_for("oidc.back")))
    except TROUBLES as error:
        return failed(error)
    return answer


@blueprint.get("/back")
@policy.public
def back() -> tuple[str, int]:
    try:
        claims = confirmed()
    except TROUBLES as error:
        return failed(error)
    cookie["claims"] = {**claims, "at": now().isoformat()}
    return render_template("signin/confirmed.html", address=claims["email"]), 200


@blueprint.post("/entry")
@policy.public
def come_in() -> Response | tuple[str, int]:
    claims = cookie.pop("claims", None)
    if not claims or now() - datetime.fromisoformat(claims["at"]) > A_WHILE:
        return failed(ValueError("no fresh claims"))
    user = one_time_links.spend(session(), claims["nonce"], now=now(), life=A_WHILE) and owner(claims)
    return enter(user, way="oidc") if user else failed(ValueError("nobody of the desk"))


def confirmed() -> dict[str, str]:
    """What the provider says of the person, its signature, audience, nonce and issuer checked."""
    client = provider()
    issuer = str(client.load_server_metadata()["issuer"])
    if issuer.rstrip("/") != campaign().config.signin.issuer.rstrip("/"):
        raise ValueError("the provider calls itself by another name")
    claims = client.authorize_access_token()["userinfo"]
    address = str(claims["email"]) if claims.get("email_verified") is True else ""
    return {"sub": f"{issuer} {claims['sub']}", "email": address, "nonce": str(claims["nonce"])}


def owner(claims: dict[str, str]) -> User | None:
    """The active person behind these claims."""
    known = signin.user_of_subject(session(), claims["sub"])
    if known is None and claims["email"]:
        known = signin.user_of(session(), claims["email"])
        if known is not None and known.oidc_subject is None:
            known.oidc_subject = claims["sub"]
    return known if known is not None and known.oidc_subject == claims["sub"] and known.is_active else None


def provider() -> Any:  # noqa: ANN401 - Authlib has no types
    client = current_app.extensions["authlib.integrations.flask_client"].create_client(NAME)
    return client or abort(404)


def failed(error: Exception) -> tuple[str, int]:
    log.warning("sign-in by the provider failed: %s", type(error).__name__, extra={"action": "oidc_failed"})
    return render_template("signin/refused.html"), 400
