"""Somebody at the desk: a real person, a real session, and forms with the token that a page would have given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from campaign.access import sessions
from campaign.access.sessions import Browser
from campaign.audit import NOBODY, Act
from campaign.models import Group, Role, User
from campaign.web.identity import SIGN_IN, cookie_name

NUMBERS = count(1)
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def person(app: Flask, role: Role = Role.ADMINISTRATOR, groups: Iterable[int] | None = None, **values: object) -> int:
    """The id of a new person of the desk; ``groups`` limit an organizer to these."""
    part = app.extensions["campaign"]
    address = str(values.pop("address", f"can-bo-{next(NUMBERS)}@example.org"))
    with part.database.write() as session:
        found = [session.get_one(Group, number) for number in groups or ()]
        made = User(
            name="Lê Thị Bích Hằng",
            address=address,
            address_key=address,
            role=role,
            is_limited=groups is not None,
            groups=found,
            created_at=part.now(),
        )
        for name, value in values.items():
            setattr(made, name, value)
        session.add(made)
        session.flush()
        return made.id


def signed_in(app: Flask, role: Role = Role.ADMINISTRATOR, groups: Iterable[int] | None = None) -> FlaskClient:
    """A browser in which a new person of this role has just signed in."""
    return browser_of(app, person(app, role, groups))


def browser_of(app: Flask, user_id: int) -> FlaskClient:
    """A browser in which this person has just signed in."""
    part = app.extensions["campaign"]
    with part.database.write() as session:
        user = session.get_one(User, user_id)
        key = sessions.begin(Act(session, part.now(), NOBODY), user, way="link", browser=Browser())
    client = app.test_client()
    host = urlsplit(part.config.server.base_url).hostname or "localhost"
    client.set_cookie(cookie_name(app, SIGN_IN), key, domain=host)
    return client


def token(client: FlaskClient, page: str = "/account") -> str:
    """The token that a page's forms carry."""
    found = TOKEN.search(client.get(page).get_data(as_text=True))
    assert found, f"{page} shows no form"
    return found[1]


def post(client: FlaskClient, url: str, data: Mapping[str, object] | None = None, **options: object) -> TestResponse:
    """Send a form as a person would, from a page of the desk."""
    return client.post(url, data={"csrf_token": token(client), **(data or {})}, **options)
