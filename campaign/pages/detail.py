"""Everything that the public may know of one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from campaign.calendar.draft import FIELDS
from campaign.calendar.event_fields import EventField
from campaign.calendar.public_occurrences import PublicOccurrence, public_occurrence, public_occurrences
from campaign.calendar.seats import closes_at
from campaign.errors import NotFound
from campaign.ical import calendar
from campaign.ical.component import Entry
from campaign.models import AudienceGroup, Duty, Event, Group, Occurrence

MOST_OTHERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(PublicOccurrence):
    """One occurrence in full: with the words that are its own, such as the slogans of that year."""

    description: str
    slogans: list[str]
    cancel_cause: str
    cancel_reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """The clause of the plan that an event carries out: its sentence, and where it stands in which plan, if known.

    ``number`` is number and symbol as on the plan, "12/KH-SCT"; ``line`` counts from 1 in the plan's text.
    """

    plan: str
    number: str
    outline: str
    line: int | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """An event as its page shows it. The plain attributes are those of ``Event``.

    ``fields``: those that public pages show, with what belongs to their rows, by name. ``answer_until``: by the day of
    each occurrence until when those invited may answer; none where nobody is asked.
    """

    uid: str
    kind: str
    title: str
    rule: str
    audience_all: bool
    women_only: bool
    changed_at: datetime
    cancelled_at: datetime | None
    cancel_cause: str
    cancel_reason: str
    postponed_at: datetime | None
    groups: tuple[str, ...]
    part_of: tuple[str, str] | None
    source: Source | None
    editions: tuple[Edition, ...]
    parts: tuple[PublicOccurrence, ...]
    fields: Mapping[str, Any]
    answer_until: Mapping[date, datetime]

    def edition(self, day: date | None, *, now: datetime) -> Edition | None:
        """The occurrence of that day of the series; else the next that is not over; else the last."""
        chosen = [each for each in self.editions if each.original_day == day]
        ahead = [each for each in self.editions if each.ends_at > now]
        return next(iter(chosen or ahead or self.editions[-1:]), None)

    def parts_of(self, shown: Edition | None) -> list[PublicOccurrence]:
        """What belongs to the shown year of a campaign: of its yearly parts, those of that year."""
        if shown is None:
            return list(self.parts)
        years = range(shown.first_day.year, shown.last_day.year + 1)
        return [each for each in self.parts if each.first_day.year in years]

    def others(self, shown: Edition | None, *, now: datetime) -> list[Edition]:
        """The other occurrences that are still to come, the nearest ones of a long series."""
        return [each for each in self.editions if each.ends_at > now and each is not shown][:MOST_OTHERS]

    def takes_answers(self, shown: Edition | None, *, now: datetime) -> bool:
        """Whether those invited may still say whether they come."""
        return bool(shown and not shown.cancelled and now < self.answer_until.get(shown.original_day, now))


def event(session: Session, uid: str) -> Detail:
    """The confirmed event. Three questions.

    Raises ``NotFound`` for an unknown event as for a draft or an internal one: nobody can tell them apart.
    """
    found = session.scalar(
        select(Event)
        .where(Event.uid == uid, Event.confirmed_at.is_not(None), Event.internal.is_(False))
        .options(joinedload(Event.part_of), joinedload(Event.duty).joinedload(Duty.plan))
    )
    if found is None:
        raise NotFound("Không tìm thấy hoạt động này.")
    editions = _editions(session, found)
    asked = found.asks_answer and not found.cancelled_at
    return Detail(
        **{each.name: getattr(found, each.name) for each in fields(Detail)[:-7]},
        groups=_groups(session, found),
        part_of=_part_of(found),
        source=_source(found),
        editions=tuple(each for each in editions if each.uid == uid),
        parts=tuple(each for each in editions if each.uid != uid),
        fields={name: getattr(found, name) for name, each in FIELDS.items() if _is_public(each)},
        answer_until={each.original_day: closes_at(found, each) for each in editions if asked and each.uid == uid},
    )


def _is_public(field: EventField) -> bool:
    """What public pages show, and fields that are part of another's row."""
    return field.storage == "column" and ("public" in field.shown or not field.shown)


def _editions(session: Session, event: Event) -> list[Edition]:
    """The public occurrences of the event and of its parts."""
    own = (Occurrence.description, Occurrence.slogans, Occurrence.cancel_cause, Occurrence.cancel_reason)
    query = (
        public_occurrences()
        .add_columns(*own)
        .where(Occurrence.confirmed_at.is_not(None), Event.confirmed_at.is_not(None), Event.internal.is_(False))
        .where(or_(Event.id == event.id, Event.part_of_id == event.id))
        .order_by(Occurrence.starts_at, Occurrence.id)
    )
    return [public_occurrence(row, Edition) for row in session.execute(query)]


def _groups(session: Session, event: Event) -> tuple[str, ...]:
    query = select(Group.name).join(AudienceGroup, AudienceGroup.group_id == Group.id)
    return tuple(session.scalars(query.where(AudienceGroup.event_id == event.id).order_by(Group.name)))


def _part_of(event: Event) -> tuple[str, str] | None:
    whole = event.part_of
    return (whole.uid, whole.title) if whole and whole.confirmed_at and not whole.internal else None


def _source(event: Event) -> Source | None:
    duty = event.duty
    if duty is None:
        return Source("", "", "", event.quote_line, event.quote) if event.quote else None
    plan = duty.plan
    number = "/".join(part for part in (plan.number, plan.symbol.removeprefix("/")) if part)
    return Source(plan.title, number, duty.outline, duty.line, event.quote or duty.text)


def calendar_file(event: Detail, edition: Edition | None, *, address: str) -> bytes:
    """The file of one occurrence; ``address`` is the absolute address of its page.

    Raises ``NotFound`` when the event has no day, because it was put off.
    """
    if edition is None:
        raise NotFound("Hoạt động này chưa có ngày.")
    own = f"{edition.original_day:%Y%m%d}-{event.uid}" if edition.rule else event.uid
    return calendar.single(
        Entry(
            uid=own,
            summary=edition.title,
            start=edition.start,
            end=edition.end,
            created=event.changed_at,
            modified=event.changed_at,
            description="\n\n".join(filter(None, (edition.theme, edition.description or event.fields["description"])))
            or None,
            location=edition.place or None,
            url=address,
            kind=event.kind,
            zone=edition.zone,
            cancelled=edition.cancelled,
        )
    )
