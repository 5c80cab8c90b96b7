"""``campaign feed``: the same bytes that the web serves."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from campaign.calendar import feeds
from campaign.cli.context import Context, pass_surroundings
from campaign.errors import InvalidInput


@click.command()
@click.option("--calendar", default="all", show_default=True, help="Tên lịch công khai.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Tệp đích; mặc định in ra màn hình."
)
@pass_surroundings
def feed(surroundings: Context, calendar: str, output: Path | None) -> None:
    with surroundings.database() as database, database.read() as session:
        selection = feeds.public(session.connection(), calendar, config=surroundings.config)
        body = feeds.build(session.connection(), selection).body
    if output:
        write(output, body)
    else:
        sys.stdout.buffer.write(body)


def write(file: Path, body: bytes) -> None:
    try:
        file.write_bytes(body)
    except IsADirectoryError:
        raise InvalidInput("{file} là một thư mục, không phải một tệp.", file=file) from None
    except FileNotFoundError:
        raise InvalidInput("Không có thư mục {folder} để ghi tệp vào.", folder=file.parent) from None
    except PermissionError:
        raise InvalidInput("Không có quyền ghi tệp {file}.", file=file) from None
    except OSError as error:
        raise InvalidInput("Không ghi được tệp {file}: {reason}.", file=file, reason=error.strerror) from None
