"""Pages over a long history: a million messages and 200,000 entries of the audit log, each page held to 100 ms.

Two in five members share a family name, so that one search finds them all and another finds one person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import cast, insert, literal, select, text, true
from sqlalchemy.orm import Session
from sqlalchemy.types import String
from support import rows
from support.desk import signed_in

from bench.measure import Line, cost, own_cpu, wall
from bench.stage import NOW, Stage
from campaign import create_app, retention
from campaign.config import Config, Retention
from campaign.db import Database
from campaign.desk import event_overview, maillog
from campaign.desk.maillog import MailFilter
from campaign.engine import Engine
from campaign.models import AuditEntry, Member, Message, Occurrence, Reminder, Result
from campaign.sending import counts, metrics, reconciliation

MEMBERS, EVENTS, ACTS = 5000, 200, 1000
"""``ACTS``: entries of the audit log for each event."""
MOST_MS = 100.0
ROUNDS = 9
"""Of which the fastest counts: what other programs of the machine take is not the page's."""
SEARCHES = {
    "newest": MailFilter(),
    "one person": MailFilter(words="binh so 4321"),
    "two in five": MailFilter(words="nguyen"),
    "one event": MailFilter(words="chuyen de so 7 cua"),
    "every event": MailFilter(words="sinh hoat"),
    "nothing": MailFilter(words="khong ai ca"),
    "failed": MailFilter(state="failed"),
}


PAGES = {
    "desk": "/desk/",
    "attention": "/desk/today",
    "event": "/desk/events/{uid}",
    "member": "/desk/people/4321",
    "mail log": "/desk/mail",
    "mail log, days long ago": "/desk/mail?since=2026-08-20&until=2026-08-21",
    "mail log, before all": "/desk/mail?until=2026-01-01",
    "mail log, after all": "/desk/mail?since=2027-03-01",
    "mail log, sent after all": "/desk/mail?since=2027-03-01&state=sent",
    "mail log, failed": "/desk/mail?state=failed",
    "audit log": "/desk/history",
    "audit log, of one person": "/desk/history?name=Người+7",
    "audit log, days long ago": "/desk/history?since=2026-08-20&until=2026-08-21",
    "audit log, before all": "/desk/history?until=2026-01-01",
    "metrics": "/metrics",
    "readiness": "/readyz",
}


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        event_id, uid = fill(database)
        config = stage.config(database)
        zone = config.zone
        deep = MEMBERS * EVENTS // 2
        app = create_app(config, database, now=lambda: NOW)
        client = signed_in(app)
        yield measured(
            database, stage, "metrics, nothing counted", lambda session: list(metrics.read(session, now=NOW))
        )
        first = wall(lambda: counts.count_days(database, zone=zone, now=NOW))
        yield cost("counting the history once", stage.backend, first, MOST_MS)
        again = min(wall(lambda: tidy(database, config)) for _ in range(ROUNDS))
        yield cost("nightly: counts, retention", stage.backend, again, MOST_MS, at_most=1)
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
        whole = {"since": None, "until": None, "now": NOW}
        yield measured(database, stage, "reconcile", lambda session: reconciliation.reconcile(session, **whole))
        for name, path in PAGES.items():
            yield page(client, stage, name, path.format(uid=uid))
        engine = Engine(app, config, database, now=lambda: NOW + timedelta(days=1))
        yield cost("nightly job, whole", stage.backend, wall(engine._clockwork.nightly), 1000.0)
        older = replace(config, retention=Retention(messages=EVENTS - 1))
        yield cost("retention, a day of messages", stage.backend, wall(lambda: tidy(database, older)), 1000.0)


def figures(session: Session) -> None:
    list(metrics.read(session, now=NOW))


def tidy(database: Database, config: Config) -> None:
    counts.count_days(database, zone=config.zone, now=NOW)
    retention.delete_old(database, config.retention, now=NOW, rest=lambda _seconds: None)


def page(client: FlaskClient, stage: Stage, name: str, path: str) -> Line:
    def once() -> None:
        assert client.get(path, base_url="http://127.0.0.1").status_code in {200, 503}

    once()
    cpu = min(own_cpu(once) for _ in range(ROUNDS))  # on a machine with other work, the figure to trust
    fastest = min(wall(once) for _ in range(ROUNDS))
    return cost(f"page: {name}", stage.backend, fastest, MOST_MS, at_most=1, note=f"own CPU {cpu:.0f} ms")


def measured(database: Database, stage: Stage, what: str, work: Callable[[Session], object]) -> Line:
    def once() -> None:
        with database.read() as session:
            work(session)

    once()
    return cost(f"log: {what}", stage.backend, min(wall(once) for _ in range(ROUNDS)), MOST_MS, at_most=1)


def fill(database: Database) -> tuple[int, str]:
    """``EVENTS`` events of the past, each with a reminder that went to everybody; the id and UID of the last one."""
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
        acts = {
            "at": Reminder.due_at, "by_name": literal("Người ") + cast(Member.id % 10, String), "verb": literal("edit"),
            "subject_type": literal("event"), "subject_id": Reminder.id, "title": literal("Sinh hoạt chuyên đề"),
            "old": literal({}, AuditEntry.old.type), "new": literal({}, AuditEntry.new.type),
        }  # fmt: skip
        entries = select(*acts.values()).select_from(Reminder).join(Member, Member.id <= ACTS).order_by(Reminder.id)
        connection.execute(insert(AuditEntry).from_select(list(acts), entries))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return event.id, event.uid
