"""``campaign check``: every setting and the surroundings, each problem with its section and option."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import click

from campaign import clock, migrate
from campaign.calendar.holidays import parse_day
from campaign.cli.context import Context, pass_surroundings
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.dates.written import parse_time
from campaign.db import Database
from campaign.errors import CampaignError
from campaign.mailer.address import parse_address
from campaign.mailer.wire import probe
from campaign.mailing.post import mail_settings
from campaign.models import Kind
from campaign.places import templates

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
SECRET_LENGTH = 32
FREE_DISK = 0.05
SAFE_PYTHON = {11: 15, 12: 13, 13: 12, 14: 3}
"""The first patch release of each Python 3 without the known faults in its mail package."""


@dataclass(frozen=True, slots=True)
class Problem:
    section: str
    option: str
    sentence: str


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@click.pass_context
@pass_surroundings
def check(surroundings: Context, context: click.Context, *, as_json: bool) -> None:
    """Kiểm tra mọi thiết lập và môi trường; liệt kê từng vấn đề."""
    config = surroundings.config
    problems = [problem for look in LOOKS for problem in look(config)]
    if as_json:
        found = [{"section": p.section, "option": p.option, "problem": p.sentence} for p in problems]
        click.echo(json.dumps({"file": config.source, "problems": found}, ensure_ascii=False))
    else:
        for problem in problems:
            where = f"{config.source or 'mặc định'}, [{problem.section}] {problem.option}"
            click.echo(f"{where}: {problem.sentence}")
        click.echo(f"{len(problems)} vấn đề." if problems else "Mọi thiết lập đều ổn.")
    context.exit(1 if problems else 0)


def _server(config: Config) -> Iterator[Problem]:
    address = urlsplit(config.server.base_url)
    if address.scheme not in ("http", "https") or not address.hostname:
        yield Problem("server", "base_url", f"“{config.server.base_url}” không phải là địa chỉ http(s).")
    elif address.scheme == "http" and address.hostname not in LOCAL:
        yield Problem("server", "base_url", "cần https: liên kết trong thư là chìa khóa của người nhận.")
    if len(config.server.secret_key) < SECRET_LENGTH:
        yield Problem("server", "secret_key", f"quá ngắn, cần ít nhất {SECRET_LENGTH} ký tự ngẫu nhiên.")


def _mail(config: Config) -> Iterator[Problem]:
    for option in ("sender", "reply_to"):
        value = getattr(config.mail, option)
        if value or option == "sender":
            yield from _refusals("mail", option, parse_address, value)
    if config.mail.server:
        trouble = probe(mail_settings(config))
        if trouble:
            yield Problem("mail", "server", trouble)
        if config.mail.security == "none" and config.mail.server not in LOCAL:
            yield Problem("mail", "security", "thư và mật khẩu đi không mã hóa; dùng “starttls” hoặc “tls”.")


def _database(config: Config) -> Iterator[Problem]:
    def look() -> None:
        database = Database(config.database_url)
        try:
            migrate.check(database)
        finally:
            database.dispose()

    yield from _refusals("database", "url", look)


def _reminders(config: Config) -> Iterator[Problem]:
    for kind in Kind:
        for text in config.reminders.of(kind):
            yield from _refusals("reminders", kind.value, Lead.parse, text)
    for text in config.reminders.alarms:
        yield from _refusals("reminders", "alarms", Lead.parse, text)
    for text in (config.reminders.hour, *config.reminders.quiet):
        yield from _refusals("reminders", "hour/quiet", parse_time, text)


def _holidays(config: Config) -> Iterator[Problem]:
    for option in ("extra", "working"):
        for text in getattr(config.holidays, option):
            yield from _refusals("holidays", option, partial(parse_day, today=clock.now().date()), text)


def _machine(config: Config) -> Iterator[Problem]:
    usage = shutil.disk_usage(config.folder)
    if usage.free / usage.total < FREE_DISK:
        yield Problem("máy chủ", "đĩa", "còn dưới 5% dung lượng trống.")
    if sys.version_info.micro < SAFE_PYTHON.get(sys.version_info.minor, 0):
        version = ".".join(map(str, sys.version_info[:3]))
        wanted = f"3.{sys.version_info.minor}.{SAFE_PYTHON[sys.version_info.minor]}"
        yield Problem(
            "máy chủ", "Python", f"bản {version} có lỗi bảo mật đã biết trong thư viện thư; nên dùng từ {wanted}."
        )
    if not templates().is_dir():
        yield Problem("máy chủ", "templates", "không thấy thư mục mẫu trang; hãy cài đặt lại chương trình.")


def _refusals(section: str, option: str, attempt: Callable[..., object], *values: object) -> Iterator[Problem]:
    try:
        attempt(*values)
    except CampaignError as error:
        yield Problem(section, option, error.message)


LOOKS = (_server, _database, _mail, _reminders, _holidays, _machine)
COMMANDS = (check,)
