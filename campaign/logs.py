"""The log of every command: one format on stderr, times with their zone, one line for whatever a sentence explains."""

from __future__ import annotations

import copy
import logging

from campaign.errors import CampaignError

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TIME = "%Y-%m-%dT%H:%M:%S%z"
QUIET = {
    "apscheduler": logging.ERROR,  # it warns whenever a tick finds the one before still delivering, which is normal
    "alembic": logging.WARNING,
    "waitress.queue": logging.ERROR,
}


class OneLine(logging.Formatter):
    """An error of ours is written as its sentence: the traceback of an outage tells an administrator nothing."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, CampaignError):
            record = copy.copy(record)
            record.msg, record.args = "%s (%s)", (record.getMessage(), error.message)
            record.exc_info = record.exc_text = None
        return super().format(record) if record.exc_info else super().format(record).replace("\n", " ")


def configure(level: str) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine(FORMAT, TIME))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)
