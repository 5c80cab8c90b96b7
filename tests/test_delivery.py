"""The loop that empties the outbox: each outcome, each change of mind on the way, each kind of trouble."""

from __future__ import annotations

import resource
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from recorder import Recorder
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select, update
from support import rows
from support.post import GOOD, Desk

from campaign import create_app
from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork
from campaign.config import Mail
from campaign.engine import rendering
from campaign.errors import Unavailable
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.models import Channel, Event, Member, Message, Result
from campaign.outcome import Deferred, Refused, Uncertain, Unreachable
from campaign.sending import channel
from campaign.sending.outbox import OUTBOX

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
END = datetime(2027, 3, 8, 7, tzinfo=UTC)
"""The seminar's start: later than this a reminder is of no use."""
LATER = Deferred(450, "4.2.0", "try again later")
NOBODY = Refused(550, "5.1.1", "no such user", "address")
FULL = Refused(552, "5.2.2", "mailbox full", "message")
POLICY = Refused(550, "5.7.1", "sender not allowed", "policy")
SILENCE = Uncertain("no answer")
DOWN = Unreachable("connection refused")


@pytest.fixture
def planned(database, config, now):
    """Three messages that are due; the event's id."""
    event_id = rows.seminar(database, config, now, 3)
    rows.plan(database, DUE)
    return event_id


def state(database):
    return [(row.result, row.detail) for row in rows.messages(database)]


def results(database):
    return [row.result for row in rows.messages(database)]


# Outcomes


def test_each_message_goes_out_once(database, planned):
    desk = Desk(database, DUE)
    assert desk.deliver() == 3
    assert desk.deliver() == 0
    assert len(set(desk.members)) == len(desk.members) == 3
    assert {(row.result, row.settled_at, row.code, row.attempts, row.token) for row in rows.messages(database)} == {
        (Result.SENT, DUE, 250, 1, None)
    }


def test_nothing_goes_out_before_it_is_due(database, planned):
    assert Desk(database, DUE - timedelta(seconds=1)).deliver() == 0


def test_deferred_message_waits_longer_each_time_until_it_is_of_no_use(database, planned):
    desk, waits = Desk(database, DUE, [LATER]), []
    at = DUE
    while results(database)[0] is None:
        desk.deliver(at)
        row = rows.messages(database)[0]
        waits.append((row.next_at - at) / timedelta(minutes=1))
        at = row.next_at
    assert [round(wait / step) for wait, step in zip(waits, (1, 5, 15, 30, 60, 60), strict=False)] == [1] * 6
    assert state(database) == [(Result.EXPIRED, LATER.text)] * 3
    assert {row.settled_at for row in rows.messages(database)} == {END}
    assert max(message.dated_at for message, _ in desk.sent) == DUE


def test_greylisted_message_arrives_at_the_second_try(database, planned):
    desk = Desk(database, DUE, [LATER, LATER, LATER, GOOD])
    desk.deliver()
    assert desk.deliver(DUE + timedelta(minutes=2)) == 3
    assert results(database) == [Result.SENT] * 3


def test_retry_carries_the_same_letter_identifier_and_date(database, planned):
    desk = Desk(database, DUE, [LATER])
    desk.deliver()
    desk.deliver(DUE + timedelta(minutes=2))
    seen: dict[int, set[tuple[object, ...]]] = {}
    for message, body in desk.sent:
        seen.setdefault(message.id, set()).add((message.message_id, message.dated_at, body))
    assert len(desk.sent) == 6
    assert [len(versions) for versions in seen.values()] == [1, 1, 1]


def test_unknown_mailbox_is_failed_flagged_and_left_alone(database, config, now, planned):
    rows.seminar(database, config, now, 0)
    rows.plan(database, DUE + timedelta(seconds=1))
    desk = Desk(database, DUE + timedelta(seconds=1), [NOBODY, GOOD])
    desk.deliver()
    with database.read() as session:
        flagged = session.scalars(select(Member).where(Member.flagged_at.is_not(None))).one()
    assert (flagged.id, flagged.flag_detail) == (desk.members[0], "550 no such user")
    assert desk.members.count(flagged.id) == 1
    own = [(row.result, row.reason, row.detail) for row in rows.messages(database) if row.member_id == flagged.id]
    assert own == [(Result.FAILED, "server", "550 no such user"), (Result.SUPPRESSED, "bad_address", "")]
    assert sorted(results(database)).count(Result.SENT) == 4


def test_refusal_without_a_clear_word_flags_at_the_third(database, config, now, planned):
    vague = Refused(550, "", "no", "address")
    for second in range(2):
        rows.seminar(database, config, now, 0)
        rows.plan(database, DUE + timedelta(seconds=second + 1))
    with database.begin() as connection:
        connection.execute(update(Message).where(Message.member_id != 1).values(result="sent", settled_at=DUE))
    for number in range(1, 4):
        with database.begin() as connection:
            first = connection.scalars(select(Message.id).where(Message.result.is_(None))).first()
            waiting = Message.result.is_(None), Message.id != first
            connection.execute(update(Message).where(*waiting).values(next_at=END))
            connection.execute(update(Message).where(Message.id == first).values(next_at=DUE))
        Desk(database, DUE + timedelta(minutes=1), [vague]).deliver()
        with database.read() as session:
            assert (session.get_one(Member, 1).flagged_at is not None) == (number == 3)


def test_refused_letter_fails_without_blame_for_the_address(database, planned):
    desk = Desk(database, DUE, [FULL])
    desk.deliver()
    assert state(database) == [(Result.FAILED, "552 mailbox full")] * 3
    with database.read() as session:
        assert session.scalars(select(Member.flagged_at)).all() == [None] * 3


def test_one_policy_refusal_concerns_its_recipient_and_nobody_is_flagged_by_it(database, planned):
    desk = Desk(database, DUE, [POLICY, GOOD])
    assert desk.deliver() == 3
    assert sorted(results(database)) == [Result.FAILED, Result.SENT, Result.SENT]
    with database.read() as session:
        assert session.scalars(select(Channel.paused_until)).all() in ([], [None])
        assert session.scalars(select(Member.flagged_at)).all() == [None] * 3


@pytest.mark.parametrize("when", ["connecting", "talking"])
def test_unreachable_server_pauses_the_channel_and_burns_no_attempt(database, planned, when):
    desk = Desk(database, DUE, [DOWN], reachable=DOWN if when == "connecting" else None)
    at = DUE
    for _ in range(8):
        desk.deliver(at)
        with database.read() as session:
            at = session.scalar(select(Channel.paused_until))
    assert len(desk.sent) == (0 if when == "connecting" else 8)
    assert {(row.result, row.attempts, row.crashes) for row in rows.messages(database)} == {(None, 0, 0)}
    assert rows.messages(database)[0].detail == DOWN.text
    assert Desk(database, at).deliver() == 3


def test_uncertain_message_is_tried_once_more_with_the_same_identifier(database, planned):
    desk = Desk(database, DUE, [SILENCE])
    desk.deliver()
    assert desk.deliver(DUE + timedelta(minutes=9)) == 0
    assert desk.deliver(DUE + timedelta(minutes=10)) == 3
    assert desk.deliver(DUE + timedelta(days=1)) == 0
    sent = [(message.id, message.message_id, body) for message, body in desk.sent]
    assert sorted(sent[:3]) == sorted(sent[3:])
    assert {row.result for row in rows.messages(database)} == {Result.FAILED}
    assert {row.reason for row in rows.messages(database)} == {"no_answer_twice"}


def test_uncertain_message_that_is_then_accepted_is_sent(database, planned):
    desk = Desk(database, DUE, [SILENCE, SILENCE, SILENCE, GOOD])
    desk.deliver()
    desk.deliver(DUE + timedelta(minutes=10))
    assert results(database) == [Result.SENT] * 3


def test_poison_message_is_quarantined_and_its_neighbours_go(database, planned):
    poison = rows.messages(database)[0].id

    def answer(message):
        if message.id == poison:
            raise MemoryError("too large")
        return GOOD

    desk = Desk(database, DUE, [answer])
    for minutes in (0, 2, 10, 60):
        desk.deliver(DUE + timedelta(minutes=minutes))
    assert rows.messages(database)[0].reason == "quarantined"
    assert state(database) == [(Result.FAILED, "MemoryError: too large"), (Result.SENT, ""), (Result.SENT, "")]
    assert [message.id for message, _ in desk.sent].count(poison) == 3


# Changes on the way


def cancel(database, config, event_id):
    with database.write() as session:
        event = session.get_one(Event, event_id)
        changes.cancel(UnitOfWork(session, DUE, Author("Lan"), rows.agency(session, config)), event, reason="Bão")


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_cancellation_after_any_transaction_before_the_wire_stops_every_mail(database, config, planned, step):
    """The look for the late, the look at the channel, that for letters, their writing, the claim."""
    passed: list[int] = []

    def after_transaction(*_connection):
        passed.append(step)
        if len(passed) == step:
            cancel(database, config, planned)

    sqlalchemy_event.listen(database.engine.pool, "checkin", after_transaction)
    desk = Desk(database, DUE)
    desk.deliver()
    assert len(passed) > step
    assert desk.sent == []
    assert set(results(database)) == {Result.SUPPRESSED}


def test_cancellation_while_one_mail_is_on_the_wire_stops_all_others(database, config, planned):
    def answer(_message):
        cancel(database, config, planned)
        return GOOD

    desk = Desk(database, DUE, [answer, GOOD])
    desk.deliver()
    assert len(desk.sent) == 1
    assert sorted(results(database)) == [Result.SENT, Result.SUPPRESSED, Result.SUPPRESSED]


@pytest.mark.parametrize("change", [changes.unsubscribe, changes.leave])
def test_member_who_goes_while_the_batch_is_under_way_gets_nothing(database, planned, change):
    def answer(message):
        with database.write() as session:
            others = session.scalars(select(Member).where(Member.id != message.recipient_id)).all()
            change(Act(session, DUE, PROGRAM), others[0])
        return GOOD

    desk = Desk(database, DUE, [answer, GOOD])
    desk.deliver()
    assert len(desk.sent) == 2
    assert sorted(results(database)) == [Result.SENT, Result.SENT, Result.SUPPRESSED]


def test_hold_takes_effect_in_the_middle_of_a_batch(database, planned):
    def answer(_message):
        with database.begin() as connection:
            channel.hold(connection, now=DUE, by="Lan")
        return GOOD

    desk = Desk(database, DUE, [answer])
    assert desk.deliver() == 1
    assert sorted(map(str, results(database))) == ["None", "None", "sent"]
    assert {(row.attempts, row.crashes) for row in rows.messages(database) if not row.result} == {(0, 0)}


def test_new_address_is_where_the_mail_goes(database, planned):
    with database.begin() as connection:
        connection.execute(update(Member).values(address="moi@example.org").where(Member.id == 1))
    desk = Desk(database, DUE)
    desk.deliver()
    assert "moi@example.org" in {message.address for message, _ in desk.sent}


# The process


def test_stopping_finishes_the_letter_on_the_wire_and_gives_the_rest_back(database, planned):
    stop = threading.Event()

    def answer(_message):
        stop.set()
        return GOOD

    desk = Desk(database, DUE, [answer])
    assert desk.deliver(stop=stop) == 1
    rest = [row for row in rows.messages(database) if row.result is None]
    assert [(row.token, row.lease_until, row.attempts) for row in rest] == [(None, None, 0)] * 2


def test_slow_sender_keeps_its_claim(database, config, now):
    """Twenty letters, a minute each, under a lease of two minutes: nobody else gets at them meanwhile."""
    rows.seminar(database, config, now, 20)
    rows.plan(database, DUE)
    stolen = []

    def answer(_message):
        desk.at += timedelta(minutes=1)
        with database.begin() as connection:
            OUTBOX.recover(connection, now=desk.at)
            stolen.append(OUTBOX.claim(connection, now=desk.at, limit=50, lease=desk.at - DUE, token="thief")[0])
        return GOOD

    desk = Desk(database, DUE, [answer])
    assert desk.deliver() == 20
    assert set(stolen) == {0}


def test_several_senders_send_each_message_once(database, config, now):
    rows.seminar(database, config, now, 120)
    rows.plan(database, DUE)
    desks = [Desk(database, DUE) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        settled = sum(pool.map(lambda desk: desk.deliver(batch=10), desks))
    sent = [member for desk in desks for member in desk.members]
    assert len(sent) == len(set(sent)) == settled == 120


def test_batches_take_as_many_statements_for_many_as_for_few_but_for_the_marks(database, config, now, queries):
    """Beside the marks, which go to the driver itself, a batch of 40 costs what a batch of 4 costs."""
    counts = []
    for number, batch in ((4, 4), (40, 40)):
        with database.begin() as connection:
            connection.execute(update(Message).values(result="sent", settled_at=DUE).where(Message.result.is_(None)))
            connection.execute(update(Member).values(left_at=now))
        rows.seminar(database, config, now, number)
        rows.plan(database, DUE + timedelta(seconds=number))
        desk = Desk(database, DUE + timedelta(seconds=number))
        with queries() as seen:
            assert desk.deliver(batch=batch) == number
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[0] <= 17


def test_trouble_with_the_database_after_the_250_is_waited_for(database, planned):
    """Somebody holds SQLite's lock, or the row's on PostgreSQL, longer than one look: the mark is made all the same."""
    desk = Desk(database, DUE)
    holder = database.engine.execution_options(immediate=True).connect()

    def answer(message):
        holder.execute(update(Message).where(Message.id == message.id).values(code=0))
        threading.Timer(0.5, holder.close).start()
        return GOOD

    desk.answers = [answer, GOOD]
    assert desk.deliver() == 3
    assert results(database) == [Result.SENT] * 3


# Over a real connection


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    with Recorder(Path(tmp_path_factory.mktemp("recorder"))) as running:
        yield running


@pytest.fixture
def recorder(recording):
    """The server without faults and without mail."""
    recording.script()
    return recording


def office_post(config, database, recorder, *, clock=lambda: DUE, **mail):
    values = {"server": "127.0.0.1", "port": recorder.port, "security": "none", "timeout": 5.0, "rate_per_second": 1e6}
    config = replace(config, mail=Mail(**{**values, **mail}))
    app = create_app(config, database)
    return MailSender(config, database, Composer(config, rendering(app)), app.extensions["mail"], clock=clock)


def test_several_connections_send_each_message_once(database, config, now, recorder):
    rows.seminar(database, config, now, 60)
    rows.plan(database, DUE)
    post = office_post(config, database, recorder, connections=3)
    assert post.deliver_due() == 60
    post.close()
    received = recorder.messages()
    assert len(received) == len({mail.message_id for mail in received}) == 60


def test_rate_is_at_most_what_is_configured_and_survives_a_restart(database, config, now, recorder):
    """303 mails at 50 a second left in 1.2 s, and each restart gave another burst."""
    rows.seminar(database, config, now, 303)
    rows.plan(database, DUE)
    began = time.monotonic()
    settled = 0

    def clock():
        return DUE + timedelta(seconds=time.monotonic() - began)

    while settled < 303:
        post = office_post(config, database, recorder, clock=clock, connections=2, rate_per_second=50.0)
        threading.Timer(1.0, post.stop.set).start()
        settled += post.deliver_due()
        post.close()
    assert time.monotonic() - began >= (303 - 2 * 50) / 50
    left = sorted(mail.monotonic for mail in recorder.messages())
    assert all(late - early >= 0.9 for early, late in zip(left, left[160:], strict=False))


def test_retry_after_a_lost_answer_is_equal_byte_for_byte(database, config, now, recorder):
    rows.seminar(database, config, now, 3)
    rows.plan(database, DUE)
    post = office_post(config, database, recorder)
    recorder.script(swallow_every=1)
    post.deliver_due()
    first = {mail.message_id: mail.data for mail in recorder.messages()}
    assert {row.uncertain_at for row in rows.messages(database)} == {DUE}
    recorder.script()
    with database.begin() as connection:
        connection.execute(update(Message).values(next_at=DUE))
    post.deliver_due()
    post.close()
    assert {mail.message_id: mail.data for mail in recorder.messages()} == first
    assert len(first) == 3
    assert results(database) == [Result.SENT] * 3


def test_cancellation_while_connecting_stops_the_mail(database, config, planned, recorder):
    """Connecting may take long; what is cancelled meanwhile does not go out."""
    post = office_post(config, database, recorder)
    post.connections[0].on_stage = lambda stage: cancel(database, config, planned) if stage == "connect" else None
    post.deliver_due()
    post.close()
    assert recorder.messages() == []
    assert set(results(database)) == {Result.SUPPRESSED}


# A full disk


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("before", [0, 7, 23])
def test_full_disk_repeats_no_mail_and_sends_none_that_cannot_be_recorded(database, config, now, before):
    """Defect 24: after so many mails nothing can be written any more; later there is room again."""
    rows.seminar(database, config, now, 30)
    rows.plan(database, DUE)
    log = database.file.with_name(database.file.name + "-wal")
    limits, full = resource.getrlimit(resource.RLIMIT_FSIZE), threading.Event()
    desk = Desk(database, DUE)

    def fill(_message):
        if len(desk.sent) == before + 1:
            resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, limits[1]))
            full.set()
        return GOOD

    desk.answers = [fill]
    with ThreadPoolExecutor(1) as pool:
        delivery = pool.submit(desk.deliver)
        try:
            assert full.wait(20)
            time.sleep(1)
            with pytest.raises(Unavailable), database.write() as session:
                rows.members(session, 1, now)
            assert len(desk.sent) == before + 1
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        delivery.result(20)
    desk.deliver(DUE + timedelta(minutes=30))
    assert sorted(desk.members) == sorted(set(desk.members))
    assert results(database) == [Result.SENT] * 30
    database.check_file()
