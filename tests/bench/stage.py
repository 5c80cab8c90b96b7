"""Databases for the measurements: one of each kind, migrated, in a folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from support.postgresql import Cluster

from campaign.config import Config, DatabaseSettings, Server
from campaign.db import Database
from campaign.migrate import migrate

NOW = datetime(2027, 3, 1, 1, tzinfo=UTC)
NUMBERS = count(1)


@dataclass
class Stage:
    """Where measurements of one kind of database take place."""

    backend: str
    folder: Path
    cluster: Cluster | None

    @contextmanager
    def database(self) -> Iterator[Database]:
        """A fresh migrated database."""
        number = next(NUMBERS)
        if self.cluster:
            url = self.cluster.create(f"bench_{number}")
        else:
            url = f"sqlite:///{self.folder / f'bench_{number}.db'}"
        database = Database(url)
        migrate(database)
        yield database
        database.dispose()
        if self.cluster:
            self.cluster.drop(f"bench_{number}")

    def config(self, database: Database) -> Config:
        return replace(
            Config(),
            server=Server(base_url="http://127.0.0.1", secret_key="bench" * 8),
            database=DatabaseSettings(url=database.url.render_as_string(hide_password=False)),
            folder=self.folder,
        )


@contextmanager
def stages(chosen: str) -> Iterator[list[Stage]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="campaign-bench-")))
        found = []
        if chosen in ("sqlite", "both"):
            found.append(Stage("sqlite", folder, None))
        if chosen in ("postgresql", "both"):
            cluster = Cluster(durable=True)
            stack.callback(cluster.stop)
            found.append(Stage("postgresql", folder, cluster))
        yield found
