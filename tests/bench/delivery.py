"""Delivery with a mark for each message, against prebuilt bytes over one connection and against Flask-Mail."""

from __future__ import annotations

import smtplib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import flask_mail
from flask import Flask
from sqlalchemy import select, text
from strict import read_mailbox, read_message, read_text
from support import rows

from campaign import create_app
from campaign.calendar import planning, revision
from campaign.config import Mail, Organisation
from campaign.engine import rendering
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.models import Message
from campaign.sending.outbox import OUTBOX
from campaign.sending.rendering import prepare

from .measure import Line, gain, median, wall
from .stage import NOW, Stage

NUMBER = 1000
FLASK_MAIL = 40
LIST_FIELDS = ("List-Unsubscribe", "List-Unsubscribe-Post", "List-ID", "Auto-Submitted")
OFFICE = Organisation(name="Sở Văn hóa và Thể thao tỉnh Bình Minh", body="Ban Vì sự tiến bộ của phụ nữ")
ROUNDS = 5
DUE = NOW + timedelta(days=2)


@contextmanager
def sink() -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("sink.py"))], stdout=subprocess.PIPE, text=True
    )
    try:
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.communicate()


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database, sink() as port:
        config = stage.config(database)
        mail = Mail(server="127.0.0.1", port=port, security="none", rate_per_second=1e6, timeout=10.0)
        config = replace(config, mail=mail, organisation=OFFICE)
        rows.seminar(database, config, NOW, NUMBER)
        with database.write() as session:
            instance = revision.ensure(session, now=NOW).instance
            suffix = f".{instance}@example.org>"
            planning.plan_due(session.connection(), now=DUE, id_suffix=suffix)
        app = create_app(config, database)
        letters = Composer(config, rendering(app))
        prepare(database, letters.compose, DUE, NUMBER)
        prebuilt = stamped(database, letters)
        ours, plain = [], []
        for _ in range(ROUNDS):
            plain.append(NUMBER * 1000 / wall(lambda: by_smtplib(port, mail.sender, prebuilt)))
            with database.begin() as connection:
                connection.execute(text("UPDATE message SET result = NULL, settled_at = NULL, attempts = 0"))
            post = MailSender(config, database, letters, app.extensions["mail"], clock=lambda: DUE)
            ours.append(NUMBER * 1000 / wall(post.deliver_due))
            post.close()
            with database.read() as session:
                assert session.scalars(select(Message.result).distinct()).all() == ["sent"]
        rate = median(ours)
        yield gain("delivery, prebuilt over smtplib", stage.backend, rate, median(plain), at_least=0.5, unit="mails/s")
        theirs = FLASK_MAIL * 1000 / wall(lambda: by_flask_mail(port, mail.sender, prebuilt))
        yield gain("delivery, Flask-Mail's send()", stage.backend, rate, theirs, at_least=15.0, unit="mails/s")


def stamped(database, letters: Composer) -> list[tuple[str, bytes]]:
    """The finished mails, as they go out."""
    with database.begin() as connection:
        _, claimed = OUTBOX.claim(connection, now=DUE, limit=NUMBER, lease=timedelta(seconds=1), token="prebuilt")
        bodies = OUTBOX.contents(connection, claimed)
        OUTBOX.release(connection, "prebuilt")
    return [(message.address, letters.stamp(message, bodies[message.content_id])) for message in claimed]


def by_smtplib(port: int, sender: str, mails: list[tuple[str, bytes]]) -> None:
    with smtplib.SMTP("127.0.0.1", port) as connection:
        for address, data in mails:
            connection.sendmail(sender, [address], data)


def by_flask_mail(port: int, sender: str, mails: list[tuple[str, bytes]]) -> None:
    """The same words, names and list fields through Flask-Mail's own way: one ``send()`` for each."""
    app = Flask("flask_mail")
    app.config.update(MAIL_SERVER="127.0.0.1", MAIL_PORT=port, MAIL_DEFAULT_SENDER=sender, MAIL_SUPPRESS_SEND=False)
    mail = flask_mail.Mail(app)
    letters = [read_message(data) for _, data in mails[:FLASK_MAIL]]
    with app.app_context():
        for letter in letters:
            message = flask_mail.Message(
                read_text(letter.value("Subject")),
                sender=read_mailbox(letter.value("From")),
                recipients=[read_mailbox(letter.value("To"))],
                body=letter.text,
                html=letter.html,
                extra_headers={name: letter.value(name) for name in LIST_FIELDS},
            )
            mail.send(message)
