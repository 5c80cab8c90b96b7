"""What a command works with: the configuration, read when it is first wanted, and the database."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from campaign import clock, job_queue, logs, schema
from campaign.config import Config, from_environment
from campaign.db import Database
from campaign.errors import Unavailable
from campaign.settings import refuse

log = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = 1, 30
"""Seconds between looks for a database that does not answer."""


class Context:
    """The command's surroundings. Without a configuration file, safe defaults for this machine."""

    def __init__(self, config_file: str | None) -> None:
        self.file = Path(config_file) if config_file else None

    @cached_property
    def config(self) -> Config:
        return from_environment(os.environ, str(self.file) if self.file else None)

    @property
    def checked(self) -> Config:
        """The configuration; whatever ``campaign check`` refuses in it is refused."""
        refuse(self.config, today=clock.now().date())
        return self.config

    def started(self, host: str | None = None, port: int | None = None) -> Config:
        """The checked configuration of a process that stays, and its log."""
        server = self.checked.server
        server = replace(server, host=server.host if host is None else host, port=server.port if port is None else port)
        config = replace(self.config, server=server)
        logs.configure(config.server.log_level)
        return config

    @contextmanager
    def database(self, *, upgrade: bool = False, patient: bool = False) -> Iterator[Database]:
        """The database, ready for use: SQLite is upgraded by itself, PostgreSQL where ``upgrade`` says so.

        ``patient``: a server that cannot be reached is waited for, as after a machine has been switched on.
        """
        database = Database(self.config.database_url)
        try:
            if patient and not database.is_sqlite:
                _wait_for(database)
            if upgrade or database.is_sqlite:
                up_to_date(database, self.config)
            else:
                schema.check(database)
                job_queue.check(self.config, database)
            yield database
        finally:
            database.dispose()


def _wait_for(database: Database) -> None:
    seconds = FIRST_WAIT
    while True:
        try:
            schema.current(database)
        except Unavailable as error:
            log.warning("waiting for the database, next try in %d s (%s)", seconds, error.message)
            time.sleep(seconds)
            seconds = min(2 * seconds, LONGEST_WAIT)
        else:
            return


def up_to_date(database: Database, config: Config) -> bool:
    """Make or upgrade the schema; whether there was anything to do."""
    if schema.is_current(database) and job_queue.is_current(config, database):
        return False
    from campaign.cli.upgrade import upgrade  # noqa: PLC0415 - with Alembic, which is seldom needed

    return upgrade(database, config)


def pass_surroundings(command: Callable[..., None]) -> Callable[..., None]:
    """The command's first argument is its ``Context``, made from the file that ``--config`` names."""

    @wraps(command)
    def with_context(*arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever click hands over
        command(Context(click.get_current_context().obj), *arguments, **options)

    return with_context
