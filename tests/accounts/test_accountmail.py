"""Mail about accounts: sent once, tried again in trouble, never later than it is of use."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from recorder import Recorder
from sqlalchemy import select
from support.desk import person

from campaign.access import accounts, signin
from campaign.access.sessions import Browser
from campaign.audit import NOBODY, Act, Author
from campaign.config import Mail
from campaign.engine import rendering
from campaign.mailer.extension import Mail as Extension
from campaign.mailing.accountmail import AccountMailSender
from campaign.mailing.sender import mail_settings
from campaign.models import AccountMail, Channel, OneTimeLink, Role, User
from campaign.sending.queue import ACCOUNT_MAILS

ADDRESS = "trang@example.org"


@pytest.fixture
def mail(app, database, hour, config):
    """Asks for a link and returns the row's number."""

    def ask() -> int:
        with database.write() as session:
            post = signin.Post(config.server.secret_key, ".x@example.org>")
            signin.ask(Act(session, hour(), NOBODY), ADDRESS, browser=Browser(), asked="key", post=post)
            session.flush()
            return session.scalars(select(AccountMail.id).order_by(AccountMail.id.desc())).first()

    person(app, address=ADDRESS)
    return ask


def row(database, number: int) -> AccountMail:
    with database.read() as session:
        return session.get_one(AccountMail, number)


def sender(app, config, database, hour) -> AccountMailSender:
    mail = Extension(Flask("test"), mail_settings(config))
    return AccountMailSender(config, database, rendering(app), mail, clock=hour)


def unreachable(config):
    """Nothing listens on this port."""
    return replace(config, mail=Mail(server="127.0.0.1", port=9, security="none", timeout=1))


def test_mail_is_sent_once_by_two_senders_at_a_time(app, config, database, hour, mail) -> None:
    for _ in range(3):
        mail()
    senders = [sender(app, config, database, hour) for _ in range(2)]
    threads = [threading.Thread(target=one.deliver_due) for one in senders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list((config.folder / "mail").glob("*.eml"))) == 3
    with database.read() as session:
        assert set(session.scalars(select(AccountMail.result))) == {"sent"}


def test_channel_pauses_longer_after_each_failure_and_the_mail_then_expires(app, config, database, hour, mail) -> None:
    number = mail()
    post = sender(app, unreachable(config), database, hour)
    waits = []
    for _ in range(4):
        post.deliver_due()
        with database.read() as session:
            until = session.scalars(select(Channel.paused_until).where(Channel.name == "accounts")).one()
        waits.append(round((until - hour()).total_seconds() / 15))
        hour.at = until
    assert waits == [1, 2, 4, 4]
    assert row(database, number).reason
    hour.later(minutes=15)
    post.deliver_due()
    assert row(database, number).result == "expired"
    post.close()


def test_retry_repeats_the_bytes(app, config, database, hour, mail) -> None:
    number = mail()
    post = sender(app, config, database, hour)
    written = []
    for _ in range(2):
        with database.write() as session:
            again = session.get_one(AccountMail, number)
            again.settled_at = again.result = again.lease_until = None
        post.deliver_due()
        hour.later(minutes=1)
        (file,) = (config.folder / "mail").glob("*.eml")
        written.append(file.read_bytes())
        file.unlink()
    assert written[0] == written[1]


def test_claim_of_a_sender_that_died_is_free_after_a_while(app, config, database, hour, mail) -> None:
    mail()
    with database.begin() as connection:
        taken, _ = ACCOUNT_MAILS.claim(connection, now=hour(), limit=9, lease=timedelta(minutes=2), token="dead")
    post = sender(app, config, database, hour)
    assert (taken, post.deliver_due()) == (1, 0)
    hour.later(minutes=2)
    assert post.deliver_due() == 1


def test_mail_in_trouble_delays_no_other(app, config, database, hour, mail) -> None:
    first = mail()
    with database.write() as session:
        session.get_one(AccountMail, first).kind = "khong-co"
    second = mail()
    assert sender(app, config, database, hour).deliver_due() == 2
    assert row(database, second).result == "sent"
    assert (row(database, first).result, row(database, first).crashes) == (None, 1)


def test_slow_relay_gets_each_mail_once(app, config, database, hour, mail) -> None:
    """Three mails, more than a minute each, under a lease of two minutes: a second sender finds none of them."""
    for _ in range(3):
        mail()
    stolen = []

    class Slow(AccountMailSender):
        def _send(self, claimed, content):
            hour.later(seconds=70)
            with database.begin() as connection:
                ACCOUNT_MAILS.recover(connection, now=hour())
                lease = timedelta(minutes=2)
                stolen.append(ACCOUNT_MAILS.claim(connection, now=hour(), limit=50, lease=lease, token="thief")[0])
            return super()._send(claimed, content)

    post = Slow(config, database, rendering(app), app.extensions["mail"], clock=hour)
    assert post.deliver_due() == 3
    assert set(stolen) == {0}


def test_lost_reply_after_the_data_repeats_no_mail_whose_link_is_over(
    app, config, database, hour, mail, tmp_path
) -> None:
    """It went out four times. A second try after ten minutes would bring a link that opens nothing."""
    number = mail()
    with Recorder(tmp_path, swallow_every=1) as recorder:
        relay = Mail(server="127.0.0.1", port=recorder.port, security="none", timeout=5)
        post = sender(app, replace(config, mail=relay), database, hour)
        for _ in range(28):
            post.deliver_due()
            hour.later(seconds=30)
        post.close()
        received = recorder.messages()
    assert len(received) == 1
    assert (row(database, number).result, row(database, number).reason) == ("expired", "disconnected")


def test_link_that_was_used_is_not_sent_any_more(app, config, database, hour, mail) -> None:
    number = mail()
    with database.write() as session:
        session.get_one(OneTimeLink, row(database, number).link_id).used_at = hour()
    assert sender(app, config, database, hour).deliver_due() == 0
    assert row(database, number).result == "expired"


def test_mail_to_a_disabled_person_is_not_sent(app, config, database, hour, mail) -> None:
    number = mail()
    with database.write() as session:
        session.scalars(select(User)).one().disabled_at = hour()
    sender(app, config, database, hour).deliver_due()
    assert row(database, number).result == "expired"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_of_mail_can_be_written(app, config, database, hour, language) -> None:
    post = signin.Post(config.server.secret_key, ".x@example.org>")
    with database.write() as session:
        user = accounts.make(
            Act(session, hour(), Author("")), name="Lê Bình", address=ADDRESS, role=Role.READER, language=language
        )
        for kind in ("invitation", "password", "authenticator"):
            signin.send(Act(session, hour(), NOBODY), kind, user, post=post, by="Trần Hùng")
    assert sender(app, config, database, hour).deliver_due() == 3
