"""The configuration: a TOML file and the environment become frozen, typed values, once."""

from campaign.config.reader import DEFAULT_FILE, EXAMPLE_KEY, KEY_FILE, LOCAL, PREFIX, from_environment, load, options
from campaign.config.values import (
    Config,
    DatabaseSettings,
    Engine,
    Holidays,
    Mail,
    Mailbox,
    Organisation,
    Reminders,
    Retention,
    Server,
    SignIn,
)

__all__ = [
    "DEFAULT_FILE",
    "EXAMPLE_KEY",
    "KEY_FILE",
    "LOCAL",
    "PREFIX",
    "Config",
    "DatabaseSettings",
    "Engine",
    "Holidays",
    "Mail",
    "Mailbox",
    "Organisation",
    "Reminders",
    "Retention",
    "Server",
    "SignIn",
    "from_environment",
    "load",
    "options",
]
