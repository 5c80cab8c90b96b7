"""The configuration: a TOML file and the environment become frozen, typed values, once.

Every mistake is one sentence that names file, section and option. Unknown sections and options are refused, because
a misspelt option that is silently ignored is found on the day it was needed. ``config.example.toml`` documents each.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

from campaign.errors import ConfigurationError

DEFAULT_FILE = "campaign.toml"
PREFIX = "CAMPAIGN_"


@dataclass(frozen=True, slots=True)
class Organisation:
    """The agency as it signs: on pages, in mails, on documents."""

    name: str = "Cơ quan"
    body: str = ""
    superior: str = ""
    symbol: str = ""
    place: str = ""
    contact: str = ""
    timezone: str = "Asia/Ho_Chi_Minh"
    language: str = "vi"

    @property
    def sender(self) -> str:
        """The body that writes: the committee if there is one, else the agency."""
        return self.body or self.name


@dataclass(frozen=True, slots=True)
class Server:
    """How the world reaches the pages; ``base_url`` is the only source of absolute links."""

    base_url: str = "http://127.0.0.1:8000"
    secret_key: str = ""
    trusted_hosts: tuple[str, ...] = ()
    proxies: int = 0
    gzip: bool = True
    templates: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    url: str = "sqlite:///campaign.db"


@dataclass(frozen=True, slots=True)
class Mail:
    """The way out for mail; without a server, mails are ``.eml`` files in ``folder``."""

    server: str = ""
    port: int = 587
    security: str = "starttls"
    username: str = ""
    password: str = field(default="", repr=False)
    sender: str = "lich-cong-tac@example.org"
    reply_to: str = ""
    rate_per_second: float = 2.0
    connections: int = 1
    timeout: float = 30.0
    folder: str = "mail"

    @property
    def domain(self) -> str:
        return self.sender.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Reminders:
    """Default rules per kind of event (``campaign.dates.lead`` reads them) and the hours in which mail may go."""

    hour: str = "08:00"
    quiet: tuple[str, ...] = ("20:00", "06:30")
    campaign: tuple[str, ...] = ("5 working days before", "on the day")
    commemoration: tuple[str, ...] = ("3 working days before",)
    seminar: tuple[str, ...] = ("3 working days before", "1 working day before at 14:00")
    training: tuple[str, ...] = ("5 working days before", "1 working day before at 14:00")
    visit: tuple[str, ...] = ("5 working days before", "1 working day before at 14:00")
    activity: tuple[str, ...] = ("3 working days before",)
    meeting: tuple[str, ...] = ("2 working days before", "2 hours before")
    review: tuple[str, ...] = ("5 working days before", "1 working day before at 14:00")
    report: tuple[str, ...] = ("10 working days before", "3 working days before", "1 working day before")
    award: tuple[str, ...] = ("5 working days before",)
    alarms: tuple[str, ...] = ()

    def of(self, kind: str) -> tuple[str, ...]:
        """The default rules of one kind of event."""
        rules: tuple[str, ...] = getattr(self, kind)
        return rules


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off are data: seeded per country, with extra days off and swapped working days of this agency."""

    country: str = "VN"
    extra: tuple[str, ...] = ()
    working: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """The clock's pace. Units: seconds, but ``horizon_months``."""

    kind: str = "embedded"
    tick: float = 10.0
    lease: float = 120.0
    batch: int = 50
    horizon_months: int = 24


@dataclass(frozen=True, slots=True)
class Config:
    organisation: Organisation = Organisation()
    server: Server = Server()
    database: DatabaseSettings = DatabaseSettings()
    mail: Mail = Mail()
    reminders: Reminders = Reminders()
    holidays: Holidays = Holidays()
    engine: Engine = Engine()
    source: str = ""
    folder: Path = Path()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.timezone)

    def path(self, name: str) -> Path:
        """A path of the configuration, relative to the configuration file's folder."""
        return self.folder / Path(name).expanduser()


SECTIONS = {
    section.name: kind
    for section in fields(Config)
    if hasattr(kind := get_type_hints(Config)[section.name], "__dataclass_fields__")
}
CHOICES = {
    ("mail", "security"): ("none", "starttls", "tls"),
    ("engine", "kind"): ("embedded", "procrastinate"),
    ("organisation", "language"): ("vi", "en"),
}
LEAST = {
    ("mail", "port"): 1,
    ("mail", "rate_per_second"): 0.01,
    ("mail", "connections"): 1,
    ("mail", "timeout"): 1,
    ("engine", "tick"): 0.1,
    ("engine", "lease"): 1,
    ("engine", "batch"): 1,
    ("engine", "horizon_months"): 1,
    ("server", "proxies"): 0,
}
WORDS: dict[object, str] = {
    str: "một chuỗi ký tự",
    int: "một số nguyên",
    float: "một số",
    bool: "true hoặc false",
    tuple: "một danh sách chuỗi ký tự",
}


def load(path: Path | None, environ: Mapping[str, str], *, folder: Path = Path()) -> Config:
    """The configuration of a file (or of ``folder``'s ``campaign.toml``, if there is one) and the environment.

    Raises ``ConfigurationError`` with one sentence that names file, section and option.
    """
    if path is None and (folder / DEFAULT_FILE).is_file():
        path = folder / DEFAULT_FILE
    tables = _read(path) if path else {}
    source = str(path) if path else ""
    sections = {name: _section(name, kind, tables, environ, source) for name, kind in SECTIONS.items()}
    unknown = sorted(set(tables) - set(SECTIONS))
    if unknown:
        raise ConfigurationError(
            "{file}: không có mục [{section}]; các mục hợp lệ: {known}.",
            file=source,
            section=unknown[0],
            known=", ".join(SECTIONS),
        )
    config = Config(**sections, source=source, folder=path.parent if path else folder)
    if path and not config.server.secret_key:
        raise _wrong(source, "server", "secret_key", "còn thiếu khóa bí mật; lệnh “campaign init” tạo khóa mới")
    _check_zone(config)
    return replace(config)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError("Không thấy tệp cấu hình {file}.", file=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError("Không đọc được tệp cấu hình {file}: {reason}.", file=path, reason=error) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError("{file}: sai cú pháp TOML: {reason}.", file=path, reason=error) from error


def _section(name: str, kind: type, tables: dict[str, Any], environ: Mapping[str, str], source: str) -> Any:  # noqa: ANN401
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise ConfigurationError("{file}: [{section}] phải là một mục.", file=source, section=name)
    hints = get_type_hints(kind)
    values = {}
    for option, value in table.items():
        if option not in hints:
            raise _wrong(source, name, option, "không có tùy chọn này")
        values[option] = _typed(value, hints[option], source, name, option)
    for option, hint in hints.items():
        variable = f"{PREFIX}{name}__{option}".upper()
        if variable in environ:
            values[option] = _from_text(environ[variable], hint, variable, name, option)
    return kind(**values)


def _typed(value: object, hint: object, source: str, section: str, option: str) -> object:
    expected = getattr(hint, "__origin__", hint)
    if expected is tuple and isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = tuple(value)
    elif expected is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    elif type(value) is not expected:
        raise _wrong(source, section, option, f"phải là {WORDS[expected]}, không phải {value!r}")
    _check_value(value, source, section, option)
    return value


def _from_text(text: str, hint: object, source: str, section: str, option: str) -> object:
    expected = getattr(hint, "__origin__", hint)
    value: object = text
    try:
        if expected is tuple:
            value = (
                json.loads(text) if text.startswith("[") else [part.strip() for part in text.split(",") if part.strip()]
            )
        elif expected is bool:
            value = {"true": True, "1": True, "false": False, "0": False}[text.lower()]
        elif expected is int:
            value = int(text)
        elif expected is float:
            value = float(text)
    except (ValueError, KeyError):
        raise _wrong(source, section, option, f"phải là {WORDS[expected]}, không phải {text!r}") from None
    return _typed(value, hint, source, section, option)


def _check_value(value: object, source: str, section: str, option: str) -> None:
    choices = CHOICES.get((section, option))
    if choices and value not in choices:
        raise _wrong(source, section, option, f"phải là một trong: {', '.join(choices)}; không phải {value!r}")
    least = LEAST.get((section, option))
    if least is not None and isinstance(value, int | float) and value < least:
        raise _wrong(source, section, option, f"phải từ {least} trở lên, không phải {value!r}")


def _check_zone(config: Config) -> None:
    try:
        _ = config.zone
    except (KeyError, ValueError, OSError):
        name = config.organisation.timezone
        raise _wrong(config.source, "organisation", "timezone", f"không có múi giờ {name!r}") from None


def _wrong(source: str, section: str, option: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        "{file}: mục [{section}], tùy chọn {option}: {reason}.",
        file=source or "cấu hình",
        section=section,
        option=option,
        reason=reason,
    )


def options() -> list[tuple[str, str, object]]:
    """Every (section, option, default): what ``config.example.toml`` must show."""
    return [
        (name, item.name, item.default if item.default is not MISSING else None)
        for name, kind in SECTIONS.items()
        for item in fields(kind)
    ]
