"""Whether the configuration makes sense: every value that would fail later, found before anything is started.

``campaign check`` lists the problems; ``run``, ``web``, ``worker`` and a WSGI server refuse to start with the first.
What needs the network or the database is for ``campaign.cli.check``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from campaign import job_queue
from campaign.calendar.holidays import parse_day
from campaign.config import EXAMPLE_KEY, LOCAL, Config
from campaign.dates.lead import Lead
from campaign.dates.working import seed
from campaign.dates.written import parse_time
from campaign.errors import CampaignError, ConfigurationError
from campaign.kinds import Kind
from campaign.mailer.address import clean_name, parse_address

HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*(:\d+)?")
SECRET_LENGTH = 32
SECRET_VARIETY = 10
"""So many different characters at least: 32 random ones have about 27."""


@dataclass(frozen=True, slots=True)
class Problem:
    """``advice``: worth knowing, but nothing fails."""

    section: str
    option: str
    sentence: str
    advice: bool = False


def problems(config: Config, *, today: date) -> Iterator[Problem]:
    for look in LOOKS:
        yield from look(config)
    for option in ("extra", "working"):
        for text in getattr(config.holidays, option):
            yield from refusals("holidays", option, partial(parse_day, today=today), text)


def refuse(config: Config, *, today: date) -> None:
    """Raises ``ConfigurationError`` with the first problem."""
    for problem in problems(config, today=today):
        if not problem.advice:
            raise ConfigurationError(
                "{file}, [{section}] {option}: {sentence}",
                file=config.source or "Cấu hình",
                section=problem.section,
                option=problem.option,
                sentence=problem.sentence,
            )


def refusals(section: str, option: str, attempt: Callable[..., object], *values: object) -> Iterator[Problem]:
    """The problem that trying these values raises, if any."""
    try:
        attempt(*values)
    except CampaignError as error:
        yield Problem(section, option, error.message)


def _server(config: Config) -> Iterator[Problem]:
    address = urlsplit(config.server.base_url)
    if address.scheme not in ("http", "https") or not address.hostname:
        yield Problem("server", "base_url", f"“{config.server.base_url}” không phải là địa chỉ http(s).")
    elif address.scheme == "http" and address.hostname not in LOCAL:
        yield Problem("server", "base_url", "cần https: liên kết trong thư là chìa khóa của người nhận.")
    elif address.scheme == "https" and not config.server.proxies:
        sentence = "trang dùng https qua máy chủ trung gian (nginx) thì cần proxies = 1, để biết máy nào đang truy cập."
        yield Problem("server", "proxies", sentence, advice=True)
    for name in config.server.trusted_hosts:
        if not HOST.fullmatch(name):
            yield Problem("server", "trusted_hosts", f"“{name}” không phải là một tên miền, như lich.so.gov.vn.")
    if config.server.templates and not _is(config.path(config.server.templates).is_dir):
        yield Problem("server", "templates", f"không có thư mục {config.path(config.server.templates)}.")


def _secret(config: Config) -> Iterator[Problem]:
    key = config.server.secret_key
    if key == EXAMPLE_KEY:
        yield Problem("server", "secret_key", "khóa mẫu ai cũng biết; lệnh “campaign init” tạo khóa mới.")
    elif len(key) < SECRET_LENGTH:
        yield Problem("server", "secret_key", f"quá ngắn, cần ít nhất {SECRET_LENGTH} ký tự ngẫu nhiên.")
    elif len(set(key)) < SECRET_VARIETY or key in (key + key)[1:-1]:
        yield Problem("server", "secret_key", "chỉ lặp lại vài ký tự nên dễ đoán; lệnh “campaign init” tạo khóa mới.")


def _mail(config: Config) -> Iterator[Problem]:
    mail = config.mail
    yield from refusals("mail", "sender", parse_address, mail.sender_address or mail.sender)
    yield from refusals("mail", "sender", clean_name, mail.sender_name)
    if mail.reply_to:
        yield from refusals("mail", "reply_to", parse_address, mail.reply_to)
    if not mail.server and not mail.folder:
        yield Problem("mail", "server", "cần khai báo server, hoặc folder để ghi thư thành tệp.")
    if mail.server and mail.security == "none" and mail.server not in LOCAL:
        yield Problem("mail", "security", "thư và mật khẩu đi không mã hóa; dùng “starttls” hoặc “tls”.")
    if mail.server and bool(mail.username) != bool(mail.password):
        missing, given = ("password", "username") if mail.username else ("username", "password")
        yield Problem("mail", missing, f"còn thiếu, vì đã đặt {given}; không cần đăng nhập thì bỏ trống cả hai.")
    if mail.ca_file and not _is(config.path(mail.ca_file).is_file):
        yield Problem("mail", "ca_file", f"không có tệp {config.path(mail.ca_file)}.")
    if mail.hostname and not HOST.fullmatch(mail.hostname):
        yield Problem("mail", "hostname", f"“{mail.hostname}” không phải là một tên miền, như lich.so.gov.vn.")


def _mailbox(config: Config) -> Iterator[Problem]:
    box = config.mailbox
    if box.address:
        yield from refusals("mailbox", "address", parse_address, box.address)
    if box.host and not (box.username and box.password):
        yield Problem("mailbox", "password" if box.username else "username", "còn thiếu để mở hộp thư.")
    if box.host and box.security == "none" and box.host not in LOCAL:
        yield Problem("mailbox", "security", "mật khẩu đi không mã hóa; dùng “starttls” hoặc “tls”.")


def _is(look: Callable[[], bool]) -> bool:
    """What a look at the file system finds; a name that is too long for it names nothing."""
    with suppress(OSError):
        return look()
    return False


def _reminders(config: Config) -> Iterator[Problem]:
    for kind in Kind:
        for text in config.reminders.of(kind):
            yield from refusals("reminders", kind.value, Lead.parse, text)
    if config.reminders.invitation:
        yield from refusals("reminders", "invitation", Lead.parse, config.reminders.invitation)
    for text in config.reminders.alarms:
        yield from refusals("reminders", "alarms", Lead.parse, text)
    yield from refusals("reminders", "hour", parse_time, config.reminders.hour)
    for text in config.reminders.quiet:
        yield from refusals("reminders", "quiet", parse_time, text)


def _holidays(config: Config) -> Iterator[Problem]:
    yield from refusals("holidays", "country", seed, config.holidays.country, [])


def _engine(config: Config) -> Iterator[Problem]:
    yield from refusals("engine", "kind", job_queue.refuse, config)


LOOKS = (_server, _secret, _mail, _mailbox, _reminders, _holidays, _engine)
