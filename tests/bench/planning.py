"""Planning: 1,000 events × 3 rules, 10,000 members, 30,000 messages due at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from functools import partial

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from campaign.calendar import planning
from campaign.db import Database
from campaign.models import (
    AudienceGroup,
    Event,
    Group,
    Member,
    Message,
    Occurrence,
    Reminder,
    membership,
)

from .measure import Line, cost, gain, median, wall
from .stage import NOW, Stage

EVENTS, RULES, MEMBERS, EACH = 1000, 3, 10_000, 10
DUE = NOW + timedelta(days=1)
ROUNDS = 5
SUFFIX = ".bench@example.org>"
SAMPLE = 600
NAIVE_AT_LEAST = {"sqlite": 200.0, "postgresql": 30.0}


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        seed(database)
        ours, bare = [], []
        for number in range(ROUNDS):
            order = (ours, bare) if number % 2 else (bare, ours)
            for times in order:
                with database.begin() as connection:
                    connection.execute(text("DELETE FROM message"))
                    connection.execute(text("UPDATE reminder SET planned_at = NULL"))
                vacuum(database)
                times.append(wall(partial(planned if times is ours else by_hand, database)))
                with database.read() as session:
                    assert session.scalar(text("SELECT count(*) FROM message")) == EVENTS * RULES * EACH
        mine = median(ours)
        yield cost("planning 30,000", stage.backend, mine, median(bare), at_most=1.5, note="reference: bare statement")
        naive = loop(database)
        note = f"{SAMPLE} of 30,000 measured, the rest extrapolated"
        at_least = NAIVE_AT_LEAST[stage.backend]
        yield gain("planning, naive ORM loop", stage.backend, naive, mine, at_least=at_least, unit="ms", note=note)


def seed(database: Database) -> None:
    """Each event has a group of ten; the reminders are due."""
    start = DUE + timedelta(days=3)
    with database.begin() as connection:
        made = {"created_at": NOW}
        people = [{"id": k, "name": f"An {k}", "address": f"an.{k}@example.org", **made} for k in range(1, MEMBERS + 1)]
        connection.execute(insert(Member), [person | {"address_key": person["address"]} for person in people])
        groups = range(1, EVENTS + 1)
        connection.execute(insert(Group), [{"id": k, "name": f"Nhóm {k}", "slug": f"nhom-{k}", **made} for k in groups])
        pairs = [{"group_id": k, "member_id": (k - 1) * EACH + each + 1} for k in groups for each in range(EACH)]
        connection.execute(insert(membership), pairs)
        event = {"kind": "meeting", "confirmed_at": NOW, "changed_at": NOW, **made}
        connection.execute(insert(Event), [{"id": k, "uid": f"{k}@x", "title": f"Họp {k}", **event} for k in groups])
        connection.execute(insert(AudienceGroup), [{"event_id": k, "group_id": k} for k in groups])
        span = {"starts_at": start, "ends_at": start + timedelta(hours=1), "confirmed_at": NOW}
        days = {"original_day": start.date(), "first_day": start.date(), "last_day": start.date()}
        connection.execute(insert(Occurrence), [{"id": k, "event_id": k, **span, **days} for k in groups])
        due = {"due_at": DUE, "useful_until": start, **made}
        rules = [{"occurrence_id": k, "lead": f"{rule} hours before", **due} for k in groups for rule in range(RULES)]
        connection.execute(insert(Reminder), rules)
    vacuum(database)


def vacuum(database: Database) -> None:
    """What the last round left behind must not weigh on the next."""
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if database.is_sqlite:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            raw.autocommit = True
            raw.execute("VACUUM ANALYZE")
            raw.autocommit = False


def planned(database: Database) -> None:
    with database.begin(lazy=True) as connection:
        planning.plan_due(connection, now=DUE, id_suffix=SUFFIX)


def by_hand(database: Database) -> None:
    """The shortest SQL that makes the same rows for this sample: marks, and one INSERT from the joined tables."""
    moment = DUE.astimezone(UTC)
    value = moment.strftime("%Y-%m-%d %H:%M:%S.%f") if database.is_sqlite else moment
    with database.begin(lazy=True) as connection:
        connection.execute(
            text(
                "UPDATE reminder SET planned_at = :now "
                "WHERE due_at <= :now AND planned_at IS NULL AND cancelled_at IS NULL"
            ),
            {"now": value},
        )
        connection.execute(
            text(
                "INSERT INTO message (reminder_id, member_id, message_id, created_at, next_at, useful_until, attempts, "
                "crashes, reason) SELECT r.id, m.id, '<r' || r.id || '.' || m.id || '.bench@example.org>', "
                "r.planned_at, r.due_at, r.useful_until, 0, 0, '' "
                "FROM reminder r JOIN occurrence o ON o.id = r.occurrence_id JOIN event e ON e.id = o.event_id "
                "JOIN audience_group a ON a.event_id = e.id JOIN membership s ON s.group_id = a.group_id "
                "JOIN member m ON m.id = s.member_id WHERE r.planned_at = :now AND m.left_at IS NULL "
                "AND o.cancelled_at IS NULL ON CONFLICT DO NOTHING"
            ),
            {"now": value},
        )


def loop(database: Database) -> float:
    """Milliseconds for all 30,000: for each due reminder, for each of its members: is there a message? else add one."""
    with database.begin() as connection:
        connection.execute(text("DELETE FROM message"))
    with database.write() as session:
        elapsed = wall(lambda: naive(session, SAMPLE // EACH))
    return elapsed * (EVENTS * RULES * EACH) / SAMPLE


def naive(session: Session, reminders: int) -> None:
    for reminder in session.scalars(select(Reminder).limit(reminders)):
        occurrence = session.get_one(Occurrence, reminder.occurrence_id)
        groups = select(AudienceGroup.group_id).where(AudienceGroup.event_id == occurrence.event_id)
        members = select(Member).join(membership).where(membership.c.group_id.in_(groups))
        for member in session.scalars(members):
            same = Message.reminder_id == reminder.id, Message.member_id == member.id
            if session.scalars(select(Message).where(*same)).one_or_none() is None:
                message = Message(
                    reminder_id=reminder.id,
                    member_id=member.id,
                    message_id=f"<r{reminder.id}.{member.id}{SUFFIX}",
                    created_at=DUE,
                    next_at=DUE,
                    useful_until=reminder.useful_until,
                )
                session.add(message)
                session.flush()
