"""The organizers' board: the year's occurrences with their states, and the events that have no date yet.

Five queries, however many rows answer; filters and counts work on what they brought, so that a count never lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from campaign.calendar import restdays
from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.calendar.restdays import RestDays
from campaign.desk import board_queries
from campaign.kinds import ATTENDED
from campaign.models import YearTitle

Pairs = tuple[tuple[int, str], ...]
Groups = Mapping[int, Pairs]
"""Event → the ids and names of the groups it is for."""
WEEK = timedelta(days=7)


class State(StrEnum):
    """What an organizer should see of a occurrence without opening it. Several may hold at once."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    ROOMLESS = "roomless"
    UNREMINDED = "unreminded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(PublicOccurrence):
    """An occurrence on the board. ``told``: whether a reminder of it waits or went out; ``named``: anybody by name."""

    event_id: int
    occurrence_id: int
    per_year: bool
    confirmed_at: datetime | None
    room_id: int | None
    online_url: str
    audience_all: bool
    groups: tuple[tuple[int, str], ...]
    named: bool
    contact_id: int | None
    contact: str
    was_moved: bool
    reminded: bool
    states: frozenset[State] = frozenset()

    @property
    def group_ids(self) -> list[int]:
        return [number for number, _name in self.groups]

    @property
    def is_draft(self) -> bool:
        return State.DRAFT in self.states

    def touches(self, year: int) -> bool:
        return self.first_day.year <= year <= self.last_day.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An event without a date; the expected span says where it may lie."""

    event_id: int
    uid: str
    kind: str
    title: str
    duty_id: int | None
    expected_start: date | None
    expected_end: date | None
    postponed_at: datetime | None
    audience_all: bool
    groups: tuple[tuple[int, str], ...]
    contact_id: int | None
    contact: str
    states: frozenset[State] = frozenset()

    @property
    def group_ids(self) -> list[int]:
        return [number for number, _name in self.groups]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A clause of the plan, with how many events carry it out: on a day, and without one yet."""

    id: int
    outline: str
    text: str
    expected_start: date | None
    expected_end: date | None
    dated: int
    undated: int

    @property
    def is_scheduled(self) -> bool:
        return self.dated > 0


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """A filter; empty parts ask for nothing."""

    kind: str = ""
    group: int | None = None
    contact: int | None = None
    state: str = ""

    def suits(self, each: Entry | Waiting) -> bool:
        return (
            self.kind in ("", each.kind)
            and (self.group is None or self.group in each.group_ids)
            and (self.contact in (None, each.contact_id))
            and (not self.state or self.state in each.states)
        )

    @property
    def is_empty(self) -> bool:
        return self == BoardFilter()


@dataclass(frozen=True, slots=True)
class Board:
    """A year of the desk. ``entries`` and ``waiting`` are those that pass the filter; ``counts`` are of all."""

    year: int
    title: str
    entries: tuple[Entry, ...]
    waiting: tuple[Waiting, ...]
    duties: tuple[DutyLine, ...]
    counts: Counter[str]
    total: int
    groups: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]
    days_off: RestDays

    def of_month(self, month: int) -> list[Entry]:
        """Those that begin in the month, or were already on when the year began."""
        first = date(self.year, 1, 1)
        mine = (each for each in self.entries if each.touches(self.year))
        return [each for each in mine if max(each.first_day, first).month == month]


def board(session: Session, year: int, chosen: BoardFilter, *, now: datetime, today: date) -> Board:
    """Everything on the desk of that year: its days and the whole weeks that they lie in."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = board_queries.occurrences(session, first - WEEK, last + WEEK, year)
    groups = board_queries.groups_of(session, {row.event_id for row in rows})
    entries = [_entry(row, groups, now, today) for row in rows if row.occurrence_id is not None]
    waiting = [_waiting(row, groups, today=today) for row in rows if row.occurrence_id is None]
    everything: list[Entry | Waiting] = [*(each for each in entries if each.touches(year)), *waiting]
    duties = board_queries.duties(session, year)
    return Board(
        year,
        YearTitle.of(session, year),
        tuple(filter(chosen.suits, entries)),
        tuple(filter(chosen.suits, waiting)),
        tuple(DutyLine(**{each.name: getattr(row, each.name) for each in fields(DutyLine)}) for row in duties),
        Counter(state for each in everything for state in each.states),
        len(everything),
        _named(pair for each in everything for pair in each.groups),
        _named((each.contact_id, each.contact) for each in everything if each.contact_id),
        restdays.between(session, first - WEEK, last + WEEK),
    )


def _entry(row: Row[Any], groups: Groups, now: datetime, today: date) -> Entry:
    mine = groups.get(row.event_id, ())
    return Entry(**_values(row, Entry), groups=mine, states=frozenset(_states(row, mine, now, today)))


def _values(row: Row[Any], kind: type[Any]) -> dict[str, Any]:
    """The columns of the row that are fields of the value."""
    return {each.name: getattr(row, each.name) for each in fields(kind) if each.name not in ("groups", "states")}


def _states(row: Row[Any], groups: Pairs, now: datetime, today: date) -> Iterable[State]:
    if row.cancelled_at:
        yield State.CANCELLED
        return
    yield State.CONFIRMED if row.confirmed_at else State.DRAFT
    if row.was_moved:
        yield State.MOVED
    if row.confirmed_at is None and row.last_day < today:
        yield State.OVERDUE
    if row.ends_at <= now:
        return
    if row.kind in ATTENDED and not (row.place or row.room_id or row.online_url):
        yield State.ROOMLESS
    if row.confirmed_at and not (row.reminded and (row.audience_all or groups or row.named)):
        yield State.UNREMINDED


def _waiting(row: Row[Any], groups: Groups, *, today: date) -> Waiting:
    late = bool(row.expected_end and row.expected_end < today)
    states = frozenset({State.DRAFT, State.OVERDUE} if late else {State.DRAFT})
    return Waiting(**_values(row, Waiting), groups=groups.get(row.event_id, ()), states=states)


def _named(pairs: Iterable[tuple[int | None, str]]) -> tuple[tuple[int, str], ...]:
    found = {number: name for number, name in pairs if number is not None}
    return tuple(sorted(found.items(), key=lambda pair: pair[1].casefold()))
