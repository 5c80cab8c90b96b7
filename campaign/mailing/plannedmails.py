"""The mails that a decision would bring, as values: how many, when, and how the first of each kind reads.

Computed on copies of the event and its occurrences, which belong to no session: nothing here can be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from campaign.calendar import audience
from campaign.calendar.agency import Agency, RuleOf
from campaign.calendar.draft import Draft, apply, draft_of, place_of
from campaign.calendar.planning import is_to_come, reminders_of, rules_for
from campaign.calendar.sentence import Sentence
from campaign.dates.lead import Lead
from campaign.desk import notices
from campaign.kinds import DEADLINES
from campaign.mailing import texts
from campaign.mailing.composer import Composer
from campaign.mailing.matters import Matter, about
from campaign.models import Event, Group, Member, Occurrence, Reminder

READER = "Nguyễn Thị A"
NOTICES = {
    notices.INVITATION: Sentence("Giấy mời"),
    notices.CHANGE: Sentence("Thư báo thay đổi"),
    notices.CANCELLATION: Sentence("Thư báo hủy"),
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
class Desk:
    """What every preview needs: the office, the time, the pen, and where the agency's own sentences lie."""

    agency: Agency
    now: datetime
    letters: Composer
    session: Session


@dataclass(frozen=True, slots=True)
class Changed:
    """The event as it would be: copies, the draft behind them, and what its audience would be told."""

    event: Event
    occurrences: list[Occurrence]
    draft: Draft
    facts: notices.Facts


def change_notice(
    session: Session, event: Event, occurrence: Occurrence | None, changed: Changed, desk: Desk
) -> list[PlannedMail]:
    """The one notice of a change; none if nobody counts on the event, or nothing changes that readers are told.

    A notice that still waits takes the change in.
    """
    waits = notices.waiting(session, event, occurrence, lock=False)
    facts = notices.merged_facts(waits.facts if waits else {}, changed.facts)
    before = notices.reach(session, event, occurrence, now=desk.now)
    after = coming(changed.occurrences, occurrence, desk.now)
    if not facts or event.cancelled_at or not (before or (after and after.is_live)):
        return []
    sent_at = min(desk.now + desk.agency.window, max(desk.now, before.starts_at)) if before else desk.now
    matter = about(changed.event, after, notices.CHANGE, changes=facts)
    readers = notices.readers(session, event, occurrence, changed.draft, now=desk.now)
    return [of_notice(notices.CHANGE, matter, readers, desk, sent_at=sent_at)]


def of_notice(kind: str, matter: Matter, readers: int, desk: Desk, *, sent_at: datetime | None = None) -> PlannedMail:
    return PlannedMail(NOTICES[kind], (sent_at or desk.now,), readers, *_sample(matter, desk))


def reminders(
    session: Session, event: Event, occurrences: Sequence[Occurrence], draft: Draft, desk: Desk
) -> list[PlannedMail]:
    """The reminders to come, those of one rule together; in order of time."""
    heads = audience.count(session, draft)
    by_rule: dict[tuple[str, str, str], list[tuple[Reminder, Occurrence]]] = {}
    for reminder, occurrence in _due_with(session, event, occurrences, draft, desk):
        by_rule.setdefault((reminder.lead, reminder.recipients, reminder.mail), []).append((reminder, occurrence))
    mails = []
    for (lead, recipients, mail), pairs in by_rule.items():
        pairs.sort(key=lambda pair: pair[0].due_at)
        name = "report" if event.kind in DEADLINES else mail
        what = Sentence("Thư nhắc {lead}", lead=Lead.parse(lead))
        moments = tuple(reminder.due_at for reminder, _ in pairs)
        readers = heads if recipients == "audience" else _contacts(session, event)
        sample = _sample(about(event, pairs[0][1], name), replace(desk, now=moments[0]))
        mails.append(PlannedMail(what, moments, readers, *sample))
    return sorted(mails, key=lambda mail: mail.when)


def _due_with(
    session: Session, event: Event, occurrences: Sequence[Occurrence], draft: Draft, desk: Desk
) -> Iterator[tuple[Reminder, Occurrence]]:
    rules = _rules(session, event, draft, desk.agency)
    for occurrence in occurrences:
        for reminder in reminders_of(event, [occurrence], rules, agency=desk.agency, now=desk.now):
            if is_to_come(reminder, now=desk.now):
                yield reminder, occurrence


def due(
    session: Session, event: Event, occurrences: Sequence[Occurrence], draft: Draft, desk: Desk
) -> Iterator[Reminder]:
    for reminder, _occurrence in _due_with(session, event, occurrences, draft, desk):
        yield reminder


def _rules(session: Session, event: Event, draft: Draft, agency: Agency) -> tuple[RuleOf, ...]:
    kept = rules_for(session, event, agency) if event.own_rules else ()
    if draft.own_rules is None:
        return agency.rules.get(draft.kind, ())
    known = {str(rule.lead): rule for rule in kept}
    leads = map(Lead.parse, draft.own_rules)
    return tuple(known.get(str(lead), RuleOf(lead)) for lead in leads)


def key(reminder: Reminder) -> tuple[int, str, str, datetime]:
    return reminder.occurrence_id, reminder.lead, reminder.recipients, reminder.due_at


def _contacts(session: Session, event: Event) -> int:
    query = select(func.count()).select_from(Member).where(Member.id == event.contact_id, Member.left_at.is_(None))
    return session.scalar(query) or 0


def _sample(matter: Matter, desk: Desk) -> tuple[str, str]:
    text = texts.of(desk.session, matter.mail, "vi")
    return desk.letters.sample(matter, "vi", text, now=desk.now, reader=READER)


def coming(occurrences: Iterable[Occurrence], one: Occurrence | None, now: datetime) -> Occurrence | None:
    """The occurrence that a mail shows: the one that it is about, else the next."""
    mine = [found for found in occurrences if one is None or found.original_day == one.original_day]
    coming = [found for found in mine if found.ends_at > now and not found.cancelled_at]
    return min(coming or mine, key=lambda found: found.starts_at, default=None)


def copy_of(session: Session, event: Event, draft: Draft | None = None) -> Event:
    """The event as a value of no session, with the groups and the campaign that a mail names."""
    columns = {column.key for column in Event.__mapper__.column_attrs} - {"component", "version"}
    copy = Event(**{name: getattr(event, name) for name in columns})
    wanted = draft or draft_of(session, event)
    apply(copy, wanted, place=place_of(session, event, wanted))
    groups = select(Group).where(Group.id.in_(wanted.group_ids)).order_by(Group.id)
    set_committed_value(copy, "groups", list(session.scalars(groups)) if wanted.group_ids else [])
    set_committed_value(copy, "part_of", session.get(Event, copy.part_of_id) if copy.part_of_id else None)
    return copy
