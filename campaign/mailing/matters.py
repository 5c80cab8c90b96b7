"""The subject matter of a mail: an occurrence of an event as facts in the reader's language, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign.calendar.audit_words import field_word
from campaign.calendar.draft import FIELDS, json_of_value, shown_in
from campaign.calendar.field_words import said
from campaign.calendar.seats import closes_at, is_open
from campaign.calendar.when import When
from campaign.config import Config
from campaign.dates import wording
from campaign.dates.zones import zone
from campaign.desk.notices import INVITATION
from campaign.kinds import DEADLINES
from campaign.models import Event, Notice, Occurrence, Reminder
from campaign.models.message import SEAT
from campaign.sending.outbox import ContentKey
from campaign.translations import translations

ANSWERED = frozenset({"invitation", "reminder", SEAT})
"""Mails with links to answer."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One occurrence of an event, or the event alone when it has none, and the name of the mail's templates.

    ``changes``: field → old and new value (``campaign.desk.differences``); ``reason``: why it is cancelled, or the case
    of a notice about a seat; ``by``: who brought the notice about; ``asks``: the readers are asked for an answer.
    """

    mail: str
    event: Event
    occurrence: Occurrence | None
    groups: tuple[str, ...] = ()
    campaign: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    has_units: bool = False
    by: str = ""
    asks: bool = False

    @property
    def answered(self) -> int:
        """The id of the occurrence that readers of the mail answer for; 0: the mail has no links to answer."""
        return self.occurrence.id if self.occurrence and self.asks else 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mail says, in the reader's language. ``rows``: field, label and words, in the order of offices.

    ``filing``: what follows the reader's own address on the page where a unit files its part; empty without units.
    """

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
    desk_address: str
    filing: str
    answer_by: str = ""
    answer_is_day: bool = False
    rows: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed, its values in words; both are empty for a long text that is new as a whole."""

    field: str
    label: str
    old: str
    new: str


def matter_of(session: Session, key: ContentKey, *, now: datetime) -> Matter:
    """What the letter of a reminder or notice is about."""
    if key.reminder_id is not None:
        reminder = session.get_one(Reminder, key.reminder_id)
        occurrence = session.get_one(Occurrence, reminder.occurrence_id)
        event = _event(session, occurrence.event_id)
        return about(event, occurrence, "report" if event.kind in DEADLINES else reminder.mail, now=now)
    notice = session.get_one(Notice, key.notice_id)
    assert notice.event_id
    event = _event(session, notice.event_id)
    occurrence_of = session.get(Occurrence, notice.occurrence_id) if notice.occurrence_id else None
    occurrence_of = occurrence_of or next_occurrence(session, event, now=now)
    is_report = notice.kind == INVITATION and event.kind in DEADLINES  # nobody attends a deadline
    matter = about(event, occurrence_of, "report" if is_report else notice.kind, reason=notice.text, now=now)
    return replace(matter, changes={} if notice.kind == SEAT else notice.facts, by=notice.created_by)


def about(
    event: Event,
    occurrence: Occurrence | None,
    mail: str,
    *,
    now: datetime,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Matter:
    """The matter of an event that was loaded with its groups and its campaign."""
    asks = mail in ANSWERED and occurrence is not None and is_open(event, occurrence, now=now)
    return Matter(
        mail,
        event,
        occurrence,
        tuple(group.name for group in event.groups),
        event.part_of.title if event.part_of else "",
        changes or {},
        reason,
        any(group.kind == "unit" for group in event.groups),
        asks=asks,
    )


def next_occurrence(session: Session, event: Event, *, now: datetime) -> Occurrence | None:
    """The occurrence that a mail about a whole event shows: the coming one, else the last; none without a day."""
    if event.first_day is None:
        return None
    of_event = select(Occurrence).where(Occurrence.event_id == event.id).limit(1)
    coming = of_event.where(Occurrence.ends_at > now).order_by(Occurrence.starts_at)
    found = session.scalars(coming).first()
    return found or session.scalars(of_event.order_by(Occurrence.starts_at.desc())).first()


def facts_of(matter: Matter, language: str, *, now: datetime, config: Config) -> Facts:
    """The matter in words."""
    event, occurrence = matter.event, matter.occurrence
    when = When.of_occurrence(occurrence) if occurrence else When.of(event)
    today = now.astimezone(zone(event.zone)).date()
    due = (when.span.last if event.kind in DEADLINES else when.first) if when else today
    facts = Facts(
        kind=event.kind,
        title=(occurrence.title if occurrence else "") or event.title,
        theme=occurrence.theme if occurrence else "",
        slogans=tuple(occurrence.slogans) if occurrence else (),
        when=when.say(language) if when else "",
        place=(occurrence.place if occurrence else "") or event.place,
        online_url=event.online_url,
        participants=", ".join(matter.groups),
        preparation=event.preparation,
        description=(occurrence.description if occurrence else "") or event.description,
        organizer=event.organizer or config.organisation.sender,
        contact=event.contact or config.organisation.contact,
        recipient=event.recipient,
        via=event.via,
        campaign=matter.campaign,
        days_left=(due - today) // timedelta(days=1),
        due_day=wording.short_date(due, language),
        address="" if event.internal else f"{config.server.base_url.rstrip('/')}/events/{event.uid}",
        desk_address=f"{config.server.base_url.rstrip('/')}/desk/occurrences/{occurrence.id}" if occurrence else "",
        filing=f"/reports/{occurrence.id}" if occurrence and matter.has_units and event.kind in DEADLINES else "",
    )
    if occurrence and matter.asks:
        last = (closes_at(event, occurrence) - timedelta(minutes=1)).astimezone(zone(event.zone)).date()
        is_day = occurrence.is_all_day or event.register_by == last
        facts = replace(facts, answer_by=wording.short_date(last, language), answer_is_day=is_day)
    return replace(facts, rows=tuple(_rows(event, facts, language)))


def _rows(event: Event, facts: Facts, language: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a mail: of a deadline what is due, when and where to; of anything else when and where it is."""
    is_due = event.kind in DEADLINES
    gettext = translations(language).gettext
    window = event.figures_from and event.figures_to and wording.span(event.figures_from, event.figures_to, language)
    way = gettext("%(recipient)s (qua %(way)s)") % {"recipient": facts.recipient, "way": facts.via}
    given = {
        "theme": "" if is_due else facts.theme,
        "campaign": "" if is_due else facts.campaign,
        "first": facts.due_day if is_due and facts.when else facts.when,
        "place": facts.place,
        "group_ids": facts.participants,
        "figures_from": window or "",
        "recipient": way if facts.via else facts.recipient,
    }
    labels = {"theme": "chủ đề", "campaign": "thuộc", "first": "thời hạn" if is_due else "thời gian"}
    shown = {each.name: each for each in shown_in("report" if is_due else "mail")}
    for name in ("theme", "campaign", *shown):
        words = given[name] if name in given else said(shown[name], json_of_value(getattr(event, name)), language)
        label = gettext(labels.get(name) or shown[name].row)
        if words:
            yield name, label[:1].upper() + label[1:], words


def changes_of(matter: Matter, language: str) -> tuple[Change, ...]:
    """What changed, in words, old and new; the time first. Of a long text only that it is new: it stands below."""
    return tuple(
        _change(name, matter.changes[name], language)
        for name in sorted(matter.changes, key=lambda name: (name != "when", name != "place"))
    )


def _change(name: str, pair: Sequence[Any], language: str) -> Change:
    entry = FIELDS.get(name)
    label = field_word("group_ids" if name == "participants" else name).say(language, translations(language).gettext)
    label = label[:1].upper() + label[1:]
    if entry and entry.value == "paragraphs":
        return Change(name, label, "", "")
    if name == "when":
        old, new = (When.from_json(value).say(language) if value else "" for value in pair)
        return Change(name, label, old, new)
    old, new = (said(entry, value, language) for value in pair)
    return Change(name, label, old, new)


def _event(session: Session, event_id: int) -> Event:
    query = select(Event).options(selectinload(Event.groups), joinedload(Event.part_of))
    return session.scalars(query.where(Event.id == event_id)).one()
