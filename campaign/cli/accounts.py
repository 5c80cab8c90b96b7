"""``campaign admin``: the way in for the first administrator, and for one who is locked out."""

from __future__ import annotations

import click

from campaign import clock
from campaign.access.accounts import administrator_link
from campaign.audit import NOBODY, Act
from campaign.cli.context import Context, pass_surroundings
from campaign.config import Config
from campaign.db import Database
from campaign.mailer.address import parse_address


@click.command()
@click.argument("address")
@pass_surroundings
def admin(surroundings: Context, address: str) -> None:
    address = parse_address(address)
    with surroundings.database() as database:
        click.echo(link(database, surroundings.config, address))
    click.echo("Liên kết dùng được một lần, trong 24 giờ; ai có liên kết thì vào được, xin giữ kín.", err=True)


def link(database: Database, config: Config, address: str = "") -> str:
    """The address of a fresh one-time link; without an ``address`` its page asks for one."""
    with database.write() as session:
        token = administrator_link(Act(session, clock.now(), NOBODY), address=address, secret=config.server.secret_key)
    return f"{config.server.base_url}/signin/link/{token}"
