"""Signing in with the organisation's own account, against a provider that keeps to the standard, or does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask
from joserfc.jwk import RSAKey
from sqlalchemy import select
from support.desk import TOKEN, person

from accounts.house import application
from accounts.provider import Provider
from campaign.models import Role, SignIn, User

pytestmark = pytest.mark.only("sqlite")
ADDRESS = "trang@example.org"


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
    found = TOKEN.search(answer.get_data(as_text=True))
    return client.post("/signin/oidc/entry", data={"csrf_token": found[1]})


def test_person_of_the_desk_gets_in(app, provider, database) -> None:
    user_id = person(app, Role.ORGANIZER, address=ADDRESS)
    client = app.test_client()
    answer = come_back(client, provider)
    assert ADDRESS in answer.get_data(as_text=True)
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
    assert come_back(app.test_client(), provider).status_code == 400


def test_token_of_another_key_is_refused(app, provider) -> None:
    person(app, address=ADDRESS)
    provider.signing = RSAKey.generate_key(2048, {"kid": "1"})
    assert come_back(app.test_client(), provider).status_code == 400


def test_answer_to_another_browser_is_refused(app, provider) -> None:
    person(app, address=ADDRESS)
    back = provider.authorize(app.test_client().get("/signin/oidc").location)
    assert app.test_client().get(back).status_code == 400


def test_confirmation_works_once(app, provider) -> None:
    person(app, address=ADDRESS)
    client = app.test_client()
    answer = come_back(client, provider)
    cookie = client.get_cookie("__Host-session", domain="lich.example.org").value
    assert enter(client, answer).status_code == 303
    thief = app.test_client()
    thief.set_cookie("__Host-session", cookie, domain="lich.example.org")
    assert enter(thief, answer).status_code == 400


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
