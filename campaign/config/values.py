"""The options, their defaults and what they mean; ``config.example.toml`` explains each to administrators."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, make_dataclass
from email.utils import parseaddr
from pathlib import Path
from zoneinfo import ZoneInfo

from campaign.kinds import Kind

RELATIVE_SQLITE = re.compile(r"(sqlite(?:\+pysqlite)?:///)(?!/|file:|:memory:)(.+)")


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
    host: str = "127.0.0.1"
    port: int = 8000
    log_level: str = "info"
    secret_key: str = field(default="", repr=False)
    trusted_hosts: tuple[str, ...] = ()
    proxies: int = 0
    gzip: bool = True
    templates: str = ""
    metrics: tuple[str, ...] = ("127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    url: str = field(default="sqlite:///campaign.db", repr=False)  # may hold a password


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
    ca_file: str = ""
    hostname: str = ""
    folder: str = "mail"

    @property
    def sender_address(self) -> str:
        """The address of ``sender``, which may be written with a name: ``Tên <địa@chỉ>``."""
        return parseaddr(self.sender)[1]

    @property
    def sender_name(self) -> str:
        return parseaddr(self.sender)[0]

    @property
    def domain(self) -> str:
        return self.sender_address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The IMAP mailbox that gets answers to invitations and returned mails; without a host none is read.

    ``address``: of the mailbox, else that of replies. ``tagged``: mail to ``name+tag@domain`` arrives in it too.
    """

    host: str = ""
    port: int = 993
    security: str = "tls"
    username: str = ""
    password: str = field(default="", repr=False)
    address: str = ""
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class Reminders:
    """Default rules per kind of event (``of``; ``campaign.dates.lead`` reads them) and the hours in which mail may go.

    ``window``: minutes within which changes of one event become one notice. ``unattended``: kinds whose later years
    take place, with their plain reminders, even if nobody confirmed them. ``invitation``: when those are invited to a
    single event, asked for an answer, who were not invited when it was confirmed; "" for never.
    """

    hour: str = "08:00"
    quiet: tuple[str, ...] = ("20:00", "06:30")
    window: int = 10
    invitation: str = ""
    unattended: tuple[str, ...] = tuple(kind.value for kind in Kind if kind.traits.is_fixed)
    alarms: tuple[str, ...] = ()

    def of(self, kind: str) -> tuple[str, ...]:
        """The default rules of one kind of event."""
        rules: tuple[str, ...] = getattr(self, kind)
        return rules


RemindersOfKinds: type[Reminders] = make_dataclass(
    "RemindersOfKinds",
    [(kind.value, tuple[str, ...], field(default=kind.traits.reminders)) for kind in Kind],
    bases=(Reminders,),
    frozen=True,
    slots=True,
)
"""The section as it is read: one option more for each kind of event."""
DEFAULT_REMINDERS = RemindersOfKinds()


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
    batch: int = 200
    horizon_months: int = 24


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many days the past is kept: messages that ended, sign-in sessions, the audit log, data of who left.

    ``people``: from the day on which a member left, or on which a guest was noted.
    """

    messages: int = 730
    signins: int = 365
    audit: int = 1826
    people: int = 1826


@dataclass(frozen=True, slots=True)
class SignIn:
    """How the people of the desk sign in: by a "link" in a mail, a "password", an OpenID Connect ``issuer``."""

    methods: tuple[str, ...] = ("link", "password")
    idle_minutes: int = 30
    longest_hours: int = 12
    issuer: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Config:
    organisation: Organisation = Organisation()
    server: Server = Server()
    database: DatabaseSettings = DatabaseSettings()
    mail: Mail = Mail()
    mailbox: Mailbox = Mailbox()
    reminders: Reminders = DEFAULT_REMINDERS
    holidays: Holidays = Holidays()
    engine: Engine = Engine()
    retention: Retention = Retention()
    signin: SignIn = SignIn()
    source: str = ""
    folder: Path = Path()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.timezone)

    @property
    def sender(self) -> tuple[str, str]:
        """Name and address of the sender of mails; without a name of its own, the agency's."""
        return self.mail.sender_name or self.organisation.sender, self.mail.sender_address

    @property
    def reply_address(self) -> str:
        """Where answers to mails arrive."""
        return self.mailbox.address or self.mail.reply_to or self.mail.sender_address

    @property
    def database_url(self) -> str:
        """The database's address; a relative SQLite file lies in the configuration file's folder."""
        relative = RELATIVE_SQLITE.fullmatch(self.database.url)
        return f"{relative[1]}{self.path(relative[2])}" if relative else self.database.url

    def path(self, name: str) -> Path:
        """A path of the configuration, relative to the configuration file's folder."""
        return self.folder / Path(name).expanduser()
