"""Pages over a long history: a million messages, each page held to 100 ms.

Two in five members share a family name, so that one search finds them all and another finds one person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from sqlalchemy import cast, insert, literal, select, text, true
from sqlalchemy.orm import Session
from sqlalchemy.types import String
from support import rows

from bench.measure import Line, cost, median, wall
from bench.stage import NOW, Stage
from campaign.db import Database
from campaign.desk import event_overview, maillog
from campaign.desk.maillog import MailFilter
from campaign.models import Member, Message, Occurrence, Reminder, Result

MEMBERS, EVENTS = 5000, 200
MOST_MS = 100.0
ROUNDS = 5
SEARCHES = {
    "newest": MailFilter(),
    "one person": MailFilter(words="binh so 4321"),
    "two in five": MailFilter(words="nguyen"),
    "one event": MailFilter(words="chuyen de so 7 cua"),
    "every event": MailFilter(words="sinh hoat"),
    "nothing": MailFilter(words="khong ai ca"),
    "failed": MailFilter(state="failed"),
}


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        event_id = fill(database)
        zone = stage.config(database).zone
        deep = MEMBERS * EVENTS // 2
        for name, wish in SEARCHES.items():
            yield measured(database, stage, name, lambda session, w=wish: maillog.listed(session, w, zone=zone))
        for name in ("one person", "two in five", "one event", "every event"):
            yield measured(
                database,
                stage,
                f"{name}, a later page",
                lambda session, w=SEARCHES[name]: maillog.listed(session, w, zone=zone, before=deep),
            )
        yield measured(database, stage, "mails of an event", lambda session: event_overview.mails(session, event_id))


def measured(database: Database, stage: Stage, what: str, work: Callable[[Session], object]) -> Line:
    def once() -> None:
        with database.read() as session:
            work(session)

    once()
    return cost(f"log: {what}", stage.backend, median([wall(once) for _ in range(ROUNDS)]), MOST_MS, at_most=1)


def fill(database: Database) -> int:
    """``EVENTS`` events of the past, each with a reminder that went to everybody; the id of the last one."""
    with database.write() as session:
        for number in range(MEMBERS):
            name = f"Nguyễn Thị An số {number}" if number % 5 < 2 else f"Trần Văn Bình số {number}"
            session.add(Member(name=name, address=f"m{number}@example.org", address_key=f"m{number}", created_at=NOW))
        for number in range(EVENTS):
            moment = NOW - timedelta(days=EVENTS - number)
            event = rows.draft(session, moment, moment.date(), title=f"Sinh hoạt chuyên đề số {number} của Ban nữ công")
            day = {"original_day": moment.date(), "first_day": moment.date(), "last_day": moment.date()}
            occurrence = Occurrence(event_id=event.id, starts_at=moment, ends_at=moment, **day)
            session.add(occurrence)
            session.flush()
            times = {"due_at": moment, "useful_until": moment, "created_at": moment, "planned_at": moment}
            session.add(
                Reminder(occurrence_id=occurrence.id, lead="on the day", recipients="all", mail="reminder", **times)
            )
    with database.begin() as connection:
        key = cast(Reminder.id, String) + "." + cast(Member.id, String) + "@example.org"
        columns = {
            "reminder_id": Reminder.id, "member_id": Member.id, "message_id": key, "created_at": Reminder.due_at,
            "next_at": Reminder.due_at, "useful_until": Reminder.due_at, "attempts": literal(1), "crashes": literal(0),
            "result": literal(Result.SENT.value), "settled_at": Reminder.due_at, "reason": literal(""),
        }  # fmt: skip
        pairs = select(*columns.values()).select_from(Reminder).join(Member, true()).order_by(Reminder.id, Member.id)
        connection.execute(insert(Message).from_select(list(columns), pairs))
        connection.execute(text("UPDATE message SET result = 'failed' WHERE id % 2000 = 0"))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return event.id
