"""A calendar file of another program becomes events: one transaction, the file's UIDs kept.

Read again, a file updates its events and never doubles them. What its entries mean is decided in ``calendar_entries``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Literal
from urllib.parse import unquote

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from campaign.calendar import changes, revision
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.series import sync_occurrences
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.directory.calendar_entries import (
    LocalTimes,
    arrivals,
    kind_of,
    leads_of,
    line_of,
    local_times,
    rule_of,
    title_of,
)
from campaign.directory.member_import import Progress, find_or_refuse_groups
from campaign.ical import reader
from campaign.ical.component import Instance
from campaign.ical.reader import Imported
from campaign.kinds import Kind
from campaign.models import Event, Group, Occurrence, ReminderRule
from campaign.reading.checked import checked
from campaign.reading.sandbox import run_safely
from campaign.reason import CancelCause

BATCH = 100

ImportResult = Literal["created", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the events of a file, and a sentence for each oddity in it."""

    created: int
    updated: int
    unchanged: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The entries of an iCalendar file, and a sentence for each oddity in it."""

    events: tuple[Imported, ...]
    notes: tuple[str, ...]


def read_safely(data: bytes, config: Config) -> CalendarFile:
    """A calendar of another program, read in a limited child process.

    Raises ``InvalidInput`` for a file that cannot be read, ``Unavailable`` when too many are being read.
    """
    return checked(CalendarFile, run_safely("calendar", data, zone=config.organisation.timezone))


def import_calendar(
    work: UnitOfWork,
    found: CalendarFile,
    *,
    config: Config,
    confirm: bool,
    audience: Sequence[str] = (),
    progress: Progress | None = None,
) -> Taken:
    """Take the events of an iCalendar file in as drafts, or with ``confirm`` publish them.

    ``found``: what :func:`read_safely` answered. ``audience`` names groups; none means everybody for new events and
    no change for known ones. InvalidInput, and nothing taken in: a rule that cannot be followed, an unknown group.
    """
    home = config.organisation.timezone
    notes = list(found.notes)
    entries = list(arrivals(found.events, notes, home=home))
    if not entries:
        notes.append("Tệp không có sự kiện nào.")
    taking = _Import(work, home, find_or_refuse_groups(work.session, audience), notes, confirm)
    results: Counter[ImportResult] = Counter()
    for batch in _batches(entries):
        known = _known(work.session, batch)
        for entry in batch:
            if taking.is_published(entry):
                results["unchanged"] += 1
                continue
            result, known[entry.uid] = taking.take(entry, known.get(entry.uid))
            results[result] += 1
        if progress:
            progress(len(batch))
    return Taken(results["created"], results["updated"], results["unchanged"], tuple(notes))


def _batches(entries: Iterable[Imported]) -> Iterator[list[Imported]]:
    rest = iter(entries)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _known(session: Session, entries: list[Imported]) -> dict[str, Event]:
    """The events that have come before, with what they are compared by."""
    uids = [entry.uid for entry in entries]
    query = select(Event).where(Event.uid.in_(uids)).options(selectinload(Event.groups), selectinload(Event.rules))
    return {event.uid: event for event in session.scalars(query)}


@dataclass(frozen=True, slots=True)
class _Import:
    """The taking in of one file."""

    work: UnitOfWork
    home: str
    groups: list[Group]
    notes: list[str]
    confirm: bool

    def is_published(self, entry: Imported) -> bool:
        """Whether the entry is our own, as a feed of ours has it. Taken for foreign, its facts would become text."""
        address = f"{self.work.agency.base_url}/events/"
        if self.groups or not (entry.url or "").startswith(address):
            return False
        uid = unquote((entry.url or "").removeprefix(address))
        texts = self.work.session.execute(
            select(Event.public_component, Event.component).where(Event.uid == uid)
        ).one_or_none()
        return any(self._says(text, entry) for text in texts or () if text)

    def _says(self, component: bytes, entry: Imported) -> bool:
        found, _notes = reader.read(b"BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n" % component, zone=self.home)
        return any(replace(own, line=entry.line) == entry for own in arrivals(found, [], home=self.home))

    def take(self, entry: Imported, known: Event | None) -> tuple[ImportResult, Event]:
        event = known or self._new(entry)
        self._describe(event, entry)
        readdressed = self._address(event)
        self._remind(event, entry)
        self._decide(event, entry)
        self.work.session.add(event)
        changed = self.work.session.is_modified(event)
        occurrences = []
        if known or entry.overrides:
            occurrences = sync_occurrences(
                self.work.session, event, now=self.work.now, horizon=self.work.agency.horizon
            )
        differing = {instance.recurrence_id: instance for instance in entry.overrides}
        for occurrence in occurrences:
            instance = differing.get(occurrence.original_day)
            if instance is None or not instance.cancelled:
                self._restore(event, occurrence)
            if instance:
                self._differ(event, occurrence, instance)
        if any([changed, *map(self.work.session.is_modified, occurrences)]):
            changes.rebuild(self.work, event)
            if readdressed:
                revision.bump(self.work.session, now=self.work.now)  # the feeds of groups and members are others now
            return ("updated" if known else "created"), event
        return "unchanged", event

    def _new(self, entry: Imported) -> Event:
        # Texts at once: the event is read, for the feed, before the database fills its defaults in.
        texts = (
            *("description", "preparation", "place", "organizer", "contact", "recipient"),
            *("cancel_cause", "cancel_reason"),
        )
        return Event(
            uid=entry.uid,
            kind=Kind.ACTIVITY,
            created_at=self.work.now,
            created_by=self.work.by.name,
            changed_at=self.work.now,
            groups=list(self.groups),
            audience_all=not self.groups,
            rules=[],
            **dict.fromkeys(texts, ""),
        )

    def _describe(self, event: Event, entry: Imported) -> None:
        """What the entry says; an attribute that has its value already stays unmodified."""
        where = local_times(entry.start, entry.end, self.home)
        event.kind = kind_of(entry) or event.kind
        event.title, event.place = title_of(entry), line_of(entry.location)
        event.description = (entry.description or "").strip()
        if entry.url and not entry.url.startswith(f"{self.work.agency.base_url}/"):
            event.links = [entry.url]
        event.zone = entry.zone or self.home
        event.schedule(where.first, where.last, where.start, where.end)
        rule = rule_of(entry)
        event.rule = str(rule) if rule else ""
        event.exceptions = [day.isoformat() for day in sorted({*entry.exceptions, *self._far(entry, where.first)})]

    def _far(self, entry: Imported, first: date) -> Iterator[date]:
        """Days beyond the horizon on which the series does not happen; other differences there cannot be kept yet."""
        last = max(self.work.now.date(), first) + self.work.agency.horizon
        for instance in entry.overrides:
            day = instance.recurrence_id
            if day and day > last and instance.cancelled:
                yield day
            elif day and day > last:
                self.notes.append(f"Dòng {entry.line}: thay đổi của buổi ngày {day:%d/%m/%Y} ở quá xa nên chưa nhập.")

    def _address(self, event: Event) -> bool:
        """Lay the event before the groups that were asked for; whether these are others than before."""
        if not self.groups or set(event.groups) == set(self.groups):
            return False
        event.groups, event.audience_all = list(self.groups), False
        return True

    def _remind(self, event: Event, entry: Imported) -> None:
        """Alarms take the place of the exact rules; rules in days, which an organizer added, stay."""
        leads = leads_of(entry)
        exact = {rule.lead: rule for rule in event.rules if Lead.parse(rule.lead).exact}
        if leads and not (event.own_rules and set(leads) == set(exact)):
            others = [rule for rule in event.rules if rule not in exact.values()]
            event.rules = [*others, *(exact.get(lead) or ReminderRule(lead=lead) for lead in leads)]
            event.own_rules = True

    def _decide(self, event: Event, entry: Imported) -> None:
        """Confirmed, cancelled, taken back: what a person cancelled here, no file revives."""
        if event.cancelled_at and not entry.cancelled:
            if event.cancel_cause != CancelCause.FILE:
                self.notes.append(f"Dòng {entry.line}: sự kiện “{event.title}” đã hủy ở đây nên vẫn hủy.")
                return
            event.undo_cancellation()
            event.undo_confirmation()
        if self.confirm and not event.cancelled_at:
            event.confirm(now=self.work.now, by=self.work.by.name)
        if entry.cancelled:
            event.cancel(now=self.work.now, by=self.work.by.name, cause=CancelCause.FILE)

    def _restore(self, event: Event, occurrence: Occurrence) -> None:
        """Take back what an earlier version of the file had cancelled."""
        if occurrence.cancelled_at and occurrence.cancel_cause == CancelCause.FILE and not event.cancelled_at:
            occurrence.undo_cancellation()
            if event.is_draft:
                occurrence.undo_confirmation()

    def _differ(self, event: Event, occurrence: Occurrence, instance: Instance) -> None:
        """Give the occurrence what the file says of this one date."""
        if instance.cancelled:
            occurrence.cancel(now=self.work.now, by=self.work.by.name, cause=CancelCause.FILE)
            return
        where = local_times(instance.start, instance.end, self.home)
        if where == _usual(event, occurrence):
            occurrence.moved_at = None
        elif where != LocalTimes(occurrence.first_day, occurrence.last_day, occurrence.start_time, occurrence.end_time):
            occurrence.move(where.first, where.last, where.start, where.end, now=self.work.now)
        title = line_of(instance.summary)
        occurrence.title = "" if title == event.title else title
        occurrence.place, occurrence.description = line_of(instance.location), (instance.description or "").strip()


def _usual(event: Event, occurrence: Occurrence) -> LocalTimes:
    """Where the series puts the occurrence."""
    assert event.first_day
    assert event.last_day
    last = occurrence.original_day + (event.last_day - event.first_day)
    return LocalTimes(occurrence.original_day, last, event.start_time, event.end_time)
