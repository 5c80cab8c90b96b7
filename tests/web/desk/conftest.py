"""The desk's agency and people with a browser in it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from support.desk import signed_in
from web.desk.house import House, build

from campaign.config import Config
from campaign.db import Database
from campaign.models import Role


@pytest.fixture
def house(database: Database, config: Config) -> House:
    return build(database, config)


@pytest.fixture
def desk(app: Flask, house: House) -> FlaskClient:
    """An organizer who may change everything."""
    return signed_in(app, Role.ORGANIZER)


@pytest.fixture
def reader(app: Flask, house: House) -> FlaskClient:
    return signed_in(app, Role.READER)


@pytest.fixture
def limited(app: Flask, house: House) -> FlaskClient:
    """An organizer of the committee alone."""
    return signed_in(app, Role.ORGANIZER, [house.committee])
