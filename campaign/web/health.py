"""Is the process alive, and is it able to do its work? Neither answer tells an outsider anything about the agency."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus

from flask import Blueprint, Response, jsonify
from sqlalchemy import func, select

from campaign import job_queue, schema
from campaign.config import Config
from campaign.db import Database
from campaign.errors import CampaignError
from campaign.models import Heartbeat
from campaign.web import policy
from campaign.web.session import campaign, now

blueprint = Blueprint("health", __name__)
FREE_DISK = 0.05
INTERVALS = 3
LEAST_SILENCE = timedelta(seconds=30)


@blueprint.get("/healthz")
@policy.public
def alive() -> Response:
    return Response("ok\n", content_type="text/plain; charset=utf-8")


@blueprint.get("/readyz")
@policy.public
def ready() -> tuple[Response, int]:
    """Each check by name; 503 when any of them fails."""
    part = campaign()
    found = {name: look(part.config, part.database, now()) for name, look in LOOKS.items()}
    status = HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE
    return jsonify({"ready": all(found.values()), "checks": found}), status


def _database(_config: Config, database: Database, _now: datetime) -> bool:
    """Whether a writing transaction can begin; it writes nothing."""
    try:
        with database.begin() as connection:
            connection.execute(select(1))
            connection.rollback()
    except CampaignError:
        return False
    return True


def _schema(config: Config, database: Database, _now: datetime) -> bool:
    try:
        fits = schema.is_current(database) and not schema.differences(database)
        return fits and job_queue.is_current(config, database)
    except CampaignError:
        return False


def _clock(config: Config, database: Database, now: datetime) -> bool:
    """Whether the clock ticked lately, and neither in the future: then this machine's time was set back."""
    try:
        with database.read() as session:
            last = session.scalar(select(func.max(Heartbeat.at)).where(Heartbeat.name == "plan"))
    except CampaignError:
        return False
    silence = max(INTERVALS * timedelta(seconds=config.engine.tick), LEAST_SILENCE)
    return last is not None and abs(now - last) <= silence


def _jobs(_config: Config, database: Database, _now: datetime) -> bool:
    """Whether every job that ran came to its end the last time; one that raises leaves a note until it succeeds."""
    try:
        with database.read() as session:
            return session.scalar(select(func.count()).where(Heartbeat.note != "")) == 0
    except CampaignError:
        return False


def _disk(config: Config, _database: Database, _now: datetime) -> bool:
    usage = shutil.disk_usage(config.folder)
    return usage.free / usage.total > FREE_DISK


LOOKS: dict[str, Callable[[Config, Database, datetime], bool]] = {
    "database": _database,
    "schema": _schema,
    "clock": _clock,
    "jobs": _jobs,
    "disk": _disk,
}
