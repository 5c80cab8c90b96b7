"""Alembic's way in: always on a connection of ours, whose transaction holds all migrations (``campaign.migrate``)."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from campaign.db import Instant
from campaign.models import Base


def render_item(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """How a migration spells our own column type: it never changes, so it names nothing of ours."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return False


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
