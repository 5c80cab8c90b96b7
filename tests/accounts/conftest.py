"""An application whose clock the test moves, on both databases."""

from __future__ import annotations

from datetime import datetime

import pytest
from flask import Flask

from accounts.house import Hour, Mailbox, application
from campaign.config import Config
from campaign.db import Database


@pytest.fixture
def hour(now: datetime) -> Hour:
    return Hour(now)


@pytest.fixture
def app(config: Config, database: Database, hour: Hour) -> Flask:
    return application(config, database, hour)


@pytest.fixture
def mailbox(app: Flask, config: Config, hour: Hour) -> Mailbox:
    return Mailbox(app, config.folder / "mail", hour)
