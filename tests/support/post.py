"""A delivery whose way out is a list: what it was given, and what it is told to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from campaign.db import Database
from campaign.models import Event, Occurrence, Reminder
from campaign.outcome import Accepted, Outcome, Unreachable
from campaign.sending.delivery import DeliveryLoop
from campaign.sending.outbox import OUTBOX, Compose, Composed, ContentKey
from campaign.sending.queue import Claimed
from campaign.sending.rendering import prepare

GOOD = Accepted(250, "ok")
Answer = Outcome | Exception | Callable[[Claimed], Outcome]


@dataclass
class Desk:
    """Hands letters to a list. ``answers`` are given in turn, the last one for ever."""

    database: Database
    at: datetime
    answers: list[Answer] = field(default_factory=lambda: [GOOD])
    sent: list[tuple[Claimed, bytes]] = field(default_factory=list)
    compose: Compose = None
    reachable: Unreachable | None = None

    def loop(self, **values) -> DeliveryLoop:
        values = {"batch": 50, "lease": timedelta(seconds=120), **values}
        return DeliveryLoop(
            self.database,
            OUTBOX,
            self.send,
            lambda: self.at,
            prepare=partial(prepare, self.database, self.compose or title),
            ready=lambda: self.reachable,
            **values,
        )

    def deliver(self, at: datetime | None = None, **values) -> int:
        self.at = at or self.at
        return self.loop(**values).deliver_due()

    def send(self, message: Claimed, body: bytes) -> Outcome:
        self.sent.append((message, body))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer(message) if callable(answer) else answer

    @property
    def members(self) -> list[int]:
        return [message.recipient_id for message, _ in self.sent]


def title(session: Session, key: ContentKey, _now: datetime) -> Composed:
    """The shortest letter: what the event is called."""
    if key.reminder_id is None:
        return Composed("notice", f"{key.language} {key.edition}".encode())
    reminder = session.get_one(Reminder, key.reminder_id)
    occurrence = session.get_one(Occurrence, reminder.occurrence_id)
    event = session.get_one(Event, occurrence.event_id)
    return Composed(event.title, f"{key.language} {event.title} {occurrence.first_day}".encode())
