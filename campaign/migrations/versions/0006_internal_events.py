"""Internal events; what public calendars show of the others: no meeting link, contact or preparation."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op
from icalendar.parser import Contentline

revision = "0006"
down_revision: str | None = "0005"

PROPERTY = re.compile(r"^(DESCRIPTION|CONFERENCE)[;:]")


def upgrade() -> None:
    op.add_column("event", sa.Column("internal", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("event", sa.Column("public_component", sa.LargeBinary(), nullable=True))
    names = ("id", "component", "public_component", "preparation", "contact", "online_url")
    event = sa.table("event", *map(sa.column, names))
    event.c.component.type = event.c.public_component.type = sa.LargeBinary()
    connection = op.get_bind()
    rows = connection.execute(sa.select(event).where(event.c.component.is_not(None))).all()
    for row in rows:
        private = {"Chuẩn bị": row.preparation, "Liên hệ": row.contact, "Tham gia trực tuyến": row.online_url}
        values = {"public_component": without(row.component, private)}
        connection.execute(event.update().where(event.c.id == row.id).values(values))


def without(component: bytes, private: dict[str, str]) -> bytes:
    """The text of the event without these facts; without any description where one of them cannot be told apart."""
    known = [escaped(f"{label}: {value}") for label, value in private.items() if value]
    lines, in_alarm = [], False
    for line in component.decode().replace("\r\n ", "").split("\r\n"):
        in_alarm = line == "BEGIN:VALARM" or (in_alarm and line != "END:VALARM")
        found = None if in_alarm else PROPERTY.match(line)
        kept = line if not found else shortened(line, known) if found[1] == "DESCRIPTION" else ""
        if kept or not found:
            lines.append(Contentline(kept).to_ical())  # type: ignore[no-untyped-call]
    return b"\r\n".join(lines)


def shortened(line: str, known: list[str]) -> str:
    name, _colon, text = line.partition(":")
    for each in known:
        if each not in text:
            return ""
        before, after = text.split(each, 1)
        text = re.sub(r"(\\n)+$", "", before) + after if before else re.sub(r"^(\\n)+", "", after)
    return f"{name}:{text}" if text else ""


def escaped(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return quoted.replace("\n", "\\n")
