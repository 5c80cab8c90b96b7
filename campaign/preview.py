"""What a decision would bring, before it is taken: which mails, to how many, when and in which words.

A preview computes on copies and never writes. What it counts is what is later made: the same rules give the reminders,
the same reading of the audience the readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from campaign import audience, conflicts, notices, told
from campaign.caution import Caution
from campaign.dates.lead import Lead
from campaign.draft import Draft, apply, draft_of, place_of
from campaign.letters import Letters
from campaign.matters import Matter, about
from campaign.models import Calendar, Event, Group, Kind, Member, Occurrence, Reminder
from campaign.planning import Office, RuleOf, reminders_of, rules_for
from campaign.sentence import Sentence
from campaign.series import outlined, twin
from campaign.when import When, json_of

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
class Preview:
    """``feeds``: the public calendars that will show it. ``stopped``: reminders that will not go out any more."""

    mails: tuple[PlannedMail, ...]
    feeds: tuple[str, ...]
    warnings: tuple[Caution, ...]
    stopped: int = 0

    @property
    def total(self) -> int:
        return sum(mail.total for mail in self.mails)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every preview needs: the office, the time, the pen."""

    office: Office
    now: datetime
    letters: Letters


def of_confirmation(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    office: Office,
    now: datetime,
    letters: Letters,
    invite: bool = False,
) -> Preview:
    """What confirming would send, of an event or of one year of it."""
    desk = Desk(office, now, letters)
    draft = draft_of(session, event, occurrence)
    copy = _copy(session, event)
    copy.confirmed_at = copy.confirmed_at or now
    laid = outlined(copy, _occurrences(session, event), now=now, horizon=office.horizon)
    if event.per_year and occurrence is not None:
        for one in laid:
            if one.original_day == occurrence.original_day:
                one.confirmed_at = now
    mails = _reminders(session, copy, laid, draft, desk)
    if invite and (coming := _coming(laid, occurrence, now)):
        matter = about(copy, coming, notices.INVITATION)
        mails = [_notice(notices.INVITATION, matter, audience.count(session, draft), desk), *mails]
    return Preview(tuple(mails), _feeds(session, copy, draft), _cautions(session, draft, event, desk))


def of_edit(
    session: Session, event: Event, draft: Draft, *, office: Office, now: datetime, letters: Letters, tell: bool
) -> Preview:
    """What the edit would send: the notice, and the reminders that are not yet there."""
    desk = Desk(office, now, letters)
    draft = draft.tidied()
    old = draft_of(session, event)
    copy = _copy(session, event, draft)
    laid = outlined(copy, _occurrences(session, event), now=now, horizon=office.horizon)
    facts = told.between(session, old, draft)
    notice = _change(session, event, None, _Changed(copy, laid, draft, facts), desk) if tell else []
    return _after(session, event, _Changed(copy, laid, draft, facts), notice, desk)


def of_move(
    session: Session,
    event: Event,
    occurrence: Occurrence | None,
    to: When,
    *,
    office: Office,
    now: datetime,
    letters: Letters,
    tell: bool,
) -> Preview:
    """What moving the event, or one occurrence of a series, would send."""
    to.check()
    desk = Desk(office, now, letters)
    draft = replace(draft_of(session, event), first=to.first, last=to.span.last, start=to.start, end=to.end)
    if occurrence is None or not event.rule:
        return of_edit(session, event, draft, office=office, now=now, letters=letters, tell=tell)
    copy = _copy(session, event)
    existing = [twin(one) for one in _occurrences(session, event)]
    for one in existing:
        if one.id == occurrence.id:
            one.move(to.first, to.last, to.start, to.end, now=now)
    laid = outlined(copy, existing, now=now, horizon=office.horizon)
    facts = {"when": (json_of(When.of_occurrence(occurrence)), to.to_json())}
    changed = _Changed(copy, laid, replace(draft, rule=""), facts)
    notice = _change(session, event, occurrence, changed, desk) if tell else []
    return _after(session, event, changed, notice, desk)


def of_cancellation(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    reason: str,
    office: Office,
    now: datetime,
    letters: Letters,
    tell: bool,
) -> Preview:
    """What calling off would send, and how many reminders it stops."""
    desk = Desk(office, now, letters)
    one = occurrence if event.rule else None
    draft = draft_of(session, event)
    copy = _copy(session, event)
    which = [Occurrence.event_id == event.id] if one is None else [Occurrence.id == one.id]
    mails = []
    if tell and notices.reach(session, event, one, now=now):
        shown = one or _coming(_occurrences(session, event), None, now)
        matter = about(copy, shown, notices.CANCELLATION, reason=reason)
        mails = [_notice(notices.CANCELLATION, matter, notices.readers(session, event, one, draft, now=now), desk)]
    return Preview(tuple(mails), (), (), _stopped(session, which))


def of_postponement(
    session: Session, event: Event, *, office: Office, now: datetime, letters: Letters, tell: bool
) -> Preview:
    """What putting off without a new date would send, and how many reminders it stops."""
    desk = Desk(office, now, letters)
    draft = replace(draft_of(session, event), first=None, last=None, start=None, end=None)
    changed = _Changed(_copy(session, event, draft), [], draft, {"when": (json_of(When.of(event)), None)})
    mails = _change(session, event, None, changed, desk) if tell else []
    return Preview(tuple(mails), (), (), _stopped(session, [Occurrence.event_id == event.id]))


@dataclass(frozen=True, slots=True)
class _Changed:
    """The event as it would be: copies, the draft behind them, and what its audience would be told."""

    event: Event
    occurrences: list[Occurrence]
    draft: Draft
    facts: notices.Facts


def _after(session: Session, event: Event, changed: _Changed, notice: list[PlannedMail], desk: Desk) -> Preview:
    mails: list[PlannedMail] = []
    stopped = 0
    if event.confirmed_at and not event.cancelled_at:
        mails = _reminders(session, changed.event, changed.occurrences, changed.draft, desk)
        after = set(map(_key, _due(session, changed.event, changed.occurrences, changed.draft, desk)))
        stopped = len(_standing(session, event) - after)
    return Preview(
        (*notice, *mails),
        _feeds(session, changed.event, changed.draft),
        _cautions(session, changed.draft, event, desk),
        stopped,
    )


def _change(
    session: Session, event: Event, occurrence: Occurrence | None, changed: _Changed, desk: Desk
) -> list[PlannedMail]:
    """The one notice of a change; none if nobody counts on the event, or nothing changes that readers are told."""
    facts = {name: list(pair) for name, pair in changed.facts.items()}
    before = notices.reach(session, event, occurrence, now=desk.now)
    after = _coming(changed.occurrences, occurrence, desk.now)
    if not facts or event.cancelled_at or not (before or (after and after.is_live)):
        return []
    due = min(desk.now + desk.office.window, max(desk.now, before.starts_at)) if before else desk.now
    matter = about(changed.event, after, notices.CHANGE, changes=facts)
    readers = notices.readers(session, event, occurrence, changed.draft, now=desk.now)
    return [_notice(notices.CHANGE, matter, readers, desk, due=due)]


def _notice(kind: str, matter: Matter, readers: int, desk: Desk, *, due: datetime | None = None) -> PlannedMail:
    return PlannedMail(NOTICES[kind], (due or desk.now,), readers, *_sample(matter, desk))


def _reminders(
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
        name = "report" if event.kind == Kind.REPORT else mail
        what = Sentence("Thư nhắc {lead}", lead=Lead.parse(lead))
        moments = tuple(reminder.due_at for reminder, _ in pairs)
        readers = heads if recipients == "audience" else _contacts(session, event)
        sample = _sample(about(event, pairs[0][1], name), replace(desk, now=moments[0]))
        mails.append(PlannedMail(what, moments, readers, *sample))
    return sorted(mails, key=lambda mail: mail.when)


def _due_with(
    session: Session, event: Event, occurrences: Sequence[Occurrence], draft: Draft, desk: Desk
) -> Iterator[tuple[Reminder, Occurrence]]:
    rules = _rules(session, event, draft, desk.office)
    for occurrence in occurrences:
        for reminder in reminders_of(event, [occurrence], rules, office=desk.office, now=desk.now):
            if reminder.due_at > desk.now:
                yield reminder, occurrence


def _due(
    session: Session, event: Event, occurrences: Sequence[Occurrence], draft: Draft, desk: Desk
) -> Iterator[Reminder]:
    for reminder, _occurrence in _due_with(session, event, occurrences, draft, desk):
        yield reminder


def _rules(session: Session, event: Event, draft: Draft, office: Office) -> tuple[RuleOf, ...]:
    kept = rules_for(session, event, office) if event.own_rules else ()
    if draft.own_rules is None:
        return office.rules.get(draft.kind, ())
    known = {str(rule.lead): rule for rule in kept}
    leads = map(Lead.parse, draft.own_rules)
    return tuple(known.get(str(lead), RuleOf(lead)) for lead in leads)


def _key(reminder: Reminder) -> tuple[int, str, str, datetime]:
    return reminder.occurrence_id, reminder.lead, reminder.recipients, reminder.due_at


def _standing(session: Session, event: Event) -> set[tuple[int, str, str, datetime]]:
    query = select(Reminder).join(Occurrence).where(Occurrence.event_id == event.id, *_unsent())
    return set(map(_key, session.scalars(query)))


def _stopped(session: Session, which: list[ColumnElement[bool]]) -> int:
    query = select(func.count()).select_from(Reminder).join(Occurrence).where(*which, *_unsent())
    return session.scalar(query) or 0


def _unsent() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Reminder.planned_at.is_(None), Reminder.cancelled_at.is_(None)


def _contacts(session: Session, event: Event) -> int:
    query = select(func.count()).select_from(Member).where(Member.id == event.contact_id, Member.left_at.is_(None))
    return session.scalar(query) or 0


def _sample(matter: Matter, desk: Desk) -> tuple[str, str]:
    return desk.letters.sample(matter, "vi", now=desk.now, reader=READER)


def _coming(occurrences: Iterable[Occurrence], one: Occurrence | None, now: datetime) -> Occurrence | None:
    """The occurrence that a mail shows: the one that it is about, else the next."""
    mine = [found for found in occurrences if one is None or found.original_day == one.original_day]
    coming = [found for found in mine if found.ends_at > now and not found.cancelled_at]
    return min(coming or mine, key=lambda found: found.starts_at, default=None)


def _occurrences(session: Session, event: Event) -> Sequence[Occurrence]:
    return session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).all()


def _copy(session: Session, event: Event, draft: Draft | None = None) -> Event:
    """The event as a value of no session, with the groups and the campaign that a mail names."""
    columns = {column.key for column in Event.__mapper__.column_attrs} - {"component", "version"}
    copy = Event(**{name: getattr(event, name) for name in columns})
    wanted = draft or draft_of(session, event)
    apply(copy, wanted, place=place_of(session, event, wanted))
    groups = select(Group).where(Group.id.in_(wanted.group_ids)).order_by(Group.id)
    set_committed_value(copy, "groups", list(session.scalars(groups)) if wanted.group_ids else [])
    set_committed_value(copy, "part_of", session.get(Event, copy.part_of_id) if copy.part_of_id else None)
    return copy


def _feeds(session: Session, event: Event, draft: Draft) -> tuple[str, ...]:
    """The titles of the public calendars that show the event."""
    if not event.confirmed_at or event.cancelled_at:
        return ()
    slugs = set(session.scalars(select(Group.slug).where(Group.id.in_(draft.group_ids)))) if draft.group_ids else set()
    shown = [
        calendar.title
        for calendar in session.scalars(select(Calendar).order_by(Calendar.title))
        if (not calendar.kinds or event.kind in calendar.kinds)
        and (not calendar.groups or draft.audience_all or slugs & set(calendar.groups))
    ]
    return ("all", *shown)


def _cautions(session: Session, draft: Draft, event: Event, desk: Desk) -> tuple[Caution, ...]:
    today = desk.now.astimezone(desk.office.zone).date()
    return tuple(conflicts.find(session, draft, event_id=event.id, office=desk.office, today=today))
