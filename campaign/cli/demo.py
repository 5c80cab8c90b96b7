"""``campaign demo``: the whole product on this machine, in a folder that is thrown away afterwards."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

import click

from campaign import clock
from campaign.calendar.revision import ensure
from campaign.cli.run import serve
from campaign.db import Database
from campaign.demo import administrator, configuration, fill_year
from campaign.migrate import migrate


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng lắng nghe.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
def demo(host: str, port: int) -> None:
    """Chạy thử với một năm mẫu: lịch, thư nhắc và hộp thư, trong một thư mục tạm."""
    with tempfile.TemporaryDirectory(prefix="campaign-demo-") as folder:
        config = configuration(Path(folder), f"http://{host}:{port}", secrets.token_urlsafe(48))
        database = Database(config.database.url)
        migrate(database)
        with database.write() as session:
            ensure(session, now=clock.now())
            fill_year(session, config, now=clock.now())
            token = administrator(session, config, now=clock.now())
        click.echo(f"Vào bàn làm việc (một lần): {config.server.base_url}/signin/link/{token}")
        click.echo(f"Hộp thư mẫu: http://{host}:{port}/mailbox")
        serve(config, database, host, port, demo=True)


COMMANDS = (demo,)
