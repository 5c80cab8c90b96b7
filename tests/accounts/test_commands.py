"""The first way in: printed by a command, opened in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from accounts.house import LINK
from accounts.test_signin import send
from campaign import config as configuration
from campaign import create_app
from campaign.cli import campaign
from campaign.config import Config
from campaign.db import Database
from campaign.demo import ADMINISTRATOR, administrator
from campaign.models import Role, User

pytestmark = pytest.mark.only("sqlite")
LOCAL = re.compile(r"http://127\.0\.0\.1:8000(/signin/link/[\w-]+)")


@pytest.fixture
def house(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(campaign, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def users(config: Config) -> list[tuple[str, Role]]:
    database = Database(config.database_url)
    with database.read() as session:
        found = [(user.address, user.role) for user in session.scalars(select(User))]
    database.dispose()
    return found


@pytest.mark.requirement("S8")
@pytest.mark.parametrize("arguments", [(), ("--admin", "trang@example.org")])
def test_init_prints_a_link_for_the_first_administrator(house, arguments) -> None:
    link = LOCAL.search(run("init", *arguments))[1]
    config = configuration.load(house / "campaign.toml", {})
    assert users(config) == []
    app = create_app(config)
    client = app.test_client()
    send(client, link, {"name": "Nguyễn Thị Thu Trang", "address": "trang@example.org"}, page=link)
    assert client.get("/desk/users").status_code == 200
    assert users(config) == [("trang@example.org", Role.ADMINISTRATOR)]


def test_admin_prints_a_link_for_this_address(house) -> None:
    run("init")
    link = LOCAL.search(run("admin", "Trang@Example.org"))[1]
    client = create_app(configuration.load(house / "campaign.toml", {})).test_client()
    assert 'value="Trang@example.org" readonly' in client.get(link).get_data(as_text=True)


def test_admin_refuses_what_is_no_address(house) -> None:
    run("init")
    result = CliRunner().invoke(campaign, ["admin", "trang"])
    assert result.exit_code != 0
    assert "không phải là địa chỉ thư" in result.exception.message


def test_demo_has_somebody_at_the_desk(app, database, config, hour) -> None:
    with database.write() as session:
        token = administrator(session, config, now=hour())
    link = f"/signin/link/{token}"
    assert LINK.fullmatch(f"https://lich.example.org{link}")
    client = app.test_client()
    send(client, link, page=link)
    assert ADMINISTRATOR in client.get("/").get_data(as_text=True)
