"""Mails about accounts: written and sent by the clock, never by a request, on a way of their own.

They are few and in a hurry, so they wait for no reminder and for no hold; they are claimed with a lease, as messages
are, and a retry repeats Message-ID, Date and bytes. The link in a mail is made here, from database and secret together.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from campaign.access import one_time_links
from campaign.config import Config
from campaign.db import Database
from campaign.mailer.address import Address
from campaign.mailer.connection import SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.sealed import Draft, seal, slot
from campaign.mailing import sampling, texts
from campaign.mailing.composer import Composer, Render
from campaign.models import AccountMail, OneTimeLink, Result, User
from campaign.outcome import Accepted, Outcome, Refused
from campaign.reason import Reason

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
BATCH = 20
PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(minutes=10)
MOST_ATTEMPTS = 10
SAMPLE = "sample"


class AccountMailSender:
    """The sender of account mail of one process."""

    def __init__(
        self, config: Config, database: Database, render: Render, mail: Mail, *, clock: Callable[[], datetime]
    ) -> None:
        self._config = config
        self._database = database
        self._render = render
        self._clock = clock
        self.connection = mail.connect()

    def deliver_due(self) -> int:
        """Send what waits; how many were settled. One mail in trouble delays no other."""
        settled = 0
        for mail_id in self._claim():
            with self._database.read() as session:
                mail = session.get_one(AccountMail, mail_id)
                user = session.get_one(User, mail.user_id)
                link = session.get(OneTimeLink, mail.link_id) if mail.link_id else None
            settled += self._deliver(mail, user, link)
        return settled

    def close(self) -> None:
        self.connection.close()

    def _claim(self) -> list[int]:
        """The mails that are due and that nobody else is sending."""
        now = self._clock()
        free = or_(AccountMail.lease_until.is_(None), AccountMail.lease_until <= now)
        due = select(AccountMail.id).where(AccountMail.settled_at.is_(None), AccountMail.next_at <= now, free)
        with self._database.read() as session:
            if session.scalar(due.limit(1)) is None:
                return []
        with self._database.write() as session:
            ids = list(session.scalars(due.order_by(AccountMail.id).limit(BATCH).with_for_update(skip_locked=True)))
            session.execute(update(AccountMail).where(AccountMail.id.in_(ids)).values(lease_until=now + LEASE))
        return ids

    def _deliver(self, mail: AccountMail, user: User, link: OneTimeLink | None) -> bool:
        now = self._clock()
        if mail.useful_until <= now or (link and link.used_at) or not user.is_active:
            return self._settle(mail, result=Result.EXPIRED, settled_at=now)
        try:
            letter, sender = self._letter(mail, user, link), self._config.mail.sender_address
            outcome = self.connection.attempt(SealedMessage(sender, user.address, letter))
        except Exception as error:  # one bad mail must not stop its neighbours
            log.exception("account mail %s could not be sent", mail.id, extra={"action": "account_mail_crashed"})
            return self._put_off(mail, Reason.CRASHED, f"{type(error).__name__}: {error}"[:200])
        return self._judge(mail, outcome)

    def _judge(self, mail: AccountMail, outcome: Outcome) -> bool:
        now = self._clock()
        if isinstance(outcome, Accepted):
            return self._settle(mail, result=Result.SENT, settled_at=now)
        if isinstance(outcome, Refused):
            detail = f"{outcome.code} {outcome.text}".strip()
            return self._settle(mail, result=Result.FAILED, settled_at=now, reason=outcome.reason, detail=detail)
        return self._put_off(mail, outcome.reason, outcome.text)

    def _put_off(self, mail: AccountMail, reason: Reason, detail: str) -> bool:
        now, attempts = self._clock(), mail.attempts + 1
        if attempts >= MOST_ATTEMPTS:
            failed = {"result": Result.FAILED, "settled_at": now, "attempts": attempts}
            return self._settle(mail, **failed, reason=reason, detail=detail)
        again = now + min(PAUSE * 2**mail.attempts, LONGEST_PAUSE)
        self._settle(mail, attempts=attempts, next_at=again, reason=reason, detail=detail)
        return False

    def _settle(self, mail: AccountMail, **values: object) -> bool:
        with self._database.begin() as connection:
            mine = update(AccountMail).where(AccountMail.id == mail.id, AccountMail.settled_at.is_(None))
            connection.execute(mine.values(lease_until=None, **values))
        return True

    def _letter(self, mail: AccountMail, user: User, link: OneTimeLink | None) -> bytes:
        draft = self._sample(mail) if mail.kind == SAMPLE else self._draft(mail, user, link)
        return seal(draft).stamp(
            Address(user.name, user.address),
            message_id=mail.message_id,
            date=mail.created_at,
            values={"greeting": user.name, "personal": self._config.server.base_url, "unsubscribe": ""},
        )

    def _sample(self, mail: AccountMail) -> Draft:
        """How mail to members would look: ``about`` names the kind of mail and its language."""
        kind, _, language = mail.about.partition(" ")
        with self._database.read() as session:
            text = texts.of(session, kind, language)
        today = mail.created_at.astimezone(self._config.zone).date()
        matter = sampling.matter(kind, language, config=self._config, today=today)
        made = Composer(self._config, self._render).draft(matter, language, text, now=mail.created_at)
        return replace(made, list_id="")

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
