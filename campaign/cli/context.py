"""What a command works with: the configuration, read when it is first wanted, and the database."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import click

from campaign import config as configuration
from campaign.config import Config
from campaign.db import Database
from campaign.migrate import migrate
from campaign.schema import check

CONFIG_HELP = "Tệp cấu hình (mặc định: campaign.toml trong thư mục hiện tại)."
LOCAL_KEY = "campaign.secret"


class Context:
    """The command's surroundings. Without a configuration file, safe defaults for this machine."""

    def __init__(self, config_file: str | None) -> None:
        self.file = Path(config_file) if config_file else None

    @cached_property
    def config(self) -> Config:
        config = configuration.load(self.file, os.environ)
        if config.server.secret_key:
            return config
        return replace(config, server=replace(config.server, secret_key=_local_secret(config.folder)))

    @contextmanager
    def database(self) -> Iterator[Database]:
        """The database, ready for use: SQLite is brought up to date by itself, PostgreSQL only by ``migrate``."""
        database = Database(self.config.database_url)
        try:
            if database.is_sqlite:
                migrate(database)
            else:
                check(database)
            yield database
        finally:
            database.dispose()


pass_surroundings = click.make_pass_decorator(Context)


def _local_secret(folder: Path) -> str:
    """A secret of this folder's own, made once: there is no default secret that others could know."""
    file = folder / LOCAL_KEY
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii").strip()
