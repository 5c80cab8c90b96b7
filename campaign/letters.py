"""The words of a mail: facts from the database, through the templates of ``mail/``, sealed once per language.

It decides nothing: whether and to whom a mail goes is the outbox's affair, how it travels the wire's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign import texts
from campaign.config import Config
from campaign.dates import wording
from campaign.dates.zones import zone
from campaign.mailer.address import Address
from campaign.mailer.letter import Draft, Letter, seal, slot
from campaign.models import Event, Kind, Notice, Occurrence, Reminder
from campaign.outbox import Claimed, LetterKey
from campaign.texts import Text
from campaign.tokens import PERSONAL, UNSUBSCRIBE, Tokens

Render = Callable[[str, str, Mapping[str, Any]], str]
"""(template, language, values) → text; the web's own Jinja environment, with its filters and its translations."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mail says of an occurrence, in the reader's language and in the order in which offices say it."""

    kind: str
    title: str
    theme: str
    slogans: tuple[str, ...]
    when: str
    place: str
    online_url: str
    participants: str
    preparation: str
    description: str
    organizer: str
    contact: str
    recipient: str
    via: str
    campaign: str
    days_left: int
    due_day: str
    address: str


class Letters:
    """Composes letters for the outbox and stamps them for each person."""

    def __init__(self, config: Config, render: Render) -> None:
        self._config = config
        self._render = render
        self._tokens = Tokens([config.server.secret_key])
        self._base = config.server.base_url.rstrip("/")
        self._opened: dict[int, Letter] = {}

    def compose(self, session: Session, key: LetterKey, now: datetime) -> tuple[str, bytes]:
        """Subject and sealed bytes of one reminder or notice in one language."""
        occurrence, mail = _subject_of(session, key)
        facts = facts_of(occurrence, key.language, now=now, config=self._config)
        draft = self.draft(mail, facts, key.language, texts.of(session, mail, key.language))
        return draft.subject, seal(draft).to_bytes()

    def draft(self, mail: str, facts: Facts, language: str, text: Text) -> Draft:
        """One kind of mail about these facts, with the agency's own sentences where it has any."""
        values = {
            "facts": facts,
            "organisation": self._config.organisation,
            "slot": slot,
            "language": language,
            "opening": texts.filled(text.opening, facts),
            "closing": texts.filled(text.closing, facts),
        }
        subject = " ".join(self._render(f"mail/{mail}.subject.txt", language, values).split())
        return Draft(
            subject=subject,
            text=self._render(f"mail/{mail}.txt", language, values).strip() + "\n",
            html=self._render(f"mail/{mail}.html", language, values | {"subject": subject}),
            sender=Address(self._config.organisation.sender, self._config.mail.sender),
            reply_to=Address("", self._config.mail.reply_to) if self._config.mail.reply_to else None,
            list_id=f"lich-cong-tac.{self._config.mail.domain}",
            language=language,
        )

    def stamp(self, message: Claimed, body: bytes) -> bytes:
        """The finished mail of one person; the same arguments give the same bytes."""
        unsubscribe = f"{self._base}/u/{self._tokens.sign(UNSUBSCRIBE, message.member_id)}"
        personal = f"{self._base}/my/{self._tokens.sign(PERSONAL, message.member_id)}"
        return self._letter(message.letter_id, body).stamp(
            Address(message.name, message.address),
            message_id=message.message_id,
            date=message.dated_at,
            values={"greeting": message.name, "unsubscribe": unsubscribe, "personal": personal},
            list_unsubscribe=unsubscribe,
        )

    def _letter(self, letter_id: int, body: bytes) -> Letter:
        letter = self._opened.get(letter_id)
        if letter is None:
            if len(self._opened) > 100:  # noqa: PLR2004 - a few batches' worth
                self._opened.clear()
            letter = self._opened[letter_id] = Letter.from_bytes(body)
        return letter


def _subject_of(session: Session, key: LetterKey) -> tuple[Occurrence, str]:
    """The occurrence that the letter is about, with what its facts need, and the name of the mail's templates."""
    query = select(Occurrence).options(
        joinedload(Occurrence.event).options(selectinload(Event.groups), joinedload(Event.part_of))
    )
    if key.reminder_id is not None:
        reminder = session.get_one(Reminder, key.reminder_id)
        occurrence = session.scalars(query.where(Occurrence.id == reminder.occurrence_id)).one()
        return occurrence, "report" if occurrence.event.kind == Kind.REPORT else reminder.mail
    notice = session.get_one(Notice, key.notice_id)
    return session.scalars(query.where(Occurrence.id == notice.occurrence_id)).one(), notice.kind


def facts_of(occurrence: Occurrence, language: str, *, now: datetime, config: Config) -> Facts:
    """The facts of an occurrence whose event, groups and campaign are loaded."""
    event = occurrence.event
    today = now.astimezone(zone(event.zone)).date()
    due = occurrence.last_day if event.kind == Kind.REPORT else occurrence.first_day
    return Facts(
        kind=event.kind,
        title=occurrence.title or event.title,
        theme=occurrence.theme,
        slogans=tuple(occurrence.slogans),
        when=_when(occurrence, language),
        place=occurrence.place or event.place,
        online_url=event.online_url,
        participants=", ".join(group.name for group in event.groups),
        preparation=event.preparation,
        description=occurrence.description or event.description,
        organizer=event.organizer or config.organisation.sender,
        contact=event.contact or config.organisation.contact,
        recipient=event.recipient,
        via=event.via,
        campaign=event.part_of.title if event.part_of else "",
        days_left=(due - today) // timedelta(days=1),
        due_day=wording.short_date(due, language),
        address=f"{config.server.base_url.rstrip('/')}/events/{event.uid}",
    )


def _when(occurrence: Occurrence, language: str) -> str:
    """In the event's local time: "14h00-16h30, thứ Ba, ngày 20/10/2026"."""
    if occurrence.start_time is None:
        return wording.when(occurrence.first_day, occurrence.last_day, language)
    where = zone(occurrence.event.zone)
    ends = occurrence.ends_at.astimezone(where) if occurrence.end_time else None
    return wording.when(occurrence.starts_at.astimezone(where), ends, language)
