"""Mails about accounts: written and sent by the clock, never by a request.

They are few and in a hurry, so they have a channel of their own and wait for no reminder, no hold and no rate limit.
All else is as with messages; a retry repeats Message-ID, Date and bytes. The link in a mail is
made here, from database and secret together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from campaign.access import one_time_links
from campaign.calendar.when import When
from campaign.config import Config
from campaign.db import Database
from campaign.mailer.address import Address
from campaign.mailer.connection import SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.sealed import Draft, seal, slot
from campaign.mailing import texts
from campaign.mailing.composer import Composer, Render
from campaign.mailing.sender import pace
from campaign.models import AccountMail, Event, Occurrence, OneTimeLink, User
from campaign.outcome import Outcome
from campaign.sending.delivery import Claimant, DeliveryLoop
from campaign.sending.queue import ACCOUNT_MAILS, Claimed

SAMPLE = "sample"
QUESTION = "question"


class AccountMailSender:
    """The sender of account mail of one process."""

    def __init__(
        self,
        config: Config,
        database: Database,
        render: Render,
        mail: Mail,
        *,
        clock: Callable[[], datetime],
        is_trusted: Callable[[], bool] = lambda: True,
    ) -> None:
        self.stop = threading.Event()
        self.claimant = Claimant()
        self._config = config
        self._database = database
        self._render = render
        self.connection = mail.connect()
        self._loop = DeliveryLoop(
            database,
            ACCOUNT_MAILS,
            self._send,
            clock,
            waits=False,
            is_trusted=is_trusted,
            stop=self.stop,
            **pace(config, mail, self.connection),
        )

    def deliver_due(self) -> int:
        """Send what waits; how many were settled. One mail in trouble delays no other."""
        return replace(self._loop, claimant=self.claimant).deliver_due()

    def close(self) -> None:
        self.stop.set()
        self.connection.close()

    def _send(self, claimed: Claimed, _content: bytes) -> Outcome:
        with self._database.read() as session:
            mail = session.get_one(AccountMail, claimed.id)
            user = session.get_one(User, mail.user_id)
            link = session.get(OneTimeLink, mail.link_id) if mail.link_id else None
        data = self._composed(mail, user, link)
        return self.connection.attempt(SealedMessage(self._config.mail.sender_address, user.address, data))

    def _composed(self, mail: AccountMail, user: User, link: OneTimeLink | None) -> bytes:
        base = self._config.server.base_url
        draft = self._sample(mail) if mail.kind == SAMPLE else self._draft(mail, user, link)
        return seal(draft).stamp(
            Address(user.name, user.address),
            message_id=mail.message_id,
            date=mail.created_at,
            values={"greeting": user.name, "unsubscribe": "", **dict.fromkeys(("personal", "answer"), base)},
        )

    def _sample(self, mail: AccountMail) -> Draft:
        """How mail to members would look: ``about`` names the kind of mail and its language."""
        kind, _, language = mail.about.partition(" ")
        with self._database.read() as session:
            text = texts.of(session, kind, language)
        today = mail.created_at.astimezone(self._config.zone).date()
        matter = texts.sample(kind, language, config=self._config, today=today)
        made = Composer(self._config, self._render).draft(matter, language, text, now=mail.created_at)
        return replace(made, list_id="")

    def _question(self, mail: AccountMail) -> dict[str, object]:
        """The year that a person is asked about: "OCCURRENCE ROUND" (``desk.yearly``)."""
        with self._database.read() as session:
            occurrence = session.get_one(Occurrence, int(mail.about.partition(" ")[0]))
            event = session.get_one(Event, occurrence.event_id)
        return {
            "title": event.title,
            "year": occurrence.first_day.year,
            "when": When.of_occurrence(occurrence),
            "address": f"{self._config.server.base_url}/desk/occurrences/{occurrence.id}",
        }

    def _draft(self, mail: AccountMail, user: User, link: OneTimeLink | None) -> Draft:
        base = self._config.server.base_url
        token = one_time_links.token_of(link, self._config.server.secret_key) if link else ""
        values = {
            "organisation": self._config.organisation,
            "language": user.language,
            "slot": slot,
            "mail": mail,
            "user": user,
            "address": f"{base}/signin/link/{token}" if link else f"{base}/signin",
            "question": self._question(mail) if mail.kind == QUESTION else None,
        }
        subject = " ".join(self._render(f"mail/account/{mail.kind}.subject.txt", user.language, values).split())
        return Draft(
            subject=subject,
            text=self._render(f"mail/account/{mail.kind}.txt", user.language, values).strip() + "\n",
            html=self._render(f"mail/account/{mail.kind}.html", user.language, values | {"subject": subject}),
            sender=Address(*self._config.sender),
            reply_to=Address("", self._config.mail.reply_to) if self._config.mail.reply_to else None,
            list_id="",
            language=user.language,
        )
