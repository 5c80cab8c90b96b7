"""Composes mail content: facts from the database, rendered with the templates of ``mail/``, sealed once per language.

Whether and to whom a mail goes is decided by ``sending``; how it is transmitted, by ``mailer``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from campaign.calendar.announced import digest
from campaign.config import Config
from campaign.ical.message import attendee_line
from campaign.mailer.address import Address
from campaign.mailer.sealed import Draft, SealedMail, seal, slot
from campaign.mailing import texts, year_mail
from campaign.mailing.calendar_part import calendar_part
from campaign.mailing.facts import changes_of, facts_of
from campaign.mailing.matters import Matter, matter_of, today_of
from campaign.mailing.texts import NOTHING, Text
from campaign.models import Member, Message, Notice
from campaign.models.message import INVITATION, YEAR_PLAN
from campaign.reason import Reason
from campaign.sending.outbox import Announced, Composed, ContentKey
from campaign.sending.queue import Claimed
from campaign.tokens import PERSONAL, UNSUBSCRIBE, Tokens
from campaign.translations import plain_language, translations

EMPTY_LINES = re.compile(r"\n{3,}")
Render = Callable[[str, str, Mapping[str, Any]], str]
"""(template, language, values) → text; the web's own Jinja environment, with its filters and its translations."""


class Composer:
    """Composes the content of messages and stamps it for each person."""

    def __init__(self, config: Config, render: Render) -> None:
        self._config = config
        self._render = render
        self._tokens = Tokens([config.server.secret_key])
        self._base = config.server.base_url.rstrip("/")
        self._opened: dict[int | None, SealedMail] = {}

    def compose(self, session: Session, key: ContentKey, now: datetime) -> Composed | Reason:
        """Subject and sealed bytes of one reminder or notice in one language, and the states that it announces."""
        notice = session.get_one(Notice, key.notice_id) if key.notice_id is not None else None
        if notice and notice.event_id is None:
            draft = self._general(session, notice, key.language, now)
            states = year_mail.states_of(session, notice, now=now) if notice.kind == YEAR_PLAN else []
        else:
            matter = matter_of(session, key, now=now)
            if isinstance(matter, Reason):
                return matter
            text = texts.of(session, matter.mail, plain_language(key.language))
            draft = self.draft(matter, key.language, text, now=now)
            if notice or matter.mail == INVITATION:
                draft = replace(draft, calendar=calendar_part(session, notice, matter, self._config))
            states = [(matter.event.id, matter.year, matter.known)]
        announced = [Announced(event, year, digest(known), known) for event, year, known in states]
        return Composed(draft.subject, seal(draft).to_bytes(), announced)

    def draft(self, matter: Matter, language: str, text: Text, *, now: datetime) -> Draft:
        """The mail of a matter, with the agency's own sentences where it has any; ``language`` or another wording."""
        values = self._values(matter, language, text, now) | {"slot": slot}
        return replace(self._drafted(matter.mail, language, values), about=matter.answered)

    def _general(self, session: Session, notice: Notice, language: str, now: datetime) -> Draft:
        """A mail about no single event: to new members, or about a year that was published."""
        values: Mapping[str, Any] = {
            "organisation": self._config.organisation,
            "language": plain_language(language),
            "address": self._base,
        }
        if notice.kind == YEAR_PLAN:
            values = year_mail.values_of(session, notice, plain_language(language), now=now, config=self._config)
        return self._drafted(notice.kind, language, {**values, "slot": slot})

    def sample_year(self, session: Session, notice: Notice, *, now: datetime, reader: str) -> str:
        """The text of the mail about a year as ``reader`` would get it."""
        values = year_mail.values_of(session, notice, "vi", now=now, config=self._config)
        return self._text(YEAR_PLAN, "vi", {**values, "slot": self._samples(reader).__getitem__})

    def _samples(self, reader: str) -> dict[str, str]:
        links = {"personal": "my", "unsubscribe": "u", "answer": "r"}
        return {"greeting": reader, **{name: f"{self._base}/{path}/…" for name, path in links.items()}}

    def _drafted(self, mail: str, language: str, values: Mapping[str, Any]) -> Draft:
        subject = self._subject(mail, language, values)
        return Draft(
            subject=subject,
            text=self._text(mail, language, values),
            html=self._render(f"mail/{mail}.html", language, {**values, "subject": subject}),
            sender=Address(*self._config.sender),
            reply_to=Address("", self._config.mail.reply_to) if self._config.mail.reply_to else None,
            list_id=f"lich-cong-tac.{self._config.mail.domain}",
            language=plain_language(language),
        )

    def sample(
        self, matter: Matter, language: str, text: Text = NOTHING, *, now: datetime, reader: str
    ) -> tuple[str, str]:
        """Subject and text as ``reader`` would get them, before anything is stored."""
        values = self._values(matter, language, text, now) | {"slot": self._samples(reader).__getitem__}
        return self._subject(matter.mail, language, values), self._text(matter.mail, language, values)

    def shown(self, message: Message, member: Member, body: bytes) -> bytes:
        """The mail as its reader got it, without the reader's own links: whoever has these acts in his name."""
        date = message.dated_at or message.created_at
        values = {**self._samples(member.name), "attendee": attendee_line(member.address).rstrip()}
        to = Address(member.name, member.address)
        return SealedMail.from_bytes(body).stamp(to, message_id=message.message_id, date=date, values=values)

    def stamp(self, message: Claimed, body: bytes) -> bytes:
        """The finished mail of one person; the same arguments give the same bytes."""
        unsubscribe = f"{self._base}/u/{self._tokens.sign(UNSUBSCRIBE, message.recipient_id)}"
        personal = f"{self._base}/my/{self._tokens.sign(PERSONAL, message.recipient_id)}"
        sealed = self._sealed(message.content_id, body)
        answer = self._tokens.sign_answer(sealed.about, message.recipient_id) if sealed.about else ""
        return sealed.stamp(
            Address(message.name, message.address),
            message_id=message.message_id,
            date=message.dated_at,
            values={
                "greeting": message.name,
                "unsubscribe": unsubscribe,
                "personal": personal,
                "answer": f"{self._base}/r/{answer}",
                "attendee": attendee_line(message.address).rstrip() if sealed.invites else "",
            },
            list_unsubscribe=unsubscribe,
        )

    def _values(self, matter: Matter, language: str, text: Text, now: datetime) -> dict[str, Any]:
        said = translations(language).gettext
        language = plain_language(language)
        facts = facts_of(matter, language, now=now, config=self._config)
        return {
            "mail": matter.mail,
            "facts": facts,
            "opening": texts.filled(text.opening and said(text.opening), facts),
            "closing": texts.filled(text.closing and said(text.closing), facts),
            "changes": changes_of(matter, language, today=today_of(matter.event, now)),
            "is_first": matter.is_first,
            "reason": matter.reason,
            "by": matter.by,
            "organisation": self._config.organisation,
            "language": language,
        }

    def _subject(self, mail: str, language: str, values: Mapping[str, Any]) -> str:
        return " ".join(self._render(f"mail/{mail}.subject.txt", language, values).split())

    def _text(self, mail: str, language: str, values: Mapping[str, Any]) -> str:
        text = self._render(f"mail/{mail}.txt", language, values)
        return EMPTY_LINES.sub("\n\n", text).strip() + "\n"

    def _sealed(self, content_id: int | None, body: bytes) -> SealedMail:
        sealed = self._opened.get(content_id)
        if sealed is None:
            if len(self._opened) > 100:  # noqa: PLR2004 - a few batches' worth
                self._opened.clear()
            sealed = self._opened[content_id] = SealedMail.from_bytes(body)
        return sealed
