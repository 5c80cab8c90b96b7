"""Retention: what is too old goes, its counts stay, and nothing counts a long history again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import DBAPIError
from support import rows
from support.desk import signed_in
from support.post import GOOD, Desk

from campaign import retention
from campaign.audit import PROGRAM, Act
from campaign.desk import event_overview, maillog
from campaign.engine import Engine
from campaign.models import AuditEntry, Event, Member, Message, MessageCount, Reminder, SignIn
from campaign.outcome import Refused
from campaign.sending import counts
from campaign.sending.reconciliation import reconcile

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
LATER = datetime(2027, 3, 20, 1, tzinfo=UTC)
LONG_AFTER = datetime(2029, 6, 1, tzinfo=UTC)


@pytest.fixture
def sent(database, config, now):
    """Five mails of 3 March, one of them refused; the event's id."""
    event_id = rows.seminar(database, config, now, 5)
    rows.plan(database, DUE)
    answers = iter((Refused(550, "5.7.1", "no", "message"), *(GOOD,) * 4))
    Desk(database, DUE, [lambda _message: next(answers)]).deliver()
    return event_id


def count(database, config, *, now=LATER):
    counts.count_days(database, zone=config.zone, now=now)


def tidy(database, config, *, now, **ages):
    count(database, config, now=now)
    wanted = replace(config.retention, **ages)
    retention.delete_old(database, wanted, now=now, rest=lambda _seconds: None)


def account(database, **period):
    with database.read() as session:
        return reconcile(session, **{"since": None, "until": None, **period}, now=LATER).to_json()


def figures(database, event_id):
    with database.read() as session:
        found = event_overview.mails(session, event_id)
        return found.sent, found.failed, found.waiting


def number(database, noun):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(noun))


def test_counts_stay_when_messages_are_deleted(database, config, sent):
    before = account(database), figures(database, sent)
    tidy(database, config, now=LONG_AFTER)
    assert number(database, Message) == 0
    assert (account(database), figures(database, sent)) == before
    assert before[0]["exact"]
    assert before[1] == (4, 1, 0)


def test_counted_days_keep_to_the_period(database, config, sent):
    days = {
        name: datetime(2027, 3, day, tzinfo=config.zone) for name, day in (("second", 2), ("third", 3), ("fourth", 4))
    }
    periods = [
        {"since": days["third"], "until": days["fourth"]},
        {"since": days["second"], "until": days["third"]},
        {"since": days["fourth"]},
        {"until": days["fourth"]},
    ]
    before = [account(database, **period)["planned"] for period in periods]
    assert before == [5, 0, 0, 5]
    count(database, config)
    assert [account(database, **period)["planned"] for period in periods] == before


def test_day_with_a_waiting_mail_is_not_counted(database, config, sent):
    with database.begin() as connection:
        one = connection.scalar(select(func.min(Message.id)))
        connection.execute(update(Message).where(Message.id == one).values(result=None, settled_at=None))
    count(database, config)
    assert number(database, MessageCount) == 0
    assert account(database)["pending"] == 1


def test_today_and_yesterday_are_not_counted(database, config, sent):
    count(database, config, now=DUE + timedelta(days=1))
    assert number(database, MessageCount) == 0


def test_counting_again_adds_nothing(database, config, sent):
    for _ in range(3):
        count(database, config)
    assert number(database, MessageCount) == 2
    assert account(database)["planned"] == 5


def test_mail_tried_again_leaves_its_count(database, config, sent):
    with database.begin() as connection:
        connection.execute(update(Message).values(useful_until=LONG_AFTER))
        connection.execute(update(Member).values(flagged_at=None))
    count(database, config)
    with database.write() as session:
        failed = session.scalar(select(Message.id).where(Message.result == "failed"))
        maillog.retry(Act(session, LATER, PROGRAM), failed)
    assert {name: account(database)[name] for name in ("planned", "failed", "pending")} == {
        "planned": 5,
        "failed": 0,
        "pending": 1,
    }
    assert figures(database, sent) == (4, 0, 1)
    Desk(database, LATER, [lambda _message: GOOD]).deliver()
    count(database, config, now=LONG_AFTER)
    assert (account(database)["sent"], figures(database, sent)) == (5, (5, 0, 0))


@pytest.mark.parametrize(
    "change", [{"settled_at": None, "result": None}, {"useful_until": LONG_AFTER + timedelta(days=1)}]
)
def test_what_waits_or_is_of_use_is_kept(database, config, sent, change):
    count(database, config)
    with database.begin() as connection:
        connection.execute(update(Message).values(change))
    tidy(database, config, now=LONG_AFTER)
    assert number(database, Message) == 5


def test_messages_are_kept_as_long_as_configured(database, config, sent):
    tidy(database, config, now=DUE + timedelta(days=40), messages=40)
    assert number(database, Message) == 5
    tidy(database, config, now=DUE + timedelta(days=40, seconds=1), messages=40)
    assert number(database, Message) == 0


def test_many_are_deleted_in_several_transactions(database, config):
    old = {"at": datetime(2020, 1, 1, tzinfo=UTC), "by_name": "x", "verb": "edit", "subject_type": "event", "title": ""}
    with database.begin() as connection:
        entries = [{**old, "subject_id": key, "old": {}, "new": {}} for key in range(2 * retention.BATCH + 1)]
        connection.execute(insert(AuditEntry), entries)
    rests = []
    retention.delete_old(database, config.retention, now=LONG_AFTER, rest=rests.append)
    assert number(database, AuditEntry) == 0
    assert rests == [retention.PAUSE] * 2


def test_audit_log_and_sign_ins_end_with_their_age(app, database, config, now):
    old = datetime(2020, 1, 1, tzinfo=UTC)
    signed_in(app)
    with database.write() as session:
        for at in (old, now):
            Act(session, at, PROGRAM).record("edit", Event(id=1, title="Tọa đàm"), {}, {})
    tidy(database, config, now=now + timedelta(days=364))
    assert (number(database, SignIn), number(database, AuditEntry)) == (1, 2)
    tidy(database, config, now=now + timedelta(days=366))
    assert (number(database, SignIn), number(database, AuditEntry)) == (0, 2)


def test_database_keeps_the_last_year_of_the_audit_log(database, config):
    """Whatever the program or its configuration say: the young entries cannot be deleted."""
    with database.write() as session:
        Act(session, datetime.now(UTC), PROGRAM).record("edit", Event(id=1, title="Tọa đàm"), {}, {})  # noqa: TID251
    with pytest.raises(DBAPIError, match="append-only"):
        tidy(database, config, now=LONG_AFTER + timedelta(days=3000))


@pytest.mark.only("sqlite")
def test_counted_history_is_not_read_again(database, config, sent, queries):
    count(database, config)
    with queries() as seen, database.read() as session:
        reconcile(session, since=None, until=None, now=LATER)
        event_overview.mails(session, sent)
        maillog.listed(session, maillog.MailFilter(since=LATER.date()), zone=config.zone)
    plans = []
    with database.engine.connect() as connection:
        for statement in seen.of("SELECT"):
            plans += [
                row[-1] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement.replace("?", "1"))
            ]
    assert [line for line in plans if line.startswith("SCAN message") and "message_count" not in line] == []


def test_nightly_job_counts_and_deletes(app, database, config, sent):
    engine = Engine(app, config, database, now=lambda: LONG_AFTER)
    engine._clockwork.nightly()
    assert (number(database, Message), number(database, MessageCount)) == (0, 2)
    assert number(database, Reminder) > 0


def test_results_of_a_mailing_stay_when_its_day_was_counted_and_its_mails_are_deleted(database, config, sent):
    with database.read() as session:
        reminder = session.scalars(select(Message.reminder_id).distinct()).one()

    def results():
        with database.read() as session:
            return counts.of_each(session, "reminder_id", {reminder})

    assert results() == {reminder: {"sent": 4, "failed": 1}}
    with database.write() as session:
        message = session.scalars(select(Message).where(Message.result == "sent").limit(1)).one()
        message.result, message.settled_at, message.created_at = None, None, LATER
    count(database, config)
    assert results() == {reminder: {"sent": 3, "failed": 1, "pending": 1}}
    tidy(database, config, now=LATER, messages=1)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Message)) == 1
    assert results() == {reminder: {"sent": 3, "failed": 1, "pending": 1}}
