"""``campaign init``: a configuration with fresh secrets and an empty database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import click

from campaign import clock
from campaign import config as configuration
from campaign.access.accounts import administrator_link
from campaign.audit import NOBODY, Act
from campaign.calendar.revision import ensure
from campaign.cli.context import Context, pass_surroundings
from campaign.cli.upgrade import upgrade
from campaign.config import Config, Mail
from campaign.db import Database
from campaign.errors import CampaignError, InvalidInput
from campaign.mailer.address import clean_name, parse_address

TEMPLATE = """# Cấu hình của campaign. Mọi tùy chọn khác: xem config.example.toml.

[organisation]
name = {name}

[server]
base_url = {base_url}
secret_key = {secret}

[database]
url = {database}

[mail]
# Chưa khai báo máy chủ: thư được ghi thành tệp .eml trong thư mục “mail”.
server = ""
sender = {sender}
"""


@click.command()
@click.option("--name", default="Cơ quan", help="Tên cơ quan.")
@click.option("--base-url", default="http://127.0.0.1:8000", help="Địa chỉ trang web mà mọi người sẽ mở.")
@click.option("--sender", default="lich-cong-tac@example.org", help="Địa chỉ gửi thư.")
@click.option(
    "--database-url", default="sqlite:///campaign.db", help="Cơ sở dữ liệu: một tệp SQLite, hoặc postgresql+psycopg://…"
)
@click.option("--admin", "administrator", default="", help="Địa chỉ thư của quản trị viên đầu tiên.")
@pass_surroundings
def init(surroundings: Context, name: str, base_url: str, sender: str, database_url: str, administrator: str) -> None:
    administrator = parse_address(administrator) if administrator else ""
    _check_address(base_url)
    text = TEMPLATE.format(
        name=_quoted(name),
        base_url=_quoted(base_url),
        database=_quoted(database_url),
        sender=_quoted(_checked_sender(sender)),
        secret=_quoted(secrets.token_urlsafe(48)),
    )
    file = surroundings.file or Path(configuration.DEFAULT_FILE)
    _write(file, text)
    try:
        address = _first_link(configuration.load(file, os.environ), administrator)
    except CampaignError:
        file.unlink()  # nothing half done: the next attempt finds the folder as this one did
        raise
    click.echo(f"Đã tạo {file} và cơ sở dữ liệu. Chạy tiếp: campaign run")
    click.echo(f"Quản trị viên đầu tiên mở liên kết này, dùng được một lần trong 24 giờ: {address}")


def _checked_sender(sender: str) -> str:
    """An address, or ``Tên <địa@chỉ>``, as it is written into the configuration."""
    mail = Mail(sender=sender)
    address, name = parse_address(mail.sender_address or sender), clean_name(mail.sender_name)
    return f"{name} <{address}>" if name else address


def _check_address(base_url: str) -> None:
    try:
        address = urlsplit(base_url)
    except ValueError:
        address = urlsplit("")
    if address.scheme not in ("http", "https") or not address.hostname:
        raise InvalidInput("“{address}” không phải là địa chỉ http(s), ví dụ https://lich.so.gov.vn.", address=base_url)


def _write(file: Path, text: str) -> None:
    """A new file that only its owner may read."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise InvalidInput("Tệp {file} đã có sẵn; không ghi đè.", file=file) from None
    except OSError as error:
        raise InvalidInput("Không tạo được tệp {file}: {reason}.", file=file, reason=error.strerror) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)


def _first_link(config: Config, administrator: str) -> str:
    """Make or upgrade the database that will be used; returns the first administrator's way in."""
    database = Database(config.database_url)
    upgrade(database, config)
    with database.write() as session:
        ensure(session, now=clock.now())
    address = link(database, config, administrator)
    database.dispose()
    return address


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(character for character in escaped if character.isprintable())}"'


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
