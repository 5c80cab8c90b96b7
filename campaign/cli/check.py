"""``campaign check``: every setting and the surroundings, each problem with its section and option."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import click

from campaign import clock, schema
from campaign.calendar.holidays import parse_day
from campaign.cli.context import Context, pass_surroundings
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.dates.working import seed
from campaign.dates.written import parse_time
from campaign.db import Database
from campaign.errors import CampaignError, InvalidInput
from campaign.kinds import Kind
from campaign.mailer.address import parse_address
from campaign.mailer.extension import probe
from campaign.mailing.sender import mail_settings
from campaign.places import templates

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*(:\d+)?")
SECRET_LENGTH = 32
FREE_DISK = 0.05
SAFE_PYTHON = {11: 15, 12: 13, 13: 12, 14: 3}
"""The first patch release of each Python 3 without the known faults in its mail package."""


@dataclass(frozen=True, slots=True)
class Problem:
    """``advice``: worth knowing, but the house works as it should."""

    section: str
    option: str
    sentence: str
    advice: bool = False


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@click.pass_context
@pass_surroundings
def check(surroundings: Context, context: click.Context, *, as_json: bool) -> None:
    config = surroundings.config
    found = [problem for look in LOOKS for problem in look(config)]
    problems, advice = [each for each in found if not each.advice], [each for each in found if each.advice]
    if as_json:
        answer = {"file": config.source, "problems": _listed(problems), "advice": _listed(advice)}
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        for problem in found:
            where = f"{config.source or 'mặc định'}, [{problem.section}] {problem.option}"
            click.echo(f"{'Lưu ý: ' if problem.advice else ''}{where}: {problem.sentence}")
        click.echo(f"{len(problems)} vấn đề." if problems else "Mọi thiết lập đều ổn.")
    context.exit(1 if problems else 0)


def _listed(problems: list[Problem]) -> list[dict[str, str]]:
    return [{"section": each.section, "option": each.option, "problem": each.sentence} for each in problems]


def _server(config: Config) -> Iterator[Problem]:
    address = urlsplit(config.server.base_url)
    if address.scheme not in ("http", "https") or not address.hostname:
        yield Problem("server", "base_url", f"“{config.server.base_url}” không phải là địa chỉ http(s).")
    elif address.scheme == "http" and address.hostname not in LOCAL:
        yield Problem("server", "base_url", "cần https: liên kết trong thư là chìa khóa của người nhận.")
    if len(config.server.secret_key) < SECRET_LENGTH:
        yield Problem("server", "secret_key", f"quá ngắn, cần ít nhất {SECRET_LENGTH} ký tự ngẫu nhiên.")
    for name in config.server.trusted_hosts:
        if not HOST.fullmatch(name):
            yield Problem("server", "trusted_hosts", f"“{name}” không phải là một tên miền, như lich.so.gov.vn.")
    if config.server.templates and not config.path(config.server.templates).is_dir():
        yield Problem("server", "templates", f"không có thư mục {config.path(config.server.templates)}.")


def _mail(config: Config) -> Iterator[Problem]:
    for option in ("sender", "reply_to"):
        value = getattr(config.mail, option)
        if value or option == "sender":
            yield from _refusals("mail", option, parse_address, value)
    if not config.mail.server:
        yield from _mail_folder(config)
    else:
        trouble = probe(mail_settings(config))
        if trouble:
            yield Problem("mail", "server", trouble)
        if config.mail.security == "none" and config.mail.server not in LOCAL:
            yield Problem("mail", "security", "thư và mật khẩu đi không mã hóa; dùng “starttls” hoặc “tls”.")


def _mail_folder(config: Config) -> Iterator[Problem]:
    """Whether mails could be written; nothing is made."""
    if not config.mail.folder:
        yield Problem("mail", "server", "cần khai báo server, hoặc folder để ghi thư thành tệp.")
        return
    folder = config.path(config.mail.folder).absolute()
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        yield Problem("mail", "folder", f"không ghi được thư vào {folder}.")


def _database(config: Config) -> Iterator[Problem]:
    """The version of an SQLite file is no problem, unless it is a newer program's: the next command upgrades it."""
    if config.engine.kind == "procrastinate" and config.database.url.startswith("sqlite"):
        yield Problem("engine", "kind", "“procrastinate” cần PostgreSQL; với SQLite hãy dùng “embedded”.")

    def look() -> None:
        database = Database(config.database_url)
        try:
            if not database.is_sqlite:
                schema.check(database)
                schema.verify(database)
            elif _is_there(Path(str(database.url.database))):
                schema.check_not_newer(database)
                if schema.is_current(database):
                    schema.verify(database)
        finally:
            database.dispose()

    yield from _refusals("database", "url", look)


def _is_there(file: Path) -> bool:
    """Whether the file exists. One that could not be made is refused."""
    if not file.exists() and not os.access(file.absolute().parent, os.W_OK):
        raise InvalidInput("không tạo được tệp {file}.", file=file)
    return file.exists()


def _reminders(config: Config) -> Iterator[Problem]:
    for kind in Kind:
        for text in config.reminders.of(kind):
            yield from _refusals("reminders", kind.value, Lead.parse, text)
    for text in config.reminders.alarms:
        yield from _refusals("reminders", "alarms", Lead.parse, text)
    yield from _refusals("reminders", "hour", parse_time, config.reminders.hour)
    for text in config.reminders.quiet:
        yield from _refusals("reminders", "quiet", parse_time, text)


def _holidays(config: Config) -> Iterator[Problem]:
    for option in ("extra", "working"):
        for text in getattr(config.holidays, option):
            yield from _refusals("holidays", option, partial(parse_day, today=clock.now().date()), text)
    yield from _refusals("holidays", "country", seed, config.holidays.country, [])


def _machine(config: Config) -> Iterator[Problem]:
    usage = shutil.disk_usage(config.folder)
    if usage.free / usage.total < FREE_DISK:
        yield Problem("máy chủ", "đĩa", "còn dưới 5% dung lượng trống.")
    if sys.version_info.micro < SAFE_PYTHON.get(sys.version_info.minor, 0):
        version = ".".join(map(str, sys.version_info[:3]))
        wanted = f"3.{sys.version_info.minor}.{SAFE_PYTHON[sys.version_info.minor]}"
        sentence = f"bản {version} có lỗi bảo mật đã biết trong thư viện thư; nên dùng từ {wanted}."
        yield Problem("máy chủ", "Python", sentence, advice=True)
    if not templates().is_dir():
        yield Problem("máy chủ", "templates", "không thấy thư mục mẫu trang; hãy cài đặt lại chương trình.")


def _refusals(section: str, option: str, attempt: Callable[..., object], *values: object) -> Iterator[Problem]:
    try:
        attempt(*values)
    except CampaignError as error:
        yield Problem(section, option, error.message)


LOOKS = (_server, _database, _mail, _reminders, _holidays, _machine)
COMMANDS = (check,)
