"""``campaign demo``: the whole product on this machine, in a folder that is thrown away afterwards."""

from __future__ import annotations

import secrets
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from campaign import clock, logs
from campaign.calendar.revision import ensure
from campaign.cli.listening import listen
from campaign.cli.run import address_of, serve
from campaign.config import LOCAL
from campaign.db import Database
from campaign.demo import administrator, configuration, fill_year
from campaign.errors import InvalidInput
from campaign.migrate import migrate


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng lắng nghe.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ lắng nghe.")
@click.option("--open-to-network", is_flag=True, help="Cho máy khác vào xem, kể cả hộp thư mẫu và bàn làm việc mẫu.")
def demo(host: str, port: int, *, open_to_network: bool) -> None:
    if host not in LOCAL and not open_to_network:
        raise InvalidInput(
            "--host {host} cho mọi máy trong mạng đọc hộp thư mẫu và sửa lịch mẫu mà không cần mật khẩu; "
            "nếu đúng ý đồng chí, thêm --open-to-network.",
            host=host,
        )
    logs.configure("info")
    sockets = listen(host, port)
    address = address_of(host, sockets)
    with tempfile.TemporaryDirectory(prefix="campaign-demo-") as folder:
        config = configuration(Path(folder), address, secrets.token_urlsafe(48))
        config = replace(config, server=replace(config.server, host=host, port=port))
        database = Database(config.database.url)
        migrate(database)
        with database.write() as session:
            ensure(session, now=clock.now())
            fill_year(session, config, now=clock.now())
            token = administrator(session, config, now=clock.now())
        click.echo(f"Vào bàn làm việc (một lần): {address}/signin/link/{token}")
        click.echo(f"Hộp thư mẫu: {address}/mailbox")
        serve(config, database, sockets, demo=True)
