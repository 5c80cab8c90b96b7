"""From a TOML file and the environment to values. Every mistake is one sentence with file, section and option.

Unknown sections and options are refused, because a misspelt option that is silently ignored is found on the day it was
needed. Whether a value makes sense to the outside (an address, a rule, a server) is for ``campaign check`` to say.
"""

from __future__ import annotations

import difflib
import json
import os
import secrets
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from campaign.config.values import Config, SignIn
from campaign.errors import ConfigurationError
from campaign.kinds import Kind

DEFAULT_FILE = "campaign.toml"
KEY_FILE = "campaign.secret"
PREFIX = "CAMPAIGN_"
EXAMPLE_KEY = "khoa-mau-chi-dung-de-thu-tren-may-nay"
"""The key that ``config.example.toml`` shows. It is no secret, so nothing that others can reach starts with it."""
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
SECTIONS: dict[str, type[Any]] = {
    section.name: type(section.default) for section in fields(Config) if is_dataclass(section.default)
}
SECRETS = frozenset(
    {
        ("server", "secret_key"),
        ("mail", "password"),
        ("mailbox", "password"),
        ("database", "url"),
        ("signin", "client_secret"),
    }
)
CHOICES = {
    ("mail", "security"): ("none", "starttls", "tls"),
    ("mailbox", "security"): ("none", "starttls", "tls"),
    ("engine", "kind"): ("embedded", "procrastinate"),
    ("server", "log_level"): ("debug", "info", "warning", "error"),
    ("organisation", "language"): ("vi", "en"),
}
RANGES = {
    ("server", "port"): (0, 65535),
    ("mail", "port"): (1, 65535),
    ("mailbox", "port"): (1, 65535),
    ("mail", "rate_per_second"): (0.01, 1000),
    ("mail", "connections"): (1, 20),
    ("mail", "timeout"): (1, 600),
    ("reminders", "window"): (0, 1440),
    ("engine", "tick"): (0.1, 3600),
    ("engine", "lease"): (1, 86400),
    ("engine", "batch"): (1, 10000),
    ("engine", "horizon_months"): (1, 120),
    ("server", "proxies"): (0, 10),
    ("retention", "messages"): (30, 36525),
    ("retention", "signins"): (1, 36525),
    ("retention", "audit"): (365, 36525),
    ("retention", "people"): (30, 36525),
    ("signin", "idle_minutes"): (1, 24 * 60),
    ("signin", "longest_hours"): (1, 24 * 7),
}
WORDS: dict[object, str] = {
    str: "một chuỗi ký tự",
    int: "một số nguyên",
    float: "một số",
    bool: "true hoặc false",
    tuple: "một danh sách chuỗi ký tự",
}
METHODS = frozenset({"link", "password"})
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Option:
    """An option at the place where somebody wrote it."""

    source: str
    section: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        return self.section, self.name

    @property
    def hint(self) -> object:
        """Its type; for a list just that."""
        hint = get_type_hints(SECTIONS[self.section])[self.name]
        return getattr(hint, "__origin__", hint)

    def wrong(self, reason: str) -> ConfigurationError:
        return ConfigurationError(
            "{file}: mục [{section}], tùy chọn {option}: {reason}.",
            file=self.source or "Cấu hình",
            section=self.section,
            option=self.name,
            reason=reason,
        )

    def not_a(self, what: str, value: object) -> ConfigurationError:
        """The value is shown unless it may be a secret: the sentence ends up in logs."""
        return self.wrong(f"phải là {what}" + ("" if self.key in SECRETS else f", không phải {value!r}"))


def load(path: Path | None, environ: Mapping[str, str], *, folder: Path = Path()) -> Config:
    """The configuration of a file (or of ``folder``'s ``campaign.toml``, if there is one) and the environment.

    An option of the environment, such as ``CAMPAIGN_MAIL__PORT``, goes before that of the file. Raises
    ``ConfigurationError``.
    """
    if path is None and (folder / DEFAULT_FILE).is_file():
        path = folder / DEFAULT_FILE
    source = str(path) if path else ""
    given = _of_file(_read(path), source) if path else {name: {} for name in SECTIONS}
    for option, value in _of_environment(environ):
        given[option.section][option.name] = value
    sections: dict[str, Any] = {name: kind(**given[name]) for name, kind in SECTIONS.items()}
    return _coherent(Config(**sections, source=source, folder=path.parent if path else folder))


def from_environment(environ: Mapping[str, str], file: str | None = None) -> Config:
    """The configuration of a process: ``file``, else that of ``CAMPAIGN_CONFIG``, else of the working folder.

    Without any secret key, this machine gets one of its own, kept beside the configuration.
    """
    file = file or environ.get(f"{PREFIX}CONFIG")
    config = load(Path(file) if file else None, environ)
    if config.server.secret_key:
        return config
    return replace(config, server=replace(config.server, secret_key=_local_key(config.folder / KEY_FILE)))


def _local_key(file: Path) -> str:
    """Made once, readable by its owner alone: there is no default key that others could know."""
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii").strip()


def options() -> list[tuple[str, str, object]]:
    """Every (section, option, default): what ``config.example.toml`` must show."""
    return [(name, item.name, item.default) for name, kind in SECTIONS.items() for item in fields(kind)]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # Notepad writes a mark before the text
    except FileNotFoundError:
        raise ConfigurationError("Không thấy tệp cấu hình {file}.", file=path) from None
    except IsADirectoryError:
        raise ConfigurationError("{file} là một thư mục, không phải tệp cấu hình.", file=path) from None
    except PermissionError:
        raise ConfigurationError("Không có quyền đọc tệp cấu hình {file}.", file=path) from None
    except UnicodeDecodeError:
        raise ConfigurationError("{file}: tệp cấu hình phải lưu bằng bảng mã UTF-8.", file=path) from None
    except OSError as error:
        raise ConfigurationError(
            "Không đọc được tệp cấu hình {file}: {reason}.", file=path, reason=error.strerror
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError("{file}: sai cú pháp TOML: {reason}.", file=path, reason=error) from error


def _of_file(tables: dict[str, Any], source: str) -> dict[str, dict[str, object]]:
    for name, table in tables.items():
        if name not in SECTIONS:
            raise ConfigurationError(
                "{file}: không có mục [{section}]; các mục hợp lệ: {known}.",
                file=source,
                section=name,
                known=", ".join(SECTIONS),
            )
        if not isinstance(table, dict):
            raise ConfigurationError(
                "{file}: “{section}” phải là một mục, viết [{section}].", file=source, section=name
            )
    return {
        name: {option: _typed(value, _known(Option(source, name, option))) for option, value in section.items()}
        for name in SECTIONS
        for section in [tables.get(name, {})]
    }


def _of_environment(environ: Mapping[str, str]) -> Iterator[tuple[Option, object]]:
    for variable, text in environ.items():
        section, separator, name = variable.removeprefix(PREFIX).lower().partition("__")
        if variable.startswith(PREFIX) and separator:
            option = _known(Option(f"Biến môi trường {variable}", section, name))
            yield option, _typed(_from_text(text, option), option)


def _known(option: Option) -> Option:
    if option.section not in SECTIONS:
        raise option.wrong("không có mục này")
    names = [item.name for item in fields(SECTIONS[option.section])]
    if option.name not in names:
        near = difflib.get_close_matches(option.name, names, 1)
        raise option.wrong("không có tùy chọn này" + (f"; tên gần nhất là “{near[0]}”" if near else ""))
    return option


def _from_text(text: str, option: Option) -> object:
    """What TOML would give: a list is written as JSON or with commas."""
    try:
        if option.hint is tuple:
            return (
                json.loads(text) if text.startswith("[") else [part.strip() for part in text.split(",") if part.strip()]
            )
        if option.hint is bool:
            return BOOLEANS[text.lower()]
        if option.hint in (int, float):
            return int(text) if option.hint is int else float(text)
    except (ValueError, KeyError):
        raise option.not_a(WORDS[option.hint], text) from None
    return text


def _typed(value: object, option: Option) -> object:
    if option.hint is tuple and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if option.hint is float and type(value) is int:
        value = float(value)
    if type(value) is not option.hint:
        raise option.not_a(WORDS[option.hint], value)
    if option.key in CHOICES and value not in CHOICES[option.key]:
        raise option.not_a("một trong: " + ", ".join(CHOICES[option.key]), value)
    if option.key in RANGES and isinstance(value, int | float):
        least, most = RANGES[option.key]
        if not least <= value <= most:  # so written, it refuses nan as well
            raise option.wrong(f"phải từ {least} đến {most}, không phải {value!r}")
    return value


def _coherent(config: Config) -> Config:
    """What no option says alone."""
    address = config.server.base_url.rstrip("/")
    config = replace(config, server=replace(config.server, base_url=address))
    for (section, name), reason in _incoherent(config):
        raise Option(config.source, section, name).wrong(reason)
    return config


def _incoherent(config: Config) -> Iterator[tuple[tuple[str, str], str]]:
    if config.source and not config.server.secret_key:
        yield ("server", "secret_key"), "còn thiếu khóa bí mật; lệnh “campaign init” tạo khóa mới"
    if config.server.secret_key == EXAMPLE_KEY and not _is_local(config.server.base_url):
        yield ("server", "secret_key"), "khóa mẫu ai cũng biết; lệnh “campaign init” tạo khóa mới"
    if len(config.reminders.quiet) not in (0, 2):
        yield ("reminders", "quiet"), "cần giờ bắt đầu và giờ kết thúc, hoặc để trống []"
    if strange := [kind for kind in config.reminders.unattended if kind not in set(Kind)]:
        yield ("reminders", "unattended"), f"không có loại hoạt động {strange[0]!r}"
    yield from _no_way_in(config.signin)
    for address in config.server.metrics:
        if not _is_network(address):
            yield ("server", "metrics"), f"chỉ gồm địa chỉ IP hoặc dải địa chỉ, không có {address!r}"
    try:
        _ = config.zone
    except (KeyError, ValueError, OSError):
        yield ("organisation", "timezone"), f"không có múi giờ {config.organisation.timezone!r}"


def _no_way_in(signin: SignIn) -> Iterator[tuple[tuple[str, str], str]]:
    if strange := [method for method in signin.methods if method not in METHODS]:
        yield ("signin", "methods"), f"chỉ gồm “link” và “password”, không có {strange[0]!r}"
    if not signin.methods and not signin.issuer:
        yield ("signin", "methods"), "phải còn ít nhất một cách đăng nhập, hoặc đặt issuer"
    if signin.issuer and not signin.client_id:
        yield ("signin", "client_id"), "còn thiếu, vì đã đặt issuer"
    if signin.issuer and not signin.issuer.startswith("https://") and not _is_local(signin.issuer):
        yield ("signin", "issuer"), "phải là địa chỉ https"


def _is_network(address: str) -> bool:
    try:
        ip_network(address, strict=False)
    except ValueError:
        return False
    return True


def _is_local(address: str) -> bool:
    try:
        return urlsplit(address).hostname in LOCAL
    except ValueError:
        return False
