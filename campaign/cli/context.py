"""What a command works with: the configuration, read when it is first wanted, and the database."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from campaign import config as configuration
from campaign import schema
from campaign.config import Config
from campaign.db import Database

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
    def database(self, *, upgrade: bool = False) -> Iterator[Database]:
        """The database, ready for use: SQLite is upgraded by itself, PostgreSQL where ``upgrade`` says so."""
        database = Database(self.config.database_url)
        try:
            if upgrade or database.is_sqlite:
                up_to_date(database)
            else:
                schema.check(database)
            yield database
        finally:
            database.dispose()


def up_to_date(database: Database) -> bool:
    """Make or upgrade the schema; whether there was anything to do."""
    if schema.is_current(database):
        return False
    from campaign.migrate import migrate  # noqa: PLC0415 - Alembic takes 0.2 s and 11 MB, and is seldom needed

    return migrate(database)


def pass_surroundings(command: Callable[..., None]) -> Callable[..., None]:
    """The command's first argument is its ``Context``, made from the file that ``--config`` names."""

    @wraps(command)
    def with_context(*arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever click hands over
        command(Context(click.get_current_context().obj), *arguments, **options)

    return with_context


def _local_secret(folder: Path) -> str:
    """A secret of this folder's own, made once: there is no default secret that others could know."""
    file = folder / LOCAL_KEY
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii").strip()
