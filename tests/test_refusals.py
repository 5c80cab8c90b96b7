"""Refusals: whom they concern, and when they are the server's trouble."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta

import pytest
from recorder import Recorder
from sqlalchemy import select
from support import rows
from support.post import GOOD, Desk
from test_delivery import office_post

from campaign.models import Channel, Member, Message, Result
from campaign.outcome import Refused

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
NOBODY = Refused(550, "5.1.1", "no such user", "address")
DENIED = Refused(554, "5.7.1", "relay access denied", "policy")
KINDS = (
    "550 5.1.1 no such user",
    "554 5.7.1 access denied",
    "552 5.2.2 mailbox full",
    "553 5.1.3 bad address",
    "550 unknown user",
    "550 5.7.1 rejected by the recipient's policy",
    "551 user not local",
    "556 5.1.10 null MX",
)


def plan(database, config, now, number):
    rows.seminar(database, config, now, number)
    rows.plan(database, DUE)


def results(database):
    return [row.result for row in rows.messages(database)]


def flagged(database):
    with database.read() as session:
        return session.scalars(select(Member.id).where(Member.flagged_at.is_not(None))).all()


def paused_until(database):
    with database.read() as session:
        return session.scalar(select(Channel.paused_until))


def test_refusals_of_eight_kinds_among_300_hold_up_nobody_else(database, config, now, tmp_path):
    """Eight refused members stopped the channel: 59 of 271 mails were settled after ten minutes."""
    plan(database, config, now, 300)
    with database.read() as session:
        addresses = session.scalars(select(Member.address)).all()
    refused = random.Random(8).sample(addresses, 40)
    with Recorder(tmp_path, rcpt={address: KINDS[place % 8] for place, address in enumerate(refused)}) as recorder:
        post = office_post(config, database, recorder, rate_per_second=1e6)
        began = time.monotonic()
        assert post.deliver_due() == 300
        took = time.monotonic() - began
        post.close()
        received = {address for mail in recorder.messages() for address in mail.recipients}
    assert received == set(addresses) - set(refused)
    assert took < 30
    assert results(database).count(Result.FAILED) == 40
    assert paused_until(database) is None


@pytest.mark.parametrize("answer", [NOBODY, DENIED], ids=["550", "554"])
def test_server_that_refuses_everybody_flags_nobody_and_fails_nothing(database, config, now, answer):
    """A relay that answered 550 to everybody flagged 40 of 40 members."""
    plan(database, config, now, 40)
    desk, at = Desk(database, DUE, [answer]), DUE
    loop = desk.loop()
    for _ in range(6):
        desk.at = at
        loop.deliver_due()
        at = max(paused_until(database), at + timedelta(minutes=2))
    assert flagged(database) == []
    assert set(results(database)) == {None}
    assert len(desk.sent) < 40
    desk.at, desk.answers = at + timedelta(hours=1), [GOOD]
    assert loop.deliver_due() == 40
    assert set(results(database)) == {Result.SENT}


def test_unit_that_left_together_is_refused_in_the_end_and_the_others_get_their_mail(database, config, now):
    """Fifteen dead addresses in a row look like the server's trouble, until it accepts others."""
    plan(database, config, now, 40)
    dead = set(range(1, 16))
    desk = Desk(database, DUE, [lambda mail: NOBODY if mail.recipient_id in dead else GOOD])
    loop = desk.loop()
    for minute in range(0, 40, 2):
        desk.at = DUE + timedelta(minutes=minute)
        loop.deliver_due()
        if minute == 4:
            assert results(database).count(Result.SENT) == 25, "two pauses of 15 and 30 seconds"
    assert set(flagged(database)) == dead
    assert sorted(map(str, results(database))) == ["failed"] * 15 + ["sent"] * 25


def test_refusal_by_policy_flags_only_after_repeats(database, config, now):
    plan(database, config, now, 3)
    for second in range(1, 3):
        rows.seminar(database, config, now, 0)
        rows.plan(database, DUE + timedelta(seconds=second))
    desk = Desk(database, DUE + timedelta(minutes=1), [lambda mail: DENIED if mail.recipient_id == 1 else GOOD])
    desk.deliver()
    assert flagged(database) == [1]
    with database.read() as session:
        failed = session.scalars(select(Message.reason).where(Message.member_id == 1)).all()
    assert len(failed) == 3


def test_one_or_two_refusals_at_the_end_of_the_mail_are_decided_at_once(database, config, now):
    plan(database, config, now, 2)
    Desk(database, DUE, [NOBODY]).deliver()
    assert len(flagged(database)) == 2
