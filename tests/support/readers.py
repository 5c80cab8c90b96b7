"""Mails as their readers get them: planned, composed, claimed and sent in the transaction of a test's session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar import planning
from campaign.calendar.announced import digest
from campaign.config import Config
from campaign.desk import notices
from campaign.mailing.facts import Change, Facts, changes_of, facts_of
from campaign.mailing.matters import matter_of, today_of
from campaign.models import Message, Notice
from campaign.outcome import Accepted
from campaign.reason import Reason
from campaign.sending import rendering, results
from campaign.sending.outbox import OUTBOX, Announced, Composed, ContentKey

SUFFIX = ".test@example.org>"
LEASE = timedelta(minutes=2)


@dataclass(frozen=True)
class Read:
    """One mail that a member got, in Vietnamese. ``days``: of a series those that it is about alone."""

    member: int
    mail: str
    facts: Facts
    changes: tuple[Change, ...]
    reason: str
    days: tuple[date, ...] = ()

    @property
    def told(self) -> dict[str, tuple[str, str]]:
        return {change.label: (change.old, change.new) for change in self.changes}


@dataclass
class Readers:
    """All mails so far, in order."""

    session: Session
    config: Config = field(default_factory=Config)
    mails: list[Read] = field(default_factory=list)
    _matters: dict[int, Read] = field(default_factory=dict)

    def plan(self, now: datetime) -> None:
        for plan in (planning.plan_due, notices.plan_due):
            plan(self.session.connection(), now=now, id_suffix=SUFFIX)

    def deliver(self, now: datetime, *, limit: int = 50) -> list[Read]:
        """What is due goes out; returns what that was."""
        self.session.flush()
        self.plan(now)
        connection, before = self.session.connection(), len(self.mails)
        for _round in range(100):
            for key in rendering._missing_content(self.session, now, limit):
                self._prepare(key, now)
            taken, claimed = OUTBOX.claim(connection, now=now, limit=limit, lease=LEASE, token="t")
            if not taken:
                break
            for mail in claimed:
                results.settle(connection, OUTBOX, mail, Accepted(250, "ok"), now=now)
                read = self._matters[mail.content_id]
                self.mails.append(replace(read, member=mail.recipient_id))
            OUTBOX.release(connection, "t")
        else:
            pytest.fail("messages are claimed again and again, and never sent")
        self.session.expire_all()
        return self.mails[before:]

    def _prepare(self, key: ContentKey, now: datetime) -> None:
        matter = matter_of(self.session, key, now=now)
        if isinstance(matter, Reason):
            rendering._settle(self.session.connection(), key, matter, now)
            return
        announced = [Announced(matter.event.id, matter.year, digest(matter.known), matter.known)]
        rendering._keep(self.session.connection(), key, Composed(matter.mail, b"", announced), now)
        made = self.session.scalar(select(rendering.MailContent.id).where(*rendering._content_of(key)))
        facts = facts_of(matter, "vi", now=now, config=self.config)
        changes = changes_of(matter, "vi", today=today_of(matter.event, now))
        days = tuple(map(date.fromisoformat, matter.days))
        self._matters[made] = Read(0, matter.mail, facts, changes, matter.reason, days)

    def results(self) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for result in self.session.scalars(select(Message.result)):
            found[result] = found.get(result, 0) + 1
        return found


def open_notices(session: Session) -> list[Notice]:
    return list(session.scalars(select(Notice).where(Notice.cancelled_at.is_(None)).order_by(Notice.id)))


__all__ = ["SUFFIX", "Read", "Readers", "open_notices"]
