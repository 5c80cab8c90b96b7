"""Making or upgrading a database, with what a new one needs before anybody uses it.

A module of its own because Alembic takes 0.2 s and 11 MB, and most starts find the newest version.
"""

from __future__ import annotations

from campaign import clock, job_queue
from campaign.calendar import daysoff
from campaign.config import Config
from campaign.db import Database
from campaign.migrate import alone, migrate


def upgrade(database: Database, config: Config) -> bool:
    """Whether there was anything to do. The days off of these years are part of every database."""
    is_new = migrate(database)
    if is_new:
        with database.write() as session:
            daysoff.keep_up(session, config=config, now=clock.now())
    while not job_queue.is_current(config, database):
        is_new = True
        with alone(database) as connection:
            job_queue.migrate(connection)
    return is_new
