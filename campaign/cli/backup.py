"""``campaign backup`` and ``campaign restore``."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from campaign import backup as copies
from campaign import clock
from campaign.cli.context import Context, pass_surroundings
from campaign.config import DEFAULT_FILE
from campaign.db import Database
from campaign.directory import erasure
from campaign.engine import only_process
from campaign.errors import InvalidInput, Unavailable


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_surroundings
def backup(surroundings: Context, file: Path) -> None:
    config = surroundings.config
    database = Database(config.database_url)
    if database.is_missing:
        raise InvalidInput("Không thấy cơ sở dữ liệu {file}.", file=database.file)
    try:
        copies.save(config, database, file, now=clock.now())
    except OSError as error:
        raise InvalidInput("Không ghi được {file}: {reason}.", file=file, reason=error.strerror) from error
    finally:
        database.dispose()
    click.echo(f"Đã sao lưu vào {file}: cơ sở dữ liệu, cấu hình, khóa bí mật. Xin cất nơi chỉ quản trị viên vào được.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@pass_surroundings
def restore(surroundings: Context, file: Path) -> None:
    for made in copies.bring_back_configuration(file, surroundings.file or Path(DEFAULT_FILE)):
        click.echo(f"Đã lấy lại {made}.")
    database = Database(surroundings.config.database_url)
    now = clock.now()
    prepare = partial(erasure.carry, erasure.recorded(database))
    try:
        if database.is_sqlite:
            with only_process(database):
                held = copies.restore(file, database, now=now, prepare=prepare)
        elif copies.others(database):
            raise Unavailable("Còn chương trình khác đang nối với cơ sở dữ liệu; hãy dừng campaign trước.")
        else:
            held = copies.restore(file, database, now=now, prepare=prepare)
        erased = erasure.keep_up(database, config=surroundings.config, now=now)
    finally:
        database.dispose()
    if erased:
        click.echo(f"Đã xóa lại dữ liệu cá nhân của {erased} người, như đã xóa trước khi khôi phục.")
    click.echo(f"Đã khôi phục từ {file}. Mọi phiên đăng nhập cũ đã kết thúc.")
    click.echo(
        f"Mọi thư đang được giữ: {held.messages} thư đã đến hạn, {held.reminders} lời nhắc đến hạn chưa lập thư. "
        f"Những thư đã gửi sau lúc sao lưu cũng nằm trong số này; xem và cho gửi, hoặc bỏ, tại "
        f"{surroundings.config.server.base_url}/desk/mail"
    )
