"""Signing in with the organisation's own account: OpenID Connect by Authlib (code flow, PKCE, signed ID token).

The state of a sign-in is a row; the browser holds a random key that goes with it, and no cookie says who somebody is.
The provider sends the browser back by GET, which changes nothing here: only the button that the page shows asks the
provider and signs in. Only people of the desk get in; the first time they are known by their confirmed mail address,
from then on by the provider's ``sub``, which never changes (OpenID Connect Core, section 5.7).
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, abort, current_app, redirect, render_template, request, url_for
from flask import session as cookie
from joserfc.errors import JoseError
from requests.exceptions import RequestException
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response

from campaign import tokens
from campaign.access import one_time_links, signin, throttle
from campaign.access.throttle import Limit
from campaign.audit import NOBODY, Act
from campaign.config import Config
from campaign.models import OneTimeLink, Purpose, User
from campaign.web import identity, policy
from campaign.web.language import inside
from campaign.web.session import campaign, now, session
from campaign.web.signin import enter
from campaign.web.templates import absolute

log = logging.getLogger(__name__)

blueprint = Blueprint("oidc", __name__, url_prefix="/signin/oidc")
NAME = "oidc"
PATIENCE_SECONDS = 10
A_WHILE = timedelta(minutes=5)
BEGINNINGS = Limit("provider", most=600)
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
    asked, client = tokens.fresh(), provider()
    try:
        away = client.create_authorization_url(address_of_return(), **secrets_of(begun(asked)))
    except TROUBLES as error:
        return failed(error)
    cookie["to"] = inside(request.args.get("to", ""))
    answer = redirect(away["url"])
    identity.keep(answer, NAME, asked, seconds=A_WHILE.seconds)
    return answer


@blueprint.get("/back")
@policy.public
def back() -> tuple[str, int]:
    """The button; the code that the provider gave is not used by looking at it."""
    given = {name: request.args.get(name, "") for name in ("code", "state")}
    return render_template("signin/confirmed.html", given=given), 200 if all(given.values()) else 400


@blueprint.post("/entry")
@policy.public
def come_in() -> Response | tuple[str, int]:
    try:
        claims = confirmed(request.form.get("state", ""), request.form.get("code", ""))
    except TROUBLES as error:
        return failed(error)
    user = owner(claims)
    return enter(user, way=NAME) if user else failed(ValueError("nobody of the desk"))


def begun(asked: str) -> OneTimeLink:
    """The state of one sign-in, kept at the server. Raises ``TooManyRequests`` for a network that begins too many."""
    part, secret = campaign(), campaign().config.server.secret_key
    with part.database.write() as writing:
        work = Act(writing, now(), NOBODY)
        if not throttle.take(work, BEGINNINGS, identity.network()):
            raise TooManyRequests
        return one_time_links.new(work, Purpose.PROVIDER, secret=secret, asked=asked, life=A_WHILE, way=NAME)


def secrets_of(link: OneTimeLink) -> dict[str, str]:
    """What goes with this one sign-in (RFC 9700): whoever has the database alone, or the key alone, knows none."""
    secret = campaign().config.server.secret_key
    return {
        "state": one_time_links.token_of(link, secret),
        "nonce": tokens.derived(secret, "oidc.nonce", link.seed),
        "code_verifier": tokens.derived(secret, "oidc.verifier", link.seed),
    }


def used(state: str) -> dict[str, str]:
    """The secrets of the sign-in that this browser began, used up by this. Raises ``ValueError`` for any other."""
    with campaign().database.write() as writing:
        link = one_time_links.find(writing, state, Purpose.PROVIDER, now=now())
        if link is None or not one_time_links.use(Act(writing, now(), NOBODY), link, asked=identity.cookie(NAME)):
            raise ValueError("no sign-in of this browser")
        return secrets_of(link)


def confirmed(state: str, code: str) -> dict[str, str]:
    """What the provider says of the person, its signature, audience, nonce and issuer checked."""
    known, client = used(state), provider()
    issuer = str(client.load_server_metadata()["issuer"])
    if issuer.rstrip("/") != campaign().config.signin.issuer.rstrip("/"):
        raise ValueError("the provider calls itself by another name")
    token = client.fetch_access_token(
        redirect_uri=address_of_return(), code=code, state=state, code_verifier=known["code_verifier"]
    )
    claims = client.parse_id_token(token, nonce=known["nonce"])
    address = str(claims["email"]) if claims.get("email_verified") is True else ""
    return {"sub": f"{issuer} {claims['sub']}", "email": address}


def address_of_return() -> str:
    return absolute(url_for("oidc.back"))


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
