"""Mail about accounts: sent once, tried again in trouble, never later than it is of use."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from flask import Flask
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
from campaign.models import AccountMail, Role, User

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


def test_mail_waits_longer_after_each_failure_and_then_expires(app, config, database, hour, mail) -> None:
    number = mail()
    post = sender(app, unreachable(config), database, hour)
    waits = []
    for _ in range(3):
        post.deliver_due()
        waits.append((row(database, number).next_at - hour()).seconds)
        hour.at = row(database, number).next_at
    assert waits == [15, 30, 60]
    assert row(database, number).reason
    hour.later(minutes=10)
    assert post.deliver_due() == 1
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
    number = mail()
    post = sender(app, config, database, hour)
    assert post._claim() == [number]
    assert post.deliver_due() == 0
    hour.later(minutes=2)
    assert post.deliver_due() == 1


def test_mail_in_trouble_delays_no_other(app, config, database, hour, mail) -> None:
    first = mail()
    with database.write() as session:
        session.get_one(AccountMail, first).kind = "khong-co"
    second = mail()
    assert sender(app, config, database, hour).deliver_due() == 1
    assert row(database, second).result == "sent"
    assert (row(database, first).result, row(database, first).attempts) == (None, 1)


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
