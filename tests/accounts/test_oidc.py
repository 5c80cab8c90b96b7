"""Signing in with the organisation's own account, against a provider that keeps to the standard, or does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask
from joserfc.jwk import RSAKey
from sqlalchemy import select
from support.desk import person

from accounts.house import application
from accounts.provider import Provider
from campaign.models import Role, SignIn, User

pytestmark = pytest.mark.only("sqlite")
ADDRESS = "trang@example.org"
FIELD = re.compile(r'name="(csrf_token|code|state)" value="([^"]*)"')


@pytest.fixture
def provider() -> Iterator[Provider]:
    with Provider() as running:
        yield running


@pytest.fixture
def app(config, database, hour, provider) -> Flask:
    signin = replace(config.signin, issuer=provider.issuer, client_id="campaign", client_secret="s")
    return application(replace(config, signin=signin), database, hour)


def come_back(client, provider, to="/account"):
    """The page to which the provider sends the browser back."""
    location = client.get("/signin/oidc", query_string={"to": to}).location
    assert location.startswith(f"{provider.issuer}/authorize?")
    back = provider.authorize(location)
    assert urlsplit(back).netloc == "lich.example.org"
    return client.get(back)


def enter(client, answer):
    fields = dict(FIELD.findall(answer.get_data(as_text=True)))
    return client.post("/signin/oidc/entry", data=fields)


def test_person_of_the_desk_gets_in(app, provider, database) -> None:
    user_id = person(app, Role.ORGANIZER, address=ADDRESS)
    client = app.test_client()
    answer = come_back(client, provider)
    assert client.get("/account").status_code == 302
    assert enter(client, answer).location == "/account"
    assert client.get("/account").status_code == 200
    with database.read() as session:
        assert session.get_one(User, user_id).oidc_subject == f"{provider.issuer} 4711"


def test_known_subject_gets_in_whatever_the_address(app, provider) -> None:
    person(app, address=ADDRESS, oidc_subject=f"{provider.issuer} 4711")
    provider.claims = {"email": "moi@example.org"}
    client = app.test_client()
    assert enter(client, come_back(client, provider)).status_code == 303


@pytest.mark.parametrize(
    "claims",
    [{"email": "ai-do@example.org"}, {"email_verified": False}, {"email_verified": "true"}, {"sub": "4712"}],
)
def test_nobody_else_gets_in(app, provider, database, claims) -> None:
    bound = f"{provider.issuer} 4711" if "sub" in claims else None
    person(app, address=ADDRESS, oidc_subject=bound)
    provider.claims = claims
    client = app.test_client()
    assert enter(client, come_back(client, provider)).status_code == 400
    with database.read() as session:
        assert session.scalars(select(SignIn)).all() == []


def test_disabled_person_stays_out(app, provider, hour) -> None:
    person(app, address=ADDRESS, disabled_at=hour(), oidc_subject=f"{provider.issuer} 4711")
    client = app.test_client()
    assert enter(client, come_back(client, provider)).status_code == 400


@pytest.mark.parametrize(
    "claims", [{"aud": "another"}, {"iss": "https://evil.example"}, {"nonce": "old"}, {"exp": 1_000_000_000}]
)
def test_token_that_is_not_for_us_is_refused(app, provider, claims) -> None:
    person(app, address=ADDRESS)
    provider.claims = claims
    client = app.test_client()
    assert enter(client, come_back(client, provider)).status_code == 400


def test_token_of_another_key_is_refused(app, provider) -> None:
    person(app, address=ADDRESS)
    provider.signing = RSAKey.generate_key(2048, {"kid": "1"})
    client = app.test_client()
    assert enter(client, come_back(client, provider)).status_code == 400


def test_answer_to_another_browser_is_refused(app, provider) -> None:
    person(app, address=ADDRESS)
    back = provider.authorize(app.test_client().get("/signin/oidc").location)
    other = app.test_client()
    assert enter(other, other.get(back)).status_code == 400


def test_confirmation_works_once(app, provider) -> None:
    person(app, address=ADDRESS)
    client = app.test_client()
    answer = come_back(client, provider)
    key = client.get_cookie("__Host-oidc", domain="lich.example.org").value
    assert enter(client, answer).status_code == 303
    thief = app.test_client()
    thief.set_cookie("__Host-oidc", key, domain="lich.example.org")
    page = thief.get("/signin/oidc/back?code=x&state=" + dict(FIELD.findall(answer.text))["state"])
    assert enter(thief, page).status_code == 400


@pytest.mark.requirement("S8")
@pytest.mark.parametrize("has_provider", [True, False])
def test_secret_key_alone_signs_in_as_nobody(config, database, hour, provider, has_provider) -> None:
    """Claims once lay in the signed cookie: whoever had the key wrote them, with or without a provider."""
    settings = replace(config.signin, issuer=provider.issuer, client_id="campaign") if has_provider else config.signin
    app = application(replace(config, signin=settings), database, hour)
    person(app, address=ADDRESS)
    client = app.test_client()
    with client.session_transaction(base_url="https://lich.example.org") as cookie:
        cookie["claims"] = {"sub": "x 1", "email": ADDRESS, "nonce": "n", "at": hour().isoformat()}
        cookie["csrf_token"] = "0" * 40
        cookie[f"_state_oidc_{'s' * 8}"] = {"data": {"nonce": "n", "code_verifier": "v" * 43}, "exp": 1e12}
    with app.test_request_context():
        from flask import session  # noqa: PLC0415 - the one of this context
        from flask_wtf.csrf import generate_csrf  # noqa: PLC0415

        session["csrf_token"] = "0" * 40
        token = generate_csrf()
    answer = client.post("/signin/oidc/entry", data={"csrf_token": token, "state": "s" * 8, "code": "x"})
    assert answer.status_code == (400 if has_provider else 404)
    assert client.get("/account").status_code == 302
    with database.read() as reading:
        assert reading.scalars(select(SignIn)).all() == []


def test_confirmation_is_of_use_for_five_minutes(app, provider, hour) -> None:
    person(app, address=ADDRESS)
    client = app.test_client()
    answer = come_back(client, provider)
    hour.later(minutes=6)
    assert enter(client, answer).status_code == 400


def test_provider_that_is_away_is_said_politely(config, database, hour) -> None:
    with Provider() as gone:
        pass
    signin = replace(config.signin, issuer=gone.issuer, client_id="campaign")
    client = application(replace(config, signin=signin), database, hour).test_client()
    assert "/signin/oidc" in client.get("/signin").get_data(as_text=True)
    assert client.get("/signin/oidc").status_code == 400


def test_house_without_provider_has_no_such_page(config, database, hour) -> None:
    client = application(config, database, hour).test_client()
    assert client.get("/signin/oidc").status_code == 404
    assert "/signin/oidc" not in client.get("/signin").get_data(as_text=True)
