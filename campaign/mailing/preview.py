"""Previews: a decision is taken in a transaction that is rolled back, and what it made is read before.

So a preview cannot disagree with the act. On SQLite the transaction holds the write lock; therefore only what needs it
is done in it (``consequences``), and mails and warnings are worded afterwards (``Consequences.preview``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from campaign.calendar import announced, audience
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import Draft, draft_of
from campaign.calendar.sentence import Sentence
from campaign.dates.lead import Lead
from campaign.desk import conflicts, notices, withdrawal
from campaign.desk.warnings import ScheduleWarning
from campaign.kinds import DEADLINES
from campaign.mailing import texts
from campaign.mailing.composer import Composer
from campaign.mailing.matters import Matter, matter_of
from campaign.models import Calendar, Event, Group, Member, Message, Notice, Occurrence, Reminder
from campaign.models.message import REPORT, SEAT
from campaign.sending.outbox import ContentKey, base_of_notice

READER = "Nguyễn Thị A"
NOTICES = {
    notices.INVITATION: Sentence("Giấy mời"),
    announced.INFORMATION: Sentence("Thư thông báo"),
    announced.CHANGE: Sentence("Thư báo thay đổi"),
    announced.CANCELLATION: Sentence("Thư báo hủy"),
    announced.POSTPONEMENT: Sentence("Thư báo hoãn"),
    announced.RESUMPTION: Sentence("Thư báo vẫn tổ chức"),
    REPORT: Sentence("Thư đôn đốc"),
    SEAT: Sentence("Thư báo chỗ dự"),
}


@dataclass(frozen=True, slots=True)
class PlannedMail:
    """One kind of mail with all the moments at which it will go; ``subject`` and ``text`` are those of the first."""

    what: Sentence
    moments: tuple[datetime, ...]
    recipients: int
    subject: str
    text: str

    @property
    def when(self) -> datetime:
        return self.moments[0]

    @property
    def total(self) -> int:
        """How many mails in all."""
        return len(self.moments) * self.recipients


@dataclass(frozen=True, slots=True)
class WaitingMail:
    """``id`` is the notice's: by it the organizer withdraws it."""

    id: int
    mail: PlannedMail


@dataclass(frozen=True, slots=True)
class Preview:
    """``feeds``: the public calendars that will show it. ``stopped``: reminders that will not go out any more."""

    mails: tuple[PlannedMail, ...]
    feeds: tuple[str, ...]
    warnings: tuple[ScheduleWarning, ...]
    stopped: int = 0

    @property
    def total(self) -> int:
        return sum(mail.total for mail in self.mails)


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail that has still to be worded; ``sent_at``: what days its words count from."""

    what: Sentence
    moments: tuple[datetime, ...]
    recipients: int
    matter: Matter
    sent_at: datetime

    def worded(self, session: Session, composer: Composer) -> PlannedMail:
        text = texts.of(session, self.matter.mail, "vi")
        subject, body = composer.sample(self.matter, "vi", text, now=self.sent_at, reader=READER)
        return PlannedMail(self.what, self.moments, self.recipients, subject, body)


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a decision made. ``draft``: the event afterwards, or None if it does not take place any more."""

    event_id: int
    mails: tuple[_Mail, ...]
    stopped: int
    draft: Draft | None
    is_public: bool

    def preview(self, work: UnitOfWork, composer: Composer) -> Preview:
        """In words; ``work.session`` sees the database without the decision."""
        mails = tuple(mail.worded(work.session, composer) for mail in self.mails)
        if self.draft is None:
            return Preview(mails, (), (), self.stopped)
        today = work.now.astimezone(work.agency.zone).date()
        found = conflicts.find(work.session, self.draft, event_id=self.event_id, agency=work.agency, today=today)
        return Preview(mails, _feeds(work.session, self.draft) if self.is_public else (), tuple(found), self.stopped)


def consequences(
    work: UnitOfWork, event: Event, occurrence: Occurrence | None, decide: Callable[[], Event]
) -> Consequences:
    """Take a decision and read what it made; the caller rolls ``work``'s transaction back.

    ``decide`` returns the event that it is about afterwards: another one where a series was split.
    """
    session = work.session
    before, known = _standing(session, [event.id]), {row.id: _said(row) for row in _notices(session, [event.id])}
    after = decide()
    session.flush()
    ids = event.id, after.id
    one_id = occurrence.id if occurrence and event.rule and after is event else None
    year = occurrence.id if occurrence and event.per_year else None
    session.expunge_all()  # what follows sees what the clock will see: the rows
    after, one = session.get_one(Event, ids[1]), session.get(Occurrence, one_id) if one_id else None
    found = _notices(session, ids)
    updates = {each.id for each in found if each.kind in notices.UPDATES and year in (None, each.occurrence_id)}
    changed = [each for each in found if each.id in updates or known.get(each.id) != _said(each)]
    mails = [mail for notice in changed for mail in _notice_mails(work, notice)]
    takes_place = after.first_day is not None and not (after.cancelled_at or (one and one.cancelled_at))
    if takes_place:
        mails += _reminder_mails(session, ids)
    stopped = len(before - _standing(session, ids))
    draft = draft_of(session, after, one) if takes_place else None
    if draft and one:
        draft = replace(draft, rule="")
    session.expunge_all()  # the words are made after the transaction has ended
    return Consequences(ids[0], tuple(mails), stopped, draft, after.confirmed_at is not None)


def waiting(work: UnitOfWork, event: Event, composer: Composer) -> tuple[WaitingMail, ...]:
    """The notices that an event still has to send, as its organizer reads them. One query if there are none."""
    return tuple(
        WaitingMail(notice.id, mail.worded(work.session, composer))
        for notice in withdrawal.waiting(work.session, event)
        for mail in _notice_mails(work, notice)
    )


def notice_of(mails: Iterable[PlannedMail]) -> PlannedMail | None:
    """The notice among them, with all its readers, whatever each of them was told before; in the words of the most."""
    found = [mail for mail in mails if mail.what in NOTICES.values()]
    if not found:
        return None
    most = max(found, key=lambda mail: mail.recipients)
    return replace(most, recipients=sum(mail.recipients for mail in found))


def _notices(session: Session, event_ids: Iterable[int]) -> Sequence[Notice]:
    unsent = Notice.planned_at.is_(None), Notice.cancelled_at.is_(None)
    return session.scalars(select(Notice).where(Notice.event_id.in_(event_ids), *unsent).order_by(Notice.id)).all()


def _said(notice: Notice) -> tuple[Any, ...]:
    return notice.kind, dict(notice.facts), notice.text, notice.due_at


def _standing(session: Session, event_ids: Iterable[int]) -> set[Row[*tuple[Any, ...]]]:
    """The reminders that are still to be sent."""
    columns = Reminder.occurrence_id, Reminder.lead, Reminder.recipients, Reminder.due_at
    query = select(*columns).join(Occurrence).where(Occurrence.event_id.in_(event_ids), *_unsent())
    return set(session.execute(query).all())


def _unsent() -> tuple[Any, Any]:
    return Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None)


def _notice_mails(work: UnitOfWork, notice: Notice) -> Iterator[_Mail]:
    """One for each group of readers who were told the same last."""
    sent_at = max(notice.due_at, work.now)
    for base, number in _readers(work, notice):
        matter = matter_of(work.session, ContentKey(None, notice.id, "vi", 0, base), now=work.now)
        if isinstance(matter, Matter):
            kind = matter.mail if notice.kind in notices.UPDATES else notice.kind
            yield _Mail(NOTICES[kind], (sent_at,), number, matter, work.now)


def _readers(work: UnitOfWork, notice: Notice) -> list[tuple[str, int]]:
    """What they were told last, and how many they are."""
    session = work.session
    if notice.planned_at:
        base = base_of_notice()
        query = select(base, func.count()).select_from(Message).join(Notice, Notice.id == Message.notice_id)
        query = query.join(Event, Event.id == Notice.event_id)
        queued = Message.notice_id == notice.id, Message.result.is_(None)
        return [(row[0], row[1]) for row in session.execute(query.where(*queued).group_by(base))]
    if notice.kind == SEAT:
        return [("", len(notice.facts["members"]))]
    event = session.get_one(Event, notice.event_id)
    if notice.kind == notices.INVITATION:
        return [("", audience.count(session, draft_of(session, event)))]
    one = session.get_one(Occurrence, notice.occurrence_id) if notice.occurrence_id else None
    found = notices.readers(work, event, one, since=notice.facts)
    return [(each.base, each.number) for each in found]


def _reminder_mails(session: Session, event_ids: Iterable[int]) -> list[_Mail]:
    """The reminders to come, those of one rule together; in order of time."""
    query = select(Reminder, Occurrence.event_id).join(Occurrence)
    query = query.where(Occurrence.event_id.in_(event_ids), *_unsent()).order_by(Reminder.due_at, Reminder.id)
    by_rule: dict[tuple[int, str, str, str], list[Reminder]] = {}
    for reminder, event_id in session.execute(query):
        by_rule.setdefault((event_id, reminder.lead, reminder.recipients, reminder.mail), []).append(reminder)
    return list(_of_rules(session, by_rule))


def _of_rules(session: Session, by_rule: dict[tuple[int, str, str, str], list[Reminder]]) -> Iterator[_Mail]:
    heads: dict[int, int] = {}
    for (event_id, lead, recipients, mail), found in by_rule.items():
        first = found[0]
        matter = matter_of(session, ContentKey(first.id, None, "vi", 0), now=first.due_at)
        assert isinstance(matter, Matter)  # of a reminder there always is one
        if recipients == "audience":
            if event_id not in heads:
                heads[event_id] = audience.count(session, _reminded(draft_of(session, matter.event)))
            readers = heads[event_id]
        else:
            contact = Member.id == matter.event.contact_id, Member.left_at.is_(None)
            readers = session.scalar(select(func.count()).select_from(Member).where(*contact)) or 0
        parsed, is_invitation = Lead.parse(lead), mail == notices.INVITATION
        what = Sentence("Giấy mời {lead}", lead=parsed) if is_invitation else Sentence("Thư nhắc {lead}", lead=parsed)
        yield _Mail(what, tuple(reminder.due_at for reminder in found), readers, matter, first.due_at)


def _reminded(draft: Draft) -> Draft:
    """Of a report its person in charge is reminded with the audience."""
    if draft.kind not in DEADLINES or draft.contact_id is None:
        return draft
    return replace(draft, include_ids=draft.include_ids | {draft.contact_id})


def _feeds(session: Session, draft: Draft) -> tuple[str, ...]:
    """The titles of the public calendars that show the event."""
    slugs = set(session.scalars(select(Group.slug).where(Group.id.in_(draft.group_ids)))) if draft.group_ids else set()
    shown = [
        calendar.title
        for calendar in session.scalars(select(Calendar).order_by(Calendar.title))
        if (not calendar.kinds or draft.kind in calendar.kinds)
        and (not calendar.groups or draft.audience_all or slugs & set(calendar.groups))
    ]
    return ("all", *shown)
