"""One delivery policy: account mails have the state of messages; small mailings first; the rate limit is shared."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    with op.batch_alter_table("account_mail", schema=None) as batch_op:
        batch_op.add_column(sa.Column("crashes", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("token", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("uncertain_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("code", sa.Integer(), nullable=True))
    with op.batch_alter_table("account_mail", schema=None) as batch_op:
        batch_op.alter_column("crashes", server_default=None)
    op.execute("UPDATE account_mail SET lease_until = NULL")
    op.add_column("channel", sa.Column("tokens", sa.Double(), nullable=True))
    op.add_column("channel", sa.Column("filled_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("message", sa.Column("priority", sa.SmallInteger(), server_default=sa.text("1"), nullable=False))
    op.drop_index("ix_message_pending", table_name="message")
    op.create_index(
        "ix_message_waiting",
        "message",
        ["priority", "next_at", "id"],
        sqlite_where=sa.text("result IS NULL"),
        postgresql_where=sa.text("result IS NULL"),
    )
