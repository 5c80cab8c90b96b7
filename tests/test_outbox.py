"""Rows as a queue: claims with a lease, letters written once, what is too late, what killed its senders."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from support import rows
from support.post import GOOD, Desk, title

from campaign.audit import PROGRAM
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork
from campaign.models import Channel, Event, MailContent, Member, Message, Result
from campaign.outcome import Accepted, Deferred
from campaign.sending import channel, rendering, results
from campaign.sending.outbox import OUTBOX

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
LEASE = timedelta(seconds=120)


@pytest.fixture
def waiting(database, config, now):
    """Six messages that are due, their letters written; the event's id."""
    event_id = rows.seminar(database, config, now, 6)
    rows.plan(database, DUE)
    rendering.prepare(database, title, DUE, 50)
    return event_id


def claim(database, token, *, at=DUE, limit=50):
    with database.begin() as connection:
        return OUTBOX.claim(connection, now=at, limit=limit, lease=LEASE, token=token)[1]


def begin(database, message, *, at=DUE):
    with database.begin() as connection:
        entry = {"following": message.id, "taker": message.token, "moment": at, "until": at + LEASE}
        return connection.execute(OUTBOX.begin_statement, entry).rowcount == 1


def settle(database, message, outcome, *, at=DUE):
    with database.begin() as connection:
        results.settle(connection, OUTBOX, message, outcome, now=at)


def recover(database, *, at=DUE, everything=False):
    with database.begin() as connection:
        OUTBOX.recover(connection, now=at, everything=everything)


# Claims


def test_claims_never_overlap(database, waiting):
    first, second = claim(database, "a", limit=4), claim(database, "b", limit=4)
    assert [len(first), len(second)] == [4, 2]
    assert {message.id for message in first}.isdisjoint({message.id for message in second})
    assert claim(database, "c") == []


def test_claim_takes_the_oldest_first(database, config, now, waiting):
    oldest = rows.messages(database)[3].id
    with database.begin() as connection:
        earlier = DUE - timedelta(minutes=5)
        connection.execute(update(Message).where(Message.id == oldest).values(next_at=earlier))
    assert [message.id for message in claim(database, "a", limit=1)] == [oldest]


def test_many_claimers_at_once_take_each_message_once(database, config, now):
    with database.write() as session:
        rows.members(session, 120, now)
        house = rows.agency(session, config, "3 working days before")
        rows.event(session, house, now, datetime(2027, 3, 8, tzinfo=UTC).date())
    rows.plan(database, DUE)
    rendering.prepare(database, title, DUE, 50)
    gate, taken = threading.Barrier(4), []

    def claimer(name: str) -> None:
        gate.wait()
        while found := claim(database, f"{name} {len(taken)}", limit=10):
            taken.extend(message.id for message in found)
            assert len(found) <= 10

    threads = [threading.Thread(target=claimer, args=(f"t{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 120


def test_claim_is_free_again_when_its_lease_ends(database, waiting):
    assert len(claim(database, "a")) == 6
    assert claim(database, "b", at=DUE + LEASE - timedelta(seconds=1)) == []
    assert len(claim(database, "b", at=DUE + LEASE)) == 6


def test_released_claim_is_free_at_once_and_has_spent_nothing(database, waiting):
    claim(database, "a")
    with database.begin() as connection:
        OUTBOX.release(connection, "a")
    assert {(message.attempts, message.crashes) for message in claim(database, "b")} == {(0, 0)}


def test_renewed_claim_lasts_longer(database, waiting):
    claim(database, "a")
    with database.begin() as connection:
        OUTBOX.renew(connection, "a", until=DUE + 2 * LEASE)
    assert claim(database, "b", at=DUE + LEASE) == []


def test_too_late_message_is_not_claimed(database, waiting):
    with database.begin() as connection:
        connection.execute(update(Message).values(useful_until=DUE))
    assert claim(database, "a") == []


# Lost leases


def test_sender_that_lost_its_claim_may_not_begin(database, waiting):
    (message,) = claim(database, "a", limit=1)
    (taken,) = [found for found in claim(database, "b", at=DUE + LEASE) if found.id == message.id]
    assert not begin(database, message, at=DUE + LEASE)
    assert begin(database, taken, at=DUE + LEASE)


@pytest.mark.parametrize("outcome", [GOOD, Deferred(450, "4.2.0", "later")])
def test_sender_that_lost_its_claim_overwrites_nothing(database, waiting, outcome):
    (late,) = claim(database, "a", limit=1)
    taken = claim(database, "b", at=DUE + LEASE)
    settle(database, late, outcome, at=DUE + LEASE)
    assert all(begin(database, message, at=DUE + LEASE) for message in taken)
    settle(database, taken[0], Accepted(251, "by b"), at=DUE + LEASE)
    settle(database, late, outcome, at=DUE + 2 * LEASE)
    row = next(row for row in rows.messages(database) if row.id == late.id)
    assert (row.result, row.code, row.settled_at) == (Result.SENT, 251, DUE + LEASE)


def test_late_250_counts_as_long_as_nobody_else_has_the_message(database, waiting):
    (late,) = claim(database, "a", limit=1)
    begin(database, late)
    recover(database, at=DUE + LEASE)
    settle(database, late, GOOD, at=DUE + LEASE)
    assert late.id not in [message.id for message in claim(database, "b", at=DUE + LEASE)]


def test_late_trouble_of_a_recovered_message_writes_nothing(database, waiting):
    (late,) = claim(database, "a", limit=1)
    begin(database, late)
    recover(database, at=DUE + LEASE)
    settle(database, late, Deferred(450, "4.2.0", "later"), at=DUE + LEASE)
    assert late.id in [message.id for message in claim(database, "b", at=DUE + LEASE)]


# Crashes


def test_message_that_three_senders_died_on_is_quarantined(database, waiting):
    for _ in range(3):
        first, *others = claim(database, "a")
        assert begin(database, first)
        recover(database, everything=True)
    (poison,) = [row for row in rows.messages(database) if row.result]
    assert (poison.id, poison.result, poison.reason) == (
        first.id,
        Result.FAILED,
        "interrupted",
    )
    assert {message.id for message in claim(database, "b")} == {message.id for message in others}


def test_message_that_was_only_claimed_is_not_blamed_for_a_death(database, waiting):
    for _ in range(5):
        assert len(claim(database, "a")) == 6
        recover(database, everything=True)
    assert [row.result for row in rows.messages(database)] == [None] * 6


def test_message_that_came_through_is_not_blamed_for_earlier_deaths(database, waiting):
    for _ in range(5):
        (message,) = claim(database, "a", limit=1)
        begin(database, message)
        settle(database, message, Deferred(450, "4.2.0", "later"))
        with database.begin() as connection:
            connection.execute(update(Message).values(next_at=DUE))
    recover(database, everything=True)
    assert [row.result for row in rows.messages(database)] == [None] * 6


def test_living_sender_keeps_its_claim(database, waiting):
    claim(database, "a")
    recover(database)
    assert claim(database, "b") == []


# Expiry


def test_waiting_message_expires_when_its_use_ends(database, waiting):
    end = datetime(2027, 3, 8, 7, tzinfo=UTC)
    OUTBOX.tidy(database, now=end - timedelta(seconds=1))
    assert {row.result for row in rows.messages(database)} == {None}
    OUTBOX.tidy(database, now=end)
    assert {(row.result, row.reason, row.settled_at) for row in rows.messages(database)} == {
        (Result.EXPIRED, "too_late", end)
    }


def test_expired_message_keeps_its_last_trouble_as_the_reason(database, waiting):
    (message,) = claim(database, "a", limit=1)
    begin(database, message)
    settle(database, message, Deferred(452, "4.2.2", "mailbox full"))
    OUTBOX.tidy(database, now=datetime(2027, 3, 9, tzinfo=UTC))
    assert "mailbox full" in {row.detail for row in rows.messages(database)}


def test_message_in_somebodys_hands_does_not_expire_under_them(database, waiting):
    end = datetime(2027, 3, 8, 7, tzinfo=UTC)
    claim(database, "a", at=end - timedelta(seconds=10))
    OUTBOX.tidy(database, now=end)
    assert {row.result for row in rows.messages(database)} == {None}


# Letters


def test_letter_is_written_once_for_each_language(database, config, now):
    rows.seminar(database, config, now, 4)
    with database.write() as session:
        session.scalars(select(Member).order_by(Member.id)).first().language = "en"
    rows.plan(database, DUE)
    for _ in range(2):
        rendering.prepare(database, title, DUE, 50)
    with database.read() as session:
        assert sorted(session.scalars(select(MailContent.language))) == ["en", "vi"]
    languages = {message.language: message.content_id for message in claim(database, "a")}
    assert len(set(languages.values())) == 2


def test_letter_is_written_only_for_what_comes_next(database, config, now):
    with database.write() as session:
        rows.members(session, 2, now)
        house = rows.agency(session, config, "3 working days before")
        for _ in range(3):
            rows.event(session, house, now, datetime(2027, 3, 8, tzinfo=UTC).date())
    rows.plan(database, DUE)
    rendering.prepare(database, title, DUE, 2)
    with database.read() as session:
        assert len(session.scalars(select(MailContent.id)).all()) in (1, 2)


def test_letter_that_cannot_be_written_waits_with_its_reason_and_others_go(database, config, now, waiting):
    rows.seminar(database, config, now, 0)
    rows.plan(database, DUE)

    def compose(session, key, moment):
        if key.reminder_id != 1:
            raise ValueError("no such template")
        return title(session, key, moment)

    desk = Desk(database, DUE, compose=compose)
    assert desk.deliver() == 6
    stuck = [row for row in rows.messages(database) if row.result is None]
    assert {(row.reason, row.detail, row.next_at) for row in stuck} == {
        ("rendering", "ValueError: no such template", DUE + timedelta(minutes=15))
    }
    assert len(stuck) == 6
    assert Desk(database, DUE).deliver(DUE + timedelta(minutes=15)) == 6


def retitle(database, config, event_id, words):
    with database.write() as session:
        event = session.get_one(Event, event_id)
        event.title = words
        changes.rebuild(UnitOfWork(session, DUE, PROGRAM, rows.agency(session, config, "3 working days before")), event)


def test_edit_after_planning_is_what_the_mail_says(database, config, waiting):
    retitle(database, config, waiting, "Tọa đàm sức khỏe")
    desk = Desk(database, DUE)
    desk.deliver()
    assert {body.decode() for _, body in desk.sent} == {"vi Tọa đàm sức khỏe 2027-03-08"}


def test_edit_while_a_sender_holds_the_message_takes_it_back(database, config, waiting):
    first, *others = claim(database, "a")
    assert begin(database, first)
    retitle(database, config, waiting, "Tọa đàm sức khỏe")
    assert not any(begin(database, message) for message in others)
    desk = Desk(database, DUE)
    assert desk.deliver() == 5
    assert {body.decode() for _, body in desk.sent} == {"vi Tọa đàm sức khỏe 2027-03-08"}


def test_edit_leaves_alone_what_was_tried_before(database, config, waiting):
    desk = Desk(database, DUE, [Deferred(450, "4.2.0", "later")])
    desk.deliver()
    retitle(database, config, waiting, "Tọa đàm sức khỏe")
    again = Desk(database, DUE)
    again.deliver(DUE + timedelta(minutes=2))
    before = {message.id: (message.message_id, message.dated_at, body) for message, body in desk.sent}
    after = {message.id: (message.message_id, message.dated_at, body) for message, body in again.sent}
    assert len(before) == 6
    assert before == after


# The channel


def test_held_channel_stays_closed_until_it_is_let_go(database, waiting):
    with database.begin() as connection:
        channel.hold(connection, now=DUE, by="Lan")
    desk = Desk(database, DUE)
    assert desk.deliver(DUE + timedelta(days=1)) == 0
    with database.begin() as connection:
        channel.hold(connection, now=None)
    assert desk.deliver(DUE + timedelta(days=1)) == 6


def test_pauses_grow_and_end_with_the_first_success(database, now):
    rests = []
    at = now
    for _ in range(9):
        with database.begin() as connection:
            channel.pause(connection, channel.MAIL, now=at, reason="down")
            until = connection.scalar(select(Channel.paused_until))
        rests.append((until - at).total_seconds())
        at = until
    assert rests == sorted(rests[:6]) + rests[6:]
    assert 13.5 <= rests[0] <= 16.5
    assert max(rests) <= 15 * 60 * 1.1
    with database.begin() as connection:
        channel.resume(connection, channel.MAIL, now=at)
        assert connection.execute(select(Channel.failures, Channel.paused_until, Channel.reason)).one() == (0, None, "")


def test_senders_that_fail_together_pause_once(database, now):
    with database.begin() as connection:
        for _ in range(4):
            channel.pause(connection, channel.MAIL, now=now, reason="down")
        assert connection.scalar(select(Channel.failures)) == 1


def test_success_of_one_sender_does_not_end_the_pause_of_another(database, now):
    with database.begin() as connection:
        channel.pause(connection, channel.MAIL, now=now, reason="down")
        channel.resume(connection, channel.MAIL, now=now)
        assert connection.scalar(select(channel.is_closed(channel.MAIL, now)))


def test_power_cut_that_loses_the_records_repeats_the_same_bytes(database, waiting):
    """The claim is synced, what was recorded under it is not: content and Date are those of the lost attempt."""
    before = {mail.id: (mail.dated_at, mail.content_id, mail.message_id) for mail in claim(database, "a")}
    recover(database, everything=True)
    desk = Desk(database, DUE)
    assert desk.deliver(DUE + timedelta(minutes=5)) == 6
    assert {mail.id: (mail.dated_at, mail.content_id, mail.message_id) for mail, _ in desk.sent} == before


def test_small_mailing_goes_before_a_large_one_that_waits_longer(database, config, now):
    """A notice to few waited 148 s behind 320 mails."""
    rows.seminar(database, config, now, 30)
    rows.plan(database, DUE)
    with database.begin() as connection:
        connection.execute(update(Member).where(Member.id > 3).values(left_at=now))
    rows.seminar(database, config, now, 0)
    rows.plan(database, DUE + timedelta(seconds=1))
    desk = Desk(database, DUE + timedelta(minutes=1))
    assert desk.deliver() == 33
    assert sorted(desk.members[:3]) == [1, 2, 3]
