"""Flask-Mail as its users know it: Mail(app), record_messages(), MAIL_SUPPRESS_SEND, signals, errors."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime

import flask_mail
import pytest
from flask import Flask
from strict import read_mailbox, read_message, read_text

from campaign.mailer.address import Address
from campaign.mailer.connection import NotAccepted, SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.sealed import Draft, seal
from campaign.mailer.settings import MailSettings
from campaign.outcome import Accepted, Refused, Uncertain

SENDER = "lich@syt.example.vn"
AGENCY = Address("Sở Y tế tỉnh Nghệ An", SENDER)
READER = Address("Nguyễn Thị Hà, Bà Rịa", "ha@example.vn")


@pytest.fixture
def mail(recorder):
    app = Flask("agency")
    settings = MailSettings(server="127.0.0.1", port=recorder.port, security="none", timeout=5, patience=5)
    return Mail(app, settings, sender=SENDER)


def sealed(identifier="reminder.7"):
    draft = Draft("Hội thảo ở Nghệ An", "Kính gửi Hà\n", "<p>Kính gửi Hà</p>", AGENCY, None, "", "vi")
    moment = datetime(2027, 3, 3, tzinfo=UTC)
    data = seal(draft).stamp(READER, message_id=f"<{identifier}@syt.example.vn>", date=moment, values={})
    return SealedMessage(SENDER, READER.email, data)


def test_extension_is_where_flask_mail_keeps_it(mail):
    app = mail.app
    assert app.extensions["mail"] is mail
    assert (app.config["MAIL_SERVER"], app.config["MAIL_DEFAULT_SENDER"]) == ("127.0.0.1", SENDER)


def test_send_hands_over_the_sealed_bytes_with_their_names(mail, recorder):
    message = sealed()
    mail.send(message)
    (received,) = recorder.messages()
    assert received.data == message.data
    head = read_message(received.data)
    assert read_mailbox(head.value("From")) == (AGENCY.name, AGENCY.email)
    assert read_mailbox(head.value("To")) == (READER.name, READER.email)
    assert read_text(head.value("Subject")) == "Hội thảo ở Nghệ An"


def test_send_takes_messages_of_flask_mail_itself(mail, recorder):
    with mail.app.app_context():
        mail.send(
            flask_mail.Message("Test", recipients=["an@example.vn", ("Bình", "binh@example.vn")], body="một\nhai")
        )
    assert sorted(received.recipients for received in recorder.messages()) == [["an@example.vn"], ["binh@example.vn"]]


def test_record_messages_records_what_was_sent(mail):
    with mail.record_messages() as outbox:
        mail.send(sealed())
    (message,) = outbox
    assert (message.subject, message.recipients, message.sender) == ("Hội thảo ở Nghệ An", [READER.email], SENDER)
    assert (message.msgId, message.body, message.html) == (
        "<reminder.7@syt.example.vn>",
        "Kính gửi Hà\r\n",
        "<html><head></head><body><p>Kính gửi Hà</p></body></html>",
    )


def test_suppressed_messages_are_recorded_and_not_sent(mail, recorder):
    mail.suppress = True
    with mail.record_messages() as outbox, mail.connect() as connection:
        assert type(connection.attempt(sealed())) is Accepted
    assert [message.subject for message in outbox] == ["Hội thảo ở Nghệ An"]
    assert recorder.messages() == []


def test_configured_suppression_is_followed(recorder):
    app = Flask("agency")
    app.config["MAIL_SUPPRESS_SEND"] = True
    Mail(app, MailSettings(server="127.0.0.1", port=recorder.port, security="none")).send(sealed())
    assert recorder.messages() == []


def test_signal_names_the_application_and_comes_only_after_the_250(mail, recorder):
    seen = []
    with flask_mail.email_dispatched.connected_to(lambda app, message: seen.append((app, message.msgId))):
        mail.send(sealed())
        recorder.script(rcpt={READER.email: "550 5.1.1 no such user"})
        with mail.connect() as connection:
            assert type(connection.attempt(sealed("reminder.8"))) is Refused
    assert seen == [(mail.app, "<reminder.7@syt.example.vn>")]


def test_refusal_raises_with_its_outcome(mail, recorder):
    recorder.script(rcpt={READER.email: "550 5.1.1 no such user"})
    with pytest.raises(NotAccepted) as raised:
        mail.send(sealed())
    assert raised.value.outcome.code == 550


@pytest.mark.requirement("S30")
def test_header_injection_through_flask_mails_own_message_is_refused(mail, recorder):
    with mail.app.app_context(), pytest.raises(flask_mail.BadHeaderError):
        mail.send(flask_mail.Message("x\r\nBcc: b@example.vn", recipients=["an@example.vn"], body=""))
    assert recorder.messages() == []


def test_abort_ends_the_wait_for_a_silent_server(mail, recorder):
    """SIGTERM must not wait for a relay that says nothing: a mail that it may have is uncertain."""
    recorder.script(silent_at="final")
    connection = mail.connect()
    threading.Timer(0.5, connection.abort).start()
    began = time.monotonic()
    assert type(connection.attempt(sealed())) is Uncertain
    assert time.monotonic() - began < 3
    connection.close()
