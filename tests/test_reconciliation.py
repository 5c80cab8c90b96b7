"""Reconciliation: each planned message ended in exactly one way, or still waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from support import rows
from support.post import GOOD, Desk

from campaign.cli.reconciliation import as_text
from campaign.models import Member, Message
from campaign.outcome import Refused
from campaign.sending.reconciliation import GRACE, reconcile

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
END = datetime(2027, 3, 8, 7, tzinfo=UTC)


def account(database, *, at=DUE, since=None, until=None):
    with database.read() as session:
        return reconcile(session, since=since, until=until, now=at)


@pytest.fixture
def mixed(database, config, now):
    """Ten messages: one unsubscribed, one refused, four sent, four waiting."""
    rows.seminar(database, config, now, 10)
    with database.write() as session:
        session.scalars(select(Member).order_by(Member.id)).first().unsubscribe(now=now)
    rows.plan(database, DUE)
    stops = iter((GOOD, Refused(552, "5.2.2", "full", "message"), GOOD, GOOD, GOOD))
    desk = Desk(database, DUE, [lambda _message: next(stops)])
    with database.begin() as connection:
        last = connection.scalars(select(Message.id).order_by(Message.id.desc()).limit(4)).all()
        connection.execute(update(Message).where(Message.id.in_(last)).values(next_at=DUE + timedelta(hours=1)))
    desk.deliver()


def test_every_message_is_counted_once(database, mixed):
    found = account(database)
    assert found.to_json() == {
        "planned": 10,
        "sent": 4,
        "expired": 0,
        "suppressed": 1,
        "failed": 1,
        "pending": 4,
        "unplanned": 0,
        "stray": 0,
        "exact": True,
    }
    assert as_text(found).splitlines()[-1] == "Khớp."


def test_what_was_too_late_is_counted_as_expired(database, mixed):
    Desk(database, END).deliver()
    found = account(database, at=END)
    assert (found.results["expired"], found.pending, found.is_exact) == (4, 0, True)


def test_empty_house_is_exact(database):
    assert account(database).is_exact


def test_period_takes_what_was_made_in_it(database, mixed):
    assert account(database, since=DUE, until=DUE + timedelta(seconds=1)).planned == 10
    assert account(database, until=DUE).planned == 0
    assert account(database, since=DUE + timedelta(seconds=1)).planned == 0


def test_reminder_that_nobody_planned_is_found(database, config, now):
    rows.seminar(database, config, now)
    assert account(database, at=DUE + GRACE).is_exact
    found = account(database, at=DUE + GRACE + timedelta(seconds=1))
    assert (found.unplanned, found.is_exact) == (1, False)
    assert as_text(found).splitlines()[-1] == "KHÔNG KHỚP."


@pytest.mark.parametrize(
    "damage",
    [{"result": None}, {"settled_at": None}, {"result": "lost"}],
)
def test_damaged_row_is_found(database, mixed, damage):
    with database.begin() as connection:
        sent = connection.scalars(select(Message.id).where(Message.result == "sent")).first()
        connection.execute(update(Message).where(Message.id == sent).values(**damage))
    assert not account(database).is_exact
