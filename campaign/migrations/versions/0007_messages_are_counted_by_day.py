"""Messages are counted by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    op.create_table(
        "message_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reminder_id", sa.Integer(), nullable=True),
        sa.Column("notice_id", sa.Integer(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(reminder_id IS NULL) <> (notice_id IS NULL)", name=op.f("ck_message_count_of_reminder_or_notice")
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_message_count_notice_id_notice"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminder.id"], name=op.f("fk_message_count_reminder_id_reminder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_count")),
    )
    with op.batch_alter_table("message_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_count_until"), ["until"], unique=False)
        batch_op.create_index(
            "uq_message_count_notice_id",
            ["notice_id", "until", "result"],
            unique=True,
            sqlite_where=sa.text("notice_id IS NOT NULL"),
            postgresql_where=sa.text("notice_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_message_count_reminder_id",
            ["reminder_id", "until", "result"],
            unique=True,
            sqlite_where=sa.text("reminder_id IS NOT NULL"),
            postgresql_where=sa.text("reminder_id IS NOT NULL"),
        )

    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_at"), ["at"], unique=False)
        batch_op.create_index("ix_history_by_name", ["by_name", "id"], unique=False)
        batch_op.drop_index("ix_history_subject")
        batch_op.create_index("ix_history_subject", ["subject_type", "subject_id", "verb"], unique=False)

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index("ix_message_created_at", ["created_at"], unique=False)

    # The audit log: the database refuses to change it, and to delete entries of the last year.
    statements = {
        "sqlite": (
            "DROP TRIGGER history_is_kept",
            (
                "CREATE TRIGGER history_is_kept BEFORE DELETE ON history WHEN OLD.at > datetime('now', '-365 days')"
                " BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
            ),
        ),
        "postgresql": (
            "DROP TRIGGER history_stays ON history",
            "CREATE TRIGGER history_stays BEFORE UPDATE OR TRUNCATE ON history EXECUTE FUNCTION history_refuse()",
            (
                "CREATE TRIGGER history_is_kept BEFORE DELETE ON history FOR EACH ROW"
                " WHEN (OLD.at > now() - interval '365 days') EXECUTE FUNCTION history_refuse()"
            ),
        ),
    }
    for statement in statements[op.get_bind().dialect.name]:
        op.execute(statement)
