"""``campaign check``: every setting and the surroundings, each problem with its section and option."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import Request, urlopen

import click

from campaign import clock, job_queue, schema
from campaign.cli.context import Context, pass_surroundings
from campaign.config import Config, Mail
from campaign.db import Database
from campaign.errors import InvalidInput
from campaign.mailer.extension import probe
from campaign.mailing.sender import mail_settings
from campaign.places import templates
from campaign.settings import Problem, problems, refusals

PATIENCE = 10
"""Seconds that the OpenID provider has for its answer."""
FREE_DISK = 0.05
SAFE_PYTHON = {11: 15, 12: 13, 13: 12, 14: 3}
"""The first patch release of each Python 3 without the known faults in its mail package."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@click.pass_context
@pass_surroundings
def check(surroundings: Context, context: click.Context, *, as_json: bool) -> None:
    config = surroundings.config
    wrong = list(problems(config, today=clock.now().date()))
    usable = config if all(each.advice for each in wrong if each.section == "mail") else replace(config, mail=Mail())
    found = [*wrong, *(problem for look in LOOKS for problem in look(usable))]
    serious, advice = [each for each in found if not each.advice], [each for each in found if each.advice]
    if as_json:
        answer = {"file": config.source, "problems": _listed(serious), "advice": _listed(advice)}
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        for problem in found:
            where = f"{config.source or 'mặc định'}, [{problem.section}] {problem.option}"
            click.echo(f"{'Lưu ý: ' if problem.advice else ''}{where}: {problem.sentence}")
        click.echo(f"{len(serious)} vấn đề." if serious else "Mọi thiết lập đều ổn.")
    context.exit(1 if serious else 0)


def _listed(found: list[Problem]) -> list[dict[str, str]]:
    return [{"section": each.section, "option": each.option, "problem": each.sentence} for each in found]


def _mail(config: Config) -> Iterator[Problem]:
    if not config.mail.server:
        yield from _mail_folder(config)
    elif trouble := probe(mail_settings(config), config.mail.sender_address):
        yield Problem("mail", "server", trouble)


def _mail_folder(config: Config) -> Iterator[Problem]:
    """Whether mails could be written; nothing is made."""
    folder = config.path(config.mail.folder).absolute()
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        yield Problem("mail", "folder", f"không ghi được thư vào {folder}.")


def _database(config: Config) -> Iterator[Problem]:
    """The version of an SQLite file is no problem, unless it is a newer program's: the next command upgrades it."""

    def look() -> None:
        database = Database(config.database_url)
        try:
            if not database.is_sqlite:
                schema.check(database)
                schema.verify(database)
                job_queue.check(config, database)
            elif _is_there(Path(str(database.url.database))):
                schema.check_not_newer(database)
                database.check_file()
                if schema.is_current(database):
                    schema.verify(database)
        finally:
            database.dispose()

    yield from refusals("database", "url", look)


def _is_there(file: Path) -> bool:
    """Whether the file exists. One that could not be made is refused."""
    if not file.exists() and not os.access(file.absolute().parent, os.W_OK):
        raise InvalidInput("không tạo được tệp {file}.", file=file)
    return file.exists()


def _provider(config: Config) -> Iterator[Problem]:
    """Whether the OpenID provider answers with its own description."""
    if not config.signin.issuer:
        return
    address = f"{config.signin.issuer.rstrip('/')}/.well-known/openid-configuration"
    try:
        with urlopen(Request(address, headers={"Accept": "application/json"}), timeout=PATIENCE) as answer:  # noqa: S310
            json.load(answer)
    except (OSError, ValueError) as error:
        yield Problem("signin", "issuer", f"không đọc được {address}: {getattr(error, 'reason', error)}.")


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


LOOKS = (_database, _mail, _provider, _machine)
