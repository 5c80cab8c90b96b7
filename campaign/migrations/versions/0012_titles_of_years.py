"""A year has its own title, and readings can be deleted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision: str | None = "0011"


def upgrade() -> None:
    op.create_table(
        "year_title",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_year_title")),
        sa.UniqueConstraint("year", name=op.f("uq_year_title_year")),
    )
    with op.batch_alter_table("plan_reading", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "INSERT INTO year_title (year, title) SELECT year, title FROM plan"
        " WHERE id IN (SELECT max(id) FROM plan GROUP BY year)"
    )
