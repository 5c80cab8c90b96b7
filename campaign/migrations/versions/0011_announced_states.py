"""Mails start from what each reader was told last: the state of the event that each content announces.

Of mails that were sent before, the state is that of today, with the old values of the changes that still wait.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"


def upgrade() -> None:
    op.create_table(
        "announced_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_announced_state_event_id_event"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_announced_state_letter_id_letter"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"],
            ["occurrence.id"],
            name=op.f("fk_announced_state_occurrence_id_occurrence"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announced_state")),
    )
    with op.batch_alter_table("announced_state", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_announced_state_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_announced_state_letter_id"), ["letter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_announced_state_occurrence_id"), ["occurrence_id"], unique=False)

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("thread_id", sa.Integer(), nullable=True))

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("base", sa.String(), server_default=sa.text("('')"), nullable=False))
        batch_op.drop_constraint(batch_op.f("uq_letter_notice_id_language_edition"), type_="unique")
        batch_op.drop_constraint(batch_op.f("uq_letter_reminder_id_language_edition"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_letter_notice_id_language_edition_base"), ["notice_id", "language", "edition", "base"]
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_letter_reminder_id_language_edition_base"), ["reminder_id", "language", "edition", "base"]
        )

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("thread_id", sa.Integer(), nullable=True))
        batch_op.create_index("ix_message_thread", ["thread_id", "member_id"], unique=False)
    _thread()
    _backfill()


LETTERS = """
SELECT l.id AS letter_id, COALESCE(n.kind, '') AS kind,
       e.id AS event_id, e.title, e.place, e.rule, e.per_year, e.first_day, e.last_day, e.start_time, e.end_time,
       e.cancelled_at, o.id AS occurrence_id, o.title AS own_title, o.place AS own_place,
       o.first_day AS own_first, o.last_day AS own_last, o.start_time AS own_start, o.end_time AS own_end
FROM letter l
LEFT JOIN notice n ON n.id = l.notice_id
LEFT JOIN reminder r ON r.id = l.reminder_id
LEFT JOIN occurrence o ON o.id = COALESCE(r.occurrence_id, n.occurrence_id)
JOIN event e ON e.id = COALESCE(o.event_id, n.event_id)
"""
YEARS = "SELECT l.id AS letter_id, n.facts FROM letter l JOIN notice n ON n.id = l.notice_id WHERE n.kind = 'year_plan'"
EVENTS = """
SELECT e.id AS event_id, e.title, e.place, e.rule, e.per_year, e.first_day, e.last_day, e.start_time, e.end_time,
       o.id AS occurrence_id, o.title AS own_title, o.place AS own_place,
       o.first_day AS own_first, o.last_day AS own_last, o.start_time AS own_start, o.end_time AS own_end
FROM event e JOIN occurrence o ON o.event_id = e.id AND o.confirmed_at IS NOT NULL ORDER BY o.first_day DESC
"""
WAITING = """
SELECT event_id, facts FROM notice
WHERE kind = 'change' AND occurrence_id IS NULL AND planned_at IS NULL AND cancelled_at IS NULL
"""


def _thread() -> None:
    op.execute(
        """
        UPDATE message SET thread_id = COALESCE(
            (SELECT o.event_id FROM reminder r JOIN occurrence o ON o.id = r.occurrence_id
             WHERE r.id = message.reminder_id),
            (SELECT n.event_id FROM notice n WHERE n.id = message.notice_id))
        """
    )


def _backfill() -> None:
    connection = op.get_bind()
    waiting = {row.event_id: _json(row.facts) for row in connection.execute(sa.text(WAITING))}
    rows = [_row(row.letter_id, row, row.kind, waiting) for row in connection.execute(sa.text(LETTERS))]
    years = connection.execute(sa.text(YEARS)).all()
    if years:
        events = {row.event_id: row for row in connection.execute(sa.text(EVENTS))}
        for year in years:
            known = [events[number] for number in _json(year.facts)["events"] if number in events]
            rows += [_row(year.letter_id, row, "", waiting) for row in known]
    if rows:
        names = ("letter_id", "event_id", "occurrence_id", "digest")
        columns: list[sa.ColumnClause[Any]] = [*map(sa.column, names), sa.column("facts", sa.JSON())]
        op.bulk_insert(sa.table("announced_state", *columns), rows)


def _row(letter_id: int, row: Any, kind: str, waiting: dict[int, dict[str, Any]]) -> dict[str, Any]:  # noqa: ANN401
    is_one = row.occurrence_id is not None and (row.per_year or not row.rule)
    when = [row.own_first, row.own_last, row.own_start, row.own_end] if is_one else None
    when = when or [row.first_day, row.last_day, row.start_time, row.end_time]
    said: Any = [_text(part) for part in when] if when[0] else None
    facts: dict[str, Any] = {
        "status": "cancelled" if kind == "cancellation" else "live" if said else "postponed",
        "title": (row.own_title if is_one else "") or row.title,
        "place": (row.own_place if is_one else "") or row.place,
        "when": {"when": said, "rule": row.rule} if row.rule and not row.per_year and said else said,
    }
    for name, (old, _new) in waiting.get(row.event_id, {}).items():
        if name in ("title", "place") or (name == "when" and not row.rule):
            facts[name] = old
            facts["status"] = "live" if name == "when" and old else facts["status"]
    written = json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
    return {
        "letter_id": letter_id,
        "event_id": row.event_id,
        "occurrence_id": row.occurrence_id if row.per_year else None,
        "digest": hashlib.sha256(written).hexdigest()[:16],
        "facts": facts,
    }


def _text(part: Any) -> str:  # noqa: ANN401
    """As ISO 8601 says it; SQLite gives times with fractions of a second."""
    return str(part or "").partition(".")[0]


def _json(value: Any) -> dict[str, Any]:  # noqa: ANN401
    """PostgreSQL gives the value, SQLite its text."""
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found
