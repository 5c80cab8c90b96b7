"""Proposals that are unlikely are folded on the review page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    op.add_column("proposal", sa.Column("is_likely", sa.Boolean(), server_default=sa.true(), nullable=False))
