"""campaign: a public agency's yearly plan that runs itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from campaign.config import Config
    from campaign.db import Database

__version__ = "0.2.0.dev0"


def create_app(
    config: Config | None = None, database: Database | None = None, *, now: Callable[[], datetime] | None = None
) -> Flask:
    """The web application of one organisation: the only place that ties the parts together.

    Without a ``config`` it is that of the environment, so that ``flask --app campaign`` and WSGI servers work; it is
    refused like by ``campaign run``. ``now`` is where the pages read the time; without it, the system's clock.
    """
    # Imported here, so that calendar maths, commands and the clock's process do without the web.
    from campaign import clock, web  # noqa: PLC0415
    from campaign.db import Database  # noqa: PLC0415

    if config is None:
        config = _checked_config(clock.now().date())
    database = database or Database(config.database_url)
    return web.application(web.Campaign(config, database, now or clock.now))


def _checked_config(today: date) -> Config:
    from campaign.config import from_environment  # noqa: PLC0415 - as above
    from campaign.settings import refuse  # noqa: PLC0415

    config = from_environment(os.environ)
    refuse(config, today=today)
    return config
