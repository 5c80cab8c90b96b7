"""``campaign demo``: the whole product on this machine, in a folder that is thrown away afterwards."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

import click

from campaign import clock
from campaign.calendar.revision import ensure
from campaign.cli.listening import listen
from campaign.cli.run import address_of, serve
from campaign.db import Database
from campaign.demo import administrator, configuration, fill_year
from campaign.migrate import migrate


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng lắng nghe.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
def demo(host: str, port: int) -> None:
    sockets = listen(host, port)
    address = address_of(host, sockets)
    with tempfile.TemporaryDirectory(prefix="campaign-demo-") as folder:
        config = configuration(Path(folder), address, secrets.token_urlsafe(48))
        database = Database(config.database.url)
        migrate(database)
        with database.write() as session:
            ensure(session, now=clock.now())
            fill_year(session, config, now=clock.now())
            token = administrator(session, config, now=clock.now())
        click.echo(f"Vào bàn làm việc (một lần): {address}/signin/link/{token}")
        click.echo(f"Hộp thư mẫu: {address}/mailbox")
        serve(config, database, host, sockets, demo=True)
