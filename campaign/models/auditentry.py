"""The audit log's entries: who did what and when, values before and after.

The database itself refuses to change them, and to delete those of the last year.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, Index, event
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base

REFUSE, REFUSAL = "history_refuse", "history is append-only"
GUARDS = {
    "sqlite": (
        f"CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        (
            "CREATE TRIGGER history_is_kept BEFORE DELETE ON history WHEN OLD.at > datetime('now', '-365 days')"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        ),
    ),
    "postgresql": (
        f"CREATE FUNCTION {REFUSE}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        f"CREATE TRIGGER history_stays BEFORE UPDATE OR TRUNCATE ON history EXECUTE FUNCTION {REFUSE}()",
        (
            "CREATE TRIGGER history_is_kept BEFORE DELETE ON history FOR EACH ROW"
            f" WHEN (OLD.at > now() - interval '365 days') EXECUTE FUNCTION {REFUSE}()"
        ),
    ),
}
"""What makes the table append-only, per database. The migrations have the same statements."""


class AuditEntry(Base):
    """One act: by whom, on what, and the values that it changed.

    It refers to nothing by foreign key and keeps names as they were, so that it outlives what it tells of.
    """

    __tablename__ = "history"
    __table_args__ = (
        Index("ix_history_subject", "subject_type", "subject_id", "verb"),
        Index("ix_history_by_name", "by_name", "id"),
    )

    at: Mapped[datetime] = mapped_column(index=True)
    by_user_id: Mapped[int | None]
    by_name: Mapped[str]
    verb: Mapped[str]
    subject_type: Mapped[str]
    subject_id: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    old: Mapped[dict[str, Any]] = mapped_column(default=dict)
    new: Mapped[dict[str, Any]] = mapped_column(default=dict)


for _dialect, _statements in GUARDS.items():
    for _statement in _statements:
        event.listen(AuditEntry.__table__, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]
