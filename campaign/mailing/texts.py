"""The agency's own opening and closing sentences, with fixed placeholders that are filled in once.

A text is data and never code: a placeholder is one of the names below between braces, nothing else between braces is
looked at, no attribute can be asked for, and what was filled in is not read again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, Select, and_, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import Act
from campaign.calendar.reminding import SAMPLE_END, SAMPLE_START, sample_day
from campaign.config import Config
from campaign.dates.written import plain
from campaign.errors import InvalidInput
from campaign.kinds import DEADLINES, Kind
from campaign.mailing.matters import ANSWERED, Matter
from campaign.models import Event, MailContent, MailText, Message, Notice, Occurrence, Reminder
from campaign.sending.outbox import UNTOUCHED

if TYPE_CHECKING:
    from campaign.mailing.facts import Facts

KINDS: Final = ("reminder", "report", "invitation", "change", "cancellation", "postponement", "resumption")
LONGEST: Final = 600
PLACEHOLDERS: Final = {
    "hoạt động": "title",
    "thời gian": "when",
    "địa điểm": "place",
    "đơn vị": "organizer",
    "liên hệ": "contact",
    "hạn": "due_day",
}
ENGLISH: Final = {
    "event": "title",
    "time": "when",
    "place": "place",
    "organizer": "organizer",
    "contact": "contact",
    "deadline": "due_day",
}
_FIELDS: Final = {plain(name): fact for name, fact in (PLACEHOLDERS | ENGLISH).items()}
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """The sentences of one kind of mail in one language; "" means: the built-in sentence."""

    opening: str = ""
    closing: str = ""


NOTHING: Final = Text()


def names(language: str) -> tuple[str, ...]:
    """The placeholders that a person who writes in this language is offered."""
    return tuple(ENGLISH if language == "en" else PLACEHOLDERS)


def checked(text: str) -> str:
    """The text as it may be kept. Raises ``InvalidInput`` for a placeholder that does not exist, or too long a text."""
    text = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if len(text) > LONGEST:
        raise InvalidInput("Câu này dài hơn {most} chữ; hãy viết ngắn lại.", most=LONGEST)
    for name in _BRACES.findall(text):
        if plain(name) not in _FIELDS:
            known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
            raise InvalidInput("Không có ô điền tên “{name}”; chỉ có {known}.", name=name, known=known)
    if _BRACES.sub("", text).count("{") or _BRACES.sub("", text).count("}"):
        raise InvalidInput("Dấu ngoặc nhọn chưa đóng; ô điền viết như {sample}.", sample="{hoạt động}")
    return text


def filled(text: str, facts: Facts) -> str:
    """The text with its placeholders filled in, in a single pass; what is no placeholder stays as it is."""

    def value(found: re.Match[str]) -> str:
        fact = _FIELDS.get(plain(found[1]))
        return str(getattr(facts, fact)) if fact else found[0]

    return _BRACES.sub(value, text)


def all_of(session: Session) -> dict[tuple[str, str], Text]:
    """What the agency has written, by kind and language. One query."""
    return {(row.kind, row.language): Text(row.opening, row.closing) for row in session.scalars(select(MailText))}


def of(session: Session, kind: str, language: str) -> Text:
    row = session.scalars(_row(kind, language)).one_or_none()
    return Text(row.opening, row.closing) if row else Text()


def keep(work: Act, kind: str, language: str, text: Text) -> None:
    """From now on mails of this kind say so, those included that wait and that no server has seen.

    Raises ``InvalidInput`` for a text with a placeholder that does not exist.
    """
    new = Text(checked(text.opening), checked(text.closing))
    row = work.session.scalars(_row(kind, language)).one_or_none()
    old = Text(row.opening, row.closing) if row else Text()
    if new == old:
        return
    if row is None:
        row = MailText(kind=kind, language=language)
        work.session.add(row)
    row.opening, row.closing, row.changed_at, row.changed_by = new.opening, new.closing, work.now, work.by.name
    work.session.flush()
    said = ({"opening": each.opening, "closing": each.closing} for each in (old, new))
    work.record("edit", row, *audit.differing(*said), title=f"{kind} {language}")
    _forget_letters(work.session, kind, language)


def _row(kind: str, language: str) -> Select[MailText]:
    return select(MailText).where(MailText.kind == kind, MailText.language == language)


def _forget_letters(session: Session, kind: str, language: str) -> None:
    """Letters of the old words that nobody has got are written anew; a sender that holds one finds its claim gone."""
    letters = select(MailContent.id).where(MailContent.language.startswith(language), _is_of(kind))
    waiting = Message.result.is_(None), UNTOUCHED, Message.content_id.in_(letters)
    session.execute(update(Message).where(*waiting).values(token=None, lease_until=None, content_id=None))
    session.execute(
        delete(MailContent).where(MailContent.id.in_(letters), ~exists().where(Message.content_id == MailContent.id))
    )


def _is_of(kind: str) -> ColumnElement[bool]:
    """Letters of this kind of mail: to remind of a report has words of its own."""
    wanted = Event.kind.in_(DEADLINES) if kind == "report" else Event.kind.not_in(DEADLINES)
    reminders = select(Reminder.id).join(Occurrence).join(Event)
    mail = wanted if kind == "report" else and_(wanted, Reminder.mail == kind)
    notices = select(Notice.id).where(Notice.kind == kind)
    return or_(MailContent.notice_id.in_(notices), MailContent.reminder_id.in_(reminders.where(mail)))


TITLES = {"vi": "Tọa đàm: phụ nữ với chuyển đổi số", "en": "Talk: women in digital transformation"}
REPORTS = {"vi": "Báo cáo kết quả 6 tháng đầu năm", "en": "Report on the first half of the year"}
PLACES = {"vi": ("Phòng họp số 1", "Hội trường tầng 2"), "en": ("Meeting room 1", "Main hall, second floor")}
REASONED = ("cancellation", "postponement")
REASONS = {"vi": "báo cáo viên đi công tác đột xuất", "en": "the speaker was called away"}


def sample(mail: str, language: str, *, config: Config, today: date) -> Matter:
    """What a sample of this kind of mail is about: a talk in some weeks, or a report that is due then."""
    is_report = mail == "report"
    before, place = PLACES[language]
    day = sample_day(today)
    event = Event(
        uid="", kind=Kind.REPORT if is_report else Kind.SEMINAR, title=(REPORTS if is_report else TITLES)[language],
        zone=config.organisation.timezone, place="" if is_report else place, online_url="", preparation="",
        description="", organizer="", contact="", recipient=config.organisation.superior, via="", first_day=day,
        last_day=day, start_time=None if is_report else SAMPLE_START, end_time=None if is_report else SAMPLE_END,
    )  # fmt: skip
    starts, ends = (datetime.combine(day, clock, config.zone) for clock in (SAMPLE_START, SAMPLE_END))
    occurrence = Occurrence(
        original_day=day, first_day=day, last_day=day, start_time=event.start_time, end_time=event.end_time,
        id=1, starts_at=starts, ends_at=ends, title="", theme="", slogans=[], place="", description="",
    )  # fmt: skip
    changes = {"place": [before, place]} if mail == "change" else {}
    reason = REASONS[language] if mail in REASONED else ""
    return Matter(mail, event, occurrence, changes=changes, reason=reason, asks=mail in ANSWERED)
