"""Answers: who waits for a seat, who is sent instead, whether an event asks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answers", sa.Boolean(), nullable=True))

    with op.batch_alter_table("feed_token", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waiting", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("for_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_response_for_id"), ["for_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_response_for_id_member"), "member", ["for_id"], ["id"], ondelete="SET NULL"
        )
