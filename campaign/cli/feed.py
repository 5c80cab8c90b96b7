"""``campaign feed``: the same bytes that the web serves."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from campaign.calendar import feeds
from campaign.cli.context import Context, pass_surroundings


@click.command()
@click.option("--calendar", default="all", show_default=True, help="Tên lịch công khai.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Tệp đích; mặc định in ra màn hình."
)
@pass_surroundings
def feed(surroundings: Context, calendar: str, output: Path | None) -> None:
    """Xuất lịch iCal, đúng từng byte như trang web cung cấp."""
    with surroundings.database() as database, database.read() as session:
        selection = feeds.public(session.connection(), calendar, config=surroundings.config)
        body = feeds.build(session.connection(), selection).body
    if output:
        output.write_bytes(body)
    else:
        sys.stdout.buffer.write(body)


COMMANDS = (feed,)
